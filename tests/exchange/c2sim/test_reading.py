"""Initialisation messages: every unit taken, everything else said."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.intake import Link
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.symbols import ECHELONS as ECHELON_DIGITS
from exerciseplanner.domain.symbols import LETTER_ECHELONS
from exerciseplanner.exchange.c2sim.codes import ECHELON_WORDS, ECHELONS, UNSTATED_ECHELONS
from exerciseplanner.workspace.queries.exercise import field_choices
from exerciseplanner.workspace.workspace import Workspace
from tests.exchange.c2sim.conftest import only, rows, said
from tests.exchange.c2sim.messages import (
    BLUE,
    NIL,
    RED,
    SPACE,
    SPACE_2,
    body,
    both_sides,
    dis,
    element,
    element_of,
    message,
    new_uuid,
    old_symbol,
    platform,
    side,
    state,
    symbol,
    system,
    unit,
)
from tests.samples import empty_at

ECHELON_CODES = (
    *("AG", "ARMY", "BATGRP", "BDE", "BDEGRP", "BN", "BNG", "CORPS", "COY", "COYG", "DIV"),
    *("FLEET", "FLIGHT", "NKN", "NOS", "NTF", "NTG", "NTU", "PLT", "REGION", "RGT", "SECT"),
    *("SQDRNA", "SQDRNM", "SQUAD", "TEAM", "TSKELN", "WING"),
)
"""EchelonCode of SMX, the same in every version."""


def test_that_sides_units_and_their_superiors_are_taken_with_their_uuids(read):
    brigade, battalion = new_uuid(), new_uuid()
    intake = read(
        message(
            *both_sides(),
            unit("2 Bn", battalion, state(), superior=brigade),
            unit("1 Bde", brigade, echelon="BDE", drawn=symbol("SFGPUCI----H---")),
            unit("Raiders", of=RED, drawn=symbol("SHGPUCI----E---"), echelon="COY"),
        )
    )
    assert intake.read == {"sides": 2, "units": 3}
    assert intake.kind == "c2sim"
    assert [row.values["name"] for row in intake.rows] == [
        "Blue",
        "Red",
        "2 Bn",
        "1 Bde",
        "Raiders",
    ]
    lower = only(intake, "2 Bn")
    assert lower.key == lower.values["external_id"] == battalion
    assert lower.place == "Blue / 1 Bde / 2 Bn"
    assert lower.values["parent_id"] == Link("unit", brigade)
    assert lower.values["side_id"] == Link("side", BLUE)
    assert lower.values["echelon"] == "BATTALION"
    assert lower.values["domain"] == "LAND"
    assert lower.values["sidc"] == "10031000161211000000"
    assert lower.values["status"] == "Fully operational"
    assert (lower.values["latitude"], lower.values["longitude"]) == (58.5, 16.25)
    assert "parent_id" not in only(intake, "1 Bde").values
    assert only(intake, "Raiders").values["sidc"] == "10061000151211000000"
    assert [doubt.severity for doubt in intake.doubts] == ["note"]


@pytest.mark.parametrize("space", [SPACE, SPACE_2, "urn:of-a-later-day", ""])
@pytest.mark.parametrize(
    "name", ["C2SIMInitializationBody", "ObjectInitializationBody", "ObjectInitialization"]
)
def test_that_any_namespace_and_a_bare_body_are_read(read, space, name):
    for text in (
        body(*both_sides(), unit(), space=space, name=name),
        message(*both_sides(), unit(), space=space, name=name),
    ):
        assert read(text).read == {"sides": 2, "units": 1}


def test_that_prefixes_do_not_matter(read):
    text = body(side(), unit("Prefixed"), space="")
    prefixed = text.replace("</", "</c:").replace("<", "<c:").replace("<c:/c:", "</c:")
    opened = prefixed.replace(
        "<c:C2SIMInitializationBody>", f'<c:C2SIMInitializationBody xmlns:c="{SPACE}">', 1
    )
    assert only(read(opened), "Prefixed").values["echelon"] == "BATTALION"


def test_that_the_symbols_and_types_of_the_first_versions_are_read(read):
    old = "".join(
        (
            old_symbol("SFGPUCI----F---"),
            element("EntityType", dis(11, 1, 225, 3, 0, 0, 0).replace("SISOEntity", "DISEntity")),
            element("EntityType", element("NamedEntityType", EntityTypeString="MechInf")),
        )
    )
    found = only(read(message(side(), unit("Old", drawn=old))), "Old")
    assert found.values["sidc"] == "10031000161211000000"
    assert found.values["note"] == "SISO entity type: 11.1.225.3.0.0.0\nEntity type: MechInf"


def test_that_identifiers_are_compared_whatever_their_case(read):
    upper, lower = "AAAAAAAA-1111-4111-8111-111111111111", "aaaaaaaa-1111-4111-8111-111111111111"
    intake = read(
        message(
            side("Blue", BLUE.upper()), unit("Upper", upper), unit("Lower", superior=lower, of=BLUE)
        )
    )
    assert only(intake, "Upper").key == lower
    assert only(intake, "Upper").values["external_id"] == upper
    assert only(intake, "Lower").values["parent_id"] == Link("unit", lower)
    assert only(intake, "Upper").values["side_id"] == Link("side", BLUE)


def test_that_every_echelon_code_maps_or_is_reported(read, tmp_path):
    assert sorted(ECHELONS) == sorted(ECHELON_CODES)
    workspace = Workspace.open(empty_at(tmp_path / "plan.exercise"))
    terms = workspace.ask(field_choices, NOUNS["unit"].field("echelon"))
    workspace.close()
    for code in ECHELON_CODES:
        intake = read(message(side(), unit("U", echelon=code, drawn="")))
        taken = only(intake, "U").values["echelon"]
        assert taken == ECHELONS[code]
        reported = f"Its echelon is {code}" in said(intake.doubts)
        assert reported is (code in ECHELON_WORDS)
        assert taken in terms or code in (*UNSTATED_ECHELONS, *ECHELON_WORDS)
        kept = f"C2SIM echelon: {code}" in str(only(intake, "U").values["note"])
        assert kept is (code in ECHELON_WORDS)


def test_that_an_unstated_echelon_is_that_of_the_symbol(read):
    for code in (*UNSTATED_ECHELONS, "", "HUGE"):
        intake = read(message(side(), unit("U", echelon=code, drawn=symbol("SFGPUCI----E---"))))
        assert only(intake, "U").values["echelon"] == "COMPANY"
        assert ("reads “HUGE”" in said(intake.doubts)) is (code == "HUGE")


def test_that_echelon_and_symbol_that_disagree_are_a_doubt(read):
    intake = read(message(side(), unit("U", echelon="BDE", drawn=symbol("SFGPUCI----F---"))))
    assert only(intake, "U").values["echelon"] == "BRIGADE"
    assert "Its symbol says BATTALION, its echelon BRIGADE" in said(intake.doubts)


def test_that_echelons_that_are_drawn_alike_agree(read):
    intake = read(message(side(), unit("U", echelon="SQDRNA", drawn=symbol("SFAPMF-----F---"))))
    assert ECHELON_DIGITS["AIR-SQUADRON"] == "16"
    assert LETTER_ECHELONS["16"] == "F"
    assert only(intake, "U").values["echelon"] == "AIR-SQUADRON"
    assert "Its symbol says" not in said(intake.doubts)


@pytest.mark.parametrize(
    ("letters", "digits", "doubt"),
    [
        ("SFGPUCI----F---", "10031000161211000000", ""),
        ("SFGPUCI---**--*", "10031000001211000000", ""),
        ("SHGPUCI----F---", "10031000161211000000", "drawn as hostile, its side is a friend"),
        ("SFGPUCVR-------", "10031000001206000000", "no exact code in digits; the nearest is kept"),
        ("SFAPUCVRUH-----", "SFAPUCVRUH-----", "no code in digits; the letters are kept"),
        ("tank", "", "“tank” is no symbol code; left empty"),
        ("", "", ""),
    ],
)
def test_that_letters_become_digits_seen_from_the_side(read, letters, digits, doubt):
    friends = unit("Own", drawn=symbol("SFGPUCI----F---"))
    intake = read(message(side(), unit("U", drawn=symbol(letters)), friends))
    assert only(intake, "U").values["sidc"] == digits
    found = [each.message for each in intake.doubts if each.place == "Blue / U"]
    assert doubt in "\n".join(found)
    assert bool(found) is bool(doubt)


def test_that_letters_that_were_not_taken_exactly_stand_in_the_note(read):
    intake = read(message(side(), unit("U", drawn=symbol("SFGPUCVR-------"))))
    assert "Symbol in C2SIM: SFGPUCVR-------" in str(only(intake, "U").values["note"])


def test_that_digits_beside_the_letters_are_taken_first(read):
    for namespace in ("app6d-sidc", "APP6E", "MIL-STD-2525D"):
        named = element(
            "NamedEntityType",
            EntityTypeName="10031000161211020000",
            EntityTypeNamespace=namespace,
        )
        found = only(read(message(side(), unit("U", drawn=symbol("SFGPUCI----F---") + named))), "U")
        assert found.values["sidc"] == "10031000161211020000"
        assert found.values["note"] == ""
    named = element("NamedEntityType", EntityTypeName="12", EntityTypeNamespace="sword")
    found = only(read(message(side(), unit("U", drawn=named))), "U")
    assert found.values["note"] == "Entity type: 12 (sword)"


@pytest.mark.parametrize(
    "place", [("95", "10"), ("10", "-181"), ("", "10"), ("north", "10"), ("nan", "inf")]
)
def test_that_a_position_that_is_none_on_earth_is_left_empty_and_said(read, place):
    intake = read(message(side(), unit("Lost", None, state(*place))))
    assert "latitude" not in only(intake, "Lost").values
    assert "none on Earth" in said(intake.doubts)


def test_that_height_time_and_share_of_strength_stand_in_the_note(read):
    parts = (
        element("DateTime", IsoDateTime="2026-09-14T06:00:00Z"),
        element("EntityHealthStatus", element("Strength", StrengthPercentage="80")),
    )
    height = element_of("AltitudeAGL", "120")
    intake = read(message(side(), unit("U", None, state("1", "2", *parts, more=height))))
    assert only(intake, "U").values["note"] == (
        "Height: 120 m above ground\n"
        "Position as of 2026-09-14T06:00:00Z\n"
        "Strength: 80 % of what it should be"
    )


def test_that_platforms_are_equipment_of_their_unit(read):
    crew, tank = new_uuid(), new_uuid()
    drawn = symbol("SFGPEVAT-------") + dis(1, 1, 78, 1, 2, 1, 0)
    intake = read(
        message(
            side(),
            platform("Leopard", tank, state(), superior=crew, drawn=drawn),
            unit("Tank troop", crew),
            systems=(system("KORA", tank, crew),),
        )
    )
    assert intake.read == {"sides": 1, "units": 1, "platforms": 1}
    (found,) = rows(intake, "equipment")
    assert found.key == found.values["external_id"] == tank
    assert found.place == "Blue / Tank troop / Leopard"
    assert found.values["unit_id"] == Link("unit", crew)
    assert (found.values["quantity_planned"], found.values["quantity_present"]) == (1, 1)
    assert str(found.values["sidc"]).startswith("10031500")
    assert found.values["note"] == (
        "Simulated by: KORA\n"
        "SISO entity type: 1.1.78.1.2.1.0\n"
        "Status: Fully operational\n"
        "Position: 58.5, 16.25"
    )


def test_that_a_platform_no_unit_has_is_a_unit_of_its_own(read):
    intake = read(
        message(
            side(),
            platform("Frigate", kind="SurfaceVessel", drawn=symbol("SFSPCLFF-------")),
            platform("Lost", superior=new_uuid()),
        )
    )
    assert rows(intake, "equipment") == []
    assert only(intake, "Frigate").values["domain"] == "MARITIME"
    assert said(intake.doubts).count("No unit of the message has this platform") == 2
    assert intake.read == {"sides": 1, "units": 0, "platforms": 2}


def test_that_what_a_unit_has_a_number_of_is_equipment(read):
    def resource(name, entity_type=(1, 1, 78, 2, 0, 0, 0), **numbers):
        quantities = {
            key: numbers[key]
            for key in ("OnHandQuantity", "OperationalQuantity", "RequiredOnHandQuantity")
            if key in numbers
        }
        return element("Resource", element_of("Name", name), *(
            element_of(key, value) for key, value in quantities.items()
        ), dis(*entity_type))  # fmt: skip

    parts = (
        resource("Lorry", OnHandQuantity="8", OperationalQuantity="7", RequiredOnHandQuantity="12"),
        resource("Lorry", OperationalQuantity="3.0"),
        resource(None, OperationalQuantity="2.5"),
    )
    crew = new_uuid()
    intake = read(message(side(), unit("Transport", crew, *parts)))
    first, second, third = rows(intake, "equipment")
    assert first.values == {
        "title": "Lorry",
        "quantity_planned": 12,
        "quantity_present": 8,
        "note": "SISO entity type: 1.1.78.2.0.0.0",
        "unit_id": Link("unit", crew),
    }
    assert (second.values["quantity_planned"], second.values["quantity_present"]) == (3, 3)
    assert third.values["title"] == "1.1.78.2.0.0.0"
    assert third.values["quantity_present"] is None
    assert "The number 2.5 is no count; left out." in said(intake.doubts)
    assert len({row.key for row in (first, second, third)}) == 3


def test_that_command_relations_become_those_of_the_plan(read):
    higher, lower = new_uuid(), new_uuid()

    def relation(code, to=None):
        return element("CommandRelation", ActorReference=to or higher, CommandRelationCode=code)

    related = "".join(
        (
            *(relation(code) for code in ("OPCON", "OPCON", "TACCNT", "ORGANC", "LOGCON")),
            relation("OPCOMD", new_uuid()),
        )
    )
    intake = read(
        message(
            side(),
            unit("Division", higher, echelon="DIV", drawn=""),
            unit("Brigade", lower, superior=higher, drawn=related),
        )
    )
    found = rows(intake, "command_relation")
    assert [row.values["relation"] for row in found] == ["OPCON", "TACON"]
    assert found[0].values["unit_id"] == Link("unit", lower)
    assert found[0].values["superior_id"] == Link("unit", higher)
    assert found[0].place == "Brigade under Division"
    assert intake.read["command relations"] == 2
    assert "Its command relation LOGCON is none that the plan has" in said(intake.doubts)
    assert "which is no unit; left out" in said(intake.doubts)
    assert "ORGANC" not in said(intake.doubts)


def test_that_the_country_a_unit_is_affiliated_with_provides_it(read):
    norway, police, unused = new_uuid(), new_uuid(), new_uuid()

    def organisation(uuid, **said):
        return element(
            "AbstractObject",
            element(
                "AbstractOrganization", element_of("Name", said.pop("name", None)),
                element_of("UUID", uuid), **said, OrganizationTypeCode="NOS",
            ),
        )  # fmt: skip

    intake = read(
        message(
            side(),
            organisation(norway, CountryCode="NOR"),
            organisation(police, name="Police", CountryCode="NOS"),
            organisation(unused, name="Sweden", CountryCode="SWE"),
            unit("Own", descriptor=element_of("AffiliatedWith", norway)),
            unit("Police", descriptor=element_of("AffiliatedWith", police)),
            unit(
                "Both",
                descriptor=element_of("AffiliatedWith", police)
                + element_of("AffiliatedWith", norway),
            ),
        )
    )
    (found,) = rows(intake, "participant")
    assert found.values == {"code": "NOR", "name": "Norway"}
    assert intake.read["countries"] == 1
    assert only(intake, "Own").values["participant_id"] == Link("participant", "NOR")
    assert only(intake, "Both").values["participant_id"] == Link("participant", "NOR")
    police_unit = next(row for row in rows(intake) if row.values["name"] == "Police")
    assert "participant_id" not in police_unit.values
    lost = said(intake.left_out)
    assert "Affiliation with an organisation: 2 (Police, Both)." in lost
    assert "Organisation: 2 left out (Police, Sweden)." in lost


def test_that_civil_organisations_are_units_of_the_civil_domain(read):
    held = element(
        "NonMilitaryOrganization",
        element("EntityDescriptor", Side=BLUE),
        symbol("SFGPUCI--------"),
        Name="Telecom",
        UUID=new_uuid(),
    )
    entity = element("Entity", element("ActorEntity", element("CollectiveEntity", held)))
    found = only(read(message(side(), entity)), "Telecom")
    assert found.values["domain"] == "CIV"
    assert found.values["echelon"] == ""


def test_that_systems_are_noted_and_what_they_hold_in_vain_is_said(read):
    held, missing, lost = new_uuid(), new_uuid(), new_uuid()
    intake = read(
        message(
            side(),
            unit("Twice", held),
            systems=(
                system("KORA", held, missing),
                system("SWORD", held.upper()),
                system("UNASSIGNED", held, lost),
            ),
        )
    )
    assert only(intake, "Twice").values["note"] == "Simulated by: KORA\nSimulated by: SWORD"
    assert "Blue / Twice: Several systems hold it: KORA, SWORD." in said(intake.doubts)
    assert f"KORA: It lists 1 that are not in the message ({missing})" in said(intake.doubts)
    assert f"UNASSIGNED: It lists 1 that are not in the message ({lost})" in said(intake.doubts)


def test_that_everything_else_is_counted_in_the_loss_report(read):
    task = element("ManeuverWarfareTask", Name="Seize", UUID=NIL)
    person = element(
        "Person", element("EntityDescriptor", Side=BLUE), Name="Liaison", UUID=new_uuid()
    )
    point = element("Point", Name="OP-CHICK", UUID=new_uuid())
    graphic = element("MapGraphic", element("TacticalGraphic", point))
    descriptor = element_of("CommunicationsNetwork", new_uuid())
    moving = element("DirectionOfMovement", element("Heading", HeadingAngle="90"))
    intake = read(
        message(
            side(),
            element("AbstractObject", element("Overlay", Name="Phase 1", UUID=new_uuid())),
            element("Action", element("Task", task)),
            unit(
                "U", None, state("1", "2", moving), element_of("CurrentTask", NIL),
                descriptor=descriptor,
            ),
            element("Entity", element("ActorEntity", person)),
            element("Entity", element("PhysicalEntity", graphic)),
            element_of("PlanPhaseReference", NIL),
            extra=element("InitializationDataFile", Name="terrain.db", SystemName="KORA"),
        )
    )  # fmt: skip
    assert intake.read == {"sides": 1, "units": 1}
    lost = said(intake.left_out)
    for line in (
        "message.xml: Communications network: 1 (U).",
        "message.xml: Current task: 1 (U).",
        "message.xml: Direction of movement: 1 (U).",
        "Initialisation data file: 1 left out (terrain.db).",
        "Overlay: 1 left out (Phase 1).",
        "Task: 1 left out (Seize).",
        "Person: 1 left out (Liaison).",
        "Point: 1 left out (OP-CHICK).",
        f"Plan phase: 1 left out ({NIL}).",
    ):
        assert line in lost
    assert "sent by “SERVER”; protocol version “1.0.2”; scenario begins" in lost


def test_that_doubts_that_many_share_are_one(read):
    units = [unit(f"{number} Bn", drawn=symbol("SFGPUCVR-------")) for number in range(1, 12)]
    intake = read(message(side(), *units))
    (doubt,) = [each for each in intake.doubts if "exact code" in each.message]
    assert doubt.place == "message.xml"
    assert doubt.message.startswith("11 units (1 Bn, 2 Bn, 3 Bn, ")
    assert "8 Bn, …): Its symbol SFGPUCVR" in doubt.message


def test_that_a_message_without_anything_is_said_to_be_empty(read):
    intake = read(message())
    assert intake.rows == ()
    assert "holds no side and no unit" in said(intake.doubts)


def test_that_a_later_edition_has_the_same_source(read):
    first = read(message(*both_sides(), unit())).source
    assert first == read(message(*reversed(both_sides()), unit("Another"))).source
    assert first == f"c2sim:{BLUE}"
