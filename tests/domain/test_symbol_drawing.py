"""Tests of symbols as plain shapes: groups hand down, paths become lines and curves."""

from __future__ import annotations

import math

import pytest

from exerciseplanner.domain.drawn_paths import Affine, circle_steps, moved, path_steps
from exerciseplanner.domain.symbol_drawing import Lettering, Outline, drawing_of

FRAME = {
    "type": "path", "d": "M25,50 l150,0 0,100 -150,0 z", "fill": "rgb(1, 2,3)",
    "fillopacity": 1, "stroke": "black", "strokewidth": 4,
}  # fmt: skip


def told(*shapes):
    return {
        "shapes": list(shapes), "bbox": {"x1": 25, "y1": 10, "x2": 175, "y2": 150},
        "line": 4, "anchor": {"x": 79, "y": 94}, "valid": True,
    }  # fmt: skip


def test_that_relative_commands_become_absolute():
    assert path_steps("M10,10 l5 0 0,5 h-2 v1 H0 V0 z m1,1 2,2") == (
        ("M", (10, 10)), ("L", (15, 10)), ("L", (15, 15)), ("L", (13, 15)), ("L", (13, 16)),
        ("L", (0, 16)), ("L", (0, 0)), ("Z", ()), ("M", (11, 11)), ("L", (13, 13)),
    )  # fmt: skip


def test_that_smooth_curves_mirror_the_control_before():
    steps = path_steps("M0 0C1 2 3 4 5 6s3 4 5 6S0 0 1 1")
    assert steps[2] == ("C", (7, 8, 8, 10, 10, 12))
    assert steps[3] == ("C", (12, 14, 0, 0, 1, 1))


def test_that_quadratic_curves_become_cubic_ones_through_the_same_middle():
    (_, (_, n), (_, m)) = path_steps("M0 0Q5 10 10 0T20 0")
    middle = (3 * n[1] + 3 * n[3]) / 8
    assert middle == pytest.approx(5)
    assert (3 * m[1] + 3 * m[3]) / 8 == pytest.approx(-5)


def test_that_an_arc_keeps_its_radius():
    for data in ("M10 0A10 10 0 0 1 0 10", "M10 0A10 10 0 1 0 0 10", "M10 0a10,10 0 1,1 -20,0"):
        here = (10.0, 0.0)
        for _, n in path_steps(data)[1:]:
            x = (here[0] + 3 * n[0] + 3 * n[2] + n[4]) / 8
            y = (here[1] + 3 * n[1] + 3 * n[3] + n[5]) / 8
            here = (n[4], n[5])
            assert math.dist((x, y), (0, 0)) == pytest.approx(10, abs=0.01)


def test_that_an_arc_too_small_for_its_ends_is_enlarged():
    *_, (_, last) = path_steps("M0 0A1 1 0 0 1 10 0")
    assert last[4:] == pytest.approx((10, 0))


@pytest.mark.parametrize("data", ["5 5", "M1", "M0 0L1", "M0 0z 5 5"])
def test_that_what_is_no_path_is_told(data):
    with pytest.raises(ValueError, match="path"):
        path_steps(data)


def test_that_a_circle_is_round_and_moves_with_its_group():
    steps = moved(circle_steps(0, 0, 1), Affine(a=2, d=2, e=10))
    assert steps[0] == ("M", (12, 0))
    assert steps[1][1][4:] == pytest.approx((10, 2))


def test_that_a_group_hands_down_manner_place_and_size():
    inner = {"type": "path", "d": "M0 0L1 1"}
    group = {"type": "scale", "factor": 0.5, "draw": [inner]}
    outer = {"type": "translate", "x": 100, "y": 60, "draw": [group], "stroke": "black",
             "strokewidth": 4, "fill": False, "strokedasharray": "8, 4"}  # fmt: skip
    shape = drawing_of("x", told(FRAME, [outer])).shapes[1]
    assert shape == Outline(
        (("M", (100, 60)), ("L", (100.5, 60.5))), None, (0, 0, 0), 2.0, dash=(4, 2)
    )


def test_that_turning_goes_around_the_point_given():
    inner = {"type": "path", "d": "M10 0L0 0", "stroke": "black"}
    turned = {"type": "rotate", "degree": 90, "x": 0, "y": 0, "draw": [inner]}
    (shape,) = drawing_of("x", told(turned)).shapes
    assert shape.steps[0][1] == pytest.approx((0, 10))


def test_that_text_in_the_middle_stands_a_quarter_of_its_size_lower():
    text = {"type": "text", "text": "FF", "x": 100, "y": 100, "fontsize": 40, "fill": "black",
            "alignmentBaseline": "middle", "textanchor": "middle",
            "fontweight": "bold"}  # fmt: skip
    shape = drawing_of("x", told(FRAME, text)).shapes[1]
    assert isinstance(shape, Lettering)
    assert (shape.y, shape.anchor, shape.is_bold, shape.line) == (110, "middle", True, None)


def test_that_box_and_foot_are_in_the_measures_of_the_shapes():
    made = drawing_of("x", told(FRAME))
    assert made.bounds == (21, 6, 179, 154)
    assert (made.width, made.height, made.foot) == (158, 148, (100, 100))
    assert made.shapes[0].fill == (1, 2, 3)


def test_that_marks_above_the_frame_are_outside_and_the_icon_is_not():
    mark = {"type": "path", "d": "M90,40L90,15", "stroke": "black"}
    icon = {**mark, "icon": True}
    shapes = drawing_of("x", told(FRAME, mark, icon)).shapes
    assert [shape.outside for shape in shapes] == [False, True, False]
