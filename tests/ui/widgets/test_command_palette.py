"""The command palette."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from exerciseplanner.ui.widgets.command_palette import CommandPalette, Entry
from exerciseplanner.ui.widgets.fuzzy import score


@pytest.fixture
def done():
    return []


@pytest.fixture
def palette(themed, qtbot, done):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    names = ("Add inject", "Import injects", "Readiness", "Save a version")
    entries = [Entry(name, lambda name=name: done.append(name)) for name in names]

    def search(text):
        return [Entry(f"SL01 {text}", lambda: done.append("record"), kind="Inject")]

    made = CommandPalette(window, lambda: entries, search)
    made.open()
    return made


def test_that_it_opens_with_everything_that_can_be_done(palette):
    assert len(palette.entries()) == 4
    assert palette.box.hasFocus()


def test_that_typing_finds_and_enter_does_it(palette, qtbot, done):
    qtbot.keyClicks(palette.box, "readi")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert done == ["Readiness"]
    assert not palette.isVisible()


def test_that_arrows_move_and_stay_inside(palette, qtbot, done):
    qtbot.keyClick(palette.box, Qt.Key.Key_Up)
    qtbot.keyClick(palette.box, Qt.Key.Key_Down)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert done == ["Import injects"]


def test_that_records_follow_the_actions(palette, qtbot):
    qtbot.keyClicks(palette.box, "inject")
    qtbot.waitUntil(lambda: len(palette.entries()) == 3)
    assert palette.entries()[-1].label == "SL01 inject"


def test_that_esc_closes_it_and_nothing_is_done(palette, qtbot, done):
    qtbot.keyClick(palette.box, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert done == []


def test_that_the_start_of_a_word_fits_better_than_letters_inside():
    assert score("imp", "Import injects") > score("imp", "Simple") > score("imp", "In map pages")
    assert score("inj imp", "Import injects") is not None
    assert score("xyz", "Import injects") is None
    assert score("prenj", "Import injects") is None
