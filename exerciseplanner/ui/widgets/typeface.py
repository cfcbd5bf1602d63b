"""The embedded typeface, registered once per process."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from exerciseplanner import paths

_FILES = ("Text-Regular.ttf", "Text-SemiBold.ttf", "Text-Bold.ttf", "Text-Italic.ttf")


@lru_cache(maxsize=1)
def family() -> str:
    """The name of the embedded family; its digits are tabular. Raises paths.MissingFiles."""
    names: list[str] = []
    for file in _FILES:
        number = QFontDatabase.addApplicationFont(str(paths.asset(f"fonts/{file}")))
        names += QFontDatabase.applicationFontFamilies(number)
    return names[0]


def font(pixels: int = 13, *, strong: bool = False) -> QFont:
    """The embedded face at a size in pixels, regular or semi-bold."""
    made = QFont(family())
    made.setPixelSize(pixels)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    return made
