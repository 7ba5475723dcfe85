"""How well a model reproduces correlations: chi-squared, RMSEA, CFI, TLI, SRMR, AIC, BIC.

RMSEA = sqrt(g max(chi2 - df, 0) / (df (N - 1))) for g groups, its interval from the noncentral chi-squared; CFI and
TLI against the model of no correlations; AIC = chi2 - 2 df, BIC = chi2 - ln(N) df as in metaSEM.
Steiger 1998, Structural Equation Modeling 5:411; Bentler 1990, Psychological Bulletin 107:238.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, stats

from .fixed_effects import Sample

__all__ = ["FitIndices", "model_fit", "multigroup_fit"]

Array = NDArray[np.float64]


@dataclass(frozen=True)
class FitIndices:
    """Fit of one model; indices that need degrees of freedom are None without them."""

    chi2: float
    df: int
    p: float | None
    chi2_independence: float
    df_independence: int
    rmsea: float
    rmsea_low: float
    rmsea_high: float
    srmr: float
    tli: float | None
    cfi: float
    aic: float
    bic: float
    n: float

    def to_dict(self) -> dict[str, Any]:
        """The numbers as plain values."""
        return dict(vars(self))


def model_fit(chi2: float, df: int, independence: float, independence_df: int, n: float, srmr: float) -> FitIndices:
    """Fit of a single-group model."""
    return _indices(chi2, df, independence, independence_df, n, srmr, 1)


def multigroup_fit(
    chi2: float, df: int, independence: float, independence_df: int, n: float, samples: list[Sample], pooled: Array
) -> FitIndices:
    """Fit of one correlation matrix to all studies; SRMR is the mean of the studies' weighted by n."""
    parts = []
    for sample in samples:
        p = len(sample.variables)
        residual = np.tril(sample.r - pooled[np.ix_(sample.variables, sample.variables)])
        parts.append(np.sqrt((residual**2).sum() / (p * (p - 1) / 2)))
    srmr = float(np.average(parts, weights=[s.n for s in samples]))
    return _indices(chi2, df, independence, independence_df, n, srmr, len(samples))


def _indices(
    chi2: float, df: int, independence: float, independence_df: int, n: float, srmr: float, groups: int
) -> FitIndices:
    excess, base = max(chi2 - df, 0.0), max(independence - independence_df, chi2 - df, 0.0)
    low, high = _noncentrality(chi2, df)
    scale = groups / (df * (n - 1)) if df > 0 else 0.0
    tli = None
    if df > 0 and independence_df > 0 and independence != independence_df:
        ratio = independence / independence_df
        tli = (ratio - chi2 / df) / (ratio - 1)
    return FitIndices(
        chi2=chi2,
        df=df,
        p=float(stats.chi2.sf(chi2, df)) if df > 0 else None,
        chi2_independence=independence,
        df_independence=independence_df,
        rmsea=float(np.sqrt(excess * scale)),
        rmsea_low=float(np.sqrt(low * scale)),
        rmsea_high=float(np.sqrt(high * scale)),
        srmr=srmr,
        tli=tli,
        cfi=1 - excess / base if base > 0 else 1.0,
        aic=chi2 - 2 * df,
        bic=chi2 - np.log(n) * df,
        n=n,
    )


def _noncentrality(chi2: float, df: int) -> tuple[float, float]:
    """The 95 % interval of the noncentrality: where chi2 is the upper and the lower 2.5 % point."""
    if df <= 0:
        return 0.0, 0.0

    def bound(tail: float) -> float:
        if stats.chi2.cdf(chi2, df) <= tail:
            return 0.0
        above = max(chi2, 1.0)
        while stats.ncx2.cdf(chi2, df, above) > tail:
            above *= 2
        return float(optimize.brentq(lambda c: stats.ncx2.cdf(chi2, df, c) - tail, 1e-12, above, xtol=1e-10))

    return bound(0.95), bound(0.05)
