"""Checks of who tests with whom: paths between the sides, mediators, what belongs to whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from exerciseplanner.domain.checks import exchange_rows
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.checks.registry import Finding, Fix, Reference, check
from exerciseplanner.domain.exchange_paths import Holding, Network, Protocol
from exerciseplanner.domain.interoperability import TestResult, overall_result
from exerciseplanner.domain.wording import series

_NOUN = "test_case"
_SIDES = ("provider", "consumer")
_MEDIATOR = "the mediator"

Trial = exchange_rows.Trial
End = tuple[str | None, str | None, str | None]


def _end(trial: Trial, side: str) -> End:
    """Participant, unit and system of one side."""
    if side == "provider":
        return trial.provider_id, trial.provider_unit_id, trial.provider_system_id
    return trial.consumer_id, trial.consumer_unit_id, trial.consumer_system_id


class _Holdings:
    """What systems, units and participants hold, and the paths that it opens."""

    def __init__(self, plan: Plan) -> None:
        alike: dict[str, dict[tuple[object, ...], Holding]] = defaultdict(dict)
        self._networks: dict[str, Network] = {}
        often = Counter(each.called for each in plan.units)
        every: list[Holding] = []
        for each in plan.standards_held:
            unit = plan.unit[each.unit_id]
            name = unit.called if often[unit.called] == 1 else unit.name
            protocol = Protocol(plan.standard[each.standard_id].code, each.edition)
            holding = Holding(name, protocol, each.role, bool(each.gateway))
            every.append(holding)
            for owner in {unit.id, each.system_id, unit.participant_id} - {None}:
                kind = (protocol, each.role, each.gateway)  # one of a kind is enough for a path
                alike[owner or ""].setdefault(kind, holding)
        self.of = {owner: tuple(kinds.values()) for owner, kinds in alike.items()}
        self._every = tuple(every)

    def at(self, end: End) -> Sequence[Holding]:
        """What one side of a test case holds, by the narrowest of what is named."""
        party, unit, system = end
        named = next((each for each in (system, unit, party) if each), "")
        return self.of.get(named) or self.of.get(unit if system and unit else "", ())

    def network(self, mediator_id: str | None) -> Network:
        """All gateways, and whatever the mediator holds as if it passed it on."""
        known = mediator_id or ""
        if known not in self._networks:
            lent = self.of.get(known, ())  # as one gateway, whichever of its units holds them
            passed = (Holding(_MEDIATOR, each.protocol, each.role, True) for each in lent)
            self._networks[known] = Network((*self._every, *passed))
        return self._networks[known]


@check(
    "IOP14", "Test case whose sides cannot exchange", "warning", "interoperability",
    why="By what the sides hold nothing can get across.",
    remedy="Equip a side, test by a standard that both hold, or name a mediator that holds both.",
)  # fmt: skip
def sides_cannot_exchange(plan: Plan) -> Iterator[Finding]:
    """Test cases between sides that hold standards which do not meet, mediator counted in."""
    held = plan.once("holdings", _Holdings)
    for each in plan.trials:
        standard = plan.standard.get(each.standard_id or "")
        if standard is None:
            continue
        provider, consumer = (held.at(_end(each, side)) for side in _SIDES)
        network = held.network(each.mediator_id)
        found = network.exchange(provider, consumer, frozenset({standard.code}))
        if found.expectation == "none":
            with_ = ", not even through its mediator" if each.mediator_id else ""
            text = (
                f"The sides of test case {each.called} cannot exchange by {standard.code}{with_}."
            )
            yield Finding(text, _NOUN, (each.id,), found.missing)


@check(
    "IOP15", "Duplicate test cases", "warning", "interoperability",
    why="The same is tested twice, and counted twice in every rate.",
    remedy="Remove one of them, or state in what they differ, such as the profile.",
)  # fmt: skip
def duplicate_cases(plan: Plan) -> Iterator[Finding]:
    """Test cases with the same sides, mediator, standard, edition, dimension and profile."""
    alike: dict[tuple[object, ...], list[Trial]] = defaultdict(list)
    for each in plan.trials:
        if each.provider_id and each.consumer_id and each.standard_id:
            sides = (_end(each, "provider"), _end(each, "consumer"), each.mediator_id)
            own = (each.standard_id, each.edition, each.dimension, each.profile.casefold())
            alike[(*sides, *own, each.interoperability_objective_id)].append(each)
    for same in alike.values():
        if len(same) > 1:
            parties = [
                plan.party[each or ""].code for each in (same[0].provider_id, same[0].consumer_id)
            ]
            standard = plan.standard[same[0].standard_id or ""].code
            names = series(each.called for each in same)
            text = f"{names} test the same: {parties[0]} to {parties[1]} by {standard}."
            yield Finding(text, _NOUN, tuple(each.id for each in same))


@check(
    "IOP16", "Participant never tested", "warning", "interoperability",
    why="It has to exchange information, and nothing shows beforehand that it can.",
    remedy="Plan a test case with it.",
)  # fmt: skip
def participant_never_tested(plan: Plan) -> Iterator[Finding]:
    """Participants that an information requirement names and no test case does.

    Once the assessment is final, only cases that were carried out count. An exercise without any
    test case does not test, and is asked for none.
    """
    if not plan.trials:
        return
    counted = plan.results.counted if plan.results else ()
    tested = {
        party
        for each in plan.trials
        if not plan.exercise.final or _worst_known(plan, each) in counted
        for party in (each.provider_id, each.consumer_id, each.mediator_id)
    }
    needs: dict[str, list[exchange_rows.Exchange]] = defaultdict(list)
    for need in plan.exchanges:
        ends = (need.producer_id, need.producer_unit_id), (need.consumer_id, need.consumer_unit_id)
        for party, unit in ends:
            owner = party or (plan.unit[unit].participant_id if unit else None)
            if owner and owner not in tested and need not in needs[owner]:
                needs[owner].append(need)
    for party_id, listed in needs.items():
        names = series(each.code or each.product for each in listed)
        lacks = (
            "was in no test that was carried out" if plan.exercise.final else "is in no test case"
        )
        text = f"{plan.party[party_id].name} {lacks}, but has to exchange {names}."
        related = tuple(("exchange_requirement", each.id) for each in listed)
        yield Finding(text, "participant", (party_id,), related=related)


@check(
    "IOP17", "Fielded although its test failed", "warning", "interoperability",
    why="Forces use it, and it did not do in the test what the standard asks.",
    remedy="Have it corrected and tested anew, or dismiss this with how to do without.",
)  # fmt: skip
def fielded_although_failed(plan: Plan) -> Iterator[Finding]:
    """Test cases with the worst result of systems that are fielded or standards that are held."""
    scale = plan.results
    if scale is None or not scale.counted:
        return
    held = {(each.unit_id, each.standard_id) for each in plan.standards_held}
    for each in plan.trials:
        if _worst_known(plan, each) != scale.counted[-1]:
            continue
        fielded = [name for side in _SIDES for name in _fielded(plan, each, side, held)]
        if fielded:
            verb = "is" if len(fielded) == 1 else "are"
            related = tuple(reference for reference, _ in fielded)
            names = series(name for _, name in fielded)
            text = f"{names} {verb} in use, though test case {each.called} failed."
            yield Finding(text[:1].upper() + text[1:], _NOUN, (each.id,), related=related)


def _worst_known(plan: Plan, trial: Trial) -> str:
    """The agreed result, or the worse of both sides' while there is none."""
    scale = plan.results
    if scale is None:
        return ""
    given = (trial.provider_result, trial.consumer_result, trial.result)
    own, other, agreed = (code if code in scale.codes else "" for code in given)
    return overall_result(TestResult(trial.code, "", "", own, other, agreed), scale)


