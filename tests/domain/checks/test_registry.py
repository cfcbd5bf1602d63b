"""What holds for every check: it finds what breaks its rule and is silent where it is kept."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from exerciseplanner.domain.checks import rows
from exerciseplanner.domain.checks.dismissing import subject_of
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.checks.registry import CHECKS, SEVERITIES, SYSTEMS, check, problems_of
from exerciseplanner.domain.marking import Marking
from exerciseplanner.domain.nouns import NOUNS
from tests.domain.checks.plans import BREAKING, SOUND

NOTHING = Plan(
    rows.ExerciseFacts("exercise", "", None, None, "Z", "", "", "", Marking("NATO", "NU"), False)
)
KNOWN_NOUNS = {*NOUNS, "term"}


def test_that_every_check_has_an_example_that_breaks_its_rule():
    assert sorted(BREAKING) == sorted(CHECKS)


def test_that_nothing_is_said_of_a_plan_that_keeps_every_rule():
    assert [problem.sentence for problem in problems_of(SOUND)] == []


def test_that_a_zone_that_is_none_stops_no_check():
    broken = BREAKING["TIM05"](SOUND)
    broken = replace(broken, exercise=broken.exercise._replace(zone="J"))
    assert {"TIM05", "DOC01"} <= {problem.code for problem in problems_of(broken)}


@pytest.mark.parametrize("code", sorted(CHECKS))
def test_that_a_check_finds_what_breaks_its_rule(code):
    found = list(CHECKS[code].problems(BREAKING[code](SOUND)))
    assert found
    for problem in found:
        assert problem.code == code
        assert problem.sentence.endswith(".")
        assert not problem.sentence[0].islower()
        assert problem.why.endswith(".")
        assert problem.remedy.endswith(".")
        assert problem.ids
        assert problem.noun in KNOWN_NOUNS
        said = f"{problem.sentence} {problem.why} {problem.remedy}"
        assert not re.search(r"!|  |\(\)|\.\.|\bNone\b(?! of)", said)


@pytest.mark.parametrize("code", sorted(CHECKS))
def test_that_a_fix_changes_a_field_that_the_noun_has(code):
    for problem in CHECKS[code].problems(BREAKING[code](SOUND)):
        if problem.fix is not None:
            assert NOUNS[problem.fix.noun].field(problem.fix.field)
            assert problem.fix.ids
            assert problem.fix.label[0].isupper()


def test_that_an_exercise_that_has_just_begun_is_only_asked_for_its_times():
    assert {problem.code for problem in problems_of(NOTHING)} == {"TIM09"}


def test_that_every_check_states_severity_system_and_what_it_finds():
    for each in CHECKS.values():
        assert each.severity in SEVERITIES
        assert each.system in SYSTEMS
        assert each.find.__doc__
    titles = [each.title for each in CHECKS.values()]
    assert len(set(titles)) == len(titles)


def test_that_the_worst_comes_first():
    plan = BREAKING["CAV01"](BREAKING["IOP07"](BREAKING["DOC02"](SOUND)))
    found = [SEVERITIES.index(problem.severity) for problem in problems_of(plan)]
    assert found == sorted(found)
    assert set(found) == {0, 1, 2}


@pytest.mark.parametrize("code", sorted(CHECKS))
def test_that_two_findings_of_a_check_never_have_the_same_subject(code):
    found = [subject_of(problem) for problem in CHECKS[code].problems(BREAKING[code](SOUND))]
    assert len(set(found)) == len(found)


def test_that_two_checks_cannot_have_one_code():
    with pytest.raises(ValueError, match="CAV01"):
        check("CAV01", "Again", "note", "caveats", why="x", remedy="y")(lambda plan: ())


def test_that_the_handbook_lists_every_check_with_its_severity_and_title():
    text = (Path(__file__).parents[3] / "docs/handbook/checks.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| (\w+) \| (\w+) \| ([^:|]+):", text, re.MULTILINE))
    assert listed == {(each.code, each.severity, each.title) for each in CHECKS.values()}
