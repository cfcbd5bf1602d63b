"""Placing units under another command for a time."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.workspace.operations.command import place_under_command
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.queries.forces import command_relations, units
from exerciseplanner.workspace.queries.unit_means import capability_plan, unit_means
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import sample_at


@pytest.fixture
def sample(tmp_path):
    workspace = Workspace.open(sample_at(tmp_path / "plan.exercise"))
    yield workspace
    workspace.close()


def named(workspace):
    return {row.name: row for row in workspace.ask(units)}


def test_that_several_units_come_under_one_command_in_one_step(sample):
    every = sample.ask(units)
    head = next(row for row in every if row.parent_id is None)
    others = [row.id for row in every if row.parent_id is None and row.id != head.id][:2]
    before, standing = len(sample.history()), len(sample.ask(command_relations))
    made = sample.do(place_under_command, others, head.id, "OPCON", 0, 600)
    assert len(sample.history()) == before + 1
    found = {row.id: row for row in sample.ask(command_relations)}
    assert {found[each].unit_id for each in made} == set(others)
    assert {found[each].superior_id for each in made} == {head.id}
    sample.undo()
    assert len(sample.ask(command_relations)) == standing


@pytest.mark.parametrize("relation_to", ["itself", "below"])
def test_that_nobody_commands_what_commands_it(sample, relation_to):
    every = sample.ask(units)
    lower = next(row for row in every if row.parent_id is not None)
    target = lower.parent_id if relation_to == "itself" else lower.id
    with pytest.raises(Refusal, match="which it commands"):
        sample.do(place_under_command, [lower.parent_id], target, "OPCON")


def test_that_a_relation_cannot_end_before_it_begins(sample):
    one, other = [row for row in sample.ask(units) if row.parent_id is None][:2]
    with pytest.raises(Refusal, match="end before it begins") as caught:
        sample.do(place_under_command, [one.id], other.id, "TACON", 600, 60)
    assert caught.value.field == "finish"


def test_that_a_unit_shows_what_it_has_and_a_capability_who_holds_it(sample):
    unit = sample.ask(units)[0]
    capability = sample.do(VERBS["capability"].add, {"code": "CAP-99", "title": "Counter-drone"})
    sample.do(
        VERBS["unit_capability"].add,
        {"unit_id": unit.id, "capability_id": capability, "maturity": "experimental"},
    )
    values = {"unit_id": unit.id, "title": "Launcher", "quantity_planned": 8}
    sample.do(VERBS["equipment"].add, {**values, "quantity_present": 6})
    found = sample.ask(unit_means, unit.id)
    assert ("CAP-99", "experimental") in {(r.code, r.detail) for r in found.capabilities}
    assert ("Launcher", "6 of 8") in {(r.title, r.detail) for r in found.equipment}
    line = next(row for row in sample.ask(capability_plan) if row.id == capability)
    assert line.holders == (unit.short_name or unit.name,)
    assert line.maturity == "experimental"
