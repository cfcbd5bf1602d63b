"""Spreadsheets as planners are sent them, and the import opened on an exercise."""

from __future__ import annotations

import pytest
import xlsxwriter

from exerciseplanner.ui.shell.main_window import MainWindow
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.importing import open_import
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import copied

HEADINGS = ("Serial", "DTG", "Subject", "From", "To", "Method", "Text", "Colour")
LINES = (
    ("101", "140700ZSEP26", "Operator calls", "Operator", "JTF HQ", "Phone", "A dead line.", "a"),
    ("102", "140800ZSEP26", "Lines dead", "Telecom", "JTF HQ", "Email", "Four dead lines.", "b"),
    ("103", "150700ZSEP26", "Minister asks", "MOD", "Commander", "VTC", "Who has cut it?", "c"),
)


@pytest.fixture
def msel(tmp_path):
    """Write an MSEL: `msel()`, `msel(lines, name="other.xlsx")`; returns its path."""

    def write(lines=LINES, *, name="msel.xlsx", headings=HEADINGS, extra=True):
        path = tmp_path / name
        with xlsxwriter.Workbook(str(path)) as book:
            sheet = book.add_worksheet("MSEL")
            for row, cells in enumerate((headings, *lines)):
                sheet.write_row(row, 0, cells)
            if extra:
                book.add_worksheet("Lists").write_column(0, 0, ("Phone", "Email", "VTC"))
        return path

    return write


@pytest.fixture
def importing(qapp, qtbot, tmp_path):
    """Open the import on an empty exercise with a file: `importing(path)` gives the dialog."""
    windows = []

    def begin(path=None, *, until=None, read_only=False, again=False):
        if not again:
            windows.append(_window(qapp, qtbot, tmp_path, read_only))
        context = windows[-1].session.context
        dialog = open_import(windows[-1], context, path)
        if until is not None:
            qtbot.waitUntil(lambda: dialog.step == until, timeout=30_000)
        return dialog

    return begin


def _window(qapp, qtbot, tmp_path, read_only):
    path = tmp_path / "plan.exercise"
    copied("without anything to import", path, _begun)
    theme.apply(qapp, "light")
    window = MainWindow(
        Workspace.open(path, read_only=read_only), specs=(), settings=Settings(None, kept=False)
    )
    qtbot.addWidget(window)
    window.show()
    return window


def _begun(path):
    made = Workspace.create(path, "Trial")
    made.do(edit_exercise, {"startex": "2026-09-14T06:00:00Z"})
    return made
