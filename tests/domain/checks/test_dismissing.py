"""When a problem that was set aside is still the same, and when it is one of its own again."""

from __future__ import annotations

from exerciseplanner.domain.checks.dismissing import Dismissal, same_rows, set_apart, subject_of
from exerciseplanner.domain.checks.registry import CHECKS
from tests.domain.checks.plans import BREAKING, SOUND, with_row


def found(code, plan):
    return tuple(CHECKS[code].problems(plan))


def dismissal(problem, subject=None):
    code, kind, subject_id = subject or subject_of(problem)
    return Dismissal("d1", code, kind, subject_id, "Known", "Chief planner", "2026-09-01T08:00:00Z")


def aside(before, now):
    """What stands of the problems found now, when those found before were dismissed."""
    return set_apart(now, [dismissal(problem) for problem in before])


def test_that_a_dismissed_problem_counts_nowhere_as_open():
    (problem,) = found("FOR06", BREAKING["FOR06"](SOUND))
    checked = aside([problem], [problem])
    assert checked.open == ()
    assert [each.problem for each in checked.dismissed] == [problem]
    assert checked.dismissed[0].said == "Known (Chief planner, 2026-09-01)"


def test_that_a_new_name_brings_nothing_back():
    plan = BREAKING["FOR06"](SOUND)
    renamed = with_row(plan, "units", "NOR Bn", short_name="Telemark Battalion")
    assert aside(found("FOR06", plan), found("FOR06", renamed)).open == ()


def test_that_another_figure_brings_a_problem_back_and_says_what_was_said_of_it():
    plan = BREAKING["FOR06"](SOUND)
    weaker = with_row(plan, "units", "NOR Bn", strength_present=30)
    checked = aside(found("FOR06", plan), found("FOR06", weaker))
    (problem,) = checked.open
    assert checked.dismissed == ()
    assert checked.before[subject_of(problem)].reason == "Known"


def test_that_another_row_in_the_matter_brings_a_problem_back():
    plan = BREAKING["LEG06"](SOUND)
    more = with_row(plan, "injects", "I3", message="Disable the jammer.")
    more = type(plan)(**{**vars_of(more), "inject_authorities": {"I2": ("a1",), "I3": ("a1",)}})
    assert len(aside(found("LEG06", plan), found("LEG06", more)).open) == 1


def vars_of(plan):
    return {name: getattr(plan, name) for name in plan.__dataclass_fields__}


def test_that_the_same_problem_of_another_row_stands():
    one = BREAKING["FOR06"](SOUND)
    other = with_row(SOUND, "units", "DEU Bn", strength_present=69)
    assert len(aside(found("FOR06", one), found("FOR06", other)).open) == 1


def test_that_several_rows_identify_a_problem_in_whatever_order():
    (problem,) = found("TIM04", BREAKING["TIM04"](SOUND))
    turned = problem._replace(ids=tuple(reversed(problem.ids)))
    assert subject_of(problem) == subject_of(turned)


def test_that_a_dismissal_of_the_rows_alone_holds_whatever_becomes_of_them():
    plan = BREAKING["FOR06"](SOUND)
    (problem,) = found("FOR06", plan)
    known = dismissal(problem, same_rows(problem))
    weaker = with_row(plan, "units", "NOR Bn", strength_present=30)
    assert set_apart(found("FOR06", weaker), [known]).open == ()
