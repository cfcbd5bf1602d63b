"""Evaluators, their ratings and the commander's overrides."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table

from exerciseplanner.storage.tables.columns import (
    METADATA,
    flag,
    key,
    line,
    moment,
    order,
    reference,
)

evaluator = Table(
    "evaluator",
    METADATA,
    key(),
    order(),
    line("code"),
    line("title"),
    reference("participant_id", "participant"),
    line("area"),
    flag("independent", default=True),
    flag("lead"),
    line("note"),
)

rating = Table(
    "rating",
    METADATA,
    key(),
    reference("evaluator_id", "evaluator", needed=True),
    reference("criterion_id", "criterion", gone="CASCADE"),
    reference("inject_id", "inject", gone="CASCADE"),
    line("value"),
    line("note"),
    moment("rated_at"),
    flag("resolves"),
    CheckConstraint("(criterion_id IS NULL) <> (inject_id IS NULL)", name="one_subject"),
    Index("uq_rating_criterion", "evaluator_id", "criterion_id", unique=True),
    Index("uq_rating_inject", "evaluator_id", "inject_id", unique=True),
)

override = Table(
    "override",
    METADATA,
    key(),
    line("subject_kind"),
    line("subject_id"),
    line("computed"),
    line("value"),
    line("decided_by"),
    moment("decided_at"),
    line("reason"),
    Index("uq_override_subject", "subject_kind", "subject_id", unique=True),
)
