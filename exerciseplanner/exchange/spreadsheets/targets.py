"""The fields a column can be taken for."""

from __future__ import annotations

from exerciseplanner.domain.injects import INJECT
from exerciseplanner.exchange.spreadsheets.headings import HEADINGS

_OWN = {
    "start": "Planned delivery (date, time or both)",
    "start_date": "Day of the planned delivery",
    "end": "End (gives the duration)",
    "scenario_date": "Day in the scenario",
    "storyline": "Storyline",
    "event": "Event",
    "incident": "Incident",
    "contingency_for": "Contingency for (serial)",
}

TARGETS: dict[str, str] = {
    name: _OWN.get(name)
    or next((field.label for field in INJECT.fields if field.name == name), name)
    for name in HEADINGS
}
"""Every field an importer fills, with its label; in the order in which a window offers them."""

TEXTS = (
    "title",
    "sender",
    "cell",
    "addressees",
    "info_addressees",
    "message",
    "attachments",
    "precondition",
    "background",
    "expected_action",
    "cue",
    "responsible",
    "author",
    "reviewer",
    "approver",
    "simulation_action",
    "location_name",
    "exercise_marking",
    "released_by",
    "response",
    "note",
)
"""Fields that take a cell's text as it stands."""

STRANDS = ("storyline", "event", "incident")
"""Fields that name what an inject belongs to, from the top down."""

CONTENT = ("title", "message")
"""Without one of these a sheet says nothing that could become an inject."""

SPECIFIC: dict[str, float] = {
    "start": 1.5,
    "start_date": 0.5,
    "scenario_start": 1.0,
    "addressees": 1.0,
    "expected_action": 1.0,
    "means": 1.0,
    "sender": 0.9,
    "cell": 0.5,
    "serial": 0.5,
    "cue": 0.5,
    "objectives": 0.4,
    "responsible": 0.3,
    "storyline": 0.3,
}
"""How much each field speaks for a list of injects."""
