"""The threats that the script brings to the training audience."""

from __future__ import annotations

from sqlalchemy import Table

from exerciseplanner.storage.tables.columns import METADATA, key, line, listing, order, whole

threat = Table(
    "threat",
    METADATA,
    key(),
    order(),
    line("code"),
    line("title"),
    line("family"),
    line("actor"),
    line("description"),
    listing("techniques"),
    line("technology"),
    whole("likelihood"),
    whole("severity"),
    line("note"),
)
