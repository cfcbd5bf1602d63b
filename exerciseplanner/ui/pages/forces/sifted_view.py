"""What the chart and the map have in common: filtered as the lists are, but without rows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exerciseplanner.ui.widgets.sifting import Predicate, needles


class SiftedView(QWidget):
    """A view of units that is narrowed by words and by a predicate; how it shows that is its own.

    A kind of it says what follows in `_sift`.
    """

    chosen = Signal(tuple)
    """The ids of the units chosen."""

    opened = Signal(str)
    """The id of a unit that is to be shown in the order of battle."""

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ()
        self._predicate: Predicate | None = None

    def set_filter(self, text: str) -> None:
        """Keep to the units that contain every word."""
        words = needles(text)
        if words != self._words:
            self._words = words
            self._sift()

    def set_predicate(self, predicate: Predicate | None) -> None:
        """Keep to the units for which the predicate is true."""
        self._predicate = predicate
        self._sift()

    def _sift(self) -> None:
        raise NotImplementedError
