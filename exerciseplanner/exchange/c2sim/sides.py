"""Whose eyes friend and hostile are seen with, and what every side then is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from exerciseplanner.domain.identity import seen_from
from exerciseplanner.domain.intake import Doubt
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.c2sim.codes import HOSTILITIES, HOSTILITY_WORDS
from exerciseplanner.exchange.c2sim.message import Message, Side
from exerciseplanner.exchange.c2sim.symbols import read_code


@dataclass
class Viewed:
    """The identity of every side by its key, how it was told, and what is doubtful about it."""

    identities: dict[str, str] = field(default_factory=dict)
    nuances: dict[str, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


def named(side: Side, number: int) -> str:
    """What a side is called; `number` is its place among the sides."""
    return side.names[0] if side.names else f"Side {number}"


def view(message: Message, viewpoint: str = "") -> Viewed:
    """The identity of every side as `viewpoint`, a name or UUID, sees it.

    Without one it is the side whose own units the message draws as friends, else the one that
    most others call a friend, else the first. Raises Refusal for a side that is not there.
    """
    viewed = Viewed()
    if not message.sides:
        return viewed
    names = {side.key: named(side, at) for at, side in enumerate(message.sides, 1)}
    seen_by, reason = _chosen(message, names, viewpoint)
    viewed.doubts.append(
        Doubt(
            message.path.name,
            f"Friend and hostile are as “{names[seen_by.key]}” sees them ({reason}).",
            "note",
        )
    )
    for side in message.sides:
        code = "FR" if side.key == seen_by.key else _stated(seen_by, side)
        identity = HOSTILITIES.get(code, "unknown")
        viewed.identities.setdefault(side.key, identity)
        said = _doubtful(code, names[side.key], names[seen_by.key], identity)
        if said:
            viewed.doubts.append(Doubt(names[side.key], said))
        if code in HOSTILITY_WORDS:
            viewed.nuances[side.key] = HOSTILITY_WORDS[code]
    return viewed


def _chosen(message: Message, names: Mapping[str, str], viewpoint: str) -> tuple[Side, str]:
    if viewpoint:
        return _wanted(message.path, message.sides, names, viewpoint), "as chosen"
    drawn = Counter(
        actor.side
        for actor in message.actors
        if actor.side in names and read_code(actor.letters, "").identity == "friend"
    )
    called = Counter(
        other
        for side in message.sides
        for code, other in side.relations
        if other in names and other != side.key and HOSTILITIES.get(code) == "friend"
    )
    by_key = {side.key: side for side in reversed(message.sides)}
    for counted, reason in (
        (drawn, "most units drawn as friends are its own"),
        (called, "most sides call it a friend"),
    ):
        best = counted.most_common(2)
        if best and (len(best) == 1 or best[0][1] > best[1][1]):
            return by_key[best[0][0]], reason
    return message.sides[0], "the first side"


def _wanted(path: Path, sides: Sequence[Side], names: Mapping[str, str], viewpoint: str) -> Side:
    wanted = viewpoint.strip().casefold()
    for side in sides:
        if wanted in (side.key, *(name.casefold() for name in (*side.names, names[side.key]))):
            return side
    raise Refusal(
        f"{path.name} has no side “{viewpoint}”. The exercise was not changed.",
        field="viewpoint",
        remedy=f"Choose one of: {', '.join(names.values())}.",
    )


def _stated(seen_by: Side, side: Side) -> str:
    """What one side calls the other; what it is called by it where it says nothing."""
    return _code(seen_by.relations, side.key) or _code(side.relations, seen_by.key)


def _code(relations: Iterable[tuple[str, str]], other: str) -> str:
    return next((code for code, key in relations if key == other and code), "")


def _doubtful(code: str, name: str, seen_by: str, identity: str) -> str:
    if not code:
        return f"The message does not say what it is to “{seen_by}”; taken as unknown."
    if code not in HOSTILITIES:
        return f"Its hostility reads “{code}”; taken as unknown."
    if code in HOSTILITY_WORDS:
        return f"“{name}” is {HOSTILITY_WORDS[code]} there; taken as {identity}."
    return ""


def unheld_relations(sides: Sequence[Side], identities: Mapping[str, str]) -> int:
    """How many statements of one side about another the identities of the sides do not say."""
    return sum(
        seen_from(identities[other], identities[side.key]) != HOSTILITIES.get(code, "unknown")
        for side in sides
        for code, other in side.relations
        if other in identities and other != side.key
    )


def unknown_sides(sides: Sequence[Side]) -> Iterator[tuple[Side, str]]:
    """Statements about sides that are not in the message."""
    known = {side.key for side in sides}
    for side in sides:
        for _code, other in side.relations:
            if other not in known:
                yield side, other
