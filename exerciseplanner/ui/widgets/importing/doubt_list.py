"""Doubts or losses one below the other, each with its place in the file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from exerciseplanner.domain.intake import Doubt
from exerciseplanner.ui.widgets.parts import body, caption, clear, label, muted, tight

_SHOWN = 200


class DoubtList(QWidget):
    """A titled list with its count."""

    def __init__(self, title: str, *, may_hide: bool = False) -> None:
        super().__init__()
        self._name = title
        self._may_hide = may_hide
        self.title = label(title, "group")
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setAccessibleName(title)
        layout = QVBoxLayout(self)
        tight(layout, 6)
        layout.addWidget(self.title)
        layout.addWidget(area, 1)
        self.setMinimumWidth(200)

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Show these, the gravest first."""
        clear(self._list)
        self.setVisible(bool(doubts) or not self._may_hide)
        self.title.setText(f"{self._name}  {len(doubts):,}" if doubts else self._name)
        order = {"refused": 0, "doubt": 1, "note": 2}
        ordered = sorted(doubts, key=lambda doubt: order[doubt.severity])
        for doubt in ordered[:_SHOWN]:
            self._list.addWidget(_entry(doubt))
        if len(ordered) > _SHOWN:
            self._list.addWidget(muted(f"{len(ordered) - _SHOWN:,} more in the report."))
        if not ordered:
            self._list.addWidget(muted("None."))
        self._list.addStretch(1)


def _entry(doubt: Doubt) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    tight(layout, 1)
    place = caption(doubt.place)
    place.setWordWrap(True)
    layout.addWidget(place)
    layout.addWidget(body(doubt.message[:1].upper() + doubt.message[1:]))
    return holder
