"""The force flow on a real exercise: bars, time in hand and what it asks of each nation."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton

from exerciseplanner.domain.force_flow import DAY
from exerciseplanner.ui.widgets import theme
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.operations.forces import edit_units
from exerciseplanner.workspace.queries.exercise import exercise
from exerciseplanner.workspace.queries.force_flow import flow_of_units, force_flow
from exerciseplanner.workspace.queries.forces import units


@pytest.fixture
def sample(opened):
    window = opened("sample", "forces")
    workspace = window.session.workspace
    every = workspace.ask(units)
    nothing = dict.fromkeys(("notice_days", "movement_hours", "required_by", "arrival"))
    workspace.do(edit_units, [row.id for row in every], nothing)
    workspace.do(edit_exercise, {"activation": -20 * DAY})
    return window


@pytest.fixture
def page(sample, page_of):
    found = page_of(sample)
    found.segments.open("flow")
    return found


def brigade(window):
    rows = window.session.workspace.ask(units)
    return next(row for row in rows if row.name == "1 Mechanised Brigade (NOR)")


def state(window, **values):
    window.session.workspace.do(edit_units, [brigade(window).id], values)
    return {row.id: row for row in window.session.workspace.ask(flow_of_units)}


def test_that_a_unit_that_states_nothing_moves_with_its_superior(sample, page):
    found = state(sample, notice_days=5, movement_hours=24, required_by=0)
    head = brigade(sample)
    below = [row for row in sample.session.workspace.ask(units) if row.parent_id == head.id]
    assert below
    assert {found[row.id].moves_with for row in below} == {head.short_name}
    assert found[head.id].people > sum(found[row.id].people for row in below)
    flow = sample.session.workspace.ask(force_flow)
    assert [row.id for row in flow.rows] == [head.id]
    assert flow.nations[0].nation == "NOR"
    assert flow.nations[0].share == 1


def test_that_the_most_pressing_stands_first_and_is_marked(sample, page):
    state(sample, notice_days=20, movement_hours=48, required_by=-DAY)
    first = page.flow.table.rows_shown()[0]
    assert first.id == brigade(sample).id
    columns = {each.name: each for each in page.flow.table.model.columns}
    assert columns["in_hand"].text_of(first) == "3 days late"
    assert columns["in_hand"].tone(first) == "danger"
    chips = [each.text() for each in page.flow.findChildren(QPushButton) if each.text()]
    assert "Late 1" in chips


def test_that_a_state_and_a_nation_narrow_the_list(sample, page):
    state(sample, notice_days=1, movement_hours=2, required_by=0)
    page.flow._choose_state("in_time")
    assert [row.id for row in page.flow.table.rows_shown()] == [brigade(sample).id]
    page.flow.nations._choose(0)
    assert {row.nation for row in page.flow.table.rows_shown()} == {"NOR"}
    page.flow._choose_state("in_time")
    page.flow.nations._choose(0)
    assert len(page.flow.table.rows_shown()) == 90


def test_that_the_activation_order_is_set_above_and_undone(sample, page):
    page.flow.activation.committed.emit(-10 * DAY)
    assert sample.session.workspace.ask(exercise).activation == -10 * DAY
    sample.session.workspace.undo()
    assert sample.session.workspace.ask(exercise).activation == -20 * DAY


def test_that_notice_and_movement_are_drawn_in_the_column_of_bars(sample, page, qtbot):
    state(sample, notice_days=10, movement_hours=120, required_by=0)
    table = page.flow.table
    place = table.model.index_of(brigade(sample).id, table.place)
    qtbot.waitUntil(lambda: table.view.visualRect(place).width() > 100)
    picture = QImage(table.view.viewport().grab().toImage())
    rect = table.view.visualRect(place)
    ratio = picture.devicePixelRatio()
    middle = round(rect.center().y() * ratio)
    line = [
        picture.pixelColor(round(x * ratio), middle).name()
        for x in range(rect.left(), rect.right())
    ]
    assert line.count(theme.token("accent").name()) > rect.width() * 0.1


def test_that_an_empty_flow_shows_only_what_it_is_for(opened, page_of):
    page = page_of(opened("empty", "forces"))
    page.segments.open("flow")
    for part in (page.flow.axis, page.flow.activation, page.flow.nations):
        assert not part.isVisible()


def test_that_a_nation_is_not_in_time_where_the_order_is_not_fixed(opened, page_of):
    page = page_of(opened("sample", "forces"))
    page.segments.open("flow")
    page.flow._commit(None)
    found = page.context.ask(force_flow)
    lost = {row.participant_id for row in found.rows if row.state == "unknown"}
    doubtful = [row for row in found.nations if row.participant_id in lost and not row.late]
    assert doubtful
    for row in doubtful:
        said = page.flow.nations.in_a_sentence(row)
        assert said.endswith("tight" if row.tight else "not known")
        assert said in page.flow.nations.accessibleDescription()


def test_that_bars_have_the_room_that_others_leave_and_nations_make_way(sample, page, qtbot):
    state(sample, notice_days=1, movement_hours=2, required_by=0)
    flow = page.flow
    flow.resize(1700, 600)
    wide = flow.table.header.sectionSize(flow.table.place)
    assert flow.nations.isVisible()
    assert wide >= 1.8 * theme.scaled(flow.table.model.columns[flow.table.place].width)
    flow.resize(810, 600)
    assert not flow.nations.isVisible()
    across = flow.table.view.horizontalScrollBar()
    qtbot.waitUntil(lambda: not across.maximum(), timeout=2_000)
