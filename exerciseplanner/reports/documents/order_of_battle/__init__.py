"""The order of battle on paper: a chart of each side, every unit, and who provides how much."""

from __future__ import annotations

from exerciseplanner.reports.document_spec import DocumentSpec
from exerciseplanner.reports.documents.order_of_battle.composing import compose

DOCUMENT = DocumentSpec(
    code="order-of-battle",
    title="Order of battle",
    purpose="For everybody who plans with forces: a chart of each side, every unit with strength, "
    "notice and place, who commands it, and what each participant provides.",
    compose=compose,
    papers=("A4", "A3"),
)
