"""What a cell answers to a view: the same for tables and trees."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from exerciseplanner.ui.widgets import theme, typeface
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.icons import icon

ID_ROLE = Qt.ItemDataRole.UserRole + 1
"""The id of the row a cell belongs to."""

_LONG = 24
_LETTER, _EDGES = 7, 22
"""Letters beyond which a text may be shortened: in any column, and in one of a given width."""

_SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


def cell_data(column: ColumnSpec, row: Any, role: int) -> Any:
    """The cell's answer for a role, or None."""
    answer = _ANSWERS.get(role)
    return answer(column, row) if answer else None


def header_data(column: ColumnSpec, role: int) -> Any:
    """The header's answer for a role, or None."""
    if role == Qt.ItemDataRole.DisplayRole:
        return column.title
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return _alignment(column, None)
    if role == Qt.ItemDataRole.ToolTipRole:
        return (column.field.hint if column.field else "") or _cut(column, column.title)
    return None


def _text(column: ColumnSpec, row: Any) -> str:
    text = column.text_of(row)
    return text.replace("\n", " ") if "\n" in text else text


def _value(column: ColumnSpec, row: Any) -> Any:
    return column.value_of(row)


def _tone(column: ColumnSpec, row: Any) -> Any:
    name = column.tone(row) if column.tone else ""
    return theme.token(name) if name else None


def _icon(column: ColumnSpec, row: Any) -> Any:
    name = column.icon(row) if column.icon else ""
    if not name:
        return None
    return icon(name, column.tone(row) or "muted") if column.tone else icon(name, "muted")


def _tip(column: ColumnSpec, row: Any) -> Any:
    if column.tip:
        return column.tip(row) or None
    return _cut(column, column.text_of(row))


def _cut(column: ColumnSpec, text: str) -> str | None:
    """A text that may be shortened in its column."""
    return text if len(text) > min(_LONG, (column.width - _EDGES) // _LETTER) else None


def _font(column: ColumnSpec, row: Any) -> Any:
    return typeface.font(theme.scaled(13), strong=True) if column.strong else None


def _alignment(column: ColumnSpec, row: Any) -> Any:
    return _SIDES[column.align] | Qt.AlignmentFlag.AlignVCenter


def _id(column: ColumnSpec, row: Any) -> Any:
    return row.id


_ANSWERS = {
    int(Qt.ItemDataRole.DisplayRole): _text,
    int(Qt.ItemDataRole.EditRole): _value,
    int(Qt.ItemDataRole.ForegroundRole): _tone,
    int(Qt.ItemDataRole.DecorationRole): _icon,
    int(Qt.ItemDataRole.ToolTipRole): _tip,
    int(Qt.ItemDataRole.FontRole): _font,
    int(Qt.ItemDataRole.TextAlignmentRole): _alignment,
    int(ID_ROLE): _id,
}
