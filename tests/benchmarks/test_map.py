"""How fast a map of two thousand units is moved, zoomed and first shown."""

from __future__ import annotations

import json
from itertools import cycle
from math import cos, sin, sqrt

import pytest
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from exerciseplanner import paths
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.map import atlas as atlas_module
from exerciseplanner.ui.widgets.map.atlas import COARSE, FINE, atlas
from exerciseplanner.ui.widgets.map.map_view import MapView
from exerciseplanner.ui.widgets.map.marks import Mark
from exerciseplanner.ui.widgets.map.projection import northing
from exerciseplanner.ui.widgets.symbols import symbol_pixmap
from exerciseplanner.workspace.symbology import symbology

UNITS = 2_000
ECHELONS = (22, 21, 18, 16, 15, 14)


def _marks():
    """Units spread evenly over a theatre in a spiral, one side in the west and one in the east."""
    entities = [each.code for each in symbology().entities if each.symbol_set == "10"]
    for number in range(UNITS):
        turn, reach = number * 2.399963, 6 * sqrt(number / UNITS)
        is_own = cos(turn) < 0.2 * sin(3 * turn)
        yield Mark(
            str(number),
            f"Unit {number}",
            f"100{3 if is_own else 6}100000{entities[number % len(entities)]}0000",
            "friend" if is_own else "hostile",
            ECHELONS[min(5, number.bit_length() // 2)],
            20 + 2 * reach * cos(turn),
            northing(65 + reach * sin(turn)),
        )


@pytest.fixture
def view(qapp, qtbot):
    """The map of 1,600 by 900 pixels with every symbol drawn once."""
    theme.apply(qapp, "light")
    atlas()
    made = MapView("Map")
    made.glide.is_still = True
    qtbot.addWidget(made)
    made.resize(1600, 900)
    made.set_marks(_marks())
    made.show()
    QApplication.processEvents()
    return made


@pytest.fixture
def pixmaps(view, qtbot):
    """A bare widget that paints the pictures of all units and nothing else: the floor."""
    ratio, (wide, high) = view.devicePixelRatioF(), view.scene.size
    pictures = [symbol_pixmap(m.symbol, high, ratio, width=wide) for m in view.scene.marks]
    bare = _Pictures(pictures)
    qtbot.addWidget(bare)
    bare.resize(1600, 900)
    bare.show()
    QApplication.processEvents()
    return bare


class _Pictures(QWidget):
    def __init__(self, pictures: list[QPixmap]) -> None:
        super().__init__()
        self._pictures = pictures

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        for place, picture in enumerate(self._pictures):
            row, column = divmod(place, 50)
            painter.drawPixmap(column * 31, row * 21, picture)
        painter.end()


@pytest.mark.parametrize("zoom", [0.5, 1, 4, 16])
def test_moving_the_map_by_a_frame(view, pixmaps, race, zoom):
    atlas(FINE)  # drawn from a little below the scale that fits them on
    view.zoom_by(zoom)
    steps = cycle([(9, 2)] * 60 + [(-9, -2)] * 60)

    def push():
        view.push(*next(steps))
        view.repaint()

    race.ratio(
        f"Map with 2,000 units moved by a frame, zoomed {zoom} times", push, pixmaps.repaint,
        limit=5, rounds=241, floor_is="painting 2,000 pictures alone",
    )  # fmt: skip


def test_zooming_the_map_by_a_step(view, pixmaps, race):
    factors = cycle([1.3, 1.3, 1 / 1.3, 1 / 1.3])

    def zoom():
        view.zoom_by(next(factors))
        view.repaint()

    race.ratio(
        "Map with 2,000 units zoomed, gathered and drawn", zoom, pixmaps.repaint,
        limit=25, rounds=41, floor_is="painting 2,000 pictures alone",
    )  # fmt: skip


@pytest.mark.parametrize("detail", [COARSE, FINE], ids=["coarse", "fine"])
def test_reading_the_atlas(qapp, race, monkeypatch, detail):
    text = paths.asset(detail.file).read_text(encoding="utf-8")
    before = {each: atlas(each) for each in (COARSE,) if each != detail}

    def read():
        monkeypatch.setattr(atlas_module, "_known", dict(before))
        atlas(detail)

    race.ratio(
        f"Coasts of {detail.file} made into paths", read, lambda: json.loads(text),
        limit=12, rounds=5, floor_is="parsing its JSON alone",
    )  # fmt: skip
