"""Plans that are as they should be although they look unusual: the checks are silent on them."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.checks import rows
from exerciseplanner.domain.checks.registry import CHECKS
from tests.domain.checks.plans import (
    BREAKING,
    SOUND,
    inject,
    plus,
    with_facts,
    with_links,
    with_row,
)


def sentences(code, plan):
    return [each.sentence for each in CHECKS[code].problems(plan)]


def test_that_what_is_not_delivered_need_not_serve_an_objective():
    plan = with_links(SOUND, "inject_objectives", I5=())
    assert sentences("COV06", plan)
    assert sentences("COV06", with_row(plan, "injects", "I5", kind="expected_action")) == []


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


def test_that_only_the_training_audience_can_miss_an_inject_for_another():
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
