"""Participants, their agreements and caveats as nouns."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun
from exerciseplanner.domain.terms import EVIDENCE_WORDS

PARTICIPATIONS = (
    ("ose", "Scheduling (OSE)"),
    ("oce", "Conducting (OCE)"),
    ("ode", "Directing (ODE)"),
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
        Field("contact", "Point of contact", hint="Role title"),
        Field("means_people", "Armed forces (people)", "whole", low=0),
        Field("means_money", "Defence spending (million EUR a year)", "whole", low=0),
        Field("note", "Note", "text"),
    ),
)

MEMBERSHIP = Noun(
    name="membership",
    singular="membership",
    plural="memberships",
    title="framework",
    owner="participant_id",
    fields=(
        Field("participant_id", "Participant", "reference", "participant", required=True),
        Field("framework", "Framework", "choice", "framework", required=True),
        Field("since", "Since", "date"),
        Field("until", "Until", "date", hint="First day outside"),
        Field("suspended", "Suspended from", "date"),
        Field("source", "Source"),
        Field("tag", "Evidence", "pick", options=EVIDENCE_WORDS),
        Field("note", "Note", "text"),
    ),
)
"""A participant's time in a framework; a suspended member counts as outside from that day on."""

RESOURCES = (
    ("people", "People"),
    ("days", "Days"),
    ("assets", "Assets"),
    ("money", "Money (thousand EUR)"),
)

CONTRIBUTION = Noun(
    name="contribution",
    singular="contribution",
    plural="contributions",
    owner="participant_id",
    fields=(
        Field("title", "Contribution", required=True),
        Field("participant_id", "Participant", "reference", "participant", required=True),
        Field("resource", "Resource", "pick", options=RESOURCES),
        Field("asked", "Asked", "whole", low=0),
        Field("offered", "Offered", "whole", low=0),
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


def is_member_on(day: str, since: str | None, until: str | None, suspended: str | None) -> bool:
    """Whether a membership holds on a day (ISO dates; an empty day asks for any time).

    `until` is the first day outside, `suspended` the first on which cooperation rests.
    """
    if not day:
        return True
    begun = not since or since[:10] <= day
    return begun and all(not end or day < end[:10] for end in (until, suspended))
