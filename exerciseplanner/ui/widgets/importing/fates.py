"""What becomes of each row of a file, in words for the table in which the planner checks it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.injects import STRAND_KINDS
from exerciseplanner.domain.intake import Doubt
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.weighing import Difference, Weighed, Weighing, What

_LONGEST = 60
_ROWS = re.compile(r"(.*, |)[Rr]ows (\d[\d–, ]*)")
_NUMBERS = re.compile(r"(\d+)(?:–(\d+))?")


class FateLook(NamedTuple):
    """How a fate is shown: its word, icon and tone."""

    word: str
    icon: str
    tone: str


FATES: Mapping[What, FateLook] = {
    "added": FateLook("New", "plus", "ok"),
    "changed": FateLook("Changed", "pencil", "info"),
    "kept": FateLook("Yours kept", "git-compare", "warn"),
    "same": FateLook("As it is", "check", "muted"),
    "refused": FateLook("Left out", "ban", "danger"),
}


class FateRow(NamedTuple):
    """One row of the file; `doubts` and `changes` are sentences."""

    id: str
    what: What
    place: str
    noun: str
    code: str
    title: str
    start: int | None
    changes: str
    doubts: str


def fate_rows(weighing: Weighing, vocabulary: Vocabulary) -> tuple[FateRow, ...]:
    """Every row of a weighing in the order of the file."""
    doubts = _by_row(weighing.doubts)
    rows = [_row(number, each, doubts, vocabulary) for number, each in enumerate(weighing.rows)]
    sheets = {row.place.rpartition(", row ")[0] for row in rows}
    if len(sheets) > 1 or not any(sheets):
        return tuple(rows)
    return tuple(row._replace(place=f"Row {row.place.rpartition(', row ')[2]}") for row in rows)


def _row(
    number: int, each: Weighed, doubts: Mapping[str, list[str]], vocabulary: Vocabulary
) -> FateRow:
    noun = NOUNS[each.proposed.noun]
    start = each.said.get("start")
    changes = "; ".join(_difference(noun.name, one, vocabulary) for one in each.differences)
    return FateRow(
        str(number),
        each.what,
        each.proposed.place,
        _called(each),
        str(each.said.get(noun.code, "") or "") if noun.code else "",
        each.title,
        start if isinstance(start, int) else None,
        changes,
        " ".join(filter(None, (each.message, *doubts.get(each.proposed.place, ())))),
    )


def _called(each: Weighed) -> str:
    noun = NOUNS[each.proposed.noun]
    kind = str(each.said.get("kind", "")) if noun.name == "strand" else ""
    name = dict(STRAND_KINDS).get(kind, noun.singular)
    return name[:1].upper() + name[1:]


def _difference(noun: str, one: Difference, vocabulary: Vocabulary) -> str:
    try:
        field = NOUNS[noun].field(one.field)
    except KeyError:
        field = Field(one.field, one.label)
    before, after = (_short(vocabulary.text(field, value)) for value in (one.before, one.after))
    if one.taken:
        return f"{one.label}: {before or 'empty'} → {after or 'empty'}"
    return f"{one.label}: {before or 'empty'} stays, the file says {after or 'nothing'}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _by_row(doubts: Iterable[Doubt]) -> dict[str, list[str]]:
    """Doubts by the single rows they are about; those about many rows once for each."""
    found: dict[str, list[str]] = {}
    for doubt in doubts:
        for place in _places(doubt.place):
            found.setdefault(place, []).append(_sentence(doubt.message))
    return found


def _places(place: str) -> Iterable[str]:
    found = _ROWS.fullmatch(place)
    if found is None:
        return (place,)
    start = f"{found[1]}row " if found[1] else "Row "
    return [
        f"{start}{number}"
        for first, last in _NUMBERS.findall(found[2])
        for number in range(int(first), int(last or first) + 1)
    ]


def _sentence(text: str) -> str:
    begun = text[:1].upper() + text[1:]
    return begun if begun.endswith((".", "?")) else begun + "."


def counted(weighing: Weighing) -> dict[What, int]:
    """How many rows have each fate, without those that none has."""
    counts = {what: weighing.count(what) for what in FATES}
    return {what: count for what, count in counts.items() if count}


def report(weighing: Weighing) -> str:
    """The doubts and losses of an import as plain text to keep."""
    lines = [f"Import of {weighing.source}"]
    lines += [f"{FATES[what].word}: {count}" for what, count in counted(weighing).items()]
    for title, doubts in (("Doubts", weighing.doubts), ("Not taken over", weighing.left_out)):
        if doubts:
            lines += ["", title, *(f"{each.place}: {_sentence(each.message)}" for each in doubts)]
    return "\n".join(lines) + "\n"
