"""The Exercise page: facts, doctrine, scales, markings and planning events in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.queries.doctrine import moves, planning_events, term_lines
from exerciseplanner.workspace.queries.exercise import exercise
from exerciseplanner.workspace.queries.injects import injects


@pytest.fixture
def page(opened, page_of):
    def open_page(kind="sample", segment="facts"):
        window = opened(kind, "exercise")
        made = page_of(window)
        made.segments.open(segment)
        return window, made, window.session.workspace

    return open_page


def typed(editor, text):
    editor.input.setText(text)
    editor.commit()


def said(window):
    return window.session.context.notices.said[-1].text


def cell(table, row_id, column):
    names = [each.name for each in table.model.columns]
    return table.model.index_of(row_id, names.index(column))


def put(table, row_id, column, value):
    return table.model.setData(cell(table, row_id, column), value)


def test_that_the_page_is_home_to_the_exercise(page):
    window, made, workspace = page(segment="scales")
    window.show_record("exercise", workspace.ask(exercise).id)
    assert made.segments.current == "facts"


def test_that_zone_j_is_refused_beside_its_field(page):
    _, made, workspace = page()
    editor = made.facts.dates.form.editor("zone")
    typed(editor, "J")
    assert "local time of whoever reads it" in editor.note.text()
    assert editor.note.isVisible()
    assert workspace.ask(exercise).zone == "Z"
    typed(editor, "b")
    assert workspace.ask(exercise).zone == "B"


def test_that_the_season_warns_of_a_zone_that_is_an_hour_off(page):
    _, made, workspace = page()
    workspace.do(edit_exercise, {"zone": "B"})
    assert "which is A" in made.facts.dates.warning()
    workspace.do(edit_exercise, {"startex": "2026-07-01T06:00:00Z"})
    assert made.facts.dates.warning() == ""


def test_that_moving_startex_moves_the_plan_in_one_step_that_says_so(page):
    window, made, workspace = page()
    starts = [row.start for row in workspace.ask(injects)]
    events = [row.on for row in workspace.ask(planning_events)]
    typed(made.facts.dates.form.editor("startex"), "050600ZNOV26")
    assert workspace.undo_label == "Move STARTEX"
    assert [row.start for row in workspace.ask(injects)] == starts
    moved = [row.on for row in workspace.ask(planning_events)]
    assert moved != events
    assert "3 d later" in said(window)
    assert f"{len(starts)} injects" in said(window)
    workspace.undo()
    assert [row.on for row in workspace.ask(planning_events)] == events


def test_that_form_and_inspector_write_the_exercise_by_the_same_way(page):
    window, made, workspace = page()
    window.inspect("exercise", (workspace.ask(exercise).id,))
    inspected = window.body.inspector.form("exercise").editor("startex")
    typed(inspected, "060600ZNOV26")
    assert workspace.undo_label == "Move STARTEX"
    assert made.facts.dates.form.editor("startex").input.text() == "060600ZNOV26"
    typed(made.facts.identification.editor("name"), "Another name")
    assert window.body.inspector.form("exercise").editor("name").input.text() == "Another name"


def test_that_the_two_marking_lines_follow_level_and_releases(page):
    _, made, workspace = page()
    card = made.facts.marking
    assert card.lines() == ("NATO UNCLASSIFIED", "Releasable to EU/PfP/MD/ICI")
    typed(card.editors["marking_level"], "NATO RESTRICTED")
    assert card.lines()[0] == "NATO RESTRICTED"
    workspace.do(edit_exercise, {"marking_releases": []})
    assert "Not released" in card.lines()[1]


def test_that_only_levels_of_the_policy_in_force_are_offered(page):
    _, made, _ = page()
    field = made.facts.marking.editors["marking_level"].field
    assert [code for code, _ in field.options] == ["NU", "NR", "NC", "NS", "CTS"]


def test_that_a_scale_is_not_changed_under_ratings(page):
    window, made, workspace = page(segment="scales")
    other = next(row for row in made.scales.scales.model.rows() if row.code == "TPU")
    made.scales.scales.select([other.id])
    made.scales.use()
    assert "no place on the scale T/P/U task rating" in said(window)
    assert workspace.ask(exercise).scale == "PSMU"


def test_that_a_scale_is_taken_into_force_where_nothing_is_rated(page):
    _, made, workspace = page("empty", "scales")
    other = next(row for row in made.scales.scales.model.rows() if row.code == "TPU")
    made.scales.scales.select([other.id])
    assert [row.code for row in made.scales.values.rows_shown()][:3] == ["T", "P", "U"]
    made.scales.use()
    assert workspace.ask(exercise).scale == "TPU"
    assert not made.scales.take.isVisible()


def test_that_a_term_is_worded_in_its_cell_and_marked(page):
    _, made, workspace = page(segment="doctrine")
    made.doctrine.open("inject_kind")
    table = made.doctrine.table()
    first = table.rows_shown()[0]
    assert put(table, first.id, "name", "Entry")
    changed = table.rows_shown()[0]
    assert changed.name == "Entry"
    evidence = cell(table, first.id, "tag").data()
    assert evidence.endswith("edited")
    workspace.undo()
    assert table.rows_shown()[0].name == first.name


def test_that_no_kind_of_term_scrolls_sideways_in_a_small_window(page, qapp):
    _, made, _ = page("empty", "doctrine")
    for kind in ("stage", "document", "planning_event", "legal_basis", "echelon"):
        made.doctrine.open(kind)
        qapp.processEvents()
        assert made.doctrine.table().view.horizontalScrollBar().maximum() == 0, kind
    assert made.doctrine.kinds.view.horizontalScrollBar().maximum() == 0


def test_that_the_code_of_a_used_term_cannot_be_typed_over(page):
    _, made, _ = page(segment="doctrine")
    made.doctrine.open("inject_state")
    table = made.doctrine.table()
    used = next(row for row in table.rows_shown() if row.uses)
    assert not table.model.flags(cell(table, used.id, "code")) & Qt.ItemFlag.ItemIsEditable
    made.doctrine.add_term()
    new = next(row for row in table.rows_shown() if not row.uses)
    assert table.model.flags(cell(table, new.id, "code")) & Qt.ItemFlag.ItemIsEditable


def test_that_a_used_term_is_kept_with_a_notice_and_an_unused_one_goes(page):
    window, made, _ = page(segment="doctrine")
    made.doctrine.open("means")
    table = made.doctrine.table()
    before = len(table.rows_shown())
    used = next(row for row in table.rows_shown() if row.uses)
    table.select([used.id])
    table.remove_selected()
    assert "cannot be removed" in said(window)
    assert len(table.rows_shown()) == before
    unused = next(row for row in table.rows_shown() if not row.uses)
    table.select([unused.id])
    table.remove_selected()
    assert "1 means of delivery removed" in said(window)
    assert len(table.rows_shown()) == before - 1


def test_that_terms_move_together_and_stop_at_the_top(page):
    _, made, _ = page("empty", "doctrine")
    made.doctrine.open("stage")
    table = made.doctrine.table()
    order = [row.id for row in table.rows_shown()]
    table.select(order[2:4])
    table.move_selected(-1)
    assert [row.id for row in table.rows_shown()] == [order[0], order[2], order[3], order[1]]
    table.move_selected(-1)
    table.move_selected(-1)
    assert [row.id for row in table.rows_shown()] == [order[2], order[3], order[0], order[1]]


def test_that_terms_to_verify_are_found_and_shown_alone(page):
    _, made, workspace = page("empty")
    made.show_terms_to_verify()
    shown = made.doctrine.table().rows_shown()
    assert shown
    assert {row.tag for row in shown} == {"R?"}
    kind = made.doctrine.kind
    assert len(shown) == sum(row.tag == "R?" for row in workspace.ask(term_lines, kind))
    assert "to verify" in made.headline


def test_that_a_move_is_allowed_from_the_line_above_the_table(page):
    window, made, workspace = page("empty", "doctrine")
    made.doctrine.open("inject_state")
    panel = made.doctrine.moves["inject_state"]
    panel.add()
    assert "Choose the state" in said(window)
    before = len(workspace.ask(moves, "inject_state"))
    for editor, text in ((panel.start, "Draft"), (panel.end, "Ready"), (panel.role, "Scripter")):
        editor.input.setText(text)
    panel.add()
    assert len(workspace.ask(moves, "inject_state")) == before + 1
    chosen = panel.table.selected_rows()[0]
    assert (chosen.from_name, chosen.to_name, chosen.role) == ("Draft", "Ready", "SCRIPTER")
    panel.remove_selected()
    assert len(workspace.ask(moves, "inject_state")) == before


def test_that_moves_follow_the_names_of_their_states(page):
    _, made, _ = page("empty", "doctrine")
    made.doctrine.open("inject_state")
    table = made.doctrine.table()
    assert put(table, table.rows_shown()[0].id, "name", "Sketch")
    assert made.doctrine.moves["inject_state"].table.rows_shown()[0].from_name == "Sketch"


def test_that_a_new_audience_gets_its_nations_by_name(page):
    _, made, workspace = page("empty", "markings")
    made.add_audience()
    table = made.markings.audiences
    new = table.selected_rows()[0]
    code = table.view.indexWidget(cell(table, new.id, "code")) or table.view.findChild(QLineEdit)
    code.setText("NORDIC")
    QTest.keyClick(code, Qt.Key.Key_Return)
    field = next(each.field for each in table.model.columns if each.name == "members")
    nations = table.vocabulary.parse(field, "Norway, Sweden")
    assert put(table, new.id, "members", nations)
    assert cell(table, new.id, "members").data() == "Norway, Sweden"
    workspace.do(edit_exercise, {"marking_releases": ["NORDIC"]})
    made.segments.open("facts")
    assert made.facts.marking.lines()[1] == "Releasable to NORDIC"


def test_that_the_markings_show_how_a_level_and_audiences_read(page):
    _, made, _ = page("empty", "markings")
    panel = made.markings
    usa = next(row for row in panel.policies.model.rows() if row.code == "US")
    panel.policies.select([usa.id])
    secret = next(row for row in panel.levels.rows_shown() if row.code == "S")
    panel.levels.select([secret.id])
    fvey = next(row for row in panel.audiences.rows_shown() if row.code == "FVEY")
    panel.audiences.select([fvey.id])
    assert panel.preview() == "SECRET//REL TO USA, FVEY"


def test_that_a_day_typed_for_an_event_becomes_its_distance(page):
    _, made, workspace = page(segment="events")
    table = made.events.table
    event = next(row for row in table.rows_shown() if row.code == "MPC")
    assert put(table, event.id, "on", "2026-10-23")
    changed = next(row for row in workspace.ask(planning_events) if row.code == "MPC")
    assert changed.offset == -10
    assert cell(table, event.id, "on").data() == "23 OCT 26"


def test_that_an_event_on_endex_has_no_day_without_one(page):
    _, made, workspace = page(segment="events")
    workspace.do(edit_exercise, {"endex": None})
    table = made.events.table
    event = next(row for row in table.rows_shown() if row.code == "HWU")
    assert cell(table, event.id, "on").data() == ""
    assert not put(table, event.id, "on", "2026-11-20")
    assert put(table, event.id, "anchor", "STARTEX")
    assert cell(table, event.id, "on").data() == "02 NOV 26"


def test_that_a_new_planning_event_stands_a_month_before_startex(page):
    _, made, workspace = page("empty", "events")
    made.events.add()
    assert made.events.table.selected_rows()[0].offset == -30
    workspace.undo()
    assert not made.events.table.selected_ids()


def test_that_nothing_can_be_changed_in_an_exercise_that_is_only_read(qtbot, qapp, tmp_path):
    from exerciseplanner.ui.shell.main_window import MainWindow
    from exerciseplanner.ui.widgets.settings import Settings
    from exerciseplanner.workspace.workspace import Workspace
    from tests.samples import sample_at

    path = sample_at(tmp_path / "read.exercise")
    window = MainWindow(Workspace.open(path, read_only=True), settings=Settings(None, kept=False))
    qtbot.addWidget(window)
    window.show()
    window.go("exercise")
    made = window.body.pages.page()
    made.segments.open("doctrine")
    table = made.doctrine.table()
    first = table.rows_shown()[0]
    assert not table.model.flags(cell(table, first.id, "name")) & Qt.ItemFlag.ItemIsEditable
    assert made.facts.identification.editor("name").input.isReadOnly()


def test_that_what_is_being_typed_when_the_window_closes_is_kept(page):
    from exerciseplanner.workspace.workspace import Workspace

    window, made, workspace = page("empty", "doctrine")
    made.doctrine.open("stage")
    made.doctrine.add_term()
    made.doctrine.table().view.findChild(QLineEdit).setText("Recovery")
    window.close()
    again = Workspace.open(workspace.path)
    assert again.ask(term_lines, "stage")[-1].name == "Recovery"
    again.close()
