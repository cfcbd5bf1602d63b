"""Counts of who concurs with a product."""

from __future__ import annotations

from exerciseplanner.domain.concurring import tally


def test_that_a_comment_is_still_a_concurrence():
    found = tally(["concurs"] * 6 + ["concurs_with_comment", "does_not_concur"] + ["asked"] * 3)
    assert found.reading == "7 of 11 concur, 1 against, 3 waiting"
    assert not found.is_agreed


def test_that_agreement_needs_everybody_asked():
    assert tally(["concurs", "concurs_with_comment"]).is_agreed
    assert tally(["concurs", "concurs"]).reading == "2 of 2 concur"


def test_that_nobody_asked_is_not_agreement():
    assert not tally([]).is_agreed
    assert tally([]).reading == "nobody asked"
