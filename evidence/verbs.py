"""The sentences of the program: initialise, ingest, assess, report. Wiring only; each part knows its own work."""

import os
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine

from evidence import __version__
from evidence.errors import EvidenceError, InputError
from evidence.records import Record

if TYPE_CHECKING:
    from pandas import DataFrame

    from evidence.constructs.graph import ClaimGraph
    from evidence.pooling.answer import Answer
    from evidence.reports.report import Section
    from evidence.status.notice import Notice

__all__ = [
    "Ingested",
    "PoolAnswer",
    "accept_name",
    "accept_proposals",
    "assess",
    "assess_status",
    "broaden_map",
    "documents",
    "graph",
    "ingest",
    "initialise",
    "keep_answer",
    "kept_sections",
    "make_ready",
    "masem",
    "plot",
    "pool",
    "pool_all",
    "pool_file",
]

Progress = Callable[[str], None]
Read = tuple[Path, list[Record] | str]


def initialise(engine: Engine) -> tuple[str | None, str | None]:
    """Create or upgrade the database and load the vocabulary; gives the revision before and after."""
    from evidence.store.migrate import migrate
    from evidence.store.vocabulary import load_vocabulary

    revisions = migrate(engine)
    load_vocabulary(engine)
    return revisions


def make_ready(engine: Engine) -> None:
    """Create or upgrade the database where that is still to be done; a current one is not touched."""
    from evidence.store.migrate import is_current

    if not is_current(engine):
        initialise(engine)


@dataclass
class Ingested:
    """How an ingest ended: documents by outcome, and the message for each input that failed."""

    outcomes: Counter[str] = field(default_factory=Counter)
    failures: dict[str, str] = field(default_factory=dict)


def documents(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path]:
    """Every file of the given files and folders, folders recursively in alphabetical order; hidden ones left out."""
    for path in map(Path, paths):
        if path.is_dir():
            for folder, folders, files in os.walk(path):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                yield from (Path(folder, name) for name in sorted(files) if not name.startswith("."))
        else:
            yield path


def ingest(
    engine: Engine,
    paths: Iterable[str | os.PathLike[str]],
    *,
    jobs: int = 1,
    replace: bool = False,
    progress: Progress = lambda _file: None,
) -> Ingested:
    """Read documents and store what they say; one that cannot be read is named, and the rest goes on.

    Every batch is stored whole before the next is read, so a killed run leaves a usable database and the same
    command continues it.
    """
    from evidence.store.runs import begin_run, end_run
    from evidence.store.save import save

    inputs = [os.fspath(path) for path in paths]
    result = Ingested()
    run = begin_run(engine, str(uuid.uuid4()), _now(), f"evidence {__version__}", inputs)
    try:
        for saved in save(engine, _records(documents(inputs), jobs, result, progress), replace=replace):
            result.outcomes[saved.outcome] += 1
            if saved.outcome == "refused":
                result.failures[saved.file] = saved.why
            elif saved.outcome == "duplicate":
                result.failures[saved.file] = str(
                    InputError(
                        "this study is already stored",
                        where=saved.file,
                        why=f"{saved.of} reports the same work",
                        todo="leave one out, or store this one instead with --replace",
                    )
                )
    except BaseException:
        end_run(engine, run, "failed", _now(), sum(result.outcomes.values()), result.failures)
        raise
    end_run(engine, run, "done", _now(), sum(result.outcomes.values()), result.failures)
    return result


def _records(files: Iterable[Path], jobs: int, result: Ingested, progress: Progress) -> Iterator[tuple[Record, int]]:
    for path, found in _read_all(files, jobs):
        if isinstance(found, str):
            result.failures[str(path)] = found
        else:
            yield from ((record, part) for part, record in enumerate(found))
        progress(str(path))


def _read_all(files: Iterable[Path], jobs: int) -> Iterator[Read]:
    if jobs == 1:
        yield from map(_read, files)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(_read, files, chunksize=1)


def _read(path: Path) -> Read:
    """The records of one file, or the one line that says why there are none."""
    from evidence.read import read

    try:
        return path, read(path)
    except EvidenceError as refusal:
        return path, str(refusal)
    except Exception as error:
        mistake = InputError(
            "the reader failed on this file",
            where=path,
            why=f"{type(error).__name__}: {error}",
            todo="please report it with the file",
        )
        return path, str(mistake)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


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
    known, when = knowledge(engine), as_of or _now()[:10]
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


@dataclass(frozen=True)
class PoolAnswer:
    """What `pool` answers: the sections to print, the answers behind them, and what its content id is made of."""

    sections: "list[Section]"
    answers: "list[Answer]"
    query: dict[str, Any]
    effects: "DataFrame"


def pool(engine: Engine, source: str, target: str, **how: Any) -> PoolAnswer:
    """Pool the effects from one construct to another.

    `how`: method, test, model ("auto", "independent", "che"), level, broad, impute_r.
    """
    from evidence.errors import UsageError
    from evidence.pooling.answer import answers
    from evidence.pooling.same_people import counted_once
    from evidence.reports.pooled import flag_section, pooled_sections
    from evidence.store.pooling import effects_between, flags_on, members_of

    ends = members_of(engine, source), members_of(engine, target)
    effects = effects_between(engine, *ends)
    if effects.empty:
        raise UsageError(
            f"nothing is known between '{source}' and '{target}'",
            todo="'evidence pool --all --min-k 1' names every pair that has an effect",
        )
    effects = counted_once(effects, _same_people(engine, effects))
    found = answers(effects, **how)
    sections = [*pooled_sections(f"{source} -> {target}", found), *flag_section(flags_on(engine, effects))]
    return PoolAnswer(sections, found, {"source": ends[0], "target": ends[1], **how}, effects)


