"""Units on the map: GeoJSON, KML and NVG say the same of the same forces, and what they leave."""

from __future__ import annotations

import json
import re

import pytest
from lxml import etree

from exerciseplanner.domain.intake import Link, Proposed
from exerciseplanner.exchange.delivery import composed
from exerciseplanner.exchange.force_formats import force_format
from exerciseplanner.exchange.writing import Choices
from exerciseplanner.workspace.queries.forces import sides as all_sides
from tests.exchange.forces_at_hand import (
    AWKWARD,
    exercise_at,
    full_unit,
    many_units,
    sides,
)

KML = {"k": "http://www.opengis.net/kml/2.2"}
NVG = {"n": "https://tide.act.nato.int/schemas/2012/10/nvg"}
FORMATS = ("geojson", "kml", "nvg")


@pytest.fixture
def written(tmp_path):
    """Writes rows in a format and gives the content with its losses."""
    opened = []

    def write(name, *rows, viewpoint=None):
        workspace = exercise_at(tmp_path, f"PLAN{len(opened)}", *rows)
        opened.append(workspace)
        side = next((s.id for s in workspace.ask(all_sides) if s.name == viewpoint), None)
        return composed(workspace, force_format(name), Choices(viewpoint=side))

    yield write
    for workspace in opened:
        workspace.close()


def names_in(name, content):
    """What the units of a file are called, in its order."""
    if name == "geojson":
        return [each["properties"]["name"] for each in json.loads(content)["features"]]
    root = etree.fromstring(content)
    if name == "kml":
        return root.xpath("//k:Placemark/k:name/text()", namespaces=KML)
    return root.xpath("//n:point/@label", namespaces=NVG)


def awkward():
    """Units that stand somewhere, named as badly as names come."""
    for number, name in enumerate(AWKWARD):
        place = {"latitude": 60.0 + number, "longitude": 10.0, "side_id": Link("side", "blue")}
        yield Proposed("unit", f"a{number}", "", {"name": name, **place})


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("count", [0, 1, 300])
def test_that_every_unit_with_a_place_is_in_the_file_once(written, name, count):
    units = tuple(many_units(count)) if count else ()
    found = names_in(name, written(name, *sides(), *units).content)
    assert found == [row.values["name"] for row in units]


