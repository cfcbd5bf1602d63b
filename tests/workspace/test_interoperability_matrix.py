"""Expected beside tested, and requirements held against what the plan knows."""

from __future__ import annotations

import pytest

from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.queries import exchanges, forces
from exerciseplanner.workspace.queries.exchange_check import exchange_check
from exerciseplanner.workspace.queries.interoperability import standards
from exerciseplanner.workspace.queries.interoperability_matrix import (
    VERDICTS,
    interoperability_matrix,
    interoperability_pairs,
)
from exerciseplanner.workspace.queries.interoperability_scopes import MOST_PARTIES, Party, Scope
from exerciseplanner.workspace.queries.participants import participants
from exerciseplanner.workspace.queries.records import record
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import sample_at


@pytest.fixture
def sample(tmp_path):
    workspace = Workspace.open(sample_at(tmp_path / "plan.exercise"))
    yield workspace
    workspace.close()


def cell(workspace, provider, consumer, *filters):
    ids = {row.code: row.id for row in workspace.ask(participants)}
    matrix = workspace.ask(interoperability_matrix, "participant", *filters)
    return matrix.cells[ids[provider], ids[consumer]]


def line(workspace, provider, consumer):
    rows = workspace.ask(interoperability_pairs)
    return next(row for row in rows if (row.provider, row.consumer) == (provider, consumer))


def checked(workspace, code):
    return next(row for row in workspace.ask(exchange_check) if row.code == code)


def test_that_every_two_participants_have_a_cell_in_each_direction(sample):
    matrix = sample.ask(interoperability_matrix)
    assert len(matrix.parties) == 23
    assert len(matrix.cells) == 23 * 22


def test_that_a_cell_holds_the_worst_of_its_cases(sample):
    found = cell(sample, "NOR", "DEU")
    assert len(found.cases) == 2
    assert found.tested.overall == "LS"
    assert found.required == ("IER-01",)


def test_that_a_filter_by_standard_leaves_its_cases_and_its_paths(sample):
    saturn = next(row.id for row in sample.ask(standards) if row.code == "STANAG 4372")
    found = cell(sample, "NOR", "SWE", saturn)
    assert found.tested.overall == "II"
    assert found.expected.expectation == "none"
    assert cell(sample, "NOR", "DEU", saturn).tested.planned == 0


def test_that_filters_by_dimension_and_domain_leave_other_cases_out(sample):
    assert cell(sample, "GBR", "NOR").tested.planned == 2
    assert cell(sample, "GBR", "NOR", "", "human").tested.planned == 1
    assert cell(sample, "GBR", "NOR", "", "", "Maritime").tested.planned == 1
    assert cell(sample, "GBR", "NOR", "", "", "No such domain").tested.planned == 0
    assert cell(sample, "GBR", "NOR", "", "", "", "5").tested.planned == 1


def test_that_units_are_set_against_each_other_by_what_they_hold(sample):
    matrix = sample.ask(interoperability_matrix, "unit")
    by_code = {each.code: each.id for each in matrix.parties}
    found = matrix.cells[by_code["1 (NOR) Bde"], by_code["14 (POL) Bde"]]
    assert found.expected.gateways == ("LCC",)


def test_that_units_and_systems_are_set_against_each_other_by_what_was_tested(sample):
    units = {row.name: row for row in sample.ask(forces.units)}
    held = sample.ask(exchanges.unit_standards)
    one, other = (sample.ask(record, "unit_standard", row.id) for row in (held[0], held[-1]))
    sides = [each["unit_id"] for each in (one, other)]
    systems = [
        sample.do(VERBS["system"].add, {"code": f"S{n}", "title": "Gateway", "unit_id": unit})
        for n, unit in enumerate(sides)
    ]
    for each, system in zip((one, other), systems, strict=True):
        sample.do(VERBS["unit_standard"].edit, [each["id"]], {"system_id": system})
    case = {
        "code": "TC-99", "title": "Tracks", "provider_unit_id": sides[0],
        "consumer_unit_id": sides[1], "provider_system_id": systems[0],
        "consumer_system_id": systems[1], "result": "LS",
    }  # fmt: skip
    sample.do(VERBS["test_case"].add, case)
    of_units = sample.ask(interoperability_matrix, "unit")
    assert of_units.cells[sides[0], sides[1]].tested.overall == "LS"
    of_systems = sample.ask(interoperability_matrix, "system")
    assert of_systems.cells[systems[0], systems[1]].tested.overall == "LS"
    owner = next(row.participant_id for row in units.values() if row.id == sides[0])
    among = sample.ask(interoperability_matrix, "unit", "", "", "", "", (owner,))
    owners = {row.id: row.participant_id for row in units.values()}
    assert {owners[each.id] for each in among.parties} == {owner}


def test_that_units_in_test_cases_are_shown_before_others_and_some_of_every_nation():
    units = tuple(Party(f"u{place}", f"U{place}", "") for place in range(MOST_PARTIES + 6))
    scope = Scope("unit", units, {}, lambda _: (None, None), lambda _: (None, None))
    cut = scope.cut({"u65", None}, lambda unit: "small" if unit in ("u68", "u69") else "large")
    assert [each.id for each in cut.parties] == [*(f"u{n}" for n in range(61)), "u65", "u68", "u69"]
    assert cut.left_out == 6


def test_that_expected_and_tested_together_give_a_verdict(sample):
    assert line(sample, "USA", "SWE").verdict == "confirmed"
    assert line(sample, "AUT", "SWE").verdict == "foreseen"
    assert line(sample, "NOR", "SWE").path.startswith("STANAG 4372: ")
    assert line(sample, "DEU", "AUT").verdict == "untested"
    assert {row.verdict for row in sample.ask(interoperability_pairs)} <= set(VERDICTS)


def test_that_a_requirement_says_path_right_inject_and_time(sample):
    fine = checked(sample, "IER-01")
    assert (fine.expectation, fine.right, fine.timeliness, fine.open) == (
        "direct", "yes", "met", (),
    )  # fmt: skip
    assert checked(sample, "IER-02").timeliness == "late"
    assert "Through LCC" in checked(sample, "IER-04").path
    assert "different editions" in checked(sample, "IER-05").open[0]
    assert checked(sample, "IER-07").right == "yes"
    away = checked(sample, "IER-13")
    sample.do(VERBS["exchange_requirement"].edit, [away.id], {"inject_id": None})
    assert "No inject exercises it." in checked(sample, "IER-13").open


def test_that_an_agreement_that_ends_before_the_exercise_gives_no_right(sample):
    sample.do(
        VERBS["exchange_requirement"].edit,
        [checked(sample, "IER-08").id],
        {"marking_level": "NR"},
    )
    assert checked(sample, "IER-08").right == "yes"
    agreement = next(
        row[0]
        for row in sample._database.raw.execute("SELECT id, title FROM agreement")
        if row[1].startswith("Security of information arrangement")
    )
    sample.do(VERBS["agreement"].edit, [agreement], {"valid_until": "2026-11-04"})
    assert checked(sample, "IER-08").right == "no"


def test_that_giving_a_unit_the_right_edition_opens_the_path(sample):
    assert checked(sample, "IER-05").expectation == "none"
    held = next(
        row[0]
        for row in sample._database.raw.execute(
            "SELECT id FROM unit_standard WHERE edition = 'Ed E V1'"
        )
    )
    sample.do(VERBS["unit_standard"].edit, [held], {"edition": "Ed F V2"})
    assert checked(sample, "IER-05").expectation == "direct"
