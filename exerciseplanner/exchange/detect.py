"""What kind of file somebody sent, told by its content and never by its name."""

from __future__ import annotations

import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

from exerciseplanner.domain.refusals import Refusal

_HEAD = 65_536
TAKEN = (
    "Injects, units and catalogues are taken from .xlsx, .xls, .ods, .csv and .tsv files, forces "
    "also from ORBAT Mapper (JSON), MSDL and C2SIM."
)
"""The remedy for a file of a kind that nothing is taken from."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Kind(StrEnum):
    """The kinds that are told apart; the value is what a sentence calls such a file."""

    PACKAGE = "a workbook"
    COMPOUND = "an older workbook or office file"
    TABLE = "a text file"
    ORBAT_MAPPER = "an orbat-mapper scenario"
    ATTACK_FLOW = "an Attack Flow"
    JSON = "a JSON file"
    MSDL = "an MSDL scenario"
    C2SIM = "a C2SIM message"
    XML = "an XML file"
    WEB_PAGE = "a web page"
    PDF = "a PDF document"
    RICH_TEXT = "a text document (RTF)"
    WORD = "a Word document"
    SLIDES = "a presentation"
    TEXT_DOCUMENT = "an OpenDocument text or drawing"
    PICTURE = "a picture"
    DATABASE = "a database or an exercise file"
    ARCHIVE = "a compressed archive"
    UNKNOWN = "a file of unknown kind"

    @property
    def is_table(self) -> bool:
        """Whether the file may hold rows and columns."""
        return self in (Kind.PACKAGE, Kind.COMPOUND, Kind.TABLE)


_MARKS = (
    (b"%PDF", Kind.PDF),
    (b"{\\rtf", Kind.RICH_TEXT),
    (b"\x89PNG", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"SQLite format 3", Kind.DATABASE),
    (b"Rar!", Kind.ARCHIVE),
    (b"7z\xbc\xaf\x27", Kind.ARCHIVE),
    (b"\x1f\x8b\x08", Kind.ARCHIVE),
    (_OLE, Kind.COMPOUND),
)
_PARTS = (
    ("xl/workbook.xml", Kind.PACKAGE),
    ("xl/workbook.bin", Kind.PACKAGE),
    ("word/document.xml", Kind.WORD),
    ("ppt/presentation.xml", Kind.SLIDES),
)
_BEFORE_ROOT = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
"""Comments and instructions, which may be long and name anything."""

_ENCODINGS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def detect(path: Path) -> Kind:
    """The kind of a file that exists and holds at least a byte. Raises OSError otherwise.

    A damaged package counts as a workbook, so that reading it says what is wrong with it.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for mark, kind in _MARKS:
        if head.lstrip().startswith(mark):
            return kind
    if head.startswith(b"PK"):
        return _kind_of_package(path)
    text = _text_of(head)
    if text is None:
        return Kind.UNKNOWN
    start = text.lstrip("\ufeff \t\r\n")
    if start[:1] in ("{", "["):
        return _kind_of_json(start)
    return _kind_of_markup(start) if start[:1] == "<" else Kind.TABLE


def _kind_of_package(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            declared = package.open("mimetype").read(100) if "mimetype" in names else b""
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError):
        return Kind.PACKAGE
    for part, kind in _PARTS:
        if part in names:
            return kind
    if b"opendocument" in declared and b"spreadsheet" not in declared:
        return Kind.TEXT_DOCUMENT
    return Kind.PACKAGE if "content.xml" in names else Kind.ARCHIVE


def _text_of(head: bytes) -> str | None:
    for mark, encoding in _ENCODINGS:
        if head.startswith(mark):
            return head.decode(encoding, "ignore")
    if b"\0" in head:
        even, odd = head[0::2].count(0), head[1::2].count(0)
        if max(even, odd) < len(head) // 5 or min(even, odd) > max(even, odd) // 4:
            return None
        return head.decode("utf-16-le" if odd > even else "utf-16-be", "ignore")
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head[:4096])
    return None if controls > len(head[:4096]) // 50 else head.decode("utf-8", "replace")


def _kind_of_json(start: str) -> Kind:
    if re.search(r'"type"\s*:\s*"ORBAT-mapper"', start):
        return Kind.ORBAT_MAPPER
    return Kind.ATTACK_FLOW if re.search(r'"schema"\s*:\s*"attack_flow', start) else Kind.JSON


def _kind_of_markup(start: str) -> Kind:
    lower = _BEFORE_ROOT.sub("", start)[:4096].lower()
    if "<html" in lower or "<!doctype html" in lower or "<table" in lower:
        return Kind.WEB_PAGE
    if re.search(r"<(\w+:)?militaryscenario\b", lower):
        return Kind.MSDL
    return Kind.C2SIM if "c2sim" in lower or "<objectinitialization" in lower else Kind.XML


def refuse_other(name: str, kind: Kind, wanted: str, remedy: str) -> Refusal:
    """The refusal for a file of another kind than the one wanted."""
    if kind is Kind.UNKNOWN:
        return Refusal(f"{name} is neither a workbook nor a text file.", remedy=remedy)
    if kind is Kind.ARCHIVE:
        remedy = "Unpack it and import what is in it."
    return Refusal(f"{name} is {kind.value}, not {wanted}.", remedy=remedy)
