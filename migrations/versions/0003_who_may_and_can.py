"""Means of units, command relations, memberships, law, consensus, burden, and test cases."""

from __future__ import annotations

import json
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the new tables, and part objectives of interoperability from their test cases."""
    _create_means()
    _create_partnership()
    _create_law()
    _create_consensus()
    _widen()
    _part_test_cases()
    _date_memberships()


def _create_means() -> None:
    _table(
        "command_relation", _key(), _seq(), _needed("unit_id"), _needed("superior_id"),
        _line("relation"), _whole("start"), _whole("finish"), _line("note"),
        refers={"unit_id": "unit", "superior_id": "unit"},
    )  # fmt: skip
    _table(
        "equipment", _key(), _seq(), _needed("unit_id"), _line("title"), _line("sidc"),
        _whole("quantity_planned"), _whole("quantity_present"), _line("external_id"),
        _line("note"), refers={"unit_id": "unit"},
    )  # fmt: skip
    _table(
        "system", _key(), _seq(), _line("code"), _line("title"), _text("unit_id"),
        _line("technologies", "[]"), _line("maturity", "fielded"), _line("note"),
        refers={"unit_id": "unit"},
    )  # fmt: skip
    _table(
        "capability", _key(), _seq(), _line("code"), _line("title"), _line("capability_area"),
        _line("technologies", "[]"), _line("note"),
    )  # fmt: skip
    _table(
        "unit_capability", _key(), _seq(), _needed("unit_id"), _needed("capability_id"),
        _line("maturity", "fielded"), _line("note"),
        refers={"unit_id": "unit", "capability_id": "capability"},
    )  # fmt: skip


def _create_partnership() -> None:
    _table(
        "membership", _key(), _seq(), _needed("participant_id"), _line("framework"),
        _text("since"), _text("until"), _text("suspended"), _line("source"), _line("tag"),
        _line("note"), refers={"participant_id": "participant"},
    )  # fmt: skip
    _table(
        "contribution", _key(), _seq(), _needed("participant_id"), _line("title"),
        _line("resource", "people"), _whole("asked"), _whole("offered"), _line("note"),
        refers={"participant_id": "participant"},
    )  # fmt: skip


def _create_law() -> None:
    _table(
        "authority", _key(), _seq(), _line("code"), _line("title"), _line("kind", "roe"),
        _line("basis"), _line("activity"), _line("domain"), _line("threat_family"),
        _line("condition"), _line("review", "draft"), _text("valid_from"), _text("valid_until"),
        _line("source"), _line("note"),
    )  # fmt: skip
    _table(
        "authority_position", _key(), _seq(), _needed("authority_id"), _needed("participant_id"),
        _line("position", "held"), _line("condition"), _line("note"),
        refers={"authority_id": "authority", "participant_id": "participant"},
    )  # fmt: skip
    _table(
        "inject_authority", _key(), _needed("inject_id"), _needed("authority_id"),
        refers={"inject_id": "inject", "authority_id": "authority"},
        once=("inject_id", "authority_id"),
    )  # fmt: skip


def _create_consensus() -> None:
    _table(
        "priority", _key(), _seq(), _needed("participant_id"), _needed("objective_id"),
        _counted("weight"),
        refers={"participant_id": "participant", "objective_id": "objective"},
    )  # fmt: skip
    op.create_index(
        "uq_priority_of_participant", "priority", ["participant_id", "objective_id"], unique=True
    )
    _table(
        "concurrence", _key(), _seq(), _needed("participant_id"), _line("product"),
        _line("position", "asked"), _text("asked_on"), _text("answered_on"), _line("comment"),
        refers={"participant_id": "participant"},
    )  # fmt: skip
    _table(
        "dismissal", _key(), _line("code"), _line("subject_kind"), _line("subject_id"),
        _line("reason"), _line("dismissed_by"), _text("dismissed_at"),
    )  # fmt: skip
    op.create_index(
        "uq_dismissal_subject", "dismissal", ["code", "subject_kind", "subject_id"], unique=True
    )


def _widen() -> None:
    op.add_column("exercise", _whole("activation"))
    op.add_column("unit", _line("readiness"))
    for name in ("movement_hours", "required_by", "arrival", "departure"):
        op.add_column("unit", _whole(name))
    for name in ("means_people", "means_money"):
        op.add_column("participant", _whole(name))
    op.add_column("objective", _line("technologies", "[]"))
    _hold_through_systems()


def _hold_through_systems() -> None:
    """SQLite adds no reference to a table that stands; it is written anew."""
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT * FROM unit_standard ORDER BY rowid")).mappings()
    held = [dict(row) for row in rows]
    op.drop_table("unit_standard")
    _table(
        "unit_standard", _key(), _seq(), _needed("unit_id"), _needed("standard_id"),
        _line("edition"), _line("role", "both"), _counted("gateway"), _line("note"),
        _text("system_id"),
        refers={"unit_id": "unit", "standard_id": "standard", "system_id": "system"},
    )  # fmt: skip
    for row in held:
        _insert("unit_standard", row, tuple(row))


def _part_test_cases() -> None:
    """Every objective of interoperability was one test; now it has one test case."""
    connection = op.get_bind()
    before = connection.execute(sa.text("SELECT * FROM interoperability_objective")).mappings()
    tested = [dict(row) for row in before]
    links = connection.execute(sa.text("SELECT * FROM inject_interoperability")).fetchall()
    op.drop_table("inject_interoperability")
    op.drop_table("interoperability_objective")
    _create_test_cases()
    for row in tested:
        objective = {**row, "id": str(uuid4())}
        _insert(
            "interoperability_objective", objective,
            ("id", "seq", "code", "title", "standard_id", "edition", "dimension", "target"),
        )  # fmt: skip
        case = {**row, "interoperability_objective_id": objective["id"]}
        _insert("test_case", case, tuple(case))
    for link_id, inject_id, case_id in links:
        link = {"id": link_id, "inject_id": inject_id, "test_case_id": case_id}
        _insert("inject_test_case", link, tuple(link))


def _create_test_cases() -> None:
    _table(
        "interoperability_objective", _key(), _seq(), _line("code"), _line("title"),
        _text("objective_id"), _text("standard_id"), _line("edition"), _line("dimension"),
        _line("target"), _line("note"),
        refers={"objective_id": "objective", "standard_id": "standard"},
    )  # fmt: skip
    _table(
        "test_case", _key(), _seq(), _line("code"), _line("title"),
        _text("interoperability_objective_id"), _text("standard_id"), _line("edition"),
        _line("dimension"), _line("profile"), _line("target"), _text("provider_id"),
        _text("provider_unit_id"), _text("provider_system_id"), _text("consumer_id"),
        _text("consumer_unit_id"), _text("consumer_system_id"), _text("mediator_id"),
        _line("provider_result"), _line("consumer_result"), _line("result"),
        _counted("shortfall"), _line("note"),
        refers={
            "interoperability_objective_id": "interoperability_objective",
            "standard_id": "standard",
            "provider_id": "participant",
            "provider_unit_id": "unit",
            "provider_system_id": "system",
            "consumer_id": "participant",
            "consumer_unit_id": "unit",
            "consumer_system_id": "system",
            "mediator_id": "participant",
        },
    )  # fmt: skip
    _table(
        "inject_test_case", _key(), _needed("inject_id"), _needed("test_case_id"),
        refers={"inject_id": "inject", "test_case_id": "test_case"},
        once=("inject_id", "test_case_id"),
    )  # fmt: skip


def _date_memberships() -> None:
    """Frameworks were codes without dates; each becomes a membership without dates."""
    connection = op.get_bind()
    stated = connection.execute(sa.text("SELECT id, frameworks FROM participant ORDER BY seq"))
    seq = 0
    for participant_id, frameworks in stated.fetchall():
        for code in json.loads(frameworks or "[]"):
            row = {
                "id": str(uuid4()), "seq": seq, "participant_id": participant_id, "framework": code,
            }  # fmt: skip
            _insert("membership", row, tuple(row))
            seq += 1
    op.execute("ALTER TABLE participant DROP COLUMN frameworks")


def _insert(table: str, row: dict[str, object], names: tuple[str, ...]) -> None:
    columns, values = ", ".join(names), ", ".join(f":{name}" for name in names)
    op.get_bind().execute(
        sa.text(f"INSERT INTO {table} ({columns}) VALUES ({values})"),
        {name: row[name] for name in names},
    )


def _table(
    name: str,
    *columns: sa.Column,
    refers: dict[str, str] | None = None,
    once: tuple[str, ...] = (),
) -> None:
    needed = {column.name for column in columns if not column.nullable}
    constraints: list[sa.Constraint] = [
        sa.ForeignKeyConstraint(
            [column],
            [f"{other}.id"],
            name=op.f(f"fk_{name}_{column}_{other}"),
            ondelete="CASCADE" if column in needed else "SET NULL",
        )
        for column, other in (refers or {}).items()
    ]
    if once:
        constraints.append(sa.UniqueConstraint(*once, name=op.f(f"uq_{name}_{'_'.join(once)}")))
    op.create_table(
        name, *columns, *constraints, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}"))
    )
    for column in refers or {}:
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column], unique=False)


def _key() -> sa.Column:
    return sa.Column("id", sa.Text(), nullable=False)


def _seq() -> sa.Column:
    return _counted("seq")


def _counted(name: str) -> sa.Column:
    return sa.Column(name, sa.Integer(), server_default=sa.text("0"), nullable=False)


def _needed(name: str) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=False)


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=True)


def _whole(name: str) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=True)


def _line(name: str, default: str = "") -> sa.Column:
    return sa.Column(name, sa.Text(), server_default=sa.text(f"('{default}')"), nullable=False)
