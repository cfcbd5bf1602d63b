"""From blocks to what stands on the page: numbers, captions, bookmarks, what stays together."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from reportlab.platypus import PageBreak as NewPage

from exerciseplanner.reports import blocks
from exerciseplanner.reports.rendering import measures
from exerciseplanner.reports.rendering.bar_charts import Bars, Intervals
from exerciseplanner.reports.rendering.captions import Caption
from exerciseplanner.reports.rendering.composed import Composed, Gap, Room, Together
from exerciseplanner.reports.rendering.contents import ContentsList
from exerciseplanner.reports.rendering.distribution_chart import DistributionBars
from exerciseplanner.reports.rendering.front_matter import CoverPage, TitleBlock
from exerciseplanner.reports.rendering.measures import MM, Page, Style
from exerciseplanner.reports.rendering.orbat_chart import orbat_figures
from exerciseplanner.reports.rendering.panels import FiguresRow, Remark, Signatures
from exerciseplanner.reports.rendering.prose import HeadingLine, Prose
from exerciseplanner.reports.rendering.table_layout import TableLayout
from exerciseplanner.reports.rendering.tables import TablePart
from exerciseplanner.reports.rendering.time_charts import TimelineLanes, TrendLines
from exerciseplanner.reports.rendering.typesetting import Typesetter

_STYLES: dict[str, Style] = {
    "body": measures.BODY,
    "lead": measures.LEAD,
    "note": measures.NOTE,
    "caption": measures.CAPTION,
}
_CHARTS: dict[type, Callable[[Typesetter, Any, Caption], Composed]] = {
    blocks.RatingDistribution: DistributionBars,
    blocks.BarChart: Bars,
    blocks.IntervalChart: Intervals,
    blocks.TrendChart: TrendLines,
    blocks.TimelineStrip: TimelineLanes,
}
_PANELS: dict[type, Callable[[Typesetter, Any], Composed]] = {
    blocks.Figures: FiguresRow,
    blocks.Callout: Remark,
    blocks.SignatureBlock: Signatures,
}
_WITH_HEADING = 42 * MM
"""A first-level heading with less than this beneath it starts the next page."""

_INTRODUCING = 2
"""So many paragraphs between a heading and a table or chart belong to what they introduce."""


@dataclass
class Composition:
    """Turns a document's blocks into what is placed on the page, one after the other."""

    setter: Typesetter
    document: blocks.Document
    page: Page
    layouts: list[TableLayout] = field(default_factory=list)
    _headings: list[HeadingLine] = field(default_factory=list)
    _counts: list[int] = field(default_factory=lambda: [0, 0, 0])
    _tables: int = 0
    _figures: int = 0

    def story(self) -> list[Any]:
        """Everything from cover to last block, with breaks where a heading would stand alone."""
        composed: list[Any] = []
        if self.document.cover is not None:
            composed += [CoverPage(self.setter, self.document, self.page.text_height), NewPage()]
        else:
            composed.append(TitleBlock(self.setter, self.document))
        for block in self.document.parts:
            composed += self._composed(block)
        return self._with_breaks(composed)

    def _composed(self, block: blocks.Block) -> list[Any]:
        if type(block) in _CHARTS:
            return [_CHARTS[type(block)](self.setter, block, self._caption(block, "Figure"))]
        if type(block) in _PANELS:
            return [_PANELS[type(block)](self.setter, block)]
        match block:
            case blocks.Heading():
                return [self._heading(block)]
            case blocks.Paragraph():
                return [Prose(self.setter, block.text, _STYLES[block.style])]
            case blocks.Bullets():
                return self._bullets(block)
            case blocks.Table():
                return self._table(block)
            case blocks.KeyValues():
                return self._facts(block)
            case _:
                return self._structure(block)

    def _structure(self, block: blocks.Block) -> list[Any]:
        match block:
            case blocks.Contents():
                return [ContentsList(self.setter, block, self._headings)]
            case blocks.KeepTogether():
                return [self._together(block)]
            case blocks.OrbatChart():
                return self._orbat(block)
            case blocks.PageBreak():
                return [NewPage()]
            case blocks.Spacer():
                return [Gap(self.setter, min(block.height * MM, self.page.text_height - 1))]
            case _:
                raise TypeError(f"no rendering for {type(block).__name__}")

    def _together(self, block: blocks.KeepTogether) -> Together:
        inner = [part for one in block.blocks for part in self._composed(one)]
        parts = [part for part in inner if isinstance(part, Composed)]
        return Together(self.setter, parts, self._with_breaks(parts), self.page.text_height)

    def _heading(self, block: blocks.Heading) -> HeadingLine:
        level = min(max(block.level, 1), 3)
        number = self._number(level) if block.number is None else block.number
        order = len(self._headings)
        key = hashlib.sha256(f"{order} {level} {block.text}".encode("utf-8", "replace"))
        depth = min(level - 1, self._headings[-1].depth + 1 if self._headings else 0)
        heading = HeadingLine(self.setter, block.text, number, level, depth, key.hexdigest()[:16])
        self._headings.append(heading)
        return heading

    def _number(self, level: int) -> str:
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (3 - level)
        number = ".".join(str(count) for count in self._counts[:level])
        return f"{number}." if level == 1 else number

    def _caption(self, block: Any, kind: str) -> Caption:
        if not block.caption:
            return Caption(self.setter, "", "")
        if kind == "Table":
            self._tables += 1
            return Caption(self.setter, f"Table {self._tables}", block.caption)
        self._figures += 1
        return Caption(self.setter, f"Figure {self._figures}", block.caption)

    def _bullets(self, block: blocks.Bullets) -> list[Any]:
        last = len(block.items) - 1
        parts = []
        for at, item in enumerate(block.items):
            indent = 14.0 if block.marks == "bullet" else 20.0
            style = replace(
                measures.BULLET, indent=indent, after=measures.BODY.after if at == last else 3.0
            )
            parts.append(Prose(self.setter, item, style, mark=_mark(block.marks, at)))
        return parts

    def _table(self, block: blocks.Table) -> list[Any]:
        layout = TableLayout(self.setter, block, self.page.text_width)
        self.layouts.append(layout)
        part = TablePart(layout, self._caption(block, "Table"))
        if not block.note:
            return [part]
        part.spaceAfter = 3
        note = Prose(self.setter, block.note, replace(measures.NOTE, after=measures.BLOCK_GAP))
        return [part, note]

    def _facts(self, block: blocks.KeyValues) -> list[Any]:
        """Keys and values as a table without a header: it splits, and in a row if need be."""
        if not block.pairs:
            return []
        columns = (blocks.Column("", 3), blocks.Column("", 2)) * block.columns
        cells: list[blocks.Cell] = []
        for key, value in block.pairs:
            cells += [(blocks.Run(key, bold=True),), value]
        cells += [""] * (-len(cells) % len(columns))
        rows = zip(*[iter(cells)] * len(columns), strict=True)
        table = blocks.Table(columns, tuple(rows), style="plain")
        layout = TableLayout(self.setter, table, self.page.text_width)
        self.layouts.append(layout)
        return [TablePart(layout, Caption(self.setter, "", ""))]

    def _orbat(self, block: blocks.OrbatChart) -> list[Any]:
        room = (self.page.text_width, self.page.text_height)
        figures = orbat_figures(self.setter, block, room, self._figures + 1)
        self._figures += len(figures)
        return list(figures)

    def _with_breaks(self, composed: list[Any]) -> list[Any]:
        """Before each heading or legend a break, taken where it and what it opens have no room."""
        story: list[Any] = []
        for at, one in enumerate(composed):
            follows = at > 0 and isinstance(composed[at - 1], HeadingLine | TitleBlock)
            if isinstance(one, HeadingLine) and not follows:
                story.append(Room(self.setter, self._needed(composed[at:])))
            elif isinstance(one, TablePart) and one.is_legend:
                story.append(Room(self.setter, self._with_next(composed[at : at + 2])))
            story.append(one)
        return story

    def _with_next(self, parts: list[Any]) -> float:
        """Height of a part whole and of the opening of the one after it."""
        width = self.page.text_width
        needed = float(parts[0].before + parts[0].height_at(width))
        if isinstance(parts[-1], Composed) and len(parts) > 1:
            needed += max(parts[0].after, parts[1].before) + parts[1].opening_at(width)
        return min(needed, self.page.text_height - 1)

    def _needed(self, rest: list[Any]) -> float:
        """Height of the heading with what it opens: through a paragraph to what it introduces."""
        limit = self.page.text_height - 1
        least = _WITH_HEADING if rest[0].level == 1 else 0.0
        introduced = self._height_through(rest, _INTRODUCING)
        if introduced > limit:
            introduced = self._height_through(rest, 0)
        return min(max(introduced, least), limit)

    def _height_through(self, rest: list[Any], paragraphs: int) -> float:
        """Height of headings, so many paragraphs, and the opening of what follows them."""
        width = self.page.text_width
        needed, last, left = 0.0, 0.0, paragraphs
        for one in rest:
            if not isinstance(one, Composed):
                break
            needed += max(last, one.before)
            is_passed = isinstance(one, HeadingLine) or (type(one) is Prose and left > 0)
            if not is_passed:
                return needed + one.opening_at(width)
            left -= isinstance(one, Prose)
            needed += one.height_at(width)
            last = one.after
        return needed


def _mark(kind: str, at: int) -> str:
    if kind == "number":
        return f"{at + 1}."
    if kind == "letter":
        return f"{chr(ord('a') + at % 26)}."
    return "•"
