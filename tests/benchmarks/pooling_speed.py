"""How fast is pooling beside PyMARE and statsmodels, in the same run on the same data?

    python tests/benchmarks/pooling_speed.py [--groups 20000]

Prints a line per comparison: our time, theirs, the ratio ours / theirs, and the target it is meant to meet. PyMARE is
compared only where it can be imported (it is not a dependency); many groups are given to it as one array, for which it
computes the mean and tau-squared, while ours also gives Knapp-Hartung tests, heterogeneity and prediction intervals.
"""

import argparse
from collections.abc import Callable
from time import perf_counter
from typing import Any

import numpy as np
from statsmodels.stats.meta_analysis import combine_effects

from evidence.pooling import pool, pool_many, sensitivity

try:
    from pymare import Dataset
    from pymare.estimators import VarianceBasedLikelihoodEstimator
except ImportError:
    Dataset = None


def best_of(call: Callable[[], Any], rounds: int = 5, least: float = 0.05) -> float:
    """Seconds of one call: the best of several rounds, each long enough for the clock."""
    call()
    start = perf_counter()
    call()
    times = max(1, int(least / max(perf_counter() - start, 1e-7)))
    seconds = []
    for _ in range(rounds):
        start = perf_counter()
        for _ in range(times):
            call()
        seconds.append((perf_counter() - start) / times)
    return min(seconds)


def simulated(rng: np.random.Generator, k: int) -> tuple[np.ndarray, np.ndarray]:
    v = rng.uniform(0.005, 0.1, k)
    return rng.normal(0.3, np.sqrt(v + 0.05)), v


def line(what: str, ours: float, theirs: float | None, target: str) -> None:
    ratio = "      -" if theirs is None else f"{ours / theirs:7.4f}"
    rival = "not installed" if theirs is None else f"{1e3 * theirs:10.3f} ms"
    print(f"{what:58s} {1e3 * ours:10.3f} ms  {rival:>13s}  ratio {ratio}  target {target}")


def rival(y: np.ndarray, v: np.ndarray) -> Any:
    return VarianceBasedLikelihoodEstimator(method="REML").fit_dataset(Dataset(y=y, v=v)).summary()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--groups", type=int, default=20_000)
    options = parser.parse_args()
    rng = np.random.default_rng(20)
    installed = Dataset is not None

    y, v = simulated(rng, 20)
    theirs = best_of(lambda: rival(y, v), rounds=3) if installed else None
    line("one REML, k = 20, against PyMARE", best_of(lambda: pool(y, v)), theirs, "<= 0.2")
    theirs = best_of(lambda: combine_effects(y, v, method_re="dl"))
    line("one DL, k = 20, against statsmodels", best_of(lambda: pool(y, v, "DL", "z")), theirs, "<= 1.5")
    y, v = simulated(rng, 10_000)
    theirs = best_of(lambda: rival(y, v), rounds=2) if installed else None
    line("one REML, k = 10,000, against PyMARE", best_of(lambda: pool(y, v)), theirs, "<= 1")

    size = 15
    y, v = simulated(rng, options.groups * size)
    group = np.repeat(np.arange(options.groups), size)
    table = (y.reshape(options.groups, size).T, v.reshape(options.groups, size).T)
    theirs = best_of(lambda: rival(*table), rounds=3) if installed else None
    ours = best_of(lambda: pool_many(group, y, v), rounds=3)
    line(f"{options.groups:,} groups of {size}: REML, Knapp-Hartung, I2, prediction", ours, theirs, "<= 1")

    sizes = rng.integers(2, 61, options.groups)
    group = np.repeat(np.arange(options.groups), sizes)
    y, v = simulated(rng, group.size)
    each = None if theirs is None else theirs / (options.groups * size) * group.size
    ours = best_of(lambda: pool_many(group, y, v), rounds=3)
    line(f"{options.groups:,} ragged groups of 2 to 60, per effect", ours, each, "<= 1.5")

    group = np.sort(rng.integers(0, 60_000, 1_000_000))
    y, v = simulated(rng, group.size)
    ours = best_of(lambda: pool_many(group, y, v), rounds=1)
    line("1,000,000 effects in 60,000 groups", ours, None, "within 60 s with SQL")
    y, v = simulated(rng, 1000)
    line("leave one out, REML, k = 1,000", best_of(lambda: sensitivity.leave_one_out(y, v), rounds=1), None, "-")


if __name__ == "__main__":
    main()
