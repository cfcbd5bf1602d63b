"""The panel at the right: everything about what is selected, with its way back and forward."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.domain.fields import sentence_case
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import caption, flat_button, heading, line, tight
from exerciseplanner.workspace.changes import Changes
from exerciseplanner.workspace.queries import records

if TYPE_CHECKING:
    from exerciseplanner.ui.shell.inspector_sheet import InspectorSheet
    from exerciseplanner.ui.widgets.form import Form

Subject = tuple[str, tuple[str, ...]]

_NARROWEST = 280
_KEPT = 100


class Inspector(QFrame):
    """Shows one record, or many of one noun for editing together."""

    closed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Inspector")
        self.setAccessibleName("Inspector")
        self._context = context
        self._subject: Subject = ("", ())
        self._past: list[Subject] = []
        self._future: list[Subject] = []
        self._sheets: dict[str, InspectorSheet] = {}
        self._back = flat_button("arrow-left", "Back to what was inspected before", self.back)
        self._forth = flat_button("arrow-right", "Forward again", self.forward)
        self._kind = caption("")
        self._title: QLabel = heading("")
        self._title.setWordWrap(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(
            EmptyState(
                "Select something to see and edit all of it here.", (), "layout-sidebar-right"
            )
        )
        self._lay_out()
        context.live.changed.connect(self._hear)
        theme.changed().changed.connect(self._resize)
        self._resize()
        self._show()

    @property
    def subject(self) -> Subject:
        """The noun and the ids inspected."""
        return self._subject

    def inspect(self, noun: str, ids: Sequence[str]) -> None:
        """Show records; the way back leads to what was shown before."""
        subject = (noun, tuple(ids)) if ids else ("", ())
        if subject == self._subject:
            return
        if self._subject[1]:
            self._past = [*self._past[-_KEPT:], self._subject]
        self._future.clear()
        self._subject = subject
        self._show()

    def back(self) -> None:
        """Show what was inspected before."""
        if self._past:
            self._future.append(self._subject)
            self._subject = self._past.pop()
            self._show()

    def forward(self) -> None:
        """Show again what `back` left."""
        if self._future:
            self._past.append(self._subject)
            self._subject = self._future.pop()
            self._show()

    def form(self, noun: str) -> Form:
        """The form of a noun."""
        return self._sheets[noun].form

    def _resize(self) -> None:
        self.setMinimumWidth(theme.scaled(_NARROWEST))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        tight(layout)
        top = QHBoxLayout()
        top.setContentsMargins(12, 12, 12, 0)
        top.addWidget(self._kind)
        top.addStretch(1)
        top.addWidget(self._back)
        top.addWidget(self._forth)
        top.addWidget(flat_button("x", "Close the inspector", self.closed.emit))
        layout.addLayout(top)
        title = QHBoxLayout()
        title.setContentsMargins(16, 0, 16, 10)
        title.addWidget(self._title)
        layout.addLayout(title)
        layout.addWidget(line())
        layout.addWidget(self._stack, 1)

    def _show(self) -> None:
        noun, ids = self._subject
        self._back.setEnabled(bool(self._past))
        self._forth.setEnabled(bool(self._future))
        found = self._context.ask(records.records, noun, ids) if ids else ()
        if not found:
            self._kind.setText("Inspector")
            self._title.hide()
            self._stack.setCurrentIndex(0)
            return
        described = NOUNS[noun]
        several = len(found) > 1
        first = found[0]
        text = self._context.vocabulary.text
        name = " ".join(
            text(described.field(key), first.get(key))
            for key in (described.code, described.title)
            if key
        )
        self._kind.setText("Edit together" if several else sentence_case(described.singular))
        self._title.show()
        self._title.setText(f"{len(found):,} {described.plural}" if several else name.strip())
        sheet = self._sheet(noun)
        sheet.show_rows(found)
        self._stack.setCurrentWidget(sheet)

    def _sheet(self, noun: str) -> InspectorSheet:
        from exerciseplanner.ui.shell.inspector_sheet import InspectorSheet

        if noun not in self._sheets:
            self._sheets[noun] = InspectorSheet(noun, self._context)
            self._stack.addWidget(self._sheets[noun])
        return self._sheets[noun]

    def _hear(self, changes: Changes) -> None:
        if self._subject[1]:
            self._show()
