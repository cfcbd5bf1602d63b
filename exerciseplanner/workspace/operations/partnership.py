"""Who takes part and where each stands: nations from the catalogue, and whole grids at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import uuid4

from sqlalchemy import Table, select

from exerciseplanner.domain.consensus import CONCURRENCE, PRIORITY
from exerciseplanner.domain.legal import AUTHORITY_POSITION
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.participants import MEMBERSHIP, PARTICIPANT
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables.consensus import concurrence, priority
from exerciseplanner.storage.tables.legal import authority_position
from exerciseplanner.storage.tables.objectives import objective
from exerciseplanner.storage.tables.participants import membership, participant
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.packs import Nation, nations
from exerciseplanner.workspace.records import add_row, checked_values, edit_rows, next_seq

Place = tuple[str, str]


@operation("Add nations")
def add_nations(desk: Desk, codes: Iterable[str]) -> tuple[str, ...]:
    """Add nations by ISO alpha-3 code, named and with dated memberships from the catalogue.

    Those that take part already are left as they are. Returns the ids of those added.

    Raises:
        Refusal: no nation has such a code, or all of them take part already.
    """
    known = nations()
    wanted = list(dict.fromkeys(code.strip().upper() for code in codes))
    for code in wanted:
        if code not in known:
            raise Refusal(
                f"No nation has the code “{code}”.", field="code", remedy="Use ISO alpha-3 codes."
            )
    present = {str(row.code).upper() for row in desk.all(select(participant.c.code))}
    new = [code for code in wanted if code not in present]
    if not new:
        raise Refusal(
            "These nations take part already.", remedy="Choose others, or edit their rows."
        )
    return tuple(_add_nation(desk, known[code]) for code in new)


def _add_nation(desk: Desk, nation: Nation) -> str:
    values = {
        "code": nation.code, "name": nation.name, "kind": "nation", "role": "participant",
    }  # fmt: skip
    made = add_row(desk, PARTICIPANT, values)
    _add_memberships(desk, made, nation, set())
    return made


@operation("Take memberships from the catalogue")
def take_memberships(desk: Desk, participant_ids: Iterable[str]) -> int:
    """Give nations the memberships of the catalogue in frameworks of which they state none.

    What is stated already stays. Returns how many memberships were added.
    """
    known = nations()
    added = 0
    for row in desk.rows(participant, participant_ids):
        stated = desk.all(
            select(membership.c.framework).where(membership.c.participant_id == row.id)
        )
        nation = known.get(str(row.code).upper())
        if nation:
            added += _add_memberships(desk, str(row.id), nation, {str(r[0]) for r in stated})
    return added


def _add_memberships(desk: Desk, participant_id: str, nation: Nation, stated: set[str]) -> int:
    added = 0
    for each in nation.memberships:
        if each.framework in stated:
            continue
        values = {
            "participant_id": participant_id,
            "framework": each.framework,
            "since": each.since.isoformat(),
            "until": each.until.isoformat() if each.until else None,
            "suspended": each.suspended.isoformat() if each.suspended else None,
            "source": each.source,
            "tag": each.tag,
            "note": each.note,
        }
        add_row(desk, MEMBERSHIP, values)
        added += 1
    return added


@operation("Set position on authority")
def set_positions(desk: Desk, places: Iterable[Place], position: str) -> None:
    """Give participants the same position on authorities; an empty one withdraws it.

    `places` are pairs of an authority's and a participant's id.
    """
    names = ("authority_id", "participant_id")
    if not position:
        _withdraw(desk, authority_position, names, places)
        return
    for _, row_ids, values in _standing(desk, authority_position, names, places):
        if row_ids:
            edit_rows(desk, AUTHORITY_POSITION, row_ids, {"position": position})
        else:
            add_row(desk, AUTHORITY_POSITION, {**values, "position": position})


@operation("Set weights")
def set_weights(desk: Desk, weights: Mapping[Place, int | None]) -> None:
    """Give participants' weights (0 to 100) to objectives; None withdraws one.

    `weights` has pairs of an objective's and a participant's id.

    Raises:
        Refusal: a weight is not from 0 to 100, or an objective or participant is gone.
    """
    names = ("objective_id", "participant_id")
    _withdraw(desk, priority, names, [each for each, weight in weights.items() if weight is None])
    known: dict[object, object] = {
        weight: checked_values(desk, PRIORITY, {"weight": weight})[0]["weight"]
        for weight in set(weights.values()) - {None}
    }
    stated = {place: known[weight] for place, weight in weights.items() if weight is not None}
    standing = _by_place(desk, priority, names)
    now = dict(map(tuple, desk.all(select(priority.c.id, priority.c.weight))))
    desk.change_each(
        priority,
        {
            row_id: {"weight": weight}
            for place, weight in stated.items()
            for row_id in standing.get(place, ())
            if now[row_id] != weight
        },
    )
    _add_weights(desk, {place: each for place, each in stated.items() if place not in standing})


def _add_weights(desk: Desk, weights: Mapping[Place, object]) -> None:
    for table, ids in (
        (objective, {o for o, _ in weights}),
        (participant, {p for _, p in weights}),
    ):
        if len(desk.rows(table, ids)) < len(ids):
            raise Refusal(
                f"One of these {NOUNS[table.name].plural} is no longer in the exercise.",
                remedy="Choose the cells anew.",
            )
    first = next_seq(desk, priority)
    desk.add_all(
        priority,
        [
            {"id": str(uuid4()), "seq": first + number, "participant_id": party,
             "objective_id": aim, "weight": weight}
            for number, ((aim, party), weight) in enumerate(weights.items())
        ],
    )  # fmt: skip


@operation("Set concurrence")
def set_concurrences(desk: Desk, places: Iterable[Place], position: str) -> None:
    """Note where participants stand on products; an empty position withdraws it.

    `places` are pairs of a product's code and a participant's id. The day of asking and of
    answering is today where none is stated yet.
    """
    names = ("product", "participant_id")
    if not position:
        _withdraw(desk, concurrence, names, places)
        return
    today = desk.stamp[:10]
    for _, row_ids, values in _standing(desk, concurrence, names, places):
        dates: dict[str, object] = {"asked_on": today}
        if position != "asked":
            dates["answered_on"] = today
        if not row_ids:
            add_row(desk, CONCURRENCE, {**values, **dates, "position": position})
            continue
        for row in desk.rows(concurrence, row_ids):
            new = {name: day for name, day in dates.items() if not getattr(row, name)}
            if position == "asked":
                new["answered_on"] = None
            edit_rows(desk, CONCURRENCE, [str(row.id)], {**new, "position": position})


@operation("Ask all for concurrence")
def ask_all(desk: Desk, products: Iterable[str]) -> int:
    """Ask every participant but observers for concurrence; returns how many were newly asked."""
    rows = desk.all(select(participant.c.id).where(participant.c.role != "observer"))
    asked = desk.all(select(concurrence.c.product, concurrence.c.participant_id))
    taken = {(str(each[0]), str(each[1])) for each in asked}
    places = [(product, str(row[0])) for product in products for row in rows]
    new = [place for place in places if place not in taken]
    set_concurrences(desk, new, "asked")
    return len(new)


@operation("Note agreement")
def cover_with_agreement(desk: Desk, places: Iterable[Place]) -> tuple[str, ...]:
    """Add one agreement of each kind with the participants as its parties; returns the ids.

    `places` are pairs of a participant's id and a kind of agreement.
    """
    parties: dict[str, list[str]] = {}
    for party, kind in places:
        parties.setdefault(kind, []).append(party)
    agreement = NOUNS["agreement"]
    codes = dict(map(tuple, desk.all(select(participant.c.id, participant.c.code))))
    return tuple(
        add_row(
            desk,
            agreement,
            {
                "title": f"{kind} {', '.join(sorted(codes[each] for each in ids))}",
                "kind": kind,
                "parties": ids,
            },
        )
        for kind, ids in parties.items()
    )


def _standing(
    desk: Desk, table: Table, names: Sequence[str], places: Iterable[Place]
) -> list[tuple[Place, list[str], dict[str, object]]]:
    """Each place with the ids of the rows that stand there and the values that make one."""
    found = _by_place(desk, table, names)
    return [
        (place, found.get(place, []), dict(zip(names, place, strict=True)))
        for place in dict.fromkeys(places)
    ]


def _withdraw(desk: Desk, table: Table, names: Sequence[str], places: Iterable[Place]) -> None:
    found = _by_place(desk, table, names)
    desk.remove(table, [row_id for place in places for row_id in found.get(place, ())])


def _by_place(desk: Desk, table: Table, names: Sequence[str]) -> dict[Place, list[str]]:
    columns = [table.c[name] for name in names]
    found: dict[Place, list[str]] = {}
    for row in desk.all(select(table.c.id, *columns).order_by(table.c.seq)):
        found.setdefault((str(row[1]), str(row[2])), []).append(str(row[0]))
    return found
