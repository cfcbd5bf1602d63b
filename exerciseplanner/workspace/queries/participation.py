"""Who takes part with how much: participants with their units, people, agreements and caveats."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from sqlalchemy import select

from exerciseplanner.domain.concurring import Tally, tally
from exerciseplanner.domain.strength import people
from exerciseplanner.domain.validity import Belonging, belonging
from exerciseplanner.storage.tables.agreements import agreement_party
from exerciseplanner.storage.tables.interoperability import test_case
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.agreements import agreements
from exerciseplanner.workspace.queries.consensus import concurrences
from exerciseplanner.workspace.queries.exercise import exercise
from exerciseplanner.workspace.queries.forces import units
from exerciseplanner.workspace.queries.legal import authorities, authority_positions
from exerciseplanner.workspace.queries.order_of_battle import (
    Related,
    echelon_marks,
    related_unit,
)
from exerciseplanner.workspace.queries.participants import (
    caveats,
    contributions,
    memberships,
    participants,
)
from exerciseplanner.workspace.query import query


class Membership(NamedTuple):
    """A participant's time in a framework, and whether it holds at STARTEX; ISO dates."""

    id: str
    framework: str
    since: str | None
    until: str | None
    suspended: str | None
    reading: Belonging


class ShareRow(NamedTuple):
    """One participant with what it brings.

    `planned` and `present` are people, counted once; `share` is its part of the people present,
    or None where nobody is. `frameworks` are codes of those it belongs to at STARTEX, and
    `memberships` all it ever stated. `concurring` counts the products it was asked about.
    """

    id: str
    seq: int
    code: str
    name: str
    kind: str
    role: str
    contact: str
    means_people: int | None
    means_money: int | None
    note: str
    frameworks: tuple[str, ...]
    units: int
    planned: int
    present: int
    share: float | None
    agreements: int
    caveats: int
    memberships: tuple[Membership, ...]
    concurring: Tally


class AgreementLine(NamedTuple):
    """One agreement with its parties: their ids, and their codes in a line."""

    id: str
    seq: int
    title: str
    kind: str
    parties: tuple[str, ...]
    party_codes: str
    scope: str
    level: str
    valid_from: str | None
    valid_until: str | None
    note: str


class ParticipantRelations(NamedTuple):
    """What a participant is tied to."""

    agreements: tuple[Related, ...]
    caveats: tuple[Related, ...]
    units: tuple[Related, ...]
    tests: tuple[Related, ...]
    memberships: tuple[Related, ...]
    authorities: tuple[Related, ...]
    contributions: tuple[Related, ...]
    concurrences: tuple[Related, ...]


@query(
    "participant", "membership", "exercise", "unit", "agreement", "agreement_party", "caveat",
    "concurrence",
)  # fmt: skip
def participant_shares(desk: Desk) -> tuple[ShareRow, ...]:
    """Every participant in the planner's order."""
    every = units(desk)
    counted = people(every)
    planned, present, held = Counter[str](), Counter[str](), Counter[str]()
    for unit in every:
        owner = unit.participant_id or ""
        held[owner] += 1
        planned[owner] += counted[unit.id].own_planned
        present[owner] += counted[unit.id].own_present
    whole = sum(present.values())
    bound = Counter(row.participant_id for row in caveats(desk))
    signed = Counter(str(r[0]) for r in desk.all(select(agreement_party.c.participant_id)))
    belongs = _memberships(desk)
    answers: dict[str, list[str]] = defaultdict(list)
    for each in concurrences(desk):
        answers[each.participant_id].append(each.position)
    return tuple(
        ShareRow(
            *row,
            held[row.id],
            planned[row.id],
            present[row.id],
            present[row.id] / whole if whole else None,
            signed[row.id],
            bound[row.id],
            tuple(belongs[row.id]),
            tally(answers[row.id]),
        )
        for row in participants(desk)
    )


