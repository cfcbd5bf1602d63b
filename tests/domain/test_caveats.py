"""Which caveats bind which unit."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.domain.caveats import binds


class Caveat(NamedTuple):
    participant_id: str = "NOR"
    unit_id: str | None = None
    domain: str = ""


def bound(caveat, *, nation="NOR", domain="LAND", lineage=("bn", "bde")):
    return binds(caveat, participant_id=nation, domain=domain, lineage=lineage)


def test_that_a_caveat_of_a_nation_binds_all_its_units_and_no_others():
    assert bound(Caveat())
    assert not bound(Caveat(), nation="SWE")
    assert not bound(Caveat(), nation=None)


def test_that_a_caveat_on_a_unit_binds_what_is_below_it():
    assert bound(Caveat(unit_id="bde"))
    assert not bound(Caveat(unit_id="other"))


def test_that_a_caveat_of_one_domain_spares_units_of_another():
    assert bound(Caveat(domain="LAND"))
    assert not bound(Caveat(domain="AIR"))


def test_that_a_unit_without_a_domain_is_bound_in_any():
    assert bound(Caveat(domain="AIR"), domain="")
