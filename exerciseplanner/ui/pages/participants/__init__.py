"""The Participants page: who takes part, on what footing, wanting what and bearing what."""

from __future__ import annotations

from exerciseplanner.ui.pages import Door, Page, PageContext, PageSpec


def _open(context: PageContext) -> Page:
    from exerciseplanner.ui.pages.participants.page import ParticipantsPage

    return ParticipantsPage(context)


PAGE = PageSpec(
    name="participants",
    title="Participants",
    group="Prepare",
    icon="world",
    order=18,
    factory=_open,
    nouns=(
        "participant",
        "membership",
        "agreement",
        "caveat",
        "authority",
        "authority_position",
        "priority",
        "concurrence",
        "contribution",
    ),
    doors=(
        Door("Agreements", "agreements", words="SOFA MOU security technical arrangement"),
        Door("Coverage by agreements", "matrix", words="who is party to what SOFA missing"),
        Door("Caveats", "caveats", words="national restrictions prohibited"),
        Door(
            "Legal bases and ROE", "legal", words="rules of engagement authority mandate law serial"
        ),
        Door(
            "Priorities of participants", "priorities", words="weights objectives national interest"
        ),
        Door("Concurrence", "concurrence", words="EXSPEC EXPLAN product agreed nations"),
        Door("Burden", "burden", words="sharing contribution people money assets offered asked"),
        Door(
            "Add nations", action="participants.nations", words="country member partner participant"
        ),
        Door(
            "Add organisation",
            action="participants.organisation",
            words="NGO agency critical infrastructure operator industry media EU UN participant",
        ),
        Door(
            "New agreement", action="participants.agreement", words="SOFA MOU security arrangement"
        ),
        Door("New caveat", action="participants.caveat", words="national restriction"),
        Door(
            "New authority", action="participants.authority", words="ROE serial legal basis mandate"
        ),
        Door("New contribution", action="participants.contribution", words="burden offer asked"),
    ),
)
