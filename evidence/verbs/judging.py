"""What is thought of the evidence: checks, editorial status, mapping, and a person's decisions."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from evidence import __version__
from evidence.verbs import clock
from evidence.verbs.ingesting import Progress

if TYPE_CHECKING:
    from evidence.status.notice import Notice

__all__ = ["assess", "assess_status"]


def assess(engine: Engine, *, as_of: str | None = None, jobs: int = 1, progress: Progress = lambda _file: None) -> int:
    """Put what we think of every document in the place of what we thought before; answers with how many there are.

    The same evidence, notices and date give the same rows, however many processes (`jobs`) run the checks; a person's
    decisions stay. Documents go through in chunks, each stored before the next but one is read, so memory is flat.
    """
    from evidence.checks.chunks import check_chunks
    from evidence.store import assessment as store
    from evidence.store.vocabulary import map_exactly

    with engine.begin() as connection:
        map_exactly(connection)
    done = 0
    for chunk, assessments in check_chunks(store.documents(engine), jobs):
        store.replace_assessments(engine, list(zip(chunk, assessments, strict=True)), __version__)
        done += len(chunk)
        for document in chunk:
            progress(document.file)
    assess_status(engine, as_of=as_of)
    return done


def assess_status(engine: Engine, *, as_of: str | None = None) -> int:
    """Resolve the editorial status of every study anew, from all notices at hand; the checks are not run again."""
    from evidence.store.editorial import papers, replace_statuses
    from evidence.store.notices import knowledge, replace_source

    replace_source(engine, "document", list(_carried(engine)))
    known, when = knowledge(engine), as_of or clock.today()
    return sum(replace_statuses(engine, known.statuses(chunk, when)) for chunk in papers(engine))


def _carried(engine: Engine) -> "Iterator[Notice]":
    """The notices that stored documents carry, each about the article it names.

    That is the article in the same file, else one of the same title; a match by title waits to be confirmed.
    """
    from evidence.status import titles
    from evidence.status.notice import Work
    from evidence.status.sources import answers
    from evidence.store import assessment as store

    for chunk in store.documents(engine, carrying_notices=True):
        for document in chunk:
            (answer,) = answers({"document": document.record}, Work())
            beside = [Work.of(paper) for paper in store.articles_in_the_file_of(engine, document)]
            for notice in answer.notices:
                about = [w for w in beside if not notice.of.title or titles.similar(w.title, notice.of.title)]
                if about or document.kind != "notice" or notice.of.doi:
                    yield replace(notice, of=about[0], record_id=document.sha256) if about else notice
                    continue
                for paper in store.articles_titled(engine, document.record["retraction"].get("of")):
                    (answer,) = answers({"document": document.record}, Work.of(paper))
                    yield from answer.notices
