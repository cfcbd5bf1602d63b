"""Observations and lessons as a noun."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun

LESSON_KINDS = (("sustain", "Sustain"), ("improve", "Improve"))

LESSON = Noun(
    name="lesson",
    singular="observation",
    plural="observations",
    code="serial",
    prefix="OBS-",
    fields=(
        Field("serial", "Serial", section="Observation"),
        Field("title", "Title", required=True, section="Observation"),
        Field("state", "State", "choice", "lesson_state", section="Observation"),
        Field("kind", "Kind", "pick", options=LESSON_KINDS, section="Observation"),
        Field("evaluator_id", "Observed by", "reference", "evaluator", section="Observation"),
        Field("observed_at", "Observed at", "moment", section="Observation"),
        Field("inject_id", "Inject", "reference", "inject", section="Observation"),
        Field("objective_id", "Objective", "reference", "objective", section="Observation"),
        Field("unit_id", "Unit", "reference", "unit", section="Observation"),
        Field("observation", "Observation", "text", section="O-D-C-R"),
        Field("discussion", "Discussion", "text", section="O-D-C-R"),
        Field("conclusion", "Conclusion", "text", section="O-D-C-R"),
        Field("recommendation", "Recommendation", "text", section="O-D-C-R"),
        Field("dotmlpfi", "DOTMLPF-I", section="Follow-up"),
        Field("owner", "Owner", hint="Role title", section="Follow-up"),
        Field("due", "Due", "date", section="Follow-up"),
        Field("marking_level", "Classification", "choice", "marking_level", section="Marking"),
        Field("marking_releases", "Releasable to", "codes", "marking_audience", section="Marking"),
    ),
)
