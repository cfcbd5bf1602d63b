"""The Interoperability page: who can, may and does exchange information with whom."""

from __future__ import annotations

from exerciseplanner.ui.pages import Page, PageContext, PageSpec


def _open(context: PageContext) -> Page:
    from exerciseplanner.ui.pages.interoperability.page import InteroperabilityPage

    return InteroperabilityPage(context)


PAGE = PageSpec(
    name="interoperability",
    title="Interoperability",
    group="Assemble",
    icon="plug-connected",
    order=35,
    factory=_open,
    nouns=(
        "interoperability_objective",
        "test_case",
        "unit_standard",
        "exchange_requirement",
        "system",
    ),
)
