"""Documents, and the places in them where numbers were printed."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from evidence.records import layout
from evidence.store.tables.base import Id, Row, count, number_of, one_of, row_of


class IngestRun(Row, table=True):
    """One run of `ingest`: what was asked, and how it ended."""

    __tablename__ = "ingest_run"
    __table_args__ = (one_of("status", ("running", "done", "failed")), count("documents"), count("failures"))

    id: str = Field(primary_key=True)
    started_at: str
    finished_at: str | None = None
    software: str
    inputs: str
    status: str = "running"
    documents: int = 0
    failures: int = 0


class IngestFailure(Row, table=True):
    """An input that could not be read, with the message the user saw."""

    __tablename__ = "ingest_failure"
    __table_args__ = (number_of("run_id", "ingest_run"),)

    run_id: str = Field(primary_key=True)
    path: str = Field(primary_key=True)
    message: str


class Document(Row, table=True):
    """One work found in one file; a file may hold two (a notice and its article)."""

    __tablename__ = "document"
    __table_args__ = (
        UniqueConstraint("sha256", "part"),
        one_of("kind", layout.Kind),
        count("part"),
        CheckConstraint("length(sha256) = 64", name="sha256"),
        Index(None, "doi"),
        Index(None, "title_key"),
    )

    id: int = Field(primary_key=True, sa_type=Id, sa_column_kwargs={"autoincrement": False})
    sha256: str
    part: int = 0
    file: str
    media_type: str | None = None
    kind: str
    title: str | None = None
    title_key: str | None = None
    authors: str | None = None
    year: int | None = None
    venue: str | None = None
    doi: str | None = None
    pmid: str | None = None
    article_id: str | None = None
    language: str | None = None
    keywords: str | None = None
    received: str | None = None
    accepted: str | None = None
    published: str | None = None
    reader: str
    reader_version: str
    coder: str | None = None
    record: str


class SourceSpan(Row, table=True):
    """Where a number was printed: characters of the text, a cell of a table, or at least a page."""

    __tablename__ = "source_span"
    __table_args__ = row_of(
        number_of("study_id", "document"),
        CheckConstraint(
            # an unknown is not false to a CHECK, so each part says that it is known
            "(char_start IS NOT NULL AND char_end IS NOT NULL AND char_start >= 0 AND char_end > char_start)"
            " OR (table_label IS NOT NULL AND table_row IS NOT NULL AND table_column IS NOT NULL)"
            " OR (page IS NOT NULL AND page >= 1)",
            name="place",
        ),
        CheckConstraint("confidence >= 0 AND confidence <= 1", name="confidence"),
    )

    study_id: int = Field(primary_key=True, sa_type=Id)
    no: int = Field(primary_key=True)
    pointer: str
    printed: str
    char_start: int | None = None
    char_end: int | None = None
    page: int | None = None
    table_label: str | None = None
    table_row: int | None = None
    table_column: int | None = None
    confidence: float | None = None


class Citation(Row, table=True):
    """An entry of a reference list."""

    __tablename__ = "citation"
    __table_args__ = row_of(number_of("study_id", "document"), Index(None, "doi"))

    study_id: int = Field(primary_key=True, sa_type=Id)
    no: int = Field(primary_key=True)
    label: str | None = None
    title: str | None = None
    year: str | None = None
    doi: str | None = None
    char_start: int | None = None
    char_end: int | None = None


class Reread(Row, table=True):
    """A number that was read wrongly at first, and the findings that the second reading cleared."""

    __tablename__ = "reread"
    __table_args__ = row_of(number_of("study_id", "document"))

    study_id: int = Field(primary_key=True, sa_type=Id)
    no: int = Field(primary_key=True)
    pointer: str
    first_reading: str
    second_reading: str
    route: str
    cleared: str


class Unread(Row, table=True):
    """Something that looks relevant and could not be read; it waits for a person."""

    __tablename__ = "unread"
    __table_args__ = row_of(number_of("study_id", "document"))

    study_id: int = Field(primary_key=True, sa_type=Id)
    no: int = Field(primary_key=True)
    what: str
    why: str
    char_start: int | None = None
    char_end: int | None = None
    page: int | None = None
