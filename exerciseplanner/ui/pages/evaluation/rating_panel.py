"""The list of what is to be rated beside the form on which it is rated."""

from __future__ import annotations

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

from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.pages.evaluation.rating_form import RatingForm
from exerciseplanner.ui.pages.evaluation.sheet import (
    SHOWING,
    criteria_tree,
    hint_of,
    injects_table,
)
from exerciseplanner.ui.pages.evaluation.subject_facts import facts_of
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.parts import caption, ignoring_arguments
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.ui.widgets.record_tree import RecordTree
from exerciseplanner.workspace.changes import Changes
from exerciseplanner.workspace.evaluators import EvaluatorRow
from exerciseplanner.workspace.operations.ratings import rate, withdraw_rating
from exerciseplanner.workspace.queries.evaluation_sheet import SheetRow, ratings_of
from exerciseplanner.workspace.queries.exercise import rating_scale_in_force

_NOTHING = "Choose a criterion to rate it. Criteria are written on the page Objectives."


class RatingPanel(QWidget):
    """One evaluator's work: choose a line, rate it, go on to the next."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._person: EvaluatorRow | None = None
        self._row: SheetRow | None = None
        self._kind = "criteria"
        scale = context.ask(rating_scale_in_force)
        self.tree: RecordTree = criteria_tree(context, "")
        self.table: RecordTable = injects_table(context, "")
        self.form = RatingForm(scale)
        self._right = QStackedWidget()
        self._right.addWidget(EmptyState(_NOTHING, icon_name="clipboard-check"))
        self._right.addWidget(self.form)
        self._lists = QStackedWidget()
        self._showing = QButtonGroup(self)
        for view in (self.tree, self.table):
            self._lists.addWidget(view)
            view.chosen.connect(ignoring_arguments(self._choose))
            self.form.listen_to(view.view)
        self._keys = caption(hint_of(scale))
        self.tree.rows_changed.connect(self._open_at_first)
        self._lay_out()
        self.form.rated.connect(self._rate)
        self.form.withdrawn.connect(self._withdraw)
        self.form.setEnabled(not context.read_only)
        context.live.changed.connect(self._hear)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(20, 0, 12, 6)
        above.setSpacing(6)
        for place, (name, (title, _)) in enumerate(SHOWING.items()):
            made = QPushButton(title)
            made.setCheckable(True)
            made.setProperty("chip", True)
            made.setChecked(name == "all")
            self._showing.addButton(made, place)
            above.addWidget(made)
        above.addStretch(1)
        self._showing.idClicked.connect(ignoring_arguments(self._show_only))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self._lists, 1)
        self._keys.setContentsMargins(20, 4, 12, 8)
        column.addWidget(self._keys)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self._right)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([640, 440])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    @property
    def _view(self) -> RecordTree | RecordTable:
        return self.tree if self._kind == "criteria" else self.table

    def rate_as(self, person: EvaluatorRow) -> None:
        """Rate as this evaluator from now on."""
        before, self._person = self._person, person
        if before is None or before.id != person.id:
            self.tree.ask_again(person.id)
            self.table.ask_again(person.id)
            self.tree.expand_all()
        self._show_form()

    def show_kind(self, kind: str) -> None:
        """Show `criteria` or `injects`."""
        if kind != self._kind:
            self._kind = kind
            self._lists.setCurrentWidget(self._view)
            self._choose()

    def set_filter(self, text: str) -> None:
        """Show only lines that contain every word."""
        self.tree.set_filter(text)
        self.table.set_filter(text)

    def select(self, row_id: str) -> None:
        """Select a line."""
        self._view.select([row_id])

    def subject(self) -> SheetRow | None:
        """The line that is selected."""
        return self._row

    def go_to_next(self) -> None:
        """Select the next line that this evaluator has not rated."""
        rows = [row for row in self._view.rows_shown() if row.noun != "objective"]
        ids = [row.id for row in rows]
        start = ids.index(self._row.id) + 1 if self._row and self._row.id in ids else 0
        for row in rows[start:] + rows[:start]:
            if not row.mine:
                self._view.select([row.id])
                return
        self._context.notices.say("Everything shown is rated", "ok")

    def _open_at_first(self) -> None:
        if self.tree.rows_shown():
            self.tree.rows_changed.disconnect(self._open_at_first)
            self.tree.expand_all()

    def _show_only(self) -> None:
        name = list(SHOWING)[max(self._showing.checkedId(), 0)]
        predicate = None if name == "all" else SHOWING[name][1]
        for view in (self.tree, self.table):
            view.set_predicate(predicate)
        self.tree.expand_all()

    def _choose(self) -> None:
        self.form.keep_note()
        rows = self._view.selected_rows()
        self._row = rows[0] if rows else None
        self._show_form()

    def _show_form(self) -> None:
        row, person = self._row, self._person
        if row is None or person is None or row.noun == "objective":
            self._right.setCurrentIndex(0)
            return
        self.form.show_subject(f"{row.code}  {row.title}".strip(), facts_of(self._context, row))
        self._show_ratings()
        self._right.setCurrentWidget(self.form)

    def _show_ratings(self) -> None:
        if self._row is None or self._person is None:
            return
        subject = self._context.ask(ratings_of, self._row.noun, self._row.id)
        self.form.show_ratings(subject, self._person.code, is_lead=bool(self._person.lead))

    def _rate(self, value: str, note: str, resolves: bool) -> None:
        if self._row is not None and self._person is not None:
            row = self._row
            self._context.do(
                rate, self._person.id, row.noun, row.id, value, note, resolves=resolves
            )

    def _withdraw(self) -> None:
        if self._row is not None and self._person is not None:
            self._context.do(withdraw_rating, self._person.id, self._row.noun, self._row.id)

    def _hear(self, changes: Changes) -> None:
        if changes.touches(ratings_of.watches) and self.isVisible():
            self._show_ratings()
