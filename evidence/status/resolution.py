"""The status of a work as of a date, from what each source says (catalogue section 12, rules 1 to 8).

Notices are put in order of date; a reinstatement ends earlier retractions and concerns, a later retraction starts
again; of the notices in force the most serious gives the status. Sources are never merged: each keeps its own words
in the answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from evidence.status import dates, reasons, titles
from evidence.status.identifiers import doi
from evidence.status.notice import Answer, Nature, Notice, Version, Work
from evidence.status.sources import answers, known
from evidence.status.status import FALLEN, USES, Said, State, Status

__all__ = ["resolve"]

_STATES: dict[Nature, State] = {  # most serious first; a reinstatement outranks what it does not end
    "retraction": "retracted",
    "removal": "removed",
    "withdrawal": "withdrawn",
    "partial retraction": "partially-retracted",
    "expression of concern": "expression-of-concern",
    "reinstatement": "reinstated",
    "correction": "corrected",
}
_SERIOUSNESS = list(_STATES)
_RETRACTING: tuple[Nature, ...] = ("retraction", "removal", "withdrawal")
_FLAGS = ("flag", "no flag")
_TRAVELS = (  # along these a retraction reaches the work that names the relation
    "is-preprint-of",
    "is-version-of",
    "is-translation-of",
    "is-same-as",
    "is-identical-to",
    "is-manuscript-of",
    "is-variant-form-of",
)
_NEW_VERSION = ("is-version-of", "replaces")
_REPLACED_BY = ("is-replaced-by",)


@dataclass(frozen=True)
class _Match:
    """A notice on the work, and whether the match is by identifier or only by title."""

    notice: Notice
    by: Literal["identifier", "title"]


@dataclass(frozen=True)
class _Standing:
    """Where a work stands by its dated notices alone."""

    state: State
    date: str | None = None
    decisive: tuple[_Match, ...] = ()


def resolve(
    paper: Mapping[str, Any], sources: Mapping[str, Any], as_of: str | None = None, *, work: Work | None = None
) -> Status:
    """The editorial status of a paper as of a date, with what every source said.

    `paper` has doi, pmid, title, year, authors as far as known; `sources` what each source returned, by its key.
    `work` is the paper normalised before: a notice that holds this very work is about it, whatever it prints.

    >>> resolve({"doi": "10.5555/a"}, {"crossref": {"error": "timeout"}}, "2026-01-01").status
    'unknown'
    """
    when = dates.day(as_of)
    work = work or Work.of(paper)
    given = answers(sources, work)
    notices = [notice for answer in given for notice in answer.notices]
    matches = [_Match(n, by) for n in notices if (by := _by(n, work))]
    current = [m for m in matches if not _after(m.notice, when)]
    status = _own(paper, work, given, matches, current, notices)
    if status.status != "notice":
        status = _with_relations(status, paper, given, notices, when)
    if status.status == "none" and any(answer.error for answer in given):
        status = replace(status, status="unknown")
    status = replace(status, conflict=_conflict(status, current))
    return replace(
        status,
        use=USES[status.status] if status.use == "keep" else status.use,
        notices=tuple(m.notice for m in sorted(current, key=_order) if m.notice.nature not in _FLAGS),
        said=tuple(_said(answer, work, when) for answer in given),
        as_of=when,
    )


def _by(notice: Notice, work: Work) -> Literal["identifier", "title"] | None:
    return "identifier" if notice.of is work else work.same(notice.of)  # `is`: the answer to a question about this work


def _after(notice: Notice, when: str | None) -> bool:
    return when is not None and notice.date is not None and notice.date > when


def _order(match: _Match) -> tuple[str, bool]:
    """By date, what is undated first; of one day the reinstatement last, for there was something to reinstate."""
    return match.notice.date or "", match.notice.nature == "reinstatement"


# -- the work's own notices ------------------------------------------------------------------------------------


def _own(
    paper: Mapping[str, Any],
    work: Work,
    given: Sequence[Answer],
    matches: Sequence[_Match],
    current: Sequence[_Match],
    notices: Sequence[Notice],
) -> Status:
    """The status from the notices on the work itself, its titles and flags."""
    marks = [titles.mark(title) for title in (paper.get("title"), *(t for answer in given for t in answer.titles))]
    if paper.get("kind") == "notice" or (
        _is_notice(work, notices) and ("notice" in marks or not _replacement(work, notices))
    ):
        return Status("notice", "keep")
    standing = _standing(_documented(matches, current))
    if "notice" in marks and standing.state == "none":
        return Status("notice", "keep")
    flags = {m.notice.nature for m in current}
    ever = {m.notice.nature for m in matches}
    dismissed = any(m.notice.source == "person" and m.notice.nature == "no flag" for m in current)
    undocumented = not ever & {*_RETRACTING, "partial retraction"} and not dismissed
    mark: Nature | None = next((m for m in _RETRACTING if m in marks), None)
    if undocumented and mark:
        return Status(_STATES[mark], "keep", needs_confirmation=True, reason_class="unknown")
    if undocumented and "flag" in flags and "expression of concern" not in ever and standing.state == "none":
        flagged = tuple(m.notice for m in current if m.notice.nature == "flag")
        return Status("suspected-retracted", "keep", needs_confirmation=True, reason_class="unknown", decisive=flagged)
    return _status(standing)


def _status(standing: _Standing) -> Status:
    decisive = tuple(m.notice for m in standing.decisive)
    why = tuple(dict.fromkeys(reason for notice in decisive for reason in notice.reasons))
    return Status(
        standing.state,
        "keep",
        standing.date,
        needs_confirmation=bool(decisive) and all(m.by == "title" for m in standing.decisive),
        reason_class=reasons.reason_class(why) if decisive else None,
        reason_classes=reasons.classes(why),
        decisive=decisive,
    )


def _is_notice(work: Work, notices: Sequence[Notice]) -> bool:
    """Whether a source names this work as the notice on another; a publisher may overwrite a paper by its notice."""
    return any(_names(n, work) for n in notices)


def _names(notice: Notice, work: Work) -> bool:
    by_id = (work.doi and work.doi == notice.notice_doi) or (work.pmid and work.pmid == notice.notice_pmid)
    return bool(by_id) and _by(notice, work) != "identifier"


def _replacement(work: Work, notices: Sequence[Notice]) -> bool:
    """Whether all that names this work as a notice says "retract and replace": then it may be the new version."""
    return all(n.replaced and n.of.doi for n in notices if _names(n, work))


def _documented(matches: Sequence[_Match], current: Sequence[_Match]) -> list[_Match]:
    """The notices that count as of the date: an undated one does not where all dated ones of its kind came later."""
    dated = {m.notice.nature for m in current if m.notice.date}
    later = {m.notice.nature for m in matches if m not in current}
    return [
        m
        for m in current
        if m.notice.nature not in _FLAGS and (m.notice.date or m.notice.nature in dated or m.notice.nature not in later)
    ]


def _standing(matches: Sequence[_Match]) -> _Standing:
    """The most serious notice in force after all of them in order (rule 3)."""
    in_force: list[_Match] = []
    for match in sorted(matches, key=_order):
        if match.notice.nature == "reinstatement":
            in_force = [m for m in in_force if m.notice.nature == "correction"]
        in_force.append(match)
    if not in_force:
        return _Standing("none")
    worst = min((m.notice.nature for m in in_force), key=_SERIOUSNESS.index)
    decisive = [m for m in in_force if m.notice.nature == worst]
    sure = [m for m in decisive if m.by == "identifier"] or decisive
    date = min((m.notice.date for m in sure if m.notice.date), default=None)
    if worst == "reinstatement":
        date = max((m.notice.date for m in sure if m.notice.date), default=None)
    state: State = "retracted-and-replaced" if worst == "retraction" and _was_replaced(sure) else _STATES[worst]
    return _Standing(state, date, tuple(decisive))


def _was_replaced(retractions: Sequence[_Match]) -> bool:
    """Whether the last of the retractions replaced the work; reports of one notice count as one."""
    last = max(retractions, key=_order).notice
    return any(
        m.notice.replaced and (m.notice is last or m.notice.date == last.date or _one_notice(m.notice, last))
        for m in retractions
    )


def _one_notice(a: Notice, b: Notice) -> bool:
    by_doi = a.notice_doi is not None and a.notice_doi == b.notice_doi
    return by_doi or (a.record_id is not None and a.record_id == b.record_id)


# -- disagreement, relations, words -----------------------------------------------------------------------------


def _conflict(status: Status, current: Sequence[_Match]) -> bool:
    """Whether one source's word would exclude the work and another's would keep it (rule 4); silence says neither."""
    natures = {m.notice.nature for m in current}
    if status.status in FALLEN:
        denied = [m.notice for m in current if m.notice.nature == "no flag"]
        if any(not (n.snapshot and status.effective_date and n.snapshot < status.effective_date) for n in denied):
            return True
    if status.status in ("corrected", "reinstated") and "flag" in natures:
        return True
    told = [m.notice for m in current if m.notice.nature not in _FLAGS]
    return any(
        a.source != b.source and _one_notice(a, b) and _outcome(a) != _outcome(b) and not _tells_both(told, a, b)
        for i, a in enumerate(told)
        for b in told[i + 1 :]
    )


def _outcome(notice: Notice) -> str:
    return USES[_STATES[notice.nature]]


def _tells_both(told: Sequence[Notice], a: Notice, b: Notice) -> bool:
    """Whether one of two sources itself lists both kinds under this notice (a page that was updated)."""
    return any(
        n is not a and n is not b and _one_notice(n, a) and _outcome(n) in (_outcome(a), _outcome(b)) for n in told
    )


def _with_relations(
    status: Status, paper: Mapping[str, Any], given: Sequence[Answer], notices: Sequence[Notice], when: str | None
) -> Status:
    """The status with that of the versions, preprints and originals of the work (rule 7)."""
    relations = [relation for answer in given for relation in answer.versions] + list(_relations(paper))
    work = Work.of(paper)
    relations += [
        Version("replaces", n.of.doi)
        for n in notices
        if n.replaced and n.of.doi and _names(n, work) and n.of.doi != work.doi
    ]
    for relation in relations:
        if relation.kind in _REPLACED_BY and status.status == "retracted-and-replaced":
            return replace(status, use="exclude", related=relation.doi)  # the numbers of this DOI are the old ones
    for relation in relations:
        other = [_Match(n, "identifier") for n in notices if n.of.doi == relation.doi]
        standing = _standing(_documented(other, [m for m in other if not _after(m.notice, when)]))
        if standing.state in ("none", "corrected", "reinstated"):
            continue
        fallen = standing.state in FALLEN
        replacing = standing.state == "retracted-and-replaced" and relation.kind in _NEW_VERSION
        if (
            fallen
            and relation.kind in _TRAVELS
            and not replacing
            and status.use != "exclude"
            and status.status not in FALLEN
        ):
            found = _status(standing)
            return replace(
                found,
                status="related-retracted",
                effective_date=None,
                related=relation.doi,
                related_status=standing.state,
            )
        if status.related is None:
            status = replace(
                status,
                related=relation.doi,
                related_status=standing.state,
                needs_confirmation=status.needs_confirmation or relation.kind == "replaces",
            )
    return status


def _relations(paper: Mapping[str, Any]) -> list[Version]:
    """The relations a paper's own record names, in Crossref's form."""
    return [
        Version(kind, found)
        for kind, targets in (paper.get("relation") or {}).items()
        for target in (targets if isinstance(targets, list) else [targets])
        if (found := doi(target.get("id") if isinstance(target, Mapping) else target))
    ]


def _said(answer: Answer, work: Work, when: str | None) -> Said:
    """One source's answer in words, errors included."""
    source = known().get(answer.source)
    name = source.name if source else answer.source
    if answer.error:
        return Said(answer.source, name, answer.error, answer.snapshot, answered=False)
    told = []
    for notice in answer.notices:
        by = _by(notice, work)
        if by and not _after(notice, when):
            told.append(_tell(notice) + (" (same title, year and author)" if by == "title" else ""))
        elif _names(notice, work):
            told.append(f"is the notice of a {notice.nature}" + (f" of {notice.of.doi}" if notice.of.doi else ""))
    return Said(answer.source, name, "; ".join(told) or "no notice", answer.snapshot)


def _tell(notice: Notice) -> str:
    if notice.nature == "flag":
        return "marked as retracted, without a notice"
    if notice.nature == "no flag":
        return "no mark of a retraction"
    by = f" by {notice.notice_doi}" if notice.notice_doi else ""
    why = f" ({'; '.join(notice.reasons)})" if notice.reasons else ""
    return f"{notice.nature}{' of ' + notice.date if notice.date else ', undated'}{by}{why}"
