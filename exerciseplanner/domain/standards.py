"""Standards, interoperability objectives and their test cases as nouns."""

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
        Field("objective_id", "Serves", "reference", "objective", section="Objective"),
        Field("standard_id", "Standard", "reference", "standard", section="Objective"),
        Field("edition", "Edition", section="Objective"),
        Field("dimension", "Dimension", "choice", "interop_dimension", section="Objective"),
        Field("target", "Target", section="Objective"),
        Field("note", "Note", "text", section="Note"),
    ),
)

TEST_CASE = Noun(
    name="test_case",
    singular="test case",
    plural="test cases",
    code="code",
    owner="interoperability_objective_id",
    fields=(
        Field("code", "Code", required=True, section="Test case"),
        Field("title", "Title", required=True, section="Test case"),
        Field(
            "interoperability_objective_id",
            "Interoperability objective",
            "reference",
            "interoperability_objective",
            section="Test case",
        ),
        Field("standard_id", "Standard", "reference", "standard", section="Test case"),
        Field("edition", "Edition", section="Test case"),
        Field("dimension", "Dimension", "choice", "interop_dimension", section="Test case"),
        Field("profile", "FMN profile", hint="Such as Spiral 5", section="Test case"),
        Field("target", "Target", section="Test case"),
        Field("provider_id", "Provider", "reference", "participant", section="Sides"),
        Field("provider_unit_id", "Providing unit", "reference", "unit", section="Sides"),
        Field("provider_system_id", "Providing system", "reference", "system", section="Sides"),
        Field("consumer_id", "Consumer", "reference", "participant", section="Sides"),
        Field("consumer_unit_id", "Consuming unit", "reference", "unit", section="Sides"),
        Field("consumer_system_id", "Consuming system", "reference", "system", section="Sides"),
        Field("mediator_id", "Mediator", "reference", "participant", section="Sides"),
        Field("provider_result", "Provider's result", "choice", "interop_result", section="Result"),
        Field("consumer_result", "Consumer's result", "choice", "interop_result", section="Result"),
        Field("result", "Agreed result", "choice", "interop_result", section="Result"),
        Field("shortfall", "Shortfall reported", "flag", section="Result"),
        Field("note", "Note", "text", section="Note"),
    ),
)
