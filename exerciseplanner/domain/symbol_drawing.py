"""A military symbol as plain shapes, to be drawn on a screen and on paper alike."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple, TypeAlias

from exerciseplanner.domain.drawn_paths import Affine, Step, circle_steps, moved, path_steps

Colour: TypeAlias = tuple[int, int, int]
Anchor: TypeAlias = Literal["start", "middle", "end"]

MIDDLE = 0.25
"""How far below its middle a text stands, in parts of its size."""

_RGB = re.compile(r"rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)")
_NAMED: Mapping[str, Colour] = {
    "black": (0, 0, 0),
    "white": (255, 255, 255),
    "red": (255, 0, 0),
    "yellow": (255, 255, 0),
    "green": (0, 128, 0),
    "blue": (0, 0, 255),
}
_NOTHING = ("", "none", "transparent")
_OVER = 3.0
"""What reaches this far over the frame stands outside it."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A path with what fills it and what draws its line; None for nothing.

    `outside` says that it stands on the ground and not on the fill of the frame.
    """

    steps: tuple[Step, ...]
    fill: Colour | None
    line: Colour | None
    width: float
    dash: tuple[float, ...] = ()
    is_round: bool = False
    opacity: float = 1.0
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text whose baseline begins, is centred or ends at a point."""

    text: str
    x: float
    y: float
    size: float
    anchor: Anchor
    is_bold: bool
    fill: Colour | None
    line: Colour | None
    width: float
    outside: bool = False


@dataclass(frozen=True, slots=True)
class SymbolDrawing:
    """A symbol in measures in which a frame is 100 high and its middle lies at (100, 100).

    `bounds` are left, top, right and bottom of everything; `foot` is the point that stands at a
    place on a map; without `is_known` the standard has no such symbol.
    """

    code: str
    bounds: tuple[float, float, float, float]
    foot: tuple[float, float]
    shapes: tuple[Outline | Lettering, ...]
    is_known: bool = True

    @property
    def width(self) -> float:
        """From left to right."""
        return self.bounds[2] - self.bounds[0]

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bounds[3] - self.bounds[1]


class _Manner(NamedTuple):
    """What a group hands down to what is in it."""

    fill: Colour | None = (0, 0, 0)
    line: Colour | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    is_round: bool = False
    opacity: float = 1.0
    place: Affine = Affine()


def drawing_of(code: str, told: Mapping[str, Any]) -> SymbolDrawing:
    """Make a drawing of what milsymbol tells about a symbol at size 100.

    `told` has its drawInstructions ("shapes"), its box ("bbox"), the width of its lines with
    their outline ("line"), its anchor in pixels ("anchor") and whether it is valid ("valid").
    """
    box, line = told["bbox"], float(told["line"])
    left, top = box["x1"] - line, box["y1"] - line
    shapes = tuple(_shapes(told["shapes"], _Manner(), line))
    return SymbolDrawing(
        code=code,
        bounds=(left, top, box["x2"] + line, box["y2"] + line),
        foot=(left + told["anchor"]["x"], top + told["anchor"]["y"]),
        shapes=tuple(_placed(shapes, _frame(told["shapes"]))),
        is_known=bool(told["valid"]),
    )


def _shapes(told: Any, manner: _Manner, line: float) -> Iterator[tuple[Outline | Lettering, bool]]:
    """Every shape with whether it is part of the icon."""
    if isinstance(told, list):
        for each in told:
            yield from _shapes(each, manner, line)
        return
    manner = _mannered(manner, told, line)
    kind, icon = told.get("type"), bool(told.get("icon"))
    if "draw" in told:
        place = manner.place.after(_turned(told))
        inside = _shapes(told["draw"], manner._replace(place=place), line)
        yield from ((shape, icon or own) for shape, own in inside)
    elif kind == "path":
        yield _outline(path_steps(told["d"]), manner), icon
    elif kind == "circle":
        yield _outline(circle_steps(told["cx"], told["cy"], told["r"]), manner), icon
    elif kind == "text":
        yield _lettering(told, manner), icon


