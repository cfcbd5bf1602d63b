"""Older files come up to date whole or not at all, and nothing in them is lost on the way."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from exerciseplanner import paths
from exerciseplanner.storage import exercise_file, recognition
from exerciseplanner.storage.backup import backups
from exerciseplanner.storage.engine import Database, connect
from exerciseplanner.storage.exercise_file import open_file
from exerciseplanner.storage.faults import Fault
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.storage.upgrade import SCHEMA, revision_of, schema_of, upgrade
from exerciseplanner.storage.verification import verify
from exerciseplanner.workspace.workspace import Workspace
from tests.workspace.plans import content

RELEASED = sorted((Path(__file__).parents[1] / "files").glob("schema-*.exercise"))

HEAD = f"""
import sqlalchemy as sa
from alembic import op
revision = "{revision_of(SCHEMA + 1)}"
down_revision = "{revision_of(SCHEMA)}"
"""
REBUILD = """
def upgrade():
    with op.batch_alter_table("strand", recreate="always") as batch:
        batch.alter_column("title", new_column_name="title")
    with op.batch_alter_table("objective", recreate="always") as batch:
        batch.alter_column("title", new_column_name="title")
"""
FAILS_MIDWAY = (
    REBUILD + '    op.execute("DELETE FROM rating")\n    op.execute("no such statement")\n'
)
DANGLES = """
def upgrade():
    op.execute("DELETE FROM strand")
"""


CHANGES_ROWS = """
def upgrade():
    op.execute("UPDATE inject SET title = upper(title)")
    op.execute("DELETE FROM threat")
    op.execute("INSERT INTO side (id, name) VALUES ('new', 'Neutral')")
