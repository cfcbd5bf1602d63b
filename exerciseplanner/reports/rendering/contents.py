"""The table of contents: headings with the pages they came to stand on."""

from __future__ import annotations

from dataclasses import replace

from exerciseplanner.reports.blocks import Contents
from exerciseplanner.reports.rendering import measures, palette
from exerciseplanner.reports.rendering.composed import Composed
from exerciseplanner.reports.rendering.measures import Style
from exerciseplanner.reports.rendering.prose import HeadingLine
from exerciseplanner.reports.rendering.typesetting import Canvas, Typesetter, draw_lines

_ENTRIES = (
    Style(10.5, 15, "semibold", before=7),
    Style(9.6, 13.5, before=1, indent=22),
    Style(9, 12.5, colour=palette.MUTED, before=0, indent=50),
)
_NUMBER = (22.0, 28.0, 36.0)


class ContentsList(Composed):
    """The headings with the pages they came to stand on, each a link; one page number column."""

    def __init__(
        self, setter: Typesetter, block: Contents, headings: list[HeadingLine], start: int = 0
    ) -> None:
        super().__init__(setter, 0, 14)
        self._block = block
        self._all = headings
        self._start = start
        self._stop = -1

    @property
    def _entries(self) -> list[HeadingLine]:
        chosen = [one for one in self._all if one.level <= self._block.depth]
        return chosen[self._start : self._stop if self._stop >= 0 else len(chosen)]

    def _title_height(self) -> float:
        if self._start or not self._block.title:
            return 0.0
        return measures.HEADINGS[0].leading + 8

    def _left(self, entry: HeadingLine) -> float:
        number = self.setter.width(entry.number, _ENTRIES[entry.level - 1]) + 6
        room = max(_NUMBER[entry.level - 1], number) if entry.number else 0.0
        return _ENTRIES[entry.level - 1].indent + room

    def _entry_height(self, entry: HeadingLine, width: float) -> float:
        style = _ENTRIES[entry.level - 1]
        text = self.setter.height(entry.text, style, width - self._left(entry) - 34)
        return text + style.before

    def height_at(self, width: float) -> float:
        """Title and all entries."""
        return self._title_height() + sum(self._entry_height(one, width) for one in self._entries)

    def split(self, available_width: float, available_height: float) -> list[Composed]:
        """The entries that fit and the rest."""
        room = available_height - self._title_height()
        fitting = 0
        for entry in self._entries:
            room -= self._entry_height(entry, available_width)
            if room < 0:
                break
            fitting += 1
        if not 0 < fitting < len(self._entries):
            return []
        cut = self._start + fitting
        first = ContentsList(self.setter, self._block, self._all, self._start)
        rest = ContentsList(self.setter, self._block, self._all, cut)
        first._stop, rest._stop = cut, self._stop
        return [first, rest]

    def paint(self, canvas: Canvas) -> None:
        """Draw title and entries."""
        top = self.height
        if self._title_height():
            style = measures.HEADINGS[0]
            self.setter.draw(canvas, self._block.title, style, 0, top)
            top -= self._title_height()
        for entry in self._entries:
            height = self._entry_height(entry, self.width)
            self._paint_entry(canvas, entry, top, height)
            top -= height

    def _paint_entry(self, canvas: Canvas, entry: HeadingLine, top: float, height: float) -> None:
        style = _ENTRIES[entry.level - 1]
        left = self._left(entry)
        canvas.linkRect("", entry.key, (0, top - height, self.width, top), relative=1)
        top -= style.before
        number = replace(style, colour=palette.ACCENT, face="regular")
        self.setter.draw(canvas, entry.number, number, style.indent, top)
        lines = self.setter.lines(entry.text, style, self.width - left - 34)
        draw_lines(canvas, lines, style, left, top, self.width - left - 34)
        last = top - (len(lines) - 1) * style.leading
        page = str(canvas.known.get(entry.key, ""))
        right = replace(style, align="right")
        self.setter.draw(canvas, page, right, self.width, last)
        self._leader(canvas, left + lines[-1].width + 6, last, style, page)

    def _leader(self, canvas: Canvas, start: float, top: float, style: Style, page: str) -> None:
        """A dotted line to the page number."""
        end = self.width - self.setter.width(page, style) - 6
        if end - start < 12:
            return
        canvas.setStrokeColor(palette.FAINT)
        canvas.setLineWidth(0.7)
        canvas.setLineCap(1)
        canvas.setDash([0.1, 3.2])
        y = top - style.leading / 2 - style.size * 0.33
        canvas.line(end, y, start, y)
        canvas.setDash()
        canvas.setLineCap(0)
