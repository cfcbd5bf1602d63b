"""Where checks are silent although something looks amiss, and what their fixes and figures say."""

from __future__ import annotations

from dataclasses import replace

from exerciseplanner.domain.checks import means_rows, partner_rows, rows
from exerciseplanner.domain.checks.registry import CHECKS
from exerciseplanner.domain.marking import Marking
from tests.domain.checks.plans import (
    BREAKING,
    SOUND,
    inject,
    plus,
    unit,
    with_facts,
    with_links,
    with_row,
)


def found(code, plan):
    return list(CHECKS[code].problems(plan))


def test_that_an_objective_whose_only_inject_was_played_no_longer_depends_on_it():
    single = replace(SOUND, inject_objectives={"I1": ("TO",)})
    assert found("COV03", single) == []


def test_that_an_objective_on_contingencies_alone_is_flagged():
    second = inject("I7", 1000, kind="contingency", contingency_for_id="I3")
    plan = replace(plus(SOUND, "injects", second), inject_objectives={"I4": ("TO",), "I7": ("TO",)})
    (problem,) = found("COV03", plan)
    assert "contingency injects alone" in problem.sentence


def test_that_an_unlinked_inject_is_offered_the_main_objective_of_its_storyline():
    (problem,) = found("COV06", BREAKING["COV06"](SOUND))
    fix = problem.fix
    assert (fix.noun, fix.ids, fix.field, fix.value) == ("inject", ("I5",), "objectives", ("TO",))


def test_that_a_contingency_may_wait_for_its_moment_without_a_time():
    assert found("TIM01", with_row(SOUND, "injects", "I4", start=None)) == []


def test_that_five_minutes_are_enough_and_a_contingency_may_follow_at_once():
    assert found("TIM04", with_row(SOUND, "injects", "I6", start=65)) == []
    assert found("TIM04", with_row(SOUND, "injects", "I4", start=601)) == []


def test_that_an_expected_action_reaches_nobody():
    plan = with_row(SOUND, "injects", "I6", start=61, kind="expected_action")
    assert found("TIM04", plan) == []
    assert found("COV07", with_links(plan, "inject_units", I6=())) == []


def test_that_moving_an_inject_to_where_it_may_be_settles_the_order():
    (problem,) = found("TIM05", BREAKING["TIM05"](SOUND))
    assert found("TIM05", with_row(SOUND, "injects", "I3", start=problem.fix.value)) == []


def test_that_an_inject_is_not_moved_beyond_endex():
    plan = with_row(SOUND, "dependencies", "d2", delay=6601)
    (problem,) = found("TIM05", plan)
    assert problem.fix is None
    (problem,) = found("TIM05", with_row(SOUND, "dependencies", "d2", delay=6600))
    assert problem.fix.value == 7200


def test_that_a_contingency_of_a_cancelled_inject_is_flagged():
    (problem,) = found("TIM07", with_row(SOUND, "injects", "I3", state="cancelled"))
    assert problem.sentence == (
        "Contingency inject I4 “Title of I4” belongs to I3 “Title of I3”, which is cancelled."
    )


def test_that_the_time_of_a_release_is_said_as_planned_times_are():
    (problem,) = found("TIM08", BREAKING["TIM08"](SOUND))
    assert "was released at STARTEX+0 0600 but" in problem.sentence


def test_that_only_the_injects_of_a_ring_are_named():
    (problem,) = found("TIM10", BREAKING["TIM10"](SOUND))
    assert set(problem.ids) == {"I2", "I3", "I5"}


def test_that_units_below_one_that_nobody_provides_are_counted_with_it():
    plan = plus(
        with_row(SOUND, "units", "NOR Bn", participant_id=None),
        "units", unit("A Coy", None, "NOR Bn", None), unit("B Coy", None, "NOR Bn", None),
    )  # fmt: skip
    (problem,) = found("FOR04", plan)
    assert problem.sentence == "Nobody provides NOR Bn, nor 2 units below it."
    assert set(problem.fix.ids) == {"NOR Bn", "A Coy", "B Coy"}


def test_that_the_activation_order_is_asked_for_only_where_units_still_have_to_come():
    plan = with_facts(SOUND, activation=None)
    assert found("FOR08", plan) == []
    (problem,) = found("FOR08", BREAKING["FOR08"](SOUND))
    assert "for DEU Bn it must be by STARTEX-5 0600" in problem.sentence
    assert problem.fix.value == -5 * 1440 - 600 - 300
    settled = with_facts(BREAKING["FOR08"](SOUND), activation=problem.fix.value)
    for code in ("FOR07", "FOR08", "FOR11"):
        assert found(code, settled) == []


