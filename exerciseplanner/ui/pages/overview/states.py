"""How far the script has come: injects by state."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.noun_table import counted
from exerciseplanner.ui.widgets.parts import Card, body, caption, clear, muted
from exerciseplanner.workspace.queries import exercise


class StateBar(QWidget):
    """One bar from 0 to a maximum."""

    def __init__(self, share: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = share
        self.setMinimumHeight(theme.scaled(8))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the share."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.token("line"))
        painter.setBrush(theme.token("field"))
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(room, 3, 3)
        filled = QRectF(room)
        filled.setWidth(max(room.width() * self._share, 3))
        painter.setPen(theme.token("accent"))
        painter.setBrush(theme.token("accent"))
        painter.drawRoundedRect(filled, 3, 3)


class StatesCard(Card):
    """A bar for each state that any inject is in, in the order of the doctrine pack."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__("Injects by state", parent)
        self._context = context
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.content.addLayout(self._grid)
        self.content.addStretch(1)

    def show_states(self, counts: Mapping[str, int]) -> None:
        """Show how many injects are in each state."""
        clear(self._grid)
        if not counts:
            self._grid.addWidget(muted("No injects are written yet."), 0, 0)
            return
        names = {term.code: term.name for term in self._context.ask(exercise.terms, "inject_state")}
        most = max(counts.values())
        ordered = [code for code in names if code in counts]
        ordered += [code for code in counts if code not in names]
        for place, code in enumerate(ordered):
            name = names.get(code, code or "No state")
            bar = StateBar(counts[code] / most)
            bar.setAccessibleName(f"{name}: {counted(counts[code], 'inject')}")
            self._grid.addWidget(body(name, wrap=False), place, 0)
            self._grid.addWidget(bar, place, 1)
            count = caption(f"{counts[code]:,}")
            self._grid.addWidget(count, place, 2, Qt.AlignmentFlag.AlignRight)
