"""Standards and interoperability objectives as nouns."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun

STANDARD = Noun(
    name="standard",
    singular="standard",
    plural="standards",
    code="code",
    fields=(
        Field("code", "Code", required=True),
        Field("cover", "Covering standard"),
        Field("title", "Title", required=True),
        Field("edition", "Edition"),
        Field("date", "Date"),
        Field("status", "Status"),
        Field("domain", "Domain"),
        Field("spirals", "FMN spirals"),
        Field("source", "Source"),
        Field("tag", "Evidence"),
    ),
)

INTEROPERABILITY_OBJECTIVE = Noun(
    name="interoperability_objective",
    singular="interoperability objective",
    plural="interoperability objectives",
    code="code",
    fields=(
        Field("code", "Code", required=True, section="Objective"),
        Field("title", "Title", required=True, section="Objective"),
        Field("standard_id", "Standard", "reference", "standard", section="Objective"),
        Field("edition", "Edition", section="Objective"),
        Field("dimension", "Dimension", "choice", "interop_dimension", section="Objective"),
        Field("provider_id", "Provider", "reference", "participant", section="Objective"),
        Field("consumer_id", "Consumer", "reference", "participant", section="Objective"),
        Field("target", "Target", section="Objective"),
        Field("provider_result", "Provider's result", "choice", "interop_result", section="Result"),
        Field("consumer_result", "Consumer's result", "choice", "interop_result", section="Result"),
        Field("result", "Agreed result", "choice", "interop_result", section="Result"),
        Field("shortfall", "Shortfall reported", "flag", section="Result"),
        Field("note", "Note", "text", section="Note"),
    ),
)
