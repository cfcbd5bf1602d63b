"""Where Tab goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.ui.widgets.dialogs import Dialog
from exerciseplanner.ui.widgets.focus_ring import FocusRing
from exerciseplanner.ui.widgets.tab_order import stops


@pytest.fixture
def window(qtbot):
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def named(window):
    window.show()
    return [each.text() for each in stops(window)]


def test_that_what_came_later_has_its_turn_where_it_stands(window):
    window.layout().addWidget(QPushButton("made first"))
    window.layout().insertWidget(0, QPushButton("stands first"))
    assert named(window) == ["stands first", "made first"]


def test_that_a_grid_is_gone_through_line_by_line(window):
    grid = QGridLayout()
    window.layout().addLayout(grid)
    for text, line, column in (("d", 1, 1), ("a", 0, 0), ("c", 1, 0), ("b", 0, 1)):
        grid.addWidget(QPushButton(text), line, column)
    assert named(window) == ["a", "b", "c", "d"]


def test_that_tab_stops_once_at_buttons_of_which_one_is_checked(window):
    group = QButtonGroup(window)
    for text in ("one", "two", "three"):
        made = QPushButton(text)
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        group.addButton(made)
        window.layout().addWidget(made)
    group.buttons()[1].setChecked(True)
    assert named(window) == ["two"]
    group.buttons()[1].setFocusPolicy(Qt.FocusPolicy.NoFocus)  # as Qt does when another had it
    assert named(window) == ["two"]


@pytest.mark.parametrize(("inside", "expected"), [(QLabel, QScrollArea), (QPushButton, None)])
def test_that_what_is_scrolled_is_a_stop_only_where_nothing_in_it_is(window, inside, expected):
    area = QScrollArea()
    area.setWidget(inside("text"))
    window.layout().addWidget(area)
    window.show()
    assert [type(each) for each in stops(window)] == [expected or QPushButton]


def test_that_what_is_hidden_or_disabled_is_no_stop(window):
    for text in ("hidden", "disabled", "there"):
        window.layout().addWidget(QPushButton(text))
    window.layout().itemAt(0).widget().hide()
    window.layout().itemAt(1).widget().setEnabled(False)
    assert named(window) == ["there"]


def test_that_tab_in_a_dialog_goes_round_and_back_tab_goes_the_other_way(qtbot):
    dialog = Dialog(None, "Title")
    qtbot.addWidget(dialog)
    dialog.add_button("Close")
    line = QPushButton("above")
    dialog.content.addWidget(line)
    dialog.show()
    line.setFocus()
    assert [each.text() for each in stops(dialog)] == ["above", "Close"]
    for key, expected in ((Qt.Key.Key_Tab, "Close"), (Qt.Key.Key_Tab, "above"),
                          (Qt.Key.Key_Backtab, "Close")):  # fmt: skip
        QTest.keyClick(dialog.focusWidget(), key)
        assert dialog.focusWidget().text() == expected


def test_that_what_the_keyboard_comes_to_has_a_ring_until_the_focus_leaves(qtbot):
    dialog = Dialog(None, "Title")
    qtbot.addWidget(dialog)
    first, second = dialog.add_button("Cancel"), dialog.add_button("Write")
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    first.setFocus()
    assert not dialog.findChildren(FocusRing)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    ringed = second.grab().toImage()
    assert [ring.size() for ring in second.findChildren(FocusRing)] == [second.size()]
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert second.grab().toImage() != ringed
    qtbot.waitUntil(lambda: not dialog.findChildren(FocusRing))


def test_that_what_is_larger_than_the_room_is_shown_from_its_beginning(qtbot):
    dialog = Dialog(None, "Title")
    qtbot.addWidget(dialog)
    area, large = QScrollArea(), QPushButton("large")
    large.setFixedSize(100, 2000)
    area.setWidget(large)
    area.setFixedHeight(200)
    dialog.content.addWidget(area)
    close = dialog.add_button("Close")
    dialog.show()
    close.setFocus()
    area.verticalScrollBar().setValue(700)
    QTest.keyClick(close, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is large
    assert area.verticalScrollBar().value() == 0
