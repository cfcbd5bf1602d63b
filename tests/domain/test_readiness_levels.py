"""Tests of readiness over several levels."""

from __future__ import annotations

from fractions import Fraction

from exerciseplanner.domain.readiness import Assessed, assessed, roll_up
from exerciseplanner.domain.readiness_levels import Branch, roll_up_levels
from tests.domain.scales import PSMU, STATEMENT, TPU, YN


def criteria(codes: str) -> tuple[Assessed, ...]:
    """Equally weighted criteria; a trailing ! marks a critical one."""
    return tuple(
        assessed(code.rstrip("!"), PSMU, critical=code.endswith("!")) for code in codes.split()
    )


def test_that_every_level_weighs_its_own_parts_and_shows_both_counts() -> None:
    short, long = criteria("P P"), criteria("P " * 10 + "U " * 10)
    top = roll_up_levels(Branch("exercise", (Branch("O1", short), Branch("O2", long))), PSMU)
    assert top.rollup.score == Fraction(3, 4)
    assert roll_up([*short, *long], PSMU).score == Fraction(12, 22)
    assert (top.rollup.rated, top.rollup.planned) == (2, 2)
    assert (top.criteria_rated, top.criteria_planned) == (22, 22)
    assert [standing.name for standing in top.every()] == ["exercise", "O1", "O2"]


def test_that_a_part_held_down_passes_on_no_more_than_its_grade() -> None:
    gated = Branch("O1", criteria("P P P P U!"))
    top = roll_up_levels(Branch("unit", (gated, Branch("O2", criteria("P")))), PSMU)
    assert top.parts[0].rollup.score == Fraction(4, 5)
    assert top.parts[0].rollup.grade_code == "U"
    assert top.rollup.score == Fraction(1, 2)


def test_that_a_critical_objective_that_failed_decides_for_the_unit() -> None:
    failed = Branch("O1", criteria("U U U"), critical=True)
    top = roll_up_levels(Branch("unit", (failed, *(Branch("O", criteria("P")),) * 9)), PSMU)
    assert top.rollup.grade_code == "U"
    assert "'O1' is rated U" in top.rollup.why


def test_that_a_part_not_rated_counts_as_not_observed_within_its_interval() -> None:
    unseen = Branch("O2", criteria("P NE"))
    top = roll_up_levels(Branch("unit", (Branch("O1", criteria("P")), unseen)), PSMU)
    assert top.parts[1].rollup.reading == "not rated"
    assert top.rollup.reading == "not rated"
    assert (top.rollup.rated, top.rollup.planned) == (1, 2)
    assert (top.criteria_rated, top.criteria_planned) == (2, 3)
    assert (top.rollup.lowest, top.rollup.highest) == (Fraction(3, 4), 1)


def test_that_a_part_that_does_not_apply_leaves_the_denominator() -> None:
    top = roll_up_levels(
        Branch("unit", (Branch("O1", criteria("P")), Branch("O2", criteria("NA NA")))), PSMU
    )
    assert top.rollup.grade_code == "P"
    assert (top.rollup.applicable, top.rollup.planned) == (1, 2)
    assert (top.criteria_applicable, top.criteria_planned) == (1, 3)


def test_that_levels_may_be_rated_on_different_scales() -> None:
    checklist = Branch(
        "O1",
        tuple(assessed(code, YN) for code in ("Y", "Y", "Y", "N")),
        scale=YN,
    )
    top = roll_up_levels(Branch("unit", (checklist,)), PSMU)
    assert top.parts[0].rollup.grade_code == "Y"
    assert top.rollup.grade_code == "S"
    assert top.rollup.score == Fraction(3, 4)


def test_that_the_lowest_part_governs_through_all_levels() -> None:
    weak = Branch("O2", tuple(assessed(code, TPU) for code in ("T", "P")))
    strong = Branch("O1", tuple(assessed(code, TPU) for code in ("T", "T")))
    assert roll_up_levels(Branch("unit", (strong, weak)), TPU).rollup.grade_code == "P"


def test_that_where_persons_judge_the_whole_stays_open() -> None:
    judged = Branch("HQ", (assessed("MEETS", STATEMENT),), scale=STATEMENT)
    top = roll_up_levels(Branch("exercise", (judged,)), PSMU)
    assert top.rollup.reading == "not rated"
    assert (top.criteria_rated, top.criteria_planned) == (1, 1)


def test_that_what_a_named_person_decided_is_passed_on_and_the_computed_grade_stays() -> None:
    branch = Branch("O1", criteria("P P"), decided="M")
    top = roll_up_levels(Branch("unit", (branch,)), PSMU)
    assert top.parts[0].rollup.grade_code == "P"
    assert top.rollup.grade_code == "M"
    assert top.rollup.score == Fraction(1, 3)


def test_that_a_branch_without_parts_is_not_rated() -> None:
    assert roll_up_levels(Branch("unit", ()), PSMU).rollup.reading == "not rated"
