"""The exercise file: made, opened, and refused with a reason where it cannot be used."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from exerciseplanner.storage.backup import back_up, backups
from exerciseplanner.storage.engine import Database, connect
from exerciseplanner.storage.faults import Fault, fault_of
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.storage.upgrade import SCHEMA, revision_of, schema_of, upgrade

#: "EXPL": what SQLite calls the application id of every exercise file.
APPLICATION_ID = 0x4558504C
T = TypeVar("T")
SUFFIX = ".exercise"
_HEADER = b"SQLite format 3\x00"


def create(path: Path) -> None:
    """Make an empty exercise file; it appears under its name only when it is complete.

    Raises:
        Fault: a file of that name is there already, or the folder cannot be written.
    """
    if path.exists():
        raise Fault(
            f"{path.name} exists already.",
            safe="It was not changed.",
            remedy="Choose another name, or open that file.",
        )
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    beside.unlink(missing_ok=True)
    try:
        _build(beside)
        beside.replace(path)
    except (sqlite3.Error, OSError) as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise Fault(
            f"{path.name} could not be made ({error}).",
            safe="Nothing was written.",
            remedy="Choose a folder that exists and that you may write to.",
        ) from error


def open_file(path: Path, *, read_only: bool, backup_folder: Path, scripts: Path) -> Database:
    """Open an exercise file after checking that it is one, is whole, and is not newer than us.

    An older file is backed up and upgraded; where it may not be written it opens for reading.

    Raises:
        Fault: it is missing, empty, something else, damaged, newer, or locked.
    """
    _check_outside(path)
    read_only = read_only or not os.access(path, os.W_OK)
    raw = _connected(path, "ro" if read_only else "rw")
    database = Database(raw, path, read_only=read_only)
    try:
        _translated(path, lambda: _check_inside(raw, path, backup_folder))
        if schema_of(raw) < SCHEMA:
            _bring_up(database, scripts, backup_folder)
    except BaseException:
        database.close()
        raise
    return database


def _build(path: Path) -> None:
    raw = connect(path, "rwc")
    try:
        raw.execute("PRAGMA synchronous=OFF")
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version={SCHEMA}")
        raw.execute("BEGIN IMMEDIATE")
        engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
        with engine.connect() as connection:
            METADATA.create_all(connection, checkfirst=False)
            connection.exec_driver_sql(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
            )
            connection.exec_driver_sql(
                f"INSERT INTO alembic_version VALUES ('{revision_of(SCHEMA)}')"
            )
            connection.commit()
    finally:
        raw.close()
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    return _translated(path, lambda: connect(path, mode))


def _translated(path: Path, action: Callable[[], T]) -> T:
    try:
        return action()
    except sqlite3.Error as error:
        raise fault_of(error, path) or error from error


def _check_outside(path: Path) -> None:
    unchanged = "Nothing was changed."
    if not path.exists():
        raise Fault(
            f"There is no file {path.name} in {path.absolute().parent}.",
            safe=unchanged,
            remedy="Check the name, or start a new exercise.",
        )
    if path.is_dir():
        raise Fault(f"{path.name} is a folder.", safe=unchanged, remedy="Choose a file in it.")
    try:
        with path.open("rb") as file:
            start = file.read(len(_HEADER))
    except OSError as error:
        raise Fault(
            f"{path.name} cannot be read ({error.strerror}).",
            safe=unchanged,
            remedy="Ask its owner for the right to read it.",
        ) from error
    if not start:
        raise Fault(
            f"{path.name} is empty (0 bytes).",
            safe=unchanged,
            remedy="Open a backup of it, or the copy it was made from.",
        )
    if start != _HEADER:
        raise Fault(
            f"{path.name} is not an exercise file.",
            safe=unchanged,
            remedy="If it holds units or injects, import it into an exercise instead.",
        )


def _check_inside(raw: sqlite3.Connection, path: Path, backup_folder: Path) -> None:
    if raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise Fault(
            f"{path.name} is a database of another program.",
            safe="Nothing was changed.",
            remedy="Choose a file made by exerciseplanner.",
        )
    if schema_of(raw) > SCHEMA:
        raise Fault(
            f"{path.name} was written by a newer version of the program.",
            safe="Nothing was changed.",
            remedy="Install that version, or ask for a copy saved by this one.",
        )
    if raw.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise _damaged(path, backup_folder)
    foreign = raw.execute("SELECT name FROM sqlite_master WHERE type IN ('view', 'trigger')")
    if foreign.fetchone() is not None:
        raise Fault(
            f"{path.name} contains instructions that no exercise file contains.",
            safe="They were not carried out.",
            remedy="Do not use this file; ask whoever sent it for a fresh copy.",
        )


def _damaged(path: Path, backup_folder: Path) -> Fault:
    kept = backups(path, backup_folder)
    remedy = f"Open the newest backup: {kept[0]}." if kept else "Open a copy made before."
    return Fault(f"{path.name} is damaged.", safe="Nothing was written to it.", remedy=remedy)


def _bring_up(database: Database, scripts: Path, backup_folder: Path) -> None:
    if database.read_only:
        raise Fault(
            f"{database.path.name} was written by an older version and may only be read.",
            safe="Nothing was changed.",
            remedy="Copy it to a folder that you may write to, and open the copy.",
        )
    back_up(database.raw, database.path, backup_folder, f"schema{schema_of(database.raw)}")
    upgrade(database, scripts)
