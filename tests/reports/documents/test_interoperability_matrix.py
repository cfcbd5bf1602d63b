"""The interoperability matrix on paper says what the page says."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from exerciseplanner.reports.documents import document
from exerciseplanner.reports.rendering import render
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.queries.exchanges import exchange_requirements
from exerciseplanner.workspace.queries.interoperability_plan import interoperability_plan
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import empty_at, sample_at


@pytest.fixture
def sample(tmp_path):
    opened = Workspace.open(sample_at(tmp_path / "sample.exercise"))
    yield opened
    opened.close()


def composed(workspace):
    return document("interoperability-matrix").compose(workspace)


def pages(workspace):
    reader = PdfReader(io.BytesIO(render(composed(workspace))))
    return [page.extract_text() for page in reader.pages]


def test_that_the_whole_matrix_of_sixteen_stands_on_one_page_with_its_legend(sample):
    found = pages(sample)
    assert "16 of 27 tested succeeded, 30 planned" in found[0]
    matrix = next(text for text in found if "Worst result of the test cases" in text)
    assert "Limited Success" in matrix
    assert all(code in matrix for code in ("NOR", "JTFL", "LS*", "II*", "NT"))
    assert not any("continued" in text and "Worst result" in text for text in found)


def test_that_the_first_page_says_what_stands_in_the_way(sample):
    first = " ".join(pages(sample)[0].split())
    assert "Needed, but no path: 3 exchanges, NOR to SWE, AUT to SWE and JOR to NOR." in first
    assert "Interoperability Issue: 3 test cases, TC-04 (DEU to ITA)" in first
    assert "Took longer than allowed: 2 requirements, IER-02 and IER-05." in first
    case = next(row for row in sample.ask(interoperability_plan) if row.code == "TC-04")
    sample.do(VERBS["test_case"].edit, [case.id], {"result": "S"})
    assert "Interoperability Issue: 2 test cases, TC-22" in " ".join(pages(sample)[0].split())


def test_that_misfits_gaps_and_requirements_are_said(sample):
    said = " ".join(" ".join(pages(sample)).split())
    assert "TC-04 Link 22 between frigates (DEU to ITA): sides differ: DEU LS, ITA II" in said
    assert "In no test case: JOR, IHO, SATCO, AUS, SHQ, JTFL, JECN, COUNTY, UNHO, PRESS." in said
    assert "IER-05" in said
    assert "12 late" in said
    assert "IO-10 Intelligence travels with its label TO-02 STANAG 4774 Ed A V1" in said
    assert "POL to SWE through JTFL" in said


def test_that_participants_of_whom_nothing_is_known_stay_out_of_the_matrix_and_are_named(sample):
    said = " ".join(" ".join(pages(sample)).split())
    assert "recorded of them: IHO, SATCO, AUS, SHQ, JECN, COUNTY, UNHO, PRESS." in said


def test_that_a_requirement_of_a_higher_level_marks_the_whole(sample):
    assert composed(sample).marking_lines == ("NATO UNCLASSIFIED", "Releasable to EU")
    first = sample.ask(exchange_requirements)[0]
    sample.do(VERBS["exchange_requirement"].edit, [first.id], {"marking_level": "NR"})
    assert composed(sample).marking_lines[0] == "NATO RESTRICTED"


def test_that_more_participants_take_a_wider_sheet_and_none_is_lost(sample):
    assert (composed(sample).paper, composed(sample).landscape) == ("A4", True)
    for number in range(30):
        values = {"code": f"N{number:02d}", "name": f"Nation {number}"}
        new = sample.do(VERBS["participant"].add, values)
        case = {"code": f"TC-9{number:02d}", "title": "Tracks", "provider_id": new}
        sample.do(VERBS["test_case"].add, case)
    assert composed(sample).paper == "A3"
    said = " ".join(pages(sample))
    assert "consumers NOR to N07" in said
    assert "consumers N08 to N29" in said


def test_that_a_result_changed_in_the_plan_is_printed(sample):
    case = next(row for row in sample.ask(interoperability_plan) if row.code == "TC-20")
    sample.do(VERBS["test_case"].edit, [case.id], {"result": "S"})
    said = " ".join(" ".join(pages(sample)).split())
    assert "agreed S, but GBR reports LS" in said


def test_that_an_empty_exercise_says_that_nothing_is_entered(tmp_path):
    workspace = Workspace.open(empty_at(tmp_path / "empty.exercise"), read_only=True)
    said = " ".join(pages(workspace))
    workspace.close()
    assert "No participants are entered." in said
