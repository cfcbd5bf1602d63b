"""How much of everything there is; each figure leads to its page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.widgets.parts import caption, figure, ignoring_arguments
from exerciseplanner.workspace.readiness import ReadinessAssessment

_SHOWN = (
    ("participant", "participants", "forces"),
    ("unit", "units", "forces"),
    ("objective", "objectives", "objectives"),
    ("interoperability_objective", "interoperability", "objectives"),
    ("threat", "threats", "injects"),
    ("inject", "injects", "injects"),
    ("rated", "criteria rated", "evaluation"),
    ("grade", "readiness", "readiness"),
)


class Quantity(QPushButton):
    """One figure with its caption; leads to a page."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Quantity")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = words
        self._figure = figure("–")
        self._caption = caption(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(0)
        for part in (self._figure, self._caption):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)
        hint = layout.sizeHint()
        self.setMinimumHeight(hint.height())

    def say(self, text: str, words: str = "") -> None:
        """Show another figure, and where given another caption."""
        self._figure.setText(text)
        if words:
            self._words = words
            self._caption.setText(words)
        self.setAccessibleName(f"{text} {self._words}")


class QuantitiesCard(QWidget):
    """The row of figures."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._figures: dict[str, Quantity] = {}
        for name, words, page in _SHOWN:
            made = Quantity(words)
            made.clicked.connect(ignoring_arguments(partial(context.go, page)))
            layout.addWidget(made, 1)
            self._figures[name] = made

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many rows each noun has."""
        for name, made in self._figures.items():
            if name in counts:
                made.say(str(counts[name]))

    def show_assessment(self, assessed: ReadinessAssessment) -> None:
        """Show how far the evaluation has come and the grade."""
        whole = assessed.exercise
        self._figures["rated"].say(
            str(whole.criteria_rated), f"of {whole.criteria_planned} criteria rated"
        )
        reading = whole.assessment.reading
        rated = whole.assessment.override is not None or whole.assessment.computed.is_rated
        self._figures["grade"].say(reading if rated else "–", "readiness" if rated else reading)