def _fielded(
    plan: Plan, trial: Trial, side: str, held: set[tuple[str, str]]
) -> Iterator[tuple[Reference, str]]:
    _, unit_id, system_id = _end(trial, side)
    system, unit = plan.system.get(system_id or ""), plan.unit.get(unit_id or "")
    if system is not None and system.maturity == "fielded":
        yield ("system", system.id), f"system {system.called}"
    elif unit is not None and (unit.id, trial.standard_id) in held:
        code = plan.standard[trial.standard_id or ""].code
        yield ("unit", unit.id), f"{code} of {unit.called}"


@check(
    "IOP19", "Mediator that is one of the sides", "error", "interoperability",
    why="A mediator passes on between two others.",
    remedy="Name another mediator, or none where the sides exchange directly.",
)  # fmt: skip
def mediator_is_side(plan: Plan) -> Iterator[Finding]:
    """Test cases whose mediator is their provider or their consumer."""
    for each in plan.trials:
        if each.mediator_id in plan.party and each.mediator_id in (
            each.provider_id, each.consumer_id,
        ):  # fmt: skip
            role = "provider" if each.mediator_id == each.provider_id else "consumer"
            code = plan.party[each.mediator_id].code
            fix = Fix("Leave out the mediator", _NOUN, (each.id,), "mediator_id", None)
            text = f"Test case {each.called}: {code} is mediator and {role}."
            yield Finding(text, _NOUN, (each.id,), fix=fix)


@check(
    "IOP20", "Unit or system of another participant", "error", "interoperability",
    why="The result would be counted for a participant that did not take part.",
    remedy="Name the participant that provides it, or a unit and a system of the one named.",
)  # fmt: skip
def end_of_another(plan: Plan) -> Iterator[Finding]:
    """Test cases in which a unit is not of its participant, or a system not of its unit."""
    for each in plan.trials:
        said = [text for side in _SIDES for text in _misfits(plan, each, side)]
        if said:
            text = f"Test case {each.called}: {'; '.join(said)}."
            yield Finding(text, _NOUN, (each.id,))


def _misfits(plan: Plan, trial: Trial, side: str) -> Iterator[str]:
    party_id, unit_id, system_id = _end(trial, side)
    unit, system = plan.unit.get(unit_id or ""), plan.system.get(system_id or "")
    party = plan.party.get(party_id or "")
    owner = plan.unit.get(system.unit_id or "") if system else None
    if system is not None and owner is not None and unit is not None and owner.id != unit.id:
        name = system.code or system.title
        yield f"the {side}'s system {name} is of {owner.called}, not of {unit.called}"
    found = unit or owner
    provider = plan.party.get(found.participant_id or "") if found else None
    if party is not None and provider is not None and found and provider.id != party.id:
        yield f"the {side} is {party.code}, but {found.called} is of {provider.code}"
