"""The grids of the Participants page, worked with keys, letters and a spreadsheet's clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from exerciseplanner.ui.pages.participants.concurrence_panel import MARKS as ANSWERS
from exerciseplanner.ui.pages.participants.grid_model import Cell, ColumnHead, GridModel, RowHead
from exerciseplanner.ui.pages.participants.legal_panel import MARKS as POSITIONS
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.operations.partnership import (
    add_nations,
    set_concurrences,
    set_weights,
)
from exerciseplanner.workspace.queries.consensus_view import concurrence_view, priority_view
from exerciseplanner.workspace.queries.legal_view import agreement_view, position_view


@pytest.fixture
def window(opened):
    """An exercise with two nations and two objectives, of which an inject serves the first."""
    made = opened("empty", "participants")
    workspace = made.session.workspace
    workspace.do(edit_exercise, {"startex": "2026-11-02T06:00:00Z", "endex": 14_400})
    workspace.do(add_nations, ["NOR", "SWE"])
    first, _ = (
        workspace.do(VERBS["objective"].add, {"code": code, "title": code, "kind": "training"})
        for code in ("TO-1", "TO-2")
    )
    workspace.do(
        VERBS["inject"].add,
        {"serial": "1", "title": "Cable cut", "duration": 120, "objectives": [first]},
    )
    return made


@pytest.fixture
def page(window, page_of):
    return page_of(window)


def weights(window):
    view = window.session.workspace.ask(priority_view)
    codes = {each.id: each.code for each in (*view.objectives, *view.participants)}
    return {(codes[o], codes[p]): weight for (o, p), weight in view.weights.items()}


def at(grid, row, column):
    grid.setFocus()
    grid.setCurrentIndex(grid.cells.index(row, column))


def choose_all(grid):
    grid.selectAll()


def type_weight(grid, digits, end=Qt.Key.Key_Return):
    QTest.keyClicks(grid, digits[0])
    editor = grid.indexWidget(grid.currentIndex())
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, digits[1:])
    QTest.keyClick(editor, end)


def test_that_the_model_of_a_grid_keeps_the_rules_of_models(qapp):
    model = GridModel()
    tester = QAbstractItemModelTester(model)
    heads = [RowHead("a", "A", "Alpha", "3 of 4"), RowHead("b", "B", "Bravo")]
    model.show_cells(heads, [ColumnHead("x", "X", "Ex")], lambda row, column: Cell(row + column))
    model.show_cells(heads, [ColumnHead("x", "X")], lambda row, column: Cell("new", tip="said"))
    assert model.index(1, 0).data() == "new"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "said"
    assert model.headerData(0, Qt.Orientation.Vertical) == "A  Alpha  3 of 4"
    model.show_cells((), (), lambda *_: Cell())
    assert model.rowCount() == 0
    del tester


def test_that_a_weight_is_typed_into_a_cell_and_replaces_what_stood_there(window, page):
    page.segments.open("priorities")
    grid = page.priorities.grid
    at(grid, 0, 0)
    type_weight(grid, "80")
    assert weights(window) == {("TO-1", "NOR"): 80}
    assert grid.currentIndex().row() == 1
    at(grid, 0, 0)
    type_weight(grid, "35")
    assert weights(window) == {("TO-1", "NOR"): 35}
    window.session.workspace.undo()
    assert weights(window) == {("TO-1", "NOR"): 80}


def test_that_a_weight_beyond_100_cannot_be_typed(window, page):
    page.segments.open("priorities")
    at(page.priorities.grid, 0, 0)
    type_weight(page.priorities.grid, "1008")
    assert weights(window) == {("TO-1", "NOR"): 100}


def test_that_escape_leaves_everything_as_it_was(window, page):
    page.segments.open("priorities")
    at(page.priorities.grid, 0, 0)
    type_weight(page.priorities.grid, "44", Qt.Key.Key_Escape)
    assert weights(window) == {}


def test_that_several_cells_take_the_weight_in_one_step_and_lose_it_in_one(window, page):
    page.segments.open("priorities")
    grid = page.priorities.grid
    at(grid, 0, 0)
    choose_all(grid)
    type_weight(grid, "60")
    assert set(weights(window).values()) == {60}
    assert len(weights(window)) == 4
    window.session.workspace.undo()
    assert weights(window) == {}
    window.session.workspace.redo()
    choose_all(grid)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert weights(window) == {}


def test_that_a_block_from_a_spreadsheet_goes_in_from_the_cell_on(window, page):
    page.segments.open("priorities")
    at(page.priorities.grid, 0, 0)
    QApplication.clipboard().setText("10\t20\n30\t\n")
    page.priorities.grid.paste()
    assert weights(window) == {("TO-1", "NOR"): 10, ("TO-1", "SWE"): 20, ("TO-2", "NOR"): 30}


def test_that_a_table_with_heads_goes_in_by_its_heads_whatever_their_order(window, page):
    page.segments.open("priorities")
    at(page.priorities.grid, 1, 1)
    QApplication.clipboard().setText("\tSWE\tNOR\tDEU\nTO-2\t5\t6\t7\nTO-9\t1\t1\t1\n")
    page.priorities.grid.paste()
    assert weights(window) == {("TO-2", "SWE"): 5, ("TO-2", "NOR"): 6}


def test_that_what_is_copied_can_be_pasted_back(window, page):
    page.segments.open("priorities")
    grid = page.priorities.grid
    view = window.session.workspace.ask(priority_view)
    places = [(o.id, p.id) for o in view.objectives for p in view.participants]
    window.session.workspace.do(set_weights, dict(zip(places, (1, 2, 3, 4), strict=True)))
    before = weights(window)
    at(grid, 0, 0)
    choose_all(grid)
    QTest.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "\tNOR\tSWE\nTO-1\t1\t2\nTO-2\t3\t4\n"
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    QTest.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert weights(window) == before


def test_that_a_pasted_word_changes_nothing_and_is_explained(window, page):
    page.segments.open("priorities")
    at(page.priorities.grid, 0, 0)
    QApplication.clipboard().setText("10\thigh\n")
    page.priorities.grid.paste()
    assert weights(window) == {}
    assert window.notices.said


def test_that_the_bars_say_whom_the_plan_serves_and_whom_nobody(window, page):
    view = window.session.workspace.ask(priority_view)
    first, second = (each.id for each in view.objectives)
    norway, sweden = (each.id for each in view.participants)
    window.session.workspace.do(
        set_weights, {(first, norway): 75, (second, norway): 25, (second, sweden): 90}
    )
    page.segments.open("priorities")
    served = page.priorities.served.cells
    hours, share = served.cell(("hours", norway)), served.cell(("share", norway))
    assert (hours.text, hours.bar, share.text) == ("2 h", 1.0, "75 %")
    none = served.cell(("hours", sweden))
    assert (none.text, none.tone, none.bar) == ("▲ none", "danger", 0.0)
    assert served.columns[1].tone == "danger"
    assert "sum of weight × hours" in none.tip
    contested = page.priorities.grid.cells.rows[1]
    assert contested.summary == "▲ 58 ± 32"
    assert "range 65" in contested.tip
    assert page.priorities.contested.text().startswith("▲ 1 contested")


def test_that_head_and_grid_keep_the_same_columns(window, page):
    page.segments.open("priorities")
    panel = page.priorities
    for number in range(2):
        assert panel.served.columnWidth(number) == panel.grid.columnWidth(number)
    assert panel.served.side.width() == panel.grid.side.width()


@pytest.mark.parametrize("mark", ANSWERS, ids=lambda mark: mark.code)
def test_that_a_letter_notes_an_answer_in_every_cell_chosen(window, page, mark):
    page.segments.open("concurrence")
    grid = page.concurrence.grid
    at(grid, 0, 0)
    grid.selectRow(0)
    QTest.keyClicks(grid, mark.letter.lower())
    rows = window.session.workspace.ask(concurrence_view).rows
    assert [row.position for row in rows.values()] == [mark.code] * 2
    assert grid.cells.index(0, 0).data() == mark.letter
    assert window.body.inspector.subject[0] == "concurrence"
    at(grid, 0, 0)
    assert mark.word in [each.text() for each in window.body.inspector.findChildren(QLabel)]
    grid.selectRow(0)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert not window.session.workspace.ask(concurrence_view).rows


def test_that_the_head_counts_who_concurs(window, page):
    view = window.session.workspace.ask(concurrence_view)
    product = view.products[0].id
    norway, sweden = (each.id for each in view.participants)
    window.session.workspace.do(set_concurrences, [(product, norway)], "concurs_with_comment")
    window.session.workspace.do(set_concurrences, [(product, sweden)], "does_not_concur")
    page.segments.open("concurrence")
    head = page.concurrence.grid.cells.rows[0]
    assert (head.summary, head.tone) == ("▲ 1 of 2 concur", "danger")
    sample_row = view.products[1]
    assert page.concurrence.grid.cells.rows[1].summary == ""
    assert sample_row.tally.reading == "nobody asked"


def test_that_everybody_is_asked_for_the_products_chosen(window, page):
    page.verbs.ask_all()
    assert "Choose the products" in window.notices.said[-1].text
    at(page.concurrence.grid, 1, 0)
    page.verbs.ask_all()
    assert window.notices.said[-1].text == "2 answers asked for"
    page.verbs.ask_all()
    assert "already" in window.notices.said[-1].text


@pytest.mark.parametrize("mark", POSITIONS, ids=lambda mark: mark.code)
def test_that_a_letter_notes_a_position_on_an_authority(window, page, mark):
    window.session.workspace.do(VERBS["authority"].add, {"code": "ROE 1", "title": "Boarding"})
    page.segments.open("legal")
    grid = page.legal.grid
    at(grid, 0, 1)
    QTest.keyClicks(grid, mark.letter)
    rows = window.session.workspace.ask(position_view).rows
    assert [row.position for row in rows.values()] == [mark.code]
    noun, (made,) = window.body.inspector.subject
    assert (noun, made) == ("authority_position", next(iter(rows.values())).id)


def test_that_choosing_an_authority_marks_its_line_in_the_grid(window, page):
    made = window.session.workspace.do(VERBS["authority"].add, {"code": "ROE 1", "title": "Board"})
    page.segments.open("legal")
    page.authorities.select([made])
    QApplication.processEvents()
    assert page.legal.grid.cells.rows[0].strong
    assert window.body.inspector.subject == ("authority", (made,))


def test_that_the_matrix_marks_what_ends_before_endex_and_enter_opens_it(window, page):
    view = window.session.workspace.ask(agreement_view)
    norway = view.participants[0].id
    made = window.session.workspace.do(
        VERBS["agreement"].add,
        {"title": "SOFA of the north", "kind": "SOFA", "parties": [norway],
         "valid_until": "2026-11-05"},
    )  # fmt: skip
    page.segments.open("matrix")
    grid = page.matrix.grid
    cell = grid.cells.cell((norway, "SOFA"))
    assert (cell.text, cell.tone) == ("▲ 05 NOV 26", "warn")
    assert "expires before ENDEX" in cell.tip
    assert grid.cells.cell((norway, "SECURITY")).text == "member"
    assert grid.cells.cell((norway, "MOU")).text == "–"
    assert [each.id for each in view.kinds][:5] == ["SOFA", "SECURITY", "MOU", "TA", "INFO"]
    at(grid, 0, 0)
    assert window.body.inspector.subject == ("agreement", (made,))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert page.segments.current == "agreements"
    assert page.agreements.selected_ids() == (made,)


def test_that_enter_on_what_is_missing_adds_one_agreement_for_all_chosen(window, page):
    page.segments.open("matrix")
    grid = page.matrix.grid
    at(grid, 0, 2)
    grid.selectionModel().select(grid.cells.index(1, 2), QItemSelectionModel.SelectionFlag.Select)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    cells = window.session.workspace.ask(agreement_view).cells
    assert {kind for _, kind in cells} == {"MOU"}
    assert len(cells) == 2
    assert page.segments.current == "agreements"


def test_that_a_filter_hides_the_lines_that_do_not_match(window, page):
    page.segments.open("priorities")
    page.apply_filter("to-2")
    grid = page.priorities.grid
    assert [grid.isRowHidden(n) for n in range(2)] == [True, False]
    page.apply_filter("")
    assert not any(grid.isRowHidden(n) for n in range(2))


def test_that_every_grid_has_a_name_and_every_cell_says_what_it_is(window, page):
    for name, grid in (
        ("matrix", page.matrix.grid),
        ("legal", page.legal.grid),
        ("priorities", page.priorities.grid),
        ("concurrence", page.concurrence.grid),
        ("burden", page.bearing.bars),
    ):
        page.segments.open(name)
        assert grid.accessibleName()
        for row in range(grid.cells.rowCount()):
            for column in range(grid.cells.columnCount()):
                assert grid.cells.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)


def test_that_forty_participants_are_shown_and_reached(window, page):
    from exerciseplanner.workspace.packs import nations

    taken = [code for code in nations() if code not in ("NOR", "SWE")][:38]
    window.session.workspace.do(add_nations, taken)
    for segment in ("matrix", "legal", "priorities", "concurrence", "burden"):
        page.segments.open(segment)
        assert not window.grab().isNull()
    page.segments.open("priorities")
    grid = page.priorities.grid
    assert grid.cells.columnCount() == 40
    at(grid, 0, 39)
    shown = grid.visualRect(grid.cells.index(0, 39))
    assert grid.viewport().rect().intersects(shown)
    assert page.priorities.served.horizontalScrollBar().value() == (
        grid.horizontalScrollBar().value()
    )
