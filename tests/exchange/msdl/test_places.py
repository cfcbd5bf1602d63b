"""All four kinds of coordinates name the same place."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.geocentric import GeodeticPlace, to_geocentric
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.msdl.places import read_position
from exerciseplanner.exchange.xml_reading import child, parse_xml
from tests.exchange.msdl.scenarios import place

PARIS = (48.8582, 2.2945)


def position(kind, **said):
    root = parse_xml(place(kind, **said).encode(), "forces.xml")
    return read_position(child(root, "Location"))


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("GDC", {"Latitude": 48.8582, "Longitude": 2.2945}),
        ("GDC", {"Latitude": " 48,8582 ", "Longitude": "2,2945"}),
        ("UTM", {"UTMGridZone": "31U", "UTMEasting": 448251.795, "UTMNorthing": 5411932.678}),
        ("GCC", dict(zip("XYZ", to_geocentric(GeodeticPlace(*PARIS, 35.0)), strict=True))),
        (
            "MGRS",
            {
                "MGRSGridZone": "31U",
                "MGRSGridSquare": "DQ",
                "MGRSPrecision": 5,
                "MGRSEasting": 48251,
                "MGRSNorthing": 11932,
            },
        ),
    ],
)
def test_that_every_kind_of_coordinates_is_read(kind, said):
    found = position(kind, **said)
    assert found[:2] == pytest.approx(PARIS, abs=2e-5)


def test_that_the_south_is_south():
    found = position("UTM", UTMGridZone="56H", UTMEasting=334873.199, UTMNorthing=6252266.092)
    assert found[:2] == pytest.approx((-33.857, 151.215), abs=1e-6)


@pytest.mark.parametrize(
    ("easting", "northing", "precision", "full"),
    [
        ("482", "119", 3, ("48200", "11900")),
        ("2", "9", 3, ("00200", "00900")),
        ("48251", "11932", 2, ("48251", "11932")),
        ("48251", "11932", "", ("48251", "11932")),
        ("48251", "932", 5, ("48251", "00932")),
    ],
)
def test_that_the_precision_gives_the_zeros_a_number_does_not_show(
    easting, northing, precision, full
):
    zone = {"MGRSGridZone": "31U", "MGRSGridSquare": "DQ"}
    found = position(
        "MGRS", **zone, MGRSPrecision=precision, MGRSEasting=easting, MGRSNorthing=northing
    )
    whole = position("MGRS", **zone, MGRSPrecision=5, MGRSEasting=full[0], MGRSNorthing=full[1])
    assert found[:2] == whole[:2]


@pytest.mark.parametrize(
    ("kind", "said", "why"),
    [
        ("GDC", {"Latitude": 91, "Longitude": 2}, "beyond a pole"),
        ("GDC", {"Latitude": "north", "Longitude": 2}, "Latitude reads “north”"),
        ("GDC", {"Latitude": "nan", "Longitude": 2}, "beyond a pole"),
        ("GDC", {"Longitude": 2}, "Latitude reads “”"),
        ("GCC", {"X": 1, "Y": 2, "Z": 3}, "far from its surface"),
        ("UTM", {"UTMGridZone": "U", "UTMEasting": 1, "UTMNorthing": 1}, "no zone of UTM"),
        ("UTM", {"UTMGridZone": "99U", "UTMEasting": 1, "UTMNorthing": 1}, "There is no zone 99"),
        (
            "MGRS",
            {"MGRSGridZone": "31U", "MGRSGridSquare": "II", "MGRSEasting": 1, "MGRSNorthing": 1},
            "no square II",
        ),
        (
            "MGRS",
            {"MGRSGridZone": "31U", "MGRSGridSquare": "DQ", "MGRSEasting": "½"},
            "MGRSEasting reads “½”",
        ),
        ("Cell", {"Row": 1}, "kind Cell are not known"),
    ],
)
def test_that_what_is_no_place_on_earth_is_refused_in_words(kind, said, why):
    with pytest.raises(Refusal, match=why):
        position(kind, **said)


def test_that_no_coordinates_are_no_position():
    assert position("GDC", Latitude="", Longitude="") is None
    assert read_position(None) is None


@pytest.mark.parametrize(
    ("written", "height"), [("", ""), ("0", ""), ("0.0", ""), ("137.7", "137.7")]
)
def test_that_a_height_is_kept_where_there_is_one(written, height):
    assert position("GDC", Latitude=1, Longitude=2, ElevationAGL=written).height == height
