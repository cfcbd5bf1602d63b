"""Charts: their numbers as a table, their names, and drawing without a word of complaint."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.charts.coverage_chart import CoverageChart
from exerciseplanner.ui.widgets.charts.interval_chart import Interval, IntervalChart
from exerciseplanner.ui.widgets.charts.panel import ChartPanel
from exerciseplanner.ui.widgets.charts.rating_bars import RatingBar, RatingBars, Share
from exerciseplanner.ui.widgets.charts.simple_bars import Bar, SimpleBars


def _ratings():
    made = RatingBars("Ratings by objective")
    shares = (Share("P", "Performed", "best", 3), Share("U", "Unsatisfactory", "worst", 1))
    made.set_data([RatingBar("TO-1", shares, "4 of 5"), RatingBar("TO-2", ())])
    return made


def _intervals():
    made = IntervalChart("Scores")
    made.set_data([Interval("TO-1", 0.5, 0.9, 0.75), Interval("TO-2", None, None)])
    return made


def _bars():
    made = SimpleBars("Injects by state")
    made.set_data([Bar("Draft", 0), Bar("Closed", 12, of=20, tone="lane:3")])
    return made


def _coverage():
    made = CoverageChart("Threats against objectives")
    made.set_data(["Cyber", "Hybrid"], ["TO-1", "TO-2"], {(0, 1): 3})
    return made


@pytest.mark.parametrize("make", [_ratings, _intervals, _bars, _coverage])
@pytest.mark.parametrize("name", ["light", "contrast"])
def test_that_a_chart_draws_says_its_name_and_shows_its_numbers(make, name, themed, qtbot):
    theme.apply(themed, name)
    chart = make()
    panel = ChartPanel("Trial", chart)
    qtbot.addWidget(panel)
    panel.resize(500, 300)
    panel.show()
    assert not panel.grab().isNull()
    assert chart.accessibleName()
    assert chart.labels()[0] in chart.accessibleDescription()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_T)
    assert panel.shows_table
    titles, rows = chart.table()
    assert panel._table.rowCount() == len(rows) == 2
    assert panel._table.columnCount() == len(titles)
    theme.apply(themed, "light")


def test_that_a_row_is_chosen_by_click_and_by_key(themed, qtbot):
    chart = _bars()
    qtbot.addWidget(chart)
    chart.resize(400, 100)
    chart.show()
    with qtbot.waitSignal(chart.chosen) as signal:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.plot(1).center())
    assert signal.args == [1]
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    with qtbot.waitSignal(chart.chosen) as signal:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert signal.args == [0]


def test_that_the_share_under_the_pointer_is_named(themed, qtbot):
    chart = _ratings()
    qtbot.addWidget(chart)
    assert chart.tip(0, 0.1) == "TO-1: 3 of 4 Performed"
    assert chart.tip(0, 0.9) == "TO-1: 1 of 4 Unsatisfactory"


def test_that_a_gap_in_the_coverage_is_said(themed, qtbot):
    chart = _coverage()
    qtbot.addWidget(chart)
    assert chart.tip(0, 0.1) == "Cyber · TO-1: none"
    assert chart.tip(0, 0.9) == "Cyber · TO-2: 3"
