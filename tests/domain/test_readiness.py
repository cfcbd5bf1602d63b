"""Tests of how ratings of parts become the rating of a whole."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.doctrine import RatingScale
from exerciseplanner.domain.grading import cuts, percent, score_figure
from exerciseplanner.domain.readiness import (
    Assessed,
    Rollup,
    RollUpRule,
    assessed,
    roll_up,
    rule_for,
)
from exerciseplanner.domain.refusals import Refusal
from tests.domain.scales import PSMU, STATEMENT, TPU, YN, scale


def parts(text: str) -> list[Assessed]:
    """Parts written as '3 P critical, 2 S, 1 NE', named a, b, c in that order."""
    found = []
    for place, entry in enumerate(text.split(",") if text else []):
        weight, code, *critical = entry.split()
        found.append(
            assessed(code, PSMU, weight=int(weight), critical=bool(critical), name=chr(97 + place))
        )
    return found


@pytest.mark.parametrize(
    ("text", "score", "coverage", "low", "high", "grade", "gate"),
    [
        ("3 P critical, 2 S, 1 P", "8/9", "1", "8/9", "8/9", "P", ""),
        ("3 P, 2 P, 1 U critical", "5/6", "1", "5/6", "5/6", "U", "critical failed"),
        ("3 P critical, 2 S, 1 NE", "13/15", "5/6", "13/18", "8/9", "P", ""),
        ("3 NE critical, 2 P, 1 P", "1", "1/2", "1/2", "1", "NE", "critical not observed"),
        ("3 P, 2 NA, 1 M", "5/6", "1", "5/6", "5/6", "P", ""),
        ("3 P, 2 NE, 1 NE", "1", "1/2", "1/2", "1", "NE", "coverage"),
        ("3 NA, 2 NA", None, None, "0", "1", "NA", "nothing applies"),
        ("3 NE, 2 NE", None, "0", "0", "1", "NE", "nothing observed"),
        ("5 P, 5 P, 1 M critical", "31/33", "1", "31/33", "31/33", "M", "critical weak"),
        ("3 U critical, 2 NE critical, 1 P", "1/4", "2/3", "1/6", "1/2", "U", "critical failed"),
    ],
    ids="ABCDEFGHIJ",
)
def test_that_the_worked_examples_come_out_exactly(
    text: str, score: str | None, coverage: str | None, low: str, high: str, grade: str, gate: str
) -> None:
    result = roll_up(parts(text), PSMU)
    assert result.grade_code == grade
    assert result.score == (None if score is None else Fraction(score))
    assert result.coverage == (None if coverage is None else Fraction(coverage))
    assert (result.lowest, result.highest) == (Fraction(low), Fraction(high))
    assert result.gate == gate
    assert result.why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("3 P critical, 2 S, 1 P", "The weighted mean 0.89 reaches P, which begins at 0.83."),
        ("1 U, 1 U", "The weighted mean 0.00 stays below 0.17."),
        ("3 P, 1 U critical", "The critical part 'b' is rated U, which decides."),
        ("3 NE critical, 2 P", "Not rated: the critical part 'a' was not observed."),
        ("3 P, 2 NE", "Not rated: 60 % of the applicable weight is rated, 80 % is needed."),
        ("5 P, 1 M critical", "The critical part 'b' is rated M, which holds the whole down"),
        ("3 NE, 2 NE", "Not rated: none of 2 applicable parts was observed."),
        ("3 NE", "Not rated: the only applicable part was not observed."),
        ("", "Not rated: there is nothing to rate it by."),
        ("1 NA", "No part applies."),
    ],
)
def test_that_the_rule_that_decided_is_said(text: str, why: str) -> None:
    assert why in roll_up(parts(text), PSMU).why


def test_that_the_counts_of_parts_are_kept() -> None:
    result = roll_up(parts("1 P, 1 S, 1 NE, 1 NA"), PSMU)
    assert (result.rated, result.applicable, result.planned) == (2, 3, 4)


def test_that_no_evidence_reads_not_rated() -> None:
    assert roll_up([], PSMU).reading == "not rated"
    assert roll_up(parts("1 NE"), PSMU).reading == "not rated"
    assert roll_up(parts("1 NA"), PSMU).reading == "not applicable"
    assert roll_up(parts("1 P"), PSMU).reading == "P"
    assert assessed(None, PSMU).state == "not observed"


def test_that_cuts_lie_midway_between_the_worths_of_any_scale() -> None:
    assert cuts(PSMU) == (Fraction(5, 6), Fraction(1, 2), Fraction(1, 6))
    assert cuts(TPU) == (Fraction(3, 4), Fraction(1, 4))
    assert cuts(YN) == (Fraction(1, 2),)


def on(codes: str, on_scale: RatingScale = TPU, rule: RollUpRule | None = None) -> Rollup:
    """The roll-up of equally weighted parts; a trailing ! marks a critical one."""
    listed = [
        assessed(code.rstrip("!"), on_scale, critical=code.endswith("!"), name=code)
        for code in codes.split()
    ]
    return roll_up(listed, on_scale, rule)


def test_that_the_lowest_part_governs_where_the_scale_says_so() -> None:
    assert on("T T P").grade_code == "P"
    assert "'P' is rated P" in on("T T P").why
    assert on("T T T").grade_code == "T"
    assert on("T T T U NE NE NE").grade_code == "U"
    assert on("T T T T NE").grade_code == "T"
    assert on("T T T NE NE").grade_code == "NE"
    assert on("T T T T NE!").grade_code == "NE"
    partly = on("T T T P NE")
    assert (partly.grade_code, partly.lowest, partly.highest) == ("P", 0, Fraction(1, 2))


def test_that_a_checklist_counts_what_was_met_and_a_critical_no_decides() -> None:
    share = RollUpRule("percent", cuts=(Fraction(4, 5),))
    assert on("Y Y Y Y N", YN, share).grade_code == "Y"
    assert on("Y Y Y N", YN, share).grade_code == "N"
    assert on("Y Y Y Y N!", YN, share).grade_code == "N"
    assert on("Y Y Y Y NE", YN, share).score == 1
    assert on("P S M U", PSMU, RollUpRule("percent")).score == Fraction(1, 2)


def test_that_where_a_person_judges_nothing_is_computed() -> None:
    result = on("MEETS MISSES", STATEMENT)
    assert (result.grade_code, result.score, result.gate) == ("NE", None, "judgement")
    assert (result.rated, result.planned) == (2, 2)


def test_that_values_without_a_worth_are_never_averaged() -> None:
    with pytest.raises(Refusal, match="no worth"):
        on("MEETS MISSES", STATEMENT, RollUpRule("weighted"))


def test_that_an_unknown_rule_of_a_scale_is_refused() -> None:
    with pytest.raises(Refusal, match="unknown roll-up 'best of'"):
        rule_for(scale("X", "best of", A="1"))


def test_that_a_negative_weight_is_refused() -> None:
    with pytest.raises(Refusal, match="negative weight"):
        assessed("P", PSMU, weight=-1, name="x")


def test_that_parts_without_weight_still_gate_but_carry_no_score() -> None:
    assert roll_up(parts("0 P, 0 S"), PSMU).grade_code == "NE"
    assert roll_up(parts("5 P, 0 U critical"), PSMU).grade_code == "U"


def test_that_every_rule_is_told_in_words() -> None:
    for kind in ("weighted", "lowest", "percent"):
        assert "never counts" in RollUpRule(kind).words  # type: ignore[arg-type]
    assert "named person" in RollUpRule("judgement").words


def test_that_shares_are_not_rounded_to_all_or_nothing() -> None:
    assert [percent(Fraction(n, 1000)) for n in (0, 1, 500, 999, 1000)] == [
        "0 %",
        "1 %",
        "50 %",
        "99 %",
        "100 %",
    ]


ANY_PARTS = st.lists(
    st.builds(
        lambda code, weight, critical: assessed(code, PSMU, weight=weight, critical=critical),
        st.sampled_from(["P", "S", "M", "U", "NE", "NA"]),
        st.integers(min_value=1, max_value=9),
        st.booleans(),
    ),
    max_size=8,
)


@given(found=ANY_PARTS)
def test_that_the_score_lies_within_its_honest_interval(found: list[Assessed]) -> None:
    result = roll_up(found, PSMU)
    assert 0 <= result.lowest <= result.highest <= 1
    if result.score is not None and result.coverage is not None:
        assert result.lowest == result.score * result.coverage
        assert result.highest == result.lowest + 1 - result.coverage


@given(found=ANY_PARTS, kind=st.sampled_from(["weighted", "lowest"]))
def test_that_not_applicable_parts_change_nothing_but_the_plan(
    found: list[Assessed], kind: str
) -> None:
    rule = RollUpRule(kind)  # type: ignore[arg-type]
    if not any(part.state != "not applicable" for part in found):
        return
    without = roll_up([part for part in found if part.state != "not applicable"], PSMU, rule)
    whole = roll_up(found, PSMU, rule)
    assert (whole.grade_code, whole.score, whole.coverage) == (
        without.grade_code,
        without.score,
        without.coverage,
    )


@given(found=ANY_PARTS)
def test_that_the_order_of_parts_does_not_change_the_grade(found: list[Assessed]) -> None:
    backwards = roll_up(reversed(found), PSMU)
    assert backwards.grade_code == roll_up(found, PSMU).grade_code


@given(found=ANY_PARTS.filter(bool), place=st.integers(min_value=0, max_value=7))
def test_that_a_better_rating_never_lowers_the_grade(found: list[Assessed], place: int) -> None:
    order = ["U", "M", "S", "P"]
    chosen = found[place % len(found)]
    if chosen.state != "rated" or chosen.code == "P":
        return
    better = assessed(
        order[order.index(chosen.code) + 1], PSMU, weight=chosen.weight, critical=chosen.critical
    )
    raised = [better if part is chosen else part for part in found]
    before, after = roll_up(found, PSMU), roll_up(raised, PSMU)
    if before.is_rated and after.is_rated:
        assert order.index(after.grade_code) >= order.index(before.grade_code)


def test_that_a_score_just_below_a_cut_is_not_printed_as_the_cut() -> None:
    assert score_figure(Fraction(4978, 10000), [Fraction(1, 2)]) == "0.498"
    assert score_figure(Fraction(1, 2), [Fraction(1, 2)]) == "0.50"
    assert score_figure(Fraction(3, 4), [Fraction(1, 2)]) == "0.75"
