"""Participation and legal annex: what the plan knows of its participants and law, on paper."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.reports.documents import document
from exerciseplanner.reports.rendering import render
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.operations.injects import edit_injects
from exerciseplanner.workspace.queries.burden import burden_list
from exerciseplanner.workspace.queries.consensus_view import priority_view
from exerciseplanner.workspace.queries.injects import injects
from exerciseplanner.workspace.queries.legal_view import authority_list
from exerciseplanner.workspace.queries.participants import memberships, participants
from exerciseplanner.workspace.workspace import Workspace
from tests.reports.rendering.reading import pages_of
from tests.samples import empty_at, sample_at

SPEC = document("participation")


@pytest.fixture
def sample(tmp_path):
    opened = Workspace.open(sample_at(tmp_path / "sample.exercise"))
    yield opened
    opened.close()


@pytest.fixture
def empty(tmp_path):
    opened = Workspace.open(empty_at(tmp_path / "empty.exercise"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """What the document of the sample says, printed once for the tests that only read it."""
    opened = Workspace.open(sample_at(tmp_path_factory.mktemp("printed") / "sample.exercise"))
    try:
        return said(opened)
    finally:
        opened.close()


def said(workspace):
    return " ".join(" ".join(pages_of(render(SPEC.composed(workspace)))).split())


def add(workspace, noun, **values):
    return workspace.do(VERBS[noun].add, values)


def test_that_every_participant_stands_with_role_and_frameworks_at_startex(sample, printed):
    for row in sample.ask(participants):
        assert row.name in printed
    assert "Finland Nation Participant NATO 2023-04-04 EU 1995-01-01" in printed
    assert "FIN Partnership for Peace 1994-05-09 2023-04-04 Became a member of NATO." in printed
    assert "Scheduling (OSE)" in printed
    assert "Directing (ODE)" in printed


def test_that_a_membership_that_ends_before_startex_is_printed_as_past(sample, printed):
    party = next(row for row in sample.ask(participants) if row.code == "JOR")
    own = next(row for row in sample.ask(memberships) if row.participant_id == party.id)
    assert "JOR Mediterranean Dialogue" not in printed
    sample.do(VERBS["membership"].edit, [own.id], {"suspended": "2026-06-01"})
    assert "JOR Mediterranean Dialogue 1995-11-01 2026-06-01" in said(sample)


def test_that_an_agreement_that_ends_before_endex_says_so(sample, printed):
    assert "expires before ENDEX" not in printed.replace("Expires", "")
    agreement = next(
        row[0]
        for row in sample._database.raw.execute("SELECT id, title FROM agreement")
        if row[1].startswith("Memorandum of understanding on host-nation")
    )
    sample.do(VERBS["agreement"].edit, [agreement], {"valid_until": "2026-11-05"})
    assert "2026-03-01 to 2026-11-05 expires before ENDEX" in said(sample)


def test_that_a_caveat_names_the_injects_that_meet_it(printed):
    assert (
        "SL07-E03-I02-001 Order to decontaminate a rocket battery 3 more may bear on it" in printed
    )
    assert "SL08-E02-I01-003 Consent with a condition" in printed


def test_that_the_figures_of_the_queries_are_those_printed(sample, printed):
    view = sample.ask(priority_view)
    for party in view.participants:
        if party.id in view.served:
            assert f"{view.served[party.id].hours:,.1f}" in printed
    for row in sample.ask(burden_list):
        for borne in row.bearings.values():
            assert f"{borne.offered:,}" in printed
    assert "Asked and not offered: DEU (1 asset)." in printed


def test_that_every_authority_stands_with_review_positions_and_injects(sample, printed):
    for row in sample.ask(authority_list):
        assert f"{row.code} {row.title}" in printed
    assert "Must consent GBR* GBR: Boarding teams of the frigate" in printed
    assert "Not settled for everybody whom an inject asks: LB-03, ROE SL-215." in printed
    assert "EXPLAN Exercise plan: 15 of 15 concur." in printed


def test_that_means_and_deployment_stand_in_an_annex(printed):
    assert "Activation order 160600ZOCT26. 65 units with a way of their own" in printed
    assert "CAP-15 CBRN detection and decontamination Fielded CBRN Coy" in printed
    assert "SYS-18 Autonomous survey vehicle with quantum inertial sensor (experimental)" in printed
    assert "Infantry fighting vehicles: 34 of 58" in printed


def test_that_injects_named_in_it_narrow_the_release_and_raise_the_level(sample):
    assert SPEC.composed(sample).marking_lines == ("NATO UNCLASSIFIED", "Releasable to EU")
    named = next(row for row in sample.ask(injects) if row.serial == "SL08-E02-I01-003")
    sample.do(edit_injects, [named.id], {"marking_level": "NR"})
    assert SPEC.composed(sample).marking_lines[0] == "NATO RESTRICTED"


def test_that_injects_that_nobody_may_see_together_stop_it(sample):
    rows = {row.serial: row for row in sample.ask(injects)}
    sample.do(edit_injects, [rows["SL08-E02-I01-003"].id], {"marking_releases": ["MD"]})
    sample.do(edit_injects, [rows["SL07-E03-I02-001"].id], {"marking_releases": ["PfP"]})
    with pytest.raises(Refusal, match="Nobody may see all of it"):
        SPEC.composed(sample)


def test_that_an_empty_exercise_says_what_is_not_entered(empty):
    text = said(empty)
    for word in ("participants", "authorities"):
        assert f"No {word} are entered." in text


def test_that_one_participant_alone_stands_in_every_section_that_knows_it(empty):
    add(empty, "participant", code="NOR", name="Norway", kind="nation")
    text = said(empty)
    assert "1 nation takes part; it provides 0 units." in text
    assert "No agreements are entered." in text
    assert "No contributions are entered." in text


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_that_forty_participants_with_long_names_fit(empty, paper):
    empty.do(edit_exercise, {"paper": paper})
    name = "Multinational coordination headquarters of the northern civil protection mechanism"
    objective = add(empty, "objective", code="EO-1", title="Command", kind="exercise")
    authority = add(empty, "authority", code="ROE 1", title="Self-defence of everybody", kind="roe")
    for number in range(40):
        party = add(empty, "participant", code=f"PARTY{number:02d}", name=f"{name} {number}")
        add(empty, "priority", participant_id=party, objective_id=objective, weight=number)
        add(
            empty, "contribution", participant_id=party, title="Forces", resource="people",
            asked=1_000_000, offered=999_999,
        )  # fmt: skip
        add(
            empty, "authority_position", authority_id=authority, participant_id=party,
            position="held", condition=f"As far as the law of party {number} allows it",
        )  # fmt: skip
        add(
            empty, "concurrence", participant_id=party, product="EXPLAN", position="asked",
            asked_on="2026-01-01",
        )  # fmt: skip
    text = said(empty)
    for number in range(40):
        assert text.count(f"PARTY{number:02d}") >= 5
        assert f"mechanism {number}" in text
    assert "39 PARTY39" in text
