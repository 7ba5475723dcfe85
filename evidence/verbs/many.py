"""Many documents read: one after the other, in several processes, or by the workers of a Dask cluster."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from evidence.errors import EvidenceError, InputError
from evidence.records import Record

__all__ = ["Found", "Read", "read_all", "read_one"]

Found = list[Record] | str  # or the one line that says why there are none
Read = tuple[Path, Found]


def read_all(files: Iterable[Path], jobs: int = 1, scheduler: str | None = None) -> Iterator[Read]:
    """The records of every file, in the order of the files, or the one line that says why there are none."""
    if scheduler is not None:
        from evidence.verbs.cluster import read_on_cluster

        return read_on_cluster(files, scheduler)
    if jobs > 1:
        return _in_processes(files, jobs)
    return ((path, read_one(path)) for path in files)


def _in_processes(files: Iterable[Path], jobs: int) -> Iterator[Read]:
    from concurrent.futures import ProcessPoolExecutor

    from evidence.checks import checks
    from evidence.read import load

    checks()
    load()  # before the processes part, or each would load every reader for itself
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(_with_its_path, files, chunksize=1)


def _with_its_path(path: Path) -> Read:
    return path, read_one(path)


def read_one(path: Path) -> Found:
    """The records of one file, or the one line that says why there are none."""
    from evidence.verbs.reading import read_twice

    try:
        return read_twice(path)
    except EvidenceError as refusal:
        return str(refusal)
    except Exception as error:
        mistake = InputError(
            "the reader failed on this file",
            where=path,
            why=f"{type(error).__name__}: {error}",
            todo="please report it with the file",
        )
        return str(mistake)
