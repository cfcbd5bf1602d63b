"""The Evaluation page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.ui.pages import Page, PageContext
from exerciseplanner.ui.pages.evaluation.observations import ObservationsPanel
from exerciseplanner.ui.pages.evaluation.rating_panel import RatingPanel
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.parts import caption, ignoring_arguments, row
from exerciseplanner.workspace.evaluators import EvaluatorRow
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.queries.evaluators import evaluators
from exerciseplanner.workspace.queries.readiness import assessment
from exerciseplanner.workspace.readiness import ReadinessAssessment

_TABS = (("criteria", "Criteria"), ("injects", "Injects"), ("observations", "Observations"))
_SETTING = "evaluation/evaluator"


class EvaluationPage(Page):
    """Choose who rates; then criteria, injects or observations."""

    filter_hint = "Filter lists"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._people: dict[str, EvaluatorRow] = {}
        self._who = QComboBox()
        self._who.setAccessibleName("Rating as")
        self._who.setMinimumWidth(280)
        self._who.currentIndexChanged.connect(ignoring_arguments(self._change_evaluator))
        self._tabs = QButtonGroup(self)
        self.rating = RatingPanel(context)
        self.observations = ObservationsPanel(context)
        self._nobody = EmptyState(
            "Nobody evaluates this exercise yet. Evaluators are independent of EXCON and trainers.",
            [ActionSpec("evaluation.first", "New evaluator", self.add_evaluator, "users")],
            icon_name="clipboard-check",
        )
        self._stack = QStackedWidget()
        for widget in (self._nobody, self.rating, self.observations):
            self._stack.addWidget(widget)
        self._lay_out()
        context.follow(self, evaluators, self._show_people)
        context.follow(self, assessment, self._count)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(20, 0, 16, 8)
        above.setSpacing(8)
        for place, (name, title) in enumerate(_TABS):
            made = QPushButton(title)
            made.setCheckable(True)
            made.setProperty("segment", True)
            made.setObjectName(f"tab-{name}")
            made.setChecked(place == 0)
            self._tabs.addButton(made, place)
            above.addWidget(made)
        self._tabs.idClicked.connect(ignoring_arguments(self._show_tab))
        above.addStretch(1)
        self._as = row(caption("Rating as"), self._who)
        above.addWidget(self._as)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(self._stack, 1)

    def page_actions(self) -> Sequence[ActionSpec]:
        """What can be done on the page."""
        writable = self._is_writable
        return (
            ActionSpec(
                "evaluation.observe", "New observation", self.add_observation, "plus",
                "Ctrl+Shift+O", enabled_when=writable, menu="Evaluate", page="evaluation",
                primary=True, tip="Write down what was seen, in the O-D-C-R form",
            ),
            ActionSpec(
                "evaluation.evaluator", "New evaluator", self.add_evaluator, "users",
                enabled_when=writable, menu="Evaluate", page="evaluation",
            ),
            ActionSpec(
                "evaluation.next", "Next not rated by me", self.rating.go_to_next, "arrow-down",
                "Ctrl+J", menu="Evaluate", page="evaluation",
            ),
            ActionSpec(
                "evaluation.self", "Edit evaluator", self._inspect_evaluator, "edit",
                enabled_when=lambda: bool(self._who.currentData()), menu="Evaluate",
                page="evaluation",
            ),
        )  # fmt: skip

    def apply_filter(self, text: str) -> None:
        """Filter the list in sight."""
        self.rating.set_filter(text)
        self.observations.table.set_filter(text)

    def show_record(self, noun: str, row_id: str) -> None:
        """Select a criterion, an observation, or an evaluator."""
        if noun == "lesson":
            self._open_tab("observations")
            self.observations.table.select([row_id])
        elif noun == "evaluator":
            self._who.setCurrentIndex(self._who.findData(row_id))
            self._inspect_evaluator()
        else:
            self._open_tab("criteria")
            self.rating.select(row_id)

    def add_evaluator(self) -> None:
        """Add an evaluator with the next code and inspect it."""
        taken = {person.code for person in self._people.values()}
        number = next(n for n in range(1, len(taken) + 2) if f"EV-{n:02d}" not in taken)
        made = self.context.do(
            VERBS["evaluator"].add,
            {"code": f"EV-{number:02d}", "title": "New evaluator", "independent": True},
        )
        if made:
            self._who.setCurrentIndex(self._who.findData(made))
            self.context.inspect("evaluator", (made,))

    def add_observation(self) -> None:
        """Add an observation about what is selected and inspect it."""
        about = self.rating.subject() if self._stack.currentWidget() is self.rating else None
        self._open_tab("observations")
        self.observations.add(str(self._who.currentData() or ""), about)

    def _show_people(self, people: tuple[EvaluatorRow, ...]) -> None:
        chosen = self._who.currentData() or self.context.settings.get(_SETTING, "")
        self._people = {person.id: person for person in people}
        self._who.blockSignals(True)
        self._who.clear()
        for person in people:
            lead = " (lead)" if person.lead else ""
            self._who.addItem(f"{person.code}  {person.title}{lead}", person.id)
        self._who.setCurrentIndex(max(self._who.findData(chosen), 0) if people else -1)
        self._who.blockSignals(False)
        self._as.setVisible(bool(people))
        self._change_evaluator()

    def _change_evaluator(self) -> None:
        person = self._people.get(str(self._who.currentData() or ""))
        if person is not None:
            self.context.settings.put(_SETTING, person.id)
            self.rating.rate_as(person)
        self._show_tab()

    def _open_tab(self, name: str) -> None:
        place = [tab for tab, _ in _TABS].index(name)
        self._tabs.button(place).setChecked(True)
        self._show_tab()

    def _show_tab(self) -> None:
        name = _TABS[max(self._tabs.checkedId(), 0)][0]
        if name == "observations":
            self._stack.setCurrentWidget(self.observations)
        elif not self._people:
            self._stack.setCurrentWidget(self._nobody)
        else:
            self.rating.show_kind(name)
            self._stack.setCurrentWidget(self.rating)

    def _count(self, found: ReadinessAssessment) -> None:
        whole = found.exercise
        open_ = sum(1 for each in found.disagreements if not each.consensus.agreed)
        said = f"{whole.criteria_rated:,} of {whole.criteria_planned:,} criteria rated"
        if not whole.criteria_planned:
            said = "no criteria are written"
        differ = f" · {open_:,} disagreement{'s' if open_ > 1 else ''} open" if open_ else ""
        self.set_headline(said + differ)

    def _inspect_evaluator(self) -> None:
        if self._who.currentData():
            self.context.inspect("evaluator", (str(self._who.currentData()),))

    def _is_writable(self) -> bool:
        return not self.context.read_only
