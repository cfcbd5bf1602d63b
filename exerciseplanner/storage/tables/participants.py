"""Nations and organisations that take part: their frameworks, contributions and caveats."""

from __future__ import annotations

from sqlalchemy import Table

from exerciseplanner.storage.tables.columns import (
    METADATA,
    key,
    line,
    moment,
    order,
    reference,
    whole,
)

participant = Table(
    "participant",
    METADATA,
    key(),
    order(),
    line("code"),
    line("name"),
    line("kind"),
    line("role"),
    line("contact"),
    line("note"),
    whole("means_people"),
    whole("means_money"),
)

membership = Table(
    "membership",
    METADATA,
    key(),
    order(),
    reference("participant_id", "participant", needed=True),
    line("framework"),
    moment("since"),
    moment("until"),
    moment("suspended"),
    line("source"),
    line("tag"),
    line("note"),
)

contribution = Table(
    "contribution",
    METADATA,
    key(),
    order(),
    reference("participant_id", "participant", needed=True),
    line("title"),
    line("resource", "people"),
    whole("asked"),
    whole("offered"),
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
