"""Import of the Retraction Watch file into a database, and the status of many studies held against it.

    PYTHONPATH=. python tests/benchmarks/retractions_store.py [--notices 65000] [--studies 1000000]

The file is the synthetic one of status_scale.py; the studies are rows of `document` and `study` made for this, a
tenth of the notices among them. Prints seconds, ratios to plain work on the same rows, and peak memory of each step,
each in a process of its own. Needs about 1 GB of disk for a million studies.
"""

import argparse
import hashlib
import multiprocessing
import os
import platform
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from status_scale import doi_of, write_file

from evidence.store.bulk import insert
from evidence.store.engine import connect
from evidence.verbs import assess_status, initialise


def peak() -> float:
    """Peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def alone(work, *arguments) -> None:  # type: ignore[no-untyped-def]
    """Run in a process of its own, so that peaks do not add up."""
    process = multiprocessing.get_context("spawn").Process(target=work, args=arguments)
    process.start()
    process.join()


def import_once(database: str, path: str, rows: int) -> None:
    """Import a file and say what it took."""
    from evidence.status.sources.retraction_watch import read_file
    from evidence.store.notices import replace_source

    engine, before = connect(database), peak()
    start, cpu = time.perf_counter(), time.process_time()
    made = replace_source(engine, "retraction_watch", read_file(path, snapshot="2025-11-01"), snapshot="2025-11-01")
    took, used = time.perf_counter() - start, time.process_time() - cpu
    print(f"import of {rows} rows: {took:.1f} s ({used:.1f} s of processor), {made.after} notices stored")
    print(f"  peak of the process {peak():.0f} MB, {before:.0f} MB of it before the import")


def documents(count: int, notices: int) -> Iterator[list[tuple[object, ...]]]:
    """Rows of `document`, every tenth notice's work among them."""
    step = max(count // (notices // 10), 1)
    batch = []
    for i in range(count):
        doi = doi_of(10 * (i // step)).lower() if i % step == 0 else f"10.{1000 + i % 9000}/s.{i:08d}"
        sha = hashlib.sha256(str(i).encode()).hexdigest()
        batch.append((
            i, sha, 0, f"{i}.pdf", "application/pdf", "empirical", f"Trust and loyalty of shoppers, study {i}", None,
            f"Ann Author{i % 997}; Bo Writer{i % 613}", 2000 + i % 25, None, doi, None, None, None, None, None, None,
            None, "pdf", "1", None, "{}",
        ))  # fmt: skip
        if len(batch) == 20_000:
            yield batch
            batch = []
    if batch:
        yield batch


def fill(database: str, count: int, notices: int) -> None:
    """Store the studies."""
    engine = connect(database)
    for batch in documents(count, notices):
        with engine.begin() as connection:
            insert(connection, "document", batch)
            insert(connection, "study", [(r[0], f"s-{r[0]}", "empirical", *(None,) * 10) for r in batch])


def resolve_all(database: str) -> None:
    """Resolve the status of every study and say what it took."""
    engine = connect(database)
    start, cpu = time.perf_counter(), time.process_time()
    done = assess_status(engine, as_of="2026-01-01")
    took, used = time.perf_counter() - start, time.process_time() - cpu
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT COUNT(*) FROM editorial_status WHERE status <> 'none'").scalar()
    print(f"status of {done} studies: {took:.1f} s ({used:.1f} s of processor), {found} with a notice")
    print(f"  peak of the process {peak():.0f} MB")


def main() -> None:
    """Run and print."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--notices", type=int, default=65_000)
    ask.add_argument("--studies", type=int, default=1_000_000)
    asked = ask.parse_args()
    print(f"{platform.platform()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as folder:
        database = str(Path(folder, "evidence.db"))
        initialise(connect(database))
        for rows in (asked.notices // 10, asked.notices):
            path = Path(folder, f"{rows}.csv")
            write_file(path, rows)
            start = time.perf_counter()
            with path.open("rb") as file:
                lines = sum(1 for _ in file)
            took, size = time.perf_counter() - start, path.stat().st_size / 1e6
            print(f"file of {size:.0f} MB, {lines} lines read plainly in {took:.2f} s")
            alone(import_once, database, str(path), rows)
        alone(fill, database, asked.studies, asked.notices)
        alone(resolve_all, database)


if __name__ == "__main__":
    main()
