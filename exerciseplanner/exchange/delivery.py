"""Handing the forces out in somebody else's format: whole or not at all, and every loss said."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from exerciseplanner.domain.intake import Intake, Proposed
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.reading import read
from exerciseplanner.exchange.writing import Choices, ForceFormat, Written
from exerciseplanner.storage.faults import Fault
from exerciseplanner.workspace.operations.handing_out import hand_out
from exerciseplanner.workspace.queries.force_picture import force_picture
from exerciseplanner.workspace.queries.forces import SideRow, sides
from exerciseplanner.workspace.workspace import Workspace

_NAME_BESIDE = 40


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
        sent = _with_sides(file.sent, file.written.keys, workspace.ask(sides))
        workspace.do(hand_out, sent, _meant(sent, file.written.keys))


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


def _with_sides(sent: Intake, keys: Mapping[str, str], listed: tuple[SideRow, ...]) -> Intake:
    """What went out, with the sides that a format only names: they are then known by that name."""
    met = {row.key for row in sent.rows if row.noun == "side"}
    named = []
    for side in listed:
        key = keys.get(side.id)
        if key is not None and key not in met:
            met.add(key)
            named.append(Proposed("side", key, "", {"name": side.name}))
    return replace(sent, rows=(*named, *sent.rows))


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
    # Of a long name only the beginning: systems take no more than 255 bytes.
    beside = target.with_name(f".{target.name[:_NAME_BESIDE]}.{os.getpid()}.new")
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
