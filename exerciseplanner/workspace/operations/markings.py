"""Changing the classification of the exercise: the policy in force, and its audiences."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import func, select

from exerciseplanner.domain.fields import Field, Noun
from exerciseplanner.domain.marking_nouns import AUDIENCE
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables.doctrine import (
    marking_audience,
    marking_level,
    marking_policy,
)
from exerciseplanner.storage.tables.exercise import EXERCISE_ID, exercise
from exerciseplanner.workspace.checking import checked
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.records import next_seq, table_of
from exerciseplanner.workspace.term_uses import Use, uses_in_words


@operation("Add audience")
def add_audience(desk: Desk, policy_id: str, values: Mapping[str, object]) -> str:
    """Add a group of nations that papers under a policy may be released to; returns its id.

    Raises:
        Refusal: code or name is missing, or the policy has an audience of that code.
    """
    desk.row(marking_policy, policy_id)
    columns = _checked_values(desk, values)
    for name in ("code", "name"):
        if not columns.get(name):
            field = AUDIENCE.field(name)
            raise Refusal(f"{field.label} is missing.", field=name, remedy="Type one.")
    _check_code(desk, policy_id, str(columns["code"]))
    place = {"policy_id": policy_id, "seq": next_seq(desk, marking_audience)}
    return desk.add(marking_audience, {**place, **columns})


@operation("Edit audience")
def edit_audiences(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give audiences another name or other members; a code changes only where nothing names it.

    Raises:
        Refusal: a name is empty, a code is taken or in use.
    """
    columns = _checked_values(desk, changes)
    for row in desk.rows(marking_audience, ids):
        if "code" in columns and columns["code"] != row.code:
            _check_unused(desk, str(row.code), str(row.policy_id), "given another code")
            _check_code(desk, str(row.policy_id), str(columns["code"]))
        if any(getattr(row, name) != value for name, value in columns.items()):
            desk.change(marking_audience, [str(row.id)], columns)


@operation("Remove audience")
def remove_audiences(desk: Desk, ids: Iterable[str]) -> None:
    """Remove audiences to which nothing is released.

    Raises:
        Refusal: something is released to one of them; says what.
    """
    rows = desk.rows(marking_audience, ids)
    for row in rows:
        _check_unused(desk, str(row.code), str(row.policy_id), "removed")
    desk.remove(marking_audience, [str(row.id) for row in rows])


@operation("Change classification policy")
def use_policy(desk: Desk, code: str) -> None:
    """Mark the exercise under another policy, at the level of the same rank.

    Releases that the new policy does not know are left out, so nobody new may see anything.

    Raises:
        Refusal: there is no such policy, or records carry levels of the policy in force.
    """
    policy = desk.first(select(marking_policy).where(marking_policy.c.code == code))
    if policy is None:
        raise Refusal(f"There is no classification policy “{code}”.", field="marking_policy")
    levels = {str(row.code): int(row.rank) for row in _levels(desk, str(policy.id))}
    _check_levels(desk, str(policy.name), levels)
    row = desk.row(exercise, EXERCISE_ID)
    rank = desk.first(
        select(marking_level.c.rank)
        .join(marking_policy, marking_policy.c.id == marking_level.c.policy_id)
        .where(marking_policy.c.code == row.marking_policy)
        .where(marking_level.c.code == row.marking_level)
    )
    wanted = int(rank[0]) if rank is not None else 0
    level = next((each for each, own in levels.items() if own >= wanted), list(levels)[-1])
    known = _audience_codes(desk, str(policy.id))
    releases = [each for each in json.loads(row.marking_releases) if each in known]
    changed = {"marking_policy": code, "marking_level": level}
    desk.change(exercise, [EXERCISE_ID], {**changed, "marking_releases": json.dumps(releases)})


