"""What activities may rest on: legal bases, mandates, national law and ROE serials, as nouns."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun

AUTHORITY_KINDS = (
    ("mandate", "Mandate"),
    ("legal_basis", "Legal basis"),
    ("national_law", "National law"),
    ("roe", "ROE serial"),
)
REVIEWS = (
    ("draft", "Draft"),
    ("in_review", "In legal review"),
    ("approved", "Approved"),
    ("refused", "Refused"),
)
POSITIONS = (
    ("held", "Holds it"),
    ("lacking", "Lacks it"),
    ("consent_needed", "Must consent"),
    ("consent_given", "Consented"),
    ("consent_refused", "Refused consent"),
)

AUTHORITY = Noun(
    name="authority",
    singular="authority",
    plural="authorities",
    code="code",
    fields=(
        Field("code", "Code", required=True, section="Authority", hint="Such as ROE 42"),
        Field("title", "Authority", required=True, section="Authority"),
        Field("kind", "Kind", "pick", options=AUTHORITY_KINDS, section="Authority"),
        Field("basis", "Rests on", "choice", "legal_basis", section="Authority"),
        Field("activity", "Activity it allows", section="Authority"),
        Field("domain", "Domain", "choice", "domain", section="Authority"),
        Field("threat_family", "Threat family", "choice", "threat_family", section="Authority"),
        Field("condition", "Condition", "text", section="Authority"),
        Field("review", "Review", "pick", options=REVIEWS, section="Review"),
        Field("valid_from", "Valid from", "date", section="Review"),
        Field("valid_until", "Valid until", "date", section="Review"),
        Field("source", "Source", section="Review"),
        Field("note", "Note", "text", section="Note"),
    ),
)

AUTHORITY_POSITION = Noun(
    name="authority_position",
    singular="national position",
    plural="national positions",
    title="position",
    owner="authority_id",
    fields=(
        Field("authority_id", "Authority", "reference", "authority", required=True),
        Field("participant_id", "Participant", "reference", "participant", required=True),
        Field("position", "Position", "pick", options=POSITIONS),
        Field("condition", "Condition"),
        Field("note", "Note", "text"),
    ),
)
