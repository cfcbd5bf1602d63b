"""The ground on which an import is weighed: what stands in the plan, and what was said before."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import isfinite

from sqlalchemy import select

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.intake import Doubt, Intake, Link, Proposed
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.storage.tables.exercise import EXERCISE_ID
from exerciseplanner.storage.tables.imports import import_record
from exerciseplanner.workspace.desk import AnyRow, Desk
from exerciseplanner.workspace.handed_out import HandedOut, Pair
from exerciseplanner.workspace.ids import new_ids
from exerciseplanner.workspace.records import link_columns, table_of

Key = tuple[str, str]

#: Longer texts are remembered by their digest: whether they changed is all that has to be known.
_REMEMBERED = 40

_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_quoted = json.encoder.encode_basestring

#: An id of others is told from a mere number in a list by its length.
_SHORTEST_ID = 8


class Ground:
    """The rows of the plan, read once, and the row of the plan that each proposed row means."""

    def __init__(self, desk: Desk, intake: Intake, meant: Mapping[Key, str]) -> None:
        self.desk = desk
        self.handed_out = HandedOut(desk)
        self._meant = meant
        self.doubts: list[Doubt] = []
        self.ids: dict[Key, str] = {}
        self._standing: dict[str, dict[str, AnyRow]] = {}
        self._by_field: dict[Key, dict[str, list[str]]] = {}
        self._linked: dict[Key, dict[str, list[str]]] = {}
        self._new: dict[Key, str] = {}
        found = desk.all(select(import_record).where(import_record.c.source == intake.source))
        self._founded = {key: all_brief(values) for key, values in intake.founded.items()}
        self._records = {(r.noun, r.source_key): (r.row_id, json.loads(r.said)) for r in found}

    def standing(self, noun: str) -> Mapping[str, AnyRow]:
        """The rows of a noun in the plan, by id."""
        if noun not in self._standing:
            rows = self.desk.all(select(table_of(NOUNS[noun])))
            self._standing[noun] = {str(row.id): row for row in rows}
        return self._standing[noun]

    def by_field(self, noun: str, name: str) -> Mapping[str, list[str]]:
        """The ids of a noun's rows by the value of a field, whatever its case."""
        if (noun, name) not in self._by_field:
            found: dict[str, list[str]] = defaultdict(list)
            for row_id, row in self.standing(noun).items():
                if getattr(row, name) not in (None, ""):
                    found[str(getattr(row, name)).casefold()].append(row_id)
            self._by_field[noun, name] = found
        return self._by_field[noun, name]

    def linked(self, noun: str, field: Field, row_id: str) -> Sequence[str]:
        """The ids that a row of the plan is linked to through a field."""
        if (noun, field.name) not in self._linked:
            own, other = link_columns(NOUNS[noun], field)
            found: dict[str, list[str]] = defaultdict(list)
            table = METADATA.tables[field.link].c
            for source, target in self.desk.all(select(table[own], table[other])):
                found[str(source)].append(str(target))
            self._linked[noun, field.name] = found
        return self._linked[noun, field.name].get(row_id, ())

    def said_before(self, row: Proposed) -> Mapping[str, object]:
        """What the source said of a row when it came last, by field and in brief.

        Before it came for the first time, what the plan was founded with; empty without that.
        """
        record = self._records.get((row.noun, row.key))
        return record[1] if record else self._founded.get((row.noun, row.key), {})

    @property
    def knows_the_source(self) -> bool:
        """Whether anything came from the source before."""
        return bool(self._records)

    def came_before(self, noun: str, but: Collection[Key]) -> Iterator[tuple[str, AnyRow]]:
        """The rows of the plan that came from the source under other keys than these."""
        present = {self.ids[key] for key in but if key in self.ids}
        standing = self.standing(noun)
        for key, (row_id, _) in self._records.items():
            if key[0] == noun and key not in but and row_id in standing and row_id not in present:
                yield row_id, standing[row_id]

    def went_out(self, row: Proposed, field: str) -> Sequence[Pair]:
        """What files said of a field of a row each time it was handed out, oldest first."""
        return self.handed_out.said(row.noun, self.ids[row.noun, row.key], field)

    def place(self, rows: Iterable[Proposed]) -> None:
        """Find the row of the plan that each proposed row means, or give it a new id.

        A row that came before, or that was handed out, is known by its key; any other by the code
        that people give it, by the id it has elsewhere, or by its own id. A row of the plan is
        meant by one proposed row at most.
        """
        self.ids, self.doubts = {}, []
        claimed: set[str] = set()
        unknown: list[Proposed] = []
        for row in rows:
            known = self._recorded(row)
            if known is not None and known not in claimed:
                self.ids[row.noun, row.key] = known
                claimed.add(known)
            else:
                unknown.append(row)
        fresh = iter(new_ids(len(unknown)))
        for row in unknown:
            found = self._found(row, claimed) if self.standing(row.noun) else None
            if found is None:
                found = self._new.setdefault((row.noun, row.key), next(fresh))
            else:
                claimed.add(found)
            self.ids[row.noun, row.key] = found

    def target(self, place: str, link: Link) -> str | None:
        """The id that a link means; a doubt where there is none, or more than one."""
        proposed = self.ids.get((link.noun, link.key))
        if proposed is not None:
            return proposed
        before = str(self._records.get((link.noun, link.key), ("", None))[0])
        if before in self.standing(link.noun):
            return before  # it came with an earlier part of the same source
        if link.key in self.standing(link.noun):
            return link.key  # a row that went out under its own id
        found = self.by_field(link.noun, link.match).get(link.key.casefold()) if link.match else ()
        singular, plural = NOUNS[link.noun].singular, NOUNS[link.noun].plural
        if not found:
            self.doubts.append(Doubt(place, f"There is no {singular} “{link.key}”."))
            return None
        if len(found) > 1:
            said = f"There are {len(found)} {plural} “{link.key}”; the first was taken."
            self.doubts.append(Doubt(place, said))
        return found[0]

    def _recorded(self, row: Proposed) -> str | None:
        if row.noun == "exercise":
            return EXERCISE_ID
        if not self.standing(row.noun):
            return None
        key = (row.noun, row.key)
        record = self._records.get(key)
        known = (self._meant.get(key), record[0] if record else None, self.handed_out.rows.get(key))
        return next((each for each in known if each in self.standing(row.noun)), None)

    def _found(self, row: Proposed, claimed: Collection[str]) -> str | None:
        known_by = (*self._coded(row), *self._identified(row))
        return next((found for found in known_by if found not in claimed), None)

    def _coded(self, row: Proposed) -> Sequence[str]:
        noun = NOUNS[row.noun]
        code = row.values.get(noun.code) if noun.code else None
        return self.by_field(row.noun, noun.code).get(str(code).casefold(), ()) if code else ()

    def _identified(self, row: Proposed) -> Iterable[str]:
        """The row whose own id the key is, then those with the same id elsewhere."""
        if row.key in self.standing(row.noun):
            yield row.key
        outer = str(row.values.get("external_id") or "")
        if len(outer) >= _SHORTEST_ID and "external_id" in table_of(NOUNS[row.noun]).c:
            yield from self.by_field(row.noun, "external_id").get(outer.casefold(), ())


