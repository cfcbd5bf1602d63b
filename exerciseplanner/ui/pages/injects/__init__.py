"""The MEL/MIL page: the script as a tree and as a table, with everything done to injects."""

from __future__ import annotations

from exerciseplanner.ui.pages import Door, Page, PageContext, PageSpec


def _open(context: PageContext) -> Page:
    from exerciseplanner.ui.pages.injects.page import InjectsPage

    return InjectsPage(context)


PAGE = PageSpec(
    name="injects",
    title="MEL/MIL",
    group="Assemble",
    icon="list-details",
    order=40,
    factory=_open,
    nouns=("inject", "strand"),
    doors=(
        Door("New inject", action="injects.new", words="add MEL MIL MSEL event"),
        Door("New storyline", action="injects.new_storyline", words="add"),
        Door("Import MSEL…", action="injects.import", words="old MEL MIL xlsx csv injects"),
    ),
)
