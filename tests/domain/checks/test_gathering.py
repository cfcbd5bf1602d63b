"""Findings of one cause: a few each for itself, many in one row that names what it is about."""

from __future__ import annotations

from dataclasses import replace

from exerciseplanner.domain.checks import partner_rows, rows
from exerciseplanner.domain.checks.gathering import FEW, gathered
from exerciseplanner.domain.checks.registry import CHECKS, Finding, Fix
from exerciseplanner.domain.marking import Marking
from tests.domain.checks.plans import SOUND, inject, party, plus, unit, with_facts, with_row


def said(number, names):
    return f"{number}: {names}."


def findings(number, fix=None):
    return [
        (str(each), Finding(f"Row {each}.", "inject", (str(each),), fix=fix and fix(each)))
        for each in range(number)
    ]


def imported(number, **values):
    """A plan as it is after a list of injects was imported: nothing is linked yet."""
    listed = tuple(
        inject(f"N{each}", 60 * each, strand_id=None, **values) for each in range(number)
    )
    return replace(
        SOUND, injects=listed, dependencies=(), exchanges=(), inject_units={}, inject_objectives={},
        inject_threats={}, inject_trials={}, inject_authorities={},
    )  # fmt: skip


def test_that_a_few_findings_stand_for_themselves_and_many_in_one_row():
    assert len(list(gathered(findings(FEW), said))) == FEW
    (one,) = gathered(findings(FEW + 1), said)
    assert one.sentence == "6: 0, 1, 2, 3 and 2 more."
    assert one.ids == ("0", "1", "2", "3", "4", "5")


def test_that_one_row_settles_only_what_one_change_settles():
    def odd_or_even(each):
        return Fix(f"Choose {each % 2}", "inject", (str(each),), "objectives", (str(each % 2),))

    even, odd = gathered(findings(2 * FEW + 2, odd_or_even), said)
    assert even.fix.ids == even.ids == tuple(str(each) for each in range(0, 12, 2))
    assert odd.fix.value == ("1",)


def test_that_an_imported_list_of_injects_is_one_row_for_each_thing_that_it_lacks():
    plan = imported(40)
    (unlinked,) = CHECKS["COV06"].problems(plan)
    assert unlinked.sentence == "40 injects serve no objective: N0, N1, N2, N3 and 36 more."
    assert len(unlinked.ids) == 40
    (unaddressed,) = CHECKS["COV07"].problems(plan)
    assert unaddressed.sentence == "40 injects are addressed to nobody: N0, N1, N2, N3 and 36 more."


def test_that_injects_of_one_storyline_are_linked_to_its_objective_in_one_go():
    plan = imported(20)
    in_story = tuple(
        each._replace(strand_id="inc" if place < 12 else None)
        for place, each in enumerate(plan.injects)
    )
    linked, other = CHECKS["COV06"].problems(replace(plan, injects=in_story))
    assert (len(linked.fix.ids), linked.fix.value) == (12, ("TO",))
    assert (len(other.ids), other.fix) == (8, None)


def test_that_objectives_written_before_the_script_are_one_row():
    objectives = tuple(
        rows.Objective(f"T{each}", "training", "EO", f"T-{each}", f"Task {each}")
        for each in range(20)
    )
    plan = replace(imported(0), objectives=objectives, criteria=(), ratings=(), audiences={})
    for code in ("COV01", "COV02"):
        (found,) = CHECKS[code].problems(plan)
        assert found.severity == "warning"
        assert found.ids == tuple(each.id for each in objectives)
        assert "T-0, T-1, T-2, T-3 and 16 more" in found.sentence


def test_that_one_release_that_keeps_a_partner_out_is_one_row():
    plan = imported(12, marking_releases="[]")
    to_partner = {each.id: ("AUT Coy",) for each in plan.injects}
    (found,) = CHECKS["MRK01"].problems(replace(plan, inject_units=to_partner))
    assert found.sentence == (
        "12 injects go to AUT, who may not see them, for they are NATO UNCLASSIFIED: "
        "N0, N1, N2, N3 and 8 more."
    )
    to_both = {each.id: ("HQ", "AUT Coy") for each in plan.injects}
    known = replace(plan, inject_units=to_both, countries={"AUT": "Austria"})
    (found,) = CHECKS["MRK02"].problems(known)
    assert (found.fix.value, len(found.fix.ids)) == (["AUT"], 12)


def test_that_an_unknown_level_is_one_row_however_often_it_stands():
    (found,) = CHECKS["MRK04"].problems(imported(12, marking_level="UNCLAS"))
    assert found.sentence == (
        "12 injects are marked UNCLAS, which NATO does not have: N0, N1, N2, N3 and 8 more."
    )


