"""Every kind of spreadsheet is read as the same rows, whatever its programs left in it."""

from __future__ import annotations

import time
import tracemalloc
import zipfile
from datetime import date, datetime
from datetime import time as clock

import openpyxl
import pytest

from exerciseplanner.exchange.spreadsheets.reading import read_workbook
from exerciseplanner.exchange.spreadsheets.sheets import letters
from tests.exchange.spreadsheets.builders import write_ods, write_xls, write_xlsx

ROWS = [["Serial", "Time", "Subject", "To"], ["A1", "0900", "Mine struck", "HQ"]]


MORNING = datetime(2026, 9, 14, 9, 0)  # noqa: DTZ001 (cells have no time zone)


def rows_of(path):
    return [list(row) for row in read_workbook(path).sheets[0].rows]


def test_that_xlsx_xls_ods_and_csv_give_the_same_rows(tmp_path):
    (tmp_path / "a.csv").write_text("\n".join(",".join(row) for row in ROWS))
    paths = (
        write_xlsx(tmp_path / "a.xlsx", {"MSEL": ROWS}),
        write_xls(tmp_path / "a.xls", ROWS),
        write_ods(tmp_path / "a.ods", ROWS),
        tmp_path / "a.csv",
    )
    assert [rows_of(path) for path in paths] == [ROWS] * 4


def test_that_the_content_decides_and_not_the_name(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"MSEL": ROWS}).rename(tmp_path / "a.csv")
    assert rows_of(path) == ROWS


def test_that_numbers_are_whole_and_dates_are_dates(tmp_path):
    row = [7.0, 2.5, MORNING, date(2026, 9, 14), clock(9, 5), True]
    path = write_xlsx(tmp_path / "a.xlsx", {"MSEL": [["a"] * 6, row]})
    assert rows_of(path)[1] == [7, 2.5, *row[2:]]
    assert isinstance(rows_of(path)[1][0], int)


def test_that_a_moment_a_hair_before_the_minute_is_that_minute(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["x", 46279.3749999])
    book.active["B1"].number_format = "dd/mm/yyyy hh:mm"
    book.save(tmp_path / "a.xlsx")
    assert rows_of(tmp_path / "a.xlsx")[0][1] == MORNING


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("one_x000D_\ntwo", "one\ntwo"),
        ("bell_x0007_", "bell"),
        ("  a b  ", "a b"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("a\r\nb", "a\nb"),
        ("#N/A", ""),
        ("#REF!", ""),
    ],
)
def test_that_what_programs_leave_in_texts_is_cleaned(tmp_path, written, read):
    path = tmp_path / "a.csv"
    path.write_text(f'h1,h2\n"{written}",x\n', encoding="utf-8", newline="")
    assert rows_of(path)[1][0] == read


def test_that_tall_merged_cells_are_filled_down(tmp_path):
    def merge(book, target):
        target.merge_range(1, 0, 3, 0, "Cyber")

    rows = [["Storyline", "Subject"], ["", "a"], ["", "b"], ["", "c"]]
    path = write_xlsx(tmp_path / "a.xlsx", {"MSEL": rows}, merge)
    assert [row[0] for row in rows_of(path)] == ["Storyline", "Cyber", "Cyber", "Cyber"]


def test_that_merged_cells_of_opendocument_are_seen(tmp_path):
    rows = [["Storyline", "Subject"], ["Cyber", "a"], ["", "b"]]
    path = write_ods(tmp_path / "a.ods", rows, spans=[(1, 0, 2, 0)])
    assert rows_of(path)[2] == ["Cyber", "b"]


def test_that_a_table_away_from_the_corner_keeps_its_place(tmp_path):
    path = write_xlsx(
        tmp_path / "a.xlsx", {"MSEL": [[], [], ["", "Serial", "Subject"], ["", 1, "a"]]}
    )
    sheet = read_workbook(path).sheets[0]
    assert sheet.rows[0] == ("Serial", "Subject")
    assert (sheet.place(1), sheet.letter(0)) == ("Sheet 'MSEL', row 4", "B")


