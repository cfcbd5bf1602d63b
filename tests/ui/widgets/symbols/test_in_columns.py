"""Tests of a column with pictures: any table or tree shows symbols before its text."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTableView

from exerciseplanner.ui.widgets.cell_delegate import CellDelegate
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.live_table import LiveTable
from exerciseplanner.ui.widgets.symbols import symbol_pixmap
from tests.ui.widgets.conftest import Thing

FRIEND = (128, 224, 255)


def seen(view: QTableView) -> set[tuple[int, int, int]]:
    image = view.viewport().grab().toImage()
    colours = (image.pixelColor(x, y) for x in range(40) for y in range(28))
    return {(c.red(), c.green(), c.blue()) for c in colours}


def shown(qtbot, vocabulary, column: ColumnSpec) -> QTableView:
    view = QTableView()
    qtbot.addWidget(view)
    model = LiveTable([column], parent=view)
    view.setModel(model)
    view.setItemDelegate(CellDelegate(view, vocabulary))
    model.set_rows([Thing("a", "1 Bde")])
    view.resize(300, 120)
    view.show()
    return view


def test_that_a_column_shows_the_picture_it_gives_for_a_row(themed, qtbot, vocabulary):
    asked = []

    def picture(row, ratio):
        asked.append((row.id, ratio))
        return symbol_pixmap("10031000161205000000", 24, ratio)

    view = shown(qtbot, vocabulary, ColumnSpec("title", "Title", picture=picture))
    assert FRIEND in seen(view)
    assert asked[0] == ("a", view.devicePixelRatioF())
    assert view.indexAt(QPoint(5, 5)).data() == "1 Bde"


def test_that_a_row_may_have_no_picture(themed, qtbot, vocabulary):
    view = shown(qtbot, vocabulary, ColumnSpec("title", "Title", picture=lambda *_: None))
    assert FRIEND not in seen(view)
