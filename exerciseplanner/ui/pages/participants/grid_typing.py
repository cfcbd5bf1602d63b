"""Typing whole numbers into the cells of a grid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from exerciseplanner.ui.pages.participants.grid_model import Index
from exerciseplanner.ui.pages.participants.grid_painting import GridDelegate

_MOST = 100
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypingDelegate(GridDelegate):
    """Hands what was typed in a cell to `take`; Enter then does what `after` says."""

    def __init__(
        self,
        parent: QObject,
        take: Callable[[Index, str], object],
        after: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._take = take
        self._after = after

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line that takes whole numbers from 0 to 100."""
        editor = QLineEdit(parent)
        editor.setValidator(QIntValidator(0, _MOST, editor))
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setProperty("cell", True)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.ToolTipRole) or "Weight"))
        return editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes what was typed at once, and goes on to the cell below."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
            and isinstance(watched, QWidget)
        ):
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, self.EndEditHint.NoHint)
            self._after()
            return True
        return super().eventFilter(watched, event)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Say what was typed; leaving without typing changes nothing."""
        if isinstance(editor, QLineEdit) and editor.isModified():
            self._take(index, editor.text())
