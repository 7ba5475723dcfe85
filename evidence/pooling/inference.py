"""From a mean and tau-squared to tests, intervals and heterogeneity; for one data set or for many groups at once."""

from typing import Any

import numpy as np
from scipy import special

from evidence.pooling.estimators import Estimator
from evidence.pooling.inputs import Floats
from evidence.pooling.moments import GroupMoments, Groups, Moments, Scalar, Single

__all__ = ["PREDICTIONS", "TESTS", "error_scale", "p_and_limit", "summarise"]

TESTS = ("z", "knha", "adhoc")
PREDICTIONS = ("default", "riley")
ROUNDING = 1e-29  # a squared residual this small against the squared effect is the last digit of the mean


def error_scale(test: str, m: Moments, y: Floats, df: Scalar) -> Scalar:
    """Knapp and Hartung's factor on the squared standard error: y'Py / df; `adhoc` does not let it fall below 1.

    Where all effects are equal up to rounding the factor is 0: the effects show no error at all.
    Knapp & Hartung (2003), Stat. Med. 22, 2693; the bound: Knapp, Biggerstaff & Hartung (2006).
    """
    if test == "z":
        return 1.0
    factor = np.where(m.q <= ROUNDING * m.total(m.w * y * y), 0.0, m.q) / df
    return np.maximum(factor, 1.0) if test == "adhoc" else factor


def p_and_limit(test: str, stat: Scalar, df: Scalar, level: float) -> tuple[Scalar, Scalar]:
    """Two-sided p and the quantile of the interval: normal for z, else t with df degrees of freedom."""
    upper = 0.5 + level / 2
    if test == "z":
        return 2 * special.ndtr(-abs(stat)), special.ndtri(upper)
    return 2 * special.stdtr(df, -abs(stat)), special.stdtrit(df, upper)


def summarise(
    model: Single | Groups, method: Estimator, test: str, level: float, prediction: str
) -> tuple[dict[str, Any], GroupMoments]:
    """The numbers of a pooled result, and the weighted sums at the estimated tau-squared.

    Every group must have two effects or more.
    """
    df = model.df
    tau2, se_tau2 = method.tau2(model)
    m = model.at(tau2)
    se2 = error_scale(test, m, model.y, df) / m.s
    se = np.sqrt(se2)
    stat = m.mean / se
    p, limit = p_and_limit(test, stat, df, level)
    q, q_p, i2, h2 = _heterogeneity(model, m, method, tau2)
    spread = limit if prediction == "default" else special.stdtrit(np.maximum(df - 1, 1), 0.5 + level / 2)
    reach = np.nan if method.common_effect else spread * np.sqrt(tau2 + se2)
    values = {
        "k": model.k,
        "estimate": m.mean,
        "se": se,
        "stat": stat,
        "df": np.nan if test == "z" else df,
        "p": p,
        "ci_low": m.mean - limit * se,
        "ci_high": m.mean + limit * se,
        "tau2": tau2,
        "se_tau2": se_tau2,
        "i2": i2,
        "h2": h2,
        "q": q,
        "q_df": df,
        "q_p": q_p,
        "pi_low": m.mean - reach,
        "pi_high": m.mean + reach,
    }
    return values, m


def _heterogeneity(
    model: Single | Groups, m: GroupMoments, method: Estimator, tau2: Scalar
) -> tuple[Scalar, Scalar, Scalar, Scalar]:
    """Cochran's Q with its p, I-squared (percent) and H-squared.

    I2 = 100 tau2 / (tau2 + s2), s2 = df / tr(P) the typical sampling variance with weights 1/v; for a common effect
    from Q. Higgins & Thompson (2002), Stat. Med. 21, 1539. Not defined where a sampling variance is zero.
    """
    df = model.df
    if model.v.min() <= 0:
        missing = np.full(np.shape(model.k), np.nan)
        return missing, missing, missing, missing
    plain = m if method.common_effect else model.at(np.zeros(np.shape(model.k)))
    q = plain.q
    q_p = special.chdtrc(df, q)
    if method.common_effect:
        return q, q_p, 100 * np.maximum(0.0, (q - df) / np.maximum(q, np.finfo(float).tiny)), q / df
    typical = df / plain.trace()
    return q, q_p, 100 * tau2 / (typical + tau2), tau2 / typical + 1
