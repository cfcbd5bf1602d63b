"""The list of documents that can be printed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from exerciseplanner.reports.document_spec import DocumentSpec
from exerciseplanner.ui.widgets.click_card import ClickCard
from exerciseplanner.ui.widgets.parts import caption, label, muted


class DocumentCard(ClickCard):
    """One document: its title, whom it is for, and what was last said of it."""

    def __init__(self, spec: DocumentSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(spec.title)
        self.setAccessibleDescription(spec.purpose)
        self._said = caption("")
        self._said.setWordWrap(True)
        for part in (label(spec.title, "strong"), muted(spec.purpose, wrap=True), self._said):
            self.content.addWidget(part)
        self._said.hide()

    def say(self, text: str) -> None:
        """Say something of the document as it stands."""
        self._said.setText(text)
        self._said.setVisible(bool(text))


class DocumentList(QScrollArea):
    """Every document as a card; the one chosen is marked."""

    chosen = Signal(str)

    def __init__(self, specs: Sequence[DocumentSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(16, 8, 8, 16)
        layout.setSpacing(8)
        self._cards: dict[str, DocumentCard] = {}
        for spec in specs:
            card = DocumentCard(spec)
            card.clicked.connect(partial(self._choose, spec.code))
            layout.addWidget(card)
            self._cards[spec.code] = card
        layout.addStretch(1)
        self.setWidget(holder)
        if specs:
            self.mark(specs[0].code)

    def _choose(self, code: str) -> None:
        self.mark(code)
        self.chosen.emit(code)

    def mark(self, code: str) -> None:
        """Mark one document as the chosen one."""
        for each, card in self._cards.items():
            card.set_chosen(each == code)

    def say(self, code: str, text: str) -> None:
        """Say something of one document."""
        self._cards[code].say(text)
