"""Reading and changing objectives, interoperability and threats."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.operations.injects import edit_injects
from exerciseplanner.workspace.operations.objective_plan import (
    move_objectives,
    order_by_weight,
    remove_from_objectives,
)
from exerciseplanner.workspace.operations.objectives import add_criterion, add_objective
from exerciseplanner.workspace.queries.injects import injects
from exerciseplanner.workspace.queries.interoperability_plan import (
    interoperability_plan,
    interoperability_summary,
)
from exerciseplanner.workspace.queries.objective_plan import (
    coverage,
    objective_plan,
    objective_relations,
)
from exerciseplanner.workspace.queries.threat_plan import threat_plan
from tests.workspace.plans import small


@pytest.fixture
def plan(tmp_path):
    """One training objective with a criterion and three injects an hour apart."""
    workspace = small(tmp_path)
    workspace.do(edit_exercise, {"startex": "2026-11-02T22:30:00Z", "zone": "Z", "endex": 2880})
    yield workspace
    workspace.close()


def rows(plan):
    return {row.code: row for row in plan.ask(objective_plan)}


def add(plan, code, kind="training", **values):
    return plan.do(add_objective, {"code": code, "title": code, "kind": kind, **values})


def test_that_an_exercise_objective_counts_what_serves_the_objectives_below_it(plan):
    top = add(plan, "EO-1", "exercise")
    plan.do(move_objectives, [rows(plan)["TO-1"].id], top)
    found = rows(plan)["EO-1"]
    assert (found.criteria, found.injects, found.coverage) == (1, 3, "")


def test_that_coverage_tells_no_inject_from_one_and_from_several(plan):
    add(plan, "TO-2")
    assert rows(plan)["TO-1"].coverage == "ok"
    assert rows(plan)["TO-2"].coverage == "none"
    ids = [row.id for row in plan.ask(injects)]
    plan.do(edit_injects, ids[1:], {"objectives": []})
    assert rows(plan)["TO-1"].coverage == "single"


def test_that_an_inject_that_will_not_be_played_serves_nothing(plan):
    from exerciseplanner.workspace.operations.injects import set_inject_state

    ids = [row.id for row in plan.ask(injects)]
    plan.do(set_inject_state, ids, "cancelled")
    found = rows(plan)["TO-1"]
    assert (found.injects, found.dropped, found.coverage) == (0, 3, "none")
    assert plan.ask(coverage).rows[0].total == 0


def test_that_days_are_those_of_the_exercise_zone(plan):
    found = plan.ask(coverage)
    # 60, 120 and 180 minutes after 2230Z: the first on the day of STARTEX, the rest on the next
    cells = found.rows[0].cells
    assert {day: len(ids) for day, ids in cells.items()} == {0: 1, 1: 2}
    plan.do(edit_exercise, {"zone": "B"})
    cells = plan.ask(coverage).rows[0].cells
    assert {day: len(ids) for day, ids in cells.items()} == {0: 3}


def test_that_days_run_from_the_first_inject_or_startex_to_endex_without_a_gap(plan):
    ids = [row.id for row in plan.ask(injects)]
    plan.do(edit_injects, ids[:1], {"start": -2 * 1440})
    plan.do(edit_injects, ids[1:2], {"start": None})
    found = plan.ask(coverage)
    assert found.days == (-2, -1, 0, 1, 2)
    assert found.untimed


def test_that_a_training_objective_serves_an_exercise_objective_alone(plan):
    other = add(plan, "TO-2")
    with pytest.raises(Refusal):
        plan.do(move_objectives, [rows(plan)["TO-1"].id], other)
    top = add(plan, "EO-1", "exercise")
    with pytest.raises(Refusal):
        plan.do(move_objectives, [top], add(plan, "EO-2", "exercise"))


def test_that_a_criterion_goes_to_another_objective_but_not_to_none(plan):
    measure = rows(plan)["TO-1.1"].id
    other = add(plan, "TO-2")
    plan.do(move_objectives, [measure], other)
    assert plan.ask(objective_relations, other).criteria[0].id == measure
    with pytest.raises(Refusal):
        plan.do(move_objectives, [measure], None)


def test_that_a_criterion_moved_with_its_objective_stays_with_it(plan):
    found, top = rows(plan), add(plan, "EO-1", "exercise")
    plan.do(move_objectives, [found["TO-1"].id, found["TO-1.1"].id], top)
    assert rows(plan)["TO-1.1"].parent_id == found["TO-1"].id


def test_that_the_heaviest_stand_first_when_ordered_by_weight(plan):
    add(plan, "TO-2", weight=5)
    owner = rows(plan)["TO-1"].id
    values = {"code": "TO-1.2", "title": "Heavy", "objective_id": owner, "weight": 9}
    plan.do(add_criterion, values)
    plan.do(order_by_weight)
    codes = [row.code for row in plan.ask(objective_plan)]
    assert codes == ["TO-2", "TO-1", "TO-1.2", "TO-1.1"]


def test_that_training_objectives_outlive_the_one_they_serve(plan):
    top = add(plan, "EO-1", "exercise")
    plan.do(move_objectives, [rows(plan)["TO-1"].id], top)
    plan.do(remove_from_objectives, [top])
    assert rows(plan)["TO-1"].parent_id is None


def test_that_results_that_differ_and_statements_that_lack_are_said(plan):
    made = plan.do(VERBS["test_case"].add, {"code": "TC-1", "title": "Tracks"})
    found = plan.ask(interoperability_plan)[0]
    assert found.missing == (
        "standard", "edition", "dimension", "provider", "consumer", "target",
    )  # fmt: skip
    changes = {"provider_result": "S", "consumer_result": "II"}
    plan.do(VERBS["test_case"].edit, [made], changes)
    found = plan.ask(interoperability_plan)[0]
    assert found.overall == "II"
    assert found.disparities == ("sides differ: the provider S, the consumer II",)
    assert plan.ask(interoperability_summary).reading == "0 of 1 tested succeeded, 1 planned"


def test_that_risk_is_likelihood_times_severity_and_open_without_either(plan):
    plan.do(VERBS["threat"].add, {"code": "T2", "title": "Flood", "likelihood": 4, "severity": 5})
    plan.do(VERBS["threat"].add, {"code": "T3", "title": "Fire", "likelihood": 4})
    found = {row.code: row.risk for row in plan.ask(threat_plan)}
    assert found == {"T1": None, "T2": 20, "T3": None}
