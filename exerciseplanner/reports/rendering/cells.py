"""The contents of table cells, set to a width once and drawn whole or by lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from exerciseplanner.reports.blocks import Cell, Run
from exerciseplanner.reports.ratings import RatingBadge, Ratings, ScoreBar
from exerciseplanner.reports.rendering import palette
from exerciseplanner.reports.rendering.measures import MM, Style
from exerciseplanner.reports.rendering.rating_marks import badge_width, draw_badge, draw_interval
from exerciseplanner.reports.rendering.symbols import GAP, SymbolCell, set_symbol, symbol_width
from exerciseplanner.reports.rendering.typesetting import Line, TextLayer, Typesetter
from exerciseplanner.reports.symbols import SymbolMark

BADGE = 10.6
_BETWEEN = 3.0
LONGEST_UNBROKEN = 24
"""Words longer than this may be broken to keep a column narrow."""
_LABEL_INDENT = 20.0
"""Labels stand in line whether their badge has one letter or two."""


@dataclass(frozen=True, slots=True)
class TextCell:
    """Text in lines."""

    lines: tuple[Line, ...]
    style: Style

    @property
    def count(self) -> int:
        """Number of lines."""
        return len(self.lines)

    @property
    def height(self) -> float:
        """Height in points."""
        return len(self.lines) * self.style.leading

    def draw(
        self,
        layer: TextLayer,
        x: float,
        top: float,
        width: float,
        start: int = 0,
        end: int | None = None,
    ) -> None:
        """Draw the lines from ``start`` up to ``end``."""
        layer.put(self.lines[start:end], self.style, x, top, width)


@dataclass(frozen=True, slots=True)
class BadgesCell:
    """Badges in as many lines as they need, and the label of a labelled one beside it."""

    setter: Typesetter
    rows: tuple[tuple[RatingBadge, ...], ...]
    label: tuple[Line, ...]
    style: Style

    @property
    def count(self) -> int:
        """Number of lines."""
        return max(len(self.rows), len(self.label))

    @property
    def height(self) -> float:
        """Height in points."""
        return self.count * self.style.leading

    def draw(
        self,
        layer: TextLayer,
        x: float,
        top: float,
        width: float,
        start: int = 0,
        end: int | None = None,
    ) -> None:
        """Draw the badges and label lines from ``start`` up to ``end``."""
        leading = self.style.leading
        indent = 0.0
        for at, row in enumerate(self.rows[start:end]):
            taken = _row_width(self.setter, row)
            free = 0.0 if self.label else width - taken
            place = x + {"left": 0.0, "center": free / 2, "right": free}[self.style.align]
            for badge in row:
                y = top - at * leading - (leading + BADGE) / 2
                place += draw_badge(layer, self.setter, badge, place, y, BADGE) + _BETWEEN
            indent = max(indent, taken + 5, _LABEL_INDENT)
        if self.label:
            indent = indent or _LABEL_INDENT
            left = replace(self.style, align="left")
            layer.put(self.label[start:end], left, x + indent, top, width - indent)


@dataclass(frozen=True, slots=True)
class ScoreCell:
    """A score and its interval on a thin axis, the figure at the right."""

    setter: Typesetter
    bar: ScoreBar
    style: Style

    @property
    def count(self) -> int:
        """One line."""
        return 1

    @property
    def height(self) -> float:
        """Height in points."""
        return self.style.leading

    def draw(
        self,
        layer: TextLayer,
        x: float,
        top: float,
        width: float,
        start: int = 0,
        end: int | None = None,
    ) -> None:
        """Draw axis, interval and figure."""
        text_width = self.setter.width(self.bar.text, self.style) + 6 if self.bar.text else 0.0
        axis = max(width - text_width, 12.0)
        middle = top - self.style.leading / 2
        canvas = layer.canvas
        canvas.setStrokeColor(palette.LINE)
        canvas.setLineWidth(0.6)
        canvas.line(x, middle, x + axis, middle)
        draw_interval(canvas, self.bar, x, middle, axis, 7.5)
        right = replace(self.style, align="right")
        layer.put(self.setter.lines(self.bar.text, right, width), right, x, top, width)


SetCell: TypeAlias = TextCell | BadgesCell | ScoreCell | SymbolCell


def set_cell(setter: Typesetter, cell: Cell, style: Style, width: float) -> SetCell:
    """A cell's content set to a width in points."""
    if isinstance(cell, SymbolMark):
        drawing = setter.drawings.get(cell.code)
        if drawing is not None:
            return set_symbol(setter, cell, drawing, style, width)
        cell = _without_drawing(cell)
    if isinstance(cell, ScoreBar):
        return ScoreCell(setter, cell, style)
    if isinstance(cell, RatingBadge):
        label: tuple[Line, ...] = ()
        if cell.labelled:
            room = width - max(badge_width(setter, cell, BADGE) + 5, _LABEL_INDENT)
            label = setter.lines(cell.label, style, room)
        return BadgesCell(setter, ((cell,),), label, style)
    if isinstance(cell, Ratings):
        return BadgesCell(setter, _rows(setter, cell.badges, width), (), style)
    return TextCell(setter.lines(cell, style, width), style)


