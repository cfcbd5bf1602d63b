"""Taking in what an importer read: one step, whatever the size, and one undo."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import select

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.intake import Intake
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.storage.tables.imports import import_record
from exerciseplanner.storage.tables.storylines import strand
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.ground import written
from exerciseplanner.workspace.ids import new_ids
from exerciseplanner.workspace.numbering import Numbering
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.operations.injects import first_state
from exerciseplanner.workspace.operations.serials import next_inject, next_lesson, next_strand
from exerciseplanner.workspace.records import link_columns, next_seq, set_links, table_of
from exerciseplanner.workspace.weighing import Weighed, Weighing, weigh


@operation("Import")
def take_in(desk: Desk, intake: Intake, *, overwrite: bool = False) -> Weighing:
    """Apply an intake: add what is new, change what only the source changed, keep the rest.

    With `overwrite` the source wins where both sides changed a field. Rows that the plan cannot
    hold are left out and said so in the result. Returns what became of each row.
    """
    weighing = weigh(desk, intake, overwrite=overwrite)
    _add(desk, [row for row in weighing.rows if row.what == "added"])
    _change(desk, [row for row in weighing.rows if row.what == "changed"])
    remember(desk, weighing)
    return weighing


def _change(desk: Desk, rows: list[Weighed]) -> None:
    numbering = Numbering(desk)
    by_noun: dict[str, dict[str, Mapping[str, object]]] = defaultdict(dict)
    for row in rows:
        by_noun[row.proposed.noun][row.row_id] = row.values
        numbering.note(str(row.values.get("serial", "")))
        for name, ids in row.links.items():
            noun = NOUNS[row.proposed.noun]
            set_links(desk, noun, noun.field(name), row.row_id, ids)
    for name, values in by_noun.items():
        desk.change_each(table_of(NOUNS[name]), values)
    numbering.keep()


def _add(desk: Desk, rows: list[Weighed]) -> None:
    by_noun: dict[str, list[Weighed]] = defaultdict(list)
    for row in rows:
        by_noun[row.proposed.noun].append(row)
    ordered = [name for name in NOUNS if name in by_noun]
    numbering = Numbering(desk)
    for name in ordered:
        table = table_of(NOUNS[name])
        first = next_seq(desk, table) if "seq" in table.c else 0
        _add_rows(desk, name, _completed(desk, numbering, name, by_noun[name]), first)
    numbering.keep()
    for name in ordered:
        for field in NOUNS[name].links:
            _add_links(desk, name, field, by_noun[name])


def _add_rows(desk: Desk, noun: str, rows: Iterable[dict[str, object]], first: int) -> None:
    table = table_of(NOUNS[noun])
    alike: dict[tuple[str, ...], list[dict[str, object]]] = defaultdict(list)
    placed = "seq" in table.c
    for seq, row in enumerate(rows, first):
        if placed:
            row.setdefault("seq", seq)
        alike[tuple(row)].append(row)
    desk.defer_references()
    for group in alike.values():
        desk.add_all(table, group)


def _add_links(desk: Desk, noun: str, field: Field, rows: Iterable[Weighed]) -> None:
    own, other = link_columns(NOUNS[noun], field)
    pairs = [(row.row_id, target) for row in rows for target in row.links.get(field.name, ())]
    desk.add_all(
        METADATA.tables[field.link],
        [
            {"id": id_, own: source, other: target}
            for id_, (source, target) in zip(new_ids(len(pairs)), pairs, strict=True)
        ],
    )


def _completed(
    desk: Desk, numbering: Numbering, noun: str, rows: list[Weighed]
) -> list[dict[str, object]]:
    complete: list[dict[str, object]] = [{"id": row.row_id, **row.values} for row in rows]
    for row in complete:
        if serial := row.get("serial"):
            numbering.note(str(serial))
    if noun == "strand":
        _number_strands(desk, numbering, complete)
    if noun == "inject":
        _number_injects(desk, numbering, complete)
    if noun == "lesson":
        _number_lessons(numbering, complete)
    return complete


def _number_strands(desk: Desk, numbering: Numbering, rows: list[dict[str, object]]) -> None:
    """Number the strands that have no serial, each after the one that it is part of."""
    serials = {str(r.id): str(r.serial) for r in desk.all(select(strand))}
    waiting = {str(row["id"]): row for row in rows}

    def number(row_id: str) -> None:
        row = waiting.pop(row_id)
        parent = str(row.get("parent_id") or "")
        if parent in waiting:
            number(parent)
        kind = str(row.get("kind") or "storyline")
        row["serial"] = row.get("serial") or next_strand(numbering, kind, serials.get(parent, ""))
        serials[row_id] = str(row["serial"])

    for row_id in list(waiting):
        if row_id in waiting:
            number(row_id)


def _number_injects(desk: Desk, numbering: Numbering, rows: list[dict[str, object]]) -> None:
    strands = {str(r.id): str(r.serial) for r in desk.all(select(strand))}
    start = first_state(desk)
    for row in rows:
        above = strands.get(str(row.get("strand_id")), "")
        row["serial"] = row.get("serial") or next_inject(numbering, above)
        row["state"] = row.get("state") or start


def _number_lessons(numbering: Numbering, rows: list[dict[str, object]]) -> None:
    for row in rows:
        row["serial"] = row.get("serial") or next_lesson(numbering)


def remember(desk: Desk, weighing: Weighing) -> None:
    """Keep what a source says of each row now, so that it can come again."""
    present = {
        (row.noun, row.source_key): row
        for row in desk.all(select(import_record).where(import_record.c.source == weighing.source))
    }
    fresh: list[dict[str, object]] = []
    ids = iter(new_ids(len(weighing.rows)))
    for row in weighing.rows:
        if row.what == "refused":
            continue
        proposed = row.proposed
        record = present.get((proposed.noun, proposed.key))
        said = written(_settled(row, record.said if record is not None else "{}"))
        if record is None:
            fresh.append(
                {
                    "id": next(ids),
                    "noun": proposed.noun,
                    "row_id": row.row_id,
                    "source": weighing.source,
                    "source_key": proposed.key,
                    "said": said,
                }
            )
        elif (record.said, record.row_id) != (said, row.row_id):
            desk.change(import_record, [record.id], {"said": said, "row_id": row.row_id})
    desk.add_all(import_record, fresh)


def _settled(row: Weighed, said_before: str) -> Mapping[str, object]:
    """What the source says now; conflicts stay open until somebody decides them."""
    if not row.differences:
        return row.said
    settled, before = dict(row.said), json.loads(said_before)
    for each in row.differences:
        if not each.taken:
            settled.pop(each.field, None)
            settled |= {name: before[name] for name in (each.field,) if name in before}
    return settled
