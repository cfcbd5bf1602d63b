"""A chart of an order of battle drawn: cards with symbols on lines, and where branches go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from exerciseplanner.domain.orbat_layout import Card, units_below
from exerciseplanner.reports.orbat import OrbatChart, OrbatUnit
from exerciseplanner.reports.rendering import measures, palette
from exerciseplanner.reports.rendering.captions import Caption
from exerciseplanner.reports.rendering.composed import Composed
from exerciseplanner.reports.rendering.orbat_pages import (
    DETAIL,
    GOES_ON,
    LABEL,
    LEAST,
    PAD,
    SYMBOL,
    TITLE,
    OrbatPage,
    orbat_pages,
)
from exerciseplanner.reports.rendering.symbols import draw_symbol, symbol_width
from exerciseplanner.reports.rendering.typesetting import Canvas, Typesetter

_KEPT_FREE = 78.0
"""Height for a heading and the caption on the same page."""
_AROUND_LABEL = 4.0
_SQUEEZED = 0.85
"""A figure is made so much smaller at most to stand on the page that it is due on."""


class OrbatFigure(Composed):
    """One figure with its caption; it stays whole, and gives way a little to stay on its page."""

    def __init__(
        self,
        setter: Typesetter,
        page: OrbatPage,
        units: Mapping[str, OrbatUnit],
        caption: Caption,
        goes_on: Mapping[str, str],
    ) -> None:
        """``goes_on`` says for each unit whose branch is elsewhere where that is."""
        super().__init__(setter, 6, measures.BLOCK_GAP)
        self._page = page
        self._units = units
        self._caption = caption
        self._goes_on = goes_on

    def height_at(self, width: float) -> float:
        """The caption and the chart, reduced where it has to be."""
        return self._around(width) + self._page.layout.height * self._page.scale

    def opening_at(self, width: float) -> float:
        """The height with the chart as small as it may be made."""
        return self._around(width) + self._page.layout.height * self._least

    def split(self, available_width: float, available_height: float) -> list[Composed]:
        """The figure a little smaller, where that is enough for the rest of the page."""
        room = available_height - self._around(available_width)
        scale = room / max(self._page.layout.height, 1.0)
        if scale < self._least:
            return []
        page = replace(self._page, scale=min(scale, self._page.scale))
        return [OrbatFigure(self.setter, page, self._units, self._caption, self._goes_on)]

    @property
    def _least(self) -> float:
        return min(max(self._page.scale * _SQUEEZED, LEAST), self._page.scale)

    def _around(self, width: float) -> float:
        return self._caption.height(width) + 4 + self._above

    @property
    def _above(self) -> float:
        """Room for the command relationships that stand over the corners of the first cards."""
        first = (card for card in self._page.layout.drawn.cards if card.y <= 0)
        return LABEL.leading * 0.7 if any(map(self._relation, first)) else 0.0

    def paint(self, canvas: Canvas) -> None:
        """Draw the caption, then lines, then cards."""
        used = self._caption.draw(canvas, self.width, self.height)
        scale = self._page.scale
        canvas.saveState()
        canvas.translate(0, self.height - used - 2 - self._above)
        canvas.scale(scale, scale)
        self._paint_lines(canvas)
        for card in self._page.layout.drawn.cards:
            self._paint_card(canvas, card)
        canvas.restoreState()

    def _paint_lines(self, canvas: Canvas) -> None:
        drawn = self._page.layout.drawn
        plain = [card.twig for card in drawn.cards if card.twig and not self._relation(card)]
        canvas.setStrokeColor(palette.MUTED)
        canvas.setLineWidth(0.7)
        canvas.lines([(x1, -y1, x2, -y2) for x1, y1, x2, y2 in (*drawn.trunks, *plain)])
        led = [card.twig for card in drawn.cards if card.twig and self._relation(card)]
        canvas.setStrokeColor(palette.ACCENT)
        canvas.setDash(2.5, 1.5)
        canvas.lines([(x1, -y1, x2, -y2) for x1, y1, x2, y2 in led])
        canvas.setDash()

    def _relation(self, card: Card) -> str:
        return self._units[card.id].relation

    def _paint_card(self, canvas: Canvas, card: Card) -> None:
        size, unit = self._page.measures, self._units[card.id]
        bottom = -card.y - size.height
        canvas.setStrokeColor(palette.LINE)
        canvas.setFillColor(palette.PAPER)
        canvas.setLineWidth(0.6)
        canvas.roundRect(card.x, bottom, size.width, size.height, 2.5, stroke=1, fill=1)
        drawing = self.setter.drawings.get(unit.symbol.code)
        if drawing is not None:
            high = bottom + (size.height - SYMBOL) / 2
            draw_symbol(canvas, drawing, card.x + PAD, high, SYMBOL)
        self._paint_words(canvas, card, unit)
        self._paint_label(canvas, card)

    def _paint_words(self, canvas: Canvas, card: Card, unit: OrbatUnit) -> None:
        size = self._page.measures
        x = card.x + symbol_width(SYMBOL) + 2 * PAD
        room = card.x + size.width - PAD - x
        goes_on = self._goes_on.get(card.id, "")
        below, style = (goes_on, GOES_ON) if goes_on else (unit.detail, DETAIL)
        high = TITLE.leading + (style.leading if below else 0.0)
        top = -card.y - (size.height - high) / 2
        title = self.setter.fitted(unit.symbol.text, TITLE, room)
        self.setter.draw(canvas, title, TITLE, x, top)
        if below:
            text = self.setter.fitted(below, style, room)
            self.setter.draw(canvas, text, style, x, top - TITLE.leading)

    def _paint_label(self, canvas: Canvas, card: Card) -> None:
        """The command relationship on the line, or over the corner of a card in a list."""
        text = self._relation(card)
        if not text:
            return
        text = self.setter.fitted(text, LABEL, self._page.measures.width - 2 * _AROUND_LABEL)
        wide = self.setter.width(text, LABEL) + 2 * _AROUND_LABEL
        if card.is_listed or card.twig is None:
            right = card.x + self._page.measures.width - PAD
            x, top = right - wide, -card.y + LABEL.leading * 0.7
        else:
            middle = (card.twig.y1 + card.twig.y2) / 2
            x, top = card.twig.x2 - wide / 2, -middle + LABEL.leading / 2
        canvas.setFillColor(palette.PAPER)
        canvas.setStrokeColor(palette.ACCENT)
        canvas.setLineWidth(0.5)
        round_by = LABEL.leading / 2
        canvas.roundRect(x, top - LABEL.leading, wide, LABEL.leading, round_by, stroke=1, fill=1)
        self.setter.draw(canvas, text, LABEL, x + wide / 2, top)


def orbat_figures(
    setter: Typesetter, block: OrbatChart, room: tuple[float, float], number: int
) -> Sequence[OrbatFigure]:
    """The figures of a chart for pages with so much room in points, the first with a number."""
    units = {unit.id: unit for unit in block.units}
    pages = orbat_pages(setter, block, room[0], room[1] - _KEPT_FREE)
    came_from = {
        later: at for at, page in enumerate(pages) for later in page.sheet.goes_on.values()
    }
    made = []
    for at, page in enumerate(pages):
        title = _title(block, page, units, at, came_from.get(at), number)
        caption = Caption(setter, f"Figure {number + at}", title)
        goes_on = {
            unit: _goes_on(units, unit, pages[later], number + later)
            for unit, later in page.sheet.goes_on.items()
        }
        made.append(OrbatFigure(setter, page, units, caption, goes_on))
    return made


def _title(
    block: OrbatChart,
    page: OrbatPage,
    units: Mapping[str, OrbatUnit],
    at: int,
    before: int | None,
    number: int,
) -> str:
    name = block.name or block.caption
    if before is not None:
        top = units[page.sheet.tops[0]].symbol.text
        return f"{name}: {top}, from Figure {number + before}"
    return block.caption if at == 0 else f"{name}, further units"


def _goes_on(units: Mapping[str, OrbatUnit], unit: str, page: OrbatPage, number: int) -> str:
    count = len(units_below(page.sheet.tops, page.sheet.branches)) - 1
    return f"Figure {number}, +{count}"