def test_that_the_level_of_the_exercise_must_be_one_of_the_policy_too():
    plan = with_facts(SOUND, marking=Marking("NATO", "COSMIC"))
    (found,) = CHECKS["MRK04"].problems(plan)
    assert found.sentence == "The exercise is marked COSMIC, which NATO does not have."


def test_that_test_cases_exchanges_and_capabilities_before_the_script_are_one_row_each():
    cases = tuple(SOUND.trials[0]._replace(id=f"c{each}", code=f"TC-{each}") for each in range(30))
    alone = tuple(each._replace(interoperability_objective_id=None) for each in cases)
    needs = tuple(SOUND.exchanges[0]._replace(id=f"x{each}", inject_id=None) for each in range(30))
    plan = replace(imported(0), trials=alone, exchanges=needs)
    catalogue = tuple(SOUND.capabilities[0]._replace(id=f"k{each}") for each in range(30))
    plan = replace(plan, capabilities=catalogue, held=())
    assert list(CHECKS["CAP01"].problems(plan))
    assert list(CHECKS["CAP03"].problems(plan)) == []
    plan = with_row(plan, "objectives", "TO", capability_area="")
    for code, begins in (
        ("IOP04", "30 test cases are exercised by no inject: TC-0, TC-1"),
        ("IER03", "30 exchanges are exercised by no inject: IER-1"),
        ("CAP03", "30 capabilities are held by no unit: CAP-1"),
    ):
        (found,) = CHECKS[code].problems(plan)
        assert found.sentence.startswith(begins)
    aims = tuple(SOUND.aims[0]._replace(id=f"a{each}", code=f"IO-{each}") for each in range(9))
    (found,) = CHECKS["IOP09"].problems(replace(plan, aims=aims))
    assert found.sentence.startswith("9 interoperability objectives are tested by no test case")
    of_one = (replace(plan, trials=cases), "in any of its 30 test cases.")
    of_two = (replace(plan, trials=cases[:1]), "in its only test case.")
    for plan, ends in (of_one, of_two):
        (found,) = CHECKS["IOP11"].problems(plan)
        assert found.sentence.endswith(ends)


def test_that_criteria_of_one_objective_that_nobody_rated_are_one_row():
    plan = with_facts(replace(SOUND, ratings=()), final=True)
    (found,) = CHECKS["EVA04"].problems(plan)
    assert found.ids == ("C1", "C2")
    assert found.sentence.startswith("Nobody has rated criteria C1 “Orders in time” and C2 ")


def test_that_many_small_differences_between_evaluators_are_one_row():
    criteria = tuple(rows.Criterion(f"C{each}", "TO", f"C{each}", "Seen") for each in range(9))
    ratings = tuple(
        rows.Given(evaluator, each.id, None, value, None, 0)
        for each in criteria
        for evaluator, value in (("E1", "P"), ("E2", "S"))
    )
    (found,) = CHECKS["EVA07"].problems(replace(SOUND, criteria=criteria, ratings=ratings))
    assert found.sentence == (
        "Evaluators are one step apart on 9 criteria: C0, C1, C2, C3 and 5 more."
    )


def test_that_what_was_never_entered_is_one_row():
    cases = tuple(SOUND.trials[0]._replace(id=f"c{each}", code=f"TC-{each}") for each in range(9))
    bare = replace(SOUND, trials=tuple(each._replace(edition="") for each in cases))
    (found,) = CHECKS["IOP08"].problems(bare)
    assert found.sentence.startswith("9 test cases name no edition of STANAG 5516: TC-0, TC-1")
    assert (found.fix.value, len(found.fix.ids)) == ("Ed B", 9)
    nameless = replace(SOUND, trials=tuple(each._replace(standard_id=None) for each in cases))
    (found,) = CHECKS["IOP01"].problems(nameless)
    assert found.sentence.startswith("9 test cases name no standard: TC-0")
    aimless = tuple(each._replace(interoperability_objective_id=None) for each in cases)
    (found,) = CHECKS["IOP13"].problems(replace(SOUND, trials=aimless))
    assert (found.fix.value, len(found.fix.ids)) == ("aim", 9)
    serials = tuple(
        SOUND.authorities[0]._replace(id=f"r{each}", code=f"ROE {each}", basis="")
        for each in range(9)
    )
    (found,) = CHECKS["LEG08"].problems(replace(SOUND, authorities=serials))
    assert found.sentence.startswith("9 serials rest on no legal basis: ROE 0")
    aims = tuple(SOUND.aims[0]._replace(id=f"a{each}", objective_id=None) for each in range(9))
    (found,) = CHECKS["IOP12"].problems(replace(SOUND, aims=aims))
    assert found.sentence.startswith("9 interoperability objectives serve no objective")


