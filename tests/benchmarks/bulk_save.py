"""How fast records are saved, beside a bare executemany (SQLite) or COPY (PostgreSQL) of the same finished rows.

    python tests/benchmarks/bulk_save.py [--paths 1000000] [--constructs 400] [--postgres URL] [--keep FILE]

Both write the same rows into the same tables of a fresh database of the same kind; the bare writer gets them ready
made, in the order of the references, in transactions of the same size. Target: at least 40 % of its rows a second.
"""

import argparse
import gc
import resource
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from evidence.store.bulk import insert_all
from evidence.store.engine import connect
from evidence.store.migrate import migrate
from evidence.store.rows import rows_of
from evidence.store.save import save

sys.path.insert(0, str(Path(__file__).parent))
from synthetic import records


def saved(engine, paths, constructs):
    seconds = time.perf_counter()
    outcomes = defaultdict(int)
    for saved_ in save(engine, records(paths, constructs)):
        outcomes[saved_.outcome] += 1
    return time.perf_counter() - seconds, dict(outcomes)


def bare(engine, paths, constructs):
    """Finished rows, batch by batch; only the writing is timed."""
    seconds, tables, size = 0.0, defaultdict(list), 0
    for record, part in records(paths, constructs):
        for table, rows in rows_of(record, part, "x" * 3000).items():
            tables[table].extend(rows)
        size += 5 * len(record.paths)
        if size >= 20_000:
            seconds += write(engine, tables)
            tables, size = defaultdict(list), 0
    return seconds + write(engine, tables)


def write(engine, tables):
    gc.collect()
    start = time.perf_counter()
    with engine.begin() as connection:
        insert_all(connection, tables)
    return time.perf_counter() - start


def generating(paths):
    """What making the synthetic records costs; it is nobody's saving."""
    start = time.perf_counter()
    for _ in records(paths):
        pass
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--paths", type=int, default=1_000_000)
    parser.add_argument("--constructs", type=int, default=400, help="how many names the studies draw from")
    parser.add_argument("--postgres", help="two scratch databases are made by appending _a and _b to this URL")
    parser.add_argument("--keep", help="leave the SQLite database here")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        first, second = arguments.keep or f"{folder}/saved.db", f"{folder}/bare.db"
        if arguments.postgres:
            first, second = f"{arguments.postgres}_a", f"{arguments.postgres}_b"
        engines = connect(first), connect(second)
        for engine in engines:
            migrate(engine)
        making = generating(arguments.paths)
        after_making = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        ours, outcomes = saved(engines[0], arguments.paths, arguments.constructs)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        theirs = bare(engines[1], arguments.paths, arguments.constructs)
    ours -= making
    print(f"paths {arguments.paths:,} outcomes {outcomes}")
    print(f"save {ours:.1f} s (without {making:.1f} s of making the records), bare {theirs:.1f} s")
    print(f"ratio of rows a second: {theirs / ours:.2f} (target 0.40)")
    print(f"peak memory {peak / 1024:.0f} MB, {(peak - after_making) / 1024:.0f} MB more than before saving")


if __name__ == "__main__":
    main()
