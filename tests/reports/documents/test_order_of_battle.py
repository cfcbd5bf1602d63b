"""The order of battle on paper shows every unit, legibly, on the paper that was chosen."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from exerciseplanner.domain.mgrs import format_mgrs
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.reports.documents import document
from exerciseplanner.reports.documents.order_of_battle.findings import Findings
from exerciseplanner.reports.illustration import illustrated, symbols_of
from exerciseplanner.reports.rendering import render
from exerciseplanner.ui.widgets.symbols import drawings
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.queries.forces import command_relations
from exerciseplanner.workspace.queries.order_of_battle import order_of_battle
from exerciseplanner.workspace.workspace import Workspace
from tests.reports.rendering.reading import pages_of, text_of
from tests.samples import empty_at, sample_at

SPEC = document("order-of-battle")


@pytest.fixture
def sample(tmp_path):
    opened = Workspace.open(sample_at(tmp_path / "sample.exercise"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def printed_sample(tmp_path_factory):
    """The sample's order of battle as a PDF, made once for the tests that only read it."""
    opened = Workspace.open(sample_at(tmp_path_factory.mktemp("printed") / "sample.exercise"))
    try:
        return render(SPEC.composed(opened))
    finally:
        opened.close()


def units(workspace):
    return [row for row in workspace.ask(order_of_battle) if row.noun == "unit"]


def test_that_every_unit_is_printed_with_its_symbol(sample, qapp):
    made = SPEC.composed(sample)
    assert set(symbols_of(made)) == {row.symbol for row in units(sample)}
    text = text_of(render(illustrated(made, drawings)))
    for row in units(sample):
        assert row.name in text
        assert row.symbol not in text


def test_that_the_cover_says_how_many_and_how_strong(sample, printed_sample):
    cover = pages_of(printed_sample)[0]
    found = units(sample)
    tops = [row for row in found if row.superior_id is None]
    present, planned = (sum(getattr(row, name) for row in tops) for name in ("present", "planned"))
    assert f"{len(found)} on " in cover
    assert f"{present:,} of {planned:,}" in cover


def test_that_a_branch_that_goes_on_elsewhere_says_where_and_is_there(printed_sample):
    text = text_of(printed_sample)
    assert "Figure 2, +" in text
    assert "Figure 2 Joint Task Force Lantern: LCC, from Figure 1" in text


def test_that_the_paper_is_the_one_that_was_chosen(sample):
    for paper, width in (("", 842), ("A4", 842), ("A3", 1191), ("a3", 1191)):
        reader = PdfReader(io.BytesIO(render(SPEC.composed(sample, paper))))
        assert {round(float(page.mediabox.width)) for page in reader.pages} == {width}
    with pytest.raises(Refusal, match="not printed on Letter"):
        SPEC.composed(sample, "Letter")
    with pytest.raises(Refusal, match="not printed on A3"):
        document("readiness-assessment").composed(sample, "A3")


def test_that_a_place_is_printed_as_a_grid_reference(sample):
    unit = next(row for row in units(sample) if row.short_name == "1 Tk Bn")
    sample.do(VERBS["unit"].edit, [unit.id], {"latitude": 69.0, "longitude": 18.0})
    assert format_mgrs(69.0, 18.0, 4, spaced=True) in text_of(render(SPEC.composed(sample)))


def test_that_command_relations_are_drawn_listed_and_shown_as_commanded(sample):
    known = [row.id for row in sample.ask(command_relations)]
    sample.do(VERBS["command_relation"].remove, known)
    before = text_of(render(SPEC.composed(sample)))
    assert "Command relations" not in before
    assert "As commanded" not in before
    found = {row.short_name: row for row in units(sample)}
    values = {
        "unit_id": found["1 Tk Bn"].id,
        "superior_id": found["1 (NOR) Bde"].id,
        "relation": "OPCON",
        "finish": 1440,
    }
    sample.do(VERBS["command_relation"].add, values)
    text = text_of(render(SPEC.composed(sample)))
    assert "OPCON 1 (NOR) Bde" in text
    assert "As commanded at STARTEX" in text
    assert "the beginning 030600ZNOV26" in text


def test_that_what_participants_provide_adds_up(sample, printed_sample):
    text = text_of(printed_sample)
    table = text.partition("People provided, nobody counted twice")[2]
    assert "NOR Norway" in table
    provided = Findings(sample).provided
    assert sum(each.present for each in provided) == Findings(sample).strength[0]
    assert all(f"{each.present:,}" in table for each in provided[:5])


def test_that_an_exercise_without_units_says_so_on_a_page_of_its_own(tmp_path):
    workspace = Workspace.open(empty_at(tmp_path / "empty.exercise"), read_only=True)
    pages = pages_of(render(SPEC.composed(workspace)))
    workspace.close()
    assert len(pages) == 2
    assert "No units are entered for exercise EMPTY." in " ".join(pages[1].split())


def test_that_the_force_flow_is_printed_with_who_comes_too_late(sample):
    row = units(sample)[0]
    sample.do(edit_exercise, {"activation": -10 * 1440})
    values = {"notice_days": 12, "movement_hours": 24, "required_by": -1440, "arrival": None}
    sample.do(VERBS["unit"].edit, [row.id], values)
    text = text_of(render(SPEC.composed(sample)))
    assert "Force flow" in text
    late = text[text.index("Units that come too late") :]
    assert "4 days late" in late
    assert "People that move, by participant" in text


def test_that_without_anything_stated_there_is_no_force_flow(sample):
    nothing = dict.fromkeys(("notice_days", "movement_hours", "required_by", "arrival"))
    sample.do(VERBS["unit"].edit, [row.id for row in units(sample)], nothing)
    assert "Force flow" not in text_of(render(SPEC.composed(sample)))
