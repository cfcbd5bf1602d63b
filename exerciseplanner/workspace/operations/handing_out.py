"""Remembering what was handed out, so that a file that comes back is compared with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select

from exerciseplanner.domain.intake import Intake
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.workspace.desk import AnyRow, Desk
from exerciseplanner.workspace.ground import blank
from exerciseplanner.workspace.handed_out import HandedOut, Pair
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.operations.intake import remember
from exerciseplanner.workspace.records import table_of
from exerciseplanner.workspace.weighing import Weighed, weigh


@operation("Export")
def hand_out(desk: Desk, intake: Intake, meant: Mapping[tuple[str, str], str]) -> int:
    """Remember a file that was written from the plan, as it is read back; the plan stays.

    `meant` gives by noun and key in the file the row that was written. Returns how many rows are
    remembered.
    """
    weighing = weigh(desk, intake, meant=meant)
    rows = [row for row in weighing.rows if row.what != "refused" and _is_meant(row, meant)]
    remember(desk, replace(weighing, rows=tuple(rows)))
    kept = HandedOut(desk)
    by_noun: dict[str, list[Weighed]] = defaultdict(list)
    for row in rows:
        by_noun[row.proposed.noun].append(row)
    for noun, each in by_noun.items():
        standing = {str(r.id): r for r in desk.all(select(table_of(NOUNS[noun])))}
        said = ((r.row_id, r.proposed.key, _pairs(r, standing[r.row_id])) for r in each)
        kept.remember(desk, noun, said)
    return len(rows)


def _is_meant(row: Weighed, meant: Mapping[tuple[str, str], str]) -> bool:
    return (row.proposed.noun, row.proposed.key) in meant


def _pairs(row: Weighed, standing: AnyRow) -> dict[str, Pair]:
    """By field what the file says of a row and what stands in the plan, in brief."""
    return {
        name: (blank(said), blank(getattr(standing, name)))
        for name, said in row.said.items()
        if name not in row.proposed.links
    }
