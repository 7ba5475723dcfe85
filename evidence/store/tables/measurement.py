"""How well things were measured: reliability, loadings, fit."""

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from evidence.store.tables.base import Evidence, Id, Row, number_of, one_of, row_of, within

RELIABILITY = ("alpha", "cr", "ave", "rho_a", "mean_r")


class Reliability(Evidence, table=True):
    """One coefficient of one construct: alpha, composite reliability, average variance extracted, ..."""

    __tablename__ = "reliability"
    __table_args__ = row_of(
        *within("construct_report", "construct_no"),
        *within("sample", "sample_no"),
        *within("model", "model_no"),
        *within("source_span", "span_no"),
        one_of("kind", RELIABILITY),
    )

    construct_no: int
    sample_no: int = 0
    model_no: int = 0
    kind: str
    printed: str
    value: float


class Loading(Evidence, table=True):
    """One indicator of one construct."""

    __tablename__ = "loading"
    __table_args__ = row_of(
        *within("construct_report", "construct_no"),
        *within("sample", "sample_no"),
        *within("model", "model_no"),
        *within("source_span", "span_no"),
    )

    construct_no: int
    sample_no: int = 0
    model_no: int = 0
    item: str
    loading: str | None = None
    loading_value: float | None = None
    r2: str | None = None
    r2_value: float | None = None
    b: str | None = None
    se: str | None = None
    z: str | None = None


class FitIndex(Evidence, table=True):
    """One index of one estimation, beside the threshold the paper itself holds it to."""

    __tablename__ = "fit_index"
    __table_args__ = row_of(
        number_of("study_id", "study"),
        *within("sample", "sample_no"),
        *within("model", "model_no"),
        *within("source_span", "span_no"),
        one_of("operator", ("=", "<", "<=", ">", ">=")),
        one_of("kind", ("standard", "scaled", "robust")),
        Index(None, "name"),
    )

    fit_no: int
    label: str | None = None
    kind: str | None = None
    sample_no: int = 0
    model_no: int = 0
    name: str
    printed: str
    value: float
    operator: str
    threshold: str | None = None
    threshold_operator: str | None = None
    threshold_value: float | None = None
    is_primary: bool


class Equation(Evidence, table=True):
    """One structural equation: the outcome and how much of it is explained."""

    __tablename__ = "equation"
    __table_args__ = row_of(
        *within("construct_report", "outcome_no"),
        *within("sample", "sample_no"),
        *within("model", "model_no"),
        *within("source_span", "span_no"),
    )

    outcome_no: int
    sample_no: int = 0
    model_no: int = 0
    predictors: str | None = None
    r2: str | None = None
    r2_value: float | None = None
    r2_adj: str | None = None
    q2: str | None = None
    f: str | None = None
    estimator: str | None = None


class Claim(Row, table=True):
    """A statement about numbers that can be held against them."""

    __tablename__ = "claim"
    __table_args__ = row_of(
        number_of("study_id", "study"),
        *within("source_span", "span_no"),
        one_of("kind", ("value", "threshold")),
        CheckConstraint("value IS NULL OR span_no IS NOT NULL", name="value_has_place"),
    )

    study_id: int = Field(primary_key=True, sa_type=Id)
    no: int = Field(primary_key=True)
    span_no: int | None = None
    kind: str
    op: str | None = None
    value: str | None = None
    refs: str | None = None