def check_marking(desk: Desk, changes: Mapping[str, object]) -> None:
    """Raise Refusal where level or releases are none of the policy in force."""
    row = desk.row(exercise, EXERCISE_ID)
    policy = desk.first(select(marking_policy).where(marking_policy.c.code == row.marking_policy))
    if policy is None:
        return
    if "marking_level" in changes:
        names = {str(each.code): str(each.name) for each in _levels(desk, str(policy.id))}
        if changes["marking_level"] not in names and changes["marking_level"] not in names.values():
            raise Refusal(
                f"“{changes['marking_level']}” is no level of the {policy.name}.",
                field="marking_level",
                remedy=f"Choose one of: {', '.join(names.values())}.",
            )
    known = _audience_codes(desk, str(policy.id))
    for code in _codes(desk, changes.get("marking_releases")):
        is_nation = len(code) == 3 and code.isalpha() and code.isupper()
        if code not in known and not is_nation:
            raise Refusal(
                f"The {policy.name} has no audience “{code}”.",
                field="marking_releases",
                remedy="Choose an audience, or add it under Markings.",
            )


def _codes(desk: Desk, value: object) -> list[str]:
    field = Field("marking_releases", "Releasable to", "codes")
    found: list[str] = json.loads(str(checked(desk, AUDIENCE, field, value)))
    return found


def _checked_values(desk: Desk, values: Mapping[str, object]) -> dict[str, object]:
    columns: dict[str, object] = {}
    for name, value in values.items():
        field = next((each for each in AUDIENCE.fields if each.name == name), None)
        if field is None:
            raise Refusal(f"An audience has no field {name}.", field=name)
        columns[name] = checked(desk, AUDIENCE, field, value)
        if field.required and not columns[name]:
            raise Refusal(f"{field.label} cannot be empty.", field=name, remedy="Type one.")
    return columns


def _check_code(desk: Desk, policy_id: str, code: str) -> None:
    taken = desk.first(
        select(marking_audience.c.name).where(
            marking_audience.c.policy_id == policy_id,
            func.lower(marking_audience.c.code) == code.lower(),
        )
    )
    if taken is not None:
        raise Refusal(
            f"The code {code} belongs to “{taken[0]}”.", field="code", remedy="Give another code."
        )


def _check_unused(desk: Desk, code: str, policy_id: str, done: str) -> None:
    policy = desk.row(marking_policy, policy_id)
    uses = [*_releases_to(desk, code)] if _is_in_force(desk, str(policy.code)) else []
    if policy.owner == code or policy.code == code:
        raise Refusal(f"{code} owns the papers of this policy and cannot be {done}.", field="code")
    if uses:
        raise Refusal(
            f"The audience {code} cannot be {done}: {uses_in_words(uses)} released to it.",
            field="code",
            remedy="Change their release first.",
        )


def _releases_to(desk: Desk, code: str) -> Iterable[Use]:
    for noun, field in _fields("marking_audience"):
        rows = desk.all(select(table_of(noun).c[field.name]))
        count = sum(code in json.loads(row[0] or "[]") for row in rows)
        if count:
            yield Use(f"{noun.singular} is", f"{noun.plural} are", count)


def _check_levels(desk: Desk, policy: str, levels: Mapping[str, int]) -> None:
    for noun, field in _fields("marking_level"):
        if noun.name in ("exercise", "agreement"):
            continue
        rows = desk.all(select(table_of(noun).c[field.name]))
        foreign = [row[0] for row in rows if row[0] and row[0] not in levels]
        if foreign:
            use = Use(noun.singular, noun.plural, len(foreign))
            raise Refusal(
                f"{use.text} {'carries' if use.number == 1 else 'carry'} {foreign[0]}, which is no "
                f"level of the {policy}.",
                field="marking_policy",
                remedy="Take their own classification away first.",
            )


def _fields(choices: str) -> Iterable[tuple[Noun, Field]]:
    for noun in NOUNS.values():
        yield from ((noun, field) for field in noun.columns if field.choices == choices)


def _is_in_force(desk: Desk, policy: str) -> bool:
    return bool(desk.row(exercise, EXERCISE_ID).marking_policy == policy)


def _levels(desk: Desk, policy_id: str) -> list[Any]:
    return list(
        desk.all(
            select(marking_level)
            .where(marking_level.c.policy_id == policy_id)
            .order_by(marking_level.c.rank)
        )
    )


def _audience_codes(desk: Desk, policy_id: str) -> set[str]:
    rows = desk.all(
        select(marking_audience.c.code).where(marking_audience.c.policy_id == policy_id)
    )
    return {str(row[0]) for row in rows}
