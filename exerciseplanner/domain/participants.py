"""Participants, their agreements and caveats as nouns."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun

PARTICIPATIONS = (
    ("host", "Host"),
    ("participant", "Participant"),
    ("supporting", "Supporting"),
    ("observer", "Observer"),
    ("sponsor", "Sponsor"),
)

PARTICIPANT = Noun(
    name="participant",
    singular="participant",
    plural="participants",
    title="name",
    code="code",
    fields=(
        Field("code", "Code", required=True, hint="ISO alpha-3, or a short code"),
        Field("name", "Name", required=True),
        Field("kind", "Kind", "choice", "participant_kind"),
        Field("role", "Role", "pick", options=PARTICIPATIONS),
        Field("frameworks", "Frameworks", "codes", "framework"),
        Field("contact", "Point of contact", hint="Role title"),
        Field("note", "Note", "text"),
    ),
)

CAVEAT = Noun(
    name="caveat",
    singular="caveat",
    plural="caveats",
    owner="participant_id",
    fields=(
        Field("title", "Caveat", required=True),
        Field("participant_id", "Participant", "reference", "participant", required=True),
        Field("unit_id", "Unit", "reference", "unit"),
        Field("activity", "Activity"),
        Field("threat_family", "Threat family", "choice", "threat_family"),
        Field("domain", "Domain", "choice", "domain"),
        Field("area", "Area"),
        Field("phase", "Phase"),
        Field("effect", "Effect", "choice", "caveat_effect"),
        Field("source", "Source"),
        Field("note", "Note", "text"),
    ),
)

AGREEMENT = Noun(
    name="agreement",
    singular="agreement",
    plural="agreements",
    fields=(
        Field("title", "Title", required=True),
        Field("kind", "Kind", "choice", "agreement_kind"),
        Field("parties", "Parties", "references", "participant", link="agreement_party"),
        Field("scope", "Scope", "text"),
        Field("level", "Up to level", "choice", "marking_level"),
        Field("valid_from", "Valid from", "date"),
        Field("valid_until", "Valid until", "date"),
        Field("note", "Note", "text"),
    ),
)
