"""The problems in the window: listed live, filtered, gone to and settled."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.checks.dismissing import Dismissal, Dismissed
from exerciseplanner.domain.checks.registry import Problem
from exerciseplanner.ui.widgets.problem_sieve import is_found
from exerciseplanner.ui.widgets.problem_text import problems_text
from exerciseplanner.ui.widgets.problem_tree import ProblemTree
from exerciseplanner.ui.widgets.problems import Problems


def problem(code="COV06", severity="warning", ids=("1",), sentence="Inject 1 serves nothing."):
    return Problem(
        code, severity, f"Title of {code}", "script", sentence, "Why.", "Remedy.", "inject", ids
    )


def many(number, code="COV06"):
    return [problem(code, ids=(str(each),), sentence=f"Inject {each}.") for each in range(number)]


@pytest.fixture
def tree(themed, qtbot):
    made = ProblemTree()
    qtbot.addWidget(made)
    return made


def test_that_problems_are_told_only_when_they_are_others(qapp, qtbot):
    problems = Problems()
    with qtbot.waitSignal(problems.changed):
        problems.take((problem(), problem(severity="note")))
    with qtbot.assertNotEmitted(problems.changed):
        problems.take((problem(), problem(severity="note")))
    assert problems.counts == "1 warning · 1 note"


def test_that_severities_are_groups_and_many_of_a_check_a_group_of_their_own(tree):
    tree.show_problems([problem("CAV01", "error"), *many(8)])
    heads = [tree.topLevelItem(place).text(0) for place in range(tree.topLevelItemCount())]
    assert heads == ["Errors  1", "Warnings  8"]
    assert tree.topLevelItem(1).child(0).text(0) == "Title of COV06  8"
    assert len(tree.listed()) == 9


def test_that_thousands_of_one_check_stay_short_and_say_so(tree):
    tree.show_problems(many(3000))
    assert len(tree.listed()) == 200
    rest = tree.topLevelItem(0).child(0).child(200)
    assert rest.text(0) == "2,800 more; a filter narrows them down"


def test_that_the_chosen_problem_stays_chosen_and_shut_groups_stay_shut(tree, qtbot):
    found = [problem("CAV01", "error"), *many(3)]
    tree.show_problems(found)
    tree.setCurrentItem(tree.topLevelItem(1).child(2))
    tree.topLevelItem(0).setExpanded(False)
    with qtbot.assertNotEmitted(tree.chosen):
        tree.show_problems(found)
    assert tree.currentItem().text(0) == "Inject 2."
    assert not tree.topLevelItem(0).isExpanded()
    with qtbot.waitSignal(tree.chosen) as signal:
        tree.show_problems(found[:1])
    assert signal.args == [found[0]]


def test_that_a_filter_looks_at_sentence_reason_and_code():
    found = problem()
    assert is_found(found, ["inject", "cov06"])
    assert is_found(found, ["why."])
    assert not is_found(found, ["inject", "unit"])


def test_that_a_plan_without_problems_is_told_from_one_that_is_not_checked_yet(qtbot):
    problems = Problems()
    assert not problems.are_known
    with qtbot.waitSignal(problems.changed):
        problems.take(())
    assert problems.are_known


def test_that_problems_stand_under_parts_of_the_plan_or_checks_where_asked(tree):
    found = [problem("CAV01", "error")._replace(system="caveats"), *many(2), *many(1, "FOR06")]
    tree.show_problems(found, grouping="system")
    heads = [tree.topLevelItem(place).text(0) for place in range(tree.topLevelItemCount())]
    assert heads == ["Caveats  1", "MEL/MIL  3"]
    tree.show_problems(found, grouping="check")
    heads = [tree.topLevelItem(place).text(1) for place in range(tree.topLevelItemCount())]
    assert heads == ["CAV01", "COV06", "FOR06"]


def test_that_what_was_set_aside_stands_last_with_its_reason_and_is_shut(tree):
    dismissal = Dismissal("d", "COV06", "inject", "1", "As agreed", "", None)
    tree.show_problems(many(1), [Dismissed(problem(), dismissal)])
    head = tree.topLevelItem(1)
    assert head.text(0) == "Dismissed  1"
    assert head.child(0).text(0) == "As agreed"
    assert head.child(0).child(0).text(0) == "Inject 1 serves nothing."
    assert not head.isExpanded()
    assert len(tree.listed()) == 1


def test_that_text_holds_reason_and_remedy_of_what_stands_and_what_does_not():
    dismissal = Dismissal("d", "COV06", "inject", "1", "As agreed", "", None)
    text = problems_text([problem()], [Dismissed(problem("CAV01", "error"), dismissal)])
    assert text.splitlines() == [
        "Warning COV06 (MEL/MIL): Inject 1 serves nothing.",
        "  Why: Why.", "  Remedy: Remedy.", "",
        "Dismissed: As agreed", "Error CAV01 (MEL/MIL): Inject 1 serves nothing.",
        "  Why: Why.", "  Remedy: Remedy.",
    ]  # fmt: skip
