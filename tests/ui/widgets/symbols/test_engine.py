"""Tests of drawings: the same shapes as milsymbol's own output, whatever the code."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from lxml import etree

from exerciseplanner.domain.drawn_paths import circle_steps, path_steps
from exerciseplanner.domain.symbol_drawing import Lettering, Outline
from exerciseplanner.ui.widgets.symbols import SymbolOptions, drawing, drawings
from tests.ui.widgets.symbols.forty import FORTY

pytestmark = pytest.mark.usefixtures("qapp")
CODES = [code for code, _ in FORTY]
NONE = {None, "none"}


def own_shapes(svg: str):
    """(kind, element, shift x, shift y, scale, inherited attributes) in the order drawn."""

    def walk(element, x, y, scale, manner):
        for child in element:
            kind = etree.QName(child).localname
            told = {**manner, **child.attrib}
            move = child.get("transform", "")
            cx, cy, grown = x, y, scale
            if move.startswith("translate"):
                dx, dy = (float(v) for v in move[10:-1].split(","))
                cx, cy = x + dx * scale, y + dy * scale
            elif move.startswith("scale"):
                grown = scale * float(move[6:-1])
            if kind == "g":
                yield from walk(child, cx, cy, grown, told)
            else:
                yield kind, told, cx, cy, grown, child

    root = etree.fromstring(svg.encode())
    yield from walk(root, 0.0, 0.0, 1.0, {})


def flat(steps):
    return [(letter, *(round(v, 6) for v in numbers)) for letter, numbers in steps]


def at_place(steps, x, y, scale):
    return [
        (k, *(round(v * scale + (y if i % 2 else x), 6) for i, v in enumerate(n))) for k, n in steps
    ]


@pytest.mark.parametrize("code", CODES)
def test_that_every_shape_is_the_one_milsymbol_draws(code, own_svg):
    made = drawing(code)
    own = list(own_shapes(own_svg(code)))
    assert len(made.shapes) == len(own)
    for shape, (kind, told, x, y, scale, element) in zip(made.shapes, own, strict=True):
        if kind == "text":
            assert isinstance(shape, Lettering)
            assert shape.text == (element.text or "")
            assert shape.size == pytest.approx(float(told["font-size"]) * scale)
            assert shape.x == pytest.approx(float(told["x"]) * scale + x)
        else:
            assert isinstance(shape, Outline)
            circle = kind == "circle"
            steps = (
                circle_steps(*(float(told[k]) for k in ("cx", "cy", "r")))
                if circle
                else path_steps(told["d"])
            )
            assert flat(shape.steps) == at_place(steps, x, y, scale)
            width = float(told.get("stroke-width", 1))
            assert shape.line is None or shape.width == pytest.approx(width * scale)
        assert (shape.line is None) == (told.get("stroke") in NONE)
        assert (shape.fill is None) == (told.get("fill") == "none")
        assert shape.fill is None or colour(told.get("fill", "black")) == shape.fill
        assert shape.line is None or colour(told["stroke"]) == shape.line


def colour(text: str):
    if text.startswith("rgb"):
        return tuple(int(part) for part in text[4:-1].split(","))
    return {"black": (0, 0, 0), "white": (255, 255, 255)}[text]


@pytest.mark.parametrize("code", CODES)
def test_that_the_bounds_are_those_of_milsymbols_picture(code, own_svg):
    root = etree.fromstring(own_svg(code).encode())
    left, top, width, height = (float(v) for v in root.get("viewBox").split())
    made = drawing(code)
    assert made.bounds == pytest.approx((left, top, left + width, top + height), abs=1e-6)


def test_that_the_foot_of_a_headquarters_is_that_of_its_staff():
    assert drawing("10031002181205000000").foot == pytest.approx((25, 250))
    assert drawing("10031000181205000000").foot == pytest.approx((100, 100))


@pytest.mark.parametrize("code", ["", "garbage", "1" * 20, "9" * 30, "10039900009999990000", "💥"])
def test_that_a_code_nobody_knows_is_drawn_as_such_and_does_no_harm(code):
    made = drawing(code)
    assert not made.is_known
    assert drawing("10031000161211020000").is_known


def test_that_only_what_stands_on_the_ground_is_outside():
    shapes = drawing("10031006181205000000").shapes
    assert not shapes[0].outside
    assert sum(shape.outside for shape in shapes) >= 3
    assert not any(shape.outside for shape in drawing("10031000001205000000").shapes)


def test_that_texts_beside_a_symbol_are_drawn_and_make_it_wider():
    with_name = drawing(CODES[0], SymbolOptions(texts=(("uniqueDesignation", "1 Mech"),)))
    assert any(isinstance(s, Lettering) and s.text == "1 Mech" for s in with_name.shapes)
    assert with_name.width > drawing(CODES[0]).width


def test_that_drawings_can_be_asked_for_from_another_thread():
    found = {}
    code = "10031000171206000000"
    thread = threading.Thread(target=lambda: found.update(drawings([code])))
    thread.start()
    thread.join()
    assert found[code] is drawing(code)


def test_that_drawings_need_no_screen_and_print_no_warning():
    script = (
        "from exerciseplanner.ui.widgets.symbols.engine import drawing\n"
        "print(len(drawing('10031000161211020000').shapes))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (run.stdout.strip(), run.stderr, run.returncode) == ("5", "", 0)
