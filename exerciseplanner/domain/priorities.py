"""How far participants agree on the objectives, and whose priorities the plan serves.

The checks, the page Participants and the documents take these figures from here alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

Weights = Mapping[tuple[str, str], int]
"""Weights from 0 to 100 by participant and objective; a pair that is not there is not stated."""

CONTESTED = 50
"""An objective is contested where two participants stand at least so many points apart."""

SERVED_IN_WORDS = (
    "Inject-hours are the mean of the hours of each objective, weighted as the participant weighs "
    "the objectives: sum of weight × hours, divided by the sum of weights. The hours of an "
    "objective are the durations of the live injects linked to it or to one below it. The share is "
    "the part of its weight that lies on objectives with at least one live inject."
)
"""What `service` computes, for tips and footnotes."""


@dataclass(frozen=True)
class Spread:
    """How the weights of one objective lie: their number, mean, ends and standard deviation.

    The deviation is that of the participants who weigh it as a whole (divided by their number),
    since they are no sample of others.
    """

    given: int
    mean: float
    low: int
    high: int
    deviation: float

    @property
    def range(self) -> int:
        """Points between the highest and the lowest weight."""
        return self.high - self.low

    @property
    def is_contested(self) -> bool:
        """Whether two participants stand `CONTESTED` points or more apart."""
        return self.range >= CONTESTED


@dataclass(frozen=True)
class Effort:
    """What the plan gives an objective: live injects and the minutes they last together."""

    injects: int = 0
    minutes: int = 0

    @property
    def hours(self) -> float:
        """The same in hours."""
        return self.minutes / 60


@dataclass(frozen=True)
class Service:
    """How far the plan serves a participant: see `service`.

    `weight` is the sum of its weights, `hours` the weighted mean of inject-hours and `share` the
    part of the weight that lies on objectives with a live inject, from 0 to 1.
    """

    weight: int
    hours: float
    share: float

    @property
    def is_unserved(self) -> bool:
        """Whether it wants something and the plan gives none of it."""
        return self.weight > 0 and self.share == 0


def spread(weights: Iterable[int]) -> Spread | None:
    """How the weights that participants give one objective lie; None where nobody weighs it."""
    given = list(weights)
    if not given:
        return None
    mean = sum(given) / len(given)
    variance = sum((each - mean) ** 2 for each in given) / len(given)
    return Spread(len(given), mean, min(given), max(given), sqrt(variance))


def spreads(weights: Weights) -> dict[str, Spread]:
    """The spread of every objective that somebody weighs, by its id."""
    by_objective: dict[str, list[int]] = defaultdict(list)
    for (_, objective), weight in weights.items():
        by_objective[objective].append(weight)
    return {key: found for key, each in by_objective.items() if (found := spread(each))}


def efforts(
    parents: Mapping[str, str | None],
    minutes: Mapping[str, int],
    served: Mapping[str, Iterable[str]],
) -> dict[str, Effort]:
    """What the plan gives each objective, counting an inject once for it and all below it.

    `parents` gives the objective above each, `minutes` the duration of every live inject, and
    `served` by inject the objectives it is linked to. Injects not in `minutes` are left out.
    """
    reached: dict[str, set[str]] = {each: set() for each in parents}
    for inject, objectives in served.items():
        if inject in minutes:
            for objective in objectives:
                for each in _line(objective, parents):
                    reached[each].add(inject)
    return {
        objective: Effort(len(injects), sum(minutes[each] for each in injects))
        for objective, injects in reached.items()
    }


def service(weights: Mapping[str, int], given: Mapping[str, Effort]) -> Service:
    """How far the plan serves one participant, whose weights by objective are given.

    With weights w and inject-hours h of objectives o: hours = Σ w(o)·h(o) / Σ w(o), so that
    weighing everything high gains nothing; share = Σ w(o) over objectives with a live inject,
    divided by Σ w(o). Both are 0 where it weighs nothing.
    """
    whole = sum(weights.values())
    if not whole:
        return Service(0, 0.0, 0.0)
    none = Effort()
    hours = sum(weight * given.get(each, none).hours for each, weight in weights.items())
    served = sum(weight for each, weight in weights.items() if given.get(each, none).injects)
    return Service(whole, hours / whole, served / whole)


def services(weights: Weights, given: Mapping[str, Effort]) -> dict[str, Service]:
    """How far the plan serves each participant that weighs an objective, by its id."""
    by_participant: dict[str, dict[str, int]] = defaultdict(dict)
    for (participant, objective), weight in weights.items():
        by_participant[participant][objective] = weight
    return {each: service(weighed, given) for each, weighed in by_participant.items()}


def _line(objective: str, parents: Mapping[str, str | None]) -> Iterable[str]:
    """An objective and those above it, lowest first, each once."""
    seen: set[str] = set()
    step: str | None = objective
    while step is not None and step in parents and step not in seen:
        seen.add(step)
        yield step
        step = parents[step]
