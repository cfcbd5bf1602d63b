"""The Objectives page: what is trained, tested and threatened, and which day serves it."""

from __future__ import annotations

from exerciseplanner.ui.pages import Door, Page, PageContext, PageSpec


def _open(context: PageContext) -> Page:
    from exerciseplanner.ui.pages.objectives.page import ObjectivesPage

    return ObjectivesPage(context)


PAGE = PageSpec(
    name="objectives",
    title="Objectives",
    group="Assemble",
    icon="target",
    order=30,
    factory=_open,
    nouns=("objective", "criterion", "standard", "threat"),
    doors=(
        Door("Standards", "standards", words="STANAG catalogue edition FMN"),
        Door("Threats", "threats", words="hazards families"),
        Door("Technologies", "technologies", words="EDT emerging disruptive"),
        Door("Coverage of objectives", "coverage", words="which day serves which objective"),
        Door("New training objective", action="objectives.training", words="add TO"),
        Door("New threat", action="objectives.threat", words="add hazard"),
        Door("New standard", action="objectives.standard", words="add STANAG"),
    ),
)
