"""What every kind of document tells of itself, and what it is composed from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from exerciseplanner.domain.marking import Marking, marking_lines
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.reports.blocks import Document, Paper
from exerciseplanner.workspace.queries import exercise
from exerciseplanner.workspace.workspace import Workspace


@dataclass(frozen=True)
class DocumentSpec:
    """A kind of document: its code on the command line, its title and whom it is for.

    `compose` reads the workspace and changes nothing. Of the `papers` the reader may choose; a
    document without any decides itself.
    """

    code: str
    title: str
    purpose: str
    compose: Callable[[Workspace], Document]
    papers: tuple[Paper, ...] = ()

    def composed(self, workspace: Workspace, paper: str = "") -> Document:
        """The document, on the paper wanted.

        Raises:
            Refusal: it cannot be made from the exercise as it stands, or not on that paper.
        """
        made = self.compose(workspace)
        chosen = next((each for each in self.papers if each.casefold() == paper.casefold()), None)
        if not paper or chosen == made.paper:
            return made
        if chosen is None:
            raise Refusal(
                f"“{self.title}” is not printed on {paper}.",
                field="paper",
                remedy=f"Choose {' or '.join(self.papers)}."
                if self.papers
                else "Leave the paper to the document.",
            )
        return replace(made, paper=chosen)


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
