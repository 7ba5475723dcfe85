"""Studies: who was asked, what was modelled, which constructs, which hypotheses."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from evidence.records import layout
from evidence.store.tables.base import Evidence, Id, Row, number_of, one_of, row_of, within


class Study(Row, table=True):
    """The research a document reports; a notice has none."""

    __tablename__ = "study"
    __table_args__ = (
        number_of("id", "document"),
        UniqueConstraint("label"),
        one_of("kind", ("empirical", "conceptual")),
        one_of("tails", ("two", "one", "unknown")),
    )

    id: int = Field(primary_key=True, sa_type=Id, sa_column_kwargs={"autoincrement": False})
    label: str
    kind: str
    design: str | None = None
    population: str | None = None
    country: str | None = None
    sampling: str | None = None
    field_period: str | None = None
    software: str | None = None
    estimator: str | None = None
    alpha: str | None = None
    tails: str | None = None
    star_legend: str | None = None


class Sample(Row, table=True):
    """The respondents of one analysis: number 0 is the whole study, the others its groups."""

    __tablename__ = "sample"
    __table_args__ = row_of(
        number_of("study_id", "study"),
        *within("source_span", "span_no"),
        UniqueConstraint("study_id", "label"),
        CheckConstraint("n IS NULL OR span_no IS NOT NULL", name="n_has_place"),
    )

    study_id: int = Field(primary_key=True, sa_type=Id)
    no: int = Field(primary_key=True)
    label: str
    n: str | None = None
    n_value: float | None = None
    distributed: str | None = None
    collected: str | None = None
    valid: str | None = None
    span_no: int | None = None


class Model(Row, table=True):
    """One estimation: number 0 is the model the paper rests on, the others its alternatives."""

    __tablename__ = "model"
    __table_args__ = row_of(number_of("study_id", "study"), UniqueConstraint("study_id", "label"))

    study_id: int = Field(primary_key=True, sa_type=Id)
    no: int = Field(primary_key=True)
    label: str


class ConstructReport(Row, table=True):
    """A construct under the name a study gives it."""

    __tablename__ = "construct_report"
    __table_args__ = row_of(
        number_of("study_id", "study"),
        UniqueConstraint("study_id", "name"),
        one_of("role", ("exogenous", "mediator", "endogenous", "moderator", "control", "composite")),
        Index(None, "name"),
    )

    study_id: int = Field(primary_key=True, sa_type=Id)
    no: int = Field(primary_key=True)
    name: str
    abbreviation: str | None = None
    aliases: str | None = None
    role: str | None = None
    items: str | None = None
    canonical: str | None = None
    definition_start: int | None = None
    definition_end: int | None = None


class Hypothesis(Row, table=True):
    """A hypothesis as announced; its ends are constructs of the same study."""

    __tablename__ = "hypothesis"
    __table_args__ = row_of(
        number_of("study_id", "study"),
        *within("construct_report", "from_no", "to_no"),
        UniqueConstraint("study_id", "label"),
        one_of("sign", layout.Sign),
        one_of("verdict", layout.Verdict),
    )

    study_id: int = Field(primary_key=True, sa_type=Id)
    no: int = Field(primary_key=True)
    label: str
    printed: str | None = None
    from_no: int | None = None
    to_no: int | None = None
    via: str | None = None
    moderator: str | None = None
    sign: str | None = None
    verdict: str | None = None
    statement: str | None = None


class Descriptive(Evidence, table=True):
    """Mean and standard deviation of a scale."""

    __tablename__ = "descriptive"
    __table_args__ = row_of(number_of("study_id", "study"), *within("source_span", "span_no"))

    name: str
    items: str | None = None
    n: str | None = None
    scale_min: str | None = None
    scale_max: str | None = None
    mean: str | None = None
    mean_value: float | None = None
    sd: str | None = None
    sd_value: float | None = None
    sample_group: str | None = None
