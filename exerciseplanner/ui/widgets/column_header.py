"""Column headers: click sorts (Shift adds), right click chooses columns; all is remembered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QFont, QFontMetrics, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from exerciseplanner.ui.widgets import icons, theme, typeface
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.ui.widgets.sifting import Sorting

_SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}
_ARROW = 14
_GROWTH = 0.6
_LEAST = 2 / 3
"""What is left at least of the column that grows where there is too little room for all."""
_LEFT, _RIGHT = 11, 8
"""How far titles keep from the edges: as far as what stands in the cells below."""


class ColumnHeader(QHeaderView):
    """The header of a table or tree; `sorted_by` announces a new order."""

    sorted_by = Signal(tuple)

    frozen_changed = Signal(int)
    """How many columns at the left shall stay in sight."""

    can_freeze: bool = False
    """Whether the menu offers to freeze columns."""

    def __init__(
        self,
        columns: Sequence[ColumnSpec],
        name: str,
        settings: Settings | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = tuple(columns)
        self._name = f"columns/{name}"
        self._settings = settings
        self._sorting: Sorting = ()
        self._frozen = 0
        self._pressed = QPoint()
        self._growing = False
        self._by_hand = False
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(32)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.open_menu)
        self._writing = QTimer(self)
        self._writing.setSingleShot(True)
        self._writing.setInterval(400)
        self._writing.timeout.connect(self.remember)

    @property
    def sorting(self) -> Sorting:
        """The order in force."""
        return self._sorting

    def restore(self) -> None:
        """Bring back widths, places, choice and order; call once the view has its model."""
        kept = self._settings.get(self._name, {}) if self._settings else {}
        by_name = {column.name: place for place, column in enumerate(self._columns)}
        self._by_hand = bool(kept.get("widths"))
        for place, column in enumerate(self._columns):
            width = kept.get("widths", {}).get(column.name, 0)
            self.resizeSection(place, width or theme.scaled(column.width))
            shown = kept.get("shown", {}).get(column.name, column.shown)
            self.setSectionHidden(place, not shown)
        for visual, column_name in enumerate(kept.get("order", ())):
            if column_name in by_name:
                self.moveSection(self.visualIndex(by_name[column_name]), visual)
        sorting = tuple((n, bool(d)) for n, d in kept.get("sorting", ()) if n in by_name)
        self.sectionMoved.connect(lambda *_: self._writing.start())
        self.sectionResized.connect(self._resized)
        self._grow()
        if sorting:
            self.sort(sorting)
        if self.can_freeze:
            self.freeze(int(kept.get("frozen", 0)))

    def remember(self) -> None:
        """Keep widths, places, choice and order."""
        if not self._settings:
            return
        names = [column.name for column in self._columns]
        hidden = [self.isSectionHidden(place) for place in range(len(names))]
        widths = {n: self.sectionSize(p) for p, n in enumerate(names) if not hidden[p]}
        kept = {
            "widths": widths if self._by_hand else {},
            "shown": {n: not hidden[p] for p, n in enumerate(names)},
            "order": [names[self.logicalIndex(visual)] for visual in range(len(names))],
            "sorting": self._sorting,
            "frozen": self._frozen,
        }
        self._settings.put(self._name, kept)

    def sort(self, sorting: Sorting) -> None:
        """Put an order in force."""
        self._sorting = sorting
        self.viewport().update()
        self.sorted_by.emit(sorting)
        self._writing.start()

    def show_sorting(self, sorting: Sorting) -> None:
        """Show an order that somebody else put in force."""
        self._sorting = sorting
        self.viewport().update()

    def freeze(self, count: int) -> None:
        """Keep the first so many columns in sight while the others scroll."""
        self._frozen = max(0, min(count, self.count() - 1))
        self.frozen_changed.emit(self._frozen)
        self._writing.start()

    def open_menu(self, point: QPoint) -> None:
        """Choose columns, or go back to how they were at first."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(self._columns):
            entry = menu.addAction(column.title)
            entry.setCheckable(True)
            entry.setChecked(not self.isSectionHidden(place))
            entry.toggled.connect(lambda shown, place=place: self._show_column(place, shown))
        menu.addSeparator()
        if self.can_freeze:
            last = self.visualIndex(self.logicalIndexAt(point)) + 1
            menu.addAction("Freeze up to here").triggered.connect(lambda: self.freeze(last))
            if self._frozen:
                menu.addAction("Freeze nothing").triggered.connect(lambda: self.freeze(0))
        menu.addAction("Order of the list").triggered.connect(lambda: self.sort(()))
        menu.addAction("Columns as at first").triggered.connect(self._as_at_first)
        menu.popup(self.mapToGlobal(point))

    def sizeHint(self) -> QSize:
        """As high as a row, as wide as the columns; measuring every title would cost a frame."""
        return QSize(self.length(), theme.row_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room there is now to the column that grows."""
        super().resizeEvent(event)
        self._grow()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Sort by the column clicked, unless a column was moved or resized."""
        super().mouseReleaseEvent(event)
        here = event.position().toPoint()
        still = (here - self._pressed).manhattanLength() < 4
        on_edge = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        if still and not on_edge and event.button() == Qt.MouseButton.LeftButton:
            section = self.logicalIndexAt(here)
            if section >= 0:
                added = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._sort_by(self._columns[section].name, added=added)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Title with an arrow beside it where the column sorts."""
        hovered = self.logicalIndexAt(self.mapFromGlobal(QCursor.pos())) == section
        hovered = hovered and self.underMouse()
        painter.fillRect(rect, theme.token("hover" if hovered else "surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.token("line"))
        order = dict(self._sorting).get(self._columns[section].name)
        room = rect.adjusted(_LEFT, 0, -_RIGHT, 0)
        if order is not None and rect.width() > 3 * _ARROW:
            self._draw_arrow(painter, room, "arrow-down" if order else "arrow-up", section)
        self._draw_title(painter, room, self._columns[section], hovered=hovered)

    def _draw_arrow(self, painter: QPainter, room: QRect, name: str, section: int) -> None:
        """Before a title at the right, else at the end; what is left of `room` is for the title."""
        left = room.right() - _ARROW
        column = self._columns[section]
        if column.align == "right":
            words = QFontMetrics(_font()).horizontalAdvance(column.title)
            left = max(room.right() - words - _ARROW - 4, room.left() - _LEFT // 2)
            room.setLeft(left + _ARROW + 2)
        else:
            room.setRight(left - 2)
        top = room.top() + (room.height() - _ARROW) // 2
        pixmap = icons.pixmap(name, "accent", _ARROW, self.devicePixelRatioF())
        painter.drawPixmap(left, top, pixmap)

    def _draw_title(
        self, painter: QPainter, room: QRect, column: ColumnSpec, *, hovered: bool
    ) -> None:
        """Without Qt's own drawing, which asks every row whether the whole column is selected."""
        font = _font()
        painter.setFont(font)
        painter.setPen(theme.token("text" if hovered else "muted"))
        side = _SIDES[column.align]
        text = QFontMetrics(font).elidedText(
            column.title, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _sort_by(self, name: str, *, added: bool) -> None:
        before = dict(self._sorting)
        rest = tuple(pair for pair in self._sorting if pair[0] != name) if added else ()
        if name not in before:
            self.sort((*rest, (name, False)))
        elif not before[name]:
            self.sort((*rest, (name, True)))
        else:
            self.sort(rest)

    def _show_column(self, place: int, shown: bool) -> None:
        if shown or self.count() - self.hiddenSectionCount() > 1:
            self.setSectionHidden(place, not shown)
            if shown and self.sectionSize(place) < 32:
                self.resizeSection(place, theme.scaled(self._columns[place].width))
            self._grow()
            self._writing.start()

    def _as_at_first(self) -> None:
        for place, column in enumerate(self._columns):
            self.moveSection(self.visualIndex(place), place)
            self.setSectionHidden(place, not column.shown)
            self.resizeSection(place, theme.scaled(column.width))
        self._by_hand = False
        self._grow()
        self.sort(())

    def _resized(self, section: int, old: int, new: int) -> None:
        last = self.logicalIndex(self.count() - 1 - self._hidden_at_the_end())
        hidden_or_shown = not (old and new)
        if not (self._growing or hidden_or_shown or section == last) and self.isVisible():
            self._by_hand = True
        self._writing.start()

    def _hidden_at_the_end(self) -> int:
        places = range(self.count() - 1, -1, -1)
        shown = (n for n, v in enumerate(places) if not self.isSectionHidden(self.logicalIndex(v)))
        return next(shown, 0)

    def _grow(self) -> None:
        place = next((n for n, each in enumerate(self._columns) if each.grows), None)
        if place is None or self._by_hand:
            return
        wanted = [
            theme.scaled(each.width)
            for n, each in enumerate(self._columns)
            if not self.isSectionHidden(n)
        ]
        spare = self.viewport().width() - sum(wanted)
        own = theme.scaled(self._columns[place].width)
        size = own + min(round(max(spare, 0) * _GROWTH), own)
        if spare < 0 and own + spare >= own * _LEAST:
            size = own + spare
        self._growing = True
        self.resizeSection(place, size)
        self._growing = False


def _font() -> QFont:
    return typeface.font(theme.scaled(11), strong=True)
