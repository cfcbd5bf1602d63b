"""The tree and the table show the same plan and keep themselves true."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.workspace.operations.injects import add_inject, edit_injects
from exerciseplanner.workspace.operations.storylines import edit_strands


def text(page, serial_row, column):
    view = page.view
    place = [each.name for each in view.model.columns].index(column)
    return view.model.index_of(serial_row.id, place).data()


def test_that_the_tree_groups_injects_under_their_strands_and_the_rest_under_no_storyline(
    page, shown
):
    assert shown(page) == [
        "SL01", "SL01-E01", "SL01-E01-I01", "A1", "A2", "A3",
        "SL02", "SL02-E01", "B1",
        "No storyline", "F1",
    ]  # fmt: skip
    assert page.view.footer.text() == "5 injects  ·  2 storylines"
    assert page.headline == "5 injects"


def test_that_injects_without_any_strands_stand_at_the_top(make_page, shown):
    page = make_page(ROWS_FLAT)
    assert shown(page) == ["F1", "F2"]


def test_that_the_table_lists_injects_by_time_with_untimed_ones_last(page, shown):
    page.show_view("table")
    assert shown(page) == ["B1", "A1", "A2", "A3", "F1"]


def test_that_a_strand_shows_how_many_injects_it_holds_and_when_the_first_is(page, by_serial):
    row = by_serial(page)["SL01"]
    assert text(page, row, "state") == "3 injects"
    assert text(page, row, "start") == "140700ZSEP26"
    assert text(page, by_serial(page)["A3"], "offset") == "STARTEX+1 0700"


def test_that_the_view_is_remembered_and_keeps_the_selection(make_page, by_serial):
    settings = Settings(None, kept=False)
    page = make_page(settings=settings)
    page.view.select([by_serial(page)["A2"].id])
    page.show_view("table")
    assert [row.serial for row in page.chosen()] == ["A2"]
    assert make_page(settings=settings).view_name == "table"


def test_that_views_follow_changes_made_elsewhere_and_undo(page, by_serial, shown):
    workspace = page.context.workspace
    row = by_serial(page)["A1"]
    workspace.do(edit_injects, [row.id], {"title": "Operator writes"})
    assert text(page, row, "title") == "Operator writes"
    workspace.do(add_inject, {"title": "Late", "strand_id": row.strand_id, "serial": "A4"})
    assert "A4" in shown(page)
    workspace.undo()
    workspace.undo()
    assert text(page, row, "title") == "Operator calls"
    assert "A4" not in shown(page)


def test_that_a_renamed_storyline_is_renamed_beside_its_injects(page, by_serial):
    page.show_view("table")
    row = by_serial(page)["A1"]
    page.context.workspace.do(edit_strands, [row.storyline_id], {"title": "The deep cable"})
    assert text(page, row, "storyline") == "SL01 The deep cable"


def test_that_a_title_is_edited_in_the_tree_for_strands_and_injects(page, by_serial, qtbot):
    for serial in ("SL02", "B1"):
        page.view.edit(by_serial(page)[serial].id)
        editor = QApplication.focusWidget()
        editor.setText(f"{serial} anew")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert by_serial(page)[serial].title == f"{serial} anew"


def test_that_a_strand_cannot_be_given_what_only_an_inject_has(page, by_serial):
    rows = by_serial(page)
    model = page.view.model
    means = [each.name for each in model.columns].index("means")
    assert not model.flags(model.index_of(rows["SL01"].id, means)) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index_of(rows["A1"].id, means)) & Qt.ItemFlag.ItemIsEditable
    column = model.columns[means]
    with pytest.raises(Refusal):
        model.commit((rows["SL01"].id,), column, "PHONE")


def test_that_the_day_column_of_the_table_writes_the_planned_time(page, by_serial):
    page.show_view("table")
    row = by_serial(page)["A1"]
    column = next(each for each in page.view.model.columns if each.name == "offset")
    page.view.model.commit((row.id,), column, 180)
    assert by_serial(page)["A1"].start == 180


def test_that_pasted_cells_change_every_selected_row_at_once(page, by_serial):
    page.show_view("table")
    rows = by_serial(page)
    page.view.select([rows["A1"].id, rows["A2"].id])
    place = [each.name for each in page.view.model.columns].index("addressees")
    page.view.view.selectionModel().setCurrentIndex(
        page.view.model.index_of(rows["A1"].id, place),
        page.view.view.selectionModel().SelectionFlag.NoUpdate,
    )
    QApplication.clipboard().setText("JTF HQ")
    page.view.exchange.paste()
    assert [by_serial(page)[each].addressees for each in ("A1", "A2")] == ["JTF HQ", "JTF HQ"]


def test_that_copied_rows_come_as_columns_under_their_titles(page, by_serial):
    page.show_view("table")
    page.view.select([by_serial(page)["B1"].id])
    titles, cells = page.view.exchange.text().splitlines()
    found = dict(zip(titles.split("\t"), cells.split("\t"), strict=True))
    assert found["Title"] == "Crane falls"
    assert found["Objectives"] == "TO-1, TO-10"


def test_that_a_selection_is_inspected_and_several_injects_are_edited_together(page, by_serial):
    rows = by_serial(page)
    page.view.select([rows["A1"].id, rows["A2"].id, rows["SL01"].id])
    inspector = page.window().body.inspector
    assert inspector.subject == ("inject", (rows["A1"].id, rows["A2"].id))
    commit = page.context.commit("inject")
    commit(inspector.subject[1], "means", "EMAIL")
    assert {by_serial(page)[each].means for each in ("A1", "A2")} == {"EMAIL"}
    assert page.headline == "5 injects  ·  3 selected"


def test_that_a_record_asked_for_is_selected_whatever_hides_it(page, by_serial):
    rows = by_serial(page)
    page.bar.choose({"state": frozenset({"closed"})})
    page.show_record("inject", rows["B1"].id)
    assert [row.serial for row in page.chosen()] == ["B1"]
    page.show_view("table")
    page.show_record("strand", rows["SL02-E01"].id)
    assert page.view_name == "tree"
    assert [row.serial for row in page.chosen()] == ["SL02-E01"]


def test_that_a_long_title_and_one_inject_are_drawn(make_page):
    from tests.ui.pages.injects.conftest import inject

    page = make_page([inject("X1", "W" * 5000, 0)])
    assert page.headline == "1 inject"
    for name in ("tree", "table"):
        page.show_view(name)
        assert not page.grab().isNull()


def test_that_the_models_keep_the_rules_of_qt(page, qtmodeltester):
    for name in ("tree", "table"):
        page.show_view(name)
        qtmodeltester.check(page.view.model)


def _flat():
    from tests.ui.pages.injects.conftest import inject

    return (inject("F1", "One", 10), inject("F2", "Two", 20))


ROWS_FLAT = _flat()
