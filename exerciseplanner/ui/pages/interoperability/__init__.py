"""The Interoperability page: who can, may and does exchange information with whom."""

from __future__ import annotations

from exerciseplanner.ui.pages import Door, Page, PageContext, PageSpec


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
    doors=(
        Door("Interoperability matrix", "matrix", words="CWIX results tested expected"),
        Door("Who can talk to whom", "pairs", words="path gateway mediator exchange standards"),
        Door("Interoperability objectives", "aims", words="IO"),
        Door("Test cases", "cases", words="CWIX results mediator provider consumer"),
        Door("Information exchange requirements", "requirements", words="IER network product path"),
        Door("Standards held", "holdings", words="edition unit STANAG"),
        Door("Systems", "systems", words="C2 CIS"),
        Door("New test case", action="interoperability.case", words="add CWIX"),
        Door("New objective", action="interoperability.objective", words="add interoperability IO"),
        Door(
            "New IER",
            action="interoperability.requirement",
            words="information exchange requirement",
        ),
        Door("New system", action="interoperability.system", words="add C2 CIS"),
        Door("New standard held", action="interoperability.holding", words="STANAG edition unit"),
    ),
)