@pytest.mark.parametrize("name", FORMATS)
def test_that_awkward_names_come_out_as_they_are(written, name):
    found = names_in(name, written(name, *sides(), *awkward()).content)
    assert [re.sub(r"\s+", " ", each) for each in found] == [
        re.sub(r"\s+", " ", each) for each in AWKWARD
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_that_units_without_a_place_are_counted_and_named(written, name):
    lost = (
        Proposed("unit", "l1", "", {"name": "Nowhere", "latitude": 60.0}),
        Proposed("unit", "l2", "", {"name": "Somewhere", "latitude": 60.0, "longitude": 0.0}),
        Proposed("equipment", "e", "", {"unit_id": Link("unit", "l2"), "title": "Tank"}),
    )
    file = written(name, *sides(), full_unit(), *lost)
    losses = {each.what: each for each in file.losses}
    assert losses["Units without a place"].count == 1
    assert losses["Units without a place"].examples == ("Nowhere",)
    assert losses["Unit: Strength on paper"].examples == ("1st Brigade",)
    assert losses["Items of equipment"].count == 1
    assert names_in(name, file.content) == ["1st Brigade", "Somewhere"]


def test_that_geojson_is_longitude_first_and_says_whose_unit_it_is(written):
    below = Proposed(
        "unit", "b", "",
        {"name": "Signals", "parent_id": Link("unit", "u1"), "latitude": -1.5, "longitude": 179.9},
    )  # fmt: skip
    content = json.loads(written("geojson", *sides(), full_unit(), below).content)
    first, second = content["features"]
    assert content["type"] == "FeatureCollection"
    assert second["geometry"] == {"type": "Point", "coordinates": [179.9, -1.5]}
    assert second["properties"]["superior"] == "1st Brigade"
    assert second["properties"]["side"] == first["properties"]["side"] == "Blue"
    assert first["properties"]["sidc"] == "10031000181211020000"
    assert first["properties"]["echelon"] == "Brigade"
    assert first["id"] == first["properties"]["id"]


def test_that_a_viewpoint_turns_friend_and_hostile_round(written):
    content = json.loads(written("geojson", *sides(), full_unit(), viewpoint="Red").content)
    properties = content["features"][0]["properties"]
    assert (properties["identity"], properties["sidc"][3]) == ("hostile", "6")


def test_that_kml_has_folders_as_the_tree_has_and_refers_to_nothing_outside(written):
    deep = [full_unit()]
    for number in range(2, 40):
        values = {"name": f"Level {number}", "parent_id": Link("unit", f"u{number - 1}")}
        if number == 39:
            values |= {"latitude": 1.0, "longitude": 2.0}
        deep.append(Proposed("unit", f"u{number}", "", values))
    empty = Proposed("unit", "e", "", {"name": "Nowhere", "side_id": Link("side", "red")})
    root = etree.fromstring(written("kml", *sides(), *deep, empty).content)
    folders = root.xpath("//k:Folder/k:name/text()", namespaces=KML)
    assert folders == ["Blue", "1st Brigade", *(f"Level {number}" for number in range(2, 39))]
    last = root.xpath("//k:Placemark[k:name='Level 39']", namespaces=KML)[0]
    assert len(last.xpath("ancestor::k:Folder", namespaces=KML)) == 39
    assert last.xpath("k:Point/k:coordinates/text()", namespaces=KML) == ["2.0,1.0"]
    assert not root.xpath("//*[local-name()='href' or local-name()='NetworkLink']")
    styles = root.xpath("//k:styleUrl/text()", namespaces=KML)
    assert {each.lstrip("#") for each in styles} <= set(root.xpath("//@id"))


def test_that_nvg_is_of_the_edition_that_networks_take_and_marked(written):
    near = full_unit("n", "Drones", sidc="10031000151211990000")
    file = written("nvg", *sides(), full_unit(), near)
    root = etree.fromstring(file.content)
    assert root.tag == f"{{{NVG['n']}}}nvg"
    assert root.get("version") == "2.0.2"
    symbols = root.xpath("//n:point/@symbol", namespaces=NVG)
    assert symbols[0] == "app6b:SFGPUCIZ---H---"
    assert root.xpath("//n:g/@label", namespaces=NVG) == ["Blue"]
    assert any(each.what.startswith("Symbol: only nearly") for each in file.losses)


@pytest.mark.parametrize("name", ["kml", "nvg"])
def test_that_control_characters_do_not_stop_a_map(written, name):
    odd = full_unit("o", "Bell\x07 and \x1f mark", location_name="\x0b", short_name="\x01")
    file = written(name, *sides(), odd)
    assert names_in(name, file.content) == ["Bell and  mark"]


@pytest.mark.parametrize("name", FORMATS)
def test_that_degrees_are_plain_figures_at_the_ends_of_the_earth_and_near_its_middle(written, name):
    places = [(-90.0, -180.0), (90.0, 180.0), (-1e-09, 2e-07)]
    units = [
        Proposed("unit", f"u{n}", "", {"name": f"{n}", "latitude": north, "longitude": east})
        for n, (north, east) in enumerate(places)
    ]
    content = written(name, *units).content
    if name == "geojson":
        found = [each["geometry"]["coordinates"] for each in json.loads(content)["features"]]
        assert found == [[-180.0, -90.0], [180.0, 90.0], [2e-07, 0.0]]
        assert b"-0.0" not in content
        return
    root = etree.fromstring(content)
    if name == "kml":
        found = root.xpath("//k:coordinates/text()", namespaces=KML)
    else:
        found = [f"{each.get('x')},{each.get('y')}" for each in root.iter("{*}point")]
    assert found == ["-180.0,-90.0", "180.0,90.0", "0.0000002,0.0"]
