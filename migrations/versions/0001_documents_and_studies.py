"""Documents and studies.

Revision 0001, after .
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("title_key", sa.String(), nullable=True),
        sa.Column("authors", sa.String(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("venue", sa.String(), nullable=True),
        sa.Column("doi", sa.String(), nullable=True),
        sa.Column("pmid", sa.String(), nullable=True),
        sa.Column("article_id", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("keywords", sa.String(), nullable=True),
        sa.Column("received", sa.String(), nullable=True),
        sa.Column("accepted", sa.String(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("reader_version", sa.String(), nullable=False),
        sa.Column("coder", sa.String(), nullable=True),
        sa.Column("record", sa.String(), nullable=False),
        sa.CheckConstraint("kind IN ('empirical', 'conceptual', 'notice')", name=op.f("ck_document_kind")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_document_sha256")),
        sa.CheckConstraint("part >= 0", name=op.f("ck_document_part")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("sha256", "part", name=op.f("uq_document_sha256_part")),
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_doi"), ["doi"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_title_key"), ["title_key"], unique=False)

    op.create_table(
        "ingest_run",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("started_at", sa.String(), nullable=False),
        sa.Column("finished_at", sa.String(), nullable=True),
        sa.Column("software", sa.String(), nullable=False),
        sa.Column("inputs", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.CheckConstraint("status IN ('running', 'done', 'failed')", name=op.f("ck_ingest_run_status")),
        sa.CheckConstraint("documents >= 0", name=op.f("ck_ingest_run_documents")),
        sa.CheckConstraint("failures >= 0", name=op.f("ck_ingest_run_failures")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ingest_run")),
    )
    op.create_table(
        "citation",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("year", sa.String(), nullable=True),
        sa.Column("doi", sa.String(), nullable=True),
        sa.Column("char_start", sa.Integer(), nullable=True),
        sa.Column("char_end", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["study_id"], ["document.id"], name=op.f("fk_citation_study_id_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_citation")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("citation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_citation_doi"), ["doi"], unique=False)

    op.create_table(
        "ingest_failure",
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"], ["ingest_run.id"], name=op.f("fk_ingest_failure_run_id_ingest_run"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("run_id", "path", name=op.f("pk_ingest_failure")),
    )
    op.create_table(
        "source_span",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("pointer", sa.String(), nullable=False),
        sa.Column("printed", sa.String(), nullable=False),
        sa.Column("char_start", sa.Integer(), nullable=True),
        sa.Column("char_end", sa.Integer(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("table_label", sa.String(), nullable=True),
        sa.Column("table_row", sa.Integer(), nullable=True),
        sa.Column("table_column", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.CheckConstraint(
            "(char_start IS NOT NULL AND char_end IS NOT NULL AND char_start >= 0 AND char_end > char_start)"
            " OR (table_label IS NOT NULL AND table_row IS NOT NULL AND table_column IS NOT NULL)"
            " OR (page IS NOT NULL AND page >= 1)",
            name=op.f("ck_source_span_place"),
        ),
        sa.CheckConstraint("confidence >= 0 AND confidence <= 1", name=op.f("ck_source_span_confidence")),
        sa.ForeignKeyConstraint(
            ["study_id"], ["document.id"], name=op.f("fk_source_span_study_id_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_source_span")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "study",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("design", sa.String(), nullable=True),
        sa.Column("population", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("sampling", sa.String(), nullable=True),
        sa.Column("field_period", sa.String(), nullable=True),
        sa.Column("software", sa.String(), nullable=True),
        sa.Column("estimator", sa.String(), nullable=True),
        sa.Column("alpha", sa.String(), nullable=True),
        sa.Column("tails", sa.String(), nullable=True),
        sa.Column("star_legend", sa.String(), nullable=True),
        sa.CheckConstraint("kind IN ('empirical', 'conceptual')", name=op.f("ck_study_kind")),
        sa.CheckConstraint("tails IN ('two', 'one', 'unknown')", name=op.f("ck_study_tails")),
        sa.ForeignKeyConstraint(["id"], ["document.id"], name=op.f("fk_study_id_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_study")),
        sa.UniqueConstraint("label", name=op.f("uq_study_label")),
    )
    op.create_table(
        "unread",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("char_start", sa.Integer(), nullable=True),
        sa.Column("char_end", sa.Integer(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["study_id"], ["document.id"], name=op.f("fk_unread_study_id_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_unread")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "construct_report",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("abbreviation", sa.String(), nullable=True),
        sa.Column("aliases", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("items", sa.String(), nullable=True),
        sa.Column("canonical", sa.String(), nullable=True),
        sa.Column("definition_start", sa.Integer(), nullable=True),
        sa.Column("definition_end", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "role IN ('exogenous', 'mediator', 'endogenous', 'moderator', 'control', 'composite')",
            name=op.f("ck_construct_report_role"),
        ),
        sa.ForeignKeyConstraint(
            ["study_id"], ["study.id"], name=op.f("fk_construct_report_study_id_study"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_construct_report")),
        sa.UniqueConstraint("study_id", "name", name=op.f("uq_construct_report_study_id_name")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("construct_report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_construct_report_name"), ["name"], unique=False)

    op.create_table(
        "model",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["study_id"], ["study.id"], name=op.f("fk_model_study_id_study"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_model")),
        sa.UniqueConstraint("study_id", "label", name=op.f("uq_model_study_id_label")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sample",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("n", sa.String(), nullable=True),
        sa.Column("n_value", sa.Float(), nullable=True),
        sa.Column("distributed", sa.String(), nullable=True),
        sa.Column("collected", sa.String(), nullable=True),
        sa.Column("valid", sa.String(), nullable=True),
        sa.Column("span_no", sa.Integer(), nullable=True),
        sa.CheckConstraint("n IS NULL OR span_no IS NOT NULL", name=op.f("ck_sample_n_has_place")),
        sa.ForeignKeyConstraint(
            ["study_id", "span_no"],
            ["source_span.study_id", "source_span.no"],
            name=op.f("fk_sample_study_id_span_no_source_span"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["study_id"], ["study.id"], name=op.f("fk_sample_study_id_study"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_sample")),
        sa.UniqueConstraint("study_id", "label", name=op.f("uq_sample_study_id_label")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "hypothesis",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("printed", sa.String(), nullable=True),
        sa.Column("from_no", sa.Integer(), nullable=True),
        sa.Column("to_no", sa.Integer(), nullable=True),
        sa.Column("via", sa.String(), nullable=True),
        sa.Column("moderator", sa.String(), nullable=True),
        sa.Column("sign", sa.String(), nullable=True),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("statement", sa.String(), nullable=True),
        sa.CheckConstraint("sign IN ('+', '-')", name=op.f("ck_hypothesis_sign")),
        sa.CheckConstraint(
            "verdict IN ('supported', 'not supported', 'partially supported')", name=op.f("ck_hypothesis_verdict")
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "from_no"],
            ["construct_report.study_id", "construct_report.no"],
            name=op.f("fk_hypothesis_study_id_from_no_construct_report"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "to_no"],
            ["construct_report.study_id", "construct_report.no"],
            name=op.f("fk_hypothesis_study_id_to_no_construct_report"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id"], ["study.id"], name=op.f("fk_hypothesis_study_id_study"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_hypothesis")),
        sa.UniqueConstraint("study_id", "label", name=op.f("uq_hypothesis_study_id_label")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("hypothesis")
    op.drop_table("sample")
    op.drop_table("model")
    with op.batch_alter_table("construct_report", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_construct_report_name"))

    op.drop_table("construct_report")
    op.drop_table("unread")
    op.drop_table("study")
    op.drop_table("source_span")
    op.drop_table("ingest_failure")
    with op.batch_alter_table("citation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_citation_doi"))

    op.drop_table("citation")
    op.drop_table("ingest_run")
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_document_title_key"))
        batch_op.drop_index(batch_op.f("ix_document_doi"))

    op.drop_table("document")
