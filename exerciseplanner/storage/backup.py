"""Whole copies of an exercise file: versions with a name, and backups that rotate."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from exerciseplanner.storage.faults import Fault

KEPT_BACKUPS = 12


def write_copy(raw: sqlite3.Connection, target: Path) -> None:
    """Write a whole, freshly built copy to `target`; what was deleted is not in it.

    The copy appears under its name only when it is complete.

    Raises:
        Fault: the copy cannot be written there; nothing is left behind.
    """
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    beside.unlink(missing_ok=True)
    try:
        raw.execute("VACUUM INTO ?", (str(beside),))
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(target)
    except (sqlite3.Error, OSError) as error:
        beside.unlink(missing_ok=True)
        raise Fault(
            f"The copy {target.name} could not be written ({error}).",
            safe="The exercise file itself is unchanged.",
            remedy="Choose another folder, or free some space.",
        ) from error


def back_up(raw: sqlite3.Connection, path: Path, folder: Path, head: str) -> Path | None:
    """Keep a backup of `path` in `folder` unless one of this state is there; oldest ones go.

    Returns the backup made, or None where none was needed or none could be written: a missing
    backup never keeps the planner from working.
    """
    ours = _folder(path, folder)
    try:
        ours.mkdir(parents=True, exist_ok=True)
        if any(ours.glob(f"*-{head[:12]}.exercise")):
            return None
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
        made = ours / f"{stamp}-{head[:12]}.exercise"
        write_copy(raw, made)
    except (Fault, OSError):
        return None
    for old in backups(path, folder)[KEPT_BACKUPS:]:
        old.unlink(missing_ok=True)
    return made


def backups(path: Path, folder: Path) -> tuple[Path, ...]:
    """The backups of `path`, newest first."""
    return tuple(sorted(_folder(path, folder).glob("*.exercise"), reverse=True))


def _folder(path: Path, folder: Path) -> Path:
    place = hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:8]
    return folder / f"{path.stem}-{place}"
