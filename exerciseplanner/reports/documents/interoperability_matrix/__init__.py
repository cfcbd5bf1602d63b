"""The interoperability matrix: who can, may and does exchange with whom, on paper."""

from __future__ import annotations

from exerciseplanner.reports.document_spec import DocumentSpec
from exerciseplanner.reports.documents.interoperability_matrix.composing import compose

DOCUMENT = DocumentSpec(
    code="interoperability-matrix",
    title="Interoperability matrix",
    purpose="For planners and test directors: every two participants with what is expected and "
    "what was tested, results that do not fit together, and the information exchanges required.",
    compose=compose,
)
