"""The rows of a plan as the checks read them: only the columns that a check asks for."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from typing import NamedTuple

from exerciseplanner.domain.marking import Marking


@cache
def listed_codes(text: str) -> tuple[str, ...]:
    """The codes in a JSON array as a column keeps it."""
    return tuple(str(each) for each in json.loads(text or "[]"))


def called(code: str, title: str) -> str:
    """How a sentence names a thing: its code and its title in quotation marks."""
    if code and title and code != title:
        return f"{code} “{title}”"
    return code or f"“{title}”"


class ExerciseFacts(NamedTuple):
    """The exercise; `endex` and `activation` count minutes from STARTEX.

    `final` says that the assessment is.
    """

    id: str
    name: str
    startex: datetime | None
    endex: int | None
    zone: str
    ose: str
    oce: str
    ode: str
    marking: Marking
    final: bool
    activation: int | None = None


class Party(NamedTuple):
    """One participant; `frameworks` are the codes of those it belongs to at STARTEX.

    Means are people in its armed forces and million EUR of yearly spending.
    """

    id: str
    code: str
    name: str
    kind: str
    role: str
    frameworks: tuple[str, ...]
    means_people: int | None = None
    means_money: int | None = None


class Accord(NamedTuple):
    """One agreement; dates are ISO text, `parties` the ids of participants."""

    id: str
    title: str
    kind: str
    level: str
    valid_from: str | None
    valid_until: str | None
    parties: tuple[str, ...]


class Caveat(NamedTuple):
    """One caveat of a participant."""

    id: str
    participant_id: str
    unit_id: str | None
    title: str
    activity: str
    threat_family: str
    domain: str
    area: str
    phase: str
    effect: str


class Side(NamedTuple):
    """One side of the play."""

    id: str
    name: str
    identity: str


class Unit(NamedTuple):
    """One unit of the order of battle; `required_by` to `departure` are minutes from STARTEX."""

    id: str
    parent_id: str | None
    side_id: str | None
    participant_id: str | None
    name: str
    short_name: str
    domain: str
    role: str
    strength_planned: int | None
    strength_present: int | None
    notice_days: int | None
    location_name: str
    latitude: float | None
    readiness: str = ""
    movement_hours: int | None = None
    required_by: int | None = None
    arrival: int | None = None
    departure: int | None = None

    @property
    def called(self) -> str:
        """How a sentence names it."""
        return self.short_name or self.name


class Objective(NamedTuple):
    """One exercise or training objective; `technologies` is a JSON array of codes."""

    id: str
    kind: str
    parent_id: str | None
    code: str
    title: str
    capability_area: str = ""
    technologies: str = "[]"
    task: str = ""

    @property
    def called(self) -> str:
        """How a sentence names it."""
        return called(self.code, self.title)


class Criterion(NamedTuple):
    """One criterion of an objective."""

    id: str
    objective_id: str
    code: str
    title: str

    @property
    def called(self) -> str:
        """How a sentence names it."""
        return called(self.code, self.title)


class Threat(NamedTuple):
    """One threat."""

    id: str
    code: str
    title: str
    family: str
    actor: str
    technology: str = ""

    @property
    def called(self) -> str:
        """How a sentence names it."""
        return called(self.code, self.title)


class Strand(NamedTuple):
    """One storyline, event or incident."""

    id: str
    kind: str
    parent_id: str | None
    serial: str
    title: str
    objective_id: str | None


class Inject(NamedTuple):
    """One inject; `start` counts minutes from STARTEX, `marking_releases` is a JSON array.

    `duration` is minutes.
    """

    id: str
    strand_id: str | None
    serial: str
    title: str
    kind: str
    state: str
    start: int | None
    addressees: str
    message: str
    background: str
    expected_action: str
    simulation_action: str
    location_name: str
    latitude: float | None
    contingency_for_id: str | None
    marking_level: str
    marking_releases: str
    released_at: str | None
    duration: int | None = None

    @property
    def called(self) -> str:
        """How a sentence names it."""
        return called(self.serial, self.title)


class Dependency(NamedTuple):
    """One inject that follows another after a delay in minutes."""

    id: str
    inject_id: str
    after_id: str
    delay: int


class Evaluator(NamedTuple):
    """One evaluator."""

    id: str
    code: str
    title: str
    participant_id: str | None
    independent: int

    @property
    def called(self) -> str:
        """How a sentence names it."""
        return called(self.code, self.title)


class Given(NamedTuple):
    """One rating of a criterion or of an inject."""

    evaluator_id: str
    criterion_id: str | None
    inject_id: str | None
    value: str
    rated_at: str | None
    resolves: int


class OutdatedOverride(NamedTuple):
    """An override whose computed grade has changed since it was decided."""

    noun: str
    id: str
    title: str
    computed_then: str
    computed_now: str
    decided: str


class UnverifiedTerm(NamedTuple):
    """A doctrine term tagged as to be verified, with where it is used."""

    id: str
    kind: str
    name: str
    uses: str
