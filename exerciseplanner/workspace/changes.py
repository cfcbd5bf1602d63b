"""What one gesture touched, and who wants to hear of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from exerciseplanner.storage.journal import StepKind


@dataclass(frozen=True)
class Changes:
    """One committed gesture.

    `touched` maps a table's name to the ids of its rows that were added, changed or removed.
    """

    label: str
    step: int
    kind: StepKind = "work"
    touched: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def touches(self, nouns: Iterable[str]) -> bool:
        """Whether any of the nouns was touched."""
        return any(noun in self.touched for noun in nouns)


Listener = Callable[[Changes], None]


class Announcer:
    """Tells every listener of each gesture once, after its commit."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Listen from now on; the returned function ends it."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def announce(self, changes: Changes) -> None:
        """Tell everyone who listens at this moment."""
        for listener in tuple(self._listeners):
            listener(changes)
