"""The engine writes complete, repeatable PDFs and can be stopped."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from exerciseplanner.reports.blocks import (
    Column,
    Contents,
    Cover,
    Heading,
    PageBreak,
    Paragraph,
    Table,
)
from exerciseplanner.reports.rendering import finish, render, typeset
from tests.reports.rendering.reading import document, fonts_of, pages_of, placed_text
from tests.reports.rendering.specimen import specimen

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render(specimen())


def test_that_every_font_on_every_page_is_embedded(pdf):
    fonts = set(fonts_of(pdf))
    assert len(fonts) >= 4
    assert all(is_embedded for _, is_embedded in fonts), fonts
    assert not any("Helvetica" in name for name, _ in fonts)


def test_that_the_same_document_gives_the_same_bytes_in_another_process(pdf):
    program = (
        "import hashlib\n"
        "from exerciseplanner.reports.rendering import render\n"
        "from tests.reports.rendering.specimen import specimen\n"
        "print(hashlib.sha256(render(specimen())).hexdigest())"
    )
    here = os.environ | {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=here,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == hashlib.sha256(pdf).hexdigest(), done.stderr


def test_that_metadata_tell_title_marking_and_the_date_of_the_document(pdf):
    found = PdfReader(io.BytesIO(pdf)).metadata
    assert found.title == "Readiness assessment of Exercise NORTHERN ANCHOR 26"
    assert "NA26/EVAL/0042" in found.subject
    assert found.keywords == "NATO UNCLASSIFIED; Releasable to EU/PfP/MD/ICI"
    assert found["/CreationDate"] == found["/ModDate"] == "D:20260923000000Z"


def test_that_every_page_counts_itself_and_all(pdf):
    pages = pages_of(pdf)
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text


def test_that_progress_only_grows_and_ends_at_one():
    told: list[float] = []
    rows = tuple((str(at), "text") for at in range(1500))
    table = Table((Column("A"), Column("B")), rows)
    render(document(Heading("H"), table), lambda done, what: told.append(done))
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 20


def test_that_an_exception_from_progress_cancels():
    class Cancelled(Exception):
        pass

    def cancel(done: float, what: str) -> None:
        if done > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        render(document(*(Paragraph("text") for _ in range(300))), cancel)


def test_that_closing_the_generator_stops_the_work():
    steps = typeset(specimen(rows=3000))
    next(steps)
    steps.close()
    with pytest.raises(StopIteration):
        next(steps)


def test_that_rendering_reports_pages_and_characters_it_could_not_print():
    rendering = finish(typeset(document(Paragraph("演 and \ud800"), PageBreak(), Paragraph("b"))))
    assert rendering.pages == 2
    assert rendering.missing == ("演", "\ud800")
    assert "□ and □" in pages_of(rendering.pdf)[0]


@pytest.mark.parametrize(
    ("paper", "landscape", "width", "height"),
    [
        ("A4", False, 595.28, 841.89),
        ("Letter", False, 612, 792),
        ("A3", False, 841.89, 1190.55),
        ("A3", True, 1190.55, 841.89),
    ],
)
def test_that_each_paper_holds_every_block_within_its_margins(paper, landscape, width, height):
    reader = PdfReader(io.BytesIO(render(specimen(paper, rows=12, landscape=landscape))))
    for page in reader.pages:
        assert page.mediabox.width == pytest.approx(width, abs=0.01)
        assert page.mediabox.height == pytest.approx(height, abs=0.01)


def test_that_odd_pages_are_bound_on_the_left_and_even_ones_on_the_right():
    parts = [part for at in range(4) for part in (Paragraph(f"text {at}"), PageBreak())]
    reader = PdfReader(io.BytesIO(render(document(*parts, cover=Cover()))))
    lefts = [
        next(x for text, x, _, _ in placed_text(page) if text.startswith("text"))
        for page in list(reader.pages)[1:5]
    ]
    assert lefts[1] > lefts[0] + 10
    assert lefts == [lefts[0], lefts[1]] * 2


def test_that_a_document_without_parts_still_prints():
    assert "Title of the document" in pages_of(render(document()))[0]
    assert "Title of the document" in pages_of(render(document(Contents(), cover=Cover())))[0]
