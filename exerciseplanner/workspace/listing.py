"""Reading a whole table as frozen rows, fast."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from sqlalchemy import Table, select, text

from exerciseplanner.workspace.desk import Desk

RowT = TypeVar("RowT", bound=NamedTuple)


def listed(desk: Desk, table: Table, row_type: type[RowT], order: str) -> tuple[RowT, ...]:
    """Every row of a table as `row_type`, whose fields are columns of it, in SQL `order`."""
    columns = [table.c[name] for name in row_type._fields]
    rows = desk.all(select(*columns).order_by(text(order)))
    return tuple(map(row_type._make, rows))
