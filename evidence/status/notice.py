"""One source's word on one work, kept as the source gave it: a notice, or a flag without one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from evidence.status import dates, titles
from evidence.status.identifiers import doi, pmid

__all__ = ["NATURES", "Answer", "Nature", "Notice", "Version", "Work", "nature"]

Nature = Literal[
    "retraction",
    "partial retraction",
    "withdrawal",
    "removal",
    "expression of concern",
    "correction",
    "reinstatement",
    "flag",  # a yes without a notice: it says "retracted", not when, why or by whom
    "no flag",  # a spoken no, which is more than silence
]
_NATURES: dict[str, Nature] = {
    "retraction": "retraction",
    "retracted": "retraction",
    "full retraction": "retraction",
    "retraction and replacement": "retraction",
    "retract and replace": "retraction",
    "retracted and replaced": "retraction",
    "retraction and republication": "retraction",
    "partial retraction": "partial retraction",
    "partially retracted": "partial retraction",
    "withdrawal": "withdrawal",
    "withdrawn": "withdrawal",
    "removal": "removal",
    "removed": "removal",
    "temporary removal": "removal",
    "expression of concern": "expression of concern",
    "editorial expression of concern": "expression of concern",
    "concern": "expression of concern",
    "eoc": "expression of concern",
    "correction": "correction",
    "corrected": "correction",
    "author correction": "correction",
    "publisher correction": "correction",
    "corrigendum": "correction",
    "corrected and republished": "correction",
    "erratum": "correction",
    "errata": "correction",
    "addendum": "correction",
    "clarification": "correction",
    "reinstatement": "reinstatement",
    "reinstated": "reinstatement",
}
NATURES = tuple(_NATURES)


def nature(text: object) -> Nature | None:
    """The kind of notice a source's word names, in any spelling; None for words that are none (`new_version`).

    >>> nature("Expression_of_Concern"), nature("new_edition")
    ('expression of concern', None)
    """
    words = re.sub(r"[\s_-]+", " ", str(text or "")).strip().lower()
    words = words.removesuffix(" notice").removesuffix(" article")
    return _NATURES.get(words)


@dataclass(frozen=True, slots=True)
class Work:
    """A work as a source names it; identifiers and title are normalised once, here."""

    doi: str | None = None
    pmid: str | None = None
    title: str = ""
    year: int | None = None
    families: frozenset[str] = frozenset()

    @classmethod
    def of(cls, paper: Mapping[str, Any]) -> "Work":
        """The work a paper's fields name: doi, pmid, title, year, authors; whatever is missing is missing."""
        return cls(
            doi(paper.get("doi") or paper.get("DOI")),
            pmid(paper.get("pmid") or paper.get("PMID")),
            titles.normal(paper.get("title")),
            dates.year_of(paper.get("year")),
            titles.families(paper.get("authors") or paper.get("author")),
        )

    def answers_for(self, asked: "Work") -> "Work":
        """The work asked about, where the one record that came back has no identifier to tell it by."""
        told_apart = (self.doi and asked.doi) or (self.pmid and asked.pmid)
        return self if told_apart else asked

    def same(self, other: "Work") -> Literal["identifier", "title"] | None:
        """By what two works are one, or None.

        A shared DOI or PMID decides; two different DOIs or PMIDs are two works. Where one side has none: title
        similarity, year within one, a shared family name; titles that any work may carry never match.
        """
        if self.doi and self.doi == other.doi:
            return "identifier"
        if self.pmid and self.pmid == other.pmid:
            return "title" if self.doi and other.doi else "identifier"
        if (self.doi and other.doi) or (self.pmid and other.pmid):
            return None
        if self.year is None or other.year is None or abs(self.year - other.year) > 1:
            return None
        if not self.families & other.families or titles.generic(self.title) or titles.generic(other.title):
            return None
        return "title" if titles.similar(self.title, other.title) else None


@dataclass(frozen=True, slots=True)
class Notice:
    """What one source says happened to one work: nature, date, reasons, and by which notice."""

    source: str
    nature: Nature
    of: Work
    date: str | None = None
    notice_doi: str | None = None
    notice_pmid: str | None = None
    record_id: str | None = None
    reasons: tuple[str, ...] = ()
    replaced: bool = False  # the retraction replaced the work by a new version
    snapshot: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A version, preprint or translation: `kind` reads "this work KIND that work"."""

    kind: str
    doi: str


@dataclass(frozen=True, slots=True)
class Answer:
    """All that one source answered when it was asked about one work, errors included."""

    source: str
    notices: tuple[Notice, ...] = ()
    versions: tuple[Version, ...] = ()
    titles: tuple[str, ...] = ()
    error: str | None = None
    snapshot: str | None = None

    def dated(self, snapshot: str | None) -> "Answer":
        """The answer and its notices with the date the source was asked."""
        if snapshot is None:
            return self
        return replace(self, snapshot=snapshot, notices=tuple(replace(n, snapshot=snapshot) for n in self.notices))
