"""One cell of the matrix in full: what is expected, its cases with both sides' results."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from exerciseplanner.domain.interoperability_marks import result_tone
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.standards import TEST_CASE
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.editors import FieldEditor, editor_for
from exerciseplanner.ui.widgets.linked_list import ElidingLink
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import (
    body,
    button,
    caption,
    chip,
    clear,
    heading,
    line,
    link,
    muted,
    row,
    tight,
)
from exerciseplanner.workspace.queries.interoperability_matrix import Cell, Matrix
from exerciseplanner.workspace.queries.interoperability_plan import (
    InteroperabilityLine,
    interoperability_plan,
)

_TONES = {"good": "ok", "weak": "warn", "worst": "danger"}
_HINT = (
    "Choose a cell: the provider stands beside, the consumer above. Its test cases, and what "
    "can be expected before anything is tested, come here. A corner marks results that do not "
    "fit together, or a standard to be tested over which there is no path."
)
_BEGIN = (
    "No test is planned between these yet. Choose a cell to add its first test case: the provider "
    "stands beside, the consumer above. Reading the matrix as Expected shows where the standards "
    "that units hold make a path."
)
_SIDES = (
    ("provider_result", "provider"),
    ("consumer_result", "consumer"),
    ("result", ""),
)


class CellPanel(QScrollArea):
    """What stands behind the cell chosen; results are edited here."""

    def __init__(
        self,
        context: PageContext,
        add_case: Callable[[str, str, str], object],
        turn: Callable[[str, str], object],
        zoom: Callable[[str, str], object],
    ) -> None:
        super().__init__()
        self._context, self._add_case, self._turn, self._zoom = context, add_case, turn, zoom
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Cell of the matrix")
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(16, 4, 16, 16)
        self._lines.setSpacing(6)
        self.setWidget(inside)
        self.show_nothing()

    def show_nothing(self, *, begun: bool = True) -> None:
        """Say what belongs here, or how to begin where nothing is planned."""
        clear(self._lines)
        self._lines.addWidget(muted(_HINT if begun else _BEGIN, wrap=True))
        self._lines.addStretch(1)

    def show_cell(self, matrix: Matrix, provider: str, consumer: str) -> None:
        """Show one direction between two parties."""
        cell = matrix.cells.get((provider, consumer))
        names = {each.id: each for each in matrix.parties}
        if cell is None:
            self.show_nothing()
            return
        clear(self._lines)
        one, other = names[provider], names[consumer]
        self._lines.addWidget(heading(f"{one.code} → {other.code}"))
        self._lines.addWidget(muted(f"{one.name} to {other.name}", wrap=True))
        ways = [link(f"{other.code} → {one.code}", partial(self._turn, consumer, provider))]
        if matrix.scope == "participant":
            inside = link("Unit by unit", partial(self._zoom, provider, consumer))
            inside.setToolTip("The units of both against each other (Enter)")
            ways.append(inside)
        self._lines.addWidget(row(*ways, None, spacing=12))
        self._say_expected(cell)
        self._say_cases(cell, matrix)
        self._lines.addStretch(1)

    def _say_expected(self, cell: Cell) -> None:
        self._begin("EXPECTED")
        self._lines.addWidget(body(cell.expected.text))
        for each in cell.lacking:
            self._lines.addWidget(body(f"▲ {each}"))
        if cell.required:
            self._lines.addWidget(body(f"Required by {', '.join(cell.required)}."))

    def _say_cases(self, cell: Cell, matrix: Matrix) -> None:
        tested = cell.tested
        said = f"TEST CASES  {tested.tested} of {tested.planned} tested"
        self._begin(said if tested.planned else "TEST CASES")
        wanted = set(cell.cases)
        for case in self._context.ask(interoperability_plan):
            if case.id in wanted:
                tone = _TONES.get(result_tone(case.overall, matrix.scale), "muted")
                self._lines.addWidget(CaseCard(self._context, case, tone))
        if not tested.planned:
            self._lines.addWidget(muted("None is planned.", wrap=True))
        if not self._context.read_only:
            add = button("Add test case", "plus", run=partial(self._add, cell, matrix))
            self._lines.addWidget(row(add, None))

    def _begin(self, title: str) -> None:
        """A caption over what follows, set apart from what stands before."""
        self._lines.addSpacing(theme.scaled(10))
        self._lines.addWidget(caption(title))

    def _add(self, cell: Cell, matrix: Matrix) -> None:
        pair = next(pair for pair, each in matrix.cells.items() if each is cell)
        self._add_case(matrix.scope, *pair)


class CaseCard(QFrame):
    """One test case: what is tested, what each side says, and what does not fit."""

    def __init__(self, context: PageContext, case: InteroperabilityLine, tone: str) -> None:
        super().__init__()
        self._context, self._case = context, case
        self.setObjectName("Card")
        self.editors: dict[str, FieldEditor] = {}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 8, 12, 10)
        lines.setSpacing(4)
        title = ElidingLink(f"{case.code}  {case.title}", self._inspect)
        mark = chip(case.overall or "–", tone)
        mark.setToolTip("Agreed result, or the worse of both sides' while none is agreed")
        head = QWidget()
        box = QGridLayout(head)
        tight(box, 8)
        box.addWidget(title, 0, 0)
        box.addWidget(mark, 0, 1)
        box.setColumnStretch(0, 1)
        lines.addWidget(head)
        by = f"through {case.mediator}" if case.mediator else ""
        facts = (case.objective, case.standard, case.edition, case.dimension, case.profile, by)
        lines.addWidget(caption(" · ".join(fact for fact in facts if fact)))
        lines.addWidget(self._results())
        for each in case.disparities:
            lines.addWidget(body(f"▲ {each[0].upper()}{each[1:]}."))
        lines.addWidget(line())
        lines.addWidget(caption(_exercised(case.injects)))

    def _results(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        tight(grid, 4)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for place, (name, side) in enumerate(_SIDES):
            field = TEST_CASE.field(name)
            editor = editor_for(field, self._context.vocabulary)
            editor.set_value(getattr(self._case, name))
            editor.set_read_only(self._context.read_only)
            editor.committed.connect(partial(self._commit, name))
            said = getattr(self._case, side) if side else "Agreed"
            editor.input.setAccessibleName(f"{said}: {field.label}")
            grid.addWidget(caption(said), place, 0)
            grid.addWidget(editor, place, 1)
            self.editors[name] = editor
        return holder

    def _commit(self, name: str, value: object) -> None:
        commit = self._context.commit("test_case")
        if commit is None:
            return
        try:
            commit((self._case.id,), name, value)
        except Refusal as refusal:
            self.editors[name].show_refusal(str(refusal))

    def _inspect(self) -> None:
        self._context.inspect("test_case", (self._case.id,))


def _exercised(injects: int) -> str:
    if not injects:
        return "▲ No inject exercises it"
    return "Exercised by 1 inject" if injects == 1 else f"Exercised by {injects:,} injects"
