"""What sources say of works: stored per source, never merged; replaced only by the same source's newer word."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, or_, select

from evidence.status import Index
from evidence.status.knowledge import DOCUMENT, WHOLE, Asked, Knowledge
from evidence.status.notice import Notice, Work
from evidence.status.sources import known
from evidence.store.bulk import insert, insert_new
from evidence.store.tables import metadata

__all__ = ["Imported", "add_notices", "knowledge", "knowledge_of", "replace_answers", "replace_source"]

_notice = metadata.tables["editorial_notice"]
_source = metadata.tables["notice_source"]
_asked = metadata.tables["notice_asked"]

BATCH = 5_000


@dataclass(frozen=True)
class Imported:
    """What is now stored of a source: its name, how many notices before and after, as of when."""

    name: str
    before: int
    after: int
    snapshot: str | None


# -- in --------------------------------------------------------------------------------------------------------


def replace_source(
    engine: Engine, source: str, notices: Iterable[Notice], *, snapshot: str | None = None, origin: str | None = None
) -> Imported:
    """Put all that a source says in the place of what it said before, in one transaction and constant memory."""
    with engine.begin() as connection:
        before = _count(connection, source)
        connection.execute(delete(_notice).where(_notice.c.source == source))
        _store(connection, notices)
        return _noted(connection, source, before, snapshot, origin)


def replace_answers(
    engine: Engine,
    source: str,
    asked: Mapping[str, Asked],
    notices: Iterable[Notice],
    *,
    by_notice: Iterable[str] = (),
    origin: str | None = None,
) -> Imported:
    """Put what a source answered about single works in the place of its earlier answers about the same works.

    `asked` is by DOI; `by_notice` names notices whose own records were read, which replace what they said before. An
    error takes no earlier answer away.
    """
    answered = [doi for doi, one in asked.items() if one.error is None]
    with engine.begin() as connection:
        before = _count(connection, source)
        for column, dois in ((_notice.c.work_doi, answered), (_notice.c.notice_doi, list(by_notice))):
            for chunk in _chunks(dois):
                connection.execute(delete(_notice).where(_notice.c.source == source, column.in_(chunk)))
        _store(connection, notices)
        for chunk in _chunks(answered):
            connection.execute(delete(_asked).where(_asked.c.source == source, _asked.c.work_doi.in_(chunk)))
        for chunk in _chunks(asked):
            # an error is noted only where there is no answer yet
            insert_new(connection, "notice_asked", [(source, d, asked[d].date, asked[d].error) for d in chunk])
        snapshot = max((one.date for one in asked.values() if one.date and not one.error), default=None)
        return _noted(connection, source, before, snapshot, origin)


def add_notices(engine: Engine, source: str, notices: Iterable[Notice], *, origin: str | None = None) -> Imported:
    """Add to what a source said; what it said before stays, and the same word twice is one row."""
    with engine.begin() as connection:
        before = _count(connection, source)
        _store(connection, notices)
        return _noted(connection, source, before, None, origin)


def _chunks(items: Iterable[Any]) -> Iterator[list[Any]]:
    waiting = iter(items)
    while chunk := list(islice(waiting, BATCH)):
        yield chunk


def _store(connection: Connection, notices: Iterable[Notice]) -> None:
    for chunk in _chunks(notices):
        insert_new(connection, "editorial_notice", list({(row := _row(n))[0]: row for n in chunk}.values()))


def _count(connection: Connection, source: str) -> int:
    query = select(func.count()).select_from(_notice).where(_notice.c.source == source)
    return int(connection.execute(query).scalar_one())


def _noted(connection: Connection, source: str, before: int, snapshot: str | None, origin: str | None) -> Imported:
    """The source's own row: as of when it is known, where it came from, how many notices it has."""
    old = connection.execute(select(_source).where(_source.c.source == source)).one_or_none()
    if source not in WHOLE and old is not None and old.snapshot:
        snapshot = max(snapshot or "", old.snapshot)
    made = Imported(known()[source].name, before, _count(connection, source), snapshot)
    connection.execute(delete(_source).where(_source.c.source == source))
    insert(connection, "notice_source", [(source, made.name, snapshot, origin, made.after)])
    return made


def _row(n: Notice) -> tuple[Any, ...]:
    """A notice as a row, under a key made of all that the source says."""
    w = n.of
    said = (
        n.source, n.nature, n.date, json.dumps(n.reasons, ensure_ascii=False), n.replaced, n.notice_doi,
        n.notice_pmid, n.record_id, w.doi, w.pmid, w.title or None, w.year, json.dumps(sorted(w.families)),
    )  # fmt: skip
    key = hashlib.sha256(json.dumps([*said, n.note]).encode()).hexdigest()[:20]
    return (key, *said, n.snapshot, n.note)


# -- out -------------------------------------------------------------------------------------------------------


def knowledge(engine: Engine) -> Knowledge:
    """All notices indexed once, to hold any number of works against them."""
    with engine.connect() as connection:
        rows = connection.execution_options(yield_per=BATCH).execute(select(_notice).order_by(_notice.c.id))
        carried: dict[str, tuple[Notice, ...]] = {}
        index = Index(_noting_carried(map(_stored, rows), carried))
        asked: dict[str, tuple[Asked, ...]] = {}
        for row in connection.execute(select(_asked).order_by(_asked.c.source)):
            asked[row.work_doi] = (*asked.get(row.work_doi, ()), Asked(row.source, row.asked, row.error))
        return Knowledge(index, _whole(connection), asked, carried)


def _noting_carried(notices: Iterable[Notice], carried: dict[str, tuple[Notice, ...]]) -> Iterator[Notice]:
    """The notices, those that stand in a file noted by the file's hash."""
    for notice in notices:
        if notice.source == DOCUMENT and notice.record_id:
            carried[notice.record_id] = (*carried.get(notice.record_id, ()), notice)
        yield notice


def knowledge_of(engine: Engine, work: Work, *, sha256: str | None = None) -> Knowledge:
    """What is known of one work: the notices that may be about it, without reading all the others."""
    n = _notice.c
    about: list[Any] = [(n.source == DOCUMENT) & (n.record_id == sha256)] if sha256 else []
    for name, columns in ((work.doi, (n.work_doi, n.notice_doi)), (work.pmid, (n.work_pmid, n.notice_pmid))):
        if name:
            about += [column == name for column in columns]
    if work.title and work.year is not None:
        about.append(n.work_year.between(work.year - 1, work.year + 1))
    with engine.connect() as connection:
        found = select(_notice).where(or_(*about) if about else n.id.is_(None)).order_by(n.id)
        carried: dict[str, tuple[Notice, ...]] = {}
        index = Index(_noting_carried(map(_stored, connection.execute(found)), carried))
        said = connection.execute(select(_asked).where(_asked.c.work_doi == work.doi).order_by(_asked.c.source))
        asked = tuple(Asked(row.source, row.asked, row.error) for row in said)
        return Knowledge(index, _whole(connection), {work.doi or "": asked}, carried)


def _whole(connection: Connection) -> dict[str, str | None]:
    query = select(_source.c.source, _source.c.snapshot).where(_source.c.source.in_([*WHOLE, DOCUMENT]))
    return {row.source: row.snapshot for row in connection.execute(query.order_by(_source.c.source))}


def _stored(row: Any) -> Notice:
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
