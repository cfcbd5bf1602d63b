"""The Exercise page: its facts, its doctrine, scales, markings and planning events."""

from __future__ import annotations

from exerciseplanner.ui.pages import Door, Page, PageContext, PageSpec


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
    doors=(
        Door(
            "Facts of the exercise", "facts", words="name STARTEX ENDEX dates activation order aim"
        ),
        Door("Doctrine terms", "doctrine", words="pack vocabulary choices"),
        Door("Rating scales", "scales"),
        Door("Markings", "markings", words="classification releasability label policy"),
        Door("Planning events", "events", words="milestones IPC MPC FPC conferences"),
    ),
)
