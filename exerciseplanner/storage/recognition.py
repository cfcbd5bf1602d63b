"""Telling an exercise file from everything else, before a byte of it is believed."""

from __future__ import annotations

import sqlite3
import stat
from dataclasses import dataclass
from pathlib import Path

from exerciseplanner.storage.backup import backups
from exerciseplanner.storage.faults import Fault
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.storage.upgrade import SCHEMA

#: "EXPL": what SQLite calls the application id of every exercise file.
APPLICATION_ID = 0x4558504C

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_UNCHANGED = "Nothing was changed."


@dataclass(frozen=True)
class Suspect:
    """A file that may be an exercise file, and the folder with the backups of exercise files."""

    path: Path
    backup_folder: Path | None

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    def remedy(self, otherwise: str) -> str:
        """The newest backup to open instead, or `otherwise` where there is none."""
        kept = backups(self.path, self.backup_folder) if self.backup_folder else ()
        return f"Open the newest backup: {kept[0]}." if kept else otherwise

    @property
    def damaged(self) -> Fault:
        """What is said of a file that SQLite cannot make sense of."""
        return Fault(
            f"{self.name} is damaged.",
            safe="Nothing was written to it.",
            remedy=self.remedy("Open a copy made before."),
        )


def check_header(suspect: Suspect) -> None:
    """Check what a file is by its first bytes alone; nothing is opened as a database yet.

    Raises:
        Fault: it is missing, no file, unreadable, empty, something else, or newer than we are.
    """
    header = _header(suspect)
    name = suspect.name
    if not header:
        raise Fault(
            f"{name} is empty (0 bytes).",
            safe=_UNCHANGED,
            remedy=suspect.remedy("Open the copy it was made from."),
        )
    if not header.startswith(_MAGIC):
        raise Fault(
            f"{name} is not an exercise file.",
            safe=_UNCHANGED,
            remedy=suspect.remedy("If it holds units or injects, import it into an exercise."),
        )
    if len(header) < _HEADER_BYTES:
        raise suspect.damaged
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise Fault(
            f"{name} is a database of another program.",
            safe=_UNCHANGED,
            remedy="Choose a file made by exerciseplanner.",
        )
    if int.from_bytes(header[60:64], "big") > SCHEMA:
        raise Fault(
            f"{name} was written by a newer version of the program.",
            safe=_UNCHANGED,
            remedy="Install that version, or ask for a copy saved by this one.",
        )
    if _is_cut_off(suspect.path, header):
        raise suspect.damaged


def _is_cut_off(path: Path, header: bytes) -> bool:
    """Whether the file is shorter than its header says; SQLite reads a cut page as zeros."""
    if path.with_name(path.name + "-journal").exists():
        return False  # left in the middle of a change; SQLite sets that right
    page = int.from_bytes(header[16:18], "big")
    counted = int.from_bytes(header[28:32], "big")
    is_counted = header[24:28] == header[92:96]
    return is_counted and path.stat().st_size < counted * (65536 if page == 1 else page)


def check_content(raw: sqlite3.Connection, suspect: Suspect) -> None:
    """Check that the pages of an open file are whole and that nothing in it would be carried out.

    Raises:
        Fault: it is damaged, or holds what no exercise file holds.
    """
    if raw.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise suspect.damaged
    foreign = raw.execute(
        "SELECT name FROM sqlite_master WHERE type IN ('view', 'trigger') "
        "OR (type = 'table' AND sql NOT LIKE 'CREATE TABLE%') LIMIT 1"
    )
    if foreign.fetchone() is not None:
        raise Fault(
            f"{suspect.name} contains instructions that no exercise file contains.",
            safe="They were not carried out.",
            remedy="Do not use this file; ask whoever sent it for a fresh copy.",
        )


def check_tables(raw: sqlite3.Connection, suspect: Suspect) -> None:
    """Check that a file of the present schema has its tables and its one exercise.

    Raises:
        Fault: a table, a column or the exercise is missing.
    """
    for table in METADATA.sorted_tables:
        there = {row[1] for row in raw.execute(f'PRAGMA table_info("{table.name}")')}
        if there != set(table.columns.keys()):
            raise _incomplete(suspect, table.name)
    if raw.execute("SELECT count(*) FROM exercise").fetchone()[0] != 1:
        raise _incomplete(suspect, "exercise")


def _incomplete(suspect: Suspect, table: str) -> Fault:
    return Fault(
        f"{suspect.name} is incomplete: its table {table} is not as it should be.",
        safe=_UNCHANGED,
        remedy=suspect.remedy("Open a copy made before."),
    )


def _header(suspect: Suspect) -> bytes:
    path = suspect.path
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise Fault(
                f"{suspect.name} is a folder.", safe=_UNCHANGED, remedy="Choose a file in it."
            )
        if not stat.S_ISREG(mode):
            raise Fault(f"{suspect.name} is not a file.", safe=_UNCHANGED, remedy="Choose a file.")
        with path.open("rb") as file:
            return file.read(_HEADER_BYTES)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise Fault(
            f"There is no file {suspect.name} in {path.absolute().parent}.",
            safe=_UNCHANGED,
            remedy="Check the name, or start a new exercise.",
        ) from error
    except OSError as error:
        raise Fault(
            f"{suspect.name} cannot be read ({error.strerror}).",
            safe=_UNCHANGED,
            remedy="Ask its owner for the right to read it.",
        ) from error
