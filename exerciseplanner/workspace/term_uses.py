"""Where the terms of the doctrine pack are used in this exercise."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import func, select

from exerciseplanner.domain.doctrine_kinds import STATES, references, term_kind
from exerciseplanner.domain.fields import Field, Noun
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.storage.tables.doctrine import term, transition
from exerciseplanner.storage.tables.evaluation import override
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.records import table_of

_MOVES = ("move between states", "moves between states")
_OVERRIDES = ("overridden assessment", "overridden assessments")


class Use(NamedTuple):
    """So many things of one sort use a term."""

    singular: str
    plural: str
    number: int

    @property
    def text(self) -> str:
        """The use in words: 12 injects."""
        return f"{self.number:,} {self.singular if self.number == 1 else self.plural}"


Uses = Mapping[str, tuple[Use, ...]]


def uses_of(desk: Desk, kind: str) -> Uses:
    """What uses each term of a kind, by the code of the term; unused ones are left out."""
    found: dict[str, dict[tuple[str, str], int]] = defaultdict(lambda: defaultdict(int))
    for words, code, count in _counted(desk, kind):
        if code:
            found[code][words] += count
    return {
        code: tuple(Use(*words, count) for words, count in each.items())
        for code, each in found.items()
    }


def uses_in_words(uses: Iterable[Use]) -> str:
    """Uses as one list: 12 injects and 5 moves between states."""
    texts = [use.text for use in uses]
    return f"{', '.join(texts[:-1])} and {texts[-1]}" if len(texts) > 1 else "".join(texts)


Counted = Iterable[tuple[tuple[str, str], str, int]]


def _counted(desk: Desk, kind: str) -> Counted:
    for noun in NOUNS.values():
        for field in noun.columns:
            if field.choices == kind and field.kind in ("choice", "codes"):
                yield from _in_column(desk, noun, field)
    yield from _in_terms(desk, kind)
    yield from _in_moves(desk, kind)
    if kind == "capability_area":
        rows = desk.all(
            select(override.c.subject_id).where(override.c.subject_kind == "capability_area")
        )
        yield from ((_OVERRIDES, str(row[0]), 1) for row in rows)


def _in_column(desk: Desk, noun: Noun, field: Field) -> Counted:
    column = table_of(noun).c[field.name]
    words = (noun.singular, noun.plural)
    for value, count in desk.all(select(column, func.count()).group_by(column)):
        codes = json.loads(value or "[]") if field.kind == "codes" else [value]
        yield from ((words, str(code or ""), int(count)) for code in codes)


def _in_terms(desk: Desk, kind: str) -> Counted:
    for other, name in references(kind):
        described = term_kind(other)
        words = (described.singular, described.plural.lower())
        for row in desk.all(select(term.c.attributes).where(term.c.kind == other)):
            yield words, str(json.loads(row[0]).get(name) or ""), 1


def _in_moves(desk: Desk, kind: str) -> Counted:
    if kind in STATES:
        for row in desk.all(select(transition).where(transition.c.kind == kind)):
            yield _MOVES, str(row.from_code), 1
            yield _MOVES, str(row.to_code), 1
    elif kind == "role":
        for row in desk.all(select(transition.c.role)):
            yield _MOVES, str(row[0]), 1
