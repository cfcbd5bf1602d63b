"""The journal: one step per gesture and one change per row touched in it."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, Text

from exerciseplanner.storage.tables.columns import METADATA

step = Table(
    "step",
    METADATA,
    Column("id", Integer, primary_key=True, nullable=False),
    Column("label", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("workstation", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("reverses", Integer, nullable=True),
    Column("schema", Integer, nullable=False),
    Column("parent_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

change = Table(
    "change",
    METADATA,
    Column("id", Integer, primary_key=True, nullable=False),
    Column("step", Integer, nullable=False),
    Column("noun", Text, nullable=False),
    Column("row_id", Text, nullable=False),
    Column("before", Text, nullable=True),
    Column("after", Text, nullable=True),
    Index("ix_change_step", "step"),
)

#: Tables that record history and are therefore not recorded themselves.
UNRECORDED = frozenset({"step", "change"})
