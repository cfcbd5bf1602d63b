"""The jobs at work, each with its progress and a Cancel."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from exerciseplanner.ui.widgets.jobs import Job, JobRunner
from exerciseplanner.ui.widgets.parts import button, label, muted
from exerciseplanner.workspace.jobs import Progress

_AFTER = 1000


class JobLine(QWidget):
    """What a job is doing, how far it is, and a way to stop it."""

    def __init__(self, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._what = muted("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setMinimumWidth(160)
        self._bar.setAccessibleName(f"Progress of {job.label}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 12, 4)
        layout.setSpacing(12)
        layout.addWidget(label(job.label, "strong"))
        layout.addWidget(self._what, 1)
        layout.addWidget(self._bar)
        layout.addWidget(button("Cancel", run=self._cancel))
        job.progressed.connect(self._show)

    def _show(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._what.setText(progress.what)

    def _cancel(self) -> None:
        self._what.setText("Stopping")
        self._job.cancel()


class JobList(QWidget):
    """Every job at work."""

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._none = muted("No job is at work.")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 8, 0, 8)
        self._layout.addWidget(self._none)
        self._layout.addStretch(1)
        jobs.started.connect(self._add)

    def count(self) -> int:
        """How many jobs are at work."""
        return len(self._jobs.running())

    def _add(self, job: Job) -> None:
        made = JobLine(job, self)
        self._layout.insertWidget(self._layout.count() - 1, made)
        self._none.hide()
        job.ended.connect(lambda: self._drop(made))

    def _drop(self, line: JobLine) -> None:
        line.hide()
        line.deleteLater()
        self._none.setVisible(not self._jobs.running())


class JobStrip(QWidget):
    """The newest job in the status line, once it has taken a second."""

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._line: JobLine | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_AFTER)
        self._waiting.timeout.connect(self._show)
        jobs.changed.connect(self._look)
        self.hide()

    def _look(self) -> None:
        if self._jobs.running():
            self._waiting.start()
        else:
            self._waiting.stop()
            self._clear()

    def _show(self) -> None:
        self._clear()
        running = self._jobs.running()
        if running:
            self._line = JobLine(running[-1])
            self._layout.addWidget(self._line)
            self.show()

    def _clear(self) -> None:
        if self._line:
            self._line.hide()
            self._line.deleteLater()
            self._line = None
        self.hide()
