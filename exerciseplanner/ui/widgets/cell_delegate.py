"""Editing in a cell: Enter or leaving commits, Esc puts back, a refusal stands under the cell."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.cell_painting import CellPainter
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.editors import input_widget
from exerciseplanner.ui.widgets.inputs import Input, TextInput
from exerciseplanner.ui.widgets.live_table import Index, LiveTable
from exerciseplanner.ui.widgets.live_tree import LiveTree
from exerciseplanner.ui.widgets.parts import label, set_property
from exerciseplanner.ui.widgets.vocabulary import Vocabulary

_NEXT = {
    Qt.Key.Key_Tab: QAbstractItemDelegate.EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: QAbstractItemDelegate.EndEditHint.EditPreviousItem,
}
_NOT_EDITED = Qt.ItemDataRole.UserRole


class CellDelegate(QStyledItemDelegate):
    """Draws rows at the height of the theme and edits by the kind of the field."""

    def __init__(self, view: QAbstractItemView, vocabulary: Vocabulary) -> None:
        super().__init__(view)
        self._view = view
        self._painter = CellPainter(self)
        self._vocabulary = vocabulary
        self._place = QPersistentModelIndex()
        self._tip: QLabel | None = None

    # drawing -----------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows have one height."""
        return QSize(super().sizeHint(option, index).width(), theme.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell; only the current one of a view in use has a ring."""
        model = index.model()
        if not isinstance(model, LiveTable | LiveTree):
            super().paint(painter, option, index)
            return
        row, column = model.row_at(index), model.columns[index.column()]
        ratio = self._view.devicePixelRatioF()
        picture = column.picture(row, ratio) if column.picture else self.picture(row)
        self._painter.paint(
            painter,
            option,
            column,
            row,
            picture=picture,
            strong=self.is_strong(row),
            ring=self._view.hasFocus(),
        )

    def picture(self, row: Any) -> QPixmap | None:
        """What stands before the text of a row instead of the column's icon."""
        return None

    def is_strong(self, row: Any) -> bool:
        """Whether the text of a row is set in bold."""
        return False

    # editing -----------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The input for the field of the column."""
        column = self._column(index)
        field = column.field or Field(column.name, column.title)
        editor = input_widget(field, self._vocabulary, parent)
        editor.setProperty("cell", True)
        editor.setAutoFillBackground(True)
        self._place = QPersistentModelIndex(index)
        cast(Input, editor).entered.connect(lambda: self._finish(editor))
        cast(Input, editor).dropped.connect(lambda: self._give_up(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's raw value once; a refresh meanwhile leaves what is being typed alone."""
        if not editor.property("filled"):
            editor.setProperty("filled", True)
            cast(Input, editor).put(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Nothing: values are committed when finished, where a refusal can still be shown."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Fill the cell; several lines reach below it."""
        rect = option.rect
        if isinstance(editor, TextInput):
            rect.setHeight(max(rect.height(), theme.scaled(84)))
            rect.setWidth(max(rect.width(), theme.scaled(280)))
        editor.setGeometry(rect)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Take the refusal away with the editor; nothing is committed from it any more."""
        editor.setProperty("done", True)
        self._hide_tip()
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab finishes and goes on; the inputs see to Enter, Esc and leaving themselves."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            hint = _NEXT.get(Qt.Key(event.key()))
            if hint is not None and isinstance(watched, QWidget):
                self._finish(watched, hint)
                return True
        return False

    def _finish(
        self,
        editor: QWidget,
        hint: QAbstractItemDelegate.EndEditHint = QAbstractItemDelegate.EndEditHint.NoHint,
    ) -> None:
        if editor.property("done"):
            return
        try:
            self._commit(cast(Input, editor))
        except Refusal as refusal:
            set_property(editor, "refused", True)
            self._show_tip(editor, str(refusal))
            return
        editor.setProperty("done", True)
        if self._is_open(editor):
            self.closeEditor.emit(editor, hint)

    def _is_open(self, editor: QWidget) -> bool:
        """Whether the view still has the editor, and has not closed it to go to another cell."""
        index = QModelIndex(self._place)  # type: ignore[call-overload]  # stubs lack this one
        return self._view.indexWidget(index) is editor

    def _commit(self, editor: Input) -> None:
        value = editor.taken()
        index = QModelIndex(self._place)  # type: ignore[call-overload]  # stubs lack this one
        if not index.isValid():
            return
        model = index.model()
        if not isinstance(model, LiveTable | LiveTree):
            return
        column = self._column(index)
        if not _same(value, index.data(Qt.ItemDataRole.EditRole)):
            model.commit((model.id_at(index),), column, value)

    def _give_up(self, editor: QWidget) -> None:
        editor.setProperty("done", True)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def _column(self, index: Index) -> ColumnSpec:
        model = index.model()
        assert isinstance(model, LiveTable | LiveTree)
        return model.columns[index.column()]

    def _show_tip(self, editor: QWidget, text: str) -> None:
        self._hide_tip()
        self._tip = label(text, "tip")
        self._tip.setWordWrap(True)
        self._tip.setParent(self._view)
        self._tip.setFixedWidth(max(editor.width(), theme.scaled(320)))
        self._tip.adjustSize()
        below = editor.mapTo(self._view, QPoint(0, editor.height() + 2))
        above = editor.mapTo(self._view, QPoint(0, -self._tip.height() - 2))
        fits = below.y() + self._tip.height() < self._view.height()
        self._tip.move(below if fits else above)
        self._tip.show()
        self._tip.raise_()

    def _hide_tip(self) -> None:
        if self._tip:
            self._tip.deleteLater()
            self._tip = None


def _same(new: Any, old: Any) -> bool:
    return bool(new == old) or (new in ("", None) and old in ("", None))
