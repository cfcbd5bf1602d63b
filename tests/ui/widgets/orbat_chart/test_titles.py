"""The titles of the sides stay in sight while their side is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.orbat_chart import Entry, OrbatChart, SideTitle

LONG = "Civil authorities, organisations and industry of the northern counties"
SIDES = (SideTitle("blue", "Blue", "friend", "41 units"), SideTitle("civil", LONG, "neutral"))
MECH = "10031000161211020000"


@pytest.fixture
def chart(qapp, qtbot):
    theme.apply(qapp, "light")
    units = [Entry("head", None, "blue", MECH, "friend", "HEAD")]
    units += [Entry(f"u{n}", "head", "blue", MECH, "friend", f"U{n}") for n in range(40)]
    units.append(Entry("town", None, "civil", MECH, "neutral", "TOWN"))
    made = OrbatChart()
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show()
    made.show_units(units, SIDES)
    return made


def title(chart, name):
    return next((each for each in chart.titles.shown() if each.said.startswith(name)), None)


def test_that_a_title_stays_in_sight_while_its_side_is_and_goes_with_it(chart):
    chart.full_size()
    for unit in ("u3", "u17", "u39"):
        chart.select([unit])
        found = title(chart, "Blue")
        assert QRectF(chart.viewport().rect()).contains(found.rect)
        assert found.name == "Blue"
    civil = chart.plan.grounds[1]
    chart.move_by(-chart.to_view(QPointF(civil.x, civil.y)))
    blue = chart.plan.grounds[0]
    corner = chart.to_view(QPointF(blue.x + blue.width, blue.y + blue.height))
    left = title(chart, "Blue")
    assert left is None or left.rect.right() <= corner.x()
    assert left is None or left.rect.bottom() <= corner.y()


def test_that_a_long_title_is_shortened_to_its_side_and_said_in_full(chart):
    chart.full_size()
    chart.select(["town"])
    found, ground = title(chart, LONG), chart.plan.grounds[1]
    assert found.name.endswith("…")
    assert found.rect.right() <= chart.to_view(QPointF(ground.x + ground.width, 0)).x()
    assert chart.titles.tip(found.rect.center()) == f"{LONG}  ·  Neutral"


def test_that_titles_can_be_read_however_small_the_chart_is(chart):
    chart.fit()
    chart.zoom_by(0.15 / chart.zoom)
    assert title(chart, "Blue").rect.height() >= 0.75 * theme.scaled(18)
