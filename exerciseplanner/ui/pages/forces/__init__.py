"""The Forces page: who is under whom, with how much, where, and when it can be there."""

from __future__ import annotations

from exerciseplanner.ui.pages import Page, PageContext, PageSpec


def _open(context: PageContext) -> Page:
    from exerciseplanner.ui.pages.forces.page import ForcesPage

    return ForcesPage(context)


PAGE = PageSpec(
    name="forces",
    title="Forces",
    group="Assemble",
    icon="hierarchy-2",
    order=20,
    factory=_open,
    nouns=(
        "side",
        "unit",
        "command_relation",
        "capability",
        "unit_capability",
        "equipment",
    ),
)
