"""The Qt in use counts references correctly.

PySide6 6.12.0 on Python 3.11 loses a reference to None each time Qt calls a method written in
Python; after some thousand repaints the process dies.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

REPAINTS = 500


class Painted(QWidget):
    """Counts how often Qt asks it to paint."""

    def __init__(self):
        super().__init__()
        self.paints = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1


def test_that_repainting_leaves_the_reference_count_of_none_alone(qtbot):
    widget = Painted()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    painted = widget.paints
    before = sys.getrefcount(None)
    for _ in range(REPAINTS):
        widget.repaint()
    lost = before - sys.getrefcount(None)
    assert widget.paints - painted == REPAINTS
    assert lost < REPAINTS // 10
