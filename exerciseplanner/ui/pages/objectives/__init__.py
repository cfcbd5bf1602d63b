"""The Objectives page: what is trained, tested and threatened, and which day serves it."""

from __future__ import annotations

from exerciseplanner.ui.pages import Page, PageContext, PageSpec


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
)
