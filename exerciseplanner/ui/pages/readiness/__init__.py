"""The Readiness page: every grade with what it rests on, down to the rating."""

from __future__ import annotations

from exerciseplanner.ui.pages import Page, PageContext, PageSpec


def _open(context: PageContext) -> Page:
    from exerciseplanner.ui.pages.readiness.page import ReadinessPage

    return ReadinessPage(context)


PAGE = PageSpec(
    name="readiness",
    title="Readiness",
    group="Evaluate",
    icon="gauge",
    order=70,
    factory=_open,
)
