"""Records named as links one below the other, for the foot of the inspector."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.parts import (
    Run,
    caption,
    clear,
    ignoring_arguments,
    label,
    link,
    muted,
    tight,
)

_FEW = 6


class Linked(Protocol):
    """A record to link to."""

    @property
    def noun(self) -> str:
        """The noun of the record."""
        ...

    @property
    def id(self) -> str:
        """The id of the record."""
        ...

    @property
    def code(self) -> str:
        """What numbers it, or nothing."""
        ...

    @property
    def title(self) -> str:
        """What it is called."""
        ...

    @property
    def detail(self) -> str:
        """A code that says more."""
        ...


class ElidingLink(QPushButton):
    """A link that ends in dots where there is too little room; its tip has all of it."""

    def __init__(self, text: str, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = text
        self.setProperty("link", True)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.clicked.connect(ignoring_arguments(run))
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as the whole text, in one line."""
        width = self.fontMetrics().horizontalAdvance(self._full)
        return QSize(width + theme.scaled(8), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """May shrink to a few letters."""
        return QSize(theme.scaled(40), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - theme.scaled(6), theme.scaled(30))
        elided = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room)
        self.setText(elided.replace("&", "&&"))


class LinkedList(QWidget):
    """A title with its count, and below it records as links; hidden where there are none.

    With `nothing`, that sentence is shown instead of hiding. Beyond a few, the rest comes on
    demand. `detail` words what stands at the right of each.
    """

    def __init__(
        self,
        title: str,
        follow: Callable[[str, str], object],
        *,
        nothing: str = "",
        detail: Callable[[Linked], str] | None = None,
        few: int = _FEW,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._follow = follow
        self._nothing = nothing
        self._detail = detail
        self._few = few
        self._rows: Sequence[Linked] = ()
        self._every = False
        self._heading = label(title, "group")
        self._lines = QVBoxLayout()
        tight(self._lines)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(2)
        layout.addWidget(self._heading)
        layout.addLayout(self._lines)
        self.hide()

    def show_rows(self, rows: Sequence[Linked]) -> None:
        """Show these records."""
        self._rows = rows
        self._heading.setText(f"{self._title}  {len(rows):,}" if len(rows) > 1 else self._title)
        self.setVisible(bool(rows or self._nothing))
        clear(self._lines)
        if not rows and self._nothing:
            self._lines.addWidget(muted(self._nothing, wrap=True))
        shown = rows if self._every else rows[: self._few]
        for row in shown:
            self._lines.addWidget(self._line(row))
        if len(shown) < len(rows):
            self._lines.addWidget(link(f"{len(rows) - len(shown):,} more", self._show_every))

    def _line(self, row: Linked) -> QWidget:
        text = "  ".join(part for part in (row.code, row.title) if part)
        holder = QWidget()
        layout = QHBoxLayout(holder)
        tight(layout, 8)
        layout.addWidget(ElidingLink(text, partial(self._follow, row.noun, row.id)), 1)
        said = self._detail(row) if self._detail else ""
        if said:
            layout.addWidget(caption(said))
        return holder

    def _show_every(self) -> None:
        self._every = True
        self.show_rows(self._rows)
