"""The export of the forces as one window: what is chosen is tried at once and its losses shown."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.delivery import Prepared, deliver
from exerciseplanner.exchange.force_formats import force_formats
from exerciseplanner.exchange.writing import Choices, ForceFormat, Written
from exerciseplanner.storage.faults import Fault
from exerciseplanner.ui.widgets import dialogs, theme
from exerciseplanner.ui.widgets.exporting import work
from exerciseplanner.ui.widgets.exporting.format_list import FormatList
from exerciseplanner.ui.widgets.exporting.loss_list import LossList
from exerciseplanner.ui.widgets.importing.busy_line import BusyLine
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import button, heading, label, line, muted, tight
from exerciseplanner.workspace.queries.forces import sides, units

FOLDER, FORMAT = "export/folder", "export/format"
_WIDTH, _HEIGHT = 940, 700
_ROOM = 48
_FORMATS_WIDTH = 330
_FIRST, _STRICT = "orbat-mapper", "msdl"


class ExportDialog(dialogs.ReadDialog):
    """Writes nothing before a file is named."""

    exported = Signal(Path)
    """The file that was written."""

    def __init__(self, parent: QWidget | None, context: PageContext) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        self._context = context
        self._units = len(context.ask(units))
        self.title = heading("Export the forces")
        used = str(context.settings.get(FORMAT) or _FIRST)
        self.formats = FormatList(force_formats().values(), used)
        self.viewpoint = QComboBox()
        self.strict = QCheckBox("Keep to the letter of the standard")
        self.losses = LossList()
        self.said = muted("", wrap=True)
        self.refusal = label("", "alert")
        self.busy = BusyLine(context.jobs, self)
        self.cancel = button("Close", run=self.reject)
        self.save = button("Export…", "file-export", primary=True, run=self._ask)
        self._fill_viewpoints()
        self._lay_out()
        self.formats.chosen.connect(lambda _: self._try_out())
        self.viewpoint.currentIndexChanged.connect(lambda _: self._try_out())
        self.strict.toggled.connect(lambda _: self._try_out())
        self._try_out()

    @property
    def form(self) -> ForceFormat:
        """The format chosen."""
        return force_formats()[self.formats.current]

    @property
    def choices(self) -> Choices:
        """What is chosen beside the format."""
        strict = self.strict.isChecked() and self.form.name == _STRICT
        return Choices(self.viewpoint.currentData(), strict)

    def write(self, path: Path) -> None:
        """Write the file; one that is there already was agreed to be replaced when it was named."""
        self._context.settings.put(FOLDER, str(path.parent))
        self._context.settings.put(FORMAT, self.form.name)
        making = partial(work.make, name=path.name, form=self.form, choices=self.choices)
        self._start()
        finish = partial(self._finish, path)
        self.busy.run(f"Write {path.name}", making, finish, self._refuse, self._allow)

    def done(self, result: int) -> None:
        """Whatever is still being made is given up."""
        self.busy.cancel()
        super().done(result)
        self.deleteLater()

    def _try_out(self) -> None:
        self.strict.setVisible(self.form.name == _STRICT)
        self.said.hide()
        self._start()
        trying = partial(work.try_out, form=self.form, choices=self.choices)
        self.busy.run("Try the export", trying, self._show, self._refuse, self._allow)

    def _show(self, written: Written) -> None:
        self.losses.show_losses(written.losses, self._units)

    def _ask(self) -> None:
        form = self.form
        kept = Path(str(self._context.settings.get(FOLDER) or Path.home()))
        folder = kept if kept.is_dir() else Path.home()
        name = self._context.workspace.path.stem
        dialogs.save_file(
            self,
            f"Export as {form.title}",
            f"{form.title} (*{form.suffix});;Every file (*)",
            self.write,
            folder / f"{name} forces{form.suffix}",
            form.suffix.lstrip("."),
        )

    def _finish(self, path: Path, file: Prepared) -> None:
        try:
            deliver(self._context.workspace, path, file, replace=True)
        except (Refusal, Fault) as reason:
            self._refuse(reason)
            return
        self._show(file.written)
        self.title.setText(f"{path.name} is written")
        self.said.setText(f"It is in {path.parent}. {self._remembered(file)}")
        self.said.show()
        self.exported.emit(path)

    def _remembered(self, file: Prepared) -> str:
        if file.sent is None:
            return "It cannot be imported again."
        if self._context.read_only:
            return "The exercise is read-only, so what went out is not remembered."
        return "When it comes back, only what was changed in it is taken over."

    def _refuse(self, reason: BaseException) -> None:
        if not isinstance(reason, Refusal | Fault):
            raise reason
        self.refusal.setText(str(reason))
        self.refusal.show()

    def _start(self) -> None:
        self.refusal.hide()
        self.save.setEnabled(False)

    def _allow(self) -> None:
        self.save.setEnabled(True)

    def _fill_viewpoints(self) -> None:
        self.viewpoint.setAccessibleName("Friend and hostile as seen by")
        self.viewpoint.addItem("As the plan says", None)
        for side in self._context.ask(sides):
            self.viewpoint.addItem(f"As {side.name} sees it", side.id)

    def _lay_out(self) -> None:
        for widget in (self.refusal, self.said):
            widget.setWordWrap(True)
        left = QVBoxLayout()
        tight(left, 8)
        left.addWidget(label("Format", "group"))
        left.addWidget(self.formats, 1)
        self.formats.setFixedWidth(theme.scaled(_FORMATS_WIDTH))
        right = QVBoxLayout()
        tight(right, 8)
        right.addWidget(label("Friend and hostile", "group"))
        right.addWidget(self.viewpoint)
        right.addWidget(self.strict)
        right.addSpacing(8)
        right.addWidget(self.said)
        right.addWidget(self.losses, 1)
        middle = QHBoxLayout()
        tight(middle, 32)
        middle.addLayout(left)
        middle.addLayout(right, 1)
        below = QHBoxLayout()
        below.addWidget(self.busy, 1)
        below.addWidget(self.cancel)
        below.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(line())
        layout.addWidget(self.refusal)
        layout.addLayout(middle, 1)
        layout.addLayout(below)
        self.save.setDefault(True)
        self._fit()

    def _fit(self) -> None:
        above = self.parentWidget()
        room = above.window().size() if above else self.screen().availableSize()
        width = min(theme.scaled(_WIDTH), max(720, room.width() - _ROOM))
        self.resize(width, min(theme.scaled(_HEIGHT), max(480, room.height() - _ROOM)))
