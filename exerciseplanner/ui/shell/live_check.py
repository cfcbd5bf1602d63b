"""The check that runs by itself: once an exercise is open, and again after each change."""

from __future__ import annotations

import time
from collections import deque

from PySide6.QtCore import QObject, QTimer

from exerciseplanner.domain.checks.dismissing import Checked
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.workspace.changes import Changes
from exerciseplanner.workspace.jobs import Job, Progress
from exerciseplanner.workspace.workspace import Workspace

_PAUSE = 150
"""Milliseconds of quiet before the plan is checked, so that opening and typing stay quick."""

_LARGE = 1500
"""Plans of more injects and units than this are checked beside the window and not in it."""

_LONGEST = 0.1
"""Seconds; a plan whose last two checks took longer is checked beside the window from then on."""


class LiveCheck(QObject):
    """Keeps the problems of the window those of the plan as it stands."""

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._at_work = False
        self._again = False
        self._is_new = True
        self._took: deque[float] = deque(maxlen=2)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._due)
        context.live.changed.connect(self._hear)
        self._timer.start(0)

    def stop(self) -> None:
        """Check no more, because the exercise is being closed."""
        self._timer.stop()

    def _hear(self, changes: Changes) -> None:
        from exerciseplanner.workspace.queries import checks

        if changes.touches(checks.findings.watches):
            self._timer.start(_PAUSE)

    def _due(self) -> None:
        if self._is_new:  # nothing is painted yet; from here on the window runs
            self._is_new = False
            self._timer.start(_PAUSE)
        else:
            self._check()

    def _check(self) -> None:
        from exerciseplanner.workspace.queries import checks

        if self._at_work:
            self._again = True
        elif self._takes_long():
            self._at_work = True
            self._context.jobs.run("Check the plan", _work, self._take, self._fail)
        else:
            began = time.perf_counter()
            self._tell(self._context.ask(checks.findings))
            self._took.append(time.perf_counter() - began)

    def _takes_long(self) -> bool:
        from exerciseplanner.workspace.queries import overview

        if len(self._took) == self._took.maxlen and min(self._took) > _LONGEST:
            return True
        counts = self._context.ask(overview.counts)
        return counts["inject"] + counts["unit"] > _LARGE

    def _tell(self, found: Checked) -> None:
        self._context.problems.take(found.open, found.dismissed, found.before)

    def _take(self, found: Checked) -> None:
        self._at_work = False
        self._tell(found)
        if self._again:
            self._again = False
            self._check()

    def _fail(self, error: BaseException) -> None:
        self._at_work = False
        raise error


def _work(workspace: Workspace) -> Job[Checked]:
    from exerciseplanner.workspace.queries import checks

    yield Progress(0, 1, "Checking the plan")
    return workspace.ask(checks.findings)
