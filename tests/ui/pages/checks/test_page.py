"""The checks in the window: live after each change, with ways to the record and fixes."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.ui.pages.overview.open_matters import worst
from exerciseplanner.ui.shell import live_check
from exerciseplanner.ui.widgets.linked_list import ElidingLink, LinkedList
from exerciseplanner.ui.widgets.problem_detail import show_problem
from exerciseplanner.ui.widgets.problem_dismissal import DismissDialog
from exerciseplanner.ui.widgets.problem_rows import concerned
from exerciseplanner.workspace.operations.editing import VERBS
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
    counts = Counter(problem.severity for problem in every)
    assert f"{counts['note']} notes" in page.headline
    assert window.body.status.problems.text() == window.session.context.problems.counts
    pressing = counts["error"] + counts["warning"]
    assert 0 < pressing < len(every)
    assert window.body.rail._buttons["checks"].text().split() == ["Checks", str(pressing)]


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
    assert list(worst(every)) == sorted(worst(every), key=every.index)
    assert max(Counter(problem.code for problem in worst(every)).values()) <= 2
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


def dismiss(window, page_of, reason, by="Chief planner"):
    """Set the chosen problems of the Checks page aside through the dialog."""
    page_of(window).panel.turn_marked()
    (dialog,) = window.findChildren(DismissDialog)
    dialog.reason.setPlainText(reason)
    dialog.by.setText(by)
    dialog.commit()
    return dialog


def test_that_a_problem_is_set_aside_with_a_reason_and_brought_back(opened, page_of, qtbot):
    window = checked(opened("sample", "checks"), qtbot)
    problems_, panel = window.session.context.problems, page_of(window).panel
    before = problems_.all()
    chosen = panel.tree.marked()
    assert dismiss(window, page_of, " ").isVisible()
    (dialog,) = window.findChildren(DismissDialog)
    dialog.reason.setPlainText("The nation will lift it")
    dialog.commit()
    qtbot.waitUntil(lambda: len(problems_.dismissed) == 1)
    assert problems_.dismissed[0].problem == chosen[0]
    assert set(problems_.all()) == set(before) - {chosen[0]}
    assert page_of(window).headline.endswith("1 dismissed")
    assert window.body.status.problems.text() == problems_.counts
    head = panel.tree.topLevelItem(panel.tree.topLevelItemCount() - 1)
    assert head.text(0) == "Dismissed  1"
    assert head.child(0).text(0).startswith("The nation will lift it (Chief planner, ")
    panel.tree.setCurrentItem(head.child(0).child(0))
    qtbot.waitUntil(lambda: "Bring back" in buttons(window, page_of))
    buttons(window, page_of)["Bring back"].click()
    qtbot.waitUntil(lambda: problems_.all() == before)
    window.session.workspace.undo()
    qtbot.waitUntil(lambda: len(problems_.dismissed) == 1)
    window.session.workspace.undo()
    qtbot.waitUntil(lambda: problems_.all() == before)


def test_that_several_are_set_aside_at_once_with_the_heading_above_them(opened, page_of, qtbot):
    window = checked(opened("sample", "checks"), qtbot)
    tree = page_of(window).panel.tree
    notes = [each for each in window.session.context.problems.all() if each.severity == "note"]
    tree.setCurrentItem(tree.topLevelItem(tree.topLevelItemCount() - 1))
    assert set(tree.marked()) == set(notes)
    steps = len(window.session.workspace.history())
    dismiss(window, page_of, "Known")
    found = window.session.context.problems
    qtbot.waitUntil(lambda: len(found.dismissed) == len(notes))
    assert len(window.session.workspace.history()) == steps + 1


def test_that_a_dismissed_problem_that_has_changed_says_what_was_said_of_it(opened, page_of, qtbot):
    window = checked(opened("sample", "checks"), qtbot)
    page, found = page_of(window), window.session.context.problems
    page.apply_filter("FOR06")
    dismiss(window, page_of, "They are on leave")
    qtbot.waitUntil(lambda: len(found.dismissed) == 1)
    (unit,) = found.dismissed[0].problem.ids
    window.session.workspace.do(VERBS["unit"].edit, [unit], {"strength_present": 1})
    qtbot.waitUntil(lambda: not found.dismissed)
    problem = next(each for each in found.all() if each.ids == (unit,))
    assert found.said_before(problem).startswith("They are on leave (Chief planner, ")


def test_that_severity_part_and_check_narrow_the_list_and_clear_opens_it(opened, page_of, qtbot):
    window = checked(opened("sample", "checks"), qtbot)
    panel, every = page_of(window).panel, window.session.context.problems.all()
    panel.bar._severities["warning"].click()
    assert {each.severity for each in panel.tree.listed()} == {"warning"}
    panel.bar.choose_system("interoperability")
    assert {each.system for each in panel.tree.listed()} == {"interoperability"}
    panel.bar.choose_check(panel.tree.listed()[0].code)
    assert len({each.code for each in panel.tree.listed()}) == 1
    panel.bar.choose_system("forces")
    assert {each.system for each in panel.tree.listed()} == {"forces"}
    panel.bar.clear()
    assert set(panel.tree.listed()) == set(every)


def test_that_the_grouping_is_kept_and_lists_the_same(opened, page_of, qtbot):
    window = checked(opened("sample", "checks"), qtbot)
    panel, every = page_of(window).panel, window.session.context.problems.all()
    for grouping in ("system", "check", "severity"):
        panel.bar.group_by(grouping)
        assert set(panel.tree.listed()) == set(every)
        assert window.session.context.settings.get("checks/grouping") == grouping


def test_that_what_is_chosen_is_copied_as_text(opened, page_of, qtbot):
    window = checked(opened("sample", "checks"), qtbot)
    panel = page_of(window).panel
    (problem,) = panel.tree.marked()
    qtbot.keyClick(panel.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert problem.sentence in text
    assert f"Why: {problem.why}" in text
    panel.copy_listed()
    every = window.session.context.problems.all()
    assert all(each.sentence in QGuiApplication.clipboard().text() for each in every)


def test_that_a_plan_whose_check_takes_long_is_checked_beside_the_window(
    opened, qtbot, monkeypatch
):
    monkeypatch.setattr(live_check, "_LONGEST", 0)
    window = checked(opened("sample", "checks"), qtbot)
    started = []
    window.session.jobs.started.connect(started.append)
    for zone, is_found in (("B", True), ("A", False), ("B", True)):
        window.session.workspace.do(edit_exercise, {"zone": zone})
        qtbot.waitUntil(lambda want=is_found: ("DOC02" in codes(window)) == want)
    assert len(started) == 2  # the first two were quick enough to be sure of nothing
    qtbot.waitUntil(lambda: not window.is_busy)


def test_that_the_rows_concerned_are_links_to_go_along(opened, page_of, qtbot):
    window = checked(opened("sample", "checks"), qtbot)
    panel, context = page_of(window).panel, window.session.context
    problem = next(each for each in context.problems.all() if each.code == "CAV02")
    panel.detail.show_chosen(problem)
    rows = concerned(context, problem)
    assert [(each.noun, each.id) for each in rows] == list(problem.related)
    assert rows[0].detail == "caveat"
    listed = panel.detail.findChildren(LinkedList)[-1]
    first_link = listed.findChildren(ElidingLink)[0]
    assert first_link.accessibleName() == rows[0].title


def test_that_control_and_enter_settle_the_chosen_problem(opened, page_of, qtbot):
    window = checked(opened("sample", "checks"), qtbot)
    window.session.workspace.do(edit_exercise, {"zone": "B"})
    qtbot.waitUntil(lambda: "DOC02" in codes(window))
    page_of(window).apply_filter("DOC02")
    tree = page_of(window).panel.tree
    qtbot.keyClick(tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "DOC02" not in codes(window))


def test_that_what_can_be_done_with_the_chosen_ones_is_offered(opened, page_of, qtbot):
    window = checked(opened("sample", "checks"), qtbot)
    panel = page_of(window).panel
    page_of(window).apply_filter("BUR01")
    assert [each.id for each in panel.specs()] == [
        "checks.show", "checks.fix", "checks.turn", "checks.copy"
    ]  # fmt: skip
    page_of(window).apply_filter("")
    panel.tree.selectAll()
    assert [each.id for each in panel.specs()] == ["checks.turn", "checks.copy"]
