"""Questions about the exercise itself and the doctrine pack in it."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import NamedTuple

from sqlalchemy import select

from exerciseplanner.domain.doctrine import RatingScale, RatingValue
from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.marking import Audience, ClassificationPolicy, Level, Marking
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.terms import Term
from exerciseplanner.storage.tables.doctrine import (
    marking_audience,
    marking_level,
    marking_policy,
    rating_scale,
    rating_value,
    term,
    transition,
)
from exerciseplanner.storage.tables.exercise import exercise as exercise_table
from exerciseplanner.workspace import checking
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.query import query


class ExerciseRow(NamedTuple):
    """The exercise; `startex` is a UTC moment, `endex` and `activation` minutes from it."""

    id: str
    name: str
    aim: str
    kind: str
    level: str
    character: str
    scenario: str
    area: str
    reference: str
    notice: str
    startex: str
    endex: int | None
    zone: str
    doctrine: str
    doctrine_title: str
    ose: str
    oce: str
    ode: str
    marking_policy: str
    marking_level: str
    marking_releases: str
    scale: str
    rollup_rule: str
    paper: str
    assessment_final: int
    assessor: str
    activation: int | None

    @property
    def marking(self) -> Marking:
        """The marking that a row without one of its own has."""
        releases = frozenset(json.loads(self.marking_releases))
        return Marking(self.marking_policy, self.marking_level, releases)


class TermRow(NamedTuple):
    """One term of the doctrine pack; `attributes` is a JSON object."""

    id: str
    seq: int
    kind: str
    code: str
    name: str
    definition: str
    attributes: str
    source: str
    tag: str
    edited: int


class TransitionRow(NamedTuple):
    """One move between states that the doctrine pack allows."""

    id: str
    kind: str
    from_code: str
    to_code: str
    role: str


@query("exercise")
def exercise(desk: Desk) -> ExerciseRow:
    """The exercise."""
    return listed(desk, exercise_table, ExerciseRow, "id")[0]


@query("term")
def terms(desk: Desk, kind: str) -> tuple[TermRow, ...]:
    """The terms of one kind in the pack's order."""
    rows = desk.all(
        select(*[term.c[name] for name in TermRow._fields])
        .where(term.c.kind == kind)
        .order_by(term.c.seq, term.c.code)
    )
    return tuple(map(TermRow._make, rows))


@query("term")
def doctrine_terms(desk: Desk, kind: str) -> tuple[Term, ...]:
    """The terms of one kind as the rules of the domain take them."""
    return tuple(
        Term(
            row.kind,
            row.code,
            row.name,
            row.definition,
            row.seq,
            {
                name: tuple(value) if isinstance(value, list) else value
                for name, value in json.loads(row.attributes).items()
            },
            row.source,
            row.tag,
        )
        for row in terms(desk, kind)
    )


@query("transition")
def transitions(desk: Desk, kind: str) -> tuple[TransitionRow, ...]:
    """The moves allowed between the states of one kind, such as `inject_state`."""
    rows = listed(desk, transition, TransitionRow, "seq")
    return tuple(row for row in rows if row.kind == kind)


@query("term", "marking_level", "marking_audience", "rating_scale")
def field_choices(desk: Desk, field: Field) -> dict[str, str]:
    """The codes that a choice, pick or codes field takes, with their names, in order."""
    return checking.choices(desk, field)


@query("rating_scale", "rating_value", "exercise")
def rating_scale_in_force(desk: Desk) -> RatingScale:
    """The scale on which the exercise is rated, best value first.

    Raises:
        Refusal: the exercise names no scale that it holds.
    """
    row = desk.first(
        select(rating_scale).join(exercise_table, exercise_table.c.scale == rating_scale.c.code)
    )
    if row is None:
        raise Refusal(
            "The exercise names no rating scale.",
            field="scale",
            remedy="Choose one on the page Exercise.",
        )
    values = desk.all(
        select(rating_value).where(rating_value.c.scale_id == row.id).order_by(rating_value.c.seq)
    )
    return RatingScale(
        code=row.code,
        name=row.name,
        rollup=row.rollup,
        values=tuple(
            RatingValue(
                code=value.code,
                label=value.name,
                definition=value.definition,
                seq=value.seq,
                worth=Fraction(value.worth) if value.worth else None,
                counts=bool(value.counts),
            )
            for value in values
        ),
        source=row.source,
        tag=row.tag,
    )


@query("marking_policy", "marking_level", "marking_audience", "exercise")
def classification_policy(desk: Desk) -> ClassificationPolicy:
    """The classification policy of the exercise.

    Raises:
        Refusal: the exercise names a policy that it does not hold.
    """
    row = desk.first(
        select(marking_policy).join(
            exercise_table, exercise_table.c.marking_policy == marking_policy.c.code
        )
    )
    if row is None:
        raise Refusal("The exercise names no classification policy.", field="marking_policy")
    levels = desk.all(
        select(marking_level)
        .where(marking_level.c.policy_id == row.id)
        .order_by(marking_level.c.rank)
    )
    audiences = desk.all(
        select(marking_audience)
        .where(marking_audience.c.policy_id == row.id)
        .order_by(marking_audience.c.seq)
    )
    return ClassificationPolicy(
        code=row.code,
        name=row.name,
        levels=tuple(Level(level.code, level.name, level.rank) for level in levels),
        release_phrase=row.release_phrase,
        release_separator=row.release_separator,
        audiences=tuple(
            Audience(each.code, each.name, frozenset(json.loads(each.members)))
            for each in audiences
        ),
        owner=row.owner,
    )
