"""The live check of the plan in the file: what it reads, what settles it, how fast it answers."""

from __future__ import annotations

import re

import pytest

from exerciseplanner.domain.intake import Intake, Link, Proposed
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.operations.injects import edit_injects
from exerciseplanner.workspace.operations.ratings import override_assessment
from exerciseplanner.workspace.queries.checks import problems
from exerciseplanner.workspace.queries.exercise import rating_scale_in_force
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import sample_at
from tests.workspace.plans import begun, first, ids, small, small_intake


@pytest.fixture
def workspace(tmp_path):
    """A small plan, open."""
    opened = small(tmp_path)
    opened.do(edit_exercise, {"startex": "2026-11-02T06:00:00Z", "endex": 7200})
    yield opened
    opened.close()


def codes(workspace):
    return {problem.code for problem in workspace.ask(problems)}


def of(workspace, code):
    return [problem for problem in workspace.ask(problems) if problem.code == code]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    opened = Workspace.open(sample_at(tmp_path_factory.mktemp("sample") / "plan.exercise"))
    yield opened
    opened.close()


def test_that_the_sample_meets_two_caveats_and_says_why(sample):
    (forbidden,) = of(sample, "CAV01")
    assert "“Order to decontaminate a rocket battery”" in forbidden.sentence
    assert "AUT “No part in collective-defence serials”" in forbidden.sentence
    assert "CBRN Coy" in forbidden.why
    assert "phase D+7 to ENDEX" in forbidden.why
    reserved, _ = of(sample, "CAV02")
    assert "“Consent with a condition”" in reserved.sentence
    assert "Piracy and maritime" in reserved.why
    assert "High seas" in reserved.why


def test_that_the_sample_is_sound_but_for_what_its_story_needs(sample):
    found = sample.ask(problems)
    worst = [problem for problem in found if problem.severity != "note"]
    assert len(worst) < 35
    assert {problem.code for problem in worst} == {
        "BUR01", "CAV01", "CAV02", "EVA03", "FOR06", "IER01", "IER04", "IOP04", "IOP05", "IOP14",
        "IOP16", "IOP17", "LEG03",
    }  # fmt: skip


def test_that_every_problem_names_rows_that_are_there(sample):
    for problem in sample.ask(problems):
        known = set(ids(sample, problem.noun))
        assert known.issuperset(problem.ids), problem.sentence
        for noun, row_id in problem.related:
            assert row_id in ids(sample, noun)


def test_that_an_edit_settles_a_problem_and_undo_brings_it_back(workspace):
    one = ids(workspace, "inject")[0]
    workspace.do(edit_injects, [one], {"objectives": []})
    assert [problem.ids for problem in of(workspace, "COV06")] == [(one,)]
    workspace.undo()
    assert of(workspace, "COV06") == []


def test_that_fixes_can_be_carried_out_and_settle_what_they_are_for(workspace):
    one = first(workspace, "inject")
    strand, objective = first(workspace, "strand"), first(workspace, "objective")
    workspace.do(VERBS["strand"].edit, [strand], {"objective_id": objective})
    workspace.do(edit_injects, [one], {"objectives": []})
    workspace.do(edit_exercise, {"zone": "B"})
    fixes = [problem.fix for problem in workspace.ask(problems) if problem.fix]
    assert {fix.noun for fix in fixes} == {"exercise", "inject", "unit"}
    before = codes(workspace)
    for fix in fixes:
        if fix.noun == "exercise":
            workspace.do(edit_exercise, {fix.field: fix.value})
        else:
            workspace.do(VERBS[fix.noun].edit, fix.ids, {fix.field: fix.value})
    assert before - codes(workspace) == {"COV06", "DOC02", "FOR04"}


def test_that_an_override_is_out_of_date_once_its_grade_has_changed(workspace):
    best = workspace.ask(rating_scale_in_force).values[0].code
    workspace.do(
        override_assessment, "objective", first(workspace, "objective"), best,
        computed="not what is computed", decided_by="Commander", reason="Seen",
    )  # fmt: skip
    (problem,) = of(workspace, "EVA05")
    assert "TO-1" in problem.sentence
    assert best in problem.sentence


def test_that_everything_the_checks_read_is_watched(sample):
    said = []
    sample._database.raw.set_trace_callback(said.append)
    sample.ask(problems)
    sample._database.raw.set_trace_callback(None)
    read = {name for text in said for name in re.findall(r'(?:FROM|JOIN) "?(\w+)', text)}
    assert read
    assert read <= problems.watches


def _large(number):
    yield from small_intake().rows
    for place in range(number):
        yield Proposed(
            "inject", f"I{place}", f"row {place}",
            {"serial": f"X-{place}", "title": f"Inject {place}", "start": place * 7,
             "message": "The crowd at the gate grows.", "strand_id": Link("strand", "SL01")},
            {"objectives": (Link("objective", "TO-1"),), "units": (Link("unit", "bn"),)},
        )  # fmt: skip


def test_that_ten_thousand_injects_are_checked(tmp_path):
    workspace = begun(tmp_path, Intake("large", "test", tuple(_large(10_000))))
    try:
        assert workspace.ask(problems)
    finally:
        workspace.close()
