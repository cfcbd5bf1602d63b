"""Whether a consumer may see a product: its label against memberships and agreements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from exerciseplanner.domain.marking import ClassificationPolicy, Marking, may_see

Verdict = Literal["yes", "no", "unknown"]


@dataclass(frozen=True)
class Accord:
    """An agreement as far as release is concerned: its parties by code, level and validity."""

    title: str
    parties: frozenset[str]
    level: str = ""
    valid_from: date | None = None
    valid_until: date | None = None

    def is_in_force(self, first: date, last: date) -> bool:
        """Whether it is valid on every day from first to last."""
        begun = self.valid_from is None or self.valid_from <= first
        return begun and (self.valid_until is None or self.valid_until >= last)


@dataclass(frozen=True)
class Right:
    """Whether a consumer may see something, and why in a sentence."""

    verdict: Verdict
    reason: str


@dataclass(frozen=True)
class Consumer:
    """Who is to see it: the code of a nation or organisation, and the frameworks it is part of."""

    code: str
    memberships: tuple[str, ...] = ()


def right_to_see(
    marking: Marking,
    consumer: Consumer,
    accords: Iterable[Accord],
    policy: ClassificationPolicy,
) -> Right:
    """Whether the label reaches the consumer, and above the lowest level an agreement covers it.

    Owners of the policy see their own papers without an agreement (DOCTRINE section 8). Only
    agreements in force are to be given.

    Raises:
        Refusal: the marking is of another policy, or of a level that the policy does not have.
    """
    covering = _covering(marking, consumer, accords, policy)
    level = policy.level(marking.level)
    codes = (consumer.code, *consumer.memberships)
    if not may_see(marking, codes, policy):
        said = f"The label does not reach {consumer.code}."
        if covering:
            said += f" “{covering[0].title}” covers {level.name}: add it to the release."
        return Right("no", said)
    if any(policy.nations(code) <= policy.owners for code in codes):
        return Right("yes", f"{consumer.code} belongs to the owners of the label.")
    if level.rank <= min(each.rank for each in policy.levels):
        return Right("yes", f"Released to {consumer.code} by its label.")
    if covering:
        return Right("yes", f"Released by its label, and covered by “{covering[0].title}”.")
    return Right("no", f"No agreement in force lets {consumer.code} hold {level.name}.")


def _covering(
    marking: Marking, consumer: Consumer, accords: Iterable[Accord], policy: ClassificationPolicy
) -> Sequence[Accord]:
    ranks = {level.code: level.rank for level in policy.levels}
    wanted = policy.level(marking.level).rank
    return [
        each
        for each in accords
        if consumer.code in each.parties and ranks.get(each.level, -1) >= wanted
    ]