def test_that_threats_may_not_name_a_real_state_and_that_parts_of_words_do_not_count():
    assert found("FOR01", with_row(SOUND, "threats", "T1", actor="Proxies of Syria"))
    assert found("FOR01", with_row(SOUND, "sides", "red", name="Russia")) != []
    assert found("FOR01", with_row(SOUND, "sides", "red", name="Syrianovia")) == []
    assert found("FOR01", with_row(SOUND, "threats", "T1", actor="Syrian special services"))
    assert found("FOR01", with_row(SOUND, "threats", "T1", actor="Hired Russians"))
    assert found("FOR01", with_row(SOUND, "sides", "blue", name="Norway")) == []


def test_that_an_ally_needs_neither_agreement_and_the_host_no_status_at_home():
    plan = replace(SOUND, agreements=())
    assert {problem.ids for problem in found("PAR01", plan)} == {("AUT",)}
    assert found("PAR01", with_row(plan, "participants", "AUT", role="host")) == []


def test_that_an_agreement_that_ends_before_endex_does_not_cover():
    plan = with_row(SOUND, "agreements", "sofa", valid_until="2026-11-05")
    (problem,) = found("PAR01", plan)
    assert "“Status” does not hold throughout" in problem.sentence


def test_that_both_sides_may_differ_once_they_have_agreed():
    assert found("IOP05", SOUND) == []
    assert found("IOP05", with_row(SOUND, "trials", "IO", result="S"))


def test_that_a_partner_left_out_can_be_released_to():
    (problem,) = found("MRK02", with_row(SOUND, "injects", "I2", marking_releases="[]"))
    assert problem.fix is None, "AUT is in no catalogue here"
    plan = replace(SOUND, countries={"AUT": "Austria"})
    (problem,) = found("MRK02", with_row(plan, "injects", "I2", marking_releases="[]"))
    assert problem.fix.value == ["AUT"]


def test_that_an_inject_without_a_level_has_the_marking_of_the_exercise():
    bare = with_row(SOUND, "injects", "I2", marking_level="", marking_releases="[]")
    assert found("MRK02", bare) == []
    assert found("MRK02", with_facts(bare, marking=Marking("NATO", "NU")))


def test_that_a_criterion_is_missed_only_when_there_is_no_more_to_see():
    assert found("EVA04", SOUND) == []
    played = replace(SOUND, injects=tuple(e._replace(state="closed") for e in SOUND.injects))
    assert [problem.ids for problem in found("EVA04", played)] == [("C2",)]


def test_that_a_decision_of_the_lead_closes_a_disagreement():
    plan = BREAKING["EVA03"](SOUND)
    assert found("EVA03", plan)
    decided = plus(plan, "ratings", rows.Given("E1", "C1", None, "M", "2026-11-03T07:00:00Z", 1))
    assert found("EVA03", decided) == []


def test_that_ratings_of_a_scale_no_longer_in_force_say_nothing():
    assert found("EVA03", plus(SOUND, "ratings", rows.Given("E3", "C1", None, "T", None, 0))) == []


def test_that_a_participant_counts_as_tested_only_by_a_test_that_was_carried_out():
    pending = with_row(SOUND, "trials", "IO", provider_result="P", consumer_result="NT", result="")
    assert found("IOP16", pending) == []
    said = [each.sentence for each in found("IOP16", with_facts(pending, final=True))]
    assert said == [
        "NOR was in no test that was carried out, but has to exchange IER-1.",
        "DEU was in no test that was carried out, but has to exchange IER-1.",
    ]


def test_that_a_mediator_opens_a_path_that_the_sides_do_not_have():
    apart = BREAKING["IOP14"](SOUND)
    (problem,) = found("IOP14", apart)
    assert "not even through its mediator" in problem.sentence
    both = [
        means_rows.StandardHeld(f"m{edition}", "AUT Coy", "link", edition, "both", 0, None)
        for edition in ("Ed A", "Ed B")
    ]
    assert found("IOP14", plus(apart, "standards_held", *both)) == []
    assert found("IOP14", replace(apart, standards_held=apart.standards_held[:1])) == []


def test_that_consent_given_to_an_authority_settles_the_caveat_that_reserves_the_decision():
    plan = BREAKING["CAV02"](SOUND)
    assert found("CAV02", plan)
    consented = plus(
        with_links(plan, "inject_authorities", I3=("a1",)),
        "positions", partner_rows.Position("p3", "a1", "DEU", "consent_given"),
    )  # fmt: skip
    assert found("CAV02", consented) == []


def test_that_an_authority_carries_its_activity_into_a_caveat():
    plan = with_links(SOUND, "inject_authorities", I3=("a1",))
    assert found("CAV01", plan) == []
    crowd = with_row(plan, "authorities", "a1", activity="Crowd control at gates")
    (problem,) = found("CAV01", crowd)
    assert "it rests on ROE 1" in problem.why


def test_that_opposing_forces_need_no_authority_of_the_nation_that_plays_them():
    plan = with_links(BREAKING["LEG01"](SOUND), "inject_units", I2=("Red Bde",))
    lacking = with_row(plan, "positions", "p1", participant_id="DEU")
    assert found("LEG01", lacking) == []
    assert found("LEG01", with_links(lacking, "inject_units", I2=("DEU Bn",)))


