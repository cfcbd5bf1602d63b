"""The Evaluation page: an evaluator's sheet, fast rating, disagreement, observations."""

from __future__ import annotations

from exerciseplanner.ui.pages import Door, Page, PageContext, PageSpec


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
    doors=(
        Door("New observation", action="evaluation.observe", words="add lesson note"),
        Door("New evaluator", action="evaluation.evaluator", words="add"),
    ),
)
