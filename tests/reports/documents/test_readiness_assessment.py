"""The readiness assessment read back as its reader gets it."""

from __future__ import annotations

import io
from typing import NamedTuple

import pytest
from pypdf import PdfReader

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.reports.documents import document
from exerciseplanner.reports.rendering import render
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.operations.lessons import add_lesson
from exerciseplanner.workspace.operations.ratings import override_assessment
from exerciseplanner.workspace.queries.readiness import assessment
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import empty_at, sample_at


@pytest.fixture
def sample(tmp_path):
    workspace = Workspace.open(sample_at(tmp_path / "x.exercise"))
    yield workspace
    workspace.close()


@pytest.fixture
def empty(tmp_path):
    workspace = Workspace.open(empty_at(tmp_path / "x.exercise"))
    yield workspace
    workspace.close()


class Printed(NamedTuple):
    """An assessment as its reader gets it."""

    titles: list[str]
    pages: list[str]
    head: str

    @property
    def text(self):
        return " ".join(" ".join(self.pages).split())


@pytest.fixture(scope="module")
def printed_sample(tmp_path_factory):
    """The sample's assessment, printed and read once for the tests that only read it."""
    workspace = Workspace.open(sample_at(tmp_path_factory.mktemp("printed") / "x.exercise"))
    try:
        return read(workspace)
    finally:
        workspace.close()


def read(workspace):
    reader = PdfReader(io.BytesIO(render(document("readiness-assessment").compose(workspace))))
    pages = [page.extract_text() for page in reader.pages]
    return Printed(list(titles(reader.outline)), pages, workspace.head)


def titles(outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from titles(entry)
        else:
            yield entry.title


def test_that_the_sections_stand_in_the_order_a_commander_reads_them(printed_sample):
    found = [title for title in printed_sample.titles if title[0].isdigit() or "Annex" in title]
    wanted = [
        "Statement",
        "What it rests on",
        "By training objective",
        "By unit",
        "By capability area",
        "Interoperability",
        "Disagreements",
        "Overrides",
        "Observations",
        "Gaps",
        "Annex A",
        "Annex B",
    ]
    places = [next(n for n, title in enumerate(found) if want in title) for want in wanted]
    assert places == sorted(places)


def test_that_an_exercise_without_evidence_reads_not_rated(empty):
    assert "EMPTY is not rated. No criteria have been written." in read(empty).text


def test_that_draft_stands_on_every_page_until_the_assessment_is_final(printed_sample, sample):
    assert all("DRAFT" in page for page in printed_sample.pages)
    sample.do(edit_exercise, {"assessment_final": True})
    assert not any("DRAFT" in page for page in read(sample).pages)


def test_that_an_override_keeps_both_grades_the_officer_and_the_reason(sample):
    found = sample.ask(assessment)
    unit = next(each for each in found.units if each.assessment.computed.grade_code != "P")
    sample.do(
        override_assessment,
        "unit",
        unit.id,
        "P",
        computed=unit.assessment.computed.grade_code,
        decided_by="Commander of the test",
        reason="Seen twice, done right the second time.",
    )
    text = read(sample).text
    assert "Commander of the test" in text
    assert "Seen twice, done right the second time." in text


def test_that_the_head_hash_printed_is_that_of_the_file(printed_sample):
    assert printed_sample.head in "".join(printed_sample.pages[0].split())


def test_that_a_stricter_observation_raises_the_marking_of_the_whole(sample):
    before = document("readiness-assessment").compose(sample).marking_lines
    sample.do(add_lesson, {"title": "Held close", "marking_level": "NR", "marking_releases": []})
    after = document("readiness-assessment").compose(sample).marking_lines
    assert before[0] == "NATO UNCLASSIFIED"
    assert after == ("NATO RESTRICTED", "")


def test_that_parts_nobody_may_see_together_block_the_document(sample):
    sample.do(edit_exercise, {"marking_releases": ["EU"]})
    sample.do(
        add_lesson,
        {"title": "For the Gulf only", "marking_level": "NU", "marking_releases": ["ICI"]},
    )
    with pytest.raises(Refusal, match="Nobody may see all of it"):
        document("readiness-assessment").compose(sample)


def test_that_every_rating_note_can_be_found_in_the_annex(printed_sample, sample):
    text = printed_sample.text
    found = sample.ask(assessment)
    notes = [r.note for each in found.criteria for r in each.ratings if r.note]
    assert notes
    missing = [note for note in notes if " ".join(note.split()) not in text]
    assert len(missing) <= len(notes) // 10, missing[:3]  # a page break may split a note
