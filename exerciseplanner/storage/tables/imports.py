"""What each imported row said when it came in, so that the same file can come again."""

from __future__ import annotations

from sqlalchemy import Index, Table

from exerciseplanner.storage.tables.columns import METADATA, key, line

import_record = Table(
    "import_record",
    METADATA,
    key(),
    line("noun"),
    line("row_id"),
    line("source"),
    line("source_key"),
    line("said", "{}"),
    Index("uq_import_record_key", "noun", "source", "source_key", unique=True),
    Index("ix_import_record_row", "row_id"),
)
