"""Finding the symbols of a document and putting their drawings into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeAlias

from exerciseplanner.reports.blocks import Document
from exerciseplanner.reports.symbols import Drawings, SymbolMark

Illustrator: TypeAlias = Callable[[Iterable[str]], Drawings]
"""Gives the drawings of codes; the window and the command line have one."""


def symbols_of(document: Document) -> tuple[str, ...]:
    """The codes of every symbol in a document, each once, in the order they come."""
    return tuple(dict.fromkeys(mark.code for mark in _marks(document.parts)))


def illustrated(document: Document, draw: Illustrator) -> Document:
    """The document with a drawing for every symbol in it; `draw` is asked once, if at all."""
    codes = symbols_of(document)
    return replace(document, drawings=draw(codes)) if codes else document


def _marks(part: Any) -> Iterator[SymbolMark]:
    if isinstance(part, SymbolMark):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _marks(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _marks(getattr(part, field.name))
