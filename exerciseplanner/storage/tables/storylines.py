"""The strands of the MEL/MIL: storylines, the events in them and the incidents in those."""

from __future__ import annotations

from sqlalchemy import Table

from exerciseplanner.storage.tables.columns import METADATA, key, line, order, reference, whole

strand = Table(
    "strand",
    METADATA,
    key(),
    order(),
    line("kind", "storyline"),
    reference("parent_id", "strand", gone="CASCADE"),
    line("serial"),
    line("title"),
    line("description"),
    line("owner"),
    line("cell"),
    line("effect"),
    line("expected_response"),
    line("location_name"),
    whole("colour", default=0),
    reference("objective_id", "objective"),
    reference("threat_id", "threat"),
    line("note"),
)
