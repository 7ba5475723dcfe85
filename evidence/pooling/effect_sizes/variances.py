"""The sampling variance of an effect from whatever a paper reports: SE, interval, t, p or sample size."""

import numpy as np
from numpy.typing import ArrayLike
from scipy import stats

from evidence.errors import InputError

from .correlations import r_to_variance
from .effect import Effect, Values, checked, effect, plain

__all__ = ["ci_to_se", "p_to_se", "se_to_variance", "t_to_se", "with_variance"]


def se_to_variance(se: ArrayLike) -> Values:
    """v = se². By definition."""
    return plain(checked("standard error", se, 0, strict=True) ** 2)


def ci_to_se(low: ArrayLike, high: ArrayLike, level: float = 0.95) -> Values:
    """The standard error behind a symmetric normal confidence interval.

    se = (high - low) / (2 z), z the normal quantile of (1 + level)/2. Cochrane Handbook, chapter 6.
    """
    width = checked("high minus low", checked("high", high) - checked("low", low), 0, strict=True)
    checked("level", level, 0, 1, strict=True)
    return plain(width / (2 * stats.norm.ppf((1 + level) / 2)))


def t_to_se(estimate: ArrayLike, t: ArrayLike) -> Values:
    """The standard error behind a test statistic (t or z).

    se = |estimate / t|. Cochrane Handbook, chapter 6.
    """
    value, statistic = checked("estimate", estimate), checked("t", t)
    if np.any((statistic == 0) | (value == 0)):
        raise InputError("an estimate or t of zero says nothing about its error", todo="give the standard error")
    return plain(np.abs(value / statistic))


def p_to_se(estimate: ArrayLike, p: ArrayLike, df: ArrayLike | None = None) -> Values:
    """The standard error behind an exact two-sided p value; normal without `df`.

    se = |estimate| / quantile(1 - p/2). Cochrane Handbook, chapter 6.
    """
    probability = checked("p", p, 0, 1, strict=True)
    quantile = (
        stats.norm.isf(probability / 2)
        if df is None
        else stats.t.isf(probability / 2, checked("df", df, 0, strict=True))
    )
    return t_to_se(estimate, quantile)


def with_variance(
    measure: str,
    estimate: float,
    *,
    se: float | None = None,
    ci: tuple[float, float] | None = None,
    t: float | None = None,
    p: float | None = None,
    n: float | None = None,
    level: float = 0.95,
) -> Effect:
    """An effect with the variance from the best thing reported: SE, then interval, t, p, and n for correlations only.

    The source is kept. n alone gives (1 - r²)² / (n - 1) for r and 1 / (n - 3) for z; other measures need more.
    """
    value = checked(f"estimate of {measure}", estimate)
    if se is not None:
        return effect(measure, value, np.asarray(se_to_variance(se)), "se")
    if ci is not None:
        if not ci[0] <= estimate <= ci[1]:
            raise InputError(
                f"the estimate {estimate:g} lies outside its interval", why=f"[{ci[0]:g}, {ci[1]:g}]", todo="check both"
            )
        return effect(measure, value, np.asarray(se_to_variance(ci_to_se(*ci, level))), "ci")
    if t is not None:
        return effect(measure, value, np.asarray(se_to_variance(t_to_se(estimate, t))), "t")
    if p is not None:
        return effect(measure, value, np.asarray(se_to_variance(p_to_se(estimate, p))), "p")
    if n is not None and measure == "r":
        return effect(measure, value, np.asarray(r_to_variance(estimate, n)), "n")
    if n is not None and measure == "z":
        return effect(measure, value, np.asarray(1 / (checked("n", n, 3, strict=True) - 3)), "n")
    raise InputError(
        f"nothing reported gives {measure} a sampling variance", todo="give its standard error, interval, t or p"
    )
