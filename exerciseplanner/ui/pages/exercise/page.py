"""The Exercise page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.ui.pages import Page, PageContext
from exerciseplanner.ui.pages.exercise.doctrine_panel import DoctrinePanel
from exerciseplanner.ui.pages.exercise.events_panel import EventsPanel
from exerciseplanner.ui.pages.exercise.facts import FactsPanel
from exerciseplanner.ui.pages.exercise.markings_panel import MarkingsPanel
from exerciseplanner.ui.pages.exercise.scales_panel import ScalesPanel
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.parts import tight
from exerciseplanner.ui.widgets.segments import Segments
from exerciseplanner.workspace.queries import doctrine, exercise


class ExercisePage(Page):
    """Five views of what holds for the whole exercise."""

    filter_hint = "Filter lists"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.facts = FactsPanel(context)
        self.doctrine = DoctrinePanel(context)
        self.scales = ScalesPanel(context)
        self.markings = MarkingsPanel(context)
        self.events = EventsPanel(context)
        self.segments = Segments("exercise", context.settings)
        for name, title, panel in (
            ("facts", "Facts", self.facts),
            ("doctrine", "Doctrine", self.doctrine),
            ("scales", "Scales", self.scales),
            ("markings", "Markings", self.markings),
            ("events", "Planning events", self.events),
        ):
            self.segments.add(name, title, panel)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.segments)
        self.segments.restore()
        self._pack = ""
        context.follow(self, exercise.exercise, self._name_pack)
        context.follow(self, doctrine.term_kinds, self._count)

    def page_actions(self) -> Sequence[ActionSpec]:
        """What can be done on the page."""
        return (
            ActionSpec(
                "exercise.verify", "Terms to verify", self.show_terms_to_verify, "alert-triangle",
                menu="Exercise", page="exercise",
                tip="Terms whose source was recalled and not seen",
            ),
            ActionSpec(
                "exercise.term", "New term", self.add_term, "plus", enabled_when=self._may_write,
                menu="Exercise", page="exercise", tip="A term of the kind chosen under Doctrine",
            ),
            ActionSpec(
                "exercise.audience", "New audience", self.add_audience, "users",
                enabled_when=self._may_write, menu="Exercise", page="exercise",
                tip="A group of nations to which papers may be released",
            ),
        )  # fmt: skip

    def apply_filter(self, text: str) -> None:
        """Filter the lists of every view."""
        for panel in (self.doctrine, self.scales, self.markings, self.events):
            panel.set_filter(text)

    def show_record(self, noun: str, row_id: str) -> None:
        """Show the facts of the exercise."""
        self.segments.open("facts")

    def show_terms_to_verify(self) -> None:
        """Show the terms that must be verified, at the first kind that has some."""
        self.segments.open("doctrine")
        self.doctrine.show_to_verify()

    def add_term(self) -> None:
        """Add a term of the kind in sight."""
        self.segments.open("doctrine")
        self.doctrine.add_term()

    def add_audience(self) -> None:
        """Add an audience to the policy in sight."""
        self.segments.open("markings")
        self.markings.add_audience()

    def _name_pack(self, row: exercise.ExerciseRow) -> None:
        self._pack = f"doctrine pack {row.doctrine}"
        self._count(self.context.ask(doctrine.term_kinds))

    def _count(self, kinds: tuple[doctrine.KindLine, ...]) -> None:
        verify = sum(each.to_verify for each in kinds)
        edited = sum(each.edited for each in kinds)
        parts = [self._pack, f"{verify} terms to verify" if verify else ""]
        parts.append(f"{edited} edited here" if edited else "")
        self.set_headline(" · ".join(part for part in parts if part))

    def _may_write(self) -> bool:
        return not self.context.read_only
