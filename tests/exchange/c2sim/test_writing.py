"""Initialisation messages out of the plan, after their schemas, and back."""

from __future__ import annotations

import pytest
from lxml import etree

from exerciseplanner.domain.identity import seen_from
from exerciseplanner.domain.intake import Link, Proposed
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.c2sim.codes import ECHELONS, HOSTILITIES, NIL
from exerciseplanner.exchange.c2sim.reading import read_c2sim
from exerciseplanner.exchange.delivery import export_forces
from exerciseplanner.exchange.force_formats import force_format
from exerciseplanner.exchange.writing import Choices
from exerciseplanner.workspace.operations.forces import edit_units
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries import forces
from tests.exchange.c2sim.conftest import only, rows
from tests.exchange.c2sim.schema import faults
from tests.exchange.forces_at_hand import (
    awkward_units,
    exercise_at,
    full_unit,
    many_units,
    picture_of,
    sides,
    taken_back,
)

VERSIONS = ("c2sim-1.1", "c2sim-2.0")
OWN = "11111111-2222-4333-8444-555555555555"


@pytest.fixture(params=VERSIONS)
def form(request):
    return force_format(request.param)


@pytest.fixture
def plan(tmp_path):
    """Opens a plan that holds proposed rows; closed afterwards."""
    opened = []

    def begin(*proposed, name="NORDIC"):
        opened.append(exercise_at(tmp_path, name, *proposed))
        return opened[-1]

    yield begin
    for workspace in opened:
        workspace.close()


def written(workspace, form, choices=None):
    """The losses and the tree of what goes out, which the schema allows."""
    found = form.write(picture_of(workspace), choices or Choices())
    root = etree.fromstring(found.content)
    assert faults(root) == []
    return {loss.what: loss for loss in found.losses}, root


def unit_called(root, name):
    (found,) = [
        each
        for each in root.iter("{*}Unit", "{*}NonMilitaryOrganization")
        if each.findtext("{*}Name") == name
    ]
    return found


def read_back(workspace, form, tmp_path, choices=None):
    path = tmp_path / "back.xml"
    path.write_bytes(form.write(picture_of(workspace), choices or Choices()).content)
    return read_c2sim(path)


def everything():
    yield from sides()
    yield Proposed("participant", "EU", "", {"code": "EU", "name": "European Union"})
    yield Proposed("side", "grey", "", {"name": "Grey", "identity": "neutral"})
    yield Proposed("side", "other", "", {"name": "Other", "identity": "unknown"})
    yield from awkward_units()
    yield Proposed(
        "unit", "red", "",
        {"name": "Raiders", "side_id": Link("side", "red"), "echelon": "COMPANY",
         "sidc": "10061000151211000000", "external_id": OWN},
    )  # fmt: skip
    yield Proposed(
        "unit", "cyber", "",
        {"name": "CPT", "side_id": Link("side", "blue"), "sidc": "10036000001101000000",
         "status": "partly operational", "latitude": -0.5, "longitude": 1e-07},
    )  # fmt: skip
    yield Proposed(
        "unit", "civil", "",
        {"name": "Telecom", "domain": "CIV", "echelon": "TEAM",
         "participant_id": Link("participant", "EU")},
    )  # fmt: skip
    yield Proposed("unit", "ship", "", {"name": "Frigate", "echelon": "SHIP", "domain": "MARITIME"})
    for key, title, values in (
        ("e1", "Lorry", {"quantity_planned": 12, "quantity_present": 8}),
        ("e2", "Lorry", {"quantity_planned": 3}),
        ("e3", "Radio", {}),
        (
            "e4",
            "Drone",
            {
                "quantity_planned": 1,
                "quantity_present": 1,
                "sidc": "10030100001103000000",
                "external_id": "99999999-2222-4333-8444-555555555555",
                "note": "Position: 58.5, 16.25\nStatus: Not operational\nMarking: D-1",
            },
        ),
    ):
        owner = Link("unit", "u1")
        yield Proposed("equipment", key, "", {"title": title, "unit_id": owner, **values})
    yield Proposed(
        "system", "s1", "", {"code": "S1", "title": "JC3", "unit_id": Link("unit", "u1")}
    )
    yield Proposed("capability", "k1", "", {"code": "K1", "title": "Mine hunting"})
    yield Proposed(
        "unit_capability", "k2", "",
        {"unit_id": Link("unit", "u2"), "capability_id": Link("capability", "k1")},
    )  # fmt: skip
    yield Proposed(
        "command_relation", "c1", "",
        {"unit_id": Link("unit", "u2"), "superior_id": Link("unit", "cyber"),
         "relation": "OPCON", "start": 60},
    )  # fmt: skip


