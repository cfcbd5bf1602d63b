"""How a new exercise comes to be: its one row, and the doctrine pack as its first content."""

from __future__ import annotations

import json
from collections.abc import Mapping
from uuid import uuid4

from exerciseplanner.domain.doctrine import DoctrinePack
from exerciseplanner.domain.intake import Intake
from exerciseplanner.domain.marking import ClassificationPolicy
from exerciseplanner.domain.terms import Term
from exerciseplanner.storage.packs import load_catalogue
from exerciseplanner.storage.tables.doctrine import (
    marking_audience,
    marking_level,
    marking_policy,
    rating_scale,
    rating_value,
    term,
    transition,
)
from exerciseplanner.storage.tables.exercise import EXERCISE_ID, exercise
from exerciseplanner.storage.tables.interoperability import standard
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.packs import shipped_standards

#: Catalogues whose rows become terms of the exercise, editable there.
_TERM_CATALOGUES = ("capability_areas", "technologies", "frameworks", "legal_bases")

_DAY = 24 * 60


@operation("New exercise", kind="base")
def begin_exercise(desk: Desk, name: str, pack: DoctrinePack, content: Intake | None) -> None:
    """Write what an exercise begins with: its row, its doctrine pack, and some first content."""
    found_exercise(desk, name.strip(), pack)
    if content is not None:
        take_in(desk, content, overwrite=True)


def found_exercise(desk: Desk, name: str, pack: DoctrinePack) -> None:
    """Write the exercise's row and everything its doctrine pack brings."""
    policy, level = pack.default("policy"), pack.default("level")
    desk.add(
        exercise,
        {
            "id": EXERCISE_ID,
            "name": name,
            "doctrine": pack.code,
            "doctrine_title": pack.title,
            "kind": pack.default("exercise_type"),
            "zone": pack.default("zone"),
            "scale": pack.default("criterion_scale"),
            "marking_policy": policy,
            "marking_level": level,
            "startex": desk.now.strftime("%Y-%m-%dT06:00:00Z"),
            "endex": 5 * _DAY,
        },
    )
    _load_terms(desk, pack)
    _load_scales(desk, pack)
    desk.add_all(
        transition,
        [
            _row(
                seq, kind=move.kind, from_code=move.from_code, to_code=move.to_code, role=move.role
            )
            for seq, move in enumerate(pack.transitions())
        ],
    )
    for seq, policy_row in enumerate(pack.policies()):
        _load_policy(desk, seq, policy_row)
    _load_standards(desk)


def _row(seq: int, **values: object) -> dict[str, object]:
    return {"id": str(uuid4()), "seq": seq, **values}


def _load_terms(desk: Desk, pack: DoctrinePack) -> None:
    terms = list(pack.terms())
    for name in _TERM_CATALOGUES:
        terms += load_catalogue(name).terms
    desk.add_all(term, [_term_row(each) for each in terms])


def _term_row(each: Term) -> dict[str, object]:
    return _row(
        each.seq,
        kind=each.kind,
        code=each.code,
        name=each.name,
        definition=each.definition,
        attributes=json.dumps(_plain(each.attributes), ensure_ascii=False, sort_keys=True),
        source=each.source,
        tag=each.tag,
    )


def _plain(attributes: Mapping[str, object]) -> dict[str, object]:
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in attributes.items()
    }


def _load_scales(desk: Desk, pack: DoctrinePack) -> None:
    for seq, scale in enumerate(pack.scales()):
        scale_id = desk.add(
            rating_scale,
            _row(
                seq,
                code=scale.code,
                name=scale.name,
                rollup=scale.rollup,
                source=scale.source,
                tag=scale.tag,
            ),
        )
        desk.add_all(
            rating_value,
            [
                _row(
                    value.seq,
                    scale_id=scale_id,
                    code=value.code,
                    name=value.label,
                    definition=value.definition,
                    worth="" if value.worth is None else str(value.worth),
                    counts=int(value.counts),
                )
                for value in scale.values
            ],
        )


def _load_policy(desk: Desk, seq: int, policy: ClassificationPolicy) -> None:
    policy_id = desk.add(
        marking_policy,
        _row(
            seq,
            code=policy.code,
            name=policy.name,
            release_phrase=policy.release_phrase,
            release_separator=policy.release_separator,
            owner=policy.owner,
        ),
    )
    levels = [
        {
            "id": str(uuid4()),
            "policy_id": policy_id,
            "code": level.code,
            "name": level.name,
            "rank": level.rank,
        }
        for level in policy.levels
    ]
    audiences = [
        {
            "id": str(uuid4()),
            "seq": place,
            "policy_id": policy_id,
            "code": audience.code,
            "name": audience.name,
            "members": json.dumps(sorted(audience.members)),
        }
        for place, audience in enumerate(policy.audiences)
    ]
    desk.add_all(marking_level, levels)
    desk.add_all(marking_audience, audiences)


def _load_standards(desk: Desk) -> None:
    desk.add_all(
        standard,
        [_row(seq, **values) for seq, values in enumerate(shipped_standards())],
    )
