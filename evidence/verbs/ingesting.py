"""Creating the database, and storing what documents say."""

import os
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine

from evidence import __version__
from evidence.errors import InputError
from evidence.records import Record
from evidence.verbs import clock
from evidence.verbs.many import Read, read_all

__all__ = ["Ingested", "Progress", "documents", "ingest", "initialise", "make_ready"]

Progress = Callable[[str], None]


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
    """Every file of the given files and folders, folders recursively in alphabetical order.

    Hidden files in them are left out, and databases as this one, which may lie beside the papers.
    """
    for path in map(Path, paths):
        if path.is_dir():
            for folder, folders, files in os.walk(path):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                shown = (Path(folder, name) for name in sorted(files) if not name.startswith("."))
                yield from (file for file in shown if not _of_database(file))
        else:
            yield path


_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database while it is open


def _of_database(file: Path) -> bool:
    """Whether a file is an SQLite database, or one that SQLite keeps beside it."""
    beside = next((end for end in _BESIDE if file.name.endswith(end)), "")
    whole = file.with_name(file.name.removesuffix(beside))
    try:
        with whole.open("rb") as opened:
            return opened.read(16) == b"SQLite format 3\0"
    except OSError:
        return False


def ingest(
    engine: Engine,
    paths: Iterable[str | os.PathLike[str]],
    *,
    jobs: int = 1,
    scheduler: str | None = None,
    replace: bool = False,
    progress: Progress = lambda _file: None,
) -> Ingested:
    """Read documents and store what they say; one that cannot be read is named, and the rest goes on.

    They are read in `jobs` processes, or by the workers of the Dask cluster at `scheduler`; this process stores.
    Every batch is stored whole before the next is read, so a killed run leaves a usable database and the same
    command continues it.
    """
    from evidence.store.runs import begin_run, end_run
    from evidence.store.save import save

    inputs = [os.fspath(path) for path in paths]
    result = Ingested()
    run = begin_run(engine, str(uuid.uuid4()), clock.now(), f"evidence {__version__}", inputs)
    try:
        for saved in save(
            engine, _records(read_all(documents(inputs), jobs, scheduler), result, progress), replace=replace
        ):
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
        end_run(engine, run, "failed", clock.now(), sum(result.outcomes.values()), result.failures)
        raise
    end_run(engine, run, "done", clock.now(), sum(result.outcomes.values()), result.failures)
    return result


def _records(readings: Iterable[Read], result: Ingested, progress: Progress) -> Iterator[tuple[Record, int]]:
    for path, found in readings:
        if isinstance(found, str):
            result.failures[str(path)] = found
        else:
            yield from ((record, part) for part, record in enumerate(found))
        progress(str(path))
