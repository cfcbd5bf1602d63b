"""Cells to and from spreadsheets: tab-separated text with quoted line breaks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

Cells = list[list[str]]


def to_tsv(rows: Iterable[Sequence[str]]) -> str:
    """Rows of cells as spreadsheets put them on the clipboard."""
    written = io.StringIO()
    csv.writer(written, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return written.getvalue()


def from_tsv(text: str) -> Cells:
    """Rows of cells from what a spreadsheet put on the clipboard."""
    rows = list(csv.reader(io.StringIO(text.replace("\r\n", "\n")), dialect="excel-tab"))
    while rows and not any(rows[-1]):
        rows.pop()
    return rows
