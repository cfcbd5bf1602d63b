"""The few kinds of column that every table of the exercise file is made of."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Float, ForeignKey, Integer, MetaData, Text, text

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def key() -> Column[str]:
    """The primary key of every table: a UUID as text, so rows of two workstations never meet."""
    return Column("id", Text, primary_key=True, nullable=False)


def order() -> Column[int]:
    """The place of a row among its neighbours, as the planner arranged it."""
    return whole("seq", default=0)


def line(name: str, default: str = "") -> Column[str]:
    """A text that is never null; empty means not stated."""
    return Column(name, Text, nullable=False, server_default=text(_quoted(default)))


def listing(name: str) -> Column[str]:
    """A JSON array of strings, sorted where order carries no meaning."""
    return Column(name, Text, nullable=False, server_default=text("'[]'"))


def moment(name: str) -> Column[str]:
    """A UTC moment as ISO text (`2026-09-14T06:00:00Z`), null where it has not happened."""
    return Column(name, Text, nullable=True)


def minutes(name: str) -> Column[int]:
    """Whole minutes from STARTEX, null where untimed."""
    return Column(name, Integer, nullable=True)


def whole(name: str, default: int | None = None) -> Column[int]:
    """A whole number; null where no default is given."""
    if default is None:
        return Column(name, Integer, nullable=True)
    return Column(name, Integer, nullable=False, server_default=text(str(default)))


def degrees(name: str) -> Column[float]:
    """Decimal degrees (WGS 84), null where no place is known."""
    return Column(name, Float, nullable=True)


def flag(name: str, default: bool = False) -> Column[int]:
    """Yes (1) or no (0)."""
    return Column(name, Integer, nullable=False, server_default=text(str(int(default))))


def reference(
    name: str, table: str, *, needed: bool = False, gone: str | None = None, indexed: bool = True
) -> Column[Any]:
    """A reference to a row of `table`.

    A needed reference takes its row along when its target is deleted; any other becomes null.
    """
    action = gone or ("CASCADE" if needed else "SET NULL")
    return Column(
        name, Text, ForeignKey(f"{table}.id", ondelete=action), nullable=not needed, index=indexed
    )


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
