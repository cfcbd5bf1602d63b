"""Every document tells the times of its exercise in the same way, whatever the file holds."""

from __future__ import annotations

import pytest

from exerciseplanner.reports.findings import ExerciseFindings
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import empty_at


@pytest.fixture
def findings(tmp_path):
    opened = Workspace.open(empty_at(tmp_path / "x.exercise"), read_only=True)
    yield ExerciseFindings(opened)
    opened.close()


def as_read_from_a_file(findings, **values):
    """The findings of a file that was written elsewhere and holds what no operation would put."""
    vars(findings)["exercise"] = findings.exercise._replace(**values)
    return findings


def test_that_a_zone_that_is_no_offset_falls_back_to_zulu(findings):
    told = as_read_from_a_file(findings, zone="J", startex="2026-11-02T06:00:00Z")
    assert told.dtg(90) == "020730ZNOV26"
    assert told.moment("2026-11-02T07:00:00Z") == "020700ZNOV26"
    assert "Z" in told.as_of


def test_that_without_startex_no_planned_time_is_told(findings):
    told = as_read_from_a_file(findings, startex="")
    assert told.dtg(0) == told.dtg(None) == told.moment("") == ""
