"""What stands on an empty page: what belongs there, and the two likeliest things to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from exerciseplanner.ui.widgets import icons, theme
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.parts import button, muted


class EmptyState(QWidget):
    """One sentence and up to two buttons, the first of them primary."""

    def __init__(
        self,
        sentence: str,
        actions: Sequence[ActionSpec] = (),
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text = muted(sentence, wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setMaximumWidth(theme.scaled(420))
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(text, 100)
        across.addStretch(1)
        self.buttons = [
            button(spec.label, spec.icon, primary=place == 0, run=spec.run)
            for place, spec in enumerate(actions)
        ]
        below = QHBoxLayout()
        below.addStretch(1)
        for made in self.buttons:
            below.addWidget(made)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(2)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(across)
        layout.addLayout(below)
        layout.addStretch(3)
        theme.changed().changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        if self._icon_name:
            ratio = self.devicePixelRatioF()
            self._picture.setPixmap(icons.pixmap(self._icon_name, "faint", 40, ratio))
