"""Who commands a unit for a time, as a noun: states of command beyond the peacetime tree."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun

COMMAND_RELATION = Noun(
    name="command_relation",
    singular="command relation",
    plural="command relations",
    title="relation",
    owner="unit_id",
    fields=(
        Field("unit_id", "Unit", "reference", "unit", required=True),
        Field("superior_id", "Under", "reference", "unit", required=True),
        Field("relation", "Relation", "choice", "command_relation"),
        Field("start", "From", "planned"),
        Field("finish", "Until", "planned"),
        Field("note", "Note", "text"),
    ),
)
"""A transfer of authority; without `start` it holds from the beginning, without `finish` to the
end of the exercise."""
