"""Long work off the main thread: progress, a working Cancel, and the result in the main thread."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from exerciseplanner.workspace.jobs import Job as Work
from exerciseplanner.workspace.jobs import Progress
from exerciseplanner.workspace.workspace import Workspace

_LOOK = 25
_COLLECT = 40

Done = Callable[[Any], object]
Failed = Callable[[BaseException], object]


class _Thread(threading.Thread):
    """Drives a generator; knows nothing of Qt, and reports through a queue."""

    def __init__(self, work: Callable[[Workspace], Work[Any]], snapshot: Workspace) -> None:
        super().__init__(name="job", daemon=True)
        self._work = work
        self._snapshot = snapshot
        self.cancelled = threading.Event()
        self.news: SimpleQueue[tuple[str, Any]] = SimpleQueue()

    def run(self) -> None:
        """Work until the end, a failure or a cancel."""
        try:
            self.news.put(("done", self._drive()))
        except _Cancelled:
            self.news.put(("cancelled", None))
        except BaseException as error:  # noqa: BLE001  whatever happens is told in the main thread
            self.news.put(("failed", error))
        finally:
            self._snapshot.close()
            del self._work

    def _drive(self) -> Any:
        job = self._work(self._snapshot)
        try:
            while True:
                progress = next(job)
                if self.cancelled.is_set():
                    raise _Cancelled
                self.news.put(("progress", progress))
        except StopIteration as end:
            return end.value
        finally:
            job.close()


class _Cancelled(Exception):
    """The planner does not want the result any more."""


class Job(QObject):
    """One piece of long work as the window sees it."""

    progressed = Signal(object)
    ended = Signal()

    def __init__(self, label: str, thread: _Thread, parent: QObject) -> None:
        super().__init__(parent)
        self.label = label
        self.progress = Progress(0, 0, "")
        self.state = "running"
        self.began = time.monotonic()
        self._thread = thread

    @property
    def is_running(self) -> bool:
        """Whether it is still at work."""
        return self.state == "running"

    def cancel(self) -> None:
        """Ask it to stop at its next step; nothing it did is kept."""
        self._thread.cancelled.set()

    def news(self) -> list[tuple[str, Any]]:
        """What the thread has told since the last look."""
        found: list[tuple[str, Any]] = []
        while True:
            try:
                found.append(self._thread.news.get_nowait())
            except Empty:
                return found

    def join(self) -> None:
        """Wait for the thread, which has told its end."""
        self._thread.join()


class JobRunner(QObject):
    """Runs jobs on private snapshots of a workspace and looks after them in the main thread.

    While a job runs, Python's cyclic collection is held back and done here by a timer: in the
    worker it could destroy Qt objects in the wrong thread.
    """

    started = Signal(object)
    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        parent: QObject | None = None,
        *,
        failed: Callable[[str, BaseException], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._failed = failed
        self._wanted: dict[Job, tuple[Done | None, Failed | None]] = {}
        self._collecting = False
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look)

    def run(
        self,
        label: str,
        work: Callable[[Workspace], Work[Any]],
        done: Done | None = None,
        failed: Failed | None = None,
    ) -> Job:
        """Start work on a snapshot; `done` gets its result and `failed` its exception.

        `work` must hold no Qt object. Without `failed` an exception goes to the runner's own.
        """
        thread = _Thread(work, self._workspace.snapshot())
        job = Job(label, thread, self)
        self._wanted[job] = (done, failed)
        self._hold_collection()
        thread.start()
        self._timer.start()
        self.started.emit(job)
        self.changed.emit()
        return job

    def running(self) -> tuple[Job, ...]:
        """The jobs at work."""
        return tuple(self._wanted)

    def stop(self) -> None:
        """Cancel everything and wait for it, because the exercise is being closed."""
        for job in tuple(self._wanted):
            job.cancel()
            job.join()
            self._end(job, "cancelled", None, quietly=True)

    def _look(self) -> None:
        self._looks += 1
        if self._looks % _COLLECT == 0:
            gc.collect(1)
        for job in tuple(self._wanted):
            for kind, value in job.news():
                if kind == "progress":
                    job.progress = value
                    job.progressed.emit(value)
                else:
                    job.join()
                    self._end(job, kind, value)

    def _end(self, job: Job, state: str, value: Any, *, quietly: bool = False) -> None:
        done, failed = self._wanted.pop(job, (None, None))
        job.state = state
        if not self._wanted:
            self._timer.stop()
            self._release_collection()
        job.ended.emit()
        self.changed.emit()
        if not quietly:
            self._report(job, state, value, done, failed)
        job.deleteLater()

    def _report(
        self, job: Job, state: str, value: Any, done: Done | None, failed: Failed | None
    ) -> None:
        if state == "done" and done:
            done(value)
        elif state == "failed" and failed:
            failed(value)
        elif state == "failed" and self._failed:
            self._failed(job.label, value)

    def _hold_collection(self) -> None:
        if not self._collecting and gc.isenabled():
            gc.disable()
            self._collecting = True

    def _release_collection(self) -> None:
        if self._collecting:
            gc.enable()
            self._collecting = False
