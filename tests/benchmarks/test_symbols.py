"""How fast two thousand units are drawn with their symbols: the tree opened, and from nothing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from exerciseplanner.domain.intake import Intake, Link, Proposed
from exerciseplanner.ui.pages.forces import PAGE
from exerciseplanner.ui.shell.main_window import MainWindow
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.ui.widgets.symbols import drawing, pictures
from exerciseplanner.workspace.symbology import symbology
from exerciseplanner.workspace.workspace import Workspace

UNITS = 2_000
ECHELONS = ("CORPS", "DIVISION", "BRIGADE", "BATTALION", "COMPANY", "PLATOON")


@pytest.fixture(scope="module")
def forces(tmp_path_factory):
    """Two thousand units, four below each, with every symbol a land unit may have."""
    path = tmp_path_factory.mktemp("forces") / "large.exercise"
    Workspace.create(path, "Large", content=Intake("large", "test", tuple(_rows()))).close()
    return path


def _rows():
    entities = [each.code for each in symbology().entities if each.symbol_set == "10"]
    level, last = 0, 0
    for number in range(UNITS):
        if number > last:
            level, last = level + 1, last * 4 + 4
        values = {
            "name": f"Unit {number}",
            "echelon": ECHELONS[min(level, 5)],
            "sidc": f"1003100000{entities[number % len(entities)]}0000",
        }
        if number:
            values["parent_id"] = Link("unit", str((number - 1) // 4))
        yield Proposed("unit", str(number), f"row {number}", values)


@pytest.fixture
def tree(qapp, qtbot, forces, tmp_path):
    """The tree of the Forces page."""
    theme.apply(qapp, "light")
    path = tmp_path / "forces.exercise"
    path.write_bytes(forces.read_bytes())
    window = MainWindow(Workspace.open(path), settings=Settings(None, kept=False))
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show()
    window.go(PAGE.name)
    qtbot.waitUntil(lambda: not window.is_busy, timeout=30_000)
    return window.body.pages.page().tree


def test_first_paint_of_an_expanded_order_of_battle(tree, race):
    def paint():
        tree.expand_all()
        tree.view.viewport().grab()
        QApplication.processEvents()

    race.seconds(
        "2,000 units expanded and drawn with symbols", paint, limit=0.15, rounds=9,
        setup=tree.collapse_all,
    )  # fmt: skip


def test_two_thousand_pictures_of_symbols(tree, race):
    codes = [row.symbol for row in tree.model.rows() if row.symbol]
    drawing(codes[0])

    def paint():
        for code in codes:
            pictures.symbol_pixmap(code, 24)

    race.seconds(
        "Pictures of the symbols of 2,000 units, none kept", paint, limit=0.5, rounds=5,
        setup=pictures._pictures.clear,
    )  # fmt: skip
