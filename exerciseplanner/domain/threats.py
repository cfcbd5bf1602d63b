"""Threats as a noun."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun

THREAT = Noun(
    name="threat",
    singular="threat",
    plural="threats",
    code="code",
    fields=(
        Field("code", "Code", required=True),
        Field("title", "Title", required=True),
        Field("family", "Family", "choice", "threat_family"),
        Field("actor", "Actor"),
        Field("description", "Description", "text"),
        Field("techniques", "Techniques", "codes"),
        Field("technology", "Enabling technology"),
        Field("likelihood", "Likelihood (1 to 5)", "whole", low=1, high=5),
        Field("severity", "Severity (1 to 5)", "whole", low=1, high=5),
        Field("note", "Note", "text"),
    ),
)
