"""The records that a problem is about, as links to go along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exerciseplanner.domain.checks.registry import Problem, Reference
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.ui.widgets.linked_list import Linked, LinkedList
from exerciseplanner.ui.widgets.page_context import PageContext

_FEW = 8


class Concerned(NamedTuple):
    """A record that a problem names, with what kind of record it is."""

    noun: str
    id: str
    code: str
    title: str
    detail: str


def concerned(context: PageContext, problem: Problem) -> tuple[Concerned, ...]:
    """The records of a problem beyond the first, and those related to it, each once."""
    own: list[Reference] = [(problem.noun, row_id) for row_id in problem.ids[1:]]
    wanted: dict[str, list[str]] = {}
    for noun, row_id in dict.fromkeys((*own, *problem.related)):
        if noun in NOUNS and (noun, row_id) != (problem.noun, problem.ids[0]):
            wanted.setdefault(noun, []).append(row_id)
    return tuple(row for noun, ids in wanted.items() for row in _named(context, noun, ids))


def _named(context: PageContext, name: str, ids: Sequence[str]) -> Iterator[Concerned]:
    from exerciseplanner.workspace.queries.records import records

    noun = NOUNS[name]
    title = noun.field(noun.title)
    for values in context.ask(records, name, ids):
        code = str(values[noun.code]) if noun.code else ""
        said = context.vocabulary.text(title, values[noun.title])
        yield Concerned(name, str(values["id"]), code, said, noun.singular)


def concerned_list(context: PageContext, problem: Problem) -> LinkedList | None:
    """The list of links to these records; None where there is nothing beyond the first."""
    rows = concerned(context, problem)
    if not rows:
        return None
    made = LinkedList("Concerned", context.show, detail=_kind, few=_FEW)
    made.show_rows(rows)
    return made


def _kind(row: Linked) -> str:
    return row.detail