def all_brief(values: Mapping[str, object]) -> dict[str, object]:
    """Values as the file remembers that a source said them; few are long."""
    return {
        name: brief(value) if isinstance(value, str) and len(value) > _REMEMBERED else value
        for name, value in values.items()
    }


def written(said: Mapping[str, object]) -> str:
    """What a source said, in brief, as the file keeps it: JSON with its names in order.

    Nearly all are texts, which need no encoder of their own.
    """
    return "{" + ", ".join([_NAMES[name] + _literal(said[name]) for name in sorted(said)]) + "}"


def _literal(value: object) -> str:
    if type(value) is str:
        return _quoted(value if len(value) <= _REMEMBERED else _digest(value))
    if type(value) is float and isfinite(value):
        return repr(value)
    return "null" if value is None else _JSON(value)


class _Names(dict[str, str]):
    """How a name begins its entry; a plan has few."""

    def __missing__(self, name: str) -> str:
        found = self[name] = f"{_quoted(name)}: "
        return found


def brief(value: object) -> object:
    """A value as the file remembers that a source said it."""
    if not isinstance(value, str) or len(value) <= _REMEMBERED:
        return value
    return _digest(value)


def _digest(text: str) -> str:
    return "#" + hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def blank(value: object) -> object:
    """A value in brief, where nothing and an empty text are the same."""
    return "" if value is None else brief(value)


_NAMES = _Names()
