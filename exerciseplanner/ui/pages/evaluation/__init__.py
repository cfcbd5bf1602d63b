"""The Evaluation page: an evaluator's sheet, fast rating, disagreement, observations."""

from __future__ import annotations

from exerciseplanner.ui.pages import Page, PageContext, PageSpec


def _open(context: PageContext) -> Page:
    from exerciseplanner.ui.pages.evaluation.page import EvaluationPage

    return EvaluationPage(context)


PAGE = PageSpec(
    name="evaluation",
    title="Evaluation",
    group="Evaluate",
    icon="clipboard-check",
    order=60,
    factory=_open,
    nouns=("criterion", "evaluator", "lesson"),
)
