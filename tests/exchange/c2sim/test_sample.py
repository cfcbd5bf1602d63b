"""The public sample of thirty-five units: in, compared with the XML itself; out; and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from exerciseplanner.exchange.c2sim.codes import ECHELONS, NIL, STATUSES
from exerciseplanner.exchange.c2sim.reading import read_c2sim
from exerciseplanner.exchange.force_formats import force_format
from exerciseplanner.exchange.writing import Choices
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries import forces, means
from tests.exchange.c2sim.conftest import rows, said
from tests.exchange.c2sim.schema import faults
from tests.exchange.forces_at_hand import exercise_at, picture_of

SAMPLE = Path(__file__).parents[3] / "../shared/samples/forces/c2sim-MessageWithC2SimInit.xml"

pytestmark = pytest.mark.skipif(not SAMPLE.exists(), reason="the shared samples are not here")


@pytest.fixture(scope="module")
def intake():
    return read_c2sim(SAMPLE)


@pytest.fixture(scope="module")
def xml():
    """The sample as XPath sees it, without any of our reading."""
    tree = etree.parse(str(SAMPLE))
    space = {"c": etree.QName(tree.getroot()).namespace}
    return lambda query, node=tree: node.xpath(query, namespaces=space)


def text(xml, node, query):
    return "".join(xml(f"{query}/text()", node)).strip()


def test_that_everything_is_counted(intake, xml):
    assert intake.read == {
        "sides": len(xml("//c:ForceSide")),
        "units": len(xml("//c:Unit")),
        "platforms": len(xml("//c:Platform")),
    }
    assert len(rows(intake)) == 35
    assert len(rows(intake, "equipment")) == 8


def test_that_units_have_the_names_superiors_sides_and_positions_of_the_file(intake, xml):
    found = {row.key: row for row in rows(intake)}
    nodes = xml("//c:Unit")
    uuids = {text(xml, node, "c:UUID") for node in nodes}
    assert list(found) == [text(xml, node, "c:UUID").lower() for node in nodes]
    orphans = []
    for node in nodes:
        row = found[text(xml, node, "c:UUID")]
        values = row.values
        above = text(xml, node, "c:EntityDescriptor/c:Superior")
        assert values["name"] == text(xml, node, "c:Name")
        assert values["side_id"].key == text(xml, node, "c:EntityDescriptor/c:Side")
        assert values["latitude"] == float(xml("number(.//c:Latitude)", node))
        assert values["longitude"] == float(xml("number(.//c:Longitude)", node))
        assert values["status"] == STATUSES[text(xml, node, ".//c:OperationalStatusCode")]
        code = ECHELONS[text(xml, node, "c:EchelonCode")]
        assert values["echelon"] == code or not code
        if above in uuids:
            assert values["parent_id"].key == above
        else:
            assert "parent_id" not in values
            orphans += [values["name"]] if above != NIL else []
    assert orphans == ["USAboat4"]
    assert said(intake.doubts).count("is not in the message; put at the top") == 1


def test_that_symbols_follow_their_side(intake, xml):
    letters = {
        text(xml, node, "c:UUID"): text(xml, node, ".//c:APP6C-SIDC") for node in xml("//c:Unit")
    }
    digit = {"F": "3", "H": "6"}
    for row in rows(intake):
        code = str(row.values["sidc"])
        if code.isdigit():
            assert code[3] == digit[letters[row.key][1]]
        else:
            assert code == letters[row.key] == "SFAPUCVRUH-----"


def test_that_platforms_belong_to_their_superior(intake, xml):
    above = {
        text(xml, node, "c:UUID"): text(xml, node, "c:EntityDescriptor/c:Superior")
        for node in xml("//c:Platform/*")
    }
    assert {row.key: row.values["unit_id"].key for row in rows(intake, "equipment")} == above


def test_that_sides_are_seen_from_the_coalition(intake):
    assert {row.values["name"]: row.values["identity"] for row in rows(intake, "side")} == {
        "NATOCoalition": "friend",
        "WASA": "hostile",
        "Neutral": "neutral",
    }
    assert "as “NATOCoalition” sees them" in said(intake.doubts)


def test_that_what_is_left_out_is_counted(intake, xml):
    lost = said(intake.left_out)
    for kind, what in (("Point", "Point"), ("Route", "Route"), ("TacticalArea", "Tactical area")):
        assert f"{what}: {len(xml(f'//c:{kind}'))} left out" in lost
    assert "Plan phase: 1 left out" in lost


def test_that_systems_are_noted(intake, xml):
    noted = {
        (row.key, line.removeprefix("Simulated by: "))
        for row in intake.rows
        for line in str(row.values["note"]).splitlines()
        if line.startswith("Simulated by: ")
    }
    assert noted == {
        (actor.text, text(xml, listed, "c:SystemName"))
        for listed in xml("//c:SystemEntityList")
        for actor in xml("c:ActorReference", listed)
    }


@pytest.mark.parametrize("version", ["c2sim-1.1", "c2sim-2.0"])
def test_that_it_goes_out_and_comes_back_equal(tmp_path, intake, version):
    workspace = exercise_at(tmp_path)
    weighing = workspace.do(take_in, intake)
    assert (weighing.count("added"), weighing.count("refused")) == (46, 0)
    assert len(workspace.ask(forces.units)) == 35
    assert len(workspace.ask(means.equipment_list)) == 8
    content = force_format(version).write(picture_of(workspace), Choices()).content
    workspace.close()
    assert faults(etree.fromstring(content)) == []
    path = tmp_path / "back.xml"
    path.write_bytes(content)
    back = read_c2sim(path)
    assert (back.source, dict(back.read)) == (intake.source, dict(intake.read))

    def stated(found):
        return {
            (row.noun, row.key): {
                name: _without_source_symbol(value) if name == "note" else value
                for name, value in row.values.items()
            }
            for row in found.rows
        }

    assert stated(back) == stated(intake)


def _without_source_symbol(note):
    """A note without the letters that stood for a symbol whose digits now go beside them."""
    return [line for line in note.splitlines() if not line.startswith("Symbol in C2SIM")]
