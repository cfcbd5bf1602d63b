"""The embedded typeface: its four faces, their widths, and which characters they lack."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Mapping
from typing import Literal, TypeAlias

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from exerciseplanner import paths

Face: TypeAlias = Literal["regular", "semibold", "bold", "italic"]

FONT_NAMES: dict[Face, str] = {
    "regular": "Text-Regular",
    "semibold": "Text-SemiBold",
    "bold": "Text-Bold",
    "italic": "Text-Italic",
}
MISSING = "□"
"""Printed where the typeface has no glyph; rendering reports each character so replaced."""

_lock = threading.Lock()
_widths: dict[Face, Mapping[str, float]] = {}
_common: set[str] = set()
"""The characters every face has."""
_SILENT = {"Cc", "Cf"}


def load() -> None:
    """Register the four faces once per process. Raises MissingFiles where they were not fetched."""
    with _lock:
        if len(_widths) == len(FONT_NAMES):
            return
        for face, name in FONT_NAMES.items():
            font = TTFont(name, str(paths.asset(f"fonts/{name}.ttf")))
            pdfmetrics.registerFont(font)
            glyphs, widths = font.face.charToGlyph, font.face.charWidths
            default = font.face.defaultWidth
            _widths[face] = {chr(code): widths.get(code, default) / 1000 for code in glyphs}
        _common.update(set.intersection(*(set(widths) for widths in _widths.values())))
        silent = {one for one in _common if unicodedata.category(one) in _SILENT}
        _common.difference_update(silent)


def width_of(text: str, face: Face, size: float) -> float:
    """Width in points of text that ``settable`` has passed."""
    widths = _widths[face]
    return sum([widths[character] for character in text]) * size


def settable(text: str, missing: set[str]) -> str:
    """The text with only characters every face has; what was replaced is added to ``missing``.

    Accents are composed, controls and direction marks dropped, rare spaces become plain ones.
    """
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    if _common.issuperset(composed):
        return composed
    composed = composed.replace("\r\n", "\n").replace("\t", " ")
    return "".join(_settable_character(character, missing) for character in composed)


def _settable_character(character: str, missing: set[str]) -> str:
    if character == "\n" or character in _common:
        return character
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category in _SILENT:
        return ""
    missing.add(character)
    return MISSING
