"""The Overview page: where the exercise stands, what is open, and what comes next."""

from __future__ import annotations

from exerciseplanner.ui.pages import Page, PageContext, PageSpec


def _open(context: PageContext) -> Page:
    from exerciseplanner.ui.pages.overview.page import OverviewPage

    return OverviewPage(context)


PAGE = PageSpec(
    name="overview",
    title="Overview",
    group="Prepare",
    icon="layout-dashboard",
    order=10,
    factory=_open,
)
