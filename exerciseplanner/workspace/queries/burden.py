"""Who bears what: resources by participant, and what the plan itself asks of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from exerciseplanner.domain.burden import Bearing, Means, burden
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.participants import contributions
from exerciseplanner.workspace.queries.participation import participant_shares
from exerciseplanner.workspace.queries.served_hours import live_minutes
from exerciseplanner.workspace.query import query


class BurdenLine(NamedTuple):
    """One participant: `bearings` by resource (people, days, assets, money), then the plan's part.

    `brings` names what it contributes. `units`, `present` and `planned` are what it has in the
    order of battle, `injects` the live ones that address its units, and `minutes` how long these
    last together.
    """

    id: str
    seq: int
    code: str
    name: str
    kind: str
    role: str
    means_people: int | None
    means_money: int | None
    bearings: Mapping[str, Bearing]
    units: int
    planned: int
    present: int
    injects: int
    minutes: int
    brings: str

    @property
    def hours(self) -> float:
        """How many hours the injects that address its units last."""
        return self.minutes / 60

    @property
    def short(self) -> tuple[str, ...]:
        """The resources of which more is asked than offered."""
        return tuple(each for each, bearing in self.bearings.items() if bearing.is_short)


@query(
    "participant", "membership", "exercise", "unit", "agreement", "agreement_party", "caveat",
    "contribution", "concurrence", "inject", "inject_unit", "term",
)  # fmt: skip
def burden_list(desk: Desk) -> tuple[BurdenLine, ...]:
    """Every participant in the planner's order."""
    rows = participant_shares(desk)
    means = {row.id: Means(row.means_people, row.means_money) for row in rows}
    offers = contributions(desk)
    borne: dict[str, dict[str, Bearing]] = defaultdict(dict)
    for (participant, resource), bearing in burden(offers, means).items():
        borne[participant][resource] = bearing
    brought: dict[str, list[str]] = defaultdict(list)
    for each in offers:
        brought[each.participant_id].append(each.title)
    minutes = live_minutes(desk)
    addressed = _addressed(desk)
    lines = []
    for row in rows:
        injects = [each for each in addressed[row.id] if each in minutes]
        lines.append(
            BurdenLine(
                row.id, row.seq, row.code, row.name, row.kind, row.role, row.means_people,
                row.means_money, borne[row.id], row.units, row.planned, row.present,
                len(injects), sum(minutes[each] for each in injects),
                ", ".join(brought[row.id]),
            )
        )  # fmt: skip
    return tuple(lines)


def _addressed(desk: Desk) -> dict[str, set[str]]:
    """The ids of the injects that address units of each participant."""
    found: dict[str, set[str]] = defaultdict(set)
    rows = desk.plain(
        "SELECT unit.participant_id, inject_unit.inject_id FROM inject_unit "
        "JOIN unit ON unit.id = inject_unit.unit_id WHERE unit.participant_id IS NOT NULL"
    )
    for participant, inject in rows:
        found[participant].add(inject)
    return found
