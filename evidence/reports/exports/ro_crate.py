"""An RO-Crate over the files of an export: what each is, its size and hash, what made it, which works it is from.

Nothing is filled in that the database does not know: no date of publication and no licence of the data.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine

from evidence import __version__
from evidence.reports.exports.export import Export, exports, json_bytes
from evidence.store.every_effect import study_documents
from evidence.store.query import ask

_NAME = "ro-crate-metadata.json"
_TYPES = {
    ".csv": "text/csv", ".json": "application/json", ".R": "text/x-r", ".ris": "application/x-research-info-systems",
    ".graphml": "application/graphml+xml",
}  # fmt: skip
_LICENCE = "https://spdx.org/licenses/MIT"
_UNSAID = "#licence-not-stated"


def describe(engine: Engine, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """ro-crate-metadata.json (RO-Crate 1.1) over the files that the other targets gave."""
    works = _works(engine)
    folders = sorted({name.partition("/")[0] for name in files})
    graph: list[dict[str, Any]] = [
        {
            "@id": _NAME, "@type": "CreativeWork", "about": {"@id": "./"},
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        },
        _root(engine, folders, works),
        *(_folder(folder, files) for folder in folders),
        *(_file(name, content) for name, content in sorted(files.items())),
        {
            "@id": "#evidence", "@type": "SoftwareApplication", "name": "evidence", "softwareVersion": __version__,
            "license": {"@id": _LICENCE},
        },
        {"@id": _LICENCE, "@type": "CreativeWork", "name": "MIT License"},
        {
            "@id": _UNSAID, "@type": "CreativeWork", "name": "No licence is stated",
            "description": "Nobody has stated a licence of this collection; the works cited have their own.",
        },
        {
            "@id": "#export", "@type": "CreateAction", "name": "evidence export", "instrument": {"@id": "#evidence"},
            "result": [{"@id": name} for name in sorted(files)],
        },
        *works,
    ]  # fmt: skip
    context = ["https://w3id.org/ro/crate/1.1/context", {"sha256": "https://schema.org/sha256"}]
    return {_NAME: json_bytes({"@context": context, "@graph": graph})}


def _root(engine: Engine, folders: list[str], works: list[dict[str, Any]]) -> dict[str, Any]:
    (row,) = ask(
        engine, "SELECT COUNT(*) AS studies, MIN(as_of) AS one, MAX(as_of) AS other FROM editorial_status"
    ).rows
    known = f" Editorial status as of {row[2]}." if row[2] else " Editorial status has not been asked for."
    (count,) = ask(engine, "SELECT COUNT(*) AS studies FROM study").rows[0]
    root: dict[str, Any] = {
        "@id": "./", "@type": "Dataset", "name": "Meta-analytic evidence, exported",
        "description": f"Effects and tables of {count} studies, each number with the place it was printed.{known}",
        "license": {"@id": _UNSAID}, "hasPart": [{"@id": f"{folder}/"} for folder in folders],
    }  # fmt: skip
    if works:
        root["citation"] = [{"@id": work["@id"]} for work in works]
    return root


def _folder(folder: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    parts = [{"@id": name} for name in sorted(files) if name.startswith(f"{folder}/")]
    return {"@id": f"{folder}/", "@type": "Dataset", "name": exports()[folder].title, "hasPart": parts}


def _file(name: str, content: bytes) -> dict[str, Any]:
    kind = next((kind for end, kind in _TYPES.items() if name.endswith(end)), "application/octet-stream")
    return {
        "@id": name, "@type": "File", "name": name.rpartition("/")[2], "encodingFormat": kind,
        "contentSize": str(len(content)), "sha256": hashlib.sha256(content).hexdigest(),
    }  # fmt: skip


def _works(engine: Engine) -> list[dict[str, Any]]:
    """The studies, by DOI where they have one."""
    documents = study_documents(engine)
    found = {}
    for row in documents[documents["study"].notna()].sort_values("study").to_dict("records"):
        key = f"https://doi.org/{row['doi']}" if row["doi"] else f"#study-{row['study']}"
        work: dict[str, Any] = {"@id": key, "@type": "ScholarlyArticle", "name": row["title"] or row["study"]}
        authors = [name.strip() for name in (row["authors"] or "").split(";") if name.strip()]
        known = {"author": authors, "datePublished": row["published"] or (row["year"] and str(row["year"]))}
        known |= {"isPartOf": row["venue"] and str(row["venue"])}
        found[key] = work | {name: value for name, value in known.items() if value}
    return [found[key] for key in sorted(found)]


EXPORT = Export("ro-crate", "ro-crate-metadata.json (1.1) over the files written, with hashes", describes=describe)
