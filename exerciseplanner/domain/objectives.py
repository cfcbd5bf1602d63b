"""Objectives and their criteria as nouns."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun

OBJECTIVE_KINDS = (("exercise", "Exercise objective"), ("training", "Training objective"))
PRIORITIES = (("primary", "Primary"), ("supporting", "Supporting"))

OBJECTIVE = Noun(
    name="objective",
    singular="objective",
    plural="objectives",
    code="code",
    owner="parent_id",
    fields=(
        Field("code", "Code", required=True, section="Objective"),
        Field("title", "Title", required=True, section="Objective"),
        Field("kind", "Kind", "pick", options=OBJECTIVE_KINDS, section="Objective"),
        Field("parent_id", "Serves", "reference", "objective", section="Objective"),
        Field(
            "audience",
            "Training audience",
            "references",
            "unit",
            link="objective_audience",
            section="Objective",
        ),
        Field("task", "Task", "text", section="Task, conditions, standard"),
        Field("conditions", "Conditions", "text", section="Task, conditions, standard"),
        Field("standard", "Standard", "text", section="Task, conditions, standard"),
        Field("weight", "Weight", "whole", low=0, high=100, section="Weighing"),
        Field("priority", "Priority", "pick", options=PRIORITIES, section="Weighing"),
        Field("core_task", "Core task", "choice", "core_task", section="Weighing"),
        Field(
            "capability_area", "Capability area", "choice", "capability_area", section="Weighing"
        ),
        Field("technologies", "Technologies", "codes", "technology", section="Weighing"),
        Field("source", "Source", section="Weighing"),
        Field("note", "Note", "text", section="Note"),
    ),
)

CRITERION = Noun(
    name="criterion",
    singular="criterion",
    plural="criteria",
    code="code",
    owner="objective_id",
    fields=(
        Field("code", "Code"),
        Field("title", "Criterion", required=True),
        Field("objective_id", "Objective", "reference", "objective", required=True),
        Field("weight", "Weight", "whole", low=0, high=100),
        Field("critical", "Critical", "flag"),
        Field("note", "Note", "text"),
    ),
)
