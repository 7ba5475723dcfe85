"""The graph out of the database at scale. Run: PYTHONPATH=. python THIS [DATABASE]

Without a database it makes one of 5,000 constructs and 1,000,000 effects; `bulk_save.py --constructs 5000 --keep FILE`
leaves one to be used again. Limits: graph under 20 s, paths with a length bound under 1 s, gaps under 10 s, memory
under 2 GB. Seconds are those of this process: what other programs do on the machine is not measured.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

from evidence import verbs
from evidence.constructs.disputes import contested
from evidence.constructs.gaps import gaps
from evidence.constructs.graph import build
from evidence.constructs.paths import paths
from evidence.constructs.roles import antecedents
from evidence.constructs.weights import weight_table
from evidence.store.claims import claims
from evidence.store.engine import connect
from evidence.store.migrate import migrate
from evidence.store.save import save

sys.path.insert(0, str(Path(__file__).parent))
from synthetic import records


def timed(what, limit, step):
    start, wall = time.process_time(), time.perf_counter()
    out = step()
    took, wall = time.process_time() - start, time.perf_counter() - wall
    share = f"{took / limit:6.0%} of {limit:g} s" if limit else ""
    print(f"{what:38}{took:8.2f} s ({wall:.2f} s by the clock)  {share}", flush=True)
    return out


def measured(database):
    engine = connect(database, read_only=True)
    made = timed("graph from the database, not pooled", 20, lambda: build(claims(engine)))
    print(f"{len(made.evidence):,} claims, {len(made.nodes):,} constructs, {len(made.edges):,} edges")
    del made
    graph = timed("graph from the database, pooled", None, lambda: verbs.graph(engine))
    names = [str(name) for name in graph.nodes]
    for source, target, length in ((10, -10, 2), (10, -10, 3), (200, 300, 4)):
        ends = names[source], names[target]
        timed(f"paths, length {length}", 1, lambda e=ends, n=length: paths(graph, *e, n))
    timed("antecedents", 1, lambda: antecedents(graph, names[3]))
    timed("gaps", 10, lambda: gaps(graph))
    timed("contested, first 50", 10, lambda: contested(graph))
    timed("weight table", None, lambda: weight_table(graph))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{'peak memory':38}{peak:8.2f} GB {'':25}{peak / 2:6.0%} of 2 GB")


def main():
    if len(sys.argv) > 1:
        measured(sys.argv[1])
        return
    with tempfile.TemporaryDirectory() as folder:
        engine = connect(f"{folder}/big.db")
        migrate(engine)
        for _ in save(engine, records(1_000_000, 5_000)):
            pass
        measured(f"{folder}/big.db")


if __name__ == "__main__":
    main()
