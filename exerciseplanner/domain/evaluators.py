"""Evaluators, their ratings and the overrides of commanders as nouns."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun

EVALUATOR = Noun(
    name="evaluator",
    singular="evaluator",
    plural="evaluators",
    code="code",
    fields=(
        Field("code", "Code", required=True),
        Field("title", "Role title", required=True),
        Field("participant_id", "From", "reference", "participant"),
        Field("area", "Area"),
        Field("independent", "Independent of EXCON and trainers", "flag"),
        Field("lead", "Lead evaluator", "flag"),
        Field("note", "Note", "text"),
    ),
)

RATING = Noun(
    name="rating",
    singular="rating",
    plural="ratings",
    title="value",
    owner="evaluator_id",
    fields=(
        Field("evaluator_id", "Evaluator", "reference", "evaluator", required=True),
        Field("criterion_id", "Criterion", "reference", "criterion"),
        Field("inject_id", "Inject", "reference", "inject"),
        Field("value", "Rating", required=True),
        Field("note", "Note", "text"),
        Field("rated_at", "Rated at", "moment"),
        Field("resolves", "Resolves a disagreement", "flag"),
    ),
)

OVERRIDE_SUBJECTS = (
    ("exercise", "Exercise"),
    ("objective", "Objective"),
    ("unit", "Unit"),
    ("capability_area", "Capability area"),
)

OVERRIDE = Noun(
    name="override",
    singular="override",
    plural="overrides",
    title="value",
    fields=(
        Field("subject_kind", "Of", "pick", options=OVERRIDE_SUBJECTS, required=True),
        Field("subject_id", "Subject", required=True),
        Field("computed", "Computed"),
        Field("value", "Assessed", required=True),
        Field("decided_by", "Decided by", hint="Role title", required=True),
        Field("decided_at", "Decided at", "moment"),
        Field("reason", "Reason", "text", required=True),
    ),
)
