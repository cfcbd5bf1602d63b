"""Which technologies a plan claims, by whom, and which injects put them to the test."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from exerciseplanner.domain.checks import exchange_rows, rows
from exerciseplanner.domain.checks.plan import Plan, by_id

TECHNOLOGY = "technology"
"""The kind of term that names technologies."""


class Claim(NamedTuple):
    """A technology by its code, the row that claims it, and how a sentence names that row."""

    code: str
    noun: str
    id: str
    name: str


class _Claimant(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def technologies(self) -> str: ...


def technologies_of(plan: Plan, threat: rows.Threat) -> tuple[str, ...]:
    """The codes of the technologies that enable a threat; words that name none are left out."""
    codes = plan.once("technologies by their words", _by_words)
    parts = (part.strip().casefold() for part in re.split(r"[,;/]", threat.technology))
    return tuple(codes[part] for part in parts if part in codes)


def _by_words(plan: Plan) -> dict[str, str]:
    """The code of every technology by its name and by itself, in small letters."""
    known = plan.terms.get(TECHNOLOGY, {})
    codes = {term.name.casefold(): code for code, term in known.items()}
    return codes | {code.casefold(): code for code in known}


def claims(plan: Plan) -> Iterator[Claim]:
    """What threats, objectives, systems and capabilities that somebody holds claim."""
    held = {each.capability_id for each in plan.held}
    holding = (each for each in plan.capabilities if each.id in held)
    for threat in plan.threats:
        for code in technologies_of(plan, threat):
            yield Claim(code, "threat", threat.id, threat.code or threat.title)
    claimants: tuple[tuple[str, Iterable[_Claimant]], ...] = (
        ("objective", plan.objectives),
        ("system", plan.systems),
        ("capability", holding),
    )
    for noun, listed in claimants:
        for each in listed:
            for code in rows.listed_codes(each.technologies):
                yield Claim(code, noun, each.id, each.code or each.title)


def played(plan: Plan) -> dict[str, tuple[str, ...]]:
    """The live injects that play each technology: through an objective, a threat or a test case."""
    trials = by_id(plan.trials)
    found: dict[str, list[str]] = defaultdict(list)
    for inject in plan.live:
        codes: set[str] = set()
        for objective in plan.inject_objectives.get(inject.id, ()):
            codes.update(rows.listed_codes(plan.objective[objective].technologies))
        for threat in plan.inject_threats.get(inject.id, ()):
            codes.update(technologies_of(plan, plan.threat[threat]))
        for trial in (trials[each] for each in plan.inject_trials.get(inject.id, ())):
            codes.update(_of_systems(plan, trial))
        for code in codes:
            found[code].append(inject.id)
    return {code: tuple(ids) for code, ids in found.items()}


def _of_systems(plan: Plan, trial: exchange_rows.Trial) -> Iterator[str]:
    for system in (trial.provider_system_id, trial.consumer_system_id):
        if system in plan.system:
            yield from rows.listed_codes(plan.system[system].technologies)
