"""One way in for every file: told apart by content, read for the plan at hand."""

from __future__ import annotations

import json

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.plan import context_of
from exerciseplanner.exchange.reading import is_json, read, reading
from exerciseplanner.workspace.operations.forces import add_unit
from exerciseplanner.workspace.operations.objectives import add_objective
from exerciseplanner.workspace.workspace import Workspace
from tests.exchange.orbat_mapper.scenarios import scenario, side, unit

MSEL = "Time,To,Title,Message\nD+1 0900,JOC,Cable cut,Cable 7 is cut.\n"


@pytest.fixture
def workspace(tmp_path):
    opened = Workspace.create(tmp_path / "a.exercise", "A")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("content", "json_or_not"),
    [
        (b'{"a": 1}', True),
        (b"\xef\xbb\xbf \n [1]", True),
        ('{"a": 1}'.encode("utf-16"), True),
        (MSEL.encode(), False),
        (MSEL.encode("utf-16"), False),
        (b"PK\x03\x04", False),
    ],
)
def test_that_json_is_told_by_its_content(tmp_path, content, json_or_not):
    path = tmp_path / "file.xlsx"
    path.write_bytes(content)
    assert is_json(path) is json_or_not


def test_that_a_scenario_called_anything_is_read_as_one(workspace, tmp_path):
    path = tmp_path / "forces.csv"
    path.write_text(json.dumps(scenario(side("Blue", unit("1 Bn")))), encoding="utf-8")
    assert read(path, workspace).kind == "orbat-mapper"


def test_that_a_list_of_injects_called_anything_is_read_as_one(workspace, tmp_path):
    path = tmp_path / "msel.json"
    path.write_text(MSEL, encoding="utf-8")
    (inject,) = [row for row in read(path, workspace).rows if row.noun == "inject"]
    assert inject.values["title"] == "Cable cut"


def test_that_progress_is_told_while_reading(workspace, tmp_path):
    path = tmp_path / "msel.csv"
    path.write_text(MSEL, encoding="utf-8")
    steps = list(reading(path, workspace))
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1].done == steps[-1].total


def test_that_a_scenario_takes_no_mapping_of_columns(workspace, tmp_path):
    path = tmp_path / "forces.json"
    path.write_text(json.dumps(scenario()), encoding="utf-8")
    with pytest.raises(Refusal, match="no columns to map"):
        read(path, workspace, profile="ours")


def test_that_importers_know_what_the_plan_holds(workspace):
    workspace.do(add_objective, {"code": "TO-01", "title": "Decide"})
    workspace.do(add_unit, {"name": "Joint Operations Centre", "short_name": "JOC"})
    workspace.do(add_unit, {"name": "First Staff", "short_name": "Staff"})
    workspace.do(add_unit, {"name": "Second Staff", "short_name": "Staff"})
    context = context_of(workspace)
    assert context.startex is not None
    assert context.objectives == {"TO-01": "Decide"}
    assert context.units["JOC"] == "Joint Operations Centre"
    assert "Staff" not in context.units
    assert context.units["Second Staff"] == "Second Staff"
    assert context.vocabulary.means
    assert context.vocabulary.states
    assert context.vocabulary.levels


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32-le"])
def test_that_json_is_known_in_every_encoding_it_may_have(tmp_path, encoding):
    path = tmp_path / "forces.txt"
    path.write_bytes('\n {"name": "Blåland"}'.encode(encoding))
    assert is_json(path)
    path.write_bytes("Name;Side\nBlåland;Blue".encode(encoding))
    assert not is_json(path)
