"""Standards that units hold, and information exchange requirements."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_EMPTY = sa.text("('')")


def upgrade() -> None:
    """Create both tables."""
    _create_unit_standard()
    _create_exchange_requirement()


def _create_unit_standard() -> None:
    op.create_table(
        "unit_standard",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("standard_id", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), server_default=_EMPTY, nullable=False),
        sa.Column("role", sa.Text(), server_default=sa.text("('both')"), nullable=False),
        sa.Column("gateway", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("note", sa.Text(), server_default=_EMPTY, nullable=False),
        _reference("unit_standard", "standard_id", "standard", "CASCADE"),
        _reference("unit_standard", "unit_id", "unit", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_standard")),
    )
    for name in ("standard_id", "unit_id"):
        op.create_index(op.f(f"ix_unit_standard_{name}"), "unit_standard", [name], unique=False)


def _create_exchange_requirement() -> None:
    references = {
        "consumer_id": "participant",
        "consumer_unit_id": "unit",
        "inject_id": "inject",
        "producer_id": "participant",
        "producer_unit_id": "unit",
        "standard_id": "standard",
    }
    table = "exchange_requirement"
    op.create_table(
        table,
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("code", sa.Text(), server_default=_EMPTY, nullable=False),
        sa.Column("product", sa.Text(), server_default=_EMPTY, nullable=False),
        sa.Column("producer_id", sa.Text(), nullable=True),
        sa.Column("producer_unit_id", sa.Text(), nullable=True),
        sa.Column("consumer_id", sa.Text(), nullable=True),
        sa.Column("consumer_unit_id", sa.Text(), nullable=True),
        sa.Column("network", sa.Text(), server_default=_EMPTY, nullable=False),
        sa.Column("standard_id", sa.Text(), nullable=True),
        sa.Column("marking_level", sa.Text(), server_default=_EMPTY, nullable=False),
        sa.Column("marking_releases", sa.Text(), server_default=sa.text("('[]')"), nullable=False),
        sa.Column("required_minutes", sa.Integer(), nullable=True),
        sa.Column("measured_minutes", sa.Integer(), nullable=True),
        sa.Column("inject_id", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), server_default=_EMPTY, nullable=False),
        *(_reference(table, name, other, "SET NULL") for name, other in references.items()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange_requirement")),
    )
    for name in references:
        op.create_index(op.f(f"ix_{table}_{name}"), table, [name], unique=False)


def _reference(table: str, name: str, other: str, action: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [name], [f"{other}.id"], name=op.f(f"fk_{table}_{name}_{other}"), ondelete=action
    )
