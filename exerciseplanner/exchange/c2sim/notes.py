"""What a unit's note keeps of C2SIM so that it can go out again: one labelled line for each."""

from __future__ import annotations

from collections.abc import Iterable

SYSTEM = "Simulated by"
ENTITY_TYPE = "SISO entity type"
NAMED_TYPE = "Entity type"
ECHELON = "C2SIM echelon"
MARKING = "Marking"
OTHER_NAME = "Also called"
HOSTILITY = "Hostility in C2SIM"

STATUS = "Status"
POSITION = "Position"

LABELS = (SYSTEM, ENTITY_TYPE, NAMED_TYPE, ECHELON, OTHER_NAME, HOSTILITY)
"""The lines that are read back from the note of a side or unit when it goes out."""

PLATFORM_LABELS = (*LABELS, MARKING, STATUS, POSITION)
"""Those that are read back from the note of a platform."""


def line(label: str, said: str) -> str:
    """A labelled line; empty where nothing is said."""
    return f"{label}: {said}" if said else ""


def note_of(lines: Iterable[str]) -> str:
    """A note of the lines that say something."""
    return "\n".join(filter(None, lines))


def kept(note: str, label: str) -> tuple[str, ...]:
    """What the lines of a note with a label say, in their order."""
    start = f"{label}: "
    return tuple(each[len(start) :].strip() for each in note.splitlines() if each.startswith(start))


def beyond(note: str, labels: Iterable[str] = LABELS) -> str:
    """A note without the lines that go out elsewhere."""
    starts = tuple(f"{label}: " for label in labels)
    return "\n".join(each for each in note.splitlines() if not each.startswith(starts)).strip()
