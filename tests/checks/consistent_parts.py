"""Parts of reports of studies that never were: steps, moderators, groups, nested models, shapes, sets.

Written from the definitions of the statistics, not from the checks.
"""

from collections.abc import Callable
from math import ceil

import numpy as np
from numpy.random import Generator
from scipy import stats

Show = Callable[..., str]


def stars(p: float) -> str:
    return "***" if p < 0.001 else "**" if p < 0.01 else "*" if p < 0.05 else ""


def r_squared(x: np.ndarray, y: np.ndarray) -> float:
    design = np.column_stack([np.ones(len(y)), x])
    residual = y - design @ np.linalg.lstsq(design, y, rcond=None)[0]
    return float(1 - residual @ residual / ((y - y.mean()) @ (y - y.mean())))


def steps(rng: Generator, show: Show, x: np.ndarray, y: np.ndarray, names: list[str]) -> list[dict]:
    """The same regression entered in two steps, as SPSS prints a change in R2."""
    n, k = x.shape
    first = int(rng.integers(1, k))
    before, after = r_squared(x[:, :first], y), r_squared(x, y)
    df1, df2 = k - first, n - k - 1
    f = (after - before) / df1 / ((1 - after) / df2)
    one = {"outcome": "y", "model": "step 1", "predictors": names[:first], "r2": show(before), "estimator": "ols"}
    two = {
        "outcome": "y", "model": "step 2", "predictors": names, "r2": show(after), "r2_change": show(after - before),
        "f_change": show(f), "f_change_df1": str(df1), "f_change_df2": str(df2),
        "f_change_p": show.p(float(stats.f.sf(f, df1, df2))), "estimator": "ols",
        **({"compared_to": "step 1"} if rng.integers(2) else {}),
    }  # fmt: skip
    return [one, two]


def marks(rng: Generator, show: Show, r: np.ndarray, n: int) -> dict:
    """Stars and p of a table of correlations."""
    size = len(r)
    t = [[r[i, j] * np.sqrt((n - 2) / (1 - r[i, j] ** 2)) for j in range(i)] for i in range(size)]
    p = [[float(2 * stats.t.sf(abs(v), n - 2)) for v in line] for line in t]
    found: dict = {"stars": [[stars(v) for v in line] for line in p]}
    if rng.integers(2):
        found["p"] = [[show.p(v) for v in line] for line in p]
    return found


def moderation(rng: Generator, show: Show) -> list[dict]:
    """Simple slopes of one moderator, and conditional indirect effects of another."""
    main, interaction, other = rng.uniform(-0.6, 0.6, size=3)
    ends = {"from": "a", "moderator": "w", "to": "y"}
    beta = bool(rng.integers(2))
    values = (-1.0, 0.0, 1.0) if beta else tuple(rng.uniform(-2, 6, size=3))
    labels = ("-1 SD", "Mean", "+1 SD") if beta else ("low", "medium", "high")
    slopes = [
        {"at": at, "effect": show(main + interaction * w), **({} if beta else {"w": show(w)})}
        for at, w in zip(labels, values, strict=True)
    ]
    plain = {**ends, "metric": "beta" if beta else "b", "main": show(main), "interaction": show(interaction)}
    codes = bool(rng.integers(2))
    effects = [
        {"w": f"{w:g}" if codes else show(w), "effect": show((main + interaction * w) * other)}
        for w in ((0.0, 1.0) if codes else values)
    ]
    mediated = {
        **ends, "via": "m", "metric": "b", "main": show(main), "interaction": show(interaction),
        "other": show(other), "index": show(interaction * other), "levels": effects,
    }  # fmt: skip
    return [{**plain, "levels": slopes}, mediated]


def differences(rng: Generator, show: Show) -> list[dict]:
    """A path in two groups, tested as multi-group programs do."""
    found = []
    for method in ("parametric", "welch", "permutation"):
        n1, n2 = (int(v) for v in rng.integers(40, 500, size=2))
        b1, b2 = rng.uniform(-0.7, 0.7, size=2)
        s1, s2 = rng.uniform(0.03, 0.2, size=2)
        pooled = ((n1 - 1) ** 2 * s1**2 + (n2 - 1) ** 2 * s2**2) / (n1 + n2 - 2) * (1 / n1 + 1 / n2)
        welch = (n1 - 1) / n1 * s1**2 + (n2 - 1) / n2 * s2**2
        t = (b1 - b2) / np.sqrt(pooled if method == "parametric" else welch)
        size = abs(b1 - b2) if rng.integers(2) else b1 - b2
        row = {
            "from": "a", "to": "y", "group1": "g1", "group2": "g2", "method": method, "beta1": show(b1),
            "beta2": show(b2), "difference": show(size), "p": show.p(float(rng.uniform(0.002, 0.9))),
        }  # fmt: skip
        if method != "permutation":
            row |= {"n1": str(n1), "n2": str(n2), "se1": show(s1, 4), "se2": show(s2, 4), "stat": show(t)}
            row |= {"df": str(n1 + n2 - 2), "p": show.p(float(2 * stats.t.sf(abs(t), n1 + n2 - 2))), "tails": "two"}
        found.append(row)
    return found


