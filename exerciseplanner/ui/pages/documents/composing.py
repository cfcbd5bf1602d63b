"""Composing a document off the main thread on a private snapshot."""

from __future__ import annotations

from dataclasses import dataclass

from exerciseplanner.reports.documents import document
from exerciseplanner.reports.illustration import illustrated
from exerciseplanner.reports.rendering import typeset
from exerciseplanner.ui.widgets.symbols import drawings_in_rows
from exerciseplanner.workspace.jobs import Job, Progress
from exerciseplanner.workspace.workspace import Workspace


@dataclass(frozen=True)
class Composed:
    """A finished document: its bytes, its marking, and what the typeface could not print.

    `paper` is what it is set on.
    """

    code: str
    paper: str
    pdf: bytes
    pages: int
    marking_lines: tuple[str, str]
    draft: bool
    missing: tuple[str, ...]


def composing(code: str, paper: str, workspace: Workspace) -> Job[Composed]:
    """Compose and typeset the document of that code, telling how far it has come.

    `paper` is one of those that the document offers, or empty to let it decide.

    Raises:
        Refusal: the document cannot be made from the exercise as it stands.
    """
    yield Progress(0, 100, "Reading the exercise")
    made = illustrated(document(code).composed(workspace, paper), drawings_in_rows)
    steps = typeset(made)
    while True:
        try:
            share, what = next(steps)
        except StopIteration as end:
            rendering = end.value
            return Composed(
                code, made.paper, rendering.pdf, rendering.pages, made.marking_lines,
                made.draft, rendering.missing,
            )  # fmt: skip
        yield Progress(round(share * 100), 100, what)
