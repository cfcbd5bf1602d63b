"""Themes as plain data: named colours read from resources, and the contrast between two of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from exerciseplanner import paths

THEMES = ("light", "dark", "contrast")


@dataclass(frozen=True)
class ToneFill:
    """How a rating of one tone is drawn: ground, outline and the letter on the ground."""

    ground: str
    outline: str
    letter: str


@dataclass(frozen=True)
class Theme:
    """A named set of colours, each as ``#RRGGBB``."""

    name: str
    title: str
    dark: bool
    tokens: Mapping[str, str]
    affiliations: Mapping[str, str]
    ratings: Mapping[str, ToneFill]
    classification: Mapping[str, ToneFill]
    lanes: tuple[str, ...]


@lru_cache(maxsize=len(THEMES))
def read_theme(name: str) -> Theme:
    """The theme of that name from resources; ``KeyError`` where there is none."""
    if name not in THEMES:
        raise KeyError(f"There is no theme {name}; there are {', '.join(THEMES)}.")
    path = paths.resources() / "themes" / f"{name}.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Theme(
        name=name,
        title=data["title"],
        dark=data["dark"],
        tokens=data["tokens"],
        affiliations=data["affiliations"],
        ratings={key: ToneFill(**fill) for key, fill in data["ratings"].items()},
        classification={
            key: ToneFill(fill["ground"], fill["ground"], fill["letter"])
            for key, fill in data["classification"].items()
        },
        lanes=tuple(data["lanes"]["hues"]),
    )


@lru_cache(maxsize=1)
def style_template() -> str:
    """The style sheet with ``$token`` where a colour belongs."""
    return (paths.resources() / "themes" / "window.qss").read_text(encoding="utf-8")


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#RRGGBB`` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
