"""The numbers of a chart as a table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from exerciseplanner.ui.widgets.charts.numbers import Numbers, NumbersDialog, offer_numbers


def test_that_a_key_shows_the_numbers_of_a_chart_to_be_read_and_copied(qtbot):
    chart = QPushButton()
    chart.setAccessibleName("Units by role")
    qtbot.addWidget(chart)
    offer_numbers(chart, lambda: Numbers(("Role", "Units"), [("Opposing forces", "1,200")]))
    chart.show()
    chart.activateWindow()
    qtbot.waitUntil(chart.isActiveWindow)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_T)
    (shown,) = chart.findChildren(NumbersDialog)
    table = shown.table
    assert (shown.windowTitle(), table.accessibleName()) == ("Units by role", "Units by role")
    assert [table.horizontalHeaderItem(n).text() for n in range(2)] == ["Role", "Units"]
    assert [table.item(0, n).text() for n in range(2)] == ["Opposing forces", "1,200"]
    shown.copy()
    assert QApplication.clipboard().text() == "Role\tUnits\nOpposing forces\t1,200\n"
