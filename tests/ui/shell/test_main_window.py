"""The window around the pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.faults import Fault
from exerciseplanner.ui.shell.main_window import MainWindow
from exerciseplanner.ui.shell.start import open_in
from exerciseplanner.ui.widgets import dialogs, theme
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.notices import NoticeCard
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.operations.injects import edit_injects, remove_injects
from exerciseplanner.workspace.queries.injects import injects
from exerciseplanner.workspace.workspace import Workspace
from tests.ui.shell.demo_page import DEMO


def _notices(window):
    return [card.notice.text for card in window.findChildren(NoticeCard) if card.isVisible()]


def _menu(window, name):
    return [action.text() for action in window.menus.fill(name).actions() if action.text()]


def test_that_without_an_exercise_the_ways_to_begin_are_shown(empty_window):
    assert empty_window.start_screen.isVisible()
    assert set(empty_window.start_screen.doors) == {"new", "open", "sample", "forces", "injects"}
    assert not empty_window.banners[0].isVisible()


def test_that_an_exercise_shows_its_marking_at_top_and_bottom(window):
    lines = {banner.text for banner in window.banners if banner.isVisible()}
    assert len(lines) == 1
    assert "UNCLASSIFIED" in lines.pop()
    assert window.windowTitle() == "Forces – Trial – Exercise planner"


def test_that_a_new_marking_is_on_the_banner_at_once(window, workspace):
    workspace.do(edit_exercise, {"marking_releases": ["EU"]})
    assert window.banners[1].text.endswith("EU")


def test_that_pages_are_made_when_first_opened_and_then_kept(window):
    assert list(window.body.pages.made()) == ["units"]
    window.go("injects")
    first = window.body.pages.page()
    window.go("units")
    window.go("injects")
    assert window.body.pages.page() is first


def test_that_selecting_fills_the_inspector_and_a_link_leads_on(window, workspace):
    window.go("injects")
    page = window.body.pages.page()
    row = workspace.ask(injects)[1]
    page.table.select([row.id])
    assert window.body.inspector.subject == ("inject", (row.id,))
    unit = next(r for r in window.session.context.ask(_units()) if r.name == "Brigade")
    window.session.context.show("unit", unit.id)
    assert window.body.pages.current == "units"
    assert window.body.inspector.subject == ("unit", (unit.id,))
    window.go_back()
    assert window.body.inspector.subject[0] == "inject"
    window.go_forward()
    assert window.body.inspector.subject == ("unit", (unit.id,))


def _units():
    from exerciseplanner.workspace.queries.forces import units

    return units


def test_that_the_inspector_follows_changes_and_removals(window, workspace):
    window.go("injects")
    row = workspace.ask(injects)[0]
    window.inspect("inject", (row.id,))
    workspace.do(edit_injects, [row.id], {"title": "Cable repaired"})
    form = window.body.inspector.form("inject")
    assert form.editor("title").input.text() == "Cable repaired"
    workspace.do(remove_injects, [row.id])
    assert not form.isVisible()


def test_that_a_click_on_the_row_selected_fills_the_inspector_again(window, workspace, qtbot):
    window.go("injects")
    table = window.body.pages.page().table
    row = workspace.ask(injects)[1]
    at = table.view.visualRect(table.model.index_of(row.id)).center()
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    window.go("units")
    window.go("injects")
    assert window.body.inspector.subject != ("inject", (row.id,))
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.body.inspector.subject == ("inject", (row.id,))


def test_that_an_undo_offered_for_one_change_does_not_take_back_another(window, workspace):
    row = workspace.ask(injects)[0]
    workspace.do(edit_injects, [row.id], {"title": "Changed"})
    window.session.context.offer_undo("1 inject changed")
    assert _notices(window) == ["1 inject changed"]
    workspace.do(edit_injects, [row.id], {"title": "Changed again"})
    assert _notices(window) == []


def test_that_redo_answers_to_both_of_its_shortcuts(window):
    keys = window.actions_list._keys["edit.redo"].shortcuts()
    assert [key.toString() for key in keys] == ["Ctrl+Shift+Z", "Ctrl+Y"]


def test_that_enter_opens_a_door_of_the_start_screen(empty_window, qtbot):
    door = empty_window.start_screen.doors["new"]
    with qtbot.waitSignal(door.clicked):
        qtbot.keyClick(door, Qt.Key.Key_Return)


def test_that_undo_is_named_and_takes_back(window, workspace, qtbot):
    row = workspace.ask(injects)[0]
    workspace.do(edit_injects, [row.id], {"title": "Changed"})
    assert "Undo edit inject" in _menu(window, "Edit")
    window.undo()
    assert workspace.ask(injects)[0].title == "Cable cut"
    assert "Redo edit inject" in _menu(window, "Edit")
    assert window.body.status.text == "Taken back: Edit inject"


def test_that_a_refused_operation_is_a_notice_and_no_more(window):
    context = window.session.context
    assert context.do(edit_injects, ["nobody"], {"title": "x"}) is None
    assert len(_notices(window)) == 1


def test_that_a_fault_says_what_is_safe_and_what_to_do(window):
    window.show_reason(
        Fault("The disk is full.", safe="Nothing was lost.", remedy="Free some space.")
    )
    dialog = window.findChild(dialogs.Dialog)
    texts = {label.text() for label in dialog.findChildren(type(window.body.status._saved))}
    assert {"The disk is full.", "Nothing was lost.", "Free some space."} <= texts
    dialog.reject()


def test_that_only_the_page_in_sight_listens_to_its_shortcuts(window):
    window.go("injects")
    add = window.findChild(QAction, "demo.add")
    assert add.isEnabled()
    window.go("units")
    assert not window.findChild(QAction, "demo.add").isEnabled()
    assert "Add inject" not in _menu(window, "Page")


def test_that_no_shortcut_is_given_twice(window):
    window.go("injects")
    keys = [spec.shortcut for spec in window.actions_list.here() if spec.shortcut]
    assert len(keys) == len(set(keys))


def test_that_every_action_has_a_label_and_an_id_of_its_own(window):
    every = window.actions_list.every()
    assert all(spec.label for spec in every)
    assert len({spec.id for spec in every}) == len(every)


def test_that_a_disabled_action_does_nothing(window):
    done = []
    window.actions_list.add(
        [ActionSpec("x", "X", lambda: done.append(1), enabled_when=lambda: False)]
    )
    assert not window.actions_list.run("x")
    assert done == []


def test_that_the_palette_finds_pages_actions_and_records(window, qtbot):
    window.go("injects")
    window.open_palette()
    labels = {entry.label for entry in window.palette_box.entries()}
    assert {"Forces", "Add inject", "Preferences"} <= labels
    qtbot.keyClicks(window.palette_box.box, "drone")
    qtbot.waitUntil(lambda: any("Drone seen" in e.label for e in window.palette_box.entries()))
    qtbot.keyClick(window.palette_box.box, Qt.Key.Key_Return)
    assert window.body.pages.page().table.selected_rows()[0].title == "Drone seen"


def test_that_the_inspector_lies_over_the_page_where_there_is_little_room(window, workspace):
    window.go("injects")
    window.resize(1000, 700)
    assert not window.body.inspector.isVisible()
    window.body.pages.page().table.select([workspace.ask(injects)[0].id])
    inspector = window.body.inspector
    assert inspector.isVisible()
    assert inspector.geometry().right() == window.body.width() - 1
    window.resize(1400, 800)
    assert inspector.isVisible()
    assert inspector.parent() is not window.body


def test_that_the_history_lists_steps_and_goes_back_to_one(window, workspace):
    row = workspace.ask(injects)[0]
    workspace.do(edit_injects, [row.id], {"title": "One"})
    workspace.do(edit_injects, [row.id], {"title": "Two"})
    window.open_history()
    history = window.body.drawer.history
    assert "Edit inject" in history.item(0).text()
    history.itemActivated.emit(history.item(1))
    assert workspace.ask(injects)[0].title == "Cable cut"
    assert "2 steps taken back" in _notices(window)[-1]


def test_that_closing_gives_the_file_back_and_remembers_it(window, workspace, settings):
    path = workspace.path
    window.close_exercise()
    assert window.start_screen.isVisible()
    reopened = Workspace.open(path)
    assert not reopened.read_only
    reopened.close()


def test_that_the_window_comes_back_as_it_was_left(window, workspace, qtbot, settings):
    path = workspace.path
    window.go("injects")
    window.toggle_rail()
    window.toggle_inspector()
    window.close()
    again = MainWindow(Workspace.open(path), specs=DEMO, settings=settings)
    qtbot.addWidget(again)
    again.resize(1366, 768)
    again.show()
    assert again.body.pages.current == "injects"
    assert again.body.rail.is_folded
    assert not again.body.inspector.isVisible()


def test_that_the_navigation_folds_where_room_is_short_and_comes_back_as_it_was(window, qtbot):
    rail = window.body.rail
    window.resize(900, 480)
    qtbot.waitUntil(lambda: rail.is_folded)
    assert (window.width(), window.height()) == (900, 480)
    window.body.remember()
    assert not window.settings.get("rail/folded", True)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: not rail.is_folded)


def test_that_a_file_open_elsewhere_is_shown_to_be_read_only(empty_window, workspace):
    second = Workspace.open(workspace.path, read_only=True)
    empty_window.open_workspace(second)
    assert empty_window.body.status.text == "Open for reading only"
    assert empty_window.session.context.commit("inject") is None
    assert not empty_window.actions_list.run("edit.undo")
    workspace.close()


def test_that_a_file_that_is_none_is_told_over_the_start_screen(empty_window, tmp_path):
    path = tmp_path / "other.exercise"
    path.write_text("not an exercise")
    open_in(empty_window, path)
    dialog = empty_window.findChild(dialogs.Dialog)
    assert dialog.isVisible()
    assert empty_window.start_screen.isVisible()
    dialog.reject()


def test_that_a_refusal_shown_by_the_window_is_a_sentence(empty_window):
    empty_window.show_reason(Refusal("No.", remedy="Do this."))
    assert _notices(empty_window) == ["No. Do this."]


def test_that_every_theme_and_size_of_type_can_be_put_in_force(window, qapp):
    for name in ("dark", "contrast", "light"):
        for scale in (1.0, 2.0):
            window.settings.put("theme", name)
            window.settings.put("scale", scale)
            window.apply_preferences()
            assert theme.name() == name
            assert not window.grab().isNull()
    window.settings.put("scale", 1.0)
    window.apply_preferences()


@pytest.mark.parametrize(
    "opener", ["open_preferences", "open_shortcuts", "open_about", "new_exercise"]
)
def test_that_dialogs_open_without_waiting(window, opener):
    getattr(window, opener)()
    dialog = window.findChild(dialogs.Dialog)
    assert dialog.isVisible()
    assert not dialog.grab().isNull()
    dialog.reject()


def test_that_everything_that_can_be_reached_by_tab_has_a_name(window):
    window.go("injects")
    unnamed = [
        widget
        for widget in window.findChildren(object)
        if hasattr(widget, "focusPolicy")
        and widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
        and type(widget).__name__ not in ("QScrollArea", "InspectorSheet", "QStackedWidget")
    ]
    assert not unnamed


def test_that_enter_presses_the_button_that_the_keyboard_has_come_to(window):
    window.go("injects")
    door = next(
        each for each in window.body.rail.findChildren(QToolButton)
        if each.accessibleName() == "Forces"
    )  # fmt: skip
    door.setFocus()
    QTest.keyClick(door, Qt.Key.Key_Return)
    assert window.body.pages.current == "units"
