"""Sorting and filtering of raw rows, fast enough for every keystroke on ten thousand of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from exerciseplanner.ui.widgets.columns import ColumnSpec

Predicate = Callable[[Any], bool]
Sorting = tuple[tuple[str, bool], ...]
"""Columns by name, most important first; True is descending."""


class Haystacks:
    """The text of each row in lower case, kept until the row changes."""

    def __init__(self, columns: Sequence[ColumnSpec]) -> None:
        self._columns = columns
        self._kept: dict[str, tuple[Any, str]] = {}

    def of(self, row: Any) -> str:
        """All that a row shows, in lower case."""
        kept = self._kept.get(row.id)
        if kept and kept[0] is row:
            return kept[1]
        text = "\n".join([column.text_of(row) for column in self._columns]).casefold()
        self._kept[row.id] = (row, text)
        return text

    def forget(self) -> None:
        """Drop everything, because wording has changed."""
        self._kept.clear()


def needles(text: str) -> tuple[str, ...]:
    """The words of a filter, each of which a row must contain."""
    return tuple(text.casefold().split())


def matching(
    rows: Iterable[Any], words: tuple[str, ...], stacks: Haystacks, predicate: Predicate | None
) -> list[Any]:
    """The rows that contain every word and pass the predicate, in the same order."""
    found = [row for row in rows if predicate(row)] if predicate else list(rows)
    if len(words) == 1:
        word = words[0]
        return [row for row in found if word in stacks.of(row)]
    if words:
        return [row for row in found if all(word in stacks.of(row) for word in words)]
    return found


def in_order(rows: list[Any], columns: Sequence[ColumnSpec], sorting: Sorting) -> list[Any]:
    """The rows sorted; rows without a value in the column stand last in either direction."""
    by_name = {column.name: column for column in columns}
    for name, descending in reversed(sorting):
        column = by_name.get(name)
        if column is None:
            continue
        keyed = [(column.key_of(row), row) for row in rows]
        filled = [pair for pair in keyed if pair[0] is not None]
        filled.sort(key=_key, reverse=descending)
        rows = [row for _, row in filled] + [row for key, row in keyed if key is None]
    return rows


def _key(pair: tuple[Any, Any]) -> Any:
    return pair[0]
