"""Reports of studies that never were: data or models are drawn, every statistic is computed, and printed rounded.

Written from the definitions of the statistics, not from the checks. No finding above `note` may appear on any of them.
"""

import consistent_parts as parts
import numpy as np
from consistent_parts import stars
from numpy.random import Generator
from scipy import stats


class Printer:
    """Rounds to a number of decimals, with or without a leading zero."""

    def __init__(self, rng: Generator) -> None:
        self.decimals = int(rng.integers(2, 5))
        self.bare = bool(rng.integers(2))

    def __call__(self, value: float, decimals: int | None = None) -> str:
        text = f"{value:.{self.decimals if decimals is None else decimals}f}"
        if text.startswith("-") and not text.strip("-0."):
            text = text[1:]
        return text.replace("0.", ".", 1) if self.bare and text.lstrip("-").startswith("0.") else text

    def p(self, value: float) -> str:
        return ("<.001" if self.bare else "<0.001") if value < 0.001 else self(value, 3)


def regression(rng: Generator) -> dict:
    """An ordinary regression on drawn data, everything SPSS would print."""
    show, k, n = Printer(rng), int(rng.integers(1, 6)), int(rng.integers(40, 900))
    while True:
        x = rng.normal(size=(n, k)) @ (rng.normal(size=(k, k)) * rng.uniform(0, 0.7) + np.eye(k))
        if np.linalg.cond(np.atleast_2d(np.corrcoef(x.T))) < 1000:  # nobody prints a regression on copies
            break
    y = x @ rng.normal(size=k) * rng.uniform(0.05, 0.6) + rng.normal(size=n)
    design = np.column_stack([np.ones(n), x])
    xtx = np.linalg.inv(design.T @ design)
    b = xtx @ design.T @ y
    residual = y - design @ b
    df = n - k - 1
    s2 = residual @ residual / df
    se = np.sqrt(s2 * np.diag(xtx))[1:]
    r2 = 1 - residual @ residual / ((y - y.mean()) @ (y - y.mean()))
    beta = b[1:] * x.std(axis=0, ddof=1) / y.std(ddof=1)
    t = b[1:] / se
    p = 2 * stats.t.sf(np.abs(t), df)
    c = stats.t.ppf(0.975, df)
    r = np.atleast_2d(np.corrcoef(x.T))
    vif = np.diag(np.linalg.inv(r))
    f = (r2 / k) / ((1 - r2) / df)
    names = [f"x{i}" for i in range(k)]
    full = np.corrcoef(np.column_stack([x, y]).T)
    paths = [
        {
            "table": "regression", "from": v, "to": "y", "b": show(b[i + 1]), "se": show(se[i]), "se_of": "b",
            "beta": show(beta[i]), "stat_kind": "t", "stat": show(t[i]), "df": str(df), "p": show.p(p[i]),
            "stars": stars(p[i]), "ci_lo": show(b[i + 1] - c * se[i]), "ci_hi": show(b[i + 1] + c * se[i]),
            "ci_of": "b", "ci_kind": "t", "complete_equation": True,
        }
        for i, v in enumerate(names)
    ]  # fmt: skip
    equation = {
        "outcome": "y", "predictors": names, "r2": show(r2), "r2_adj": show(1 - (1 - r2) * (n - 1) / df),
        "f": show(f), "f_df1": str(k), "f_df2": str(df), "f_p": show.p(float(stats.f.sf(f, k, df))),
        "vif": {v: show(vif[i]) for i, v in enumerate(names)},
        "tolerance": {v: show(1 / vif[i]) for i, v in enumerate(names)},
        "f2": {v: show(beta[i] ** 2 / (vif[i] * (1 - r2))) for i, v in enumerate(names)}, "estimator": "ols",
    }  # fmt: skip
    lower = [[show(full[i, j]) for j in range(i)] + [show(1.0)] for i in range(k + 1)]
    table = {"kind": "observed-same-variables", "names": [*names, "y"], "diagonal": "one", "lower": lower}
    table |= parts.marks(rng, show, full, n)
    stepwise = parts.steps(rng, show, x, y, names) if k > 1 else []
    claims = [{"kind": "value", "ref": "/structural/0/r2", "value": show(r2)}]
    return {
        "conventions": {"alpha": "0.05", "tails": "two", "ci_level": "0.95", "estimator": "OLS"},
        "sample": {"n": str(n)}, "paths": paths, "structural": [equation, *stepwise], "correlations": table, "claims": claims,
    }  # fmt: skip


