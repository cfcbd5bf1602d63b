"""Checks of command: relations that contradict one another, the tree, the sides or the nation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from exerciseplanner.domain.checks import means_rows
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.checks.registry import Finding, Fix, check
from exerciseplanner.domain.checks.roles import controls, is_trained
from exerciseplanner.domain.wording import series

_NOUN = "command_relation"
_FOREVER = 10**9
"""Minutes: later than any time of a plan."""

Relation = means_rows.Relation


def _span(relation: Relation) -> tuple[int, int]:
    start = -_FOREVER if relation.start is None else relation.start
    return start, _FOREVER if relation.finish is None else relation.finish


def _overlap(*relations: Relation) -> bool:
    spans = [_span(each) for each in relations]
    return max(start for start, _ in spans) < min(finish for _, finish in spans)


def _when(plan: Plan, *relations: Relation) -> str:
    """From when to when all of these relations hold."""
    start = max(_span(each)[0] for each in relations)
    finish = min(_span(each)[1] for each in relations)
    begins = f" from {plan.at(start)}" if start > -_FOREVER else ""
    return begins + (f" until {plan.at(finish)}" if finish < _FOREVER else "")


def _under(plan: Plan, each: Relation) -> str:
    return f"{plan.unit[each.unit_id].called} under {each.relation or 'command'}"


def _units(each: Relation) -> tuple[tuple[str, str], ...]:
    return (("unit", each.unit_id), ("unit", each.superior_id))


@check(
    "FOR13", "Two superiors at once", "error", "forces",
    why="In one state of command a unit has one superior at a time.",
    remedy="End the one relation when the other begins, or give one of them another state.",
)  # fmt: skip
def two_superiors_at_once(plan: Plan) -> Iterator[Finding]:
    """Relations of one unit in one state of command that overlap in time."""
    alike: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for each in plan.relations:
        alike[each.unit_id, each.relation].append(each)
    for same in alike.values():
        for first, second in combinations(same, 2):
            if first.superior_id == second.superior_id or not _overlap(first, second):
                continue
            names = " and ".join(plan.unit[each.superior_id].called for each in (first, second))
            when = _when(plan, first, second)
            text = f"{_under(plan, first)} answers to {names} at once{when}."
            fix = None
            earlier, later = sorted((first, second), key=lambda each: _span(each)[0])
            if later.start is not None and _span(earlier)[0] < later.start:
                label = f"End the first at {plan.at(later.start)}"
                fix = Fix(label, _NOUN, (earlier.id,), "finish", later.start)
            related = (*_units(first), ("unit", second.superior_id))
            yield Finding(text, _NOUN, (first.id, second.id), related=related, fix=fix)


@check(
    "FOR14", "Unit under itself", "error", "forces",
    why="Command would lead back to where it came from.",
    remedy="Choose a superior that does not stand below the unit.",
)  # fmt: skip
def unit_under_itself(plan: Plan) -> Iterator[Finding]:
    """Relations to the unit itself, to a unit below it, or in a ring that holds at one time."""
    by_unit: dict[str, list[Relation]] = defaultdict(list)
    for each in plan.relations:
        by_unit[each.unit_id].append(each)
    for each in plan.relations:
        unit, above = plan.unit[each.unit_id], plan.unit[each.superior_id]
        if unit.id == above.id:
            text = f"{_under(plan, each)} is to answer to itself."
        elif any(step.id == unit.id for step in plan.lineage(above.id)):
            text = f"{_under(plan, each)} is to answer to {above.called}, which stands below it."
        else:
            ring = _way_back(each, by_unit)
            if not ring or each.id != min(one.id for one in ring):
                continue
            names = series(plan.unit[one.unit_id].called for one in ring)
            text = f"{names} are to answer to each other at one time."
        yield Finding(text, _NOUN, (each.id,), related=_units(each))


def _way_back(first: Relation, by_unit: Mapping[str, list[Relation]]) -> list[Relation]:
    """The relations by which command leads back to a unit at one time; none where it does not."""
    ways = [[first]]
    seen = {first.unit_id}
    while ways:
        way = ways.pop()
        if way[-1].superior_id == first.unit_id:
            return way
        if way[-1].superior_id in seen:
            continue
        seen.add(way[-1].superior_id)
        after = by_unit.get(way[-1].superior_id, ())
        ways += [[*way, one] for one in after if _overlap(*way, one)]
    return []


@check(
    "FOR15", "Command across sides", "error", "forces",
    why="A unit cannot be commanded from the other side of the play.",
    remedy="Choose a superior of its own side, or put the unit on the side of the superior.",
)  # fmt: skip
def command_across_sides(plan: Plan) -> Iterator[Finding]:
    """Relations between sides of different identity, or of training audience to control."""
    for each in plan.relations:
        own, other = plan.side_of(each.unit_id), plan.side_of(each.superior_id)
        above = plan.unit[each.superior_id]
        if own is None or other is None or own.id == other.id:
            continue
        is_odd = own.identity != other.identity
        if controls(plan, above):
            is_odd = is_trained(plan, plan.unit[each.unit_id])
        if is_odd:
            text = f"{_under(plan, each)} of “{own.name}” answers to {above.called} of "
            text += f"“{other.name}”."
            yield Finding(text, _NOUN, (each.id,), related=_units(each))


@check(
    "FOR16", "Command that ends before it begins", "error", "forces",
    why="It never holds.",
    remedy="Correct its beginning or its end.",
)  # fmt: skip
def command_ends_before_it_begins(plan: Plan) -> Iterator[Finding]:
    """Relations whose end is not after their beginning."""
    for each in plan.relations:
        if each.start is not None and each.finish is not None and each.finish <= each.start:
            above = plan.unit[each.superior_id].called
            text = (
                f"{_under(plan, each)} of {above} begins at {plan.at(each.start)} and ends at "
                f"{plan.at(each.finish)}."
            )
            yield Finding(text, _NOUN, (each.id,), related=_units(each))


@check(
    "FOR17", "Full command outside the nation", "error", "forces",
    why="Nations keep this state of command to themselves; they hand over lower ones only.",
    remedy="State which command the nation transfers, such as OPCON or TACON.",
)  # fmt: skip
def national_command_given_away(plan: Plan) -> Iterator[Finding]:
    """Relations in a state of command that stays with the nation, under another participant."""
    states = plan.terms.get("command_relation", {})
    for each in plan.relations:
        state = states.get(each.relation)
        if state is None or not state.flag("national"):
            continue
        own = plan.party.get(plan.unit[each.unit_id].participant_id or "")
        other = plan.party.get(plan.unit[each.superior_id].participant_id or "")
        if own and other and own.id != other.id:
            above = plan.unit[each.superior_id].called
            name = state.name.lower()
            text = (
                f"{plan.unit[each.unit_id].called} of {own.code} is put under {name} of {above} "
                f"of {other.code}."
            )
            yield Finding(text, _NOUN, (each.id,), related=_units(each))
