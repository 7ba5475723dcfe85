"""The sentences about notices: import, fetch, enter, ask, and what falls when a work falls. Wiring only."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine

from evidence.errors import InputError, UsageError
from evidence.reports.retractions import Update
from evidence.verbs import clock
from evidence.verbs.judging import assess_status

if TYPE_CHECKING:
    from evidence.reports.report import Section
    from evidence.status.notice import Notice
    from evidence.store.notices import Imported

__all__ = ["add", "fetch", "impact", "import_file", "listed", "status"]


def import_file(
    engine: Engine, path: Path, *, fetched: str | None = None, coder: str | None = None, as_of: str | None = None
) -> Update:
    """Store what a file of notices says and resolve every status anew: Retraction Watch CSV, or Crossref JSON.

    The Retraction Watch file replaces the one before as a whole; Crossref's answers replace earlier answers about the
    same works. With `coder` a CSV is that person's own list and is added to what persons entered.
    """
    from evidence.status import dates
    from evidence.store.editorial import standing

    snapshot = dates.day(fetched) or (None if coder else _date_of(path))
    update = Update(before=standing(engine))
    if _is_json(path):
        if coder:
            raise UsageError("a person's own list is a CSV in the Retraction Watch layout", todo="leave --coder out")
        _import_crossref(engine, path, snapshot, update)
    else:
        _import_csv(engine, path, snapshot, coder, update)
    return _settled(engine, update, as_of)


def _settled(engine: Engine, update: Update, as_of: str | None) -> Update:
    """The update with every status resolved anew."""
    from evidence.store.editorial import standing

    assess_status(engine, as_of=as_of)
    update.after = standing(engine)
    return update


def _date_of(path: Path) -> str:
    try:
        return date.fromtimestamp(path.stat().st_mtime).isoformat()
    except OSError as fault:
        raise InputError("cannot be read", where=path, why=fault.strerror or str(fault)) from None


def _is_json(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4096).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")
    except OSError as fault:
        raise InputError("cannot be read", where=path, why=fault.strerror or str(fault)) from None


def _import_csv(engine: Engine, path: Path, snapshot: str | None, coder: str | None, update: Update) -> None:
    from evidence.status.sources.retraction_watch import read_file
    from evidence.store.notices import add_notices, replace_source

    rows = read_file(path, snapshot=snapshot, skipped=lambda line, why: update.skip(f"line {line}", why))
    notices = _at_least_one(rows, path, update)
    if coder is None:
        update.imported.append(replace_source(engine, "retraction_watch", notices, snapshot=snapshot, origin=path.name))
        return
    theirs = (replace(n, source="person", note=": ".join(filter(None, (coder, n.note)))) for n in notices)
    update.imported.append(add_notices(engine, "person", theirs, origin=path.name))


def _at_least_one(notices: "Iterable[Notice]", path: Path, update: Update) -> "Iterator[Notice]":
    """The notices; a file without any replaces nothing, for it is more likely broken than empty."""
    empty = True
    for notice in notices:
        empty = False
        yield notice
    if empty:
        why = update.first_skipped[0] if update.first_skipped else "it has no rows"
        raise InputError("this file holds no notice", where=path, why=why, todo="what was imported before stays")


# -- Crossref --------------------------------------------------------------------------------------------------


def _import_crossref(engine: Engine, path: Path, snapshot: str | None, update: Update) -> None:
    from evidence.status.sources import crossref

    try:
        records = list(crossref.records(json.loads(path.read_text("utf-8-sig"))))
    except (OSError, ValueError) as fault:
        raise InputError("this is not Crossref's JSON", where=path, why=str(fault)) from None
    named = []
    for i, record in enumerate(records):
        if crossref.work_of(record).doi:
            named.append(record)
        else:
            update.skip(f"record {i + 1}", "it has no DOI")
    if not named:
        raise InputError("this file holds no work with a DOI", where=path, todo="give what api.crossref.org answers")
    said = _Said()
    for record in named:
        said.record(record, snapshot)
    update.imported += said.store(engine, path.name)


class _Said:
    """What Crossref's records say, parted: a work's own record, and the notices on other works."""

    def __init__(self) -> None:
        from evidence.status.knowledge import Asked

        self.asked: dict[str, dict[str, Asked]] = {"crossref": {}, "crossref_notices": {}}
        self.notices: dict[str, list[Notice]] = {"crossref": [], "crossref_notices": []}
        self.by_notice: set[str] = set()

    def record(self, record: Any, fetched: str | None, *, asked: bool = True) -> None:
        """One record; `asked` says that it answers the question about its own work."""
        from evidence.status.knowledge import Asked
        from evidence.status.sources import crossref

        own = crossref.work_of(record)
        doi = str(own.doi)
        if asked:
            self.asked["crossref"][doi] = Asked("crossref", fetched)
        self.by_notice.add(doi)
        for notice in crossref.notices_of(record):
            on_itself = notice.of.doi == own.doi
            if asked or not on_itself:
                key = "crossref" if on_itself else "crossref_notices"
                self.notices[key].append(replace(notice, source=key, snapshot=fetched))

    def store(self, engine: Engine, origin: str) -> "list[Imported]":
        """Put all of it in the place of earlier answers about the same works."""
        from evidence.store.notices import replace_answers

        made = []
        for key in ("crossref", "crossref_notices"):
            by_notice = self.by_notice if key == "crossref_notices" else ()
            if self.asked[key] or self.notices[key]:
                made.append(
                    replace_answers(
                        engine, key, self.asked[key], self.notices[key], by_notice=sorted(by_notice), origin=origin
                    )
                )
        return made


def fetch(
    engine: Engine,
    names: Sequence[str],
    *,
    mailto: str,
    studies: bool = False,
    server: str | None = None,
    timeout: float = 20.0,
    as_of: str | None = None,
) -> Update:
    """Ask Crossref about DOIs, store each answer with its date, and resolve every status anew.

    A failure is stored as one where there was no answer before; it never reads as "no notice".
    """
    from evidence.status import fetch as network
    from evidence.status.knowledge import Asked
    from evidence.status.sources import crossref
    from evidence.store.editorial import dois_of_studies, standing

    asked = [*names, *(dois_of_studies(engine) if studies else ())]
    got = network.fetch(asked, base=server or network.CROSSREF, timeout=timeout, mailto=mailto)
    update = Update(before=standing(engine), log=got.log, failed=got.failed)
    said = _Said()
    for doi, sources in got.answers.items():
        for key, answer in sources.items():
            if "error" in answer:
                said.asked[key][doi] = Asked(key, answer["fetched"], str(answer["error"]))
                continue
            said.asked[key][doi] = Asked(key, answer["fetched"])
            for record in crossref.records(answer["data"]):
                if crossref.work_of(record).doi:
                    said.record(record, answer["fetched"], asked=key == "crossref")
    update.imported += said.store(engine, server or network.CROSSREF)
    return _settled(engine, update, as_of)


def add(
    engine: Engine,
    name: str,
    *,
    nature: str,
    date: str | None,
    reason: str,
    coder: str,
    notice_doi: str | None = None,
    as_of: str | None = None,
) -> Update:
    """Enter a notice that a person saw, or their word that there is none; stored beside the other sources."""
    from evidence.status import dates
    from evidence.status.identifiers import doi, pmid
    from evidence.status.notice import Work
    from evidence.status.sources import known
    from evidence.store.editorial import standing
    from evidence.store.notices import add_notices

    work = Work(doi(name), None if doi(name) else pmid(name))
    if not (work.doi or work.pmid):
        raise UsageError(f"'{name}' is no DOI and no PMID", todo="for example 10.1000/182")
    entered = {
        "nature": nature, "date": dates.day(date), "reason": reason, "notice_doi": notice_doi, "by": coder,
        "doi": work.doi, "pmid": work.pmid, "entered": clock.today(),
    }  # fmt: skip
    notices = known()["person"].read(entered, work).notices
    update = Update(before=standing(engine))
    update.imported.append(add_notices(engine, "person", notices))
    return _settled(engine, update, as_of)


# -- questions -------------------------------------------------------------------------------------------------


def status(engine: Engine, names: Iterable[str], *, as_of: str | None = None) -> "list[Section]":
    """What is known of each DOI, PMID or study, from which source, as of which date."""
    from evidence.reports.lists import study_id
    from evidence.reports.retractions import statuses
    from evidence.status import dates
    from evidence.status.identifiers import doi, pmid
    from evidence.status.notice import Work
    from evidence.store.editorial import paper_of, stored_as
    from evidence.store.notices import knowledge_of

    when = dates.day(as_of) or clock.today()
    found = []
    for name in names:
        paper: dict[str, Any] = {"doi": doi(name)}
        if paper["doi"] is None and name.lower().removeprefix("pmid:").strip().isdecimal():
            paper["pmid"] = pmid(name)
        named = any(paper.values())
        study = stored_as(engine, doi=paper["doi"], pmid=paper.get("pmid")) if named else study_id(engine, name)
        label = None
        if study is not None:
            label, stored = paper_of(engine, study)
            paper = stored | {key: value for key, value in paper.items() if value}
        known = knowledge_of(engine, Work.of(paper), sha256=paper.get("sha256"))
        found.append((name, label, known.status(paper, when, document=study is not None)))
    return statuses(found)


def impact(engine: Engine, *, method: str = "REML", test: str = "knha", as_of: str | None = None) -> "list[Section]":
    """Every pooled conclusion that changes without the fallen work, and every study that builds on such work."""
    from evidence.pooling.impact import impact as pooled_impact
    from evidence.reports.retractions import impact_sections
    from evidence.store.editorial import fallen_studies
    from evidence.store.pooling import all_effects

    effects = all_effects(engine, fallen=True)
    moved = pooled_impact(effects, effects["retracted"], method=method, test=test)
    return impact_sections(fallen_studies(engine), moved, list(_building_on_fallen(engine, as_of)))


def _building_on_fallen(engine: Engine, as_of: str | None) -> Iterator[tuple[Any, ...]]:
    """(study, citation's place, label, title, DOI, status, level, exempt) of each fallen work in a reference list."""
    from evidence.status import contamination, dates
    from evidence.store.assessment import documents
    from evidence.store.editorial import label_of
    from evidence.store.notices import knowledge

    when = dates.day(as_of) or clock.today()
    known = knowledge(engine)
    for chunk in documents(engine, citing=True) if len(known.index) else ():
        for document in chunk:
            for one in contamination(document.record, known.index, as_of=when).fallen:
                cited = document.record["references"][one.reference]
                at = one.reference + 1
                title, doi = cited.get("title"), cited.get("doi")
                yield label_of(engine, document.id), at, one.label, title, doi, one.status, one.level, one.exempt


def listed(engine: Engine) -> "list[Section]":
    """The sources with their dates, the studies with a notice, and what persons entered."""
    from evidence.reports.retractions import listing

    return listing(engine)
