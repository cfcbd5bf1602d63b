"""The tables of pairs, of information exchange requirements and of standards held."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.ui.pages.interoperability.columns import (
    aim_columns,
    holding_columns,
    pair_columns,
    requirement_columns,
    system_columns,
)
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.noun_table import NounTable
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import body, line, tight
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.workspace.queries.exchange_check import RequirementLine, exchange_check
from exerciseplanner.workspace.queries.exchanges import unit_standards
from exerciseplanner.workspace.queries.interoperability_matrix import interoperability_pairs
from exerciseplanner.workspace.queries.interoperability_plan import interoperability_aims
from exerciseplanner.workspace.queries.means import systems


def pairs_table(context: PageContext, *first: ActionSpec) -> RecordTable:
    """Who can talk to whom: expected beside tested."""
    table = RecordTable(
        context.live,
        pair_columns(),
        interoperability_pairs,
        name="interoperability.pairs",
        vocabulary=context.vocabulary,
        settings=context.settings,
    )
    table.set_empty(
        EmptyState(
            "Every two participants stand here with the path that their standards make possible. "
            "It needs participants, and the standards that their units hold.",
            first,
            "arrows-exchange",
        )
    )
    table.words = ("pair", "pairs")
    table.view.setAccessibleName("Who can talk to whom")
    table.sort_by("verdict")
    return table


def aims_table(context: PageContext, add: ActionSpec) -> NounTable:
    """Interoperability objectives with what their test cases amount to."""
    return NounTable(
        context,
        "interoperability_objective",
        aim_columns(context.vocabulary),
        interoperability_aims,
        "interoperability.aims",
        empty=EmptyState(
            "Interoperability objectives say what participants must be able to exchange, and to "
            "which standard. Their test cases show whether they can.",
            [add],
            "target",
        ),
    )


def systems_table(context: PageContext, add: ActionSpec) -> NounTable:
    """Systems through which units hold their standards."""
    return NounTable(
        context,
        "system",
        system_columns(context.vocabulary),
        systems,
        "interoperability.systems",
        empty=EmptyState(
            "Systems are what units exchange information through. Standards held and test cases "
            "may name them, and the matrix sets them against each other.",
            [add],
            "server",
        ),
    )


def requirements_table(context: PageContext, add: ActionSpec) -> NounTable:
    """Information exchange requirements against path, right, inject and time."""
    return NounTable(
        context,
        "exchange_requirement",
        requirement_columns(context.vocabulary),
        exchange_check,
        "interoperability.requirements",
        empty=EmptyState(
            "Information exchange requirements say who needs which product from whom, and how "
            "fast. Each is held against path, label, script and measured time.",
            [add],
            "arrows-exchange",
        ),
    )


def holdings_table(context: PageContext, add: ActionSpec) -> NounTable:
    """Which unit holds which standard in which edition."""
    return NounTable(
        context,
        "unit_standard",
        holding_columns(context.vocabulary),
        unit_standards,
        "interoperability.holdings",
        empty=EmptyState(
            "Standards held say what each unit can exchange, and in which edition. From them "
            "follows who can talk to whom before anything is tested.",
            [add],
            "plug-connected",
        ),
    )


class RequirementPanel(QWidget):
    """What is still open about one information exchange requirement."""

    def __init__(self, context: PageContext, row_id: str) -> None:
        super().__init__()
        self._row_id = row_id
        self._said = body("")
        layout = QVBoxLayout(self)
        tight(layout, 4)
        layout.addWidget(line())
        layout.addWidget(self._said)
        context.follow(self, exchange_check, self._show)

    def _show(self, rows: Sequence[RequirementLine]) -> None:
        row = next((each for each in rows if each.id == self._row_id), None)
        if row is None:
            return
        found = [row.path, row.right_reason, *(f"▲ {each}" for each in row.open)]
        self._said.setText("\n".join(dict.fromkeys(found)))


def requirement_extra(context: PageContext, ids: Sequence[str]) -> QWidget | None:
    """What belongs below the form of one information exchange requirement."""
    return RequirementPanel(context, ids[0]) if len(ids) == 1 else None
