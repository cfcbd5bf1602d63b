"""Views of one page behind one another."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeView, QVBoxLayout, QWidget

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
