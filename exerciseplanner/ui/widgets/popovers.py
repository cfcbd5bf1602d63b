"""Small panels that ask one thing where the planner is, and go away by themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.parts import caption, label, set_property
from exerciseplanner.ui.widgets.vocabulary import Option

_CODE = Qt.ItemDataRole.UserRole
_ROWS = 9


class Popover(QFrame):
    """A panel over the window; Esc or a click elsewhere closes it."""

    def __init__(self, parent: QWidget, title: str, width: int = 320) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("Overlay")
        self.setAccessibleName(title)
        self.setFixedWidth(theme.scaled(width))
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(12, 10, 12, 12)
        self.content.setSpacing(8)
        self.content.addWidget(label(title, "strong"))

    def open_at(self, rect: QRect) -> None:
        """Open below a place on the screen, or above where there is no room."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(rect.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        top = rect.bottom() + 4
        if top + self.height() > room.bottom():
            top = max(room.top(), rect.top() - self.height() - 4)
        left = max(room.left(), min(rect.left(), room.right() - self.width()))
        self.move(QPoint(left, top))
        self.show()


class AskLine(Popover):
    """Asks for one line; says while it is typed what it would do, and why not if it cannot."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        hint: str,
        reading: Callable[[str], str],
        run: Callable[[str], object],
    ) -> None:
        super().__init__(parent, title)
        self._reading = reading
        self._run = run
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(title)
        self.note = caption("")
        self.note.setWordWrap(True)
        self.content.addWidget(self.line)
        self.content.addWidget(self.note)
        self.line.textChanged.connect(self._read)
        self.line.returnPressed.connect(self._finish)
        self._read("")
        self.line.setFocus()

    def _read(self, text: str) -> None:
        try:
            self._say(self._reading(text.strip()), "caption")
        except Refusal as refusal:
            self._say(refusal.message, "refusal")

    def _finish(self) -> None:
        try:
            self._run(self.line.text().strip())
        except Refusal as refusal:
            self._say(str(refusal), "refusal")
            return
        self.close()

    def _say(self, text: str, role: str) -> None:
        self.note.setText(text)
        set_property(self.note, "role", role)
        QTimer.singleShot(0, self, self.adjustSize)


class AskChoice(Popover):
    """Asks for one of a list that narrows while the planner types."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        options: Sequence[Option],
        run: Callable[[str], object],
        nothing: str = "There is nothing to choose from.",
    ) -> None:
        super().__init__(parent, title, 420)
        self._run = run
        self.line = QLineEdit()
        self.line.setPlaceholderText("Type a part of the name")
        self.line.setAccessibleName(title)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for option in options:
            text = f"{option.label}  ·  {option.detail}" if option.detail else option.label
            item = QListWidgetItem(text)
            item.setData(_CODE, option.code)
            self.list.addItem(item)
        high = max(theme.row_height(), self.list.sizeHintForRow(0))
        self.list.setFixedHeight(high * min(_ROWS, max(3, len(options))) + 4)
        self.list.setCurrentRow(0)
        self.content.addWidget(self.line)
        self.content.addWidget(self.list if options else caption(nothing))
        self.line.textChanged.connect(self._narrow)
        self.line.returnPressed.connect(lambda: self._choose(self.list.currentItem()))
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go through the list while the planner types."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        seen = [n for n in range(self.list.count()) if not self.list.item(n).isHidden()]
        if seen:
            now = self.list.currentRow()
            place = seen.index(now) + step if now in seen else 0
            self.list.setCurrentRow(seen[max(0, min(place, len(seen) - 1))])

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        first = True
        for place in range(self.list.count()):
            item = self.list.item(place)
            found = all(word in item.text().casefold() for word in words)
            item.setHidden(not found)
            if found and first:
                self.list.setCurrentRow(place)
                first = False

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and not item.isHidden():
            code = str(item.data(_CODE))
            self.close()
            self._run(code)
