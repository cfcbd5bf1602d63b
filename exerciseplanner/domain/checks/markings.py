"""Checks of markings: levels that are too high or unknown, and addressees who may not see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from exerciseplanner.domain.checks import rows
from exerciseplanner.domain.checks.gathering import Named, all_say, gathered
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.checks.registry import Finding, Fix, check
from exerciseplanner.domain.marking import marking_lines, may_see
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.wording import series


def _reached(plan: Plan) -> Iterator[tuple[rows.Inject, list[rows.Party], list[rows.Party]]]:
    """Coming injects with the participants addressed, and those of them who may not see it."""
    policy = plan.policy
    for inject in plan.coming if policy else ():
        if policy is None or not plan.is_delivered(inject):
            continue
        marking = plan.marking_of(inject)
        parties = [plan.party[each] for each in plan.parties_addressed(inject)]
        try:
            barred = [
                party
                for party in parties
                if not plan.is_allied(party)
                and not may_see(marking, (party.code, *party.frameworks), policy)
            ]
        except Refusal:
            continue
        yield inject, parties, barred


def _release(plan: Plan, inject: rows.Inject) -> str:
    if plan.policy is None:
        return ""
    try:
        return " ".join(filter(None, marking_lines(plan.marking_of(inject), plan.policy)))
    except Refusal:
        return inject.marking_level


@check(
    "MRK01", "Inject that nobody addressed may see", "error", "markings",
    why="The release names none of those to whom this is to be delivered.",
    remedy="Widen the release, or address units that may see it.",
)  # fmt: skip
def inject_seen_by_nobody(plan: Plan) -> Iterator[Finding]:
    """Coming injects released to none of the participants whose units they address."""
    alike: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for inject, parties, barred in _reached(plan):
        if parties and len(barred) == len(parties):
            to, release = series(party.code for party in parties), _release(plan, inject)
            text = f"Inject {inject.called} goes to {to}, who may not see it: it is {release}."
            found = Finding(text, "inject", (inject.id,), related=_as_related(barred))
            alike[to, release].append((inject.serial or inject.title, found))
    for (to, release), listed in alike.items():
        says = f"injects go to {to}, who may not see them, for they are {release}"
        yield from gathered(listed, all_say(says))


@check(
    "MRK02", "Inject that an addressee may not see", "warning", "markings",
    why="The release does not name everybody to whom this is to be delivered.",
    remedy="Widen the release, leave the addressee out, or write a version that may be released.",
)  # fmt: skip
def inject_not_seen_by_all(plan: Plan) -> Iterator[Finding]:
    """Coming injects that are released to some of those addressed, and not to others."""
    alike: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for inject, parties, barred in _reached(plan):
        if 0 < len(barred) < len(parties):
            units = series(
                _of(unit, party)
                for party in barred
                for unit in plan.parties_addressed(inject)[party.id]
            )
            release = _release(plan, inject)
            text = (
                f"Inject {inject.called} also goes to {units}, who may not see it: it is {release}."
            )
            fix, related = _fix_release(plan, inject, barred), _as_related(barred)
            found = Finding(text, "inject", (inject.id,), related=related, fix=fix)
            alike[units, release].append((inject.serial or inject.title, found))
    for (units, release), listed in alike.items():
        says = f"injects also go to {units}, who may not see them, for they are {release}"
        yield from gathered(listed, all_say(says))


def _of(unit: rows.Unit, party: rows.Party) -> str:
    return unit.called if party.code in unit.called else f"{unit.called} ({party.code})"


def _fix_release(plan: Plan, inject: rows.Inject, barred: list[rows.Party]) -> Fix | None:
    """Release it to them too, where each is a nation or an audience that a marking can name."""
    audiences = plan.policy.audiences if plan.policy else ()
    known = {*plan.countries, *(each.code for each in audiences)}
    codes = [party.code for party in barred]
    if not inject.marking_level or not known.issuperset(codes):
        return None
    releases = sorted({*rows.listed_codes(inject.marking_releases), *codes})
    label = f"Release to {series(codes)} too"
    return Fix(label, "inject", (inject.id,), "marking_releases", releases)


def _as_related(parties: list[rows.Party]) -> tuple[tuple[str, str], ...]:
    return tuple(("participant", party.id) for party in parties)


@check(
    "MRK03", "Inject marked above the exercise", "warning", "markings",
    why="Every paper with such an inject takes its level, above that of the exercise.",
    remedy="Lower the marking of each inject, or raise that of the exercise.",
)  # fmt: skip
def inject_above_exercise(plan: Plan) -> Iterator[Finding]:
    """Live injects with a higher level than the exercise."""
    own = plan.exercise.marking.level
    ceiling = plan.rank(own)
    alike: dict[str, list[Named]] = defaultdict(list)
    for each in plan.live if ceiling is not None else ():
        rank = plan.rank(each.marking_level)
        if rank is not None and ceiling is not None and rank > ceiling:
            text = f"Inject {each.called} is marked {each.marking_level}, the exercise {own}."
            found = Finding(text, "inject", (each.id,))
            alike[each.marking_level].append((each.serial or each.title, found))
    for level, listed in alike.items():
        says = f"injects are marked {level}, the exercise {own}"
        yield from gathered(listed, all_say(says))


@check(
    "MRK04", "Unknown level", "error", "markings",
    why="A level that the policy in force does not have cannot be put together with any other.",
    remedy="Choose a level of the policy in force.",
)  # fmt: skip
def unknown_level(plan: Plan) -> Iterator[Finding]:
    """Injects, or the exercise, marked with a level that the policy in force does not have."""
    if plan.policy is None:
        return
    facts, rest = plan.exercise, f"which {plan.policy.name} does not have"
    if facts.marking.level and plan.rank(facts.marking.level) is None:
        text = f"The exercise is marked {facts.marking.level}, {rest}."
        yield Finding(text, "exercise", (facts.id,))
    alike: dict[str, list[Named]] = defaultdict(list)
    for each in plan.live:
        if each.marking_level and plan.rank(each.marking_level) is None:
            text = f"Inject {each.called} is marked {each.marking_level}, {rest}."
            found = Finding(text, "inject", (each.id,))
            alike[each.marking_level].append((each.serial or each.title, found))
    for level, listed in alike.items():
        yield from gathered(listed, all_say(f"injects are marked {level}, {rest}"))
