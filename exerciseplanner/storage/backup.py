"""Whole copies of an exercise file: versions with a name, and backups that rotate."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from exerciseplanner.storage.faults import Fault, cause_of

KEPT_BACKUPS = 12


def write_copy(raw: sqlite3.Connection, target: Path) -> None:
    """Write a whole, freshly built copy to `target`; what was deleted is not in it.

    The copy appears under its name only when it is complete.

    Raises:
        Fault: the copy cannot be written there; nothing is left behind.
    """
    beside = beside_of(target)
    try:
        remove(beside)
        raw.execute("VACUUM INTO ?", (str(beside),))
        put_in_place(beside, target)
    except (sqlite3.Error, OSError, ValueError) as error:  # ValueError: a name without letters
        remove(beside)
        raise Fault(
            f"The copy {target.name} could not be written ({cause_of(error)}).",
            safe="The exercise file itself is unchanged.",
            remedy="Choose another folder or name, or free some space.",
        ) from error


def beside_of(target: Path) -> Path:
    """Where a file is built before it appears as `target`: hidden, in the same folder."""
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def put_in_place(built: Path, target: Path) -> None:
    """Give a complete file its name, so that a power loss leaves the old state or the new one."""
    with built.open("rb+") as file:
        os.fsync(file.fileno())
    built.replace(target)
    with contextlib.suppress(OSError):  # folders cannot be opened everywhere, and need not be
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def remove(built: Path) -> None:
    """Take away a file that did not become complete, and the journal beside it."""
    for left in (built, built.with_name(built.name + "-journal")):
        with contextlib.suppress(OSError):
            left.unlink(missing_ok=True)


def keep_backup(raw: sqlite3.Connection, path: Path, folder: Path, state: str) -> Path | None:
    """Keep a backup of `path` in `folder` unless one of this `state` is there; oldest ones go.

    `state` is a text of letters and digits that differs for different contents. Returns the
    backup made, or None where there was one already.

    Raises:
        Fault: it cannot be written.
    """
    ours = _folder(path, folder)
    try:
        ours.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Fault(
            f"No backup of {path.name} could be made ({cause_of(error)}).",
            safe="The exercise file itself is unchanged.",
            remedy=f"Make sure that you may write to {folder}.",
        ) from error
    if any(ours.glob(f"*-{state}.exercise")):
        return None
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    made = ours / f"{stamp}-{state}.exercise"
    write_copy(raw, made)
    _tidy(ours)
    return made


def back_up(raw: sqlite3.Connection, path: Path, folder: Path, state: str) -> Path | None:
    """Keep a backup if that is possible: a missing one never keeps the planner from working."""
    try:
        return keep_backup(raw, path, folder, state)
    except Fault:
        return None


def backups(path: Path, folder: Path) -> tuple[Path, ...]:
    """The backups of `path`, newest first."""
    return _newest_first(_folder(path, folder))


def _newest_first(ours: Path) -> tuple[Path, ...]:
    return tuple(sorted(ours.glob("[!.]*.exercise"), reverse=True))


def _tidy(ours: Path) -> None:
    for old in (*_newest_first(ours)[KEPT_BACKUPS:], *ours.glob(".*.part*")):
        with contextlib.suppress(OSError):
            old.unlink(missing_ok=True)


def _folder(path: Path, folder: Path) -> Path:
    place = hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:8]
    return folder / f"{path.stem[:40]}-{place}"
