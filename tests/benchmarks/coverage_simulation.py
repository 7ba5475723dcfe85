"""Do 95 % intervals hold the true value 95 times of 100?

    python tests/benchmarks/coverage_simulation.py [--write] [--draws 20000] [--clustered-draws 500]

True effects are normal around 0.3 with variance tau2, studies have unequal sampling variances as survey samples of 50
to 400 give for Fisher z. `--write` puts the tables into schema/validation.md, between the marks of this section.
"""

import argparse
from math import sqrt
from pathlib import Path
from textwrap import fill
from typing import Any

import numpy as np
import pandas as pd

from evidence.pooling import pool_many

SEED, TRUE, LEVEL = 2024, 0.3, 0.95
STUDIES = (5, 10, 40)
SHARES = (0.0, 0.3, 0.6, 0.9)  # of the total variance that lies between studies
BETWEEN, WITHIN, CORRELATED = 0.01, 0.01, 0.6  # variances between and within samples, correlation of sampling errors
INTERVALS = (("DL", "z"), ("REML", "z"), ("REML", "adhoc"), ("REML", "knha"))
PAGE = Path(__file__).resolve().parents[2] / "schema" / "validation.md"
BEGIN, END = "<!-- begin: tests/benchmarks/coverage_simulation.py -->", "<!-- end: coverage_simulation.py -->"


def sampling_variances(rng: np.random.Generator, size: int) -> np.ndarray:
    return 1 / (np.exp(rng.uniform(np.log(50), np.log(400), size)) - 3)


def tau2_for(share: float) -> float:
    """The variance between studies that makes this share of the total, with the mean sampling variance."""
    typical = float(sampling_variances(np.random.default_rng(SEED), 100_000).mean())
    return typical * share / (1 - share)


def independent(draws: int) -> pd.DataFrame:
    """Share of intervals that hold the mean, and of prediction intervals that hold the effect of a new study."""
    rows = []
    for k in STUDIES:
        for share in SHARES:
            rng = np.random.default_rng([SEED, k, int(100 * share)])
            tau2, group = tau2_for(share), np.repeat(np.arange(draws), k)
            v = sampling_variances(rng, group.size)
            y = rng.normal(TRUE, np.sqrt(v + tau2))
            new = rng.normal(TRUE, sqrt(tau2), draws)
            row: dict[str, Any] = {"studies": k, "share between": f"{share:.0%}"}
            for method, test in INTERVALS:
                got = pool_many(group, y, v, method=method, test=test, level=LEVEL)
                row[f"{method} {test}"] = held(got["ci_low"], got["ci_high"], TRUE)
                predicted = held(got["pi_low"], got["pi_high"], new)
            row["prediction"] = predicted
            rows.append(row)
    return pd.DataFrame(rows)


def clustered(draws: int) -> pd.DataFrame:
    """Share of intervals that hold the mean, with and without regard to dependent effects within samples."""
    from evidence.pooling import multilevel

    rows = []
    for clusters in STUDIES:
        rng = np.random.default_rng([SEED, clusters])
        hits = {"REML, no clusters, knha": 0, "three-level z": 0, "three-level CR2": 0}
        for _ in range(draws):
            sizes = rng.integers(1, 7, clusters)
            cluster = np.repeat(np.arange(clusters), sizes)
            own = sampling_variances(rng, clusters)
            v = own[cluster]
            shared = rng.normal(0, np.sqrt(BETWEEN + CORRELATED * own))[cluster]
            y = TRUE + shared + rng.normal(0, np.sqrt(WITHIN + (1 - CORRELATED) * v))
            fit = multilevel(y, v, cluster)
            robust = fit.robust("CR2")
            flat = pool_many(np.zeros(y.size), y, v).iloc[0]
            for name, found in zip(hits, (flat, fit, robust), strict=True):
                hits[name] += bool(found.ci_low <= TRUE <= found.ci_high)
        rows.append({"samples": clusters} | {name: count / draws for name, count in hits.items()})
    return pd.DataFrame(rows)


def held(low: pd.Series, high: pd.Series, value: Any) -> float:
    return float(((low <= value) & (value <= high)).mean())


def table(frame: pd.DataFrame) -> str:
    cells = frame.map(lambda x: f"{100 * x:.1f}" if isinstance(x, float) else str(x))
    lines = ["| " + " | ".join(row) + " |" for row in (list(frame.columns), *cells.to_numpy().tolist())]
    return "\n".join([lines[0], "|" + " ---: |" * frame.shape[1], *lines[1:]])


def paragraph(text: str) -> str:
    return fill(" ".join(text.split()), 116)


def section(draws: int, clustered_draws: int) -> str:
    error, wide = (100 * sqrt(LEVEL * (1 - LEVEL) / n) for n in (draws, max(clustered_draws, 1)))
    made = paragraph(f"""
        Made by `tests/benchmarks/coverage_simulation.py --write` (seed {SEED}). Percent of {draws:,} simulated
        syntheses whose interval holds the true mean {TRUE:g}; last column: whose prediction interval (REML, knha) holds
        the effect of a new study. Fisher z effects of samples of 50 to 400, normal true effects; `share between` is the
        part of the total variance that lies between studies. Monte Carlo standard error at 95 %: {error:.2f} points.
    """)
    known = paragraph("""
        What is published: with few studies and heterogeneity the normal interval after DerSimonian-Laird or REML holds
        the mean too rarely, Knapp and Hartung's close to 95 % (IntHout, Ioannidis & Borm 2014, BMC Med. Res.
        Methodol. 14, 25; Langan et al. 2019, Res. Synth. Methods 10, 83); the bound (`adhoc`) keeps more than 95 %
        without heterogeneity; prediction intervals fall short with few studies and little heterogeneity (Partlett &
        Riley 2017, Stat. Med. 36, 301).""")
    parts = [BEGIN + "\n## Coverage of 95 % intervals", made, table(independent(draws)), known]
    if clustered_draws:
        dependent = paragraph(f"""
            1 to 6 effects per sample whose sampling errors correlate {CORRELATED}, fitted as if these were independent;
            {clustered_draws:,} draws, Monte Carlo standard error {wide:.2f} points. CR2 errors with Satterthwaite
            degrees of freedom (Tipton 2015, Psychol. Methods 20, 375).""")
        parts += ["### Dependent effects", dependent, table(clustered(clustered_draws))]
    return "\n\n".join(parts) + "\n" + END


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--write", action="store_true", help="put the tables into schema/validation.md")
    parser.add_argument("--draws", type=int, default=20_000)
    parser.add_argument("--clustered-draws", type=int, default=500, help="0 leaves the dependent effects out")
    options = parser.parse_args()
    text = section(options.draws, options.clustered_draws)
    if not options.write:
        print(text)
        return
    page = PAGE.read_text("utf-8") if PAGE.exists() else "# Validation\n"
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2] if rest else "\n"
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(before.rstrip() + "\n\n" + text + after, "utf-8")
    print(f"written: {PAGE}")


if __name__ == "__main__":
    main()
