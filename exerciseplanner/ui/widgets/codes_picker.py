"""Several of many: ticked in a list that can be narrowed by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from exerciseplanner.domain.fields import Field
from exerciseplanner.ui.widgets import theme, wording
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.inputs import LineInput
from exerciseplanner.ui.widgets.vocabulary import Option, Vocabulary

_CODE = Qt.ItemDataRole.UserRole


class CodesPicker(LineInput):
    """Codes or references, written as a list; a click or Down opens the list to tick."""

    def __init__(self, field: Field, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(field, vocabulary, parent)
        self._list: TickList | None = None
        opener = QAction(icon("selector", "muted"), "Open the list", self)
        opener.triggered.connect(self.open_list)
        self.addAction(opener, LineInput.ActionPosition.TrailingPosition)
        self.setClearButtonEnabled(False)

    def put(self, value: Any) -> None:
        """Show the codes, given as a list or as JSON text."""
        super().put(wording.codes_of(value))

    def kept(self) -> tuple[str, ...]:
        """The codes shown before anything was typed."""
        return wording.codes_of(self._kept)

    def open_list(self) -> None:
        """Show every option with its tick."""
        options = self.vocabulary.options(self.field)
        if not options:
            return
        ticked = wording.codes_of(self._kept)
        self._list = TickList(options, ticked, self)
        self._list.ticked.connect(self._take)
        self._list.open_below(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and F4 open the list."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.open_list()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click into an untouched field opens the list."""
        super().mouseReleaseEvent(event)
        if self.text() == self._kept_text:
            self.open_list()

    def _take(self, codes: tuple[str, ...]) -> None:
        self.setText(self.vocabulary.text(self.field, codes))
        self.entered.emit()


class TickList(QFrame):
    """A list with a tick at each option; `ticked` gives the codes when it closes changed."""

    ticked = Signal(tuple)

    def __init__(
        self, options: Sequence[Option], ticked: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("Overlay")
        self._before = tuple(ticked)
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText("Filter")
        self._filter.setAccessibleName("Filter the list")
        self._filter.textChanged.connect(self._narrow)
        self._list = QListWidget(self)
        self._list.setAccessibleName("Options")
        self._list.setUniformItemSizes(True)
        first_ticked = sorted(options, key=lambda option: option.code not in self._before)
        for option in first_ticked:
            self._list.addItem(_item(option, option.code in self._before))
        self._list.itemDoubleClicked.connect(_toggle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._filter)
        layout.addWidget(self._list)

    def open_below(self, widget: QWidget) -> None:
        """Open under a widget, at least as wide as it."""
        rows = min(12, max(4, self._list.count()))
        height = rows * theme.row_height() + theme.scaled(56)
        self.resize(QSize(max(widget.width(), theme.scaled(280)), height))
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        self.show()
        self._filter.setFocus()

    def codes(self) -> tuple[str, ...]:
        """The codes that are ticked."""
        items = (self._list.item(place) for place in range(self._list.count()))
        return tuple(
            str(item.data(_CODE)) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes without change, Enter with it; Down goes from the filter to the list.

        Where words were typed, Enter ticks the first that is left and the next can be typed.
        """
        if event.key() == Qt.Key.Key_Escape:
            self._before = self.codes()
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Down:
            self._go_into_list()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: Any) -> None:
        """Closing hands over what is ticked."""
        super().hideEvent(event)
        codes = self.codes()
        if set(codes) != set(self._before):
            self._before = codes
            self.ticked.emit(codes)

    def _shown(self) -> list[QListWidgetItem]:
        items = (self._list.item(place) for place in range(self._list.count()))
        return [item for item in items if not item.isHidden()]

    def _enter(self) -> None:
        typed, here = self._filter.text().strip().casefold(), self._list.currentItem()
        if typed and not self._list.hasFocus():
            found = sorted(self._shown(), key=lambda item: _begins(item, typed), reverse=True)
            for item in found[:1]:
                _toggle(item)
                self._filter.clear()
            return
        is_same = set(self.codes()) == set(self._before)
        if self._list.hasFocus() and self._list.currentRow() >= 0 and is_same:
            _toggle(here)
        self.close()

    def _go_into_list(self) -> None:
        if shown := self._shown():
            self._list.setFocus()
            self._list.setCurrentItem(shown[0])

    def _narrow(self, text: str) -> None:
        wanted = text.casefold()
        for place in range(self._list.count()):
            item = self._list.item(place)
            item.setHidden(wanted not in item.text().casefold())


def _item(option: Option, is_ticked: bool) -> QListWidgetItem:
    text = f"{option.label}  ·  {option.detail}" if option.detail else option.label
    item = QListWidgetItem(text)
    item.setData(_CODE, option.code)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
    return item


def _begins(item: QListWidgetItem, typed: str) -> bool:
    return item.text().casefold().startswith(typed)


def _toggle(item: QListWidgetItem) -> None:
    is_ticked = item.checkState() == Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked)
