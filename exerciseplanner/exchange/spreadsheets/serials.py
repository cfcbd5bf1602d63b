"""Serials and keys: what each row is called, and what it is known by when the file comes again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import blake2b

from exerciseplanner.exchange.spreadsheets.cells import one_line
from exerciseplanner.exchange.spreadsheets.remarks import Remarks
from exerciseplanner.exchange.spreadsheets.similarity import words
from exerciseplanner.exchange.spreadsheets.walking import Entry

_GROUPS = frozenset(
    {
        "move",
        "phase",
        "group",
        "day",
        "event",
        "storyline",
        "round",
        "turn",
        "part",
        "block",
        "serie",
        "vignette",
    }
)


_GROUPING_FIELDS = (
    ("storyline", "storyline"),
    ("event", "event"),
    ("incident", "incident"),
    ("day", "start_date"),
)


def serials_of(entries: Sequence[Entry], remarks: Remarks) -> list[str]:
    """The serial of each entry of one sheet; numbers that begin anew in every group carry it."""
    plain = [one_line(entry.text("serial")) for entry in entries]
    given = [serial for serial in plain if serial]
    if len(given) < 2 or len(set(given)) > 0.75 * len(given):
        return plain
    for name, group_of in _groupings(entries):
        groups = [group_of(entry) for entry in entries]
        pairs = [(group, serial) for group, serial in zip(groups, plain, strict=True) if serial]
        if all(group for group, _ in pairs) and len(set(pairs)) == len(pairs):
            message = f"serials begin anew in every {name.lower()}, which is put before them"
            remarks.say(entries[0].sheet.place() or "File", message)
            return [f"{g}-{s}" if s else "" for g, s in zip(groups, plain, strict=True)]
    return plain


def _groupings(entries: Sequence[Entry]) -> list[tuple[str, Callable[[Entry], str]]]:
    names = dict.fromkeys(name for entry in entries for name, _ in entry.others)
    found: list[tuple[str, Callable[[Entry], str]]] = [
        (name, _other(name)) for name in names if _GROUPS.intersection(words(name))
    ]
    found += [(word, _field(name)) for word, name in _GROUPING_FIELDS]
    found.append(("section", lambda entry: one_line(entry.section)))
    return found


def _other(name: str) -> Callable[[Entry], str]:
    return lambda entry: next((one_line(text) for n, text in entry.others if n == name), "")


def _field(name: str) -> Callable[[Entry], str]:
    return lambda entry: one_line(entry.text(name))


class KeyBook:
    """Keys of the rows of a file: by serial where there is one, else by what the row says."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._first: dict[str, tuple[str, str]] = {}

    def key(self, serial: str, title: str, message: str) -> str:
        """A key nobody else in the file has; the same when the file comes again."""
        base = f"serial:{serial}" if serial else f"row:{_print_of(title, message)}"
        self._seen[base] += 1
        count = self._seen[base]
        self._first.setdefault(base, (title, message))
        if serial and count == 1:
            return base
        return f"{base}#{count}"

    def repeats(self, serial: str, title: str, message: str) -> bool:
        """Whether a row with this serial and the same words has been there already."""
        return bool(serial) and self._first.get(f"serial:{serial}") == (title, message)

    def is_taken(self, serial: str) -> bool:
        """Whether another row has this serial."""
        return f"serial:{serial}" in self._first


def _print_of(title: str, message: str) -> str:
    said = " ".join(words(title) + words(message[:2000]))
    return blake2b(said.encode(), digest_size=6).hexdigest()
