"""What the list can be narrowed to: states, days, storylines, objectives, cells, and gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from exerciseplanner.domain.injects import INJECT
from exerciseplanner.ui.pages.injects.days import Days
from exerciseplanner.ui.pages.injects.states import States
from exerciseplanner.ui.widgets.columns import natural
from exerciseplanner.ui.widgets.sifting import Predicate
from exerciseplanner.ui.widgets.vocabulary import Option, Vocabulary
from exerciseplanner.workspace.queries.script import ScriptRow

Chosen = Mapping[str, frozenset[str]]
"""By facet the values wanted; a gap is wanted where its set is not empty."""

_OBJECTIVES = INJECT.field("objectives")


class Gap(NamedTuple):
    """Something an inject may lack."""

    name: str
    title: str
    lacks: Callable[[ScriptRow], bool]


GAPS = (
    Gap("no_time", "No time", lambda row: row.start is None),
    Gap("no_objective", "No objective", lambda row: not row.objectives),
)


@dataclass(frozen=True)
class Facet:
    """One way of telling injects apart: the values a row has, and what each is called."""

    name: str
    title: str
    values: Callable[[ScriptRow], tuple[str, ...]]
    label: Callable[[str, ScriptRow], str]
    order: Callable[[str], object] = str

    def options(self, rows: Iterable[ScriptRow]) -> list[Option]:
        """The values that occur, with their counts, in order."""
        counts: Counter[str] = Counter()
        seen: dict[str, ScriptRow] = {}
        for row in rows:
            for value in self.values(row):
                counts[value] += 1
                seen.setdefault(value, row)
        ordered = sorted(counts, key=self.order)  # type: ignore[arg-type]  # keys of one facet compare
        return [
            Option(value, self.label(value, seen[value]), f"{counts[value]:,}") for value in ordered
        ]


def facets_for(states: States, vocabulary: Vocabulary, days: Days) -> tuple[Facet, ...]:
    """The facets of the MEL/MIL in the words of this exercise."""
    ranks = {code: rank for rank, code in enumerate(states.codes())}

    def day(row: ScriptRow) -> tuple[str, ...]:
        found = days.of(row.start)
        return () if found is None else (str(found),)

    return (
        Facet(
            "state",
            "State",
            lambda row: (row.state,),
            lambda value, _: states.name(value) or "No state",
            lambda value: ranks.get(value, len(ranks)),
        ),
        Facet("day", "Day", day, lambda value, _: days.label(int(value)), int),
        Facet(
            "storyline",
            "Storyline",
            lambda row: (row.storyline_id or "",),
            lambda value, row: row.storyline if value else "No storyline",
        ),
        Facet(
            "objective",
            "Objective",
            lambda row: row.objectives,
            lambda value, _: vocabulary.label(_OBJECTIVES, value),
            lambda value: natural(vocabulary.label(_OBJECTIVES, value)),
        ),
        Facet(
            "cell",
            "Cell",
            lambda row: (row.cell,),
            lambda value, _: value or "No cell",
            lambda value: (not value, value.casefold()),
        ),
    )


def predicate_of(facets: Sequence[Facet], chosen: Chosen, also: frozenset[str]) -> Predicate | None:
    """What a row must be to be shown; None where everything is. Rows in `also` always are."""
    tests = [(facet.values, chosen[facet.name]) for facet in facets if chosen.get(facet.name)]
    gaps = [gap.lacks for gap in GAPS if chosen.get(gap.name)]
    if not tests and not gaps:
        return None

    def passes(row: ScriptRow) -> bool:
        if row.id in also:
            return True
        if row.level != "inject":
            return False
        if any(wanted.isdisjoint(values(row)) for values, wanted in tests):
            return False
        return all(lacks(row) for lacks in gaps)

    return passes


def plain(chosen: Chosen) -> dict[str, list[str]]:
    """A choice as it is kept between sessions."""
    return {name: sorted(values) for name, values in chosen.items() if values}


def read(kept: object) -> dict[str, frozenset[str]]:
    """A choice kept by `plain`; what is not one gives none."""
    if not isinstance(kept, dict):
        return {}
    return {
        str(name): frozenset(map(str, values))
        for name, values in kept.items()
        if isinstance(values, list)
    }
