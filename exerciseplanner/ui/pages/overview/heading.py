"""The card that says which exercise this is and how far away it is."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exerciseplanner.domain.dtg import format_dtg
from exerciseplanner.domain.milestones import countdown
from exerciseplanner.ui.widgets.parts import Card, body, caption, figure, muted, page_title
from exerciseplanner.workspace.queries.exercise import ExerciseRow


class HeadingCard(Card):
    """Name and aim at the left, the countdown and the dates at the right."""

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._now = now
        self._name = page_title("")
        self._facts = muted("", wrap=True)
        self._aim = body("")
        self._figure = figure("")
        self._caption = caption("")
        self._dates = caption("")
        self._notice = caption("")
        self._notice.setWordWrap(True)
        left = QVBoxLayout()
        left.setSpacing(4)
        for part in (self._name, self._facts, self._aim, self._notice):
            left.addWidget(part)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(0)
        for part in (self._figure, self._caption, self._dates):
            part.setAlignment(Qt.AlignmentFlag.AlignRight)
            right.addWidget(part)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addLayout(left, 1)
        columns.addLayout(right)
        self.content.addLayout(columns)

    def show_exercise(self, row: ExerciseRow) -> None:
        """Show the exercise as it stands."""
        startex = datetime.fromisoformat(row.startex)
        endex = startex + timedelta(minutes=row.endex) if row.endex is not None else None
        self._name.setText(row.name)
        facts = (row.kind, row.level.capitalize(), row.character)
        self._facts.setText("  ·  ".join(fact for fact in facts if fact))
        self._aim.setText(row.aim or "No aim is stated yet.")
        self._notice.setText(row.notice)
        self._notice.setVisible(bool(row.notice))
        number, words = countdown(self._now, startex, endex)
        self._figure.setText(number)
        self._caption.setText(words)
        dates = [f"STARTEX {format_dtg(startex, row.zone)}"]
        if endex is not None:
            dates.append(f"ENDEX {format_dtg(endex, row.zone)}")
        self._dates.setText("\n".join(dates))
