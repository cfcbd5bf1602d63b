"""The sample as its planners made it: every check in its history, a clean state at its end."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.checks.registry import CHECKS
from exerciseplanner.exchange.sample import sample_intake, sample_story, write_sample
from exerciseplanner.exchange.sample.telling import LAST_STEP
from exerciseplanner.workspace.queries.checks import findings, problems
from exerciseplanner.workspace.queries.intake import dry_run
from tests.workspace.plans import content


@pytest.fixture
def told(tmp_path):
    """The sample with its whole history, open."""
    workspace = write_sample(tmp_path / "sample.exercise")
    yield workspace
    workspace.close()


def codes(workspace):
    return {problem.code for problem in workspace.ask(problems)}


def test_that_the_steps_lead_to_the_plan_as_its_files_state_it(told):
    again = told.ask(dry_run, sample_intake())
    assert [(row.proposed.place, row.differences) for row in again.rows if row.what != "same"] == []
    counts = {}
    for row in sample_intake().rows:
        counts[row.noun] = counts.get(row.noun, 0) + 1
    rows = content(told)
    del counts["exercise"]
    assert {noun: len(rows[noun]) for noun in counts} == counts


def test_that_the_sample_ends_in_a_clean_state(told):
    found = told.ask(findings)
    assert [each.sentence for each in found.open if each.severity == "error"] == []
    warnings = [each for each in found.open if each.severity == "warning"]
    assert 4 <= len(warnings) <= 8
    assert "CAV02" in {each.code for each in warnings}
    assert all(each.dismissal.reason and each.dismissal.dismissed_by for each in found.dismissed)
    assert "CAV01" in {each.problem.code for each in found.dismissed}


def test_that_every_problem_set_aside_is_one_that_is_found(told):
    told.undo()
    sentences = [(each.code, each.sentence) for each in told.ask(problems)]
    for each in sample_story().set_aside:
        assert any(each.code == code and each.words in text for code, text in sentences), each


def test_that_every_check_finds_something_on_the_way(told):
    steps = [step.id for step in told.history() if step.label != "New exercise"]
    seen = codes(told)
    for step in steps:
        told.undo_to(step)
        seen |= codes(told)
    assert set(CHECKS) == seen


def test_that_every_step_settles_something(told):
    labels = [step.label for step in told.history()]
    assert labels[0] == LAST_STEP
    assert len(labels) == len(set(labels)) == len(sample_story().chapters) + 2
    after = set(told.ask(problems))
    while told.undo_label is not None:
        label = told.undo_label
        told.undo()
        before = set(told.ask(problems))
        assert before - after, label
        after = before


def test_that_the_story_can_be_taken_back_and_brought_again(told):
    final = content(told)
    first = told.history()[-2].id
    told.undo_to(first)
    assert told.undo_label is None
    while told.redo() is not None:
        pass
    assert content(told) == final
