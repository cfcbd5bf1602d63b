"""Columns of tables and trees: what a row shows there, how it sorts and how it is edited."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from PySide6.QtGui import QPixmap

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.ui.widgets.vocabulary import Vocabulary

Align = Literal["left", "right", "center"]
SortKey = tuple[tuple[int, object], ...]

_DIGITS = re.compile(r"(\d+)")
_NARROW = {"planned": 128, "moment": 128, "date": 96, "whole": 88, "minutes": 96, "flag": 56}
_WIDE = {"text": 280, "references": 200, "codes": 120, "choice": 112, "pick": 112, "reference": 160}


@dataclass(frozen=True)
class ColumnSpec:
    """One column over rows of any kind.

    `text` gives what is shown, `value` what an editor starts from, `sort` a key (None sorts last),
    `tone` the name of a colour token, `icon` the name of an icon; without them the row's attribute
    `name` is used. `picture` gives what stands before the text instead of an icon, such as a
    military symbol, for a row and a device pixel ratio. A column with a `field` and `editable` is
    edited in place, in the rows for which `editable_in` is true where there is one. The first
    column that `grows` takes most of the room that others leave, and gives up to a third of its
    own where that spares the others a scroll bar, until the planner sets a width.
    """

    name: str
    title: str
    text: Callable[[Any], str] | None = None
    value: Callable[[Any], Any] | None = None
    sort: Callable[[Any], Any] | None = None
    width: int = 120
    align: Align = "left"
    field: Field | None = None
    editable: bool = False
    tone: Callable[[Any], str] | None = None
    icon: Callable[[Any], str] | None = None
    shown: bool = True
    tip: Callable[[Any], str] | None = None
    strong: bool = False
    editable_in: Callable[[Any], bool] | None = None
    grows: bool = False
    picture: Callable[[Any, float], QPixmap | None] | None = None

    def edits(self, row: Any) -> bool:
        """Whether the value of this row can be changed in place."""
        return self.editable and (self.editable_in is None or self.editable_in(row))

    def value_of(self, row: Any) -> Any:
        """The raw value in this column."""
        return self.value(row) if self.value else getattr(row, self.name)

    def text_of(self, row: Any) -> str:
        """What is shown in this column."""
        if self.text:
            return self.text(row)
        value = self.value_of(row)
        return "" if value is None else str(value)

    def key_of(self, row: Any) -> Any:
        """What the row sorts by in this column; None stands last in either direction."""
        if self.sort:
            return self.sort(row)
        value = self.value_of(row)
        if isinstance(value, int | float):
            return value
        text = self.text_of(row)
        return natural(text) if text else None


def natural(text: str) -> SortKey:
    """A key by which ``SL2`` stands before ``SL10``, upper and lower case alike."""
    parts = _DIGITS.split(text.casefold())
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts if part)


def columns_for(
    noun: str,
    names: Iterable[str],
    vocabulary: Vocabulary,
    *,
    editable: Iterable[str] = (),
    hidden: Iterable[str] = (),
) -> tuple[ColumnSpec, ...]:
    """Columns for fields of a noun, in that order, worded by the vocabulary.

    Rows must have the raw value of each field as an attribute of the field's name.
    """
    edits, hides = set(editable), set(hidden)
    fields = (NOUNS[noun].field(name) for name in names)
    return tuple(
        column_for(field, vocabulary, editable=field.name in edits, shown=field.name not in hides)
        for field in fields
    )


def column_for(
    field: Field, vocabulary: Vocabulary, *, editable: bool = False, shown: bool = True
) -> ColumnSpec:
    """The column of one field."""
    numbers = field.kind in ("whole", "minutes", "degrees")
    return ColumnSpec(
        name=field.name,
        title=field.label,
        text=partial(_worded, vocabulary, field),
        sort=partial(_sorted_by, vocabulary, field),
        width=_width(field),
        align="right" if numbers else "left",
        field=field,
        editable=editable,
        shown=shown,
        grows=field.name in ("title", "name"),
    )


def _width(field: Field) -> int:
    if field.name in ("title", "name"):
        return 300
    if field.name in ("serial", "code"):
        return 136
    return _NARROW.get(field.kind, _WIDE.get(field.kind, 160))


def _worded(vocabulary: Vocabulary, field: Field, row: Any) -> str:
    return vocabulary.text(field, getattr(row, field.name))


def _sorted_by(vocabulary: Vocabulary, field: Field, row: Any) -> Any:
    value = getattr(row, field.name)
    if isinstance(value, int | float):
        return value
    if field.kind == "choice":
        return vocabulary.rank(field, value)
    text = vocabulary.text(field, value)
    return natural(text) if text else None