def test_that_nations_and_objectives_left_out_of_the_weighing_are_one_row_each():
    nations = tuple(party(f"N{each}") for each in range(9))
    (found,) = CHECKS["CON03"].problems(plus(SOUND, "participants", *nations))
    assert found.sentence.startswith("9 nations have not said what the objectives are worth")
    more = tuple(
        rows.Objective(f"T{each}", "training", "EO", f"T-{each}", "x") for each in range(9)
    )
    (found,) = CHECKS["CON04"].problems(plus(SOUND, "objectives", *more))
    assert found.sentence.startswith("Nobody has said what 9 objectives are worth: T-0")


def test_that_an_order_that_comes_too_late_for_many_units_is_one_row():
    units = [unit(f"Coy {each}", "NOR", "NOR Bn", None, required_by=0) for each in range(9)]
    plan = with_facts(plus(SOUND, "units", *units), activation=-1440)
    (found,) = CHECKS["FOR07"].problems(plan)
    assert found.sentence.startswith("13 units cannot be there when they are needed: ")
    assert found.why.endswith("it would have to be given by STARTEX-6 2000.")


def test_that_requests_and_questions_without_answer_are_one_row_each():
    asked = [partner_rows.Contribution(f"q{each}", "AUT", f"Item {each}", "", 1, None)
             for each in range(9)]  # fmt: skip
    (found,) = CHECKS["BUR02"].problems(plus(SOUND, "contributions", *asked))
    assert found.sentence.startswith("9 requests for contributions are not answered: AUT “Item 0”")
    nations = [party(f"N{each}") for each in range(9)]
    plan = plus(SOUND, "participants", *nations)
    (found,) = CHECKS["CON08"].problems(plan)
    assert found.sentence.startswith("9 nations were not asked whether they concur with “Exspec”")
    put = [partner_rows.Concurrence(f"p{each}", f"N{each}", "EXPLAN", "asked", None, None)
           for each in range(9)]  # fmt: skip
    (found,) = CHECKS["CON06"].problems(
        replace(plus(plan, "concurrences", *put), today="2026-09-04")
    )
    assert found.sentence.startswith(
        "10 participants have not answered on the product “Explan”, due on 2026-09-03: AUT, N0"
    )


def test_that_arrivals_that_an_order_makes_impossible_are_one_row():
    units = [unit(f"Coy {each}", "NOR", "NOR Bn", None, arrival=-1440) for each in range(9)]
    plan = with_facts(plus(SOUND, "units", *units), activation=-1441)
    soon = [each for each in CHECKS["FOR11"].problems(plan) if "Coy 0" in each.ids]
    assert [each.sentence for each in soon] == [
        "9 units are to arrive sooner than they can move: Coy 0, Coy 1, Coy 2, Coy 3 and 5 more."
    ]


def test_that_partners_without_arrangements_are_one_row():
    partners = [party(f"P{each}", "PfP") for each in range(9)]
    offers = [partner_rows.Contribution(f"o{each}", f"P{each}", "Coy", "", 1, 1)
              for each in range(9)]  # fmt: skip
    plan = plus(plus(SOUND, "participants", *partners), "contributions", *offers)
    (found,) = CHECKS["PAR05"].problems(plan)
    assert found.sentence.startswith("9 partners contribute under no arrangement: P0, P1")


def test_that_technologies_wait_for_the_script():
    plan = replace(SOUND, inject_trials={})
    assert list(CHECKS["CAP04"].problems(plan))
    assert list(CHECKS["CAP04"].problems(replace(plan, injects=()))) == []


def test_that_test_cases_without_sides_and_objectives_without_standard_are_one_row_each():
    cases = tuple(SOUND.trials[0]._replace(id=f"c{each}", code=f"TC-{each}", consumer_id=None)
                  for each in range(9))  # fmt: skip
    (found,) = CHECKS["IOP02"].problems(replace(SOUND, trials=cases))
    assert found.sentence.startswith("9 test cases name no consumer: TC-0")
    aims = tuple(SOUND.aims[0]._replace(id=f"a{each}", standard_id=None) for each in range(9))
    (found,) = CHECKS["IOP10"].problems(replace(SOUND, aims=aims))
    assert found.sentence.startswith("9 interoperability objectives name no standard: IO-1")
