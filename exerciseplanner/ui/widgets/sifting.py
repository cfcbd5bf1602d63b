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


class Sifter:
    """All rows of a model, and which of them are wanted in which order."""

    def __init__(self, columns: Sequence[ColumnSpec]) -> None:
        self.rows: tuple[Any, ...] = ()
        self.sorting: Sorting = ()
        self.words: tuple[str, ...] = ()
        self.predicate: Predicate | None = None
        self.stacks = Haystacks(columns)
        self._columns = columns
        self._ordered: list[Any] | None = None

    def take(self, rows: Sequence[Any]) -> None:
        """Have other rows."""
        self.rows = tuple(rows)
        self._ordered = None

    def sort(self, sorting: Sorting) -> bool:
        """Have another order; whether it is another."""
        changed = sorting != self.sorting
        if changed:
            self.sorting = sorting
            self._ordered = None
        return changed

    def search(self, text: str) -> bool:
        """Want rows that contain every word of a text; whether those are other words."""
        words = needles(text)
        changed = words != self.words
        self.words = words
        return changed

    def reword(self) -> None:
        """Read every text anew."""
        self.stacks.forget()
        self._ordered = None

    @property
    def is_narrowed(self) -> bool:
        """Whether some rows may not be wanted."""
        return bool(self.words or self.predicate)

    def ordered(self) -> list[Any]:
        """Every row in the order in force."""
        if self._ordered is None:
            self._ordered = in_order(list(self.rows), self._columns, self.sorting)
        return self._ordered

    def found(self) -> list[Any]:
        """The rows wanted, in the order in force."""
        return matching(self.ordered(), self.words, self.stacks, self.predicate)


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
