"""Checks of participants: partners without the agreement that their part in the play needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from exerciseplanner.domain.checks import partner_rows, rows
from exerciseplanner.domain.checks.covering import cover, is_with
from exerciseplanner.domain.checks.gathering import gathered
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.checks.registry import Finding, check
from exerciseplanner.domain.participants import is_member_on
from exerciseplanner.domain.wording import counted, series

SOFA, SECURITY = "SOFA", "SECURITY"
"""Kinds of agreement: status of forces, and protection of exchanged information."""

ARRANGEMENTS = ("MOU", "TA", "HNS", "ACSA", "BILATERAL", "MULTILATERAL")
"""Kinds of agreement under which participants provide something."""

_PASSING = ("TOA", "LOI")
"""Kinds that begin or end by their nature while others hold: command from a day, an intent."""

_PARTS = ("ose", "oce", "ode", "host", "observer", "sponsor")
"""Roles that are a part in the exercise without units, tests or contributions."""


def _partners(plan: Plan) -> Iterator[rows.Party]:
    return (each for each in plan.participants if not plan.is_allied(each))


def _addressed(plan: Plan) -> dict[str, list[rows.Inject]]:
    """The coming injects that are delivered to units of each participant."""
    found: dict[str, list[rows.Inject]] = defaultdict(list)
    for inject in plan.coming:
        if plan.is_delivered(inject):
            for party in plan.parties_addressed(inject):
                found[party].append(inject)
    return found


def _accords(plan: Plan, party: rows.Party, kind: str) -> list[rows.Accord]:
    return [each for each in plan.agreements if each.kind == kind and party.id in each.parties]


@check(
    "PAR01", "Partner without status of forces", "warning", "partners",
    why="Without a status-of-forces agreement its people have no agreed status on the host's "
    "territory while they play.",
    remedy="Enter the agreement that covers it, have it joined to one, or address another unit.",
)  # fmt: skip
def partner_without_sofa(plan: Plan) -> Iterator[Finding]:
    """Partner nations addressed by coming injects without a SOFA for the whole exercise."""
    addressed = _addressed(plan)
    hosts = {each.id for each in plan.participants if each.role == "host"}
    for party in _partners(plan):
        injects = addressed.get(party.id, [])
        if party.kind != "nation" or party.role == "host" or not injects:
            continue
        accords = [
            each for each in _accords(plan, party, SOFA) if not hosts or is_with(plan, each, hosts)
        ]
        if not cover(plan, accords):
            yield _lacking(party, injects, accords)


def _lacking(
    party: rows.Party, injects: list[rows.Inject], accords: Iterable[rows.Accord]
) -> Finding:
    expired = [f"“{each.title}”" for each in accords]
    verb = "does" if len(expired) == 1 else "do"
    known = f" ({series(expired)} {verb} not hold throughout)" if expired else ""
    names = series(each.serial or each.title for each in injects)
    address = "addresses" if len(injects) == 1 else "address"
    text = (
        f"{party.name} has no status-of-forces agreement for the days of the exercise{known}, "
        f"but {counted(len(injects), 'coming inject')} {address} its forces: {names}."
    )
    related = tuple(("inject", each.id) for each in injects)
    return Finding(text, "participant", (party.id,), related=related)


@check(
    "PAR02", "Partner beyond its security agreement", "error", "partners",
    why="Classified information goes to a partner only under a security agreement up to its level.",
    remedy="Lower the marking of what is sent, address another unit, or enter the agreement.",
)  # fmt: skip
def partner_beyond_agreement(plan: Plan) -> Iterator[Finding]:
    """Partners addressed by classified injects above the level of their security agreement."""
    addressed = _addressed(plan)
    for party in _partners(plan):
        accords = _on_information(plan, party)
        reach = _reach(plan, accords)
        above = [
            each
            for each in addressed.get(party.id, [])
            if (plan.rank(plan.marking_of(each).level) or 0) > reach
        ]
        if above:
            yield _beyond(plan, party, above, accords)


def _on_information(plan: Plan, party: rows.Party) -> list[rows.Accord]:
    """The agreements of a participant with an owner of the papers that state up to which level."""
    allied = {each.id for each in plan.participants if plan.is_allied(each)}
    return [
        each
        for each in plan.agreements
        if party.id in each.parties
        and (each.kind == SECURITY or each.level)
        and (not allied or is_with(plan, each, allied))
    ]


def _reach(plan: Plan, accords: list[rows.Accord]) -> int:
    """The rank of the highest level that agreements reach on every day of the exercise."""
    ranks = {each.id: plan.rank(each.level) or 0 for each in accords}
    return max(
        (
            rank
            for rank in set(ranks.values())
            if cover(plan, (each for each in accords if ranks[each.id] >= rank))
        ),
        default=0,
    )


def _beyond(
    plan: Plan, party: rows.Party, injects: list[rows.Inject], accords: list[rows.Accord]
) -> Finding:
    levels = {plan.marking_of(each).level for each in injects}
    highest = max(levels, key=lambda level: plan.rank(level) or 0)
    held = series(
        f"“{each.title}” {_reaches(plan, each)}" for each in accords if _says_more(plan, each)
    )
    names = series(each.serial or each.title for each in injects)
    text = (
        f"{party.name} is sent {counted(len(injects), 'inject')} up to {highest} ({names}), "
        f"but {held or 'it has no security agreement in force'}."
    )
    related = tuple(("inject", each.id) for each in injects)
    return Finding(text, "participant", (party.id,), related=related)


def _says_more(plan: Plan, accord: rows.Accord) -> bool:
    return accord.kind == SECURITY or bool(plan.rank(accord.level))


def _reaches(plan: Plan, accord: rows.Accord) -> str:
    partly = "" if cover(plan, [accord]) else ", and not throughout the exercise"
    return f"reaches {accord.level or 'no level'}{partly}"


@check(
    "PAR03", "Participant without a part", "note", "partners",
    why="Who has no part provides no unit, no evaluator and no other contribution, and is in no "
    "interoperability test and no exchange of information.",
    remedy="Give each a part, make it an observer, or remove it.",
)  # fmt: skip
def participant_without_part(plan: Plan) -> Iterator[Finding]:
    """Participants with nothing to do in the plan, and in no seat that is a part by itself."""
    busy = {each.participant_id for each in plan.units}
    busy |= {each.participant_id for each in plan.evaluators}
    for case in plan.trials:
        busy |= {case.provider_id, case.consumer_id, case.mediator_id}
    for need in plan.exchanges:
        busy |= {need.producer_id, need.consumer_id}
    busy |= {each.participant_id for each in plan.contributions if each.asked or each.offered}
    return gathered(
        (
            (
                party.code,
                Finding(f"{party.name} has no part in the plan.", "participant", (party.id,)),
            )
            for party in plan.participants
            if party.id not in busy and party.role not in _PARTS
        ),
        lambda number, names: f"{number} participants have no part in the plan: {names}.",
    )


@check(
    "PAR04", "Agreement that ends too soon", "warning", "partners",
    why="What rests on it is not covered on every day of the exercise.",
    remedy="Have it prolonged, or enter its true dates.",
)  # fmt: skip
def agreement_ends_early(plan: Plan) -> Iterator[Finding]:
    """Agreements that do not hold from STARTEX to ENDEX, and that no other continues."""
    days = plan.days
    for each in plan.agreements:
        if days is None or each.kind in _PASSING or cover(plan, _alike(plan, each)):
            continue
        if each.valid_until and each.valid_until[:10] < days.last:
            text = f"“{each.title}” ends on {each.valid_until[:10]}, before ENDEX on {days.last}."
        else:
            text = f"“{each.title}” begins on {(each.valid_from or '')[:10]}, after STARTEX."
        yield Finding(text, "agreement", (each.id,))


def _alike(plan: Plan, accord: rows.Accord) -> list[rows.Accord]:
    """An agreement with those of its kind that bind its parties too: earlier and later ones."""
    return [
        each
        for each in plan.agreements
        if each.id == accord.id
        or (each.kind == accord.kind and set(accord.parties) <= set(each.parties))
    ]


@check(
    "PAR05", "Contribution without an arrangement", "warning", "partners",
    why="What a partner provides, at whose cost and risk, stands in a memorandum of understanding "
    "or a technical arrangement.",
    remedy="Enter the arrangement that covers each contribution, or conclude one.",
)  # fmt: skip
def contribution_without_arrangement(plan: Plan) -> Iterator[Finding]:
    """Partners that offer contributions under no arrangement for the whole exercise."""
    offered: dict[str, list[str]] = defaultdict(list)
    for each in plan.contributions:
        if each.offered:
            offered[each.participant_id].append(each.title)
    return gathered(
        (
            (party.code, _unarranged(party, offered[party.id], accords))
            for party in _partners(plan)
            if party.id in offered
            and party.role != "host"
            and not cover(plan, accords := _arrangements(plan, party))
        ),
        lambda number, names: f"{number} partners contribute under no arrangement: {names}.",
    )


def _arrangements(plan: Plan, party: rows.Party) -> list[rows.Accord]:
    return [each for kind in ARRANGEMENTS for each in _accords(plan, party, kind)]


def _unarranged(party: rows.Party, titles: list[str], accords: list[rows.Accord]) -> Finding:
    verb = "does" if len(accords) == 1 else "do"
    expired = series(f"“{each.title}”" for each in accords)
    known = f" ({expired} {verb} not hold throughout)" if expired else ""
    names = series(f"“{title}”" for title in titles)
    text = f"{party.name} contributes {names} under no arrangement{known}."
    related = tuple(("agreement", each.id) for each in accords)
    return Finding(text, "participant", (party.id,), related=related)


@check(
    "PAR06", "Member no longer, though papers are released", "warning", "partners",
    why="What is released to a framework reaches those who belong to it, and this participant "
    "does not on every day of the exercise.",
    remedy="Release to it by name what it is to have, and see that nothing goes to it by habit.",
)  # fmt: skip
def membership_lapsed(plan: Plan) -> Iterator[Finding]:
    """Partners out of a framework by ENDEX to which the exercise or an inject is released."""
    if plan.days is None:
        return
    audiences = _audiences(plan)
    for each in plan.memberships:
        ends = sorted(day[:10] for day in (each.until, each.suspended) if day)
        if each.framework not in audiences or not ends or ends[0] > plan.days.last:
            continue
        party, name = plan.party[each.participant_id], plan.name("framework", each.framework)
        papers = _released(plan, each.framework, party.code)
        if not papers or plan.is_allied(party) or _is_member_throughout(plan, each):
            continue
        says = "was suspended from" if (each.suspended or "")[:10] == ends[0] else "has left"
        if ends[0] > plan.days.first:
            says = "leaves"
        text = f"{party.name} {says} {name} on {ends[0]}, to which {series(papers)} released."
        yield Finding(text, "participant", (party.id,), related=(("membership", each.id),))


def _audiences(plan: Plan) -> set[str]:
    """Everybody to whom the exercise or a live inject is released."""
    markings = [plan.marking_of(each) for each in plan.live if each.marking_level]
    return set().union(plan.exercise.marking.releases, *(each.releases for each in markings))


def _released(plan: Plan, framework: str, code: str) -> list[str]:
    """What is released to a framework and not to one participant by its name, in words."""
    markings = [plan.marking_of(each) for each in plan.live if each.marking_level]
    by_framework = [each for each in markings if framework in each.releases]
    number = sum(code not in each.releases for each in by_framework)
    found = [f"{counted(number, 'inject')} {'is' if number == 1 else 'are'}"] if number else []
    if framework in plan.exercise.marking.releases and code not in plan.exercise.marking.releases:
        return ["the exercise", *found] if found else ["the exercise is"]
    return found


def _is_member_throughout(plan: Plan, lapsed: partner_rows.Membership) -> bool:
    first, last = plan.days or ("", "")
    return any(
        is_member_on(first, other.since, other.until, other.suspended)
        and is_member_on(last, other.since, other.until, other.suspended)
        for other in plan.memberships
        if (other.participant_id, other.framework) == (lapsed.participant_id, lapsed.framework)
    )
