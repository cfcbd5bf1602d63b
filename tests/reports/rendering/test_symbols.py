"""Tests of symbols in documents: drawn as on the screen, written once, beside their text."""

from __future__ import annotations

import io

import pypdf
import pypdfium2
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from reportlab.pdfgen.canvas import Canvas

from exerciseplanner.reports.blocks import Column, KeepTogether, KeyValues, SymbolMark, Table
from exerciseplanner.reports.illustration import illustrated, symbols_of
from exerciseplanner.reports.rendering import render, typeface
from exerciseplanner.reports.rendering.cells import narrowest, natural_width, set_cell
from exerciseplanner.reports.rendering.measures import CELL
from exerciseplanner.reports.rendering.symbols import PLAIN_HEIGHT, draw_symbol, symbol_width
from exerciseplanner.reports.rendering.typesetting import Typesetter
from exerciseplanner.ui.widgets.symbols import drawing, drawings
from exerciseplanner.ui.widgets.symbols.painting import paint_symbol
from tests.reports.rendering.reading import document, pages_of, text_of
from tests.ui.widgets.symbols.forty import FORTY

pytestmark = pytest.mark.usefixtures("qapp")
MECH, HOSTILE = "10031000161211020000", "10061000161211000000"
POINTS = 72 / 25.4


def listed(*codes: str, height: float = 8.0) -> Table:
    rows = tuple((SymbolMark(code, f"Unit {at}", height),) for at, code in enumerate(codes))
    return Table((Column("Unit"),), rows)


def forms_of(pdf: bytes) -> set[str]:
    """The form objects of the whole file, by object number."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    found = set()
    for page in reader.pages:
        objects = page["/Resources"].get("/XObject", {})
        found |= {
            str(each.idnum) for each in objects.values() if each.get_object()["/Subtype"] == "/Form"
        }
    return found


def test_that_the_symbols_of_a_document_are_found_wherever_they_stand():
    made = document(
        listed(MECH, HOSTILE),
        KeepTogether((listed(MECH), KeyValues((("Own", SymbolMark("A")), ("Rank", "x"))))),
    )
    assert symbols_of(made) == (MECH, HOSTILE, "A")


def test_that_a_document_without_symbols_asks_for_no_drawing():
    def never(codes):
        raise AssertionError("asked")

    plain = document(Table((Column("Unit"),), (("1 Bde",),)))
    assert illustrated(plain, never) is plain


def test_that_each_distinct_symbol_is_written_once():
    many = illustrated(document(listed(*[MECH, HOSTILE] * 150)), drawings)
    pdf = render(many)
    assert len(pages_of(pdf)) > 3
    assert len(forms_of(pdf)) == 2
    assert len(pdf) < 3 * len(render(document(listed(*[MECH] * 3))))


def test_that_what_a_symbol_stands_for_is_printed_beside_it():
    text = text_of(render(illustrated(document(listed(MECH, HOSTILE)), drawings)))
    assert "Unit 0" in text
    assert "Unit 1" in text
    assert MECH not in text


def test_that_a_code_nobody_drew_is_printed_itself():
    assert f"{MECH} Unit 0" in text_of(render(document(listed(MECH))))


def test_that_the_same_document_gives_the_same_file():
    made = illustrated(document(listed(MECH, HOSTILE)), drawings)
    assert render(made) == render(made)


def test_that_a_cell_keeps_room_for_the_symbol_and_grows_with_it():
    typeface.load()
    setter = Typesetter(drawings=drawings([MECH]))
    small, large = SymbolMark(MECH, "Telemark Line", 6), SymbolMark(MECH, "Telemark Line", 20)
    assert set_cell(setter, large, CELL, 200).height >= 20 * POINTS
    assert set_cell(setter, small, CELL, 200).height < 20 * POINTS
    room = symbol_width(6 * POINTS)
    assert narrowest(setter, small, CELL) > room
    assert natural_width(setter, small, CELL) > room + setter.width("Telemark Line", CELL)


@pytest.mark.parametrize("code", [code for code, _ in FORTY])
def test_that_a_symbol_looks_on_paper_as_on_the_screen(code):
    made = drawing(code)
    paper, screen = on_paper(made), QImage(250, 200, QImage.Format.Format_RGB32)
    screen.fill(Qt.GlobalColor.white)
    scale = min(250 / made.width, 200 / max(made.height, PLAIN_HEIGHT))
    place = QRectF(0, 0, made.width * scale, made.height * scale)
    place.moveCenter(QRectF(screen.rect()).center())
    painter = QPainter(screen)
    paint_symbol(painter, made, place)
    painter.end()
    assert different(paper, screen) < 0.015
    screen.fill(Qt.GlobalColor.white)
    assert different(paper, screen) > 0.015


def on_paper(made) -> QImage:
    """A page of 250 by 200 points with nothing but the symbol, a pixel for each point."""
    typeface.load()
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(250, 200), initialFontName=typeface.FONT_NAMES["regular"])
    draw_symbol(canvas, made, 0, 0, 200)
    canvas.save()
    bitmap = pypdfium2.PdfDocument(target.getvalue())[0].render(scale=1)
    size = (bitmap.width, bitmap.height, bitmap.stride)
    image = QImage(bytes(bitmap.buffer), *size, QImage.Format.Format_BGR888)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def different(one: QImage, other: QImage) -> float:
    """The share of pixels that differ by more than two fifths."""
    a, b = bytes(one.constBits())[1::4], bytes(other.constBits())[1::4]
    return sum(abs(x - y) > 100 for x, y in zip(a, b, strict=True)) / len(a)
