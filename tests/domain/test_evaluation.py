"""Tests of several ratings of one thing, and of decisions beside what is computed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.evaluation import (
    Assessment,
    Rating,
    assessed_together,
    consensus,
    decide,
    distribution,
)
from exerciseplanner.domain.readiness import assessed, roll_up
from exerciseplanner.domain.refusals import Refusal
from tests.domain.scales import PSMU, STATEMENT


def ratings(codes: str) -> list[Rating]:
    """Ratings by E1, E2 and so on; a trailing ! is the lead's decision."""
    return [
        Rating(f"E{place}", code.rstrip("!"), resolves=code.endswith("!"), at=f"2026-{place:02}")
        for place, code in enumerate(codes.split(), start=1)
    ]


@pytest.mark.parametrize(
    ("codes", "governs", "agreed", "spread"),
    [
        ("P", "P", True, 0),
        ("S S S", "S", True, 0),
        ("P S", "S", False, 1),
        ("P M S", "M", False, 2),
        ("P U", "U", False, 3),
        ("P NE", "P", True, 0),
        ("P NA", "P", False, 0),
        ("NE NE", "NE", True, 0),
        ("NA NA", "NA", True, 0),
        ("NA NE", "NE", False, 0),
        ("", "NE", True, 0),
        ("P U S!", "S", True, 3),
        ("P U S! M!", "M", True, 3),
        ("P NA!", "NA", True, 0),
    ],
)
def test_that_the_most_severe_rating_governs_until_the_lead_decides(
    codes: str, governs: str, agreed: bool, spread: int
) -> None:
    found = consensus(ratings(codes), PSMU)
    assert (found.code, found.agreed, found.spread) == (governs, agreed, spread)
    assert found.given == len(codes.split())


def test_that_a_difference_names_who_said_what() -> None:
    assert consensus(ratings("M P NA"), PSMU).why == (
        "Evaluators differ (E2 P, E1 M, E3 NA); the most severe rating governs until the lead "
        "decides."
    )
    assert consensus(ratings("P P"), PSMU).why == "2 evaluators agree."
    assert consensus(ratings("P"), PSMU).why == "Rated by E1 alone."
    assert consensus(ratings("P U S!"), PSMU).resolved_by == "E3"


def test_that_scales_without_worths_have_an_order_all_the_same() -> None:
    assert consensus(ratings("MEETS MISSES"), STATEMENT).code == "MISSES"


def test_that_a_code_from_another_scale_is_refused() -> None:
    with pytest.raises(Refusal):
        consensus(ratings("T"), PSMU)


@given(codes=st.lists(st.sampled_from(["P", "S", "M", "U", "NE", "NA"]), max_size=6))
def test_that_the_order_of_ratings_does_not_matter(codes: list[str]) -> None:
    one = consensus(ratings(" ".join(codes)), PSMU)
    other = consensus(ratings(" ".join(reversed(codes))), PSMU)
    assert (one.code, one.agreed, one.spread) == (other.code, other.agreed, other.spread)


def test_that_several_ratings_enter_a_roll_up_as_one() -> None:
    part = assessed_together(ratings("P M"), PSMU, weight=3, critical=True, name="x")
    assert part == assessed("M", PSMU, weight=3, critical=True, name="x")


def test_that_a_distribution_shows_what_was_never_given_and_loses_nothing() -> None:
    assert distribution(["P", "S", "P", "NE", "?"], PSMU) == (
        ("P", 2),
        ("S", 1),
        ("M", 0),
        ("U", 0),
        ("NE", 1),
        ("NA", 0),
        ("?", 1),
    )


def test_that_an_override_keeps_both_values_and_who_when_and_why() -> None:
    computed = roll_up([assessed("U", PSMU)], PSMU)
    assessment = decide(
        computed,
        "M",
        PSMU,
        decided_by="COL Berg",
        decided_at="2026-09-20T12:00:00Z",
        reason="The failed link was an exercise artefact.",
    )
    assert (assessment.grade_code, assessment.computed.grade_code) == ("M", "U")
    assert assessment.override is not None
    assert assessment.override.decided_by == "COL Berg"
    assert not assessment.outdated


def test_that_an_override_shows_when_its_ground_has_moved() -> None:
    before, after = roll_up([assessed("U", PSMU)], PSMU), roll_up([assessed("P", PSMU)], PSMU)
    decided = decide(before, "M", PSMU, decided_by="A", decided_at="", reason="b")
    assert Assessment(after, decided.override).outdated


@pytest.mark.parametrize(("by", "reason"), [("", "because"), ("COL Berg", "  ")])
def test_that_an_override_needs_a_name_and_a_reason(by: str, reason: str) -> None:
    computed = roll_up([assessed("U", PSMU)], PSMU)
    with pytest.raises(Refusal, match="An override needs"):
        decide(computed, "M", PSMU, decided_by=by, decided_at="", reason=reason)


def test_that_without_an_override_the_computed_grade_is_read() -> None:
    assert Assessment(roll_up([], PSMU)).reading == "not rated"
