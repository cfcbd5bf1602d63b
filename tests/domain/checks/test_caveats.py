"""Where injects meet caveats: whom they bind, family, area, phase and activity."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exerciseplanner.domain.checks.meeting import meetings
from tests.domain.checks.plans import SOUND, caveat, unit, with_links, with_row


def plan_with(**values):
    """The sound plan with one caveat of DEU and an inject I3 that speaks of its activity."""
    bound = caveat("forbidden", "Opposed boarding", **values)
    plan = replace(SOUND, caveats=(bound,))
    return with_row(plan, "injects", "I3", message="The boarding will be opposed.")


def met(plan):
    """The serials of the injects that name the activity of a caveat they meet."""
    return [each.inject.serial for each in meetings(plan) if each.is_named]


def test_that_words_of_the_activity_are_known_in_their_other_forms():
    plan = plan_with()
    assert met(plan) == ["I3"]
    said = with_row(plan, "injects", "I3", message="They board; nobody opposes.")
    assert met(said) == ["I3"]
    assert met(with_row(plan, "injects", "I3", message="They board.")) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"threat_family": "hybrid"}, ["I3"]),
        ({"threat_family": "cyber"}, []),
        ({"domain": "LAND"}, ["I3"]),
        ({"domain": "MARITIME"}, []),
        ({"area": "North of 66.5 N"}, ["I3"]),
        ({"area": "north of 69 degrees north"}, []),
        ({"area": "South of 69 N"}, ["I3"]),
        ({"area": "Fjords north of Bodø"}, []),
        ({"area": "Fjords south of Narvik"}, ["I3"]),
        ({"phase": "D+0 to D+2"}, ["I3"]),
        ({"phase": "from D+2 until ENDEX"}, []),
        ({"phase": "Hostilities"}, ["I3"]),
        ({"unit_id": "DEU Bn"}, ["I3"]),
        ({"unit_id": "NOR Bn"}, []),
        ({"participant_id": "NOR"}, []),
    ],
)
def test_that_every_condition_of_a_caveat_narrows_it(values, expected):
    plan = replace(plan_with(**values), units=(*SOUND.units, narvik()))
    assert met(plan) == expected


def narvik():
    return unit("Harbour", "NOR", location_name="Narvik, ore harbour", latitude=68.43)


def test_that_the_place_of_the_inject_counts_before_that_of_the_unit():
    plan = plan_with(area="North of 69 N")
    assert met(with_row(plan, "injects", "I3", latitude=69.2)) == ["I3"]


def test_that_what_cannot_be_computed_is_named_for_the_planner():
    (found,) = meetings(plan_with(area="High seas", phase="Hostilities"))
    assert found.open == (
        "whether it takes place in “High seas”", "whether it falls into “Hostilities”"
    )  # fmt: skip
    placed = with_row(
        plan_with(area="High seas"), "injects", "I3", location_name="On the high seas"
    )
    (found,) = meetings(placed)
    assert found.open == ()


def test_that_a_caveat_on_a_unit_binds_those_below_it():
    below = unit("DEU Coy", "DEU", "DEU Bn", None)
    plan = replace(plan_with(unit_id="DEU Bn"), units=(*SOUND.units, below))
    plan = with_links(plan, "inject_units", I3=("DEU Coy",))
    (found,) = meetings(plan)
    assert [each.called for each in found.units] == ["DEU Coy"]


def test_that_opposing_forces_carry_no_caveat_of_the_nation_that_plays_them():
    plan = with_links(plan_with(), "inject_units", I3=("Red Bde",))
    assert meetings(plan) == ()


@pytest.mark.parametrize("state", ["closed", "cancelled"])
def test_that_only_injects_still_to_come_meet_a_caveat(state):
    assert meetings(with_row(plan_with(), "injects", "I3", state=state)) == ()


def test_that_being_sent_somewhere_is_enough_for_a_caveat_on_deployment():
    plan = replace(SOUND, caveats=(caveat("forbidden", "Deployment", area="North of 66 N"),))
    assert "I3" in met(plan)
