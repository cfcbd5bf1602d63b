"""The Checks page: everything in the plan that breaks a rule, why it does, and what settles it."""

from __future__ import annotations

from exerciseplanner.ui.pages import Page, PageContext, PageSpec


def _make(context: PageContext) -> Page:
    from exerciseplanner.ui.pages.checks.page import ChecksPage

    return ChecksPage(context)


PAGE = PageSpec(
    name="checks",
    title="Checks",
    group="Assemble",
    icon="list-check",
    order=55,
    factory=_make,
)
