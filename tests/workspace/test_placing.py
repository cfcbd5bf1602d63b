"""Putting units on the map, taking them off it, and what the map asks."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.intake import Intake, Link, Proposed
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.workspace.operations.forces import edit_units
from exerciseplanner.workspace.operations.placing import place_units, unplace_units
from exerciseplanner.workspace.queries.unit_map import placed_injects, unit_map, unit_place
from tests.workspace.plans import begun


def _rows():
    yield Proposed("participant", "NOR", "row 1", {"code": "NOR", "name": "Norway"})
    yield Proposed("side", "blue", "row 2", {"name": "Blue", "identity": "friend"})
    yield Proposed(
        "unit", "bde", "row 3",
        {"name": "Brigade North", "short_name": "Bde N", "side_id": Link("side", "blue"),
         "participant_id": Link("participant", "NOR"), "echelon": "BRIGADE",
         "latitude": 60.0, "longitude": 10.0},
    )  # fmt: skip
    yield Proposed(
        "unit", "bn", "row 4",
        {"name": "2nd Battalion", "parent_id": Link("unit", "bde"), "echelon": "BATTALION",
         "latitude": 60.1, "longitude": 10.4},
    )  # fmt: skip
    yield Proposed(
        "unit", "sqn", "row 5", {"name": "331 Squadron", "echelon": "AIR-SQUADRON"}
    )  # fmt: skip
    yield Proposed(
        "inject", "1", "row 6", {"title": "Cable cut", "latitude": 61.0, "longitude": 9.0}
    )
    yield Proposed("inject", "2", "row 7", {"title": "Rumour"})


@pytest.fixture
def workspace(tmp_path):
    workspace = begun(tmp_path, Intake("forces", "test", tuple(_rows())))
    yield workspace
    workspace.close()


def placed(workspace):
    return {row.name: row for row in workspace.ask(unit_map)}


def test_that_several_units_keep_their_formation_in_one_step(workspace):
    rows = placed(workspace)
    brigade, battalion = rows["Brigade North"], rows["2nd Battalion"]
    workspace.do(place_units, [battalion.id, brigade.id], 0.0, 20.0, brigade.id)
    moved = placed(workspace)
    assert (moved["Brigade North"].latitude, moved["Brigade North"].longitude) == (0.0, 20.0)
    assert moved["2nd Battalion"].latitude == pytest.approx(0.1)
    # 0.4 degrees at 60 north are as far on the ground as half of that at the equator.
    assert moved["2nd Battalion"].longitude == pytest.approx(20.2, abs=2e-3)
    workspace.undo()
    assert placed(workspace) == rows


def test_that_what_had_no_place_comes_to_the_place_itself(workspace):
    rows = placed(workspace)
    workspace.do(place_units, [rows["331 Squadron"].id, rows["2nd Battalion"].id], 50.0, 5.0)
    moved = placed(workspace)
    assert workspace.ask(unit_place, rows["331 Squadron"].id) == (50.0, 5.0)
    assert (moved["2nd Battalion"].latitude, moved["2nd Battalion"].longitude) == (50.0, 5.0)


def test_that_a_place_beyond_the_earth_is_refused_and_nothing_moves(workspace):
    rows = placed(workspace)
    ids = [row.id for row in rows.values()]
    with pytest.raises(Refusal, match="Latitude 91"):
        workspace.do(place_units, ids, 91.0, 0.0)
    with pytest.raises(Refusal, match="beyond a pole"):
        workspace.do(place_units, ids, 89.9, 0.0, rows["Brigade North"].id)
    with pytest.raises(Refusal, match="no longer"):
        workspace.do(place_units, ["gone"], 1.0, 0.0)
    assert placed(workspace) == rows


def test_that_units_taken_off_the_map_keep_the_name_of_their_location(workspace):
    brigade = placed(workspace)["Brigade North"]
    workspace.do(edit_units, [brigade.id], {"location_name": "Lindhof barracks"})
    workspace.do(unplace_units, [brigade.id])
    found = placed(workspace)["Brigade North"]
    assert (found.latitude, found.longitude) == (None, None)
    assert found.location_name == "Lindhof barracks"


def test_that_the_map_knows_who_a_unit_is_and_how_high_it_stands(workspace):
    rows = placed(workspace)
    battalion = rows["2nd Battalion"]
    assert (battalion.superior, battalion.side, battalion.identity) == ("Bde N", "Blue", "friend")
    assert rows["Brigade North"].participant == "Norway"
    assert rows["331 Squadron"].identity == "unknown"
    assert rows["Brigade North"].level > battalion.level == rows["331 Squadron"].level > 0


def test_that_only_injects_with_a_place_are_on_the_map(workspace):
    assert [row.title for row in workspace.ask(placed_injects)] == ["Cable cut"]
