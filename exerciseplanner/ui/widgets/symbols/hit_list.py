"""Symbols that words have found, each with its picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from exerciseplanner.domain.symbol_entities import SYMBOL_SETS
from exerciseplanner.domain.symbol_search import Hit
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.symbols.engine import drawings
from exerciseplanner.ui.widgets.symbols.pictures import IN_ROWS, symbol_pixmap

_HIGH = 26
_ROWS = 8


class HitList(QListWidget):
    """A list of hits; `settled` says that the current one was clicked twice or entered."""

    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Symbols found")
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        high = theme.scaled(_HIGH)
        self.setIconSize(QSize(round(high * 1.25), high))
        self.setFixedHeight(_ROWS * (high + theme.scaled(8)) + 4)
        self._hits: tuple[Hit, ...] = ()
        self.itemActivated.connect(lambda _: self.settled.emit())

    def show_hits(self, hits: Sequence[Hit], identity: str, *, take_first: bool = True) -> None:
        """Show these hits as seen from a side; the first becomes the current one."""
        self.blockSignals(True)
        self.clear()
        self._hits = tuple(hits)
        codes = [hit.code.of_identity(identity).code for hit in hits]
        drawings(codes, IN_ROWS)
        for hit, code in zip(hits, codes, strict=True):
            self.addItem(self._item(hit, code))
        self.blockSignals(False)
        self.setCurrentRow(0 if hits and take_first else -1)

    def chosen(self) -> Hit | None:
        """The current hit."""
        row = self.currentRow()
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def step(self, by: int) -> None:
        """Go up or down."""
        if self._hits:
            self.setCurrentRow(min(max(self.currentRow() + by, 0), len(self._hits) - 1))

    def _item(self, hit: Hit, code: str) -> QListWidgetItem:
        kind = SYMBOL_SETS.get(hit.entity.symbol_set, "")
        item = QListWidgetItem(f"{hit.name}  ·  {kind}" if kind else hit.name)
        picture = symbol_pixmap(code, self.iconSize().height(), self.devicePixelRatioF())
        icon = QIcon(picture)
        icon.addPixmap(picture, QIcon.Mode.Selected)
        item.setIcon(icon)
        item.setToolTip(f"{hit.name}\n{code}")
        return item
