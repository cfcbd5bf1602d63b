"""Objectives against participants: the weight each gives, and whom the plan serves."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from exerciseplanner.domain.consensus import PRIORITY
from exerciseplanner.domain.priorities import CONTESTED, SERVED_IN_WORDS, Service
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.pages.participants.cell_grid import CellGrid
from exerciseplanner.ui.pages.participants.grid_model import Cell, ColumnHead, Place, RowHead
from exerciseplanner.ui.pages.participants.grid_panel import GridPanel
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.figures import share_text
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import muted, row, tight
from exerciseplanner.workspace.operations.partnership import set_weights
from exerciseplanner.workspace.queries.consensus_view import (
    PriorityView,
    WeighedObjective,
    priority_view,
)

_HOURS, _SHARE = "hours", "share"
_HINT = "Choose a cell and type its weight from 0 to 100, or paste several; Del withdraws."
_MEASURE = (
    "At the right: mean of the weights, ± their standard deviation (of all who weigh it). ▲ marks "
    f"a contested objective: two participants stand {CONTESTED} points or more apart."
)


class PrioritiesPanel(GridPanel):
    """Above the grid a bar for each participant: how many inject-hours serve what it wants."""

    def __init__(self, context: PageContext, *first: ActionSpec) -> None:
        grid = CellGrid("Weights of objectives by participant")
        super().__init__(
            context,
            grid,
            EmptyState(
                "Here each participant weighs the objectives, and a bar shows how far the plan "
                "serves it. It needs participants and objectives first.",
                first,
                "scale",
            ),
        )
        grid.cells.can_edit = not context.read_only
        self.served = CellGrid("Whose priorities the plan serves", heights=(74,))
        self.served.stand_over(grid)
        head = QWidget()
        over = QVBoxLayout(head)
        tight(over)
        over.setContentsMargins(0, 0, 0, 4)
        over.addWidget(self.served)
        down = grid.verticalScrollBar()
        down.rangeChanged.connect(
            lambda _, last: over.setContentsMargins(0, 0, down.sizeHint().width() if last else 0, 4)
        )
        hint = muted(_HINT, wrap=True)
        hint.setToolTip(_MEASURE)
        hint.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.contested = muted("")
        self.contested.setToolTip(_MEASURE)
        line = row(hint, self.contested, spacing=16, margins=(20, 0, 16, 6))
        self.fill(line, head, grid, stretched=grid)
        grid.typed.connect(self._write)
        grid.cleared.connect(lambda places: self._write(dict.fromkeys(places, "")))
        grid.chosen.connect(self._inspect)
        self.served.chosen.connect(self._inspect_participants)
        context.follow(self, priority_view, self._show)

    def choose(self, row_id: str) -> None:
        """Choose the cell of one priority."""
        from exerciseplanner.workspace.queries.consensus import priorities

        for each in self.context.ask(priorities):
            if each.id == row_id:
                self.grid.choose([(each.objective_id, each.participant_id)])

    def _write(self, texts: Mapping[Place, str]) -> None:
        field = PRIORITY.field("weight")
        try:
            weights = {
                place: self.context.vocabulary.parse(field, text) if text.strip() else None
                for place, text in texts.items()
            }
        except Refusal as refusal:
            self.context.notices.say(str(refusal), "warn")
            return
        if weights and not self.context.read_only:
            self.context.do(set_weights, weights)

    def _show(self, found: PriorityView) -> None:
        names = {each.id: each.name for each in found.participants}
        titles = {each.id: each.code or each.title for each in found.objectives}

        def weight(objective: str, party: str) -> Cell:
            given = found.weights.get((objective, party))
            head = f"{titles[objective]}, {names[party]}"
            if given is None:
                return Cell(tip=f"{head}: not weighed")
            return Cell(f"{given}", tip=f"{head}: weight {given}", share=given / 100)

        columns = [
            ColumnHead(
                each.id, each.code, f"{each.name}: {_service_said(found.served.get(each.id))}",
                "danger" if _is_unserved(found.served.get(each.id)) else "",
            )
            for each in found.participants
        ]  # fmt: skip
        self.grid.show_cells([_line(each) for each in found.objectives], columns, weight)
        self._show_served(found, columns, names)
        contested = sum(bool(o.spread and o.spread.is_contested) for o in found.objectives)
        said = "Beside each objective: mean ± standard deviation"
        self.contested.setText(f"▲ {contested} contested  ·  {said}" if contested else said)
        self.show_filled(bool(found.participants and found.objectives))

    def _show_served(
        self, found: PriorityView, columns: list[ColumnHead], names: Mapping[str, str]
    ) -> None:
        most = max((each.hours for each in found.served.values()), default=0.0)

        def served(line: str, party: str) -> Cell:
            service = found.served.get(party)
            tip = f"{names[party]}: {_service_said(service)}\n{SERVED_IN_WORDS}"
            if service is None or not service.weight:
                return Cell("–", tip=tip, bar=0.0 if line == _HOURS else None)
            tone = "danger" if service.is_unserved else ""
            if line == _SHARE:
                text = "▲ 0 %" if service.is_unserved else share_text(service.share)
                return Cell(text, tone, tip)
            return Cell(f"{service.hours:,.0f} h" if not service.is_unserved else "▲ none",
                        tone, tip, bar=service.hours / most if most else 0.0)  # fmt: skip

        heads = [
            RowHead(_HOURS, "", "Inject-hours for what it wants", tip=SERVED_IN_WORDS, strong=True),
            RowHead(_SHARE, "", "Share of its weight served", tip=SERVED_IN_WORDS),
        ]
        self.served.show_cells(heads, columns, served)
        self.served.setFixedHeight(self.served.height_of_all)

    def _inspect(self, places: tuple[Place, ...]) -> None:
        if places:
            self.context.inspect("objective", tuple(dict.fromkeys(each[0] for each in places)))

    def _inspect_participants(self, places: tuple[Place, ...]) -> None:
        if places:
            self.context.inspect("participant", tuple(dict.fromkeys(each[1] for each in places)))


def _line(row: WeighedObjective) -> RowHead:
    spread, effort = row.spread, row.effort
    hours = f"{effort.injects} live injects, {effort.hours:,.1f} inject-hours"
    if spread is None:
        tip = f"{row.code}  {row.title}\nNobody weighs it; {hours}."
        return RowHead(row.id, row.code, row.title, "", "", tip, row.depth, row.depth == 0)
    summary = f"{spread.mean:.0f} ± {spread.deviation:.0f}"
    tip = (
        f"{row.code}  {row.title}\nWeighed by {spread.given}: mean {spread.mean:.1f}, from "
        f"{spread.low} to {spread.high} (range {spread.range}), standard deviation "
        f"{spread.deviation:.1f}; {hours}."
    )
    tone = "warn" if spread.is_contested else ""
    text = f"▲ {summary}" if tone else summary
    return RowHead(row.id, row.code, row.title, text, tone, tip, row.depth, row.depth == 0)


def _is_unserved(found: Service | None) -> bool:
    return found is not None and found.is_unserved


def _service_said(found: Service | None) -> str:
    if found is None or not found.weight:
        return "it weighs no objective."
    if found.is_unserved:
        return "no live inject serves any objective that it weighs."
    return (
        f"{found.hours:,.1f} inject-hours for what it wants; live injects serve "
        f"{share_text(found.share)} of its weight."
    )
