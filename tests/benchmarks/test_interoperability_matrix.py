"""How fast the interoperability matrix is painted: sixty participants, every cell filled."""

from __future__ import annotations

from exerciseplanner.domain.interoperability_marks import Mark
from exerciseplanner.ui.pages.interoperability.matrix_grid import MatrixGrid
from exerciseplanner.workspace.queries.interoperability_scopes import Party

PARTIES = 60


def test_that_sixty_by_sixty_cells_are_repainted_in_fifty_milliseconds(qtbot, race):
    names = tuple(Party(str(n), f"N{n:02d}", f"Nation {n}") for n in range(PARTIES))
    kinds = (Mark("S", "good"), Mark("LS", "weak", True), Mark("II", "worst"), Mark("·"))
    marks = {
        (one.id, other.id): kinds[(row * 7 + column) % len(kinds)]
        for row, one in enumerate(names)
        for column, other in enumerate(names)
    }
    grid = MatrixGrid(lambda one, other: "")
    qtbot.addWidget(grid)
    grid.resize(1280, 1280)
    grid.show_marks(names, marks)
    grid.show()
    race.seconds("Matrix of 60 × 60 repainted", grid.viewport().grab, limit=0.05, rounds=20)