def test_that_everything_goes_out_after_the_schema(plan, form):
    losses, root = written(plan(*everything()), form)
    assert len(root.findall(".//{*}Unit")) == 10
    assert len(root.findall(".//{*}NonMilitaryOrganization")) == 1
    assert len(root.findall(".//{*}Aircraft")) == 1
    for what in (
        "Unit: Short name",
        "Unit: Provided by an organisation that is no country",
        "Unit: Notice to move (days)",
        "Unit: Readiness band",
        "Unit: Note",
        "Side: Note",
        "Unit: Status, where it is none of C2SIM's four",
        "Unit: Strength in people; at most the share present goes out",
        "Unit: Echelon that C2SIM has no code for",
        "Unit: Echelon of a civil organisation",
        "Unit: Symbol not fixed, written as its domain and role suggest",
        "Command relation: From",
        "Systems",
        "Capabilities held",
        "Symbol: letters say it nearly at most; digits go beside them",
        "Equipment: a number not stated, written as the other",
        "Marking of the exercise: stands in a comment only",
    ):
        assert what in losses, what
    assert losses["Unit: Echelon that C2SIM has no code for"].examples == ("Frigate",)
    assert losses["Equipment: a number not stated, written as the other"].count == 2


def test_that_it_is_the_same_message_every_time_and_another_when_the_forces_change(plan, form):
    workspace = plan(*sides(), full_unit())
    first = form.write(picture_of(workspace), Choices()).content
    assert form.write(picture_of(workspace), Choices()).content == first
    workspace.do(edit_units, [workspace.ask(forces.units)[0].id], {"name": "Renamed"})
    second = form.write(picture_of(workspace), Choices()).content

    def ids(content):
        header = etree.fromstring(content).find("{*}C2SIMHeader")
        return header.findtext("{*}ConversationID"), header.findtext("{*}MessageID")

    assert ids(first)[0] == ids(second)[0]
    assert ids(first)[1] != ids(second)[1]


def test_that_uuids_are_those_it_came_with_else_made_for_good(plan, form):
    workspace = plan(
        *sides(),
        Proposed("unit", "a", "", {"name": "Outer", "external_id": OWN}),
        Proposed("unit", "b", "", {"name": "Own"}),
        Proposed("unit", "c", "", {"name": "Foreign", "external_id": "u17"}),
        Proposed("unit", "d", "", {"name": "Nil", "external_id": NIL}),
    )
    _, root = written(workspace, form)
    uuids = {
        each.name: unit_called(root, each.name).findtext("{*}UUID")
        for each in workspace.ask(forces.units)
    }
    own = {each.name: each.id for each in workspace.ask(forces.units)}
    assert uuids["Outer"] == OWN
    assert uuids["Own"] == own["Own"]
    assert len(set(uuids.values())) == 4
    assert NIL not in uuids.values()


def test_that_every_pair_of_sides_is_related_as_each_sees_the_other(plan, form):
    _, root = written(plan(*everything()), form)
    names = {
        each.findtext("{*}UUID"): each.findtext("{*}Name") for each in root.iter("{*}ForceSide")
    }
    stated = {"Blue": "friend", "Red": "hostile", "Grey": "neutral", "Other": "unknown"}
    found = {
        (each.findtext("{*}Name"), names[relation.findtext("{*}OtherSide")]): HOSTILITIES[
            relation.findtext("{*}HostilityStatusCode")
        ]
        for each in root.iter("{*}ForceSide")
        for relation in each.findall("{*}ForceSideRelation")
    }
    assert found == {
        (one, other): seen_from(stated[other], stated[one])
        for one in stated
        for other in stated
        if one != other
    }


