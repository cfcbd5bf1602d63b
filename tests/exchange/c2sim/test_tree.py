"""Superiors: loops are cut, orphans go to the top, and nobody is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.intake import Link
from exerciseplanner.exchange.c2sim.actors import Actor
from exerciseplanner.exchange.c2sim.tree import build_tree, paths
from tests.exchange.c2sim.conftest import only, rows, said
from tests.exchange.c2sim.messages import BLUE, element_of, message, new_uuid, side, unit


def test_that_a_loop_is_cut_once_and_said(read):
    first, second, third = new_uuid(), new_uuid(), new_uuid()
    intake = read(
        message(
            side(),
            unit("Below", superior=first),
            unit("First", first, superior=second),
            unit("Second", second, superior=third),
            unit("Third", third, superior=first),
        )
    )
    tops = [row.values["name"] for row in rows(intake) if "parent_id" not in row.values]
    assert tops == ["First"]
    assert said(intake.doubts).count("Its superiors lead back to it; put at the top.") == 1
    assert only(intake, "Below").place == "Blue / First / Below"


def test_that_a_unit_that_is_its_own_superior_is_at_the_top(read):
    own = new_uuid()
    intake = read(message(side(), unit("Self", own, superior=own)))
    assert "parent_id" not in only(intake, "Self").values
    assert "It is its own superior" in said(intake.doubts)


def test_that_an_orphan_is_at_the_top_and_said(read):
    lost = new_uuid()
    intake = read(message(side(), unit("Orphan", superior=lost)))
    assert "parent_id" not in only(intake, "Orphan").values
    assert f"Its superior {lost} is not in the message; put at the top." in said(intake.doubts)


def test_that_a_side_as_superior_is_the_top_without_a_doubt(read):
    intake = read(message(side(), unit("Top", superior=BLUE)))
    assert "parent_id" not in only(intake, "Top").values
    assert [doubt.severity for doubt in intake.doubts] == ["note"]


def test_that_who_lists_a_unit_stands_in_for_a_superior_that_is_not_there(read):
    above, below, third = new_uuid(), new_uuid(), new_uuid()
    lists = element_of("Subordinate", below) + element_of("Subordinate", third)
    intake = read(
        message(
            side(),
            unit("Listed", below, superior=new_uuid()),
            unit("Silent", third, superior=None),
            unit("Lists", above, lists),
        )
    )
    assert only(intake, "Listed").values["parent_id"] == Link("unit", above)
    assert only(intake, "Silent").values["parent_id"] == Link("unit", above)
    assert "put under “Lists”, which lists it" in said(intake.doubts)


def test_that_a_uuid_that_comes_twice_loses_no_unit(read):
    same = new_uuid()
    intake = read(message(side(), unit("One", same), unit("Two", same), unit("Three", same)))
    assert len({row.key for row in rows(intake)}) == 3
    assert said(intake.doubts).count("is that of another") == 2


def test_that_units_without_name_or_uuid_are_taken_and_said(read):
    intake = read(message(side(), unit(None), unit("Anonymous", ""), unit("Anonymous", "")))
    assert [row.values["name"] for row in rows(intake)] == ["Unit 1", "Anonymous", "Anonymous"]
    assert "Unit 1: It has no name; called “Unit 1”." in said(intake.doubts)
    assert said(intake.doubts).count("It has no UUID") == 2
    assert len({row.key for row in rows(intake)}) == 3


@given(st.lists(st.integers(-1, 12), max_size=12))
def test_that_whatever_the_superiors_the_tree_has_no_loop_and_everybody_in_it(superiors):
    units = {
        str(own): Actor("Unit", key=str(own), name=f"U{own}", superior=str(above))
        for own, above in enumerate(superiors)
    }
    tree = build_tree(units, ())
    found = paths(units, tree.parents)
    assert found.keys() == units.keys()
    for key, place in found.items():
        upper = tree.parents.get(key)
        start = f"{found[upper]} / " if upper is not None else ""
        assert place == f"{start}{units[key].name}"
    said_of = {key for key, _ in tree.doubts}
    for key, each in units.items():
        kept = tree.parents.get(key) == each.superior
        assert kept or key in said_of


def test_that_a_line_of_units_deeper_than_any_order_of_battle_is_taken(read):
    uuids = [new_uuid() for _ in range(500)]
    units = [
        unit(f"U{at}", own, superior=above)
        for at, (above, own) in enumerate(zip([BLUE, *uuids], uuids, strict=False))
    ]
    intake = read(message(side(), *units))
    assert only(intake, "U499").values["parent_id"] == Link("unit", uuids[498])
    assert only(intake, "U499").place == "Blue / … / U498 / U499"
    assert only(intake, "U2").place == "Blue / U0 / U1 / U2"
