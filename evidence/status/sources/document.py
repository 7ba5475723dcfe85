"""A notice that a document itself carries, as the readers put it into its record (`retraction`)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from evidence.status import dates, reasons, titles
from evidence.status.identifiers import doi
from evidence.status.notice import Answer, Notice, Work, nature
from evidence.status.sources import Source

__all__ = ["SOURCE"]

_KEY = "document"


def _document(record: Mapping[str, Any]) -> Mapping[str, Any]:
    return record.get("document") or {}


def _notice(record: Mapping[str, Any], records: Sequence[Mapping[str, Any]], work: Work) -> Notice | None:
    given = record.get("retraction")
    if not given or (kind := nature(given.get("nature"))) is None:
        return None
    own = Work.of(_document(record))
    is_notice = _document(record).get("kind") == "notice"
    why = tuple(str(reason) for reason in [given.get("reason")] if reason)
    return Notice(
        _KEY,
        kind,
        _of_notice(record, records, work) if is_notice else _of_article(own, doi(given.get("of")), work),
        dates.parse(given.get("date")),
        notice_doi=doi(given.get("notice_doi")) or (own.doi if is_notice else None),
        notice_pmid=own.pmid if is_notice else None,
        reasons=why,
        replaced=reasons.replaced(why),
        note=given.get("publisher"),
    )


def _of_article(own: Work, named: str | None, work: Work) -> Work:
    """The article that carries the notice; the notice may print a DOI that the article does not."""
    if own == work:
        return work
    return replace(own, doi=named) if own.doi is None else own


def _of_notice(record: Mapping[str, Any], records: Sequence[Mapping[str, Any]], work: Work) -> Work:
    """The article a notice is about, by what it prints of it: a DOI, its title, or a reference that holds the title.

    An article in the same file needs no more than that.
    """
    printed = str(record["retraction"].get("of") or _document(record).get("title") or "")
    if named := doi(printed):
        return Work(named)
    title = titles.normal(printed)
    if titles.generic(work.title) or not (titles.similar(title, work.title) or work.title in title):
        return Work(title=title)
    file = _document(record).get("sha256")
    together = [r for r in records if r is not record and file and _document(r).get("sha256") == file]
    if any(Work.of(_document(r)) == work for r in together):
        return work
    return Work(title=work.title, year=work.year, families=work.families)  # what it does not print cannot contradict


def _read(data: Any, work: Work) -> Answer:
    """One record or several, of which those with a `retraction` speak."""
    records = [data] if isinstance(data, Mapping) else list(data)
    return Answer(_KEY, tuple(notice for record in records if (notice := _notice(record, records, work))))


SOURCE = Source(_KEY, "the document itself", _read)
