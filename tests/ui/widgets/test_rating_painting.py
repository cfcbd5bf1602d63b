"""Grades, distributions and intervals as they are drawn in cells."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.charts.rating_painting import (
    draw_distribution,
    draw_grade,
    draw_interval,
)

ROOM = QRectF(0, 0, 200, 32)


def drawn(draw) -> QImage:
    image = QImage(200, 32, QImage.Format.Format_RGB32)
    image.fill(theme.token("surface"))
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, 16).name() for x in range(image.width())}


def test_that_the_parts_of_a_distribution_are_as_wide_as_their_share(qapp):
    parts = [("P", "best", 3), ("U", "worst", 1)]
    image = drawn(lambda painter: draw_distribution(painter, ROOM, parts, 4))
    best = theme.tone_fill("best").ground.lower()
    worst = theme.tone_fill("worst").ground.lower()
    row = [image.pixelColor(x, 9).name() for x in range(image.width())]
    assert row.count(best) > 2 * row.count(worst) > 0


def test_that_what_was_not_rated_stays_open(qapp):
    image = drawn(lambda painter: draw_distribution(painter, ROOM, [("P", "best", 1)], 4))
    assert image.pixelColor(150, 16) == theme.token("surface")


def test_that_nothing_planned_draws_nothing(qapp):
    image = drawn(lambda painter: draw_distribution(painter, ROOM, [], 0))
    assert colours(image) == {theme.token("surface").name()}


def test_that_a_score_stands_at_its_share_of_the_width(qapp):
    image = drawn(lambda painter: draw_interval(painter, ROOM, 0.25, 0.75, 0.5, ()))
    accent = theme.token("accent").name()
    places = [x for x in range(image.width()) if image.pixelColor(x, 16).name() == accent]
    assert abs(sum(places) / len(places) - (6 + (200 - 18) * 0.5)) < 3


def test_that_a_grade_stands_on_the_ground_of_its_tone(qapp):
    image = drawn(lambda painter: draw_grade(painter, ROOM, "M", "weak"))
    assert theme.tone_fill("weak").ground.lower() in colours(image)
