"""What we think of the evidence: vocabulary, notices, findings, decisions, estimates.

Never written over what a paper says; each opinion is a row of its own.
"""

from sqlalchemy import ForeignKeyConstraint, Index
from sqlmodel import Field

from evidence.records import layout
from evidence.store.tables.base import Id, Row, number_of, one_of, row_of, within


class Construct(Row, table=True):
    """A construct of the shared vocabulary, with its place in the hierarchy."""

    __tablename__ = "construct"
    __table_args__ = (
        ForeignKeyConstraint(["parent_id"], ["construct.id"], initially="DEFERRED", deferrable=True),
        Index(None, "parent_id"),
    )

    id: str = Field(primary_key=True)
    label: str
    definition: str | None = None
    parent_id: str | None = None
    theory: str | None = None
    reference: str | None = None
    source: str | None = None  # the file a user loaded it from; nothing where it came with the program


class ConstructAlias(Row, table=True):
    """Another name of a construct, from a user's own vocabulary; those of the program stand in its seeds."""

    __tablename__ = "construct_alias"
    __table_args__ = (number_of("construct_id", "construct"), Index(None, "construct_id"))

    alias: str = Field(primary_key=True)
    construct_id: str = Field(primary_key=True)
    polarity: int = 1
    kind: str
    source: str | None = None


class ConstructMapping(Row, table=True):
    """A coder's (or matcher's) answer to: which construct of the vocabulary is this reported one?"""

    __tablename__ = "construct_mapping"
    __table_args__ = (
        *within("construct_report", "construct_no"),
        number_of("construct_id", "construct"),
        one_of("method", ("coded", "exact", "alias", "proposed", "person")),
        Index(None, "study_id", "construct_no"),
        Index(None, "construct_id"),
    )

    id: str = Field(primary_key=True)
    study_id: int = Field(sa_type=Id)
    construct_no: int
    construct_id: str
    map: str = "default"
    method: str
    score: float | None = None
    polarity: int = 1
    coder: str | None = None
    decided_at: str | None = None
    superseded_by: str | None = Field(default=None, foreign_key="construct_mapping.id")


class NoticeSource(Row, table=True):
    """A source of notices that was asked, and as of when; silence about a work means something only beside this."""

    __tablename__ = "notice_source"

    source: str = Field(primary_key=True)
    name: str
    snapshot: str | None = None
    origin: str | None = None
    notices: int = 0


class NoticeAsked(Row, table=True):
    """A source that answers for single works was asked about this one; its silence says nothing of any other work."""

    __tablename__ = "notice_asked"

    source: str = Field(primary_key=True)
    work_doi: str = Field(primary_key=True)
    asked: str | None = None
    error: str | None = None


class EditorialNotice(Row, table=True):
    """What one source says of one work: retraction, correction, concern, reinstatement. Never merged away."""

    __tablename__ = "editorial_notice"
    __table_args__ = (Index(None, "work_doi"), Index(None, "work_pmid"), Index(None, "source"))

    id: str = Field(primary_key=True)
    source: str
    nature: str
    notice_date: str | None = None
    reasons: str | None = None
    replaced: bool = False
    notice_doi: str | None = None
    notice_pmid: str | None = None
    record_id: str | None = None
    work_doi: str | None = None
    work_pmid: str | None = None
    work_title: str | None = None
    work_year: int | None = None
    work_families: str | None = None
    snapshot: str | None = None
    note: str | None = None


class EditorialStatus(Row, table=True):
    """What the notices known at a date add up to for one study; replaced as a whole by `assess`."""

    __tablename__ = "editorial_status"
    __table_args__ = (number_of("study_id", "study"), Index(None, "use"))

    study_id: int = Field(primary_key=True, sa_type=Id)
    status: str
    use: str
    effective_date: str | None = None
    reason_class: str | None = None
    conflict: bool = False
    needs_confirmation: bool = False
    as_of: str
    words: str


class Finding(Row, table=True):
    """One answer of one check about one study; computed ones are replaced as a whole by `assess`."""

    __tablename__ = "finding"
    __table_args__ = (
        number_of("study_id", "document"),
        one_of("level", layout.Level),
        one_of("origin", ("computed", "coded")),
        Index(None, "study_id"),
        Index(None, "check_id"),
    )

    id: str = Field(primary_key=True)
    study_id: int = Field(sa_type=Id)
    check_id: str
    check_version: str
    origin: str
    level: str
    message: str
    observed: str | None = None
    expected: str | None = None
    formula: str | None = None
    reference: str | None = None
    subject: str | None = None
    blames: str | None = None
    candidates: str | None = None
    coder: str | None = None


class FindingRow(Row, table=True):
    """The rows of evidence a finding is about."""

    __tablename__ = "finding_row"
    __table_args__ = (number_of("finding_id", "finding"), Index(None, "study_id", "kind", "no"))

    finding_id: str = Field(primary_key=True)
    study_id: int = Field(primary_key=True, sa_type=Id)
    kind: str = Field(primary_key=True)
    no: int = Field(primary_key=True)


class CheckAnswer(Row, table=True):
    """How each check answered for each study: ok, inconsistent, not applicable, or not evaluated and why."""

    __tablename__ = "check_answer"
    __table_args__ = row_of(
        number_of("study_id", "document"),
        one_of("answer", ("ok", "inconsistent", "not applicable", "not evaluated")),
    )

    study_id: int = Field(primary_key=True, sa_type=Id)
    check_id: str = Field(primary_key=True)
    answer: str
    missing: str | None = None


class Decision(Row, table=True):
    """A person's word on a value or a finding; it outlives re-reading and re-assessment."""

    __tablename__ = "decision"
    __table_args__ = (
        one_of("kind", ("accepted", "corrected", "rejected", "confirmed", "dismissed", "explained")),
        Index(None, "study_id", "pointer"),
        Index(None, "finding_id"),
    )

    id: str = Field(primary_key=True)
    study_id: int = Field(sa_type=Id)  # computed from the document's content, so it means the same after re-reading
    pointer: str | None = None
    finding_id: str | None = None
    kind: str
    value: str | None = None
    reason: str
    coder: str
    decided_at: str


class Estimate(Row, table=True):
    """A pooled answer under its content id: the same question of the same data is the same row."""

    __tablename__ = "estimate"

    id: str = Field(primary_key=True)
    query: str
    data_version: str
    map: str
    model: str
    software: str
    result: str
