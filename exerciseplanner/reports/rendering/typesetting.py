"""Text set in lines: breaking runs to a width and drawing them; text is never markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from exerciseplanner.reports.blocks import Run, Text
from exerciseplanner.reports.rendering import palette
from exerciseplanner.reports.rendering.measures import Style
from exerciseplanner.reports.rendering.palette import Colour
from exerciseplanner.reports.rendering.typeface import FONT_NAMES, Face, settable, width_of
from exerciseplanner.reports.symbols import Drawings

Canvas: TypeAlias = Any
"""A ReportLab canvas, which ships no type information."""

_BREAK_INSIDE = re.compile(r"[^-/_.,@\\|:;]*[-/_.,@\\|:;]+|[^-/_.,@\\|:;]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one face, at ``x`` from the left of its line."""

    text: str
    face: Face
    tinted: bool
    width: float
    x: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces side by side, and how wide they are together."""

    pieces: tuple[Piece, ...]
    width: float


Word: TypeAlias = list[Piece]


@dataclass
class Typesetter:
    """Breaks text into lines and remembers which characters the typeface lacks.

    `drawings` are those of the document's symbols, by code.
    """

    missing: set[str] = field(default_factory=set)
    drawings: Drawings = field(default_factory=dict)

    def lines(self, text: Text, style: Style, width: float) -> tuple[Line, ...]:
        """The text in lines no wider than ``width``; a word wider than that is broken."""
        if isinstance(text, str):
            text = settable(text, self.missing)
            if "\n" not in text and (whole := self._whole(text, style, width)):
                return whole
            runs: tuple[Run, ...] = (Run(text),)
        else:
            runs = tuple(
                Run(settable(r.text, self.missing), r.bold, r.italic, r.code) for r in text
            )
        return tuple(_filled(_words(runs, style), style, max(width, style.size)))

    def width(self, text: str, style: Style) -> float:
        """How wide the text is on one line."""
        text = settable(text, self.missing).replace("\n", " ")
        return width_of(text, style.face, style.size) + style.spacing * len(text)

    def fitted(self, text: str, style: Style, width: float) -> str:
        """The text, cut with an ellipsis where it is wider than ``width``."""
        if self.width(text, style) <= width:
            return text
        while text and self.width(text + "…", style) > width:
            text = text[:-1]
        return text.rstrip() + "…"

    def height(self, text: Text, style: Style, width: float) -> float:
        """Height of the text set to ``width``."""
        return len(self.lines(text, style, width)) * style.leading

    def _whole(self, text: str, style: Style, width: float) -> tuple[Line, ...] | None:
        natural = width_of(text, style.face, style.size)
        if natural > width:
            return None
        return (Line((Piece(text, style.face, False, natural),), natural),)

    def draw(self, canvas: Canvas, text: str, style: Style, x: float, top: float) -> None:
        """Draw one line downward from ``top``; ``x`` is its left, centre or right as it aligns."""
        text = settable(text, self.missing).replace("\n", " ")
        width = width_of(text, style.face, style.size) + style.spacing * len(text)
        shift = {"left": 0.0, "center": width / 2, "right": width}[style.align]
        canvas.setFillColor(style.colour)
        canvas.setFont(FONT_NAMES[style.face], style.size)
        canvas.drawString(x - shift, baseline(top, style), text, charSpace=style.spacing)


def baseline(top: float, style: Style) -> float:
    """Where the baseline lies so that capitals stand in the middle of the leading."""
    return top - style.leading / 2 - style.size * 0.33


class TextLayer:
    """Text gathered into one step, drawn over what is drawn meanwhile: fast for tables."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self._text = canvas.beginText()
        self._font: tuple[Face, float] | None = None
        self._colour: Colour = None

    def put(
        self, lines: tuple[Line, ...], style: Style, x: float, top: float, width: float
    ) -> None:
        """Place lines from ``top`` downward in a column of ``width`` that starts at ``x``."""
        self._set_colour(style.colour)
        base = baseline(top, style)
        for line in lines:
            free = width - line.width
            left = x + (0.0 if style.align == "left" else free / _SHARE[style.align])
            for piece in line.pieces:
                self._put_piece(piece, style.size, left + piece.x, base)
            base -= style.leading

    def draw(self) -> None:
        """Draw all that was gathered."""
        self.canvas.drawText(self._text)

    def _put_piece(self, piece: Piece, size: float, x: float, base: float) -> None:
        if piece.tinted:
            self.canvas.setFillColor(palette.BAND)
            box = (x - 1.5, base - size * 0.24, piece.width + 3, size * 1.12)
            self.canvas.roundRect(*box, 2, stroke=0, fill=1)
        if self._font != (piece.face, size):
            self._font = (piece.face, size)
            self._text.setFont(FONT_NAMES[piece.face], size)
        self._text.setTextOrigin(x, base)
        self._text.textOut(piece.text)

    def _set_colour(self, colour: Colour) -> None:
        if self._colour is not colour:
            self._colour = colour
            self._text.setFillColor(colour)


