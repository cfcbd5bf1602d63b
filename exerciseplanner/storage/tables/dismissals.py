"""Problems that the planner has looked at and set aside."""

from __future__ import annotations

from sqlalchemy import Index, Table

from exerciseplanner.storage.tables.columns import METADATA, key, line, moment

dismissal = Table(
    "dismissal",
    METADATA,
    key(),
    line("code"),
    line("subject_kind"),
    line("subject_id"),
    line("reason"),
    line("dismissed_by"),
    moment("dismissed_at"),
    Index("uq_dismissal_subject", "code", "subject_kind", "subject_id", unique=True),
)
