"""The checks in the window: live after each change, with ways to the record and fixes."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.ui.pages.overview.open_matters import worst
from exerciseplanner.ui.shell import live_check
from exerciseplanner.ui.widgets.problem_detail import show_problem
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.operations.injects import edit_injects
from exerciseplanner.workspace.queries.checks import problems
from tests.workspace.plans import first


def codes(window):
    return {problem.code for problem in window.session.context.problems.all()}


def checked(window, qtbot):
    """Wait until the plan has been checked as it stands."""
    context = window.session.context
    qtbot.waitUntil(lambda: context.problems.all() == context.ask(problems), timeout=10_000)
    return window


def buttons(window, page_of):
    found = page_of(window).panel.detail.findChildren(QPushButton)
    return {each.text(): each for each in found if each.isVisible()}


def links(window, page_of):
    found = page_of(window).open_matters.findChildren(QPushButton)
    return {each.accessibleName(): each for each in found if each.isVisible()}


def test_that_every_problem_of_the_sample_is_listed_and_counted(opened, page_of, qtbot):
    window = checked(opened("sample", "checks"), qtbot)
    page = page_of(window)
    every = window.session.context.problems.all()
    assert set(page.panel.tree.listed()) == set(every)
    assert page.headline == window.session.context.problems.counts
    assert page.headline.startswith("2 errors · ")
    assert window.body.status.problems.text() == str(len(every))
    assert window.body.rail._buttons["checks"].text().split() == ["Checks", str(len(every))]


def test_that_a_change_and_its_undo_are_checked_at_once(opened, qtbot):
    window = checked(opened("sample", "checks"), qtbot)
    workspace = window.session.workspace
    workspace.do(edit_exercise, {"zone": "B"})
    qtbot.waitUntil(lambda: "DOC02" in codes(window))
    workspace.undo()
    qtbot.waitUntil(lambda: "DOC02" not in codes(window))


def test_that_a_fix_is_one_step_that_can_be_taken_back(opened, page_of, qtbot):
    window = checked(opened("sample", "checks"), qtbot)
    workspace = window.session.workspace
    workspace.do(edit_exercise, {"zone": "B"})
    qtbot.waitUntil(lambda: "DOC02" in codes(window))
    page_of(window).apply_filter("DOC02")
    steps = len(workspace.history())
    qtbot.waitUntil(lambda: "Use A" in buttons(window, page_of))
    buttons(window, page_of)["Use A"].click()
    qtbot.waitUntil(lambda: "DOC02" not in codes(window))
    assert len(workspace.history()) == steps + 1
    workspace.undo()
    qtbot.waitUntil(lambda: "DOC02" in codes(window))


def test_that_the_filter_narrows_the_list_and_the_detail_says_why(opened, page_of, qtbot):
    window = checked(opened("sample", "checks"), qtbot)
    page = page_of(window)
    page.apply_filter("rocket battery")
    (problem,) = page.panel.tree.listed()
    assert problem.code == "CAV01"
    qtbot.waitUntil(lambda: "Show the inject" in buttons(window, page_of))
    page.apply_filter("no such words")
    assert page.panel.tree.listed() == ()


def test_that_a_problem_leads_to_its_record(opened, page_of, qtbot):
    window = checked(opened("sample", "checks"), qtbot)
    tree = page_of(window).panel.tree
    tree.itemActivated.emit(tree.topLevelItem(0).child(0), 0)
    assert window.body.pages.current == "injects"


def test_that_every_problem_leads_somewhere(opened, qtbot):
    window = checked(opened("sample", "checks"), qtbot)
    context = window.session.context
    sample = context.problems.all()[0]
    for noun in (*NOUNS, "term", "capability_area"):
        row_id = first(context.workspace, noun) if noun != "capability_area" else "x"
        if row_id != "no-such-row":
            show_problem(context, sample._replace(noun=noun, ids=(row_id,)))
    assert window.isVisible()


def test_that_the_overview_shows_the_worst_ten_and_the_way_to_all(opened, page_of, qtbot):
    window = checked(opened("sample", "overview"), qtbot)
    every = window.session.context.problems.all()
    assert [problem.code for problem in worst(every)[:4]] == ["CAV01", "IER02", "CAV02", "PAR01"]
    assert len(worst(every)) == 10
    wanted = f"Show all {len(every)}"
    qtbot.waitUntil(lambda: wanted in links(window, page_of))
    links(window, page_of)[wanted].click()
    assert window.body.pages.current == "checks"


def test_that_a_large_plan_is_checked_beside_the_window(opened, qtbot, monkeypatch):
    monkeypatch.setattr(live_check, "_LARGE", 10)
    window = checked(opened("sample", "checks"), qtbot)
    workspace = window.session.workspace
    started = []
    window.session.jobs.started.connect(started.append)
    workspace.do(edit_exercise, {"zone": "B"})
    qtbot.waitUntil(lambda: bool(started))
    workspace.do(edit_injects, [first(workspace, "inject")], {"note": "meanwhile"})
    qtbot.waitUntil(lambda: "DOC02" in codes(window))
    checked(window, qtbot)
    qtbot.waitUntil(lambda: not window.is_busy)
