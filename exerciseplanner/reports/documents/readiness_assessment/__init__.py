"""The readiness assessment: statement, what it rests on, and the evidence behind every grade."""

from __future__ import annotations

from exerciseplanner.reports.document_spec import DocumentSpec
from exerciseplanner.reports.documents.readiness_assessment.composing import compose

DOCUMENT = DocumentSpec(
    code="readiness-assessment",
    title="Readiness assessment",
    purpose="For the commander and the OSE: readiness by objective, unit and capability area, "
    "with what it rests on, who overrode what, and what is still open.",
    compose=compose,
)
