"""Bare inputs for one value each; forms and table cells both use them."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from exerciseplanner.domain.fields import Field
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.vocabulary import Vocabulary

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Input(Protocol):
    """What every input can do."""

    entered: SignalInstance
    """The value was finished with Enter or by leaving."""
    dropped: SignalInstance
    """Esc was pressed."""

    def put(self, value: Any) -> None:
        """Show a value."""
        ...

    def taken(self) -> Any:
        """The value that was typed or chosen. Raises Refusal."""
        ...

    def show_several(self) -> None:
        """Show that the records chosen have different values."""
        ...


class LineInput(QLineEdit):
    """One line for whatever the vocabulary can read: text, numbers, times."""

    entered = Signal()
    dropped = Signal()

    def __init__(self, field: Field, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.vocabulary = vocabulary
        self._kept: Any = None
        self._kept_text = ""
        self._hint: str | None = None  # kept while it says that there are several values
        self.setAccessibleName(field.label)
        self.setAccessibleDescription(field.hint)
        if field.hint:
            self.setPlaceholderText(field.hint)

    def put(self, value: Any) -> None:
        """Show a value."""
        if self._hint is not None:
            self.setPlaceholderText(self._hint)
            self._hint = None
        self._kept = value
        self._kept_text = self.vocabulary.text(self.field, value)
        self.setText(self._kept_text)
        self.setCursorPosition(0)

    def taken(self) -> Any:
        """The value typed; what was put where the text was not touched. Raises Refusal."""
        text = self.text()
        if text == self._kept_text:
            return self._kept
        return self.vocabulary.parse(self.field, text)

    def show_several(self) -> None:
        """Show that the records chosen have different values."""
        self.put(None)
        self._hint = self.placeholderText()
        self.setPlaceholderText("Several values")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finishes, Esc gives up; where nothing was typed in a dialog, it closes that."""
        is_untouched = self.text() == self._kept_text and isinstance(self.window(), QDialog)
        if event.key() in ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and not is_untouched:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving finishes."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.entered.emit()


class TextInput(QPlainTextEdit):
    """Several lines; Ctrl+Enter or leaving finishes, in a table cell Enter does."""

    entered = Signal()
    dropped = Signal()

    def __init__(self, field: Field, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._kept = ""
        self._hint: str | None = None
        self.setTabChangesFocus(True)
        self.setAccessibleName(field.label)
        self.setAccessibleDescription(field.hint)
        self.setPlaceholderText(field.hint)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self.updateGeometry)

    def put(self, value: Any) -> None:
        """Show a value."""
        if self._hint is not None:
            self.setPlaceholderText(self._hint)
            self._hint = None
        self._kept = value or ""
        self.setPlainText(self._kept)

    def taken(self) -> Any:
        """The text typed."""
        return self.toPlainText()

    def show_several(self) -> None:
        """Show that the records chosen have different values."""
        self.put("")
        self._hint = self.placeholderText()
        self.setPlaceholderText("Several values")

    def sizeHint(self) -> QSize:
        """Tall enough for the text, between two and ten lines."""
        lines = min(10, max(2, int(self.document().size().height())))
        height = lines * self.fontMetrics().lineSpacing() + theme.scaled(14)
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """No less than its lines."""
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finishes in a cell or with Ctrl, Esc gives up."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shifted = bool(
            event.modifiers()
            & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier)
        )
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif event.key() in ENTER and (control or (self.property("cell") and not shifted)):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving finishes."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.entered.emit()


class FlagInput(QCheckBox):
    """Yes or no, finished the moment it is clicked."""

    entered = Signal()
    dropped = Signal()

    def __init__(self, field: Field, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.setAccessibleName(field.label)
        self.clicked.connect(self.entered)

    def put(self, value: Any) -> None:
        """Show a value."""
        self.setTristate(False)
        self.setChecked(bool(value))

    def taken(self) -> Any:
        """Whether it is ticked."""
        return self.isChecked()

    def show_several(self) -> None:
        """Show that the records chosen have different values."""
        self.setTristate(True)
        self.setCheckState(Qt.CheckState.PartiallyChecked)

    def nextCheckState(self) -> None:  # noqa: N802  Qt's name
        """From undecided or no to yes, from yes to no."""
        self.setCheckState(
            Qt.CheckState.Unchecked
            if self.checkState() == Qt.CheckState.Checked
            else Qt.CheckState.Checked
        )

    def event(self, event: QEvent) -> bool:
        """Esc gives up."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.dropped.emit()
            return True
        return super().event(event)


def filter_box(parent: QWidget) -> QLineEdit:
    """A line that narrows what stands below it."""
    box = QLineEdit(parent)
    box.setPlaceholderText("Filter")
    box.setAccessibleName("Filter")
    box.setClearButtonEnabled(True)
    box.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
    return box
