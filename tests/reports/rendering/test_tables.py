"""Tables of any size keep every row, their header on every page, and their place on the page."""

from __future__ import annotations

import re
import time
from datetime import date

import pypdfium2
import pytest

from exerciseplanner.reports.blocks import (
    Column,
    GroupRow,
    KeyValues,
    Paragraph,
    RatingBadge,
    Ratings,
    ScoreBar,
    Spacer,
    Table,
)
from exerciseplanner.reports.rendering import measures, render, typeface
from exerciseplanner.reports.rendering.table_layout import PAD_X, TableLayout
from exerciseplanner.reports.rendering.typesetting import Typesetter
from tests.reports.rendering.reading import document, pages_of, text_of

COLUMNS = (Column("Serial"), Column("What happens", 4), Column("Strength", numeric=True))


def _rows(count: int) -> tuple[tuple[str, ...], ...]:
    return tuple((f"I{at:05}", f"Inject number {at}", f"{at:,}") for at in range(count))


def test_that_an_empty_table_says_so_under_its_header():
    text = text_of(render(document(Table(COLUMNS, (), "Gaps", empty="No gaps."))))
    assert "Table 1 Gaps Serial What happens Strength No gaps." in text


def test_that_every_row_is_printed_once_and_the_header_on_every_page():
    pages = pages_of(render(document(Table(COLUMNS, _rows(200), "Injects"))))
    serials = re.findall(r"I\d{5}", " ".join(pages))
    assert serials == [f"I{at:05}" for at in range(200)]
    assert len(pages) > 3
    for number, text in enumerate(pages):
        assert "What happens" in text
        assert ("(continued)" in text) == (number > 0)


def test_that_the_widest_word_decides_a_column_though_another_has_more_letters():
    rows = tuple((owner, "word " * 60, "1") for owner in ("illi" * 5, "communications, mmmm"))
    text = text_of(render(document(Table(COLUMNS, rows))))
    assert "communications," in text


def test_that_no_row_stands_alone_on_a_page():
    for above in range(130, 210, 5):
        parts = (Spacer(above), Table(COLUMNS, _rows(40), "Injects"))
        counts = [len(re.findall(r"I\d{5}", text)) for text in pages_of(render(document(*parts)))]
        assert sum(counts) == 40
        assert 1 not in counts


def test_that_a_row_taller_than_a_page_is_broken_and_nothing_of_it_is_lost():
    words = " ".join(f"w{at:04}" for at in range(3000))
    rows = (("I1", "short", "1"), ("I2", words, "2"), GroupRow("After"), ("I3", "end", "3"))
    pages = pages_of(render(document(Paragraph("Before."), Table(COLUMNS, rows))))
    assert re.findall(r"w\d{4}", " ".join(pages)) == words.split()
    assert len(pages) > 3
    assert "After" in pages[-1]


@pytest.mark.parametrize("lines", [44, 50, 51, 52, 53, 54, 55, 56, 57, 60, 110])
def test_that_rows_as_tall_as_a_page_leave_no_row_out(lines):
    tall = "\n".join(f"line{at}" for at in range(lines))
    rows = (
        GroupRow("Group"),
        ("1", tall, "1"),
        GroupRow("Next"),
        ("2", tall, "2"),
        ("3", "x", "3"),
    )
    text = text_of(render(document(Spacer(40), Table(COLUMNS, rows, "Tall"))))
    assert text.count("line0 ") == 2
    assert text.count(f"line{lines - 1} ") == 2


def test_that_a_group_row_never_ends_a_page():
    rows = [
        row
        for at in range(60)
        for row in (GroupRow(f"Group {at:02}"), *((f"{at:02}-{n}", "x", "1") for n in range(4)))
    ]
    for text in pages_of(render(document(Table(COLUMNS, tuple(rows))))):
        body = [line for line in text.splitlines() if re.match(r"(Group )?\d\d", line)]
        assert not body[-1].startswith("Group") or len(body) == 1


def test_that_key_values_longer_than_a_page_are_printed_whole():
    long = " ".join(f"v{at:04}" for at in range(2500))
    text = text_of(render(document(KeyValues((("Key", long), ("Other", "x")), columns=2))))
    assert re.findall(r"v\d{4}", text) == long.split()


def test_that_forty_columns_of_long_words_still_print():
    columns = tuple(Column(f"Column{at}") for at in range(40))
    rows = tuple(tuple("Donaudampfschifffahrtsgesellschaft" for _ in columns) for _ in range(3))
    assert pages_of(render(document(Table(columns, rows, style="grid"))))


def test_that_ratings_and_scores_print_their_letters_in_row_order():
    badge = RatingBadge("P", "Performed", "best", labelled=True)
    row = (
        badge,
        Ratings((badge, RatingBadge("U", "Unable", "worst"))),
        ScoreBar(0, 1, 0.5, "0.50"),
    )
    columns = (Column("Rating"), Column("All"), Column("Score"))
    text = text_of(render(document(Table(columns, (row,)))))
    assert "P Performed P U 0.50" in text


def _widths(columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...]) -> tuple[float, ...]:
    typeface.load()
    return TableLayout(Typesetter(), Table(columns, rows), 400).columns


def test_that_columns_fill_the_width_and_hold_their_longest_word():
    columns = (Column("No.", 0.1), Column("Objective", 5), Column("Planned for", 0.1))
    widths = _widths(columns, (("OBJ-07", "word " * 60, "031532ZJUL26"),))
    assert sum(widths) == pytest.approx(400, abs=0.01)
    needed = Typesetter().width("031532ZJUL26", measures.CELL) + 2 * PAD_X
    assert widths[2] >= needed
    assert widths[1] > 200


def test_that_a_column_leaves_to_others_what_it_does_not_need():
    widths = _widths((Column("A", 5), Column("B", 1)), (("x", "many words " * 40),))
    assert widths[0] < 40


def test_that_numbers_align_at_their_right_end():
    rows = (("a", "b", "9"), ("a", "b", "1,234,567"), ("a", "b", "88"))
    file = pypdfium2.PdfDocument(render(document(Table(COLUMNS, rows), date=date(2020, 1, 1))))
    text = file[0].get_textpage()
    ends = []
    for number in ("9", "1,234,567", "88"):
        start, count = text.search(number).get_next()
        ends.append(text.get_charbox(start + count - 1, loose=True)[2])
    file.close()
    assert ends == pytest.approx([ends[0]] * 3, abs=0.05)


def test_that_twenty_thousand_rows_take_time_in_proportion():
    def seconds(count: int) -> float:
        started = time.process_time()
        render(document(Table(COLUMNS, _rows(count))))
        return time.process_time() - started

    seconds(100)
    assert seconds(20_000) < 10 * 2.5 * seconds(2_000)
