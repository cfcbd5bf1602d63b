"""Tests of cutting the map into pieces: what is drawn of them is what is drawn of the whole."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from exerciseplanner.ui.widgets.map.atlas import COARSE, Atlas
from exerciseplanner.ui.widgets.map.camera import Camera
from exerciseplanner.ui.widgets.map.ground import paint_ground
from exerciseplanner.ui.widgets.map.pieces import pieces
from exerciseplanner.ui.widgets.map.runs import outline, runs_of
from tests.ui.widgets.map.pictures import farthest

BEYOND = 1.0


def ragged(x, y, size, points, seed):
    """A ring with capes and bays about a point."""
    chance = Random(seed)
    found = []
    for number in range(points):
        turn, reach = 2 * pi * number / points, size * chance.uniform(0.5, 1)
        found.append((x + reach * cos(turn), y + reach * sin(turn)))
    found = [((x + 180) % 360 - 180, y) for x, y in found]
    return [*found, found[0]]


COASTS = [
    ragged(10, 20, 80, 900, 1),
    ragged(20, 20, 25, 300, 2),  # a sea within the first
    ragged(175, -30, 15, 200, 3),  # across 180 degrees
    [(x, -70 + 3 * sin(x)) for x in range(-180, 181)],  # round the pole
]


def cut(most):
    arcs = [runs_of(line) for line in COASTS]
    rings = [outline([number], arcs) for number in range(len(arcs))]
    coasts = [run for arc in arcs for run in arc]
    found = [each for each in pieces(rings, coasts, [], BEYOND, most) if each is not None]
    return Atlas(COARSE, tuple(found), ())


def picture(atlas, camera, *rects):
    image = QImage(camera.width, camera.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for rect in rects:
        paint_ground(painter, camera, atlas, rect)
    painter.end()
    return image


def test_that_pieces_look_like_the_whole_at_every_scale(themed):
    whole, parts = cut(1_000_000), cut(120)
    assert len(whole.pieces) == 1
    assert len(parts.pieces) > 20
    for x, y, scale in ((0, 0, 3.0), (60, 40, 12.3), (-179, -35, 20.0), (30, -70, 47.0)):
        camera = Camera(700, 500).centred(x, y, scale)
        everything = QRect(0, 0, 700, 500)
        # Coasts drawn in another order are rounded otherwise where they touch.
        assert farthest(picture(parts, camera, everything), picture(whole, camera, everything)) <= 1


def test_that_a_strip_looks_as_it_does_within_the_whole_view(themed):
    parts = cut(120)
    camera = Camera(700, 500).centred(60, 40, 12.3)
    strips = [QRect(0, 0, 233, 500), QRect(233, 0, 467, 91), QRect(233, 91, 467, 409)]
    assert picture(parts, camera, *strips) == picture(parts, camera, QRect(0, 0, 700, 500))


def test_that_a_piece_holds_few_points_of_what_lies_elsewhere(qapp):
    (whole,) = cut(1_000_000).pieces
    parts = cut(120).pieces
    assert max(each.land.elementCount() for each in parts) < whole.land.elementCount() / 4
    lines = sum(each.coasts.elementCount() for each in parts)
    assert lines == whole.coasts.elementCount()


def test_that_the_world_goes_on_without_a_seam_beyond_180_degrees(themed):
    parts = cut(120)
    for scale in (2.1, 20.0):
        east, west = (Camera(700, 500).centred(x, -35, scale) for x in (180, -180))
        everything = QRect(0, 0, 700, 500)
        assert picture(parts, east, everything) == picture(parts, west, everything)
