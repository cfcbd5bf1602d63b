"""Adding, editing and removing rows of nouns that ask for nothing more than their fields say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exerciseplanner.domain.fields import Noun
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import Operation, operation
from exerciseplanner.workspace.records import add_row, edit_rows, remove_rows

Values = Mapping[str, object]


@dataclass(frozen=True)
class Verbs:
    """What can be done to the rows of a noun."""

    add: Operation[[Values], str]
    edit: Operation[[Iterable[str], Values], None]
    remove: Operation[[Iterable[str]], None]


def plain_verbs(noun: Noun) -> Verbs:
    """The three operations of a noun, entered in the registry under its name."""

    def add(desk: Desk, values: Values) -> str:
        return add_row(desk, noun, values)

    def edit(desk: Desk, ids: Iterable[str], changes: Values) -> None:
        edit_rows(desk, noun, ids, changes)

    def remove(desk: Desk, ids: Iterable[str]) -> None:
        remove_rows(desk, noun, ids)

    add.__name__, add.__doc__ = f"add_{noun.name}", f"Add to the {noun.plural}; returns the id."
    edit.__name__ = f"edit_{noun.name}"
    edit.__doc__ = f"Give the same new field values to each of these {noun.plural}."
    remove.__name__ = f"remove_{noun.name}"
    remove.__doc__ = f"Remove these {noun.plural}, and what cannot stand without them."
    return Verbs(
        operation(f"Add {noun.singular}")(add),
        operation(f"Edit {noun.singular}")(edit),
        operation(f"Remove {noun.singular}")(remove),
    )
