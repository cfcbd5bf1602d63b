"""Merged cells of OpenDocument spreadsheets, which the reader does not report."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from lxml import etree

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.spreadsheets.sheets import Span

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def merged_cells(path: Path) -> dict[str, list[Span]]:
    """Merged regions by sheet, counted from the sheet's first cell. Raises Refusal.

    An empty mapping where the document merges nothing.
    """
    with zipfile.ZipFile(path) as package:
        content = package.read("content.xml")
    if b"-spanned=" not in content:
        return {}
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Refusal(
            f"{path.name} declares its own kinds of document, which no spreadsheet needs.",
            remedy="Open it in a spreadsheet program, save it again and import that.",
        )
    try:
        return _walked(content)
    except (etree.XMLSyntaxError, ValueError):
        return {}


def _walked(content: bytes) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    events = etree.iterparse(
        io.BytesIO(content), tag=f"{_TABLE}table", resolve_entities=False, no_network=True
    )
    for _, table in events:
        spans: list[Span] = []
        row = 0
        for line in table.iter(f"{_TABLE}table-row"):
            spans += _in_row(line, row)
            row += int(line.get(f"{_TABLE}number-rows-repeated", "1"))
        found[table.get(f"{_TABLE}name", "")] = spans
        table.clear()
    return found


def _in_row(line: etree._Element, row: int) -> list[Span]:
    spans = []
    column = 0
    for cell in line.iterchildren(*_CELLS):
        wide = int(cell.get(f"{_TABLE}number-columns-spanned", "1"))
        tall = int(cell.get(f"{_TABLE}number-rows-spanned", "1"))
        if wide > 1 or tall > 1:
            spans.append(Span(row, column, row + tall - 1, column + wide - 1))
        column += int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
    return spans
