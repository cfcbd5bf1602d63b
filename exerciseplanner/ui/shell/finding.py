"""What the palette finds: actions, doors to other pages, files and the records of the exercise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QPushButton

from exerciseplanner.domain.fields import sentence_case
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.ui.pages import Door, PageSpec
from exerciseplanner.ui.shell.action_list import ActionList
from exerciseplanner.ui.shell.commands import CommandWindow
from exerciseplanner.ui.shell.session import Session
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.command_palette import Entry
from exerciseplanner.workspace.queries.search import Hit, search

_MOST = 40


def palette_entries(
    actions: ActionList, doors: Sequence[Entry], files: Sequence[ActionSpec], words: dict[str, str]
) -> tuple[Entry, ...]:
    """What can be done now: first what the page offers, then the rest, doors, and files.

    `words` are what else the actions are called, by their ids.
    """
    here = sorted(actions.here(), key=lambda spec: not spec.page)
    specs = [spec for spec in here if spec.is_enabled and spec.id != "edit.palette"]
    kinds = [(spec, spec.menu or "This page") for spec in specs]
    files_kinds = [(spec, "File opened before") for spec in files]
    done, opened = (
        [
            Entry(s.label, s.run, s.tip, kind, s.icon, s.shortcut, words.get(s.id, ""))
            for s, kind in each
        ]
        for each in (kinds, files_kinds)
    )
    return (*done, *doors, *opened)


def door_words(pages: Sequence[PageSpec]) -> dict[str, str]:
    """What else planners call the actions of pages, by the ids of the actions."""
    return {door.action: door.words for spec in pages for door in spec.doors if door.action}


def door_entries(window: CommandWindow, pages: Sequence[PageSpec], here: str) -> tuple[Entry, ...]:
    """Views of every page and actions of every page but the one in sight."""
    return tuple(_doors(window, pages, here))


def _doors(window: CommandWindow, pages: Sequence[PageSpec], here: str) -> Iterator[Entry]:
    for spec in pages:
        for door in spec.doors:
            if not door.action or (spec.name != here and window.can_write()):
                run = partial(open_door, window, spec.name, door)
                yield Entry(door.label, run, "", spec.title, spec.icon, "", door.words)


def open_door(window: CommandWindow, page: str, door: Door) -> None:
    """Go to the page, open the view and run the action that the door leads to."""
    window.go(page)
    shown = window.body.pages.page() if window.body else None
    name = shown.findChild(QPushButton, f"segment-{door.view}") if shown and door.view else None
    if name is not None:
        name.click()
    if door.action:
        window.run_action(door.action)


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
