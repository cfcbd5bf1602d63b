"""What units have and whose command they come under, entered in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from exerciseplanner.ui.pages.forces.command_dialog import CommandDialog
from exerciseplanner.ui.pages.forces.means_panel import MeansPanel
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.queries.forces import command_relations, units
from exerciseplanner.workspace.queries.unit_means import unit_means


@pytest.fixture
def sample(opened):
    return opened("sample", "forces")


@pytest.fixture
def page(sample, page_of):
    return page_of(sample)


def test_that_a_capability_is_added_to_a_unit_and_removed_in_its_inspector(sample, page, qtbot):
    workspace = sample.session.workspace
    unit = workspace.ask(units)[0]
    made = workspace.do(VERBS["capability"].add, {"code": "CAP-98", "title": "Deep strike"})
    page.segments.open("tree")
    page.select(unit.id)
    panel = sample.findChild(MeansPanel)
    assert panel is not None
    panel.capabilities._add(made)
    found = workspace.ask(unit_means, unit.id).capabilities
    held = next(each for each in found if each.code == "CAP-98")
    workspace.do(VERBS["unit_capability"].remove, [held.id])
    assert held not in workspace.ask(unit_means, unit.id).capabilities


def test_that_units_are_placed_under_command_by_a_dialog(sample, page, qtbot):
    workspace = sample.session.workspace
    one, other = [row for row in workspace.ask(units) if row.parent_id is None][:2]
    standing = {row.id for row in workspace.ask(command_relations)}
    dialog = CommandDialog(page, page.context, (one.id,))
    qtbot.addWidget(dialog)
    dialog.place()
    assert {row.id for row in workspace.ask(command_relations)} == standing
    dialog.editors["superior_id"].committed.emit(other.id)
    dialog.editors["start"].committed.emit(60)
    dialog.editors["finish"].committed.emit(30)
    dialog.place()
    assert {row.id for row in workspace.ask(command_relations)} == standing
    dialog.editors["finish"].committed.emit(600)
    dialog.place()
    made = next(row for row in workspace.ask(command_relations) if row.id not in standing)
    assert (made.unit_id, made.superior_id, made.relation) == (one.id, other.id, "OPCON")
    assert (made.start, made.finish) == (60, 600)


def test_that_a_time_as_it_is_read_stands_below_its_field_and_a_name_is_completed(
    page, qtbot, sample
):
    one, other = [row for row in sample.session.workspace.ask(units) if row.parent_id is None][:2]
    dialog = CommandDialog(page, page.context, (one.id,))
    qtbot.addWidget(dialog)
    dialog.open()
    superior, until = dialog.editors["superior_id"], dialog.editors["finish"]
    qtbot.keyClicks(superior.input, other.name[: len(other.name) - 2])
    superior.commit()
    assert superior.input.text() == page.context.vocabulary.text(superior.field, other.id)
    qtbot.keyClicks(until.input, "D+3 0600")
    assert until.note.isVisible()
    qtbot.waitUntil(lambda: until.note.geometry().top() > until.input.geometry().bottom())
    qtbot.keyClick(until.input, Qt.Key.Key_Escape)
    assert (until.input.text(), dialog.isVisible()) == ("", True)
    qtbot.keyClick(until.input, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_that_units_dragged_with_ctrl_come_under_command_and_keep_their_place(
    sample, page, qtbot, monkeypatch
):
    workspace = sample.session.workspace
    one, other = [row for row in workspace.ask(units) if row.parent_id is None][:2]
    monkeypatch.setattr(
        QGuiApplication, "queryKeyboardModifiers", lambda: Qt.KeyboardModifier.ControlModifier
    )
    page.tree._drop((one.id,), other.id, "into")
    dialog = page.findChild(CommandDialog)
    assert dialog is not None
    dialog.place()
    kept = {row.id: row.parent_id for row in workspace.ask(units)}
    assert kept[one.id] == one.parent_id
    assert {(row.unit_id, row.superior_id) for row in workspace.ask(command_relations)} >= {
        (one.id, other.id)
    }


def test_that_missing_equipment_is_counted_in_its_list(sample, page):
    unit = sample.session.workspace.ask(units)[0]
    values = {"unit_id": unit.id, "title": "Bridge layers", "quantity_planned": 9}
    made = page.context.do(VERBS["equipment"].add, {**values, "quantity_present": 4})
    page.segments.open("equipment")
    row = next(each for each in page.equipment.rows_shown() if each.id == made)
    column = next(each for each in page.equipment.model.columns if each.name == "missing")
    assert column.text_of(row) == "5"
    unknown = row._replace(quantity_present=None)
    assert column.text_of(unknown) == ""


def test_that_means_are_added_beside_the_names_of_the_views(sample, page, qtbot):
    page.segments.open("equipment")
    offered = {each.text().strip(): each for each in page.segments.findChildren(QPushButton)}
    assert offered["New equipment"].isVisible()
    assert not offered["New capability"].isVisible()
    unit = sample.session.workspace.ask(units)[3]
    page.segments.open("tree")
    page.select(unit.id)
    page.segments.open("equipment")
    qtbot.mouseClick(offered["New equipment"], Qt.MouseButton.LeftButton)
    made = page.equipment.selected_rows()
    assert [each.unit_id for each in made] == [unit.id]


def test_that_command_is_given_without_a_unit_chosen_before(sample, page, qtbot):
    workspace = sample.session.workspace
    one, other = [row for row in workspace.ask(units) if row.parent_id is None][:2]
    page.segments.open("command")
    page.verbs.place_under_command()
    dialog = page.findChild(CommandDialog)
    dialog.place()
    assert dialog.isVisible()
    dialog.editors["unit_id"].committed.emit(one.id)
    dialog.editors["superior_id"].committed.emit(other.id)
    dialog.place()
    placed = {(row.unit_id, row.superior_id) for row in workspace.ask(command_relations)}
    assert (one.id, other.id) in placed


def test_that_command_needs_two_units(opened, page_of):
    page = page_of(opened("empty", "forces"))
    page.verbs.place_under_command()
    assert page.findChild(CommandDialog) is None
