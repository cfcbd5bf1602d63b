"""Participation and legal annex: who takes part on what footing, and what it rests on."""

from __future__ import annotations

from exerciseplanner.reports.document_spec import DocumentSpec
from exerciseplanner.reports.documents.participation.composing import compose

DOCUMENT = DocumentSpec(
    code="participation",
    title="Participation and legal annex",
    purpose="For planners, legal advisers and the officer scheduling the exercise: participants, "
    "agreements, caveats with the injects that meet them, priorities, concurrence and burden, "
    "every authority with the positions of the nations, and the means of the units. It names "
    "injects and is not for the training audience.",
    compose=compose,
)
