"""What a unit holds to exchange information, and which exchanges the plan requires, as nouns."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun

EXCHANGE_ROLES = (
    ("both", "Provides and consumes"),
    ("provides", "Provides"),
    ("consumes", "Consumes"),
)

UNIT_STANDARD = Noun(
    name="unit_standard",
    singular="standard held",
    plural="standards held",
    title="edition",
    owner="unit_id",
    fields=(
        Field("unit_id", "Unit", "reference", "unit", required=True),
        Field("standard_id", "Standard", "reference", "standard", required=True),
        Field("edition", "Edition", hint="As fielded, such as Ed B V1"),
        Field("system_id", "Through system", "reference", "system"),
        Field("role", "Role", "pick", options=EXCHANGE_ROLES),
        Field("gateway", "Gateway", "flag", hint="Passes on what it receives to others"),
        Field("note", "Note", "text"),
    ),
)

EXCHANGE_REQUIREMENT = Noun(
    name="exchange_requirement",
    singular="information exchange requirement",
    plural="information exchange requirements",
    title="product",
    code="code",
    fields=(
        Field("code", "Code", required=True, section="Requirement"),
        Field("product", "Product", required=True, section="Requirement"),
        Field("producer_id", "Producer", "reference", "participant", section="Requirement"),
        Field("producer_unit_id", "Producing unit", "reference", "unit", section="Requirement"),
        Field("consumer_id", "Consumer", "reference", "participant", section="Requirement"),
        Field("consumer_unit_id", "Consuming unit", "reference", "unit", section="Requirement"),
        Field("network", "Network", section="Requirement"),
        Field("standard_id", "Standard", "reference", "standard", section="Requirement"),
        Field("marking_level", "Classification", "choice", "marking_level", section="Marking"),
        Field("marking_releases", "Releasable to", "codes", "marking_audience", section="Marking"),
        Field("required_minutes", "Required within (min)", "minutes", low=0, section="Time"),
        Field("measured_minutes", "Measured (min)", "minutes", low=0, section="Time"),
        Field("inject_id", "Exercised in", "reference", "inject", section="Time"),
        Field("note", "Note", "text", section="Note"),
    ),
)
