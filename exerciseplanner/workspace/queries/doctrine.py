"""Questions about the doctrine pack in the exercise: terms with their uses, scales, policies."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import func, select

from exerciseplanner.domain.doctrine_kinds import TERM_KINDS
from exerciseplanner.domain.milestones import milestones
from exerciseplanner.storage.tables.doctrine import (
    marking_audience,
    marking_level,
    marking_policy,
    rating_scale,
    rating_value,
    term,
)
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.exercise import doctrine_terms, exercise, terms, transitions
from exerciseplanner.workspace.query import query
from exerciseplanner.workspace.term_uses import uses_in_words, uses_of

#: Everything that can name a term, beside the terms themselves.
_USERS = (
    "transition", "override", "exercise", "participant", "agreement", "caveat", "unit", "objective",
    "test_case", "threat", "inject", "lesson",
)  # fmt: skip


class TermLine(NamedTuple):
    """One term as it stands in the exercise, with what its kind states and what uses it."""

    id: str
    seq: int
    kind: str
    code: str
    name: str
    definition: str
    source: str
    tag: str
    edited: int
    stated: tuple[tuple[str, object], ...]
    uses: int
    used_by: str

    def attribute(self, name: str) -> object:
        """What the kind states beside code and name; None where it states nothing."""
        return dict(self.stated).get(name)


class MoveLine(NamedTuple):
    """An allowed move between two states and the role that makes it."""

    id: str
    from_code: str
    from_name: str
    to_code: str
    to_name: str
    role: str
    role_name: str


class KindLine(NamedTuple):
    """How many terms of a kind there are, to be verified, and edited in this exercise."""

    id: str
    group: str
    name: str
    terms: int
    to_verify: int
    edited: int


class ScaleLine(NamedTuple):
    """A rating scale and whether the exercise is rated on it."""

    id: str
    code: str
    name: str
    rollup: str
    source: str
    tag: str
    in_force: bool


class RatingValueLine(NamedTuple):
    """One value of a scale; `worth` is a fraction as text, empty where it has none."""

    id: str
    scale_id: str
    seq: int
    code: str
    name: str
    definition: str
    worth: str
    counts: int


class PolicyLine(NamedTuple):
    """A classification policy and whether the exercise is marked under it."""

    id: str
    code: str
    name: str
    release_phrase: str
    release_separator: str
    owner: str
    in_force: bool


class LevelLine(NamedTuple):
    """A level of a policy; a higher rank needs more protection."""

    id: str
    policy_id: str
    code: str
    name: str
    rank: int


class AudienceLine(NamedTuple):
    """An audience of a policy; `members` is a JSON list of ISO alpha-3 codes."""

    id: str
    policy_id: str
    seq: int
    code: str
    name: str
    members: str


class EventLine(NamedTuple):
    """A planning event on its day; `on` is a UTC moment, None where its anchor is not set."""

    id: str
    code: str
    name: str
    stage: str
    anchor: str
    offset: int
    on: str | None
    lead_time: str
    purpose: str
    verify: bool


@query("term", *_USERS)
def term_lines(desk: Desk, kind: str) -> tuple[TermLine, ...]:
    """The terms of one kind in their order, with what uses them."""
    uses = uses_of(desk, kind)
    return tuple(
        TermLine(
            row.id, row.seq, row.kind, row.code, row.name, row.definition, row.source, row.tag,
            row.edited, _stated(row.attributes),
            sum(use.number for use in uses.get(row.code, ())),
            uses_in_words(uses.get(row.code, ())),
        )
        for row in terms(desk, kind)
    )  # fmt: skip


@query("transition", "term")
def moves(desk: Desk, kind: str) -> tuple[MoveLine, ...]:
    """The moves allowed between the states of a kind, in the order of the states they leave."""
    names = {row.code: row.name for row in terms(desk, kind)}
    roles = {row.code: row.name for row in terms(desk, "role")}
    places = {code: place for place, code in enumerate(names)}
    found = [
        MoveLine(
            row.id, row.from_code, names.get(row.from_code, row.from_code), row.to_code,
            names.get(row.to_code, row.to_code), row.role, roles.get(row.role, row.role),
        )
        for row in transitions(desk, kind)
    ]  # fmt: skip
    last = len(places)
    return tuple(
        sorted(found, key=lambda m: (places.get(m.from_code, last), places.get(m.to_code, last)))
    )


@query("term")
def term_kinds(desk: Desk) -> tuple[KindLine, ...]:
    """The kinds of term that the exercise holds, with how many terms each has."""
    rows = desk.all(
        select(
            term.c.kind,
            func.count(),
            func.count().filter(term.c.tag == "R?"),
            func.count().filter(term.c.edited == 1),
        ).group_by(term.c.kind)
    )
    found = {str(row[0]): (int(row[1]), int(row[2]), int(row[3])) for row in rows}
    return tuple(
        KindLine(each.kind, each.group, each.plural, *found.get(each.kind, (0, 0, 0)))
        for each in TERM_KINDS
    )


@query("rating_scale", "exercise")
def rating_scales(desk: Desk) -> tuple[ScaleLine, ...]:
    """Every rating scale of the exercise."""
    in_force = exercise(desk).scale
    rows = desk.all(select(rating_scale).order_by(rating_scale.c.seq))
    return tuple(
        ScaleLine(row.id, row.code, row.name, row.rollup, row.source, row.tag, row.code == in_force)
        for row in rows
    )


@query("rating_value", "rating_scale")
def rating_values(desk: Desk) -> tuple[RatingValueLine, ...]:
    """The values of every scale, best first."""
    columns = [rating_value.c[name] for name in RatingValueLine._fields]
    rows = desk.all(select(*columns).order_by(rating_value.c.scale_id, rating_value.c.seq))
    return tuple(map(RatingValueLine._make, rows))


@query("marking_policy", "exercise")
def policies(desk: Desk) -> tuple[PolicyLine, ...]:
    """Every classification policy of the exercise."""
    in_force = exercise(desk).marking_policy
    rows = desk.all(select(marking_policy).order_by(marking_policy.c.seq))
    return tuple(
        PolicyLine(
            row.id, row.code, row.name, row.release_phrase, row.release_separator, row.owner,
            row.code == in_force,
        )
        for row in rows
    )  # fmt: skip


@query("marking_level")
def marking_levels(desk: Desk) -> tuple[LevelLine, ...]:
    """The levels of every policy, lowest first."""
    columns = [marking_level.c[name] for name in LevelLine._fields]
    rows = desk.all(select(*columns).order_by(marking_level.c.policy_id, marking_level.c.rank))
    return tuple(map(LevelLine._make, rows))


@query("marking_audience")
def marking_audiences(desk: Desk) -> tuple[AudienceLine, ...]:
    """The audiences of every policy, in the order in which release lines name them."""
    columns = [marking_audience.c[name] for name in AudienceLine._fields]
    rows = desk.all(select(*columns).order_by(marking_audience.c.policy_id, marking_audience.c.seq))
    return tuple(map(AudienceLine._make, rows))


@query("term", "exercise")
def planning_events(desk: Desk) -> tuple[EventLine, ...]:
    """The planning events on their days, in time order; those without a day come last."""
    about = exercise(desk)
    startex = datetime.fromisoformat(about.startex)
    endex = None if about.endex is None else startex + timedelta(minutes=about.endex)
    events = doctrine_terms(desk, "planning_event")
    days = {each.code: each.on.isoformat() for each in milestones(events, startex, endex)}
    ids = {row.code: row.id for row in terms(desk, "planning_event")}
    stages = {row.code: row.name for row in terms(desk, "stage")}
    lines = [
        EventLine(
            ids[each.code], each.code, each.name, stages.get(each.text("stage"), ""),
            each.text("anchor") or "STARTEX", each.number("default_offset_days") or 0,
            days.get(each.code), each.text("lead_time"), each.text("purpose"), each.is_to_verify,
        )
        for each in events
    ]  # fmt: skip
    return tuple(sorted(lines, key=lambda line: (line.on is None, line.on or "", line.code)))


def _stated(attributes: str) -> tuple[tuple[str, object], ...]:
    return tuple(
        (name, tuple(value) if isinstance(value, list) else value)
        for name, value in json.loads(attributes).items()
    )
