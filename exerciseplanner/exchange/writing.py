"""What it takes to hand the forces out in a format: what may be chosen, held and lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from exerciseplanner.domain.fields import sentence_case
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.workspace.queries.force_picture import ForcePicture

_MOST_NAMED = 5


class Choices(NamedTuple):
    """What whoever exports may choose.

    `viewpoint` is the id of the side from which friend and hostile are seen, None for how the
    plan states it. `strict` keeps to the letter of the standard where practice differs.
    """

    viewpoint: str | None = None
    strict: bool = False


@dataclass(frozen=True)
class Loss:
    """Something that a format does not hold: what, how often, and a few of those it concerns."""

    what: str
    count: int
    examples: tuple[str, ...] = ()


class Written(NamedTuple):
    """A file as it was or would be written, and what of the plan is not in it.

    `keys` gives for the id of each row that it holds the key by which an importer will know it.
    """

    content: bytes
    losses: tuple[Loss, ...] = ()
    keys: Mapping[str, str] = MappingProxyType({})


class ForceFormat(NamedTuple):
    """A format that forces can be handed out in.

    `holds` says by noun which fields it can hold, `summary` in a sentence what it is for.
    `comes_back` says whether this program reads it too.
    """

    name: str
    title: str
    suffix: str
    write: Callable[[ForcePicture, Choices], Written]
    holds: Mapping[str, frozenset[str]]
    summary: str = ""
    comes_back: bool = True


class LossCount:
    """Gathers losses by what they are, in the order in which they were first met."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._examples: dict[str, list[str]] = {}

    def add(self, what: str, example: str = "") -> None:
        """Count one loss; the first few examples are kept."""
        self._counts[what] += 1
        named = self._examples.setdefault(what, [])
        if example and len(named) < _MOST_NAMED and example not in named:
            named.append(example)

    def losses(self) -> tuple[Loss, ...]:
        """What was lost."""
        return tuple(
            Loss(what, count, tuple(self._examples[what])) for what, count in self._counts.items()
        )


def fields_lost(
    noun: str, rows: Iterable[NamedTuple], held: Iterable[str], losses: LossCount
) -> None:
    """Count every filled field of rows of a noun that a format does not hold."""
    kept = frozenset(held)
    about = NOUNS[noun]
    missing = [field for field in about.columns if field.name not in kept]
    for row in rows:
        for field in missing:
            if getattr(row, field.name, None) not in (None, "", "[]"):
                losses.add(f"{about.singular.capitalize()}: {field.label}", _title(row))


def whole_rows_lost(
    picture: ForcePicture, held: Mapping[str, frozenset[str]], losses: LossCount
) -> None:
    """Count the rows about units of every noun that a format does not hold at all."""
    names = {row.id: row.name for row in picture.units}
    for noun, rows in (
        ("equipment", picture.equipment),
        ("command_relation", picture.command_relations),
        ("unit_capability", picture.unit_capabilities),
        ("unit_standard", picture.unit_standards),
    ):
        if noun not in held:
            for row in rows:
                losses.add(sentence_case(NOUNS[noun].plural), names.get(row.unit_id, ""))


def outer_ids(rows: Iterable[NamedTuple]) -> dict[str, str]:
    """The id that each row goes by outside: the one it came with, else its own; no two alike."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for row in rows:
        own = str(getattr(row, "id"))  # noqa: B009 - rows of several nouns have one
        outer = str(getattr(row, "external_id", "")) or own
        found[own] = own if outer in taken else outer
        taken.add(found[own])
    return found


def degrees(value: float) -> str:
    """Degrees in plain figures: not every program that reads decimals knows an exponent."""
    written = repr(value + 0.0)  # which makes nothing of a nothing below nothing
    return written if "e" not in written else f"{value:.15f}".rstrip("0")


def _title(row: NamedTuple) -> str:
    return str(getattr(row, "name", "") or getattr(row, "title", ""))
