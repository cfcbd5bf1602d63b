"""Whether two parties can be expected to exchange information, from what their units hold.

Computed before anything is tested: a path exists where both ends hold the same standard in the same
edition, or where gateways stand between them that pass on from one to the other.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

Names = Set[str]
Expectation = Literal["direct", "through", "none", "unknown"]


@dataclass(frozen=True, order=True)
class Protocol:
    """A standard in one edition; an empty edition is one that is not stated."""

    standard: str
    edition: str = ""

    @property
    def text(self) -> str:
        """Standard and edition in words."""
        return f"{self.standard} {self.edition or '(edition not stated)'}"


@dataclass(frozen=True)
class Holding:
    """A standard that one unit holds: `role` is both, provides or consumes.

    A gateway passes on what it receives by this standard to whatever other it is a gateway for.
    """

    unit: str
    protocol: Protocol
    role: str = "both"
    gateway: bool = False

    @property
    def sends(self) -> bool:
        """Whether the unit can send by it."""
        return self.role != "consumes"

    @property
    def receives(self) -> bool:
        """Whether the unit can receive by it."""
        return self.role != "provides"


@dataclass(frozen=True)
class Leg:
    """One stretch of a path: who sends to whom by which standard."""

    sender: str
    receiver: str
    protocol: Protocol


@dataclass(frozen=True)
class Exchange:
    """What can be expected between a producer and a consumer, and why.

    `missing` says in a sentence what there is not; empty where there is a path.
    """

    expectation: Expectation
    legs: tuple[Leg, ...] = ()
    missing: str = ""

    @property
    def gateways(self) -> tuple[str, ...]:
        """The units through which it goes."""
        return tuple(leg.receiver for leg in self.legs[:-1])

    @property
    def text(self) -> str:
        """The path in words, or what is missing."""
        if not self.legs:
            return self.missing
        first = self.legs[0]
        if len(self.legs) == 1:
            return f"Direct over {first.protocol.text}: {first.sender} to {first.receiver}."
        over = ", then ".join(leg.protocol.text for leg in self.legs)
        ends = f"{first.sender} to {self.legs[-1].receiver}"
        return f"Through {', '.join(self.gateways)}: {ends} over {over}."


class Network:
    """The gateways of an exercise, and the paths that they make possible."""

    def __init__(self, holdings: Iterable[Holding]) -> None:
        self._holdings = tuple(holdings)
        self._into: dict[Protocol, list[str]] = defaultdict(list)
        self._out: dict[str, list[Protocol]] = defaultdict(list)
        for each in self._holdings:
            if each.gateway and each.receives:
                self._into[each.protocol].append(each.unit)
            if each.gateway and each.sends:
                self._out[each.unit].append(each.protocol)
        self._known: dict[Protocol, Mapping[Protocol, tuple[tuple[str, Protocol], ...]]] = {}

    def exchange(
        self, producer: Sequence[Holding], consumer: Sequence[Holding], only: Names = frozenset()
    ) -> Exchange:
        """What can be expected from producer to consumer, by the fewest gateways.

        With `only` both ends have to use one of these standards, in whatever edition.
        """
        if not producer or not consumer:
            return Exchange("unknown", missing=_nothing_held(producer, consumer))
        sends = [each for each in producer if each.sends and _is(each, only)]
        takes = [each for each in consumer if each.receives and _is(each, only)]
        receivers: dict[Protocol, str] = {}
        for each in takes:
            receivers.setdefault(each.protocol, each.unit)
        for each in sends:
            if each.protocol in receivers:
                leg = Leg(each.unit, receivers[each.protocol], each.protocol)
                return Exchange("direct", (leg,))
        best: tuple[Leg, ...] = ()
        for each in sends:
            legs = self._shortest(each, receivers)
            if legs and (not best or len(legs) < len(best)):
                best = legs
        if not best:
            return Exchange("none", missing=self._what_is_missing(sends, takes, only))
        return Exchange("through", best)

    def _shortest(self, source: Holding, receivers: Mapping[Protocol, str]) -> tuple[Leg, ...]:
        best: tuple[Leg, ...] = ()
        for protocol, steps in self._routes(source.protocol).items():
            if protocol in receivers and (not best or len(steps) + 1 < len(best)):
                ends = {source.unit, receivers[protocol]}
                if not ends & {unit for unit, _ in steps}:
                    best = _legs(source, steps, receivers[protocol])
        return best

    def _routes(self, start: Protocol) -> Mapping[Protocol, tuple[tuple[str, Protocol], ...]]:
        """Every protocol that gateways lead to: (gateway, protocol it sends on), the fewest."""
        if start not in self._known:
            found: dict[Protocol, tuple[tuple[str, Protocol], ...]] = {start: ()}
            waiting = deque([start])
            while waiting:
                now = waiting.popleft()
                for unit in self._into.get(now, ()):
                    for onward in self._out.get(unit, ()):
                        if onward not in found:
                            found[onward] = (*found[now], (unit, onward))
                            waiting.append(onward)
            self._known[start] = found
        return self._known[start]

    def _what_is_missing(
        self, sends: Sequence[Holding], takes: Sequence[Holding], only: Names
    ) -> str:
        if not sends or not takes:
            return _one_side_only(sends, takes, only)
        pairs = [
            (one.protocol, other.protocol)
            for one in sends
            for other in takes
            if one.protocol.standard == other.protocol.standard
        ]
        if not pairs:
            over = sorted({each.protocol.standard for each in takes})
            return f"No standard in common; the consumer receives by {_listed(over)}."
        first, second = min(pairs)
        both = self._holders_of_both(first, second)
        said = (
            f"{first.standard} in different editions: {first.edition or 'not stated'} sent, "
            f"{second.edition or 'not stated'} received."
        )
        if both:
            return f"{said} {both[0]} holds both but is no gateway."
        return f"{said} No gateway holds both."

    def _holders_of_both(self, first: Protocol, second: Protocol) -> list[str]:
        held: dict[str, set[Protocol]] = defaultdict(set)
        for each in self._holdings:
            held[each.unit].add(each.protocol)
        return sorted(unit for unit, protocols in held.items() if {first, second} <= protocols)


def _is(holding: Holding, only: Names) -> bool:
    return not only or holding.protocol.standard in only


def _legs(source: Holding, steps: Sequence[tuple[str, Protocol]], receiver: str) -> tuple[Leg, ...]:
    legs: list[Leg] = []
    sender, protocol = source.unit, source.protocol
    for gateway, onward in steps:
        legs.append(Leg(sender, gateway, protocol))
        sender, protocol = gateway, onward
    return (*legs, Leg(sender, receiver, protocol))


def _nothing_held(producer: Sequence[Holding], consumer: Sequence[Holding]) -> str:
    sides = [side for side, held in (("producer", producer), ("consumer", consumer)) if not held]
    return f"No standard is recorded for the {' and the '.join(sides)}."


def _one_side_only(sends: Sequence[Holding], takes: Sequence[Holding], only: Names) -> str:
    what = _listed(sorted(only)) or "any standard"
    if not sends and not takes:
        return f"Neither side holds {what}."
    held = sorted({each.protocol.text for each in (sends or takes)})
    if sends:
        return f"The consumer cannot receive {what}; the producer sends {_listed(held)}."
    return f"The producer cannot send {what}; the consumer receives {_listed(held)}."


def _listed(names: Sequence[str], most: int = 3) -> str:
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")
