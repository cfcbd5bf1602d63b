"""Who bears what: resources asked and offered, as a share of the whole and against means.

The checks, the page Participants and the documents take these figures from here alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

MEANS_IN_WORDS = {
    "people": "people offered per 1,000 of its armed forces",
    "money": "EUR offered per million EUR of its yearly defence spending",
}
"""How an offer is held against means, by resource; days and assets have no measure."""


class Offer(Protocol):
    """A contribution as far as it is counted; None is not stated."""

    @property
    def participant_id(self) -> str:
        """Whose contribution it is."""
        ...

    @property
    def resource(self) -> str:
        """What is contributed: people, days, assets or money (in thousand EUR)."""
        ...

    @property
    def asked(self) -> int | None:
        """How much is asked for."""
        ...

    @property
    def offered(self) -> int | None:
        """How much is offered."""
        ...


class Means(NamedTuple):
    """What a participant has: people in its armed forces, million EUR of yearly spending."""

    people: int | None = None
    money: int | None = None


@dataclass(frozen=True)
class Bearing:
    """One resource of one participant: asked, offered, and what that is of the whole.

    `share` is its part of all that is offered and `asked_share` of all that is asked, from 0 to 1
    and None where the whole is nothing. `against_means` is as `MEANS_IN_WORDS` says, None where
    means are not stated. `lacking` adds up, contribution by contribution, what is asked and not
    offered; an offer that is not stated is none.
    """

    asked: int = 0
    offered: int = 0
    lacking: int = 0
    share: float | None = None
    asked_share: float | None = None
    against_means: float | None = None

    @property
    def is_short(self) -> bool:
        """Whether more is asked than offered."""
        return self.lacking > 0


Burden = dict[tuple[str, str], Bearing]
"""What each participant bears, by its id and the resource."""


def burden(offers: Iterable[Offer], means: Mapping[str, Means]) -> Burden:
    """What each participant bears of each resource it is asked for or offers.

    `means` gives what participants have, by their ids.
    """
    asked: dict[tuple[str, str], int] = defaultdict(int)
    offered: dict[tuple[str, str], int] = defaultdict(int)
    lacking: dict[tuple[str, str], int] = defaultdict(int)
    for each in offers:
        place = each.participant_id, each.resource
        asked[place] += each.asked or 0
        offered[place] += each.offered or 0
        lacking[place] += max((each.asked or 0) - (each.offered or 0), 0)
    all_asked, all_offered = _whole(asked), _whole(offered)
    return {
        place: Bearing(
            asked=asked[place],
            offered=offered[place],
            lacking=lacking[place],
            share=_part(offered[place], all_offered[place[1]]),
            asked_share=_part(asked[place], all_asked[place[1]]),
            against_means=_against(offered[place], place[1], means.get(place[0], Means())),
        )
        for place in asked
    }


def _whole(amounts: Mapping[tuple[str, str], int]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for (_, resource), amount in amounts.items():
        found[resource] += amount
    return found


def _part(amount: int, whole: int) -> float | None:
    return amount / whole if whole else None


def _against(offered: int, resource: str, means: Means) -> float | None:
    """People per 1,000 people, or EUR per million EUR (money is counted in thousand EUR)."""
    if resource == "people":
        return offered * 1_000 / means.people if means.people else None
    if resource == "money":
        return offered * 1_000 / means.money if means.money else None
    return None
