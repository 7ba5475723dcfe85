"""Hunter and Schmidt: how much of the spread of correlations is sampling error and unreliability.

Weights are sample sizes. var_res = var_r - var_e (less var_art, where there is one) is reported as it comes, below zero
too; standard deviations of it are cut at zero. Hunter and Schmidt 2004, Methods of Meta-Analysis; definitions as in the
R package psychmeta (Dahlke and Wiernik 2019, Applied Psychological Measurement 43:415).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy import stats

from evidence.errors import InputError

from .blocks import number_column

__all__ = ["HunterSchmidt", "artifact_distributions", "hunter_schmidt"]

Array = NDArray[np.float64]


@dataclass(frozen=True)
class HunterSchmidt:
    """Bare-bones figures and, where reliabilities were given, those of corrected correlations.

    The 95 % confidence interval and the 80 % credibility interval (t, k - 1 df) are of rho when it was corrected.
    """

    k: int
    n: float
    mean_r: float
    var_r: float
    var_e: float
    var_res: float
    sd_r: float
    sd_e: float
    sd_res: float
    se_r: float
    var_art: float | None
    mean_rho: float | None
    var_r_c: float | None
    var_e_c: float | None
    var_art_c: float | None
    var_rho: float | None
    sd_rho: float | None
    se_r_c: float | None
    ci_low: float
    ci_high: float
    cr_low: float
    cr_high: float
    method: str

    def to_dict(self) -> dict[str, Any]:
        """The numbers as plain values."""
        return dict(vars(self))

    def to_frame(self) -> pd.DataFrame:
        """One row."""
        return pd.DataFrame([self.to_dict()])


def hunter_schmidt(
    r: ArrayLike,
    n: ArrayLike,
    rxx: ArrayLike | None = None,
    ryy: ArrayLike | None = None,
    bias_correct: bool = False,
    unbiased_variance: bool = False,
) -> HunterSchmidt:
    """Mean correlation, its spread beyond sampling error, and the same after correcting each r for unreliability.

    Bare bones: mean_r = sum(n r) / sum(n), var_e = sum(n (1 - mean_r²)² / (n - 1)) / sum(n).
    Corrected: r_c = r / A with A = sqrt(rxx ryy), weights n A²; one reliability corrects one side.
    `bias_correct` divides r by (2n - 2) / (2n - 1) first; `unbiased_variance` multiplies variances by k / (k - 1).
    """
    correlations, sizes = _correlations(r, n, bias_correct)
    mean_r, var_r, error = _bare_bones(correlations, sizes, unbiased_variance)
    if rxx is None and ryy is None:
        return _result(mean_r, var_r, error, sizes)
    factor = np.ones(len(correlations))
    for name, values in (("rxx", rxx), ("ryy", ryy)):
        if values is not None:
            factor = factor * np.sqrt(_reliabilities(name, values, len(correlations), gaps=False))
    weights = sizes * factor**2
    corrected = correlations / factor
    mean_rho = float(np.average(corrected, weights=weights))
    var_r_c = _spread(corrected, weights, mean_rho, unbiased_variance)
    var_e_c = float(np.average(error / factor**2, weights=weights))
    return _result(mean_r, var_r, error, sizes, mean_rho, var_r_c, var_e_c)


def artifact_distributions(
    r: ArrayLike,
    n: ArrayLike,
    rxx: ArrayLike | None = None,
    ryy: ArrayLike | None = None,
    bias_correct: bool = False,
    unbiased_variance: bool = False,
    decimals: int | None = 2,
) -> HunterSchmidt:
    """Correct the mean correlation with the reliabilities that are known, when many studies report none.

    A = mean of qx qy over all pairs of the known qx = sqrt(rxx) and qy = sqrt(ryy), each weighted by n;
    mean_rho = mean_r / A, var_art = mean_rho² var(qx qy), var_rho = (var_r - var_e - var_art) / A².
    `decimals` rounds the square roots as psychmeta does; None keeps them exact. A missing reliability is NaN.
    """
    correlations, sizes = _correlations(r, n, bias_correct)
    if rxx is None and ryy is None:
        raise InputError("no reliabilities were given", todo="call hunter_schmidt for bare-bones figures")
    mean_r, var_r, error = _bare_bones(correlations, sizes, unbiased_variance)
    first, second, grid = 1.0, 1.0, 1
    for name, values in (("rxx", rxx), ("ryy", ryy)):
        if values is None:
            continue
        reliability = _reliabilities(name, values, len(correlations), gaps=True)
        known = ~np.isnan(reliability)
        root = np.sqrt(reliability[known])
        root = root if decimals is None else np.round(root, decimals)
        # qx and qy are independent here, so moments of the product are products of moments
        first *= float(np.average(root, weights=sizes[known]))
        second *= float(np.average(root**2, weights=sizes[known]))
        grid *= len(np.unique(root))
    mean_rho = mean_r / first
    var_art = mean_rho**2 * max(second - first**2, 0.0)
    if unbiased_variance and grid > 1:
        # psychmeta counts the pairs of distinct values as its sample of artifacts
        var_art *= grid / (grid - 1)
    var_e = float(np.average(error, weights=sizes))
    return _result(mean_r, var_r, error, sizes, mean_rho, var_r / first**2, var_e / first**2, var_art, first)


def _correlations(r: ArrayLike, n: ArrayLike, bias_correct: bool) -> tuple[Array, Array]:
    """Checked correlations, corrected for small-sample bias on request, and their sample sizes."""
    correlations, sizes = number_column("correlation r", r), number_column("sample size n", n)
    if len(correlations) != len(sizes):
        raise InputError("r and n differ in length", why=f"{len(correlations)} and {len(sizes)} rows")
    if len(correlations) < 2:
        raise InputError("one correlation has no spread", why=f"{len(correlations)} given", todo="give at least two")
    bad = np.flatnonzero(np.abs(correlations) > 1)
    if len(bad):
        raise InputError(f"correlation {bad[0] + 1} is {correlations[bad[0]]:g}", why="a correlation lies in [-1, 1]")
    bad = np.flatnonzero(sizes < 2)
    if len(bad):
        raise InputError(
            f"sample size {bad[0] + 1} is {sizes[bad[0]]:g}", why="a correlation needs two persons or more"
        )
    return (correlations / ((2 * sizes - 2) / (2 * sizes - 1)) if bias_correct else correlations), sizes


def _reliabilities(name: str, values: ArrayLike, expected: int, *, gaps: bool) -> Array:
    """Reliabilities in (0, 1]; gaps only where the method can use what is known."""
    column = np.asarray(values, dtype=np.float64)
    if column.shape != (expected,):
        raise InputError(f"{name} differs in length", why=f"{column.size} values for {expected} correlations")
    missing = np.isnan(column)
    if missing.any() and not gaps:
        raise InputError(
            f"{name} of correlation {int(np.flatnonzero(missing)[0]) + 1} is missing",
            why="each correlation is corrected by its own reliability",
            todo="leave it out, or correct with artifact_distributions",
        )
    if missing.all():
        raise InputError(f"no {name} is known", todo="leave the argument out")
    bad = np.flatnonzero((column <= 0) | (column > 1))
    if len(bad):
        raise InputError(
            f"{name} of correlation {bad[0] + 1} is {column[bad[0]]:g}", why="a reliability lies in (0, 1]"
        )
    return column


def _bare_bones(correlations: Array, sizes: Array, unbiased: bool) -> tuple[float, float, Array]:
    """The mean, the variance, and the sampling error variance of each correlation at the mean."""
    mean_r = float(np.average(correlations, weights=sizes))
    return mean_r, _spread(correlations, sizes, mean_r, unbiased), (1 - mean_r**2) ** 2 / (sizes - 1)


def _spread(values: Array, weights: Array, mean: float, unbiased: bool) -> float:
    k = len(values)
    return float(np.average((values - mean) ** 2, weights=weights)) * (k / (k - 1) if unbiased else 1.0)


def _result(
    mean_r: float,
    var_r: float,
    error: Array,
    sizes: Array,
    mean_rho: float | None = None,
    var_r_c: float | None = None,
    var_e_c: float | None = None,
    var_art: float | None = None,
    attenuation: float = 1.0,
) -> HunterSchmidt:
    k, var_e = len(sizes), float(np.average(error, weights=sizes))
    var_res, se_r = var_r - var_e - (var_art or 0.0), float(np.sqrt(var_r / k))
    var_art_c = None if var_art is None else var_art / attenuation**2
    center, sd, se, var_rho, se_r_c, method = mean_r, max(var_res, 0.0) ** 0.5, se_r, None, None, "bare-bones"
    if mean_rho is not None and var_r_c is not None and var_e_c is not None:
        var_rho = var_r_c - var_e_c - (var_art_c or 0.0)
        center, sd, se = mean_rho, max(var_rho, 0.0) ** 0.5, float(np.sqrt(var_r_c / k))
        se_r_c, method = se, "individually corrected" if var_art_c is None else "artifact distributions"
    confidence, credibility = (float(stats.t.ppf(q, k - 1)) for q in (0.975, 0.9))
    return HunterSchmidt(
        k=k,
        n=float(sizes.sum()),
        mean_r=mean_r,
        var_r=var_r,
        var_e=var_e,
        var_res=var_res,
        sd_r=var_r**0.5,
        sd_e=var_e**0.5,
        sd_res=max(var_res, 0.0) ** 0.5,
        se_r=se_r,
        var_art=var_art,
        mean_rho=mean_rho,
        var_r_c=var_r_c,
        var_e_c=var_e_c,
        var_art_c=var_art_c,
        var_rho=var_rho,
        sd_rho=None if var_rho is None else sd,
        se_r_c=se_r_c,
        ci_low=center - confidence * se,
        ci_high=center + confidence * se,
        cr_low=center - credibility * sd,
        cr_high=center + credibility * sd,
        method=method,
    )
