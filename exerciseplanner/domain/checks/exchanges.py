"""Checks of information exchange requirements: path, right, exercise and time."""

from __future__ import annotations

from collections.abc import Iterator

from exerciseplanner.domain.checks import exchange_rows, rows
from exerciseplanner.domain.checks.gathering import gathered
from exerciseplanner.domain.checks.plan import FINISHED, Plan
from exerciseplanner.domain.checks.registry import Finding, check
from exerciseplanner.domain.wording import counted

_NOUN = "exchange_requirement"


@check(
    "IER01", "Information without a path", "warning", "interoperability",
    why="The producer and the consumer hold no standard by which it could get across.",
    remedy="Name a standard that both hold, equip one of them, or put a gateway between them.",
)  # fmt: skip
def exchange_without_path(plan: Plan) -> Iterator[Finding]:
    """Requirements whose two ends hold standards that do not meet."""
    for each in plan.exchanges:
        if each.expectation == "none":
            text = f"There is no path for {each.called} from {each.producer} to {each.consumer}."
            yield Finding(text, _NOUN, (each.id,), each.path)


@check(
    "IER02", "Information without the right to it", "error", "interoperability",
    why="The consumer may not see it.",
    remedy="Widen its release, enter the agreement that covers it, or give a version that may be "
    "released.",
)  # fmt: skip
def exchange_without_right(plan: Plan) -> Iterator[Finding]:
    """Requirements whose label or level keeps the product from its consumer."""
    for each in plan.exchanges:
        if each.right == "no":
            text = f"{each.consumer} may not see {each.called} that {each.producer} is to give."
            yield Finding(text, _NOUN, (each.id,), each.right_reason)


@check(
    "IER03", "Information exchange not exercised", "warning", "interoperability",
    why="Without an inject that calls for it nobody will see whether it works and how fast.",
    remedy="Name the inject in which it is exercised.",
)  # fmt: skip
def exchange_not_exercised(plan: Plan) -> Iterator[Finding]:
    """Requirements that no live inject exercises."""
    live = {each.id for each in plan.live}
    return gathered(
        (
            (each.code or each.product, _unexercised(each, plan.inject.get(each.inject_id or "")))
            for each in plan.exchanges
            if each.inject_id not in live
        ),
        lambda number, names: f"{number} exchanges are exercised by no inject: {names}.",
    )


def _unexercised(exchange: exchange_rows.Exchange, dropped: rows.Inject | None) -> Finding:
    if dropped is None:
        text = f"No inject exercises the exchange of {exchange.called}."
        return Finding(text, _NOUN, (exchange.id,))
    text = f"The exchange of {exchange.called} is exercised in {dropped.called} only, which is "
    related = (("inject", dropped.id),)
    return Finding(f"{text}not played.", _NOUN, (exchange.id,), related=related)


@check(
    "IER04", "Information that came too late", "warning", "interoperability",
    why="It took longer than the plan allows.",
    remedy="Find where the time was lost, and let the shortfall become a lesson.",
)  # fmt: skip
def exchange_too_late(plan: Plan) -> Iterator[Finding]:
    """Requirements measured to take longer than required."""
    for each in plan.exchanges:
        required, measured = each.required_minutes, each.measured_minutes
        if required is not None and measured is not None and measured > required:
            ends = f"{each.producer} to {each.consumer}"
            allowed = f"{required} {'is' if required == 1 else 'are'} allowed"
            text = f"{each.called} took {counted(measured, 'minute')} from {ends}; {allowed}."
            yield Finding(text, _NOUN, (each.id,))


@check(
    "IER05", "Information exchange not measured", "note", "interoperability",
    why="Its inject was played, and how long it took is not recorded.",
    remedy="Enter the minutes from inject to consumer, or dismiss this with why nobody measured.",
)  # fmt: skip
def exchange_not_measured(plan: Plan) -> Iterator[Finding]:
    """Requirements with a time whose inject was played and that nobody has measured."""
    for each in plan.exchanges:
        inject = plan.inject.get(each.inject_id or "")
        if inject is None or each.required_minutes is None or each.measured_minutes is not None:
            continue
        if plan.standing(inject) == FINISHED:
            text = f"How long {each.called} took to reach {each.consumer} was not measured."
            yield Finding(text, _NOUN, (each.id,), related=(("inject", inject.id),))
