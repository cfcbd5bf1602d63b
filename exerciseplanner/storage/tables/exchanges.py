"""Standards that units hold, and the information exchanges that the plan requires."""

from __future__ import annotations

from sqlalchemy import Table

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

unit_standard = Table(
    "unit_standard",
    METADATA,
    key(),
    order(),
    reference("unit_id", "unit", needed=True),
    reference("standard_id", "standard", needed=True),
    line("edition"),
    line("role", "both"),
    flag("gateway"),
    line("note"),
    reference("system_id", "system"),
)

exchange_requirement = Table(
    "exchange_requirement",
    METADATA,
    key(),
    order(),
    line("code"),
    line("product"),
    reference("producer_id", "participant"),
    reference("producer_unit_id", "unit"),
    reference("consumer_id", "participant"),
    reference("consumer_unit_id", "unit"),
    line("network"),
    reference("standard_id", "standard"),
    line("marking_level"),
    listing("marking_releases"),
    whole("required_minutes"),
    whole("measured_minutes"),
    reference("inject_id", "inject"),
    line("note"),
)