def test_that_what_c2sim_holds_comes_back_equal(plan, form, tmp_path):
    workspace = plan(*everything())
    before = {row.name: row for row in workspace.ask(forces.units)}
    side_names = {row.id: row.name for row in workspace.ask(forces.sides)}
    names = {row.id: row.name for row in before.values()}
    picture = picture_of(workspace)
    intake = read_back(workspace, form, tmp_path)
    keys = {row.key: row.values["name"] for row in intake.rows if "name" in row.values}
    assert {row.values["name"]: row.values["identity"] for row in rows(intake, "side")} == {
        row.name: row.identity for row in picture.sides
    }
    assert len(rows(intake)) == len(before)
    for name, row in before.items():
        back = only(intake, " ".join(name.split())).values
        parent, side = back.get("parent_id"), back.get("side_id")
        assert (keys[parent.key] if parent else None) == " ".join(
            names.get(row.parent_id, "").split()
        ) or (parent is None and row.parent_id is None)
        assert (keys[side.key] if side else "") == side_names.get(picture.side_of.get(row.id), "")
        assert back.get("latitude") == row.latitude
        assert back.get("longitude") == row.longitude
        if row.sidc:
            assert back["sidc"] == row.sidc
        if row.echelon in ECHELONS.values() and row.domain != "CIV":
            assert back["echelon"] == row.echelon
    (norway,) = rows(intake, "participant")
    assert norway.values == {"code": "NOR", "name": "Norway"}
    provided = {row.values["name"] for row in rows(intake) if "participant_id" in row.values}
    assert provided == {"1st Brigade"}
    assert only(intake, "1st Brigade").values["participant_id"] == Link("participant", "NOR")
    assert only(intake, "CPT").values["status"] == "Partly operational"
    assert only(intake, "Telecom").values["domain"] == "CIV"
    (relation,) = rows(intake, "command_relation")
    assert relation.values["relation"] == "OPCON"
    assert keys[relation.values["superior_id"].key] == "CPT"
    equipment = {
        (row.values["title"], row.values["quantity_planned"], row.values["quantity_present"])
        for row in rows(intake, "equipment")
    }
    assert equipment == {("Lorry", 12, 8), ("Lorry", 3, 3), ("Radio", 0, 0), ("Drone", 1, 1)}
    drone = only(intake, "Drone").values
    assert drone["sidc"] == "10030100001103000000"
    assert set(str(drone["note"]).splitlines()) == {
        "Position: 58.5, 16.25",
        "Status: Not operational",
        "Marking: D-1",
    }


def test_that_a_file_that_comes_back_changes_nothing_and_a_change_in_it_is_taken(
    plan, form, tmp_path
):
    workspace = plan(*everything())
    path = tmp_path / "out.xml"
    export_forces(workspace, path, form)
    assert taken_back(path, workspace) == {"added": 0, "changed": 0, "kept": 0}
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(">Raiders<", ">Marauders<"), encoding="utf-8")
    assert taken_back(path, workspace) == {"added": 0, "changed": 1, "kept": 0}
    assert "Marauders" in {row.name for row in workspace.ask(forces.units)}


