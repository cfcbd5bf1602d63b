"""The Readiness page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.ui.pages import Page, PageContext
from exerciseplanner.ui.pages.readiness.detail import SubjectDetail
from exerciseplanner.ui.pages.readiness.override_dialog import OverrideDialog
from exerciseplanner.ui.pages.readiness.subject_model import SubjectModel
from exerciseplanner.ui.pages.readiness.subject_table import SubjectTable
from exerciseplanner.ui.pages.readiness.verdict import VerdictCard
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.parts import ignoring_arguments
from exerciseplanner.ui.widgets.settings import WANTED_DOCUMENT
from exerciseplanner.workspace.operations.ratings import override_assessment, withdraw_override
from exerciseplanner.workspace.queries.exercise import exercise
from exerciseplanner.workspace.queries.readiness import assessment
from exerciseplanner.workspace.readiness import ReadinessAssessment, Subject

_KINDS = (
    ("objectives", "Training objectives"),
    ("exercise_objectives", "Exercise objectives"),
    ("units", "Units"),
    ("capability_areas", "Capability areas"),
    ("overrides", "Overridden"),
)
_NONE = {
    "objectives": "Training objectives are graded here by the criteria that are written for them.",
    "exercise_objectives": "Exercise objectives are graded here by the training objectives that "
    "serve them.",
    "units": "Units are graded here by the training objectives whose audience they are.",
    "capability_areas": "Capability areas are graded here by the training objectives that train "
    "them.",
    "overrides": "Nobody has assessed anything otherwise than computed. Who does so gives a "
    "reason, and the computed grade stays beside it.",
}
"""What is said of a kind of which there is nothing to grade."""

_DOCUMENT = "readiness-assessment"


class ReadinessPage(Page):
    """The verdict above; subjects at the left, the reasons of the one chosen at the right."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._found: ReadinessAssessment | None = None
        self._chosen: Subject | None = None
        self.verdict = VerdictCard()
        self.verdict.opened.connect(self._choose_exercise)
        self._kinds = QButtonGroup(self)
        self.model = SubjectModel(self)
        self.table = SubjectTable(self.model)
        self.detail = SubjectDetail(context)
        self.detail.override_wanted.connect(self.ask_override)
        self.detail.withdraw_wanted.connect(self._withdraw)
        self.table.selectionModel().currentRowChanged.connect(ignoring_arguments(self._choose))
        self._lists = self._made_lists()
        self._lay_out()
        context.follow(self, assessment, self._show)

    def _made_lists(self) -> QStackedWidget:
        """The table, and for each kind what is said where it has nothing."""
        made = QStackedWidget()
        made.addWidget(self.table)
        way = ActionSpec(
            "readiness.objectives", "Objectives", partial(self.context.go, "objectives"), "target"
        )
        for name, _ in _KINDS:
            ways = () if name == "overrides" else (way,)
            made.addWidget(EmptyState(_NONE[name], ways, "gauge"))
        return made

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(20, 0, 20, 8)
        above.setSpacing(6)
        for place, (_, title) in enumerate(_KINDS):
            made = QPushButton(title)
            made.setCheckable(True)
            made.setProperty("segment", True)
            made.setChecked(place == 0)
            self._kinds.addButton(made, place)
            above.addWidget(made)
        above.addStretch(1)
        self._kinds.idClicked.connect(ignoring_arguments(self._show_kind))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._lists)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([700, 400])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        card = QVBoxLayout()
        card.setContentsMargins(20, 4, 20, 12)
        card.addWidget(self.verdict)
        layout.addLayout(card)
        layout.addLayout(above)
        layout.addWidget(split, 1)

    def page_actions(self) -> Sequence[ActionSpec]:
        """What can be done on the page."""
        return (
            ActionSpec(
                "readiness.print",
                "Readiness assessment",
                self.open_document,
                "file-text",
                menu="Evaluate",
                page="readiness",
                primary=True,
                tip="Preview, save or print the assessment",
            ),
            ActionSpec(
                "readiness.override",
                "Assess otherwise…",
                self.ask_override,
                "edit",
                enabled_when=lambda: self._chosen is not None and not self.context.read_only,
                menu="Evaluate",
                page="readiness",
            ),
        )

    def open_document(self) -> None:
        """Show the assessment as it will be printed."""
        self.context.settings.put(WANTED_DOCUMENT, _DOCUMENT)
        self.context.go("documents")

    def _show(self, found: ReadinessAssessment) -> None:
        self._found = found
        self.verdict.show_assessment(found)
        whole = found.exercise
        said = f"{whole.criteria_rated:,} of {whole.criteria_planned:,} criteria rated"
        self.set_headline(said if whole.criteria_planned else "no criteria are written")
        self._show_kind()

    def _show_kind(self) -> None:
        if self._found is None:
            return
        place = max(self._kinds.checkedId(), 0)
        chosen = self._chosen.id if self._chosen else ""
        subjects = getattr(self._found, _KINDS[place][0])
        self.model.show_subjects(subjects, self._found.scale)
        self._lists.setCurrentIndex(0 if subjects else place + 1)
        row = self.model.row_of(chosen)
        if row >= 0:
            self.table.selectRow(row)
            self._choose()
        elif self._chosen is not None and self._chosen.kind == "exercise":
            self._choose_exercise()
        else:
            self.table.selectRow(0)
            self._choose()

    def _choose(self) -> None:
        self._explain(self.model.subject(self.table.currentIndex().row()))

    def _choose_exercise(self) -> None:
        if self._found is not None:
            self.table.clearSelection()
            self._explain(self._found.exercise)

    def _explain(self, subject: Subject | None) -> None:
        if self._found is not None:
            self._chosen = subject
            self.detail.show_subject(subject, self._found)

    def ask_override(self) -> None:
        """Open the dialog in which an officer assesses the subject chosen."""
        if self._chosen is not None and self._found is not None:
            row = self.context.ask(exercise)
            role = row.assessor or row.oce
            OverrideDialog(self, self._chosen, self._found.scale, role, self._override).open()

    def _override(self, value: str, decided_by: str, reason: str) -> None:
        if self._chosen is not None:
            self.context.workspace.do(
                override_assessment,
                self._chosen.kind,
                self._chosen.id,
                value,
                computed=self._chosen.assessment.computed.grade_code,
                decided_by=decided_by,
                reason=reason,
            )

    def _withdraw(self) -> None:
        if self._chosen is not None:
            self.context.do(withdraw_override, self._chosen.kind, self._chosen.id)
            self.context.offer_undo("The computed grade stands again")
