"""Confidence intervals for tau-squared: Q-profile and profile likelihood."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from scipy import optimize, special

from evidence.errors import InputError
from evidence.pooling.estimators import estimator
from evidence.pooling.inputs import chosen, confidence, effects, positive
from evidence.pooling.likelihood import restricted
from evidence.pooling.moments import Single

__all__ = ["tau2_interval"]

KINDS = ("q-profile", "profile")


def tau2_interval(
    y: npt.ArrayLike, v: npt.ArrayLike, kind: str = "q-profile", level: float = 0.95
) -> tuple[float, float]:
    """Interval for the variance of true effects, (low, high); a bound that would be negative is 0.

    q-profile: all tau2 for which the generalised Q lies between the quantiles of chi squared with k - 1 df
    (Viechtbauer, 2007, Stat. Med. 26, 37). profile: all tau2 whose restricted log-likelihood is within chi2(level, 1)
    / 2 of the highest (Hardy & Thompson, 1996). (0, 0): the effects differ less than chance allows even with tau2 =
    0.
    """
    y, v = effects(y, v)
    chosen("kind of interval", kind, KINDS)
    level = confidence(level)
    positive(v, "the interval of tau-squared")
    if y.size < 2:
        raise InputError(
            "one effect says nothing about how effects differ", why="k is 1", todo="give two effects or more"
        )
    model = Single(y, v)
    return _q_profile(model, level) if kind == "q-profile" else _profile(model, level)


def _q_profile(model: Single, level: float) -> tuple[float, float]:
    df = model.df
    below, above = (float(special.chdtri(df, tail)) for tail in ((1 + level) / 2, (1 - level) / 2))

    def q(tau2: float) -> float:
        return float(model.at(tau2).q)

    start = float(model.df / model.at(0.0).trace())
    if q(0.0) <= below:
        return 0.0, 0.0
    low = 0.0 if q(0.0) <= above else _crossing(lambda t: q(t) - above, 0.0, start)
    return low, _crossing(lambda t: q(t) - below, low, start)


def _profile(model: Single, level: float) -> tuple[float, float]:
    best = float(estimator("REML").tau2(model)[0])
    target = float(restricted(model, best)) - float(special.chdtri(1, 1 - level)) / 2

    def height(tau2: float) -> float:
        return float(restricted(model, tau2)) - target

    low = 0.0 if height(0.0) >= 0 else _root(height, 0.0, best)
    return low, _crossing(height, best, float(model.df / model.at(0.0).trace()))


def _crossing(f: Callable[[float], float], left: float, step: float) -> float:
    """Where a function that is positive at `left` falls through zero to the right of it."""
    right = left + step
    while f(right) > 0:
        left, step = right, 2 * step
        right = left + step
    return _root(f, left, right)


def _root(f: Callable[[float], float], left: float, right: float) -> float:
    return float(optimize.brentq(f, left, right, xtol=1e-300, rtol=8 * np.finfo(float).eps, maxiter=500))
