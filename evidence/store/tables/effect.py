"""What is pooled and counted: paths, correlations, mediated effects, configurations."""

from sqlalchemy import CheckConstraint, Index

from evidence.records import layout
from evidence.store.tables.base import Evidence, number_of, one_of, row_of, within


class PathCoefficient(Evidence, table=True):
    """One coefficient from one construct to another, as one table or sentence reports it."""

    __tablename__ = "path_coefficient"
    __table_args__ = row_of(
        *within("construct_report", "from_no", "to_no"),
        *within("sample", "sample_no"),
        *within("model", "model_no"),
        *within("hypothesis", "hypothesis_no"),
        *within("source_span", "span_no"),
        one_of("effect", layout.EffectKind),
        one_of("sign", layout.Sign),
        one_of("verdict", layout.Verdict),
        one_of("se_of", ("b", "beta", "unknown")),
        one_of("tails", ("two", "one", "unknown")),
    )

    from_no: int
    to_no: int
    sample_no: int = 0
    model_no: int = 0
    hypothesis_no: int | None = None
    table_label: str | None = None
    effect: str
    via: str | None = None
    beta: str | None = None
    beta_value: float | None = None
    b: str | None = None
    b_value: float | None = None
    printed: str | None = None
    se: str | None = None
    se_value: float | None = None
    se_of: str | None = None
    stat_kind: str | None = None
    stat: str | None = None
    stat_value: float | None = None
    df: str | None = None
    p: str | None = None
    p_value: float | None = None
    stars: str | None = None
    ci_lo: str | None = None
    ci_lo_value: float | None = None
    ci_hi: str | None = None
    ci_hi_value: float | None = None
    ci_of: str | None = None
    ci_kind: str | None = None
    ci_level: str | None = None
    sign: str | None = None
    verdict: str | None = None
    tails: str | None = None
    complete_equation: bool | None = None
    is_primary: bool
    confidence: float | None = None


class Correlation(Evidence, table=True):
    """One cell of a printed correlation (or HTMT) matrix."""

    __tablename__ = "correlation"
    __table_args__ = row_of(
        *within("construct_report", "a_no", "b_no"),
        *within("sample", "sample_no"),
        *within("model", "model_no"),
        *within("source_span", "span_no"),
        one_of("kind", ("latent-same-model", "pls-scores", "observed-same-variables", "observed", "htmt")),
        CheckConstraint("a_no <> b_no", name="two_constructs"),
    )

    a_no: int
    b_no: int
    sample_no: int = 0
    model_no: int = 0
    matrix_no: int
    table_label: str | None = None
    kind: str | None = None
    r: str
    r_value: float
    confidence: float | None = None


class IndirectEffect(Evidence, table=True):
    """A mediated effect: its parts, its total, and how the paper reads it."""

    __tablename__ = "indirect_effect"
    __table_args__ = row_of(
        *within("construct_report", "from_no", "to_no"),
        *within("sample", "sample_no"),
        *within("model", "model_no"),
        *within("hypothesis", "hypothesis_no"),
        *within("source_span", "span_no"),
        one_of("mediation", ("full", "partial", "none")),
        one_of("verdict", layout.Verdict),
    )

    from_no: int
    to_no: int
    sample_no: int = 0
    model_no: int = 0
    hypothesis_no: int | None = None
    via: str | None = None
    metric: str | None = None
    indirect: str | None = None
    indirect_value: float | None = None
    direct: str | None = None
    direct_value: float | None = None
    total: str | None = None
    total_value: float | None = None
    vaf: str | None = None
    sobel_z: str | None = None
    se: str | None = None
    se_value: float | None = None
    p: str | None = None
    ci_lo: str | None = None
    ci_hi: str | None = None
    mediation: str | None = None
    method: str | None = None
    verdict: str | None = None
    confidence: float | None = None


class Configuration(Evidence, table=True):
    """One sufficient configuration of an fsQCA solution, beside the solution it belongs to."""

    __tablename__ = "configuration"
    __table_args__ = row_of(number_of("study_id", "study"), *within("source_span", "span_no"), Index(None, "outcome"))

    solution_no: int
    outcome: str | None = None
    label: str | None = None
    terms: str | None = None
    consistency: str | None = None
    consistency_value: float | None = None
    raw_coverage: str | None = None
    raw_coverage_value: float | None = None
    unique_coverage: str | None = None
    pri: str | None = None
    solution_consistency: str | None = None
    solution_coverage: str | None = None
