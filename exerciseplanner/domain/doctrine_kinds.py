"""The kinds of doctrine term as planners choose among them, and the fields each kind has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from exerciseplanner.domain import catalogues
from exerciseplanner.domain.doctrine_tables import TERM_TABLES
from exerciseplanner.domain.fields import Field, Kind, Noun
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.terms import EVIDENCE_WORDS, Column


@dataclass(frozen=True)
class TermKind:
    """One kind of term: what one and many are called, where it stands, what belongs there."""

    kind: str
    singular: str
    plural: str
    group: str
    says: str


TERM_KINDS: tuple[TermKind, ...] = tuple(
    TermKind(*row)
    for row in (
        ("stage", "stage", "Stages", "Process", "Stages of the exercise process, in order."),
        ("phase", "phase", "Phases", "Process", "Phases inside the conduct of the exercise."),
        ("feedback_process", "feedback process", "Feedback processes", "Process",
         "Processes that run beside every stage."),
        ("planning_event", "planning event", "Planning events", "Process",
         "Conferences and workshops; their days stand on the tab Planning events."),
        ("document", "document", "Documents", "Process", "Papers and who owns and approves them."),
        ("role", "role", "Roles", "Process", "Who does what, and on which side of the script."),
        ("exercise_type", "exercise type", "Exercise types", "Process", "Forms of exercise."),
        ("inject_kind", "inject kind", "Inject kinds", "Script", "What an entry of the MEL is."),
        ("inject_state", "inject state", "Inject states", "Script",
         "A new inject begins in the first state; the moves below lead from one to another."),
        ("means", "means of delivery", "Means of delivery", "Script", "Ways to deliver an inject."),
        ("participant_kind", "participant kind", "Participant kinds", "Forces",
         "Kinds of nation and organisation."),
        ("unit_role", "unit role", "Unit roles", "Forces", "What a unit is in the exercise."),
        ("echelon", "echelon", "Echelons", "Forces", "Sizes of unit, with their symbol marks."),
        ("domain", "domain", "Domains", "Forces", "Domains of operations."),
        ("command_relation", "command relation", "Command relations", "Forces",
         "States of command between headquarters and unit."),
        ("readiness_band", "readiness band", "Readiness bands", "Forces",
         "Bands of notice to move, in days."),
        ("framework", "framework", "Frameworks", "Agreements", "Alliances and partnerships."),
        ("agreement_kind", "agreement kind", "Agreement kinds", "Agreements",
         "Kinds of agreement between participants."),
        ("caveat_effect", "caveat effect", "Caveat effects", "Agreements",
         "What a caveat does to a task."),
        ("legal_basis", "legal basis", "Legal bases", "Agreements",
         "What forces and information may rest on."),
        ("core_task", "core task", "Core tasks", "Objectives", "Core tasks of the alliance."),
        ("capability_area", "capability area", "Capability areas", "Objectives",
         "Areas by which readiness is rolled up."),
        ("threat_family", "threat family", "Threat families", "Objectives", "Families of threat."),
        ("technology", "technology", "Technologies", "Objectives", "Technologies under trial."),
        ("interop_dimension", "interoperability dimension", "Interoperability dimensions",
         "Evaluation", "In what respect participants must fit together."),
        ("interop_result", "interoperability result", "Interoperability results", "Evaluation",
         "Results of an interoperability test."),
        ("lesson_state", "lesson state", "Lesson states", "Evaluation",
         "A new observation begins in the first state; the moves below lead on."),
        ("zone", "time zone", "Time zones", "Words", "Zone letters and their offset from UTC."),
        ("terminology", "word", "Terminology", "Words", "Words that frameworks use differently."),
    )
)  # fmt: skip
"""Every kind of term that an exercise holds, in the order in which planners look for them."""

STATES = ("inject_state", "lesson_state")
"""Kinds whose terms are joined by allowed moves."""

_COMMON = (
    Field("code", "Code", required=True),
    Field("name", "Name", required=True),
    Field("definition", "Definition", "text"),
)
_EVIDENCE = (
    Field("source", "Source"),
    Field("tag", "Evidence", "pick", options=EVIDENCE_WORDS),
)
_LABELS = {
    "default_offset_days": "Days from anchor",
    "due_offset_days": "Due, days from anchor",
    "sidc": "SIDC",
    "counts": "Counts as tested",
    "control_only": "Control only",
}
_KINDS: Mapping[type, Kind] = {int: "whole", bool: "flag", tuple: "codes"}


def term_kind(kind: str) -> TermKind:
    """The kind of that name; Refusal where there is none."""
    for each in TERM_KINDS:
        if each.kind == kind:
            return each
    raise Refusal(
        f"There is no kind of term “{kind}”.",
        field="kind",
        remedy=f"Kinds: {', '.join(each.kind for each in TERM_KINDS)}.",
    )


@cache
def term_noun(kind: str) -> Noun:
    """The terms of a kind as a noun: what they have in common, and the fields of their own.

    Raises Refusal where there is no such kind.
    """
    described = term_kind(kind)
    fields = (*_COMMON, *attribute_fields(kind), *_EVIDENCE)
    return Noun("term", described.singular, described.plural.lower(), fields, "name", "code")


@cache
def attribute_fields(kind: str) -> tuple[Field, ...]:
    """The fields that only this kind of term has."""
    return tuple(_field(name, column) for name, column in _columns(kind).items())


def references(kind: str) -> tuple[tuple[str, str], ...]:
    """Kinds and fields of terms that name a term of this kind."""
    return tuple(
        (each.kind, field.name)
        for each in TERM_KINDS
        for field in attribute_fields(each.kind)
        if field.kind == "choice" and field.choices == kind
    )


def _columns(kind: str) -> Mapping[str, Column]:
    for shape in TERM_TABLES.values():
        if shape.kind == kind:
            return shape.columns
    for name, columns in catalogues.COLUMNS.values():
        if name == kind:
            return columns
    return {}


def _field(name: str, column: Column) -> Field:
    label = _LABELS.get(name, name.replace("_", " ").capitalize())
    if column.choices:
        options = tuple((code, code if code.isupper() else code.capitalize())
                        for code in column.choices)  # fmt: skip
        return Field(name, label, "pick", options=options, required=column.required)
    if column.refers_to:
        return Field(name, label, "choice", TERM_TABLES[column.refers_to].kind)
    kind = _KINDS.get(column.type, "line")
    return Field(name, label, kind, required=column.required and kind == "whole")
