"""Forms made from fields, and their editors."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets.editors import editor_for
from exerciseplanner.ui.widgets.form import Form
from exerciseplanner.workspace.operations.injects import edit_injects
from exerciseplanner.workspace.queries.injects import injects
from exerciseplanner.workspace.queries.records import records


@pytest.fixture
def ids(workspace):
    return [row.id for row in workspace.ask(injects)]


@pytest.fixture
def form(themed, qtbot, vocabulary, workspace):
    made = Form(
        "inject",
        vocabulary,
        lambda ids, field, value: workspace.do(edit_injects, ids, {field: value}),
        follow=lambda noun, row_id: None,
    )
    qtbot.addWidget(made)
    made.resize(360, 900)
    made.show()
    return made


def _show(form, workspace, ids):
    form.show_rows(workspace.ask(records, "inject", ids))


def test_that_every_field_has_an_editor_with_a_name_to_be_heard(form):
    for field in NOUNS["inject"].fields:
        assert form.editor(field.name).input.accessibleName() == field.label


def test_that_every_value_shown_is_the_value_taken_back(form, workspace, ids):
    _show(form, workspace, ids[:1])
    assert not [f.name for f in form.fields if form.editor(f.name).has_been_touched()]


def test_that_enter_commits_and_a_tick_says_so(form, workspace, ids, qtbot):
    _show(form, workspace, ids[:1])
    editor = form.editor("title")
    editor.input.setText("Cable repaired")
    qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    assert workspace.ask(records, "inject", ids[:1])[0]["title"] == "Cable repaired"
    assert editor.note.text() == "✓ Saved"


def test_that_a_value_shared_by_none_reads_several_values(form, workspace, ids):
    _show(form, workspace, ids)
    assert form.editor("title").input.text() == ""
    assert form.editor("title").input.placeholderText() == "Several values"


def test_that_one_edit_sets_the_field_of_every_record_in_one_step(form, workspace, ids, qtbot):
    _show(form, workspace, ids)
    editor = form.editor("cell")
    editor.input.setText("GREY")
    qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    assert {row.cell for row in workspace.ask(injects)} == {"GREY"}
    workspace.undo()
    assert {row.cell for row in workspace.ask(injects)} == {""}


def test_that_leaving_a_field_of_several_values_untouched_commits_nothing(
    form, workspace, ids, qtbot
):
    before = len(workspace.history())
    _show(form, workspace, ids)
    form.editor("title").input.setFocus()
    form.editor("cell").input.setFocus()
    assert len(workspace.history()) == before


def test_that_a_refusal_stands_under_the_field_and_esc_puts_back(form, workspace, ids, qtbot):
    _show(form, workspace, ids[:1])
    editor = form.editor("title")
    editor.input.setText("")
    qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    assert editor.note.isVisible()
    assert editor.note.property("role") == "refusal"
    qtbot.keyClick(editor.input, Qt.Key.Key_Escape)
    assert editor.input.text() == "Cable cut"
    assert not editor.note.isVisible()


def test_that_a_time_says_how_it_is_understood_while_it_is_typed(form, workspace, ids, qtbot):
    _show(form, workspace, ids[:1])
    editor = form.editor("start")
    editor.input.setFocus()
    editor.input.selectAll()
    qtbot.keyClicks(editor.input, "D+2 0900")
    assert editor.note.text() == "160900ZSEP26  ·  STARTEX+2 0900"


def test_that_a_section_folds(form, workspace, ids):
    _show(form, workspace, ids[:1])
    title = next(b for b in form.findChildren(QToolButton) if b.text() == "Time")
    title.click()
    assert not form.editor("start").isVisible()
    title.click()
    assert form.editor("start").isVisible()


def test_that_a_long_choice_is_found_by_a_part_of_its_name(themed, qtbot, vocabulary):
    state = NOUNS["inject"].field("state")
    editor = editor_for(state, vocabulary)
    qtbot.addWidget(editor)
    editor.show()
    editor.set_value("")
    option = vocabulary.options(state)[-1]
    editor.input.setText(option.label[:-1].lower())
    with qtbot.waitSignal(editor.committed) as signal:
        qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    assert signal.args == [option.code]


def test_that_a_code_nobody_knows_is_refused_beside_the_field(themed, qtbot, vocabulary):
    editor = editor_for(NOUNS["inject"].field("state"), vocabulary)
    qtbot.addWidget(editor)
    editor.show()
    editor.set_value("")
    editor.input.setText("no such state")
    qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    assert "no such state" in editor.note.text()
    with pytest.raises(Refusal):
        editor.value()


def test_that_ticking_codes_commits_them_together(themed, qtbot, vocabulary):
    editor = editor_for(NOUNS["inject"].field("marking_releases"), vocabulary)
    qtbot.addWidget(editor)
    editor.show()
    editor.set_value('["EU"]')
    editor.input.open_list()
    ticks = editor.input._list
    for place in range(ticks._list.count()):
        ticks._list.item(place).setCheckState(Qt.CheckState.Checked)
    with qtbot.waitSignal(editor.committed) as signal:
        ticks.close()
    assert set(signal.args[0]) == {o.code for o in vocabulary.options(editor.field)}


def test_that_one_record_after_several_has_its_hints_back(themed, qtbot, vocabulary):
    for name in ("title", "start", "note"):
        editor = editor_for(NOUNS["inject"].field(name), vocabulary)
        qtbot.addWidget(editor)
        hint = editor.input.placeholderText()
        for _ in range(2):
            editor.set_several()
            assert editor.input.placeholderText() == "Several values"
        editor.set_value(None)
        assert editor.input.placeholderText() == hint


def test_that_codes_are_ticked_one_after_another_by_typing_and_enter(themed, qtbot, vocabulary):
    editor = editor_for(NOUNS["inject"].field("marking_releases"), vocabulary)
    qtbot.addWidget(editor)
    editor.show()
    editor.input.open_list()
    ticks = editor.input._list
    for word in ("EU", "NATO"):
        qtbot.keyClicks(ticks._filter, word)
        qtbot.keyClick(ticks._filter, Qt.Key.Key_Return)
        assert ticks.isVisible()
        assert ticks._filter.text() == ""
    with qtbot.waitSignal(editor.committed) as signal:
        qtbot.keyClick(ticks._filter, Qt.Key.Key_Return)
    assert "EU" in signal.args[0]
    assert len(signal.args[0]) == 2


def test_that_enter_in_the_list_keeps_what_space_ticked(themed, qtbot, vocabulary):
    editor = editor_for(NOUNS["inject"].field("marking_releases"), vocabulary)
    qtbot.addWidget(editor)
    editor.show()
    for ticking in ([Qt.Key.Key_Space], []):  # Enter alone takes the line the cursor is on
        editor.set_value("[]")
        editor.input.open_list()
        ticks = editor.input._list
        qtbot.keyClick(ticks._filter, Qt.Key.Key_Down)
        for key in ticking:
            qtbot.keyClick(ticks._list, key)
        with qtbot.waitSignal(editor.committed) as signal:
            qtbot.keyClick(ticks._list, Qt.Key.Key_Return)
        assert len(signal.args[0]) == 1


def test_that_esc_in_the_list_of_ticks_leaves_everything_as_it_was(themed, qtbot, vocabulary):
    editor = editor_for(NOUNS["inject"].field("marking_releases"), vocabulary)
    qtbot.addWidget(editor)
    editor.show()
    editor.set_value('["EU"]')
    editor.input.open_list()
    ticks = editor.input._list
    ticks._list.item(0).setCheckState(Qt.CheckState.Unchecked)
    with qtbot.assertNotEmitted(editor.committed):
        qtbot.keyClick(ticks, Qt.Key.Key_Escape)
    assert editor.value() == ("EU",)
