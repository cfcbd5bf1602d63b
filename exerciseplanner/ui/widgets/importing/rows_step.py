"""The third step of an import: what every row becomes, before anything changes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.flow import FlowLayout
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.importing.doubt_list import DoubtList
from exerciseplanner.ui.widgets.importing.fates import FATES, FateRow, counted, fate_rows
from exerciseplanner.ui.widgets.importing.plain_table import PlainTable
from exerciseplanner.ui.widgets.parts import body, clear, muted, tight
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.weighing import Weighing

_DOUBTFUL = "doubtful"


class RowsStep(QWidget):
    """The dry run: rows by fate, their differences and doubts, and who wins where both changed."""

    overwrite_changed = Signal(bool)
    viewpoint_changed = Signal(str)
    """The name of the side from which friend and hostile are to be seen."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._only = ""
        self.says = body("")
        self.overwrite = QCheckBox("Where both changed a value, take the file's")
        self.viewpoint = QComboBox()
        self.viewpoint.setAccessibleName("Friend and hostile as seen by")
        self.viewpoint.setToolTip("The file says what its sides are to each other; choose whose")
        self.viewpoint.hide()
        self.filter_box = QLineEdit()
        self.table = PlainTable(_columns(vocabulary), vocabulary, "Rows of the file")
        self.doubts = DoubtList("Doubts")
        self.losses = DoubtList("Not taken over", may_hide=True)
        self.detail = muted("", wrap=True)
        self._chips = FlowLayout()
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.overwrite.clicked.connect(self.overwrite_changed)
        self.viewpoint.activated.connect(
            lambda _: self.viewpoint_changed.emit(str(self.viewpoint.currentData()))
        )
        self.filter_box.textChanged.connect(self.table.rows_model.set_filter)

    def offer_viewpoints(self, sides: Sequence[str]) -> None:
        """Offer the sides that may see friend and hostile; what was chosen stays chosen."""
        kept = self.viewpoint.currentData()
        self.viewpoint.clear()
        for side in sides:
            self.viewpoint.addItem(f"As {side} sees it", side)
        self.viewpoint.setCurrentIndex(self.viewpoint.findData(kept) if kept in sides else -1)
        self.viewpoint.setPlaceholderText("Seen by")
        self.viewpoint.setVisible(bool(sides))

    def show_weighing(self, weighing: Weighing, *, overwrite: bool) -> None:
        """Show what an import would do."""
        rows = fate_rows(weighing, self._vocabulary)
        self.table.set_rows(rows)
        self.table.show_filled()
        self.overwrite.setChecked(overwrite)
        self.overwrite.setVisible(overwrite or bool(weighing.count("kept")) or _disputed(weighing))
        self.doubts.show_doubts(weighing.doubts)
        self.losses.show_doubts(weighing.left_out)
        self._show_chips(weighing, rows)
        self._narrow("")
        self.says.setText(_sentence(weighing))
        self.detail.setText("")

    def _lay_out(self) -> None:
        tight(self._chips, 6)
        self.filter_box.setPlaceholderText("Filter rows")
        self.filter_box.setAccessibleName("Filter rows")
        self.filter_box.setClearButtonEnabled(True)
        self.filter_box.setFixedWidth(theme.scaled(200))
        self.filter_box.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        above = QHBoxLayout()
        tight(above, 12)
        above.addLayout(self._chips, 1)
        above.addWidget(self.viewpoint)
        above.addWidget(self.overwrite)
        above.addWidget(self.filter_box)
        lists = QWidget()
        beside = QVBoxLayout(lists)
        tight(beside, 12)
        beside.addWidget(self.doubts, 1)
        beside.addWidget(self.losses, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(lists)
        split.setHandleWidth(theme.scaled(20))
        split.setStretchFactor(0, 1)
        split.setSizes([theme.scaled(760), theme.scaled(300)])
        self.detail.setMinimumHeight(theme.scaled(34))
        layout = QVBoxLayout(self)
        tight(layout, 10)
        layout.addWidget(self.says)
        layout.addLayout(above)
        layout.addWidget(split, 1)
        layout.addWidget(self.detail)

    def _show_chips(self, weighing: Weighing, rows: tuple[FateRow, ...]) -> None:
        clear(self._chips)
        for what, count in counted(weighing).items():
            self._add_chip(what, f"{FATES[what].word}  {count:,}")
        doubtful = sum(bool(row.doubts) for row in rows)
        if doubtful:
            self._add_chip(_DOUBTFUL, f"With a doubt  {doubtful:,}")

    def _add_chip(self, name: str, text: str) -> None:
        made = QToolButton()
        made.setText(text)
        made.setObjectName(name)
        made.setProperty("facet", True)
        made.setCheckable(True)
        made.clicked.connect(partial(self._toggle, name))
        self._chips.addWidget(made)

    def _toggle(self, name: str) -> None:
        self._narrow("" if self._only == name else name)

    def _narrow(self, only: str) -> None:
        self._only = only
        for place in range(self._chips.count()):
            item = self._chips.itemAt(place)
            made = item.widget() if item else None
            if isinstance(made, QToolButton):
                made.setChecked(made.objectName() == only)
        self.table.rows_model.set_predicate(partial(_is, only) if only else None)

    def _show_detail(self) -> None:
        row = self.table.current()
        if isinstance(row, FateRow):
            said = (f"{row.place}: {row.title}", row.changes, row.doubts)
            self.detail.setText("\n".join(part for part in said if part))


def _is(only: str, row: FateRow) -> bool:
    return bool(row.doubts) if only == _DOUBTFUL else row.what == only


def _disputed(weighing: Weighing) -> bool:
    return any(not one.taken for row in weighing.rows for one in row.differences)


def _sentence(weighing: Weighing) -> str:
    new, changed = weighing.count("added"), weighing.count("changed")
    parts = [f"{new:,} new" if new else "", f"{changed:,} changed" if changed else ""]
    said = " and ".join(part for part in parts if part)
    if not said:
        return "Nothing in the plan would change."
    return f"The import brings {said} rows into the plan. One undo takes all of it back."


def _columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    return (
        ColumnSpec(
            "what",
            "Becomes",
            text=lambda row: FATES[row.what].word,
            icon=lambda row: FATES[row.what].icon,
            tone=lambda row: FATES[row.what].tone,
            width=112,
        ),
        ColumnSpec("place", "Where", width=110),
        ColumnSpec("noun", "What", width=96),
        ColumnSpec("code", "Serial", width=112),
        ColumnSpec("title", "Title", width=230),
        ColumnSpec(
            "start", "Planned (DTG)", text=lambda row: vocabulary.planned(row.start), width=118
        ),
        ColumnSpec("changes", "Differences", width=220),
        ColumnSpec("doubts", "Doubts", width=260, tone=lambda _: "warn"),
    )
