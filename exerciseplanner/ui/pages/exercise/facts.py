"""The facts of the exercise as cards of fields."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from exerciseplanner.domain.rollup import RollUpRule
from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.pages.exercise.dates_card import DatesCard
from exerciseplanner.ui.pages.exercise.marking_card import MarkingCard
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.form import Form
from exerciseplanner.ui.widgets.parts import Card, caption, muted, tight
from exerciseplanner.workspace.queries import exercise

_IDENTIFICATION = (
    "name", "aim", "kind", "level", "character", "scenario", "area", "reference", "notice",
)  # fmt: skip
_DIRECTION = ("ose", "oce", "ode")
_ASSESSMENT = ("scale", "rollup_rule", "assessor", "assessment_final", "paper")
_WIDEST = 1240


class FactsPanel(QWidget):
    """Identification at the left; dates, direction, marking and assessment at the right."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.identification = self._form(_IDENTIFICATION)
        self.direction = self._form(_DIRECTION)
        self.assessment = self._form(_ASSESSMENT)
        self.dates = DatesCard(context)
        self.marking = MarkingCard(context)
        self._rule = muted("", wrap=True)
        self._final = muted("", wrap=True)
        self._pack = caption("")
        self._pack.setWordWrap(True)
        self._lay_out()
        context.follow(self, exercise.exercise, self.show_exercise)

    def show_exercise(self, row: exercise.ExerciseRow) -> None:
        """Show the exercise as it stands."""
        values = [row._asdict()]
        for form in (self.identification, self.direction, self.assessment):
            form.show_rows(values)
        self.dates.show_exercise(row)
        self.marking.show_exercise(row)
        rule = RollUpRule("lowest" if row.rollup_rule == "lowest" else "weighted")
        self._rule.setText(rule.words)
        self._final.setText(
            "The assessment is printed as final."
            if row.assessment_final
            else "Until it is final, the assessment is printed as DRAFT."
        )
        self._pack.setText(f"Doctrine: {row.doctrine_title} ({row.doctrine})")

    def _form(self, fields: Iterable[str]) -> Form:
        context = self._context
        return Form(
            "exercise", context.vocabulary, context.commit("exercise"), follow=context.show,
            fields=fields,
        )  # fmt: skip

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setContentsMargins(20, 0, 20, 20)
        columns.setSpacing(12)
        direction, assessment = _card(self.direction), _card(self.assessment)
        assessment.content.addWidget(self._rule)
        assessment.content.addWidget(self._final)
        identification = _card(self.identification)
        identification.content.addWidget(self._pack)
        for cards in ((identification, direction), (self.dates, self.marking, assessment)):
            column = QVBoxLayout()
            tight(column, 12)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        inside = QWidget()
        inside.setLayout(columns)
        inside.setMaximumWidth(theme.scaled(_WIDEST))
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(area)


def _card(form: Form) -> Card:
    made = Card()
    made.content.addWidget(form)
    return made
