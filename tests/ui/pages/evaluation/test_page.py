"""Rating on the evaluator's sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from exerciseplanner.workspace.queries.evaluation_sheet import criteria_sheet, ratings_of
from exerciseplanner.workspace.queries.evaluators import evaluators
from exerciseplanner.workspace.queries.lessons import lessons


def sheet(window):
    person = window.session.workspace.ask(evaluators)[0]
    return person, window.session.workspace.ask(criteria_sheet, person.id)


def unrated(window):
    person, rows = sheet(window)
    return person, next(row for row in rows if row.noun == "criterion" and not row.mine)


def mine(window, person, row):
    found = window.session.workspace.ask(ratings_of, "criterion", row.id)
    return {rating.evaluator: rating for rating in found.ratings}.get(person.code)


def test_that_a_digit_rates_the_criterion_under_the_cursor(opened, page_of):
    window = opened("sample", "evaluation")
    page = page_of(window)
    person, row = unrated(window)
    page.rating.select(row.id)
    page.rating.tree.view.setFocus()
    QTest.keyClick(page.rating.tree.view, Qt.Key.Key_2)
    assert mine(window, person, row).code == "S"


def test_that_the_same_value_again_takes_the_rating_back(opened, page_of):
    window = opened("sample", "evaluation")
    page = page_of(window)
    person, row = unrated(window)
    page.rating.select(row.id)
    page.rating.form.rate("M")
    assert mine(window, person, row).code == "M"
    page.rating.form.rate("M")
    assert mine(window, person, row) is None


def test_that_an_undone_rating_leaves_the_form(opened, page_of):
    window = opened("sample", "evaluation")
    page = page_of(window)
    _, row = unrated(window)
    page.rating.select(row.id)
    page.rating.form.rate("P")
    assert page.rating.form._buttons["P"].isChecked()
    window.session.workspace.undo()
    assert not page.rating.form._buttons["P"].isChecked()


def test_that_a_note_written_after_rating_is_kept_when_going_on(opened, page_of):
    window = opened("sample", "evaluation")
    page = page_of(window)
    person, row = unrated(window)
    page.rating.select(row.id)
    page.rating.form.rate("S")
    page.rating.form._note.setPlainText("Late by nine minutes")
    page.rating.go_to_next()
    assert mine(window, person, row).note == "Late by nine minutes"


def test_that_the_next_criterion_is_one_not_rated_by_this_evaluator(opened, page_of):
    window = opened("sample", "evaluation")
    page = page_of(window)
    page.rating.go_to_next()
    assert page.rating.subject().mine == ""
    assert page.rating.subject().noun == "criterion"


def test_that_an_observation_starts_with_what_was_being_rated(opened, page_of):
    window = opened("sample", "evaluation")
    page = page_of(window)
    person, row = unrated(window)
    page.rating.select(row.id)
    before = len(window.session.workspace.ask(lessons))
    page.add_observation()
    made = window.session.workspace.ask(lessons)
    assert len(made) == before + 1
    newest = made[-1]
    assert newest.evaluator_id == person.id
    assert newest.objective_id == row.parent_id


def test_that_an_exercise_without_evaluators_offers_to_add_one(opened, page_of):
    window = opened("empty", "evaluation")
    page = page_of(window)
    assert page._stack.currentWidget() is page._nobody
    page.add_evaluator()
    assert page._stack.currentWidget() is page.rating


def test_that_the_form_never_scrolls_sideways_in_a_small_window(opened, page_of, qtbot):
    window = opened("sample", "evaluation")
    window.resize(1366, 768)
    page = page_of(window)
    _, row = unrated(window)
    page.rating.select(row.id)
    form = page.rating.form
    qtbot.waitUntil(lambda: form.isVisible() and form.viewport().width() > 100)
    qtbot.waitUntil(lambda: form.horizontalScrollBar().maximum() == 0, timeout=3000)
