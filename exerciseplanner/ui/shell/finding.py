"""What the palette finds: actions, pages, files and the records of the exercise."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from exerciseplanner.domain.fields import sentence_case
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.ui.pages import PageSpec
from exerciseplanner.ui.shell.action_list import ActionList
from exerciseplanner.ui.shell.session import Session
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.command_palette import Entry
from exerciseplanner.workspace.queries.search import Hit, search

_MOST = 40


def palette_entries(actions: ActionList, files: Sequence[ActionSpec]) -> tuple[Entry, ...]:
    """What can be done now: first what the page offers, then the rest, then files."""
    here = sorted(actions.here(), key=lambda spec: not spec.page)
    specs = [spec for spec in here if spec.is_enabled and spec.id != "edit.palette"]
    kinds = [(spec, spec.menu or "This page") for spec in specs]
    kinds += [(spec, "File opened before") for spec in files]
    return tuple(
        Entry(spec.label, spec.run, spec.tip, kind, spec.icon, spec.shortcut)
        for spec, kind in kinds
    )


def record_search(session: Session, pages: Sequence[PageSpec], text: str) -> tuple[Entry, ...]:
    """The records that hold every word, with the icon of the page they are at home on."""
    icons = {noun: spec.icon for spec in pages for noun in spec.nouns}
    hits = session.workspace.ask(search, text, _MOST)
    return tuple(_entry(session, hit, icons.get(hit.noun, "point")) for hit in hits)


def _entry(session: Session, hit: Hit, icon_name: str) -> Entry:
    named = f"{hit.code} {hit.title}".strip()
    excerpt = hit.excerpt.replace(hit.title, "").removeprefix(hit.code).strip()
    return Entry(
        label=named,
        run=partial(session.context.show, hit.noun, hit.id),
        detail=excerpt,
        kind=sentence_case(NOUNS[hit.noun].singular),
        icon=icon_name,
    )
