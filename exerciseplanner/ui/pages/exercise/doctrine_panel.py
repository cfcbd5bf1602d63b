"""The doctrine of the exercise: kinds of term at the left, their terms at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from exerciseplanner.domain.doctrine_kinds import STATES, TERM_KINDS, term_kind
from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.pages.exercise.moves import MovesPanel
from exerciseplanner.ui.pages.exercise.term_table import TermTable
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.parts import button, flat_button, heading, muted, row, tight
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.workspace.queries.doctrine import KindLine, term_kinds


class DoctrinePanel(QWidget):
    """Choose a kind, see and change its terms; states have their moves below."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._views: dict[str, QWidget] = {}
        self.tables: dict[str, TermTable] = {}
        self.moves: dict[str, MovesPanel] = {}
        self.kind = ""
        self._filter = ""
        self.kinds = self._kinds()
        self._stack = QStackedWidget()
        self._title = heading("")
        self._says = muted("", wrap=True)
        self._verify = QPushButton("To verify")
        self._verify.setCheckable(True)
        self._verify.setProperty("chip", True)
        self._verify.toggled.connect(self._narrow)
        self._new = button("New term", "plus", run=self.add_term)
        self._new.setEnabled(not context.read_only)
        self._lay_out()
        self.kinds.chosen.connect(self._choose)
        self.kinds.rows_changed.connect(self._begin)

    def open(self, kind: str) -> None:
        """Show the terms of a kind."""
        if kind == self.kind:
            return
        self.kind = kind
        described = term_kind(kind)
        self._title.setText(described.plural)
        self._says.setText(described.says)
        self._new.setText(f"New {described.singular}")
        if kind not in self._views:
            self._views[kind] = self._view(kind)
            self._stack.addWidget(self._views[kind])
        self._stack.setCurrentWidget(self._views[kind])
        self.tables[kind].set_filter(self._filter)
        self._narrow(self._verify.isChecked())
        self.kinds.select([kind])

    def table(self) -> TermTable:
        """The table of the kind in sight."""
        return self.tables[self.kind or TERM_KINDS[0].kind]

    def add_term(self) -> None:
        """Add a term of the kind in sight."""
        self.table().add()

    def show_to_verify(self) -> None:
        """Show what must be verified, at the kind in sight or the first that has some."""
        lines = {line.id: line for line in self._context.ask(term_kinds)}
        if not lines[self.kind or TERM_KINDS[0].kind].to_verify:
            found = next((line.id for line in lines.values() if line.to_verify), "")
            if not found:
                self._context.notices.say("Every term is confirmed or recalled; none is doubtful.")
                return
            self.open(found)
        self._verify.setChecked(True)

    def set_filter(self, text: str) -> None:
        """Show only terms that contain every word."""
        self._filter = text
        if self.kind:
            self.table().set_filter(text)

    def _kinds(self) -> RecordTable:
        table = RecordTable(
            self._context.live,
            (
                ColumnSpec("name", "Kind of term", width=172, grows=True),
                ColumnSpec("terms", "Terms", width=52, align="right"),
                ColumnSpec("to_verify", "Verify", text=_to_verify, width=52, align="right",
                           tone=lambda line: "warn"),
            ),
            term_kinds,
            name="term-kinds",
            vocabulary=self._context.vocabulary,
        )  # fmt: skip
        table.view.setAccessibleName("Kinds of term")
        table.footer.hide()
        return table

    def _view(self, kind: str) -> QWidget:
        self.tables[kind] = TermTable(self._context, kind)
        if kind not in STATES:
            return self.tables[kind]
        self.moves[kind] = MovesPanel(self._context, kind)
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.tables[kind])
        both.addWidget(self.moves[kind])
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        return both

    def _lay_out(self) -> None:
        up = flat_button("arrow-up", "Move up (Alt+Up)", lambda: self.table().move_selected(-1))
        down = flat_button("arrow-down", "Move down (Alt+Down)",
                           lambda: self.table().move_selected(1))  # fmt: skip
        for each in (up, down):
            each.setEnabled(not self._context.read_only)
        right = QWidget()
        inside = QVBoxLayout(right)
        tight(inside)
        inside.addWidget(row(self._title, None, self._verify, up, down, self._new,
                             margins=(11, 0, 16, 0)))  # fmt: skip
        inside.addWidget(row(self._says, margins=(11, 2, 16, 8)))
        inside.addWidget(self._stack, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.kinds)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([theme.scaled(300), theme.scaled(908)])
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(split)

    def _begin(self) -> None:
        if not self.kind:
            self.open(TERM_KINDS[0].kind)

    def _choose(self, ids: tuple[str, ...]) -> None:
        if len(ids) == 1:
            self.open(ids[0])

    def _narrow(self, only: bool) -> None:
        if self.kind:
            self.table().show_only_to_verify(only)


def _to_verify(line: KindLine) -> str:
    return str(line.to_verify) if line.to_verify else ""
