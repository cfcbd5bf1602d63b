"""How many participants concur with a product.

The checks, the page Participants and the documents take these counts from here alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Tally:
    """Answers to one product: those asked, and of them who concurs, comments or does not."""

    asked: int = 0
    plainly: int = 0
    with_comment: int = 0
    against: int = 0

    @property
    def concurring(self) -> int:
        """Those that concur, with or without comment."""
        return self.plainly + self.with_comment

    @property
    def waiting(self) -> int:
        """Those that were asked and have not answered."""
        return self.asked - self.concurring - self.against

    @property
    def is_agreed(self) -> bool:
        """Whether somebody was asked and all concur."""
        return 0 < self.asked == self.concurring

    @property
    def reading(self) -> str:
        """In words, such as `7 of 11 concur`; what stands against it comes after."""
        if not self.asked:
            return "nobody asked"
        parts = [f"{self.concurring} of {self.asked} concur"]
        if self.against:
            parts.append(f"{self.against} against")
        if self.waiting:
            parts.append(f"{self.waiting} waiting")
        return ", ".join(parts)


def tally(positions: Iterable[str]) -> Tally:
    """Count the positions of all participants that were asked for one product."""
    counts = Counter(positions)
    return Tally(
        asked=counts.total(),
        plainly=counts["concurs"],
        with_comment=counts["concurs_with_comment"],
        against=counts["does_not_concur"],
    )
