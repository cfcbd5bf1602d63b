"""Tables of records: selection, editing in place, columns, copying and pasting."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.columns import columns_for
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.workspace.operations.injects import (
    add_inject,
    edit_injects,
    remove_injects,
)
from exerciseplanner.workspace.queries.injects import injects

NAMES = ("serial", "title", "start", "duration", "state")


@pytest.fixture
def table(themed, qtbot, live, vocabulary, workspace):
    return _table(qtbot, live, vocabulary, workspace)


def _table(qtbot, live, vocabulary, workspace, settings=None):
    made = RecordTable(
        live,
        columns_for("inject", NAMES, vocabulary, editable=NAMES[1:], hidden=("state",)),
        injects,
        name="trial",
        noun="inject",
        vocabulary=vocabulary,
        settings=settings,
        with_filter=True,
        commit=lambda ids, field, value: workspace.do(edit_injects, ids, {field: value}),
    )
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


def _cell(table, row, name):
    return table.model.index(row, NAMES.index(name))


def _edit(table, row, name, text):
    index = _cell(table, row, name)
    table.view.setCurrentIndex(index)
    table.view.edit(index)
    editor = table.view.findChild(QLineEdit)
    editor.setText(text)
    return editor


def _texts(table, name):
    return [_cell(table, row, name).data() for row in range(table.model.rowCount())]


def test_that_the_table_shows_the_answer_of_its_query(table):
    assert _texts(table, "title") == ["Cable cut", "Port closed", "Drone seen"]
    assert _texts(table, "start")[1] == "140700ZSEP26"
    assert table.footer.text() == "3 injects"


def test_that_enter_commits_what_was_typed(table, workspace, qtbot):
    editor = _edit(table, 1, "title", "Port reopened")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert _texts(table, "title")[1] == "Port reopened"
    assert workspace.undo_label == "Edit inject"


def test_that_esc_puts_back_what_was_there(table, workspace, qtbot):
    before = workspace.undo_label
    editor = _edit(table, 1, "title", "Nonsense")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert _texts(table, "title")[1] == "Port closed"
    assert workspace.undo_label == before


def test_that_a_typed_time_is_read_as_planners_write_it(table, qtbot):
    qtbot.keyClick(_edit(table, 0, "start", "D+2 0900"), Qt.Key.Key_Return)
    assert "160900ZSEP26" in _texts(table, "start")


def test_that_a_refusal_stands_under_the_cell_and_keeps_what_was_typed(table, qtbot):
    editor = _edit(table, 0, "start", "soonish")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert editor.text() == "soonish"
    tip = [
        label for label in table.view.findChildren(type(table.footer)) if "soonish" in label.text()
    ]
    assert tip
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert _texts(table, "start")[0] == "140600ZSEP26"


def test_that_leaving_the_cell_commits(table, qtbot):
    _edit(table, 2, "title", "Drone lost")
    table.filter_box.setFocus()
    assert _texts(table, "title")[2] == "Drone lost"


def test_that_tab_goes_on_to_the_next_cell(table, qtbot):
    qtbot.keyClick(_edit(table, 0, "title", "Cable repaired"), Qt.Key.Key_Tab)
    assert _texts(table, "title")[0] == "Cable repaired"
    assert table.view.currentIndex().column() == NAMES.index("start")


def test_that_the_selection_survives_changes_elsewhere(table, workspace):
    chosen = table.rows_shown()[1].id
    table.select([chosen])
    workspace.do(add_inject, {"title": "Earliest", "start": -600})
    workspace.do(remove_injects, [table.rows_shown()[1].id])
    assert table.selected_ids() == (chosen,)
    assert table.view.currentIndex().data() is not None


def test_that_choosing_rows_is_announced_once(table, qtbot):
    ids = tuple(row.id for row in table.rows_shown()[:2])
    with qtbot.waitSignal(table.chosen) as signal:
        table.select(ids)
    assert signal.args == [ids]
    assert table.footer.text() == "3 injects  ·  2 selected"


def test_that_a_hidden_table_asks_only_when_shown(table, workspace):
    table.hide()
    workspace.do(add_inject, {"title": "Later"})
    assert table.model.rowCount() == 3
    assert table.query.is_stale
    table.show()
    assert table.model.rowCount() == 4


def test_that_an_undo_is_shown_like_any_other_change(table, workspace, qtbot):
    qtbot.keyClick(_edit(table, 0, "title", "Changed"), Qt.Key.Key_Return)
    workspace.undo()
    assert _texts(table, "title")[0] == "Cable cut"


def test_that_the_filter_counts_what_it_leaves(table):
    table.filter_box.setText("port")
    assert _texts(table, "title") == ["Port closed"]
    assert table.footer.text() == "1 of 3 injects"


def test_that_rows_are_copied_with_their_titles_as_cells(table):
    table.select([table.rows_shown()[0].id])
    table.exchange.copy()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0] == "Serial\tTitle\tPlanned delivery\tDuration (minutes)"
    assert lines[1].split("\t")[1:3] == ["Cable cut", "140600ZSEP26"]


def test_that_pasted_cells_go_in_from_the_current_cell_on(table):
    table.view.setCurrentIndex(_cell(table, 0, "title"))
    QApplication.clipboard().setText("Alpha\tD+1 0800\nBravo\tD+2 0800\n")
    table.exchange.paste()
    assert sorted(_texts(table, "title")) == ["Alpha", "Bravo", "Drone seen"]
    assert "150800ZSEP26" in _texts(table, "start")


def test_that_one_pasted_cell_goes_to_every_selected_row(table):
    table.select([row.id for row in table.rows_shown()])
    table.view.selectionModel().setCurrentIndex(
        _cell(table, 0, "duration"), table.view.selectionModel().SelectionFlag.NoUpdate
    )
    QApplication.clipboard().setText("1h30")
    table.exchange.paste()
    assert _texts(table, "duration") == ["1 h 30"] * 3


def test_that_a_paste_that_cannot_be_read_changes_nothing(table, qtbot, workspace):
    before = workspace.undo_label, _texts(table, "title")
    table.view.setCurrentIndex(_cell(table, 0, "title"))
    QApplication.clipboard().setText("Alpha\tnever\n")
    with qtbot.waitSignal(table.paste_refused):
        table.exchange.paste()
    assert (workspace.undo_label, _texts(table, "title")) == before


def _from_last(table, text):
    table.view.setCurrentIndex(_cell(table, len(table.rows_shown()) - 1, "title"))
    QApplication.clipboard().setText(text)
    table.exchange.paste()


def test_that_a_paste_longer_than_the_table_is_refused_rather_than_cut(table, qtbot):
    before = _texts(table, "title")
    with qtbot.waitSignal(table.paste_refused) as signal:
        _from_last(table, "Alpha\nBravo\nCharlie\n")
    assert signal.args[0].startswith("2 of the lines have no row to go to")
    assert _texts(table, "title") == before


def test_that_lines_below_the_last_row_become_rows_where_rows_can_be_made(table, workspace):
    table.adding = partial(workspace.do, add_inject)
    count, steps = len(table.rows_shown()), len(workspace.history())
    _from_last(table, "Alpha\tD+1 0800\nBravo\tD+2 0800\n")
    assert len(table.rows_shown()) == count + 1
    assert {"Alpha", "Bravo"} <= set(_texts(table, "title"))
    assert [row.title for row in table.selected_rows()] == ["Bravo"]
    assert len(workspace.history()) == steps + 1


def test_that_lines_under_titles_become_new_rows_and_leave_the_others(table, workspace):
    table.adding = partial(workspace.do, add_inject)
    before = _texts(table, "title")
    table.select([table.rows_shown()[0].id])
    start, title = (
        next(each.title for each in table.model.columns if each.name == name)
        for name in ("start", "title")
    )
    QApplication.clipboard().setText(f"{start}\t{title}\nD+1 0800\tAlpha\n\tBravo\n")
    table.exchange.paste_new()
    assert sorted(_texts(table, "title")) == sorted([*before, "Alpha", "Bravo"])
    workspace.undo()
    assert sorted(_texts(table, "title")) == sorted(before)


def test_that_columns_are_remembered(table, qtbot, live, vocabulary, workspace):
    settings = Settings()
    first = _table(qtbot, live, vocabulary, workspace, settings)
    first.header.resizeSection(1, 333)
    first.header.setSectionHidden(3, True)
    first.header.moveSection(0, 2)
    first.sort_by("title", descending=True)
    first.header.remember()
    second = _table(qtbot, live, vocabulary, workspace, settings)
    assert second.header.sectionSize(1) == 333
    assert second.header.isSectionHidden(3)
    assert second.header.visualIndex(0) == 2
    assert _texts(second, "title") == ["Port closed", "Drone seen", "Cable cut"]


def test_that_a_click_on_a_header_sorts_up_then_down_then_not(table, qtbot):
    header = table.header
    place = header.sectionViewportPosition(1) + 20
    point = header.viewport().rect().center()
    point.setX(place)
    found = []
    for _ in range(3):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)
        found.append(_texts(table, "title")[0])
    assert found == ["Cable cut", "Port closed", "Cable cut"]
    assert table.model.sorting == ()


def test_that_an_empty_table_says_what_belongs_there(table, workspace):
    done = []
    spec = ActionSpec("add", "Add inject", lambda: done.append(1))
    table.set_empty(EmptyState("Injects drive the play.", [spec]))
    workspace.do(remove_injects, [row.id for row in table.rows_shown()])
    empty = table.findChild(EmptyState)
    assert empty.isVisible()
    empty.buttons[0].click()
    assert done == [1]


def test_that_a_row_is_opened_where_nothing_is_edited(table, qtbot):
    table.view.setFocus()
    table.view.setCurrentIndex(_cell(table, 2, "serial"))
    with qtbot.waitSignal(table.opened) as signal:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert signal.args == [table.rows_shown()[2].id]


def test_that_frozen_columns_stay_in_sight_and_share_the_selection(table):
    table.resize(420, 300)
    table.header.freeze(2)
    frozen = table.view.frozen
    assert frozen.isVisible()
    assert [frozen.isColumnHidden(n) for n in range(5)] == [False, False, True, True, True]
    table.view.horizontalScrollBar().setValue(200)
    assert frozen.columnAt(10) == 0
    table.select([table.rows_shown()[1].id])
    assert frozen.selectionModel() is table.view.selectionModel()


def test_that_a_frozen_cell_is_edited_where_it_is_seen(table, qtbot):
    table.header.freeze(2)
    index = _cell(table, 0, "title")
    table.view.setCurrentIndex(index)
    table.view.edit(index)
    editor = table.view.frozen.findChild(QLineEdit)
    assert editor.isVisible()
    editor.setText("Seen")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert _texts(table, "title")[0] == "Seen"


def test_that_the_cursor_does_not_hide_under_frozen_columns(table):
    table.resize(560, 300)
    table.header.freeze(2)
    bar = table.view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    index = _cell(table, 0, "start")
    table.view.scrollTo(index)
    assert table.view.visualRect(index).left() >= table.view.frozen.horizontalHeader().length()


def test_that_what_is_frozen_is_remembered(table, qtbot, live, vocabulary, workspace):
    settings = Settings()
    first = _table(qtbot, live, vocabulary, workspace, settings)
    first.header.freeze(1)
    first.header.remember()
    second = _table(qtbot, live, vocabulary, workspace, settings)
    assert second.view.frozen.count == 1


def test_that_a_paste_over_many_cells_is_one_step_of_undo(table, workspace):
    before = {row.id: (row.title, row.cell) for row in workspace.ask(injects)}
    steps = len(workspace.history())
    first = table.rows_shown()[0]
    table.select([first.id])
    place = next(n for n, column in enumerate(table.model.columns) if column.name == "title")
    table.view.setCurrentIndex(table.model.index(0, place))
    QApplication.clipboard().setText("One\nTwo\nThree")
    table.exchange.paste()
    assert len(workspace.history()) == steps + 1
    workspace.undo()
    assert {row.id: (row.title, row.cell) for row in workspace.ask(injects)} == before


def test_that_the_column_that_grows_gives_way_before_a_list_scrolls_sideways(table):
    title, sideways = NAMES.index("title"), table.view.horizontalScrollBar()
    whole = sum(each.width for each in table.model.columns if each.shown)
    table.resize(whole - 80, 400)
    assert (sideways.maximum(), table.header.sectionSize(title)) == (0, 220)
    table.resize(whole - 200, 400)
    assert (sideways.maximum() > 0, table.header.sectionSize(title)) == (True, 300)
