"""What was handed out of the plan in files of others, so that it is known when it comes back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import select

from exerciseplanner.storage.tables.imports import import_record
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.ids import new_id

SOURCE = "\x1fhanded out"
"""Stands for the source of records about rows that were handed out; no file is called so."""

_MOST_REMEMBERED = 12
_EMPTY = ("", "")

Key = tuple[str, str]
Pair = tuple[object, object]
"""What a file said of a field when it was written, and what stood in the plan then; in brief."""


class _Record(NamedTuple):
    id: str
    said: str


class HandedOut:
    """The rows that were handed out, by the keys they went by, with what was said of them."""

    def __init__(self, desk: Desk) -> None:
        self._records: dict[Key, _Record] = {}
        self.rows: dict[Key, str] = {}
        self._keys: dict[Key, list[str]] = {}
        self._said: dict[Key, Mapping[str, Sequence[Pair]]] = {}
        for row in desk.all(select(import_record).where(import_record.c.source == SOURCE)):
            noun, row_id = str(row.noun), str(row.row_id)
            content = json.loads(row.said)
            self._records[noun, row_id] = _Record(str(row.id), str(row.said))
            self._said[noun, row_id] = {
                name: [(pair[0], pair[-1]) for pair in pairs]
                for name, pairs in content["fields"].items()
            }
            self._keys[noun, row_id] = content["keys"]
            for key in content["keys"]:
                self.rows[noun, key] = row_id

    def said(self, noun: str, row_id: str, field: str) -> Sequence[Pair]:
        """What was said of a field each time it went out, oldest first; nothing if never."""
        fields = self._said.get((noun, row_id))
        return () if fields is None else fields.get(field, (_EMPTY,))

    def remember(
        self, desk: Desk, noun: str, rows: Iterable[tuple[str, str, Mapping[str, Pair]]]
    ) -> None:
        """Add to what was said of rows of a noun: for each its id, key in the file, and fields."""
        fresh: list[dict[str, object]] = []
        for row_id, key, fields in rows:
            before = self._records.get((noun, row_id))
            said = self._written(noun, row_id, key, fields)
            if before is None:
                fresh.append(
                    {
                        "id": new_id(),
                        "noun": noun,
                        "row_id": row_id,
                        "source": SOURCE,
                        "source_key": row_id,
                        "said": said,
                    }
                )
            elif before.said != said:
                desk.change(import_record, [before.id], {"said": said})
        desk.add_all(import_record, fresh)

    def _written(self, noun: str, row_id: str, key: str, fields: Mapping[str, Pair]) -> str:
        known = self._keys.get((noun, row_id), ())
        before = self._said.get((noun, row_id), {})
        pairs: dict[str, list[Sequence[object]]] = {
            name: [_short(pair) for pair in listed] for name, listed in before.items()
        }
        for name, pair in fields.items():
            listed = pairs.get(name, [_short(_EMPTY)] if before else [])
            if (not listed and pair != _EMPTY) or (listed and listed[-1] != _short(pair)):
                pairs[name] = [*listed, _short(pair)][-_MOST_REMEMBERED:]
        content = {"fields": pairs, "keys": sorted({*known, key})}
        return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _short(pair: Pair) -> Sequence[object]:
    return [pair[0]] if pair[0] == pair[1] else list(pair)
