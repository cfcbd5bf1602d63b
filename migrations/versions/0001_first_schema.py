"""The first schema of the exercise file."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "agreement",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("title", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("kind", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("scope", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("level", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=True),
        sa.Column("valid_until", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    op.create_index("ix_change_step", "change", ["step"], unique=False)
    op.create_table(
        "exercise",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("aim", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("kind", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("level", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("character", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("scenario", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("area", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("reference", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("notice", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("startex", sa.Text(), nullable=True),
        sa.Column("endex", sa.Integer(), nullable=True),
        sa.Column("zone", sa.Text(), server_default=sa.text("'Z'"), nullable=False),
        sa.Column("doctrine", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("doctrine_title", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("ose", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("oce", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("ode", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("marking_policy", sa.Text(), server_default=sa.text("'NATO'"), nullable=False),
        sa.Column("marking_level", sa.Text(), server_default=sa.text("'NU'"), nullable=False),
        sa.Column("marking_releases", sa.Text(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("scale", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("rollup_rule", sa.Text(), server_default=sa.text("'weighted'"), nullable=False),
        sa.Column("paper", sa.Text(), server_default=sa.text("'A4'"), nullable=False),
        sa.Column("assessment_final", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("assessor", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exercise")),
    )
    op.create_table(
        "import_record",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("noun", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("row_id", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("source", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("source_key", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("said", sa.Text(), server_default=sa.text("'{}'"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_record")),
    )
    op.create_index("ix_import_record_row", "import_record", ["row_id"], unique=False)
    op.create_index(
        "uq_import_record_key", "import_record", ["noun", "source", "source_key"], unique=True
    )
    op.create_table(
        "marking_policy",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("code", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("name", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("release_phrase", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("release_separator", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("owner", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_marking_policy")),
    )
    op.create_table(
        "objective",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("kind", sa.Text(), server_default=sa.text("'training'"), nullable=False),
        sa.Column("parent_id", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("title", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("task", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("conditions", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("standard", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("weight", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("priority", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("core_task", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("capability_area", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("source", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("note", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["objective.id"],
            name=op.f("fk_objective_parent_id_objective"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objective")),
    )
    op.create_index(op.f("ix_objective_parent_id"), "objective", ["parent_id"], unique=False)
    op.create_table(
        "override",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("subject_kind", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("subject_id", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("computed", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("value", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("decided_by", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("decided_at", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_override")),
    )
    op.create_index("uq_override_subject", "override", ["subject_kind", "subject_id"], unique=True)
    op.create_table(
        "participant",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("code", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("name", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("kind", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("role", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("frameworks", sa.Text(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("contact", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("note", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
    )
    op.create_table(
        "rating_scale",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("code", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("name", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("rollup", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("source", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("tag", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating_scale")),
    )
    op.create_table(
        "serial",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("last", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_serial")),
    )
    op.create_table(
        "side",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("name", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("identity", sa.Text(), server_default=sa.text("'friend'"), nullable=False),
        sa.Column("external_id", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("note", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_side")),
    )
    op.create_table(
        "standard",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("code", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("cover", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("title", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("edition", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("date", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("status", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("domain", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("spirals", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("source", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("tag", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standard")),
    )
    op.create_table(
        "step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reverses", sa.Integer(), nullable=True),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("parent_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step")),
    )
    op.create_table(
        "term",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("kind", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("code", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("name", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("definition", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("attributes", sa.Text(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("source", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("tag", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("edited", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term")),
    )
    op.create_index("uq_term_kind_code", "term", ["kind", "code"], unique=True)
    op.create_table(
        "threat",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("code", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("title", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("family", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("actor", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("description", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("techniques", sa.Text(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("technology", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("likelihood", sa.Integer(), nullable=True),
        sa.Column("severity", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_threat")),
    )
    op.create_table(
        "transition",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("kind", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("from_code", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("to_code", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("role", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transition")),
    )
    op.create_table(
        "agreement_party",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("agreement_id", sa.Text(), nullable=False),
        sa.Column("participant_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_party_agreement_id_agreement"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_agreement_party_participant_id_participant"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_party")),
        sa.UniqueConstraint(
            "agreement_id",
            "participant_id",
            name=op.f("uq_agreement_party_agreement_id_participant_id"),
        ),
    )
    op.create_index(
        op.f("ix_agreement_party_agreement_id"), "agreement_party", ["agreement_id"], unique=False
    )
    op.create_index(
        op.f("ix_agreement_party_participant_id"),
        "agreement_party",
        ["participant_id"],
        unique=False,
    )
    op.create_table(
        "criterion",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("objective_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("title", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("weight", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("critical", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("note", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
            name=op.f("fk_criterion_objective_id_objective"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterion")),
    )
    op.create_index(op.f("ix_criterion_objective_id"), "criterion", ["objective_id"], unique=False)
    op.create_table(
        "evaluator",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("code", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("title", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("participant_id", sa.Text(), nullable=True),
        sa.Column("area", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("independent", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("lead", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("note", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_evaluator_participant_id_participant"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluator")),
    )
    op.create_index(
        op.f("ix_evaluator_participant_id"), "evaluator", ["participant_id"], unique=False
    )
    op.create_table(
        "interoperability_objective",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("code", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("title", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("standard_id", sa.Text(), nullable=True),
        sa.Column("edition", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("dimension", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("provider_id", sa.Text(), nullable=True),
        sa.Column("consumer_id", sa.Text(), nullable=True),
        sa.Column("target", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("provider_result", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("consumer_result", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("result", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("shortfall", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("note", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.ForeignKeyConstraint(
            ["consumer_id"],
            ["participant.id"],
            name=op.f("fk_interoperability_objective_consumer_id_participant"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["participant.id"],
            name=op.f("fk_interoperability_objective_provider_id_participant"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["standard_id"],
            ["standard.id"],
            name=op.f("fk_interoperability_objective_standard_id_standard"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interoperability_objective")),
    )
    op.create_index(
        op.f("ix_interoperability_objective_consumer_id"),
        "interoperability_objective",
        ["consumer_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_interoperability_objective_provider_id"),
        "interoperability_objective",
        ["provider_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_interoperability_objective_standard_id"),
        "interoperability_objective",
        ["standard_id"],
        unique=False,
    )
    op.create_table(
        "marking_audience",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("policy_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("name", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("members", sa.Text(), server_default=sa.text("'[]'"), nullable=False),
        sa.ForeignKeyConstraint(
            ["policy_id"],
            ["marking_policy.id"],
            name=op.f("fk_marking_audience_policy_id_marking_policy"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_marking_audience")),
    )
    op.create_index(
        op.f("ix_marking_audience_policy_id"), "marking_audience", ["policy_id"], unique=False
    )
    op.create_table(
        "marking_level",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("policy_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("name", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("rank", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["policy_id"],
            ["marking_policy.id"],
            name=op.f("fk_marking_level_policy_id_marking_policy"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_marking_level")),
    )
    op.create_index(
        op.f("ix_marking_level_policy_id"), "marking_level", ["policy_id"], unique=False
    )
    op.create_table(
        "rating_value",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("scale_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("name", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("definition", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("worth", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("counts", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.ForeignKeyConstraint(
            ["scale_id"],
            ["rating_scale.id"],
            name=op.f("fk_rating_value_scale_id_rating_scale"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating_value")),
    )
    op.create_index(op.f("ix_rating_value_scale_id"), "rating_value", ["scale_id"], unique=False)
    op.create_table(
        "strand",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("kind", sa.Text(), server_default=sa.text("'storyline'"), nullable=False),
        sa.Column("parent_id", sa.Text(), nullable=True),
        sa.Column("serial", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("title", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("description", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("owner", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("cell", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("effect", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("expected_response", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("location_name", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("colour", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("objective_id", sa.Text(), nullable=True),
        sa.Column("threat_id", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
            name=op.f("fk_strand_objective_id_objective"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["strand.id"],
            name=op.f("fk_strand_parent_id_strand"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["threat_id"],
            ["threat.id"],
            name=op.f("fk_strand_threat_id_threat"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_strand")),
    )
    op.create_index(op.f("ix_strand_objective_id"), "strand", ["objective_id"], unique=False)
    op.create_index(op.f("ix_strand_parent_id"), "strand", ["parent_id"], unique=False)
    op.create_index(op.f("ix_strand_threat_id"), "strand", ["threat_id"], unique=False)
    op.create_table(
        "unit",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("parent_id", sa.Text(), nullable=True),
        sa.Column("side_id", sa.Text(), nullable=True),
        sa.Column("participant_id", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("short_name", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("echelon", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("domain", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("role", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("strength_planned", sa.Integer(), nullable=True),
        sa.Column("strength_present", sa.Integer(), nullable=True),
        sa.Column("notice_days", sa.Integer(), nullable=True),
        sa.Column("location_name", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("sidc", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("status", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("contact", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("external_id", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("note", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["unit.id"], name=op.f("fk_unit_parent_id_unit"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_unit_participant_id_participant"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["side_id"], ["side.id"], name=op.f("fk_unit_side_id_side"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
    )
    op.create_index(op.f("ix_unit_parent_id"), "unit", ["parent_id"], unique=False)
    op.create_index(op.f("ix_unit_participant_id"), "unit", ["participant_id"], unique=False)
    op.create_index(op.f("ix_unit_side_id"), "unit", ["side_id"], unique=False)
    op.create_table(
        "caveat",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("participant_id", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("activity", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("threat_family", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("domain", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("area", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("phase", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("effect", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("source", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("note", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_caveat_participant_id_participant"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_caveat_unit_id_unit"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_caveat")),
    )
    op.create_index(op.f("ix_caveat_participant_id"), "caveat", ["participant_id"], unique=False)
    op.create_index(op.f("ix_caveat_unit_id"), "caveat", ["unit_id"], unique=False)
    op.create_table(
        "inject",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("strand_id", sa.Text(), nullable=True),
        sa.Column("serial", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("title", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("kind", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("duration", sa.Integer(), nullable=True),
        sa.Column("scenario_start", sa.Integer(), nullable=True),
        sa.Column("sender", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("cell", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("addressees", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("info_addressees", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("means", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("message", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("background", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("expected_action", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("cue", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("location_name", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("simulation_action", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("precondition", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("contingency_for_id", sa.Text(), nullable=True),
        sa.Column("responsible", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("author", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("reviewer", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("approver", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("marking_level", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("marking_releases", sa.Text(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("exercise_marking", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("attachments", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("released_at", sa.Text(), nullable=True),
        sa.Column("released_by", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("acknowledged_at", sa.Text(), nullable=True),
        sa.Column("response", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("note", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.ForeignKeyConstraint(
            ["contingency_for_id"],
            ["inject.id"],
            name=op.f("fk_inject_contingency_for_id_inject"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["strand_id"],
            ["strand.id"],
            name=op.f("fk_inject_strand_id_strand"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inject")),
    )
    op.create_index(
        op.f("ix_inject_contingency_for_id"), "inject", ["contingency_for_id"], unique=False
    )
    op.create_index("ix_inject_serial", "inject", ["serial"], unique=False)
    op.create_index(op.f("ix_inject_strand_id"), "inject", ["strand_id"], unique=False)
    op.create_table(
        "objective_audience",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("objective_id", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
            name=op.f("fk_objective_audience_objective_id_objective"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["unit.id"],
            name=op.f("fk_objective_audience_unit_id_unit"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objective_audience")),
        sa.UniqueConstraint(
            "objective_id", "unit_id", name=op.f("uq_objective_audience_objective_id_unit_id")
        ),
    )
    op.create_index(
        op.f("ix_objective_audience_objective_id"),
        "objective_audience",
        ["objective_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_objective_audience_unit_id"), "objective_audience", ["unit_id"], unique=False
    )
    op.create_table(
        "inject_dependency",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("inject_id", sa.Text(), nullable=False),
        sa.Column("after_id", sa.Text(), nullable=False),
        sa.Column("delay", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("condition", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.ForeignKeyConstraint(
            ["after_id"],
            ["inject.id"],
            name=op.f("fk_inject_dependency_after_id_inject"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["inject_id"],
            ["inject.id"],
            name=op.f("fk_inject_dependency_inject_id_inject"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inject_dependency")),
        sa.UniqueConstraint(
            "inject_id", "after_id", name=op.f("uq_inject_dependency_inject_id_after_id")
        ),
    )
    op.create_index(
        op.f("ix_inject_dependency_after_id"), "inject_dependency", ["after_id"], unique=False
    )
    op.create_index(
        op.f("ix_inject_dependency_inject_id"), "inject_dependency", ["inject_id"], unique=False
    )
    op.create_table(
        "inject_interoperability",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("inject_id", sa.Text(), nullable=False),
        sa.Column("interoperability_objective_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inject_id"],
            ["inject.id"],
            name=op.f("fk_inject_interoperability_inject_id_inject"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["interoperability_objective_id"],
            ["interoperability_objective.id"],
            name=op.f(
                "fk_inject_interoperability_interoperability_objective_id_interoperability_objective"
            ),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inject_interoperability")),
        sa.UniqueConstraint(
            "inject_id",
            "interoperability_objective_id",
            name=op.f("uq_inject_interoperability_inject_id_interoperability_objective_id"),
        ),
    )
    op.create_index(
        op.f("ix_inject_interoperability_inject_id"),
        "inject_interoperability",
        ["inject_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_inject_interoperability_interoperability_objective_id"),
        "inject_interoperability",
        ["interoperability_objective_id"],
        unique=False,
    )
    op.create_table(
        "inject_objective",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("inject_id", sa.Text(), nullable=False),
        sa.Column("objective_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inject_id"],
            ["inject.id"],
            name=op.f("fk_inject_objective_inject_id_inject"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
            name=op.f("fk_inject_objective_objective_id_objective"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inject_objective")),
        sa.UniqueConstraint(
            "inject_id", "objective_id", name=op.f("uq_inject_objective_inject_id_objective_id")
        ),
    )
    op.create_index(
        op.f("ix_inject_objective_inject_id"), "inject_objective", ["inject_id"], unique=False
    )
    op.create_index(
        op.f("ix_inject_objective_objective_id"), "inject_objective", ["objective_id"], unique=False
    )
    op.create_table(
        "inject_threat",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("inject_id", sa.Text(), nullable=False),
        sa.Column("threat_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inject_id"],
            ["inject.id"],
            name=op.f("fk_inject_threat_inject_id_inject"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["threat_id"],
            ["threat.id"],
            name=op.f("fk_inject_threat_threat_id_threat"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inject_threat")),
        sa.UniqueConstraint(
            "inject_id", "threat_id", name=op.f("uq_inject_threat_inject_id_threat_id")
        ),
    )
    op.create_index(
        op.f("ix_inject_threat_inject_id"), "inject_threat", ["inject_id"], unique=False
    )
    op.create_index(
        op.f("ix_inject_threat_threat_id"), "inject_threat", ["threat_id"], unique=False
    )
    op.create_table(
        "inject_unit",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("inject_id", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inject_id"],
            ["inject.id"],
            name=op.f("fk_inject_unit_inject_id_inject"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_inject_unit_unit_id_unit"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inject_unit")),
        sa.UniqueConstraint("inject_id", "unit_id", name=op.f("uq_inject_unit_inject_id_unit_id")),
    )
    op.create_index(op.f("ix_inject_unit_inject_id"), "inject_unit", ["inject_id"], unique=False)
    op.create_index(op.f("ix_inject_unit_unit_id"), "inject_unit", ["unit_id"], unique=False)
    op.create_table(
        "lesson",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("serial", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("title", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("kind", sa.Text(), server_default=sa.text("'improve'"), nullable=False),
        sa.Column("evaluator_id", sa.Text(), nullable=True),
        sa.Column("inject_id", sa.Text(), nullable=True),
        sa.Column("objective_id", sa.Text(), nullable=True),
        sa.Column("unit_id", sa.Text(), nullable=True),
        sa.Column("observation", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("discussion", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("conclusion", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("recommendation", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("dotmlpfi", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("owner", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("observed_at", sa.Text(), nullable=True),
        sa.Column("marking_level", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("marking_releases", sa.Text(), server_default=sa.text("'[]'"), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluator_id"],
            ["evaluator.id"],
            name=op.f("fk_lesson_evaluator_id_evaluator"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["inject_id"],
            ["inject.id"],
            name=op.f("fk_lesson_inject_id_inject"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
            name=op.f("fk_lesson_objective_id_objective"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_lesson_unit_id_unit"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson")),
    )
    op.create_index(op.f("ix_lesson_evaluator_id"), "lesson", ["evaluator_id"], unique=False)
    op.create_index(op.f("ix_lesson_inject_id"), "lesson", ["inject_id"], unique=False)
    op.create_index(op.f("ix_lesson_objective_id"), "lesson", ["objective_id"], unique=False)
    op.create_index(op.f("ix_lesson_unit_id"), "lesson", ["unit_id"], unique=False)
    op.create_table(
        "rating",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("evaluator_id", sa.Text(), nullable=False),
        sa.Column("criterion_id", sa.Text(), nullable=True),
        sa.Column("inject_id", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("note", sa.Text(), server_default=sa.text("('')"), nullable=False),
        sa.Column("rated_at", sa.Text(), nullable=True),
        sa.Column("resolves", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "(criterion_id IS NULL) <> (inject_id IS NULL)", name=op.f("ck_rating_one_subject")
        ),
        sa.ForeignKeyConstraint(
            ["criterion_id"],
            ["criterion.id"],
            name=op.f("fk_rating_criterion_id_criterion"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["evaluator_id"],
            ["evaluator.id"],
            name=op.f("fk_rating_evaluator_id_evaluator"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["inject_id"],
            ["inject.id"],
            name=op.f("fk_rating_inject_id_inject"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating")),
    )
    op.create_index(op.f("ix_rating_criterion_id"), "rating", ["criterion_id"], unique=False)
    op.create_index(op.f("ix_rating_evaluator_id"), "rating", ["evaluator_id"], unique=False)
    op.create_index(op.f("ix_rating_inject_id"), "rating", ["inject_id"], unique=False)
    op.create_index("uq_rating_criterion", "rating", ["evaluator_id", "criterion_id"], unique=True)
    op.create_index("uq_rating_inject", "rating", ["evaluator_id", "inject_id"], unique=True)
