"""What every kind of document tells of itself, and what it is composed from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from exerciseplanner.domain.marking import Marking, marking_lines
from exerciseplanner.reports.blocks import Document
from exerciseplanner.workspace.queries import exercise
from exerciseplanner.workspace.workspace import Workspace


@dataclass(frozen=True)
class DocumentSpec:
    """A kind of document: its code on the command line, its title and whom it is for.

    `compose` reads the workspace and changes nothing.
    """

    code: str
    title: str
    purpose: str
    compose: Callable[[Workspace], Document]


def as_of(workspace: Workspace) -> datetime:
    """The moment of the newest step: what a document is dated by, so that the same file gives
    the same document.
    """
    newest = workspace.history(1)[0]
    return datetime.fromisoformat(newest.at)


def document_date(workspace: Workspace) -> date:
    """The day of the newest step."""
    return as_of(workspace).date()


def printed_marking(workspace: Workspace, marking: Marking) -> tuple[str, str]:
    """The two lines of a marking as printed on every page."""
    return marking_lines(marking, workspace.ask(exercise.classification_policy))
