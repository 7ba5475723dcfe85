"""Saving records: streamed in batches, each batch whole or not at all, the same record twice stored once."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, delete, select

from evidence.errors import InputError
from evidence.records import Record
from evidence.store.bulk import insert_all
from evidence.store.engine import one_writer
from evidence.store.rows import document_id, rows_of, title_key
from evidence.store.tables import metadata

__all__ = ["Saved", "save"]

BATCH_ROWS = 20_000  # a few tenths of a second: long enough to be fast, short enough to lose or lock little

_document = metadata.tables["document"]
_mapping = metadata.tables["construct_mapping"]
_reported = metadata.tables["construct_report"]

Batch = list[tuple[int, Record, int, str]]


@dataclass(frozen=True)
class Saved:
    """What became of one record.

    `stored`, `unchanged`, `replaced`, `kept` (a person's coding of the same file stands), `duplicate` or `refused`.
    """

    outcome: str
    file: str
    study_id: int
    of: str | None = None  # the file that already holds the same work
    why: str = ""  # the message for a record that was refused


def save(engine: Engine, records: Iterable[tuple[Record, int]], *, replace: bool = False) -> Iterator[Saved]:
    """Store records (each with its number within its file) as they come; memory holds one batch.

    A killed process loses at most the batch under way. With `replace`, a work that is already stored from another
    file gives way to the new one.
    """
    batch: Batch = []
    size = 0
    for record, part in records:
        content = json.dumps(record.to_dict(), ensure_ascii=False, separators=(",", ":"))
        batch.append((document_id(record.document.sha256, part), record, part, content))
        size += 10 + 4 * len(record.paths) + len(record.spans)
        if size >= BATCH_ROWS:
            yield from _save_batch(engine, batch, replace=replace)
            batch, size = [], 0
    if batch:
        yield from _save_batch(engine, batch, replace=replace)


def _save_batch(engine: Engine, batch: Batch, *, replace: bool) -> list[Saved]:
    """Store a batch in one transaction; where one record spoils it, each by itself, so that only that one is lost."""
    try:
        return _save_together(engine, batch, replace=replace)
    except InputError as refusal:
        if len(batch) > 1:
            return [saved for one in batch for saved in _save_batch(engine, [one], replace=replace)]
        key, record, *_ = batch[0]
        refusal.where = refusal.where or record.document.file
        return [Saved("refused", record.document.file, key, why=str(refusal))]


def _save_together(engine: Engine, batch: Batch, *, replace: bool) -> list[Saved]:
    tables: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    with engine.begin() as connection:
        one_writer(connection)
        stored = _Stored(connection, batch)
        outcomes = []
        for key, record, part, content in batch:
            saved = stored.judge(key, record, content, replace=replace)
            outcomes.append(saved)
            if saved.outcome in ("stored", "replaced"):
                for table, rows in rows_of(record, part, content).items():
                    tables[table].extend(rows)
        mappings = stored.clear(connection)
        insert_all(connection, tables)
        _keep_mappings(connection, mappings)
    return outcomes


class _Stored:
    """What the database already holds of a batch, and which of it gives way."""

    def __init__(self, connection: Connection, batch: Batch) -> None:
        d = _document.c
        keys = [key for key, *_ in batch]
        dois = [r.document.doi.lower() for _, r, *_ in batch if r.document.doi]
        titles = [t for t in (title_key(r.document.title) for _, r, *_ in batch) if t]
        columns = (d.id, d.doi, d.title_key, d.year, d.file, d.kind, d.reader, d.record)
        self.by_key: dict[int, Any] = {}
        self.by_work: dict[str, Any] = {}
        self.outdated: list[int] = []
        for column, values in ((d.id, keys), (d.doi, dois), (d.title_key, titles)):
            for row in connection.execute(select(*columns).where(column.in_(values))):
                self.remember(row.id, row.kind, row.doi, row.title_key, row.year, row)

    def remember(self, key: int, kind: str, doi: str | None, title: str | None, year: int | None, row: Any) -> None:
        self.by_key[key] = row
        if kind != "notice":
            for name in self._works(doi, title, year):
                self.by_work[name] = row

    @staticmethod
    def _works(doi: str | None, title: str | None, year: int | None) -> Iterator[str]:
        """The names under which two reports of one work meet."""
        if doi:
            yield f"doi {doi}"
        if title:
            yield f"title {title} {year or ''}"

    def judge(self, key: int, record: Record, content: str, *, replace: bool) -> Saved:
        """Whether the record is stored, and what it replaces."""
        document = record.document
        same = self.by_key.get(key)
        if same is not None:
            if same.record == content:
                return Saved("unchanged", document.file, key)
            if same.reader == "coded" and record.reader.name != "coded":
                return Saved("kept", document.file, key, same.file)
            self.outdated.append(key)
        year = int(document.year[:4]) if document.year and document.year[:4].isdigit() else None
        doi, title = (document.doi or "").lower() or None, title_key(document.title)
        if document.kind != "notice":
            other = next((self.by_work[w] for w in self._works(doi, title, year) if w in self.by_work), None)
            if other is not None and other.id != key:
                if not replace:
                    return Saved("duplicate", document.file, key, other.file)
                self.outdated.append(other.id)
                same = other
        self.remember(key, document.kind, doi, title, year, _Row(key, document.file, record.reader.name, content))
        return Saved("stored" if same is None else "replaced", document.file, key)

    def clear(self, connection: Connection) -> list[tuple[dict[str, Any], str]]:
        """Take away what gives way; answers with what persons had mapped in it, by reported name."""
        if not self.outdated:
            return []
        m, c = _mapping.c, _reported.c
        join = _mapping.join(_reported, (m.study_id == c.study_id) & (m.construct_no == c.no))
        kept = connection.execute(select(_mapping, c.name).select_from(join).where(m.study_id.in_(self.outdated)))
        mappings = [(dict(row._mapping), row.name) for row in kept]
        connection.execute(delete(_document).where(_document.c.id.in_(self.outdated)))
        return mappings


@dataclass(frozen=True)
class _Row:
    id: int
    file: str
    reader: str
    record: str


def _keep_mappings(connection: Connection, mappings: list[tuple[dict[str, Any], str]]) -> None:
    """A person's mapping outlives a new reading of the document, where the reported name still stands in it."""
    c, placed = _reported.c, set()
    rows = []
    for mapping, name in mappings:
        no = connection.execute(select(c.no).where(c.study_id == mapping["study_id"], c.name == name)).scalar()
        if no is not None:
            rows.append({key: value for key, value in mapping.items() if key != "name"} | {"construct_no": no})
    while rows:  # each after the one that superseded it
        ready = [row for row in rows if row["superseded_by"] is None or row["superseded_by"] in placed]
        if not ready:
            return
        connection.execute(_mapping.insert(), ready)
        placed |= {row["id"] for row in ready}
        rows = [row for row in rows if row["id"] not in placed]
