"""A problem that the planner has looked at and set aside, as a noun."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun

DISMISSAL = Noun(
    name="dismissal",
    singular="dismissal",
    plural="dismissals",
    title="reason",
    code="code",
    fields=(
        Field("code", "Check", required=True),
        Field("subject_kind", "Of", required=True),
        Field("subject_id", "Subject", required=True),
        Field("reason", "Reason", "text", required=True),
        Field("dismissed_by", "Dismissed by", hint="Role title"),
        Field("dismissed_at", "Dismissed at", "moment"),
    ),
)
