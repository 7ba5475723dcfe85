"""How `evidence ingest --jobs 2` scales: the same 200 documents stored by one process and with two.

    PYTHONPATH=. python tests/benchmarks/ingest_jobs.py FOLDER [DOCUMENTS]

FOLDER's documents and the project's own samples are copied with another title and another identifier each, so that
none is a duplicate. Both runs store into a fresh SQLite database; each is run twice, in turns, and the best
counts. What else runs on the machine takes from the ratio: the load is printed beside it, and the processor time of
both, whose quotient (twice the one by the other) is the ratio that two idle processors could give. Target: 1.7 times.
"""

import os
import re
import sys
import tempfile
import time
from pathlib import Path

from evidence.assets import seeds
from evidence.errors import EvidenceError
from evidence.read import read
from evidence.store.engine import connect
from evidence.verbs import ingest, initialise

TURNS = 2
SUFFIXES = (".html", ".md", ".xml", ".txt")


def copies(sources: list[Path], folder: Path, count: int) -> None:
    """`count` documents that are nearly those of `sources`, each a work of its own."""
    known = []
    for path in sources:
        try:
            record = read(path)[0]
        except EvidenceError:
            continue
        title = (record.document.title or "").encode()
        if title and title in path.read_bytes():
            known.append((path, path.read_bytes(), title))
    for i in range(count):
        path, data, title = known[i % len(known)]
        data = data.replace(title, title + b" anew %d" % i)
        data = re.sub(rb"\b10\.(\d{4})/", rb"10.\1/%d" % i, data)
        (folder / f"{i:04d}-{path.name}").write_bytes(data)


def seconds(folder: Path, database: Path, jobs: int) -> tuple[float, float, str]:
    """How long storing a folder takes, how much processor time, and what became of it."""
    engine = connect(f"sqlite:///{database}")
    initialise(engine)
    start, before = time.perf_counter(), os.times()
    result = ingest(engine, [folder], jobs=jobs)
    took, after = time.perf_counter() - start, os.times()
    engine.dispose()
    return (
        took,
        sum(after[:4]) - sum(before[:4]),
        ", ".join(f"{n} {outcome}" for outcome, n in sorted(result.outcomes.items())),
    )


def main(source: Path, count: int) -> None:
    """Seconds with one and with two processes, and their ratio."""
    paths = sorted(p for p in (*source.iterdir(), *seeds("samples").iterdir()) if p.suffix in SUFFIXES)
    best: dict[int, float] = {}
    least: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "documents"
        folder.mkdir()
        copies(paths, folder, count)
        for turn in range(TURNS):
            for jobs in (1, 2):
                took, work, outcome = seconds(folder, Path(temporary) / f"{turn}-{jobs}.sqlite", jobs)
                best[jobs] = min(took, best.get(jobs, took))
                least[jobs] = min(work, least.get(jobs, work))
                print(f"--jobs {jobs}: {took:6.2f} s, {work:6.2f} s of processors ({outcome})", flush=True)
    print(f"{count} documents, {best[1]:.2f} s and {best[2]:.2f} s: {best[1] / best[2]:.2f} times", end="; ")
    print(f"by processor time {2 * least[1] / least[2]:.2f}", end=" ")
    print(f"(load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors)")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 200)
