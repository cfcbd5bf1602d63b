"""The Participants page: who takes part, on what footing, wanting what and bearing what."""

from __future__ import annotations

from exerciseplanner.ui.pages import Page, PageContext, PageSpec


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
        "participant", "membership", "agreement", "caveat", "authority", "authority_position",
        "priority", "concurrence", "contribution",
    ),
)  # fmt: skip
