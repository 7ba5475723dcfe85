"""Everything that sources have said, and which of them were asked about what: the ground that "no notice known" needs.

A source whose whole file is at hand speaks of every work, by its silence too. A source that answers for single works
speaks only of those it was asked about, and a failure to answer is no silence.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from evidence.status import titles
from evidence.status.index import Index
from evidence.status.notice import Notice, Work
from evidence.status.resolution import resolve
from evidence.status.status import Status

__all__ = ["DOCUMENT", "WHOLE", "Asked", "Knowledge", "sources_of"]

WHOLE = ("retraction_watch",)  # sources that come as one file over all works
DOCUMENT = "document"  # speaks of every work whose document is at hand


@dataclass(frozen=True, slots=True)
class Asked:
    """One source was asked about one work: when, and why there was no answer."""

    source: str
    date: str | None = None
    error: str | None = None


@dataclass(frozen=True)
class Knowledge:
    """The notices at hand, the sources that speak of every work, and who was asked about which DOI.

    A notice that stands in the same file as the article it is about needs no identifier to be about it.
    """

    index: Index
    whole: Mapping[str, str | None] = field(default_factory=dict)  # source: date of its file
    asked: Mapping[str, tuple[Asked, ...]] = field(default_factory=dict)  # DOI: who was asked
    carried: Mapping[str, tuple[Notice, ...]] = field(default_factory=dict)  # hash of a file: the notices in it

    def status(self, paper: Mapping[str, Any], as_of: str | None, *, document: bool = True) -> Status:
        """The status of a paper as of a date; `document` says that its own document was read, and so was asked."""
        work = Work.of(paper)
        return self._resolved(paper, work, self._found(paper, work), as_of, document=document)

    def _found(self, paper: Mapping[str, Any], work: Work) -> tuple[Notice, ...]:
        """The notices that may be about the paper; of those in its own file, the ones about it are so for certain."""
        own = [n for n in self.carried.get(paper.get("sha256") or "", ()) if n.of == work]
        return (*(n for n in self.index.find(work) if n not in own), *(replace(n, of=work) for n in own))

    def _resolved(
        self, paper: Mapping[str, Any], work: Work, notices: Iterable[Notice], as_of: str | None, *, document: bool
    ) -> Status:
        whole = self.whole if document else {key: date for key, date in self.whole.items() if key != DOCUMENT}
        sources = sources_of(notices, whole, self.asked.get(work.doi or "", ()))
        if not sources:
            return replace(resolve(paper, {}, as_of), status="unknown", use="keep-recheck")
        return resolve(paper, sources, as_of, work=work)

    def statuses(
        self, papers: Iterable[tuple[int, Mapping[str, Any]]], as_of: str | None
    ) -> Iterator[tuple[int, Status]]:
        """The status of each of any number of papers, in one pass.

        Papers on which nobody said anything share one answer; `resolve` would give each of them the same.
        """
        silence = self.status({}, as_of)
        for key, paper in papers:
            work = Work.of(paper)
            notices = self._found(paper, work)
            if notices or work.doi in self.asked or titles.mark(paper.get("title")) or paper.get("relation"):
                yield key, self._resolved(paper, work, notices, as_of, document=True)
            else:
                yield key, silence


def sources_of(notices: Iterable[Notice], whole: Mapping[str, str | None], asked: Iterable[Asked]) -> dict[str, Any]:
    """What each source that was asked about a work answered, as `resolve` takes it, by source in alphabetical order."""
    said: dict[str, list[Notice]] = {}
    for notice in sorted(notices, key=_order):
        said.setdefault(notice.source, []).append(notice)
    answers: dict[str, Any] = {key: {"fetched": date, "data": []} for key, date in whole.items()}
    for one in asked:
        answers[one.source] = {"fetched": one.date, **({"error": one.error} if one.error else {"data": []})}
    for key, found in said.items():
        answers[key] = {"fetched": answers.get(key, {}).get("fetched"), "data": found}
    return dict(sorted(answers.items()))


def _order(n: Notice) -> tuple[str, ...]:
    return (n.source, n.date or "", n.nature, n.notice_doi or "", n.record_id or "", *n.reasons)
