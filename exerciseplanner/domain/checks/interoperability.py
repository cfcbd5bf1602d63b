"""Checks of test cases: sides, standards, injects and results that fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from exerciseplanner.domain.checks import exchange_rows
from exerciseplanner.domain.checks.gathering import Named, all_say, gathered
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.checks.registry import Finding, Fix, check
from exerciseplanner.domain.interoperability import TestResult, disparities
from exerciseplanner.domain.wording import series

_NOUN = "test_case"
_PAST = ("superseded", "deleted", "cancelled", "legacy", "withdrawn", "obsolete", "retired")
_DIFFERING = "sides differ"
_FUTURE = ("draft", "study", "development", "proposed", "ratification", "(fd)", "(rd)")


@check(
    "IOP01", "Test case without standard", "warning", "interoperability",
    why="Without a standard and its edition nobody can say what was tested.",
    remedy="Name the standard.",
)  # fmt: skip
def trial_without_standard(plan: Plan) -> Iterator[Finding]:
    """Test cases that name no standard."""
    return gathered(
        (
            (
                each.code or each.title,
                Finding(f"Test case {each.called} names no standard.", _NOUN, (each.id,)),
            )
            for each in plan.trials
            if each.standard_id not in plan.standard
        ),
        lambda number, names: f"{number} test cases name no standard: {names}.",
    )


@check(
    "IOP02", "Test case without two sides", "warning", "interoperability",
    why="Interoperability is tested between a provider and a consumer.",
    remedy="Name both participants.",
)  # fmt: skip
def trial_without_sides(plan: Plan) -> Iterator[Finding]:
    """Test cases that lack a provider or a consumer."""
    alike: dict[str, list[Named]] = defaultdict(list)
    for each in plan.trials:
        lacking = " and no ".join(
            name
            for name, side in (("provider", each.provider_id), ("consumer", each.consumer_id))
            if side not in plan.party
        )
        if lacking:
            found = Finding(f"Test case {each.called} names no {lacking}.", _NOUN, (each.id,))
            alike[lacking].append((each.code or each.title, found))
    for lacking, listed in alike.items():
        yield from gathered(listed, all_say(f"test cases name no {lacking}"))


@check(
    "IOP03", "Provider tests with itself", "error", "interoperability",
    why="A participant that exchanges with itself proves no interoperability.",
    remedy="Name another provider or another consumer.",
)  # fmt: skip
def trial_with_itself(plan: Plan) -> Iterator[Finding]:
    """Test cases whose provider is their consumer, but for two units or systems of one nation."""
    for each in plan.trials:
        if each.provider_id in plan.party and each.provider_id == each.consumer_id:
            if _are_two(plan, each):
                continue
            code = plan.party[each.provider_id].code
            text = f"Test case {each.called}: {code} is provider and consumer."
            yield Finding(text, _NOUN, (each.id,))


def _are_two(plan: Plan, trial: exchange_rows.Trial) -> bool:
    """Whether a test case names two units or systems of the nation: its services test jointly."""
    units = {trial.provider_unit_id, trial.consumer_unit_id}
    systems = {trial.provider_system_id, trial.consumer_system_id}
    own = {each for each in units if _is_of(plan, each, trial.provider_id)}
    held = {
        each
        for each in systems
        if each in plan.system and _is_of(plan, plan.system[each].unit_id, trial.provider_id)
    }
    return len(own) == 2 or len(held) == 2


def _is_of(plan: Plan, unit_id: str | None, party_id: str | None) -> bool:
    return unit_id in plan.unit and plan.unit[unit_id].participant_id == party_id


@check(
    "IOP04", "Test case without inject", "warning", "interoperability",
    why="Nothing in the script makes the two sides exchange anything.",
    remedy="Link an inject in which they have to, or test apart and dismiss this with that reason.",
)  # fmt: skip
def trial_without_inject(plan: Plan) -> Iterator[Finding]:
    """Test cases that no live inject exercises, though others of their objective are."""
    exercised = {each for inject in plan.live for each in plan.inject_trials.get(inject.id, ())}
    begun = {each.interoperability_objective_id for each in plan.trials if each.id in exercised}
    return gathered(
        (
            (
                each.code or each.title,
                Finding(f"No inject exercises test case {each.called}.", _NOUN, (each.id,)),
            )
            for each in plan.trials
            if each.id not in exercised
            and (
                not each.interoperability_objective_id
                or each.interoperability_objective_id in begun
            )
        ),
        lambda number, names: f"{number} test cases are exercised by no inject: {names}.",
    )


@check(
    "IOP05", "Results that do not fit", "warning", "interoperability",
    why="Both sides must agree on a result that what they report bears out.",
    remedy="Let both sides agree on a result, and record the shortfall if there is one.",
)  # fmt: skip
def trial_results_differ(plan: Plan) -> Iterator[Finding]:
    """Test cases whose results contradict one another."""
    if plan.results is None:
        return
    for each in plan.trials:
        result = _result(plan, each)
        said = disparities(result, plan.results)
        if result.result and said and said[-1].startswith(_DIFFERING):
            said = said[:-1]  # they differed, and have agreed since
        if said:
            text = f"Results of {each.called} do not fit: {'; '.join(said)}."
            yield Finding(text, _NOUN, (each.id,))


def _result(plan: Plan, trial: exchange_rows.Trial) -> TestResult:
    known = plan.results.codes if plan.results else ()
    given = (trial.provider_result, trial.consumer_result, trial.result)
    provider, consumer, agreed = (code if code in known else "" for code in given)
    sides = [plan.party.get(each or "") for each in (trial.provider_id, trial.consumer_id)]
    names = [party.code if party else "" for party in sides]
    return TestResult(
        trial.code, names[0], names[1], provider, consumer, agreed, bool(trial.shortfall)
    )


def _by_status(
    plan: Plan, words: tuple[str, ...]
) -> Iterator[tuple[exchange_rows.Standard, list[str]]]:
    """Standards in use whose status holds one of the words, with the test cases by them."""
    for standard in plan.standards:
        if _has_status(standard, words):
            used = [each.id for each in plan.trials if each.standard_id == standard.id]
            if used:
                yield standard, used


def _has_status(standard: exchange_rows.Standard, words: tuple[str, ...]) -> bool:
    return any(word in standard.status.lower() for word in words)


def _on_standard(
    plan: Plan, standard: exchange_rows.Standard, used: list[str], says: str
) -> Finding:
    codes = series(
        each.code or each.title for each in plan.trials if each.standard_id == standard.id
    )
    text = f"{codes} {'rest' if len(used) > 1 else 'rests'} on {standard.code}, which {says}."
    return Finding(text, _NOUN, tuple(used), related=(("standard", standard.id),))


@check(
    "IOP06", "Standard out of force", "warning", "interoperability",
    why="A result against it says nothing about what the forces will use.",
    remedy="Test against the standard or edition that took its place.",
)  # fmt: skip
def standard_out_of_force(plan: Plan) -> Iterator[Finding]:
    """Superseded, cancelled or deleted standards on which test cases or objectives rest."""
    for standard, used in _by_status(plan, _PAST):
        yield _on_standard(plan, standard, used, f"is no longer in force ({standard.status})")
    tested = {(each.interoperability_objective_id, each.standard_id) for each in plan.trials}
    for aim in plan.aims:
        found = plan.standard.get(aim.standard_id or "")
        if found and _has_status(found, _PAST) and (aim.id, found.id) not in tested:
            text = f"{aim.called} rests on {found.code}, which is no longer in force "
            related = (("standard", found.id),)
            yield Finding(
                f"{text}({found.status}).", "interoperability_objective", (aim.id,), related=related
            )


@check(
    "IOP07", "Standard not yet promulgated", "note", "interoperability",
    why="A draft may change until it is promulgated; nations need not have it.",
    remedy="Record the edition that was tested, and look whether it has been promulgated since.",
)  # fmt: skip
def standard_not_promulgated(plan: Plan) -> Iterator[Finding]:
    """Drafts and studies on which test cases rest."""
    for standard, used in _by_status(plan, _FUTURE):
        yield _on_standard(plan, standard, used, f"is not yet promulgated ({standard.status})")


@check(
    "IOP08", "Test case without edition", "note", "interoperability",
    why="Editions of one standard do not always understand each other.",
    remedy="State the edition that both sides use.",
)  # fmt: skip
def trial_without_edition(plan: Plan) -> Iterator[Finding]:
    """Test cases that name a standard but not its edition."""
    alike: dict[str, list[Named]] = defaultdict(list)
    for each in plan.trials:
        standard = plan.standard.get(each.standard_id or "")
        if standard is None or each.edition:
            continue
        text = f"Test case {each.called} names no edition of {standard.code}."
        fix = Fix(f"State {standard.edition}", _NOUN, (each.id,), "edition", standard.edition)
        found = Finding(text, _NOUN, (each.id,), fix=fix if standard.edition else None)
        alike[standard.code].append((each.code or each.title, found))
    for code, listed in alike.items():
        yield from gathered(listed, all_say(f"test cases name no edition of {code}"))