@query("agreement", "agreement_party", "participant", "membership", "exercise")
def agreement_list(desk: Desk) -> tuple[AgreementLine, ...]:
    """Every agreement with its parties."""
    codes = {row.id: row.code for row in participants(desk)}
    statement = select(agreement_party.c.agreement_id, agreement_party.c.participant_id)
    parties: dict[str, list[str]] = {}
    for agreement_id, participant_id in desk.all(statement):
        parties.setdefault(agreement_id, []).append(participant_id)
    lines = []
    for row in agreements(desk):
        ids = sorted(parties.get(row.id, ()), key=lambda each: codes.get(each, ""))
        said = ", ".join(codes.get(each, "") for each in ids)
        lines.append(
            AgreementLine(
                row.id, row.seq, row.title, row.kind, tuple(ids), said, row.scope, row.level,
                row.valid_from, row.valid_until, row.note,
            )
        )  # fmt: skip
    return tuple(lines)


@query(
    "agreement",
    "agreement_party",
    "participant",
    "caveat",
    "unit",
    "test_case",
    "term",
    "membership",
    "exercise",
    "authority",
    "authority_position",
    "contribution",
    "concurrence",
)
def participant_relations(desk: Desk, participant_id: str) -> ParticipantRelations:
    """What stands around one participant."""
    marks = echelon_marks(desk)
    return ParticipantRelations(
        agreements=tuple(
            Related("agreement", row.id, "", row.title, row.kind)
            for row in agreement_list(desk)
            if participant_id in row.parties
        ),
        caveats=tuple(
            Related("caveat", row.id, "", row.title, row.effect)
            for row in caveats(desk)
            if row.participant_id == participant_id
        ),
        units=tuple(
            related_unit(row, marks) for row in units(desk) if row.participant_id == participant_id
        ),
        tests=_tests(desk, participant_id),
        memberships=tuple(
            Related("membership", row.id, "", row.framework, _spoken(row))
            for row in _memberships(desk)[participant_id]
        ),
        authorities=_authorities(desk, participant_id),
        contributions=tuple(
            Related("contribution", row.id, "", row.title, _of(row.offered, row.asked))
            for row in contributions(desk)
            if row.participant_id == participant_id
        ),
        concurrences=tuple(
            Related("concurrence", row.id, "", row.product, row.position)
            for row in concurrences(desk)
            if row.participant_id == participant_id
        ),
    )


def _memberships(desk: Desk) -> dict[str, list[Membership]]:
    """Every membership by participant, those in force at STARTEX first."""
    day = (exercise(desk).startex or "")[:10]
    found: dict[str, list[Membership]] = defaultdict(list)
    for row in memberships(desk):
        reading = belonging(day, row.since, row.until, row.suspended)
        each = Membership(row.id, row.framework, row.since, row.until, row.suspended, reading)
        found[row.participant_id].append(each)
    for held in found.values():
        held.sort(key=lambda each: each.reading != "member")
    return found


def _spoken(row: Membership) -> str:
    """From when to when, as a line of a list has room for it."""
    if row.reading == "ended":
        return f"ended {(row.until or '')[:10]}"
    if row.reading == "suspended":
        return f"suspended {(row.suspended or '')[:10]}"
    if row.reading == "not_yet":
        return f"from {(row.since or '')[:10]}"
    return f"since {row.since[:10]}" if row.since else "no date stated"


def _of(offered: int | None, asked: int | None) -> str:
    """What is offered of what is asked."""
    return " of ".join("–" if each is None else f"{each:,}" for each in (offered, asked))


def _authorities(desk: Desk, participant_id: str) -> tuple[Related, ...]:
    known = {row.id: row for row in authorities(desk)}
    return tuple(
        Related(
            "authority_position", row.id, known[row.authority_id].code,
            known[row.authority_id].title, row.position,
        )
        for row in authority_positions(desk)
        if row.participant_id == participant_id
    )  # fmt: skip


def _tests(desk: Desk, participant_id: str) -> tuple[Related, ...]:
    table = test_case
    sides = (table.c.provider_id == participant_id) | (table.c.consumer_id == participant_id)
    rows = desk.all(select(table).where(sides).order_by(table.c.seq, table.c.code))
    noun = "test_case"
    return tuple(Related(noun, row.id, row.code, row.title, row.result) for row in rows)
