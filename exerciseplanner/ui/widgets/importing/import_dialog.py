"""The import as one window over the plan, from the file to the report."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.faults import Fault
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.dialogs import ReadDialog
from exerciseplanner.ui.widgets.importing import work
from exerciseplanner.ui.widgets.importing.busy_line import BusyLine
from exerciseplanner.ui.widgets.importing.columns_step import ColumnsStep
from exerciseplanner.ui.widgets.importing.done_step import DoneStep
from exerciseplanner.ui.widgets.importing.file_step import FOLDER, FileStep, folder_of
from exerciseplanner.ui.widgets.importing.rows_step import RowsStep
from exerciseplanner.ui.widgets.importing.work import Found, Trial
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import body, button, caption, heading, label, line
from exerciseplanner.workspace.jobs import Progress
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.workspace import Workspace

_STEPS = ("File", "Columns", "Rows", "Done")
_WIDTH, _HEIGHT = 1180, 740
_ROOM = 48
_PAUSE = 300


class ImportDialog(ReadDialog):
    """Leads from a file to the plan; nothing changes before the last button is pressed."""

    imported = Signal(object)
    """The Weighing of an import that was carried out."""

    def __init__(self, parent: QWidget | None, context: PageContext, *, wants: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle("Import")
        self._context = context
        self._found: Found | None = None
        self._trial: Trial | None = None
        self._overwrite = False
        self._closed = False
        self.file_step = FileStep(wants, folder_of(context.settings.get(FOLDER)))
        self.columns_step = ColumnsStep()
        self.rows_step = RowsStep(context.vocabulary)
        self.done_step = DoneStep()
        self.title = heading("Import a file")
        self.steps = [label(name, "caption") for name in _STEPS]
        self.refusal = body("")
        self.busy = BusyLine(context.jobs, self)
        self.back = button("Back", "arrow-left", run=self.go_back)
        self.cancel = button("Cancel", run=self.reject)
        self.next = button("Next", primary=True, run=self.go_on)
        self._pause = QTimer(self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_step(0)

    @property
    def step(self) -> int:
        """Which step is shown: 0 file, 1 columns, 2 rows, 3 done."""
        return self._stack.currentIndex()

    def read(self, path: Path) -> None:
        """Read a file, then show its columns, or its rows where there is nothing to map."""
        self._context.settings.put(FOLDER, str(path.parent))
        self.file_step.refuse("")
        self._run(f"Read {path.name}", lambda _: work.look_into(path), self._take_found)

    def go_on(self) -> None:
        """To the next step; from the rows on that is the import itself."""
        if self.step == 1:
            self._try_out()
        elif self.step == 2:
            self._carry_out()
        else:
            self.accept()

    def go_back(self) -> None:
        """To the step before."""
        mapped = self._found is not None and self._found.workbook is not None
        self._show_step(1 if self.step == 2 and mapped else 0)

    def done(self, result: int) -> None:
        """Whatever is still being read is given up."""
        self._closed = True
        self.busy.cancel()
        self._pause.stop()
        super().done(result)
        self.deleteLater()

    # steps -------------------------------------------------------------------------------------

    def _take_found(self, found: Found) -> None:
        self._found = found
        self.rows_step.offer_viewpoints(found.viewpoints)
        self.title.setText(f"Import {found.path.name}")
        if found.workbook is None or found.mapping is None:
            self._try_out()
            return
        self.columns_step.show_workbook(found.workbook, found.mapping)
        self._show_step(1)

    def _try_out(self) -> None:
        found = self._found
        if found is None:
            return
        mapping = self.columns_step.mapping if found.workbook else None
        trying = partial(work.try_out, found=found, mapping=mapping, overwrite=self._overwrite)
        self._run(f"Try {found.path.name}", trying, self._take_trial)

    def _take_trial(self, trial: Trial) -> None:
        self._trial = trial
        self.rows_step.show_weighing(trial.weighing, overwrite=self._overwrite)
        self._show_step(2)

    def _carry_out(self) -> None:
        trial = self._trial
        if trial is None:
            return
        try:
            done = self._context.workspace.do(take_in, trial.intake, overwrite=self._overwrite)
        except Refusal as refusal:
            self._refuse(refusal)
            return
        except Fault as fault:
            self._context.window.show_fault(fault)
            return
        self.done_step.show_outcome(self._name(), done)
        self._show_step(3)
        self.imported.emit(done)

    def _name(self) -> str:
        return self._found.path.name if self._found else ""

    def _undo(self) -> None:
        self._context.window.undo()
        self._context.notices.say("The import was taken back.")
        self.accept()

    def _ask_for_examples(self) -> None:
        found = self._found
        if found is None or found.workbook is None or self.step > 1:
            return
        asking = partial(
            work.read_times, workbook=found.workbook, mapping=self.columns_step.mapping
        )
        self._context.jobs.run("Read the times", asking, self._show_examples, lambda _: None)

    def _show_examples(self, examples: work.TimeExamples) -> None:
        if not self._closed and self.step == 1:
            self.columns_step.show_examples(examples)

    def _set_overwrite(self, overwrite: bool) -> None:
        self._overwrite = overwrite
        self._try_out()

    def _see_as(self, side: str) -> None:
        if self._found is not None:
            path = self._found.path
            self._run(f"Read {path.name}", lambda _: work.look_into(path, side), self._take_found)

    # inside ------------------------------------------------------------------------------------

    def _run(
        self,
        name: str,
        job: Callable[[Workspace], Generator[Progress, None, Any]],
        done: Callable[[Any], None],
    ) -> None:
        self._refuse(None)
        self._allow(go=False)
        self.busy.run(name, job, done, self._refuse, self._allow)

    def _refuse(self, reason: BaseException | None) -> None:
        if reason is not None and not isinstance(reason, Refusal | Fault):
            raise reason
        text = str(reason) if reason else ""
        self.refusal.setText(text)
        self.refusal.setVisible(bool(text) and self.step > 0)
        self.file_step.refuse(text)
        self._allow()

    def _allow(self, *, go: bool = True) -> None:
        writable = self.step != 2 or not self._context.read_only
        self.next.setEnabled(go and writable)
        self.back.setEnabled(go)

    def _show_step(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self.refusal.hide()
        for place, each in enumerate(self.steps):
            each.setProperty("role", "strong" if place == step else "caption")
            each.style().polish(each)
        self.back.setVisible(step in (1, 2))
        self.next.setVisible(step > 0)
        self.cancel.setVisible(step < 3)
        self.next.setText(("", "Check the rows", self._verb(), "Close")[step])
        self._allow()
        self.next.setDefault(True)
        (self.next if step else self.file_step.choose).setFocus()

    def _verb(self) -> str:
        if self._context.read_only:
            return "The exercise is read-only"
        count = self._trial.weighing.count("added", "changed") if self._trial else 0
        return f"Import {count:,} row{'' if count == 1 else 's'}" if count else "Import"

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.title)
        above.addStretch(1)
        for place, step in enumerate(self.steps):
            if place:
                above.addWidget(caption("›"))
            above.addWidget(step)
        below = QHBoxLayout()
        below.addWidget(self.busy, 1)
        for made in (self.back, self.cancel, self.next):
            below.addWidget(made)
        self.refusal.setProperty("role", "alert")
        for step_widget in (self.file_step, self.columns_step, self.rows_step, self.done_step):
            self._stack.addWidget(step_widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        layout.addLayout(above)
        layout.addWidget(line())
        layout.addWidget(self.refusal)
        layout.addWidget(self._stack, 1)
        layout.addLayout(below)
        above_it = self.parentWidget()
        room = above_it.window().size() if above_it else self.screen().availableSize()
        width = min(theme.scaled(_WIDTH), max(800, room.width() - _ROOM))
        self.resize(width, min(theme.scaled(_HEIGHT), max(520, room.height() - _ROOM)))

    def _connect(self) -> None:
        self.file_step.chosen.connect(self.read)
        self.rows_step.overwrite_changed.connect(self._set_overwrite)
        self.rows_step.viewpoint_changed.connect(self._see_as)
        self.done_step.undo_wanted.connect(self._undo)
        self.done_step.failed.connect(lambda text: self._context.notices.say(text, "warn"))
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask_for_examples)
        self.columns_step.changed.connect(self._pause.start)
