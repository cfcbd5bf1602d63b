"""Why a subject has its grade: the rule in words, the evidence, and the officer's decision."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from exerciseplanner.domain.grading import tone_of
from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.pages.readiness.subject_model import named
from exerciseplanner.ui.widgets.charts.grade_badge import GradeBadge
from exerciseplanner.ui.widgets.noun_table import counted
from exerciseplanner.ui.widgets.parts import (
    body,
    button,
    caption,
    clear,
    heading,
    label,
    link,
    muted,
)
from exerciseplanner.workspace.readiness import Rated, ReadinessAssessment, Subject


class SubjectDetail(QScrollArea):
    """One subject explained; every rating leads to where it was given."""

    override_wanted = Signal()
    withdraw_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Why the chosen subject has its grade")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        self._layout = QVBoxLayout(content)
        self._layout.setContentsMargins(20, 8, 20, 20)
        self._layout.setSpacing(10)
        self.setWidget(content)

    def show_subject(self, subject: Subject | None, found: ReadinessAssessment) -> None:
        """Explain a subject; None explains nothing."""
        clear(self._layout)
        if subject is None:
            self._layout.addWidget(muted("Choose a line to see why it has its grade.", wrap=True))
            self._layout.addStretch(1)
            return
        self._add_head(subject, found)
        self._add_override(subject, found)
        self._add_evidence(subject, found)
        self._layout.addStretch(1)

    def _add_head(self, subject: Subject, found: ReadinessAssessment) -> None:
        title = heading(named(subject))
        title.setWordWrap(True)
        self._layout.addWidget(title)
        code = subject.assessment.grade_code
        tone = tone_of(code, found.scale)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(GradeBadge(code if tone != "unrated" else "–", tone))
        words = found.scale.value(code).label if tone != "unrated" else subject.assessment.reading
        reading = label(words[:1].upper() + words[1:], "strong")
        reading.setWordWrap(True)
        line.addWidget(reading, 1)
        self._layout.addLayout(line)
        self._layout.addWidget(body(subject.assessment.computed.why))
        if subject.criteria_planned:
            seen = f"{subject.criteria_rated} of {subject.criteria_planned} criteria rated"
            people = counted(len(subject.evaluators), "evaluator")
            self._layout.addWidget(caption(f"{seen} by {people}" if subject.evaluators else seen))

    def _add_override(self, subject: Subject, found: ReadinessAssessment) -> None:
        override = subject.assessment.override
        if override is not None:
            self._layout.addWidget(caption("Assessed otherwise than computed"))
            computed = subject.assessment.computed.reading
            self._layout.addWidget(
                body(f"{override.decided_by} set {override.grade_code}; computed: {computed}.")
            )
            self._layout.addWidget(body(override.reason))
            if subject.assessment.outdated:
                self._layout.addWidget(label("The computed grade has changed since.", "refusal"))
        if self._context.read_only:
            return
        line = QHBoxLayout()
        verb = "Change assessment…" if override else "Assess otherwise…"
        line.addWidget(button(verb, "edit", run=self.override_wanted.emit))
        if override is not None:
            line.addWidget(button("Withdraw", run=self.withdraw_wanted.emit))
        line.addStretch(1)
        self._layout.addLayout(line)

    def _add_evidence(self, subject: Subject, found: ReadinessAssessment) -> None:
        own = [each for each in found.criteria if each.owner_ids[0] in subject.objective_ids]
        titles = {each.id: named(each) for each in found.objectives}
        self._layout.addWidget(heading("Evidence"))
        if not own:
            self._layout.addWidget(muted("No criteria are written for it.", wrap=True))
        before = ""
        for each in own:
            owner = each.owner_ids[0]
            if owner != before and subject.kind != "objective":
                self._layout.addWidget(caption(titles.get(owner, "")))
            before = owner
            self._layout.addWidget(self._line(each, found))

    def _line(self, each: Rated, found: ReadinessAssessment) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        tone = tone_of(each.consensus.code, found.scale)
        badge = GradeBadge(each.consensus.code if tone != "unrated" else "–", tone)
        line.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        critical = "  (critical)" if each.critical else ""
        words.addWidget(body(f"{each.code}  {each.title}{critical}".strip()))
        said = ", ".join(f"{rating.evaluator} {rating.code}" for rating in each.ratings)
        standing = label(said or "Not rated", "caption" if each.consensus.agreed else "refusal")
        standing.setWordWrap(True)
        words.addWidget(standing)
        line.addLayout(words, 1)
        way = link("Open", partial(self._context.show, "criterion", each.id))
        line.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        return holder
