"""Which caveats of participants bind a unit."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol


class Bound(Protocol):
    """A caveat as far as whom it binds; empty texts bind without limit."""

    @property
    def participant_id(self) -> str:
        """Whose caveat it is."""
        ...

    @property
    def unit_id(self) -> str | None:
        """The unit it is limited to, with all below it; None for the whole contribution."""
        ...

    @property
    def domain(self) -> str:
        """The domain it is limited to."""
        ...


def binds(
    caveat: Bound, *, participant_id: str | None, domain: str, lineage: Collection[str]
) -> bool:
    """Whether a caveat binds a unit; `lineage` is the unit's id and those of its superiors.

    A caveat on a unit binds all of the same participant below it. A caveat limited to a domain
    does not bind units of another; one that states no domain may act in any.
    """
    if caveat.participant_id != participant_id:
        return False
    if caveat.unit_id is not None and caveat.unit_id not in lineage:
        return False
    return not (caveat.domain and domain) or caveat.domain == domain
