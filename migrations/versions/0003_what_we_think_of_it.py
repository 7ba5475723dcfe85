"""What we think of it.

Revision 0003, after 0002.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "construct",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("definition", sa.String(), nullable=True),
        sa.Column("parent_id", sa.String(), nullable=True),
        sa.Column("theory", sa.String(), nullable=True),
        sa.Column("reference", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["construct.id"],
            name=op.f("fk_construct_parent_id_construct"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_construct")),
    )
    with op.batch_alter_table("construct", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_construct_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "decision",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("pointer", sa.String(), nullable=True),
        sa.Column("finding_id", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("coder", sa.String(), nullable=False),
        sa.Column("decided_at", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('accepted', 'corrected', 'rejected', 'confirmed', 'dismissed', 'explained')",
            name=op.f("ck_decision_kind"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_finding_id"), ["finding_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_decision_study_id_pointer"), ["study_id", "pointer"], unique=False)

    op.create_table(
        "editorial_notice",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("notice_date", sa.String(), nullable=True),
        sa.Column("reasons", sa.String(), nullable=True),
        sa.Column("replaced", sa.Boolean(), nullable=False),
        sa.Column("notice_doi", sa.String(), nullable=True),
        sa.Column("notice_pmid", sa.String(), nullable=True),
        sa.Column("record_id", sa.String(), nullable=True),
        sa.Column("work_doi", sa.String(), nullable=True),
        sa.Column("work_pmid", sa.String(), nullable=True),
        sa.Column("work_title", sa.String(), nullable=True),
        sa.Column("work_year", sa.Integer(), nullable=True),
        sa.Column("work_families", sa.String(), nullable=True),
        sa.Column("snapshot", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_editorial_notice")),
    )
    with op.batch_alter_table("editorial_notice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_editorial_notice_source"), ["source"], unique=False)
        batch_op.create_index(batch_op.f("ix_editorial_notice_work_doi"), ["work_doi"], unique=False)
        batch_op.create_index(batch_op.f("ix_editorial_notice_work_pmid"), ["work_pmid"], unique=False)

    op.create_table(
        "estimate",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("query", sa.String(), nullable=False),
        sa.Column("data_version", sa.String(), nullable=False),
        sa.Column("map", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("software", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_estimate")),
    )
    op.create_table(
        "notice_source",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("snapshot", sa.String(), nullable=True),
        sa.Column("origin", sa.String(), nullable=True),
        sa.Column("notices", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("source", name=op.f("pk_notice_source")),
    )
    op.create_table(
        "check_answer",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("check_id", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("missing", sa.String(), nullable=True),
        sa.CheckConstraint(
            "answer IN ('ok', 'inconsistent', 'not applicable', 'not evaluated')", name=op.f("ck_check_answer_answer")
        ),
        sa.ForeignKeyConstraint(
            ["study_id"], ["document.id"], name=op.f("fk_check_answer_study_id_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("study_id", "check_id", name=op.f("pk_check_answer")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "finding",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("check_id", sa.String(), nullable=False),
        sa.Column("check_version", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("observed", sa.String(), nullable=True),
        sa.Column("expected", sa.String(), nullable=True),
        sa.Column("formula", sa.String(), nullable=True),
        sa.Column("reference", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("blames", sa.String(), nullable=True),
        sa.Column("candidates", sa.String(), nullable=True),
        sa.Column("coder", sa.String(), nullable=True),
        sa.CheckConstraint("level IN ('critical', 'error', 'warn', 'note')", name=op.f("ck_finding_level")),
        sa.CheckConstraint("origin IN ('computed', 'coded')", name=op.f("ck_finding_origin")),
        sa.ForeignKeyConstraint(
            ["study_id"], ["document.id"], name=op.f("fk_finding_study_id_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
    )
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_finding_check_id"), ["check_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_finding_study_id"), ["study_id"], unique=False)

    op.create_table(
        "editorial_status",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("use", sa.String(), nullable=False),
        sa.Column("effective_date", sa.String(), nullable=True),
        sa.Column("reason_class", sa.String(), nullable=True),
        sa.Column("conflict", sa.Boolean(), nullable=False),
        sa.Column("needs_confirmation", sa.Boolean(), nullable=False),
        sa.Column("as_of", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["study_id"], ["study.id"], name=op.f("fk_editorial_status_study_id_study"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("study_id", name=op.f("pk_editorial_status")),
    )
    with op.batch_alter_table("editorial_status", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_editorial_status_use"), ["use"], unique=False)

    op.create_table(
        "finding_row",
        sa.Column("finding_id", sa.String(), nullable=False),
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.id"], name=op.f("fk_finding_row_finding_id_finding"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("finding_id", "study_id", "kind", "no", name=op.f("pk_finding_row")),
    )
    with op.batch_alter_table("finding_row", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_finding_row_study_id_kind_no"), ["study_id", "kind", "no"], unique=False)

    op.create_table(
        "construct_mapping",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("construct_no", sa.Integer(), nullable=False),
        sa.Column("construct_id", sa.String(), nullable=False),
        sa.Column("map", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("polarity", sa.Integer(), nullable=False),
        sa.Column("coder", sa.String(), nullable=True),
        sa.Column("decided_at", sa.String(), nullable=True),
        sa.Column("superseded_by", sa.String(), nullable=True),
        sa.CheckConstraint(
            "method IN ('coded', 'exact', 'alias', 'proposed', 'person')", name=op.f("ck_construct_mapping_method")
        ),
        sa.ForeignKeyConstraint(
            ["construct_id"],
            ["construct.id"],
            name=op.f("fk_construct_mapping_construct_id_construct"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "construct_no"],
            ["construct_report.study_id", "construct_report.no"],
            name=op.f("fk_construct_mapping_study_id_construct_no_construct_report"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["superseded_by"],
            ["construct_mapping.id"],
            name=op.f("fk_construct_mapping_superseded_by_construct_mapping"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_construct_mapping")),
    )
    with op.batch_alter_table("construct_mapping", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_construct_mapping_construct_id"), ["construct_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_construct_mapping_study_id_construct_no"), ["study_id", "construct_no"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("construct_mapping", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_construct_mapping_study_id_construct_no"))
        batch_op.drop_index(batch_op.f("ix_construct_mapping_construct_id"))

    op.drop_table("construct_mapping")
    with op.batch_alter_table("finding_row", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_finding_row_study_id_kind_no"))

    op.drop_table("finding_row")
    with op.batch_alter_table("editorial_status", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_editorial_status_use"))

    op.drop_table("editorial_status")
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_finding_study_id"))
        batch_op.drop_index(batch_op.f("ix_finding_check_id"))

    op.drop_table("finding")
    op.drop_table("check_answer")
    op.drop_table("notice_source")
    op.drop_table("estimate")
    with op.batch_alter_table("editorial_notice", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_editorial_notice_work_pmid"))
        batch_op.drop_index(batch_op.f("ix_editorial_notice_work_doi"))
        batch_op.drop_index(batch_op.f("ix_editorial_notice_source"))

    op.drop_table("editorial_notice")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_study_id_pointer"))
        batch_op.drop_index(batch_op.f("ix_decision_finding_id"))

    op.drop_table("decision")
    with op.batch_alter_table("construct", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_construct_parent_id"))

    op.drop_table("construct")
