"""Scenarios of ORBAT Mapper: every unit taken, everything else said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.intake import Link
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.orbat_mapper.reading import read_orbat
from exerciseplanner.exchange.orbat_mapper.scenario import load_scenario
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries import forces
from exerciseplanner.workspace.workspace import Workspace
from tests.exchange.orbat_mapper.scenarios import group, scenario, side, unit

SAMPLES = Path(__file__).parents[3] / "../shared/samples/forces"


@pytest.fixture
def read(tmp_path):
    def reader(content):
        path = tmp_path / "forces.json"
        text = content if isinstance(content, str | bytes) else json.dumps(content)
        path.write_bytes(text if isinstance(content, bytes) else text.encode("utf-8"))
        return read_orbat(path)

    return reader


def rows(intake, noun="unit"):
    return [row for row in intake.rows if row.noun == noun]


def only(intake, name):
    (row,) = [row for row in intake.rows if row.values["name"] == name]
    return row


def only_unit(intake, name):
    (row,) = [row for row in rows(intake) if row.values["name"] == name]
    return row


def said(doubts):
    return "\n".join(f"{doubt.place}: {doubt.message}" for doubt in doubts)


def test_that_sides_groups_and_units_keep_their_order_and_superiors(read):
    company = unit("A Company", "10031000151211000000")
    battalion = unit("1 Battalion", "10031000161211000000", company, shortName="1 Bn")
    content = scenario(
        side("Blue", battalion, unit("2 Battalion")),
        side("Red", unit("Raiders", "10061000151211000000"), identity="6"),
    )
    intake = read(content)
    assert [row.values["name"] for row in intake.rows] == [
        "Blue",
        "Land",
        "1 Battalion",
        "A Company",
        "2 Battalion",
        "Red",
        "Land",
        "Raiders",
    ]
    assert intake.read == {"sides": 2, "groups": 2, "units": 4}
    assert intake.source == "orbat-mapper:exercise-north"
    lowest = only(intake, "A Company")
    assert lowest.key == lowest.values["external_id"] == company["id"]
    assert lowest.values["parent_id"] == Link("unit", battalion["id"])
    assert lowest.values["side_id"] == Link("side", content["sides"][0]["id"])
    assert only(intake, "1 Battalion").values["short_name"] == "1 Bn"
    assert intake.doubts == ()


def test_that_a_group_becomes_a_unit_of_no_echelon(read):
    intake = read(scenario(side("Blue", unit("1 Battalion"))))
    land = only(intake, "Land")
    assert (land.noun, land.values["status"]) == ("unit", "group")
    assert "echelon" not in land.values
    assert "parent_id" not in land.values


def test_that_units_directly_below_a_side_are_taken_too(read):
    intake = read(scenario(side("Blue", groups=[], subUnits=[unit("Liaison")])))
    assert "parent_id" not in only(intake, "Liaison").values


@pytest.mark.parametrize(
    ("digit", "identity"),
    [
        ("0", "unknown"),
        ("1", "unknown"),
        ("2", "friend"),
        ("3", "friend"),
        ("4", "neutral"),
        ("5", "hostile"),
        ("6", "hostile"),
        ("", "unknown"),
        ("9", "unknown"),
    ],
)
def test_that_the_standard_identity_of_a_side_is_one_of_four(read, digit, identity):
    intake = read(scenario(side("Blue", identity=digit)))
    assert only(intake, "Blue").values["identity"] == identity
    exact = digit in ("1", "3", "4", "6")
    assert bool(intake.doubts) is not exact


def test_that_a_position_is_the_units_own_or_else_its_first(read):
    moves = [
        {"id": "1", "t": "2026-09-14T06:00:00Z", "location": [17.4, 68.4]},
        {"id": "2", "t": "2026-09-15T06:00:00Z", "location": [18.0, 69.0], "via": [[17.5, 68.5]]},
    ]
    intake = read(
        scenario(
            side(
                "Blue",
                unit("Ship", state=moves),
                unit("Post", location=[10.5, 60.25], state=moves),
                unit("Depot"),
            )
        )
    )
    ship, post = only(intake, "Ship"), only(intake, "Post")
    assert (ship.values["longitude"], ship.values["latitude"]) == (17.4, 68.4)
    assert "Position as of 2026-09-14T06:00:00Z" in str(ship.values["note"])
    assert (post.values["longitude"], post.values["latitude"]) == (10.5, 60.25)
    assert "latitude" not in only(intake, "Depot").values
    lost = said(intake.left_out)
    assert "Blue / Land / Ship: History: 1 state (1 × position, 1 × route)." in lost
    assert "Blue / Land / Post: History: 2 states (2 × position, 1 × route)." in lost


@pytest.mark.parametrize(
    "location", [[200, 10], [10, 95], [10], ["a", "b"], {"lon": 1}, [True, False], [1e400, 0]]
)
def test_that_a_position_that_is_none_on_earth_is_left_empty_and_said(read, location):
    intake = read(scenario(side("Blue", unit("Lost", location=location))))
    assert "latitude" not in only(intake, "Lost").values
    assert "none on Earth" in said(intake.doubts)


def test_that_strength_is_the_sum_of_the_personnel(read):
    people = [
        {"name": "Officers", "count": 14, "onHand": 12},
        {"name": "Other ranks", "count": 500},
        {"name": "Ghosts", "count": "many"},
    ]
    intake = read(scenario(side("Blue", unit("1 Battalion", personnel=people))))
    battalion = only(intake, "1 Battalion")
    assert battalion.values["strength_planned"] == 514
    assert battalion.values["strength_present"] == 512
    assert "Personnel: Officers 12 of 14, Other ranks 500" in str(battalion.values["note"])
    assert "The number of Ghosts is no count" in said(intake.doubts)


def test_that_what_the_plan_has_no_field_for_stands_in_the_note(read):
    text = {"higherFormation": "24", "uniqueDesignation": "X"}
    intake = read(
        scenario(
            side(
                "Blue",
                unit(
                    "1 Battalion",
                    description="First.\nSecond.",
                    externalUrl="https://example.org/1",
                    textAmplifiers=text,
                    reinforcedStatus="ReinforcedReduced",
                ),
            )
        )
    )
    assert only(intake, "1 Battalion").values["note"] == (
        "First.\nSecond.\n"
        "Further information: https://example.org/1\n"
        "Higher formation: 24\n"
        "Unique designation: X\n"
        "Status of reinforcement: Reinforced and reduced (±)"
    )


def test_that_the_loss_report_names_what_is_not_taken_by_unit_and_kind(read):
    intake = read(
        scenario(
            side(
                "Blue",
                unit(
                    "1 Battalion",
                    equipment=[{"name": "IFV", "count": 44}, {"name": "Truck", "count": 60}],
                    supplies=[{"name": "Fuel", "count": 9000}],
                    media=[{"url": "https://example.org/a.jpg"}],
                    rangeRings=[{"name": "Reach", "range": 5}],
                    properties={"averageSpeed": {"value": 17.2, "uom": "knots"}},
                    symbolOptions={"fillColor": "red"},
                    locked=True,
                    futureThing=[1, 2, 3],
                ),
                isHidden=True,
            ),
            events=[{"title": "Landing"}],
            layers=[{"id": "l", "name": "Overlay", "features": [{"meta": {"name": "PL RED"}}]}],
            mapLayers=[{"name": "Chart"}],
            unitTemplates=[{"name": "Standard company"}],
        )
    )
    lost = said(intake.left_out)
    place = "Blue / Land / 1 Battalion"
    for line in (
        f"{place}: Supplies: 1 (9000 × Fuel).",
        f"{place}: Pictures and media: 1 (https://example.org/a.jpg).",
        f"{place}: Range rings: 1 (Reach).",
        f"{place}: Properties: average speed 17.2 knots.",
        f"{place}: Look of the symbol: fill color red.",
        f"{place}: Lock against changes.",
        f"{place}: Future thing: 3 (1, 2, 3).",
        "Blue: Hidden on the map.",
        "Scenario: Events: 1 (Landing).",
        "Layer Overlay: Feature: 1 (PL RED).",
        "Scenario: Map layers: 1 (Chart).",
        "Scenario: Unit templates: 1 (Standard company).",
    ):
        assert line in lost
    assert "name “North”; start “2026-09-14T06:00:00Z”" in lost
    assert "IFV" not in lost


def test_that_equipment_is_taken_with_its_numbers_and_the_symbol_of_its_kind(read):
    intake = read(
        scenario(
            side(
                "Blue",
                unit(
                    "1 Battalion",
                    id="b1",
                    equipment=[
                        {"name": "IFV", "count": 44, "onHand": 40},
                        {"name": "IFV", "count": "many"},
                        {"count": 3},
                        "truck",
                    ],
                ),
            ),
            equipment=[{"name": "IFV", "sidc": "10031500001201000000"}],
        )
    )
    first, second = rows(intake, "equipment")
    assert (first.key, second.key) == ("b1: IFV", "b1: IFV#2")
    assert first.values["unit_id"] == Link("unit", "b1")
    assert [first.values[f"quantity_{when}"] for when in ("planned", "present")] == [44, 40]
    assert first.values["sidc"] == second.values["sidc"] == "10031500001201000000"
    assert second.values["quantity_planned"] is None
    assert "The number of IFV is no count" in said(intake.doubts)
    assert said(intake.doubts).count("Equipment without a name was left out.") == 2


def test_that_an_id_that_comes_twice_loses_no_unit(read):
    twice = [unit("First", id="same"), unit("Second", id="same"), unit("Third", id="same")]
    intake = read(scenario(side("Blue", *twice)))
    assert len({row.key for row in rows(intake)}) == 4
    assert said(intake.doubts).count("is that of another") == 2


def test_that_a_unit_below_itself_is_two_units(read):
    intake = read(
        scenario(side("Blue", unit("Loop", "10031000001211000000", unit("Loop", id="x"), id="x")))
    )
    upper, lower = (row for row in rows(intake) if row.values["name"] == "Loop")
    assert lower.values["parent_id"] == Link("unit", upper.key)
    assert upper.key != lower.key


def test_that_a_unit_without_name_or_id_is_taken_and_said(read):
    nameless, short, anonymous = unit(None), unit("", shortName="1 Coy"), unit("Staff")
    del anonymous["id"]
    intake = read(scenario(side("Blue", nameless, short, anonymous)))
    names = [row.values["name"] for row in rows(intake)]
    assert names == ["Land", "Unit 1", "1 Coy", "Staff"]
    assert said(intake.doubts).count("It has no name") == 2
    assert "Blue / Land / Staff: It has no id" in said(intake.doubts)


def test_that_what_is_no_unit_is_left_out_and_said(read):
    broken = side("Blue", unit("1 Battalion"), "battalion", None, 7)
    broken["groups"] += ["group", {"id": "g", "name": "Air", "subUnits": "none"}]
    intake = read(scenario(broken, "side"))
    assert [row.values["name"] for row in intake.rows] == ["Blue", "Land", "1 Battalion", "Air"]
    assert sum(doubt.severity == "refused" for doubt in intake.doubts) == 6


def test_that_a_symbol_that_contradicts_its_side_is_said(read):
    intake = read(scenario(side("Blue", unit("Raiders", "10061000161211000000"))))
    assert only(intake, "Raiders").values["sidc"] == "10061000161211000000"
    assert "Its symbol says hostile, its side is friend." in said(intake.doubts)


def test_that_a_symbol_code_not_understood_stands_in_the_note(read):
    intake = read(scenario(side("Blue", unit("Odd", "tank"))))
    assert only(intake, "Odd").values["sidc"] == ""
    assert "Symbol code: tank" in str(only(intake, "Odd").values["note"])
    assert "“tank” is not understood" in said(intake.doubts)


def test_that_a_scenario_without_units_says_so(read):
    items = [{"kind": "tacticalGraphic", "name": "PL BLUE"}, {"kind": "geometry", "name": "HQ"}]
    layers = [{"id": "l", "kind": "overlay", "name": "Plan", "items": items}]
    intake = read(scenario(layerStack=layers))
    assert intake.rows == ()
    assert "no side and no unit" in said(intake.doubts)
    assert "Layer Plan: Tactical graphic: 1 (PL BLUE)." in said(intake.left_out)
    assert "Layer Plan: Geometry: 1 (HQ)." in said(intake.left_out)


def test_that_keys_stated_twice_and_values_that_are_no_numbers_are_said(read):
    text = json.dumps(scenario(side("Blue", unit("Lost", location=[1, 2]))))
    text = text.replace('"name": "Lost"', '"name": "Found", "name": "Lost"')
    intake = read(text.replace("[1, 2]", "[NaN, 2]"))
    assert "Stated more than once (name)." in said(intake.doubts)
    assert "A value reads NaN" in said(intake.doubts)
    assert "latitude" not in only(intake, "Lost").values


def test_that_stray_signs_do_not_reach_the_plan(read):
    intake = read(scenario(side("Blue", unit("A\x00lpha\ud800 \x1b[31m", description="a\r\nb"))))
    row = rows(intake)[1]
    assert row.values["name"] == "Alpha [31m"
    assert row.values["note"] == "a\nb"


def test_that_older_scenarios_are_read(read):
    older = scenario(side("Blue", unit("1 Battalion")), version="0.9.0", layers=[], mapLayers=[])
    for name in ("id", "layerStack", "settings", "timeZone"):
        del older[name]
    intake = read(older)
    assert intake.source == "orbat-mapper:North"
    assert only(intake, "1 Battalion")


def test_that_a_newer_version_is_read_with_a_doubt(read):
    intake = read(scenario(side("Blue"), version="4.1.0"))
    assert "newer than 3.x" in said(intake.doubts)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_that_the_encoding_is_told_from_the_content(tmp_path, encoding):
    path = tmp_path / "forces.txt"
    path.write_bytes(json.dumps(scenario(side("Blå")), ensure_ascii=False).encode(encoding))
    assert only(read_orbat(path), "Blå")


def deep(levels):
    return '{"subUnits": [' * levels + "]}" * levels


REFUSED = {
    "": "is empty",
    "   \n": "is empty",
    '{"type": "ORBAT-mapper", "sides": [': "damaged",
    "[1, 2, 3]": "it holds a list",
    "7": "it holds a single value",
    "{}": "it holds nothing",
    '{"objects": [], "schema": 1}': "it holds objects, schema",
    '{"type": "ORBAT-mapper-encrypted", "data": "x"}': "protected with a password",
    '{"type": "ORBAT-mapper", "sides": [' + "[" * 200_000 + "]" * 200_000 + "]}": "nested deeper",
    '{"type": "ORBAT-mapper", "n": ' + "9" * 5_000 + "}": "damaged",
}


@pytest.mark.parametrize("text", REFUSED, ids=REFUSED.values())
def test_that_what_is_no_scenario_is_refused_by_name(read, text):
    with pytest.raises(Refusal) as refused:
        read(text)
    assert REFUSED[text] in str(refused.value)
    assert "forces.json" in str(refused.value)
    assert refused.value.remedy


def test_that_units_nested_deeper_than_any_army_are_refused(read):
    nested = unit("Lowest")
    for _ in range(120):
        nested = unit("Level", "10031000001211000000", nested)
    with pytest.raises(Refusal, match="nested deeper"):
        read(scenario(side("Blue", nested)))


def test_that_a_file_beyond_all_measure_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "forces.json"
    path.write_text(json.dumps(scenario()), encoding="utf-8")
    monkeypatch.setattr("exerciseplanner.exchange.orbat_mapper.scenario.LARGEST_FILE", 10)
    with pytest.raises(Refusal, match="larger than"):
        load_scenario(path)


def test_that_a_file_that_is_not_there_or_no_text_is_refused(tmp_path):
    with pytest.raises(Refusal, match="There is no file"):
        read_orbat(tmp_path / "none.json")
    path = tmp_path / "forces.json"
    path.write_bytes(b'{"type": "ORBAT-mapper\xff\xfe"}')
    with pytest.raises(Refusal, match="UTF-8"):
        read_orbat(path)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
TEXTS = ("id", "name", "shortName", "sidc", "description", "externalUrl", "status")
LISTS = ("state", "personnel", "equipment", "media", "subUnits", "rangeRings", "location")
OTHERS = ("textAmplifiers", "reinforcedStatus", "properties", "symbolOptions")
PARTS = (*TEXTS, *LISTS, *OTHERS)


@given(st.lists(st.dictionaries(st.sampled_from(PARTS), JSON, max_size=6) | JSON, max_size=4))
def test_that_no_content_breaks_the_reading_and_the_plan_takes_what_is_read(
    tmp_path_factory, units
):
    folder = tmp_path_factory.mktemp("any")
    path = folder / "forces.json"
    path.write_text(json.dumps(scenario(side("Blue", *units))), encoding="utf-8")
    intake = read_orbat(path)
    assert len({(row.noun, row.key) for row in intake.rows}) == len(intake.rows)
    for row in intake.rows:
        assert row.values["name"]
        str(row.values).encode("utf-8")


def test_that_everything_read_finds_its_place_in_the_plan_and_comes_again_unchanged(read, tmp_path):
    intake = read(
        scenario(
            side(
                "Blue",
                unit("1 Bde", "10031000181211000000", unit("SOF", "10031000151218000000")),
                location=[1, 2],
            ),
            side("Red", unit("Raiders", "10063500001101000000"), identity="6"),
        )
    )
    workspace = Workspace.create(tmp_path / "a.exercise", "A")
    try:
        weighing = workspace.do(take_in, intake)
        assert weighing.count("added") == len(intake.rows)
        assert weighing.doubts == intake.doubts
        units = {each.name: each for each in workspace.ask(forces.units)}
        assert units["SOF"].parent_id == units["1 Bde"].id
        assert (units["SOF"].echelon, units["SOF"].domain) == ("COMPANY", "SOF")
        assert units["1 Bde"].external_id == intake.rows[2].key
        again = workspace.do(take_in, intake)
        assert again.count("same") == len(intake.rows)
    finally:
        workspace.close()


def walked(content) -> Iterator[tuple[dict, str | None, str]]:
    """Every group and unit of a scenario with the id of its superior and of its side."""
    for one in content["sides"]:
        for each in one["groups"]:
            yield each, None, one["id"]
            pending = [(below, each["id"]) for below in each["subUnits"]]
            while pending:
                current, parent = pending.pop()
                yield current, parent, one["id"]
                pending += [(below, current["id"]) for below in current.get("subUnits", [])]


def test_that_narvik_comes_in_whole():
    path = SAMPLES / "narvik40.json"
    if not path.is_file():
        pytest.skip("the shared samples are not here")
    content = json.loads(path.read_text(encoding="utf-8"))
    intake = read_orbat(path)
    assert intake.read == {"sides": 2, "groups": 3, "units": 39}
    assert intake.doubts == ()
    found = {row.key: row for row in rows(intake)}
    stated = list(walked(content))
    assert len(found) == len(stated) == 42
    for source, parent, side_id in stated:
        values = found[source["id"]].values
        assert values["name"] == source["name"]
        assert values.get("sidc", "") == source.get("sidc", "")
        assert values["side_id"] == Link("side", side_id)
        assert values.get("parent_id") == (Link("unit", parent) if parent else None)
        assert values.get("short_name", "") == source.get("shortName", "")
        if source.get("externalUrl"):
            assert source["externalUrl"] in str(values["note"])
        positions = [s["location"] for s in source.get("state", ()) if s.get("location")]
        if positions:
            assert [values["longitude"], values["latitude"]] == positions[0]
    assert found["sWWZciPN6L"].values["echelon"] == "DIVISION"
    assert found["E9iEDHE3Xi"].values["domain"] == "MARITIME"


def test_that_control_measures_are_not_lost_silently():
    path = SAMPLES / "controlMeasureScenario.json"
    if not path.is_file():
        pytest.skip("the shared samples are not here")
    intake = read_orbat(path)
    assert intake.rows == ()
    lost = said(intake.left_out)
    assert "Layer Control measures: Tactical graphic: 7" in lost
    for name in ("PL BLUE", "Planned boundary", "Bottom layer boundary", "Note", "Frontage"):
        assert name in lost


def test_that_a_group_of_a_group_file_is_kept_by_name(read):
    content = scenario(side("Blue", groups=[group("Air"), group("Sea", unit("Frigate"))]))
    intake = read(content)
    assert only(intake, "Frigate").place == "Blue / Sea / Frigate"


def test_that_numbers_beyond_every_measure_are_no_place_and_no_count(read):
    far = unit("Far", location=[10**400, 5])
    many = unit("Many", personnel=[{"name": "Ghosts", "count": 10**400}])
    intake = read(scenario(side("Blue", far, many)))
    assert "Far: The position [1000" in said(intake.doubts)
    assert "Many: The number of Ghosts is no count" in said(intake.doubts)


def test_that_a_million_rounds_and_an_army_of_a_billion_are_counts(read):
    stock = {"name": "Rounds 155 mm", "count": 12_000_000, "onHand": 11_000_000}
    crowd = {"name": "Personnel", "count": 10**9}
    intake = read(scenario(side("Blue", unit("Depot", equipment=[stock], personnel=[crowd]))))
    (rounds,) = rows(intake, "equipment")
    assert rounds.values["quantity_planned"] == 12_000_000
    assert only_unit(intake, "Depot").values["strength_planned"] == 10**9
    assert not intake.doubts


def test_that_a_place_is_taken_whatever_its_height_is(read):
    low, none = unit("Low", location=[10, 60, None]), unit("None", location=[None, 60, 5])
    intake = read(scenario(side("Blue", low, none, unit("High", location=[10, 60, 10**400]))))
    for name in ("Low", "High"):
        values = only_unit(intake, name).values
        assert (values["latitude"], values["longitude"], values["note"]) == (60, 10, "")
    assert "None: The position [None, 60, 5] is none on Earth" in said(intake.doubts)


def test_that_a_symbol_is_held_against_the_own_side_of_a_unit_and_of_what_is_under_it(read):
    below = unit("Below", "10061000151211000000")
    guest = unit("Guest", "10061000151211000000", below, exerciseplanner={"side": "red"})
    host = unit("Host", "10031000151211000000", guest)
    red = side("Red", identity="6") | {"id": "red"}
    assert not read(scenario(side("Blue", host), red)).doubts


def test_that_many_keys_stated_twice_are_found_at_once(read):
    twice = ",".join(f'"k{n}":1,"k{n}":2' for n in range(20_000))
    intake = read(f'{{"type":"ORBAT-mapper","version":"3","sides":[],{twice}}}')
    assert "Stated more than once (k0, k1, k10, k100, k1000, k10000, k10001, k10002, …)." in said(
        intake.doubts
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_that_a_scenario_is_read_in_every_encoding_that_json_may_have(read, encoding):
    content = json.dumps(scenario(side("Blåland", unit("Ærlig"))), ensure_ascii=False)
    assert only_unit(read(content.encode(encoding)), "Ærlig")


@pytest.mark.parametrize("odd", [None, 7, 1e400, ["a"], {"a": 1}, True])
def test_that_what_is_kept_as_an_id_elsewhere_is_taken_only_where_it_is_a_text(read, odd):
    intake = read(scenario(side("Blue", unit("Odd", exerciseplanner={"external_id": odd}))))
    assert only_unit(intake, "Odd").values["external_id"].startswith("u")
