"""The one row that describes the exercise itself."""

from __future__ import annotations

from sqlalchemy import Table

from exerciseplanner.storage.tables.columns import (
    METADATA,
    flag,
    key,
    line,
    listing,
    minutes,
    moment,
)

EXERCISE_ID = "exercise"

exercise = Table(
    "exercise",
    METADATA,
    key(),
    line("name"),
    line("aim"),
    line("kind"),
    line("level"),
    line("character"),
    line("scenario"),
    line("area"),
    line("reference"),
    line("notice"),
    moment("startex"),
    minutes("endex"),
    line("zone", "Z"),
    line("doctrine"),
    line("doctrine_title"),
    line("ose"),
    line("oce"),
    line("ode"),
    line("marking_policy", "NATO"),
    line("marking_level", "NU"),
    listing("marking_releases"),
    line("scale"),
    line("rollup_rule", "weighted"),
    line("paper", "A4"),
    flag("assessment_final"),
    line("assessor"),
    minutes("activation"),
)
