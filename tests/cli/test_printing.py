"""`print`: a document as PDF, whole or not at all."""

from __future__ import annotations

import pypdf
import pytest

from tests.cli.conftest import fingerprint


def test_that_the_assessment_is_printed_and_the_same_file_gives_the_same_pdf(
    planner, sample, tmp_path
):
    before = fingerprint(sample)
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    answer = planner("print", sample, "readiness-assessment", "-o", first)
    assert answer.code == 0
    assert answer.err == ""
    pages = len(pypdf.PdfReader(first).pages)
    assert f"{pages} pages" in answer.out
    assert planner("print", sample, "readiness-assessment", "-o", second).code == 0
    assert first.read_bytes() == second.read_bytes()
    assert fingerprint(sample) == before


def test_that_an_empty_exercise_prints_too(planner, empty, tmp_path):
    target = tmp_path / "a.pdf"
    assert planner("print", empty, "readiness-assessment", "-o", target).code == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_that_an_unknown_document_is_refused_with_those_there_are(planner, sample, tmp_path):
    answer = planner("print", sample, "horoscope", "-o", tmp_path / "a.pdf")
    assert answer.code == 1
    assert "There is no document “horoscope”." in answer.err
    assert "readiness-assessment" in answer.err
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("target", ["nowhere/a.pdf", ".", "sample.exercise"])
def test_that_nothing_is_written_where_it_does_not_belong(planner, sample, tmp_path, target):
    before = fingerprint(sample)
    answer = planner("print", sample, "readiness-assessment", "-o", tmp_path / target)
    assert answer.code == 1
    assert "Nothing was written." in answer.err
    assert fingerprint(sample) == before
    assert list(tmp_path.iterdir()) == [sample]


def test_that_a_document_is_printed_on_the_paper_wanted(planner, sample, tmp_path):
    target = tmp_path / "a.pdf"
    assert planner("print", sample, "order-of-battle", "-o", target, "--paper", "A3").code == 0
    page = pypdf.PdfReader(target).pages[0]
    assert round(float(page.mediabox.width)) == 1191
    symbols = pypdf.PdfReader(target).pages[2]["/Resources"]["/XObject"]
    assert len(symbols) > 5


def test_that_a_paper_that_a_document_does_not_offer_is_refused(planner, sample, tmp_path):
    answer = planner("print", sample, "order-of-battle", "-o", tmp_path / "a.pdf", "--paper", "A0")
    assert answer.code == 1
    assert "Choose A4 or A3." in answer.err
    assert not (tmp_path / "a.pdf").exists()
