"""Strands and injects of the MEL/MIL as nouns."""

from __future__ import annotations

from exerciseplanner.domain.fields import Field, Noun

STRAND_KINDS = (("storyline", "Storyline"), ("event", "Event"), ("incident", "Incident"))

STRAND = Noun(
    name="strand",
    singular="MEL/MIL strand",
    plural="MEL/MIL strands",
    code="serial",
    owner="parent_id",
    fields=(
        Field("serial", "Serial", section="Strand"),
        Field("title", "Title", required=True, section="Strand"),
        Field("kind", "Kind", "pick", options=STRAND_KINDS, section="Strand"),
        Field("parent_id", "Part of", "reference", "strand", section="Strand"),
        Field("owner", "Event or incident manager", hint="Role title", section="Strand"),
        Field("cell", "Lead cell", section="Strand"),
        Field("objective_id", "Main objective", "reference", "objective", section="Strand"),
        Field("threat_id", "Threat", "reference", "threat", section="Strand"),
        Field("description", "Description", "text", section="Story"),
        Field("effect", "Desired effect on the training audience", "text", section="Story"),
        Field("expected_response", "Expected response", "text", section="Story"),
        Field("location_name", "Location", section="Story"),
        Field("note", "Note", "text", section="Note"),
    ),
)

INJECT = Noun(
    name="inject",
    singular="inject",
    plural="injects",
    code="serial",
    owner="strand_id",
    fields=(
        Field("serial", "Serial", section="Inject"),
        Field("title", "Title", required=True, section="Inject"),
        Field("kind", "Kind", "choice", "inject_kind", section="Inject"),
        Field("state", "State", "choice", "inject_state", section="Inject"),
        Field("strand_id", "Part of", "reference", "strand", section="Inject"),
        Field("start", "Planned delivery", "planned", section="Time"),
        Field("duration", "Duration (minutes)", "minutes", low=0, section="Time"),
        Field("scenario_start", "Time in the scenario", "planned", section="Time"),
        Field("sender", "From (played)", section="Delivery"),
        Field("cell", "Delivered by (EXCON cell)", section="Delivery"),
        Field("addressees", "To", section="Delivery"),
        Field("info_addressees", "Info", section="Delivery"),
        Field("means", "Means", "choice", "means", section="Delivery"),
        Field("message", "Message", "text", section="Delivery"),
        Field("attachments", "Attachments", section="Delivery"),
        Field(
            "units", "Units addressed", "references", "unit", link="inject_unit", section="Links"
        ),
        Field(
            "objectives",
            "Objectives",
            "references",
            "objective",
            link="inject_objective",
            section="Links",
        ),
        Field("threats", "Threats", "references", "threat", link="inject_threat", section="Links"),
        Field(
            "interoperability",
            "Test cases",
            "references",
            "test_case",
            link="inject_test_case",
            section="Links",
        ),
        Field(
            "authorities",
            "Authorities it needs",
            "references",
            "authority",
            link="inject_authority",
            section="Links",
        ),
        Field("contingency_for_id", "Contingency for", "reference", "inject", section="Links"),
        Field("precondition", "Precondition", section="Links"),
        Field("background", "Background (EXCON only)", "text", section="Control"),
        Field("expected_action", "Expected action", "text", section="Control"),
        Field("cue", "Evaluator cue", "text", section="Control"),
        Field("responsible", "Responsible", hint="Role title", section="Control"),
        Field("author", "Author", hint="Role title", section="Control"),
        Field("reviewer", "Reviewer", hint="Role title", section="Control"),
        Field("approver", "Approver", hint="Role title", section="Control"),
        Field("simulation_action", "Simulation action", "text", section="Control"),
        Field("location_name", "Location", section="Place"),
        Field("latitude", "Latitude", "degrees", low=-90, high=90, section="Place"),
        Field("longitude", "Longitude", "degrees", low=-180, high=180, section="Place"),
        Field("marking_level", "Classification", "choice", "marking_level", section="Marking"),
        Field("marking_releases", "Releasable to", "codes", "marking_audience", section="Marking"),
        Field("exercise_marking", "Played marking", section="Marking"),
        Field("released_at", "Released at", "moment", section="Conduct"),
        Field("released_by", "Released by", hint="Role title", section="Conduct"),
        Field("acknowledged_at", "Acknowledged at", "moment", section="Conduct"),
        Field("response", "What the training audience did", "text", section="Conduct"),
        Field("note", "Note", "text", section="Note"),
    ),
)

DEPENDENCY = Noun(
    name="inject_dependency",
    singular="dependency",
    plural="dependencies",
    title="condition",
    owner="inject_id",
    fields=(
        Field("inject_id", "Inject", "reference", "inject", required=True),
        Field("after_id", "After", "reference", "inject", required=True),
        Field("delay", "Delay (minutes)", "minutes"),
        Field("condition", "Condition"),
    ),
)
