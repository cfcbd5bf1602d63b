"""Public sample files come in right, go out in both styles and come back the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from exerciseplanner.domain.intake import Link
from exerciseplanner.exchange.msdl.reading import read_msdl
from exerciseplanner.exchange.msdl.writing import write_msdl
from exerciseplanner.exchange.writing import Choices
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries import forces
from exerciseplanner.workspace.queries.force_picture import force_picture

SAMPLES = Path(__file__).parents[3] / "../shared/samples/forces"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")


def by_key(intake):
    return {(row.noun, row.key): row.values for row in intake.rows}


def test_that_the_simple_scenario_comes_in_as_it_reads():
    intake = read_msdl(SAMPLES / "msdl-SimpleScenario.xml")
    assert intake.read == {"sides": 3, "units": 6, "equipment": 2}
    rows = by_key(intake)
    friendly, hostile, army = (
        f"{start}-2dcd-11e2-be2b-000c294c9df8" for start in ("e7ad0e8d", "e7ae4710", "e7aebc43")
    )
    assert [rows["side", key]["identity"] for key in (friendly, hostile, army)] == [
        "friend",
        "hostile",
        "hostile",
    ]
    assert rows["side", army]["note"] == "Allegiance: Hostile"
    tree = {
        (values["name"], values["side_id"].key): getattr(values.get("parent_id"), "key", None)
        for (noun, _key), values in rows.items()
        if noun == "unit"
    }
    first, second = "7a81590c-febb-11e7-8be5-0ed5f89f718b", "7a815ba0-febb-11e7-8be5-0ed5f89f718b"
    assert tree == {
        ("HQ", friendly): None,
        ("HQ2", army): None,
        ("1th", friendly): first,
        ("2nd", friendly): first,
        ("1th", army): second,
        ("2nd", army): second,
    }
    battalion = rows["unit", "f9e16593-2dcd-11e2-be2b-000c294c9df8"]
    assert battalion["latitude"] == 58.54405166811153
    assert battalion["longitude"] == 15.037536621093752
    assert battalion["sidc"] == "10031000161211000000"
    assert "Combat effectiveness: GREEN" in str(battalion["note"])
    tank = rows["equipment", "f9ee8509-2dcd-11e2-be2b-000c294c9df8"]
    assert (tank["title"], tank["quantity_present"]) == ("M1A1", 1)
    assert tank["unit_id"] == Link("unit", "f9e16593-2dcd-11e2-be2b-000c294c9df8")
    disagreeing = [doubt for doubt in intake.doubts if "COMPANY was taken" in doubt.message]
    assert len(disagreeing) == 3


@pytest.mark.parametrize("strict", [False, True], ids=["practice", "letter"])
@pytest.mark.parametrize("name", ["msdl-SimpleScenario.xml", "msdl-minimal.xml"])
def test_that_a_sample_goes_out_and_comes_back_the_same(workspace, tmp_path, name, strict):
    before = read_msdl(SAMPLES / name)
    workspace.do(take_in, before)
    path = tmp_path / name
    path.write_bytes(write_msdl(workspace.ask(force_picture), Choices(strict=strict)).content)
    assert by_key(read_msdl(path)) == by_key(before)


def test_that_the_simple_scenario_is_taken_in_once_and_undone_at_once(workspace):
    intake = read_msdl(SAMPLES / "msdl-SimpleScenario.xml")
    assert workspace.do(take_in, intake).count("added") == 11
    assert workspace.do(take_in, intake).count("same") == 11
    workspace.undo()
    workspace.undo()
    assert workspace.ask(forces.units) == ()
