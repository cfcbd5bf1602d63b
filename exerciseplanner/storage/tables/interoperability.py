"""Standards and the interoperability objectives that test them between two participants."""

from __future__ import annotations

from sqlalchemy import Table

from exerciseplanner.storage.tables.columns import METADATA, flag, key, line, order, reference

standard = Table(
    "standard",
    METADATA,
    key(),
    order(),
    line("code"),
    line("cover"),
    line("title"),
    line("edition"),
    line("date"),
    line("status"),
    line("domain"),
    line("spirals"),
    line("source"),
    line("tag"),
)

interoperability_objective = Table(
    "interoperability_objective",
    METADATA,
    key(),
    order(),
    line("code"),
    line("title"),
    reference("standard_id", "standard"),
    line("edition"),
    line("dimension"),
    reference("provider_id", "participant"),
    reference("consumer_id", "participant"),
    line("target"),
    line("provider_result"),
    line("consumer_result"),
    line("result"),
    flag("shortfall"),
    line("note"),
)
