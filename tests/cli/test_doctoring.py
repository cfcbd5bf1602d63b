"""`doctor`: what is installed, what is missing, and where things lie."""

from __future__ import annotations

from exerciseplanner import __version__, paths
from exerciseplanner.cli import doctoring, surroundings


def test_that_versions_platform_and_places_are_told(planner, planners_home):
    found = planner("doctor", "--json").json
    assert found["versions"]["exerciseplanner"] == __version__
    assert all(version != "missing" for version in found["versions"].values())
    assert found["versions"]["SQLite"].startswith("3.")
    assert found["qt_platform"] == "offscreen"
    assert found["places"]["Backups"] == str(planners_home / "backups")
    assert found["places"]["Logs"] == str(planners_home / "log")
    assert "assets" in found["places"]["Assets"]


def test_that_a_healthy_installation_ends_with_0(planner):
    answer = planner("doctor")
    assert (answer.code, answer.err) == (0, "")
    assert "Nothing that is needed is missing." in answer.out


def test_that_a_missing_library_comes_with_the_line_that_installs_it(planner, monkeypatch):
    monkeypatch.setattr(surroundings, "needs_looking_after", lambda: True)
    monkeypatch.setitem(surroundings._NEEDED, "libnowhere.so.9", "libnowhere9")
    answer = planner("doctor")
    assert answer.code == 1
    assert "sudo apt-get install -y" in answer.err
    assert "libnowhere9" in answer.err


def test_that_missing_assets_come_with_their_remedy(planner, monkeypatch):
    def missing(_name):
        raise paths.MissingFiles("The fetched assets are missing. Fetch them.")

    monkeypatch.setattr(doctoring.paths, "asset", missing)
    answer = planner("doctor")
    assert answer.code == 1
    assert "The fetched assets are missing. Fetch them." in answer.err


def test_that_a_missing_part_is_named(planner, monkeypatch):
    monkeypatch.setattr(doctoring, "_PARTS", ("typer", "no-such-distribution"))
    answer = planner("doctor")
    assert answer.code == 1
    assert "Not installed: no-such-distribution." in answer.err
