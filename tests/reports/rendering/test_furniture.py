"""Every page carries the marking, tells a draft, and names the state it was printed from."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from exerciseplanner.reports.blocks import Cover, Heading, PageBreak, Paragraph
from exerciseplanner.reports.rendering import render
from tests.reports.rendering.reading import document, pages_of, placed_text
from tests.reports.rendering.specimen import specimen

MARKING, RELEASE = "NATO UNCLASSIFIED", "Releasable to EU/PfP/MD/ICI"


@pytest.mark.parametrize("paper", ["A4", "Letter", "A3"])
def test_that_marking_and_release_line_stand_centred_at_top_and_bottom_of_every_page(paper):
    reader = PdfReader(io.BytesIO(render(specimen(paper, rows=40))))
    for page in reader.pages:
        pieces = placed_text(page)
        height, width = float(page.mediabox.height), float(page.mediabox.width)
        markings = [(x, y, size) for text, x, y, size in pieces if text == MARKING]
        releases = [(y, size) for text, _, y, size in pieces if text == RELEASE]
        assert len(markings) == len(releases) == 2
        for (x, y, size), (below, release_size) in zip(markings, releases, strict=True):
            assert size > 10 < release_size
            assert 0 < y - below < 20, "the release line is directly beneath"
            assert abs((x + x + 124) / 2 - width / 2) < 12
        assert max(y for _, y, _ in markings) > height - 50
        assert min(y for _, y, _ in markings) < 60


def test_that_a_marking_is_printed_in_capitals():
    assert (
        "NATO RESTRICTED"
        in pages_of(render(document(Paragraph("x"), marking_lines=("Nato restricted", ""))))[0]
    )


def test_that_a_long_release_line_is_broken_and_pushes_the_text_aside():
    release = "REL TO " + ", ".join(f"X{chr(65 + at)}Z" for at in range(26)) * 3
    page = PdfReader(
        io.BytesIO(render(document(Paragraph("First line"), marking_lines=("NS", release))))
    ).pages[0]
    pieces = placed_text(page)
    lowest_release = min(y for text, _, y, _ in pieces if "XAZ" in text and y > 500)
    assert next(y for text, _, y, _ in pieces if text == "First line") < lowest_release


def test_that_draft_stands_on_cover_and_in_head_and_foot_until_final():
    for text in pages_of(render(specimen(rows=40))):
        assert text.count("DRAFT") == 2
    for text in pages_of(render(specimen(rows=40, draft=False))):
        assert "DRAFT" not in text


def test_that_every_page_names_the_state_of_the_exercise_file():
    for text in pages_of(render(specimen(rows=40))):
        assert "State 3f9ab2c41d07…" in text


def test_that_the_first_page_has_reference_and_date_with_and_without_a_cover():
    for cover in (Cover(issuer="Evaluation Branch"), None):
        first = pages_of(render(document(Paragraph("x"), PageBreak(), cover=cover)))[0]
        assert "REF/1" in first
        assert "1 September 2026" in first


def test_that_the_cover_says_that_a_sample_is_fictitious():
    first, *rest = pages_of(render(specimen(rows=5)))
    assert "Fictitious sample." in first
    assert not any("Fictitious sample." in text for text in rest)


def test_that_later_pages_repeat_the_title():
    pages = pages_of(render(document(Paragraph("x"), PageBreak(), Paragraph("y"))))
    assert "Title of the document" in pages[1]


def test_that_a_page_in_the_middle_of_a_section_says_which():
    parts = (Heading("Units"), PageBreak(), Paragraph("x"), PageBreak(), Heading("Flow"))
    _, goes_on, begins = pages_of(render(document(*parts)))
    assert "Title of the document  ·  1. Units" in goes_on
    assert "1. Units" not in begins
