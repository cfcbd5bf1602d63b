"""Packages whose sheets claim an absurd area, made small before the reader spreads them out.

The reader lays a sheet out as a full rectangle. One stray value in column XFD, or a header filled
out to it, would cost gigabytes; so cells that stand apart from the table are taken out first.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.spreadsheets.guards import chunks

ROOMY = 4_000_000
"""Cells a sheet may span before anything is taken out; about 130 MB."""
MOST_ROWS = 200_000
_WORTH_DROPPING = 1_000_000
_ORDINARY = 200_000
_SPARSE = 8
_WIDEST_GAP = 100
_TALLEST_GAP = 5_000
_LETTERS = 26
_OPENDOCUMENT_COLUMNS = 100
_OPENDOCUMENT_ROWS = 1_000

_BLANKS = re.compile(rb"<c [^/>]*+/>(?:<c [^/>]*+/>)*")
_CELL = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
_WHOLE_CELL = re.compile(
    rb'<((?:\w+:)?)c [^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*?(?:/>|>.*?</\1c>)', re.DOTALL
)
_FAR_BLANK = re.compile(rb'<c r="(?:[B-Z][A-Z]|[A-Z]{3})\d+"[^/>]*+/>')
_FAR_COLUMN = re.compile(rb' r="(?:[B-Z][A-Z]|[A-Z]{3})\d+"')
_WHOLE_CELL_BEYOND_Z = re.compile(_WHOLE_CELL.pattern.replace(b"{1,3}", b"{2,3}"), re.DOTALL)
_REPEATED_COLUMNS = re.compile(rb'(number-columns-repeated=")(\d{3,})(")')
_REPEATED_ROWS = re.compile(rb'(number-rows-repeated=")(\d{4,})(")')
_NO_RESULT = re.compile(rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</")


@dataclass(frozen=True)
class Trimmed:
    """A package ready for the reader, and by member what was taken out or has no value."""

    content: bytes | None
    remarks: dict[str, str]
    """Keyed by the name of the member, such as xl/worksheets/sheet1.xml."""


def trim(path: Path, package: zipfile.ZipFile) -> Trimmed:
    """The package without stray and blank cells, as bytes where it had to change.

    Every part is unpacked once and so proven whole. Raises Refusal where it unpacks without end,
    or where even the table itself spans an absurd area.
    """
    changed: dict[str, bytes] = {}
    remarks: dict[str, str] = {}
    for name in package.namelist():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            content, dropped = _without_blanks(chunks(path.name, package, name))
            slim, remarks[name] = _slim_sheet(path.name, content)
            if dropped > _WORTH_DROPPING or slim is not content:
                changed[name] = slim
        elif name == "content.xml":
            content = b"".join(chunks(path.name, package, name))
            slim = _slim_opendocument(content)
            if slim != content:
                changed[name] = slim
        elif name.endswith((".xml", ".rels", ".bin")):
            for _ in chunks(path.name, package, name):
                pass
    return Trimmed(_repacked(package, changed) if changed else None, remarks)


def _without_blanks(pieces: Iterator[bytes]) -> tuple[bytes, int]:
    """Cells that are only coloured, dropped while they are unpacked; and how many bytes that was.

    A sheet formatted out to column XFD is a hundred times longer than what it says.
    """
    kept: list[bytes] = []
    rest = b""
    dropped = 0
    for piece in pieces:
        piece = rest + piece
        cut = piece.rfind(b"<") if len(piece) > len(rest) else 0
        piece, rest = piece[:cut], piece[cut:]
        crowded = piece.count(b"/>") > 0.5 * piece.count(b"<c ")
        slim = _BLANKS.sub(b"", piece) if crowded else piece
        dropped += len(piece) - len(slim)
        kept.append(slim)
    kept.append(rest)
    return b"".join(kept), dropped


def _repacked(package: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
        for member in package.infolist():
            if member.filename.endswith((".xml", ".rels", ".bin")) or "/" not in member.filename:
                content = changed.get(member.filename)
                copy.writestr(member.filename, package.read(member) if content is None else content)
    return target.getvalue()


def _slim_sheet(source: str, content: bytes) -> tuple[bytes, str]:
    remark = ""
    unknown = len(_NO_RESULT.findall(content)) if b"</f>" in content else 0
    if unknown:
        remark = (
            f"{unknown} formulas have no stored result and count as empty; open the workbook in "
            "a spreadsheet program, save it and import it again"
        )
    if not _is_roomy(content):
        content = _FAR_BLANK.sub(b"", content)
    if _is_roomy(content):
        return content, remark
    return _without_strays(source, content, remark)


def _is_roomy(content: bytes) -> bool:
    written = content.count(b"<row")
    last = content.rfind(b"<row ")
    number = re.search(rb'\br="(\d+)"', content[last : last + 400]) if last >= 0 else None
    rows = int(number[1]) if number else written
    return rows <= 4 * written + 1000 and rows * 52 <= ROOMY and not _FAR_COLUMN.search(content)


def _without_strays(source: str, content: bytes, remark: str) -> tuple[bytes, str]:
    cells = _CELL.findall(content)
    columns = Counter([letters for letters, _ in cells])
    rows = Counter([number for _, number in cells])
    by_column = {_number(letters): count for letters, count in columns.items()}
    by_row = {int(row): count for row, count in rows.items()}
    area = max(by_column, default=0) * max(by_row, default=0)
    if area <= max(_ORDINARY, _SPARSE * columns.total()):
        return content, remark
    last_column = _last_of_table(by_column, _WIDEST_GAP)
    last_row = _last_of_table(by_row, _TALLEST_GAP)
    if last_row > MOST_ROWS or last_column * last_row > 2 * ROOMY:
        raise Refusal(
            f"{source} has a sheet of {last_row} rows and {last_column} columns; at most "
            f"{MOST_ROWS} rows are taken.",
            remedy="Copy the rows of the MSEL into a new workbook and import that.",
        )
    taken = 0

    def kept(found: re.Match[bytes]) -> bytes:
        nonlocal taken
        if _number(found[2]) <= last_column and int(found[3]) <= last_row:
            return found[0]
        taken += not found[0].endswith(b"/>")
        return b""

    narrow = all(column <= last_column or column > _LETTERS for column in by_column)
    pattern = _WHOLE_CELL_BEYOND_Z if narrow and max(by_row) <= last_row else _WHOLE_CELL
    slim = pattern.sub(kept, content)
    were = (
        "1 cell far away from the table was"
        if taken == 1
        else (f"{taken} cells far away from the table were")
    )
    stray = f"{were} left out"
    return slim, f"{remark}; {stray}" if remark else stray


def _last_of_table(counts: dict[int, int], gap: int) -> int:
    """The last line of the table: before a wide gap, and not one that holds a lone value."""
    full = sorted(number for number, count in counts.items() if count > 1) or sorted(counts)
    last = full[0] if full else 0
    for number in full:
        if number - last > gap:
            break
        last = number
    return last


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + letter - 64
    return number


def _slim_opendocument(content: bytes) -> bytes:
    slim = _REPEATED_COLUMNS.sub(_capped(_OPENDOCUMENT_COLUMNS), content)
    return _REPEATED_ROWS.sub(_capped(_OPENDOCUMENT_ROWS), slim)


def _capped(limit: int) -> Callable[[re.Match[bytes]], bytes]:
    def replaced(found: re.Match[bytes]) -> bytes:
        return found[1] + str(min(limit, int(found[2]))).encode() + found[3]

    return replaced
