"""What a format loses: each kind with how often, and a few of those it concerns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from exerciseplanner.exchange.writing import Loss
from exerciseplanner.ui.widgets.parts import body, caption, clear, label, line, muted, tight

_NAMED = 3


class LossList(QWidget):
    """A titled list, the most frequent losses first."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("What others will not see", "group")
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 10, 0)
        self._list.setSpacing(6)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setAccessibleName("What others will not see")
        layout = QVBoxLayout(self)
        tight(layout, 8)
        layout.addWidget(self.title)
        layout.addWidget(area, 1)

    def show_losses(self, losses: Sequence[Loss], units: int) -> None:
        """Show these; what concerns all of `units` units needs no names."""
        clear(self._list)
        for loss in sorted(losses, key=lambda each: -each.count):
            self._list.addWidget(_entry(loss, everywhere=loss.count == units))
            self._list.addWidget(line())
        if not losses:
            self._list.addWidget(muted("Nothing: the format holds all that the plan says."))
        self._list.addStretch(1)


def _entry(loss: Loss, *, everywhere: bool) -> QWidget:
    holder = QWidget()
    above = QHBoxLayout()
    tight(above, 12)
    above.addWidget(body(loss.what), 1)
    count = muted("every unit" if everywhere else f"{loss.count:,}")
    above.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
    layout = QVBoxLayout(holder)
    tight(layout, 1)
    layout.addLayout(above)
    if loss.examples and not everywhere:
        more = ", …" if loss.count > _NAMED else ""
        named = caption(f"{', '.join(loss.examples[:_NAMED])}{more}")
        named.setWordWrap(True)
        layout.addWidget(named)
    return holder