def keep_answer(engine: Engine, answer: PoolAnswer) -> str:
    """Keep a pooled answer with all its members, in use or held out; gives its content id."""
    from sqlalchemy.exc import DBAPIError

    from evidence.reports.pooled import to_plain
    from evidence.store.engine import database_error
    from evidence.store.estimates import keep

    try:
        return keep(engine, answer.query, answer.effects, to_plain(answer.sections), f"evidence {__version__}")
    except DBAPIError as error:
        raise database_error(error, engine.url.render_as_string()) from None


def kept_sections(engine: Engine, key: str) -> "list[Section]":
    """A kept answer, as it was printed."""
    from evidence.reports.pooled import from_plain
    from evidence.store.estimates import kept

    return from_plain(kept(engine, key)["result"])


def _same_people(engine: Engine, effects: "DataFrame") -> list[tuple[str, str, str]]:
    """Which of the studies print the same results, or results of the same respondents."""
    from evidence.pooling.same_people import candidates
    from evidence.status import overlap
    from evidence.store.pooling import records_of

    pairs, label = candidates(effects), dict(zip(effects["study_id"], effects["study"], strict=True))
    records = records_of(engine, {study for pair in pairs for study in pair})
    related = ((a, b, overlap(records[a], records[b]).relation) for a, b in pairs)
    return [(label[a], label[b], relation) for a, b, relation in related if relation != "none"]


def pool_all(
    engine: Engine,
    *,
    method: str = "REML",
    test: str = "knha",
    level: float = 0.95,
    fewest: int = 2,
    everything: bool = True,
) -> "Section":
    """Pool every pair of constructs at once; a sample that gives a pair several effects gives their mean."""
    from evidence.pooling.every_pair import every_pair
    from evidence.reports.pooled import all_pairs
    from evidence.store.pooling import all_effects

    frame = every_pair(all_effects(engine), method=method, test=test, level=level, fewest=fewest)
    return all_pairs(frame, everything=everything)


def pool_file(path: Path, **how: Any) -> "tuple[list[Section], list[Answer]]":
    """Pool the effects of a CSV file; needs no database."""
    from evidence.pooling.answer import answers
    from evidence.pooling.sheet import effects_of
    from evidence.reports.pooled import pooled_sections

    found = answers(effects_of(path), **how)
    return pooled_sections(path.name, found), found


def plot(answers: "Sequence[Answer]", path: Path, kind: str = "forest", **how: Any) -> None:
    """Draw the first family of an answer; held-out effects are greyed with their reason."""
    from evidence.reports.plots import save
    from evidence.reports.pooled_plots import draw

    save(draw(answers[0], kind, **how), path)


def graph(engine: Engine, *, map: str = "default", estimand: str | None = None) -> "ClaimGraph":
    """The graph of every claim under a map of names onto constructs, each edge pooled over its samples."""
    from evidence.store.claim_graph import claim_graph

    return claim_graph(engine, map=map, estimand=estimand)


def masem(engine: Engine, model: str, **how: Any) -> "tuple[list[Section], dict[str, str], bool]":
    """Fit a path model to the pooled correlations of the database: sections, R scripts of the input, and if it could.

    `how`: pooling ("REM", "FEM"), kind of correlation, implied, held_out, map.
    """
    from evidence.reports.masem import answer

    return answer(engine, model, **how)


def accept_name(
    engine: Engine, name: str, construct: str, study: str | None, polarity: int, *, coder: str, map: str
) -> tuple[int, int]:
    """Place a reported name, in one study or in all; answers with how many rows are new, and how many stood so."""
    from evidence.store.mappings import Decision, current, decide
    from evidence.store.vocabulary import vocabulary

    chosen = vocabulary(engine).find(construct)
    decisions = [Decision(each, chosen, polarity) for each in current(engine, name, study)]
    return decide(engine, decisions, coder=coder, when=_now()[:10], map=map)


def accept_proposals(engine: Engine, at_least: float, *, coder: str, map: str) -> tuple[int, int, int]:
    """Place every name whose best proposal reaches a person's threshold: new rows, rows that stood, names left."""
    from evidence.constructs import accept
    from evidence.store.mappings import Decision, decide, proposals

    found = proposals(engine)
    accept((each for _, each in found), at_least)  # refuses a threshold that is none
    through = [
        Decision(name, each.best.construct, each.best.polarity, each.best.score)
        for name, each in found
        if each.best is not None and each.best.score >= at_least
    ]
    new, same = decide(engine, through, coder=coder, when=_now()[:10], map=map)
    return new, same, len(found) - len(through)


def broaden_map(engine: Engine, stops: "Sequence[str]", *, coder: str, map: str) -> tuple[int, int]:
    """Make a map in which everything below some constructs counts as them."""
    from evidence.store.mappings import broaden

    return broaden(engine, stops, coder=coder, when=_now()[:10], map=map)
