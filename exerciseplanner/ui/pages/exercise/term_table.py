"""The terms of one kind as a table edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from exerciseplanner.domain.doctrine_kinds import attribute_fields, term_kind, term_noun
from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.terms import EVIDENCE_WORDS
from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.noun_table import edit_cell
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.operations.doctrine import (
    add_term,
    arrange_terms,
    edit_terms,
    remove_terms,
)
from exerciseplanner.workspace.queries.doctrine import TermLine, term_lines

_TO_VERIFY = "R?"
_WORDS = dict(EVIDENCE_WORDS)
_WIDE = {"line": 132, "whole": 76, "flag": 76, "pick": 88, "choice": 112, "codes": 200}
_SHORT = {"marks": 68, "sidc": 68, "edition": 96}
_ASIDE = {"document": {"stage"}, "planning_event": {"stage", "duration_days", "exit_criteria"}}
"""Attributes not shown at first; the menu of the headings brings them in."""
_ROOM = 850
"""Pixels beside the kinds in a small window; definition and source stand there where they fit."""


class TermTable(RecordTable):
    """Terms in the order of the pack; codes can be changed only where nothing uses them."""

    def __init__(self, context: PageContext, kind: str) -> None:
        super().__init__(
            context.live,
            _columns(kind, context.vocabulary),
            term_lines,
            kind,
            name=f"terms-{kind}",
            commit=None if context.read_only else self._commit,
            vocabulary=context.vocabulary,
            settings=context.settings,
        )
        self.kind = kind
        self._context = context
        noun = term_noun(kind)
        self.words = (noun.singular, noun.plural)
        self.view.setAccessibleName(term_kind(kind).plural)
        self.paste_refused.connect(lambda text: context.notices.say(text, "warn"))
        self.add_actions(self._actions())

    def add(self) -> None:
        """Add a term with a code of its own, select it and begin to type its name."""
        singular = term_kind(self.kind).singular
        taken = {row.code for row in self.model.rows()}
        code = next(f"NEW-{n}" for n in range(1, len(taken) + 2) if f"NEW-{n}" not in taken)
        values = {"code": code, "name": f"New {singular}"}
        made = self._context.do(add_term, self.kind, values)
        if made:
            self.select([made])
            edit_cell(self, made, "name")

    def remove_selected(self) -> None:
        """Remove the selected terms where nothing uses them."""
        ids = self.selected_ids()
        head = self._context.workspace.head
        if ids:
            self._context.do(remove_terms, ids)
        if self._context.workspace.head != head:
            noun = term_noun(self.kind)
            self._context.offer_undo(
                f"{len(ids)} {noun.singular if len(ids) == 1 else noun.plural} removed"
            )

    def move_selected(self, by: int) -> None:
        """Move the selected terms one place up (-1) or down (1) in the order of the pack."""
        order = [row.id for row in self.model.rows()]
        chosen = set(self.selected_ids())
        moved = _moved(order, chosen, by)
        if moved != order:
            self._context.do(arrange_terms, moved)
            self.select([row_id for row_id in moved if row_id in chosen])

    def show_only_to_verify(self, only: bool) -> None:
        """Show only the terms that must be verified, or all."""
        self.set_predicate((lambda row: row.tag == _TO_VERIFY) if only else None)

    def _actions(self) -> Sequence[ActionSpec]:
        def may_write() -> bool:
            return not self._context.read_only

        return (
            ActionSpec("terms.up", "Move up", lambda: self.move_selected(-1), "arrow-up",
                       "Alt+Up", enabled_when=may_write),
            ActionSpec("terms.down", "Move down", lambda: self.move_selected(1), "arrow-down",
                       "Alt+Down", enabled_when=may_write),
            ActionSpec("terms.remove", "Remove", self.remove_selected, "trash", "Del",
                       enabled_when=may_write),
        )  # fmt: skip

    def _commit(self, ids: tuple[str, ...], field: str, value: Any) -> None:
        self._context.workspace.do(edit_terms, ids, {field: value})


def _columns(kind: str, vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    noun = term_noun(kind)
    first = (
        ColumnSpec(
            "code", "Code", field=noun.field("code"), editable=True, width=92,
            editable_in=lambda row: not row.uses,
        ),
        ColumnSpec("name", "Name", field=noun.field("name"), editable=True, width=164,
                   grows=True, tip=lambda row: row.definition),
        ColumnSpec(
            "uses", "Used", text=lambda row: f"{row.uses:,}" if row.uses else "", width=52,
            align="right", tip=_used_by,
        ),
        ColumnSpec(
            "tag", "Evidence", text=_evidence, field=noun.field("tag"), editable=True, width=118,
            tone=lambda row: "warn" if row.tag == _TO_VERIFY else "muted", tip=_said_by,
            icon=lambda row: "alert-triangle" if row.tag == _TO_VERIFY else "",
        ),
        *(
            replace(_attribute(field, vocabulary), shown=field.name not in _ASIDE.get(kind, ()))
            for field in attribute_fields(kind)
        ),
    )  # fmt: skip
    narrow = bool(attribute_fields(kind))
    last = (
        ColumnSpec("definition", "Definition", field=noun.field("definition"), editable=True,
                   width=150 if narrow else 220),
        ColumnSpec("source", "Source", field=noun.field("source"), editable=True,
                   width=130 if narrow else 204),
    )  # fmt: skip
    left = _ROOM - sum(column.width for column in first)
    places = accumulate(column.width for column in last)
    shown = (replace(each, shown=end <= left) for each, end in zip(last, places, strict=True))
    return (*first, *shown)


def _attribute(field: Field, vocabulary: Vocabulary) -> ColumnSpec:
    def value(row: TermLine) -> Any:
        return row.attribute(field.name)

    return ColumnSpec(
        field.name,
        field.label,
        text=lambda row: vocabulary.text(field, value(row)),
        value=value,
        field=field,
        editable=True,
        width=_SHORT.get(field.name, _WIDE.get(field.kind, 132)),
        align="right" if field.kind == "whole" else "left",
    )


def _evidence(row: TermLine) -> str:
    word = _WORDS.get(row.tag, "Own")
    return f"{word}, edited" if row.edited and row.tag else word


def _said_by(row: TermLine) -> str:
    return f"{_evidence(row)}: {row.source}" if row.source else ""


def _used_by(row: TermLine) -> str:
    return f"Used by {row.used_by}" if row.uses else "Nothing uses it"


def _moved(order: list[str], chosen: set[str], by: int) -> list[str]:
    moved = list(order)
    places = [place for place, row_id in enumerate(moved) if row_id in chosen]
    for place in places if by < 0 else reversed(places):
        other = place + by
        if 0 <= other < len(moved) and moved[other] not in chosen:
            moved[place], moved[other] = moved[other], moved[place]
    return moved
