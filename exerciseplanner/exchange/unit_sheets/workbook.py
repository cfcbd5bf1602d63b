"""A workbook of one sheet, written as Office Open XML: texts stay texts, numbers are numbers."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from exerciseplanner.exchange.spreadsheets.sheets import letters

Value = str | int | float


class Sheet(NamedTuple):
    """One sheet: what stands above the columns and below them, and at the head of each page."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]
    page_header: str = ""


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LONGEST_TEXT = 32_767
_WIDEST, _NARROWEST = 48, 10
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The oldest time an archive knows: the same plan gives the same file."""

_STRAY = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def workbook(sheet: Sheet) -> bytes:
    """The file: the headings stay in sight and have filters; the same sheet gives the same."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in _parts(sheet):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, (_HEAD + content).encode())
    return file.getvalue()


def _parts(sheet: Sheet) -> Iterator[tuple[str, str]]:
    yield (
        "[Content_Types].xml",
        (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
            '.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/></Types>'
        ),
    )
    yield "_rels/.rels", _relations(("officeDocument", "xl/workbook.xml"))
    yield (
        "xl/_rels/workbook.xml.rels",
        _relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")),
    )
    span = f"'{sheet.name}'!$A$1:${letters(len(sheet.headings) - 1)}${len(sheet.rows) + 1}"
    yield (
        "xl/workbook.xml",
        (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            f'<sheet name={quoteattr(sheet.name)} sheetId="1" r:id="r1"/></sheets><definedNames>'
            f'<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">{escape(span)}'
            "</definedName></definedNames></workbook>"
        ),
    )
    yield (
        "xl/styles.xml",
        (
            f'<styleSheet xmlns="{_MAIN}"><fonts count="2">'
            '<font><sz val="11"/><name val="Calibri"/></font>'
            '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2">'
            '<fill><patternFill patternType="none"/></fill>'
            '<fill><patternFill patternType="gray125"/></fill></fills>'
            '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/>'
            '</cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
            "</styleSheet>"
        ),
    )
    yield "xl/worksheets/sheet1.xml", "".join(_sheet(sheet))


def _relations(*targets: tuple[str, str]) -> str:
    listed = (
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(listed)}</Relationships>'


def _sheet(sheet: Sheet) -> Iterator[str]:
    last = letters(len(sheet.headings) - 1)
    yield f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    yield '<pane xSplit="2" ySplit="1" topLeftCell="C2" state="frozen"/></sheetView></sheetViews>'
    yield "<cols>"
    for place, width in enumerate(_widths(sheet), 1):
        yield f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
    yield "</cols><sheetData>"
    for number, row in enumerate((sheet.headings, *sheet.rows), 1):
        yield f'<row r="{number}">'
        yield from _cells(row, number)
        yield "</row>"
    yield f'</sheetData><autoFilter ref="A1:{last}{len(sheet.rows) + 1}"/>'
    if sheet.page_header:
        shown = escape(_kept("&C" + sheet.page_header.replace("&", "&&")))
        yield f"<headerFooter><oddHeader>{shown}</oddHeader></headerFooter>"
    yield "</worksheet>"


def _cells(row: Iterable[Value], number: int) -> Iterator[str]:
    style = ' s="1"' if number == 1 else ""
    for place, value in enumerate(row):
        where = f'r="{letters(place)}{number}"{style}'
        if isinstance(value, str):
            if value:
                text = escape(_kept(value[:_LONGEST_TEXT]))
                yield f'<c {where} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        else:
            yield f"<c {where}><v>{value!r}</v></c>"


def _widths(sheet: Sheet) -> Iterator[int]:
    for place, heading in enumerate(sheet.headings):
        longest = max((len(str(row[place])) for row in sheet.rows), default=0)
        yield max(_NARROWEST, min(_WIDEST, max(longest, len(heading)) + 3))


def _kept(text: str) -> str:
    """A text as cells keep it: no control characters, and nothing taken for the code of one."""
    return _LOOKS_ESCAPED.sub("_x005F_", _STRAY.sub("", text))
