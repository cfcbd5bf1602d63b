"""Naming a new exercise: its name, its doctrine, its file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from exerciseplanner.ui.widgets import dialogs
from exerciseplanner.ui.widgets.parts import button, caption, muted, row
from exerciseplanner.workspace.packs import doctrine_packs


class NewExercise(dialogs.Dialog):
    """Asks for what a new exercise cannot be without."""

    wanted = Signal(Path, str, str)
    """The file, the name and the code of the doctrine pack."""

    def __init__(self, parent: QWidget | None, folder: Path) -> None:
        super().__init__(parent, "New exercise", 520)
        self._folder = folder
        self._chosen = False
        self.name = QLineEdit()
        self.name.setAccessibleName("Name of the exercise")
        self.name.setPlaceholderText("NORTHERN SHIELD 27")
        self.pack = QComboBox()
        self.pack.setAccessibleName("Doctrine")
        for pack in doctrine_packs():
            self.pack.addItem(pack.title, pack.code)
        self.file = QLineEdit(str(folder / "Exercise.exercise"))
        self.file.setAccessibleName("File")
        self.refusal = muted("", wrap=True)
        for title, widget in (("Name", self.name), ("Doctrine", self.pack)):
            self.content.addWidget(caption(title))
            self.content.addWidget(widget)
        self.content.addWidget(caption("File"))
        self.content.addWidget(row(self.file, button("Choose", run=self._choose)))
        self.content.addWidget(self.refusal)
        self.refusal.hide()
        self.name.textChanged.connect(self._suggest)
        self.file.textEdited.connect(self._keep_file)
        self.add_button("Cancel")
        self.add_button("Create", self._finish, primary=True)
        self.name.setFocus()

    def _suggest(self, name: str) -> None:
        if not self._chosen:
            kept = "".join(c for c in name if c.isalnum() or c in " -_").strip()
            self.file.setText(str(self._folder / f"{kept or 'Exercise'}.exercise"))

    def _keep_file(self) -> None:
        self._chosen = True

    def _choose(self) -> None:
        dialogs.save_file(
            self,
            "Where the exercise goes",
            "Exercises (*.exercise)",
            self._take,
            Path(self.file.text()),
            "exercise",
        )

    def _take(self, path: Path) -> None:
        self._chosen = True
        self.file.setText(str(path))

    def _finish(self) -> None:
        path = Path(self.file.text()).expanduser()
        if not self.name.text().strip():
            self._refuse("An exercise needs a name.")
        elif path.exists():
            self._refuse(f"{path.name} exists already. Choose another name for the file.")
        else:
            self.accept()
            self.wanted.emit(path, self.name.text().strip(), str(self.pack.currentData()))

    def _refuse(self, text: str) -> None:
        self.refusal.setProperty("role", "refusal")
        self.refusal.setText(text)
        self.refusal.show()
