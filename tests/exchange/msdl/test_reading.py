"""Scenarios come in as the plan has forces, and everything else of them is said."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.intake import Link
from exerciseplanner.domain.refusals import Refusal
from tests.exchange.msdl.scenarios import (
    BLUE,
    GREEN,
    NAMESPACE,
    RED,
    blue_and_red,
    handle,
    held_by,
    item,
    modifiers,
    place,
    scenario,
    side,
    tag,
    under,
    under_side,
    unit,
)


def rows(intake, noun="unit"):
    return [row for row in intake.rows if row.noun == noun]


def only(intake, name, noun="unit"):
    (row,) = [
        row
        for row in rows(intake, noun)
        if name in (row.values.get("name"), row.values.get("title"))
    ]
    return row


def said(doubts):
    return "\n".join(f"{doubt.place}: {doubt.message}" for doubt in doubts)


def test_that_units_stand_under_their_superiors_wherever_the_file_lists_them(read):
    intake = read(
        scenario(
            blue_and_red(),
            [
                unit(handle(3), "A Company", under(handle(2)), symbol="S-G-UCI----E--G"),
                unit(handle(2), "1 Battalion", under(f"\n  {handle(1)}\n")),
                unit(handle(1), "Brigade", under_side(BLUE), symbol="S-G-UCI---AH--G"),
                unit(handle(4), "Raiders", under_side(RED)),
            ],
        )
    )
    assert intake.read == {"sides": 2, "units": 4, "equipment": 0}
    assert intake.source == "msdl:Northern test"
    company = only(intake, "A Company")
    assert company.place == "Blue / Brigade / 1 Battalion / A Company"
    assert company.key == company.values["external_id"] == handle(3)
    assert company.values["parent_id"] == Link("unit", handle(2))
    assert company.values["side_id"] == Link("side", BLUE)
    brigade = only(intake, "Brigade")
    assert "parent_id" not in brigade.values
    assert brigade.values["sidc"] == "10031002181211000000"
    assert (brigade.values["echelon"], brigade.values["domain"]) == ("BRIGADE", "LAND")
    assert only(intake, "Raiders").values["sidc"] == "10061000161211000000"
    assert intake.doubts == ()


@pytest.mark.parametrize(
    "root",
    [
        f'MilitaryScenario xmlns="{NAMESPACE}" xmlns:m="urn:model"',
        f'msdl:MilitaryScenario xmlns:msdl="{NAMESPACE}" xmlns:m="urn:model"',
        'MilitaryScenario xmlns="urn:of:somebody" xmlns:m="urn:model"',
        'MilitaryScenario xmlns:m="urn:model"',
    ],
    ids=["practice", "letter", "another", "none"],
)
def test_that_the_namespace_does_not_matter_but_is_remarked(read, root):
    intake = read(
        scenario(blue_and_red(), [unit(handle(1), "Brigade", under_side(BLUE))], root=root)
    )
    assert intake.read == {"sides": 2, "units": 1, "equipment": 0}
    assert ("Schema: " in said(intake.doubts)) is (NAMESPACE not in root)


def test_that_modifiers_the_plan_has_no_field_for_stand_in_the_note(read):
    detail = modifiers(
        Echelon="BATTALION",
        ReinforcedReduced="RD",
        StaffComments="reserve",
        AdditionalInfo="amphibious",
        CombatEffectiveness="AMBER",
        HigherFormation="4 (BLU)",
        IFF="M5",
        UniqueDesignation="1 BN",
        SpecialC2HQ="JFC",
    )
    status = tag("Status", tag("MOPPLevel", "LEVEL_2"), tag("WeaponControlStatus", "WEAPONS_HOLD"))
    intake = read(
        scenario(blue_and_red(), [unit(handle(1), "1 Battalion", under_side(BLUE), detail, status)])
    )
    battalion = only(intake, "1 Battalion")
    assert battalion.values["short_name"] == "1 BN"
    assert str(battalion.values["note"]).splitlines() == [
        "Status of reinforcement: Reinforced and reduced (±)",
        "Staff comments: reserve",
        "Additional information: amphibious",
        "Combat effectiveness: AMBER",
        "Higher formation: 4 (BLU)",
        "IFF: M5",
        "Special headquarters: JFC",
        "MOPP level: LEVEL_2",
        "Weapon control status: WEAPONS_HOLD",
    ]
    assert intake.doubts == ()
    assert len(intake.left_out) == 1  # the particulars of the scenario itself


def test_that_everything_else_is_in_the_loss_report_by_what_it_is_called(read):
    formation = tag("OwnFormation", tag("FormationSpacing", "250"))
    nets = tag("CommunicationNetInstances", tag("CommunicationNetInstance", "x"))
    support = tag("SupportRelations", tag("SupportRelation", tag("SupportType", "DS")))
    relations = under_side(BLUE).replace("</Relations>", f"{support}</Relations>")
    foreign = '<x:Fuel xmlns:x="urn:x">80</x:Fuel>'
    moving = tag("Disposition", tag("Speed", "4"), tag("DirectionOfMovement", "90"), formation)
    intake = read(
        scenario(
            blue_and_red(),
            [
                unit(handle(1), "1 Battalion", relations, nets, moving, foreign),
                unit(
                    handle(2),
                    "2 Battalion",
                    under_side(BLUE),
                    tag("Disposition", tag("Speed", "4")),
                ),
                unit(handle(3), "3 Battalion", under_side(BLUE), tag("Disposition", "<Speed/>")),
            ],
            [],
            tag("Overlays", tag("Overlay", tag("OverlayName", "Operations"))),
            tag(
                "TacticalGraphics",
                tag("TacticalGraphic", tag("ObjectHandle", "g1")),
                "<TacticalGraphic/>",
            ),
            tag("Deployment", tag("Federate", tag("Name", "SIM A"))),
            "<Installations/>",
        )
    )
    assert said(intake.left_out).splitlines() == [
        "Units: Communication net instances: 1 (1 Battalion).",
        "Units: Speed: 2 (1 Battalion, 2 Battalion).",
        "Units: Direction of movement: 1 (1 Battalion).",
        "Units: Own formation: 1 (1 Battalion).",
        "Units: Fuel: 1 (1 Battalion).",
        "Units: Support relations: 1 (1 Battalion).",
        (
            "Scenario: The exercise keeps its own particulars; the scenario's: "
            "name “Northern test”; written in “1.0”."
        ),
        "Overlays: 1 left out (Operations).",
        "Tactical graphics: 2 left out (g1).",
        "Deployment: 1 left out (SIM A).",
    ]


def test_that_an_echelon_beside_the_symbol_counts_and_a_disagreement_is_said(read):
    intake = read(
        scenario(
            blue_and_red(),
            [
                unit(handle(1), "2nd", under_side(BLUE), modifiers(Echelon="COMPANY")),
                unit(
                    handle(2),
                    "Battery",
                    under_side(BLUE),
                    modifiers(Echelon="BATTERY"),
                    symbol="S-G-UCF----E--G",
                ),
                unit(
                    handle(3),
                    "Fighters",
                    under_side(BLUE),
                    modifiers(Echelon="SQUADRON"),
                    symbol="S-G-UCV----F--G",
                ),
                unit(handle(4), "Odd", under_side(BLUE), modifiers(Echelon="COHORT")),
            ],
        )
    )
    assert only(intake, "2nd").values["echelon"] == "COMPANY"
    assert only(intake, "2nd").values["sidc"] == "10031000151211000000"
    assert only(intake, "Battery").values["echelon"] == "COMPANY"
    assert only(intake, "Fighters").values["echelon"] == "AIR-SQUADRON"
    assert only(intake, "Odd").values["echelon"] == "BATTALION"
    assert said(intake.doubts).splitlines() == [
        "Blue / 2nd: Its echelon reads COMPANY, its symbol says BATTALION; COMPANY was taken.",
        "Blue / Odd: The echelon “COHORT” is not known.",
    ]


def test_that_symbols_without_an_equal_stay_in_letters_and_nonsense_is_kept_in_the_note(read):
    intake = read(
        scenario(
            blue_and_red(),
            [
                unit(handle(1), "Odd", under_side(RED), symbol="S-G-UZZZZZ-F--G"),
                unit(handle(2), "None", under_side(BLUE), symbol="infantry"),
                unit(handle(3), "Staff", under_side(BLUE), symbol="S-G-U-----AI--G"),
                unit(handle(4), "Claims", under_side(BLUE), symbol="SHGPUCI----F--G"),
            ],
        )
    )
    assert only(intake, "Odd").values["sidc"] == "SHGPUZZZZZ-F--G"
    assert only(intake, "None").values["sidc"] == ""
    assert only(intake, "None").values["note"] == "Symbol code: infantry"
    assert only(intake, "Staff").values["sidc"] == "10031002210000000000"
    assert only(intake, "Claims").values["sidc"] == "10031000161211000000"
    doubts = said(intake.doubts)
    assert (
        "Red / Odd: The symbol S-G-UZZZZZ-F--G has no equal in digits; kept in letters." in doubts
    )
    assert "Blue / None: The symbol “infantry” is not understood." in doubts
    assert "Blue / Claims: Its symbol says hostile, its side is friend." in doubts
    assert "Staff" not in doubts


def test_that_small_letters_and_stars_in_a_symbol_do_no_harm(read):
    units = [
        unit(handle(1), "Small", under_side(BLUE), symbol="s-g-uci----f--g"),
        unit(handle(2), "Stars", under_side(BLUE), symbol="S*G*UCI---*F***"),
    ]
    intake = read(scenario(blue_and_red(), units))
    assert {row.values["sidc"] for row in rows(intake)} == {"10031000161211000000"}


def test_that_digits_in_the_additional_information_are_the_symbol(read):
    digits = modifiers(Echelon="SECTION", AdditionalInfo="10036000131103000000")
    intake = read(
        scenario(
            blue_and_red(),
            [unit(handle(1), "CPT", under_side(RED), digits, symbol="S-G-U---------G")],
        )
    )
    team = only(intake, "CPT")
    assert team.values["sidc"] == "10066000131103000000"
    assert (team.values["domain"], team.values["note"]) == ("CYBER", "")


@pytest.mark.parametrize("kind", ["OPCON", "TACON"])
def test_that_a_state_of_command_becomes_a_command_relation(read, kind):
    organic = tag("OrganicSuperiorHandle", handle(1))
    intake = read(
        scenario(
            blue_and_red(),
            [
                unit(handle(1), "1 Brigade", under_side(BLUE)),
                unit(handle(2), "2 Brigade", under_side(BLUE)),
                unit(handle(3), "Lent", under(handle(2), kind, organic)),
            ],
        )
    )
    (relation,) = rows(intake, "command_relation")
    assert relation.values == {
        "unit_id": Link("unit", handle(3)),
        "superior_id": Link("unit", handle(2)),
        "relation": kind,
    }
    assert relation.place == "Blue / 1 Brigade / Lent, under 2 Brigade"
    assert only(intake, "Lent").values["parent_id"] == Link("unit", handle(1))
    assert intake.read["command relations"] == 1


def test_that_a_relation_nato_does_not_have_is_kept_in_the_note(read):
    intake = read(
        scenario(
            blue_and_red(),
            [
                unit(handle(1), "Brigade", under_side(BLUE)),
                unit(handle(2), "Attached", under(handle(1), "ATTACHED")),
                unit(handle(3), "Plain", under(handle(1), "NONE")),
            ],
        )
    )
    assert rows(intake, "command_relation") == []
    assert only(intake, "Attached").values["note"] == "Relationship in MSDL: ATTACHED"
    assert only(intake, "Plain").values["note"] == ""
    assert "Its command relation is ATTACHED; no state of command in NATO" in said(intake.doubts)


def test_that_equipment_is_held_by_its_unit_or_else_its_organic_superior(read):
    intake = read(
        scenario(
            blue_and_red(),
            [unit(handle(1), "1 Battalion", under_side(BLUE))],
            [
                item(
                    handle(11),
                    held_by(handle(1)),
                    tag("Name", "111"),
                    Quantity="14",
                    EquipmentType="Leopard 2",
                ),
                item(
                    handle(12),
                    held_by(RED, handle(1), "Force"),
                    UniqueDesignation="Captured",
                    symbol="S-G-E---------G",
                ),
                item(handle(13), held_by(RED, choice="Force"), EquipmentType="Truck"),
                item(handle(14), held_by(handle(99)), EquipmentType="Lost"),
                item(handle(15), held_by(handle(1)), Quantity="many"),
            ],
        )
    )
    tank = only(intake, "Leopard 2", "equipment")
    assert tank.values == {
        "title": "Leopard 2",
        "external_id": handle(11),
        "quantity_present": 14,
        "sidc": "10031500001202000000",
        "note": "Name: 111",
        "unit_id": Link("unit", handle(1)),
    }
    assert tank.place == "Blue / 1 Battalion / Leopard 2"
    assert only(intake, "Captured", "equipment").values["sidc"] == ""
    assert intake.read["equipment"] == 3
    refused = [doubt for doubt in intake.doubts if doubt.severity == "refused"]
    assert said(refused).splitlines() == [
        "Equipment / Truck: It is held by the side Red, not by a unit of the file.",
        f"Equipment / Lost: It is held by {handle(99)}, not by a unit of the file.",
    ]
    assert "Captured: No unit is stated to hold it; put with its organic superior." in said(
        intake.doubts
    )
    assert "Equipment 5: Its quantity reads “many”" in said(intake.doubts)


def test_that_holdings_of_netn_become_equipment_and_strength(read):
    def holding(name, equipment, on_hand, required):
        return tag(
            "Holding",
            tag("NSN_Code", f"NSN-{name}"),
            tag("NSN_Name", name),
            tag("IsEquipment", equipment),
            tag("OnHandQuantity", on_hand),
            tag("RequiredOnHandQuantity", required),
        )

    holdings = tag(
        "Holdings",
        holding("Personnel", "false", "480.0", "520.0"),
        holding("Jeep", "true", "12.0", "14.0"),
        holding("Jeep", "true", "2.0", "0.0"),
        holding("Diesel", "false", "900.0", "0.0"),
    )
    intake = read(
        scenario(blue_and_red(), [unit(handle(1), "1 Battalion", under_side(BLUE), holdings)])
    )
    battalion = only(intake, "1 Battalion")
    assert (battalion.values["strength_planned"], battalion.values["strength_present"]) == (
        520,
        480,
    )
    first, second = rows(intake, "equipment")
    assert (first.values["quantity_planned"], first.values["quantity_present"]) == (14, 12)
    assert (second.values["quantity_planned"], second.values["quantity_present"]) == (None, 2)
    assert first.values["note"] == "NSN: NSN-Jeep"
    assert first.key != second.key
    assert "Units: Holding of Diesel: 1 (1 Battalion)." in said(intake.left_out)


def test_that_a_quantity_of_a_holding_that_is_no_count_is_said(read):
    few = tag("Holding", tag("NSN_Name", "Personnel"), tag("OnHandQuantity", "a few"))
    intake = read(
        scenario(
            blue_and_red(), [unit(handle(1), "1 Battalion", under_side(BLUE), tag("Holdings", few))]
        )
    )
    assert "1 Battalion: Its OnHandQuantity reads “a few”, which is no count" in said(intake.doubts)


def test_that_handles_that_are_twice_missing_or_odd_are_said_and_taken(read):
    intake = read(
        scenario(
            blue_and_red(),
            [
                unit(handle(1), "First", under_side(BLUE)),
                unit(handle(1), "Second", under_side(BLUE)),
                unit("", "Third", under_side(BLUE)),
                unit("HQ-1", "Fourth", under_side(BLUE)),
                unit(handle(5), "", under("hq-1")),
            ],
        )
    )
    assert len({row.key for row in rows(intake)}) == 5
    assert only(intake, "Unit 5").values["parent_id"] == Link("unit", "hq-1")
    doubts = said(intake.doubts)
    assert f"Blue / Second: Its handle {handle(1)} is that of another" in doubts
    assert "Blue / Third: It has no handle" in doubts
    assert "Blue / Fourth / Unit 5: It has no name; called “Unit 5”." in doubts
    assert "Schema: 1 handles are no UUID in small letters (HQ-1)" in doubts


def test_that_a_scenario_with_nothing_in_it_says_so(read):
    intake = read(scenario())
    assert intake.rows == ()
    assert "holds no side and no unit" in said(intake.doubts)


def test_that_another_xml_file_is_refused_by_what_it_is(read):
    with pytest.raises(Refusal, match=r"forces\.xml is XML, but no MSDL scenario: .* kind Message"):
        read("<Message/>")


def test_that_a_position_that_is_none_is_left_empty_and_said(read):
    intake = read(
        scenario(
            blue_and_red(),
            [
                unit(handle(1), "Lost", under_side(BLUE), place("GDC", Latitude=95, Longitude=10)),
                unit(
                    handle(2), "Unplaced", under_side(BLUE), place("GDC", Latitude="", Longitude="")
                ),
                unit(
                    handle(3),
                    "High",
                    under_side(BLUE),
                    place("GDC", Latitude=60, Longitude=10, ElevationAGL="137.7"),
                ),
            ],
        )
    )
    assert "latitude" not in only(intake, "Lost").values
    assert "latitude" not in only(intake, "Unplaced").values
    assert only(intake, "High").values["latitude"] == 60.0
    assert only(intake, "High").values["note"] == "Height: 137.7 m"
    assert said(intake.doubts).startswith("Blue / Lost: Its position was left empty: Latitude 95")
    assert len(intake.doubts) == 1


def test_that_the_same_file_has_the_same_keys_again(read):
    content = scenario(blue_and_red(), [unit("", "Nameless", under_side(BLUE))])
    assert [row.key for row in read(content).rows] == [row.key for row in read(content).rows]


def test_that_sides_keep_country_service_and_allegiance_in_their_note(read):
    army = side(
        GREEN,
        "Army",
        [],
        tag("AllegianceHandle", RED),
        tag("MilitaryService", "ARMY"),
        tag("CountryCode", "XXA"),
    )
    intake = read(scenario([*blue_and_red(), army]))
    found = only(intake, "Army", "side")
    assert found.values["identity"] == "hostile"
    assert found.values["note"] == "Allegiance: Red\nMilitary service: ARMY\nCountry: XXA"
