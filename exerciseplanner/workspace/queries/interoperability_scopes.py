"""Who is set against whom in the matrix: participants, their units, or the systems of these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from exerciseplanner.domain.exchange_paths import Holding, Names
from exerciseplanner.workspace.queries.exchanges import ExchangeRequirementRow
from exerciseplanner.workspace.queries.held_standards import HeldStandards
from exerciseplanner.workspace.queries.interoperability_plan import InteroperabilityLine
from exerciseplanner.workspace.queries.means import SystemRow
from exerciseplanner.workspace.queries.participants import ParticipantRow

MOST_PARTIES = 64
"""So many units or systems are set against each other at once: those in test cases first, and
some of every participant."""

Ends = tuple[str | None, str | None]


class Party(NamedTuple):
    """A participant, a unit or a system, as it stands at the edge of the matrix."""

    id: str
    code: str
    name: str


@dataclass(frozen=True)
class Scope:
    """Parties in their order, what each holds, and between which of them things are planned.

    `left_out` counts the parties beyond those shown.
    """

    name: str
    parties: tuple[Party, ...]
    holdings: Mapping[str, Sequence[Holding]]
    tests: Callable[[InteroperabilityLine], Ends]
    needs: Callable[[ExchangeRequirementRow], Ends]
    left_out: int = 0

    def cut(self, first: Collection[str | None], owner: Callable[[str], str | None]) -> Scope:
        """As many parties as can be read at once.

        Those of the ids in `first` come before others, and every owner has its share.
        """
        had: Counter[str | None] = Counter()
        turns = {}
        for each in self.parties:
            turns[each.id] = had[owner(each.id)]
            had[owner(each.id)] += 1
        ranked = sorted(self.parties, key=lambda each: (each.id not in first, turns[each.id]))
        kept = {each.id for each in ranked[:MOST_PARTIES]}
        shown = tuple(each for each in self.parties if each.id in kept)
        return replace(self, parties=shown, left_out=len(self.parties) - len(shown))


def participant_scope(held: HeldStandards, rows: Iterable[ParticipantRow]) -> Scope:
    """Nations and organisations, each with what all its units hold."""
    return Scope(
        "participant",
        tuple(Party(row.id, row.code, row.name) for row in rows),
        held.by_participant,
        lambda case: (case.provider_id, case.consumer_id),
        lambda need: (need.producer_id, need.consumer_id),
    )


def unit_scope(
    held: HeldStandards,
    owners: Sequence[str],
    among: Collection[str],
    only: Names | None,
    cases: Iterable[InteroperabilityLine],
) -> Scope:
    """Units that hold one of the standards or stand in a case, those of a nation together.

    `owners` are the ids of participants in their order; only units of those `among` them are
    taken, or all where none is named.
    """
    named = {end for case in cases for end in (case.provider_unit_id, case.consumer_unit_id)}
    shown = [
        unit
        for unit in held.units
        if (unit in named or _holds(held.by_unit.get(unit, ()), only))
        and (not among or held.units[unit].participant_id in among)
    ]
    place = {owner: number for number, owner in enumerate(owners)}
    shown.sort(key=lambda unit: place.get(held.units[unit].participant_id or "", len(place)))
    return Scope(
        "unit",
        tuple(Party(unit, held.unit_names[unit], held.units[unit].name) for unit in shown),
        held.by_unit,
        lambda case: (case.provider_unit_id, case.consumer_unit_id),
        lambda need: (need.producer_unit_id, need.consumer_unit_id),
    ).cut(named, lambda unit: held.units[unit].participant_id)


def system_scope(
    held: HeldStandards,
    systems: Iterable[SystemRow],
    among: Collection[str],
    only: Names | None,
    cases: Iterable[InteroperabilityLine],
) -> Scope:
    """Systems through which a unit holds one of the standards, or that stand in a case."""
    named = {end for case in cases for end in (case.provider_system_id, case.consumer_system_id)}
    shown = []
    owners: dict[str, str | None] = {}
    for each in systems:
        unit = held.units.get(each.unit_id or "")
        owners[each.id] = unit.participant_id if unit else None
        if among and (unit is None or unit.participant_id not in among):
            continue
        if each.id in named or _holds(held.by_system.get(each.id, ()), only):
            owner = held.unit_names[unit.id] if unit else ""
            name = f"{each.title}, {owner}" if owner else each.title
            shown.append(Party(each.id, each.code, name))
    return Scope(
        "system",
        tuple(shown),
        held.by_system,
        lambda case: (case.provider_system_id, case.consumer_system_id),
        lambda _: (None, None),
    ).cut(named, owners.__getitem__)


def _holds(holdings: Iterable[Holding], only: Names | None) -> bool:
    return any(not only or each.protocol.standard in only for each in holdings)
