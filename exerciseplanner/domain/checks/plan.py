"""The whole plan as the checks see it: its rows, and the indices that several checks share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeVar, cast

from exerciseplanner.domain.checks import exchange_rows, means_rows, partner_rows, rows
from exerciseplanner.domain.doctrine import RatingScale
from exerciseplanner.domain.interoperability import ResultScale
from exerciseplanner.domain.marking import ClassificationPolicy, Marking
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.terms import Term
from exerciseplanner.domain.time import format_offset
from exerciseplanner.domain.validity import Days, days_of

Links = Mapping[str, tuple[str, ...]]

FINISHED = "finished"
PLAYED = frozenset({"delivered", FINISHED})
HELD = "held"
DROPPED = "dropped"

BODIES = {"nato_body": "NATO", "eu": "EU"}
"""Kinds of participant that are bodies of an organisation, by whose papers they are."""

OPPONENT = "OPFOR"
"""The role of units that play the opponent, on whichever side they stand."""


class Identified(Protocol):
    """A row with an id."""

    @property
    def id(self) -> str:
        """Its primary key."""
        ...


RowT = TypeVar("RowT", bound=Identified)
T = TypeVar("T")


def by_id(listed: Iterable[RowT]) -> dict[str, RowT]:
    """Rows by their ids."""
    return {row.id: row for row in listed}


@dataclass(frozen=True)
class Plan:
    """Everything that the checks look at; links map a row's id to the ids it is linked to.

    `today` is the day of the check as ISO text; empty, nothing is overdue yet.
    """

    exercise: rows.ExerciseFacts
    policy: ClassificationPolicy | None = None
    scale: RatingScale | None = None
    results: ResultScale | None = None
    terms: Mapping[str, Mapping[str, Term]] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    participants: tuple[rows.Party, ...] = ()
    agreements: tuple[rows.Accord, ...] = ()
    caveats: tuple[rows.Caveat, ...] = ()
    sides: tuple[rows.Side, ...] = ()
    units: tuple[rows.Unit, ...] = ()
    objectives: tuple[rows.Objective, ...] = ()
    criteria: tuple[rows.Criterion, ...] = ()
    threats: tuple[rows.Threat, ...] = ()
    strands: tuple[rows.Strand, ...] = ()
    injects: tuple[rows.Inject, ...] = ()
    dependencies: tuple[rows.Dependency, ...] = ()
    standards: tuple[exchange_rows.Standard, ...] = ()
    aims: tuple[exchange_rows.Aim, ...] = ()
    trials: tuple[exchange_rows.Trial, ...] = ()
    exchanges: tuple[exchange_rows.Exchange, ...] = ()
    relations: tuple[means_rows.Relation, ...] = ()
    equipment: tuple[means_rows.Equipment, ...] = ()
    systems: tuple[means_rows.System, ...] = ()
    capabilities: tuple[means_rows.Capability, ...] = ()
    held: tuple[means_rows.Held, ...] = ()
    standards_held: tuple[means_rows.StandardHeld, ...] = ()
    memberships: tuple[partner_rows.Membership, ...] = ()
    contributions: tuple[partner_rows.Contribution, ...] = ()
    authorities: tuple[partner_rows.Authority, ...] = ()
    positions: tuple[partner_rows.Position, ...] = ()
    priorities: tuple[partner_rows.Priority, ...] = ()
    concurrences: tuple[partner_rows.Concurrence, ...] = ()
    evaluators: tuple[rows.Evaluator, ...] = ()
    ratings: tuple[rows.Given, ...] = ()
    outdated: tuple[rows.OutdatedOverride, ...] = ()
    unverified: tuple[rows.UnverifiedTerm, ...] = ()
    inject_units: Links = field(default_factory=dict)
    inject_objectives: Links = field(default_factory=dict)
    inject_threats: Links = field(default_factory=dict)
    inject_trials: Links = field(default_factory=dict)
    inject_authorities: Links = field(default_factory=dict)
    audiences: Links = field(default_factory=dict)
    today: str = ""

    @cached_property
    def _computed(self) -> dict[str, object]:
        return {}

    def once(self, name: str, compute: Callable[[Plan], T]) -> T:
        """What `compute` says of this plan, asked once and kept under a name."""
        if name not in self._computed:
            self._computed[name] = compute(self)
        return cast("T", self._computed[name])

    @cached_property
    def party(self) -> dict[str, rows.Party]:
        """Participants by id."""
        return by_id(self.participants)

    @cached_property
    def unit(self) -> dict[str, rows.Unit]:
        """Units by id."""
        return by_id(self.units)

    @cached_property
    def objective(self) -> dict[str, rows.Objective]:
        """Objectives by id."""
        return by_id(self.objectives)

    @cached_property
    def threat(self) -> dict[str, rows.Threat]:
        """Threats by id."""
        return by_id(self.threats)

    @cached_property
    def inject(self) -> dict[str, rows.Inject]:
        """Injects by id."""
        return by_id(self.injects)

    @cached_property
    def strand(self) -> dict[str, rows.Strand]:
        """Strands by id."""
        return by_id(self.strands)

    @cached_property
    def standard(self) -> dict[str, exchange_rows.Standard]:
        """Standards by id."""
        return by_id(self.standards)

    @cached_property
    def side(self) -> dict[str, rows.Side]:
        """Sides by id."""
        return by_id(self.sides)

    @cached_property
    def system(self) -> dict[str, means_rows.System]:
        """Systems by id."""
        return by_id(self.systems)

    @cached_property
    def authority(self) -> dict[str, partner_rows.Authority]:
        """Authorities by id."""
        return by_id(self.authorities)

    @cached_property
    def _standings(self) -> dict[str, str]:
        states = self.terms.get("inject_state", {})
        return {code: term.text("standing") for code, term in states.items()}

    def standing(self, inject: rows.Inject) -> str:
        """Where the state of an inject stands: preparing, approved, held, delivered and so on."""
        return self._standings.get(inject.state) or "preparing"

    @cached_property
    def live(self) -> tuple[rows.Inject, ...]:
        """Injects that were not dropped."""
        return tuple(each for each in self.injects if self.standing(each) != DROPPED)

    @cached_property
    def coming(self) -> tuple[rows.Inject, ...]:
        """Injects that may still be played."""
        return tuple(each for each in self.live if self.standing(each) not in PLAYED)

    @cached_property
    def coming_ids(self) -> frozenset[str]:
        """The ids of the injects that may still be played."""
        return frozenset(each.id for each in self.coming)

    def is_contingency(self, inject: rows.Inject) -> bool:
        """Whether an inject is used only if the training audience does not react."""
        term = self.terms.get("inject_kind", {}).get(inject.kind)
        return term is not None and term.flag("contingency")

    def is_delivered(self, inject: rows.Inject) -> bool:
        """Whether an inject of this kind reaches anybody; an expected action does not."""
        term = self.terms.get("inject_kind", {}).get(inject.kind)
        return term is None or term.flag("delivered")

    @cached_property
    def serving(self) -> dict[str, list[rows.Inject]]:
        """The live injects that serve each objective."""
        found: dict[str, list[rows.Inject]] = defaultdict(list)
        for each in self.live:
            for objective in self.inject_objectives.get(each.id, ()):
                found[objective].append(each)
        return found

    @cached_property
    def addressing(self) -> dict[str, list[rows.Inject]]:
        """The coming injects that address each unit, in the order of the plan."""
        found: dict[str, list[rows.Inject]] = defaultdict(list)
        for each in self.coming:
            for unit in self.inject_units.get(each.id, ()):
                found[unit].append(each)
        return found

    def lineage(self, unit_id: str) -> list[rows.Unit]:
        """A unit and the units above it, lowest first."""
        found: dict[str, rows.Unit] = {}
        step: str | None = unit_id
        while step in self.unit and step not in found:
            found[step] = self.unit[step]
            step = self.unit[step].parent_id
        return list(found.values())

    @cached_property
    def _sides(self) -> dict[str, rows.Side | None]:
        return {each.id: self._stated_side(each.id) for each in self.units}

    def _stated_side(self, unit_id: str) -> rows.Side | None:
        for each in self.lineage(unit_id):
            if each.side_id in self.side:
                return self.side[each.side_id]
        return None

    def side_of(self, unit_id: str) -> rows.Side | None:
        """The side on which a unit stands: its own or that of the nearest unit above."""
        return self._sides.get(unit_id)

    def plays_opponent(self, unit_id: str) -> bool:
        """Whether its people act as somebody else, so that no rule of their nation binds them."""
        side, unit = self.side_of(unit_id), self.unit.get(unit_id)
        if unit is not None and unit.role == OPPONENT:
            return True
        return side is not None and side.identity == "hostile"

    @cached_property
    def days(self) -> Days | None:
        """The first and the last day of the exercise; None before STARTEX is fixed."""
        return days_of(self.exercise.startex, self.exercise.endex)

    @cached_property
    def position(self) -> dict[tuple[str, str], partner_rows.Position]:
        """Where participants stand, by the ids of authority and participant."""
        return {(each.authority_id, each.participant_id): each for each in self.positions}

    def parties_addressed(self, inject: rows.Inject) -> dict[str, list[rows.Unit]]:
        """The units that an inject addresses, by the participant that provides them."""
        found: dict[str, list[rows.Unit]] = defaultdict(list)
        for unit_id in self.inject_units.get(inject.id, ()):
            unit = self.unit[unit_id]
            if unit.participant_id in self.party:
                found[unit.participant_id].append(unit)
        return found

    def is_allied(self, party: rows.Party) -> bool:
        """Whether a participant belongs to the owner of the exercise's papers."""
        owners = self.policy.owners if self.policy else frozenset({"NATO"})
        own_body = BODIES.get(party.kind) in owners
        return own_body or party.code in owners or bool(owners & set(party.frameworks))

    def name(self, kind: str, code: str) -> str:
        """The name of a term, or its code where the exercise has no such term."""
        term = self.terms.get(kind, {}).get(code)
        return term.name if term else code

    def at(self, minutes: int) -> str:
        """A planned time in words; in Zulu while the exercise has no zone that could be used."""
        startex, zone = self.exercise.startex, self.exercise.zone
        try:
            return format_offset(minutes, startex, zone)
        except Refusal:
            return format_offset(minutes, startex, "Z")

    def marking_of(self, inject: rows.Inject) -> Marking:
        """The marking of an inject; one without a level of its own has the exercise's."""
        if not inject.marking_level:
            return self.exercise.marking
        releases = frozenset(rows.listed_codes(inject.marking_releases))
        return Marking(self.exercise.marking.policy, inject.marking_level, releases)

    def rank(self, level: str) -> int | None:
        """How high a level stands in the policy in force; None where it has no such level."""
        levels = self.policy.levels if self.policy else ()
        return next((each.rank for each in levels if each.code == level), None)