def narrowest(setter: Typesetter, cell: Cell, style: Style) -> float:
    """The width below which the cell's content would be broken inside a word or crowded."""
    if isinstance(cell, SymbolMark):
        return _symbol_room(cell) + narrowest(setter, cell.text, style)
    if isinstance(cell, ScoreBar):
        return 44 + setter.width(cell.text, style)
    if isinstance(cell, RatingBadge):
        own = badge_width(setter, cell, BADGE)
        return own + (
            _LABEL_INDENT + _longest_word(setter, cell.label, style) if cell.labelled else 0
        )
    if isinstance(cell, Ratings):
        return max((badge_width(setter, badge, BADGE) for badge in cell.badges), default=0.0)
    text = cell if isinstance(cell, str) else "".join(run.text for run in cell)
    return _longest_word(setter, text, style)


def natural_width(setter: Typesetter, cell: Cell, style: Style) -> float:
    """The width at which the cell's content needs no second line."""
    if isinstance(cell, SymbolMark):
        return _symbol_room(cell) + natural_width(setter, cell.text, style)
    if isinstance(cell, ScoreBar):
        return 110 + setter.width(cell.text, style)
    if isinstance(cell, RatingBadge):
        own = badge_width(setter, cell, BADGE)
        return own + (_LABEL_INDENT + setter.width(cell.label, style) if cell.labelled else 0)
    if isinstance(cell, Ratings):
        return _row_width(setter, cell.badges)
    text = cell if isinstance(cell, str) else "".join(run.text for run in cell)
    margin = 1.0 if isinstance(cell, str) else 1.1
    return max(setter.width(line, style) for line in text.split("\n")) * margin


def _symbol_room(mark: SymbolMark) -> float:
    return symbol_width(mark.height * MM) + (GAP if mark.text else 0.0)


def _without_drawing(mark: SymbolMark) -> tuple[Run, ...]:
    """The code in the place of a symbol that nobody drew."""
    return (Run(mark.code, code=True), Run(f" {mark.text}"))


def _longest_word(setter: Typesetter, text: str, style: Style) -> float:
    words = [word for word in text.split() if len(word) <= LONGEST_UNBROKEN]
    words = sorted(words, key=len, reverse=True)[:2]
    return max((setter.width(word, style) for word in words), default=0.0)


def _row_width(setter: Typesetter, row: tuple[RatingBadge, ...]) -> float:
    widths = sum(badge_width(setter, badge, BADGE) for badge in row)
    return widths + _BETWEEN * (len(row) - 1)


def _rows(
    setter: Typesetter, badges: tuple[RatingBadge, ...], width: float
) -> tuple[tuple[RatingBadge, ...], ...]:
    rows: list[tuple[RatingBadge, ...]] = [()]
    for badge in badges:
        if rows[-1] and _row_width(setter, (*rows[-1], badge)) > width:
            rows.append(())
        rows[-1] = (*rows[-1], badge)
    return tuple(rows)
