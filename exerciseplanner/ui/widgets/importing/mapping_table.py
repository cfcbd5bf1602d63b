"""Every column of a sheet with what is in it, what it is taken for, and how surely."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.exchange.spreadsheets.mapping import ColumnMapping, SheetMapping
from exerciseplanner.exchange.spreadsheets.targets import TARGETS
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.parts import caption, chip, line, set_tone, tight

_SURE, _LIKELY = 0.75, 0.5
_HEADS = ("Column", "What is in it", "Becomes", "How sure")


class MappingTable(QScrollArea):
    """The columns of one sheet; the planner corrects what each becomes."""

    corrected = Signal(int, object)
    """The index of a column and the field it is taken for, or None."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines: dict[int, _Line] = {}
        self._sheet = ""

    def show_sheet(self, mapping: SheetMapping, *, kept: bool) -> None:
        """Show the columns of a sheet; `kept` tells that the rest goes into the note."""
        columns = {column.index: column for column in mapping.columns}
        if mapping.sheet != self._sheet or columns.keys() != self._lines.keys():
            self._sheet = mapping.sheet
            self._build(columns)
        for index, column in columns.items():
            self._lines[index].show(column, kept=kept)

    def field_box(self, index: int) -> QComboBox:
        """The choice of a column."""
        return self._lines[index].box

    def _build(self, columns: Mapping[int, ColumnMapping]) -> None:
        inside = QWidget()
        outer = QVBoxLayout(inside)
        tight(outer)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 12, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for place, (title, stretch) in enumerate(zip(_HEADS, (3, 4, 4, 0), strict=True)):
            grid.addWidget(caption(title), 0, place)
            grid.setColumnStretch(place, stretch)
        grid.addWidget(line(), 1, 0, 1, len(_HEADS))
        self._lines = {}
        for number, column in enumerate(columns.values(), 2):
            made = _Line(column)
            made.box.activated.connect(partial(self._correct, column.index))
            self._lines[column.index] = made
            for place, widget in enumerate((made.name, made.samples, made.box, made.sure)):
                grid.addWidget(widget, number, place)
        outer.addLayout(grid)
        outer.addStretch(1)
        self.setWidget(inside)

    def _correct(self, index: int, _place: int) -> None:
        self.corrected.emit(index, self._lines[index].box.currentData() or None)


class _Line:
    """The widgets of one column."""

    def __init__(self, column: ColumnMapping) -> None:
        self.name = _Elided(f"{column.letter}   {column.header or 'no heading'}", "text")
        self.name.setToolTip(column.header)
        self.samples = _Elided("  ·  ".join(column.samples) or "empty", "muted")
        self.samples.setToolTip("\n".join(column.samples))
        self.box = _FieldBox(column)
        self.sure = chip("")
        self.sure.setMinimumWidth(theme.scaled(76))
        self.sure.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show(self, column: ColumnMapping, *, kept: bool) -> None:
        """Show what the column is taken for."""
        self.box.setItemText(0, "Kept in the note" if kept else "Left out")
        self.box.setCurrentIndex(max(0, self.box.findData(column.field or "")))
        word, tone = _confidence(column)
        self.sure.setText(word)
        self.sure.setToolTip(f"{column.confidence:.0%}" if column.field else "")
        set_tone(self.sure, tone)


class _FieldBox(QComboBox):
    """What a column becomes: likely fields first, then every other."""

    def __init__(self, column: ColumnMapping) -> None:
        super().__init__()
        self.setAccessibleName(f"What column {column.letter} becomes")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme.scaled(180))
        self.setMaxVisibleItems(16)
        self.addItem("", "")
        likely = [name for name, _ in column.alternatives]
        if column.field and column.field not in likely:
            likely.insert(0, column.field)
        for name in likely:
            self.addItem(TARGETS[name], name)
        self.insertSeparator(self.count())
        for name, title in TARGETS.items():
            if name not in likely:
                self.addItem(title, name)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scrolling the list of columns must not change what they become."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False


class _Elided(QLabel):
    """One line that ends in dots where there is no more room."""

    def __init__(self, text: str, tone: str) -> None:
        super().__init__(text)
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(60)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as fits."""
        painter = QPainter(self)
        painter.setPen(theme.token(self._tone))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, text)


def _confidence(column: ColumnMapping) -> tuple[str, str]:
    if column.settled:
        return "Yours", "accent"
    if column.field is None:
        return "–", "muted"
    if column.confidence >= _SURE:
        return "Sure", "ok"
    return ("Likely", "info") if column.confidence >= _LIKELY else ("Check", "warn")
