"""The kind of a file is told by its content."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.detect import Kind, detect, refuse_other
from exerciseplanner.exchange.spreadsheets.reading import read_workbook
from tests.exchange.spreadsheets.builders import SAMPLES, write_ods, write_xls, write_xlsx

ROWS = [["Serial", "Time"], ["A1", "0900"]]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"Serial,Time\n1,0900\n", Kind.TABLE),
        ("Serial;Zeit\n1;0900\n".encode("utf-16"), Kind.TABLE),
        (b'{"type": "ORBAT-mapper", "sides": []}', Kind.ORBAT_MAPPER),
        (b'\xef\xbb\xbf{"schema": "attack_flow_v2"}', Kind.ATTACK_FLOW),
        (b"[1, 2]", Kind.JSON),
        (b"<?xml version='1.0'?><MilitaryScenario/>", Kind.MSDL),
        (b"<Message xmlns='http://www.sisostds.org/schemas/C2SIM/2.0'/>", Kind.C2SIM),
        (b"<plan/>", Kind.XML),
        (b"<!DOCTYPE html><html/>", Kind.WEB_PAGE),
        (b"%PDF-1.7", Kind.PDF),
        (b"{\\rtf1 text}", Kind.RICH_TEXT),
        (b"SQLite format 3\0", Kind.DATABASE),
        (b"\x89PNG\r\n", Kind.PICTURE),
        (bytes(range(256)), Kind.UNKNOWN),
        (b"PK\x03\x04 and no more", Kind.PACKAGE),
    ],
)
def test_that_content_tells_the_kind(tmp_path, content, kind):
    path = tmp_path / "file.xlsx"
    path.write_bytes(content)
    assert detect(path) is kind


def test_that_workbooks_are_told_from_other_packages(tmp_path):
    assert detect(write_xlsx(tmp_path / "a.bin", {"MSEL": ROWS})) is Kind.PACKAGE
    assert detect(write_ods(tmp_path / "b.ods", ROWS)) is Kind.PACKAGE
    assert detect(write_xls(tmp_path / "c.doc", ROWS)) is Kind.COMPOUND
    for part, kind in (("word/document.xml", Kind.WORD), ("notes.txt", Kind.ARCHIVE)):
        with zipfile.ZipFile(tmp_path / "d.xlsx", "w") as package:
            package.writestr(part, "x")
        assert detect(tmp_path / "d.xlsx") is kind
    with zipfile.ZipFile(tmp_path / "e.odt", "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", "<x/>")
    assert detect(tmp_path / "e.odt") is Kind.TEXT_DOCUMENT


def test_that_only_tables_may_hold_rows():
    assert {kind for kind in Kind if kind.is_table} == {Kind.PACKAGE, Kind.COMPOUND, Kind.TABLE}


def test_that_the_refusal_names_file_and_kind():
    text = str(refuse_other("plan.pdf", Kind.PDF, "a spreadsheet", "Send a spreadsheet."))
    assert text == "plan.pdf is a PDF document, not a spreadsheet. Send a spreadsheet."
    assert "neither" in str(refuse_other("x", Kind.UNKNOWN, "a spreadsheet", "Send one."))


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("forces/narvik40.json", Kind.ORBAT_MAPPER),
        ("forces/msdl-SimpleScenario.xml", Kind.MSDL),
        ("forces/c2sim-MessageWithC2SimInit.xml", Kind.C2SIM),
        ("threats/NotPetya.afb", Kind.ATTACK_FLOW),
        ("models/cite-seed-data.json", Kind.JSON),
        ("injects/ir-ttx-msel.csv", Kind.TABLE),
        ("injects/blueprint-newcode.xlsx", Kind.PACKAGE),
    ],
)
def test_that_the_samples_are_told_apart(name, kind):
    assert detect(Path(SAMPLES) / name) is kind


@pytest.mark.parametrize(
    ("content", "said", "remedy"),
    [
        (b"\x1f\x8b\x08\x00gzip", "is a compressed archive", "Unpack it"),
        (b"<kml xmlns='http://www.opengis.net/kml/2.2'/>", "is an XML file", "MSDL and C2SIM"),
        (b"%PDF-1.7", "is a PDF document, not a list or forces.", "ORBAT Mapper"),
    ],
)
def test_that_a_file_of_no_use_is_refused_with_what_can_be_taken_instead(
    tmp_path, content, said, remedy
):
    path = tmp_path / "forces.xml"
    path.write_bytes(content)
    with pytest.raises(Refusal) as caught:
        read_workbook(path)
    assert said in caught.value.message
    assert remedy in caught.value.remedy
