"""Products against participants: who was asked, who concurs, who comments, who does not."""

from __future__ import annotations

from functools import partial

from exerciseplanner.domain.concurring import Tally
from exerciseplanner.domain.consensus import CONCURRENCES
from exerciseplanner.ui.pages.participants.cell_grid import CellGrid
from exerciseplanner.ui.pages.participants.grid_model import Cell, ColumnHead, Place, RowHead
from exerciseplanner.ui.pages.participants.grid_panel import GridPanel
from exerciseplanner.ui.pages.participants.mark_bar import Mark, MarkBar
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import muted, row
from exerciseplanner.ui.widgets.wording import date_text
from exerciseplanner.workspace.operations.partnership import ask_all, set_concurrences
from exerciseplanner.workspace.queries.consensus import ConcurrenceRow
from exerciseplanner.workspace.queries.consensus_view import ConcurrenceView, concurrence_view

_LETTERS = {
    "asked": ("A", "info"),
    "concurs": ("C", "ok"),
    "concurs_with_comment": ("W", "warn"),
    "does_not_concur": ("N", "danger"),
}
MARKS = tuple(Mark(code, _LETTERS[code][0], word, _LETTERS[code][1]) for code, word in CONCURRENCES)
_WORDS = dict(CONCURRENCES)


class ConcurrencePanel(GridPanel):
    """Letters set the cells chosen; dates and comments stand in the inspector."""

    def __init__(self, context: PageContext, *first: ActionSpec) -> None:
        grid = CellGrid("Concurrence of participants with products")
        super().__init__(
            context,
            grid,
            EmptyState(
                "Concurrence shows who was asked for which product and what each answered. It "
                "needs participants, and the documents of the doctrine in force.",
                first,
                "checks",
            ),
        )
        bar = MarkBar(MARKS, self.give, enabled=not context.read_only)
        hint = muted("Choose cells, then press a letter." if not context.read_only else "")
        above = row(bar, None, hint, margins=(20, 0, 16, 4))
        self.fill(above, grid, stretched=grid)
        if not context.read_only:
            grid.set_keys({mark.letter: partial(self.give, mark.code) for mark in MARKS})
            grid.cleared.connect(lambda places: self.give(""))
        grid.chosen.connect(self._inspect)
        context.follow(self, concurrence_view, self._show)

    def give(self, position: str) -> None:
        """Give the chosen cells a position; an empty one withdraws it."""
        places = self.grid.chosen_places()
        if places:
            self.context.do(set_concurrences, places, position)
            self._inspect(places)

    def ask_everybody(self) -> None:
        """Ask every participant but observers for the chosen products."""
        products = tuple(dict.fromkeys(product for product, _ in self.grid.chosen_places()))
        if not products:
            self.context.notices.say("Choose the products to ask for in the grid first.", "warn")
            return
        asked = self.context.do(ask_all, products)
        if asked:
            said = "1 answer" if asked == 1 else f"{asked} answers"
            self.context.offer_undo(f"{said} asked for")
        elif asked == 0:
            self.context.notices.say("Everybody was asked for them already.")

    def choose(self, row_id: str) -> None:
        """Choose the cell of one concurrence."""
        rows = self.context.ask(concurrence_view).rows
        place = next((place for place, row in rows.items() if row.id == row_id), None)
        if place:
            self.grid.choose([place])

    def _show(self, found: ConcurrenceView) -> None:
        names = {each.id: each.name for each in found.participants}
        titles = {each.id: each.name for each in found.products}

        def at(product: str, party: str) -> Cell:
            return _cell(f"{titles[product]}, {names[party]}", found.rows.get((product, party)))

        lines = [
            RowHead(
                each.id, each.id, each.name if each.name != each.id else "",
                _brief(each.tally), _tone(each.tally),
                f"{each.name}: {each.tally.reading}",
            )
            for each in found.products
        ]  # fmt: skip
        columns = [ColumnHead(each.id, each.code, each.name) for each in found.participants]
        self.grid.show_cells(lines, columns, at)
        self.show_filled(bool(lines and columns))

    def _inspect(self, places: tuple[Place, ...]) -> None:
        rows = self.context.ask(concurrence_view).rows
        ids = tuple(rows[place].id for place in places if place in rows)
        if ids:
            self.context.inspect("concurrence", ids)
        elif places:
            self.context.inspect("participant", tuple(dict.fromkeys(each[1] for each in places)))


def _cell(head: str, found: ConcurrenceRow | None) -> Cell:
    if found is None:
        return Cell(tip=f"{head}: not asked")
    letter, tone = _LETTERS.get(found.position, ("?", "muted"))
    said = f"{head}: {_WORDS.get(found.position, found.position)}"
    said += f", asked {date_text(found.asked_on)}" if found.asked_on else ""
    said += f", answered {date_text(found.answered_on)}" if found.answered_on else ""
    return Cell(letter, tone, f"{said}\n{found.comment}" if found.comment else said)


def _brief(found: Tally) -> str:
    if not found.asked:
        return ""
    return f"{'▲ ' if found.against else ''}{found.concurring} of {found.asked} concur"


def _tone(found: Tally) -> str:
    if found.against:
        return "danger"
    if found.is_agreed:
        return "ok"
    return "warn" if found.waiting else ""
