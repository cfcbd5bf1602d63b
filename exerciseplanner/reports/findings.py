"""What every document tells of its exercise: how it stands, its times and its marking."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Protocol

from exerciseplanner.domain.dtg import format_dtg
from exerciseplanner.domain.marking import Marking, aggregate
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.reports.document_spec import as_of
from exerciseplanner.workspace.queries import exercise
from exerciseplanner.workspace.workspace import Workspace


class Marked(Protocol):
    """A row that may be marked: its level, "" for that of the exercise, and releases as JSON."""

    @property
    def marking_level(self) -> str:
        """The code of its level."""

    @property
    def marking_releases(self) -> str:
        """The codes of those it may be released to."""


@dataclass(frozen=True)
class ExerciseFindings:
    """The rows that a document is composed from; each kind of document adds its own."""

    workspace: Workspace

    @cached_property
    def exercise(self) -> exercise.ExerciseRow:
        """The exercise."""
        return self.workspace.ask(exercise.exercise)

    @cached_property
    def as_of(self) -> str:
        """The DTG of the newest change in the file."""
        return self._dtg(as_of(self.workspace))

    def moment(self, at: str | None) -> str:
        """A UTC moment of the file as a DTG in the exercise's zone; empty where there is none."""
        return self._dtg(datetime.fromisoformat(at)) if at else ""

    def dtg(self, minutes: int | None) -> str:
        """A planned time as a DTG in the exercise's zone; empty without one or without STARTEX."""
        if minutes is None or not self.exercise.startex:
            return ""
        startex = datetime.fromisoformat(self.exercise.startex)
        return self._dtg(startex + timedelta(minutes=minutes))

    def _dtg(self, moment: datetime) -> str:
        """In Zulu where the exercise's zone is none that can be reckoned with, such as J."""
        try:
            return format_dtg(moment, self.exercise.zone)
        except Refusal:
            return format_dtg(moment)

    @cached_property
    def marking(self) -> Marking:
        """The marking of the whole: of the exercise and of every marked row printed in it.

        Raises:
            Refusal: they may be released to nobody together.
        """
        policy = self.workspace.ask(exercise.classification_policy)
        return aggregate(self._markings(), policy)

    def _markings(self) -> Iterable[tuple[str, Marking]]:
        base = self.exercise.marking
        yield self.exercise.name, base
        for name, row in self._marked():
            if row.marking_level:
                releases = frozenset(json.loads(row.marking_releases))
                yield name, Marking(base.policy, row.marking_level, releases)

    def _marked(self) -> Iterable[tuple[str, Marked]]:
        """The rows printed in the document that may be marked, each with what it is called."""
        return ()
