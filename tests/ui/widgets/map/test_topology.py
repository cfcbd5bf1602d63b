"""Tests of reading TopoJSON and of lines that cross 180 degrees."""

from __future__ import annotations

import json

from exerciseplanner.ui.widgets.map.topology import (
    arc_points,
    joined,
    opened,
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


def all_points():
    return [list(arc_points(arc, TWO_SQUARES["transform"])) for arc in TWO_SQUARES["arcs"]]


def test_that_arcs_are_sums_of_steps_scaled_and_moved():
    first, second, _ = all_points()
    assert first == [(12, 50), (12, 51)]
    assert second == [(12, 51), (10, 51), (10, 50), (12, 50)]


def test_that_neighbours_share_an_arc_one_of_them_backwards():
    arcs = all_points()
    west, east = shapes(TWO_SQUARES["objects"]["countries"])
    assert (west.name, east.name) == ("West", "East")
    assert joined(west.polygons[0][0], arcs) == [(12, 50), (12, 51), (10, 51), (10, 50), (12, 50)]
    assert joined(east.polygons[0][0], arcs) == [(12, 50), (14, 50), (14, 51), (12, 51), (12, 50)]


def test_that_an_arc_of_two_areas_is_a_border_and_of_one_a_coast():
    assert uses(shapes(TWO_SQUARES["objects"]["countries"])) == {0: 2, 1: 1, 2: 1}


def test_that_the_arcs_of_a_file_come_one_by_one_and_the_rest_at_once():
    rest, arcs = opened(json.dumps(TWO_SQUARES, separators=(",", ":")))
    assert next(arcs) == TWO_SQUARES["arcs"][0]
    assert {**rest, "arcs": [TWO_SQUARES["arcs"][0], *arcs]} == TWO_SQUARES


def test_that_a_line_across_the_edge_goes_on_beyond_it():
    assert unrolled([(178, 0), (179, 1), (-179, 2), (-178, 3), (179, 4)]) == [
        (178, 0),
        (179, 1),
        (181, 2),
        (182, 3),
        (179, 4),
    ]
