"""The chart of the Forces page shows what the tree shows, and changes it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.forces import add_unit, edit_units
from exerciseplanner.workspace.operations.order_of_battle import subordinate_units
from exerciseplanner.workspace.queries.order_of_battle import order_of_battle


@pytest.fixture
def window(opened):
    made = opened("sample", "forces")
    made.body.pages.page().segments.open("chart")
    return made


@pytest.fixture
def panel(window, page_of):
    return page_of(window).chart


def units(window):
    rows = window.session.workspace.ask(order_of_battle)
    return {row.short_name or row.name: row for row in rows if row.noun == "unit"}


def test_that_every_unit_stands_under_its_superior_on_the_ground_of_its_side(window, panel):
    found = units(window)
    chart = panel.chart
    assert set(chart.cards) == {row.id for row in found.values()}
    assert chart.branching.parents == {row.id: row.superior_id for row in found.values()}
    sides = [row for row in window.session.workspace.ask(order_of_battle) if row.noun == "side"]
    assert {ground.id for ground in chart.plan.grounds} == {row.id for row in sides}
    assert panel.footer.text() == f"{len(found)} units"


def test_that_a_unit_put_under_another_moves_and_can_be_put_back(window, panel, page_of):
    found = units(window)
    unit, superior = found["1 Jgr Bn"], found["14 (POL) Bde"]
    panel._drop((unit.id,), superior.id)
    assert units(window)["1 Jgr Bn"].superior_id == superior.id
    assert panel.chart.branching.parents[unit.id] == superior.id
    assert panel.selected_ids() == (unit.id,)
    window.undo()
    assert panel.chart.branching.parents[unit.id] == unit.superior_id


def test_that_a_unit_under_itself_is_refused_and_nothing_is_offered(window, panel):
    found = units(window)
    brigade, battalion = found["14 (POL) Bde"], found["1 Tk Bn"]
    head = window.session.workspace.head
    panel._drop((brigade.id,), battalion.id)
    assert window.session.workspace.head == head


def test_that_what_is_chosen_fills_the_inspector_and_is_chosen_in_every_view(
    window, panel, page_of
):
    unit = units(window)["14 (POL) Bde"]
    page_of(window).show_record("unit", unit.id)
    assert page_of(window).segments.current == "chart"
    assert panel.selected_rows()[0].name == unit.name
    panel.chart.opened.emit(unit.id)
    assert page_of(window).segments.current == "tree"
    assert page_of(window).tree.selected_ids() == (unit.id,)


def test_that_the_filter_lets_units_stand_out_and_all_others_stay(window, panel, page_of):
    page_of(window).apply_filter("14 (pol) bde")
    found = {units(window)[name].id for name in ("14 (POL) Bde",)}
    assert found <= panel.chart.state.found
    assert len(panel.chart.cards) == len(units(window))
    assert "found" in panel.footer.text()
    page_of(window).apply_filter("")
    assert panel.chart.state.found is None


def test_that_the_bars_of_nations_narrow_the_chart_too(window, panel):
    panel.set_predicate(lambda row: row.nation == "POL")
    expected = {row.id for row in units(window).values() if row.nation == "POL"}
    assert panel.chart.state.found == expected


def test_that_people_that_nobody_stated_are_no_nought(opened, page_of):
    window = opened("empty", "forces")
    values = {"name": "Bde", "strength_planned": 3200}
    made = window.session.workspace.do(add_unit, values)
    below = window.session.workspace.do(add_unit, {"name": "Bn", "parent_id": made})
    page = page_of(window)
    page.segments.open("chart")
    entries = page.chart.chart.branching.entries
    assert (entries[made].detail, entries[below].detail) == ("– / 3,200", "")
    window.session.workspace.do(edit_units, [below], {"strength_present": 0})
    assert page.chart.chart.branching.entries[below].detail == "0 / –"


def test_that_nation_and_strength_are_shown_as_wished_and_remembered(window, panel):
    unit = units(window)["14 (POL) Bde"]
    entry = panel.chart.branching.entries[unit.id]
    assert entry.detail == "POL  ·  2,710 / 3,950"
    for box in (panel.nation, panel.strength):
        assert isinstance(box, QCheckBox)
        box.setChecked(False)
    assert panel.chart.branching.entries[unit.id].detail == ""
    assert panel._context.settings.get("forces.chart/nation") is False


def test_that_units_stand_under_whoever_commands_them_at_a_moment(window, panel):
    found = units(window)
    unit, leader = found["1 Tk Bn"], found["1 (NOR) Bde"]
    values = {"unit_id": unit.id, "superior_id": leader.id, "relation": "OPCON", "start": 120}
    window.session.workspace.do(VERBS["command_relation"].add, values)
    chart = panel.chart
    moments = [panel.structure.itemData(at) for at in range(panel.structure.count())]
    assert moments[0] is None
    assert 120 in moments
    assert chart.branching.parents[unit.id] == unit.superior_id
    panel.structure.setCurrentIndex(moments.index(120))
    panel._draw()
    assert chart.branching.parents[unit.id] == leader.id
    assert chart.branching.entries[unit.id].relation == "OPCON"
    assert not chart.movable
    panel.structure.setCurrentIndex(moments.index(0))
    panel._draw()
    assert chart.branching.parents[unit.id] == unit.superior_id


def test_that_the_chart_follows_what_is_changed_elsewhere(window, panel):
    found = units(window)
    unit, superior = found["Y Coy"], found["1 (NOR) Bde"]
    window.session.workspace.do(subordinate_units, [unit.id], superior.id)
    assert panel.chart.branching.parents[unit.id] == superior.id


def test_that_one_side_alone_can_be_looked_at(window, panel):
    panel.side.setCurrentIndex(2)
    panel._draw()
    assert {ground.id for ground in panel.chart.plan.grounds} == {panel.side.currentData()}


def test_that_a_unit_of_another_side_is_shown_when_it_is_gone_to(window, panel, page_of):
    unit = units(window)["14 (POL) Bde"]
    other = next(at for at in range(1, 5) if panel.side.itemData(at) != unit.side_id)
    panel.side.setCurrentIndex(other)
    panel._draw()
    assert unit.id not in panel.chart.cards
    page_of(window).show_record("unit", unit.id)
    assert unit.id in panel.chart.cards
    assert panel.selected_ids() == (unit.id,)


def test_that_an_exercise_without_units_says_what_belongs_here(opened, page_of):
    page = page_of(opened("empty", "forces"))
    page.segments.open("chart")
    assert page.chart._pages.currentIndex() == 1


def test_that_the_menu_opens_branches_and_does_what_the_tree_does(window, panel):
    unit = units(window)["14 (POL) Bde"]
    panel.select([unit.id])
    specs = {spec.label: spec for spec in panel.menu_specs()}
    assert {"Show in order of battle", "Close branch", "New unit", "Remove"} <= set(specs)
    specs["Close branch"].run()
    assert not panel.chart.is_open(unit.id)
    assert "Open branch" in {spec.label for spec in panel.menu_specs()}
    before = len(units(window))
    specs["Remove"].run()
    assert len(units(window)) == before - 1 - unit.below
    window.undo()
    assert len(units(window)) == before


def test_that_the_chart_is_shown_as_it_is_printed(window, panel, page_of, qtbot):
    panel._print()
    documents = page_of(window)
    qtbot.waitUntil(lambda: documents._composed is not None, timeout=20_000)
    assert documents._composed.code == "order-of-battle"


def test_that_a_chart_of_sides_without_units_says_what_belongs_there(opened, page_of):
    page = page_of(opened("empty", "forces"))
    page.verbs.add_side()
    page.segments.open("chart")
    assert not page.chart.chart.isVisible()


def test_that_the_menu_opened_by_key_is_that_of_the_unit_the_cursor_stands_on(window, panel):
    chart, unit = panel.chart, units(window)["Fyrlykt"]
    panel.select([unit.id])
    where = chart.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert chart.unit_at(chart.to_ground(where.center())) == unit.id


def test_that_the_chart_says_its_keys_and_leads_to_its_numbers(window, panel, page_of):
    assert "T shows the units as a table" in panel.chart.accessibleDescription()
    unit = units(window)["Fyrlykt"]
    panel.select([unit.id])
    spec = next(each for each in panel.menu_specs() if each.shortcut == "T")
    spec.run()
    page = page_of(window)
    assert page.segments.current == "table"
    assert page.table.selected_ids() == (unit.id,)
