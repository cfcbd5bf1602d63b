"""What the window shows before an exercise is open: ways to begin, and where one left off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from exerciseplanner.ui.widgets import icons, theme
from exerciseplanner.ui.widgets.parts import body, caption, clear, heading, label, muted

_WIDTH = 760
_ACROSS = 6
_DOORS = (
    ("new", "New exercise", "Choose a doctrine and a place for the file", "file-plus"),
    ("open", "Open an exercise", "A file that ends in .exercise", "folder-open"),
    ("sample", "Sample exercise", "A complete fictitious exercise, half evaluated", "school"),
    ("forces", "Start from an ORBAT", "ORBAT Mapper, MSDL, C2SIM, xlsx or csv", "hierarchy"),
    ("injects", "Start from an old MSEL", "xlsx, xls, ods or csv", "table-import"),
)


class Door(QPushButton):
    """A large button with an icon, a title and a sentence."""

    def __init__(self, title: str, sentence: str, icon_name: str) -> None:
        super().__init__()
        self.setProperty("door", "true")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self._icon_name = icon_name
        self._picture = QLabel()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(title, "strong"))
        words.addWidget(muted(sentence, wrap=True))
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(14)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed().changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icons.pixmap(self._icon_name, "accent", 24, ratio))


class StartScreen(QWidget):
    """Doors to begin with, and the files opened last."""

    wanted = Signal(str)
    """new, open, sample, forces or injects."""

    file_wanted = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Shell")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.doors: dict[str, Door] = {}
        inside = QWidget()
        inside.setFixedWidth(theme.scaled(_WIDTH))
        layout = QVBoxLayout(inside)
        layout.setSpacing(8)
        layout.addWidget(label("Exercise planner", "figure"))
        layout.addWidget(
            muted("From forces, threats and objectives to the readiness assessment, in one file.")
        )
        layout.addSpacing(24)
        layout.addLayout(self._make_doors())
        layout.addSpacing(24)
        self._recent_title = heading("Where you left off")
        layout.addWidget(self._recent_title)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        layout.addLayout(self._recent)
        around = QVBoxLayout(self)
        around.addStretch(2)
        around.addWidget(inside, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(3)

    def show_recent(self, files: Sequence[Path]) -> None:
        """List the files opened last."""
        clear(self._recent)
        self._recent_title.setVisible(bool(files))
        for path in files[:5]:
            self._recent.addWidget(self._file_button(path))

    def _make_doors(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, (name, title, sentence, icon_name) in enumerate(_DOORS):
            door = Door(title, sentence, icon_name)
            door.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
            self.doors[name] = door
            if place < 3:
                grid.addWidget(door, 0, 2 * place, 1, 2)
            else:
                grid.addWidget(door, 1, 3 * (place - 3), 1, 3)
        for across in range(_ACROSS):
            grid.setColumnStretch(across, 1)
        return grid

    def _file_button(self, path: Path) -> QWidget:
        made = QPushButton()
        made.setProperty("door", "file")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setAccessibleName(f"Open {path.stem}")
        layout = QHBoxLayout(made)
        layout.setContentsMargins(16, 6, 16, 6)
        changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        layout.addWidget(body(path.stem))
        layout.addWidget(caption(str(path.parent)), 1)
        layout.addWidget(caption(f"{changed:%d %b %y %H:%M}"))
        for child in made.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        made.clicked.connect(lambda: self.file_wanted.emit(path))
        return made