"""


@pytest.fixture
def next_schema(tmp_path, monkeypatch):
    """A program one schema further; give it the body of its migration, get its scripts."""

    def make(body):
        scripts = tmp_path / "100% next"
        shutil.copytree(paths.migrations(), scripts)
        (scripts / "versions" / f"{revision_of(SCHEMA + 1)}_next.py").write_text(HEAD + body)
        for module in (exercise_file, recognition):
            monkeypatch.setattr(module, "SCHEMA", SCHEMA + 1)
        return scripts

    return make


def rows_of(path):
    raw = sqlite3.connect(path)
    names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")]
    found = {
        name: sorted(map(repr, raw.execute(f'SELECT * FROM "{name}"').fetchall())) for name in names
    }
    version = raw.execute("PRAGMA user_version").fetchone()[0]
    raw.close()
    return version, found


def opened(path, scripts, *, read_only=False):
    return open_file(path, read_only=read_only, backup_folder=paths.backup_dir(), scripts=scripts)


def described(raw):
    """What a database says of its own tables, indexes and references."""
    found = {}
    for table in METADATA.sorted_tables:
        found[table.name] = [
            sorted(
                map(
                    repr, (row[skipped:] for row in raw.execute(f'PRAGMA {pragma}("{table.name}")'))
                )
            )
            for pragma, skipped in (("table_info", 0), ("foreign_key_list", 2), ("index_list", 1))
        ]
    return found


def test_that_the_migrations_lead_to_the_very_tables_that_a_new_file_has(tmp_path, plan):
    path = tmp_path / "migrated.exercise"
    database = Database(connect(path, "rwc"), path, read_only=False)
    upgrade(database, paths.migrations(), SCHEMA)
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    new = sqlite3.connect(plan)
    assert described(database.raw) == described(new)
    assert schema_of(database.raw) == SCHEMA == schema_of(new)
    versions = [
        raw.execute("SELECT * FROM alembic_version").fetchall() for raw in (new, database.raw)
    ]
    assert versions == [[(revision_of(SCHEMA),)]] * 2
    new.close()
    database.close()


def test_that_every_released_schema_has_its_file():
    assert [path.stem for path in RELEASED] == [
        f"schema-{number:04d}" for number in range(1, SCHEMA + 1)
    ]


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_that_the_file_of_a_released_schema_opens_whole_and_verifies(released, tmp_path):
    path = tmp_path / "old.exercise"
    shutil.copyfile(released, path)
    workspace = Workspace.open(path)
    assert workspace.verify().complaints == ()
    rows = content(workspace)
    assert len(rows["inject"]) == 4
    assert len(rows["inject_unit"]) == 3
    before = [step for step in workspace.history() if not step.label.startswith("Upgrade to")]
    assert len(before) == 5
    workspace.close()


def test_that_rebuilding_a_table_keeps_its_children(plan, next_schema):
    before = rows_of(plan)[1]
    database = opened(plan, next_schema(REBUILD))
    assert schema_of(database.raw) == SCHEMA + 1
    assert database.raw.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    database.close()
    after = rows_of(plan)[1]
    assert after.pop("alembic_version") == [f"('{revision_of(SCHEMA + 1)}',)"]
    before.pop("alembic_version")
    assert after == before
    assert len(after["inject_objective"]) == 3


@pytest.mark.parametrize("body", [FAILS_MIDWAY, DANGLES])
def test_that_an_upgrade_that_fails_leaves_the_file_as_it_was_and_a_backup(
    body, plan, next_schema, tmp_path
):
    scripts = next_schema(body)
    before, whole = rows_of(plan), plan.read_bytes()
    with pytest.raises(Fault, match=r"could not be brought up to date.*a backup was made"):
        opened(plan, scripts)
    assert rows_of(plan) == before
    assert plan.read_bytes() == whole
    kept = [path for path in backups(plan, paths.backup_dir()) if f"schema{SCHEMA}" in path.name]
    assert len(kept) == 1
    assert rows_of(kept[0]) == before


def test_that_nothing_is_upgraded_without_a_backup(plan, next_schema, monkeypatch, tmp_path):
    scripts = next_schema(REBUILD)
    before = plan.read_bytes()
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(Fault, match="No backup"):
        open_file(plan, read_only=False, backup_folder=tmp_path / "file", scripts=scripts)
    with pytest.raises(Fault, match="cannot be backed up"):
        open_file(plan, read_only=False, backup_folder=None, scripts=scripts)
    assert plan.read_bytes() == before


def test_that_every_state_of_an_older_file_is_backed_up_before_its_upgrade(plan, next_schema):
    older = plan.with_name("older.exercise")
    workspace = Workspace.open(plan)
    workspace.save_version(older)
    workspace.close()
    scripts = next_schema(REBUILD)
    opened(plan, scripts).close()
    shutil.copyfile(older, plan)
    raw = sqlite3.connect(plan)
    raw.execute("UPDATE step SET hash = 'another state' WHERE id = (SELECT max(id) FROM step)")
    raw.commit()
    raw.close()
    opened(plan, scripts).close()
    kept = [path for path in backups(plan, paths.backup_dir()) if f"schema{SCHEMA}" in path.name]
    assert len(kept) == 2


def test_that_an_older_file_that_is_only_read_is_upgraded_in_memory_alone(plan, next_schema):
    scripts = next_schema(REBUILD)
    before = plan.read_bytes()
    database = opened(plan, scripts, read_only=True)
    assert schema_of(database.raw) == SCHEMA + 1
    assert database.raw.execute("SELECT count(*) FROM inject").fetchone()[0] == 3
    database.close()
    assert plan.read_bytes() == before


def test_that_steps_from_before_an_upgrade_stay_readable_and_are_not_undone(plan):
    raw = sqlite3.connect(plan)
    raw.execute("UPDATE step SET schema = 0")
    raw.commit()
    raw.close()
    workspace = Workspace.open(plan)
    assert len(workspace.history()) == 1
    assert workspace.undo_label is None
    workspace.close()


def test_that_what_an_upgrade_makes_of_rows_is_a_step_so_that_tampering_still_shows(
    plan, next_schema
):
    raw = sqlite3.connect(plan)
    raw.execute("UPDATE unit SET name = 'Tampered' WHERE name = '2nd Battalion'")
    raw.commit()
    raw.close()
    database = opened(plan, next_schema(CHANGES_ROWS))
    found = verify(database)
    (complaint,) = found.complaints
    assert complaint.startswith("unit ")
    assert complaint.endswith("is not as its last change left it")
    assert found.steps == 2
    step = database.raw.execute("SELECT label, kind FROM step ORDER BY id DESC").fetchone()
    assert step == (f"Upgrade to schema {SCHEMA + 1}", "base")
    database.raw.execute("UPDATE criterion SET title = 'Tampered'")
    assert len(verify(database).complaints) == 2
    database.close()
