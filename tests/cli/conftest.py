"""Running commands in this process, and exercises to run them on."""

from __future__ import annotations

import hashlib
import json
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from exerciseplanner.cli.running import run
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import copied


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


@pytest.fixture
def sample(tmp_path):
    """The sample exercise, a file for each test."""
    return copied("sample of a command", tmp_path / "sample.exercise", _by_command("sample"))


@pytest.fixture
def empty(tmp_path):
    """An exercise with nothing in it but its doctrine."""
    made = _by_command("new", "--name", "Empty")
    return copied("empty of a command", tmp_path / "empty.exercise", made)


def _by_command(command, *options):
    def made(path):
        with redirect_stdout(StringIO()):
            assert run([command, str(path), *options], lambda _: 0) == 0
        return Workspace.open(path)

    return made


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def is_one_line_for_people(text: str) -> bool:
    lines = text.strip().splitlines()
    return len(lines) == 1 and lines[0].endswith(".")
