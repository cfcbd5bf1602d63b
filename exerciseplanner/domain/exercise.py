"""The exercise itself as a noun: aim, dates, direction and marking."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun

ROLLUP_RULES = (
    ("weighted", "Weighted share with critical gates"),
    ("lowest", "Lowest governs"),
)
PAPERS = (("A4", "A4"), ("Letter", "US Letter"))

EXERCISE = Noun(
    name="exercise",
    singular="exercise",
    plural="exercises",
    title="name",
    fields=(
        Field("name", "Name", required=True, section="Identification"),
        Field("aim", "Aim", "text", section="Identification"),
        Field("kind", "Type", "choice", "exercise_type", section="Identification"),
        Field(
            "level",
            "Level",
            "pick",
            options=(
                ("strategic", "Strategic"),
                ("operational", "Operational"),
                ("tactical", "Tactical"),
            ),
            section="Identification",
        ),
        Field("character", "Character", hint="Article 5, non-Article 5", section="Identification"),
        Field("scenario", "Scenario", section="Identification"),
        Field("area", "Area", section="Identification"),
        Field("reference", "File reference", section="Identification"),
        Field("notice", "Notice on covers", "text", section="Identification"),
        Field("startex", "STARTEX", "moment", section="Dates"),
        Field("endex", "ENDEX", "planned", section="Dates"),
        Field("activation", "Activation order", "planned", section="Dates"),
        Field("zone", "Exercise time zone", hint="Z, A or B, never J", section="Dates"),
        Field("ose", "Officer scheduling the exercise (OSE)", section="Direction"),
        Field("oce", "Officer conducting the exercise (OCE)", section="Direction"),
        Field("ode", "Officer directing the exercise (ODE)", section="Direction"),
        Field("marking_level", "Classification", "choice", "marking_level", section="Marking"),
        Field("marking_releases", "Releasable to", "codes", "marking_audience", section="Marking"),
        Field("scale", "Rating scale", "choice", "rating_scale", section="Assessment"),
        Field("rollup_rule", "Roll-up rule", "pick", options=ROLLUP_RULES, section="Assessment"),
        Field("assessor", "Assessor", hint="Role title", section="Assessment"),
        Field("assessment_final", "Assessment is final", "flag", section="Assessment"),
        Field("paper", "Paper", "pick", options=PAPERS, section="Assessment"),
    ),
)
