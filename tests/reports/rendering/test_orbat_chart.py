"""An order of battle on pages is never too small to be read, and nothing of it is lost."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from exerciseplanner.reports.blocks import Heading, OrbatChart, SymbolMark
from exerciseplanner.reports.illustration import illustrated
from exerciseplanner.reports.orbat import OrbatUnit
from exerciseplanner.reports.rendering import render, typeface
from exerciseplanner.reports.rendering.orbat_pages import SMALLEST, orbat_pages
from exerciseplanner.reports.rendering.typesetting import Typesetter
from exerciseplanner.ui.widgets.symbols import drawings
from tests.reports.rendering.reading import document, pages_of, placed_text, text_of
from tests.reports.rendering.test_symbols import forms_of

MECH = "10031000161211020000"


def unit(number, superior=None, text="", **more):
    return OrbatUnit(f"u{number}", superior, SymbolMark(MECH, text or f"Unit {number}"), **more)


def force(count, fan=4):
    """A tree in which every superior leads as many."""
    return tuple(unit(n, f"u{(n - 1) // fan}" if n else None) for n in range(count))


def printed(*units, paper="A4"):
    chart = OrbatChart(units, "The force")
    return render(document(Heading("Force"), chart, paper=paper, landscape=True))


@pytest.mark.parametrize(("count", "fan"), [(1, 1), (3, 2), (60, 4), (300, 4), (300, 30), (40, 1)])
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_that_every_unit_is_printed_within_the_margins_and_large_enough(count, fan, paper):
    pdf = printed(*force(count, fan), paper=paper)
    text = text_of(pdf)
    for number in range(count):
        assert f"Unit {number}" in text
    for page in PdfReader(io.BytesIO(pdf)).pages:
        assert page.mediabox.width > page.mediabox.height
        for said, x, y, _ in placed_text(page):
            assert 40 < x < float(page.mediabox.width) - 40, said
            assert 15 < y < float(page.mediabox.height) - 15, said


@pytest.mark.parametrize("count", [10, 100, 500])
def test_that_no_figure_is_reduced_below_what_can_be_read(count):
    typeface.load()
    for page in orbat_pages(Typesetter(), OrbatChart(force(count), "x"), 714.0, 330.0):
        assert page.scale * 7.8 >= SMALLEST - 1e-6
        assert page.layout.width * page.scale <= 714.0 + 1e-6
        assert page.layout.height * page.scale <= 330.0 + 1e-6


def test_that_three_hundred_units_take_few_pages():
    assert 3 <= len(pages_of(printed(*force(300)))) <= 18
    assert len(pages_of(printed(*force(300), paper="A3"))) < len(pages_of(printed(*force(300))))


def test_that_each_figure_says_where_it_comes_from_and_where_branches_go_on():
    text = text_of(printed(*force(300)))
    assert "Figure 1 The force" in text
    assert "from Figure 1" in text
    assert "Figure 2, +" in text


def test_that_a_heading_never_parts_from_its_chart():
    units = force(60)
    pages = pages_of(
        render(
            document(
                Heading("First"), OrbatChart(units, "First force"),
                Heading("Second"), OrbatChart(units, "Second force"), landscape=True,
            )
        )
    )  # fmt: skip
    for name in ("First", "Second"):
        with_heading = next(page for page in pages if f"{name}\n" in page or f" {name}" in page)
        assert f"{name} force" in with_heading


def test_that_a_long_name_is_cut_and_a_relation_is_named_on_its_line():
    text = text_of(
        printed(unit(0), unit(1, "u0", "A battalion of a very long name " * 4, relation="OPCON"))
    )
    assert "A battalion of a very" in text
    assert "…" in text
    assert "OPCON" in text


def test_that_circles_and_missing_superiors_are_printed_all_the_same():
    text = text_of(printed(unit(0, "u1"), unit(1, "u0"), unit(2, "nobody")))
    assert all(f"Unit {number}" in text for number in range(3))


def test_that_a_chart_of_nobody_takes_no_room():
    assert "Figure" not in text_of(printed())


def test_that_each_distinct_symbol_is_written_once(qapp):
    chart = OrbatChart(force(120), "The force")
    made = illustrated(document(chart, landscape=True), drawings)
    assert len(forms_of(render(made))) == 1
    assert render(made) == render(made)
