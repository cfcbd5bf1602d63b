"""Assessed subjects as rows of a table that can be read, copied and heard as well as seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from exerciseplanner.domain.doctrine import RatingScale
from exerciseplanner.workspace.readiness import Subject

Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("Subject", "Grade", "Criteria by rating", "Score and interval", "Rated")
SUBJECT, GRADE, DISTRIBUTION, INTERVAL, RATED = range(len(COLUMNS))

_NUMBERS = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class SubjectModel(QAbstractTableModel):
    """The subjects of one kind; graphical columns have their numbers as text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._subjects: tuple[Subject, ...] = ()
        self.scale: RatingScale | None = None

    def show_subjects(self, subjects: tuple[Subject, ...], scale: RatingScale) -> None:
        """Show other subjects, or the same ones with other grades."""
        same = [each.id for each in subjects] == [each.id for each in self._subjects]
        self.scale = scale
        if same and subjects:
            self._subjects = subjects
            last = self.index(len(subjects) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._subjects = subjects
        self.endResetModel()

    def subject(self, row: int) -> Subject | None:
        """The subject in a row."""
        return self._subjects[row] if 0 <= row < len(self._subjects) else None

    def row_of(self, subject_id: str) -> int:
        """The row of a subject, or -1."""
        ids = [each.id for each in self._subjects]
        return ids.index(subject_id) if subject_id in ids else -1

    def rowCount(self, parent: Index | None = None) -> int:
        """How many subjects there are."""
        return 0 if parent is not None and parent.isValid() else len(self._subjects)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns, each on the side of what stands below."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == RATED:
            return _NUMBERS
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text for every column, the reason as a tip, alignment for the numbers."""
        subject = self.subject(index.row())
        if subject is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _TEXTS[index.column()](subject)
        if role == Qt.ItemDataRole.ToolTipRole:
            return subject.assessment.computed.why
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == RATED:
            return _NUMBERS
        return None


def named(subject: Subject) -> str:
    """A subject as people call it."""
    code = subject.code if subject.kind == "objective" else ""
    return f"{code}  {subject.title}".strip()


def _interval(subject: Subject) -> str:
    rollup = subject.assessment.computed
    score = "–" if rollup.score is None else f"{float(rollup.score):.2f}"
    return f"{score} ({float(rollup.lowest):.2f} to {float(rollup.highest):.2f})"


_TEXTS: dict[int, Callable[[Subject], str]] = {
    SUBJECT: named,
    GRADE: lambda subject: subject.assessment.reading,
    DISTRIBUTION: lambda subject: ", ".join(f"{c} {n}" for c, n in subject.counts if n),
    INTERVAL: _interval,
    RATED: lambda subject: f"{subject.criteria_rated} of {subject.criteria_planned}",
}
