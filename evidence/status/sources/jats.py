"""JATS: `related-article` on a notice points at the paper, on a paper at its notice (`retraction-forward`).

https://jats.nlm.nih.gov/archiving/tag-library/1.3/attribute/related-article-type.html
"""

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from evidence.status import dates
from evidence.status.identifiers import doi, pmid
from evidence.status.notice import Answer, Nature, Notice, Work
from evidence.status.sources import Source
from evidence.status.titles import families, normal

__all__ = ["SOURCE"]

_KEY = "jats"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_POINTS_AT_PAPER: dict[str, Nature] = {
    "retracted-article": "retraction",
    "partially-retracted-article": "partial retraction",
    "partial-retraction": "partial retraction",
    "withdrawn-article": "withdrawal",
    "removed-article": "removal",
    "corrected-article": "correction",
    "addended-article": "correction",
    "object-of-concern": "expression of concern",
    "reinstated-article": "reinstatement",
}
_POINTS_AT_NOTICE: dict[str, Nature] = {
    "retraction-forward": "retraction",
    "retracted-by": "retraction",
    "partial-retraction-forward": "partial retraction",
    "withdrawal-forward": "withdrawal",
    "removal-forward": "removal",
    "correction-forward": "correction",
    "corrected-by": "correction",
    "addendum-forward": "correction",
    "concern-forward": "expression of concern",
    "expression-of-concern-forward": "expression of concern",
    "expression-of-concern": "expression of concern",
    "reinstatement-forward": "reinstatement",
}


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _all(root: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    return (element for element in root.iter() if _local(element.tag) == name)


def _text(root: ElementTree.Element, name: str) -> str | None:
    element = next(_all(root, name), None)
    return None if element is None else " ".join("".join(element.itertext()).split())


def _date(element: ElementTree.Element) -> str | None:
    parts = [_text(element, part) for part in ("year", "month", "day")]
    known = [part for part in parts if part]
    return dates.parse({"date-parts": [known]}) or dates.parse(" ".join(reversed(known)))


def _front(root: ElementTree.Element) -> ElementTree.Element:
    """The article's own front matter; reference lists and sub-articles have titles and DOIs of their own."""
    return next(_all(root, "article-meta"), None) or next(_all(root, "front-stub"), root)


def _own(meta: ElementTree.Element) -> Work:
    ids = {element.get("pub-id-type"): element.text for element in _all(meta, "article-id")}
    years = [when[:4] for element in _all(meta, "pub-date") if (when := _date(element))]
    return Work(
        doi(ids.get("doi")),
        pmid(ids.get("pmid")),
        normal(_text(meta, "article-title")),
        dates.year_of(min(years, default=None)),
        families(f"{surname.text}," for surname in _all(meta, "surname")),
    )


def _target(link: ElementTree.Element) -> Work:
    where = link.get(_XLINK) or "".join(link.itertext())
    is_pmid = link.get("ext-link-type") in ("pubmed", "pmid")
    return Work(None if is_pmid else doi(where), pmid(where) if is_pmid else None)


def _notices(root: ElementTree.Element) -> Iterator[Notice]:
    meta = _front(root)
    own = _own(meta)
    published = min((when for element in _all(meta, "pub-date") if (when := _date(element))), default=None)
    for link in _all(meta, "related-article"):
        kind = (link.get("related-article-type") or "").lower().replace("_", "-")
        other = _target(link)
        if at_paper := _POINTS_AT_PAPER.get(kind):
            yield Notice(_KEY, at_paper, other, published, notice_doi=own.doi, notice_pmid=own.pmid)
        elif at_notice := _POINTS_AT_NOTICE.get(kind):
            yield Notice(_KEY, at_notice, own, notice_doi=other.doi, notice_pmid=other.pmid)


def _read(data: Any, work: Work) -> Answer:
    """The notices in the XML of one article, a text or bytes."""
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as fault:
        return Answer(_KEY, error=f"not well-formed XML: {fault}")
    title = _text(_front(root), "article-title")
    same = _own(_front(root)).same(work)
    return Answer(_KEY, tuple(_notices(root)), titles=(title,) if title and same else ())


SOURCE = Source(_KEY, "JATS", _read)
