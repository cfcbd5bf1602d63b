"""Bringing an exercise file to the schema in force, whole or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from exerciseplanner.storage.engine import Database
from exerciseplanner.storage.faults import Fault, cause_of
from exerciseplanner.storage.upgrade_step import altered_before, record_upgrade

#: The schema that this program writes; every migration raises it by one.
SCHEMA = 3


def schema_of(raw: sqlite3.Connection) -> int:
    """The schema number of an open file."""
    return int(raw.execute("PRAGMA user_version").fetchone()[0])


def revision_of(schema: int) -> str:
    """The name of the migration that leads to a schema number."""
    return f"{schema:04d}"


def upgrade(database: Database, scripts: Path, target: int) -> None:
    """Migrate to `target` in one transaction; on any error the file stays as it was.

    References are not enforced while tables are rebuilt (a rebuild would take child rows along)
    and are checked before the commit.

    Raises:
        Fault: a migration failed; the file is unchanged.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    # Alembic fills in what stands between percent signs, which a folder's name may hold.
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        with database.writing(enforce_references=False) as connection:
            connection.begin()  # or Alembic would begin, and commit, one for each migration
            config.attributes["connection"] = connection
            altered = altered_before(database.raw)
            command.upgrade(config, revision_of(target))
            dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone()
            if dangling is not None:
                raise sqlite3.IntegrityError(f"{dangling[0]} would refer to missing rows")
            record_upgrade(database.raw, target, altered)
            connection.exec_driver_sql(f"PRAGMA user_version={target}")
    except Exception as error:
        raise _failed(database.path, error) from error


def _failed(path: Path, error: Exception) -> Fault:
    return Fault(
        f"{path.name} could not be brought up to date ({cause_of(error)}).",
        safe="The file is as it was, and a backup was made before.",
        remedy="Open it with the version of the program that wrote it, and report this message.",
    )
