"""What the inspector shows below the forms: dependencies, ratings, scope and history."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from exerciseplanner.ui.pages.injects.dependencies import Dependencies
from exerciseplanner.ui.pages.injects.extras import Ratings, Scope, Trace
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.injects import edit_injects, link_injects
from exerciseplanner.workspace.operations.ratings import rate
from exerciseplanner.workspace.queries.exercise import rating_scale_in_force
from exerciseplanner.workspace.queries.injects import inject_dependencies


def said(panel):
    QApplication.processEvents()  # what is below the form fills once it is in sight
    texts = [each.text() for each in panel.findChildren(QLabel) if each.isVisibleTo(panel)]
    return " | ".join(text for text in texts if text)


def panel(page, kind):
    QApplication.processEvents()
    return page.window().body.inspector.findChild(kind)


def test_that_dependencies_are_shown_added_and_taken_away(page, by_serial, qtbot):
    rows = by_serial(page)
    workspace = page.context.workspace
    workspace.do(link_injects, rows["A2"].id, rows["A1"].id, 30)
    page.view.select([rows["A2"].id])
    shown = panel(page, Dependencies)
    assert "Operator calls" in said(shown)
    assert "140700ZSEP26  ·  +30 min after it  ·  draft" in said(shown)
    shown._ask(True)
    asking = QApplication.activePopupWidget()
    asking.line.setText("crane")
    asking.line.returnPressed.emit()
    assert len(workspace.ask(inject_dependencies)) == 2
    remove = [
        each
        for each in shown.findChildren(object)
        if getattr(each, "accessibleName", str)() == "Take away the link to A1"
    ]
    remove[0].click()
    left = workspace.ask(inject_dependencies)
    assert [(each.inject_id, each.after_id) for each in left] == [(rows["A2"].id, rows["B1"].id)]


def test_that_two_injects_cannot_wait_for_each_other(page, by_serial):
    rows = by_serial(page)
    page.context.workspace.do(link_injects, rows["A2"].id, rows["A1"].id)
    page.view.select([rows["A1"].id])
    panel(page, Dependencies)._add(True, rows["A2"].id)
    assert "wait for each other" in page.context.notices.said[-1].text


def test_that_a_neighbour_is_a_link_to_itself(page, by_serial):
    rows = by_serial(page)
    page.context.workspace.do(link_injects, rows["A2"].id, rows["B1"].id)
    page.view.select([rows["A2"].id])
    links = panel(page, Dependencies).findChildren(QPushButton)
    next(each for each in links if each.text() == "B1").click()
    assert [row.serial for row in page.chosen()] == ["B1"]


def test_that_ratings_of_an_inject_are_shown_with_who_gave_them(page, by_serial):
    row = by_serial(page)["A1"]
    page.view.select([row.id])
    assert "Not rated yet." in said(panel(page, Ratings))
    workspace = page.context.workspace
    who = workspace.do(VERBS["evaluator"].add, {"code": "EV-1", "title": "Evaluator north"})
    best = workspace.ask(rating_scale_in_force).values[0]
    workspace.do(rate, who, "inject", row.id, best.code, "Quick and clear.")
    shown = said(panel(page, Ratings))
    assert best.label in shown
    assert "EV-1" in shown
    assert "Quick and clear." in shown


def test_that_a_strand_says_what_it_holds(page, by_serial):
    page.view.select([by_serial(page)["SL01"].id])
    shown = said(panel(page, Scope))
    assert "3 injects in 2 strands" in shown
    assert "140700ZSEP26 to 150700ZSEP26" in shown
    assert "Draft | 2 | Closed | 1" in shown


def test_that_the_history_of_a_row_grows_with_each_step(page, by_serial):
    row = by_serial(page)["A1"]
    page.view.select([row.id])
    page.context.workspace.do(edit_injects, [row.id], {"title": "Operator calls again"})
    assert "Edit inject" in said(panel(page, Trace))
    page.context.workspace.undo()
    assert "Undone: Edit inject" in said(panel(page, Trace))
