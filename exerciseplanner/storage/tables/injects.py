"""Injects and what they are linked to: objectives, units, threats, tests and each other."""

from __future__ import annotations

from sqlalchemy import Index, Table, UniqueConstraint

from exerciseplanner.storage.tables.columns import (
    METADATA,
    degrees,
    key,
    line,
    listing,
    minutes,
    moment,
    order,
    reference,
    whole,
)

inject = Table(
    "inject",
    METADATA,
    key(),
    order(),
    reference("strand_id", "strand", gone="CASCADE"),
    line("serial"),
    line("title"),
    line("kind"),
    line("state"),
    minutes("start"),
    whole("duration"),
    minutes("scenario_start"),
    line("sender"),
    line("cell"),
    line("addressees"),
    line("info_addressees"),
    line("means"),
    line("message"),
    line("background"),
    line("expected_action"),
    line("cue"),
    line("location_name"),
    degrees("latitude"),
    degrees("longitude"),
    line("simulation_action"),
    line("precondition"),
    reference("contingency_for_id", "inject"),
    line("responsible"),
    line("author"),
    line("reviewer"),
    line("approver"),
    line("marking_level"),
    listing("marking_releases"),
    line("exercise_marking"),
    line("attachments"),
    moment("released_at"),
    line("released_by"),
    moment("acknowledged_at"),
    line("response"),
    line("note"),
    Index("ix_inject_serial", "serial"),
)

inject_objective = Table(
    "inject_objective",
    METADATA,
    key(),
    reference("inject_id", "inject", needed=True),
    reference("objective_id", "objective", needed=True),
    UniqueConstraint("inject_id", "objective_id"),
)

inject_unit = Table(
    "inject_unit",
    METADATA,
    key(),
    reference("inject_id", "inject", needed=True),
    reference("unit_id", "unit", needed=True),
    UniqueConstraint("inject_id", "unit_id"),
)

inject_threat = Table(
    "inject_threat",
    METADATA,
    key(),
    reference("inject_id", "inject", needed=True),
    reference("threat_id", "threat", needed=True),
    UniqueConstraint("inject_id", "threat_id"),
)

inject_test_case = Table(
    "inject_test_case",
    METADATA,
    key(),
    reference("inject_id", "inject", needed=True),
    reference("test_case_id", "test_case", needed=True),
    UniqueConstraint("inject_id", "test_case_id"),
)

inject_dependency = Table(
    "inject_dependency",
    METADATA,
    key(),
    reference("inject_id", "inject", needed=True),
    reference("after_id", "inject", needed=True),
    whole("delay", default=0),
    line("condition"),
    UniqueConstraint("inject_id", "after_id"),
)
