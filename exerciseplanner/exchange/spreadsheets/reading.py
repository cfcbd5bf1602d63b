"""Files as workbooks: xlsx, xlsm, xlsb, xls, ods, csv and tsv, told apart by their content."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import python_calamine as calamine

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.detect import TAKEN, Kind, detect, refuse_other
from exerciseplanner.exchange.spreadsheets import guards
from exerciseplanner.exchange.spreadsheets.cells import clean_rows
from exerciseplanner.exchange.spreadsheets.delimited import read_delimited, rectangle
from exerciseplanner.exchange.spreadsheets.opendocument import merged_cells
from exerciseplanner.exchange.spreadsheets.sheets import Cell, Row, Sheet, Span, Workbook
from exerciseplanner.exchange.spreadsheets.trimming import MOST_ROWS, trim


def read_workbook(path: Path) -> Workbook:
    """Every sheet of a spreadsheet file. Raises Refusal that names file, cause and remedy."""
    path = Path(path)
    guards.check_file(path)
    kind = detect(path)
    if not kind.is_table:
        raise refuse_other(path.name, kind, "a list or forces", TAKEN)
    if kind is Kind.PACKAGE:
        return _read_package(path)
    if kind is Kind.COMPOUND:
        guards.check_compound(path)
        with _hushed():
            return _read_sheets(path, None, {}, {})
    return Workbook(path.name, (_limited(read_delimited(path), path.name),))


@contextmanager
def _hushed() -> Iterator[None]:
    """Nothing on standard error: the reader of old workbooks prints what it stumbles over."""
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    try:
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
            yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _read_package(path: Path) -> Workbook:
    with guards.opened(path) as package:
        names = set(package.namelist())
        _refuse_other_package(path.name, package, names)
        members = _members(package) if "xl/workbook.xml" in names else {}
        trimmed = trim(path, package)
    remarks = {sheet: trimmed.remarks.get(member, "") for sheet, member in members.items()}
    spans = merged_cells(path) if "content.xml" in names else {}
    return _read_sheets(path, trimmed.content, remarks, spans)


def _refuse_other_package(name: str, package: zipfile.ZipFile, names: set[str]) -> None:
    if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
        raise Refusal(f"{name} is a package without a workbook in it.", remedy=TAKEN)
    manifest = "META-INF/manifest.xml"
    if manifest in names and b"encryption-data" in package.read(manifest):
        raise guards.protected(name)


def _members(package: zipfile.ZipFile) -> dict[str, str]:
    """The member that holds each sheet, by the name of the sheet."""
    try:
        workbook = package.read("xl/workbook.xml").decode("utf-8", "replace")
        relations = package.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    except KeyError:
        return {}
    targets = {}
    for relation in re.findall(r"<(?:\w+:)?Relationship\b[^>]*>", relations):
        parts = dict(re.findall(r'([\w:]+)="([^"]*)"', relation))
        target = parts.get("Target", "")
        targets[parts.get("Id", "")] = target.lstrip("/") if target[:1] == "/" else f"xl/{target}"
    members = {}
    for sheet in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", workbook):
        parts = dict(re.findall(r'([\w:]+)="([^"]*)"', sheet))
        relation = next((value for key, value in parts.items() if key.endswith(":id")), "")
        members[_unescaped(parts.get("name", ""))] = targets.get(relation, "")
    return members


def _unescaped(text: str) -> str:
    for mark, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'")):
        text = text.replace(mark, sign)
    return text.replace("&amp;", "&")


def _read_sheets(
    path: Path, content: bytes | None, remarks: dict[str, str], spans: dict[str, list[Span]]
) -> Workbook:
    source = path if content is None else io.BytesIO(content)
    try:
        with calamine.load_workbook(source) as book:
            sheets = tuple(
                _sheet(book, meta, remarks.get(meta.name, ""), spans.get(meta.name))
                for meta in book.sheets_metadata
                if meta.typ == calamine.SheetTypeEnum.WorkSheet
            )
    except calamine.PasswordError as error:
        raise guards.protected(path.name) from error
    except (calamine.CalamineError, ValueError, OSError) as error:
        raise guards.unreadable(path.name) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise guards.unreadable(path.name) from error
    return Workbook(path.name, tuple(_limited(sheet, path.name) for sheet in sheets))


def _sheet(
    book: calamine.CalamineWorkbook,
    meta: calamine.SheetMetadata,
    remark: str,
    spans: list[Span] | None,
) -> Sheet:
    source = book.get_sheet_by_name(meta.name)
    top, left = source.start or (0, 0)
    rows = clean_rows(source.to_python(skip_empty_area=True))
    while rows and not any(value != "" for value in rows[-1]):
        rows.pop()
    if spans is None:
        merged = source.merged_cell_ranges or []
        spans = [Span(*start, *end) for start, end in merged]
    inside = _inside(spans, top, left, len(rows))
    _fill_down(rows, inside)
    return Sheet(
        meta.name,
        rectangle(rows),
        first_row=top,
        first_column=left,
        hidden=meta.visible != calamine.SheetVisibleEnum.Visible,
        spans=inside,
        remarks=(remark,) if remark else (),
    )


def _inside(spans: list[Span], top: int, left: int, height: int) -> tuple[Span, ...]:
    moved = (
        Span(
            span.top - top, span.left - left, min(span.bottom - top, height - 1), span.right - left
        )
        for span in spans
    )
    return tuple(span for span in moved if 0 <= span.top < height and span.left >= 0)


def _fill_down(rows: list[list[Cell]], spans: tuple[Span, ...]) -> None:
    for span in spans:
        if span.bottom == span.top or span.left >= len(rows[span.top]):
            continue
        value = rows[span.top][span.left]
        for row in range(span.top + 1, span.bottom + 1):
            if rows[row][span.left] == "":
                rows[row][span.left] = value


def _limited(sheet: Sheet, source: str) -> Sheet:
    if len(sheet.rows) > MOST_ROWS:
        raise Refusal(
            f"{source} has a sheet of {len(sheet.rows)} rows; at most {MOST_ROWS} are taken.",
            remedy="Copy the rows of the MSEL into a new workbook and import that.",
        )
    return sheet


def row_is_empty(row: Row) -> bool:
    """Whether a row holds no value at all."""
    return all(value == "" for value in row)
