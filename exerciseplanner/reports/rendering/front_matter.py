"""What stands before the text: the cover, or the title of a document without one."""

from __future__ import annotations

from dataclasses import replace

from exerciseplanner.reports.blocks import Document
from exerciseplanner.reports.rendering import measures, palette
from exerciseplanner.reports.rendering.composed import Composed
from exerciseplanner.reports.rendering.measures import MM, Style
from exerciseplanner.reports.rendering.typesetting import Canvas, Line, Typesetter, draw_lines

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def printed_date(document: Document) -> str:
    """The document's date in words, in English whatever the machine's language."""
    day = document.date
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MOST_LINES = 5
_BESIDE = 0.5
"""On a page that lies across, the facts stand beside the title from here."""


class CoverPage(Composed):
    """The whole text area of the first page."""

    def __init__(self, setter: Typesetter, document: Document, height: float) -> None:
        super().__init__(setter)
        self._document = document
        self._page_height = height

    def height_at(self, width: float) -> float:
        """The whole text area, less what rounding may cost."""
        return self._page_height - 0.5

    def paint(self, canvas: Canvas) -> None:
        """Draw issuer, title, facts and notice on a grid of one wide column."""
        cover = self._document.cover
        if cover is None:
            return
        top = self._put(canvas, cover.issuer, measures.COVER_ISSUER, self.height)
        canvas.setStrokeColor(palette.LINE)
        canvas.setLineWidth(0.6)
        canvas.line(0, top - 7, self.width, top - 7)
        top = min(top - 60, self.height * 0.74)
        top = self._put(canvas, cover.kind.upper(), measures.COVER_KIND, top) - 5
        top = self._put(canvas, self._document.title, self._title_style(), top) - 8
        canvas.setFillColor(palette.ACCENT)
        canvas.rect(0, top - 6, 24 * MM, 2, stroke=0, fill=1)
        top = self._put(canvas, self._document.subtitle, measures.COVER_SUBTITLE, top - 20)
        if self._document.draft:
            self._paint_draft(canvas, top - 22)
        self._paint_foot(canvas)

    def _put(self, canvas: Canvas, text: str, style: Style, top: float) -> float:
        """Draw text over the width; returns where it ends."""
        if not text:
            return top
        if style.spacing:
            self.setter.draw(canvas, self.setter.fitted(text, style, self.width), style, 0, top)
            return top - style.leading
        lines = self.setter.lines(text, style, self.width)
        lines = lines[:_MOST_LINES]
        draw_lines(canvas, lines, style, 0, top, self.width)
        return top - len(lines) * style.leading

    def _title_style(self) -> Style:
        """The largest size in which the title takes no more than four lines."""
        style = measures.COVER_TITLE
        for size in (style.size, 26, 21, 17):
            style = replace(style, size=size, leading=size * 1.17)
            if len(self.setter.lines(self._document.title, style, self.width)) < _MOST_LINES:
                break
        return style

    def _paint_draft(self, canvas: Canvas, top: float) -> None:
        style = measures.COVER_DRAFT
        width = self.setter.width("DRAFT", style) + 22
        canvas.setStrokeColor(style.colour)
        canvas.setLineWidth(1.4)
        canvas.roundRect(0, top - 30, width, 30, 3, stroke=1, fill=0)
        centred = replace(style, align="center")
        self.setter.draw(canvas, "DRAFT", centred, width / 2 + 1.5, top - 5)

    def _paint_foot(self, canvas: Canvas) -> None:
        bottom = 6.0
        if self._document.sample_notice:
            bottom += self._paint_notice(canvas, bottom) + 16
        left = self.width * _BESIDE if self.width > self.height else 0.0
        self._paint_facts(canvas, bottom, left)

    def _paint_notice(self, canvas: Canvas, bottom: float) -> float:
        style = replace(measures.BODY, size=9.2, leading=12.6)
        lines = self.setter.lines(self._document.sample_notice, style, self.width - 28)
        height = len(lines) * style.leading + 16
        canvas.setFillColor(palette.SURFACE)
        canvas.setStrokeColor(palette.LINE)
        canvas.setLineWidth(0.6)
        canvas.rect(0, bottom, self.width, height, stroke=1, fill=1)
        draw_lines(canvas, lines, style, 14, bottom + height - 8, self.width - 28)
        return height

    def _facts(self) -> list[tuple[str, str]]:
        document = self._document
        facts = [("Reference", document.reference), ("Date", printed_date(document))]
        if document.cover is not None:
            facts += document.cover.details
        if document.head_hash:
            facts.append(("State of the exercise file", document.head_hash))
        return [(key, value) for key, value in facts if value]

    def _paint_facts(self, canvas: Canvas, bottom: float, left: float) -> None:
        """The facts from ``left`` to the right edge: below the title, or beside it."""
        style = replace(measures.BODY, size=9.6, leading=13)
        width = self.width - left
        key_width = min(width * 0.32, 150)
        rows = [
            (key, self.setter.lines(value, style, width - key_width)[:_MOST_LINES])
            for key, value in self._facts()
        ]
        top = bottom + sum(len(lines) * style.leading + 8 for _, lines in rows)
        canvas.setStrokeColor(palette.LINE)
        canvas.setLineWidth(0.5)
        canvas.line(left, top, self.width, top)
        for key, lines in rows:
            muted = replace(style, colour=palette.MUTED)
            fitted = self.setter.fitted(key, muted, key_width - 8)
            self.setter.draw(canvas, fitted, muted, left, top - 4)
            draw_lines(canvas, lines, style, left + key_width, top - 4, width - key_width)
            top -= len(lines) * style.leading + 8
            canvas.line(left, top, self.width, top)


class TitleBlock(Composed):
    """Title, subtitle, reference and date over the text of a document without a cover."""

    def __init__(self, setter: Typesetter, document: Document) -> None:
        super().__init__(setter, 0, 16)
        self._document = document
        self._title = replace(measures.COVER_TITLE, size=22, leading=27)
        self._subtitle = replace(measures.COVER_SUBTITLE, size=12, leading=16)

    def _texts(self) -> list[tuple[str, Style]]:
        document = self._document
        facts = [document.reference, printed_date(document), document.sample_notice]
        texts = [
            (document.title, self._title),
            (document.subtitle, self._subtitle),
            ("  ·  ".join(fact for fact in facts if fact), measures.CAPTION),
        ]
        return [(text, style) for text, style in texts if text]

    def height_at(self, width: float) -> float:
        """All lines and the rule under them."""
        return sum(len(lines) * style.leading for lines, style in self._lines(width)) + 10

    def _lines(self, width: float) -> list[tuple[tuple[Line, ...], Style]]:
        return [
            (self.setter.lines(text, style, width)[:_MOST_LINES], style)
            for text, style in self._texts()
        ]

    def paint(self, canvas: Canvas) -> None:
        """Draw the lines and the rule."""
        top = self.height
        for lines, style in self._lines(self.width):
            draw_lines(canvas, lines, style, 0, top, self.width)
            top -= len(lines) * style.leading
        canvas.setFillColor(palette.ACCENT)
        canvas.rect(0, top - 8, 24 * MM, 2, stroke=0, fill=1)
