"""Text is printed as written: never read as markup, never lost, never wider than its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exerciseplanner.reports.blocks import (
    Bullets,
    Callout,
    Column,
    GroupRow,
    Heading,
    KeyValues,
    Paragraph,
    Run,
    Table,
)
from exerciseplanner.reports.rendering import measures, render, typeface
from exerciseplanner.reports.rendering.measures import Style
from exerciseplanner.reports.rendering.typesetting import Typesetter
from tests.reports.rendering.reading import document, text_of

HOSTILE = (
    '<img src="/etc/hostname.png"/>',
    "a <b>x",
    "R&D & <para> </para> &amp; &#65;",
    '<a href="javascript:alert(1)">x</a>',
    "%s {0} \\(x\\) )(",
)
STYLE = Style(10, 14)


@pytest.fixture(autouse=True)
def _loaded():
    typeface.load()


def _shown(lines) -> str:
    return " ".join("".join(piece.text for piece in line.pieces) for line in lines)


@pytest.mark.parametrize("text", HOSTILE)
def test_that_user_text_is_never_read_as_markup(text):
    pdf = render(
        document(
            Heading(text),
            Paragraph(text),
            Paragraph((Run(text, bold=True), Run(text, code=True))),
            Bullets((text,)),
            Callout("info", text, text),
            KeyValues(((text, text),)),
            Table((Column(text),), ((text,), GroupRow(text, text)), text),
            title=text,
            subtitle=text,
            sample_notice=text,
            reference=text,
        )
    )
    expected = " ".join(text.split())
    assert text_of(pdf).count(expected) >= 10
    assert b"/XObject" not in pdf
    assert b"/JavaScript" not in pdf
    assert b"/URI" not in pdf


@pytest.mark.parametrize("text", ["Łódź Żagań", "Ελλάδα", "Київ Ґанок", "Ærøskøbing – “Çeşme”"])
def test_that_latin_greek_and_cyrillic_can_be_copied_from_the_page(text):
    assert text in text_of(render(document(Paragraph(text), Paragraph((Run(text, italic=True),)))))


def test_that_decomposed_accents_print_as_one_letter():
    setter = Typesetter()
    assert _shown(setter.lines("Z\u0307agan\u0301", STYLE, 200)) == "Żagań"
    assert not setter.missing


def test_that_controls_and_direction_marks_vanish_and_rare_spaces_stay_spaces():
    lines = Typesetter().lines("a\x00\x07\u200f\u00adb\u3000c\td", STYLE, 300)
    assert _shown(lines) == "ab c d"


def test_that_runs_keep_their_face_and_join_without_a_gap():
    lines = Typesetter().lines((Run("over"), Run("ride", bold=True), Run("s")), STYLE, 300)
    assert [(piece.text, piece.face) for piece in lines[0].pieces] == [
        ("over", "regular"),
        ("ride", "semibold"),
        ("s", "regular"),
    ]


def test_that_a_line_break_in_text_breaks_the_line():
    assert len(Typesetter().lines("one\ntwo\n\nthree", STYLE, 300)) == 4


def test_that_a_long_word_breaks_at_its_joints_first():
    lines = Typesetter().lines("SL02-E03-I01-004/second", STYLE, 50)
    assert all(line.width <= 50 for line in lines)
    assert _shown(lines[:1]).endswith("-")


@given(
    st.text(max_size=120),
    st.floats(min_value=14, max_value=300),
    st.integers(min_value=0, max_value=2),
)
@settings(max_examples=150, deadline=None)
def test_that_no_line_is_wider_than_asked_and_no_letter_is_lost(text, width, split):
    typeface.load()
    setter = Typesetter()
    runs = (Run(text[:split]), Run(text[split:], bold=True)) if split else text
    lines = setter.lines(runs, STYLE, width)
    assert all(line.width <= width + 0.01 for line in lines)
    source = text if isinstance(runs, str) else runs[0].text + "\0" + runs[1].text
    expected = "".join(
        "".join(typeface.settable(part, set()).split()) for part in source.split("\0")
    )
    if isinstance(runs, str) or split:
        assert "".join(_shown(lines).split()) == expected


def test_that_fitted_text_ends_in_an_ellipsis():
    setter = Typesetter()
    fitted = setter.fitted("Officer conducting the exercise", STYLE, 60)
    assert fitted.endswith("…")
    assert setter.width(fitted, STYLE) <= 60
    assert setter.fitted("Officer", STYLE, 60) == "Officer"


def test_that_figures_are_equally_wide_so_that_columns_of_numbers_align():
    widths = {typeface.width_of(digit, "regular", 10) for digit in "0123456789"}
    assert len(widths) == 1
    assert measures.CELL.face == "regular"
