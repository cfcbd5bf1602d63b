"""Agreements as a list, and as a matrix of participants against kinds of agreement."""

from __future__ import annotations

from collections.abc import Sequence

from exerciseplanner.domain.validity import STANDINGS_IN_WORDS, Standing
from exerciseplanner.ui.pages.participants.cell_grid import CellGrid
from exerciseplanner.ui.pages.participants.grid_model import Cell, ColumnHead, Place, RowHead
from exerciseplanner.ui.pages.participants.grid_panel import GridPanel
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.flow import flowing
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import chip, muted, row
from exerciseplanner.ui.widgets.wording import date_text
from exerciseplanner.workspace.queries.legal_view import (
    SECURITY,
    AgreementCell,
    AgreementView,
    agreement_view,
)

_LOOKS: dict[Standing, tuple[str, str]] = {
    "valid": ("✓", "ok"),
    "ends_early": ("▲", "warn"),
    "begins_late": ("▲", "warn"),
    "outside": ("×", "danger"),
}
_LEGEND = (
    ("✓", "ok", "Valid on every day"),
    ("▲", "warn", "Not on every day"),
    ("×", "danger", "On none"),
    ("member", "muted", "Needs none"),
)


class AgreementMatrix(GridPanel):
    """Who is covered by which kind of agreement, and whether it holds until ENDEX."""

    def __init__(self, context: PageContext, *first: ActionSpec) -> None:
        grid = CellGrid("Participants against kinds of agreement", narrowest=78, widest=150)
        super().__init__(
            context,
            grid,
            EmptyState(
                "The matrix sets participants against kinds of agreement, and shows which of them "
                "is not covered for every day of the exercise. It needs participants first.",
                first,
                "table",
            ),
        )
        self._view: AgreementView | None = None
        said = muted("Enter opens the agreement of a cell, or adds one.")
        legend = [row(chip(mark, tone), muted(word), spacing=6) for mark, tone, word in _LEGEND]
        above = flowing(*legend, said, margins=(20, 0, 16, 8))
        self.fill(above, grid, stretched=grid)
        grid.chosen.connect(self._inspect)
        context.follow(self, agreement_view, self._show)

    def agreements_at(self, places: Sequence[Place]) -> tuple[str, ...]:
        """The ids of the agreements of these cells, each once."""
        cells = self._view.cells if self._view else {}
        found = (each.id for place in places if place in cells for each in cells[place].agreements)
        return tuple(dict.fromkeys(found))

    def _show(self, found: AgreementView) -> None:
        self._view = found
        lines = [RowHead(each.id, each.code, each.name) for each in found.participants]
        columns = [ColumnHead(each.id, each.id, each.name) for each in found.kinds]
        names = {each.id: each.name for each in found.participants}
        kinds = {each.id: each.name for each in found.kinds}

        def at(party: str, kind: str) -> Cell:
            head = f"{names[party]}, {kinds[kind]}"
            held = found.cells.get((party, kind))
            if held is None and kind == SECURITY and party in found.members:
                return Cell("member", tip=f"{head}: not needed, it belongs to the papers' owner")
            return _cell(head, held)

        self.grid.show_cells(lines, columns, at)
        self.show_filled(bool(lines))

    def _inspect(self, places: tuple[Place, ...]) -> None:
        ids = self.agreements_at(places)
        if ids or not places:
            self.context.inspect("agreement", ids)
        else:
            self.context.inspect("participant", tuple(dict.fromkeys(each[0] for each in places)))


def _cell(head: str, found: AgreementCell | None) -> Cell:
    if found is None:
        return Cell("–", tip=f"{head}: none")
    mark, tone = _LOOKS[found.standing]
    best = found.agreements[0]
    until = f" {date_text(best.valid_until)}" if best.valid_until else ""
    lines = [f"{head}: {STANDINGS_IN_WORDS[found.standing]}"]
    lines += [
        f"{each.title}, {date_text(each.valid_from) or '…'} to "
        f"{date_text(each.valid_until) or 'open'}"
        for each in found.agreements
    ]
    return Cell(f"{mark}{until}", tone, "\n".join(lines))
