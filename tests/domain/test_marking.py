"""Tests of classification, releasability and the marking of what is put together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from exerciseplanner.domain.marking import (
    Audience,
    ClassificationPolicy,
    Level,
    Marking,
    aggregate,
    marking_lines,
    may_see,
)
from exerciseplanner.domain.refusals import Refusal

NATO = ClassificationPolicy(
    "NATO",
    "NATO security policy",
    tuple(
        Level(code, name, rank)
        for rank, (code, name) in enumerate(
            [
                ("NU", "NATO UNCLASSIFIED"),
                ("NR", "NATO RESTRICTED"),
                ("NC", "NATO CONFIDENTIAL"),
                ("NS", "NATO SECRET"),
                ("CTS", "COSMIC TOP SECRET"),
            ]
        )
    ),
    "Releasable to",
    "/",
    (
        Audience("NATO", "NATO members", frozenset({"DEU", "FRA", "GBR", "NOR", "USA"})),
        Audience("EU", "European Union", frozenset({"DEU", "FRA", "AUT", "CYP", "IRL"})),
        Audience("PfP", "Partnership for Peace", frozenset({"AUT", "IRL", "CHE", "SRB"})),
        Audience("MD", "Mediterranean Dialogue", frozenset({"EGY", "JOR", "MAR"})),
        Audience("ICI", "Istanbul Cooperation Initiative", frozenset({"ARE", "QAT"})),
        Audience("PatG", "Partners across the globe", frozenset()),
    ),
)
US = ClassificationPolicy(
    "US",
    "United States classification",
    (Level("U", "UNCLASSIFIED", 0), Level("S", "SECRET", 3)),
    "REL TO",
    ", ",
    (Audience("FVEY", "Five Eyes", frozenset({"AUS", "CAN", "GBR", "NZL", "USA"})),),
    owner="USA",
)
CODES = ["EU", "PfP", "MD", "ICI", "PatG", "AUT", "CHE", "EGY", "JOR", "MAR", "DEU", "NATO", "UKR"]
MARKINGS = st.builds(
    Marking,
    st.just("NATO"),
    st.sampled_from(["NU", "NR", "NC", "NS", "CTS"]),
    st.frozensets(st.sampled_from(CODES), max_size=6),
)


def nato(level: str, *releases: str) -> Marking:
    """A marking under the NATO policy."""
    return Marking("NATO", level, frozenset(releases))


def whole(*parts: Marking) -> Marking:
    """The marking of parts named A, B, C and so on."""
    return aggregate([(chr(65 + place), part) for place, part in enumerate(parts)], NATO)


def test_that_the_release_line_stands_under_the_classification() -> None:
    assert marking_lines(nato("NU", "EU", "PfP", "MD", "ICI"), NATO) == (
        "NATO UNCLASSIFIED",
        "Releasable to EU/PfP/MD/ICI",
    )
    assert marking_lines(nato("NR", "UKR", "EU", "CHE"), NATO)[1] == "Releasable to EU/CHE/UKR"
    assert marking_lines(nato("CTS"), NATO) == ("COSMIC TOP SECRET", "")


def test_that_rel_to_is_one_line_with_the_owner_first_and_groups_last() -> None:
    secret = Marking("US", "S", frozenset({"GBR", "USA", "DEU"}))
    assert marking_lines(secret, US) == ("SECRET//REL TO USA, DEU, GBR", "")
    assert marking_lines(Marking("US", "S", frozenset({"FVEY", "DEU"})), US) == (
        "SECRET//REL TO USA, DEU, FVEY",
        "",
    )
    assert marking_lines(Marking("US", "S"), US) == ("SECRET", "")


def test_that_the_highest_level_marks_the_whole() -> None:
    assert whole(nato("NU"), nato("NC"), nato("NR")).level == "NC"


@pytest.mark.parametrize(
    ("first", "second", "common"),
    [
        ({"EU", "PfP"}, {"EU"}, {"EU"}),
        ({"EU", "PfP", "MD", "ICI"}, {"PfP", "MD"}, {"PfP", "MD"}),
        ({"EU"}, {"PfP"}, {"AUT", "IRL"}),
        ({"PfP"}, {"CHE", "DEU"}, {"CHE"}),
        ({"DEU", "FRA", "AUT", "CYP", "IRL"}, {"EU", "MD"}, {"EU"}),
        ({"EU"}, {"AUT", "CYP", "IRL"}, {"AUT", "CYP", "IRL"}),
        ({"PatG", "EU"}, {"PatG"}, {"PatG"}),
        ({"EU"}, set(), set()),
        ({"NATO"}, {"EU"}, set()),
    ],
)
def test_that_only_who_may_see_every_part_may_see_the_whole(
    first: set[str], second: set[str], common: set[str]
) -> None:
    assert whole(nato("NU", *first), nato("NU", *second)).releases == common


def test_that_nothing_put_together_is_for_the_owner_at_the_lowest_level() -> None:
    assert whole() == nato("NU")


def test_that_a_clash_names_the_parts_that_make_it_and_no_others() -> None:
    parts = [
        ("Cover", nato("NU", "EU", "MD", "PfP")),
        ("Annex A", nato("NU", "EU")),
        ("Annex B", nato("NR", "MD", "ICI")),
        ("Annex C", nato("NU", "EU", "MD")),
    ]
    with pytest.raises(Refusal) as refused:
        aggregate(parts, NATO)
    said = str(refused.value)
    assert "'Annex A' is releasable to EU" in said
    assert "'Annex B' is releasable to MD/ICI" in said
    assert "Cover" not in said
    assert "Annex C" not in said


def test_that_three_parts_may_clash_where_no_two_do() -> None:
    parts = [
        ("A", nato("NU", "EU", "MD")),
        ("B", nato("NU", "MD", "ICI")),
        ("C", nato("NU", "ICI", "EU")),
    ]
    with pytest.raises(Refusal, match=r"'A' .* 'B' .* 'C'"):
        aggregate(parts, NATO)


def test_that_what_only_the_owner_shares_is_a_clash() -> None:
    parts = [
        ("A", Marking("US", "S", frozenset({"USA", "DEU"}))),
        ("B", Marking("US", "S", frozenset({"USA", "GBR"}))),
    ]
    with pytest.raises(Refusal, match="Nobody may see all of it"):
        aggregate(parts, US)


def test_that_policies_do_not_mix() -> None:
    with pytest.raises(Refusal, match="'B' is marked under US, not under NATO"):
        aggregate([("A", nato("NU")), ("B", Marking("US", "S"))], NATO)
    with pytest.raises(Refusal, match="marked under US"):
        marking_lines(Marking("US", "S"), NATO)


def test_that_an_unknown_level_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Refusal, match="NU, NR, NC, NS, CTS"):
        whole(nato("NTS"))


def test_that_the_release_decides_who_may_see() -> None:
    marking = nato("NU", "EU", "MAR", "PatG")
    assert may_see(marking, "NATO", NATO)
    assert may_see(marking, "DEU", NATO)
    assert may_see(marking, "AUT", NATO)
    assert may_see(marking, "EU", NATO)
    assert may_see(marking, "PatG", NATO)
    assert may_see(marking, ["CHE", "EU"], NATO)
    assert not may_see(marking, "CHE", NATO)
    assert not may_see(marking, "MD", NATO)
    assert not may_see(marking, "PfP", NATO)
    assert not may_see(marking, [], NATO)


@given(data=st.data(), markings=st.lists(MARKINGS, max_size=5))
def test_that_the_order_of_parts_does_not_matter(
    data: st.DataObject, markings: list[Marking]
) -> None:
    assert outcome(markings) == outcome(data.draw(st.permutations(markings)))


@given(parts=st.lists(MARKINGS, min_size=3, max_size=3), owner_only=st.booleans())
def test_that_grouping_parts_does_not_matter(parts: list[Marking], owner_only: bool) -> None:
    shared = [replace(part, releases=part.releases | {"UKR"}) for part in parts]
    if owner_only:
        shared[1] = replace(shared[1], releases=frozenset())
    first, second, third = shared
    flat = whole(first, second, third)
    assert whole(whole(first, second), third) == flat
    assert whole(first, whole(second, third)) == flat


@given(marking=MARKINGS)
def test_that_a_part_repeated_changes_nothing(marking: Marking) -> None:
    once = whole(marking)
    assert whole(marking, marking) == once
    assert whole(once) == once


@given(markings=st.lists(MARKINGS, min_size=1, max_size=4), more=MARKINGS)
def test_that_adding_a_part_never_lowers_the_level_nor_widens_the_release(
    markings: list[Marking], more: Marking
) -> None:
    before, after = outcome(markings), outcome([*markings, more])
    assume(before is not None and after is not None)
    assert before is not None
    assert after is not None
    assert NATO.level(after.level).rank >= NATO.level(before.level).rank
    reached = NATO.everyone_in(before.releases) | NATO.owners
    assert NATO.everyone_in(after.releases) <= reached
    for nation in NATO.everyone_in(after.releases):
        assert all(may_see(part, nation, NATO) for part in [*markings, more])


def outcome(markings: list[Marking]) -> Marking | None:
    """The marking of the whole, or None where the parts clash."""
    try:
        return whole(*markings)
    except Refusal:
        return None
