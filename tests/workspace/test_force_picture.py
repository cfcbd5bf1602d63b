"""Everything about the forces at once: superiors first, sides inherited, the marking as printed."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.intake import Intake, Link, Proposed
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries.force_picture import force_picture, subordinates
from tests.workspace.plans import fresh


@pytest.fixture
def workspace(tmp_path):
    """A new exercise, open."""
    opened = fresh(tmp_path)
    yield opened
    opened.close()


def units(workspace, *rows):
    listed = (Proposed("unit", key, "", {"name": key, **values}) for key, values in rows)
    side = Proposed("side", "blue", "", {"name": "Blue"})
    workspace.do(take_in, Intake("test", "test", (side, *listed)))
    return workspace.ask(force_picture)


def test_that_superiors_stand_before_their_subordinates_and_siblings_in_order(workspace):
    picture = units(
        workspace,
        ("platoon", {"parent_id": Link("unit", "company")}),
        ("second", {}),
        ("company", {"parent_id": Link("unit", "first")}),
        ("first", {}),
        ("team", {"parent_id": Link("unit", "platoon")}),
    )
    assert [row.name for row in picture.units] == ["second", "first", "company", "platoon", "team"]
    below = subordinates(picture)
    assert [row.name for row in below[None]] == ["second", "first"]
    assert sum(map(len, below.values())) == len(picture.units)


def test_that_a_unit_is_on_the_side_of_its_superior_unless_it_has_its_own(workspace):
    picture = units(
        workspace,
        ("brigade", {"side_id": Link("side", "blue")}),
        ("battalion", {"parent_id": Link("unit", "brigade")}),
        ("company", {"parent_id": Link("unit", "battalion")}),
        ("liaison", {}),
    )
    names = {row.id: row.name for row in picture.units}
    assert {names[unit] for unit in picture.side_of} == {"brigade", "battalion", "company"}
    assert set(picture.side_of.values()) == {picture.sides[0].id}


def test_that_an_exercise_with_nothing_in_it_has_a_picture(workspace):
    picture = workspace.ask(force_picture)
    assert (picture.sides, picture.units, picture.equipment) == ((), (), ())
    assert picture.exercise.name == "Steadfast Test"
    assert picture.choices["echelon"]["BRIGADE"] == "Brigade"
    assert picture.digits["BRIGADE"] == "18"
