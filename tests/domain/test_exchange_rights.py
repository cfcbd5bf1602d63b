"""Who may see a product, by its label and by agreements."""

from __future__ import annotations

from datetime import date

from exerciseplanner.domain.exchange_rights import Accord, Consumer, right_to_see
from exerciseplanner.domain.marking import Audience, ClassificationPolicy, Level, Marking

POLICY = ClassificationPolicy(
    code="NATO",
    name="NATO",
    levels=(Level("NU", "NATO UNCLASSIFIED", 0), Level("NR", "NATO RESTRICTED", 1)),
    release_phrase="Releasable to",
    release_separator="/",
    audiences=(
        Audience("NATO", "NATO", frozenset({"NOR", "DEU"})),
        Audience("EU", "European Union", frozenset({"DEU", "AUT"})),
    ),
)
SECURITY = Accord("Security agreement, Austria", frozenset({"AUT", "NCIA"}), "NR")


def right(level, releases, consumer, accords=()):
    return right_to_see(Marking("NATO", level, frozenset(releases)), consumer, accords, POLICY)


def test_that_owners_need_no_agreement():
    assert right("NR", (), Consumer("NOR")).verdict == "yes"
    assert right("NR", (), Consumer("NCIA", ("NATO",))).verdict == "yes"


def test_that_a_label_that_does_not_reach_the_consumer_is_no_right():
    assert right("NU", (), Consumer("AUT", ("EU",))).verdict == "no"
    assert right("NU", ("EU",), Consumer("GRID")).reason == "The label does not reach GRID."


def test_that_unclassified_needs_the_label_alone():
    assert right("NU", ("EU",), Consumer("AUT")).verdict == "yes"


def test_that_a_classified_product_needs_label_and_agreement():
    without = right("NR", ("EU",), Consumer("AUT"))
    assert without.verdict == "no"
    assert without.reason == "No agreement in force lets AUT hold NATO RESTRICTED."
    assert right("NR", ("EU",), Consumer("AUT"), [SECURITY]).verdict == "yes"


def test_that_an_agreement_of_a_lower_level_covers_nothing_higher():
    lower = Accord("Lower", frozenset({"AUT"}), "NU")
    assert right("NR", ("EU",), Consumer("AUT"), [lower]).verdict == "no"


def test_that_an_agreement_without_the_label_says_what_to_add():
    found = right("NR", (), Consumer("AUT"), [SECURITY])
    assert found.verdict == "no"
    assert "“Security agreement, Austria” covers NATO RESTRICTED" in found.reason


def test_that_an_agreement_counts_only_where_it_is_valid_throughout():
    first, last = date(2026, 11, 2), date(2026, 11, 11)
    assert Accord("x", frozenset()).is_in_force(first, last)
    assert Accord("x", frozenset(), "", date(2026, 11, 2), last).is_in_force(first, last)
    assert not Accord("x", frozenset(), "", date(2026, 11, 3)).is_in_force(first, last)
    assert not Accord("x", frozenset(), "", None, date(2026, 11, 10)).is_in_force(first, last)
