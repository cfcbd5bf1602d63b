"""What one gesture touched, and who wants to hear of it."""

from __future__ import annotations

from collections import deque
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
    """Tells every listener of each gesture once, after its commit, in the order of the commits."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._waiting: deque[Changes] = deque()
        self._is_telling = False

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Listen from now on; the returned function ends it."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def announce(self, changes: Changes) -> None:
        """Tell everyone who listens at this moment.

        What a listener changes in turn is told when all have heard of the first. An error of a
        listener is raised when all have been told: the change stands, and no view is left stale.
        """
        self._waiting.append(changes)
        if self._is_telling:
            return
        self._is_telling = True
        errors: list[Exception] = []
        try:
            while self._waiting:
                errors += self._tell(self._waiting.popleft())
        finally:
            self._is_telling = False
        if errors:
            raise errors[0]

    def _tell(self, changes: Changes) -> list[Exception]:
        errors: list[Exception] = []
        for listener in tuple(self._listeners):
            if listener not in self._listeners:
                continue  # it stopped listening while others were told
            try:
                listener(changes)
            except Exception as error:  # noqa: BLE001 - one view's bug must not blind the others
                errors.append(error)
        return errors
