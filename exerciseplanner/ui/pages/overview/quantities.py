"""How much of everything there is; each figure leads to its page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.widgets.click_card import ClickCard
from exerciseplanner.ui.widgets.parts import caption, figure
from exerciseplanner.workspace.readiness import ReadinessAssessment

_SHOWN = (
    ("participant", "participants", "participants"),
    ("unit", "units", "forces"),
    ("objective", "objectives", "objectives"),
    ("test_case", "test cases", "interoperability"),
    ("threat", "threats", "objectives"),
    ("inject", "injects", "injects"),
    ("rated", "criteria rated", "evaluation"),
    ("grade", "readiness", "readiness"),
)


class Quantity(ClickCard):
    """One figure with its caption; leads to a page."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._figure = figure("–")
        self._caption = caption(words)
        self._caption.setWordWrap(True)
        self.content.setSpacing(0)
        self.content.addWidget(self._figure)
        self.content.addWidget(self._caption)
        self.content.addStretch(1)

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
            made.clicked.connect(partial(context.go, page))
            layout.addWidget(made, 1)
            self._figures[name] = made

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many rows each noun has."""
        for name, made in self._figures.items():
            if name in counts:
                count, noun = counts[name], NOUNS[name]
                made.say(f"{count:,}", noun.singular if count == 1 else noun.plural)

    def show_assessment(self, assessed: ReadinessAssessment) -> None:
        """Show how far the evaluation has come and the grade."""
        whole = assessed.exercise
        planned = f"of {whole.criteria_planned:,} criteria rated"
        self._figures["rated"].say(
            f"{whole.criteria_rated:,}", planned if whole.criteria_planned else "criteria"
        )
        reading = whole.assessment.reading
        rated = whole.assessment.override is not None or whole.assessment.computed.is_rated
        self._figures["grade"].say(reading if rated else "–", "readiness" if rated else reading)
