"""Tests of places as planners type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.places import format_degrees, parse_place
from exerciseplanner.domain.refusals import Refusal


@pytest.mark.parametrize(
    "text",
    [
        "59.91N 010.75E",
        "59.91 10.75",
        "59.91, 10.75",
        "59.91,10.75",
        "59,91 10,75",
        "59,91; 10,75",
        "N59.91 E10.75",
        "10.75E 59.91N",
        "59.91° N, 10.75° E",
        "59°54'36\"N 10°45'00\"E",
        "59° 54′ 36″ N 010° 45′ 00″ E",
        "59 54 36 10 45 00",
        "59-54-36N 010-45-00E",
        "59 54.6N 10 45E",
        "595436N 0104500E",
        "5954.6N01045E",
        "32V 597868.38 6642681.51",
        "32V 597868mE 6642681mN",
        "32V NM 97868 42681",
        "32VNM9786842681",
    ],
)
def test_that_one_place_is_read_in_every_usual_form(text: str) -> None:
    assert parse_place(text) == pytest.approx((59.91, 10.75), abs=2e-5)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("-33.857 151.215", (-33.857, 151.215)),
        ("33.857S 151.215E", (-33.857, 151.215)),
        ("38.8977N 77.0365W", (38.8977, -77.0365)),
        ("+1 -2", (1, -2)),
        ("0N 0E", (0, 0)),
        ("56H 334873 6252266", (-33.857, 151.215)),
    ],
)
def test_that_hemispheres_are_read_from_signs_and_from_letters(
    text: str, place: tuple[float, float]
) -> None:
    assert parse_place(text) == pytest.approx(place, abs=2e-5)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "no place"),
        ("Lindhof", "no place"),
        ("59.91", "no place"),
        ("59.91N 60.12N", "no place"),
        ("59.91N 10.75", "no place"),
        ("59 10 20", "no place"),
        ("Pier 59.91N 10.75E", "no place"),
        ("95N 10E", "beyond a pole"),
        ("59N 400E", "no longitude"),
        ("-59.91N 10.75E", "sign and a letter"),
        ("59 61 00N 10 00 00E", "60 minutes"),
        ("61UUU1212", "no zone 61"),
        ("61U 500000 5800000", "no zone 61"),
    ],
)
def test_that_what_is_no_place_is_refused_naming_what_is_wrong(text: str, wrong: str) -> None:
    with pytest.raises(Refusal, match=wrong) as refused:
        parse_place(text)
    assert refused.value.remedy


@given(st.floats(-90, 90), st.floats(-180, 179.99))
def test_that_degrees_are_read_as_they_are_written(latitude: float, longitude: float) -> None:
    read = parse_place(format_degrees(latitude, longitude, 5))
    assert read == pytest.approx((latitude, longitude), abs=6e-6)


def test_that_degrees_keep_their_places() -> None:
    assert format_degrees(9.5, -7.25) == "09.5000N 007.2500W"
    assert format_degrees(-9.5, 107.25, 2) == "09.50S 107.25E"
