"""Tests of graticule, scale bar and the atlas below them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QPointF
from PySide6.QtTest import QSignalSpy

from exerciseplanner.ui.widgets.map import atlas as atlas_module
from exerciseplanner.ui.widgets.map.atlas import AtlasReader, atlas, known_atlas, widest
from exerciseplanner.ui.widgets.map.furniture import bar_length, degrees_text, graticule_step
from exerciseplanner.ui.widgets.map.projection import northing


@pytest.mark.parametrize(
    ("value", "letters", "text"),
    [(60, "NS", "60°N"), (-0.5, "NS", "0°30′S"), (10.25, "EW", "10°15′E"), (0, "EW", "0°")],
)
def test_that_degrees_are_written_with_minutes_and_their_letter(value, letters, text):
    assert degrees_text(value, letters) == text


@pytest.mark.parametrize("scale", [3, 10, 80, 500, 5000])
def test_that_lines_stand_apart_but_not_too_far(scale):
    assert graticule_step(scale) * scale >= 110 or graticule_step(scale) == 30
    assert graticule_step(scale) * scale <= 400


@pytest.mark.parametrize(("metres", "said"), [(1, "100 m"), (50, "5 km"), (18_000, "2,000 km")])
def test_that_the_bar_is_a_round_distance(metres, said):
    length, text = bar_length(metres, 130)
    assert text == said
    assert 40 < length <= 130


def is_land(latitude, longitude):
    point = QPointF(longitude, northing(latitude))
    return any(land.path.contains(point) for land in atlas().lands)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(60.5, 9.0), (52.5, 13.4), (65.0, 100.0), (66.5, 179.0), (66.5, -172.5), (-80.0, 20.0)],
)
def test_that_there_is_land_where_there_is_land(qapp, latitude, longitude):
    assert is_land(latitude, longitude)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(57.0, 3.0), (0.0, -30.0), (42.0, 51.0), (70.0, 0.0), (0.0, 179.9)]
)
def test_that_there_is_water_where_there_is_water(qapp, latitude, longitude):
    assert not is_land(latitude, longitude)


def test_that_names_stand_within_their_country(qapp):
    names = {name.text: name for name in atlas().names}
    for text in ("Norway", "Germany", "Russia", "Canada", "Fiji"):
        name = names[text]
        assert any(land.path.contains(QPointF(name.x, name.y)) for land in atlas().lands)
        assert -180 <= name.x <= 180


def test_that_a_name_has_its_place_where_a_shape_is_widest():
    shape = [(0, 0), (2, 0), (2, 4), (10, 4), (10, 6), (2, 6), (2, 10), (0, 10), (0, 0)]
    found = widest("L", shape)
    assert found.x == 5
    assert 4 < found.y < 6


def test_that_the_atlas_is_read_in_the_pauses_and_once(qapp, qtbot, monkeypatch):
    monkeypatch.setattr(atlas_module, "_known", [])
    holder = QObject()
    reader = AtlasReader(holder)
    finished = QSignalSpy(reader.finished)
    reader.begin()
    assert known_atlas() is None
    qtbot.waitUntil(lambda: finished.count() == 1, timeout=10_000)
    first = known_atlas()
    reader.begin()
    assert known_atlas() is first
    assert len(first.lands) > 1_000


def test_that_a_missing_atlas_is_said_and_leaves_the_map_empty(qapp, qtbot, monkeypatch):
    monkeypatch.setattr(atlas_module, "_known", [])
    monkeypatch.setattr(atlas_module, "_FILE", "world-atlas/nothing.json")
    holder = QObject()
    reader = AtlasReader(holder)
    failed = QSignalSpy(reader.failed)
    reader.begin()
    qtbot.waitUntil(lambda: failed.count() == 1, timeout=5_000)
    assert "nothing.json" in failed.at(0)[0]
