"""Tests of grid references against published ones, there and back, and in what they refuse."""

from __future__ import annotations

from math import cos, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.mgrs import format_mgrs, is_mgrs, parse_mgrs
from exerciseplanner.domain.refusals import Refusal

METRES = 111_200
"""In a degree of latitude, near enough."""


@pytest.mark.parametrize(
    ("latitude", "longitude", "reference"),
    [
        (48.8582, 2.2945, "31UDQ4825111932"),
        (-33.857, 151.215, "56HLH3487352266"),
        (38.8977, -77.0365, "18SUJ2339407395"),
        (-22.9519, -43.2106, "23KPQ8346660687"),
        (60.39135, 5.3249, "32VKN9750800645"),
        (33.3, 44.4, "38SMB4414084706"),
        (0.0, 0.0, "31NAA6602100000"),
        (-0.0000001, 3.0, "31MEV0000099999"),
        (78.2, 15.6, "33XWG1369680760"),
        (90.0, 0.0, "ZAH0000000000"),
        (-90.0, 0.0, "BAN0000000000"),
        (84.5, -60.0, "YSD7078894459"),
    ],
)
def test_that_places_have_the_references_other_tools_give_them(
    latitude: float, longitude: float, reference: str
) -> None:
    assert format_mgrs(latitude, longitude) == reference


@given(st.floats(-90, 90), st.floats(-180, 179.999))
def test_that_a_reference_leads_back_to_within_a_metre(latitude: float, longitude: float) -> None:
    found = parse_mgrs(format_mgrs(latitude, longitude))
    east = ((found[1] - longitude + 180) % 360 - 180) * cos(radians(latitude))
    assert hypot(found[0] - latitude, east) * METRES < 0.8


@given(
    st.sampled_from(["33UUU", "32VNM", "56HLH", "23KPQ", "38SMB", "ZAH", "ALM", "33XWG"]),
    st.integers(0, 99_998),
    st.integers(0, 99_998),
)
def test_that_a_reference_is_written_again_as_it_was_read(
    square: str, east: int, north: int
) -> None:
    reference = f"{square}{east:05d}{north:05d}"
    assert format_mgrs(*parse_mgrs(reference)) == reference


@pytest.mark.parametrize(
    "text", ["33U UU 90298 19737", "33uuu9029819737", " 33U-UU-90298-19737 ", "33 U UU 9029819737"]
)
def test_that_a_reference_is_read_however_it_is_spaced(text: str) -> None:
    assert format_mgrs(*parse_mgrs(text), spaced=True) == "33U UU 90298 19737"


@pytest.mark.parametrize(("digits", "text"), [(0, "33UUU"), (2, "33UUU9019"), (4, "33UUU90291973")])
def test_that_fewer_figures_are_cut_off_not_rounded(digits: int, text: str) -> None:
    latitude, longitude = parse_mgrs("33UUU9029919739")
    assert format_mgrs(latitude, longitude, digits) == text


def test_that_a_short_reference_names_the_south_west_corner() -> None:
    assert parse_mgrs("33UUU9019") == parse_mgrs("33UUU9000019000")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Camp Lindhof", "no grid reference"),
        ("61UUU12", "no zone 61"),
        ("UUU1212", "no zone 0"),
        ("33IUU12", "no band I"),
        ("33UAU1212", "no square AU"),
        ("33UUW1212", "no square UW"),
        ("33UUU123", "3 figures"),
        ("33UUU 123 12345", "8 figures"),
        ("33UUU 123456 123456", "12 figures"),
        ("33UUN1212", "does not lie in zone 33U"),
        ("31NAV1212", "does not lie in zone 31N"),
        ("32XMM1212", "no zone 32X"),
        ("ZZZ", "Polar zone Z has no square ZZ"),
        ("", "no grid reference"),
    ],
)
def test_that_a_wrong_reference_is_refused_naming_what_is_wrong(text: str, wrong: str) -> None:
    with pytest.raises(Refusal, match=wrong) as refused:
        parse_mgrs(text)
    assert refused.value.remedy


@pytest.mark.parametrize("text", ["33U UU 90298 19737", "33UUU", "99ZAA1"])
def test_that_what_has_the_shape_of_a_reference_is_told(text: str) -> None:
    assert is_mgrs(text)


@pytest.mark.parametrize("text", ["59.91N 010.75E", "Lindhof 2", ""])
def test_that_names_and_degrees_are_no_references(text: str) -> None:
    assert not is_mgrs(text)
