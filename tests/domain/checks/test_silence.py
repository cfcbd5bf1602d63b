"""Plans that are as they should be although they look unusual: the checks are silent on them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exerciseplanner.domain.checks import means_rows, partner_rows, rows
from exerciseplanner.domain.checks.registry import CHECKS
from exerciseplanner.domain.marking import Marking
from tests.domain.checks.plans import (
    BREAKING,
    SOUND,
    inject,
    party,
    plus,
    unit,
    with_facts,
    with_links,
    with_row,
)


def sentences(code, plan):
    return [each.sentence for each in CHECKS[code].problems(plan)]


def test_that_what_asks_the_training_audience_for_nothing_need_not_serve_an_objective():
    plan = with_links(SOUND, "inject_objectives", I5=())
    assert sentences("COV06", plan)
    for kind in ("expected_action", "information"):
        assert sentences("COV06", with_row(plan, "injects", "I5", kind=kind)) == []


def test_that_what_waits_by_decision_needs_no_time_and_hides_nothing():
    held = with_row(SOUND, "injects", "I6", state="held", start=None)
    assert sentences("TIM01", held) == []
    assert sentences("TIM04", with_row(held, "injects", "I6", start=62)) == []


def test_that_notes_among_controllers_may_lie_outside_the_exercise():
    for start, code in ((-60, "TIM02"), (7201, "TIM03")):
        plan = with_row(SOUND, "injects", "I6", start=start)
        assert sentences(code, plan)
        assert sentences(code, with_row(plan, "injects", "I6", kind="expected_action")) == []


def test_that_nothing_comes_after_an_endex_that_is_wrong_itself():
    plan = with_facts(SOUND, endex=0)
    assert sentences("TIM09", plan) == ["ENDEX is not after STARTEX."]
    assert sentences("TIM03", plan) == []


def test_that_those_who_control_and_oppose_miss_no_inject_for_another():
    plan = BREAKING["TIM04"](SOUND)
    assert sentences("TIM04", plan)
    assert sentences("TIM04", with_row(plan, "units", "HQ", role="OPFOR")) == []


def test_that_what_lasts_all_day_comes_at_no_moment():
    assert (
        sentences("TIM04", with_row(BREAKING["TIM04"](SOUND), "injects", "I6", duration=1440)) == []
    )


def test_that_two_contingencies_of_one_inject_are_alternatives():
    second = inject("I7", 901, kind="contingency", contingency_for_id="I3")
    plan = with_links(plus(SOUND, "injects", second), "inject_units", I7=("DEU Bn",))
    assert sentences("TIM04", plan) == []
    assert sentences("TIM04", with_row(plan, "injects", "I7", contingency_for_id="I6"))


def test_that_a_cancelled_inject_breaks_the_ring_that_it_stands_in():
    ring = BREAKING["TIM10"](SOUND)
    assert sentences("TIM10", with_row(ring, "injects", "I3", state="cancelled")) == []
    apart = plus(
        ring, "dependencies", rows.Dependency("d4", "I6", "I4", 0),
        rows.Dependency("d5", "I4", "I6", 0),
    )  # fmt: skip
    assert len(sentences("TIM10", apart)) == 2


@pytest.mark.parametrize("role", ["EXCON", "WHITE", "GREY", "MEDIA", "EVAL", "OBS", "OPFOR"])
def test_that_those_who_control_watch_or_oppose_are_asked_for_nothing_of_their_nation(role):
    against = BREAKING["CAV01"](SOUND)
    assert sentences("CAV01", against)
    assert sentences("CAV01", with_row(against, "units", "DEU Bn", role=role)) == []
    lacking = with_links(BREAKING["LEG01"](SOUND), "inject_units", I2=("NOR Bn",))
    assert sentences("LEG01", lacking)
    assert sentences("LEG01", with_row(lacking, "units", "NOR Bn", role=role)) == []


def test_that_response_cells_are_bound_as_those_they_play():
    against = with_row(BREAKING["CAV01"](SOUND), "units", "DEU Bn", role="LOCON")
    assert sentences("CAV01", against)


def test_that_a_task_against_a_caveat_names_what_the_caveat_is_limited_to():
    plan = BREAKING["CAV05"](SOUND)
    limited = with_row(plan, "caveats", "cav-forbidden", area="High seas")
    (found,) = CHECKS["CAV05"].problems(limited)
    assert found.why.endswith("The caveat is limited to “High seas”.")
    (found,) = CHECKS["CAV05"].problems(plan)
    assert "limited" not in found.why


def successive(kind, *spans):
    """The sound plan with one agreement of a kind for each of these spans, and no other of it."""
    listed = tuple(
        rows.Accord(f"{kind}{place}", f"Part {place}", kind, "NR", since, until, ("NOR", "AUT"))
        for place, (since, until) in enumerate(spans)
    )
    others = tuple(each for each in SOUND.agreements if each.kind != kind)
    return replace(SOUND, agreements=(*others, *listed))


@pytest.mark.parametrize(("kind", "code"), [("SOFA", "PAR01"), ("MOU", "PAR05")])
def test_that_agreements_that_follow_each_other_cover_the_exercise_together(kind, code):
    renewed = successive(kind, (None, "2026-11-04"), ("2026-11-05", None))
    assert sentences(code, renewed) == []
    assert sentences("PAR04", renewed) == []
    gap = successive(kind, (None, "2026-11-04"), ("2026-11-06", None))
    assert sentences(code, gap)
    assert len(sentences("PAR04", gap)) == 2


def test_that_a_renewed_security_agreement_reaches_as_far_as_both_parts():
    secret = with_row(SOUND, "injects", "I2", marking_level="NR")
    renewed = successive("SECURITY", (None, "2026-11-04"), ("2026-11-05", None))
    assert sentences("PAR02", replace(secret, agreements=renewed.agreements)) == []
    gap = replace(secret, agreements=successive("SECURITY", (None, "2026-11-04")).agreements)
    (found,) = sentences("PAR02", gap)
    assert found.endswith("but “Part 0” reaches NR, and not throughout the exercise.")


def test_that_an_old_agreement_may_be_kept_beside_the_one_that_took_its_place():
    old = SOUND.agreements[0]._replace(id="old", valid_from="2019-01-01", valid_until="2025-12-31")
    assert sentences("PAR04", plus(SOUND, "agreements", old)) == []
    other_party = old._replace(parties=("NOR", "KWT"))
    assert sentences("PAR04", plus(SOUND, "agreements", other_party))


@pytest.mark.parametrize("kind", ["TOA", "LOI"])
def test_that_command_handed_over_and_intents_do_not_last_from_startex_to_endex(kind):
    late = rows.Accord("x", "Hand-over", kind, "", "2026-11-04", None, ("AUT",))
    assert sentences("PAR04", plus(SOUND, "agreements", late)) == []


def with_headquarters(plan):
    """The plan with a headquarters of the Alliance that belongs to no framework by its row."""
    seat = rows.Party("JFC", "JFC", "Joint Force Command", "nato_body", "oce", ())
    return plus(plan, "participants", seat)


def test_that_an_agreement_with_a_body_of_the_alliance_is_one_with_the_alliance():
    sofa = with_row(with_headquarters(SOUND), "agreements", "sofa", parties=("JFC", "AUT"))
    assert sentences("PAR01", sofa) == []
    assert sentences("PAR01", with_row(sofa, "agreements", "sofa", parties=("DEU", "AUT")))


def test_that_a_body_of_the_alliance_is_no_partner_and_has_its_part_by_its_seat():
    plan = with_row(with_headquarters(SOUND), "units", "HQ", participant_id="JFC")
    bare = with_row(plan, "injects", "I2", marking_level="NR", marking_releases='["PfP"]')
    for code in ("PAR01", "PAR02", "PAR03", "MRK01", "MRK02"):
        assert sentences(code, bare) == []
    assert sentences("PAR03", with_headquarters(SOUND)) == []


def test_that_an_arrangement_that_states_a_level_covers_information_up_to_it():
    plan = BREAKING["PAR02"](SOUND)
    assert sentences("PAR02", plan)
    shared = rows.Accord("info", "Sharing", "INFO", "NR", None, None, ("NOR", "AUT"))
    assert sentences("PAR02", plus(plan, "agreements", shared)) == []
    among_partners = shared._replace(parties=("KWT", "AUT"))
    assert sentences("PAR02", plus(plan, "agreements", among_partners))


def test_that_who_is_asked_mediates_or_exchanges_has_a_part():
    plan = BREAKING["PAR03"](SOUND)
    assert sentences("PAR03", plan) == ["KWT has no part in the plan."]
    asked = plus(plan, "contributions", partner_rows.Contribution("c", "KWT", "Camp", "", 5, None))
    assert sentences("PAR03", asked) == []
    assert sentences("PAR03", with_row(plan, "trials", "IO", mediator_id="KWT")) == []
    assert sentences("PAR03", with_row(plan, "exchanges", "X1", consumer_id="KWT")) == []


def loose(**values):
    """The plan with one unit outside the tree of its side."""
    return plus(SOUND, "units", unit("Loose Bn", "DEU", None, "blue", **values))


def test_that_only_forces_that_are_trained_need_a_superior():
    assert sentences("FOR02", loose()) == [
        "Loose Bn has no superior, though HQ commands others of “Blue”."
    ]
    for role in ("EVAL", "OPFOR", "HICON", "WHITE"):
        assert sentences("FOR02", loose(role=role)) == []
    civil = plus(loose(participant_id="NGO"), "participants", party("NGO", kind="ngo"))
    assert sentences("FOR02", civil) == []


def test_that_a_unit_that_comes_under_command_has_a_superior():
    plan = plus(loose(), "relations", means_rows.Relation("r4", "Loose Bn", "HQ", "TACOM", 0, None))
    assert sentences("FOR02", plan) == []


def test_that_many_units_without_superior_are_one_row():
    units = [unit(f"Boat {number}", "DEU", None, "blue") for number in range(9)]
    (found,) = sentences("FOR02", plus(SOUND, "units", *units))
    assert found == (
        "9 units have no superior, though HQ commands others of “Blue”: Boat 0, Boat 1, Boat 2, "
        "Boat 3 and 5 more."
    )


def test_that_opposing_forces_may_come_from_the_own_order_of_battle():
    plan = with_row(SOUND, "units", "DEU Bn", side_id="red")
    alone = replace(plan, relations=())
    assert sentences("FOR03", alone)
    assert sentences("FOR03", with_row(alone, "units", "DEU Bn", role="OPFOR")) == []
    lent = means_rows.Relation("r", "DEU Bn", "Red Bde", "OPCON", None, None)
    assert sentences("FOR03", replace(plan, relations=(lent,))) == []
    assert sentences("FOR15", replace(plan, relations=(lent,))) == []


def test_that_two_sides_of_one_identity_may_command_each_other():
    allies = plus(SOUND, "sides", rows.Side("green", "Green", "friend"))
    placed = with_row(allies, "units", "DEU Bn", side_id="green")
    assert sentences("FOR15", placed) == []
    assert sentences("FOR03", replace(placed, relations=())) == []


def test_that_exercise_control_commands_the_opposing_forces():
    plan = with_row(SOUND, "relations", "r1", unit_id="Red Bde")
    assert sentences("FOR15", plan)
    assert sentences("FOR15", with_row(plan, "units", "HQ", role="EXCON")) == []
    other = plus(SOUND, "sides", rows.Side("control", "Control", "friend"))
    other = with_row(
        with_row(other, "units", "NOR Bn", side_id="control"), "units", "DEU Bn", side_id="blue"
    )
    assert sentences("FOR15", other) == []
    control = with_row(other, "units", "NOR Bn", role="EXCON", side_id="control")
    assert len(sentences("FOR15", control)) == 2


def test_that_simulated_opponents_need_no_provider_and_no_strength():
    plan = with_row(SOUND, "units", "Red Bde", participant_id=None, strength_present=10)
    assert sentences("FOR04", plan) == []
    assert sentences("FOR06", plan) == []


def test_that_many_units_that_nobody_provides_are_one_row():
    units = [unit(f"Coy {number}", None, None, "blue") for number in range(9)]
    (found,) = CHECKS["FOR04"].problems(plus(SOUND, "units", *units))
    assert found.sentence == "Nobody provides 9 units: Coy 0, Coy 1, Coy 2, Coy 3 and 5 more."
    below = [unit(f"Coy {number}", None, "NOR Bn", None) for number in range(9)]
    (found,) = CHECKS["FOR04"].problems(plus(SOUND, "units", *below))
    assert (found.fix.value, len(found.fix.ids)) == ("NOR", 9)


def test_that_units_are_reached_at_home_before_startex():
    plan = with_row(SOUND, "injects", "I6", start=-30 * 1440)
    plan = with_row(plan, "relations", "r1", unit_id="HQ", superior_id="NOR Bn", start=-30 * 1440)
    assert sentences("FOR07", plan) == []
    assert sentences("FOR09", plan) == []
    at_startex = with_row(SOUND, "injects", "I6", start=0)
    late = with_row(at_startex, "units", "HQ", arrival=1, required_by=None)
    (found,) = sentences("FOR09", late)
    assert "inject I6 “Title of I6” addresses it at STARTEX+0 0600" in found


def test_that_two_units_of_one_nation_may_test_with_each_other():
    plan = BREAKING["IOP03"](SOUND)
    assert sentences("IOP03", plan)
    assert sentences("IOP03", with_row(plan, "trials", "IO", consumer_unit_id="NOR Bn")) == []
    assert sentences("IOP03", with_row(plan, "trials", "IO", consumer_unit_id="HQ"))


def test_that_a_test_case_is_not_said_beside_its_objective_that_nothing_exercises():
    plan = replace(SOUND, inject_trials={})
    assert sentences("IOP11", plan)
    assert sentences("IOP04", plan) == []
    alone = with_row(plan, "trials", "IO", interoperability_objective_id=None)
    assert sentences("IOP04", alone)


def test_that_test_cases_of_two_profiles_are_no_duplicates():
    plan = BREAKING["IOP15"](SOUND)
    assert sentences("IOP15", plan)
    assert sentences("IOP15", with_row(plan, "trials", "again", profile="FMN Spiral 4")) == []


def test_that_an_exercise_that_tests_nothing_is_asked_for_no_test():
    plan = BREAKING["IOP16"](SOUND)
    assert sentences("IOP16", plan)
    assert sentences("IOP16", replace(plan, trials=())) == []


def test_that_evaluators_of_one_nation_may_rate_it_where_others_do_too_or_nobody_else_plays():
    plan = BREAKING["EVA02"](SOUND)
    assert sentences("EVA02", plan) == ["Evaluator E2 “Land” of DEU has rated units of DEU only."]
    beside = plus(plan, "ratings", rows.Given("E1", None, "I3", "S", None, 0))
    assert sentences("EVA02", beside) == []
    assert sentences("EVA02", replace(plan, ratings=plan.ratings[1:])) == []


def test_that_a_criterion_waits_until_the_last_reaction_has_been_seen():
    played = tuple(each._replace(state="closed") for each in SOUND.injects)
    plan = replace(SOUND, injects=played)
    assert sentences("EVA04", plan) == [
        "Nobody has rated criterion C2 “Orders are complete” of TO-1 “Decide in time”."
    ]
    assert sentences("EVA04", with_row(plan, "injects", "I6", state="released")) == []


def test_that_nobody_is_left_unserved_before_anything_is_scripted():
    plan = BREAKING["CON01"](SOUND)
    assert sentences("CON01", plan)
    empty = replace(plan, injects=(), dependencies=(), exchanges=())
    assert sentences("CON01", empty) == []


def test_that_a_partner_to_whom_papers_are_released_by_name_may_have_left_the_framework():
    plan = BREAKING["PAR06"](SOUND)
    (found,) = sentences("PAR06", plan)
    assert found.endswith("to which the exercise and 6 injects are released.")
    named = tuple(each._replace(marking_releases='["AUT", "PfP"]') for each in SOUND.injects)
    (found,) = sentences("PAR06", replace(plan, injects=named))
    assert found.endswith("to which the exercise is released.")
    marking = Marking("NATO", "NR", frozenset({"PfP", "AUT"}))
    assert sentences("PAR06", with_facts(replace(plan, injects=named), marking=marking)) == []


def test_that_a_caveat_whose_area_nobody_can_compute_is_not_said_to_be_broken():
    plan = BREAKING["CAV01"](SOUND)
    (found,) = sentences("CAV01", plan)
    assert "goes against the caveat" in found
    (found,) = sentences("CAV01", with_row(plan, "caveats", "cav-forbidden", area="High seas"))
    assert "may go against the caveat" in found
