"""The exercise file: made, opened, and refused with a reason where it cannot be used."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from exerciseplanner.storage.backup import beside_of, keep_backup, put_in_place, remove
from exerciseplanner.storage.engine import Database, connect, copy_in_memory
from exerciseplanner.storage.faults import Fault, cause_of, explained, fault_of, is_damage
from exerciseplanner.storage.recognition import (
    APPLICATION_ID,
    Suspect,
    check_content,
    check_header,
    check_tables,
)
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.storage.upgrade import SCHEMA, revision_of, schema_of, upgrade

SUFFIX = ".exercise"


def create(path: Path, begin: Callable[[Database], None]) -> None:
    """Make an exercise file whose first content `begin` writes.

    It appears under its name only when it is complete, whatever happens in between.

    Raises:
        Fault: a file of that name is there already, or the folder cannot be written.
    """
    if os.path.lexists(path):
        raise Fault(
            f"{path.name} exists already.",
            safe="It was not changed.",
            remedy="Choose another name, or open that file.",
        )
    beside = beside_of(path)
    remove(beside)
    try:
        _build(beside, begin)
        put_in_place(beside, path)
    except BaseException as error:
        remove(beside)
        if isinstance(error, OSError) or fault_of(error, path) is not None:
            raise Fault(
                f"{path.name} could not be made ({cause_of(error)}).",
                safe="Nothing was written.",
                remedy="Choose a folder that exists, that has room and that you may write to.",
            ) from error
        raise


def open_file(
    path: Path, *, read_only: bool, backup_folder: Path | None, scripts: Path
) -> Database:
    """Open an exercise file after checking that it is one, is whole, and is not newer than us.

    An older file is backed up and upgraded; to be read only, a copy of it in memory is.

    Raises:
        Fault: it is missing, empty, something else, damaged, newer, or locked.
    """
    suspect = Suspect(path, backup_folder)
    check_header(suspect)
    read_only = read_only or not _may_write(path)
    with _told(suspect):
        raw = connect(path, "ro" if read_only else "rw")
    database = Database(raw, path, read_only=read_only)
    try:
        with _told(suspect):
            check_content(raw, suspect)
            if schema_of(raw) < SCHEMA:
                database = _brought_up(database, scripts, backup_folder)
            check_tables(database.raw, suspect)
    except BaseException:
        database.close()
        raise
    return database


def _build(path: Path, begin: Callable[[Database], None]) -> None:
    database = Database(connect(path, "rwc"), path, read_only=False)
    try:
        raw = database.raw
        raw.execute("PRAGMA synchronous=OFF")  # nobody knows of it yet; it is flushed at the end
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version={SCHEMA}")
        with database.writing() as connection:
            METADATA.create_all(connection, checkfirst=False)
            connection.exec_driver_sql(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
            )
            connection.exec_driver_sql(
                f"INSERT INTO alembic_version VALUES ('{revision_of(SCHEMA)}')"
            )
        begin(database)
    finally:
        database.close()


def _may_write(path: Path) -> bool:
    """Whether the file itself lets us write; permissions alone do not tell on every system."""
    try:
        os.close(os.open(path, os.O_RDWR))
    except OSError:
        return False
    return True


@contextmanager
def _told(suspect: Suspect) -> Iterator[None]:
    """Explain what the surroundings did; where the file is damaged, with its newest backup."""
    with explained(suspect.path):
        try:
            yield
        except sqlite3.Error as error:
            if is_damage(error):
                raise suspect.damaged from error
            raise
        except UnicodeDecodeError as error:  # SQLite quotes a damaged name in its message
            raise suspect.damaged from error


def _brought_up(database: Database, scripts: Path, backup_folder: Path | None) -> Database:
    if database.read_only:
        copy = copy_in_memory(database.image(), database.path)
        database.close()
        upgrade(copy, scripts, SCHEMA)
        return copy
    if backup_folder is None:
        raise Fault(
            f"{database.path.name} was written by an older version and cannot be backed up.",
            safe="Nothing was changed.",
            remedy="Make sure that the folder for backups may be written to.",
        )
    state = f"schema{schema_of(database.raw)}-{_content_mark(database.raw)}"
    keep_backup(database.raw, database.path, backup_folder, state)
    upgrade(database, scripts, SCHEMA)
    return database


def _content_mark(raw: sqlite3.Connection) -> str:
    row = raw.execute("SELECT hash FROM step ORDER BY id DESC LIMIT 1").fetchone()
    return str(row[0])[:12] if row else "begin"
