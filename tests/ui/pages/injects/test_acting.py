"""What planners do to the script: every act is one step, offers a way back, and says a refusal."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


def choose(page, by_serial, *serials):
    page.view.select([by_serial(page)[serial].id for serial in serials])


def test_that_a_new_inject_stands_where_the_selection_is_and_is_named_at_once(
    page, by_serial, act, qtbot
):
    choose(page, by_serial, "SL02-E01")
    act(page, "new")
    editor = QApplication.focusWidget()
    editor.setText("Ship adrift")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    row = next(row for row in page.view.model.rows() if row.title == "Ship adrift")
    assert row.strand_id == by_serial(page)["SL02-E01"].id
    assert row.serial == "SL02-E01-001"
    assert row.state == "draft"


def test_that_what_is_new_below_the_selection_is_one_level_down(page, by_serial, act):
    page.view.view.clearSelection()
    made = []
    for serial in (None, "SL01", "SL01-E01", "SL01-E01-I01", "A1"):
        if serial:
            choose(page, by_serial, serial)
        before = {row.id for row in page.view.model.rows()}
        act(page, "new_strand")
        made += [row for row in page.view.model.rows() if row.id not in before]
    parents = {row.id: row.serial for row in page.view.model.rows()}
    assert [(row.level, parents.get(row.parent_id, "")) for row in made] == [
        ("storyline", ""),
        ("event", "SL01"),
        ("incident", "SL01-E01"),
        ("incident", "SL01-E01"),
        ("storyline", ""),
    ]


def test_that_removing_a_storyline_takes_its_injects_and_one_undo_brings_all_back(
    page, by_serial, act, shown, said
):
    before = shown(page)
    choose(page, by_serial, "SL01")
    act(page, "remove")
    assert shown(page) == ["SL02", "SL02-E01", "B1", "No storyline", "F1"]
    assert said(page)[-1] == "The cable removed with everything in it"
    page.context.notices.said[-1].run()
    assert shown(page) == before


def test_that_after_removing_an_inject_the_one_shown_below_it_is_selected(page, by_serial, act):
    choose(page, by_serial, "A2")
    act(page, "remove")
    assert [row.serial for row in page.chosen()] == ["A3"]


def test_that_a_duplicated_storyline_brings_copies_of_everything_in_it(page, by_serial, act):
    choose(page, by_serial, "SL01", "A1")
    act(page, "duplicate")
    copy = page.chosen()[0]
    assert (copy.level, copy.title, copy.serial, copy.injects) == (
        "storyline", "The cable", "SL03", 3,
    )  # fmt: skip
    inside = [row for row in page.view.model.rows() if row.storyline_id == copy.id]
    assert [row.serial for row in inside] == [
        "SL03", "SL03-E01", "SL03-E01-I01",
        "SL03-E01-I01-001", "SL03-E01-I01-002", "SL03-E01-I01-003",
    ]  # fmt: skip
    assert {row.state for row in inside if row.noun == "inject"} == {"draft"}


def test_that_shifting_a_strand_moves_its_injects_and_keeps_their_distances(
    page, by_serial, act, said
):
    choose(page, by_serial, "SL01-E01")
    act(page, "shift")
    asking = QApplication.activePopupWidget()
    asking.line.setText("to D+2 0900")
    assert "140700ZSEP26 → 160900ZSEP26" in asking.note.text()
    asking.line.returnPressed.emit()
    rows = by_serial(page)
    assert [rows[each].start for each in ("A1", "A2", "A3", "B1")] == [3060, 3120, 4500, 30]
    page.context.notices.said[-1].run()
    assert by_serial(page)["A1"].start == 60


def test_that_a_shift_that_is_not_understood_says_so_and_changes_nothing(page, by_serial, act):
    choose(page, by_serial, "A1")
    act(page, "shift")
    asking = QApplication.activePopupWidget()
    asking.line.setText("banana")
    asking.line.returnPressed.emit()
    assert asking.isVisible()
    assert asking.note.property("role") == "refusal"
    asking.close()
    assert by_serial(page)["A1"].start == 60


def test_that_only_states_the_doctrine_leads_to_can_be_chosen(page, by_serial, act):
    choose(page, by_serial, "A1")
    menu = page.acting.open_states()
    enabled = [entry.text() for entry in menu.actions() if entry.isEnabled()]
    assert enabled == ["In review", "Cancelled"]
    next(entry for entry in menu.actions() if entry.text() == "In review").trigger()
    menu.close()
    assert by_serial(page)["A1"].state == "in_review"


def test_that_a_refused_change_of_state_is_explained(page, by_serial, said):
    choose(page, by_serial, "A1", "A2")
    rows = list(page.chosen())
    page.acting._set_state(rows, "in_review")
    assert "A2 is Closed and cannot become In review from there." in said(page)[-1]
    assert by_serial(page)["A1"].state == "draft"


def test_that_a_state_without_a_way_on_says_so(page, by_serial):
    choose(page, by_serial, "A2")
    menu = page.acting.open_states()
    assert menu.actions()[0].text() == "No move leads on from Closed"
    menu.close()


def test_that_injects_are_linked_to_an_objective_beside_those_they_serve(page, by_serial, act):
    choose(page, by_serial, "A1", "A3")
    act(page, "objective")
    asking = QApplication.activePopupWidget()
    asking.line.setText("keep moving")
    asking.line.returnPressed.emit()
    assert by_serial(page)["A1"].objective_codes == "TO-1, TO-10"
    assert by_serial(page)["A3"].objective_codes == "TO-10"


def test_that_rows_are_moved_below_a_strand_chosen_from_a_list(page, by_serial, act):
    choose(page, by_serial, "F1", "A3")
    act(page, "move")
    asking = QApplication.activePopupWidget()
    asking.line.setText("crane")
    asking.line.returnPressed.emit()
    event = by_serial(page)["SL02-E01"].id
    assert {by_serial(page)[each].strand_id for each in ("F1", "A3")} == {event}
    assert "No storyline" not in by_serial(page)


def test_that_injects_moved_up_exchange_their_times(page, by_serial, act, shown):
    choose(page, by_serial, "A2")
    act(page, "up")
    rows = by_serial(page)
    assert (rows["A2"].start, rows["A1"].start) == (60, 120)
    assert shown(page)[3:6] == ["A2", "A1", "A3"]
    act(page, "up")
    assert shown(page)[3:6] == ["A2", "A1", "A3"]


def test_that_storylines_moved_down_change_their_order(page, by_serial, act, shown):
    choose(page, by_serial, "SL01")
    act(page, "down")
    assert shown(page)[:2] == ["SL02", "SL02-E01"]
    assert [row.serial for row in page.chosen()] == ["SL01"]


def test_that_dropping_an_inject_into_a_strand_keeps_its_time_and_serial(page, by_serial):
    rows = by_serial(page)
    page.view.rows_dropped.emit((rows["A1"].id,), rows["SL02-E01"].id, "into")
    moved = by_serial(page)["A1"]
    assert (moved.strand_id, moved.start, moved.serial) == (rows["SL02-E01"].id, 60, "A1")


def test_that_an_impossible_drop_is_refused_in_words(page, by_serial, said):
    rows = by_serial(page)
    page.view.rows_dropped.emit((rows["SL01"].id,), rows["SL02-E01"].id, "into")
    assert "cannot stand below event" in said(page)[-1]
    assert by_serial(page)["SL01"].parent_id is None


def test_that_nothing_can_be_changed_in_a_file_opened_to_be_read(make_page, by_serial):
    page = make_page(read_only=True)
    choose(page, by_serial, "A1")
    free = {spec.id for spec in page.page_actions() if spec.is_enabled}
    assert free == {"injects.view", "injects.expand", "injects.collapse"}
    model = page.view.model
    assert not model.flags(model.index_of(by_serial(page)["A1"].id)) & Qt.ItemFlag.ItemIsEditable


def test_that_an_empty_plan_offers_two_ways_to_begin(make_page, act):
    page = make_page(())
    buttons = page.view.findChildren(type(page.view._pages.widget(1)))
    assert [made.text() for made in buttons[0].buttons] == ["New storyline", "Import MSEL…"]
    assert page.bar.isHidden()
    act(page, "new_storyline")
    assert [row.level for row in page.view.model.rows()] == ["storyline"]
    assert not page.bar.isHidden()


def test_that_every_action_has_its_own_id_and_shortcut(page):
    specs = page.page_actions()
    assert len({spec.id for spec in specs}) == len(specs)
    keys = [spec.shortcut for spec in specs if spec.shortcut]
    assert len(set(keys)) == len(keys)
    assert [spec.id for spec in specs if spec.primary] == ["injects.new"]
