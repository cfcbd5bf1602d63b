"""The matrix with its filters and legend, and beside it the cell chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.domain.interoperability_marks import (
    READINGS,
    Mark,
    Reading,
    legend,
    mark_of,
)
from exerciseplanner.ui.pages.interoperability.cell_panel import CellPanel
from exerciseplanner.ui.pages.interoperability.matrix_grid import MatrixGrid
from exerciseplanner.ui.pages.interoperability.matrix_painting import Swatch
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.flow import FlowLayout, flowing
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import button, caption, clear, muted, row, tight
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.interoperability import standards
from exerciseplanner.workspace.queries.interoperability_matrix import (
    Cell,
    Matrix,
    interoperability_matrix,
)
from exerciseplanner.workspace.queries.interoperability_scopes import MOST_PARTIES, Party
from exerciseplanner.workspace.queries.participants import participants

_LEAST = 760
_SCOPES = (("participant", "Participants"), ("unit", "Units"), ("system", "Systems"))


class MatrixPanel(QWidget):
    """Who against whom: chosen by reading, scope, standard, dimension and domain."""

    def __init__(
        self, context: PageContext, empty: EmptyState, add_case: Callable[[str, str, str], object]
    ) -> None:
        super().__init__()
        self._context = context
        self.matrix: Matrix | None = None
        self._among: tuple[str, ...] = ()
        self._words: tuple[str, ...] = ()
        self.reading = _chooser("Reading", READINGS)
        self.scope = _chooser("Who", _SCOPES)
        self.standard = _chooser("Standard", (("", "Standard"),))
        self.dimension = _chooser("Dimension", (("", "Dimension"),))
        self.domain = _chooser("Domain", (("", "Domain"),))
        self.spiral = _chooser("FMN spiral", (("", "Spiral"),))
        self.grid = MatrixGrid(self.explain)
        self.whole = button("", "arrow-left", run=self.show_whole)
        self.whole.setToolTip("Back to the matrix of all participants")
        self.whole.hide()
        self.cell = CellPanel(context, add_case, self.grid.choose, self.zoom)
        self._legend = FlowLayout()
        self._legend.setSpacing(12)
        self._foot, self._nobody = QWidget(), muted("", wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._filled())
        self._stack.addWidget(empty)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self._stack)
        self.grid.chosen.connect(self._show_cell)
        self.grid.opened.connect(self.zoom)
        self.reading.currentIndexChanged.connect(lambda _: self._draw())
        self._following = context.follow(self, interoperability_matrix, self._show)
        for each in (self.scope, self.standard, self.dimension, self.domain, self.spiral):
            each.currentIndexChanged.connect(lambda _: self._ask())
        context.follow(self, standards, lambda _: self._fill_choosers())

    def zoom(self, provider: str, consumer: str) -> None:
        """From two participants to their units; from units no further."""
        if self.scope.currentData() != "participant":
            return
        codes = {row.id: row.code for row in self._context.ask(participants)}
        self._among = (provider, consumer)
        self.whole.setText(f"Units of {codes[provider]} and {codes[consumer]}")
        self.whole.show()
        self.scope.setCurrentIndex(self.scope.findData("unit"))

    def show_whole(self) -> None:
        """All participants against each other again, the cursor where it was."""
        pair = self._among
        self._among = ()
        self.whole.hide()
        if self.scope.currentData() == "participant":
            self._ask()
        self.scope.setCurrentIndex(self.scope.findData("participant"))
        if pair:
            self.grid.choose(pair[0], pair[1])

    def set_filter(self, text: str) -> None:
        """Show only whom one of the words names, and with whom they have something planned."""
        self._words = tuple(text.casefold().split())
        self._draw()

    def explain(self, provider: str, consumer: str) -> str:
        """A cell in a sentence or two."""
        if self.matrix is None or (provider, consumer) not in self.matrix.cells:
            return ""
        codes = {each.id: each.code for each in self.matrix.parties}
        cell = self.matrix.cells[provider, consumer]
        said = [f"{codes[provider]} to {codes[consumer]}"]
        if cell.tested.planned:
            overall = self._names().get(cell.tested.overall, "no result yet")
            said.append(f"{cell.tested.tested} of {cell.tested.planned} tested: {overall}")
        if cell.tested.differing:
            said.append(f"Results do not fit together in {cell.tested.differing}")
        return "\n".join((*said, *cell.lacking, cell.expected.text))

    def choose(self, provider: str, consumer: str) -> None:
        """Put the cursor on a cell."""
        self.grid.choose(provider, consumer)

    def _filled(self) -> QWidget:
        choosers = (self.reading, self.scope, self.standard, self.dimension, self.domain)
        every = (self.whole, *choosers, self.spiral)
        holder = flowing(*every, spacing=8, margins=(20, 0, 16, 4))
        self._foot.setLayout(self._legend)
        self._foot.setContentsMargins(20, 2, 16, 6)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        left = QWidget()
        lines = QVBoxLayout(left)
        tight(lines)
        lines.addWidget(holder)
        lines.addWidget(self.grid, 1)
        lines.addWidget(self._nobody, 1)
        lines.addWidget(self._foot)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self.cell)
        split.setStretchFactor(0, 1)
        split.setSizes([760, 340])
        split.setChildrenCollapsible(False)
        return split

    def _ask(self) -> None:
        scope = self.scope.currentData()
        if scope == "participant" and self._among:
            self.show_whole()
            return
        self._following.ask(
            scope,
            self.standard.currentData(),
            self.dimension.currentData(),
            self.domain.currentData(),
            self.spiral.currentData(),
            self._among,
        )

    def _show(self, matrix: Matrix) -> None:
        self.matrix = matrix
        choosers = (self.standard, self.dimension, self.domain, self.spiral)
        filtered = any(each.currentData() for each in choosers)
        empty = not matrix.parties and matrix.scope == "participant" and not filtered
        self._stack.setCurrentIndex(1 if empty else 0)
        self._draw()
        pair = self.grid.pair()
        if pair:
            self._show_cell(*pair)
        else:
            cells = matrix.cells.values()
            self.cell.show_nothing(
                begun=filtered or any(each.cases or each.required for each in cells)
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, what stands behind a cell comes when one is chosen."""
        super().resizeEvent(event)
        is_wide = self.width() >= theme.scaled(_LEAST)
        self.cell.setVisible(is_wide or self.grid.pair() is not None)

    def _show_cell(self, provider: str, consumer: str) -> None:
        if self.matrix is not None:
            self.cell.show_cell(self.matrix, provider, consumer)
            self.cell.show()

    def _draw(self) -> None:
        if self.matrix is None:
            return
        reading = cast(Reading, self.reading.currentData())
        marks = {pair: self._mark(reading, cell) for pair, cell in self.matrix.cells.items()}
        parties = self._sifted(self.matrix)
        self.grid.show_marks(parties, marks)
        self._show_legend(reading, flagged=any(mark.flagged for mark in marks.values()))
        for part in (self.grid, self._foot):
            part.setVisible(bool(parties))
        said = self._said(parties)
        self._nobody.setVisible(not parties)
        self._nobody.setText(f"{said}.")
        if said:
            self._legend.addWidget(caption(said))

    def _sifted(self, matrix: Matrix) -> tuple[Party, ...]:
        """Whoever has one of the words in code or name, and whom something is planned with."""
        if not self._words:
            return matrix.parties
        named = {
            each.id
            for each in matrix.parties
            if any(word in f"{each.code} {each.name}".casefold() for word in self._words)
        }
        concerned = {
            end
            for pair, cell in matrix.cells.items()
            if (cell.tested.planned or cell.required) and named & set(pair)
            for end in pair
        }
        return tuple(each for each in matrix.parties if each.id in named | concerned)

    def _mark(self, reading: Reading, cell: Cell) -> Mark:
        assert self.matrix is not None
        needed = bool(cell.required or (reading == "expected" and cell.tested.planned))
        return mark_of(
            reading,
            cell.expected,
            cell.tested,
            self.matrix.scale,
            needed=needed,
            lacking=bool(cell.lacking),
        )

    def _said(self, shown: Sequence[Party]) -> str:
        assert self.matrix is not None
        if self.matrix.parties and not shown:
            return f"No {self.matrix.scope} of the matrix has such a code or name"
        if self.matrix.left_out:
            return f"{MOST_PARTIES} shown, {self.matrix.left_out:,} more: choose a standard"
        if not shown:
            return f"No {self.matrix.scope} holds such a standard or stands in a test case"
        return ""

    def _show_legend(self, reading: Reading, *, flagged: bool) -> None:
        assert self.matrix is not None
        clear(self._legend)
        names = self._names()
        shown = [*legend(reading, self.matrix.scale)]
        if flagged:
            shown.append((Mark("", "unrated", flagged=True), _corner(reading)))
        for mark, meaning in shown:
            said = meaning or names.get(mark.text, "")
            self._legend.addWidget(row(Swatch(mark, said), caption(said), spacing=6))

    def _names(self) -> dict[str, str]:
        return {
            each.code: each.name for each in self._context.ask(doctrine_terms, "interop_result")
        }

    def _fill_choosers(self) -> None:
        rows = self._context.ask(standards)
        terms = self._context.ask(doctrine_terms, "interop_dimension")
        codes = sorted(rows, key=lambda row: row.code)
        _fill(self.standard, [(row.id, f"{row.code}  {row.title}") for row in codes])
        _fill(self.dimension, [(term.code, term.name) for term in terms])
        domains = sorted({row.domain for row in rows if row.domain})
        _fill(self.domain, [(domain, domain) for domain in domains])
        spirals = sorted({each for row in rows for each in row.spirals.split(", ") if each})
        _fill(self.spiral, [(spiral, f"Spiral {spiral}") for spiral in spirals])


def _corner(reading: Reading) -> str:
    """What a corner of a cell means."""
    return "No path over a standard to test" if reading == "expected" else "Results do not fit"


def _chooser(name: str, options: tuple[tuple[str, str], ...]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    for code, text in options:
        made.addItem(text, code)
    return made


def _fill(chooser: QComboBox, options: list[tuple[str, str]]) -> None:
    kept = chooser.currentData()
    chooser.blockSignals(True)
    while chooser.count() > 1:
        chooser.removeItem(1)
    for code, text in options:
        chooser.addItem(text, code)
    chooser.setCurrentIndex(max(chooser.findData(kept), 0))
    chooser.blockSignals(False)
