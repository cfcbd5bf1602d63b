"""What participants want of the exercise, and which products they concur with."""

from __future__ import annotations

from sqlalchemy import Index, Table

from exerciseplanner.storage.tables.columns import (
    METADATA,
    key,
    line,
    moment,
    order,
    reference,
    whole,
)

priority = Table(
    "priority",
    METADATA,
    key(),
    order(),
    reference("participant_id", "participant", needed=True),
    reference("objective_id", "objective", needed=True),
    whole("weight", default=0),
    Index("uq_priority_of_participant", "participant_id", "objective_id", unique=True),
)

concurrence = Table(
    "concurrence",
    METADATA,
    key(),
    order(),
    reference("participant_id", "participant", needed=True),
    line("product"),
    line("position", "asked"),
    moment("asked_on"),
    moment("answered_on"),
    line("comment"),
)
