"""Everything that can be done to the script: adding, copying, removing, moving, linking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QMenu, QWidget

from exerciseplanner.domain.injects import INJECT
from exerciseplanner.ui.pages.injects.placing import Move, Resequence, dropped, stepped
from exerciseplanner.ui.pages.injects.shifting import read_shift, worded
from exerciseplanner.ui.pages.injects.states import States
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.popovers import AskChoice, AskLine
from exerciseplanner.ui.widgets.vocabulary import Option
from exerciseplanner.workspace.operation import Operation
from exerciseplanner.workspace.operations import injects, script, storylines
from exerciseplanner.workspace.queries import storylines as strand_queries
from exerciseplanner.workspace.queries.script import ScriptRow

_BELOW = {"storyline": "event", "event": "incident"}
_NEW = {"storyline": "New storyline", "event": "New event", "incident": "New incident"}


class Ground(Protocol):
    """What acting needs of the page: what is chosen, where it is, and how to show the outcome."""

    context: PageContext

    def chosen(self) -> tuple[ScriptRow, ...]:
        """The rows selected, in the order shown."""
        ...

    def every(self) -> Mapping[str, ScriptRow]:
        """Every row of the view in sight by its id, in the order of the plan."""
        ...

    def in_sight(self) -> Sequence[ScriptRow]:
        """The rows that pass the filter, in the order shown."""
        ...

    def anchor(self) -> QRect:
        """Where on the screen the selection is."""
        ...

    def reveal(self, ids: Sequence[str], *, edit: bool = False) -> None:
        """Select rows and bring them into sight, perhaps to name the first at once."""
        ...

    def widget(self) -> QWidget:
        """The page itself."""
        ...


class Acting:
    """Carries out what the planner asks for, and offers the way back."""

    def __init__(self, ground: Ground, states: States) -> None:
        self._ground = ground
        self._states = states

    # adding ------------------------------------------------------------------------------------

    def add_inject(self) -> None:
        """Write a new inject where the selection is, and name it."""
        values: dict[str, object] = {"title": "New inject", "strand_id": self._strand()}
        self._reveal(self._context.do(injects.add_inject, values))

    def add_strand(self, kind: str = "") -> None:
        """Begin a storyline, event or incident; without a kind the one that fits the selection."""
        row = self._one()
        level = row.level if row else ""
        kind = kind or _BELOW.get(level) or ("incident" if level == "incident" else "storyline")
        values: dict[str, object] = {"kind": kind, "title": _NEW[kind]}
        values["parent_id"] = self._place_for(kind)
        self._reveal(self._context.do(storylines.add_strand, values))

    def add_storyline(self) -> None:
        """Begin a storyline."""
        self.add_strand("storyline")

    def add_event(self) -> None:
        """Begin an event in the storyline selected."""
        self.add_strand("event")

    def add_incident(self) -> None:
        """Begin an incident in the event or storyline selected."""
        self.add_strand("incident")

    def duplicate(self) -> None:
        """Copy what is selected."""
        made = self._context.do(script.duplicate_in_script, self._ids())
        if made:
            self._ground.reveal(made)
            self._context.offer_undo(f"{_many(len(made), 'row')} duplicated")

    def remove(self) -> None:
        """Remove what is selected, with what stands below it."""
        rows = self._ground.chosen()
        held = {row.id: row.injects for row in rows if row.noun}
        following = self._following()
        if self._did(script.remove_from_script, tuple(held)):
            if following:
                self._ground.reveal((following,))
            self._context.offer_undo(_removed(rows))

    # moving ------------------------------------------------------------------------------------

    def drop(self, ids: Sequence[str], target: str | None, place: str) -> None:
        """Put rows where they were dropped."""
        self._carry_out(dropped(self._ground.every(), ids, target, place))

    def step(self, by: int) -> None:
        """Move the selected row up or down among its like."""
        row = self._one()
        wanted = stepped(self._ground.every(), row.id, by) if row else None
        if row and wanted:
            self._carry_out(wanted)
            self._ground.reveal((row.id,))

    def step_up(self) -> None:
        """Move the selected row before the one like it."""
        self.step(-1)

    def step_down(self) -> None:
        """Move the selected row behind the one like it."""
        self.step(1)

    def move_below(self) -> None:
        """Ask for the strand that the selection is to stand below."""
        found = self._context.ask(strand_queries.strands)
        rows = sorted(found, key=lambda row: row.serial)
        options = [Option(row.id, f"{row.serial} {row.title}", row.kind) for row in rows]
        options.append(Option("", "No storyline"))
        ids = self._ids()
        AskChoice(
            self._ground.widget(),
            f"Move {_many(len(ids), 'row')} to",
            options,
            lambda code: self._carry_out(Move(ids, code or None)),
        ).open_at(self._ground.anchor())

    def shift(self) -> None:
        """Ask how far the selected injects are to move in time."""
        rows = self._timed()
        vocabulary = self._context.vocabulary

        def run(text: str) -> None:
            shift = read_shift(text, rows, vocabulary)
            if shift and shift.minutes:
                ids = [row.id for row in rows]
                self._context.workspace.do(injects.shift_injects, ids, shift.minutes)
                self._context.offer_undo(worded(shift, vocabulary))

        AskLine(
            self._ground.widget(),
            f"Shift {_many(len(rows), 'inject')} in time",
            "+3h",
            lambda text: worded(read_shift(text, rows, vocabulary), vocabulary),
            run,
        ).open_at(self._ground.anchor())

    # states and links --------------------------------------------------------------------------

    def open_states(self) -> QMenu:
        """Show the states; those to which no move leads from here are grey."""
        menu = QMenu(self._ground.widget())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = self._injects()
        ways = self._states.reachable(frozenset(row.state for row in rows))
        if rows and not ways:
            now = self._states.name(rows[0].state)
            menu.addAction(f"No move leads on from {now}").setEnabled(False)
            menu.addSeparator()
        for code in self._states.codes():
            look = self._states.look(code)
            entry = menu.addAction(icon(look.icon, look.tone), self._states.name(code))
            entry.setEnabled(code in ways)
            entry.setToolTip(self._states.definition(code))
            entry.triggered.connect(lambda _=False, code=code: self._set_state(rows, code))
        menu.setToolTipsVisible(True)
        menu.popup(self._ground.anchor().bottomLeft())
        return menu

    def link_objective(self) -> None:
        """Ask for an objective that the selected injects serve as well."""
        ids = [row.id for row in self._injects()]
        vocabulary = self._context.vocabulary
        field = INJECT.field("objectives")

        def run(code: str) -> None:
            if self._did(script.link_to_objective, ids, code):
                name = vocabulary.label(field, code)
                self._context.offer_undo(f"{_many(len(ids), 'inject')} linked to {name}")

        AskChoice(
            self._ground.widget(),
            f"Link {_many(len(ids), 'inject')} to an objective",
            vocabulary.options(field),
            run,
            "There are no objectives yet; they are written on the page Objectives.",
        ).open_at(self._ground.anchor())

    # inside ------------------------------------------------------------------------------------

    @property
    def _context(self) -> PageContext:
        return self._ground.context

    def _set_state(self, rows: Sequence[ScriptRow], code: str) -> None:
        if self._did(injects.set_inject_state, [row.id for row in rows], code):
            name = self._states.name(code)
            self._context.offer_undo(f"{_many(len(rows), 'inject')} now {name.lower()}")

    def _carry_out(self, wanted: Move | Resequence) -> None:
        if isinstance(wanted, Resequence):
            if self._did(script.resequence_injects, wanted.ids):
                self._context.offer_undo("Injects changed their order and exchanged their times")
        elif self._did(script.move_in_script, wanted.ids, wanted.parent_id, wanted.order):
            self._ground.reveal(wanted.ids)
            self._context.offer_undo(f"{_many(len(wanted.ids), 'row')} moved")

    def _did(self, operation: Operation[..., Any], *args: Any) -> bool:
        """Whether an operation was carried out and changed something."""
        before = self._context.workspace.head
        self._context.do(operation, *args)
        return self._context.workspace.head != before

    def _reveal(self, made: str | None) -> None:
        if made:
            self._ground.reveal((made,), edit=True)

    def _one(self) -> ScriptRow | None:
        rows = self._ground.chosen()
        return rows[0] if rows else None

    def _ids(self) -> tuple[str, ...]:
        return tuple(row.id for row in self._ground.chosen() if row.noun)

    def _injects(self) -> list[ScriptRow]:
        return [row for row in self._ground.chosen() if row.noun == "inject"]

    def _timed(self) -> list[ScriptRow]:
        """The injects selected, or those in the strands selected."""
        chosen = {row.id for row in self._ground.chosen()}
        every = self._ground.every()

        def is_meant(row: ScriptRow | None) -> bool:
            while row is not None:
                if row.id in chosen:
                    return True
                row = every.get(row.parent_id) if row.parent_id else None
            return False

        return [row for row in every.values() if row.noun == "inject" and is_meant(row)]

    def _strand(self) -> str | None:
        row = self._one()
        return row.strand_id if row else None

    def _place_for(self, kind: str) -> str | None:
        """The nearest strand above the selection below which a strand of that kind may stand."""
        chosen = self._one()
        strands = {row.id: row for row in self._context.ask(strand_queries.strands)}
        allowed = {"event": ("storyline",), "incident": ("event", "storyline")}.get(kind, ())
        step = strands.get(chosen.strand_id) if chosen and chosen.strand_id else None
        while step is not None and step.kind not in allowed:
            step = strands.get(step.parent_id) if step.parent_id else None
        return step.id if step else None

    def _following(self) -> str | None:
        """The row to select once the selection is gone."""
        rows = self._ground.in_sight()
        chosen = {row.id for row in self._ground.chosen()}
        last = max((n for n, row in enumerate(rows) if row.id in chosen), default=len(rows))
        return rows[last + 1].id if last + 1 < len(rows) else None


def _many(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count:,} {noun}s"


def _removed(rows: Sequence[ScriptRow]) -> str:
    strands = [row for row in rows if row.noun == "strand"]
    lone = sum(row.noun == "inject" for row in rows)
    if not strands:
        return f"{_many(lone, 'inject')} removed"
    names = strands[0].title if len(strands) == 1 else _many(len(strands), "strand")
    return f"{names} removed with everything in it" if len(strands) == 1 else f"{names} removed"
