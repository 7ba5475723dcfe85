"""Time of a three-level REML fit, and how it compares with k by k matrices.

    python tests/benchmarks/three_level_speed.py [--k 5000] [--repeats 5]

Prints the best of some repeats for independent and for correlated sampling errors, with CR2 errors, for k and for 10 k
(which shows the growth), and the time of ONE dense likelihood value: a dense fit needs dozens of them.
"""

import argparse
import time

import numpy as np
from scipy import linalg

from evidence.pooling import multilevel


def simulate(k: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """About five effects per cluster, heterogeneity between and within."""
    rng = np.random.default_rng(1)
    cluster = np.repeat(np.arange(k), rng.integers(1, 10, k))[:k]
    v = rng.uniform(0.001, 0.05, k)
    y = 0.3 + rng.normal(0, 0.2, k)[cluster] + rng.normal(0, np.sqrt(0.02 + v))
    return y, v, cluster


def dense_value(y: np.ndarray, v: np.ndarray, cluster: np.ndarray, between: float, within: float) -> float:
    """One REML value from the k by k covariance matrix, by Cholesky."""
    total = between * (cluster[:, None] == cluster[None, :]) + np.diag(v + within)
    root = linalg.cho_factor(total, lower=True)
    weights = linalg.cho_solve(root, np.ones(len(y)))
    e = y - weights @ y / weights.sum()
    quadratic = e @ linalg.cho_solve(root, e)
    determinant = 2 * np.log(np.diag(root[0])).sum()
    k = len(y)
    return float(-((k - 1) * np.log(2 * np.pi) + determinant + quadratic + np.log(weights.sum()) - np.log(k)) / 2)


def best(function, repeats: int):
    """Shortest time in milliseconds, and the last result."""
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        result = function()
        times.append(time.perf_counter() - begin)
    return 1000 * min(times), result


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--k", type=int, default=5000)
    parser.add_argument("--repeats", type=int, default=5)
    chosen = parser.parse_args()
    y, v, cluster = simulate(chosen.k)
    fit, found = best(lambda: multilevel(y, v, cluster), chosen.repeats)
    correlated, _ = best(lambda: multilevel(y, v, cluster, rho=0.6), chosen.repeats)
    robust, _ = best(lambda: found.robust("CR2"), chosen.repeats)
    larger = simulate(10 * chosen.k)
    growth, _ = best(lambda: multilevel(*larger), 2)
    dense, value = best(lambda: dense_value(y, v, cluster, found.sigma2_between, found.sigma2_within), 1)
    print(f"k = {chosen.k}, {found.n_clusters} clusters")
    print(f"three-level REML            {fit:9.1f} ms")
    print(f"correlated errors, rho 0.6  {correlated:9.1f} ms")
    print(f"CR2 errors                  {robust:9.1f} ms")
    print(f"three-level REML at 10 k    {growth:9.1f} ms   {growth / fit:.1f} times for 10 times the effects")
    print(f"one dense likelihood value  {dense:9.1f} ms   {dense / fit:.0f} times a whole fit")
    print(f"log-likelihood: blocks {found.log_likelihood:.10f}, dense {value:.10f}")


if __name__ == "__main__":
    main()