def test_that_it_can_be_taken_into_another_plan_and_goes_out_the_same(plan, form, tmp_path):
    first = form.write(picture_of(plan(*everything())), Choices())
    path = tmp_path / "message.xml"
    path.write_bytes(first.content)
    other = plan(name="OTHER")
    other.do(take_in, read_c2sim(path))
    path.write_bytes(form.write(picture_of(other), Choices()).content)
    again = plan(name="THIRD")
    again.do(take_in, read_c2sim(path))

    def shown(workspace):
        picture = picture_of(workspace)
        return [
            [row[2:] for row in rows]
            for rows in (
                [(0, 0, r.name, r.identity, r.external_id, r.note) for r in picture.sides],
                [
                    (0, 0, r.name, r.echelon, r.domain, r.sidc, r.status, r.latitude, r.external_id)
                    for r in picture.units
                ],
                [
                    (0, 0, r.title, r.quantity_planned, r.quantity_present, r.sidc, r.note)
                    for r in sorted(picture.equipment, key=lambda row: (row.title, row.note))
                ],
            )
        ]

    assert shown(other) == shown(again)


def test_that_symbols_are_drawn_as_the_viewpoint_sees_them_and_read_so(plan, form, tmp_path):
    workspace = plan(*everything())
    red = next(row.id for row in workspace.ask(forces.sides) if row.name == "Red")
    choices = Choices(viewpoint=red)
    _, root = written(workspace, form, choices)
    assert unit_called(root, "Raiders").findtext(".//{*}APP6C-SIDC")[1] == "F"
    assert unit_called(root, "1st Brigade").findtext(".//{*}APP6C-SIDC")[1] == "H"
    back = read_back(workspace, form, tmp_path, choices)
    seen = {row.values["name"]: row.values["identity"] for row in rows(back, "side")}
    assert (seen["Red"], seen["Blue"]) == ("friend", "hostile")


@pytest.mark.parametrize(
    ("sidc", "letters", "exact"),
    [
        ("10031000181211020000", "SFGPUCIZ---H---", True),
        ("SFGAUCI----H---", "SFGAUCI----H---", True),
        ("SGGCUCI----HNLG", "SFGPUCI----H--G", False),
        ("10131000181211000000", "SFGPUCI----H---", False),
        ("10031040181211000000", "SFGPUCI----H---", False),
        ("10036000181101000000", None, False),
        ("130360001811010000000000000000", None, False),
        ("nonsense", None, False),
    ],
)
def test_that_letters_fit_the_pattern_of_the_schema_and_digits_go_beside_them(
    plan, form, tmp_path, sidc, letters, exact
):
    workspace = plan(*sides(), full_unit(sidc=sidc))
    losses, root = written(workspace, form)
    code = unit_called(root, "1st Brigade").findtext(".//{*}APP6C-SIDC")
    assert code == letters
    assert any(what.startswith("Symbol: letters") for what in losses) is not exact
    if sidc.isdigit():
        assert only(read_back(workspace, form, tmp_path), "1st Brigade").values["sidc"] == sidc


def test_that_the_share_of_strength_goes_out_with_the_place(plan, form):
    _, root = written(plan(*sides(), full_unit(status="Fully operational")), form)
    state = unit_called(root, "1st Brigade").find("{*}CurrentState/{*}PhysicalState")
    assert state.findtext(".//{*}StrengthPercentage") == "93"
    assert state.findtext(".//{*}OperationalStatusCode") == "FullyOperational"
    nowhere = full_unit(latitude=None, longitude=None)
    losses, root = written(plan(*sides(), nowhere, name="NOWHERE"), form)
    assert unit_called(root, "1st Brigade").find("{*}CurrentState") is None
    assert "Unit: Status and share present of a unit without a place" in losses


def test_that_who_is_simulated_by_nobody_is_listed_too(plan, form):
    _, root = written(
        plan(*sides(), full_unit(note="Simulated by: KORA"), full_unit("u2", "2nd Brigade")), form
    )
    listed = [
        (each.findtext("{*}SystemName"), len(each.findall("{*}ActorReference")))
        for each in root.iter("{*}SystemEntityList")
    ]
    assert listed == [("KORA", 1), ("UNASSIGNED", 1)]


