"""Opening, making and copying exercise files, with every fault shown and nothing lost."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.faults import Fault
from exerciseplanner.ui.shell.recent import recent_files, remember_file
from exerciseplanner.ui.widgets import dialogs
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.workspace.workspace import Workspace

FILTER = "Exercises (*.exercise)"
SUFFIX = ".exercise"


class ExerciseFiles(QObject):
    """The doors to exercise files; `opened` gives a workspace that the receiver must close."""

    opened = Signal(object)
    refused = Signal(object)
    """A Refusal or a Fault."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings

    def open(self, path: Path) -> None:
        """Open an exercise file."""
        self._try(lambda: Workspace.open(path))

    def create(self, path: Path, name: str, doctrine: str) -> None:
        """Make a new exercise file and open it."""
        self._try(lambda: Workspace.create(_with_suffix(path), name, doctrine))

    def make_sample(self, path: Path) -> None:
        """Write the sample exercise to a file and open it."""
        self._try(lambda: _sample(_with_suffix(path)))

    def ask_open(self) -> None:
        """Let the planner choose a file to open."""
        dialogs.choose_file(self._window, "Open an exercise", FILTER, self.open, self._folder())

    def ask_new(self) -> None:
        """Let the planner name a new exercise, its doctrine and its file."""
        from exerciseplanner.ui.shell.new_exercise import NewExercise

        dialog = NewExercise(self._window, self._folder())
        dialog.wanted.connect(self.create)
        dialog.open()

    def ask_sample(self) -> None:
        """Let the planner say where the sample goes."""
        suggestion = self._folder() / f"Sample{SUFFIX}"
        dialogs.save_file(
            self._window, "Where the sample goes", FILTER, self.make_sample, suggestion, "exercise"
        )

    def ask_save_version(self, workspace: Workspace) -> None:
        """Let the planner name a copy of the exercise as it is now."""
        suggestion = workspace.path.with_name(f"{workspace.path.stem} version{SUFFIX}")

        def write(path: Path) -> None:
            self._try(lambda: workspace.save_version(_with_suffix(path)))

        dialogs.save_file(self._window, "Save a version", FILTER, write, suggestion, "exercise")

    def recent(self) -> tuple[Path, ...]:
        """The files opened last."""
        return recent_files(self._settings)

    def _try(self, act: Callable[[], Workspace | None]) -> None:
        try:
            workspace = act()
        except (Refusal, Fault) as reason:
            self.refused.emit(reason)
            return
        if workspace is not None:
            remember_file(self._settings, workspace.path)
            self.opened.emit(workspace)

    def _folder(self) -> Path:
        recent = self.recent()
        return recent[0].parent if recent else Path.home()


def _with_suffix(path: Path) -> Path:
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def _sample(path: Path) -> Workspace:
    """Written beside its place first, so that a failure leaves nothing behind."""
    from exerciseplanner.exchange.sample import write_sample

    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / path.name
        write_sample(made).close()
        shutil.copyfile(made, path)
    return Workspace.open(path)
