"""Which rows of a view are selected, found from its ranges: selecting everything stays quick."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
)

from exerciseplanner.ui.widgets.live_table import Index


class Rows(Protocol):
    """A model that knows the id of each row."""

    def id_of(self, parent: Index, row: int) -> str:
        """The id of a row below a parent."""
        ...


def chosen_ids(selection: QItemSelectionModel, model: Rows) -> set[str]:
    """The ids of the selected rows.

    `QItemSelectionModel.selectedRows` asks every cell of every row whether it can be selected,
    which takes seconds on ten thousand rows.
    """
    return set(_ids(selection, model))


def chosen_count(selection: QItemSelectionModel) -> int:
    """How many rows are selected."""
    places = {
        (each.parent().internalId() if each.parent().isValid() else 0, row)
        for each in selection.selection().toList()
        for row in range(each.top(), each.bottom() + 1)
    }
    return len(places)


def ranges_of(indexes: Iterable[QModelIndex]) -> QItemSelection:
    """These rows as a selection of as few ranges as may be: Qt compares every range with each."""
    selection = QItemSelection()
    first = last = None
    for index in sorted(indexes, key=_place):
        if last is not None and index == last.siblingAtRow(last.row() + 1):
            last = index
            continue
        if first is not None and last is not None:
            selection.append(QItemSelectionRange(first, last))
        first = last = index
    if first is not None and last is not None:
        selection.append(QItemSelectionRange(first, last))
    return selection


def _place(index: QModelIndex) -> tuple[int, int]:
    parent = index.parent()
    return (parent.internalId() if parent.isValid() else 0, index.row())


def _ids(selection: QItemSelectionModel, model: Rows) -> Iterator[str]:
    for each in selection.selection().toList():
        parent = each.parent()
        for row in range(each.top(), each.bottom() + 1):
            yield model.id_of(parent, row)
