"""Retraction Watch: the CSV as Crossref publishes it, about 65,000 rows, read as a stream.

The file has a trailing comma, dates like `9/27/2023 0:00`, `unavailable` and `0` for identifiers, lists parted by
`;`, and bytes that are not UTF-8; a row that cannot be used is told, with its line, and does not stop the rest.
"""

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from evidence.errors import InputError
from evidence.status import dates, reasons
from evidence.status.identifiers import doi, pmid
from evidence.status.notice import Answer, Notice, Work, nature
from evidence.status.sources import Source
from evidence.status.titles import families, normal

__all__ = ["SOURCE", "read_file", "read_row"]

_KEY = "retraction_watch"
_NEEDED = (
    "Record ID",
    "Title",
    "Author",
    "RetractionDate",
    "RetractionDOI",
    "OriginalPaperDOI",
    "RetractionNature",
    "Reason",
)
_LARGEST_CELL = 4_000_000  # a cell beyond this is a quote that was never closed

Skip = Callable[[int, str], None]


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """The byte that is not UTF-8 as Windows-1252, which is what such bytes in this file are."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.start + 1].decode("cp1252", "replace"), error.start + 1


codecs.register_error("evidence.windows", _as_windows)


def read_file(
    file: str | Path | BinaryIO, *, snapshot: str | None = None, skipped: Skip | None = None
) -> Iterator[Notice]:
    """The notices of the published file, one at a time; the memory used does not grow with the file.

    `skipped(line, why)` is told of each row that names no work or no kind of notice.
    """
    if isinstance(file, str | Path):
        try:
            with open(file, "rb") as stream:
                yield from read_file(stream, snapshot=snapshot, skipped=skipped)
        except OSError as fault:
            raise InputError("cannot be read", where=file, why=fault.strerror or str(fault)) from None
        return
    where = getattr(file, "name", "the Retraction Watch file")
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="evidence.windows", newline="")
    try:
        yield from _rows(text, where, dates.day(snapshot), skipped)
    finally:
        text.detach()


def _rows(text: TextIO, where: object, snapshot: str | None, skipped: Skip | None) -> Iterator[Notice]:
    before = csv.field_size_limit(_LARGEST_CELL)
    try:
        reader = csv.reader(line.replace("\0", "") for line in text)
        header = [name.strip() for name in next(reader, [])]
        missing = [name for name in _NEEDED if name not in header]
        if missing:
            raise InputError(
                f"column '{missing[0]}' is missing",
                where=where,
                why="the header is not that of the Retraction Watch file",
                todo="import the file as it is published, with its header",
            )
        for cells in reader:
            if not any(cells):
                continue
            row = dict(zip(header, cells, strict=False))
            notice = read_row(row, snapshot)
            if notice is not None:
                yield notice
            elif skipped is not None:
                skipped(reader.line_num, _why_skipped(row, len(cells), len(header)))
    except csv.Error as fault:
        raise InputError(
            f"line {reader.line_num} is not CSV", where=where, why=str(fault), todo="fetch the file again"
        ) from None
    finally:
        csv.field_size_limit(before)


def _why_skipped(row: Mapping[str, str], cells: int, columns: int) -> str:
    if cells < columns - 1:
        return f"{cells} cells where the header has {columns}"
    if nature(row.get("RetractionNature")) is None:
        return f"'{row.get('RetractionNature', '')}' is no kind of notice"
    return "no identifier and no title"


def read_row(row: Mapping[str, Any], snapshot: str | None = None) -> Notice | None:
    """One row as a notice on its original paper, or None where it names no work or no kind of notice."""
    kind = nature(row.get("RetractionNature"))
    of = Work(
        doi(row.get("OriginalPaperDOI")),
        pmid(row.get("OriginalPaperPubMedID")),
        normal(row.get("Title")),
        dates.year_of(row.get("OriginalPaperDate")),
        families(row.get("Author")),
    )
    if kind is None or not (of.doi or of.pmid or of.title):
        return None
    given = reasons.split(row.get("Reason"))
    return Notice(
        source=_KEY,
        nature=kind,
        of=of,
        date=dates.parse(row.get("RetractionDate")),
        notice_doi=doi(row.get("RetractionDOI")),
        notice_pmid=pmid(row.get("RetractionPubMedID")),
        record_id=str(row.get("Record ID") or "").strip() or None,
        reasons=given,
        replaced=reasons.replaced(given),
        snapshot=snapshot,
        note=str(row.get("Notes") or "").strip() or None,
    )


def _read(data: Any, _work: Work) -> Answer:
    """Rows as a list of mappings, one row, or the text of a CSV."""
    if isinstance(data, str):
        return Answer(_KEY, tuple(read_file(io.BytesIO(data.encode()))))
    rows: Iterable[Mapping[str, Any]] = [data] if isinstance(data, Mapping) else data
    if isinstance(data, Mapping) and "rows" in data:
        rows = data["rows"]
    return Answer(_KEY, tuple(notice for row in rows if (notice := read_row(row))))


SOURCE = Source(_KEY, "Retraction Watch", _read)
