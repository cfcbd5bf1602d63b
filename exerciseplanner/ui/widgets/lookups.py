"""The vocabulary's lists, asked of the workspace and kept until they change."""

from __future__ import annotations

from datetime import UTC, datetime

from exerciseplanner.domain.fields import Field
from exerciseplanner.ui.widgets.vocabulary import Option
from exerciseplanner.workspace.queries import exercise, records
from exerciseplanner.workspace.workspace import Workspace


class WorkspaceLists:
    """Terms, records and times of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._clock: tuple[datetime, str] | None = None

    def terms(self, kind: str) -> tuple[Option, ...]:
        """The terms of one kind, in the order of the doctrine pack."""
        wanted = Field(kind, kind, "choice", kind)
        found = self._workspace.ask(exercise.field_choices, wanted)
        return tuple(Option(code, name or code) for code, name in found.items())

    def records(self, noun: str) -> tuple[Option, ...]:
        """The records of one noun, by code and title."""
        found = self._workspace.ask(records.names, noun)
        return tuple(Option(each.id, each.text) for each in found)

    def startex(self) -> datetime:
        """STARTEX as an aware UTC moment."""
        return self._times()[0]

    def zone(self) -> str:
        """The letter of the exercise time zone."""
        return self._times()[1]

    def forget(self) -> None:
        """Read STARTEX and the zone anew."""
        self._clock = None

    def _times(self) -> tuple[datetime, str]:
        if self._clock is None:
            row = self._workspace.ask(exercise.exercise)
            moment = datetime.fromisoformat(row.startex) if row.startex else datetime.now(UTC)
            self._clock = (moment, row.zone or "Z")
        return self._clock
