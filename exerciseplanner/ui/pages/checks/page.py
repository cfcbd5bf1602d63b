"""The Checks page: everything in the plan that breaks a rule, why it does, and what settles it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.ui.pages import Page, PageContext
from exerciseplanner.ui.widgets.actions import ActionSpec
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

    def page_actions(self) -> Sequence[ActionSpec]:
        """Copying what is listed, and setting aside what is chosen."""
        return (
            ActionSpec(
                "checks.copy_all", "Copy as text", self.panel.copy_listed, "copy",
                tip="Puts every problem that is listed on the clipboard",
            ),
            ActionSpec(
                "checks.dismiss", "Dismiss or bring back", self.panel.turn_marked, "eye-off",
                enabled_when=lambda: not self.context.read_only,
                tip="Sets the chosen problems aside with a reason, or lets them stand again",
            ),
        )  # fmt: skip

    def apply_filter(self, text: str) -> None:
        """Show only what contains every word."""
        self.panel.apply_filter(text)

    def _count(self) -> None:
        problems = self.context.problems
        aside = f"{len(problems.dismissed):,} dismissed" if problems.dismissed else ""
        self.set_headline(" · ".join(part for part in (problems.counts, aside) if part))
