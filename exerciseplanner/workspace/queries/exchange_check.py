"""Each information exchange requirement against path, right, inject and measured time."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import select

from exerciseplanner.domain.exchange_paths import Exchange, Holding
from exerciseplanner.domain.exchange_rights import Accord, Consumer, Right, right_to_see
from exerciseplanner.domain.marking import ClassificationPolicy, Marking
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables.agreements import agreement_party
from exerciseplanner.storage.tables.injects import inject
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.agreements import agreements
from exerciseplanner.workspace.queries.exchanges import (
    ExchangeRequirementRow,
    exchange_requirements,
)
from exerciseplanner.workspace.queries.exercise import (
    ExerciseRow,
    classification_policy,
    exercise,
)
from exerciseplanner.workspace.queries.held_standards import HeldStandards
from exerciseplanner.workspace.queries.participants import ParticipantRow, participants
from exerciseplanner.workspace.query import query


class RequirementLine(NamedTuple):
    """One requirement with its own fields, and what was found out about it.

    `expectation` and `path` say whether there is a way, `right` and `right_reason` whether the
    consumer may see it, `serial` in which inject it is exercised, and `timeliness` is met, late,
    unmeasured or empty where no time is required. `open` lists in words what is still wanting.
    """

    id: str
    seq: int
    code: str
    product: str
    producer_id: str | None
    producer_unit_id: str | None
    consumer_id: str | None
    consumer_unit_id: str | None
    network: str
    standard_id: str | None
    marking_level: str
    marking_releases: str
    required_minutes: int | None
    measured_minutes: int | None
    inject_id: str | None
    note: str
    producer: str
    consumer: str
    standard: str
    level: str
    expectation: str
    path: str
    right: str
    right_reason: str
    serial: str
    timeliness: str
    open: tuple[str, ...]


@query(
    "exchange_requirement", "unit_standard", "unit", "standard", "participant", "membership",
    "agreement", "agreement_party", "exercise", "inject", "marking_policy",
    "marking_level", "marking_audience",
)  # fmt: skip
def exchange_check(desk: Desk) -> tuple[RequirementLine, ...]:
    """Every information exchange requirement, in the planner's order."""
    ground = _Ground(desk)
    return tuple(ground.line(row) for row in exchange_requirements(desk))


class _Ground:
    """What requirements are held against."""

    def __init__(self, desk: Desk) -> None:
        self.held = HeldStandards(desk)
        self.parties = {row.id: row for row in participants(desk)}
        self.exercise = exercise(desk)
        self.accords = _accords(desk, self.exercise, self.parties)
        self.serials = {
            str(row.id): str(row.serial) for row in desk.all(select(inject.c.id, inject.c.serial))
        }
        self.policy: ClassificationPolicy | None = None
        try:
            self.policy = classification_policy(desk)
        except Refusal as refusal:
            self.no_policy = str(refusal)

    def line(self, row: ExchangeRequirementRow) -> RequirementLine:
        """One requirement with what was found out about it."""
        way, right = self._way(row), self._right(row)
        serial = self.serials.get(row.inject_id or "", "")
        timeliness = _timeliness(row)
        standard = self.held.standards.get(row.standard_id or "")
        return RequirementLine(
            *row,
            self._called(row.producer_id, row.producer_unit_id),
            self._called(row.consumer_id, row.consumer_unit_id),
            standard.code if standard else "",
            row.marking_level or self.exercise.marking_level,
            way.expectation, way.text, right.verdict, right.reason, serial, timeliness,
            _open(way, right, serial, timeliness, row),
        )  # fmt: skip

    def _way(self, row: ExchangeRequirementRow) -> Exchange:
        standard = self.held.standards.get(row.standard_id or "")
        return self.held.network.exchange(
            self._holdings(row.producer_id, row.producer_unit_id),
            self._holdings(row.consumer_id, row.consumer_unit_id),
            frozenset({standard.code} if standard else ()),
        )

    def _holdings(self, participant_id: str | None, unit_id: str | None) -> Sequence[Holding]:
        if unit_id:
            return self.held.by_unit.get(unit_id, ())
        return self.held.by_participant.get(participant_id or "", ())

    def _right(self, row: ExchangeRequirementRow) -> Right:
        consumer = self.parties.get(self._party(row.consumer_id, row.consumer_unit_id))
        if consumer is None:
            return Right("unknown", "No consumer is named.")
        if self.policy is None:
            return Right("unknown", self.no_policy)
        memberships = consumer.frameworks
        try:
            return right_to_see(
                self._marking(row), Consumer(consumer.code, memberships), self.accords, self.policy
            )
        except Refusal as refusal:
            return Right("unknown", str(refusal))

    def _marking(self, row: ExchangeRequirementRow) -> Marking:
        if not row.marking_level:
            return self.exercise.marking
        releases = frozenset(json.loads(row.marking_releases))
        return Marking(self.exercise.marking_policy, row.marking_level, releases)

    def _party(self, participant_id: str | None, unit_id: str | None) -> str:
        unit = self.held.units.get(unit_id or "")
        return participant_id or (unit.participant_id if unit else None) or ""

    def _called(self, participant_id: str | None, unit_id: str | None) -> str:
        party = self.parties.get(self._party(participant_id, unit_id))
        names = (party.code if party else "", self.held.unit_names.get(unit_id or "", ""))
        return " · ".join(name for name in names if name)


def _timeliness(row: ExchangeRequirementRow) -> str:
    if row.required_minutes is None:
        return ""
    if row.measured_minutes is None:
        return "unmeasured"
    return "met" if row.measured_minutes <= row.required_minutes else "late"


def _open(
    way: Exchange, right: Right, serial: str, timeliness: str, row: ExchangeRequirementRow
) -> tuple[str, ...]:
    said = []
    if not way.legs:
        said.append(way.missing)
    if right.verdict != "yes":
        said.append(right.reason)
    if not serial:
        said.append("No inject exercises it.")
    if timeliness == "late":
        said.append(f"Took {row.measured_minutes} min, {row.required_minutes} are allowed.")
    if timeliness == "unmeasured":
        said.append("No time was measured.")
    return tuple(said)


def _accords(
    desk: Desk, row: ExerciseRow, parties: Mapping[str, ParticipantRow]
) -> tuple[Accord, ...]:
    first, last = _period(row)
    members: dict[str, set[str]] = {}
    for link in desk.all(select(agreement_party)):
        if link.participant_id in parties:
            members.setdefault(link.agreement_id, set()).add(parties[link.participant_id].code)
    accords = (
        Accord(
            each.title,
            frozenset(members.get(each.id, ())),
            each.level,
            _day(each.valid_from),
            _day(each.valid_until),
        )
        for each in agreements(desk)
    )
    return tuple(each for each in accords if each.is_in_force(first, last))


def _period(row: ExerciseRow) -> tuple[date, date]:
    if not row.startex:
        return date.min, date.min
    begin = datetime.fromisoformat(row.startex)
    return begin.date(), (begin + timedelta(minutes=row.endex or 0)).date()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
