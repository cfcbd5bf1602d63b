"""XML of other people, read without trust: no entities, no DOCTYPE, no depth beyond reason.

Elements are asked for by their local name, in whatever namespace or in none, because real files
rarely keep to the one their schema asks for; text comes without the blanks around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from lxml import etree

from exerciseplanner.domain.refusals import Refusal

LARGEST_FILE = 100_000_000
"""Bytes; a force of five thousand units with equipment is about twenty million."""
MOST_ELEMENTS = 3_000_000
DEEPEST = 256
"""Levels of nesting, where the parser itself stops; the formats of this field need about fifteen.
"""

_UNCHANGED = "The exercise was not changed."
_AGAIN = "Ask for it to be sent again."
_EXPORT = "Export it again from the program it came from."
_PARSER_DEPTH = "Excessive depth"
_PARSER_MEASURE = "Resource limit"
_SHORTEST_TAG = 3  # bytes: nothing that is well-formed has two tags in less than seven
# The stubs of lxml know the attribute, but not that it is a number.
_SOURCE_LINE = attrgetter("sourceline")


def read_xml(path: Path) -> etree._Element:
    """The root element of a file. Raises Refusal that names file, place and remedy."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST_FILE else b""
    except FileNotFoundError as error:
        raise Refusal(f"There is no file {path}.", remedy="Check the name and folder.") from error
    except OSError as error:
        reason = error.strerror or "the system does not say why"
        raise Refusal(
            f"{path.name} cannot be read: {reason}.", remedy="Copy it elsewhere."
        ) from error
    if size > LARGEST_FILE:
        raise _too_much(path.name, f"larger than {LARGEST_FILE // 1_000_000} MB")
    return parse_xml(content, path.name)


def parse_xml(content: bytes, name: str) -> etree._Element:
    """The root element of `content`, which came in a file called `name`.

    Comments and processing instructions are left out. Raises Refusal for what is empty, damaged,
    too large, too deep, or declares a document type or entities of its own.
    """
    start = len(content) - len(content.lstrip())
    blank_lines = content.count(b"\n", 0, start)
    content = content[start:]
    if not content:
        raise Refusal(f"{name} is empty. {_UNCHANGED}", remedy=_AGAIN)
    if len(content) > LARGEST_FILE:
        raise _too_much(name, f"larger than {LARGEST_FILE // 1_000_000} MB")
    tags = 2 * MOST_ELEMENTS
    if len(content) > _SHORTEST_TAG * tags and content.count(b"<") > tags:
        raise _too_much(name, f"made of more than {MOST_ELEMENTS:,} elements")
    _refuse_document_type(content, name, blank_lines)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        remove_blank_text=True,  # half of what a tree costs is the blanks between its elements
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _unreadable(name, error, blank_lines) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _document_type(name, blank_lines + 1)
    return root


class _Reached(Exception):
    """The first element of a file: what may be declared before it is known."""


def _refuse_document_type(content: bytes, name: str, blank_lines: int) -> None:
    # Looked for before the tree is built, so that what it declares is never even read.
    parser = expat.ParserCreate()

    def refuse(*_declared: object) -> NoReturn:
        raise _document_type(name, blank_lines + parser.CurrentLineNumber)

    def stop(*_element: object) -> NoReturn:
        raise _Reached

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    try:
        parser.Parse(content, True)
    except (_Reached, expat.ExpatError, LookupError, ValueError):
        return


def _unreadable(name: str, error: etree.XMLSyntaxError, blank_lines: int) -> Refusal:
    line = blank_lines + (error.lineno or 1)
    said = error.msg or ""
    if _PARSER_DEPTH in said:
        return _too_deep(name, line)
    if _PARSER_MEASURE in said:
        return _too_much(name, f"of a size beyond measure at line {line}")
    if "Entity" in said:
        return Refusal(
            f"{name} uses an entity at line {line} that is no part of XML itself. {_UNCHANGED}",
            remedy=_EXPORT,
        )
    if "encoding" in said.lower():
        return Refusal(
            f"{name} is not written in the encoding it states (line {line}). {_UNCHANGED}",
            remedy="Save it as UTF-8.",
        )
    return Refusal(
        f"{name} is damaged, or only a part of it arrived: it cannot be read on at line {line}. "
        f"{_UNCHANGED}",
        remedy=_AGAIN,
    )


def _document_type(name: str, line: int) -> Refusal:
    return Refusal(
        f"{name} declares a document type (DOCTYPE) at line {line}, through which a file can reach "
        f"for others or grow without end; it was not read. {_UNCHANGED}",
        remedy="Take the declaration out, or ask for a file without one.",
    )


def _too_deep(name: str, line: int) -> Refusal:
    return Refusal(
        f"{name} is nested more than {DEEPEST} levels deep at line {line}. {_UNCHANGED}",
        remedy=_EXPORT,
    )


def _too_much(name: str, what: str) -> Refusal:
    return Refusal(
        f"{name} is {what}, more than any force has. {_UNCHANGED}",
        remedy="Divide it, for example by side, and import the parts.",
    )


def local_name(element: etree._Element) -> str:
    """What an element is called, without its namespace."""
    return str(element.tag).rpartition("}")[2]


def line_of(element: etree._Element) -> int:
    """The line an element begins in; 0 where it is not known."""
    return int(_SOURCE_LINE(element) or 0)


def children(element: etree._Element | None, name: str = "*") -> Iterator[etree._Element]:
    """The elements directly below one, all or those of a local name; none below None."""
    return iter(()) if element is None else element.iterchildren(f"{{*}}{name}")


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first element at the end of a path of local names; None where the path ends early."""
    for name in names:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{name}"), None)
    return element


def text(element: etree._Element | None, *names: str) -> str:
    """The text of an element, or of the first one at the end of a path; empty where there is none.

    Blanks around it are stripped; line breaks within it are kept.
    """
    found = child(element, *names)
    return "" if found is None else (found.text or "").strip()


def texts(element: etree._Element | None) -> dict[str, str]:
    """What stands directly below an element, text by local name; the first one where it repeats."""
    said: dict[str, str] = {}
    for each in children(element):
        said.setdefault(local_name(each), (each.text or "").strip())
    return said
