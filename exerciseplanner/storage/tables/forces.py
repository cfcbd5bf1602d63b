"""Sides, units and who commands them for a time: the order of battle."""

from __future__ import annotations

from sqlalchemy import Table

from exerciseplanner.storage.tables.columns import (
    METADATA,
    degrees,
    key,
    line,
    minutes,
    order,
    reference,
    whole,
)

side = Table(
    "side",
    METADATA,
    key(),
    order(),
    line("name"),
    line("identity", "friend"),
    line("external_id"),
    line("note"),
)

unit = Table(
    "unit",
    METADATA,
    key(),
    order(),
    reference("parent_id", "unit", gone="CASCADE"),
    reference("side_id", "side"),
    reference("participant_id", "participant"),
    line("name"),
    line("short_name"),
    line("echelon"),
    line("domain"),
    line("role"),
    whole("strength_planned"),
    whole("strength_present"),
    whole("notice_days"),
    line("location_name"),
    degrees("latitude"),
    degrees("longitude"),
    line("sidc"),
    line("status"),
    line("contact"),
    line("external_id"),
    line("note"),
    line("readiness"),
    whole("movement_hours"),
    minutes("required_by"),
    minutes("arrival"),
    minutes("departure"),
)

command_relation = Table(
    "command_relation",
    METADATA,
    key(),
    order(),
    reference("unit_id", "unit", needed=True),
    reference("superior_id", "unit", needed=True),
    line("relation"),
    minutes("start"),
    minutes("finish"),
    line("note"),
)
