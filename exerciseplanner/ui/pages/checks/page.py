"""The Checks page."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.ui.pages import Page, PageContext
from exerciseplanner.ui.widgets.problem_panel import ProblemPanel


class ChecksPage(Page):
    """Every problem of the plan, listed anew after each change."""

    filter_hint = "Filter problems"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.panel = ProblemPanel(context, has_filter=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 4, 20, 12)
        layout.addWidget(self.panel)
        context.problems.changed.connect(self._count)
        self._count()

    def apply_filter(self, text: str) -> None:
        """Show only what contains every word."""
        self.panel.apply_filter(text)

    def _count(self) -> None:
        self.set_headline(self.context.problems.counts)
