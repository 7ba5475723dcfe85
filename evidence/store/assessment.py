"""What we think of the numbers, replaced as a whole: findings, and how every check answered."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, delete, select

from evidence.checks import Assessment, Finding
from evidence.store.bulk import insert
from evidence.store.rows import title_key
from evidence.store.tables import metadata

__all__ = [
    "Stored",
    "articles_in_the_file_of",
    "articles_titled",
    "documents",
    "replace_assessments",
]

_document = metadata.tables["document"]
_finding = metadata.tables["finding"]
_finding_row = metadata.tables["finding_row"]
_answer = metadata.tables["check_answer"]
_correlation = metadata.tables["correlation"]
_span = metadata.tables["source_span"]
_citation = metadata.tables["citation"]

CHUNK = 200


@dataclass(frozen=True)
class Stored:
    """A stored document with its record, as assessing needs it."""

    id: int
    sha256: str
    part: int
    kind: str
    record: dict[str, Any]

    @property
    def file(self) -> str:
        """The file it was read from, to be shown while assessing."""
        return str(self.record["document"].get("file"))


def documents(engine: Engine, *, carrying_notices: bool = False, citing: bool = False) -> Iterator[list[Stored]]:
    """Every document in chunks, by its key; memory holds one chunk and no transaction stays open between them.

    `carrying_notices` gives only those with a notice of their own, `citing` only articles with a reference list.
    """
    d, last = _document.c, -1
    wanted = []
    if carrying_notices:
        wanted.append(d.record.contains('"retraction"'))
    if citing:
        wanted += [d.id.in_(select(_citation.c.study_id)), d.kind != "notice"]
    while True:
        query = select(d.id, d.sha256, d.part, d.kind, d.record).where(d.id > last, *wanted).order_by(d.id).limit(CHUNK)
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


def articles_titled(engine: Engine, title: str | None) -> list[dict[str, Any]]:
    """What is known of the articles of this title, in any file; a short title names nothing."""
    d, key = _document.c, title_key(title)
    if key is None:
        return []
    query = select(d.record).where(d.title_key == key, d.kind != "notice").order_by(d.id)
    with engine.connect() as connection:
        return [json.loads(row.record)["document"] for row in connection.execute(query)]


# -- findings --------------------------------------------------------------------------------------------------


def finding_id(document: Stored, finding: Finding) -> str:
    """The same inconsistency of the same document has the same id, so that a decision about it outlives us."""
    content = json.dumps([document.sha256, document.part, finding.check, finding.at, finding.observed])
    return hashlib.sha256(content.encode()).hexdigest()[:20]


def replace_assessments(engine: Engine, assessed: Sequence[tuple[Stored, Assessment]], version: str) -> None:
    """Put what we think of some documents in the place of what we thought before, in one transaction."""
    keys = [document.id for document, _ in assessed]
    with engine.begin() as connection:
        old = select(_finding.c.id).where(_finding.c.study_id.in_(keys), _finding.c.origin == "computed")
        connection.execute(delete(_finding).where(_finding.c.id.in_(old)))
        connection.execute(delete(_answer).where(_answer.c.study_id.in_(keys)))
        cells = _correlation_cells(connection, keys)
        coded = _rows_of_coded(connection, keys, cells)
        findings: dict[str, tuple[Any, ...]] = {}
        rows: dict[tuple[Any, ...], None] = {}
        for document, assessment in assessed:
            for finding in assessment.findings:
                key = finding_id(document, finding)
                findings[key] = _finding_row_of(key, document, finding, version)
                rows |= dict.fromkeys((key, document.id, *row) for row in _rows_at(document.id, finding.at, cells))
            rows |= dict.fromkeys(coded.get(document.id, ()))
        insert(connection, "finding", list(findings.values()))
        insert(connection, "finding_row", list(rows))
        insert(connection, "check_answer", [row for d, a in assessed for row in _answers(d, a)])


def _finding_row_of(key: str, document: Stored, f: Finding, version: str) -> tuple[Any, ...]:
    candidates = json.dumps([[c.at, c.printed, c.text, c.slip] for c in f.candidates], ensure_ascii=False)
    return (
        key, document.id, f.check, version, "computed", f.level, f.message, f.observed, f.expected, f.formula,
        f.reference, json.dumps(f.at), json.dumps(f.blames), candidates if f.candidates else None, None,
    )  # fmt: skip


def _rows_of_coded(
    connection: Connection, keys: Sequence[int], cells: Mapping[tuple[int, str], int]
) -> dict[int, list[tuple[Any, ...]]]:
    """The rows of evidence that findings of coders speak of, made anew."""
    f = _finding.c
    query = select(f.id, f.study_id, f.subject).where(f.study_id.in_(keys), f.origin == "coded").order_by(f.id)
    coded = connection.execute(query).all()
    connection.execute(delete(_finding_row).where(_finding_row.c.finding_id.in_([row.id for row in coded])))
    rows: dict[int, list[tuple[Any, ...]]] = {}
    for row in coded:
        found = _rows_at(row.study_id, json.loads(row.subject or "[]"), cells)
        rows.setdefault(row.study_id, []).extend((row.id, row.study_id, *at) for at in found)
    return rows


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
