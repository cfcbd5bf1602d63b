"""Nations from the catalogue, and the grids of positions, weights, concurrence and agreements."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.operations.partnership import (
    add_nations,
    ask_all,
    cover_with_agreement,
    set_concurrences,
    set_positions,
    set_weights,
    take_memberships,
)
from exerciseplanner.workspace.packs import nations
from exerciseplanner.workspace.queries.burden import burden_list
from exerciseplanner.workspace.queries.caveat_meetings import caveat_list
from exerciseplanner.workspace.queries.consensus import concurrences, priorities
from exerciseplanner.workspace.queries.consensus_view import concurrence_view, priority_view
from exerciseplanner.workspace.queries.legal_view import (
    agreement_view,
    authority_injects,
    authority_list,
    position_view,
)
from exerciseplanner.workspace.queries.participants import memberships
from exerciseplanner.workspace.queries.participation import (
    participant_relations,
    participant_shares,
)
from tests.workspace.plans import first, ids, small


@pytest.fixture
def plan(tmp_path):
    """Norway with a brigade of two units, Germany without any; one objective and three injects."""
    opened = small(tmp_path)
    opened.do(edit_exercise, {"startex": "2026-11-02T06:00:00Z", "endex": 7 * 1440})
    yield opened
    opened.close()


def party(plan, code):
    return next(row for row in plan.ask(participant_shares) if row.code == code)


def add(plan, noun, **values):
    return plan.do(VERBS[noun].add, values)


def test_that_the_catalogue_gives_nations_with_dated_memberships():
    dates = {each.framework: each.since.isoformat() for each in nations()["FIN"].memberships}
    assert dates["NATO"] == "2023-04-04"
    assert nations()["FIN"].name == "Finland"


def test_that_a_nation_brings_its_name_and_its_dated_memberships_in_one_step(plan):
    before = plan.head
    plan.do(add_nations, ["fin", "JOR"])
    finland = party(plan, "FIN")
    assert finland.name == "Finland"
    assert "NATO" in finland.frameworks
    assert party(plan, "JOR").kind == "nation"
    plan.undo()
    assert plan.head != before
    assert {row.code for row in plan.ask(participant_shares)} == {"NOR", "DEU"}


def test_that_a_membership_that_ended_is_kept_but_does_not_count(plan):
    plan.do(add_nations, ["GBR"])
    united_kingdom = party(plan, "GBR")
    assert "EU" not in united_kingdom.frameworks
    ended = next(each for each in united_kingdom.memberships if each.framework == "EU")
    assert (ended.reading, ended.until[:10]) == ("ended", "2020-02-01")
    related = plan.ask(participant_relations, united_kingdom.id).memberships
    assert next(each for each in related if each.title == "EU").detail == "ended 2020-02-01"
    assert related[0].detail.startswith("since")


def test_that_nations_taking_part_already_are_left_and_unknown_ones_refused(plan):
    assert len(plan.do(add_nations, ["NOR", "SWE"])) == 1
    with pytest.raises(Refusal):
        plan.do(add_nations, ["NOR", "SWE"])
    with pytest.raises(Refusal):
        plan.do(add_nations, ["UK"])
    assert len(plan.ask(participant_shares)) == 3


def test_that_memberships_are_taken_only_where_none_is_stated(plan):
    norway = party(plan, "NOR").id
    add(plan, "membership", participant_id=norway, framework="NATO", since="1999-09-09")
    plan.do(take_memberships, [norway])
    stated = [row for row in plan.ask(memberships) if row.framework == "NATO"]
    assert [row.since[:10] for row in stated] == ["1999-09-09"]
    assert plan.do(take_memberships, [norway]) == 0


def test_that_weights_are_set_changed_and_withdrawn_in_a_grid(plan):
    objective, norway, germany = first(plan, "objective"), *ids(plan, "participant")
    plan.do(set_weights, {(objective, norway): 80, (objective, germany): 20})
    plan.do(set_weights, {(objective, norway): 90})
    view = plan.ask(priority_view)
    assert view.weights == {(objective, norway): 90, (objective, germany): 20}
    row = view.objectives[0]
    assert (row.spread.mean, row.spread.range, row.spread.is_contested) == (55, 70, True)
    plan.do(set_weights, {(objective, norway): None})
    assert len(plan.ask(priorities)) == 1
    with pytest.raises(Refusal):
        plan.do(set_weights, {(objective, norway): 101})


def test_that_whom_the_plan_serves_follows_from_live_injects_and_their_length(plan):
    objective, norway, germany = first(plan, "objective"), *ids(plan, "participant")
    lonely = add(plan, "objective", code="TO-9", title="Nobody trains it", kind="training")
    plan.do(VERBS["inject"].edit, ids(plan, "inject"), {"duration": 40})
    plan.do(set_weights, {(objective, norway): 30, (lonely, norway): 10, (lonely, germany): 50})
    served = plan.ask(priority_view).served
    assert served[norway].hours == pytest.approx(2 * 0.75)
    assert served[norway].share == pytest.approx(0.75)
    assert served[germany].is_unserved


def test_that_positions_are_given_to_many_at_once_and_withdrawn(plan):
    norway, germany = ids(plan, "participant")
    roe = add(plan, "authority", code="ROE 42", title="Boarding", kind="roe", review="approved")
    plan.do(set_positions, [(roe, norway), (roe, germany)], "held")
    plan.do(set_positions, [(roe, germany)], "consent_refused")
    found = {place: row.position for place, row in plan.ask(position_view).rows.items()}
    assert found == {(roe, norway): "held", (roe, germany): "consent_refused"}
    plan.do(set_positions, [(roe, norway), (roe, germany)], "")
    assert not plan.ask(position_view).rows


def test_that_an_authority_is_open_where_units_are_addressed_that_do_not_hold_it(plan):
    norway, germany = ids(plan, "participant")
    plan.do(VERBS["unit"].edit, ids(plan, "unit"), {"participant_id": norway})
    roe = add(plan, "authority", code="ROE 42", title="Boarding", valid_until="2026-11-04")
    inject = first(plan, "inject")
    plan.do(VERBS["inject"].edit, [inject], {"authorities": [roe]})
    assert plan.ask(position_view).needed == {(roe, norway)}
    line = plan.ask(authority_list)[0]
    assert (line.injects, line.open, line.standing) == (1, 1, "ends_early")
    assert [each.id for each in plan.ask(authority_injects, roe)] == [inject]
    plan.do(set_positions, [(roe, norway)], "consent_needed")
    assert plan.ask(authority_list)[0].open == 1
    plan.do(set_positions, [(roe, norway), (roe, germany)], "consent_given")
    line = plan.ask(authority_list)[0]
    assert (line.open, line.positions) == (0, {"consent_given": 2})


def test_that_an_answer_keeps_the_day_of_asking_and_notes_its_own(plan):
    norway, germany = ids(plan, "participant")
    assert plan.do(ask_all, ["EXPLAN"]) == 2
    assert plan.do(ask_all, ["EXPLAN"]) == 0
    row = next(each for each in plan.ask(concurrences) if each.participant_id == norway)
    plan.do(VERBS["concurrence"].edit, [row.id], {"asked_on": "2026-01-05"})
    plan.do(set_concurrences, [("EXPLAN", norway), ("EXPLAN", germany)], "concurs")
    view = plan.ask(concurrence_view)
    answered = view.rows["EXPLAN", norway]
    assert answered.asked_on[:10] == "2026-01-05"
    assert answered.answered_on
    line = next(each for each in view.products if each.id == "EXPLAN")
    assert line.tally.reading == "2 of 2 concur"
    assert party(plan, "NOR").concurring.is_agreed
    plan.do(set_concurrences, [("EXPLAN", norway)], "asked")
    assert plan.ask(concurrence_view).rows["EXPLAN", norway].answered_on is None
    plan.do(set_concurrences, [("EXPLAN", norway)], "")
    assert ("EXPLAN", norway) not in plan.ask(concurrence_view).rows


def test_that_observers_are_not_asked_with_the_rest(plan):
    plan.do(VERBS["participant"].edit, [ids(plan, "participant")[1]], {"role": "observer"})
    assert plan.do(ask_all, ["EXPLAN", "EXSPEC"]) == 2


def test_that_the_matrix_of_agreements_says_which_ends_before_endex(plan):
    norway, germany = ids(plan, "participant")
    add(plan, "agreement", title="Old", kind="SOFA", parties=[norway, germany],
        valid_until="2026-11-04")  # fmt: skip
    add(plan, "agreement", title="New", kind="SOFA", parties=[norway])
    cells = plan.ask(agreement_view).cells
    assert cells[norway, "SOFA"].standing == "valid"
    assert [each.title for each in cells[norway, "SOFA"].agreements] == ["New", "Old"]
    assert cells[germany, "SOFA"].standing == "ends_early"
    assert (germany, "MOU") not in cells


def test_that_one_agreement_of_a_kind_covers_all_who_are_chosen(plan):
    norway, germany = ids(plan, "participant")
    made = plan.do(cover_with_agreement, [(norway, "TA"), (germany, "TA"), (norway, "MOU")])
    assert len(made) == 2
    cells = plan.ask(agreement_view).cells
    assert cells[germany, "TA"].agreements[0].title == "TA DEU, NOR"
    assert (germany, "MOU") not in cells


def test_that_burden_counts_what_is_given_and_what_the_plan_asks(plan):
    norway, germany = ids(plan, "participant")
    plan.do(VERBS["unit"].edit, ids(plan, "unit"), {"participant_id": norway})
    plan.do(VERBS["inject"].edit, ids(plan, "inject"), {"duration": 30})
    plan.do(VERBS["participant"].edit, [norway], {"means_people": 20_000})
    add(plan, "contribution", participant_id=norway, title="Brigade", resource="people",
        asked=800, offered=500)  # fmt: skip
    add(plan, "contribution", participant_id=germany, title="Staff", resource="people",
        asked=500, offered=500)  # fmt: skip
    first_line, second = plan.ask(burden_list)
    assert first_line.bearings["people"].against_means == pytest.approx(25)
    assert first_line.bearings["people"].share == pytest.approx(0.5)
    assert first_line.short == ("people",)
    assert (first_line.units, first_line.injects, first_line.hours) == (2, 3, 1.5)
    assert (second.short, second.injects) == ((), 0)


def test_that_a_dropped_inject_asks_nothing_of_anybody(plan):
    norway = first(plan, "participant")
    plan.do(VERBS["unit"].edit, ids(plan, "unit"), {"participant_id": norway})
    plan.do(VERBS["inject"].edit, ids(plan, "inject")[:2], {"state": "cancelled"})
    assert plan.ask(burden_list)[0].injects == 1


def test_that_a_caveat_shows_the_injects_that_meet_it(plan):
    norway = first(plan, "participant")
    plan.do(VERBS["unit"].edit, ids(plan, "unit"), {"participant_id": norway})
    inject = first(plan, "inject")
    plan.do(VERBS["inject"].edit, [inject], {"message": "Board the vessel and search it"})
    add(plan, "caveat", participant_id=norway, title="No boarding", activity="board vessel",
        effect="forbidden")  # fmt: skip
    line = plan.ask(caveat_list)[0]
    assert (line.named, line.possible) == (1, 0)
    assert line.met[0].id == inject
    assert "board vessel" in line.met[0].reasons[0]
