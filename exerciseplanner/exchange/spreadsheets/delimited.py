"""Comma, semicolon, tab and pipe separated text: its encoding, its separator and its rows."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.detect import TAKEN
from exerciseplanner.exchange.spreadsheets.cells import clean_text
from exerciseplanner.exchange.spreadsheets.sheets import Cell, Row, Sheet

_SEPARATORS = ",;\t|"
_SAMPLE = 200_000
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def read_delimited(path: Path) -> Sheet:
    """The rows of a delimited text file as a sheet named like the file. Raises Refusal."""
    text = decoded(path.read_bytes(), path.name)
    text, separator = _declared(text)
    rows = _parsed(text, separator or best_separator(text))
    first = next((number for number, row in enumerate(rows) if any(row)), len(rows))
    while rows and not any(rows[-1]):
        rows.pop()
    return Sheet(path.stem, rectangle(rows[first:]), first_row=first, delimited=True)


def decoded(content: bytes, name: str) -> str:
    """Text of unknown encoding: a byte order mark, UTF-16 without one, UTF-8, else Windows-1252.

    Raises Refusal for what is no text.
    """
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    if not encoding and b"\0" in content[:4096]:
        encoding = _unmarked_utf16(content[:4096])
    if not encoding and b"\0" in content:
        raise _not_text(name)
    try:
        return content.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding:
            raise _not_text(name) from error
        return content.decode("cp1252", errors="replace")


def _not_text(name: str) -> Refusal:
    return Refusal(
        f"{name} is neither a workbook nor a text file.",
        remedy=TAKEN,
    )


def _unmarked_utf16(head: bytes) -> str:
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 4 * even and odd > len(head) // 5:
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd and even > len(head) // 5 else ""


def _declared(text: str) -> tuple[str, str]:
    """Text without the line `sep=;` that some programs write first, and that separator."""
    line, _, rest = text.partition("\n")
    line = line.strip().strip('"')
    if line.lower().startswith("sep=") and len(line) == 5:
        return rest, line[4]
    return text, ""


def best_separator(text: str) -> str:
    """The separator that splits the text into the most even rows of several columns.

    Quoted separators and line breaks are seen for what they are, because each candidate really
    reads the text.
    """
    sample = text[:_SAMPLE]
    return max(_SEPARATORS, key=lambda separator: _evenness(sample, separator))


def _evenness(sample: str, separator: str) -> float:
    if separator not in sample:
        return 0.0
    widths = [len(row) for row in _parsed(sample, separator)[:300] if any(row)]
    if len(widths) > 1:
        widths = widths[:-1] or widths
    usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
    if usual < 2:
        return 0.01 * sum(width > 1 for width in widths) / max(1, len(widths))
    share = widths.count(usual) / len(widths)
    return share * (1 + min(usual, 40) / 40)


def _parsed(text: str, separator: str) -> list[list[Cell]]:
    csv.field_size_limit(10_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return [[clean_text(value) for value in row] for row in reader]
    except csv.Error:
        lines = text.splitlines()
        return [[clean_text(value) for value in line.split(separator)] for line in lines]


def rectangle(rows: list[list[Cell]]) -> tuple[Row, ...]:
    """Rows filled up to the width of the widest that holds a value."""
    width = max((_filled(row) for row in rows), default=0)
    return tuple(tuple(row[:width]) + ("",) * (width - len(row)) for row in rows)


def _filled(row: list[Cell]) -> int:
    for position in range(len(row), 0, -1):
        if row[position - 1] != "":
            return position
    return 0
