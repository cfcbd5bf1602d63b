"""Every verb of the product: one module per noun, each function one gesture and one undo step."""

from __future__ import annotations

from exerciseplanner.workspace.operations import (
    agreements,
    editing,
    evaluators,
    exercise,
    forces,
    injects,
    intake,
    interoperability,
    lessons,
    objective_plan,
    objectives,
    order_of_battle,
    participants,
    ratings,
    script,
    storylines,
    threats,
)

__all__ = [
    "agreements",
    "editing",
    "evaluators",
    "exercise",
    "forces",
    "injects",
    "intake",
    "interoperability",
    "lessons",
    "objective_plan",
    "objectives",
    "order_of_battle",
    "participants",
    "ratings",
    "script",
    "storylines",
    "threats",
]