def nested(rng: Generator, show: Show) -> list[dict]:
    """A chain of models, each with more constraints than the one before."""
    x, d, cfi = rng.uniform(100, 900), int(rng.integers(60, 300)), rng.uniform(0.9, 0.98)
    rows = [{"label": "configural", "kind": "standard", "chi2": show(x), "df": str(d), "cfi": show(cfi)}]
    for before, label in (("configural", "metric"), ("metric", "scalar")):
        dx, dd, drop = rng.uniform(0.5, 60), int(rng.integers(2, 20)), rng.uniform(0, 0.012)
        x, d, cfi = x + dx, d + dd, cfi - drop
        row = {"label": label, "kind": "standard", "chi2": show(x), "df": str(d), "cfi": show(cfi)}
        row |= {"compared_to": before, "delta": {"p": show.p(float(stats.chi2.sf(dx, dd)))}}
        if rng.integers(2):
            row["delta"] |= {"chi2": show(dx), "df": str(dd), "cfi": show(-drop)}
        rows.append(row)
    return rows


def pls(rng: Generator, show: Show, constructs: list[dict]) -> dict:
    """What SmartPLS prints beside the model."""
    p = sum(int(c["items"]) for c in constructs)
    srmr = rng.uniform(0.03, 0.12)
    fit = {"srmr": show(srmr), "d_uls": show(srmr**2 * p * (p + 1) / 2), "d_g": show(rng.uniform(0.1, 2))}
    fit |= {"indicators": str(p)} if rng.integers(2) else {}
    loss, benchmark = rng.uniform(0.2, 2, size=2)
    test = {"construct": "y", "benchmark": "indicator average", "loss": show(loss), "loss_benchmark": show(benchmark)}
    names = [c["name"] for c in constructs]
    for construct in constructs:
        for row in construct["loadings"]:
            others = [v for v in names if v != construct["name"]]
            row["cross"] = {v: show(float(row["loading"]) * rng.uniform(-0.8, 0.8)) for v in others}
    return {
        "fit": [fit],
        "cvpat": [{**test, "difference": show(loss - benchmark), "p": show.p(float(rng.uniform(0, 1)))}],
        "ipma": [
            {"construct": v, "target": "y", "importance": show(rng.uniform(-1, 1)), "performance": show(s)}
            for v, s in zip(names, rng.uniform(0, 100, size=len(names)), strict=True)
        ],
    }


def shape(rng: Generator, show: Show, values: np.ndarray) -> dict:
    """Skewness and kurtosis by the estimators of the usual programs, and the standard error of the mean."""
    n = len(values)
    found = {"se": show(values.std(ddof=1) / np.sqrt(n))}
    if values.std() == 0:
        return found
    g1, g2 = float(stats.skew(values)), float(stats.kurtosis(values))
    kind = int(rng.integers(4))
    if kind == 0:
        g1, g2 = float(stats.skew(values, bias=False)), float(stats.kurtosis(values, bias=False))
    elif kind == 1:
        g1, g2 = g1 * ((n - 1) / n) ** 1.5, (g2 + 3) * ((n - 1) / n) ** 2 - 3
    elif kind == 2:
        g2 += 3
    return {**found, "skew": show(g1), "kurtosis": show(g2)}


def _power(f2: float, n: int, k: int, tested: int) -> float:
    return float(stats.ncf.sf(stats.f.isf(0.05, tested, n - k - 1), tested, n - k - 1, f2 * n))


def required(rng: Generator) -> list[dict]:
    """The least sample by three rules."""
    arrows, beta, power = int(rng.integers(2, 9)), rng.uniform(0.1, 0.4), float(rng.choice([0.8, 0.95]))
    f2, k = float(rng.choice([0.02, 0.15, 0.35])), int(rng.integers(1, 9))
    tested = int(rng.choice([1, k]))
    n = k + 3
    for step in (64, 8, 1):  # the power rises with n
        while _power(f2, n, k, tested) < power:
            n += step
        n = max(n - step, k + 3) if step > 1 else n
    one = {"method": "g-power", "n": str(n), "f2": f"{f2:g}", "predictors": str(k), "alpha": "0.05"}
    return [
        {"method": "ten-times", "n": str(10 * arrows), "arrows": str(arrows)},
        {"method": "inverse-square-root", "n": str(ceil((2.486 / beta) ** 2)), "beta": f"{beta:.2f}", "alpha": "0.05"},
        {**one, "power": f"{power:g}", **({"tested": str(tested)} if rng.integers(2) else {})},
    ]


def necessity(show: Show, sets: list[np.ndarray], y: np.ndarray) -> list[dict]:
    """Consistency, coverage and relevance of every condition and of its absence."""
    rows = []
    for i, x in enumerate(sets):
        for name, member in ((f"c{i}", x), (f"~c{i}", 1 - x)):
            both = float(np.minimum(member, y).sum())
            ron = float((1 - member).sum() / (1 - np.minimum(member, y)).sum())
            rows.append({
                "condition": name, "consistency": show(both / y.sum()), "coverage": show(both / member.sum()),
                "ron": show(ron),
            })  # fmt: skip
    return rows


def calibration(rng: Generator, show: Show) -> list[dict]:
    """The fifth, fiftieth and ninety-fifth percentile of scales from 1 to 7."""
    rows = []
    for i in range(3):
        none, half, full = np.percentile(np.clip(rng.normal(4.5, 1.2, size=200), 1, 7), [5, 50, 95])
        row = {"condition": f"c{i}", "full_in": show(full), "crossover": show(half), "full_out": show(none)}
        rows.append({**row, "scale_min": "1", "scale_max": "7"})
    return rows
