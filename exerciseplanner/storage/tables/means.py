"""What units have: equipment, systems and capabilities."""

from __future__ import annotations

from sqlalchemy import Table

from exerciseplanner.storage.tables.columns import (
    METADATA,
    key,
    line,
    listing,
    order,
    reference,
    whole,
)

equipment = Table(
    "equipment",
    METADATA,
    key(),
    order(),
    reference("unit_id", "unit", needed=True),
    line("title"),
    line("sidc"),
    whole("quantity_planned"),
    whole("quantity_present"),
    line("external_id"),
    line("note"),
)

system = Table(
    "system",
    METADATA,
    key(),
    order(),
    line("code"),
    line("title"),
    reference("unit_id", "unit"),
    listing("technologies"),
    line("maturity", "fielded"),
    line("note"),
)

capability = Table(
    "capability",
    METADATA,
    key(),
    order(),
    line("code"),
    line("title"),
    line("capability_area"),
    listing("technologies"),
    line("note"),
)

unit_capability = Table(
    "unit_capability",
    METADATA,
    key(),
    order(),
    reference("unit_id", "unit", needed=True),
    reference("capability_id", "capability", needed=True),
    line("maturity", "fielded"),
    line("note"),
)
