"""What holds for every document that can be printed."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.reports.documents import document, documents
from exerciseplanner.reports.rendering import render
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import empty_at, sample_at

MAKERS = {"sample": sample_at, "empty": empty_at}


@pytest.fixture(params=sorted(MAKERS))
def workspace(request, tmp_path):
    opened = Workspace.open(MAKERS[request.param](tmp_path / "x.exercise"), read_only=True)
    yield opened
    opened.close()


@pytest.fixture(params=sorted(documents()))
def spec(request):
    return document(request.param)


def test_that_every_document_renders_on_the_sample_and_on_an_empty_exercise(workspace, spec):
    made = spec.compose(workspace)
    reader = PdfReader(io.BytesIO(render(made)))
    level, release = made.marking_lines
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        assert text.count(level) >= 2, f"page {number} is not marked top and bottom"
        assert not release or text.count(release) >= 2, f"page {number} has no release line"
        assert f"Page {number} of {len(reader.pages)}" in text


def test_that_the_same_file_gives_the_same_bytes(tmp_path, spec):
    first = sample_at(tmp_path / "first.exercise")
    rendered = []
    for _ in range(2):
        workspace = Workspace.open(first, read_only=True)
        rendered.append(render(spec.compose(workspace)))
        workspace.close()
    assert rendered[0] == rendered[1]


def test_that_an_unknown_document_is_refused_by_name():
    with pytest.raises(Refusal, match="readiness-assessment"):
        document("nothing")
