"""How the sample exercise came to be: a first draft with faults, and the steps that mend them.

``history.toml`` tells of each step only what was different before it; the plan as it stands in the
end is that of the other files. So there is one source for both, and the last step leads there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from exerciseplanner.domain.intake import Intake, Proposed
from exerciseplanner.exchange.sample.files import opened_files, sample_intake
from exerciseplanner.exchange.sample.reading import Reader, empty

Key = tuple[str, str]
"""A row by its noun and its key in the files."""

Rows = dict[Key, Proposed]


@dataclass(frozen=True)
class Chapter:
    """One step: its name, what it adds and changes, and the rows that it removes."""

    label: str
    intake: Intake
    removed: tuple[Proposed, ...] = ()


@dataclass(frozen=True)
class SetAside:
    """A problem set aside: its check, words of its sentence, and why."""

    code: str
    words: str
    reason: str


@dataclass(frozen=True)
class Story:
    """The first draft, the steps after it, and what was set aside in the end and by whom."""

    draft: Intake
    chapters: tuple[Chapter, ...]
    set_aside: tuple[SetAside, ...]
    set_aside_by: str


def sample_story() -> Story:
    """Give the sample exercise step by step.

    Raises MissingFiles where the product is incomplete; KeyError names a row or column that the
    history tells of and nobody knows.
    """
    final = sample_intake()
    reader, _ = opened_files()
    steps = reader.load("history.toml")["step"]
    after = {(row.noun, row.key): row for row in final.rows}
    chapters: list[Chapter] = []
    for step in reversed(steps):
        before = _before(reader, step, after)
        chapters.append(_chapter(final, step["label"], before, after))
        after = before
    aside = reader.load("dismissals.toml")
    return Story(
        draft=replace(final, rows=tuple(after.values())),
        chapters=tuple(reversed(chapters)),
        set_aside=tuple(
            SetAside(code, words, reason)
            for code, listed in aside["dismissed"].items()
            for words, reason in listed
        ),
        set_aside_by=aside["dismissed_by"],
    )


def _before(reader: Reader, step: Mapping[str, Any], after: Rows) -> Rows:
    """The rows as they stood before a step."""
    gone = {(noun, key) for noun, keys in step.get("missing", {}).items() for key in keys}
    if unknown := gone - set(after):
        raise KeyError(f"{step['label']}: nobody knows {sorted(unknown)}")
    found = {key: row for key, row in after.items() if key not in gone}
    for noun, rows in step.get("was", {}).items():
        for key, stated in rows.items():
            old = reader.proposed(noun, stated, key, f"history.toml: {key}")
            now = found[noun, key]
            found[noun, key] = now._replace(
                values={**now.values, **old.values}, links={**now.links, **old.links}
            )
    for noun, rows in step.get("spare", {}).items():
        for key, stated in rows.items():
            found[noun, key] = reader.proposed(noun, stated, key, f"history.toml: {key}")
    return found


def _chapter(final: Intake, label: str, before: Rows, after: Rows) -> Chapter:
    changed = tuple(
        _stated(before.get(key), row) for key, row in after.items() if before.get(key) != row
    )
    removed = tuple(row for key, row in before.items() if key not in after)
    return Chapter(label, Intake(final.source, final.kind, changed), removed)


def _stated(before: Proposed | None, row: Proposed) -> Proposed:
    """A row that also states as empty what it had before and has no more."""
    if before is None:
        return row
    lost = {name: empty(row.noun, name) for name in _lost(before.values, row.values)}
    unlinked = dict.fromkeys(_lost(before.links, row.links), ())
    return row._replace(values={**row.values, **lost}, links={**row.links, **unlinked})


def _lost(before: Mapping[str, object], after: Mapping[str, object]) -> Iterable[str]:
    return (name for name in before if name not in after)
