"""Sides and units of the order of battle as nouns."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun

IDENTITIES = (
    ("friend", "Friend"),
    ("hostile", "Hostile"),
    ("neutral", "Neutral"),
    ("unknown", "Unknown"),
)

SIDE = Noun(
    name="side",
    singular="side",
    plural="sides",
    title="name",
    fields=(
        Field("name", "Name", required=True),
        Field("identity", "Standard identity", "pick", options=IDENTITIES),
        Field("note", "Note", "text"),
    ),
)

UNIT = Noun(
    name="unit",
    singular="unit",
    plural="units",
    title="name",
    owner="parent_id",
    fields=(
        Field("name", "Name", required=True, section="Unit"),
        Field("short_name", "Short name", section="Unit"),
        Field("participant_id", "Provided by", "reference", "participant", section="Unit"),
        Field("side_id", "Side", "reference", "side", section="Unit"),
        Field("parent_id", "Superior", "reference", "unit", section="Unit"),
        Field("echelon", "Echelon", "choice", "echelon", section="Unit"),
        Field("domain", "Domain", "choice", "domain", section="Unit"),
        Field("role", "Role in the exercise", "choice", "unit_role", section="Unit"),
        Field("status", "Status", section="Readiness"),
        Field("strength_planned", "Strength on paper", "whole", low=0, section="Readiness"),
        Field("strength_present", "Strength present", "whole", low=0, section="Readiness"),
        Field("readiness", "Readiness band", "choice", "readiness_band", section="Readiness"),
        Field("notice_days", "Notice to move (days)", "whole", low=0, section="Deployment"),
        Field("movement_hours", "Movement (hours)", "whole", low=0, section="Deployment"),
        Field("required_by", "Required by", "planned", section="Deployment"),
        Field("arrival", "Arrival", "planned", section="Deployment"),
        Field("departure", "Departure", "planned", section="Deployment"),
        Field("location_name", "Location", section="Place"),
        Field("latitude", "Latitude", "degrees", low=-90, high=90, section="Place"),
        Field("longitude", "Longitude", "degrees", low=-180, high=180, section="Place"),
        Field("sidc", "Symbol code (SIDC)", section="Symbol", reading="sidc"),
        Field("contact", "Point of contact", hint="Role title", section="Unit"),
        Field("note", "Note", "text", section="Note"),
    ),
)
