"""The audiences of a classification policy as a noun that planners edit."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun

AUDIENCE = Noun(
    name="marking_audience",
    singular="audience",
    plural="audiences",
    title="name",
    code="code",
    fields=(
        Field("code", "Code", required=True, hint="As it stands in the release line"),
        Field("name", "Name", required=True),
        Field("members", "Members", "codes", "country"),
    ),
)
