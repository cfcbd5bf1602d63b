"""The scale of the force flow: days around STARTEX across the width of a column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exerciseplanner.domain.force_flow import DAY
from exerciseplanner.workspace.queries.force_flow import FlowRow

_STEPS = (1, 2, 5, 10, 15, 30, 60, 90, 180, 365)
_MARGIN = 0.04
_LEAST = 6 * DAY


class FlowScale:
    """Minutes from STARTEX against pixels; STARTEX is always in sight."""

    def __init__(self) -> None:
        self.first, self.last = -_LEAST // 2, _LEAST // 2
        self.activation: int | None = None

    def fit(self, rows: Iterable[FlowRow], activation: int | None, endex: int | None) -> None:
        """Take in the order, the arrival and the need of every row, and STARTEX."""
        self.activation = activation
        times = [0, *([activation] if activation is not None else [])]
        for row in rows:
            stated = (row.order, row.there, row.required_by)
            times += [each for each in stated if each is not None]
        if max(times) == min(times) and endex:
            times.append(endex)
        width = max(max(times) - min(times), _LEAST)
        pad = round(width * _MARGIN)
        self.first, self.last = min(times) - pad, min(times) + width + pad

    def x(self, minutes: int, left: float, width: float) -> float:
        """Where a moment stands in a column."""
        return left + (minutes - self.first) / (self.last - self.first) * width

    def ticks(self, width: float, room: float) -> Sequence[int]:
        """Whole days, in minutes, at least `room` pixels apart; 0 is one of them."""
        days = (self.last - self.first) / DAY
        fitting = max(width / room, 1.0)
        step = next((each for each in _STEPS if days / each <= fitting), _STEPS[-1]) * DAY
        begin = -(-self.first // step) * step
        return range(begin, self.last + 1, step)
