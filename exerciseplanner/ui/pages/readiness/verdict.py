"""The grade of the whole exercise and what it rests on, in one card."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exerciseplanner.domain.grading import percent, tone_of
from exerciseplanner.ui.widgets.charts.grade_badge import GradeBadge
from exerciseplanner.ui.widgets.noun_table import counted
from exerciseplanner.ui.widgets.parts import Card, body, caption, heading, link
from exerciseplanner.workspace.readiness import ReadinessAssessment


class VerdictCard(Card):
    """Badge, reading and reason at the left; what it rests on at the right."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._badge = GradeBadge("–", "unrated")
        self._reading = heading("")
        self._why = body("")
        self._rests = caption("")
        self._differ = caption("")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._reading)
        words.addWidget(self._why)
        facts = QVBoxLayout()
        facts.setSpacing(2)
        facts.addWidget(self._rests)
        facts.addWidget(self._differ)
        facts.addWidget(link("Why this grade", self.opened.emit))
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._badge)
        line.addLayout(words, 1)
        line.addLayout(facts)
        self.content.addLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the reason whole, on however many lines it stands."""
        super().resizeEvent(event)
        self._keep_whole()

    def show_assessment(self, found: ReadinessAssessment) -> None:
        """Show the grade as it stands."""
        whole = found.exercise
        code = whole.assessment.grade_code
        tone = tone_of(code, found.scale)
        rated = tone != "unrated"
        self._badge.show_grade(code if rated else "–", tone)
        words = found.scale.value(code).label if rated else whole.assessment.reading
        self._reading.setText(words[:1].upper() + words[1:])
        override = whole.assessment.override
        why = whole.assessment.computed.why
        self._why.setText(f"{override.decided_by}: {override.reason}" if override else why)
        self._keep_whole()
        coverage = whole.assessment.computed.coverage
        seen = f", {percent(coverage)} of the weight" if coverage is not None else ""
        people = len({r.evaluator for each in found.criteria for r in each.ratings})
        rests = (
            f"{whole.criteria_rated:,} of {whole.criteria_planned:,} criteria{seen}, "
            f"{counted(people, 'evaluator')}"
        )
        self._rests.setText(rests if whole.criteria_planned else "No criteria are written")
        open_ = sum(1 for each in found.disagreements if not each.consensus.agreed)
        said = f"{open_:,} disagreement{'s' if open_ > 1 else ''} open"
        self._differ.setText(said if open_ else "No open disagreement")

    def _keep_whole(self) -> None:
        for part in (self._reading, self._why):
            part.setMinimumHeight(max(part.heightForWidth(part.width()), 0))
