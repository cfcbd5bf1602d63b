"""Views of one page behind one another."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.ui.widgets.segments import Segments


@pytest.fixture
def segments(themed, qtbot):
    """A form, a list that takes the focus for its view, and another form."""
    made = Segments("trial")
    for name in ("facts", "list", "more"):
        page = QWidget()
        inside = QTreeView() if name == "list" else QLineEdit()
        QVBoxLayout(page).addWidget(inside)
        page.setFocusProxy(inside if name == "list" else None)
        made.add(name, name.capitalize(), page)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_that_a_view_opened_by_the_program_puts_nobody_into_a_field(segments):
    segments.page().findChild(QLineEdit).setFocus()
    segments.open("list")
    assert isinstance(QApplication.focusWidget(), QTreeView)
    segments.open("more")
    assert QApplication.focusWidget().text() == "More"


def test_that_a_view_opened_beside_what_has_the_focus_takes_it_from_nobody(segments, qtbot):
    elsewhere = QLineEdit(segments)
    elsewhere.show()
    elsewhere.setFocus()
    segments.open("more")
    assert elsewhere.hasFocus()


def test_that_names_without_room_end_in_dots_and_are_said_whole(segments):
    segments.add("long", "Who can talk to whom over which standard", QWidget())
    button = segments.findChild(QPushButton, "segment-long")
    segments.resize(1000, 400)
    assert button.text() == button.accessibleName()
    segments.resize(360, 400)
    assert button.text().endswith("…")
    assert button.toolTip() == button.accessibleName()
    assert segments.findChild(QPushButton, "segment-facts").text() == "Facts"


def test_that_a_view_with_too_little_height_is_scrolled_and_not_squeezed(segments):
    segments.resize(600, 200)
    assert segments.page().height() >= 300
    segments.resize(600, 700)
    assert segments.page().height() > 600
