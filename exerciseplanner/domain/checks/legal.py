"""Checks of authorities: who lacks one that an inject needs, and which are not fit to rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from exerciseplanner.domain.checks import partner_rows, rows
from exerciseplanner.domain.checks.gathering import gathered
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.checks.registry import Finding, check
from exerciseplanner.domain.checks.roles import takes_part
from exerciseplanner.domain.validity import Days, standing
from exerciseplanner.domain.wording import counted, series

Needed = dict[tuple[str, str], list[rows.Inject]]

_NATIONAL = frozenset({"roe", "national_law"})
"""Kinds of authority that each participant has to have for itself."""


def _using(plan: Plan) -> dict[str, list[rows.Inject]]:
    """The coming injects that name each authority."""
    found: dict[str, list[rows.Inject]] = defaultdict(list)
    for each in plan.coming:
        for authority in plan.inject_authorities.get(each.id, ()):
            found[authority].append(each)
    return found


def _needed(plan: Plan) -> Needed:
    """The coming injects that ask a participant's own forces to act on an authority."""
    found: Needed = defaultdict(list)
    for authority, injects in plan.once("authorities in use", _using).items():
        for inject in injects:
            for party, units in plan.parties_addressed(inject).items():
                if any(takes_part(plan, unit) for unit in units):
                    found[authority, party].append(inject)
    return found


def _by_position(plan: Plan, position: str, says: str) -> Iterator[Finding]:
    for (authority_id, party_id), injects in plan.once("authorities needed", _needed).items():
        stands = plan.position.get((authority_id, party_id))
        if stands is None or stands.position != position:
            continue
        authority, party = plan.authority[authority_id], plan.party[party_id]
        text = (
            f"{party.name} {says.format(authority.called)}, which {_need(injects)} of its forces."
        )
        related = (("authority", authority.id), *_related(injects))
        yield Finding(text, "authority_position", (stands.id,), related=related)


def _need(injects: list[rows.Inject]) -> str:
    names = series(each.serial or each.title for each in injects)
    verb = "asks" if len(injects) == 1 else "ask"
    return f"{counted(len(injects), 'coming inject')} ({names}) {verb}"


def _related(injects: list[rows.Inject]) -> tuple[tuple[str, str], ...]:
    return tuple(("inject", each.id) for each in injects)


@check(
    "LEG01", "Authority that is lacking", "error", "legal",
    why="Its forces may not do what the inject asks without it.",
    remedy="Have the nation obtain it, address a unit of another nation, or change what is asked.",
)  # fmt: skip
def authority_lacking(plan: Plan) -> Iterator[Finding]:
    """Authorities named by injects that a participant addressed lacks."""
    return _by_position(plan, "lacking", "lacks {}")


@check(
    "LEG02", "Consent refused", "error", "legal",
    why="The nation has said that its forces do not do this.",
    remedy="Address a unit of another nation, or change what is asked.",
)  # fmt: skip
def consent_refused(plan: Plan) -> Iterator[Finding]:
    """Authorities named by injects to which a participant addressed has refused consent."""
    return _by_position(plan, "consent_refused", "has refused its consent to {}")


@check(
    "LEG03", "Consent outstanding", "warning", "legal",
    why="Until the nation consents its forces may not act on it.",
    remedy="Obtain its consent before the inject, and record it as given or refused.",
)  # fmt: skip
def consent_outstanding(plan: Plan) -> Iterator[Finding]:
    """Authorities named by injects to which a participant addressed has yet to consent."""
    return _by_position(plan, "consent_needed", "has yet to consent to {}")


