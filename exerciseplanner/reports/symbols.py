"""Military symbols in documents: named by their code and drawn before the document is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from exerciseplanner.domain.symbol_drawing import SymbolDrawing

Drawings: TypeAlias = Mapping[str, SymbolDrawing]
"""The drawings of symbols by their code."""


@dataclass(frozen=True)
class SymbolMark:
    """A military symbol with what it is the symbol of; ``height`` is in millimetres.

    Where the document was handed no drawing for the code, the code stands in its place.
    """

    code: str
    text: str = ""
    height: float = 6.0
