"""Effects and measurement.

Revision 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "claim",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("span_no", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("op", sa.String(), nullable=True),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("refs", sa.String(), nullable=True),
        sa.CheckConstraint("kind IN ('value', 'threshold')", name=op.f("ck_claim_kind")),
        sa.CheckConstraint("value IS NULL OR span_no IS NOT NULL", name=op.f("ck_claim_value_has_place")),
        sa.ForeignKeyConstraint(
            ["study_id", "span_no"],
            ["source_span.study_id", "source_span.no"],
            name=op.f("fk_claim_study_id_span_no_source_span"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["study_id"], ["study.id"], name=op.f("fk_claim_study_id_study"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_claim")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "configuration",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("span_no", sa.Integer(), nullable=False),
        sa.Column("solution_no", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("label", sa.String(), nullable=True),
        sa.Column("terms", sa.String(), nullable=True),
        sa.Column("consistency", sa.String(), nullable=True),
        sa.Column("consistency_value", sa.Float(), nullable=True),
        sa.Column("raw_coverage", sa.String(), nullable=True),
        sa.Column("raw_coverage_value", sa.Float(), nullable=True),
        sa.Column("unique_coverage", sa.String(), nullable=True),
        sa.Column("pri", sa.String(), nullable=True),
        sa.Column("solution_consistency", sa.String(), nullable=True),
        sa.Column("solution_coverage", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["study_id", "span_no"],
            ["source_span.study_id", "source_span.no"],
            name=op.f("fk_configuration_study_id_span_no_source_span"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id"], ["study.id"], name=op.f("fk_configuration_study_id_study"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_configuration")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("configuration", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_configuration_outcome"), ["outcome"], unique=False)

    op.create_table(
        "descriptive",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("span_no", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("items", sa.String(), nullable=True),
        sa.Column("n", sa.String(), nullable=True),
        sa.Column("scale_min", sa.String(), nullable=True),
        sa.Column("scale_max", sa.String(), nullable=True),
        sa.Column("mean", sa.String(), nullable=True),
        sa.Column("mean_value", sa.Float(), nullable=True),
        sa.Column("sd", sa.String(), nullable=True),
        sa.Column("sd_value", sa.Float(), nullable=True),
        sa.Column("sample_group", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["study_id", "span_no"],
            ["source_span.study_id", "source_span.no"],
            name=op.f("fk_descriptive_study_id_span_no_source_span"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id"], ["study.id"], name=op.f("fk_descriptive_study_id_study"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_descriptive")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "correlation",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("span_no", sa.Integer(), nullable=False),
        sa.Column("a_no", sa.Integer(), nullable=False),
        sa.Column("b_no", sa.Integer(), nullable=False),
        sa.Column("sample_no", sa.Integer(), nullable=False),
        sa.Column("model_no", sa.Integer(), nullable=False),
        sa.Column("matrix_no", sa.Integer(), nullable=False),
        sa.Column("table_label", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("r", sa.String(), nullable=False),
        sa.Column("r_value", sa.Float(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('latent-same-model', 'pls-scores', 'observed-same-variables', 'observed', 'htmt')",
            name=op.f("ck_correlation_kind"),
        ),
        sa.CheckConstraint("a_no <> b_no", name=op.f("ck_correlation_two_constructs")),
        sa.ForeignKeyConstraint(
            ["study_id", "a_no"],
            ["construct_report.study_id", "construct_report.no"],
            name=op.f("fk_correlation_study_id_a_no_construct_report"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "b_no"],
            ["construct_report.study_id", "construct_report.no"],
            name=op.f("fk_correlation_study_id_b_no_construct_report"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "model_no"],
            ["model.study_id", "model.no"],
            name=op.f("fk_correlation_study_id_model_no_model"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "sample_no"],
            ["sample.study_id", "sample.no"],
            name=op.f("fk_correlation_study_id_sample_no_sample"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "span_no"],
            ["source_span.study_id", "source_span.no"],
            name=op.f("fk_correlation_study_id_span_no_source_span"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_correlation")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "equation",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("span_no", sa.Integer(), nullable=False),
        sa.Column("outcome_no", sa.Integer(), nullable=False),
        sa.Column("sample_no", sa.Integer(), nullable=False),
        sa.Column("model_no", sa.Integer(), nullable=False),
        sa.Column("predictors", sa.String(), nullable=True),
        sa.Column("r2", sa.String(), nullable=True),
        sa.Column("r2_value", sa.Float(), nullable=True),
        sa.Column("r2_adj", sa.String(), nullable=True),
        sa.Column("q2", sa.String(), nullable=True),
        sa.Column("f", sa.String(), nullable=True),
        sa.Column("estimator", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["study_id", "model_no"],
            ["model.study_id", "model.no"],
            name=op.f("fk_equation_study_id_model_no_model"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "outcome_no"],
            ["construct_report.study_id", "construct_report.no"],
            name=op.f("fk_equation_study_id_outcome_no_construct_report"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "sample_no"],
            ["sample.study_id", "sample.no"],
            name=op.f("fk_equation_study_id_sample_no_sample"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "span_no"],
            ["source_span.study_id", "source_span.no"],
            name=op.f("fk_equation_study_id_span_no_source_span"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_equation")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "fit_index",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("span_no", sa.Integer(), nullable=False),
        sa.Column("fit_no", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("sample_no", sa.Integer(), nullable=False),
        sa.Column("model_no", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("printed", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.Column("threshold", sa.String(), nullable=True),
        sa.Column("threshold_operator", sa.String(), nullable=True),
        sa.Column("threshold_value", sa.Float(), nullable=True),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.CheckConstraint("kind IN ('standard', 'scaled', 'robust')", name=op.f("ck_fit_index_kind")),
        sa.CheckConstraint("operator IN ('=', '<', '<=', '>', '>=')", name=op.f("ck_fit_index_operator")),
        sa.ForeignKeyConstraint(
            ["study_id", "model_no"],
            ["model.study_id", "model.no"],
            name=op.f("fk_fit_index_study_id_model_no_model"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "sample_no"],
            ["sample.study_id", "sample.no"],
            name=op.f("fk_fit_index_study_id_sample_no_sample"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "span_no"],
            ["source_span.study_id", "source_span.no"],
            name=op.f("fk_fit_index_study_id_span_no_source_span"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id"], ["study.id"], name=op.f("fk_fit_index_study_id_study"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_fit_index")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("fit_index", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fit_index_name"), ["name"], unique=False)

    op.create_table(
        "loading",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("span_no", sa.Integer(), nullable=False),
        sa.Column("construct_no", sa.Integer(), nullable=False),
        sa.Column("sample_no", sa.Integer(), nullable=False),
        sa.Column("model_no", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("loading", sa.String(), nullable=True),
        sa.Column("loading_value", sa.Float(), nullable=True),
        sa.Column("r2", sa.String(), nullable=True),
        sa.Column("r2_value", sa.Float(), nullable=True),
        sa.Column("b", sa.String(), nullable=True),
        sa.Column("se", sa.String(), nullable=True),
        sa.Column("z", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["study_id", "construct_no"],
            ["construct_report.study_id", "construct_report.no"],
            name=op.f("fk_loading_study_id_construct_no_construct_report"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "model_no"],
            ["model.study_id", "model.no"],
            name=op.f("fk_loading_study_id_model_no_model"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "sample_no"],
            ["sample.study_id", "sample.no"],
            name=op.f("fk_loading_study_id_sample_no_sample"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "span_no"],
            ["source_span.study_id", "source_span.no"],
            name=op.f("fk_loading_study_id_span_no_source_span"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_loading")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reliability",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("span_no", sa.Integer(), nullable=False),
        sa.Column("construct_no", sa.Integer(), nullable=False),
        sa.Column("sample_no", sa.Integer(), nullable=False),
        sa.Column("model_no", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("printed", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.CheckConstraint("kind IN ('alpha', 'cr', 'ave', 'rho_a', 'mean_r')", name=op.f("ck_reliability_kind")),
        sa.ForeignKeyConstraint(
            ["study_id", "construct_no"],
            ["construct_report.study_id", "construct_report.no"],
            name=op.f("fk_reliability_study_id_construct_no_construct_report"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "model_no"],
            ["model.study_id", "model.no"],
            name=op.f("fk_reliability_study_id_model_no_model"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "sample_no"],
            ["sample.study_id", "sample.no"],
            name=op.f("fk_reliability_study_id_sample_no_sample"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "span_no"],
            ["source_span.study_id", "source_span.no"],
            name=op.f("fk_reliability_study_id_span_no_source_span"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_reliability")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "indirect_effect",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("span_no", sa.Integer(), nullable=False),
        sa.Column("from_no", sa.Integer(), nullable=False),
        sa.Column("to_no", sa.Integer(), nullable=False),
        sa.Column("sample_no", sa.Integer(), nullable=False),
        sa.Column("model_no", sa.Integer(), nullable=False),
        sa.Column("hypothesis_no", sa.Integer(), nullable=True),
        sa.Column("via", sa.String(), nullable=True),
        sa.Column("metric", sa.String(), nullable=True),
        sa.Column("indirect", sa.String(), nullable=True),
        sa.Column("indirect_value", sa.Float(), nullable=True),
        sa.Column("direct", sa.String(), nullable=True),
        sa.Column("direct_value", sa.Float(), nullable=True),
        sa.Column("total", sa.String(), nullable=True),
        sa.Column("total_value", sa.Float(), nullable=True),
        sa.Column("vaf", sa.String(), nullable=True),
        sa.Column("sobel_z", sa.String(), nullable=True),
        sa.Column("se", sa.String(), nullable=True),
        sa.Column("se_value", sa.Float(), nullable=True),
        sa.Column("p", sa.String(), nullable=True),
        sa.Column("ci_lo", sa.String(), nullable=True),
        sa.Column("ci_hi", sa.String(), nullable=True),
        sa.Column("mediation", sa.String(), nullable=True),
        sa.Column("method", sa.String(), nullable=True),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.CheckConstraint("mediation IN ('full', 'partial', 'none')", name=op.f("ck_indirect_effect_mediation")),
        sa.CheckConstraint(
            "verdict IN ('supported', 'not supported', 'partially supported')", name=op.f("ck_indirect_effect_verdict")
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "from_no"],
            ["construct_report.study_id", "construct_report.no"],
            name=op.f("fk_indirect_effect_study_id_from_no_construct_report"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "hypothesis_no"],
            ["hypothesis.study_id", "hypothesis.no"],
            name=op.f("fk_indirect_effect_study_id_hypothesis_no_hypothesis"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "model_no"],
            ["model.study_id", "model.no"],
            name=op.f("fk_indirect_effect_study_id_model_no_model"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "sample_no"],
            ["sample.study_id", "sample.no"],
            name=op.f("fk_indirect_effect_study_id_sample_no_sample"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "span_no"],
            ["source_span.study_id", "source_span.no"],
            name=op.f("fk_indirect_effect_study_id_span_no_source_span"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "to_no"],
            ["construct_report.study_id", "construct_report.no"],
            name=op.f("fk_indirect_effect_study_id_to_no_construct_report"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_indirect_effect")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "path_coefficient",
        sa.Column("study_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("span_no", sa.Integer(), nullable=False),
        sa.Column("from_no", sa.Integer(), nullable=False),
        sa.Column("to_no", sa.Integer(), nullable=False),
        sa.Column("sample_no", sa.Integer(), nullable=False),
        sa.Column("model_no", sa.Integer(), nullable=False),
        sa.Column("hypothesis_no", sa.Integer(), nullable=True),
        sa.Column("table_label", sa.String(), nullable=True),
        sa.Column("effect", sa.String(), nullable=False),
        sa.Column("via", sa.String(), nullable=True),
        sa.Column("beta", sa.String(), nullable=True),
        sa.Column("beta_value", sa.Float(), nullable=True),
        sa.Column("b", sa.String(), nullable=True),
        sa.Column("b_value", sa.Float(), nullable=True),
        sa.Column("printed", sa.String(), nullable=True),
        sa.Column("se", sa.String(), nullable=True),
        sa.Column("se_value", sa.Float(), nullable=True),
        sa.Column("se_of", sa.String(), nullable=True),
        sa.Column("stat_kind", sa.String(), nullable=True),
        sa.Column("stat", sa.String(), nullable=True),
        sa.Column("stat_value", sa.Float(), nullable=True),
        sa.Column("df", sa.String(), nullable=True),
        sa.Column("p", sa.String(), nullable=True),
        sa.Column("p_value", sa.Float(), nullable=True),
        sa.Column("stars", sa.String(), nullable=True),
        sa.Column("ci_lo", sa.String(), nullable=True),
        sa.Column("ci_lo_value", sa.Float(), nullable=True),
        sa.Column("ci_hi", sa.String(), nullable=True),
        sa.Column("ci_hi_value", sa.Float(), nullable=True),
        sa.Column("ci_of", sa.String(), nullable=True),
        sa.Column("ci_kind", sa.String(), nullable=True),
        sa.Column("ci_level", sa.String(), nullable=True),
        sa.Column("sign", sa.String(), nullable=True),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("tails", sa.String(), nullable=True),
        sa.Column("complete_equation", sa.Boolean(), nullable=True),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.CheckConstraint(
            "effect IN ('direct', 'indirect', 'total', 'interaction', 'covariance')",
            name=op.f("ck_path_coefficient_effect"),
        ),
        sa.CheckConstraint("se_of IN ('b', 'beta', 'unknown')", name=op.f("ck_path_coefficient_se_of")),
        sa.CheckConstraint("sign IN ('+', '-')", name=op.f("ck_path_coefficient_sign")),
        sa.CheckConstraint("tails IN ('two', 'one', 'unknown')", name=op.f("ck_path_coefficient_tails")),
        sa.CheckConstraint(
            "verdict IN ('supported', 'not supported', 'partially supported')", name=op.f("ck_path_coefficient_verdict")
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "from_no"],
            ["construct_report.study_id", "construct_report.no"],
            name=op.f("fk_path_coefficient_study_id_from_no_construct_report"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "hypothesis_no"],
            ["hypothesis.study_id", "hypothesis.no"],
            name=op.f("fk_path_coefficient_study_id_hypothesis_no_hypothesis"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "model_no"],
            ["model.study_id", "model.no"],
            name=op.f("fk_path_coefficient_study_id_model_no_model"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "sample_no"],
            ["sample.study_id", "sample.no"],
            name=op.f("fk_path_coefficient_study_id_sample_no_sample"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "span_no"],
            ["source_span.study_id", "source_span.no"],
            name=op.f("fk_path_coefficient_study_id_span_no_source_span"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["study_id", "to_no"],
            ["construct_report.study_id", "construct_report.no"],
            name=op.f("fk_path_coefficient_study_id_to_no_construct_report"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("study_id", "no", name=op.f("pk_path_coefficient")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("path_coefficient")
    op.drop_table("indirect_effect")
    op.drop_table("reliability")
    op.drop_table("loading")
    with op.batch_alter_table("fit_index", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fit_index_name"))

    op.drop_table("fit_index")
    op.drop_table("equation")
    op.drop_table("correlation")
    op.drop_table("descriptive")
    with op.batch_alter_table("configuration", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_configuration_outcome"))

    op.drop_table("configuration")
    op.drop_table("claim")
