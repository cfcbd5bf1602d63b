"""What a printed document is made of: plain frozen blocks, not knowing how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from exerciseplanner.reports.charts import (
    BarChart,
    IntervalChart,
    RatingDistribution,
    TimelineStrip,
    TrendChart,
)
from exerciseplanner.reports.orbat import OrbatChart
from exerciseplanner.reports.ratings import RatingBadge, Ratings, ScoreBar, Tone
from exerciseplanner.reports.symbols import Drawings, SymbolMark

__all__ = [
    "Align",
    "BarChart",
    "Block",
    "Bullets",
    "Callout",
    "Cell",
    "Column",
    "Contents",
    "Cover",
    "Document",
    "Figure",
    "Figures",
    "GroupRow",
    "Heading",
    "IntervalChart",
    "KeepTogether",
    "KeyValues",
    "OrbatChart",
    "PageBreak",
    "Paper",
    "Paragraph",
    "RatingBadge",
    "RatingDistribution",
    "Ratings",
    "Run",
    "ScoreBar",
    "Signatory",
    "SignatureBlock",
    "Spacer",
    "SymbolMark",
    "Table",
    "Text",
    "TimelineStrip",
    "Tone",
    "TrendChart",
]

Paper: TypeAlias = Literal["A4", "Letter", "A3"]
Align: TypeAlias = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Run:
    """A stretch of plain text set in one manner; ``code`` sets serials and codes on a tint."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False


Text: TypeAlias = str | tuple[Run, ...]
"""Plain text or runs of it, never markup: ``<b>`` prints as it stands; ``\\n`` breaks a line."""

Cell: TypeAlias = str | tuple[Run, ...] | RatingBadge | Ratings | ScoreBar | SymbolMark
"""What may stand in a table cell or beside a key."""


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3, in the outline and the contents.

    ``number`` None numbers it automatically (1., 1.1, 1.1.1); "" leaves it unnumbered; any other
    text ("Annex A") stands as given. A heading never stands alone at the foot of a page.
    """

    text: str
    level: int = 1
    number: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """Running text. ``lead`` opens a section larger; ``note`` and ``caption`` are small."""

    text: Text
    style: Literal["body", "lead", "note", "caption"] = "body"


@dataclass(frozen=True)
class Bullets:
    """A list with bullets, numbers (1.) or letters (a.)."""

    items: tuple[Text, ...]
    marks: Literal["bullet", "number", "letter"] = "bullet"


@dataclass(frozen=True)
class Column:
    """A table column.

    ``width`` is its share of the table (any unit; columns whose longest word needs more get more);
    ``numeric`` aligns right unless ``align`` says otherwise.
    """

    title: str
    width: float = 1.0
    align: Align | None = None
    numeric: bool = False


@dataclass(frozen=True)
class GroupRow:
    """A row across the table that names the rows after it; ``note`` stands at its right end."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class Table:
    """A table of any length: the header is repeated on every page, rows stay whole where they can.

    Each row has as many cells as there are columns (ValueError otherwise). With no rows the
    sentence ``empty`` is printed in its place. A caption is numbered "Table n".
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...] | GroupRow, ...]
    caption: str = ""
    style: Literal["zebra", "grid", "plain"] = "zebra"
    empty: str = "None recorded."
    note: str = ""

    def __post_init__(self) -> None:
        expected = len(self.columns)
        for at, row in enumerate(self.rows):
            if not isinstance(row, GroupRow) and len(row) != expected:
                raise ValueError(f"row {at} has {len(row)} cells, the table {expected} columns")


@dataclass(frozen=True)
class Figure:
    """A key figure: the value large, a caption of a few words, a note beneath."""

    value: str
    caption: str
    note: str = ""
    badge: RatingBadge | None = None


@dataclass(frozen=True)
class Figures:
    """A row of two to five key figures."""

    items: tuple[Figure, ...]


@dataclass(frozen=True)
class Callout:
    """A remark set apart; its kind is told by a word and a bar, not by colour alone."""

    kind: Literal["info", "warn", "danger"]
    title: str
    text: Text


@dataclass(frozen=True)
class KeyValues:
    """Facts as key and value, in one or two columns."""

    pairs: tuple[tuple[str, Cell], ...]
    columns: Literal[1, 2] = 1


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True)
class KeepTogether:
    """Blocks that stay on one page if a page can hold them."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Contents:
    """The table of contents, with page numbers and links, down to a heading level."""

    title: str = "Contents"
    depth: int = 2


@dataclass(frozen=True)
class Signatory:
    """Who signs: the role (for example "Chief of evaluation") and, where known, the name."""

    role: str
    name: str = ""


@dataclass(frozen=True)
class SignatureBlock:
    """Lines to sign and date by hand."""

    signatories: tuple[Signatory, ...]
    text: str = ""


@dataclass(frozen=True)
class Spacer:
    """Empty height in millimetres."""

    height: float


Block: TypeAlias = (
    Heading
    | Paragraph
    | Bullets
    | Table
    | Figures
    | RatingDistribution
    | BarChart
    | IntervalChart
    | TrendChart
    | TimelineStrip
    | OrbatChart
    | Callout
    | KeyValues
    | PageBreak
    | KeepTogether
    | Contents
    | SignatureBlock
    | Spacer
)


@dataclass(frozen=True)
class Cover:
    """The first page: who issues the document, what kind it is, and facts in a grid."""

    issuer: str = ""
    kind: str = ""
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Document:
    """A whole document.

    ``marking_lines`` is the overall marking and its release line ("" for none); both are printed
    at top and bottom of every page (DOCTRINE section 8.4). ``draft`` prints DRAFT on the cover and
    in every header and footer. ``head_hash`` is the exercise file's head: a printed page can be
    held against the file. Without a ``cover`` the first page opens with title, reference and date.
    ``drawings`` are those of its symbols by code: ``reports.symbols.illustrated`` puts them in.
    """

    title: str
    subtitle: str
    reference: str
    date: date
    marking_lines: tuple[str, str]
    parts: tuple[Block, ...]
    draft: bool = True
    paper: Paper = "A4"
    landscape: bool = False
    cover: Cover | None = field(default_factory=Cover)
    sample_notice: str = ""
    head_hash: str = ""
    drawings: Drawings = field(default_factory=dict)
