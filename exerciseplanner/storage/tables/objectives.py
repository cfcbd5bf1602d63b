"""Exercise and training objectives, their audiences and criteria."""

from __future__ import annotations

from sqlalchemy import Table, UniqueConstraint

from exerciseplanner.storage.tables.columns import (
    METADATA,
    flag,
    key,
    line,
    listing,
    order,
    reference,
    whole,
)

objective = Table(
    "objective",
    METADATA,
    key(),
    order(),
    line("kind", "training"),
    reference("parent_id", "objective"),
    line("code"),
    line("title"),
    line("task"),
    line("conditions"),
    line("standard"),
    whole("weight", default=1),
    line("priority"),
    line("core_task"),
    line("capability_area"),
    line("source"),
    line("note"),
    listing("technologies"),
)

objective_audience = Table(
    "objective_audience",
    METADATA,
    key(),
    reference("objective_id", "objective", needed=True),
    reference("unit_id", "unit", needed=True),
    UniqueConstraint("objective_id", "unit_id"),
)

criterion = Table(
    "criterion",
    METADATA,
    key(),
    order(),
    reference("objective_id", "objective", needed=True),
    line("code"),
    line("title"),
    whole("weight", default=1),
    flag("critical"),
    line("note"),
)
