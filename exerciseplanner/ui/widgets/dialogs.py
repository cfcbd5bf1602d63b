"""Dialogs that are opened and never waited for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from exerciseplanner.ui.widgets import tab_order, theme
from exerciseplanner.ui.widgets.parts import Run, body, button, heading

TakePath = Callable[[Path], object]


class ReadDialog(QDialog):
    """A dialog in which Tab goes on as it is read."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Give the focus to what stands next, or before."""
        return tab_order.go_on(self, forward=forward)


class Dialog(ReadDialog):
    """A dialog with a title, room for content and buttons below; goes away when closed."""

    def __init__(self, parent: QWidget | None, title: str, width: int = 460) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.scaled(width))
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(16)
        outer.addWidget(heading(title))
        self.content = QVBoxLayout()
        self.content.setSpacing(8)
        outer.addLayout(self.content, 1)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        outer.addLayout(self._buttons)

    def make_room(self) -> None:
        """Grow with what is said below a field, so that nothing lies over anything."""
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        needed = self._outer.totalHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)

    def add_button(self, text: str, run: Run | None = None, *, primary: bool = False) -> QWidget:
        """A button below; without something to run it closes the dialog."""
        made = button(text, primary=primary, run=run or self.reject)
        made.setDefault(primary)
        made.setAutoDefault(primary)
        self._buttons.addWidget(made)
        return made


def confirm(parent: QWidget | None, title: str, text: str, verb: str, run: Run) -> Dialog:
    """Ask once before something that cannot be undone, saying what will happen."""
    dialog = Dialog(parent, title)
    dialog.content.addWidget(body(text))
    dialog.add_button("Cancel")

    def do() -> None:
        dialog.accept()
        run()

    dialog.add_button(verb, do, primary=True)
    dialog.open()
    return dialog


def tell(parent: QWidget | None, title: str, parts: Sequence[str]) -> Dialog:
    """Tell something that needs more room than a notice."""
    dialog = Dialog(parent, title)
    for part in parts:
        if part:
            dialog.content.addWidget(body(part))
    dialog.add_button("Close", primary=True)
    dialog.open()
    return dialog


def choose_file(
    parent: QWidget | None, title: str, filters: str, run: TakePath, folder: Path | None = None
) -> QFileDialog:
    """Let the planner choose a file that exists."""
    return _file_dialog(parent, title, filters, run, folder, QFileDialog.AcceptMode.AcceptOpen)


def save_file(
    parent: QWidget | None,
    title: str,
    filters: str,
    run: TakePath,
    suggestion: Path | None = None,
    suffix: str = "",
) -> QFileDialog:
    """Let the planner name a file to be written."""
    folder = suggestion.parent if suggestion else None
    dialog = _file_dialog(parent, title, filters, run, folder, QFileDialog.AcceptMode.AcceptSave)
    if suffix:
        dialog.setDefaultSuffix(suffix)
    if suggestion:
        dialog.selectFile(suggestion.name)
    return dialog


def _file_dialog(
    parent: QWidget | None,
    title: str,
    filters: str,
    run: TakePath,
    folder: Path | None,
    mode: QFileDialog.AcceptMode,
) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder or Path.home()), filters)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(mode)
    if mode == QFileDialog.AcceptMode.AcceptOpen:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: run(Path(name)))
    dialog.open()
    return dialog