def _mannered(manner: _Manner, told: Mapping[str, Any], line: float) -> _Manner:
    changes: dict[str, Any] = {}
    if "stroke" in told:
        width = float(told.get("strokewidth", line)) * float(told.get("non_scaling_stroke", 1))
        changes.update(line=_colour(told["stroke"]), width=width)
        dash = str(told.get("strokedasharray") or "")
        if dash:
            changes["dash"] = tuple(float(part) for part in re.split(r"[ ,]+", dash.strip()))
        if told.get("linecap"):
            changes["is_round"] = told["linecap"] == "round"
    if "fill" in told:
        changes["fill"] = _colour(told["fill"])
    if "fillopacity" in told:
        changes["opacity"] = min(max(float(told["fillopacity"]), 0.0), 1.0)
    return manner._replace(**changes)


def _turned(told: Mapping[str, Any]) -> Affine:
    kind = told.get("type")
    if kind == "translate":
        return Affine(e=float(told["x"]), f=float(told["y"]))
    if kind == "scale":
        return Affine(a=float(told["factor"]), d=float(told["factor"]))
    if kind == "rotate":
        angle = math.radians(float(told["degree"]))
        cos, sin = math.cos(angle), math.sin(angle)
        x, y = float(told["x"]), float(told["y"])
        return Affine(cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)
    return Affine()


def _outline(steps: tuple[Step, ...], manner: _Manner) -> Outline:
    grown = manner.place.scale
    return Outline(
        moved(steps, manner.place),
        manner.fill,
        manner.line,
        manner.width * grown,
        tuple(part * grown for part in manner.dash),
        manner.is_round,
        manner.opacity,
    )


def _lettering(told: Mapping[str, Any], manner: _Manner) -> Lettering:
    grown = manner.place.scale
    size = float(told.get("fontsize", 12))
    below = size * MIDDLE if told.get("alignmentBaseline") == "middle" else 0.0
    x, y = manner.place.point(float(told["x"]), float(told["y"]) + below)
    anchor: Anchor = told.get("textanchor") or "start"
    return Lettering(
        str(told["text"]), x, y, size * grown, anchor, told.get("fontweight") == "bold",
        manner.fill, manner.line, manner.width * grown,
    )  # fmt: skip


def _frame(told: Any) -> tuple[float, float, float, float] | None:
    """The box of the frame, which alone states how far it lets the ground through."""
    if isinstance(told, list):
        return next((box for box in map(_frame, told) if box), None)
    if "fillopacity" not in told or told.get("type") not in ("path", "circle"):
        return None
    (shape, _) = next(iter(_shapes(told, _Manner(), 0.0)))
    return _box(shape)


def _placed(
    shapes: Sequence[tuple[Outline | Lettering, bool]],
    frame: tuple[float, float, float, float] | None,
) -> Iterator[Outline | Lettering]:
    for shape, is_icon in shapes:
        outside = frame is not None and not is_icon and _reaches_out(_box(shape), frame)
        yield replace(shape, outside=True) if outside else shape


def _reaches_out(box: tuple[float, ...], frame: tuple[float, ...]) -> bool:
    return (
        box[0] < frame[0] - _OVER
        or box[1] < frame[1] - _OVER
        or box[2] > frame[2] + _OVER
        or box[3] > frame[3] + _OVER
    )


def _box(shape: Outline | Lettering) -> tuple[float, float, float, float]:
    if isinstance(shape, Lettering):
        return shape.x, shape.y - shape.size / 2, shape.x, shape.y
    numbers = [n for _, n in shape.steps]
    xs = [v for n in numbers for v in n[::2]]
    ys = [v for n in numbers for v in n[1::2]]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else (100.0, 100.0, 100.0, 100.0)


def _colour(told: Any) -> Colour | None:
    if not told or told in _NOTHING:
        return None
    found = _RGB.match(str(told))
    if found:
        return int(found[1]), int(found[2]), int(found[3])
    return _NAMED.get(str(told).casefold(), (0, 0, 0))
