"""The forces go out as MSDL in both styles, and come back equal in what MSDL can hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exerciseplanner.domain.intake import Intake, Link, Proposed
from exerciseplanner.exchange.delivery import export_forces
from exerciseplanner.exchange.force_formats import force_format
from exerciseplanner.exchange.msdl.reading import read_msdl
from exerciseplanner.exchange.msdl.vocabulary import HANDLE, MODEL_NAMESPACE, NAMESPACE, SYMBOL
from exerciseplanner.exchange.msdl.writing import write_msdl
from exerciseplanner.exchange.writing import Choices
from exerciseplanner.exchange.xml_reading import child, children, local_name, parse_xml, text
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries.force_picture import force_picture
from exerciseplanner.workspace.queries.intake import dry_run

BLUE, RED = Link("side", "blue"), Link("side", "red")
BRIGADE, BATTALION, LENT = (Link("unit", key) for key in ("bde", "bn", "lent"))
STYLES = pytest.mark.parametrize("strict", [False, True], ids=["practice", "letter"])
NOTE = (
    "Status of reinforcement: Reduced (-)\nCombat effectiveness: AMBER\n"
    "MOPP level: LEVEL_2\nHeight: 12 m"
)


def forces():
    """Two sides with units in every relation, of every kind of symbol."""
    yield Proposed("side", "red", "", {"name": "Red", "identity": "hostile"})
    yield Proposed(
        "side", "blue", "", {"name": "Blue", "identity": "friend", "note": "Country: XXA"}
    )
    yield Proposed(
        "side", "navy", "", {"name": "Red navy", "identity": "hostile", "note": "Allegiance: Red"}
    )
    yield Proposed(
        "unit", "bde", "",
        {"name": "4 Brigade", "short_name": "4 BDE", "side_id": BLUE, "echelon": "BRIGADE",
         "sidc": "10031002181211000000", "domain": "LAND", "latitude": 58.5, "longitude": 15.25,
         "note": NOTE},
    )  # fmt: skip
    yield Proposed(
        "unit", "bn", "",
        {"name": "1 Battalion", "side_id": BLUE, "parent_id": BRIGADE, "echelon": "BATTALION",
         "sidc": "10031000161211020000", "domain": "LAND", "strength_planned": 620,
         "strength_present": 588},
    )  # fmt: skip
    yield Proposed(
        "unit", "lent", "",
        {"name": "2 Battalion", "side_id": BLUE, "parent_id": BRIGADE, "echelon": "BATTALION",
         "sidc": "10031000161205000000", "domain": "LAND"},
    )  # fmt: skip
    yield Proposed(
        "unit", "cyber", "",
        {"name": "Raven cell", "side_id": RED, "echelon": "TEAM", "sidc": "10066000111103000000",
         "domain": "CYBER"},
    )  # fmt: skip
    yield Proposed(
        "unit", "loose", "",
        {"name": "Observers", "echelon": "SECTION", "sidc": "10011000131211000000",
         "domain": "LAND"},
    )  # fmt: skip
    yield Proposed(
        "command_relation", "toa", "",
        {"unit_id": LENT, "superior_id": BATTALION, "relation": "TACON"},
    )  # fmt: skip
    yield Proposed(
        "equipment", "ifv", "",
        {"unit_id": BATTALION, "title": "Fighting vehicle", "quantity_present": 14,
         "sidc": "10031500001201010000", "note": "Name: Alpha fleet"},
    )  # fmt: skip
    yield Proposed("equipment", "box", "", {"unit_id": BATTALION, "title": "Radio set"})


@pytest.fixture
def written(workspace):
    """Writes the forces of a plan in one of the styles."""

    def writer(strict, *more):
        workspace.do(take_in, Intake("test", "test", (*forces(), *more)))
        return write_msdl(workspace.ask(force_picture), Choices(strict=strict))

    return writer


def read_back(tmp_path, content):
    path = tmp_path / "back.xml"
    path.write_bytes(content)
    return read_msdl(path)


def what(written):
    return {loss.what: loss.count for loss in written.losses}


@STYLES
def test_that_what_goes_out_comes_back_equal(workspace, written, tmp_path, strict):
    out = written(strict)
    picture = workspace.ask(force_picture)
    intake = read_back(tmp_path, out.content)
    back = {(row.noun, row.key): row.values for row in intake.rows}
    assert len(intake.rows) == len(out.keys) == 3 + 5 + 2 + 1
    for row in picture.units:
        values = back["unit", out.keys[row.id]]
        for name in ("name", "short_name", "echelon", "domain", "sidc", "latitude", "longitude"):
            assert values.get(name, getattr(row, name)) == getattr(row, name), (row.name, name)
        assert values["note"] == row.note
        for name in ("strength_planned", "strength_present"):
            assert values.get(name) == (None if strict else getattr(row, name))
        parent = values.get("parent_id")
        assert (parent.key if parent else None) == out.keys.get(row.parent_id or "")
        side = values.get("side_id")
        assert (side.key if side else None) == out.keys.get(row.side_id or "")
    for row in picture.sides:
        values = back["side", out.keys[row.id]]
        assert (values["name"], values["identity"]) == (row.name, row.identity)
        assert values["note"] == row.note
    for row in picture.equipment:
        values = back["equipment", out.keys[row.id]]
        for name in ("title", "quantity_present", "sidc", "note"):
            assert values[name] == getattr(row, name), (row.title, name)
        assert values["unit_id"] == Link("unit", out.keys[row.unit_id])
    (relation,) = picture.command_relations
    values = back["command_relation", out.keys[relation.id]]
    assert values["superior_id"] == Link("unit", out.keys[relation.superior_id])
    assert values["relation"] == "TACON"


@STYLES
def test_that_a_long_title_of_equipment_is_not_cut_where_there_is_room(written, tmp_path, strict):
    row = Proposed(
        "equipment", "long", "",
        {"unit_id": BATTALION, "title": "Self-propelled howitzer of 155 mm"},
    )  # fmt: skip
    intake = read_back(tmp_path, written(strict, row).content)
    titles = [row.values["title"] for row in intake.rows if row.noun == "equipment"]
    assert "Self-propelled howitzer of 155 mm" in titles


def test_that_in_practice_everything_is_in_one_default_namespace(written):
    root = parse_xml(written(False).content, "out.xml")
    names = {str(each.tag).partition("}")[0] for each in root.iter()}
    assert names == {f"{{{NAMESPACE}", f"{{{MODEL_NAMESPACE}"}
    assert text(root, "Environment", "ScenarioTime").endswith("Z")


def test_that_the_letter_of_the_schema_is_kept(written):
    """Unqualified children, in order; names, handles, symbols and texts in their patterns."""
    tricky = (
        Proposed("unit", "Tromsø {9}", "",
                 {"name": "Tromsø – staff", "short_name": "A designation far too long",
                  "side_id": BLUE, "external_id": "HQ Nord", "sidc": "10041100001102000000"}),
    )  # fmt: skip
    out = written(True, *tricky)
    root = parse_xml(out.content, "out.xml")
    assert root.tag == f"{{{NAMESPACE}}}MilitaryScenario"
    assert [each.tag for each in root] == ["ScenarioID", "Options", "ForceSides", "Organizations"]
    identity = child(root, "ScenarioID")
    assert all(str(each.tag).startswith(f"{{{MODEL_NAMESPACE}}}") for each in identity)
    assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9._-]*", text(identity, "name"))
    for each in root.iter():
        name, said = local_name(each), (each.text or "").strip()
        if name.endswith("Handle"):
            assert HANDLE.fullmatch(said), said
        if name == "SymbolIdentifier":
            assert SYMBOL.fullmatch(said), said
        if name in ("Name", "ForceSideName", "UniqueDesignation"):
            assert re.fullmatch(r"[ -z]*", said), said
        if name == "UniqueDesignation":
            assert len(said) <= 21
        if name in ("AdditionalInfo", "StaffComments"):
            assert len(said) <= 20
    for item in children(child(root, "Organizations", "Equipment"), "EquipmentItem"):
        assert text(item, "Disposition", "Location", "CoordinateData", "GDC", "Latitude")
    assert "Tromso - staff" in out.content.decode()
    lost = what(out)
    assert lost["Name: signs that the schema does not take"] == 1
    assert lost["UniqueDesignation: longer than 21 signs, cut"] == 1
    assert lost["Scenario time, for which the schema takes no value"] == 1


STRUCTURE = {
    "MilitaryScenario": "ScenarioID Options ForceSides / Environment Organizations",
    "Options": "MSDLVersion",
    "ForceSides": "ForceSide",
    "ForceSide": "ObjectHandle ForceSideName / AllegianceHandle MilitaryService CountryCode"
    " Associations",
    "Associations": "Association",
    "Association": "AffiliateHandle Relationship",
    "Organizations": "Units / Equipment",
    "Units": "Unit",
    "Unit": "ObjectHandle SymbolIdentifier Relations / Name UnitSymbolModifiers Status Disposition",
    "UnitSymbolModifiers": "UniqueDesignation / Echelon ReinforcedReduced StaffComments"
    " AdditionalInfo CombatEffectiveness HigherFormation IFF SpecialC2HQ",
    "Status": "/ MOPPLevel WeaponControlStatus",
    "Disposition": "Location",
    "Location": "CoordinateChoice CoordinateData",
    "CoordinateData": "GDC",
    "GDC": "Latitude Longitude ElevationAGL",
    "ForceRelation": "ForceRelationChoice ForceRelationData",
    "ForceRelationData": "/ CommandRelation ForceSideHandle",
    "CommandRelation": "CommandingSuperiorHandle CommandRelationshipType",
    "OrganicRelation": "OrganicRelationData OrganicRelationChoice",
    "OrganicRelationData": "/ OrganicSuperiorHandle OrganicForceSideHandle",
    "Equipment": "EquipmentItem",
    "EquipmentItem": "ObjectHandle SymbolIdentifier Disposition Relations / Name"
    " EquipmentSymbolModifiers",
    "EquipmentSymbolModifiers": "UniqueDesignation / Quantity StaffComments AdditionalInfo"
    " CombatEffectiveness IFF EquipmentType",
    "HoldingOrganization": "OwnerChoice OwnerData",
    "OwnerData": "UnitOwnerHandle",
}
"""What the schema wants within an element and, after the stroke, what else it takes there."""

RELATIONS = ("ForceRelation / OrganicRelation", "HoldingOrganization / OrganicSuperiorHandle")
REPEATED = {"ForceSide", "Association", "Unit", "EquipmentItem"}


def test_that_every_element_holds_what_the_schema_wants_and_nothing_else(written):
    root = parse_xml(written(True).content, "out.xml")
    met = set()
    for element in root.iter():
        name = local_name(element)
        stated = STRUCTURE.get(name, "/")
        if name == "Relations":
            stated = RELATIONS["Equipment" in local_name(element.getparent())]
        if str(element.tag).startswith(f"{{{MODEL_NAMESPACE}") or name == "ScenarioID":
            continue
        needed, _, further = (set(part.split()) for part in stated.partition("/"))
        inner = [local_name(each) for each in children(element)]
        assert needed <= set(inner) <= needed | further, (name, inner)
        assert all(inner.count(each) == 1 for each in set(inner) - REPEATED), (name, inner)
        met.add(name)
    assert met >= STRUCTURE.keys() - {"Environment"}


@STYLES
def test_that_a_symbol_letters_cannot_say_keeps_its_digits_and_is_said(written, strict):
    out = written(strict)
    units = list(
        children(child(parse_xml(out.content, "out.xml"), "Organizations", "Units"), "Unit")
    )
    by_name = {text(each, "Name"): each for each in units}
    cyber = by_name["Raven cell"]
    assert text(cyber, "SymbolIdentifier") == "S-G--------A--G"
    assert text(cyber, "UnitSymbolModifiers", "AdditionalInfo") == "10066000111103000000"
    assert text(by_name["4 Brigade"], "SymbolIdentifier") == "S-G-UCI---AH--G"
    assert text(by_name["4 Brigade"], "UnitSymbolModifiers", "AdditionalInfo") == ""
    said = "Symbol: nearest letters, digits in AdditionalInfo"
    (loss,) = [each for each in out.losses if each.what == said]
    assert "Raven cell" in loss.examples


@STYLES
def test_that_every_other_field_is_a_loss(written, strict):
    more = (
        Proposed("unit", "full", "",
                 {"name": "Full", "side_id": BLUE, "role": "HN", "strength_planned": 600,
                  "notice_days": 3, "location_name": "Narvik", "contact": "Chief of staff",
                  "echelon": "SHIP", "domain": "MARITIME", "note": "A free remark."}),
        Proposed("equipment", "planned", "",
                 {"unit_id": BRIGADE, "title": "Truck", "quantity_planned": 20}),
        Proposed("command_relation", "later", "",
                 {"unit_id": Link("unit", "full"), "superior_id": BRIGADE, "relation": "OPCON",
                  "start": 1440}),
        Proposed("command_relation", "opcom", "",
                 {"unit_id": BATTALION, "superior_id": LENT, "relation": "OPCOM"}),
    )  # fmt: skip
    lost = what(written(strict, *more))
    for name in ("Role in the exercise", "Notice to move (days)", "Location",
                 "Point of contact", "Note"):  # fmt: skip
        assert lost[f"Unit: {name}"] == 1, name
    assert ("Unit: Strength on paper" in lost) is strict
    assert lost["Equipment: On paper"] == 1
    assert lost["Echelon SHIP, which MSDL does not know"] == 1
    assert lost["Command relation that does not hold at STARTEX"] == 1
    assert lost["Command relation OPCOM, written as one not specified"] == 1
    assert lost["Symbol: none is fixed, the one drawn is written"] == 1


def test_that_friend_and_hostile_follow_the_viewpoint(workspace, written, tmp_path):
    written(False)
    picture = workspace.ask(force_picture)
    red = next(row.id for row in picture.sides if row.name == "Red")
    out = write_msdl(picture, Choices(viewpoint=red))
    intake = read_back(tmp_path, out.content)
    found = {
        row.values["name"]: row.values["identity"] for row in intake.rows if row.noun == "side"
    }
    assert found == {"Red": "friend", "Blue": "hostile", "Red navy": "friend"}
    cell = next(row for row in intake.rows if row.values.get("name") == "Raven cell")
    assert cell.values["sidc"] == "10036000111103000000"


@STYLES
def test_that_the_same_ids_become_the_same_handles_each_time(workspace, written, strict):
    first = written(strict)
    second = write_msdl(workspace.ask(force_picture), Choices(strict=strict))
    assert (first.content, first.keys) == (second.content, second.keys)


@STYLES
def test_that_what_came_from_msdl_goes_out_with_its_own_handles(workspace, read, tmp_path, strict):
    sample = Path(__file__).with_name("northern.xml")
    workspace.do(take_in, read_msdl(sample))
    out = write_msdl(workspace.ask(force_picture), Choices(strict=strict))
    before, after = read_msdl(sample), read_back(tmp_path, out.content)
    assert {(r.noun, r.key): r.values for r in after.rows} == {
        (r.noun, r.key): r.values for r in before.rows
    }


@STYLES
def test_that_the_plan_knows_its_own_forces_again(workspace, written, tmp_path, strict):
    """A file that went out and comes back unchanged changes nothing."""
    written(strict)
    path = tmp_path / "out.xml"
    export_forces(workspace, path, force_format("msdl"), Choices(strict=strict))
    weighing = workspace.ask(dry_run, read_msdl(path))
    assert weighing.count("same") == len(weighing.rows)


@STYLES
def test_that_an_empty_plan_goes_out_too(workspace, tmp_path, strict):
    out = write_msdl(workspace.ask(force_picture), Choices(strict=strict))
    assert read_back(tmp_path, out.content).rows == ()


@STYLES
def test_that_signs_xml_cannot_hold_do_no_harm(written, tmp_path, strict):
    row = Proposed("unit", "odd", "", {"name": "<A & B> ]]>", "side_id": BLUE, "note": "a\tb"})
    intake = read_back(tmp_path, written(strict, row).content)
    assert "<A & B> ]]>" in {each.values.get("name") for each in intake.rows}


def test_that_the_note_of_a_command_relation_and_a_strength_of_nobody_are_said_lost(written):
    noted = Proposed(
        "command_relation",
        "noted",
        "",
        {
            "unit_id": BATTALION,
            "superior_id": BRIGADE,
            "relation": "OPCON",
            "note": "Relationship in MSDL: ATTACHED",
        },
    )
    cadre = Proposed("unit", "cadre", "", {"name": "Cadre", "strength_planned": 0})
    lost = what(written(False, noted, cadre))
    assert lost["Command relation: Note"] == 1
    nobody = "Unit: Strength on paper of nobody, which NETN takes for one not stated"
    assert lost[nobody] == 1


def test_that_an_army_of_many_millions_comes_back(workspace, written, tmp_path):
    horde = {"name": "Horde", "strength_planned": 10**9, "strength_present": 20_000_000}
    back = read_back(tmp_path, written(False, Proposed("unit", "horde", "", horde)).content)
    (values,) = [row.values for row in back.rows if row.values.get("name") == "Horde"]
    assert (values["strength_planned"], values["strength_present"]) == (10**9, 20_000_000)