def _measurement(rng: Generator, show: Printer, name: str, pls: bool) -> dict:
    k = int(rng.integers(3, 7))
    loadings = rng.uniform(0.45, 0.95, size=k)
    total, errors = loadings.sum() ** 2, (1 - loadings**2).sum()
    rows = [{"item": f"{name}{i}", "loading": show(v)} for i, v in enumerate(loadings)]
    if not pls:
        for row, v in zip(rows, loadings, strict=True):
            b, se = v * rng.uniform(0.5, 2), rng.uniform(0.03, 0.15)
            row |= {"r2": show(v * v), "b": show(b, 3), "se": show(se, 3), "z": show(b / se, 2)}
    r = rng.uniform(0.2, 0.7)
    return {
        "name": name, "items": str(k), "loadings": rows, "ave": show((loadings**2).mean()),
        "cr": show(total / (total + errors)), "alpha": show(k * r / (1 + (k - 1) * r)),
        "alpha_kind": "standardised", "mean_r": show(r),
    }  # fmt: skip


def _fit(rng: Generator, show: Printer, n: int, p: int, m: int) -> dict:
    """Global fit from a drawn chi-square and baseline."""
    g = int(rng.choice([1, 1, 2]))  # groups; some programs multiply RMSEA by sqrt(G)
    factor = float(rng.choice([1, g]))
    q = g * (2 * p + m * (m - 1) // 2)
    d, d0 = g * p * (p + 1) // 2 - q, g * p * (p - 1) // 2
    x = d * rng.uniform(0.6, 5)
    x0 = d0 + (max(x - d, 0) + d * rng.uniform(1, 4)) * rng.uniform(2, 12)
    minus = int(rng.integers(2))
    size = n - minus

    def bound(level: float) -> float:
        if stats.chi2.cdf(x, d) <= level:
            return 0.0
        low, high = 0.0, 10 * x + 100
        for _ in range(80):
            middle = (low + high) / 2
            low, high = (middle, high) if stats.ncx2.cdf(x, d, max(middle, 1e-12)) > level else (low, middle)
        return float(np.sqrt(low / (d * size) * factor))

    gfi = rng.uniform(0.85, 0.99)
    aic = 2000 + rng.uniform(0, 9000)
    return {
        "label": "model", "kind": "standard", "groups": str(g), "n": str(n), "chi2": show(x), "df": str(d),
        "p": show.p(float(stats.chi2.sf(x, d))), "chi2_df": show(x / d), "baseline_chi2": show(x0),
        "baseline_df": str(d0), "baseline_model": "independence", "indicators": str(p), "free_parameters": str(q),
        "factors": str(m), "mean_structure": "no", **({"model_kind": "cfa-simple"} if g == 1 else {}),
        "rmsea": show(np.sqrt(max(x - d, 0) / (d * size) * factor)),
        "rmsea_lo": show(bound(0.95)), "rmsea_hi": show(bound(0.05)),
        "pclose": show.p(float(stats.ncx2.sf(x, d, 0.0025 * d * size / factor))),
        "cfi": show(1 - max(x - d, 0) / max(x0 - d0, x - d, 1e-9)), "nfi": show(1 - x / x0),
        "tli": show(1 - ((x - d) / d) / ((x0 - d0) / d0)), "ifi": show(1 - (x - d) / (x0 - d)),
        "rfi": show(1 - (x / d) / (x0 / d0)), "pnfi": show((1 - x / x0) * d / d0), "gfi": show(gfi),
        "agfi": show(1 - g * p * (p + 1) / (2 * d) * (1 - gfi)), "srmr": show(rng.uniform(0.01, 0.1)),
        "aic": show(aic), "bic": show(aic + q * (np.log(n) - 2)),
    }  # fmt: skip


def structural(rng: Generator) -> dict:
    """A covariance or PLS model: measurement, fit, paths, mediation, all of one implied correlation matrix."""
    show, pls, n = Printer(rng), bool(rng.integers(2)), int(rng.integers(80, 1200))
    names = ["a", "b", "m", "y"]
    constructs = [_measurement(rng, show, v, pls) for v in names]
    while True:
        phi, am, bm, ay, my = rng.uniform(-0.5, 0.7), *rng.uniform(-0.6, 0.7, size=4)
        r_am, r_bm = am + phi * bm, bm + phi * am
        r2m = am * r_am + bm * r_bm
        r_ay, r_my = ay + my * r_am, my + ay * r_am
        r2y = ay * r_ay + my * r_my
        if 0 <= r2m < 0.95 and 0 <= r2y < 0.95:
            break
    r_by = phi * ay + my * r_bm
    full = np.array([[1, phi, r_am, r_ay], [phi, 1, r_bm, r_by], [r_am, r_bm, 1, r_my], [r_ay, r_by, r_my, 1]])
    tail = "one" if pls and rng.integers(2) else "two"
    edges = [("a", "m", am), ("b", "m", bm), ("a", "y", ay), ("m", "y", my)]
    scale = {edge[:2]: 1.0 if pls else rng.uniform(0.4, 2.5) for edge in edges}
    paths, errors = [], {}
    for source, target, beta in edges:
        b, se = beta * scale[source, target], rng.uniform(0.03, 0.2)
        errors[source, target] = (b, se)
        p = (2 if tail == "two" else 1) * float(stats.norm.sf(abs(b) / se))
        sign = "+" if beta > 0 else "-"
        row = {
            "table": "structural", "from": source, "to": target, "beta": show(beta), "se": show(se, 4),
            "se_of": "beta" if pls else "b", "stat_kind": "t" if pls else "z", "stat": show(b / se),
            "p": show.p(p), "stars": stars(p), "sign": sign, "tails": tail, "complete_equation": True,
            "verdict": "supported" if p < 0.05 else "not supported",
        }  # fmt: skip
        if pls:
            low, high = b - rng.uniform(1, 2.5) * se, b + rng.uniform(1, 2.5) * se
            row |= {"ci_lo": show(low), "ci_hi": show(high), "ci_of": "beta", "ci_kind": "percentile"}
        else:
            row |= {"b": show(b), "ci_lo": show(b - 1.959964 * se), "ci_hi": show(b + 1.959964 * se)}
            row |= {"ci_of": "b", "ci_kind": "wald"}
        paths.append(row)
    a, b, c = errors["a", "m"], errors["m", "y"], errors["a", "y"]
    indirect, direct = a[0] * b[0], c[0]
    sobel = indirect / np.sqrt(b[0] ** 2 * a[1] ** 2 + a[0] ** 2 * b[1] ** 2)
    effect = {
        "from": "a", "via": "m", "to": "y", "metric": "beta" if pls else "b", "a": show(a[0]), "b": show(b[0]),
        "se_a": show(a[1], 4), "se_b": show(b[1], 4), "indirect": show(indirect), "direct": show(direct),
        "total": show(indirect + direct), "sobel_z": show(sobel), "ci_lo": show(indirect - 0.1),
        "ci_hi": show(indirect + 0.1),
    }  # fmt: skip
    if indirect * direct > 0:
        effect["vaf"] = f"{100 * indirect / (indirect + direct):.1f}%"
    lower = [[show(full[i, j]) for j in range(i)] + [show(1.0)] for i in range(4)]
    kind = "pls-scores" if pls else "latent-same-model"
    equations = [
        {"outcome": "m", "predictors": ["a", "b"], "r2": show(r2m)},
        {"outcome": "y", "predictors": ["a", "m"], "r2": show(r2y)},
    ]
    for eq, pair, r2 in ((equations[0], phi, r2m), (equations[1], r_am, r2y)):
        k = 2
        vif = 1 / (1 - pair**2)
        eq["r2_adj"] = show(1 - (1 - r2) * (n - 1) / (n - k - 1))
        eq["vif"] = {v: show(vif) for v in eq["predictors"]}
    report = {
        "conventions": {
            "alpha": "0.05", "tails": tail, "ci_level": "0.95", "estimator": "PLS" if pls else "ML",
            "software": "SmartPLS" if pls else "Amos",
        },
        "sample": {"n": str(n)}, "constructs": constructs, "paths": paths, "effects": [effect],
        "structural": equations, "correlations": {"kind": kind, "names": names, "diagonal": "one", "lower": lower},
        "claims": [{"kind": "value", "ref": "/paths/0/beta", "value": show(am)}],
    }  # fmt: skip
    if not pls:
        report["fit"] = [_fit(rng, show, n, sum(int(c["items"]) for c in constructs), 4), *parts.nested(rng, show)]
    else:
        report |= parts.pls(rng, show, constructs)
    report |= {"moderation": parts.moderation(rng, show), "differences": parts.differences(rng, show)}
    return report


def survey(rng: Generator) -> dict:
    """Who answered and what: counts, percentages, means of whole answers, tests of two groups."""
    show, n = Printer(rng), int(rng.integers(12, 700))
    digits = int(rng.integers(1, 3))
    groups = []
    for variable in ("gender", "age", "education"):
        counts = rng.multinomial(n, rng.dirichlet(np.ones(int(rng.integers(2, 6)))))
        cells = [
            {"label": str(i), "count": str(v), "percent": f"{100 * v / n:.{digits}f}%"} for i, v in enumerate(counts)
        ]
        if variable == "age":
            cells = [{k: v for k, v in cell.items() if k != "count"} for cell in cells]
        groups.append({"variable": variable, "cells": cells})
    scales = []
    for i in range(5):
        k, top = int(rng.choice([1, 1, 3, 5])), int(rng.choice([5, 7]))
        answers = np.clip(np.rint(rng.normal(rng.uniform(2, top - 1), rng.uniform(0.5, 1.6), size=(n, k))), 1, top)
        score = answers.mean(axis=1)
        scales.append({
            "name": f"s{i}", "items": str(k), "n": str(n), "scale_min": "1", "scale_max": str(top),
            "integer_items": True, "mean": show(score.mean()), "sd": show(score.std(ddof=1)),
            **parts.shape(rng, show, score),
        })  # fmt: skip
    yes = rng.integers(0, 2, size=n)
    x, y = rng.normal(size=n), rng.normal(size=n)
    half = n // 2
    one, two = x[:half] + rng.uniform(0, 1), x[half:]
    t, p = stats.ttest_ind(one, two)
    r, rp = stats.pearsonr(x, y)
    chi = stats.chi2.rvs(3, random_state=rng)
    f = stats.f.rvs(2, n - 3, random_state=rng)
    summary = {
        "n1": str(len(one)), "n2": str(len(two)), "m1": show(one.mean()), "m2": show(two.mean()),
        "sd1": show(one.std(ddof=1)), "sd2": show(two.std(ddof=1)),
    }  # fmt: skip
    collected = n + int(rng.integers(0, 200))
    return {
        "conventions": {"alpha": "0.05", "tails": "two"},
        "sample": {
            "n": str(n), "collected": str(collected), "valid": str(n), "groups": groups,
            "valid_rate_pct": f"{100 * n / collected:.{digits}f}%", "required": parts.required(rng),
            "field_start": "2024-03-04", "field_end": "2024-04",
        },
        "measurement": {"items": "20", "harman_pct": f"{rng.uniform(15, 45):.{digits}f}%"},
        "descriptives": scales, "binary": [{"name": "yes", "mean": show(yes.mean()), "sd": show(yes.std(ddof=1))}],
        "tests": [
            {"kind": "t", "stat": show(t), "df2": str(n - 2), "p": show.p(p), "summary": summary},
            {"kind": "r", "stat": show(r), "df2": str(n - 2), "p": show.p(rp)},
            {"kind": "chi2", "stat": show(chi), "df1": "3", "p": show.p(float(stats.chi2.sf(chi, 3)))},
            {"kind": "F", "stat": show(f), "df1": "2", "df2": str(n - 3), "p": show.p(float(stats.f.sf(f, 2, n - 3)))},
        ],
    }  # fmt: skip


def configurations(rng: Generator) -> dict:
    """An fsQCA solution computed from drawn memberships."""
    show, n = Printer(rng), int(rng.integers(30, 300))
    show.bare = False
    y = rng.beta(2, 2, size=n)
    sets = [np.minimum(rng.beta(2, 2, size=n), np.clip(y + rng.normal(0.1, 0.2, size=n), 0, 1)) for _ in range(3)]
    union = np.maximum.reduce(sets)

    def cover(x: np.ndarray) -> float:
        return float(np.minimum(x, y).sum() / y.sum())

    rows = []
    for i, x in enumerate(sets):
        others = np.maximum.reduce([s for j, s in enumerate(sets) if j != i])
        both = float(np.minimum(np.minimum(x, y), 1 - y).sum())
        inside = float(np.minimum(x, y).sum())
        rows.append({
            "id": f"S{i}", "consistency": show(inside / x.sum()), "pri": show((inside - both) / (x.sum() - both)),
            "raw_coverage": show(cover(x)), "unique_coverage": show(cover(union) - cover(others)),
        })  # fmt: skip
    solution = {
        "outcome": "Y", "configs": rows, "solution_coverage": show(cover(union)),
        "solution_consistency": show(float(np.minimum(union, y).sum() / union.sum())),
        "necessity": parts.necessity(show, sets, y), "calibration": parts.calibration(rng, show),
    }  # fmt: skip
    return {"sample": {"n": str(n)}, "fsqca": [solution]}


KINDS = (regression, structural, structural, survey, configurations)


def report(seed: int) -> dict:
    """A consistent report; the same seed gives the same one."""
    rng = np.random.default_rng(seed)
    return KINDS[seed % len(KINDS)](rng)
