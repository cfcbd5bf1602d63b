"""Checks of injects that ask for what an authority is about and name none.

What needs an authority is not listed here: each authority of the exercise says for itself which
activity, domain and threat family it is about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from exerciseplanner.domain.checks import partner_rows, rows
from exerciseplanner.domain.checks.meeting import speaks_of
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.checks.registry import Finding, Fix, check
from exerciseplanner.domain.checks.roles import takes_part
from exerciseplanner.domain.wording import counted, series

Authority = partner_rows.Authority


class _Asked(NamedTuple):
    """What an inject asks of own forces: threat families, and domains of the units addressed."""

    families: frozenset[str]
    domains: frozenset[str]
    is_own: bool

    def concerns(self, authority: Authority) -> bool:
        """Whether domain and threat family, where the authority states them, fit."""
        if not self.is_own:
            return False
        if authority.threat_family and authority.threat_family not in self.families:
            return False
        return not (authority.domain and self.domains) or authority.domain in self.domains


def _asked(plan: Plan, inject: rows.Inject) -> _Asked:
    units = [plan.unit[each] for each in plan.inject_units.get(inject.id, ())]
    own = [unit for unit in units if takes_part(plan, unit)]
    threats = plan.inject_threats.get(inject.id, ())
    return _Asked(
        frozenset(plan.threat[each].family for each in threats),
        frozenset(unit.domain for unit in own if unit.domain),
        bool(own) or not units,
    )


@check(
    "LEG09", "Inject without the authority it needs", "warning", "legal",
    why="It speaks of what the authority is about, and does not name it.",
    remedy="Name the authority, or word the inject so that it asks for something else.",
)  # fmt: skip
def inject_without_authority(plan: Plan) -> Iterator[Finding]:
    """Coming injects that speak of the activity of an authority and name none for it."""
    stating = [each for each in plan.authorities if each.activity and each.review != "refused"]
    for inject in plan.coming if stating else ():
        named = plan.inject_authorities.get(inject.id, ())
        asked = _asked(plan, inject)
        covered = {plan.authority[each].activity.casefold() for each in named}
        wanting = [
            each
            for each in stating
            if each.activity.casefold() not in covered
            and asked.concerns(each)
            and speaks_of(each.activity, inject)
        ]
        if wanting:
            yield _wanting(inject, named, wanting)


def _wanting(inject: rows.Inject, named: tuple[str, ...], wanting: list[Authority]) -> Finding:
    names = series(each.called for each in wanting)
    does = "does not name it" if len(wanting) == 1 else "does not name them"
    text = f"Inject {inject.called} speaks of what {names} {_is(wanting)} about and {does}."
    activities = series(dict.fromkeys(f"“{each.activity.lower()}”" for each in wanting))
    ids = (*named, *(each.id for each in wanting))
    label = f"Name {series(each.code or each.title for each in wanting)}"
    return Finding(
        text, "inject", (inject.id,), f"Its text speaks of {activities}.",
        related=tuple(("authority", each.id) for each in wanting),
        fix=Fix(label, "inject", (inject.id,), "authorities", ids),
    )  # fmt: skip


def _is(listed: list[Authority]) -> str:
    return "is" if len(listed) == 1 else "are"


@check(
    "LEG10", "Threat that may need an authority", "note", "legal",
    why="An authority of the exercise is about threats of this family; whether the response asked "
    "for needs it is not written in the injects.",
    remedy="Read these injects against the authority, and name it where they need it; then dismiss "
    "this with what was found.",
)  # fmt: skip
def threat_without_authority(plan: Plan) -> Iterator[Finding]:
    """Coming injects of a threat family that an authority is about, and that name none at all."""
    about = [each for each in plan.authorities if each.threat_family and each.review != "refused"]
    found: dict[str, list[rows.Inject]] = defaultdict(list)
    for inject in plan.coming if about else ():
        if plan.inject_authorities.get(inject.id) or not plan.inject_units.get(inject.id):
            continue
        asked = _asked(plan, inject)
        for each in about:
            if asked.concerns(each) and not speaks_of(each.activity, inject):
                found[each.id].append(inject)
    alike: dict[tuple[rows.Inject, ...], list[Authority]] = defaultdict(list)
    for authority_id, injects in found.items():
        alike[tuple(injects)].append(plan.authority[authority_id])
    for same, authorities in alike.items():
        yield _possible(plan, authorities, same)


def _possible(
    plan: Plan, authorities: list[Authority], injects: tuple[rows.Inject, ...]
) -> Finding:
    """Authorities of one threat family that the same injects may need."""
    families = dict.fromkeys(each.threat_family for each in authorities)
    family = series(plan.name("threat_family", each).lower() for each in families)
    number = counted(len(injects), "coming inject")
    names = series(each.serial or each.title for each in injects)
    which = series(each.called for each in authorities)
    text = f"{which} may be needed by {number} of {family} threats: {names}."
    related = tuple(("inject", each.id) for each in injects)
    return Finding(text, "authority", tuple(each.id for each in authorities), related=related)
