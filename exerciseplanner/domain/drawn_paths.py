"""Path data as SVG writes it, taken apart into lines and curves in absolute measures."""

from __future__ import annotations

import math
import re
from typing import Literal, NamedTuple, TypeAlias

Step: TypeAlias = tuple[Literal["M", "L", "C", "Z"], tuple[float, ...]]
"""Move to, line to, curve to (two controls and the end), close."""

_TOKEN = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_CIRCLE = 0.5522847498
"""How far the controls of a quarter circle lie from its ends, in radii."""


class Affine(NamedTuple):
    """x' = a x + c y + e and y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, inner: Affine) -> Affine:
        """What `inner` does, then this."""
        e, f = self.point(inner.e, inner.f)
        return Affine(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            e,
            f,
        )

    @property
    def scale(self) -> float:
        """How much longer lengths become."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))


def path_steps(data: str) -> tuple[Step, ...]:
    """Read path data. Raises ValueError where it is none."""
    pen = _Pen()
    tokens = _TOKEN.findall(data)
    at, command = 0, ""
    while at < len(tokens):
        if tokens[at][0].isalpha():
            command, at = tokens[at], at + 1
        elif command in ("", "Z", "z"):
            raise ValueError(f"no path: {data!r}")
        count = _TAKES[command.upper()]
        numbers = [float(token) for token in tokens[at : at + count]]
        if len(numbers) < count:
            raise ValueError(f"path cut short: {data!r}")
        pen.take(command, numbers)
        at += count
        command = {"M": "L", "m": "l"}.get(command, command)
    return tuple(pen.steps)


def circle_steps(x: float, y: float, r: float) -> tuple[Step, ...]:
    """A circle as four curves."""
    k = r * _CIRCLE
    return (
        ("M", (x + r, y)),
        ("C", (x + r, y + k, x + k, y + r, x, y + r)),
        ("C", (x - k, y + r, x - r, y + k, x - r, y)),
        ("C", (x - r, y - k, x - k, y - r, x, y - r)),
        ("C", (x + k, y - r, x + r, y - k, x + r, y)),
        ("Z", ()),
    )


def moved(steps: tuple[Step, ...], by: Affine) -> tuple[Step, ...]:
    """The same path elsewhere."""
    if by == Affine():
        return steps
    return tuple(
        (letter, tuple(v for at in range(0, len(n), 2) for v in by.point(n[at], n[at + 1])))
        for letter, n in steps
    )


class _Pen:
    """Follows the commands of a path."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._x = self._y = 0.0
        self._start = (0.0, 0.0)
        self._control: tuple[str, float, float] = ("", 0.0, 0.0)

    def take(self, command: str, numbers: list[float]) -> None:
        """Carry out one command."""
        kind = command.upper()
        if command.islower():
            numbers = self._absolute(kind, numbers)
        getattr(self, f"_{kind.lower()}")(*numbers)
        if kind not in "CSQT":
            self._control = ("", self._x, self._y)

    def _absolute(self, kind: str, n: list[float]) -> list[float]:
        if kind == "H":
            return [n[0] + self._x]
        if kind == "V":
            return [n[0] + self._y]
        if kind == "A":
            return [*n[:5], n[5] + self._x, n[6] + self._y]
        return [v + (self._y if at % 2 else self._x) for at, v in enumerate(n)]

    def _go(self, x: float, y: float) -> None:
        self._x, self._y = x, y

    def _m(self, x: float, y: float) -> None:
        self.steps.append(("M", (x, y)))
        self._go(x, y)
        self._start = (x, y)

    def _l(self, x: float, y: float) -> None:
        self.steps.append(("L", (x, y)))
        self._go(x, y)

    def _h(self, x: float) -> None:
        self._l(x, self._y)

    def _v(self, y: float) -> None:
        self._l(self._x, y)

    def _z(self) -> None:
        self.steps.append(("Z", ()))
        self._go(*self._start)

    def _c(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        self.steps.append(("C", (x1, y1, x2, y2, x, y)))
        self._control = ("C", x2, y2)
        self._go(x, y)

    def _s(self, x2: float, y2: float, x: float, y: float) -> None:
        self._c(*self._mirrored("C"), x2, y2, x, y)

    def _q(self, x1: float, y1: float, x: float, y: float) -> None:
        x0, y0 = self._x, self._y
        third = 2 / 3
        self._c(
            x0 + third * (x1 - x0), y0 + third * (y1 - y0),
            x + third * (x1 - x), y + third * (y1 - y), x, y,
        )  # fmt: skip
        self._control = ("Q", x1, y1)

    def _t(self, x: float, y: float) -> None:
        self._q(*self._mirrored("Q"), x, y)

    def _mirrored(self, kind: str) -> tuple[float, float]:
        last, x, y = self._control
        return (2 * self._x - x, 2 * self._y - y) if last == kind else (self._x, self._y)

    def _a(
        self, rx: float, ry: float, turn: float, large: float, sweep: float, x: float, y: float
    ) -> None:
        if not rx or not ry or (x, y) == (self._x, self._y):
            self._l(x, y)
            return
        for curve in _arc((self._x, self._y), abs(rx), abs(ry), turn, large != sweep, sweep, x, y):
            self.steps.append(("C", curve))
        self._go(x, y)


def _arc(
    start: tuple[float, float], rx: float, ry: float, turn: float,
    far: bool, sweep: float, x: float, y: float,
) -> list[tuple[float, ...]]:  # fmt: skip
    """An elliptical arc as curves of at most a quarter turn (SVG 1.1, appendix F.6)."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    dx, dy = (start[0] - x) / 2, (start[1] - y) / 2
    px, py = cos * dx + sin * dy, cos * dy - sin * dx
    reach = (px / rx) ** 2 + (py / ry) ** 2
    if reach > 1:
        rx, ry = rx * math.sqrt(reach), ry * math.sqrt(reach)
        reach = 1.0
    root = math.sqrt(max(1 / reach - 1, 0.0)) * (1 if far else -1)
    mx, my = root * rx * py / ry, -root * ry * px / rx
    whole = Affine(
        rx * cos, rx * sin, -ry * sin, ry * cos,
        cos * mx - sin * my + (start[0] + x) / 2, sin * mx + cos * my + (start[1] + y) / 2,
    )  # fmt: skip
    first = math.atan2((py - my) / ry, (px - mx) / rx)
    last = math.atan2((-py - my) / ry, (-px - mx) / rx)
    span = (last - first) % (2 * math.pi) if sweep else -((first - last) % (2 * math.pi))
    parts = max(1, math.ceil(abs(span) / (math.pi / 2) - 1e-9))
    return [
        _slice(whole, first + span * at / parts, first + span * (at + 1) / parts)
        for at in range(parts)
    ]


def _slice(whole: Affine, first: float, last: float) -> tuple[float, ...]:
    k = 4 / 3 * math.tan((last - first) / 4)
    c1, s1, c2, s2 = math.cos(first), math.sin(first), math.cos(last), math.sin(last)
    points = ((c1 - k * s1, s1 + k * c1), (c2 + k * s2, s2 - k * c2), (c2, s2))
    return tuple(v for point in points for v in whole.point(*point))
