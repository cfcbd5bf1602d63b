"""Laying a document out on pages and writing it as PDF, with the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from reportlab import rl_config
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from exerciseplanner.reports.blocks import Document
from exerciseplanner.reports.rendering import measures, typeface
from exerciseplanner.reports.rendering.composed import Composed
from exerciseplanner.reports.rendering.composition import Composition
from exerciseplanner.reports.rendering.furniture import Furniture, marking_height
from exerciseplanner.reports.rendering.measures import Page
from exerciseplanner.reports.rendering.typesetting import Canvas, Typesetter

# Seven-bit streams help no reader of today; without them files are smaller and sooner written.
rl_config.useA85 = 0

Fraction: TypeAlias = tuple[float, str]
"""How much is done, from 0 to 1, and what is being done."""

_PREPARING, _MEASURING = 0.3, 0.5
_MOST_PASSES = 4


@dataclass(frozen=True)
class Rendering:
    """A finished PDF, its number of pages, and the characters that had to be replaced by a box."""

    pdf: bytes
    pages: int
    missing: tuple[str, ...]


@dataclass
class Pagination:
    """What one pass learns for the next: the number of pages and each heading's page."""

    pages: int = 0
    headings: dict[str, int] = field(default_factory=dict)


def render(document: Document, on_progress: Callable[[float, str], None] | None = None) -> bytes:
    """The document as PDF; an exception raised by ``on_progress`` cancels and is passed on."""
    return finish(typeset(document), on_progress).pdf


def finish(
    steps: Generator[Fraction, None, Rendering],
    on_progress: Callable[[float, str], None] | None = None,
) -> Rendering:
    """Run ``typeset`` to its end, telling each fraction."""
    while True:
        try:
            done, what = next(steps)
        except StopIteration as stop:
            rendering: Rendering = stop.value
            return rendering
        if on_progress is not None:
            on_progress(done, what)


def typeset(document: Document) -> Generator[Fraction, None, Rendering]:
    """Lay out and write a document, yielding a fraction and what is done a few times a second.

    Closing the generator cancels. Two passes: the first finds page numbers and draws nothing.
    Raises MissingFiles where the typeface was not fetched.
    """
    typeface.load()
    setter = Typesetter(drawings=document.drawings)
    page = measures.page(document.paper, document.landscape, marking_height(setter, document))
    composition = Composition(setter, document, page)
    story = composition.story()
    for at, layout in enumerate(composition.layouts):
        for part in layout.preparing():
            yield _PREPARING * (at + part) / len(composition.layouts), "Setting tables"
    furniture = Furniture(setter, document, page)
    known = Pagination()
    for attempt in range(_MOST_PASSES):
        press = Press(document, page, furniture, known, measuring=attempt == 0)
        yield from press.printing(story)
        if attempt and press.found == known:
            yield 1.0, "Done"
            return Rendering(press.pdf(), known.pages, tuple(sorted(setter.missing)))
        known = press.found
    raise RuntimeError("the page numbers did not settle")


class Press(BaseDocTemplate):  # type: ignore[misc]  # ReportLab ships no type information
    """One pass over the story, onto odd and even pages with marking and running lines."""

    def __init__(
        self,
        document: Document,
        page: Page,
        furniture: Furniture,
        known: Pagination,
        *,
        measuring: bool,
    ) -> None:
        self._target = io.BytesIO()
        super().__init__(
            self._target,
            pagesize=(page.width, page.height),
            title=document.title,
            author=document.cover.issuer if document.cover else "",
            subject=" · ".join(part for part in (document.subtitle, document.reference) if part),
            keywords="; ".join(line for line in document.marking_lines if line),
            creator="exerciseplanner",
            producer="exerciseplanner",
            lang="en",
            invariant=1,
            initialFontName=typeface.FONT_NAMES["regular"],
            pageCompression=1,
            pageTemplates=[_side(page, 1), _side(page, 2)],
        )
        self._document = document
        self._page = page
        self._furniture = furniture
        self._known = known
        self._measuring = measuring
        self._section = ""
        self.found = Pagination()

    def printing(self, story: list[Any]) -> Generator[Fraction, None, None]:
        """Place the story page by page; yields after each."""
        rest = list(story)
        for one in story:
            if isinstance(one, Composed):
                one.forget()
        self._startBuild()
        self._prepare(self.canv)
        page = 0
        while rest:
            self.clean_hanging()
            self.handle_flowable(rest)
            if self.page != page:
                page = self.page
                yield self._fraction(1 - len(rest) / max(len(story), 1), page)
        self._endBuild()
        self.found = Pagination(self._last_page, self.canv.found)

    def pdf(self) -> bytes:
        """The file written by the last pass."""
        return self._target.getvalue()

    def _fraction(self, placed: float, page: int) -> Fraction:
        if self._measuring:
            return _PREPARING + (_MEASURING - _PREPARING) * placed, "Finding page numbers"
        share = min(page / max(self._known.pages, 1), 1.0)
        return _MEASURING + (1 - _MEASURING) * share, f"Drawing page {page}"

    def _prepare(self, canvas: Canvas) -> None:
        canvas.measuring = self._measuring
        canvas.found = {}
        canvas.sections = []
        canvas.known = self._known.headings
        canvas.text_height = self._page.text_height
        day = self._document.date
        stamp = f"D:{day:%Y%m%d}000000Z"
        canvas.setDateFormatter(lambda *_: stamp)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        if not self._measuring:
            canvas.showOutline()

    def handle_pageBegin(self) -> None:  # noqa: N802  # ReportLab's name
        """Odd pages are bound on the left, even ones on the right."""
        self.pageTemplate = self.pageTemplates[self.page % 2]
        super().handle_pageBegin()

    def afterPage(self) -> None:  # noqa: N802  # ReportLab's name
        """Frame the finished page; remember its number."""
        self._last_page = self.page
        section = self._section_at_top()
        if not self._measuring:
            self._furniture.draw(self.canv, self.page, self._known.pages, section)

    def _section_at_top(self) -> str:
        """The section that goes on from the page before; none where the page begins with one."""
        begun = self.canv.sections
        self.canv.sections = []
        going_on = self._section
        if begun:
            self._section = begun[-1][0]
            if begun[0][1] > self._page.height - self._page.top - 2:
                return ""
        return going_on


def _side(page: Page, number: int) -> PageTemplate:
    frame = Frame(
        page.left(number),
        page.bottom,
        page.text_width,
        page.text_height,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return PageTemplate(
        id="odd" if number % 2 else "even",
        frames=[frame],
        pagesize=(page.width, page.height),
    )
