"""What each participant wants of the exercise, and which products it concurs with, as nouns."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun

CONCURRENCES = (
    ("asked", "Asked"),
    ("concurs", "Concurs"),
    ("concurs_with_comment", "Concurs with comment"),
    ("does_not_concur", "Does not concur"),
)

PRIORITY = Noun(
    name="priority",
    singular="priority",
    plural="priorities",
    title="weight",
    owner="participant_id",
    fields=(
        Field("participant_id", "Participant", "reference", "participant", required=True),
        Field("objective_id", "Objective", "reference", "objective", required=True),
        Field("weight", "Weight", "whole", low=0, high=100, hint="0 to 100"),
    ),
)

CONCURRENCE = Noun(
    name="concurrence",
    singular="concurrence",
    plural="concurrences",
    title="position",
    owner="participant_id",
    fields=(
        Field("participant_id", "Participant", "reference", "participant", required=True),
        Field("product", "Product", "choice", "document", required=True),
        Field("position", "Position", "pick", options=CONCURRENCES),
        Field("asked_on", "Asked on", "date"),
        Field("answered_on", "Answered on", "date"),
        Field("comment", "Comment", "text"),
    ),
)
