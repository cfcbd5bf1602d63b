"""One open exercise with everything that lives as long as it is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from exerciseplanner.domain.marking import marking_lines
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.shell.live_check import LiveCheck
from exerciseplanner.ui.widgets.jobs import JobRunner
from exerciseplanner.ui.widgets.live import Live
from exerciseplanner.ui.widgets.lookups import WorkspaceLists
from exerciseplanner.ui.widgets.notices import Notices
from exerciseplanner.ui.widgets.page_context import PageContext, Surroundings, Writer
from exerciseplanner.ui.widgets.problems import Problems
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.changes import Changes
from exerciseplanner.workspace.queries import exercise
from exerciseplanner.workspace.workspace import Workspace

if TYPE_CHECKING:
    from exerciseplanner.workspace.operations.plain import Verbs


class Session(QObject):
    """Holds the workspace's notices, words, jobs and problems, and lets go of them together."""

    def __init__(
        self,
        workspace: Workspace,
        window: Surroundings,
        notices: Notices,
        settings: Settings,
        job_failed: Callable[[str, BaseException], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._lists = WorkspaceLists(workspace)
        self._vocabulary = Vocabulary(self._lists)
        self._live = Live(workspace, self)
        self._live.changed.connect(self._forget_words)  # first, so that every view words anew
        self.jobs = JobRunner(workspace, self, failed=job_failed)
        self.context = PageContext(
            workspace,
            self._vocabulary,
            self._live,
            notices,
            self.jobs,
            settings,
            Problems(self),
            window,
            self._writer,
        )
        self._check = LiveCheck(self.context, self)

    @property
    def live(self) -> Live:
        """The notices of the workspace."""
        return self._live

    def name(self) -> str:
        """What the exercise is called."""
        return self.workspace.ask(exercise.exercise).name

    def exercise_id(self) -> str:
        """The id of the exercise's own row."""
        return self.workspace.ask(exercise.exercise).id

    def countdown(self, today: date | None = None) -> str:
        """How far away STARTEX is in days, such as D-45 or D+3, and its date."""
        day = self._vocabulary.startex.date()
        days = (day - (today or datetime.now(UTC).date())).days
        distance = f"D-{days}" if days > 0 else f"D+{-days}" if days < 0 else "D-day"
        return f"{distance}  ·  STARTEX {day:%d %b %y}".upper()

    def marking(self) -> tuple[str, str]:
        """The two lines of the exercise's own marking."""
        row = self.workspace.ask(exercise.exercise)
        try:
            return marking_lines(row.marking, self.workspace.ask(exercise.classification_policy))
        except Refusal:
            return (row.marking_level, "")

    def close(self) -> None:
        """Stop the jobs, stop listening and give the file back."""
        self._check.stop()
        self.jobs.stop()
        self._live.close()
        self.workspace.close()

    def _writer(self, noun: str) -> Writer | None:
        from exerciseplanner.workspace.operations.editing import VERBS

        if noun == "exercise":
            return lambda _, changes: _write_exercise(self.workspace, changes)
        return partial(_write, self.workspace, VERBS[noun]) if noun in VERBS else None

    def _forget_words(self, changes: Changes) -> None:
        self._vocabulary.forget(changes.touched)
        if "exercise" in changes.touched:
            self._lists.forget()


def _write(
    workspace: Workspace, verbs: Verbs, ids: tuple[str, ...], changes: Mapping[str, object]
) -> None:
    workspace.do(verbs.edit, ids, changes)


def _write_exercise(workspace: Workspace, changes: Mapping[str, object]) -> None:
    from exerciseplanner.workspace.operations.exercise import edit_exercise, move_startex

    if set(changes) == {"startex"} and changes["startex"]:
        workspace.do(move_startex, datetime.fromisoformat(str(changes["startex"])))
    else:
        workspace.do(edit_exercise, changes)
