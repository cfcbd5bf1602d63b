"""Checks of interoperability objectives: standards, test cases, injects and what they serve."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from exerciseplanner.domain.checks import exchange_rows
from exerciseplanner.domain.checks.gathering import gathered
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.checks.registry import Finding, Fix, check
from exerciseplanner.domain.wording import series

_NOUN = "interoperability_objective"
_CASE = "test_case"

Cases = dict[str, list[exchange_rows.Trial]]


def _cases(plan: Plan) -> Cases:
    found: Cases = defaultdict(list)
    for each in plan.trials:
        if each.interoperability_objective_id:
            found[each.interoperability_objective_id].append(each)
    return found


@check(
    "IOP09", "Interoperability objective without test case", "warning", "interoperability",
    why="Nothing shows whether an objective that is not tested is reached.",
    remedy="Plan a test case between two participants that have to exchange.",
)  # fmt: skip
def aim_without_case(plan: Plan) -> Iterator[Finding]:
    """Interoperability objectives that no test case tests."""
    cases = _cases(plan)
    return gathered(
        (
            (
                each.code or each.title,
                Finding(
                    f"No test case tests interoperability objective {each.called}.",
                    _NOUN, (each.id,),
                ),
            )
            for each in plan.aims
            if each.id not in cases
        ),
        lambda number, names: (
            f"{number} interoperability objectives are tested by no test case: {names}."
        ),
    )  # fmt: skip


@check(
    "IOP10", "Interoperability objective without standard", "warning", "interoperability",
    why="Without a standard and its edition nobody can say what is to fit together.",
    remedy="Name the standard.",
)  # fmt: skip
def aim_without_standard(plan: Plan) -> Iterator[Finding]:
    """Interoperability objectives that name no standard, with the one that its test cases name."""
    cases = _cases(plan)
    return gathered(
        (
            (each.code or each.title, _unstandardised(plan, each, cases.get(each.id, [])))
            for each in plan.aims
            if each.standard_id not in plan.standard
        ),
        lambda number, names: f"{number} interoperability objectives name no standard: {names}.",
    )


def _unstandardised(
    plan: Plan, aim: exchange_rows.Aim, cases: list[exchange_rows.Trial]
) -> Finding:
    tested = {case.standard_id for case in cases} & plan.standard.keys()
    fix = None
    if len(tested) == 1:
        standard = plan.standard[tested.pop() or ""]
        label = f"Name {standard.code}, as its test cases do"
        fix = Fix(label, _NOUN, (aim.id,), "standard_id", standard.id)
    text = f"Interoperability objective {aim.called} names no standard."
    return Finding(text, _NOUN, (aim.id,), fix=fix)


@check(
    "IOP11", "Interoperability objective not exercised", "warning", "interoperability",
    why="Nothing in the script makes anybody exchange what is to be tested.",
    remedy="Link an inject to a test case of each.",
)  # fmt: skip
def aim_not_exercised(plan: Plan) -> Iterator[Finding]:
    """Interoperability objectives none of whose test cases comes in a live inject."""
    exercised = {each for inject in plan.live for each in plan.inject_trials.get(inject.id, ())}
    cases = _cases(plan)
    return gathered(
        (
            (each.code or each.title, _unexercised(each, own))
            for each in plan.aims
            if (own := cases.get(each.id)) and not any(case.id in exercised for case in own)
        ),
        lambda number, names: (
            f"{number} interoperability objectives are exercised by no inject: {names}."
        ),
    )


def _unexercised(aim: exchange_rows.Aim, cases: list[exchange_rows.Trial]) -> Finding:
    number = f"any of its {len(cases)} test cases" if len(cases) > 1 else "its only test case"
    text = f"No inject exercises interoperability objective {aim.called} in {number}."
    related = tuple((_CASE, case.id) for case in cases)
    return Finding(text, _NOUN, (aim.id,), related=related)


@check(
    "IOP12", "Interoperability objective that serves none", "note", "interoperability",
    why="What serves nothing is tested for its own sake; no objective of the exercise rests on it.",
    remedy="Say which objective of the exercise each serves.",
)  # fmt: skip
def aim_serves_nothing(plan: Plan) -> Iterator[Finding]:
    """Interoperability objectives that serve no objective of the exercise."""
    return gathered(
        (
            (
                each.code or each.title,
                Finding(
                    f"Interoperability objective {each.called} serves no objective of the "
                    "exercise.",
                    _NOUN, (each.id,),
                ),
            )
            for each in plan.aims
            if each.objective_id not in plan.objective
        ),
        lambda number, names: (
            f"{number} interoperability objectives serve no objective of the exercise: {names}."
        ),
    )  # fmt: skip


@check(
    "IOP13", "Test case without objective", "note", "interoperability",
    why="Nobody can say what the result is for.",
    remedy="Say which interoperability objective each test case tests.",
)  # fmt: skip
def case_without_aim(plan: Plan) -> Iterator[Finding]:
    """Test cases that belong to no interoperability objective, in plans that have some."""
    aims: dict[str | None, list[exchange_rows.Aim]] = defaultdict(list)
    for aim in plan.aims:
        aims[aim.standard_id].append(aim)
    return gathered(
        (
            (
                each.code or each.title,
                _aimless(each, aims.get(each.standard_id, []) if each.standard_id else []),
            )
            for each in plan.trials
            if plan.aims and not each.interoperability_objective_id
        ),
        lambda number, names: f"{number} test cases test no interoperability objective: {names}.",
    )


def _aimless(case: exchange_rows.Trial, fitting: list[exchange_rows.Aim]) -> Finding:
    """A test case without objective, with the one objective of its standard if there is one."""
    fix = None
    if len(fitting) == 1:
        label = f"Let it test {fitting[0].code or fitting[0].title}, of the same standard"
        fix = Fix(label, _CASE, (case.id,), "interoperability_objective_id", fitting[0].id)
    text = f"Test case {case.called} tests no interoperability objective."
    return Finding(text, _CASE, (case.id,), fix=fix)


@check(
    "IOP18", "Edition that is not the current one", "warning", "interoperability",
    why="The catalogue knows another edition as the current one; editions of one standard do not "
    "always understand each other.",
    remedy="Test by the current edition, or correct the catalogue.",
)  # fmt: skip
def edition_superseded(plan: Plan) -> Iterator[Finding]:
    """Test cases and interoperability objectives that state another edition than the catalogue."""
    for noun, listed in (("test_case", plan.trials), (_NOUN, plan.aims)):
        other: dict[tuple[str, str], list[exchange_rows.Trial | exchange_rows.Aim]]
        other = defaultdict(list)
        for each in listed:
            standard = plan.standard.get(each.standard_id or "")
            if standard and _is_other(each.edition, standard.edition):
                other[standard.id, each.edition].append(each)
        for (standard_id, edition), same in other.items():
            standard = plan.standard[standard_id]
            names = series(each.code or each.title for each in same)
            state = "states" if len(same) == 1 else "state"
            text = f"{names} {state} {standard.code} {edition}; current is {standard.edition}."
            ids = tuple(each.id for each in same)
            fix = Fix(f"State {standard.edition}", noun, ids, "edition", standard.edition)
            yield Finding(text, noun, ids, related=(("standard", standard_id),), fix=fix)


def _is_other(edition: str, current: str) -> bool:
    return bool(edition and current) and _plain(edition) != _plain(current)


def _plain(edition: str) -> str:
    """An edition without what writers set differently: Ed. 4 and Edition 4 are one."""
    words = edition.casefold().replace(".", " ").split()
    return " ".join("ed" if word == "edition" else word for word in words)
