"""The editorial status of every study: replaced as a whole, and held against what it was before."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Engine, delete, select

from evidence.status import Status
from evidence.store.bulk import insert
from evidence.store.tables import metadata

__all__ = [
    "dois_of_studies",
    "fallen_studies",
    "label_of",
    "paper_of",
    "papers",
    "replace_statuses",
    "standing",
    "stored_as",
]

_document = metadata.tables["document"]
_study = metadata.tables["study"]
_status = metadata.tables["editorial_status"]

CHUNK = 5_000
_SILENT = ("none", "unknown")  # said of studies on which there is no notice

Paper = dict[str, Any]


def papers(engine: Engine) -> Iterator[list[tuple[int, Paper]]]:
    """What names each study as a work, in chunks by key; memory holds one chunk."""
    last = -1
    while True:
        query = _papers().where(_document.c.id > last).order_by(_document.c.id).limit(CHUNK)
        with engine.connect() as connection:
            rows = connection.execute(query).all()
        if not rows:
            return
        yield [(row.id, _paper(row)) for row in rows]
        last = rows[-1].id


def paper_of(engine: Engine, study: int) -> tuple[str, Paper]:
    """The label of a study, and what names it as a work."""
    with engine.connect() as connection:
        row = connection.execute(_papers().where(_study.c.id == study)).one()
    return row.label, _paper(row)


def stored_as(engine: Engine, *, doi: str | None, pmid: str | None) -> int | None:
    """The study with this DOI or PMID, if one is stored."""
    d = _document.c
    for column, name in ((d.doi, doi), (d.pmid, pmid)):
        if name:
            with engine.connect() as connection:
                query = select(_study.c.id).join(_document, d.id == _study.c.id).where(column == name)
                found = connection.execute(query.order_by(_study.c.id).limit(1)).scalar()
            if found is not None:
                return int(found)
    return None


def label_of(engine: Engine, document: int) -> str:
    """The label of a study; a document that is none has its file's name."""
    query = select(_study.c.label, _document.c.file).select_from(
        _document.outerjoin(_study, _study.c.id == _document.c.id)
    )
    with engine.connect() as connection:
        row = connection.execute(query.where(_document.c.id == document)).one()
    return str(row.label or row.file)


def dois_of_studies(engine: Engine) -> list[str]:
    """The DOIs of the stored studies."""
    query = select(_document.c.doi).join(_study, _study.c.id == _document.c.id).where(_document.c.doi.is_not(None))
    with engine.connect() as connection:
        return list(connection.execute(query.distinct().order_by(_document.c.doi)).scalars())


def _papers() -> Any:
    d = _document.c
    columns = (d.id, d.sha256, d.doi, d.pmid, d.title, d.year, d.authors, _study.c.label)
    return select(*columns).join(_study, _study.c.id == d.id)


def _paper(row: Any) -> Paper:
    authors = row.authors.split("; ") if row.authors else []
    names = ("sha256", "doi", "pmid", "title", "year")
    return {name: getattr(row, name) for name in names} | {"authors": authors}


def replace_statuses(engine: Engine, statuses: Iterable[tuple[int, Status]]) -> int:
    """Put the status of some studies in the place of the old, in one transaction."""
    rows = [_row(study, status) for study, status in statuses]
    with engine.begin() as connection:
        connection.execute(delete(_status).where(_status.c.study_id.in_([row[0] for row in rows])))
        insert(connection, "editorial_status", rows)
    return len(rows)


def _row(study: int, s: Status) -> tuple[Any, ...]:
    return (
        study, s.status, s.use, s.effective_date, s.reason_class, s.conflict, s.needs_confirmation, s.as_of or "",
        str(s),
    )  # fmt: skip


def standing(engine: Engine) -> dict[str, dict[str, Any]]:
    """The studies on which there is a notice, by label, with their status."""
    columns = [c for c in _status.c if c.name not in ("study_id", "as_of")]
    query = select(_study.c.label, *columns).join(_study, _study.c.id == _status.c.study_id)
    with engine.connect() as connection:
        rows = connection.execute(query.where(_status.c.status.not_in(_SILENT)).order_by(_study.c.label)).mappings()
        return {row["label"]: dict(row) for row in rows}


def fallen_studies(engine: Engine) -> list[tuple[Any, ...]]:
    """The studies whose effects are held out for their status: label, status, date, reason, use, words."""
    s = _status.c
    query = (
        select(_study.c.label, s.status, s.effective_date, s.reason_class, s.use, s.words)
        .join(_study, _study.c.id == s.study_id)
        .where(s.use.in_(["exclude", "hold", "not-evidence"]))
        .order_by(_study.c.label)
    )
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(query)]
