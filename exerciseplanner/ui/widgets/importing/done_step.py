"""The last step of an import: what was taken, what was not, and the way back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exerciseplanner.ui.widgets import dialogs
from exerciseplanner.ui.widgets.importing.doubt_list import DoubtList
from exerciseplanner.ui.widgets.importing.fates import FATES, counted, report
from exerciseplanner.ui.widgets.parts import button, column, figure, heading, muted, tight
from exerciseplanner.workspace.weighing import Weighing


class DoneStep(QWidget):
    """Says what an import did."""

    undo_wanted = Signal()
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._weighing: Weighing | None = None
        self.title = heading("")
        self._figures = QHBoxLayout()
        tight(self._figures, 32)
        self.losses = DoubtList("Not taken over")
        self.doubts = DoubtList("Doubts to look at")
        self.undo = button("Undo the import", "arrow-back-up", run=self.undo_wanted.emit)
        save = button("Save the report…", "download", run=self._ask)
        below = QHBoxLayout()
        tight(below, 8)
        below.addWidget(self.undo)
        below.addWidget(save)
        below.addStretch(1)
        lists = QHBoxLayout()
        tight(lists, 32)
        lists.addWidget(self.losses, 1)
        lists.addWidget(self.doubts, 1)
        layout = QVBoxLayout(self)
        tight(layout, 16)
        layout.addWidget(self.title)
        layout.addLayout(self._figures)
        layout.addLayout(below)
        layout.addLayout(lists, 1)

    def show_outcome(self, name: str, weighing: Weighing) -> None:
        """Show what became of every row."""
        self._weighing = weighing
        while (item := self._figures.takeAt(0)) is not None:
            widget = item.widget()
            if widget:
                widget.deleteLater()
        for what, count in counted(weighing).items():
            made = column(figure(f"{count:,}"), muted(FATES[what].word), spacing=0)
            self._figures.addWidget(made)
        self._figures.addStretch(1)
        self.title.setText(f"{name} is in the plan")
        self.losses.show_doubts(weighing.left_out)
        self.doubts.show_doubts([doubt for doubt in weighing.doubts if doubt.severity != "note"])

    def write(self, path: Path) -> None:
        """Write the report as text."""
        if self._weighing is None:
            return
        try:
            path.write_text(report(self._weighing), encoding="utf-8")
        except OSError as error:
            self.failed.emit(f"The report cannot be written to {path.name}: {error.strerror}.")

    def _ask(self) -> None:
        name = Path(self._weighing.source).stem if self._weighing else "import"
        dialogs.save_file(
            self,
            "Save the report of the import",
            "Text (*.txt)",
            self.write,
            Path.home() / f"{name} import report.txt",
            "txt",
        )
