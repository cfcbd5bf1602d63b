"""The doctrine pack as it stands in this exercise: terms, scales, transitions, classification."""

from __future__ import annotations

from sqlalchemy import Index, Table

from exerciseplanner.storage.tables.columns import (
    METADATA,
    flag,
    key,
    line,
    listing,
    order,
    reference,
    whole,
)

term = Table(
    "term",
    METADATA,
    key(),
    order(),
    line("kind"),
    line("code"),
    line("name"),
    line("definition"),
    line("attributes", "{}"),
    line("source"),
    line("tag"),
    flag("edited"),
    Index("uq_term_kind_code", "kind", "code", unique=True),
)

rating_scale = Table(
    "rating_scale",
    METADATA,
    key(),
    order(),
    line("code"),
    line("name"),
    line("rollup"),
    line("source"),
    line("tag"),
)

rating_value = Table(
    "rating_value",
    METADATA,
    key(),
    order(),
    reference("scale_id", "rating_scale", needed=True),
    line("code"),
    line("name"),
    line("definition"),
    line("worth"),
    flag("counts", default=True),
)

transition = Table(
    "transition",
    METADATA,
    key(),
    order(),
    line("kind"),
    line("from_code"),
    line("to_code"),
    line("role"),
)

marking_policy = Table(
    "marking_policy",
    METADATA,
    key(),
    order(),
    line("code"),
    line("name"),
    line("release_phrase"),
    line("release_separator"),
    line("owner"),
)

marking_level = Table(
    "marking_level",
    METADATA,
    key(),
    reference("policy_id", "marking_policy", needed=True),
    line("code"),
    line("name"),
    whole("rank", default=0),
)

marking_audience = Table(
    "marking_audience",
    METADATA,
    key(),
    order(),
    reference("policy_id", "marking_policy", needed=True),
    line("code"),
    line("name"),
    listing("members"),
)
