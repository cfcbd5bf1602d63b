"""Evaluators as a noun."""

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
