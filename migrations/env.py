"""Runs the migrations inside the transaction that the program has opened."""

from __future__ import annotations

from alembic import context

from exerciseplanner.storage.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
context.run_migrations()
