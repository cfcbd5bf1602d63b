"""Checks of time and order: what comes outside the exercise, too close, too early or in a ring."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import pairwise

from exerciseplanner.domain.checks import rows
from exerciseplanner.domain.checks.gathering import Named, gathered
from exerciseplanner.domain.checks.plan import DROPPED, HELD, Plan
from exerciseplanner.domain.checks.registry import Finding, Fix, check
from exerciseplanner.domain.checks.roles import takes_part
from exerciseplanner.domain.wording import counted, series

ALL_DAY = 24 * 60
"""Minutes: what lasts as long is no delivery at one moment."""

CLOSEST_MINUTES = 5
"""Two deliveries to one unit nearer than this are flagged."""


@check(
    "TIM01", "Inject without time", "warning", "script",
    why="What has no time stands on no timeline, and nobody will deliver it.",
    remedy="State when each inject is to be delivered, or make it a contingency inject.",
)  # fmt: skip
def inject_without_time(plan: Plan) -> Iterator[Finding]:
    """Injects still to come without a time; contingencies and held ones wait for their moment."""
    return gathered(
        (
            _named(each, f"Inject {each.called} has no planned time.")
            for each in plan.coming
            if each.start is None and not plan.is_contingency(each) and plan.standing(each) != HELD
        ),
        lambda number, names: f"{number} injects have no planned time: {names}.",
    )


def _named(inject: rows.Inject, text: str) -> Named:
    return inject.serial or inject.title, Finding(text, "inject", (inject.id,))


@check(
    "TIM02", "Inject before STARTEX", "note", "script",
    why="Before STARTEX only pre-exercise play (such as the road to crisis) is delivered.",
    remedy="Move what is not meant to be pre-exercise play after STARTEX.",
)  # fmt: skip
def inject_before_startex(plan: Plan) -> Iterator[Finding]:
    """Injects still to be delivered that are planned before STARTEX."""
    return gathered(
        (
            _named(
                each, f"Inject {each.called} is planned at {plan.at(each.start)}, before STARTEX."
            )
            for each in plan.coming
            if each.start is not None and each.start < 0 and plan.is_delivered(each)
        ),
        lambda number, names: f"{number} injects are planned before STARTEX: {names}.",
    )


@check(
    "TIM03", "Inject after ENDEX", "warning", "script",
    why="After ENDEX nobody plays.",
    remedy="Move each inject before ENDEX or cancel it, or move ENDEX.",
)  # fmt: skip
def inject_after_endex(plan: Plan) -> Iterator[Finding]:
    """Injects still to be delivered that are planned after ENDEX."""
    endex = plan.exercise.endex
    if endex is None or endex <= 0:
        return
    ends = f"after ENDEX at {plan.at(endex)}"
    yield from gathered(
        (
            _named(each, f"Inject {each.called} is planned at {plan.at(each.start)}, {ends}.")
            for each in plan.coming
            if each.start is not None and each.start > endex and plan.is_delivered(each)
        ),
        lambda number, names: f"{number} injects are planned {ends}: {names}.",
    )


@check(
    "TIM04", "Two injects to one unit at once", "warning", "script",
    why=f"Less than {CLOSEST_MINUTES} minutes apart the second hides the first, and evaluators "
    "cannot tell which of them was answered.",
    remedy="Move one of them, or address another unit.",
)  # fmt: skip
def injects_too_close(plan: Plan) -> Iterator[Finding]:
    """Coming injects that reach the same unit, other than one of control, almost at once."""
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for unit_id, injects in plan.addressing.items():
        if not takes_part(plan, plan.unit[unit_id]):
            continue
        timed = (each for each in injects if _is_moment(plan, each))
        for first, second in pairwise(sorted(timed, key=lambda each: each.start or 0)):
            if _gap(first, second) < CLOSEST_MINUTES and not _are_alternatives(first, second):
                pairs[first.id, second.id].append(unit_id)
    for (first_id, second_id), units in pairs.items():
        yield _too_close(plan, plan.inject[first_id], plan.inject[second_id], units)


def _is_moment(plan: Plan, inject: rows.Inject) -> bool:
    """Whether an inject reaches its addressees at a planned moment, and is still meant to."""
    if inject.start is None or plan.standing(inject) == HELD:
        return False
    return plan.is_delivered(inject) and (inject.duration or 0) < ALL_DAY


def _gap(first: rows.Inject, second: rows.Inject) -> int:
    return (second.start or 0) - (first.start or 0)


def _are_alternatives(first: rows.Inject, second: rows.Inject) -> bool:
    """Whether one is a contingency for the other, or both are for the same third."""
    if first.contingency_for_id is not None:
        same = first.contingency_for_id == second.contingency_for_id
        if same or first.contingency_for_id == second.id:
            return True
    return first.id == second.contingency_for_id


def _too_close(plan: Plan, first: rows.Inject, second: rows.Inject, units: list[str]) -> Finding:
    gap = _gap(first, second)
    apart = f"{counted(gap, 'minute')} after" if gap else "at the same time as"
    names = series(plan.unit[each].called for each in units)
    text = f"Inject {second.called} reaches {names} {apart} {first.called}."
    related = tuple(("unit", each) for each in units)
    return Finding(text, "inject", (second.id, first.id), related=related)


@check(
    "TIM05", "Inject before what it follows", "error", "script",
    why="The effect would come before its cause.",
    remedy="Move it after its predecessor, or remove the dependency.",
)  # fmt: skip
def inject_before_predecessor(plan: Plan) -> Iterator[Finding]:
    """Coming injects planned earlier than their predecessor and delay allow."""
    for each in plan.dependencies:
        inject, before = plan.inject[each.inject_id], plan.inject[each.after_id]
        if inject.id not in plan.coming_ids or plan.standing(before) == DROPPED:
            continue
        if inject.start is None or before.start is None:
            continue
        earliest = before.start + each.delay
        if inject.start < earliest:
            at = plan.at(earliest)
            text = (
                f"Inject {inject.called} is planned at {plan.at(inject.start)}, but it follows "
                f"{before.called} and can come at {at} at the earliest."
            )
            fix = Fix(f"Move it to {at}", "inject", (inject.id,), "start", earliest)
            is_over = plan.exercise.endex is not None and earliest > plan.exercise.endex
            related = (("inject", before.id),)
            own = (inject.id,)
            yield Finding(text, "inject", own, related=related, fix=None if is_over else fix)


@check(
    "TIM06", "Inject waits for a dropped one", "warning", "script",
    why="What it waits for will not happen, so its condition can never be met.",
    remedy="Let it follow another inject, remove the dependency, or cancel it too.",
)  # fmt: skip
def inject_after_dropped(plan: Plan) -> Iterator[Finding]:
    """Coming injects that wait for one that was cancelled or not delivered."""
    for each in plan.dependencies:
        inject, before = plan.inject[each.inject_id], plan.inject[each.after_id]
        if inject.id in plan.coming_ids and plan.standing(before) == DROPPED:
            text = f"Inject {inject.called} waits for {before.called}, which {_was(plan, before)}."
            yield Finding(text, "inject", (inject.id,), related=(("inject", before.id),))


def _was(plan: Plan, inject: rows.Inject) -> str:
    return f"is {plan.name('inject_state', inject.state).lower()}"


@check(
    "TIM07", "Contingency inject without main inject", "warning", "script",
    why="It is used when the training audience does not react to its main inject.",
    remedy="Say which inject it is a contingency for, or cancel it.",
)  # fmt: skip
def contingency_without_main(plan: Plan) -> Iterator[Finding]:
    """Coming contingency injects that belong to no other inject, or to one that was dropped."""
    for each in plan.coming:
        if not plan.is_contingency(each):
            continue
        main = plan.inject.get(each.contingency_for_id or "")
        if main is None:
            text = f"Contingency inject {each.called} does not say which inject it belongs to."
            yield Finding(text, "inject", (each.id,))
        elif plan.standing(main) == DROPPED:
            text = f"Contingency inject {each.called} belongs to {main.called}, which "
            text += f"{_was(plan, main)}."
            yield Finding(text, "inject", (each.id,), related=(("inject", main.id),))


@check(
    "TIM08", "Released before approval", "error", "script",
    why="Only approved injects are released, and only EXCON releases them (DOCTRINE 2.3).",
    remedy="Have it approved and correct its state, or remove the time of release.",
)  # fmt: skip
def released_before_approval(plan: Plan) -> Iterator[Finding]:
    """Injects with a time of release that are still being prepared."""
    for each in plan.injects:
        if each.released_at and plan.standing(each) == "preparing":
            at = _moment(plan, each.released_at)
            text = f"Inject {each.called} was released at {at} but is not approved."
            yield Finding(text, "inject", (each.id,))


def _moment(plan: Plan, utc: str) -> str:
    """A time of the day (ISO text) as planned times are said, where STARTEX is fixed."""
    if plan.exercise.startex is None:
        return utc
    startex = plan.exercise.startex
    since = datetime.fromisoformat(utc).replace(tzinfo=startex.tzinfo) - startex
    return plan.at(int(since.total_seconds() // 60))


@check(
    "TIM09", "Exercise without its times", "warning", "exercise",
    why="Times, coverage by phase and countdowns are counted from STARTEX to ENDEX.",
    remedy="State STARTEX and ENDEX on the page Exercise.",
)  # fmt: skip
def exercise_without_times(plan: Plan) -> Iterator[Finding]:
    """An exercise whose STARTEX or ENDEX is missing, or whose ENDEX is not after STARTEX."""
    facts = plan.exercise
    missing = [
        name
        for name, stated in (("STARTEX", facts.startex), ("ENDEX", facts.endex))
        if stated is None
    ]
    if missing:
        text = f"The exercise does not state its {series(missing)}."
    elif facts.endex is not None and facts.endex <= 0:
        text = "ENDEX is not after STARTEX."
    else:
        return
    yield Finding(text, "exercise", (facts.id,))


@check(
    "TIM10", "Injects that wait for each other", "error", "script",
    why="None of them can ever be released.",
    remedy="Remove one of the dependencies between them.",
)  # fmt: skip
def injects_in_a_ring(plan: Plan) -> Iterator[Finding]:
    """Coming injects whose dependencies lead back to themselves."""
    after: dict[str, set[str]] = defaultdict(set)
    for each in plan.dependencies:
        if {each.inject_id, each.after_id} <= plan.coming_ids:
            after[each.inject_id].add(each.after_id)
    for ring in _rings(after):
        injects = sorted((plan.inject[each] for each in ring), key=lambda each: each.serial)
        text = f"Injects {series(each.called for each in injects)} wait for each other."
        if len(injects) == 1:
            text = f"Inject {injects[0].called} waits for itself."
        yield Finding(text, "inject", tuple(each.id for each in injects))


def _rings(after: Mapping[str, set[str]]) -> Iterator[set[str]]:
    """What lies on a way back to itself, apart by what is linked."""
    left = set(after)
    while left:  # peel off whatever waits for nothing that is left, then what nobody waits for
        waited = {before for each in left for before in after[each]}
        free = {each for each in left if not after[each] & left or each not in waited}
        if not free:
            break
        left -= free
    while left:
        ring, reached = set[str](), {min(left)}
        while reached:
            ring |= reached
            beside = {each for each in left if after[each] & reached}
            beside |= {before for each in reached for before in after[each]}
            reached = (beside & left) - ring
        yield ring
        left -= ring
