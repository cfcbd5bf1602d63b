"""Running commands in this process, and exercises to run them on."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from exerciseplanner import paths
from exerciseplanner.cli.running import run


@dataclass
class Answer:
    """What a command left: its exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def planner(capsys):
    """Runs a command line; `opened` collects the files the window was opened on."""

    def command(*arguments):
        code = run([str(each) for each in arguments], window)
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        return Answer(code, captured.out, captured.err)

    def window(path):
        command.opened.append(path)
        return 0

    command.opened = []
    return command


@pytest.fixture(scope="session")
def whole_sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(paths.HOME_VARIABLE, str(folder / "home"))
        assert run(["sample", str(folder / "sample.exercise")], lambda _: 0) == 0
    return folder / "sample.exercise"


@pytest.fixture
def sample(whole_sample, tmp_path):
    """The sample exercise, a file for each test."""
    return Path(shutil.copy(whole_sample, tmp_path / "sample.exercise"))


@pytest.fixture
def empty(planner, tmp_path):
    """An exercise with nothing in it but its doctrine."""
    path = tmp_path / "empty.exercise"
    assert planner("new", path, "--name", "Empty").code == 0
    return path


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def is_one_line_for_people(text: str) -> bool:
    lines = text.strip().splitlines()
    return len(lines) == 1 and lines[0].endswith(".")
