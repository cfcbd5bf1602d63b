"""The symbol of a unit at the head of the inspector, and the way to another one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from exerciseplanner.domain.forces import UNIT
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import button, caption, column, flat_button, label, row, tight
from exerciseplanner.ui.widgets.symbols import symbol_pixmap
from exerciseplanner.ui.widgets.symbols.engine import PLAIN
from exerciseplanner.ui.widgets.symbols.picker import SymbolPicker
from exerciseplanner.ui.widgets.symbols.wording import name_of, read_code
from exerciseplanner.workspace.operations.forces import edit_units
from exerciseplanner.workspace.queries.unit_symbols import (
    UnitSymbol,
    symbol_digits,
    unit_symbols,
)

_HIGH = 72


class SymbolCard(QWidget):
    """Shows a unit's symbol large, says in words what it is, and lets the planner choose."""

    def __init__(self, context: PageContext, unit_id: str) -> None:
        super().__init__()
        self._context = context
        self._unit_id = unit_id
        self._now: UnitSymbol | None = None
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setFixedSize(theme.scaled(_HIGH * 5 // 4), theme.scaled(_HIGH))
        self.said = label("")
        self.said.setWordWrap(True)
        self.source = caption("")
        self.source.setWordWrap(True)
        self.choose = button("Choose symbol", run=self.open_picker)
        self.let_go = flat_button(
            "refresh", "Draw it by its domain, role and echelon instead", self._let_go
        )
        layout = QHBoxLayout(self)
        tight(layout, 8)
        layout.addWidget(self.picture)
        buttons = row(self.choose, self.let_go, None)
        layout.addWidget(column(self.said, self.source, buttons, spacing=4), 1)
        theme.changed().changed.connect(self._draw)
        context.follow(self, unit_symbols, self._show)

    def open_picker(self) -> SymbolPicker | None:
        """Open the list of symbols below the button."""
        if self._now is None:
            return None
        context = self._context
        picker = SymbolPicker(
            self,
            self._now.facts,
            context.vocabulary.options(UNIT.field("echelon")),
            context.ask(symbol_digits),
            self._use,
        )
        place = self.choose.mapToGlobal(self.choose.rect().topLeft())
        picker.open_at(QRect(place, self.choose.size()))
        return picker

    def _use(self, code: str, echelon: str) -> None:
        assert self._now is not None
        changes: dict[str, object] = {"sidc": code}
        if echelon != self._now.facts.echelon:
            changes["echelon"] = echelon
        self._context.do(edit_units, (self._unit_id,), changes)

    def _let_go(self) -> None:
        self._context.do(edit_units, (self._unit_id,), {"sidc": ""})

    def _show(self, found: Sequence[UnitSymbol]) -> None:
        self._now = next((each for each in found if each.id == self._unit_id), None)
        self._draw()

    def _draw(self) -> None:
        now = self._now
        if now is None:
            return
        size = self.picture.size()
        self.picture.setPixmap(
            symbol_pixmap(
                now.code, size.height(), self.devicePixelRatioF(), width=size.width(), options=PLAIN
            )
        )
        fixed = now.facts.sidc.strip()
        is_readable = not fixed or read_code(fixed) is not None
        name = name_of(now.code) if is_readable else "Unknown"
        self.said.setText(name.replace("/", "/\u200b"))
        self.picture.setAccessibleName(f"Symbol: {name}")
        if not is_readable:
            self.source.setText(f"“{fixed}” is no symbol code")
        else:
            self.source.setText("Chosen for this unit" if fixed else "Follows domain and role")
        writable = not self._context.read_only
        self.choose.setVisible(writable)
        self.let_go.setVisible(writable and bool(fixed))


def symbol_head(context: PageContext, ids: Sequence[str]) -> QWidget | None:
    """What belongs above the form of one unit."""
    return SymbolCard(context, ids[0]) if len(ids) == 1 else None
