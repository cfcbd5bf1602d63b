"""Standards and the test cases that test them between two participants."""

from __future__ import annotations

from sqlalchemy import Table

from exerciseplanner.storage.tables.columns import METADATA, flag, key, line, order, reference

standard = Table(
    "standard",
    METADATA,
    key(),
    order(),
    line("code"),
    line("cover"),
    line("title"),
    line("edition"),
    line("date"),
    line("status"),
    line("domain"),
    line("spirals"),
    line("source"),
    line("tag"),
)

interoperability_objective = Table(
    "interoperability_objective",
    METADATA,
    key(),
    order(),
    line("code"),
    line("title"),
    reference("objective_id", "objective"),
    reference("standard_id", "standard"),
    line("edition"),
    line("dimension"),
    line("target"),
    line("note"),
)

test_case = Table(
    "test_case",
    METADATA,
    key(),
    order(),
    line("code"),
    line("title"),
    reference("interoperability_objective_id", "interoperability_objective"),
    reference("standard_id", "standard"),
    line("edition"),
    line("dimension"),
    line("profile"),
    line("target"),
    reference("provider_id", "participant"),
    reference("provider_unit_id", "unit"),
    reference("provider_system_id", "system"),
    reference("consumer_id", "participant"),
    reference("consumer_unit_id", "unit"),
    reference("consumer_system_id", "system"),
    reference("mediator_id", "participant"),
    line("provider_result"),
    line("consumer_result"),
    line("result"),
    flag("shortfall"),
    line("note"),
)
