"""The Exercise page: its facts, its doctrine, scales, markings and planning events."""

from __future__ import annotations

from exerciseplanner.ui.pages import Page, PageContext, PageSpec


def _open(context: PageContext) -> Page:
    from exerciseplanner.ui.pages.exercise.page import ExercisePage

    return ExercisePage(context)


PAGE = PageSpec(
    name="exercise",
    title="Exercise",
    group="Prepare",
    icon="flag",
    order=15,
    factory=_open,
    nouns=("exercise",),
)