def test_that_types_and_echelons_kept_in_the_note_go_out_as_they_came(plan, form):
    note = (
        "SISO entity type: 11.1.225.3.0.0.0\nEntity type: MechInf (sword)\n"
        "Entity type: plain\nC2SIM echelon: BATGRP"
    )
    losses, root = written(plan(*sides(), full_unit(note=note, echelon="BATTALION")), form)
    found = unit_called(root, "1st Brigade")
    assert found.findtext("{*}EchelonCode") == "BATGRP"
    assert found.findtext("{*}SISOEntityType/{*}DISCountry") == "225"
    named = [
        (each.findtext("{*}EntityTypeName"), each.findtext("{*}EntityTypeNamespace"))
        for each in found.findall("{*}NamedEntityType")
    ]
    assert named[1:] == [("MechInf", "sword"), ("plain", "")]
    assert "Unit: Note" not in losses
    for kept in ("1.2.3", "1.1.1.200.0.0.0", "a.b.c.d.e.f.g"):
        workspace = plan(*sides(), full_unit(note=f"SISO entity type: {kept}"), name=kept)
        losses, root = written(workspace, form)
        assert unit_called(root, "1st Brigade").find("{*}SISOEntityType") is None
        assert "SISO entity type: not one that the schema takes" in losses


def test_that_the_marking_stands_where_people_see_it(plan, form):
    workspace = plan(*sides(), full_unit(), name="STORM -- NORTH-")
    content = form.write(picture_of(workspace), Choices()).content.decode()
    comment = content.splitlines()[1]
    assert comment.startswith("<!-- STORM")
    assert "UNCLASSIFIED" in comment


def test_that_a_plan_without_units_is_refused(plan, form):
    with pytest.raises(Refusal) as refusal:
        form.write(picture_of(plan(*sides())), Choices())
    assert "no unit" in refusal.value.message
    assert refusal.value.remedy


def test_that_many_units_go_out_and_come_back(plan, form, tmp_path):
    workspace = plan(*sides(), *many_units(300))
    intake = read_back(workspace, form, tmp_path)
    assert len(rows(intake)) == 300
    assert only(intake, "299 Company").values["latitude"] == 60.299


def test_that_a_plan_in_which_nobody_is_a_friend_says_so(plan, form):
    red = Proposed("side", "red", "", {"name": "Red", "identity": "hostile"})
    unit = Proposed("unit", "u", "", {"name": "Raiders", "side_id": Link("side", "red")})
    losses, _ = written(plan(red, unit), form)
    assert "Who is a friend: sides are only friend or hostile to each other" in losses


def test_that_a_domain_no_symbol_says_is_a_loss_and_a_symbol_that_is_not_written_is_not_said_to_be(
    plan, form, tmp_path
):
    cell = Proposed("unit", "c", "", {"name": "Cell", "domain": "CYBER", "echelon": "TEAM"})
    workspace = plan(cell, full_unit(side_id=None, participant_id=None))
    losses, root = written(workspace, form)
    assert losses["Unit: Domain, which the symbol does not say"].examples == ("Cell",)
    assert unit_called(root, "Cell").find("{*}APP6CSymbol") is None
    assert "Unit: Symbol not fixed, written as its domain and role suggest" not in losses
    assert only(read_back(workspace, form, tmp_path), "Cell").values["domain"] == ""


def test_that_tabs_in_names_are_said_lost(plan, form):
    losses, _root = written(plan(Proposed("unit", "u", "", {"name": "1st\tand 2nd"})), form)
    assert losses["Name: tabs, double blanks and signs that XML does not know"].count == 1


def test_that_equipment_without_a_type_comes_back_without_a_note(plan, form, tmp_path):
    owner = Proposed("unit", "u", "", {"name": "Depot"})
    rounds = {"unit_id": Link("unit", "u"), "title": "Rounds", "quantity_planned": 12_000_000}
    workspace = plan(owner, Proposed("equipment", "e", "", rounds | {"quantity_present": 9}))
    intake = read_back(workspace, form, tmp_path)
    (found,) = rows(intake, "equipment")
    assert (found.values["quantity_planned"], found.values["quantity_present"]) == (12_000_000, 9)
    assert found.values["note"] == ""
