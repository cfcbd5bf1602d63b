"""What a unit has: equipment, systems and capabilities, as nouns."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun

MATURITIES = (
    ("research", "Research"),
    ("experimental", "Experimental"),
    ("demonstrated", "Demonstrated"),
    ("fielded", "Fielded"),
)
"""How far a capability or system has come, least first."""

EQUIPMENT = Noun(
    name="equipment",
    singular="equipment",
    plural="items of equipment",
    owner="unit_id",
    fields=(
        Field("title", "Equipment", required=True),
        Field("unit_id", "Unit", "reference", "unit", required=True),
        Field("quantity_planned", "On paper", "whole", low=0),
        Field("quantity_present", "Present", "whole", low=0),
        Field("sidc", "Symbol code (SIDC)", reading="sidc"),
        Field("note", "Note", "text"),
    ),
)

SYSTEM = Noun(
    name="system",
    singular="system",
    plural="systems",
    code="code",
    owner="unit_id",
    fields=(
        Field("code", "Code", required=True),
        Field("title", "System", required=True),
        Field("unit_id", "Unit", "reference", "unit"),
        Field("technologies", "Technologies", "codes", "technology"),
        Field("maturity", "Maturity", "pick", options=MATURITIES),
        Field("note", "Note", "text"),
    ),
)

CAPABILITY = Noun(
    name="capability",
    singular="capability",
    plural="capabilities",
    code="code",
    fields=(
        Field("code", "Code", required=True),
        Field("title", "Capability", required=True),
        Field("capability_area", "Capability area", "choice", "capability_area"),
        Field("technologies", "Technologies", "codes", "technology"),
        Field("note", "Note", "text"),
    ),
)

UNIT_CAPABILITY = Noun(
    name="unit_capability",
    singular="capability held",
    plural="capabilities held",
    title="maturity",
    owner="unit_id",
    fields=(
        Field("unit_id", "Unit", "reference", "unit", required=True),
        Field("capability_id", "Capability", "reference", "capability", required=True),
        Field("maturity", "Maturity", "pick", options=MATURITIES),
        Field("note", "Note", "text"),
    ),
)
