"""Handing the forces out in somebody else's format: whole or not at all, and every loss said."""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import NamedTuple

from exerciseplanner.domain.fields import sentence_case
from exerciseplanner.domain.intake import Intake
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.reading import read
from exerciseplanner.storage.faults import Fault
from exerciseplanner.workspace.operations.handing_out import hand_out
from exerciseplanner.workspace.queries.force_picture import ForcePicture, force_picture
from exerciseplanner.workspace.workspace import Workspace

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


def composed(workspace: Workspace, form: ForceFormat, choices: Choices) -> Written:
    """The forces of an exercise in a format, as a file would hold them; nothing is written."""
    return form.write(workspace.ask(force_picture), choices)


class Prepared(NamedTuple):
    """A file that is ready to be written, and what an importer will find in it, if any does."""

    written: Written
    sent: Intake | None


def prepared(workspace: Workspace, name: str, form: ForceFormat, choices: Choices) -> Prepared:
    """Compose a file that will have this name, and read it as it will be read back."""
    written = composed(workspace, form, choices)
    if not form.comes_back:
        return Prepared(written, None)
    with TemporaryDirectory(prefix="exerciseplanner-") as folder:
        copy = Path(folder) / name
        write_whole(copy, written.content)
        return Prepared(written, read(copy, workspace))


def deliver(workspace: Workspace, target: Path, file: Prepared, *, replace: bool = False) -> None:
    """Write a file, and remember what went out where the exercise may be changed.

    Raises as `export_forces` does.
    """
    check_target(workspace.path, target, replace=replace)
    write_whole(target, file.written.content)
    if file.sent is not None and not workspace.read_only:
        workspace.do(hand_out, file.sent, _meant(file.sent, file.written.keys))


def export_forces(
    workspace: Workspace,
    target: Path,
    form: ForceFormat,
    choices: Choices = Choices(),  # noqa: B008 - it cannot be changed
    *,
    replace: bool = False,
) -> Written:
    """Write the forces of an exercise to a file in a format.

    What went out is remembered, where the exercise may be changed, so that the file is compared
    with it when it comes back. Raises Refusal where the target is there already and may not be
    replaced, or is the exercise itself; Fault where the system does not let us write. What stood
    there is then still there.
    """
    check_target(workspace.path, target, replace=replace)
    file = prepared(workspace, target.name, form, choices)
    deliver(workspace, target, file, replace=replace)
    return file.written


def _meant(sent: Intake, keys: Mapping[str, str]) -> dict[tuple[str, str], str]:
    rows = {key: row_id for row_id, key in keys.items()}
    return {(row.noun, row.key): rows[row.key] for row in sent.rows if row.key in rows}


def check_target(exercise: Path, target: Path, *, replace: bool) -> None:
    """Raise Refusal where a file may not be written to `target`."""
    if target.is_dir():
        raise Refusal(f"{target} is a folder.", field="target", remedy="Name a file in it.")
    if not target.absolute().parent.is_dir():
        raise Refusal(
            f"There is no folder {target.absolute().parent}. Nothing was written.",
            field="target",
            remedy="Make it, or choose another.",
        )
    if not target.exists():
        return
    if exercise.exists() and target.samefile(exercise):
        raise Refusal(
            f"{target.name} is the exercise file itself. Nothing was written.",
            field="target",
            remedy="Choose another name.",
        )
    if not replace:
        raise Refusal(
            f"{target.name} is there already. It was not changed.",
            field="target",
            remedy="Choose another name, or say that it may be replaced.",
        )


def write_whole(target: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all; what stood there stays until then.

    Raises Fault where the system does not let us write.
    """
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise Fault(
            f"{target} cannot be written: {error.strerror or error}.",
            safe="The exercise was not changed, and no file was replaced.",
            remedy="Choose a folder that you may write to and that has room.",
        ) from error


def _title(row: NamedTuple) -> str:
    return str(getattr(row, "name", "") or getattr(row, "title", ""))
