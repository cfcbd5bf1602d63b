"""The first step of an import: which file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from exerciseplanner.ui.widgets import dialogs, icons, theme
from exerciseplanner.ui.widgets.parts import button, heading, label, muted, tight

FILTERS = {
    "": "Files to import (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.json *.xml);;"
    "Every file (*)",
    "injects": "Spreadsheets (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt);;Every file (*)",
    "forces": "Orders of battle (*.json *.xml *.xlsx *.xls *.ods *.csv *.tsv);;Every file (*)",
}
_SENTENCES = {
    "": "An MSEL or a list of units, standards or capabilities as .xlsx, .xls, .ods or .csv, or an "
    "order of battle as .json or .xml.",
    "injects": "An MSEL as .xlsx, .xls, .ods or .csv, whatever its columns are called.",
    "forces": "An order of battle from ORBAT Mapper (.json), MSDL or C2SIM (.xml), or a list of "
    "units (.xlsx, .csv).",
}
FOLDER = "import/folder"


class FileStep(QFrame):
    """Takes a file that is dropped here or chosen; says why one could not be used."""

    chosen = Signal(Path)

    def __init__(self, wants: str, folder: Path | None) -> None:
        super().__init__()
        self._wants = wants if wants in FILTERS else ""
        self._folder = folder
        self.setAcceptDrops(True)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.refusal = label("", "alert")
        self.refusal.setWordWrap(True)
        self.refusal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = button("Choose a file…", "folder-open", primary=True, run=self.ask)
        self._lay_out()
        theme.changed().changed.connect(self._draw)
        self._draw()

    def ask(self) -> None:
        """Let the planner choose a file."""
        dialogs.choose_file(
            self, "Choose a file to import", FILTERS[self._wants], self.chosen.emit, self._folder
        )

    def refuse(self, text: str) -> None:
        """Say why a file could not be used."""
        self.refusal.setText(text)
        self.refusal.setVisible(bool(text))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file may be dropped."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        self.chosen.emit(Path(event.mimeData().urls()[0].toLocalFile()))

    def _lay_out(self) -> None:
        says = muted(_SENTENCES[self._wants])
        says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = heading("Drop a file here")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.refusal.setFixedWidth(theme.scaled(560))
        self.refusal.hide()
        layout = QVBoxLayout(self)
        tight(layout, 12)
        layout.addStretch(2)
        for widget in (self._picture, title, says, self.choose, self.refusal):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icons.pixmap("table-import", "faint", 48, ratio))


def folder_of(kept: object) -> Path | None:
    """The folder last imported from, where it still is."""
    folder = Path(str(kept)) if kept else None
    return folder if folder is not None and folder.is_dir() else None
