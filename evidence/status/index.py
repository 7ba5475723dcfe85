"""All notices at hand, indexed once, so that a library of any size can be held against them in one pass."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from evidence.status import titles
from evidence.status.identifiers import dois
from evidence.status.notice import Notice, Work

__all__ = ["Index"]

T = TypeVar("T")
_BATCH = 256  # small, so that one odd spelling slows down few others


class Index:
    """Notices by DOI, PMID and title; built once from any sources, then only read.

    >>> index = Index([Notice("crossref", "retraction", Work(doi="10.5555/a"))])
    >>> len(index.find(Work(doi="10.5555/a"))), len(index.find(Work(doi="10.5555/b")))
    (1, 0)
    """

    def __init__(self, notices: Iterable[Notice]) -> None:
        self._by_doi: dict[str, tuple[Notice, ...]] = {}
        self._by_pmid: dict[str, tuple[Notice, ...]] = {}
        self._as_notice: dict[str, tuple[Notice, ...]] = {}
        self._by_author_year: dict[tuple[str, int], list[Notice]] = defaultdict(list)
        self._by_title: dict[str, tuple[Notice, ...]] = {}
        self._size = 0
        for notice in notices:
            self._size += 1
            self._add(notice)

    def _add(self, notice: Notice) -> None:
        of = notice.of
        if of.doi:
            self._by_doi[of.doi] = (*self._by_doi.get(of.doi, ()), notice)
        if of.pmid:
            self._by_pmid[of.pmid] = (*self._by_pmid.get(of.pmid, ()), notice)
        for key in (notice.notice_doi, notice.notice_pmid):
            if key and key not in (of.doi, of.pmid):
                self._as_notice[key] = (*self._as_notice.get(key, ()), notice)
        if of.year is not None and of.families and not titles.generic(of.title):
            self._by_title[of.title] = (*self._by_title.get(of.title, ()), notice)
            for family in of.families:
                self._by_author_year[family, of.year].append(notice)

    def __len__(self) -> int:
        return self._size

    def find(self, paper: Work | Mapping[str, Any]) -> tuple[Notice, ...]:
        """Every notice that may be about the work, or that the work may itself be; `resolve` says what they mean."""
        work = paper if isinstance(paper, Work) else Work.of(paper)
        found: dict[int, Notice] = {}
        for notice in self._candidates(work):
            if (
                work.same(notice.of)
                or notice.notice_doi == work.doi is not None
                or notice.notice_pmid == work.pmid is not None
            ):
                found[id(notice)] = notice
        return tuple(found.values())

    def _candidates(self, work: Work) -> Iterator[Notice]:
        for key, table in ((work.doi, self._by_doi), (work.pmid, self._by_pmid)):
            if key:
                yield from table.get(key, ())
                yield from self._as_notice.get(key, ())
        if work.year is not None:
            for family in work.families:
                for year in (work.year - 1, work.year, work.year + 1):
                    yield from self._by_author_year.get((family, year), ())

    def by_title(self, title: str, year: int | None) -> tuple[Notice, ...]:
        """The notices on works of exactly this normalised title, within a year, where no author can be compared."""
        found = self._by_title.get(title, ())
        return tuple(n for n in found if year is None or n.of.year is None or abs(n.of.year - year) <= 1)

    def match(self, rows: Iterable[tuple[T, str | None]]) -> Iterator[tuple[T, tuple[Notice, ...]]]:
        """The rows (anything, its DOI) on which there are notices, in one pass over rows of any number."""
        waiting, known = iter(rows), self._by_doi
        while batch := list(islice(waiting, _BATCH)):
            names, given = zip(*batch, strict=True)
            if None in given:
                names, given = zip(*((name, doi or "-") for name, doi in batch), strict=True)
            yield from [(name, known[doi]) for name, doi in zip(names, dois(given), strict=True) if doi in known]
