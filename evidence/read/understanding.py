"""From a document as read to its records: tables and prose understood, a notice and its article told apart."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from evidence.errors import InputError
from evidence.read import prose, tables
from evidence.read.captioned import MOST_TABLES
from evidence.read.listed_items import item_lists
from evidence.read.model import Block, Grid, Source
from evidence.read.partial import Abbreviations, Findings
from evidence.read.reader import DocumentFormat
from evidence.read.reconcile import records_from
from evidence.read.symbol_fonts import as_meant
from evidence.records import Document, Reader, Record, Unread

_BANNER = re.compile(r"^\W*retracted(?:\s+article)?\s*[:：]\s*", re.IGNORECASE)
_MOST_COLUMNS, _MOST_ROWS = 100, 1_000  # time goes with the cells, and beyond a hundred columns with their cube
_A_FEW_LINES = 1_000  # characters; an abstract alone has more
_LONGEST = 1_200_000  # a dissertation has half of it

__all__ = ["records_of", "understand"]


def records_of(form: DocumentFormat, path: Path, data: bytes) -> list[Record]:
    """The records of a file in one of the document formats."""
    printed = form.to_source(data)
    source = as_meant(printed)
    if len(source.text) > _LONGEST:
        raise InputError(
            f"the document has {len(source.text) // 1000:,} thousand characters",
            why="no paper is that long",
            todo="split it into one file per paper",
        )
    if len(source.grids) > MOST_TABLES:
        raise InputError(
            f"the document has {len(source.grids):,} tables",
            why="no paper has that many",
            todo="split it into one file per paper",
        )
    reader = Reader(name=form.name, version=form.version)
    made = []
    with _collector_at_rest():
        for record in understand(source):
            document = replace(record.document, file=path.name, media_type=form.media_type)
            text = printed.text if record.text == source.text else record.text
            made.append(replace(record, document=document, reader=reader, text=text))
        if all(_is_empty(record, len(source.text)) for record in made):
            raise InputError(
                "nothing of a paper was found in it",
                why="no author, reference, hypothesis, table or statistic",
                todo="check that it holds the full text of a paper",
            )
        del source, printed  # or the collector, awake again, begins with looking through it
    return made


def _is_empty(record: Record, length: int) -> bool:
    """Whether a record says no more than which file was read: to call that a conceptual paper would be a guess.

    The first line of a few is no title of a paper.
    """
    titled = length > _A_FEW_LINES or record.document.kind == "notice"
    return record == Record(
        document=Document(
            file=record.document.file,
            sha256=record.document.sha256,
            media_type=record.document.media_type,
            kind=record.document.kind,
            title=None if titled else record.document.title,
        ),
        reader=record.reader,
        conventions=record.conventions,
        text=record.text,
    )


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Python's search for cycles, put off while a document is understood: many small values, no cycle among them."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def understand(source: Source) -> list[Record]:
    """The records of a document; the article first, then the notice that goes with it."""
    notice = prose.notice_in(source)
    if notice is None:
        return [_article(source)]
    above = _part(source, 0, notice.until)
    about = prose.document_of(above)
    retraction = replace(notice.retraction, date=about.dates.get("published") or notice.retraction.date)
    document = replace(about, kind="notice")
    record = Record(document=document, retraction=retraction, references=prose.references(above), text=source.text)
    if not notice.with_article:
        return [record]
    if notice.banner:
        article = _article(source)
        title = _BANNER.sub("", article.document.title or "") or None
        return [replace(article, document=replace(article.document, title=title)), record]
    return [_article(_part(source, notice.until, len(source.text))), record]


def _article(source: Source) -> Record:
    said = prose.understand(source)
    if prose.is_conceptual(source):
        quoted = Findings(hypotheses=said.hypotheses, abbreviations=said.abbreviations)
        return records_from(source, _document(source), quoted, Findings(), prose.references(source))
    bearable = tuple(g for g in source.grids if _bearable(g))
    stated = tuple(h.value for h in said.hypotheses)
    shown = tables.understand(
        replace(source, grids=(*bearable, *item_lists(source))), Abbreviations(said.abbreviations), stated
    )
    vast = tuple(
        Unread(g.caption[:160] or "a table", "no printed table is that large", g.span, g.page)
        for g in source.grids
        if not _bearable(g)
    )
    shown = replace(shown, unread=(*shown.unread, *vast))
    return records_from(source, _document(source), said, shown, prose.references(source))


def _bearable(grid: Grid) -> bool:
    """A table of a size that is printed; a data file or damage is not read as one."""
    return len(grid.rows) <= _MOST_ROWS and all(len(row) <= _MOST_COLUMNS for row in grid.rows)


def _document(source: Source) -> Document:
    return prose.document_of(source)


def _part(source: Source, start: int, end: int) -> Source:
    """The blocks and tables of a stretch; the text and its offsets stay those of the whole."""
    return replace(
        source,
        blocks=_unreferenced([b for b in source.blocks if start <= b.span[0] < end])
        if start
        else tuple(b for b in source.blocks if b.span[0] < end),
        grids=tuple(g for g in source.grids if g.span and start <= g.span[0] < end),
    )


def _unreferenced(blocks: list[Block]) -> tuple[Block, ...]:
    """An article behind a notice does not begin in the notice's reference list."""
    head = next((i for i, b in enumerate(blocks) if b.kind == "heading"), len(blocks))
    return tuple(
        replace(b, kind="paragraph") if i < head and b.kind == "reference" else b for i, b in enumerate(blocks)
    )
