"""Rules a catalogue must keep, tried on small catalogues written here."""

from __future__ import annotations

from datetime import date

import pytest

from exerciseplanner.domain.catalogues import Membership, members, parse_catalogue
from exerciseplanner.domain.refusals import Refusal


def frameworks(*memberships: dict[str, object]) -> dict[str, object]:
    return {
        "title": "Frameworks",
        "source": "Published lists",
        "verified_on": "2026-01-01",
        "rows": [{"code": "PfP", "name": "Partnership for Peace", "tag": "C"}],
        "memberships": list(memberships),
    }


def partner(**changes: object) -> dict[str, object]:
    row: dict[str, object] = {"framework": "PfP", "country": "CHE", "since": "1996-12-11"}
    return {**row, "tag": "R", **changes}


def test_that_rows_inherit_source_and_day_of_the_catalogue_unless_they_state_their_own() -> None:
    data = frameworks()
    data["rows"] = [
        {"code": "PfP", "name": "Partnership for Peace", "tag": "C"},
        {"code": "JEF", "name": "Joint force", "source": "Letter", "tag": "R"},
    ]
    catalogue = parse_catalogue("frameworks", data)
    assert catalogue.term("PfP").source == "Published lists"
    assert catalogue.term("PfP").text("verified_on") == "2026-01-01"
    assert catalogue.term("JEF").source == "Letter"


@pytest.mark.parametrize(
    ("text", "day"),
    [("2010", date(2010, 1, 1)), ("2005-02", date(2005, 2, 1)), ("2005-06-22", date(2005, 6, 22))],
)
def test_that_a_year_or_month_means_its_first_day(text: str, day: date) -> None:
    catalogue = parse_catalogue("frameworks", frameworks(partner(since=text)))
    assert catalogue.memberships[0].since == day


@pytest.mark.parametrize("text", ["soon", "2005-13", "20", "22 Jun 2005"])
def test_that_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="is not a day"):
        parse_catalogue("frameworks", frameworks(partner(since=text)))


def test_that_the_last_day_inside_is_the_one_before_leaving() -> None:
    membership = Membership(
        "EU", "GBR", since=date(1973, 1, 1), until=date(2020, 2, 1), suspended=None
    )
    days = (date(1972, 12, 31), date(1973, 1, 1), date(2020, 1, 31), date(2020, 2, 1))
    assert [membership.holds_on(day) for day in days] == [False, True, True, False]


def test_that_a_suspended_partner_counts_as_outside() -> None:
    catalogue = parse_catalogue("frameworks", frameworks(partner(suspended="2014-04-01")))
    assert members(catalogue, date(2014, 3, 31)) == {"PfP": frozenset({"CHE"})}
    assert members(catalogue, date(2014, 4, 1)) == {"PfP": frozenset()}


def test_that_membership_in_an_unlisted_framework_is_refused() -> None:
    with pytest.raises(Refusal, match="“EU” is not listed"):
        parse_catalogue("frameworks", frameworks(partner(framework="EU")))


def test_that_the_same_membership_comes_once() -> None:
    with pytest.raises(Refusal, match="twice"):
        parse_catalogue("frameworks", frameworks(partner(), partner(note="again")))


@pytest.mark.parametrize("key", ["title", "source", "verified_on", "rows"])
def test_that_a_catalogue_says_what_it_is(key: str) -> None:
    data = frameworks()
    del data[key]
    with pytest.raises(Refusal, match=f"{key} is missing"):
        parse_catalogue("frameworks", data)


def test_that_an_unknown_table_or_key_is_refused() -> None:
    with pytest.raises(Refusal, match="members"):
        parse_catalogue("frameworks", {**frameworks(), "members": []})
    with pytest.raises(Refusal, match="colour"):
        parse_catalogue("frameworks", frameworks(partner(colour="red")))


def test_that_a_catalogue_does_not_invent_rows() -> None:
    with pytest.raises(Refusal, match="does not hold"):
        parse_catalogue("frameworks", frameworks()).term("EU")
