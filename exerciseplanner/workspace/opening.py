"""Opening an exercise file: to write where nobody else does, else to read, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exerciseplanner import paths
from exerciseplanner.storage import exercise_file, holder
from exerciseplanner.storage.backup import back_up
from exerciseplanner.storage.engine import Database
from exerciseplanner.storage.journal import newest_step
from exerciseplanner.storage.recognition import Suspect, check_header
from exerciseplanner.storage.workstation import workstation_name


@dataclass(frozen=True)
class Opened:
    """An open file, whether it is ours to write, and why it may only be read where it may."""

    database: Database
    is_held: bool
    note: str


def opened(path: Path, *, read_only: bool, keep_backup: bool = True) -> Opened:
    """Open an exercise file, take its hold where that is possible, and keep a backup of it.

    Raises:
        Fault: the file cannot be used; the message says why and what to do.
    """
    backup_folder = _backup_folder()
    check_header(Suspect(path, backup_folder))  # nothing is put beside a stranger's file
    hold = holder.Hold(False) if read_only else holder.take_hold(path)
    try:
        database = exercise_file.open_file(
            path,
            read_only=not hold.taken,
            backup_folder=backup_folder,
            scripts=paths.migrations(),
        )
    except BaseException:
        if hold.taken:
            holder.let_go(path)
        raise
    if hold.taken and database.read_only:
        holder.let_go(path)
    if keep_backup and backup_folder is not None and not database.read_only:
        back_up(database.raw, path, backup_folder, newest_step(database.raw)[1][:12])
    note = _reason(path, read_only, hold.first) if database.read_only else ""
    return Opened(database, not database.read_only, note)


def _backup_folder() -> Path | None:
    """Where backups are kept, or None: without a home to write to there is still work to do."""
    try:
        return paths.backup_dir()
    except OSError:
        return None


def _reason(path: Path, asked: bool, first: holder.Holder | None) -> str:
    if asked:
        return "It was opened to be read."
    if first is None:
        return "The file or its folder may not be written to."
    remedy = ""
    if first.workstation != workstation_name():  # whether it still runs cannot be seen here
        remedy = f" If that is no longer so, delete {holder.mark_of(path).name} beside it."
    return f"{first.user} on {first.workstation} has it open.{remedy}"
