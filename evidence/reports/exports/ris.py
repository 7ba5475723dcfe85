"""The studies for a reference manager; what is known of retractions stands in a note."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Engine

from evidence.reports.exports.export import Export
from evidence.store.every_effect import study_documents
from evidence.store.query import ask

_CARE = """
SELECT es.study_id, es.status, es.words FROM editorial_status AS es WHERE es.status <> 'none'
"""


def make(engine: Engine) -> Mapping[str, bytes]:
    """studies.ris: one reference per study, with its DOI where it is known."""
    care = {row[0]: (row[1], row[2]) for row in ask(engine, _CARE, rows=10_000_000).rows}
    documents = study_documents(engine)
    studies = documents[documents["study"].notna()].sort_values("study", kind="stable")
    entries = ["\r\n".join(_entry(row, care.get(row["study_id"]))) for row in studies.to_dict("records")]
    return {"studies.ris": "".join(f"{entry}\r\n\r\n" for entry in entries).encode()} if entries else {}


def _entry(row: Mapping[Any, Any], care: tuple[str, str] | None) -> Iterator[str]:
    """The lines of one reference; nothing is written for what is not known."""
    yield _tag("TY", "JOUR" if row["venue"] else "GEN")
    yield _tag("ID", row["study"])
    yield from (_tag("AU", author) for author in _list(row["authors"]))
    known = (("TI", "title"), ("PY", "year"), ("DA", "published"), ("T2", "venue"), ("DO", "doi"))
    yield from (_tag(tag, row[name]) for tag, name in known if row[name])
    yield from (_tag("KW", word) for word in _list(row["keywords"]))
    if care:
        yield _tag("N1", f"{care[0].upper()}: {care[1]}")
    yield _tag("N1", f"read from {row['file']} (SHA-256 {row['sha256']})")
    yield "ER  - "


def _tag(tag: str, value: Any) -> str:
    return f"{tag}  - {' '.join(str(value).split())}"


def _list(text: str | None) -> list[str]:
    """A list as the table document keeps it."""
    return [part.strip() for part in (text or "").split(";") if part.strip()]


EXPORT = Export("ris", "the studies for reference managers, retracted ones marked in a note", make)
