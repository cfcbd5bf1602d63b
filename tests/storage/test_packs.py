"""What the shipped packs and catalogues say, checked against what an expert looks at first."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import pytest

from exerciseplanner.domain.catalogues import Catalogue, members
from exerciseplanner.domain.doctrine import NOT_APPLICABLE, NOT_OBSERVED, DoctrinePack
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.terms import EVIDENCE_TAGS
from exerciseplanner.storage.packs import (
    DEFAULT_PACK,
    catalogues,
    doctrine_packs,
    load_catalogue,
    load_pack,
)

PACKS = [summary.code for summary in doctrine_packs()]
TODAY = date(2026, 11, 22)


@pytest.fixture(params=PACKS)
def pack(request: pytest.FixtureRequest) -> DoctrinePack:
    return load_pack(str(request.param), on=TODAY)


@pytest.fixture
def frameworks() -> Catalogue:
    return load_catalogue("frameworks")


def names(pack: DoctrinePack, kind: str) -> list[str]:
    return [term.name for term in pack.terms(kind)]


def test_that_the_four_packs_are_offered_and_the_newest_nato_edition_first() -> None:
    assert PACKS == [DEFAULT_PACK, "hseep", "nato-2013", "us-jelc"]


def test_that_an_unknown_pack_or_catalogue_is_refused_with_the_choices() -> None:
    with pytest.raises(Refusal, match="nato-2023"):
        load_pack("../paths")
    with pytest.raises(Refusal, match="standards"):
        load_catalogue("recipes")


def test_that_the_2023_edition_has_stages_0_to_3_and_four_feedback_processes() -> None:
    pack = load_pack("nato-2023")
    assert [(stage.code, stage.name) for stage in pack.terms("stage")] == [
        ("0", "Initiation"),
        ("1", "Specification"),
        ("2", "Planning"),
        ("3", "Conduct"),
    ]
    assert names(pack, "feedback_process") == [
        "Training",
        "Assessment",
        "Evaluation",
        "Capability integration",
    ]
    assert pack.summary.date == "2023-09-01"


def test_that_the_2013_edition_has_stages_1_to_4_and_no_feedback_processes() -> None:
    pack = load_pack("nato-2013")
    assert [(stage.code, stage.name) for stage in pack.terms("stage")] == [
        ("1", "Concept and Specification Development"),
        ("2", "Planning and Product Development"),
        ("3", "Operational Conduct"),
        ("4", "Analysis and Reporting"),
    ]
    assert pack.terms("feedback_process") == ()
    assert pack.term("planning_event", "PXD").text("stage") == "4"


def test_that_the_joint_event_life_cycle_runs_from_design_to_evaluation() -> None:
    assert names(load_pack("us-jelc"), "stage") == [
        "Design",
        "Planning",
        "Preparation",
        "Execution",
        "Evaluation",
    ]


@pytest.mark.parametrize("code", ["nato-2023", "nato-2013"])
def test_that_ose_oce_and_ode_are_not_swapped(code: str) -> None:
    pack = load_pack(code)
    assert pack.term("role", "OSE").name == "Officer Scheduling the Exercise"
    assert pack.term("role", "OCE").name == "Officer Conducting the Exercise"
    assert pack.term("role", "ODE").name == "Officer Directing the Exercise"
    approvers = {term.code: term.text("approver_role") for term in pack.terms("document")}
    assert (approvers["EXSPEC"], approvers["EXPLAN"], approvers["FER"]) == ("OSE", "OCE", "OSE")
    assert approvers["EXCON-PLAN"] == "ODE"


def test_that_the_script_is_spelled_mel_mil_with_a_slash() -> None:
    pack = load_pack("nato-2023")
    assert pack.term("terminology", "script").name == "MEL/MIL"
    assert pack.term("document", "MEL/MIL").name == "Main events list / main incidents list"
    assert pack.term("role", "SCRIPT-LEAD").name == "Chief MEL/MIL"


def test_that_nobody_outside_exercise_control_gets_the_script(pack: DoctrinePack) -> None:
    scripts = [term for term in pack.terms("document") if re.search("M.?(EL/MIL|SEL)", term.code)]
    assert scripts
    assert all(term.flag("control_only") for term in scripts)


def test_that_hot_wash_up_review_and_final_report_are_three_things() -> None:
    pack = load_pack("nato-2023")
    assert {"HWU", "AAR"} <= {term.code for term in pack.terms("planning_event")}
    assert pack.term("terminology", "final_report").name == "FER"
    assert pack.term("planning_event", "HWU").text("anchor") == "ENDEX"


def test_that_mel_mil_workshops_come_in_their_order() -> None:
    pack = load_pack("nato-2023")
    days = [
        pack.term("planning_event", code).number("default_offset_days") or 0
        for code in ("MM-1", "MM-2", "MM-3")
    ]
    assert days == sorted(days)
    assert pack.term("planning_event", "MM-3").number("duration_days") == 10


def test_that_planning_events_stand_in_the_order_they_happen(pack: DoctrinePack) -> None:
    keys = [
        (term.text("anchor") == "ENDEX", term.number("default_offset_days") or 0)
        for term in pack.terms("planning_event")
    ]
    assert keys == sorted(keys)


def test_that_psmu_goes_from_p_best_to_u_worst(pack: DoctrinePack) -> None:
    rated = [value for value in pack.scale("PSMU").values if value.counts]
    assert [(value.code, value.worth) for value in rated] == [
        ("P", Fraction(1)),
        ("S", Fraction(2, 3)),
        ("M", Fraction(1, 3)),
        ("U", Fraction(0)),
    ]


def test_that_every_scale_knows_not_observed_and_not_applicable(pack: DoctrinePack) -> None:
    for scale in pack.scales():
        aside = {value.code for value in scale.values if not value.counts}
        assert aside == {NOT_OBSERVED, NOT_APPLICABLE}, scale.code


def test_that_scales_are_written_best_first(pack: DoctrinePack) -> None:
    for scale in pack.scales():
        worths = [value.worth for value in scale.values if value.worth is not None]
        assert worths == sorted(worths, reverse=True), scale.code
        if scale.rollup != "none":
            rated = [value.worth for value in scale.values if value.counts]
            assert (rated[0], rated[-1]) == (Fraction(1), Fraction(0)), scale.code


def test_that_headquarters_are_not_graded_and_units_get_yes_or_no() -> None:
    pack = load_pack("nato-2023")
    statement = pack.scale("CREVAL-HQ")
    assert statement.rollup == "none"
    assert all(value.worth is None for value in statement.values)
    assert [value.label for value in pack.scale("YN").values if value.counts] == ["Yes", "No"]


def test_that_q_means_qualified_yes_and_the_lowest_area_gives_the_c_level() -> None:
    pack = load_pack("us-jelc")
    assert pack.scale("YQN").value("Q").label == "Qualified yes"
    assert pack.scale("C-LEVEL").rollup == "lowest"


def test_that_only_tested_results_count_and_an_issue_is_not_a_failure(pack: DoctrinePack) -> None:
    results = {term.code: term for term in pack.terms("interop_result")}
    assert [term.name for term in results.values()] == [
        "Success",
        "Limited Success",
        "Interoperability Issue",
        "Not Tested",
        "Pending",
    ]
    assert [code for code, term in results.items() if term.flag("counts")] == ["S", "LS", "II"]


def test_that_the_highest_nato_level_is_cosmic_and_unclassified_the_lowest(
    pack: DoctrinePack,
) -> None:
    levels = sorted(pack.policy("NATO").levels, key=lambda level: level.rank)
    assert [(level.code, level.name) for level in levels] == [
        ("NU", "NATO UNCLASSIFIED"),
        ("NR", "NATO RESTRICTED"),
        ("NC", "NATO CONFIDENTIAL"),
        ("NS", "NATO SECRET"),
        ("CTS", "COSMIC TOP SECRET"),
    ]


def test_that_ranks_of_a_policy_are_all_different(pack: DoctrinePack) -> None:
    for policy in pack.policies():
        assert len({level.rank for level in policy.levels}) == len(policy.levels), policy.code


@pytest.mark.parametrize("kind", ["inject_state", "lesson_state"])
def test_that_every_state_can_be_reached_from_the_first(pack: DoctrinePack, kind: str) -> None:
    moves = pack.transitions(kind)
    first = pack.default(kind)
    reached, waiting = {first}, [first]
    while waiting:
        here = waiting.pop()
        fresh = {move.to_code for move in moves if move.from_code == here} - reached
        reached |= fresh
        waiting += fresh
    assert reached == {state.code for state in pack.terms(kind)}


@pytest.mark.parametrize("kind", ["inject_state", "lesson_state"])
def test_that_terminal_states_can_only_be_reopened(pack: DoctrinePack, kind: str) -> None:
    first = pack.default(kind)
    for state in pack.terms(kind):
        exits = {move.to_code for move in pack.transitions(kind) if move.from_code == state.code}
        if state.flag("terminal"):
            assert exits <= {first}, state.code
            assert state.text("standing") in {"finished", "dropped"}, state.code
        else:
            assert exits, state.code


def test_that_only_exercise_control_releases_and_approval_comes_first(pack: DoctrinePack) -> None:
    standing = {state.code: state.text("standing") for state in pack.terms("inject_state")}
    delivered = [
        move
        for move in pack.transitions("inject_state")
        if standing[move.to_code] == "delivered" and standing[move.from_code] != "delivered"
    ]
    assert delivered
    assert {move.role for move in delivered} == {"EXCON"}
    assert {standing[move.from_code] for move in delivered} == {"approved"}


@pytest.mark.parametrize("code", ["nato-2023", "nato-2013"])
def test_that_a_lesson_is_learned_only_after_validation(code: str) -> None:
    moves = load_pack(code).transitions("lesson_state")
    assert {move.from_code for move in moves if move.to_code == "learned"} == {"validation"}


def test_that_both_strategic_concepts_are_there_and_each_edition_takes_its_own() -> None:
    for code, edition in (("nato-2023", "2022"), ("nato-2013", "2010")):
        pack = load_pack(code)
        assert pack.default("core_task_edition") == edition
        tasks = {term.name: term.text("edition") for term in pack.terms("core_task")}
        assert tasks["Deterrence and defence"] == "2022"
        assert tasks["Collective defence"] == "2010"


def test_that_the_default_core_task_edition_has_tasks(pack: DoctrinePack) -> None:
    editions = {term.text("edition") for term in pack.terms("core_task")}
    assert pack.default("core_task_edition") in editions


def test_that_j_is_no_offset_and_every_other_letter_is(pack: DoctrinePack) -> None:
    offsets = {term.code: term.number("offset_hours") for term in pack.terms("zone")}
    assert offsets.pop("J") is None
    assert (offsets["Z"], offsets["B"], offsets["M"], offsets["Y"]) == (0, 2, 12, -12)
    assert sorted(offset for offset in offsets.values() if offset is not None) == list(
        range(-12, 13)
    )


def test_that_echelon_marks_are_those_of_the_map(pack: DoctrinePack) -> None:
    marks = {term.code: term.text("marks") for term in pack.terms("echelon")}
    assert (marks["CORPS"], marks["BRIGADE"], marks["BATTALION"], marks["COMPANY"]) == (
        "XXX",
        "X",
        "II",
        "I",
    )


def test_that_full_command_stays_national_and_the_rest_are_ordered(pack: DoctrinePack) -> None:
    relations = pack.terms("command_relation")
    assert [term.code for term in relations] == ["FCOM", "OPCOM", "OPCON", "TACOM", "TACON"]
    assert [term.code for term in relations if term.flag("national")] == ["FCOM"]


def test_that_controllers_and_evaluators_are_different_people(pack: DoctrinePack) -> None:
    assert pack.term("role", "EVALUATOR").text("side") == "EVAL"
    assert pack.term("role", "EXCON").text("side") == "EXCON"


def test_that_recalled_numbers_are_flagged_to_be_verified() -> None:
    pack = load_pack("nato-2023")
    assert all(
        term.is_to_verify for term in pack.terms("readiness_band") if term.text("model") == "RC"
    )
    assert pack.term("document", "FER").is_to_verify


def test_that_every_row_of_every_pack_says_what_it_rests_on(pack: DoctrinePack) -> None:
    for row in (*pack.terms(), *pack.transitions(), *pack.scales()):
        assert row.source, row
        assert row.tag in EVIDENCE_TAGS, row


@pytest.mark.parametrize("name", catalogues())
def test_that_every_row_of_every_catalogue_says_what_it_rests_on(name: str) -> None:
    catalogue = load_catalogue(name)
    assert catalogue.terms
    for term in catalogue.terms:
        assert term.source, term.code
        assert term.tag in EVIDENCE_TAGS, term.code
        assert date.fromisoformat(term.text("verified_on")), term.code


def test_that_no_two_lists_bring_terms_of_the_same_kind(pack: DoctrinePack) -> None:
    brought = {term.kind for term in pack.terms()}
    for name in catalogues():
        kinds = {term.kind for term in load_catalogue(name).terms}
        assert not kinds & brought, name


def test_that_countries_are_iso_trigraphs() -> None:
    codes = {term.code for term in load_catalogue("countries").terms}
    assert len(codes) == 249
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert {"GBR", "DEU", "GRC", "TUR", "USA"} <= codes
    assert not codes & {"UK", "GER", "GRE", "TUK"}


def test_that_every_member_of_a_framework_is_a_known_country(frameworks: Catalogue) -> None:
    codes = {term.code for term in load_catalogue("countries").terms}
    assert {membership.country for membership in frameworks.memberships} <= codes


@pytest.mark.parametrize(
    ("day", "nato", "eu"),
    [
        (date(1950, 1, 1), 12, 0),
        (date(2020, 1, 31), 29, 28),
        (date(2020, 2, 1), 29, 27),
        (date(2023, 4, 3), 30, 27),
        (date(2023, 4, 4), 31, 27),
        (date(2024, 3, 7), 32, 27),
    ],
)
def test_that_membership_depends_on_the_day(
    frameworks: Catalogue, day: date, nato: int, eu: int
) -> None:
    on_the_day = members(frameworks, day)
    assert (len(on_the_day["NATO"]), len(on_the_day["EU"])) == (nato, eu)


def test_that_a_new_ally_is_no_longer_a_partner(frameworks: Catalogue) -> None:
    assert "FIN" in members(frameworks, date(2023, 4, 3))["PfP"]
    today = members(frameworks, TODAY)
    assert not today["NATO"] & today["PfP"]


def test_that_suspended_partners_are_in_no_release(frameworks: Catalogue) -> None:
    today = members(frameworks, TODAY)
    assert not today["PfP"] & {"RUS", "BLR"}
    assert {"AUT", "CHE", "UKR"} <= today["PfP"]
    assert len(today["MD"]) == 7
    assert len(today["ICI"]) == 4


def test_that_a_release_names_the_members_of_the_day() -> None:
    def partners(day: date) -> frozenset[str]:
        audiences = load_pack(on=day).policy("NATO").audiences
        return next(audience.members for audience in audiences if audience.code == "PfP")

    assert "SWE" in partners(date(2024, 3, 6))
    assert "SWE" not in partners(date(2024, 3, 7))


def test_that_link_16_is_the_message_standard_and_mids_its_terminal() -> None:
    standards = load_catalogue("standards")
    link = standards.term("STANAG 5516")
    assert (link.name, link.text("cover")) == ("Link 16", "ATDLP-5.16")
    assert standards.term("STANAG 4175").name == "MIDS terminal"


def test_that_the_old_land_data_model_is_marked_legacy_and_nvg_is_an_overlay() -> None:
    standards = load_catalogue("standards")
    assert standards.term("STANAG 5525").text("status") == "legacy"
    assert standards.term("STANAG 4733").text("domain") == "Overlay"
    assert standards.term("STANAG 5527").text("cover") == "ADatP-36"
    assert standards.term("STANAG 5527").listing("fmn_spirals") == ("3", "4", "5")


def test_that_what_is_in_study_is_not_called_promulgated() -> None:
    standards = load_catalogue("standards")
    for code in ("STANAG 5651", "STANAG 5644", "STANAG 5067", "ATDLP-7.33"):
        assert standards.term(code).text("status") != "promulgated", code


def test_that_technique_identifiers_have_the_form_of_their_framework() -> None:
    for term in load_catalogue("techniques").terms:
        form = r"T1\d{3}(\.\d{3})?" if term.text("framework") == "ATT&CK" else r"T0\d{3}(\.\d{3})?"
        assert re.fullmatch(form, term.code), term.code
