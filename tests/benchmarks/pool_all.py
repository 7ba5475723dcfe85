"""How long `pool --all` takes over a whole database, SQL and all, and how much memory.

    python tests/benchmarks/pool_all.py DATABASE

DATABASE is one that bulk_save.py --keep left, or any other; it is only read. Target: 1,000,000 effects in 60,000 pairs
under 60 s on two cores and under 2 GB. Processor time is shown beside the clock: on a busy machine only it is ours.
"""

import resource
import sys
import time

from evidence.pooling.every_pair import every_pair
from evidence.reports.pooled import all_pairs
from evidence.store.engine import connect
from evidence.store.pooling import all_effects


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    engine = connect(sys.argv[1], read_only=True)
    clock, processor = time.perf_counter(), time.process_time()

    def told(what):
        print(f"{what:<48} {time.perf_counter() - clock:6.1f} s, processor {time.process_time() - processor:5.1f} s")

    effects = all_effects(engine)
    told(f"{len(effects):,} effects read")
    pairs = every_pair(effects)
    told(f"{len(pairs):,} pairs of {pairs['samples'].sum():,} samples pooled")
    section = all_pairs({"default": pairs})
    told(f"{len(section.answer.rows):,} rows made")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