def test_that_a_transfer_of_command_is_a_need():
    late = with_row(SOUND, "units", "DEU Bn", arrival=1)
    (problem,) = found("FOR09", late)
    assert "it comes under OPCON of HQ at" in problem.sentence
    assert found("FOR09", with_row(late, "relations", "r1", start=None)) == []


def test_that_one_superior_after_the_other_is_no_overlap_and_the_fix_parts_them():
    assert found("FOR13", SOUND) == []
    plan = BREAKING["FOR13"](SOUND)
    (problem,) = found("FOR13", plan)
    fix = problem.fix
    assert found("FOR13", with_row(plan, "relations", fix.ids[0], **{fix.field: fix.value})) == []
    other_state = with_row(plan, "relations", "r2", relation="TACON")
    assert found("FOR13", other_state) == []


def test_that_an_edition_written_otherwise_is_the_same():
    assert found("IOP18", with_row(SOUND, "trials", "IO", edition="Edition B")) == []
    assert found("IOP18", with_row(SOUND, "trials", "IO", edition="Ed. B")) == []


def test_that_a_sofa_must_bind_the_host_where_there_is_one():
    away = with_row(SOUND, "agreements", "sofa", parties=("DEU", "AUT"))
    assert found("PAR01", away)
    alliance = with_row(SOUND, "agreements", "sofa", parties=("AUT",))
    assert found("PAR01", alliance) == []


def test_that_a_member_again_or_of_the_alliance_is_no_member_lost():
    plan = BREAKING["PAR06"](SOUND)
    assert found("PAR06", plan)
    again = plus(plan, "memberships", partner_rows.Membership("m3", "AUT", "PfP", None, None, None))
    assert found("PAR06", again) == []
    allied = with_row(plan, "memberships", "m1", participant_id="NOR")
    assert found("PAR06", allied) == []


def test_that_a_unit_that_cannot_be_there_is_not_told_to_arrive_earlier_as_well():
    late = with_row(SOUND, "units", "HQ", arrival=2000)
    assert found("FOR09", late)
    hopeless = with_facts(late, activation=-1440)
    assert found("FOR09", hopeless) == []
    assert any("HQ" in each.ids for each in found("FOR07", hopeless))


def test_that_an_arrival_that_is_too_early_is_said_once_and_not_moved_beyond_the_departure():
    early = BREAKING["FOR11"](SOUND)
    (problem,) = found("FOR11", early)
    assert problem.fix.value == -15 * 1440 + 600
    needed = with_facts(early, activation=-5 * 1440)
    assert found("FOR11", needed) == []
    assert any("HQ" in each.ids for each in found("FOR07", needed))
    (problem,) = found("FOR11", with_row(early, "units", "HQ", departure=-15 * 1440 + 600))
    assert problem.fix is None


def test_that_an_expected_action_is_no_second_chance_for_an_objective():
    plan = replace(SOUND, inject_objectives={"I5": ("TO",), "I6": ("TO",)})
    assert found("COV03", plan) == []
    (problem,) = found("COV03", with_row(plan, "injects", "I6", kind="expected_action"))
    assert "depends on inject I5 “Title of I5” alone" in problem.sentence


def test_that_an_objective_on_a_superseded_standard_is_flagged_unless_its_test_case_is():
    plan = with_row(SOUND, "aims", "aim", standard_id="old")
    (problem,) = found("IOP06", plan)
    assert (problem.noun, problem.ids) == ("interoperability_objective", ("aim",))
    (problem,) = found("IOP06", with_row(plan, "trials", "IO", standard_id="old"))
    assert (problem.noun, problem.ids) == ("test_case", ("IO",))


def test_that_authorities_that_the_same_injects_may_need_are_one_problem():
    plan = BREAKING["LEG10"](SOUND)
    again = plus(plan, "authorities", plan.authorities[1]._replace(id="a3", code="LAW 2"))
    (problem,) = found("LEG10", again)
    assert problem.ids == ("a2", "a3")
    assert problem.sentence.startswith("LAW 1 “Network law” and LAW 2 “Network law” may be needed")


def test_that_command_in_a_ring_of_three_is_found_where_it_holds_at_one_time():
    def ring(finish, start):
        relations = (
            means_rows.Relation("a", "DEU Bn", "NOR Bn", "OPCON", None, finish),
            means_rows.Relation("b", "NOR Bn", "AUT Coy", "OPCON", None, None),
            means_rows.Relation("c", "AUT Coy", "DEU Bn", "OPCON", start, None),
        )
        return replace(SOUND, relations=relations)

    (problem,) = found("FOR14", ring(600, 500))
    assert problem.sentence == (
        "DEU Bn, NOR Bn and AUT Coy are to answer to each other at one time."
    )
    assert found("FOR14", ring(600, 600)) == []
