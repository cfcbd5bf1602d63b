"""Whether agreements and authorities hold for the days of the exercise.

The checks, the page Participants and the documents take these readings from here alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple, Protocol, TypeVar

Standing = Literal["valid", "ends_early", "begins_late", "outside", "none"]

STANDINGS: tuple[Standing, ...] = ("valid", "ends_early", "begins_late", "outside", "none")
"""How something with a time of validity stands to the exercise, the best first."""

STANDINGS_IN_WORDS: dict[Standing, str] = {
    "valid": "valid from STARTEX to ENDEX",
    "ends_early": "expires before ENDEX",
    "begins_late": "begins after STARTEX",
    "outside": "not valid on any day of the exercise",
    "none": "none",
}


class Days(NamedTuple):
    """The first and the last day of the exercise as ISO text."""

    first: str
    last: str


class Pact(Protocol):
    """An agreement as far as it covers somebody; dates are ISO text or None."""

    @property
    def kind(self) -> str:
        """The kind of agreement."""
        ...

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of the participants that are party to it."""
        ...

    @property
    def valid_from(self) -> str | None:
        """The first day."""
        ...

    @property
    def valid_until(self) -> str | None:
        """The last day."""
        ...


PactT = TypeVar("PactT", bound=Pact)


def days_of(startex: datetime | str | None, endex: int | None) -> Days | None:
    """The days from STARTEX to ENDEX (minutes after STARTEX); None before STARTEX is fixed."""
    if not startex:
        return None
    start = datetime.fromisoformat(startex) if isinstance(startex, str) else startex
    last: date = (start + timedelta(minutes=endex or 0)).date()
    return Days(start.date().isoformat(), last.isoformat())


def standing(since: str | None, until: str | None, days: Days | None) -> Standing:
    """How a time of validity stands to the exercise; both days given belong to it.

    Without a date it is open at that end, and before STARTEX is fixed anything is taken to hold.
    """
    if days is None:
        return "valid"
    begins, ends = (since or "")[:10], (until or "")[:10]
    if (ends and ends < days.first) or (begins and begins > days.last):
        return "outside"
    if ends and ends < days.last:
        return "ends_early"
    return "begins_late" if begins > days.first else "valid"


def coverage(
    pacts: Iterable[PactT], days: Days | None
) -> dict[tuple[str, str], tuple[Standing, tuple[PactT, ...]]]:
    """By participant and kind of agreement how the best of its agreements stands, the best first.

    A pair that is not there has no agreement of that kind. This is the matrix of agreements.
    """
    found: dict[tuple[str, str], list[PactT]] = {}
    for each in pacts:
        for party in each.parties:
            found.setdefault((party, each.kind), []).append(each)
    return {place: _best(held, days) for place, held in found.items()}


def _best(held: list[PactT], days: Days | None) -> tuple[Standing, tuple[PactT, ...]]:
    def rank(pact: PactT) -> int:
        return STANDINGS.index(standing(pact.valid_from, pact.valid_until, days))

    ordered = sorted(held, key=rank)
    return STANDINGS[rank(ordered[0])], tuple(ordered)


Belonging = Literal["member", "suspended", "ended", "not_yet"]


def belonging(day: str, since: str | None, until: str | None, suspended: str | None) -> Belonging:
    """Whether a membership holds on a day (ISO text), and if not, why; no day asks for any.

    `until` is the first day outside, `suspended` the first on which cooperation rests.
    """
    if day and since and since[:10] > day:
        return "not_yet"
    if day and until and until[:10] <= day:
        return "ended"
    return "suspended" if day and suspended and suspended[:10] <= day else "member"
