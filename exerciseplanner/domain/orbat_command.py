"""Who commands which unit at a moment of the exercise."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Transfer(Protocol):
    """A command relation; `start` and `finish` are minutes from STARTEX, None where open."""

    @property
    def unit_id(self) -> str:
        """The unit that is led."""
        ...

    @property
    def superior_id(self) -> str:
        """The unit that leads it."""
        ...

    @property
    def start(self) -> int | None:
        """From when it holds."""
        ...

    @property
    def finish(self) -> int | None:
        """Until when it holds."""
        ...


T = TypeVar("T", bound=Transfer)


def in_force(transfers: Iterable[T], at: int) -> dict[str, T]:
    """The relation that holds for each unit at a moment; of several, the one that began last."""
    found: dict[str, T] = {}
    for each in transfers:
        if not _holds(each, at):
            continue
        known = found.get(each.unit_id)
        if known is None or _began(each) >= _began(known):
            found[each.unit_id] = each
    return found


def moments(transfers: Iterable[Transfer]) -> tuple[int, ...]:
    """When somebody else takes command, earliest first; STARTEX is always among them."""
    given = {each for row in transfers for each in (row.start, row.finish) if each is not None}
    return tuple(sorted(given | {0}))


def _holds(each: Transfer, at: int) -> bool:
    return (each.start is None or each.start <= at) and (each.finish is None or at < each.finish)


def _began(each: Transfer) -> float:
    return float("-inf") if each.start is None else each.start
