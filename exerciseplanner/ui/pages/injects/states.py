"""The states of injects: what they are called, how they look and where one leads to."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.domain.terms import Term
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.workspace.changes import Changes
from exerciseplanner.workspace.queries import exercise

_KIND = "inject_state"
_WATCHED = ("term", "transition")


class Look(NamedTuple):
    """The icon and the tone of a state; its name always stands beside them."""

    icon: str
    tone: str


_LOOKS = {
    "preparing": Look("circle-dot", "muted"),
    "approved": Look("circle-check", "ok"),
    "delivered": Look("player-play", "info"),
    "finished": Look("square-check", "muted"),
    "held": Look("player-pause", "warn"),
    "dropped": Look("circle-x", "danger"),
}
_FIRST = Look("circle", "muted")


class States:
    """The states of the doctrine pack in force."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._terms: dict[str, Term] = {}
        self._moves: frozenset[tuple[str, str]] = frozenset()
        self._read()
        context.live.changed.connect(self._hear)

    def codes(self) -> tuple[str, ...]:
        """Every state in the pack's order."""
        return tuple(self._terms)

    def name(self, code: str) -> str:
        """What a state is called."""
        term = self._terms.get(code)
        return term.name if term else code

    def definition(self, code: str) -> str:
        """What a state means."""
        term = self._terms.get(code)
        return term.definition if term else ""

    def look(self, code: str) -> Look:
        """How a state looks."""
        term = self._terms.get(code)
        if term is None or not self._terms:
            return _FIRST
        if code == next(iter(self._terms)):
            return _FIRST
        return _LOOKS.get(str(term.attributes.get("standing", "")), _FIRST)

    def reachable(self, now: frozenset[str]) -> frozenset[str]:
        """The states to which a move leads from at least one of these."""
        return frozenset(
            code
            for code in self._terms
            if any((each, code) in self._moves or not each for each in now)
        )

    def _read(self) -> None:
        terms = self._context.ask(exercise.doctrine_terms, _KIND)
        moves = self._context.ask(exercise.transitions, _KIND)
        self._terms = {term.code: term for term in terms}
        self._moves = frozenset((move.from_code, move.to_code) for move in moves)

    def _hear(self, changes: Changes) -> None:
        if changes.touches(_WATCHED):
            self._read()
