"""Agreements between participants or with the Alliance, and their parties."""

from __future__ import annotations

from sqlalchemy import Table, UniqueConstraint

from exerciseplanner.storage.tables.columns import METADATA, key, line, moment, order, reference

agreement = Table(
    "agreement",
    METADATA,
    key(),
    order(),
    line("title"),
    line("kind"),
    line("scope"),
    line("level"),
    moment("valid_from"),
    moment("valid_until"),
    line("note"),
)

agreement_party = Table(
    "agreement_party",
    METADATA,
    key(),
    reference("agreement_id", "agreement", needed=True),
    reference("participant_id", "participant", needed=True),
    UniqueConstraint("agreement_id", "participant_id"),
)
