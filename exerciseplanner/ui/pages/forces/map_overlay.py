"""What lies over the map: buttons that zoom, and what to do while nothing is placed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.map.map_view import MapView
from exerciseplanner.ui.widgets.parts import flat_button, muted

_NOTHING_PLACED = (
    "No unit is on the map yet. Drag units from the list at the right, "
    "or choose them there and type their place above."
)


def laid_over(view: MapView) -> QFrame:
    """Put the buttons over a map; gives the hint, hidden at first."""
    over = QGridLayout(view)
    over.setContentsMargins(12, 28, 12, 12)
    hint = QFrame()
    hint.setObjectName("Overlay")
    said = muted(_NOTHING_PLACED, wrap=True)
    said.setFixedWidth(theme.scaled(300))
    QVBoxLayout(hint).addWidget(said)
    hint.hide()
    over.addWidget(hint, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
    low = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
    over.addWidget(_buttons(view), 0, 0, low)
    return hint


def _buttons(view: MapView) -> QFrame:
    frame = QFrame()
    frame.setObjectName("Overlay")
    stacked = QVBoxLayout(frame)
    stacked.setContentsMargins(2, 2, 2, 2)
    stacked.setSpacing(0)
    for icon, tip, run in (
        ("plus", "Zoom in (+)", partial(view.zoom_by, 1.5)),
        ("minus", "Zoom out (-)", partial(view.zoom_by, 1 / 1.5)),
        ("maximize", "Show everything placed (0)", view.fit),
    ):
        stacked.addWidget(flat_button(icon, tip, run))
    return frame
