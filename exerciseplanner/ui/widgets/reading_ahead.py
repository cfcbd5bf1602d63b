"""Preparing the texts of rows while nobody types, so that the first keystroke finds them ready."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from exerciseplanner.ui.widgets.sifting import Sifter

_BATCH = 300


class ReadAhead(QTimer):
    """Reads the rows of a sifter, some at a time, whenever the window has nothing else to do."""

    def __init__(self, sifter: Sifter, parent: QObject) -> None:
        super().__init__(parent)
        self._sifter = sifter
        self._next = 0
        self.setInterval(0)
        self.timeout.connect(self._read)

    def begin(self) -> None:
        """Read from the first row on."""
        self._next = 0
        self.start()

    def _read(self) -> None:
        rows = self._sifter.rows
        end = min(self._next + _BATCH, len(rows))
        for row in rows[self._next : end]:
            self._sifter.stacks.of(row)
        self._next = end
        if end >= len(rows):
            self.stop()
