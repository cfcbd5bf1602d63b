"""How fast all checks are on two thousand units with six hundred injects and forty participants.

The floor is SQLite alone: it gives every row of every table that the checks look at, as tuples.
"""

from __future__ import annotations

import sqlite3

import pytest

from exerciseplanner import paths
from exerciseplanner.domain.checks.dismissing import subject_of
from exerciseplanner.workspace.operations.dismissals import dismiss_problems
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.operations.injects import edit_injects
from exerciseplanner.workspace.queries.checks import findings
from exerciseplanner.workspace.workspace import Workspace
from tests.benchmarks.large_plan import UNITS, large_plan
from tests.workspace.plans import first, ids

ROUNDS = 7
DATES = {"startex": "2026-11-02T06:00:00Z", "endex": 12_960, "activation": -7_200}


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A file with something of everything that the checks look at."""
    folder = tmp_path_factory.mktemp("checks")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(paths.HOME_VARIABLE, str(folder / "home"))
        path = folder / "large.exercise"
        made = Workspace.create(path, "Large", content=large_plan())
        made.do(edit_exercise, DATES)
        made.close()
    return path


@pytest.fixture
def plan(large, tmp_path):
    path = tmp_path / "plan.exercise"
    path.write_bytes(large.read_bytes())
    workspace = Workspace.open(path)
    yield workspace
    workspace.close()


def rows_of(path):
    """Every row that the checks look at, read by SQLite alone."""
    raw = sqlite3.connect(path)
    known = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")}
    found = [raw.execute(f'SELECT * FROM "{name}"').fetchall() for name in findings.watches & known]
    raw.close()
    return found


def test_that_all_checks_of_two_thousand_units_take_a_second_at_most(plan, large, race):
    assert len(ids(plan, "unit")) == UNITS
    assert plan.ask(findings).open
    race.seconds("all checks on 2,000 units", lambda: plan.ask(findings), limit=1, rounds=ROUNDS)


def test_that_checking_takes_at_most_fifteen_times_as_long_as_reading_the_rows(plan, large, race):
    race.ratio(
        "all checks on 2,000 units, against their rows",
        lambda: plan.ask(findings),
        lambda: rows_of(large),
        limit=15,
        rounds=ROUNDS,
        floor_is="SQLite reading the same tables",
    )


def test_that_the_check_after_an_edit_costs_no_more_than_the_first(plan, race):
    one = first(plan, "inject")
    texts = iter(f"Worded anew {number}" for number in range(10 * ROUNDS))

    def edit():
        plan.do(edit_injects, [one], {"message": next(texts)})

    race.ratio(
        "all checks after an edit",
        lambda: plan.ask(findings),
        lambda: plan.ask(findings),
        limit=1.3,
        rounds=ROUNDS,
        before=edit,
        floor_is="the same check again",
    )


def test_that_a_thousand_dismissed_problems_cost_next_to_nothing(plan, race):
    before = plan.snapshot()
    subjects = [subject_of(problem) for problem in plan.ask(findings).open[:1000]]
    plan.do(dismiss_problems, subjects, "Known, and accepted")
    assert len(plan.ask(findings).dismissed) == len(subjects)
    race.ratio(
        "all checks with a thousand problems dismissed",
        lambda: plan.ask(findings),
        lambda: before.ask(findings),
        limit=1.5,
        rounds=ROUNDS,
        floor_is="the same plan without",
    )
    before.close()
