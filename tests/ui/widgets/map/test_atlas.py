"""Tests of the coarse and the fine atlas: what they hold, and when they are read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QPointF
from PySide6.QtTest import QSignalSpy

from exerciseplanner.ui.widgets.map import atlas as atlas_module
from exerciseplanner.ui.widgets.map.atlas import (
    COARSE,
    FINE,
    AtlasReader,
    Detail,
    atlas,
    known_atlas,
)
from exerciseplanner.ui.widgets.map.country_names import widest
from exerciseplanner.ui.widgets.map.map_view import MapView
from exerciseplanner.ui.widgets.map.projection import northing

NOTHING = Detail("world-atlas/nothing.json", 0.0, 1.0)


def is_land(latitude, longitude, detail=COARSE):
    point = QPointF(longitude, northing(latitude))
    (piece,) = (each for each in atlas(detail).pieces if each.box.contains(point))
    return piece.land.contains(point)


@pytest.mark.parametrize("detail", [COARSE, FINE], ids=["coarse", "fine"])
@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(60.5, 9.0), (52.5, 13.4), (65.0, 100.0), (66.5, 179.0), (66.5, -172.5), (-80.0, 20.0)],
)
def test_that_there_is_land_where_there_is_land(qapp, latitude, longitude, detail):
    assert is_land(latitude, longitude, detail)


@pytest.mark.parametrize("detail", [COARSE, FINE], ids=["coarse", "fine"])
@pytest.mark.parametrize(
    ("latitude", "longitude"), [(57.0, 3.0), (0.1, -30.0), (42.0, 51.0), (70.1, 0.1), (0.1, 179.9)]
)
def test_that_there_is_water_where_there_is_water(qapp, latitude, longitude, detail):
    assert not is_land(latitude, longitude, detail)


PLACES = {
    "Anafi in the Aegean": (36.36, 25.77, True),
    "Lemland in Åland": (60.02, 20.18, True),
    "Tysfjord near Narvik": (68.18, 16.31, False),
    "Balsfjord near Tromsø": (69.29, 19.40, False),
}


@pytest.mark.parametrize("place", PLACES)
def test_that_the_fine_atlas_has_islands_and_fjords_that_the_coarse_one_lacks(qapp, place):
    latitude, longitude, has_land = PLACES[place]
    assert is_land(latitude, longitude, FINE) == has_land
    assert is_land(latitude, longitude, COARSE) != has_land


def test_that_names_stand_within_their_country_and_are_those_of_the_coarse_atlas(qapp):
    names = {name.text: name for name in atlas().names}
    for text in ("Norway", "Germany", "Russia", "Canada", "Fiji"):
        name = names[text]
        point = QPointF(name.x, name.y)
        assert any(
            each.box.contains(point) and each.land.contains(point) for each in atlas().pieces
        )
    assert atlas(FINE).names == atlas().names


def test_that_a_name_has_its_place_where_a_shape_is_widest():
    shape = [(0, 0), (2, 0), (2, 4), (10, 4), (10, 6), (2, 6), (2, 10), (0, 10), (0, 0)]
    found = widest("L", shape)
    assert found.x == 5
    assert 4 < found.y < 6


def test_that_the_atlas_is_read_in_the_pauses_and_once(qapp, qtbot, monkeypatch):
    monkeypatch.setattr(atlas_module, "_known", {})
    holder = QObject()
    reader = AtlasReader(holder)
    finished = QSignalSpy(reader.finished)
    reader.begin()
    assert known_atlas() is None
    qtbot.waitUntil(lambda: finished.count() == 1, timeout=10_000)
    first = known_atlas()
    reader.begin()
    assert known_atlas() is first
    assert sum(each.coasts.elementCount() for each in first.pieces) > 50_000


def test_that_the_fine_atlas_is_read_when_it_first_shows_and_the_coarse_one_stays_until_then(
    themed, qtbot, monkeypatch
):
    coarse, fine = atlas(), atlas(FINE)
    monkeypatch.setattr(atlas_module, "_known", {COARSE: coarse})
    read = []
    monkeypatch.setattr(
        atlas_module, "_read", lambda detail: (read.append(detail), iter((None, None, fine)))[1]
    )
    view = MapView("Map")
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    qtbot.wait(10)
    assert read == []
    view._look(view.camera.centred(18, northing(68), FINE.scale))
    assert known_atlas(view.camera.scale) is coarse
    before = view.grab().toImage()
    qtbot.waitUntil(lambda: known_atlas(FINE.scale) is fine, timeout=5_000)
    assert view.grab().toImage() != before
    assert known_atlas(FINE.scale - 1) is coarse
    view._look(view.camera.centred(18, northing(60), 2 * FINE.scale))
    qtbot.wait(10)
    assert read == [FINE]


def test_that_a_missing_atlas_is_said_and_leaves_the_map_empty(qapp, qtbot, monkeypatch):
    monkeypatch.setattr(atlas_module, "_known", {})
    monkeypatch.setattr(atlas_module, "COARSE", NOTHING)
    holder = QObject()
    reader = AtlasReader(holder)
    failed = QSignalSpy(reader.failed)
    reader.begin()
    qtbot.waitUntil(lambda: failed.count() == 1, timeout=5_000)
    assert "nothing.json" in failed.at(0)[0]
