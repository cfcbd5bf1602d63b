"""Objectives against days of the exercise: in each cell how many injects serve it that day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from exerciseplanner.ui.widgets import theme, typeface
from exerciseplanner.ui.widgets.shading import ink_on, shade
from exerciseplanner.workspace.queries.objective_plan import Coverage, CoverageRow

Index = QModelIndex | QPersistentModelIndex

_INDENT = 14
_GAP = 8


class HeatModel(QAbstractTableModel):
    """One row an objective, one column a day, then what is untimed, then the sum."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CoverageRow, ...] = ()
        self._days: tuple[int | None, ...] = ()
        self._found: Coverage | None = None
        self.most = 1

    def show_coverage(self, found: Coverage) -> None:
        """Take a new answer."""
        self.beginResetModel()
        self._found = found
        self._rows = found.rows
        self._days = (*found.days, *((None,) if found.untimed else ()))
        training = [row for row in found.rows if row.level != "exercise"] or list(found.rows)
        self.most = max((len(ids) for row in training for ids in row.cells.values()), default=1)
        self.endResetModel()

    def row_at(self, index: Index) -> CoverageRow:
        """The objective of a cell."""
        return self._rows[index.row()]

    def row_of(self, row_id: str) -> int | None:
        """The line in which an objective stands."""
        return next((n for n, row in enumerate(self._rows) if row.id == row_id), None)

    def is_top(self, line: int) -> bool:
        """Whether others serve the objective of a line."""
        return self._rows[line].level == "exercise"

    def is_total(self, index: Index) -> bool:
        """Whether a cell holds a sum."""
        return index.column() == len(self._days)

    def injects_at(self, index: Index) -> tuple[str, ...]:
        """The ids of the injects that a cell counts."""
        row = self.row_at(index)
        if self.is_total(index):
            return tuple(sorted({each for ids in row.cells.values() for each in ids}))
        return row.cells.get(self._days[index.column()], ())

    def day_text(self, column: int) -> str:
        """A column in words, such as STARTEX+2, Wed 04 Nov."""
        if column == len(self._days):
            return "all days"
        day = self._days[column]
        if day is None or self._found is None:
            return "no planned time"
        date = self._found.startex + timedelta(days=day)
        return f"STARTEX{day:+d}, {date:%a %d %b}" if day else f"STARTEX, {date:%a %d %b}"

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of objectives."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Days, what is untimed, and the sum."""
        return 0 if parent is not None and parent.isValid() else len(self._days) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The count, and in a sentence what it counts."""
        if not index.isValid():
            return None
        count = len(self.injects_at(index))
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{count}" if count else "·"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self.row_at(index)
            injects = "1 inject" if count == 1 else f"{count or 'no'} injects"
            return f"{row.code} {row.title}\n{self.day_text(index.column())}: {injects}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Days over the columns, objectives beside the lines."""
        if orientation == Qt.Orientation.Horizontal:
            return self._day_header(section, role)
        if not 0 <= section < len(self._rows):
            return None
        row = self._rows[section]
        mark = "▲ " if row.level == "training" and not row.total else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{mark}{row.code}  {row.title}".strip()
        return None

    def _day_header(self, section: int, role: int) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.day_text(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == len(self._days):
            return "All"
        day = self._days[section]
        return "Untimed" if day is None else f"D{day:+d}" if day else "D"


class ObjectiveHeader(QHeaderView):
    """The objectives beside the lines; those that others serve stand out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def wanted_width(self) -> int:
        """Room in which every objective stands whole."""
        model = self.model()
        assert isinstance(model, HeatModel)
        widest = 0
        for section in range(model.rowCount()):
            top = model.is_top(section)
            said = str(model.headerData(section, Qt.Orientation.Vertical))
            words = QFontMetrics(_font(strong=top)).horizontalAdvance(said)
            widest = max(widest, _left(top=top) + words)
        return widest + theme.scaled(_GAP + 8)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The code and as much of the title as there is room for."""
        model = self.model()
        assert isinstance(model, HeatModel)
        row = model.row_at(model.index(section, 0))
        top = model.is_top(section)
        painter.save()
        painter.fillRect(rect, theme.token("surface"))
        painter.setFont(_font(strong=top))
        unserved = row.level == "training" and not row.total
        painter.setPen(theme.token("danger" if unserved else "text"))
        room = rect.adjusted(_left(top=top), 0, -theme.scaled(_GAP), 0)
        said = str(model.headerData(section, Qt.Orientation.Vertical))
        text = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


def _font(*, strong: bool) -> QFont:
    return typeface.font(theme.scaled(13), strong=strong)


def _left(*, top: bool) -> int:
    return theme.scaled(20 if top else 20 + _INDENT)


class HeatDelegate(QStyledItemDelegate):
    """Shades a cell by its count; the number is always there, in a colour that can be read."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        model = index.model()
        assert isinstance(model, HeatModel)
        count = len(model.injects_at(index))
        ground = QColor(theme.token("surface"))
        plain = model.is_total(index) or model.row_at(index).level == "exercise"
        if count and not plain:
            ground = shade(count / model.most)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground if count and not plain else theme.token("field"))
        if not plain:
            painter.drawRoundedRect(room, 3, 3)
        painter.setFont(typeface.font(theme.scaled(13 if count else 11), strong=bool(count)))
        painter.setPen(ink_on(ground) if count else theme.token("faint"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus):
            pen = painter.pen()
            pen.setColor(theme.token("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.restore()
