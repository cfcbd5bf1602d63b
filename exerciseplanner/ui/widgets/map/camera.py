"""What part of the map is in sight: zoomed, moved and fitted without knowing who draws it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import floor

from exerciseplanner.ui.widgets.map.projection import (
    EDGE,
    HALF_TURN,
    TURN,
    latitude_of,
    metres_across,
    northing,
    on_the_globe,
    side_by_side,
)

CLOSEST = 6_000.0
"""Pixels in a degree of longitude at the largest scale; borders say nothing beyond it."""

_ROOM = 72
"""Pixels around what a view is fitted to."""

_NARROWEST = 0.15
"""Degrees that a view fitted to one point shows."""


@dataclass(frozen=True)
class Camera:
    """A view of `width` by `height` pixels, `scale` of them in a degree of longitude.

    `left` and `top` are the whole pixels between the origin of the map (0 N 0 E) and the corner of
    the view, so that moving the view moves what was drawn by whole pixels. The map goes on beyond
    180 degrees with the world once more: what is there has its place nearest to the middle.
    """

    width: int = 800
    height: int = 600
    scale: float = 4.0
    left: int = -400
    top: int = -300

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Pixels of a point of the map."""
        middle = (self.left + self.width / 2) / self.scale
        return self.column(x + TURN * round((middle - x) / TURN)), -y * self.scale - self.top

    def column(self, x: float) -> float:
        """Pixels of a meridian counted on beyond 180 degrees, wherever that is."""
        return x * self.scale - self.left

    def turns(self, left: float, right: float) -> list[float]:
        """The degrees by which the world is moved each time that it lies between two pixels."""
        first, last = ((each + self.left) / self.scale for each in (left, right))
        turns = range(floor((first + HALF_TURN) / TURN), floor((last + HALF_TURN) / TURN) + 1)
        return [TURN * turn for turn in turns]

    def to_map(self, across: float, down: float) -> tuple[float, float]:
        """The point of the map below a pixel."""
        return (across + self.left) / self.scale, -(down + self.top) / self.scale

    def place_at(self, across: float, down: float) -> tuple[float, float] | None:
        """Latitude and longitude below a pixel; None above and below the map."""
        x, y = self.to_map(across, down)
        return (latitude_of(y), on_the_globe(x)) if abs(y) <= EDGE else None

    @property
    def centre(self) -> tuple[float, float]:
        """The point of the map in the middle of the view."""
        return self.to_map(self.width / 2, self.height / 2)

    @property
    def metres_per_pixel(self) -> float:
        """Metres on the ground in a pixel in the middle of the view."""
        return metres_across(latitude_of(self.centre[1])) / self.scale

    def moved(self, across: float, down: float) -> Camera:
        """The view after the map was pushed by so many pixels."""
        return replace(self, left=self.left - round(across), top=self.top - round(down)).held()

    def zoomed(self, scale: float, across: float, down: float) -> Camera:
        """The view at another scale, in which what was below a pixel stays below it."""
        scale = max(self._widest, min(CLOSEST, scale))
        x, y = self.to_map(across, down)
        return replace(
            self, scale=scale, left=round(x * scale - across), top=round(-y * scale - down)
        ).held()

    def resized(self, width: int, height: int) -> Camera:
        """The view in another size with the same corner, so that nothing in it moves."""
        found = replace(self, width=max(1, width), height=max(1, height))
        return found.zoomed(self.scale, 0, 0)

    def showing(self, x: float, y: float) -> Camera:
        """The view moved as little as brings a point of the map well into sight."""
        across, down = self.to_screen(x, y)
        room = min(_ROOM, self.width // 3, self.height // 3)
        right, low = self.width - room, self.height - room
        return self.moved(
            max(room - across, 0) or min(right - across, 0),
            max(room - down, 0) or min(low - down, 0),
        )

    def centred(self, x: float, y: float, scale: float | None = None) -> Camera:
        """The view with a point of the map in its middle."""
        scale = max(self._widest, min(CLOSEST, scale or self.scale))
        left, top = round(x * scale - self.width / 2), round(-y * scale - self.height / 2)
        return replace(self, scale=scale, left=left, top=top).held()

    def fitted(self, places: Iterable[tuple[float, float]]) -> Camera:
        """The view in which these points of the map are in sight; without any, the whole map."""
        points = list(places)
        if not points:
            return self.centred(0.0, northing(20.0), self._widest)
        xs, ys = side_by_side([x for x, _ in points]), [y for _, y in points]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        across = max(self.width - 2 * _ROOM, self.width / 3) / max(wide, _NARROWEST)
        down = max(self.height - 2 * _ROOM, self.height / 3) / max(high, _NARROWEST)
        middle = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
        return self.centred(*middle, min(across, down))

    @property
    def _widest(self) -> float:
        """The scale at which the map just fills the view."""
        return max(self.width / 360, self.height / (2 * EDGE))

    def held(self) -> Camera:
        """The same with no more of the view above and below the map than must be."""
        high = EDGE * self.scale
        top = max(-high, min(high - self.height, self.top))
        return replace(self, top=round(top))
