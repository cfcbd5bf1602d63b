"""Agreements and authorities against participants: what covers whom, and who lacks what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from exerciseplanner.domain.legal import POSITIONS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.validity import Days, Standing, coverage, days_of, standing
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.consensus_view import Member, members
from exerciseplanner.workspace.queries.exercise import (
    classification_policy,
    doctrine_terms,
    exercise,
)
from exerciseplanner.workspace.queries.legal import (
    AuthorityPositionRow,
    AuthorityRow,
    authorities,
    authority_positions,
)
from exerciseplanner.workspace.queries.order_of_battle import Related
from exerciseplanner.workspace.queries.participants import participants
from exerciseplanner.workspace.queries.participation import AgreementLine, agreement_list
from exerciseplanner.workspace.queries.served_hours import live_minutes
from exerciseplanner.workspace.query import query

SECURITY = "SECURITY"
"""The kind of agreement that protects exchanged information; members need none of their own."""

ALWAYS_SHOWN = ("SOFA", SECURITY, "MOU", "TA", "INFO")
"""Kinds of agreement that the matrix has a column for even where there is none of them."""


class KindHead(NamedTuple):
    """A kind of agreement as the head of a column."""

    id: str
    name: str


class AgreementCell(NamedTuple):
    """How the best agreement of a kind stands to the exercise, and all of them, best first."""

    standing: Standing
    agreements: tuple[AgreementLine, ...]


class AgreementView(NamedTuple):
    """Participants against kinds of agreement; a pair that is not in `cells` has none.

    `members` are the ids of those that belong to the owner of the exercise's papers at STARTEX.
    """

    participants: tuple[Member, ...]
    kinds: tuple[KindHead, ...]
    cells: Mapping[tuple[str, str], AgreementCell]
    days: Days | None
    members: frozenset[str]


class AuthorityLine(NamedTuple):
    """One authority with how its validity stands to the exercise, and what hangs on it.

    `injects` counts the live ones that need it; `open` the participants whose units these address
    and that lack it, must still consent, refused, or have stated nothing. `positions` counts
    participants by position.
    """

    id: str
    seq: int
    code: str
    title: str
    kind: str
    basis: str
    activity: str
    domain: str
    threat_family: str
    condition: str
    review: str
    valid_from: str | None
    valid_until: str | None
    source: str
    note: str
    standing: Standing
    injects: int
    open: int
    positions: Mapping[str, int]


class PositionView(NamedTuple):
    """Authorities against participants: `rows` by authority and participant where one is stated.

    `needed` holds the pairs in which an inject that needs the authority addresses its units.
    """

    participants: tuple[Member, ...]
    authorities: tuple[AuthorityRow, ...]
    rows: Mapping[tuple[str, str], AuthorityPositionRow]
    needed: frozenset[tuple[str, str]]


SETTLED = frozenset({"held", "consent_given"})
"""Positions with which a participant may act."""

_NEEDS = ("inject", "inject_authority", "inject_unit", "unit", "term")


@query(
    "participant", "membership", "exercise", "agreement", "agreement_party", "term",
    "marking_policy", "marking_level", "marking_audience",
)  # fmt: skip
def agreement_view(desk: Desk) -> AgreementView:
    """Which kind of agreement covers which participant, and whether it holds until ENDEX."""
    lines = agreement_list(desk)
    days = exercise_days(desk)
    used = {row.kind for row in lines}
    names = {each.code: each.name for each in doctrine_terms(desk, "agreement_kind")}
    names |= {kind: kind for kind in used if kind not in names}
    shown = [kind for kind in ALWAYS_SHOWN if kind in names]
    shown += [kind for kind in names if kind in used and kind not in shown]
    return AgreementView(
        participants=members(desk),
        kinds=tuple(KindHead(kind, names[kind] or "No kind stated") for kind in shown),
        cells={
            place: AgreementCell(best, held)
            for place, (best, held) in coverage(lines, days).items()
        },
        days=days,
        members=_members_of_owner(desk),
    )


def _members_of_owner(desk: Desk) -> frozenset[str]:
    try:
        owners = classification_policy(desk).owners
    except Refusal:
        return frozenset()
    return frozenset(
        row.id for row in participants(desk) if row.code in owners or owners & {*row.frameworks}
    )


@query("exercise")
def exercise_days(desk: Desk) -> Days | None:
    """The first and the last day of the exercise; None before STARTEX is fixed."""
    row = exercise(desk)
    return days_of(row.startex, row.endex)


@query("authority", "authority_position", "exercise", "participant", *_NEEDS)
def authority_list(desk: Desk) -> tuple[AuthorityLine, ...]:
    """Every authority in the planner's order."""
    view = position_view(desk)
    days = exercise_days(desk)
    injects = Counter(authority for _, authority in _needing(desk))
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for (authority, _), row in view.rows.items():
        counted[authority][row.position] += 1
    unsettled = Counter(
        place[0]
        for place in view.needed
        if place not in view.rows or view.rows[place].position not in SETTLED
    )
    return tuple(
        AuthorityLine(
            *row,
            standing(row.valid_from, row.valid_until, days),
            injects[row.id],
            unsettled[row.id],
            {code: counted[row.id][code] for code, _ in POSITIONS if counted[row.id][code]},
        )
        for row in view.authorities
    )


@query("authority", "authority_position", "participant", *_NEEDS)
def position_view(desk: Desk) -> PositionView:
    """Where every participant stands on every authority."""
    units: dict[str, set[str]] = defaultdict(set)
    rows = desk.plain(
        "SELECT inject_unit.inject_id, unit.participant_id FROM inject_unit "
        "JOIN unit ON unit.id = inject_unit.unit_id WHERE unit.participant_id IS NOT NULL"
    )
    for inject, participant in rows:
        units[inject].add(participant)
    return PositionView(
        participants=members(desk),
        authorities=authorities(desk),
        rows={(row.authority_id, row.participant_id): row for row in authority_positions(desk)},
        needed=frozenset(
            (authority, party) for inject, authority in _needing(desk) for party in units[inject]
        ),
    )


@query("inject", "inject_authority", "term")
def authority_injects(desk: Desk, authority_id: str) -> tuple[Related, ...]:
    """The live injects that need an authority, by planned time."""
    live = live_minutes(desk)
    rows = desk.plain(
        "SELECT inject.id, inject.serial, inject.title, inject.state FROM inject "
        "JOIN inject_authority ON inject_authority.inject_id = inject.id "
        "WHERE inject_authority.authority_id = ? "
        "ORDER BY inject.start IS NULL, inject.start, inject.serial",
        (authority_id,),
    )
    return tuple(Related("inject", *row) for row in rows if row[0] in live)


def _needing(desk: Desk) -> list[tuple[str, str]]:
    """Every live inject with each authority that it needs."""
    live = live_minutes(desk)
    rows = desk.plain("SELECT inject_id, authority_id FROM inject_authority")
    return [(inject, authority) for inject, authority in rows if inject in live]
