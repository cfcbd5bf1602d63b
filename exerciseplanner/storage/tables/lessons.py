"""Observations in the O-D-C-R form on their way to a lesson learned."""

from __future__ import annotations

from sqlalchemy import Table

from exerciseplanner.storage.tables.columns import (
    METADATA,
    key,
    line,
    listing,
    moment,
    order,
    reference,
)

lesson = Table(
    "lesson",
    METADATA,
    key(),
    order(),
    line("serial"),
    line("title"),
    line("state"),
    line("kind", "improve"),
    reference("evaluator_id", "evaluator"),
    reference("inject_id", "inject"),
    reference("objective_id", "objective"),
    reference("unit_id", "unit"),
    line("observation"),
    line("discussion"),
    line("conclusion"),
    line("recommendation"),
    line("dotmlpfi"),
    line("owner"),
    moment("due"),
    moment("observed_at"),
    line("marking_level"),
    listing("marking_releases"),
)
