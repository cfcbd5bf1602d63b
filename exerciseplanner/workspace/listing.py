"""Reading a whole table as frozen rows, fast."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple, TypeVar

from sqlalchemy import Table

from exerciseplanner.workspace.desk import Desk

RowT = TypeVar("RowT", bound=NamedTuple)


def listed(desk: Desk, table: Table, row_type: type[RowT], order: str) -> tuple[RowT, ...]:
    """Every row of a table as `row_type`, whose fields are columns of it, in SQL `order`."""
    names = ",".join(f'"{name}"' for name in row_type._fields)
    rows = desk.plain(f'SELECT {names} FROM "{table.name}" ORDER BY {order}')
    # What a NamedTuple's own _make does, without its step through Python for every row.
    return tuple(map(partial(tuple.__new__, row_type), rows))
