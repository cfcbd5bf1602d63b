"""What participants want of the exercise, whom the plan serves, and who concurs with what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from exerciseplanner.domain.concurring import Tally, tally
from exerciseplanner.domain.priorities import Effort, Service, Spread, services, spreads
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.consensus import (
    ConcurrenceRow,
    concurrences,
    priorities,
)
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.objectives import ObjectiveRow, objectives
from exerciseplanner.workspace.queries.served_hours import objective_efforts
from exerciseplanner.workspace.query import query


class Member(NamedTuple):
    """A participant as the head of a row or a column."""

    id: str
    code: str
    name: str
    role: str


class WeighedObjective(NamedTuple):
    """One objective with the spread of its weights and what the plan gives it.

    `depth` counts the objectives above it; `spread` is None where nobody weighs it.
    """

    id: str
    code: str
    title: str
    kind: str
    depth: int
    spread: Spread | None
    effort: Effort


class PriorityView(NamedTuple):
    """Objectives against participants: `weights` by objective and participant.

    `served` says by participant how far the plan serves it; who weighs nothing is not in it.
    """

    participants: tuple[Member, ...]
    objectives: tuple[WeighedObjective, ...]
    weights: Mapping[tuple[str, str], int]
    served: Mapping[str, Service]


class ProductLine(NamedTuple):
    """One product with the count of who concurs; `name` is its code where doctrine has no word."""

    id: str
    name: str
    tally: Tally


class ConcurrenceView(NamedTuple):
    """Products against participants: `rows` by product and participant, where one was asked."""

    participants: tuple[Member, ...]
    products: tuple[ProductLine, ...]
    rows: Mapping[tuple[str, str], ConcurrenceRow]


@query("participant")
def members(desk: Desk) -> tuple[Member, ...]:
    """Every participant in the planner's order, as heads of rows or columns."""
    rows = desk.plain("SELECT id, code, name, role FROM participant ORDER BY seq, name")
    return tuple(map(Member._make, rows))


@query("participant", "objective", "priority", "inject", "inject_objective", "term")
def priority_view(desk: Desk) -> PriorityView:
    """Who weighs which objective how, how far they agree, and whom the plan serves."""
    weights = {(row.participant_id, row.objective_id): row.weight for row in priorities(desk)}
    given = objective_efforts(desk)
    lying = spreads(weights)
    return PriorityView(
        participants=members(desk),
        objectives=tuple(
            WeighedObjective(
                row.id, row.code, row.title, row.kind, depth,
                lying.get(row.id), given.get(row.id, Effort()),
            )
            for row, depth in _in_order(objectives(desk))
        ),
        weights={(objective, party): weight for (party, objective), weight in weights.items()},
        served=services(weights, given),
    )  # fmt: skip


@query("participant", "concurrence", "term")
def concurrence_view(desk: Desk) -> ConcurrenceView:
    """Where every participant stands on every product of the doctrine in force."""
    rows = {(row.product, row.participant_id): row for row in concurrences(desk)}
    names = {each.code: each.name for each in doctrine_terms(desk, "document")}
    names |= {product: product for product, _ in rows if product not in names}
    positions: dict[str, list[str]] = defaultdict(list)
    for (product, _), row in rows.items():
        positions[product].append(row.position)
    return ConcurrenceView(
        participants=members(desk),
        products=tuple(
            ProductLine(code, name, tally(positions[code])) for code, name in names.items()
        ),
        rows=rows,
    )


def _in_order(every: Iterable[ObjectiveRow]) -> Iterable[tuple[ObjectiveRow, int]]:
    """Every objective after the one above it, with how many stand above it."""
    rows = {row.id: row for row in every}
    below: dict[str | None, list[ObjectiveRow]] = defaultdict(list)
    for row in rows.values():
        below[row.parent_id if row.parent_id in rows else None].append(row)
    waiting = [(row, 0) for row in reversed(below[None])]
    while waiting:
        row, depth = waiting.pop()
        yield row, depth
        waiting += [(each, depth + 1) for each in reversed(below[row.id])]
