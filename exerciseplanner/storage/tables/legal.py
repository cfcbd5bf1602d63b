"""Authorities that activities rest on, and where each participant stands on them."""

from __future__ import annotations

from sqlalchemy import Table, UniqueConstraint

from exerciseplanner.storage.tables.columns import METADATA, key, line, moment, order, reference

authority = Table(
    "authority",
    METADATA,
    key(),
    order(),
    line("code"),
    line("title"),
    line("kind", "roe"),
    line("basis"),
    line("activity"),
    line("domain"),
    line("threat_family"),
    line("condition"),
    line("review", "draft"),
    moment("valid_from"),
    moment("valid_until"),
    line("source"),
    line("note"),
)

authority_position = Table(
    "authority_position",
    METADATA,
    key(),
    order(),
    reference("authority_id", "authority", needed=True),
    reference("participant_id", "participant", needed=True),
    line("position", "held"),
    line("condition"),
    line("note"),
)

inject_authority = Table(
    "inject_authority",
    METADATA,
    key(),
    reference("inject_id", "inject", needed=True),
    reference("authority_id", "authority", needed=True),
    UniqueConstraint("inject_id", "authority_id"),
)
