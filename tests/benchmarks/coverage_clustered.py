"""How often 95 % intervals of dependent effects hold the true mean: model-based z, CR1 and CR2 with Satterthwaite df.

    python tests/benchmarks/coverage_clustered.py [--repetitions 2000] [--write]

Each data set has 5, 10 or 40 clusters of one to eight effects whose sampling errors correlate 0.6 inside a cluster; the
fitted model takes them as independent, so only robust errors can be right. Published behaviour: CR1 covers too little
with few clusters, CR2 with Satterthwaite df covers near 95 % from about five clusters on (Tipton 2015, Psychological
Methods 20:375; Pustejovsky and Tipton 2018, Journal of Business and Economic Statistics 36:672). `--write` prints the
table as markdown.
"""

import argparse

import numpy as np

from evidence.pooling import multilevel

CLUSTERS, MEAN, RHO, BETWEEN, WITHIN = (5, 10, 40), 0.3, 0.6, 0.04, 0.02
INTERVALS = ("model, z", "CR1, t", "CR2, Satterthwaite")


def simulate(rng: np.random.Generator, clusters: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Effects whose true mean is MEAN, with correlated sampling errors of unequal size."""
    cluster = np.repeat(np.arange(clusters), rng.integers(1, 9, clusters))
    k = len(cluster)
    v = (rng.uniform(0.01, 0.1, clusters)[cluster]) * rng.uniform(0.8, 1.25, k)
    shared = np.sqrt(RHO) * rng.normal(size=clusters)[cluster] + np.sqrt(1 - RHO) * rng.normal(size=k)
    heterogeneity = rng.normal(0, BETWEEN**0.5, clusters)[cluster] + rng.normal(0, WITHIN**0.5, k)
    return MEAN + heterogeneity + np.sqrt(v) * shared, v, cluster


def coverage(clusters: int, repetitions: int) -> list[float]:
    """The share of intervals of each kind that hold the mean."""
    rng = np.random.default_rng(clusters)
    hits = np.zeros(len(INTERVALS))
    for _ in range(repetitions):
        found = multilevel(*simulate(rng, clusters))
        for c, result in enumerate((found, found.robust("CR1"), found.robust("CR2"))):
            hits[c] += result.ci_low <= MEAN <= result.ci_high
    return list(hits / repetitions)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--repetitions", type=int, default=2000)
    parser.add_argument("--write", action="store_true", help="print the table as markdown")
    chosen = parser.parse_args()
    error = 1.96 * (0.95 * 0.05 / chosen.repetitions) ** 0.5
    rows = [(clusters, *coverage(clusters, chosen.repetitions)) for clusters in CLUSTERS]
    header = ("clusters", *INTERVALS)
    if chosen.write:
        print(
            f"Coverage in percent of 95 % intervals, {chosen.repetitions} data sets each "
            f"(Monte Carlo error ±{100 * error:.1f}).\n"
        )
        print("| " + " | ".join(header) + " |")
        print("| " + " | ".join("---:" for _ in header) + " |")
    else:
        print("  ".join(f"{name:>18s}" for name in header))
    for clusters, *shares in rows:
        cells = [str(clusters), *(f"{100 * share:.1f}" for share in shares)]
        print("| " + " | ".join(cells) + " |" if chosen.write else "  ".join(f"{cell:>18s}" for cell in cells))


if __name__ == "__main__":
    main()
