"""Running text on the page: paragraphs, headings and lists."""

from __future__ import annotations

from exerciseplanner.reports.blocks import Text
from exerciseplanner.reports.rendering import measures, palette
from exerciseplanner.reports.rendering.composed import Composed
from exerciseplanner.reports.rendering.measures import Style
from exerciseplanner.reports.rendering.typesetting import Canvas, Line, Typesetter, draw_lines

_WIDEST = 470.0
"""Lines longer than this tire the eye; on wide paper running text stays narrower than the page."""


class Prose(Composed):
    """A paragraph. Across a page break at least two lines stay on either side."""

    def __init__(
        self,
        setter: Typesetter,
        text: Text,
        style: Style,
        *,
        mark: str = "",
        lines: tuple[Line, ...] | None = None,
    ) -> None:
        super().__init__(setter, style.before, style.after)
        self._text = text
        self._style = style
        self._mark = mark
        self._given = lines

    def _lines(self, width: float) -> tuple[Line, ...]:
        if self._given is not None:
            return self._given
        return self.setter.lines(self._text, self._style, min(width, _WIDEST) - self._style.indent)

    def height_at(self, width: float) -> float:
        """Height of all lines."""
        return len(self._lines(width)) * self._style.leading

    def opening_at(self, width: float) -> float:
        """Two lines, or all where there are fewer than four."""
        count = len(self._lines(width))
        return (count if count < 4 else 2) * self._style.leading

    def split(self, available_width: float, available_height: float) -> list[Composed]:
        """The lines that fit and the rest, or nothing where too few would stand alone."""
        lines = self._lines(available_width)
        fitting = min(int(available_height / self._style.leading + 1e-6), len(lines) - 2)
        if fitting < 2 or len(lines) < 4:
            return []
        first = Prose(self.setter, "", self._style, mark=self._mark, lines=lines[:fitting])
        rest = Prose(self.setter, "", self._style, lines=lines[fitting:])
        first.spaceAfter = rest.spaceBefore = 0
        return [first, rest]

    def paint(self, canvas: Canvas) -> None:
        """Draw the mark of a list and the lines."""
        style = self._style
        if self._mark:
            plain = Style(style.size, style.leading, colour=palette.ACCENT)
            self.setter.draw(canvas, self._mark, plain, 1, self.height)
        width = min(self.width, _WIDEST) - style.indent
        draw_lines(canvas, self._lines(self.width), style, style.indent, self.height, width)


class HeadingLine(Composed):
    """A numbered heading, which is also a bookmark and an entry of outline and contents.

    ``depth`` is its depth in the outline, which PDF does not let jump over a level.
    """

    def __init__(
        self, setter: Typesetter, text: str, number: str, level: int, depth: int, key: str
    ) -> None:
        self._style = measures.HEADINGS[level - 1]
        super().__init__(setter, self._style.before, self._style.after)
        self.text = text
        self.number = number
        self.level = level
        self.depth = depth
        self.key = key

    def _indent(self) -> float:
        if not self.number:
            return 0.0
        return max(self.setter.width(self.number, self._style) + 8, (0, 26, 30, 34)[self.level])

    def _lines(self, width: float) -> tuple[Line, ...]:
        return self.setter.lines(self.text, self._style, width - self._indent())

    def height_at(self, width: float) -> float:
        """Height of all lines."""
        return len(self._lines(width)) * self._style.leading

    def arrive(self, canvas: Canvas) -> None:
        """Tell the document which page this heading came to stand on, and how high up."""
        canvas.found[self.key] = canvas.getPageNumber()
        if self.level == 1:
            top = canvas.absolutePosition(0, self.height)[1]
            canvas.sections.append((f"{self.number} {self.text}".strip(), top))

    def paint(self, canvas: Canvas) -> None:
        """Draw number and text, and set the bookmark a little above them."""
        canvas.bookmarkHorizontal(self.key, 0, self.height + 12)
        title = f"{self.number} {self.text}".strip()
        canvas.addOutlineEntry(title, self.key, self.depth, closed=self.depth > 0)
        if self.number:
            faint = Style(self._style.size, self._style.leading, "regular", palette.ACCENT)
            self.setter.draw(canvas, self.number, faint, 0, self.height)
        indent = self._indent()
        lines = self._lines(self.width)
        draw_lines(canvas, lines, self._style, indent, self.height, self.width - indent)
