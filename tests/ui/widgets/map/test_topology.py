"""Tests of reading TopoJSON and of shapes that cross the edge of the map."""

from __future__ import annotations

from exerciseplanner.ui.widgets.map.topology import (
    arc_points,
    cut,
    joined,
    shapes,
    unrolled,
    uses,
)

TWO_SQUARES = {
    "transform": {"scale": [2, 1], "translate": [10, 50]},
    "arcs": [
        [[1, 0], [0, 1]],
        [[1, 1], [-1, 0], [0, -1], [1, 0]],
        [[1, 0], [1, 0], [0, 1], [-1, 0]],
    ],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "West"}},
                {"type": "MultiPolygon", "arcs": [[[2, -1]]], "properties": {"name": "East"}},
                {"type": "Point", "coordinates": [0, 0]},
            ]
        }
    },
}
"""Two squares side by side; the first arc is the border between them."""


def test_that_arcs_are_sums_of_steps_scaled_and_moved():
    first, second, _ = arc_points(TWO_SQUARES["arcs"], TWO_SQUARES["transform"])
    assert first == [(12, 50), (12, 51)]
    assert second == [(12, 51), (10, 51), (10, 50), (12, 50)]


def test_that_neighbours_share_an_arc_one_of_them_backwards():
    arcs = list(arc_points(TWO_SQUARES["arcs"], TWO_SQUARES["transform"]))
    west, east = shapes(TWO_SQUARES["objects"]["countries"])
    assert (west.name, east.name) == ("West", "East")
    assert joined(west.polygons[0][0], arcs) == [(12, 50), (12, 51), (10, 51), (10, 50), (12, 50)]
    assert joined(east.polygons[0][0], arcs) == [(12, 50), (14, 50), (14, 51), (12, 51), (12, 50)]


def test_that_an_arc_of_two_areas_is_a_border_and_of_one_a_coast():
    assert uses(shapes(TWO_SQUARES["objects"]["countries"])) == {0: 2, 1: 1, 2: 1}


def test_that_a_ring_across_the_edge_stands_at_both_sides():
    ring = [(170, 0), (-170, 0), (-170, 10), (170, 10), (170, 0)]
    found = unrolled(ring, 85)
    assert [(min(x for x, _ in r), max(x for x, _ in r)) for r in found] == [
        (-190, -170),
        (170, 190),
    ]


def test_that_a_ring_round_the_pole_is_closed_along_the_edge_of_the_map():
    ring = [(-180, -70), (-60, -72), (60, -71), (180, -70)]
    whole = unrolled(ring, 85)[0]
    assert (180, -85) in whole
    assert (-180, -85) in whole
    assert whole[0] == whole[-1]


def test_that_a_line_across_the_edge_is_cut():
    assert cut([(178, 0), (179, 1), (-179, 2), (-178, 3)]) == [
        [(178, 0), (179, 1)],
        [(-179, 2), (-178, 3)],
    ]