def test_that_hidden_sheets_are_known_as_hidden(tmp_path):
    def hide(book, target):
        if target.get_name() == "Old":
            target.hide()

    path = write_xlsx(tmp_path / "a.xlsx", {"MSEL": ROWS, "Old": ROWS}, hide)
    assert [sheet.hidden for sheet in read_workbook(path).sheets] == [False, True]


def test_that_formulas_without_a_result_are_reported(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Serial", "=1+1", "=2+2"])
    book.save(tmp_path / "a.xlsx")
    assert (
        "2 formulas have no stored result"
        in read_workbook(tmp_path / "a.xlsx").sheets[0].remarks[0]
    )


def far_value(book, target):
    target.write(0, 16383, "x")


def far_row(book, target):
    target.write(1048575, 0, "x")


def wide_format(book, target):
    target.set_column(0, 16383, 12, book.add_format({"bold": True}))


def wide_header(book, target):
    for column in range(20, 16384):
        target.write(0, column, f"Column{column}")


def coloured(book, target):
    grey = book.add_format({"bg_color": "#eeeeee"})
    for row in range(40):
        for column in range(20, 16384):
            target.write_blank(row, column, None, grey)


GHOSTS = (far_value, far_row, wide_format, wide_header, coloured)


def ghost(path, haunt):
    rows = [[f"text {r} {c}" for c in range(20)] for r in range(400)]
    return write_xlsx(path, {"MSEL": rows}, haunt)


@pytest.mark.parametrize("haunt", GHOSTS)
def test_that_ghost_columns_and_rows_cost_next_to_nothing(tmp_path, haunt):
    plain, haunted = ghost(tmp_path / "plain.xlsx", None), ghost(tmp_path / "ghost.xlsx", haunt)
    spent = []
    for path in (plain, haunted):
        began = time.process_time()
        sheet = read_workbook(path).sheets[0]
        spent.append(time.process_time() - began)
        assert (len(sheet.rows), sheet.width) == (400, 20)
    assert spent[1] < 3 * spent[0] + 0.3


def test_that_ghost_columns_take_no_memory(tmp_path):
    peaks = []
    for haunt in (None, far_value):
        path = ghost(tmp_path / "a.xlsx", haunt)
        tracemalloc.start()
        read_workbook(path)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 4 * peaks[0]


def test_that_a_stray_value_left_out_is_reported(tmp_path):
    sheet = read_workbook(ghost(tmp_path / "a.xlsx", far_value)).sheets[0]
    assert sheet.remarks == ("1 cell far away from the table was left out",)


def test_that_a_declared_area_is_not_believed(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"MSEL": ROWS})
    changed = tmp_path / "b.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(b'ref="A1:D2"', b'ref="A1:XFD1048576"'))
    assert rows_of(changed) == ROWS


def test_that_endless_rows_of_opendocument_are_trimmed(tmp_path):
    path = write_ods(tmp_path / "a.ods", ROWS)
    filler = (
        b'<table:table-row table:number-rows-repeated="1048000">'
        b'<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )
    changed = tmp_path / "b.ods"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"</table:table>", filler))
    assert rows_of(changed) == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_that_text_files_of_any_encoding_and_separator_are_read(tmp_path, encoding, separator):
    rows = [["Nr", "Zeit", "Lage"], ["1", "09:00", "Brücke gesprengt, über 100 m"]]
    quoted = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    (tmp_path / "a.csv").write_bytes(quoted.encode(encoding))
    assert rows_of(tmp_path / "a.csv") == rows


def test_that_line_breaks_and_separators_inside_quotes_are_text(tmp_path):
    (tmp_path / "a.csv").write_text('No;Text\n1;"first, a\nsecond, b\nthird, c"\n2;"x;y"\n')
    assert rows_of(tmp_path / "a.csv")[1:] == [["1", "first, a\nsecond, b\nthird, c"], ["2", "x;y"]]


def test_that_the_separator_a_file_declares_is_used(tmp_path):
    (tmp_path / "a.csv").write_text("sep=|\nNo|Text, long\n1|a, b\n")
    assert rows_of(tmp_path / "a.csv") == [["No", "Text, long"], ["1", "a, b"]]


def test_that_columns_are_lettered_as_in_a_spreadsheet():
    assert [letters(n) for n in (0, 25, 26, 701, 702, 16383)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]
