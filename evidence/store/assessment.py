"""What we think of the evidence, replaced as a whole: findings, answers of checks, editorial status."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, delete, select

from evidence.checks import Assessment, Finding
from evidence.status import Status
from evidence.status.notice import Notice, Work
from evidence.store.bulk import insert
from evidence.store.tables import metadata

__all__ = [
    "Stored",
    "articles_in_the_file_of",
    "documents",
    "names_of",
    "notices_by_work",
    "replace_assessments",
    "replace_document_notices",
    "sources_asked",
]

_document = metadata.tables["document"]
_finding = metadata.tables["finding"]
_finding_row = metadata.tables["finding_row"]
_answer = metadata.tables["check_answer"]
_status = metadata.tables["editorial_status"]
_notice = metadata.tables["editorial_notice"]
_source = metadata.tables["notice_source"]
_correlation = metadata.tables["correlation"]
_span = metadata.tables["source_span"]

CHUNK = 200


@dataclass(frozen=True)
class Stored:
    """A stored document with its record, as assessing needs it."""

    id: int
    sha256: str
    part: int
    kind: str
    record: dict[str, Any]


def documents(engine: Engine) -> Iterator[list[Stored]]:
    """Every document in chunks, by its key; memory holds one chunk and no transaction stays open between them."""
    d, last = _document.c, -1
    while True:
        query = select(d.id, d.sha256, d.part, d.kind, d.record).where(d.id > last).order_by(d.id).limit(CHUNK)
        with engine.connect() as connection:
            rows = connection.execute(query).all()
        if not rows:
            return
        yield [Stored(r.id, r.sha256, r.part, r.kind, json.loads(r.record)) for r in rows]
        last = rows[-1].id


def articles_in_the_file_of(engine: Engine, notice: Stored) -> list[dict[str, Any]]:
    """What is known of the articles that stand in the same file as a notice."""
    d = _document.c
    query = select(d.record).where(d.sha256 == notice.sha256, d.kind != "notice").order_by(d.part)
    with engine.connect() as connection:
        return [json.loads(row.record)["document"] for row in connection.execute(query)]


# -- findings --------------------------------------------------------------------------------------------------


def finding_id(document: Stored, finding: Finding) -> str:
    """The same inconsistency of the same document has the same id, so that a decision about it outlives us."""
    content = json.dumps([document.sha256, document.part, finding.check, finding.at, finding.observed])
    return hashlib.sha256(content.encode()).hexdigest()[:20]


def replace_assessments(
    engine: Engine, assessed: Sequence[tuple[Stored, Assessment, Status | None]], version: str
) -> None:
    """Put what we think of some documents in the place of what we thought before, in one transaction."""
    keys = [document.id for document, _, _ in assessed]
    with engine.begin() as connection:
        old = select(_finding.c.id).where(_finding.c.study_id.in_(keys), _finding.c.origin == "computed")
        connection.execute(delete(_finding).where(_finding.c.id.in_(old)))
        for table in (_answer, _status):
            connection.execute(delete(table).where(table.c.study_id.in_(keys)))
        cells = _correlation_cells(connection, keys)
        findings: dict[str, tuple[Any, ...]] = {}
        rows: dict[tuple[Any, ...], None] = {}
        for document, assessment, _ in assessed:
            for finding in assessment.findings:
                key = finding_id(document, finding)
                findings[key] = _finding_row_of(key, document, finding, version)
                rows |= dict.fromkeys((key, document.id, *row) for row in _rows_at(document.id, finding.at, cells))
        insert(connection, "finding", list(findings.values()))
        insert(connection, "finding_row", list(rows))
        insert(connection, "check_answer", [row for d, a, _ in assessed for row in _answers(d, a)])
        insert(connection, "editorial_status", [_status_row(d, s) for d, _, s in assessed if s is not None])


def _finding_row_of(key: str, document: Stored, f: Finding, version: str) -> tuple[Any, ...]:
    candidates = json.dumps([[c.at, c.printed, c.text, c.slip] for c in f.candidates], ensure_ascii=False)
    return (
        key, document.id, f.check, version, "computed", f.level, f.message, f.observed, f.expected, f.formula,
        f.reference, json.dumps(f.at), json.dumps(f.blames), candidates if f.candidates else None, None,
    )  # fmt: skip


_KINDS = {"paths": "path", "effects": "indirect"}


def _rows_at(study: int, pointers: Iterable[str], cells: Mapping[tuple[int, str], int]) -> Iterator[tuple[str, int]]:
    """The rows of evidence that pointers into the record speak of."""
    for pointer in pointers:
        steps = pointer.split("/")[1:]
        if len(steps) >= 2 and steps[0] in _KINDS and steps[1].isdecimal():
            yield _KINDS[steps[0]], int(steps[1])
        elif (study, pointer) in cells:
            yield "correlation", cells[study, pointer]


def _correlation_cells(connection: Connection, keys: Sequence[int]) -> dict[tuple[int, str], int]:
    c, s = _correlation.c, _span.c
    join = _correlation.join(_span, (c.study_id == s.study_id) & (c.span_no == s.no))
    query = select(c.study_id, s.pointer, c.no).select_from(join).where(c.study_id.in_(keys))
    return {(row.study_id, row.pointer): row.no for row in connection.execute(query)}


def _answers(document: Stored, assessment: Assessment) -> Iterator[tuple[Any, ...]]:
    """Answers other than "not applicable", which is what no row means."""
    missing: dict[str, list[str]] = {}
    for gap in assessment.not_evaluated:
        missing.setdefault(gap.check, []).append(f"{gap.at}: {gap.missing}")
    for check_id, answer in assessment.answers.items():
        if answer != "not applicable":
            yield document.id, check_id, answer, "; ".join(missing.get(check_id, ())[:5]) or None


# -- editorial status ------------------------------------------------------------------------------------------


def _status_row(document: Stored, s: Status) -> tuple[Any, ...]:
    return (
        document.id, s.status, s.use, s.effective_date, s.reason_class, s.conflict, s.needs_confirmation, s.as_of or "",
        str(s),
    )  # fmt: skip


def replace_document_notices(engine: Engine, notices: Iterable[Notice], name: str) -> None:
    """The notices that stored documents carry themselves, as a source among the others."""
    rows = {_notice_key(n): n for n in notices}
    with engine.begin() as connection:
        connection.execute(delete(_notice).where(_notice.c.source == "document"))
        connection.execute(delete(_source).where(_source.c.source == "document"))
        insert(connection, "notice_source", [("document", name, None, None, len(rows))])
        insert(connection, "editorial_notice", [_notice_row(key, n) for key, n in rows.items()])


def _notice_key(n: Notice) -> str:
    content = json.dumps([n.source, n.nature, n.date, n.of.doi, n.of.pmid, n.of.title, n.notice_doi, n.record_id])
    return hashlib.sha256(content.encode()).hexdigest()[:20]


def _notice_row(key: str, n: Notice) -> tuple[Any, ...]:
    w = n.of
    return (
        key, n.source, n.nature, n.date, json.dumps(n.reasons, ensure_ascii=False), n.replaced, n.notice_doi,
        n.notice_pmid, n.record_id, w.doi, w.pmid, w.title or None, w.year, json.dumps(sorted(w.families)), n.snapshot,
        n.note,
    )  # fmt: skip


def notices_by_work(engine: Engine) -> dict[str, list[Notice]]:
    """Every stored notice under each name its work has: `doi …`, `pmid …`, `title …`."""
    found: dict[str, list[Notice]] = {}
    with engine.connect() as connection:
        for row in connection.execute(select(_notice).order_by(_notice.c.id)):
            notice = _stored_notice(row)
            for name in names_of(notice.of):
                found.setdefault(name, []).append(notice)
    return found


def names_of(work: Work) -> Iterator[str]:
    """The names under which notices on a work are looked up."""
    if work.doi:
        yield f"doi {work.doi}"
    if work.pmid:
        yield f"pmid {work.pmid}"
    if work.title:
        yield f"title {work.title}"


def _stored_notice(row: Any) -> Notice:
    families = frozenset(json.loads(row.work_families or "[]"))
    return Notice(
        row.source,
        row.nature,
        Work(row.work_doi, row.work_pmid, row.work_title or "", row.work_year, families),
        row.notice_date,
        notice_doi=row.notice_doi,
        notice_pmid=row.notice_pmid,
        record_id=row.record_id,
        reasons=tuple(json.loads(row.reasons or "[]")),
        replaced=bool(row.replaced),
        snapshot=row.snapshot,
        note=row.note,
    )


def sources_asked(engine: Engine) -> list[str]:
    """The sources whose notices are stored; each answers for every work, with nothing if it has no notice."""
    with engine.connect() as connection:
        return list(connection.execute(select(_source.c.source).order_by(_source.c.source)).scalars())