@check(
    "LEG04", "Position on an authority unknown", "note", "legal",
    why="Rules of engagement and national law bind each nation for itself.",
    remedy="Ask the nation, and record whether it holds the authority, lacks it or must consent.",
)  # fmt: skip
def position_unknown(plan: Plan) -> Iterator[Finding]:
    """Authorities named by injects on which a participant addressed has no position."""
    asked = {each.authority_id for each in plan.positions}
    silent: dict[str, list[str]] = defaultdict(list)
    for authority_id, party_id in plan.once("authorities needed", _needed):
        is_own = plan.authority[authority_id].kind in _NATIONAL
        if (is_own or authority_id in asked) and (authority_id, party_id) not in plan.position:
            silent[authority_id].append(party_id)
    for authority_id, parties in silent.items():
        names = series(plan.party[each].code for each in parties)
        text = f"Where {names} {'stands' if len(parties) == 1 else 'stand'} on "
        text += f"{plan.authority[authority_id].called} is not recorded, and injects need it."
        related = tuple(("participant", each) for each in parties)
        yield Finding(text, "authority", (authority_id,), related=related)


def _in_review(plan: Plan, states: tuple[str, ...], says: str) -> Iterator[Finding]:
    for authority_id, injects in plan.once("authorities in use", _using).items():
        authority = plan.authority[authority_id]
        if authority.review in states:
            names = series(each.serial or each.title for each in injects)
            rest = "rests" if len(injects) == 1 else "rest"
            text = f"{counted(len(injects), 'coming inject')} ({names}) {rest} on "
            text += f"{authority.called}, which {says}."
            yield Finding(text, "authority", (authority.id,), related=_related(injects))


@check(
    "LEG05", "Authority refused in review", "error", "legal",
    why="The legal adviser has found that it does not carry what it is used for.",
    remedy="Let the injects rest on another authority, or change what they ask.",
)  # fmt: skip
def authority_refused(plan: Plan) -> Iterator[Finding]:
    """Authorities refused in legal review that coming injects name."""
    return _in_review(plan, ("refused",), "was refused in legal review")


@check(
    "LEG06", "Authority not reviewed", "warning", "legal",
    why="Nobody has said yet that it carries what it is used for.",
    remedy="Have the legal adviser approve it before the injects that rest on it.",
)  # fmt: skip
def authority_not_reviewed(plan: Plan) -> Iterator[Finding]:
    """Authorities not yet approved in legal review that coming injects name."""
    return _in_review(plan, ("", "draft", "in_review"), "is not approved in legal review yet")


@check(
    "LEG07", "Authority out of validity", "error", "legal",
    why="On that day it allows nothing.",
    remedy="Have it prolonged, correct its dates, move the injects, or name another authority.",
)  # fmt: skip
def authority_out_of_validity(plan: Plan) -> Iterator[Finding]:
    """Authorities that do not hold on the day of a coming inject that names them."""
    for authority_id, injects in plan.once("authorities in use", _using).items():
        authority = plan.authority[authority_id]
        outside = [each for each in injects if not _holds(plan, authority, each)]
        if outside:
            names = series(each.serial or each.title for each in outside)
            begins = f" from {authority.valid_from[:10]}" if authority.valid_from else ""
            ends = f" until {authority.valid_until[:10]}" if authority.valid_until else ""
            text = f"{authority.called} holds{begins}{ends}, and not at the time of {names}."
            yield Finding(text, "authority", (authority.id,), related=_related(outside))


def _holds(plan: Plan, authority: partner_rows.Authority, inject: rows.Inject) -> bool:
    """Whether an authority holds on the day of an inject, or on any day if it has none."""
    startex = plan.exercise.startex
    days = plan.days
    if startex is not None and inject.start is not None:
        day = (startex + timedelta(minutes=inject.start)).date().isoformat()
        days = Days(day, day)
    return standing(authority.valid_from, authority.valid_until, days) != "outside"


@check(
    "LEG08", "Rules of engagement without a legal basis", "warning", "legal",
    why="A serial allows only what a mandate or a law behind it carries.",
    remedy="State what each serial rests on.",
)  # fmt: skip
def serial_without_basis(plan: Plan) -> Iterator[Finding]:
    """ROE serials, but for those refused, that rest on nothing stated."""
    return gathered(
        (
            (
                each.code or each.title,
                Finding(f"{each.called} rests on no legal basis.", "authority", (each.id,)),
            )
            for each in plan.authorities
            if each.kind == "roe" and not each.basis and each.review != "refused"
        ),
        lambda number, names: f"{number} serials rest on no legal basis: {names}.",
    )
