"""Ctrl+K: one box that finds every action, page and record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.ui.widgets import icons, theme, typeface
from exerciseplanner.ui.widgets.fuzzy import score
from exerciseplanner.ui.widgets.parts import Run, line

_ENTRY = Qt.ItemDataRole.UserRole
_MOST = 60
_WAIT = 120
_WIDTH = 620
_LIST_HEIGHT = 396
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Entry:
    """One line of the palette: what it is called, a detail, what kind it is, what it does.

    `words` are what else it is called; they are searched, not shown.
    """

    label: str
    run: Run
    detail: str = ""
    kind: str = ""
    icon: str = ""
    shortcut: str = ""
    words: str = ""


Search = Callable[[str], Sequence[Entry]]


class CommandPalette(QFrame):
    """Opens over a window; `entries` gives what is always there, `search` finds records."""

    def __init__(
        self, window: QWidget, entries: Callable[[], Sequence[Entry]], search: Search | None = None
    ) -> None:
        super().__init__(window)
        self.setObjectName("Overlay")
        self.setAccessibleName("Command palette")
        self._window = window
        self._entries_now = entries
        self._search = search
        self._known: Sequence[Entry] = ()
        self._model = _Entries(self)
        self.box = QLineEdit()
        self.box.setProperty("bare", True)
        self.box.setPlaceholderText("Find an action, a page or a record")
        self.box.setAccessibleName("Find an action, a page or a record")
        self.box.textChanged.connect(self._narrow)
        self.box.installEventFilter(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_EntryDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName("Found")
        self.list.clicked.connect(lambda index: self._run(index.data(_ENTRY)))
        self._searching = QTimer(self)
        self._searching.setSingleShot(True)
        self._searching.setInterval(_WAIT)
        self._searching.timeout.connect(self._find_records)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.box)
        layout.addWidget(line())
        layout.addWidget(self.list)
        self.hide()

    def open(self, text: str = "") -> None:
        """Show the palette in the upper middle of the window."""
        self._known = self._entries_now()
        window = self._window
        width = min(theme.scaled(_WIDTH), window.width() - 48)
        self.setFixedWidth(width)
        self.list.setFixedHeight(min(theme.scaled(_LIST_HEIGHT), window.height() - 200))
        self.adjustSize()
        self.move((window.width() - width) // 2, max(48, window.height() // 8))
        self.box.setText(text)
        self._narrow(text)
        self.show()
        self.raise_()
        self.box.setFocus()

    def entries(self) -> Sequence[Entry]:
        """What is found at the moment, best first."""
        return self._model.entries

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list, Enter does it, Esc and leaving close."""
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._close_when_left)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in _MOVES:
            self._step(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._find_records_now_if_waiting()
            self._run(self.list.currentIndex().data(_ENTRY))
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            return False
        return True

    def _step(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8}.get(
            Qt.Key(event.key()), -8
        )
        row = self.list.currentIndex().row() + step
        row = max(0, min(row, self._model.rowCount() - 1))
        self.list.setCurrentIndex(self._model.index(row))

    def _narrow(self, text: str) -> None:
        self._show(_best(text, self._known))
        if self._search and len(text.strip()) >= 2:
            self._searching.start()
        else:
            self._searching.stop()

    def _find_records_now_if_waiting(self) -> None:
        if self._searching.isActive() and not self._model.entries:
            self._searching.stop()
            self._find_records()

    def _find_records(self) -> None:
        text = self.box.text()
        if self._search and self.isVisible():
            self._show([*_best(text, self._known), *self._search(text)], keep=True)

    def _show(self, entries: Sequence[Entry], *, keep: bool = False) -> None:
        row = self.list.currentIndex().row() if keep else 0
        self._model.show(entries[:_MOST])
        self.list.setCurrentIndex(self._model.index(max(row, 0)))

    def _run(self, entry: Entry | None) -> None:
        if entry is not None:
            self._close()
            entry.run()

    def _close(self) -> None:
        self._searching.stop()
        self.hide()
        self._window.setFocus()

    def _close_when_left(self) -> None:
        if self.isVisible() and not self.box.hasFocus() and self.window().isActiveWindow():
            self._close()


def _best(text: str, entries: Sequence[Entry]) -> list[Entry]:
    if not text.strip():
        return list(entries)
    scored = [(_fit(text, entry), entry) for entry in entries]
    found = [(points, entry) for points, entry in scored if points is not None]
    found.sort(key=lambda pair: -pair[0])
    return [entry for _, entry in found]


def _fit(text: str, entry: Entry) -> float | None:
    named = f"{entry.label} {entry.kind}"
    points = score(text, named)
    if points is None and entry.words:
        points = score(text, f"{named} {entry.words}")
        return None if points is None else points / 2
    return points


class _Entries(QAbstractListModel):
    """The entries found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Replace what is found."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many were found."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The label, or the entry itself."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.label
        return entry if role == _ENTRY else None


class _EntryDelegate(QStyledItemDelegate):
    """Icon, label, detail, and the shortcut or the kind at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for one line."""
        return QSize(200, theme.scaled(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entry."""
        entry = index.data(_ENTRY)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        rect = QRect(option.rect)
        if chosen:
            painter.setBrush(theme.token("selection"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(rect, 6, 6)
        self._draw_entry(painter, entry, rect.adjusted(10, 0, -12, 0), chosen=chosen)
        painter.restore()

    def _draw_entry(self, painter: QPainter, entry: Entry, rect: QRect, *, chosen: bool) -> None:
        ratio = painter.device().devicePixelRatio()
        picture = icons.pixmap(entry.icon or "chevron-right", "muted", 18, ratio)
        painter.drawPixmap(rect.left(), rect.center().y() - 8, picture)
        aside = QKeySequence(entry.shortcut).toString() if entry.shortcut else entry.kind
        painter.setFont(typeface.font(theme.scaled(12)))
        painter.setPen(theme.token("muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
        room = rect.adjusted(28, 0, -painter.fontMetrics().horizontalAdvance(aside) - 16, 0)
        painter.setFont(typeface.font(theme.scaled(13)))
        painter.setPen(theme.token("on_selection" if chosen else "text"))
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        metrics = painter.fontMetrics()
        label = metrics.elidedText(entry.label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side, label)
        rest = room.adjusted(metrics.horizontalAdvance(label) + 12, 0, 0, 0)
        if entry.detail and rest.width() > 40:
            painter.setPen(theme.token("muted"))
            detail = metrics.elidedText(entry.detail, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, side, detail)
