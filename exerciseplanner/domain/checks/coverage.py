"""Checks of coverage: objectives that nothing serves or measures, injects that serve nothing."""

from __future__ import annotations

from collections.abc import Iterator

from exerciseplanner.domain.checks import rows
from exerciseplanner.domain.checks.gathering import Named, gathered
from exerciseplanner.domain.checks.plan import PLAYED, Plan
from exerciseplanner.domain.checks.registry import Finding, Fix, check

INFORMATION = "information"
"""The kind of inject that keeps the picture alive and asks for no decision."""


def _training(plan: Plan) -> Iterator[rows.Objective]:
    return (each for each in plan.objectives if each.kind == "training")


@check(
    "COV01", "Training objective without inject", "warning", "objectives",
    why="What no inject calls for the training audience has no chance to show (DOCTRINE 1.8).",
    remedy="Link or write an inject for each, or drop the objective.",
)  # fmt: skip
def objective_without_inject(plan: Plan) -> Iterator[Finding]:
    """Training objectives that no inject serves."""
    return gathered(
        (
            _named(each, f"No inject serves training objective {each.called}.")
            for each in _training(plan)
            if not plan.serving.get(each.id)
        ),
        lambda number, names: f"{number} training objectives are served by no inject: {names}.",
    )


def _named(objective: rows.Objective, text: str) -> Named:
    return objective.code or objective.title, Finding(text, "objective", (objective.id,))


@check(
    "COV02", "Training objective without criterion", "warning", "objectives",
    why="An objective without a criterion cannot be rated and stays out of the assessment.",
    remedy="Give each at least one criterion by which evaluators can rate it.",
)  # fmt: skip
def objective_without_criterion(plan: Plan) -> Iterator[Finding]:
    """Training objectives that cannot be rated."""
    measured = {each.objective_id for each in plan.criteria}
    return gathered(
        (
            _named(each, f"Training objective {each.called} has no criterion.")
            for each in _training(plan)
            if each.id not in measured
        ),
        lambda number, names: f"{number} training objectives have no criterion: {names}.",
    )


@check(
    "COV03", "Objective on a single inject", "warning", "objectives",
    why="If that inject is cancelled or not used, the objective cannot be trained (DOCTRINE 1.8).",
    remedy="Link a second inject that comes at another time.",
)  # fmt: skip
def objective_on_single_inject(plan: Plan) -> Iterator[Finding]:
    """Training objectives that would be lost with one delivery, or rest on contingencies alone."""
    for each in _training(plan):
        serving = [own for own in plan.serving.get(each.id, []) if plan.is_delivered(own)]
        if any(plan.standing(inject) in PLAYED for inject in serving):
            continue
        related = tuple(("inject", inject.id) for inject in serving)
        if len(serving) == 1:
            text = f"Training objective {each.called} depends on inject {serving[0].called} alone."
            yield Finding(text, "objective", (each.id,), related=related)
        elif serving and all(plan.is_contingency(inject) for inject in serving):
            text = f"Training objective {each.called} depends on contingency injects alone."
            yield Finding(text, "objective", (each.id,), related=related)


@check(
    "COV04", "Exercise objective without training objective", "warning", "objectives",
    why="Only training objectives are trained and rated; without one nothing can be assessed.",
    remedy="Let a training objective serve each.",
)  # fmt: skip
def objective_without_training(plan: Plan) -> Iterator[Finding]:
    """Exercise objectives that no training objective serves."""
    served = {each.parent_id for each in _training(plan)}
    return gathered(
        (
            _named(each, f"No training objective serves exercise objective {each.called}.")
            for each in plan.objectives
            if each.kind == "exercise" and each.id not in served
        ),
        lambda number, names: (
            f"{number} exercise objectives are served by no training objective: {names}."
        ),
    )


@check(
    "COV05", "Training objective without audience", "warning", "objectives",
    why="Nobody is trained in it, and no unit's readiness can rest on it.",
    remedy="Name the units of the training audience that it is for.",
)  # fmt: skip
def objective_without_audience(plan: Plan) -> Iterator[Finding]:
    """Training objectives that name no unit, in plans where others do."""
    if not plan.audiences:
        return
    for each in _training(plan):
        if not plan.audiences.get(each.id):
            text = f"Training objective {each.called} names no training audience."
            yield Finding(text, "objective", (each.id,))


@check(
    "COV06", "Inject without objective", "warning", "script",
    why="Such play costs the training audience time and trains nothing that is stated.",
    remedy="Link each inject to the objective that it serves, or cancel it.",
)  # fmt: skip
def inject_without_objective(plan: Plan) -> Iterator[Finding]:
    """Delivered injects, but for mere information, that serve no objective."""
    return gathered(
        (
            (each.serial or each.title, _unlinked(plan, each))
            for each in plan.live
            if _asks_something(plan, each) and not plan.inject_objectives.get(each.id)
        ),
        lambda number, names: f"{number} injects serve no objective: {names}.",
    )


def _asks_something(plan: Plan, inject: rows.Inject) -> bool:
    return plan.is_delivered(inject) and inject.kind != INFORMATION


def _unlinked(plan: Plan, inject: rows.Inject) -> Finding:
    text = f"Inject {inject.called} serves no objective."
    return Finding(text, "inject", (inject.id,), fix=_fix_objective(plan, inject))


def _fix_objective(plan: Plan, inject: rows.Inject) -> Fix | None:
    """The main objective of the nearest strand above that states one."""
    step, seen = inject.strand_id, set[str]()
    while step in plan.strand and step not in seen:
        seen.add(step)
        strand = plan.strand[step]
        objective = plan.objective.get(strand.objective_id or "")
        if objective is not None:
            label = f"Link to {objective.code}, the main objective of {strand.serial}"
            return Fix(label.strip(), "inject", (inject.id,), "objectives", (objective.id,))
        step = strand.parent_id
    return None


@check(
    "COV07", "Inject addressed to nobody", "warning", "script",
    why="EXCON cannot send what names no addressee, and no unit's load counts it.",
    remedy="Name the units that each inject addresses.",
)  # fmt: skip
def inject_without_addressee(plan: Plan) -> Iterator[Finding]:
    """Injects still to be delivered that name neither unit nor addressee."""
    return gathered(
        (
            (
                each.serial or each.title,
                Finding(f"Inject {each.called} is addressed to nobody.", "inject", (each.id,)),
            )
            for each in plan.coming
            if plan.is_delivered(each)
            and not each.addressees
            and not plan.inject_units.get(each.id)
        ),
        lambda number, names: f"{number} injects are addressed to nobody: {names}.",
    )
