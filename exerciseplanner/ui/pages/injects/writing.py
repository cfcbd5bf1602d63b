"""Which fields of injects and strands the lists may write, and under which name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.pages.injects.columns import WRITES
from exerciseplanner.ui.widgets.page_context import Commit, PageContext
from exerciseplanner.workspace.queries.script import ScriptRow

#: By column the field of a strand that it shows.
STRAND_FIELDS: Mapping[str, str] = {
    "serial": "serial",
    "title": "title",
    "cell": "cell",
    "location_name": "location_name",
    "responsible": "owner",
    "message": "description",
    "expected_action": "expected_response",
    "note": "note",
}


def can_write(column: str, row: ScriptRow) -> bool:
    """Whether a column of a row can be written at all."""
    return row.noun == "inject" or (row.noun == "strand" and column in STRAND_FIELDS)


def writer(context: PageContext, nouns: Mapping[str, str]) -> Commit | None:
    """How the lists commit: each row by its noun, which `nouns` gives by id; None if read-only."""
    inject, strand = context.commit("inject"), context.commit("strand")
    if inject is None or strand is None:
        return None

    def commit(ids: tuple[str, ...], column: str, value: Any) -> None:
        strands = tuple(row_id for row_id in ids if nouns.get(row_id) == "strand")
        injects = tuple(row_id for row_id in ids if row_id not in strands)
        if strands and column not in STRAND_FIELDS:
            raise Refusal("A storyline, event or incident has no such value.", field=column)
        if strands:
            strand(strands, STRAND_FIELDS[column], value)
        if injects:
            inject(injects, WRITES.get(column, column), value)

    return commit
