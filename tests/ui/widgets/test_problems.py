"""The problems in the window: listed live, filtered, gone to and settled."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.checks.registry import Problem
from exerciseplanner.ui.widgets.problem_tree import ProblemTree, is_found
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
