"""Files that are no list of injects are refused with a sentence and stay as they were."""

from __future__ import annotations

import struct
import zipfile
import zlib

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.spreadsheets import trimming
from exerciseplanner.exchange.spreadsheets.intake import propose
from exerciseplanner.exchange.spreadsheets.reading import read_workbook
from tests.exchange.spreadsheets.builders import CONTEXT, write_xls, write_xlsx

ROWS = [["Serial", "Time", "Subject", "To"], ["A1", "0900", "Mine struck", "HQ"]]


def refusal(path):
    with pytest.raises(Refusal) as caught:
        propose(read_workbook(path), None, CONTEXT)
    assert caught.value.remedy
    return str(caught.value)


def written(path, content):
    path.write_bytes(content)
    return path


def test_that_an_empty_file_is_refused(tmp_path):
    assert "is empty" in refusal(written(tmp_path / "a.xlsx", b""))


def test_that_a_missing_file_and_a_folder_are_refused(tmp_path):
    assert "There is no file" in refusal(tmp_path / "none.xlsx")
    assert "is a folder" in refusal(tmp_path)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_that_a_truncated_workbook_is_refused(tmp_path, share):
    content = write_xlsx(tmp_path / "a.xlsx", {"MSEL": ROWS}).read_bytes()
    half = written(tmp_path / "half.xlsx", content[: int(share * len(content))])
    before = half.read_bytes()
    assert "half.xlsx is damaged, or only a part of it arrived" in refusal(half)
    assert half.read_bytes() == before


def test_that_a_flipped_byte_in_a_sheet_is_noticed(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"MSEL": ROWS * 200})
    with zipfile.ZipFile(path) as package:
        member = package.getinfo("xl/worksheets/sheet1.xml")
    content = bytearray(path.read_bytes())
    content[member.header_offset + 80] ^= 0xFF
    assert "damaged" in refusal(written(path, bytes(content)))


def test_that_a_pdf_called_xlsx_is_refused(tmp_path):
    assert "is a PDF document" in refusal(written(tmp_path / "a.xlsx", b"%PDF-1.7\n%abc"))


def test_that_json_and_xml_and_web_pages_are_refused(tmp_path):
    assert "is a JSON file" in refusal(written(tmp_path / "a.csv", b'{"exercise": 1}'))
    assert "is an XML file" in refusal(written(tmp_path / "a.csv", b"<?xml version='1.0'?><a/>"))
    page = b"<html><body><table><tr><td>1</td></tr></table></body></html>"
    assert "is a web page" in refusal(written(tmp_path / "a.xls", page))


def test_that_binary_rubbish_is_refused(tmp_path):
    assert "neither a workbook nor a text" in refusal(
        written(tmp_path / "a.csv", bytes(range(256)))
    )


def test_that_another_office_document_is_named(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as package:
        package.writestr("word/document.xml", "<w/>")
    assert "is a Word document" in refusal(tmp_path / "a.xlsx")


def bomb(path, name, size):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr(name, bytes(size))
    return path


def test_that_a_zip_bomb_is_not_unpacked(tmp_path):
    path = bomb(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml", 60_000_000)
    assert "far more than a MSEL needs" in refusal(path)


def test_that_a_bomb_beside_the_sheets_is_not_unpacked_either(tmp_path):
    assert "far more than a MSEL needs" in refusal(bomb(tmp_path / "a.xlsx", "x.bin", 60_000_000))


def test_that_a_package_that_lies_about_its_size_is_refused(tmp_path):
    path = bomb(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml", 60_000_000)
    content = path.read_bytes().replace(struct.pack("<I", 60_000_000), struct.pack("<I", 1000))
    assert refusal(written(path, content))


def test_that_a_package_of_thousands_of_parts_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        for number in range(6000):
            package.writestr(f"xl/media/{number}.png", b"")
    assert "parts" in refusal(tmp_path / "a.xlsx")


def test_that_a_protected_workbook_is_refused(tmp_path):
    content = write_xls(tmp_path / "a.xls", ROWS).read_bytes()
    name = "Workbook".encode("utf-16-le")
    locked = content.replace(
        name.ljust(64, b"\0"), "EncryptedPackage".encode("utf-16-le").ljust(64, b"\0")
    )
    assert "protected with a password" in refusal(written(tmp_path / "a.xlsx", locked))


def test_that_an_office_file_without_a_workbook_is_refused(tmp_path):
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
    assert "not a workbook" in refusal(written(tmp_path / "a.xls", head))


def test_that_a_broken_workbook_of_the_old_format_is_refused(tmp_path):
    content = bytearray(write_xls(tmp_path / "a.xls", ROWS).read_bytes())
    content[1536:1600] = b"\xff" * 64
    assert "a.xls" in refusal(written(tmp_path / "a.xls", bytes(content)))


def test_that_a_sheet_beyond_all_measure_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("exerciseplanner.exchange.spreadsheets.reading.MOST_ROWS", 50)
    path = tmp_path / "a.csv"
    path.write_text("Time,Subject\n" + "0900,a\n" * 60)
    assert "at most 50 are taken" in refusal(path)
    assert trimming.MOST_ROWS == 200_000


def test_that_a_workbook_without_a_column_of_a_msel_is_refused(tmp_path):
    rows = [["Product", "Price", "Stock"], ["Apples", 1.2, 5], ["Pears", 2.2, 7]]
    path = write_xlsx(tmp_path / "a.xlsx", {"Sheet1": rows})
    assert "recognised as a MSEL" in refusal(path)


def test_that_a_list_of_persons_is_not_taken_for_injects(tmp_path):
    rows = [
        ["Name", "Organization", "Role", "Phone", "Email"],
        ["S", "EOC", "Chief", "55", "a@b.c"],
    ]
    assert "recognised as a MSEL" in refusal(write_xlsx(tmp_path / "a.xlsx", {"Contacts": rows}))


def test_that_a_workbook_without_rows_is_refused(tmp_path):
    assert "holds no rows" in refusal(write_xlsx(tmp_path / "a.xlsx", {"MSEL": []}))


def test_that_a_header_without_rows_is_refused(tmp_path):
    assert "no injects below" in refusal(write_xlsx(tmp_path / "a.xlsx", {"MSEL": ROWS[:1]}))


def test_that_deflate_rubbish_inside_a_package_is_refused(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"MSEL": ROWS})
    with zipfile.ZipFile(path) as package:
        member = package.getinfo("xl/workbook.xml")
    content = bytearray(path.read_bytes())
    start = member.header_offset + 30 + len(member.filename)
    content[start : start + 20] = zlib.compress(b"x" * 20, 0)[:20].ljust(20, b"\x07")
    assert refusal(written(path, bytes(content)))
