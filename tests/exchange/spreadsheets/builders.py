"""Spreadsheets built for tests: xlsx, ods, xls and plain rows."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from datetime import date, datetime, time, timezone
from pathlib import Path

import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from exerciseplanner.exchange.spreadsheets.context import Context, Vocabulary
from exerciseplanner.exchange.spreadsheets.delimited import rectangle
from exerciseplanner.exchange.spreadsheets.intake import propose
from exerciseplanner.exchange.spreadsheets.proposing import propose_mapping
from exerciseplanner.exchange.spreadsheets.sheets import Sheet, Span, Workbook

SAMPLES = Path(__file__).resolve().parents[3] / "../shared/samples"
STARTEX = datetime(2026, 9, 14, 6, 0, tzinfo=timezone.utc)  # noqa: UP017
LONG = "A convoy of trucks was stopped at an unmarked checkpoint north of the river crossing"

VOCABULARY = Vocabulary(
    kinds={
        "inject": "Inject",
        "contingency": "Contingency inject",
        "expected_action": "Expected action",
        "information": "Information",
    },
    states={"draft": "Draft", "approved": "Approved", "ready": "Ready", "cancelled": "Cancelled"},
    means={
        "EMAIL": "Email",
        "PHONE": "Phone",
        "RADIO-VOICE": "Radio, voice",
        "CHAT": "Chat",
        "ROLE-PLAYER": "Face to face, role player",
        "SOCIAL": "Social media",
        "COURIER": "Courier, hard copy",
        "VERBAL": "Controller, verbal",
    },
    levels={"NU": "NATO UNCLASSIFIED", "NR": "NATO RESTRICTED"},
    audiences={"EU": "European Union", "PfP": "Partnership for Peace"},
)
CONTEXT = Context(
    STARTEX,
    "Z",
    VOCABULARY,
    objectives={"TO-01": "Command and control", "TO-02": "Manoeuvre"},
    units={"3 Bde": "3rd Brigade", "3rd Brigade": "3rd Brigade"},
)


def sheet(rows: Sequence[Sequence[object]], name: str = "MSEL", spans=(), **more) -> Sheet:
    filled = rectangle([list(row) for row in rows])
    return Sheet(name, filled, spans=tuple(Span(*span) for span in spans), **more)


def workbook(rows: Sequence[Sequence[object]], name: str = "MSEL", spans=()) -> Workbook:
    return Workbook("plan.xlsx", (sheet(rows, name, spans),))


def fields_of(rows: Sequence[Sequence[object]], spans=()) -> dict[str, str | None]:
    mapping = propose_mapping(workbook(rows, spans=spans)).sheets[0]
    return {column.name: column.field for column in mapping.columns}


def intake_of(rows: Sequence[Sequence[object]], spans=(), context: Context = CONTEXT):
    return propose(workbook(rows, spans=spans), None, context)


def injects(intake) -> list[dict[str, object]]:
    return [dict(row.values) for row in intake.rows if row.noun == "inject"]


def starts(rows: Sequence[Sequence[object]], context: Context = CONTEXT) -> list[object]:
    return [values.get("start") for values in injects(intake_of(rows, context=context))]


def said(intake) -> str:
    """Every doubt and loss as one text."""
    return "\n".join(f"{d.place}: {d.message}" for d in (*intake.doubts, *intake.left_out))


def write_xlsx(path: Path, sheets: dict[str, Sequence[Sequence[object]]], after=None) -> Path:
    """Write rows to an xlsx; `after(book, sheet)` may add what rows cannot say."""
    book = xlsxwriter.Workbook(str(path))
    formats = {
        kind: book.add_format({"num_format": shown})
        for kind, shown in ((datetime, "dd/mm/yyyy hh:mm"), (date, "dd mmm yyyy"), (time, "hh:mm"))
    }
    for name, rows in sheets.items():
        target = book.add_worksheet(name)
        cells = ((r, c, value) for r, row in enumerate(rows) for c, value in enumerate(row))
        for r, c, value in cells:
            if type(value) in formats:
                target.write_datetime(r, c, value, formats[type(value)])
            elif value != "":
                target.write(r, c, value)
        if after is not None:
            after(book, target)
    book.close()
    return path


def write_ods(path: Path, rows: Sequence[Sequence[str]], spans=()) -> Path:
    """Write texts to an ods; spans are (top, left, bottom, right)."""
    corners = {
        (top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in spans
    }
    covered = {
        (r, c)
        for top, left, bottom, right in spans
        for r in range(top, bottom + 1)
        for c in range(left, right + 1)
        if (r, c) != (top, left)
    }
    document = OpenDocumentSpreadsheet()
    table = Table(name="MSEL")
    for r, row in enumerate(rows):
        line = TableRow()
        for c, text in enumerate(row):
            if (r, c) in covered:
                line.addElement(CoveredTableCell())
                continue
            tall, wide = corners.get((r, c), (1, 1))
            cell = TableCell(
                valuetype="string", numberrowsspanned=str(tall), numbercolumnsspanned=str(wide)
            )
            if text:
                cell.addElement(P(text=text))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    document.save(str(path))
    return path


def write_xls(path: Path, rows: Sequence[Sequence[object]], name: str = "MSEL") -> Path:
    """Write a workbook of the 1997 format (BIFF8 in a compound file), texts and numbers only."""
    path.write_bytes(_compound(_book(rows, name)))
    return path


def _record(number: int, body: bytes) -> bytes:
    return struct.pack("<HH", number, len(body)) + body


def _book(rows: Sequence[Sequence[object]], name: str) -> bytes:
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)
    title = struct.pack("<BB", len(name), 0) + name.encode("latin-1")
    head = _record(0x0809, begin)
    length = len(head) + 4 + 6 + len(title) + 4
    head += _record(0x0085, struct.pack("<IBB", length, 0, 0) + title) + _record(0x000A, b"")
    cells = b""
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if isinstance(value, str) and value:
                body = struct.pack("<HHHHB", r, c, 15, len(value), 1) + value.encode("utf-16-le")
                cells += _record(0x0204, body)
            elif isinstance(value, int | float):
                cells += _record(0x0203, struct.pack("<HHHd", r, c, 15, value))
    width = max(map(len, rows))
    size = _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    begin = struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6)
    return head + _record(0x0809, begin) + size + cells + _record(0x000A, b"")


def _compound(stream: bytes) -> bytes:
    stream = stream.ljust(-(-max(len(stream), 4096) // 512) * 512, b"\0")
    sectors = len(stream) // 512
    assert sectors < 120, "one sector of allocation table is enough for a test"
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    table = struct.pack("<128I", *(chain + [0xFFFFFFFF] * (128 - len(chain))))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *([0xFFFFFFFF] * 108))
    root = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)
    book = _entry("Workbook", 2, 2, len(stream))
    directory = root + book + _entry("", 0, 0, 0) * 2
    return header + table + directory + stream


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    title = name.encode("utf-16-le").ljust(64, b"\0")
    length = 2 * len(name) + 2 if name else 0
    links = struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
    return (
        title
        + struct.pack("<HBB", length, kind, 1)
        + links
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


HEAD = ["Serial", "Time", "From", "To", "Means", "Subject", "Text", "Expected action"]


def row(number, **cells):
    """One row below `HEAD`, with any cell replaced."""
    time, subject = f"{8 + number:02}00", f"Mine {number} struck"
    plain = [number, time, "HICON", "3 Bde", "Email", subject, f"{LONG} {number}", "Report"]
    return list((dict(zip(HEAD, plain, strict=True)) | cells).values())


HEAD_OF_TIMES = ["No", "Time", "Subject", "To"]


def listed(*cells, head="Time"):
    """A small list with these cells in its column of times."""
    return [["No", head, "Subject", "To"]] + [
        [number, cell, f"Mine {number} struck", "HQ"] for number, cell in enumerate(cells, 1)
    ]
