"""The long parts of an export as jobs: saying what would be lost, and making the file."""

from __future__ import annotations

from exerciseplanner.exchange.delivery import Prepared, composed, prepared
from exerciseplanner.exchange.writing import Choices, ForceFormat, Written
from exerciseplanner.workspace.jobs import Job, Progress
from exerciseplanner.workspace.workspace import Workspace


def try_out(workspace: Workspace, form: ForceFormat, choices: Choices) -> Job[Written]:
    """The file as it would be written, with what is lost; nothing is written."""
    yield Progress(0, 1, "Looking at what the format holds")
    return composed(workspace, form, choices)


def make(workspace: Workspace, name: str, form: ForceFormat, choices: Choices) -> Job[Prepared]:
    """The file that will have this name, read back as others would."""
    yield Progress(0, 1, f"Writing {name}")
    return prepared(workspace, name, form, choices)
