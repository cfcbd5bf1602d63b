"""The tables of capabilities, of equipment and of command relations."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from exerciseplanner.domain.command import COMMAND_RELATION
from exerciseplanner.domain.fields import Noun
from exerciseplanner.domain.means import CAPABILITY, EQUIPMENT, MATURITIES
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.columns import ColumnSpec, column_for
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.noun_table import NounTable
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.queries.forces import command_relations
from exerciseplanner.workspace.queries.means import EquipmentRow, equipment_list
from exerciseplanner.workspace.queries.unit_means import CapabilityLine, capability_plan

_MATURITY = dict(MATURITIES)


def capabilities_table(context: PageContext, *first: ActionSpec) -> NounTable:
    """The capabilities of the force, and who holds each."""
    columns = _capability_columns(context.vocabulary)
    return NounTable(
        context,
        "capability",
        columns,
        capability_plan,
        "forces.capabilities",
        empty=EmptyState(
            "Capabilities say what the force can do, by capability area and technology, and "
            "which units hold them. Readiness is rolled up by capability area.",
            first,
            "medal",
        ),
    )


def equipment_table(context: PageContext, *first: ActionSpec) -> NounTable:
    """The equipment of all units."""
    field = partial(_field, EQUIPMENT, context.vocabulary)
    columns = (
        replace(field("title", 240), grows=True),
        field("unit_id", 270),
        field("quantity_planned", 80),
        field("quantity_present", 80),
        ColumnSpec(
            "missing",
            "Missing",
            text=lambda row: f"{_missing(row):,}" if _missing(row) else "",
            sort=_missing,
            tone=lambda _: "warn",
            tip=lambda row: f"{_missing(row):,} fewer than on paper" if _missing(row) else "",
            width=74,
            align="right",
        ),
        field("note", 240),
        replace(field("sidc", 190), shown=False),
    )
    return NounTable(
        context,
        "equipment",
        columns,
        equipment_list,
        "forces.equipment",
        empty=EmptyState(
            "Equipment stands here by unit, on paper and present. It is added here or "
            "in the inspector of a unit, or comes with an order of battle.",
            first,
            "truck",
        ),
    )


def command_table(context: PageContext, *first: ActionSpec) -> NounTable:
    """Who comes under whose command, and for how long."""
    vocabulary = context.vocabulary
    field = partial(_field, COMMAND_RELATION, vocabulary)
    columns = (
        replace(field("unit_id", 214), grows=True),
        replace(
            field("relation", 78),
            text=lambda row: row.relation,
            tip=lambda row: vocabulary.text(COMMAND_RELATION.field("relation"), row.relation),
        ),
        field("superior_id", 232),
        field("start", 118),
        field("finish", 118),
        field("note", 200),
    )
    return NounTable(
        context,
        "command_relation",
        columns,
        command_relations,
        "forces.command",
        empty=EmptyState(
            "Transfers of authority stand here: which unit comes under whom, as OPCOM, OPCON, "
            "TACOM or TACON, from when and until when. The tree stays as it is in peace.",
            first,
            "hierarchy-2",
        ),
    )


def _capability_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    field = partial(_field, CAPABILITY, vocabulary)
    return (
        field("code", 66),
        replace(field("title", 178), grows=True),
        field("capability_area", 190),
        ColumnSpec(
            "holders",
            "Held by",
            text=lambda row: ", ".join(row.holders) or "▲ none",
            tip=lambda row: "\n".join(row.holders) or "No unit holds it.",
            tone=lambda row: "" if row.holders else "warn",
            sort=lambda row: len(row.holders),
            width=128,
        ),
        ColumnSpec(
            "maturity",
            "Furthest",
            text=lambda row: _MATURITY.get(row.maturity, ""),
            tip=lambda _: "The furthest that any holder has come",
            width=104,
        ),
        ColumnSpec("objectives", "Objectives", text=_trained, tip=_trained_tip, width=82,
                   align="right"),
        field("technologies", 170),
        replace(field("note", 200), shown=False),
    )  # fmt: skip


def _trained(row: CapabilityLine) -> str:
    return str(row.objectives) if row.objectives else ""


def _trained_tip(row: CapabilityLine) -> str:
    return "" if row.objectives else "No objective trains its capability area."


def _missing(row: EquipmentRow) -> int:
    """How many there are fewer than on paper; 0 where either number is not stated."""
    if row.quantity_planned is None or row.quantity_present is None:
        return 0
    return max(row.quantity_planned - row.quantity_present, 0)


def _field(noun: Noun, vocabulary: Vocabulary, name: str, width: int) -> ColumnSpec:
    return replace(column_for(noun.field(name), vocabulary, editable=True), width=width)
