"""The tables a doctrine pack consists of, and what each of their keys may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from exerciseplanner.domain.terms import CODED, EVIDENCE, Column

SIDES = ("TA", "EXCON", "PLAN", "EVAL", "OTHER")
"""Training audience, exercise control, planning, evaluation, everybody else."""

ANCHORS = ("STARTEX", "ENDEX")

STANDINGS = ("preparing", "approved", "held", "delivered", "finished", "dropped")
"""What a state means for the plan, whatever a pack calls it."""

ROLLUPS = ("weighted", "lowest", "none")


@dataclass(frozen=True)
class TableShape:
    """The kind of the terms a table holds and the keys its rows may have beside the common ones."""

    kind: str
    columns: Mapping[str, Column] = field(default_factory=dict)


_NUMBER, _FLAG, _WORDS = Column(int), Column(bool), Column(tuple)
_STAGE = Column(refers_to="stages")
_ROLE = Column(refers_to="roles")
_STATE = {"standing": Column(required=True, choices=STANDINGS), "terminal": _FLAG}

TERM_TABLES: Mapping[str, TableShape] = {
    "stages": TableShape("stage", {"outputs": Column(), "gate": Column()}),
    "feedback_processes": TableShape("feedback_process"),
    "phases": TableShape("phase"),
    "planning_events": TableShape(
        "planning_event",
        {
            "stage": _STAGE,
            "default_offset_days": Column(int, required=True),
            "anchor": Column(choices=ANCHORS),
            "duration_days": _NUMBER,
            "lead_time": Column(),
            "purpose": Column(required=True),
            "exit_criteria": Column(),
        },
    ),
    "documents": TableShape(
        "document",
        {
            "owner_role": _ROLE,
            "approver_role": _ROLE,
            "stage": _STAGE,
            "due_offset_days": _NUMBER,
            "anchor": Column(choices=ANCHORS),
            "control_only": _FLAG,
        },
    ),
    "roles": TableShape("role", {"side": Column(required=True, choices=SIDES)}),
    "exercise_types": TableShape("exercise_type", {"family": Column()}),
    "inject_kinds": TableShape("inject_kind", {"delivered": _FLAG, "contingency": _FLAG}),
    "inject_states": TableShape("inject_state", _STATE),
    "lesson_states": TableShape("lesson_state", _STATE),
    "means": TableShape("means", {"family": Column()}),
    "interop_results": TableShape(
        "interop_result", {"counts": Column(bool, required=True), "rank": _NUMBER}
    ),
    "interop_dimensions": TableShape("interop_dimension"),
    "core_tasks": TableShape("core_task", {"edition": Column(required=True)}),
    "threat_families": TableShape("threat_family"),
    "readiness_bands": TableShape(
        "readiness_band", {"model": Column(), "min_days": _NUMBER, "max_days": _NUMBER}
    ),
    "command_relations": TableShape("command_relation", {"national": _FLAG}),
    "echelons": TableShape(
        "echelon", {"marks": Column(), "sidc": Column(), "domain": Column(refers_to="domains")}
    ),
    "unit_roles": TableShape("unit_role", {"side": Column(required=True, choices=SIDES)}),
    "domains": TableShape("domain"),
    "participant_kinds": TableShape("participant_kind", {"civil": _FLAG}),
    "caveat_effects": TableShape("caveat_effect", {"blocks": _FLAG}),
    "agreement_kinds": TableShape("agreement_kind"),
    "zones": TableShape("zone", {"offset_hours": _NUMBER}),
    "terminology": TableShape("terminology", {"aliases": _WORDS}),
}
"""Every table of plain terms by its name in the file."""

TRANSITION_TABLES: Mapping[str, str] = {
    "inject_transitions": "inject_states",
    "lesson_transitions": "lesson_states",
}
"""Tables of allowed moves, each with the table of states it moves between."""

TRANSITION: Mapping[str, Column] = {
    "from": Column(required=True),
    "to": Column(required=True),
    "role": Column(),
    **EVIDENCE,
}

SCALE: Mapping[str, Column] = {
    **CODED,
    "rollup": Column(required=True, choices=ROLLUPS),
    "values": Column(list, required=True),
}

SCALE_VALUE: Mapping[str, Column] = {
    "code": Column(required=True),
    "label": Column(required=True),
    "definition": Column(),
    "worth": Column(),
    "counts": Column(bool, required=True),
}

POLICY: Mapping[str, Column] = {
    **CODED,
    "release_phrase": Column(required=True),
    "release_separator": Column(required=True),
    "owner": Column(),
    "levels": Column(list, required=True),
    "audiences": Column(list),
}

LEVEL: Mapping[str, Column] = {
    "code": Column(required=True),
    "name": Column(required=True),
    "rank": Column(int, required=True),
}

AUDIENCE: Mapping[str, Column] = {
    "code": Column(required=True),
    "name": Column(required=True),
    "framework": Column(),
}

HEADER = ("code", "title", "edition", "date", "source")
"""What every pack says of itself."""

DEFAULTS: Mapping[str, str] = {
    "inject_scale": "rating_scales",
    "criterion_scale": "rating_scales",
    "policy": "policies",
    "level": "",
    "inject_state": "inject_states",
    "inject_kind": "inject_kinds",
    "lesson_state": "lesson_states",
    "exercise_type": "exercise_types",
    "core_task_edition": "",
    "zone": "zones",
    "paper": "",
}
"""What a new exercise starts with, each with the table its code must be in (or none)."""

TABLES = (*TERM_TABLES, *TRANSITION_TABLES, "rating_scales", "policies")
KEYS = (*HEADER, "extends", "replaces", "fragment", "defaults", *TABLES)
"""Every key that a pack's file may have."""
