"""Nations and organisations that take part, and the sides of the play."""

from __future__ import annotations

from sqlalchemy import Table

from exerciseplanner.storage.tables.columns import METADATA, key, line, listing, order, reference

participant = Table(
    "participant",
    METADATA,
    key(),
    order(),
    line("code"),
    line("name"),
    line("kind"),
    line("role"),
    listing("frameworks"),
    line("contact"),
    line("note"),
)

caveat = Table(
    "caveat",
    METADATA,
    key(),
    order(),
    reference("participant_id", "participant", needed=True),
    reference("unit_id", "unit"),
    line("title"),
    line("activity"),
    line("threat_family"),
    line("domain"),
    line("area"),
    line("phase"),
    line("effect"),
    line("source"),
    line("note"),
)
