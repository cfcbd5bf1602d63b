"""Whatever is wrong with the handles of a scenario, the units come in as a tree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exerciseplanner.exchange.msdl.sides import read_sides
from exerciseplanner.exchange.msdl.tree import Node, read_relations, settle
from exerciseplanner.exchange.xml_reading import children, parse_xml
from tests.exchange.msdl.scenarios import (
    BLUE,
    RED,
    blue_and_red,
    handle,
    scenario,
    side,
    tag,
    under,
    under_side,
    unit,
)


def parents(intake):
    return {
        row.values["name"]: getattr(row.values.get("parent_id"), "key", None)
        for row in intake.rows
        if row.noun == "unit"
    }


def sides_of(intake):
    return {
        row.values["name"]: getattr(row.values.get("side_id"), "key", None)
        for row in intake.rows
        if row.noun == "unit"
    }


def said(intake):
    return "\n".join(f"{doubt.place}: {doubt.message}" for doubt in intake.doubts)


def test_that_a_unit_whose_superior_is_missing_goes_to_the_top_of_its_side(read):
    organic = tag("OrganicForceSideHandle", RED)
    intake = read(
        scenario(
            blue_and_red(),
            [
                unit(handle(1), "Orphan", under("gone", organic=organic)),
                unit(handle(2), "Below", under(handle(1))),
                unit(handle(3), "Lost", under("gone")),
            ],
        )
    )
    assert parents(intake) == {"Orphan": None, "Below": handle(1), "Lost": None}
    assert sides_of(intake) == {"Orphan": RED, "Below": RED, "Lost": None}
    assert "Red / Orphan: Its superior gone is not in the file; put at the top." in said(intake)
    assert "Lost: Nothing states its side; it has none." in said(intake)


def test_that_the_only_side_is_that_of_everybody(read):
    intake = read(scenario([side(BLUE, "Blue")], [unit(handle(1), "Orphan", under("gone"))]))
    assert sides_of(intake) == {"Orphan": BLUE}


def test_that_a_circle_is_cut_at_its_first_unit_and_said(read):
    organic = tag("OrganicForceSideHandle", RED)
    intake = read(
        scenario(
            blue_and_red(),
            [
                unit(handle(9), "Below", under(handle(3))),
                unit(handle(1), "A", under(handle(2), organic=organic)),
                unit(handle(2), "B", under(handle(3))),
                unit(handle(3), "C", under(handle(1))),
                unit(handle(4), "Own", under(handle(4))),
            ],
        )
    )
    assert parents(intake) == {
        "Below": handle(3),
        "A": None,
        "B": handle(3),
        "C": handle(1),
        "Own": None,
    }
    assert sides_of(intake)["Below"] == RED
    assert "Red / A: It and others (" in said(intake)
    assert "stand under one another; put at the top." in said(intake)
    assert "Own: It is stated to be its own superior; put at the top." in said(intake)


def test_that_a_superior_that_is_a_side_is_the_side(read):
    intake = read(scenario(blue_and_red(), [unit(handle(1), "Odd", under(RED))]))
    assert parents(intake) == {"Odd": None}
    assert sides_of(intake) == {"Odd": RED}


def test_that_letters_of_handles_may_be_large_or_small(read):
    upper = handle(1).upper()
    intake = read(
        scenario(
            blue_and_red(),
            [unit(upper, "A", under_side(BLUE.upper())), unit(handle(2), "B", under(handle(1)))],
        )
    )
    assert parents(intake)["B"] == handle(1)
    assert sides_of(intake) == {"A": BLUE, "B": BLUE}


def test_that_a_unit_lent_by_its_side_stays_at_the_top(read):
    organic = tag("OrganicForceSideHandle", BLUE)
    units = [unit(handle(1), "A", under_side(BLUE))]
    lent = read(
        scenario(blue_and_red(), [*units, unit(handle(2), "B", under(handle(1), "OPCON", organic))])
    )
    assert parents(lent)["B"] is None
    attached = read(
        scenario(
            blue_and_red(), [*units, unit(handle(2), "B", under(handle(1), "ATTACHED", organic))]
        )
    )
    assert parents(attached)["B"] == handle(1)


def test_that_a_unit_of_another_side_than_its_superior_is_said(read):
    organic = tag("OrganicForceSideHandle", RED)
    intake = read(
        scenario(
            blue_and_red(),
            [
                unit(handle(1), "A", under_side(BLUE)),
                unit(handle(2), "B", under(handle(1), organic=organic)),
            ],
        )
    )
    assert sides_of(intake) == {"A": BLUE, "B": RED}
    assert "Its own side is not that of its superior, Blue." in said(intake)


@pytest.mark.parametrize("depth", [2_000])
def test_that_a_chain_of_thousands_is_a_tree_like_any_other(read, depth):
    units = [unit(handle(depth), "Last", under_side(BLUE))]
    units += [unit(handle(at), f"U{at}", under(handle(at + 1))) for at in range(depth - 1, 0, -1)]
    intake = read(scenario(blue_and_red(), units))
    assert set(sides_of(intake).values()) == {BLUE}
    lowest = next(row for row in intake.rows if row.key == handle(1))
    assert lowest.place == "Blue / … / U2 / U1"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-2, 12), min_size=1, max_size=12))
def test_that_any_handles_at_all_give_a_tree_with_one_side_along_each_branch(superiors):
    units = [
        unit(handle(at), f"U{at}", under_side(BLUE) if above < 0 else under(handle(above)))
        for at, above in enumerate(superiors)
    ]
    root = parse_xml(scenario(blue_and_red(), units).encode(), "forces.xml")
    elements = children(next(children(next(children(root, "Organizations")), "Units")), "Unit")
    nodes = {handle(at): Node(handle(at), f"U{at}", each) for at, each in enumerate(elements)}
    for node in nodes.values():
        read_relations(node)
    settle(nodes, read_sides(root))
    for node in nodes.values():
        seen = set()
        while node.parent:
            assert node.key not in seen
            seen.add(node.key)
            assert nodes[node.parent].side == node.side
            node = nodes[node.parent]


def test_that_a_circle_of_many_names_a_few_and_costs_no_more_than_a_line(read):
    ring = [unit(handle(n), f"Unit {n}", under(handle(n % 1500 + 1))) for n in range(1, 1501)]
    intake = read(scenario(blue_and_red(), ring))
    (doubt,) = [each for each in intake.doubts if "stand under one another" in each.message]
    assert doubt.place == "Unit 1"
    assert doubt.message.endswith("Unit 9, …) stand under one another; put at the top.")
