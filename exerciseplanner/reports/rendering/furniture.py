"""What stands on every page: marking and release line at top and bottom, running head and foot."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exerciseplanner.reports.blocks import Document
from exerciseplanner.reports.rendering import measures, palette
from exerciseplanner.reports.rendering.front_matter import printed_date
from exerciseplanner.reports.rendering.measures import Page
from exerciseplanner.reports.rendering.typesetting import Canvas, Typesetter, draw_lines

_SHORT_HASH = 12


@dataclass(frozen=True)
class Furniture:
    """The marking and the running lines of a document on its page grid."""

    setter: Typesetter
    document: Document
    page: Page

    def draw(self, canvas: Canvas, number: int, total: int, section: str = "") -> None:
        """Draw everything that page ``number`` of ``total`` carries around its text.

        ``section`` is the one that goes on from the page before.
        """
        self._draw_marking(canvas, self.page.height - measures.MARKING_EDGE)
        height = marking_height(self.setter, self.document)
        self._draw_marking(canvas, measures.MARKING_EDGE + height)
        if number > 1 or self.document.cover is None:
            self._draw_head(canvas, self.page.left(number), number, section)
        self._draw_foot(canvas, self.page.left(number), f"Page {number} of {total}")

    def _draw_marking(self, canvas: Canvas, top: float) -> None:
        """Marking in capitals, the release line directly beneath (DOCTRINE section 8.4)."""
        x = (self.page.width - measures.MARKING_WIDTH) / 2
        for text, style in _marking(self.document):
            lines = self.setter.lines(text, style, measures.MARKING_WIDTH)
            draw_lines(canvas, lines, style, x, top, measures.MARKING_WIDTH)
            top -= len(lines) * style.leading

    def _draw_head(self, canvas: Canvas, left: float, number: int, section: str) -> None:
        style = measures.RUNNING
        top = self.page.height - self.page.top + measures.RUNNING_HEAD - 9
        width = self.page.text_width
        draft = self._draft_width()
        if number > 1:
            told = "  ·  ".join(part for part in (self.document.title, section) if part)
            title = self.setter.fitted(told, style, width - draft)
            self.setter.draw(canvas, title, style, left, top)
        self._draw_draft(canvas, left + width, top)
        canvas.setStrokeColor(palette.LINE)
        canvas.setLineWidth(0.5)
        canvas.line(left, top - 13, left + width, top - 13)

    def _draw_foot(self, canvas: Canvas, left: float, page_text: str) -> None:
        style = measures.RUNNING
        top = self.page.bottom - measures.RUNNING_FOOT + 17
        width = self.page.text_width
        canvas.setStrokeColor(palette.LINE)
        canvas.setLineWidth(0.5)
        canvas.line(left, top + 3, left + width, top + 3)
        strong = replace(style, face="semibold", colour=palette.INK, align="right")
        self.setter.draw(canvas, page_text, strong, left + width, top)
        page_width = self.setter.width(page_text, strong) + 12
        self._draw_draft(canvas, left + width - page_width, top)
        room = width - page_width - self._draft_width()
        text = self.setter.fitted("  ·  ".join(self._foot_texts()), style, room)
        self.setter.draw(canvas, text, style, left, top)

    def _foot_texts(self) -> list[str]:
        texts = [self.document.reference, printed_date(self.document)]
        if self.document.head_hash:
            short = self.document.head_hash[:_SHORT_HASH]
            cut = "…" if len(self.document.head_hash) > _SHORT_HASH else ""
            texts.append(f"State {short}{cut}")
        return [text for text in texts if text]

    def _draft_width(self) -> float:
        if not self.document.draft:
            return 0.0
        return self.setter.width("DRAFT", measures.RUNNING_STRONG) + 12

    def _draw_draft(self, canvas: Canvas, right: float, top: float) -> None:
        if self.document.draft:
            style = replace(measures.RUNNING_STRONG, align="right")
            self.setter.draw(canvas, "DRAFT", style, right, top)


def marking_height(setter: Typesetter, document: Document) -> float:
    """Height of marking and release line together."""
    width = measures.MARKING_WIDTH
    return sum(setter.height(text, style, width) for text, style in _marking(document))


def _marking(document: Document) -> list[tuple[str, measures.Style]]:
    marking, release = document.marking_lines
    lines = [(marking.upper(), measures.MARKING), (release, measures.RELEASE)]
    return [(text, style) for text, style in lines if text]
