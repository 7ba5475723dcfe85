"""PubMed and Europe PMC: "Retracted Publication" is the paper, "Retraction of Publication" is the notice.

Linked notices stand in the comments and corrections list (`RetractionIn`, `ErratumIn`, `ExpressionOfConcernIn`).
https://www.nlm.nih.gov/bsd/mms/medlineelements.html
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from evidence.status import dates
from evidence.status.identifiers import doi, pmid
from evidence.status.notice import Answer, Nature, Notice, Work
from evidence.status.sources import Source

__all__ = ["KEY", "SOURCE", "read"]

KEY = "pubmed"
_ON_THE_PAPER: dict[str, Nature] = {
    "retracted publication": "retraction",
    "corrected and republished article": "correction",
}
_IS_NOTICE: dict[str, Nature] = {
    "retraction of publication": "retraction",
    "retraction notice": "retraction",
    "published erratum": "correction",
    "expression of concern": "expression of concern",
}
_LINKED: dict[str, Nature] = {
    "retraction": "retraction",
    "partialretraction": "partial retraction",
    "erratum": "correction",
    "correctedandrepublished": "correction",
    "expressionofconcern": "expression of concern",
    "reprint": "correction",
}


def _listed(entry: Mapping[str, Any], *keys: str) -> list[Any]:
    """The list under the first key that is there; Europe PMC wraps lists in an object of one key."""
    for key in keys:
        value = entry.get(key)
        if isinstance(value, Mapping):
            value = next(iter(value.values()), None)
        if value:
            return value if isinstance(value, list) else [value]
    return []


def _links(entry: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for link in _listed(entry, "comments_corrections", "CommentsCorrectionsList", "commentCorrectionList", "comments"):
        if isinstance(link, Mapping):
            kind = link.get("ref_type") or link.get("RefType") or link.get("reftype") or link.get("type") or ""
            yield re.sub(r"[\s_-]", "", str(kind)).lower(), link


def _of(entry: Mapping[str, Any], own: Work, source: str) -> Iterator[Notice]:
    kinds = [
        str(kind).strip().lower()
        for kind in _listed(entry, "publication_types", "pubtype", "PublicationTypeList", "pubTypeList")
    ]
    linked: set[Nature] = set()
    for kind, link in _links(entry):
        what = _LINKED.get(kind.removesuffix("in").removesuffix("of").removesuffix("for"))
        if what is None or (kind == "reprintin"):
            continue
        other = Work(doi(link.get("doi")), pmid(link.get("pmid") or link.get("PMID") or link.get("id")))
        when = dates.parse(link.get("date"))
        if kind.endswith("in"):
            linked.add(what)
            yield Notice(source, what, own, when, notice_doi=other.doi, notice_pmid=other.pmid)
        else:
            linked.add(what)
            yield Notice(source, what, other, when, notice_doi=own.doi, notice_pmid=own.pmid)
    for kind in kinds:
        on_paper, notice = _ON_THE_PAPER.get(kind), _IS_NOTICE.get(kind)
        if on_paper and on_paper not in linked:
            yield Notice(source, on_paper, own)
        if notice and notice not in linked:
            yield Notice(source, notice, Work(), notice_doi=own.doi, notice_pmid=own.pmid)


def read(data: Any, work: Work, source: str = KEY) -> Answer:
    """The notices of one or several PubMed records."""
    entries = data if isinstance(data, list) else _listed(data, "result", "resultList", "results") or [data]
    notices: list[Notice] = []
    names: list[str] = []
    for entry in entries:
        own = replace(Work.of(entry), doi=doi(entry.get("doi")), pmid=pmid(entry.get("pmid") or entry.get("uid")))
        if len(entries) == 1:
            own = own.answers_for(work)
        notices += _of(entry, own, source)
        if entry.get("title") and (own is work or own.same(work)):
            names.append(str(entry["title"]))
    return Answer(source, tuple(notices), titles=tuple(names))


SOURCE = Source(KEY, "PubMed", read)