_SHARE = {"center": 2.0, "right": 1.0}


def draw_lines(
    canvas: Canvas, lines: tuple[Line, ...], style: Style, x: float, top: float, width: float
) -> None:
    """Draw lines from ``top`` downward in a column of ``width`` that starts at ``x``."""
    layer = TextLayer(canvas)
    layer.put(lines, style, x, top, width)
    layer.draw()


def _words(runs: tuple[Run, ...], style: Style) -> Iterator[Word | None]:
    """Words between spaces, each of one piece for each run it touches; None is a line break."""
    word: Word = []
    for run in runs:
        face = _face(run, style)
        for part in re.split(r"([ \n])", run.text):
            if part in (" ", "\n"):
                yield word
                word = []
                if part == "\n":
                    yield None
            elif part:
                word = [*word, Piece(part, face, run.code, width_of(part, face, style.size))]
    yield word


def _face(run: Run, style: Style) -> Face:
    if run.bold:
        return "bold" if style.face in ("semibold", "bold") else "semibold"
    if run.italic and style.face == "regular":
        return "italic"
    return style.face


def _filled(words: Iterator[Word | None], style: Style, width: float) -> Iterator[Line]:
    line: Word = []
    used = 0.0
    space = width_of(" ", style.face, style.size)
    for word in words:
        if word is None:
            yield _line(line)
            line, used = [], 0.0
            continue
        for part in _broken(word, style, width):
            needed = sum(piece.width for piece in part)
            if line and used + space + needed > width:
                yield _line(line)
                line, used = [], 0.0
            if line and part:
                line.append(Piece(" ", style.face, line[-1].tinted and part[0].tinted, space))
                used += space
            line += part
            used += needed
    yield _line(line)


def _broken(word: Word, style: Style, width: float) -> Iterator[Word]:
    """The word whole if it fits a line, otherwise in parts that do."""
    if sum(piece.width for piece in word) <= width:
        yield word
        return
    part: Word = []
    used = 0.0
    for atom in (atom for piece in word for atom in _atoms(piece, style, width)):
        if part and used + atom.width > width:
            yield _joined(part)
            part, used = [], 0.0
        part.append(atom)
        used += atom.width
    yield _joined(part)


def _atoms(piece: Piece, style: Style, width: float) -> Iterator[Piece]:
    for text in _BREAK_INSIDE.findall(piece.text):
        natural = width_of(text, piece.face, style.size)
        if natural <= width:
            yield Piece(text, piece.face, piece.tinted, natural)
            continue
        for character in text:
            one = width_of(character, piece.face, style.size)
            yield Piece(character, piece.face, piece.tinted, one)


def _joined(pieces: Word) -> Word:
    """Neighbours in the same face as one piece: fewer steps to draw, and text to copy."""
    joined: Word = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and last.face == piece.face and last.tinted == piece.tinted:
            text, width = last.text + piece.text, last.width + piece.width
            joined[-1] = Piece(text, last.face, last.tinted, width)
        else:
            joined.append(piece)
    return joined


def _line(pieces: Word) -> Line:
    x = 0.0
    placed = []
    for piece in _joined(pieces):
        placed.append(Piece(piece.text, piece.face, piece.tinted, piece.width, x))
        x += piece.width
    return Line(tuple(placed), x)
