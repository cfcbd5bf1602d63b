"""Scenarios of ORBAT Mapper out of the plan, and back without loss."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exerciseplanner.domain.intake import Link, Proposed
from exerciseplanner.exchange.delivery import export_forces
from exerciseplanner.exchange.force_formats import force_format
from exerciseplanner.exchange.orbat_mapper.writing import write_orbat
from exerciseplanner.exchange.reading import read
from exerciseplanner.exchange.writing import Choices
from exerciseplanner.workspace.operations.forces import edit_units
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries.forces import sides as all_sides
from exerciseplanner.workspace.queries.intake import dry_run
from tests.exchange.forces_at_hand import (
    awkward_units,
    exercise_at,
    full_unit,
    many_units,
    picture_of,
    plain,
    sides,
    taken_back,
)
from tests.exchange.orbat_mapper import scenarios

SAMPLES = Path(__file__).parents[3] / "../shared/samples/forces"
ROWS = ("side", "unit", "participant", "equipment", "capability", "system")


def exported(workspace, path, choices=None):
    form = force_format("orbat-mapper")
    written = export_forces(workspace, path, form, choices or Choices())
    return written, json.loads(path.read_text(encoding="utf-8"))


def units_of(content):
    """Every unit of a scenario, superiors first."""
    found = []
    for side in content["sides"]:
        pending = [*side["groups"], *side.get("subUnits", ())]
        while pending:
            unit = pending.pop(0)
            found.append(unit)
            pending += unit["subUnits"]
    return found


def everything():
    yield from sides()
    yield from awkward_units()
    yield Proposed("unit", "lone", "", {"name": "Liaison", "role": "OBS"})
    yield Proposed(
        "unit", "mixed", "",
        {"name": "Attached", "parent_id": Link("unit", "u1"), "side_id": Link("side", "red"),
         "sidc": "SFGPUCI----E---", "latitude": 1.5},
    )  # fmt: skip
    yield Proposed(
        "equipment", "e1", "",
        {"unit_id": Link("unit", "u1"), "title": "Tank", "quantity_planned": 44,
         "quantity_present": 40, "sidc": "10031500001202000000", "note": "Leopard 2"},
    )  # fmt: skip
    yield Proposed("equipment", "e2", "", {"unit_id": Link("unit", "u1"), "title": "Tank"})
    yield Proposed("capability", "c", "", {"code": "C1", "title": "Bridging"})
    yield Proposed(
        "unit_capability", "uc", "",
        {"unit_id": Link("unit", "u1"), "capability_id": Link("capability", "c"),
         "maturity": "fielded"},
    )  # fmt: skip
    yield Proposed("system", "s", "", {"code": "S1", "title": "BMS", "unit_id": Link("unit", "u2")})
    yield Proposed(
        "command_relation", "cr", "",
        {"unit_id": Link("unit", "u2"), "superior_id": Link("unit", "u3"), "start": -60},
    )  # fmt: skip


def test_that_everything_comes_back_equal_into_an_exercise_with_nothing_in_it(tmp_path):
    first = exercise_at(tmp_path, "FIRST", *everything())
    written, _ = exported(first, tmp_path / "a.json")
    second = exercise_at(tmp_path, "SECOND")
    fates = taken_back(tmp_path / "a.json", second)
    assert plain(second, ROWS) == plain(first, ROWS)
    assert fates["added"] == len(tuple(everything()))
    held = [len(getattr(picture_of(second), name)) for name in ("command_relations", "systems")]
    assert held == [1, 1]
    assert written.content == write_orbat(picture_of(first), Choices()).content
    first.close()
    second.close()


@pytest.mark.parametrize("rows", [(), sides(), (*sides(), full_unit())])
def test_that_forces_of_nothing_or_of_one_unit_come_back(tmp_path, rows):
    first = exercise_at(tmp_path, "FIRST", *rows)
    exported(first, tmp_path / "a.json")
    second = exercise_at(tmp_path, "SECOND")
    taken_back(tmp_path / "a.json", second)
    assert plain(second) == plain(first)
    first.close()
    second.close()


def test_that_a_file_that_comes_back_as_it_went_changes_nothing(tmp_path):
    workspace = exercise_at(tmp_path, "FIRST", *everything())
    exported(workspace, tmp_path / "a.json")
    before = plain(workspace, ROWS)
    assert taken_back(tmp_path / "a.json", workspace) == {"added": 0, "changed": 0, "kept": 0}
    assert plain(workspace, ROWS) == before
    workspace.close()


@pytest.mark.parametrize("name", ["a.json", "somebody else's.json"])
@pytest.mark.parametrize("stripped", [False, True])
def test_that_one_name_changed_in_the_file_is_one_change(tmp_path, name, stripped):
    workspace = exercise_at(tmp_path, "FIRST", *sides(), *many_units(20))
    _, content = exported(workspace, tmp_path / "a.json")
    units_of(content)[7]["name"] = "Renamed"
    if name != "a.json":
        content["id"] = "another scenario"
    if stripped:  # as a program saves it that knows nothing of what was kept for this one
        for part in (content, *content["sides"], *units_of(content)):
            part.pop("exerciseplanner", None)
    (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")
    weighing = workspace.do(take_in, read(tmp_path / name, workspace))
    changed = [row for row in weighing.rows if row.what == "changed"]
    assert weighing.count("added") == 0
    named = [row for row in changed if any(d.field == "name" for d in row.differences)]
    assert [row.proposed.values["name"] for row in named] == ["Renamed"]
    assert stripped or len(changed) == 1
    workspace.close()


def test_that_what_orbat_mapper_drops_on_saving_is_not_taken_for_a_change(tmp_path):
    """It keeps what it does not know of sides and units, and of nothing else."""
    workspace = exercise_at(tmp_path, "FIRST", *everything())
    _, content = exported(workspace, tmp_path / "a.json")
    before = plain(workspace, ROWS)
    content.pop("exerciseplanner")
    content["meta"] = {"createdDate": "2026-11-22T00:00:00Z"}
    for unit in units_of(content):
        for item in unit.get("equipment", ()):
            assert set(item) <= {"name", "count", "onHand"}
    path = tmp_path / "saved there.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    weighing = workspace.do(take_in, read(path, workspace))
    assert weighing.count("added", "changed", "kept") == 0
    assert [each.message for each in weighing.doubts if "There is no" in each.message] == []
    assert plain(workspace, ROWS) == before
    workspace.close()


def test_that_equipment_counted_elsewhere_is_taken(tmp_path):
    workspace = exercise_at(tmp_path, "FIRST", *everything())
    _, content = exported(workspace, tmp_path / "a.json")
    first, second = units_of(content)[0]["equipment"]
    first["count"], second["count"] = 50, 7
    (tmp_path / "a.json").write_text(json.dumps(content), encoding="utf-8")
    assert taken_back(tmp_path / "a.json", workspace) == {"added": 0, "changed": 2, "kept": 0}
    assert sorted(row.quantity_planned for row in picture_of(workspace).equipment) == [7, 50]
    assert {row.note for row in picture_of(workspace).equipment} == {"Leopard 2", ""}
    workspace.close()


def test_that_what_was_changed_in_the_plan_since_stays(tmp_path):
    workspace = exercise_at(tmp_path, "FIRST", *sides(), *many_units(5))
    exported(workspace, tmp_path / "monday.json")
    raw = json.loads((tmp_path / "monday.json").read_text(encoding="utf-8"))
    for unit in units_of(raw):
        unit["name"] = {"1 Company": "Alpha"}.get(unit["name"], unit["name"])
    raw["id"] = "sent by mail"
    (tmp_path / "back.json").write_text(json.dumps(raw), encoding="utf-8")
    unit = next(u for u in picture_of(workspace).units if u.name == "2 Company")
    workspace.do(edit_units, [unit.id], {"name": "Bravo"})
    taken_back(tmp_path / "back.json", workspace)
    names = {u.name for u in picture_of(workspace).units}
    assert {"Alpha", "Bravo"} <= names
    assert "2 Company" not in names
    workspace.close()


def test_that_friend_and_hostile_are_seen_from_the_side_chosen(tmp_path):
    workspace = exercise_at(
        tmp_path, "FIRST", *sides(), full_unit(),
        full_unit("r1", "Raiders", side_id=Link("side", "red")),
    )  # fmt: skip
    red = next(side.id for side in workspace.ask(all_sides) if side.name == "Red")
    _, content = exported(workspace, tmp_path / "a.json", Choices(viewpoint=red))
    assert [side["standardIdentity"] for side in content["sides"]] == ["6", "3"]
    assert [unit["sidc"][3] for unit in units_of(content)] == ["6", "3"]
    assert taken_back(tmp_path / "a.json", workspace) == {"added": 0, "changed": 0, "kept": 0}
    other = exercise_at(tmp_path, "SECOND")
    taken_back(tmp_path / "a.json", other)
    assert plain(other) == plain(workspace)
    workspace.close()
    other.close()


_plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
_keys = st.sampled_from(
    [
        "rows",
        "participant",
        "unit_standard",
        "id",
        "code",
        "name",
        "side",
        "provided_by",
        "sidc",
        "symbol",
        "seen_as",
        "identity",
        "without_side",
        "external_id",
        "strength_planned",
        "note",
        "latitude",
        "required_by",
        "echelon",
        "unit_id",
        "standard_id",
        "gateway",
        "technologies",
    ]
)
_kept = st.recursive(
    _plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_keys, inner), max_leaves=12
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(of_unit=_kept, of_side=_kept, of_item=_kept, of_rows=_kept)
def test_that_nothing_written_under_our_own_key_stops_an_import(
    tmp_path_factory, nothing, of_unit, of_side, of_item, of_rows
):
    equipment = [{"name": "Tank", "count": 4}, {"name": "Truck", "count": 0}]
    beside = {"equipment": {"Tank": of_item, "Truck": of_item}, "provided_by": of_unit}
    below = scenarios.unit("A Coy", equipment=equipment, exerciseplanner=beside)
    unit = scenarios.unit(
        "1 Bn", "10031000161211000000", below, equipment=equipment, exerciseplanner=of_unit
    )
    side = scenarios.side("Blue", unit, exerciseplanner=of_side)
    content = scenarios.scenario(side, exerciseplanner={"rows": {"participant": [of_rows]}})
    path = tmp_path_factory.mktemp("odd") / "odd.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    weighing = nothing.ask(dry_run, read(path, nothing))
    titles = [row.proposed.key for row in weighing.rows if row.what == "added"]
    assert any(title.startswith("u") for title in titles) or weighing.count("refused")


@pytest.fixture(scope="module")
def nothing(tmp_path_factory):
    """An exercise with nothing in it, open."""
    workspace = exercise_at(tmp_path_factory.mktemp("nothing"), "NOTHING")
    yield workspace
    workspace.close()


@pytest.mark.parametrize("name", ["narvik40.json", "controlMeasureScenario.json"])
def test_that_real_scenarios_come_in_go_out_and_come_back_equal(tmp_path, name):
    if not (SAMPLES / name).exists():
        pytest.skip("the samples are not at hand")
    first = exercise_at(tmp_path, "FIRST")
    taken_back(SAMPLES / name, first)
    exported(first, tmp_path / "a.json")
    second = exercise_at(tmp_path, "SECOND")
    taken_back(tmp_path / "a.json", second)
    assert plain(second) == plain(first)
    order = [unit.name for unit in picture_of(first).units]
    assert [unit.name for unit in picture_of(second).units] == order
    first.close()
    second.close()
