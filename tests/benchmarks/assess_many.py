"""How many stored reports are assessed in a second, by how many processes, and whether memory stays flat.

    python tests/benchmarks/assess_many.py [--reports 2000] [--jobs 1 2] [--postgres URL] [--keep FILE] [--store]

Synthetic reports of 25 paths, 8 constructs, a correlation matrix and fit indices are stored first; that is not timed.
Memory is the peak of this process, at a quarter of the way and at the end, and of the largest process that checks. The
time for 100,000 reports is what the measured rate makes of them. For a memory that is of assessing alone, and for many
reports: `--keep FILE --store` only stores them, and a second run with `--keep FILE` assesses what is there.
"""

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

from evidence.store.engine import connect
from evidence.store.migrate import migrate
from evidence.store.save import save
from evidence.verbs import assess

sys.path.insert(0, str(Path(__file__).parent))
from synthetic import PATHS_PER_STUDY, records

GOAL = 100_000


def peak(whose=resource.RUSAGE_SELF):
    return resource.getrusage(whose).ru_maxrss / 1024


def processor():
    """Processor time of this process and its ended children, which a busy machine does not lengthen."""
    both = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in both)


def measured(engine, reports, jobs):
    done, early = 0, 0.0

    def count(_file):
        nonlocal done, early
        done += 1
        if done == reports // 4:
            early = peak()

    start = time.perf_counter()
    assess(engine, as_of="2026-01-01", jobs=jobs, progress=count)
    return time.perf_counter() - start, early


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--postgres", metavar="URL", help="an empty scratch database, in place of SQLite")
    parser.add_argument("--keep", help="leave the SQLite database here; what an earlier run stored in it is used")
    parser.add_argument("--store", action="store_true", help="only store the reports")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        there = arguments.keep is not None and Path(arguments.keep).exists()
        engine = connect(arguments.postgres or arguments.keep or f"{folder}/many.db")
        if not there:
            migrate(engine)
            for _ in save(engine, records(arguments.reports * PATHS_PER_STUDY)):
                pass
        if arguments.store:
            return
        print(
            "| processes | reports | s | reports a second | 100,000 reports, min | processor s | MB at a quarter | MB at the end |"
        )
        print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        for jobs in arguments.jobs:
            before = processor()
            seconds, early = measured(engine, arguments.reports, jobs)
            spent = processor() - before
            rate = arguments.reports / seconds
            minutes = GOAL / rate / 60
            memory = f"{early:.0f} | {peak():.0f}"
            print(
                f"| {jobs} | {arguments.reports} | {seconds:.1f} | {rate:.0f} | {minutes:.0f} | {spent:.1f} | {memory} |",
                flush=True,
            )
        print(f"\nlargest process that checks: {peak(resource.RUSAGE_CHILDREN):.0f} MB")


if __name__ == "__main__":
    main()
