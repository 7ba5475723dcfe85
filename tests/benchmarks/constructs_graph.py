"""The graph at scale: 5,000 constructs and 1,000,000 effects. Run: PYTHONPATH=. python THIS [effects]

Limits: built from a frame under 20 s, paths with a length bound under 1 s, gaps under 10 s, memory under 2 GB.
The frame is drawn as literatures are: a few constructs in most studies, most in few.
"""

import resource
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from evidence.constructs.disputes import contested, fragile
from evidence.constructs.gaps import gaps
from evidence.constructs.graph import ClaimGraph, build
from evidence.constructs.kinship import alike
from evidence.constructs.paths import mediators, paths
from evidence.constructs.roles import antecedents, cycles
from evidence.constructs.weights import weight_table

CONSTRUCTS = 5_000


def literature(effects: int, seed: int = 1) -> pd.DataFrame:
    """A frame of effects with repeated studies, flags, verdicts and missing numbers."""
    rng = np.random.default_rng(seed)
    popularity = 1 / np.arange(1, CONSTRUCTS + 1) ** 0.7
    names = np.array([f"construct {i}" for i in range(CONSTRUCTS)])
    source, target = (rng.choice(CONSTRUCTS, effects, p=popularity / popularity.sum()) for _ in range(2))
    target = np.where(source == target, (target + 1) % CONSTRUCTS, target)
    return pd.DataFrame(
        {
            "source": names[source],
            "target": names[target],
            "study": np.char.add("study ", rng.integers(0, effects // 10, effects).astype(str)),
            "sample": rng.integers(1, 3, effects).astype(str),
            "hypothesis": np.char.add("H", rng.integers(1, 12, effects).astype(str)),
            "verdict": rng.choice(["supported", "not supported", ""], effects),
            "value": rng.normal(0.3, 0.2, effects).clip(-0.95, 0.95),
            "n": rng.integers(80, 900, effects),
            "estimand": "standardized",
            "level": rng.choice(["", "warn", "error"], effects, p=[0.8, 0.15, 0.05]),
        }
    )


def inverse_variance(group: Any, y: np.ndarray[Any, Any], v: np.ndarray[Any, Any]) -> pd.DataFrame:
    """A plain fixed-effect pooler: the graph takes any, and pooling is not what is measured here."""
    codes, names = pd.factorize(np.asarray(group), sort=True)
    weight = np.bincount(codes, 1 / v)
    mean = np.bincount(codes, y / v) / weight
    columns = {"k": np.bincount(codes), "estimate": mean, "se": np.sqrt(1 / weight), "tau2": np.zeros(len(weight))}
    return pd.DataFrame(columns, index=names)


def main() -> None:
    """Print what each step takes beside its limit."""
    effects = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    frame = literature(effects)

    def timed(what: str, limit: float | None, step: Callable[[], Any]) -> Any:
        start = time.perf_counter()
        out = step()
        took = time.perf_counter() - start
        size = len(out.edges) if isinstance(out, ClaimGraph) else len(getattr(out, "frame", out))
        share = f"{took / limit:6.0%} of {limit:g} s" if limit else ""
        print(f"{what:42}{took:8.2f} s {size:>9,} rows  {share}")
        return out

    graph = timed("build", 20, lambda: build(frame))
    graph = timed("pool all and usable", None, lambda: graph.pool(inverse_variance))
    for source, target, length in (("10", "4000", 3), ("10", "4000", 4), ("4500", "4000", 4), ("4500", "4999", 5)):
        ends = f"construct {source}", f"construct {target}"
        timed(f"paths {source} -> {target}, length {length}", 1, lambda e=ends, n=length: paths(graph, *e, n))
    timed("mediators", 1, lambda: mediators(graph, "construct 3", "construct 9"))
    timed("antecedents", 1, lambda: antecedents(graph, "construct 3"))
    timed("gaps", 10, lambda: gaps(graph))
    timed("contested, first 50", 10, lambda: contested(graph))
    timed("fragile", 10, lambda: fragile(graph))
    timed("alike", None, lambda: alike(graph))
    timed("weight table", None, lambda: weight_table(graph))
    timed("cycles of three, first 100", None, lambda: cycles(graph, 3, 100))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{'peak memory, the input frame included':42}{peak:8.2f} GB {'':14}  {peak / 2:6.0%} of 2 GB")


if __name__ == "__main__":
    main()
