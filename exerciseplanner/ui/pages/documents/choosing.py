"""The list of documents that can be printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from exerciseplanner.reports.document_spec import DocumentSpec
from exerciseplanner.ui.widgets.parts import caption, label, muted, set_property


class DocumentCard(QPushButton):
    """One document: its title, whom it is for, and what was last said of it."""

    def __init__(self, spec: DocumentSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.setObjectName("DocumentCard")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(spec.title)
        self.setAccessibleDescription(spec.purpose)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._said = caption("")
        self._said.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(4)
        for part in (label(spec.title, "strong"), muted(spec.purpose, wrap=True), self._said):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)
        self._said.hide()

    def say(self, text: str) -> None:
        """Say something of the document as it stands."""
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """As high as its wrapped text."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout else super().heightForWidth(width)

    def hasHeightForWidth(self) -> bool:
        """Its text wraps."""
        return True


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
            card.clicked.connect(lambda _checked=False, code=spec.code: self.chosen.emit(code))
            layout.addWidget(card)
            self._cards[spec.code] = card
        layout.addStretch(1)
        self.setWidget(holder)
        if specs:
            self._cards[specs[0].code].setChecked(True)

    def say(self, code: str, text: str) -> None:
        """Say something of one document."""
        card = self._cards[code]
        card.say(text)
        set_property(card, "said", bool(text))
