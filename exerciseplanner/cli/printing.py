"""The command `print`: a document as PDF."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from pathlib import Path

from exerciseplanner.cli.console import complain, say, shown
from exerciseplanner.cli.opening import to_read
from exerciseplanner.cli.writing import check_target, write_whole
from exerciseplanner.reports.blocks import Document
from exerciseplanner.reports.documents import document
from exerciseplanner.reports.illustration import illustrated
from exerciseplanner.reports.rendering.engine import Rendering, typeset
from exerciseplanner.reports.symbols import Drawings


@dataclass(frozen=True)
class _Part:
    done: int
    total: int
    what: str


def print_document(path: Path, code: str, target: Path, paper: str = "") -> None:
    """Write a document of the exercise as PDF; the same file gives the same PDF.

    `paper` is one of those that the document offers. Raises Refusal for a document or a paper that
    there is none of, Fault where the PDF cannot be written.
    """
    spec = document(code)
    check_target(path, target)
    with to_read(path) as workspace:
        composed = illustrated(spec.composed(workspace, paper), _drawn)
        rendering = shown(_rendered(composed))
    write_whole(target, rendering.pdf)
    if rendering.missing:
        complain(f"The typeface has no shape for: {' '.join(rendering.missing)}")
    pages = "1 page" if rendering.pages == 1 else f"{rendering.pages} pages"
    say(f"{target} holds “{spec.title}”, {pages}.")


def _rendered(composed: Document) -> Generator[_Part, None, Rendering]:
    steps = typeset(composed)
    while True:
        try:
            share, what = next(steps)
        except StopIteration as end:
            rendering: Rendering = end.value
            return rendering
        yield _Part(int(share * 1000), 1000, what)


def _drawn(codes: Iterable[str]) -> Drawings:
    """Symbols are drawn by Qt's engine, which is loaded for documents that have some."""
    from exerciseplanner.ui.widgets.symbols import drawings_in_rows

    return drawings_in_rows(codes)
