"""Rating what was seen, and the assessments that commanders set beside the computed ones."""

from __future__ import annotations

from sqlalchemy import select

from exerciseplanner.domain.evaluators import OVERRIDE_SUBJECTS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.storage.tables.doctrine import rating_scale, rating_value
from exerciseplanner.storage.tables.evaluation import evaluator, override, rating
from exerciseplanner.storage.tables.exercise import exercise
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation


@operation("Rate")
def rate(
    desk: Desk,
    evaluator_id: str,
    subject: str,
    subject_id: str,
    value: str,
    note: str = "",
    *,
    resolves: bool = False,
) -> str:
    """Keep one evaluator's rating of a `criterion` or an `inject`; a second one replaces the first.

    Only a lead evaluator's rating may resolve a disagreement. Returns the rating's id.

    Raises:
        Refusal: the exercise's scale has no such value, or the evaluator may not resolve.
    """
    column = f"{_subject(subject)}_id"
    who = desk.row(evaluator, evaluator_id)
    desk.row(METADATA.tables[subject], subject_id)
    _check_value(desk, value)
    if resolves and not who.lead:
        raise Refusal(
            f"{who.code} is not the lead evaluator.",
            field="resolves",
            remedy="Only the lead evaluator resolves a disagreement.",
        )
    values = {
        "value": value,
        "note": note.strip(),
        "rated_at": desk.stamp,
        "resolves": int(resolves),
    }
    present = desk.first(
        select(rating.c.id).where(
            rating.c.evaluator_id == evaluator_id, rating.c[column] == subject_id
        )
    )
    if present is not None:
        desk.change(rating, [present[0]], values)
        return str(present[0])
    return desk.add(rating, {"evaluator_id": evaluator_id, column: subject_id, **values})


@operation("Withdraw rating")
def withdraw_rating(desk: Desk, evaluator_id: str, subject: str, subject_id: str) -> None:
    """Take back one evaluator's rating of a `criterion` or an `inject`."""
    column = f"{_subject(subject)}_id"
    desk.remove_where(rating, evaluator_id=evaluator_id, **{column: subject_id})


@operation("Override assessment")
def override_assessment(
    desk: Desk,
    subject_kind: str,
    subject_id: str,
    value: str,
    *,
    computed: str,
    decided_by: str,
    reason: str,
) -> str:
    """Set a named officer's assessment beside the computed one; both are kept. Returns the id.

    `subject_kind` is `exercise`, `objective`, `unit` or `capability_area`; `computed` is the grade
    that stood when the officer decided. Only commanders assess (FM 7-0; CREVAL new approach).

    Raises:
        Refusal: no reason or no officer is given, or the scale has no such value.
    """
    if subject_kind not in dict(OVERRIDE_SUBJECTS):
        raise Refusal(f"A {subject_kind} cannot be assessed.", field="subject_kind")
    _check_value(desk, value)
    for name, text, what in (
        ("decided_by", decided_by, "who decides (a role title)"),
        ("reason", reason, "the reason"),
    ):
        if not text.strip():
            raise Refusal(f"State {what}.", field=name, remedy="Both are printed beside the grade.")
    values = {
        "subject_kind": subject_kind,
        "subject_id": subject_id,
        "computed": computed,
        "value": value,
        "decided_by": decided_by.strip(),
        "decided_at": desk.stamp,
        "reason": reason.strip(),
    }
    present = desk.first(
        select(override.c.id).where(
            override.c.subject_kind == subject_kind, override.c.subject_id == subject_id
        )
    )
    if present is not None:
        desk.change(override, [present[0]], values)
        return str(present[0])
    return desk.add(override, values)


@operation("Withdraw override")
def withdraw_override(desk: Desk, subject_kind: str, subject_id: str) -> None:
    """Let the computed grade stand again."""
    desk.remove_where(override, subject_kind=subject_kind, subject_id=subject_id)


def _subject(subject: str) -> str:
    if subject not in ("criterion", "inject"):
        raise Refusal(f"A {subject} is not rated.", remedy="Rate criteria and injects.")
    return subject


def _check_value(desk: Desk, value: str) -> None:
    rows = desk.all(
        select(rating_value.c.code, rating_value.c.name)
        .join(rating_scale, rating_scale.c.id == rating_value.c.scale_id)
        .join(exercise, exercise.c.scale == rating_scale.c.code)
        .order_by(rating_value.c.seq)
    )
    codes = [str(row[0]) for row in rows]
    if value not in codes:
        raise Refusal(
            f"“{value}” is not on the rating scale.",
            field="value",
            remedy=f"Use one of: {', '.join(codes)}.",
        )
