"""Crossref: `updated-by` stands on the paper, `update-to` on the notice; older records say `update-nature`.

Entries come from the publisher or, with a `record-id`, from Retraction Watch.
https://www.crossref.org/documentation/retrieve-metadata/
"""

from collections.abc import Iterator, Mapping
from typing import Any

from evidence.status import dates, reasons
from evidence.status.identifiers import doi, pmid
from evidence.status.notice import Answer, Notice, Version, Work, nature
from evidence.status.sources import Source
from evidence.status.titles import families, normal

__all__ = ["KEY", "SOURCE", "notices_of", "records"]

KEY = "crossref"
_VERSIONS = {
    "new_version": "is-version-of",
    "new_edition": "is-version-of",
    "new version": "is-version-of",
    "new edition": "is-version-of",
}


def records(data: Any) -> Iterator[Mapping[str, Any]]:
    """The works in an answer: bare, inside `message`, or a list of `items`."""
    if isinstance(data, Mapping):
        if "message" in data:
            yield from records(data["message"])
        elif "items" in data:
            yield from records(data["items"])
        else:
            yield data
    elif isinstance(data, list | tuple):
        for entry in data:
            yield from records(entry)
    elif data is not None:
        raise ValueError(f"expected a work, got {type(data).__name__}")


def title(record: Mapping[str, Any]) -> str | None:
    """The title of a record, which Crossref gives as a list."""
    given = record.get("title")
    return str(given[0]) if isinstance(given, list) and given else str(given) if isinstance(given, str) else None


def work_of(record: Mapping[str, Any]) -> Work:
    """The work a record describes."""
    year = None
    for key in ("published", "issued", "published-print", "published-online", "created"):
        if year := dates.year_of(dates.parse(record.get(key))):
            break
    return Work(
        doi(record.get("DOI") or record.get("doi")),
        pmid(record.get("PMID")),
        normal(title(record)),
        year,
        families(record.get("author")),
    )


def notices_of(record: Mapping[str, Any], own: Work | None = None) -> Iterator[Notice]:
    """The notices a record tells of: on the work itself, and on the works it updates when it is a notice."""
    own = own or work_of(record)
    for entry in _entries(record, "updated-by"):
        if found := _notice(entry, of=own, notice_doi=doi(entry.get("DOI"))):
            yield found
    for entry in _entries(record, "update-to"):
        target = doi(entry.get("DOI"))
        if target and (found := _notice(entry, of=Work(target), notice_doi=own.doi)):
            yield found
    annotations = [*_entries(record, "cr-labs-updates"), *_entries(record, "update-nature")]
    if isinstance(record.get("update-nature"), str):
        annotations.append(record)
    for entry in annotations:
        target = doi(entry.get("target-doi") or entry.get("about-doi"))
        if target and target != own.doi:  # stands on the notice
            found = _notice(entry, of=Work(target), notice_doi=own.doi)
        else:
            found = _notice(entry, of=own, notice_doi=doi(entry.get("notice-doi")))
        if found:
            yield found


def _entries(record: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    given = record.get(key)
    entries = [given] if isinstance(given, Mapping) else given if isinstance(given, list) else []
    return [entry for entry in entries if isinstance(entry, Mapping)]


def _notice(entry: Mapping[str, Any], *, of: Work, notice_doi: str | None) -> Notice | None:
    kind = next((n for key in ("update-nature", "type", "label") if (n := nature(entry.get(key)))), None)
    if kind is None:
        return None
    given = reasons.split(entry.get("reasons") or entry.get("reason"))
    words = (str(entry.get("type", "")), str(entry.get("label", "")), str(entry.get("update-nature", "")))
    record_id = entry.get("record-id")
    return Notice(
        source=KEY,
        nature=kind,
        of=of,
        date=next((d for key in ("updated", "update-date", "date") if (d := dates.parse(entry.get(key)))), None),
        notice_doi=notice_doi,
        record_id=None if record_id is None else str(record_id),
        reasons=given,
        replaced=reasons.replaced((*given, *(w.replace("_", " ").replace("-", " ") for w in words))),
        note=str(entry.get("source") or "") or None,
    )


def versions_of(record: Mapping[str, Any]) -> Iterator[Version]:
    """The works a record names as its versions, preprints, translations."""
    for kind, targets in (record.get("relation") or {}).items():
        for target in [targets] if isinstance(targets, Mapping) else targets:
            if found := doi(target.get("id")):
                yield Version(str(kind).lower().replace("_", "-"), found)
    for entry in _entries(record, "update-to"):
        kind_of_version = _VERSIONS.get(str(entry.get("type")).lower())
        if kind_of_version and (found := doi(entry.get("DOI"))):
            yield Version(kind_of_version, found)


def _read(data: Any, work: Work) -> Answer:
    """The notices of all records; title and relations only of the record that describes the work asked for."""
    found = [(record, work_of(record)) for record in records(data)]
    if len(found) == 1 and found[0][1].doi is None:
        found = [(found[0][0], work)]  # an answer about the work asked for that does not repeat its DOI
    about = [record for record, own in found if own is work or own.same(work)]
    return Answer(
        KEY,
        notices=tuple(n for record, own in found for n in notices_of(record, own)),
        versions=tuple(v for record in about for v in versions_of(record)),
        titles=tuple(t for record in about if (t := title(record))),
    )


SOURCE = Source(KEY, "Crossref", _read)
