"""Plans that tests work on, and what a plan holds, row by row."""

from __future__ import annotations

import importlib
import pkgutil

from exerciseplanner.domain.intake import Intake, Link, Proposed
from exerciseplanner.storage.images import image_sql
from exerciseplanner.storage.journal import recorded_tables
from exerciseplanner.workspace import operations, queries
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import copied

for _package in (operations, queries):  # each module fills the registries
    for _module in pkgutil.iter_modules(_package.__path__, f"{_package.__name__}."):
        importlib.import_module(_module.name)


def begun(folder, content=None):
    """A new exercise in a folder, open."""
    return _begun_at(folder / "plan.exercise", content)


def fresh(folder):
    """An exercise that has just begun, in a folder, open: a copy of one made once."""
    return Workspace.open(copied("fresh", folder / "plan.exercise", _begun_at))


def small(folder):
    """The plan of `small_intake` in a folder, open: a copy of one made once."""
    return Workspace.open(
        copied("small", folder / "plan.exercise", lambda made: _begun_at(made, small_intake()))
    )


def _begun_at(path, content=None):
    return Workspace.create(path, "Steadfast Test", content=content)


def content(workspace):
    """Every recorded row of an exercise as SQLite writes it down, by table and id."""
    raw = workspace._database.raw
    found = {}
    for table in recorded_tables():
        image = image_sql(f'"{table.name}"', [column.name for column in table.columns])
        found[table.name] = dict(raw.execute(f'SELECT id, {image} FROM "{table.name}"').fetchall())
    return found


def small_intake(source="small"):
    """A plan of a handful of rows in which everything is linked to something."""
    return Intake(source, "test", tuple(_small_rows()))


def _small_rows():
    yield Proposed("participant", "NOR", "row 1", {"code": "NOR", "name": "Norway"})
    yield Proposed("participant", "DEU", "row 2", {"code": "DEU", "name": "Germany"})
    yield Proposed("side", "blue", "row 3", {"name": "Blue"})
    yield Proposed(
        "unit", "bde", "row 4",
        {"name": "Brigade North", "side_id": Link("side", "blue"),
         "participant_id": Link("participant", "NOR"), "latitude": 0.1 + 0.2},
    )  # fmt: skip
    yield Proposed(
        "unit", "bn", "row 5", {"name": "2nd Battalion", "parent_id": Link("unit", "bde")}
    )
    yield Proposed(
        "objective", "TO-1", "row 6", {"code": "TO-1", "title": "Command under attack"},
        {"audience": (Link("unit", "bde"),)},
    )  # fmt: skip
    yield Proposed(
        "criterion", "TO-1.1", "row 7",
        {"code": "TO-1.1", "title": "Orders in time", "objective_id": Link("objective", "TO-1")},
    )  # fmt: skip
    yield Proposed("threat", "T1", "row 8", {"code": "T1", "title": "Cable cut at Tromsø"})
    yield Proposed("strand", "SL01", "row 9", {"serial": "SL01", "title": "The cable"})
    for number in range(1, 4):
        yield Proposed(
            "inject", f"SL01-{number:03d}", f"row {9 + number}",
            {"serial": f"SL01-{number:03d}", "title": f"Inject {number}", "start": number * 60,
             "strand_id": Link("strand", "SL01")},
            {"objectives": (Link("objective", "TO-1"),), "units": (Link("unit", "bn"),)},
        )  # fmt: skip
    yield Proposed("evaluator", "E1", "row 13", {"code": "E1", "title": "Chief", "lead": True})


def ids(workspace, noun):
    """The ids of a noun's rows in the order in which they were added."""
    raw = workspace._database.raw
    return [row[0] for row in raw.execute(f'SELECT id FROM "{noun}" ORDER BY rowid')]


def first(workspace, noun):
    """The id of a noun's first row, or one that no row has."""
    found = ids(workspace, noun)
    return found[0] if found else "no-such-row"
