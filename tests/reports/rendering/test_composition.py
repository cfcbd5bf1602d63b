"""Headings are numbered, listed with their true pages, and never left alone."""

from __future__ import annotations

import io
import re

from pypdf import PdfReader
from pypdf.generic import Destination

from exerciseplanner.reports.blocks import (
    BarChart,
    Bullets,
    Callout,
    Column,
    Contents,
    Cover,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
)
from exerciseplanner.reports.charts import Bar
from exerciseplanner.reports.rendering import render
from tests.reports.rendering.reading import document, pages_of, text_of
from tests.reports.rendering.specimen import specimen

FILLER = Paragraph("Filling text that takes a line or two of the page. " * 6)


def _outline(pdf: bytes) -> list[tuple[int, str, int]]:
    """Depth, title and page number of each outline entry."""
    reader = PdfReader(io.BytesIO(pdf))
    found: list[tuple[int, str, int]] = []

    def walk(entries: list[object], depth: int) -> None:
        for entry in entries:
            if isinstance(entry, Destination):
                page = reader.get_destination_page_number(entry)
                found.append((depth, str(entry.title), page + 1))
            else:
                walk(entry, depth + 1)

    walk(reader.outline, 0)
    return found


def test_that_headings_are_numbered_unless_told_otherwise():
    pdf = render(
        document(
            Heading("One"),
            Heading("One one", 2),
            Heading("Deep", 3),
            Heading("One two", 2),
            Heading("Two"),
            Heading("First", 2),
            Heading("Plain", number=""),
            Heading("Changes", number="Annex A"),
        )
    )
    assert [title for _, title, _ in _outline(pdf)] == [
        *("1. One", "1.1 One one", "1.1.1 Deep", "1.2 One two", "2. Two", "2.1 First"),
        *("Plain", "Annex A Changes"),
    ]


def test_that_the_outline_nests_and_never_jumps_a_level():
    pdf = render(document(Heading("A"), Heading("C", 3), Heading("B", 2), Heading("D")))
    assert [depth for depth, _, _ in _outline(pdf)] == [0, 1, 1, 0]


def test_that_contents_and_outline_name_the_page_a_heading_stands_on():
    parts = [part for at in range(40) for part in (Heading(f"Section {at}x"), FILLER, FILLER)]
    pdf = render(document(Contents(), PageBreak(), *parts, cover=Cover()))
    pages = pages_of(pdf)
    contents = " ".join(pages[1:3])
    for at in range(40):
        stands_on = 1 + max(n for n, text in enumerate(pages) if f"Section {at}x" in text)
        listed = re.search(rf"Section {at}x\s*(\d+)", contents)
        assert listed is not None
        assert int(listed[1]) == stands_on
    outline = {title: page for _, title, page in _outline(pdf)}
    assert outline["40. Section 39x"] == max(
        n for n, text in enumerate(pages, 1) if "Section 39x" in text
    )


def test_that_contents_link_to_their_headings():
    pdf = render(document(Contents(), PageBreak(), Heading("One"), Heading("Two", 2)))
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    assert len(page["/Annots"]) == 2


def test_that_contents_leave_out_what_is_deeper():
    text = pages_of(
        render(document(Contents(depth=1), PageBreak(), Heading("A"), Heading("B", 2)))
    )[0]
    assert "A" in text.split()
    assert "B" not in text.split()


def test_that_equal_headings_are_told_apart():
    pdf = render(document(Heading("Same", number=""), PageBreak(), Heading("Same", number="")))
    assert [page for _, _, page in _outline(pdf)] == [1, 2]


def test_that_a_heading_never_ends_a_page():
    followers = (
        FILLER,
        Table((Column("A"),), tuple((f"row {at}",) for at in range(30))),
        Callout("info", "Title", "text"),
        BarChart((Bar("bar", 1.0),), "Bars"),
        Bullets(("item",)),
    )
    for millimetres in range(150, 215, 9):
        for follower in followers:
            pages = pages_of(
                render(
                    document(
                        Paragraph("start"),
                        Spacer(millimetres),
                        Heading("Head"),
                        Heading("Under", 2),
                        follower,
                    )
                )
            )
            page = next(text for text in pages if "Head" in text.split())
            below = page.split("Under")[1].split("REF/1")[0]
            assert re.search(r"Filling|row 0|text|bar|item", below), (millimetres, follower)


def test_that_what_is_kept_together_moves_as_one():
    together = KeepTogether(tuple(Paragraph(f"kept {at}") for at in range(10)))
    for millimetres in (100, 170, 180, 190, 200):
        pages = pages_of(render(document(Spacer(millimetres), together)))
        assert sum("kept" in text for text in pages) == 1
    far_too_much = KeepTogether(tuple(Paragraph(f"kept {at}") for at in range(120)))
    text = text_of(render(document(Spacer(100), far_too_much)))
    assert text.count("kept") == 120


def test_that_a_callout_longer_than_a_page_goes_on():
    words = " ".join(f"c{at:04}" for at in range(2500))
    text = text_of(render(document(FILLER, Callout("warn", "Long", words))))
    assert re.findall(r"c\d{4}", text) == words.split()


def test_that_no_paragraph_leaves_a_single_line_on_a_page():
    lines = Paragraph("\n".join(f"line{at}" for at in range(6)))
    seen = set()
    for millimetres in range(180, 225, 3):
        pages = pages_of(render(document(Spacer(millimetres), lines)))
        counts = [len(re.findall(r"line\d", text)) for text in pages]
        assert sum(counts) == 6
        assert 1 not in counts
        seen.add(max(counts))
    assert len(seen) > 1, "in some of these the paragraph is split"


def test_that_tables_and_figures_are_numbered_apart():
    text = text_of(render(specimen(rows=3)))
    for caption in ("Table 1", "Table 4", "Figure 1", "Figure 5"):
        assert caption in text


def test_that_list_marks_count():
    text = text_of(render(document(Bullets(("x", "y"), "letter"), Bullets(("x", "y"), "number"))))
    assert "a. x b. y 1. x 2. y" in text
