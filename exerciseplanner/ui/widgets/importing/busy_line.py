"""A line that shows what is being worked on, how far it is, and lets it be cancelled."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.jobs import Job, JobRunner
from exerciseplanner.ui.widgets.parts import link, muted, tight
from exerciseplanner.workspace.jobs import Progress
from exerciseplanner.workspace.workspace import Workspace

_DELAY = 150

Work = Callable[[Workspace], Generator[Progress, None, Any]]


class BusyLine(QWidget):
    """Runs one job at a time; what takes no longer than a blink is not shown."""

    def __init__(self, jobs: JobRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._token: object = None
        self._ended: Callable[[], object] = lambda: None
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme.scaled(160))
        self._bar.setAccessibleName("Progress")
        self._what = muted("")
        self._stop = link("Cancel", self.cancel)
        layout = QHBoxLayout(self)
        tight(layout, 12)
        for widget in (self._bar, self._what, self._stop):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_DELAY)
        self._delay.timeout.connect(lambda: self._show(seen=True))
        self._show(seen=False)

    @property
    def is_busy(self) -> bool:
        """Whether a job is at work."""
        return self._job is not None

    def run(
        self,
        name: str,
        work: Work,
        done: Callable[[Any], object],
        failed: Callable[[BaseException], object],
        ended: Callable[[], object],
    ) -> None:
        """Do something long: `done` gets its result or `failed` its reason.

        `ended` is called before either, and alone where it was cancelled.
        """
        self.cancel()
        token = self._token = object()
        self._ended = ended

        def if_wanted(call: Callable[[Any], object]) -> Callable[[Any], object]:
            return lambda value: call(value) if self._token is token else None

        job = self._job = self._jobs.run(name, work, if_wanted(done), if_wanted(failed))
        self._delay.start()
        job.progressed.connect(self._tell)
        job.ended.connect(lambda: self._end() if self._token is token else None)

    def cancel(self) -> None:
        """Give up what is being done; whatever still comes of it is not heard any more."""
        self._token = None
        if self._job is not None:
            self._job.cancel()
            self._end()

    def _tell(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._what.setText(progress.what)

    def _end(self) -> None:
        if self._job is not None:
            self._job = None
            self._delay.stop()
            self._show(seen=False)
            self._ended()

    def _show(self, *, seen: bool) -> None:
        for widget in (self._bar, self._what, self._stop):
            widget.setVisible(seen)
