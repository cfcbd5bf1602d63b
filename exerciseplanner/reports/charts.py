"""Charts as plain data: what they show, never how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from exerciseplanner.reports.ratings import RatingBadge, Tone


@dataclass(frozen=True)
class DistributionRow:
    """One bar: how often each rating of the scale was given, in the scale's order."""

    label: str
    counts: tuple[int, ...]
    note: str = ""


@dataclass(frozen=True)
class RatingDistribution:
    """Stacked horizontal bars, one a row, with the rating's letter and count inside each segment.

    ``scale`` runs from best to worst; every row has one count for each (ValueError otherwise).
    ``proportional`` makes all bars equally long; otherwise the longest row sets the measure. A row
    without ratings says ``empty``.
    """

    scale: tuple[RatingBadge, ...]
    rows: tuple[DistributionRow, ...]
    caption: str = ""
    proportional: bool = True
    unit: str = "ratings"
    empty: str = "Not rated"

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.counts) != len(self.scale):
                raise ValueError(
                    f"{row.label!r} has {len(row.counts)} counts for {len(self.scale)} ratings"
                )


@dataclass(frozen=True)
class Bar:
    """One horizontal bar; ``text`` is the value as printed, ``target`` a mark on the same axis."""

    label: str
    value: float
    text: str = ""
    target: float | None = None
    tone: Tone | None = None


@dataclass(frozen=True)
class BarChart:
    """Horizontal bars on one axis from 0 to ``maximum`` (None: the largest value)."""

    bars: tuple[Bar, ...]
    caption: str = ""
    unit: str = ""
    maximum: float | None = None
    target_label: str = ""


@dataclass(frozen=True)
class IntervalRow:
    """A score with its honest interval, all between 0 and 1, and the grade it comes to."""

    label: str
    low: float
    high: float
    score: float | None = None
    badge: RatingBadge | None = None
    note: str = ""


@dataclass(frozen=True)
class IntervalChart:
    """Scores with their honest intervals against the scale's grade cuts (position, label)."""

    rows: tuple[IntervalRow, ...]
    cuts: tuple[tuple[float, str], ...] = ()
    caption: str = ""
    score_label: str = "Score of what was observed"
    interval_label: str = "Interval if all that was not observed were worst or best"


@dataclass(frozen=True)
class Series:
    """One line: a value for each point, None where there is none (the line is broken there)."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class TrendChart:
    """Lines over named points, told apart by dash and mark as well as by shade."""

    points: tuple[str, ...]
    series: tuple[Series, ...]
    caption: str = ""
    unit: str = ""
    minimum: float = 0.0
    maximum: float | None = None

    def __post_init__(self) -> None:
        for line in self.series:
            if len(line.values) != len(self.points):
                raise ValueError(
                    f"{line.name!r} has {len(line.values)} values for {len(self.points)} points"
                )


@dataclass(frozen=True)
class Span:
    """A stretch of time in a lane; times in any one unit, for example minutes from STARTEX."""

    start: float
    end: float
    text: str = ""
    hatched: bool = False


@dataclass(frozen=True)
class Mark:
    """A moment in a lane."""

    at: float
    text: str = ""


@dataclass(frozen=True)
class Lane:
    """One row of a timeline."""

    label: str
    spans: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class TimelineStrip:
    """Lanes over one time axis from ``start`` to ``end``; ``ticks`` are (time, label) pairs."""

    lanes: tuple[Lane, ...]
    start: float
    end: float
    ticks: tuple[tuple[float, str], ...] = ()
    caption: str = ""
