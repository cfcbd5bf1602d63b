"""The Forces page on real exercises."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from exerciseplanner.ui.widgets.charts.numbers import NumbersDialog
from exerciseplanner.ui.widgets.linked_list import ElidingLink
from exerciseplanner.ui.widgets.popovers import AskChoice
from exerciseplanner.workspace.operations.forces import add_side, add_unit, edit_units
from exerciseplanner.workspace.queries.order_of_battle import order_of_battle, unit_list
from exerciseplanner.workspace.queries.participants import caveats, participants
from exerciseplanner.workspace.queries.records import record


def units(window):
    return {row.name: row for row in window.session.workspace.ask(unit_list)}


def texts(view, column):
    place = [each.name for each in view.model.columns].index(column)
    return [view.model.columns[place].text_of(row) for row in view.rows_shown()]


@pytest.fixture
def sample(opened):
    return opened("sample", "forces")


@pytest.fixture
def page(sample, page_of):
    return page_of(sample)


def test_that_sides_are_the_top_rows_and_everything_is_open(page):
    model = page.tree.model
    tops = [model.row_at(model.index(n, 0)) for n in range(model.rowCount())]
    assert {row.noun for row in tops} == {"side"}
    assert page.tree.view.isExpanded(model.index(0, 0))
    assert page.tree.footer.text() == "90 units"
    assert page.headline == "90 units"


def test_that_a_view_that_is_opened_has_the_cursor_in_its_list(page):
    for panel in page.panels[:3]:
        page.segments.open(next(n for n, each in page.segments._pages.items() if each is panel))
        panel.setFocus()
        assert panel.view.isAncestorOf(page.window().focusWidget())


def test_that_a_new_unit_stands_below_the_one_selected_and_is_named_at_once(sample, page):
    brigade = units(sample)["1 Mechanised Brigade (NOR)"]
    page.tree.select([brigade.id])
    page.verbs.add_unit()
    made = units(sample)["New unit"]
    assert made.superior_id == brigade.id
    assert (made.side_id, made.nation, made.domain) == (brigade.side_id, "NOR", "LAND")
    assert page.tree.selected_ids() == (made.id,)
    assert sample.body.inspector.subject == ("unit", (made.id,))
    editor = page.tree.view.indexWidget(page.tree.view.currentIndex()) or page.focusWidget()
    QTest.keyClicks(editor, "Drone Company")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert units(sample)["Drone Company"].id == made.id
    page.verbs.add_unit()
    assert units(sample)["New unit"].superior_id == brigade.id
    page.tree.select([made.id])
    page.verbs.add_unit()
    newest = [row for row in units(sample).values() if row.superior_id == made.id]
    assert [row.name for row in newest] == ["New unit"]


def test_that_several_units_dropped_on_another_come_under_it_in_one_step(sample, page):
    found = units(sample)
    moved = [found["Engineer Company (FIN)"].id, found["Medical Company (NOR)"].id]
    target = found["14 Armoured Brigade (POL)"]
    model = page.tree.model
    data = model.mimeData([model.index_of(each) for each in moved])
    steps = len(sample.session.workspace.history())
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index_of(target.id))
    assert {
        units(sample)[n].superior_id for n in units(sample) if units(sample)[n].id in moved
    } == {target.id}
    assert len(sample.session.workspace.history()) == steps + 1
    assert set(page.tree.selected_ids()) == set(moved)
    sample.session.workspace.undo()
    assert units(sample)["Engineer Company (FIN)"].superior == "Jaeger Bde"


def test_that_a_unit_dropped_below_itself_is_refused_in_words(sample, page):
    found = units(sample)
    brigade, below = found["1 Mechanised Brigade (NOR)"], found["Medical Company (NOR)"]
    page.tree.rows_dropped.emit((brigade.id,), below.id, "into")
    assert units(sample)[brigade.name].superior_id == brigade.superior_id
    assert "part of itself" in sample.notices.said[-1].text


def test_that_units_dropped_on_a_side_change_it_with_all_below(sample, page):
    sides = {r.name: r for r in sample.session.workspace.ask(order_of_battle) if r.noun == "side"}
    target = next(row for row in sides.values() if row.identity == "hostile")
    brigade = units(sample)["1 Mechanised Brigade (NOR)"]
    page.tree.rows_dropped.emit((brigade.id,), target.id, "into")
    assert units(sample)["Medical Company (NOR)"].identity == "hostile"


def test_that_a_nation_and_a_role_chosen_narrow_the_list_until_let_go(sample, page):
    panel = page.panels[0]
    nor = next(r for r in sample.session.workspace.ask(participants) if r.code == "NOR")
    panel.nations.choose(nor.id)
    panel.roles.choose("PTA")
    rows = [row for row in page.tree.model.shown() if row.noun == "unit"]
    hits = page.tree._tree_model.hits
    expected = [r for r in units(sample).values() if r.nation == "NOR" and r.role == "PTA"]
    assert hits == len(expected) > 0
    assert {row.id for row in expected} <= {row.id for row in rows}
    panel.nations.choose("")
    panel.roles.choose("")
    assert page.tree._tree_model.hits == len(page.tree.model.rows())


def test_that_the_strip_is_worked_with_arrow_keys_and_space(page):
    strip = page.panels[0].nations
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Space)
    assert strip.chosen == strip._cells[1].key
    QTest.keyClick(strip, Qt.Key.Key_Escape)
    assert strip.chosen == ""


def test_that_a_click_on_the_rest_of_the_nations_leads_to_the_participants(sample, page):
    strip = page.panels[0].nations
    assert 0 < strip.fitting() < len(strip._cells)
    QTest.mouseClick(
        strip, Qt.MouseButton.LeftButton, pos=strip.cell_rect(strip.fitting()).center()
    )
    assert sample.body.pages.current == "participants"


def test_that_a_side_takes_a_name_but_no_echelon(sample, page):
    model = page.tree.model
    names = [column.name for column in model.columns]
    side = model.index(0, names.index("name"))
    assert model.flags(side) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0, names.index("echelon"))) & Qt.ItemFlag.ItemIsEditable
    assert model.setData(side, "Lantern Force")
    assert model.row_at(model.index(0, 0)).name == "Lantern Force"


def test_that_a_caveat_is_seen_beside_the_unit_it_binds(sample, page):
    unit = units(sample)["CBRN Defence Company (AUT)"]
    assert unit.caveats == 1
    page.tree.select([unit.id])
    links = sample.body.inspector.findChildren(ElidingLink)
    held = [row for row in sample.session.workspace.ask(caveats) if row.title.startswith("No part")]
    link = next(each for each in links if held[0].title in each.toolTip())
    link.click()
    assert sample.body.pages.current == "participants"
    assert sample.body.inspector.subject == ("caveat", (held[0].id,))


def test_that_the_inspector_names_superiors_objectives_and_injects_of_a_unit(sample, page):
    page.tree.select([units(sample)["Cyberspace Operations Centre"].id])
    said = {each.toolTip() for each in sample.body.inspector.findChildren(ElidingLink)}
    assert "JTF HQ  Headquarters Joint Task Force Lantern" in said
    assert any(text.startswith("TO-13") for text in said)
    assert any(text.startswith("SL02") for text in said)


def test_that_removing_units_takes_those_below_and_offers_a_way_back(sample, page):
    page.tree.select([units(sample)["1 Mechanised Brigade (NOR)"].id])
    page.verbs.remove_selected()
    assert "1 Mechanised Brigade (NOR)" not in units(sample)
    notice = sample.notices.said[-1]
    assert notice.text == f"{90 - len(units(sample))} units removed"
    notice.run()
    assert len(units(sample)) == 90


def test_that_a_new_superior_typed_in_the_table_brings_its_side_along(sample, page):
    workspace = sample.session.workspace
    red = workspace.do(add_side, {"name": "Ash", "identity": "hostile"})
    gang = workspace.do(add_unit, {"name": "Ash cell", "side_id": red})
    page.segments.open("table")
    unit = units(sample)["Medical Company (NOR)"]
    column = next(each for each in page.table.model.columns if each.name == "parent_id")
    page.table.model.commit((unit.id,), column, gang)
    assert units(sample)[unit.name].identity == "hostile"


def test_that_a_new_caveat_is_of_the_unit_selected_and_of_its_nation(sample, page):
    unit = units(sample)["CBRN Defence Company (AUT)"]
    page.tree.select([unit.id])
    page.verbs.add_caveat()
    noun, (made,) = sample.body.inspector.subject
    assert noun == "caveat"
    stated = sample.session.workspace.ask(record, noun, made)
    assert (stated["unit_id"], stated["participant_id"]) == (unit.id, unit.participant_id)


def test_that_a_caveat_without_any_unit_says_what_to_do(opened, page_of):
    window = opened("empty", "forces")
    page_of(window).verbs.add_caveat()
    assert "Choose a unit" in window.notices.said[-1].text


def test_that_an_empty_page_offers_the_likeliest_actions(opened, page_of):
    window = opened("empty", "forces")
    page = page_of(window)
    labels = [button.text() for button in page.tree.findChildren(QPushButton) if button.isVisible()]
    assert labels == ["New unit", "Import ORBAT"]
    assert not page.panels[0].nations.isVisible()


def test_that_a_record_is_shown_even_where_the_list_is_narrowed(sample, page):
    panel = page.panels[0]
    panel.roles.choose("PTA")
    hidden = units(sample)["Medical Company (NOR)"]
    sample.show_record("unit", hidden.id)
    assert page.tree.selected_ids() == (hidden.id,)
    assert panel.roles.chosen == ""


def test_that_sides_are_at_home_here(sample, page):
    workspace = sample.session.workspace
    side = next(row for row in workspace.ask(order_of_battle) if row.noun == "side")
    sample.show_record("side", side.id)
    assert page.segments.current == "tree"
    assert sample.body.inspector.subject == ("side", (side.id,))


def test_that_the_strip_follows_what_changes(sample, page):
    before = {cell.label: cell.figure for cell in page.panels[0].roles._cells}
    medical = units(sample)["Medical Company (NOR)"]
    sample.session.workspace.do(edit_units, [medical.id], {"role": "OBS"})
    after = {cell.label: cell.figure for cell in page.panels[0].roles._cells}
    assert int(after["OBS"]) == int(before["OBS"]) + 1


def test_that_nothing_can_be_dragged_or_added_where_the_file_is_read_only(
    opened, page_of, qtbot, qapp, tmp_path
):
    from exerciseplanner.ui.shell.main_window import MainWindow
    from exerciseplanner.ui.widgets.settings import Settings
    from exerciseplanner.workspace.workspace import Workspace
    from tests.samples import sample_at

    path = sample_at(tmp_path / "locked.exercise")
    window = MainWindow(Workspace.open(path, read_only=True), settings=Settings(None, kept=False))
    qtbot.addWidget(window)
    window.show()
    window.go("forces")
    page = page_of(window)
    assert [spec.id for spec in page.page_actions() if spec.is_enabled] == ["forces.export"]
    index = page.tree.model.index(0, 0, QModelIndex())
    assert not page.tree.model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    assert not page.tree.model.flags(index) & Qt.ItemFlag.ItemIsEditable


def test_that_units_are_resubordinated_without_a_mouse(sample, page, qtbot):
    found = units(sample)
    battery, brigade = found["Air Defence Battery (POL)"], found["Northern Jaeger Brigade (FIN)"]
    page.tree.select([battery.id])
    page.verbs.resubordinate()
    (asked,) = sample.findChildren(AskChoice)
    qtbot.addWidget(asked)
    QTest.keyClicks(asked.line, brigade.name)
    QTest.keyClick(asked.line, Qt.Key.Key_Return)
    assert units(sample)[battery.name].superior_id == brigade.id
    sample.undo()
    assert units(sample)[battery.name].superior_id == battery.superior_id
    assert "forces.under" in [each.id for each in sample.actions_list.here()]


def test_that_the_bars_of_nations_and_roles_have_their_numbers_as_a_table(page):
    for strip in (page.panels[0].nations, page.panels[0].roles):
        assert "as a table" in strip.accessibleDescription()
        strip.actions()[0].trigger()
        (shown,) = strip.findChildren(NumbersDialog)
        assert shown.table.rowCount() > 3
        shown.close()
