"""Reading and changing the order of battle."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.forces import add_side, add_unit, edit_units
from exerciseplanner.workspace.operations.order_of_battle import (
    arrange_units,
    remove_forces,
    subordinate_units,
)
from exerciseplanner.workspace.queries.order_of_battle import (
    LOOSE,
    order_of_battle,
    unit_list,
    unit_relations,
)
from exerciseplanner.workspace.queries.participation import (
    agreement_list,
    participant_relations,
    participant_shares,
)
from tests.workspace.plans import fresh, small


@pytest.fixture
def plan(tmp_path):
    workspace = fresh(tmp_path)
    yield workspace
    workspace.close()


def rows(plan):
    return {row.name: row for row in plan.ask(order_of_battle)}


def force(plan):
    """A side with a brigade of two battalions, and a side with one unit."""
    made = {"Blue": plan.do(add_side, {"name": "Blue", "identity": "friend"})}
    made["Red"] = plan.do(add_side, {"name": "Red", "identity": "hostile"})
    made["Bde"] = plan.do(add_unit, {"name": "Bde", "side_id": made["Blue"], "echelon": "BRIGADE"})
    for name in ("1 Bn", "2 Bn"):
        values = {"name": name, "side_id": made["Blue"], "parent_id": made["Bde"]}
        made[name] = plan.do(add_unit, {**values, "strength_planned": 700})
    made["Gang"] = plan.do(add_unit, {"name": "Gang", "side_id": made["Red"]})
    return made


def test_that_units_stand_below_their_superior_and_the_topmost_below_their_side(plan):
    made = force(plan)
    found = rows(plan)
    assert found["Bde"].parent_id == made["Blue"]
    assert found["Bde"].superior_id is None
    assert found["1 Bn"].parent_id == made["Bde"]
    assert found["1 Bn"].identity == "friend"
    assert found["Gang"].identity == "hostile"
    assert found["Bde"].marks == "X"
    assert (found["Blue"].below, found["Bde"].below) == (3, 2)
    assert found["Blue"].planned == 1400


def test_that_units_without_a_side_stand_apart_once_there_are_sides(plan):
    plan.do(add_unit, {"name": "Alone"})
    assert rows(plan)["Alone"].parent_id is None
    force(plan)
    assert rows(plan)["Alone"].parent_id == LOOSE
    assert rows(plan)["No side"].below == 1


def test_that_a_unit_without_a_side_of_its_own_has_that_of_its_superior(plan):
    made = force(plan)
    plan.do(add_unit, {"name": "3 Bn", "parent_id": made["Bde"]})
    assert rows(plan)["3 Bn"].identity == "friend"


def test_that_moved_units_take_what_is_below_them_and_come_to_the_new_side(plan):
    made = force(plan)
    plan.do(subordinate_units, [made["Bde"], made["1 Bn"]], made["Gang"])
    found = rows(plan)
    assert found["Bde"].parent_id == made["Gang"]
    assert found["1 Bn"].parent_id == made["Bde"]
    assert {found[name].side_id for name in ("Bde", "1 Bn", "2 Bn")} == {made["Red"]}
    plan.undo()
    assert rows(plan)["Bde"].side_id == made["Blue"]


def test_that_a_unit_cannot_come_to_stand_below_itself(plan):
    made = force(plan)
    with pytest.raises(Refusal):
        plan.do(subordinate_units, [made["Bde"]], made["1 Bn"])
    assert rows(plan)["Bde"].parent_id == made["Blue"]


def test_that_a_unit_moved_to_a_side_has_no_superior_there(plan):
    made = force(plan)
    plan.do(subordinate_units, [made["1 Bn"]], None, made["Red"])
    assert rows(plan)["1 Bn"].parent_id == made["Red"]


def test_that_units_stand_in_the_order_they_were_given(plan):
    made = force(plan)
    plan.do(arrange_units, [made["2 Bn"], made["1 Bn"]])
    names = [row.name for row in plan.ask(unit_list) if row.superior_id == made["Bde"]]
    assert names == ["2 Bn", "1 Bn"]


def test_that_removing_a_side_leaves_its_units_without_one(plan):
    made = force(plan)
    plan.do(remove_forces, [made["Red"], made["2 Bn"]])
    found = rows(plan)
    assert "Red" not in found
    assert "2 Bn" not in found
    assert found["Gang"].parent_id == LOOSE


def test_that_a_caveat_is_counted_and_named_beside_every_unit_it_binds(plan):
    made = force(plan)
    nation = plan.do(VERBS["participant"].add, {"code": "NOR", "name": "Norway"})
    plan.do(edit_units, [made["Bde"], made["1 Bn"]], {"participant_id": nation})
    values = {"participant_id": nation, "title": "Not by night", "unit_id": made["Bde"]}
    caveat = plan.do(VERBS["caveat"].add, {**values, "effect": "forbidden"})
    found = rows(plan)
    assert [found[name].caveats for name in ("Bde", "1 Bn", "2 Bn", "Gang")] == [1, 1, 0, 0]
    relations = plan.ask(unit_relations, made["1 Bn"])
    assert [each.id for each in relations.caveats] == [caveat]
    assert [each.title for each in relations.superiors] == ["Bde"]


def test_that_a_unit_is_told_what_it_trains_for_and_what_is_sent_to_it(tmp_path):
    plan = small(tmp_path)
    found = {row.name: row for row in plan.ask(unit_list)}
    assert [o.code for o in plan.ask(unit_relations, found["Brigade North"].id).objectives] == [
        "TO-1"
    ]
    sent = plan.ask(unit_relations, found["2nd Battalion"].id).injects
    assert [each.code for each in sent] == ["SL01-001", "SL01-002", "SL01-003"]
    plan.close()


def test_that_shares_of_participants_add_up_to_the_people_present(plan):
    made = force(plan)
    ids = [
        plan.do(VERBS["participant"].add, {"code": code, "name": code})
        for code in ("NOR", "SWE", "UN")
    ]
    plan.do(edit_units, [made["1 Bn"]], {"participant_id": ids[0], "strength_present": 600})
    plan.do(edit_units, [made["2 Bn"]], {"participant_id": ids[1], "strength_present": 200})
    found = {row.code: row for row in plan.ask(participant_shares)}
    assert (found["NOR"].share, found["SWE"].share, found["UN"].share) == (0.75, 0.25, 0.0)
    assert found["UN"].units == 0


def test_that_an_agreement_names_its_parties_by_code(tmp_path):
    from exerciseplanner.workspace.operations.editing import VERBS

    plan = small(tmp_path)
    ids = {row.code: row.id for row in plan.ask(participant_shares)}
    parties = [ids["NOR"], ids["DEU"]]
    plan.do(VERBS["agreement"].add, {"title": "Support", "kind": "HNS", "parties": parties})
    assert plan.ask(agreement_list)[0].party_codes == "DEU, NOR"
    assert plan.ask(participant_relations, ids["DEU"]).agreements[0].title == "Support"
    plan.close()
