"""The tables of standards, threats and technologies."""

from __future__ import annotations

from exerciseplanner.ui.pages.objectives.columns import (
    standard_columns,
    technology_columns,
    threat_columns,
)
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.noun_table import NounTable
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.workspace.queries.interoperability_plan import standards_in_use
from exerciseplanner.workspace.queries.technology_plan import technology_plan
from exerciseplanner.workspace.queries.threat_plan import threat_plan


def standards_table(context: PageContext, *first: ActionSpec) -> NounTable:
    """The catalogue of standards that test cases may test."""
    columns = standard_columns(context.vocabulary)
    return NounTable(
        context,
        "standard",
        columns,
        standards_in_use,
        "objectives.standards",
        empty=EmptyState(
            "Standards stand here with their edition, so that tests can say what they prove.",
            first,
            "books",
        ),
    )


def threats_table(context: PageContext, *first: ActionSpec) -> NounTable:
    """What the script brings against the training audience."""
    columns = threat_columns(context.vocabulary)
    return NounTable(
        context,
        "threat",
        columns,
        threat_plan,
        "objectives.threats",
        empty=EmptyState(
            "Threats stand here: who does what to the training audience, how likely and how "
            "severe. Injects bring them into play.",
            first,
            "flame",
        ),
    )


def technologies_table(context: PageContext) -> RecordTable:
    """Technologies under trial: who claims each, and whether the script plays it."""
    table = RecordTable(
        context.live,
        technology_columns(),
        technology_plan,
        name="objectives.technologies",
        vocabulary=context.vocabulary,
        settings=context.settings,
    )
    table.words = ("technology", "technologies")
    table.view.setAccessibleName("Technologies")
    return table
