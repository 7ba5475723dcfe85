"""From test statistics and coefficients of regressions to correlations."""

import numpy as np
from numpy.typing import ArrayLike
from scipy import stats

from evidence.errors import InputError

from .effect import Effect, Values, checked, effect, plain

__all__ = [
    "beta_to_r",
    "beta_to_t",
    "chi2_to_r",
    "f_to_r",
    "p_to_r",
    "t_to_partial_r",
    "t_to_partial_z",
    "t_to_r",
    "t_to_semipartial_r",
]

UNSIGNED = "size only: the statistic carries no direction"
PETERSON_BROWN = 0.5  # the range of beta the formula was fitted on


def t_to_r(t: ArrayLike, df: ArrayLike) -> Effect:
    """The correlation behind a t test; df = n - 2 for a zero-order correlation.

    r = t / sqrt(t² + df), v = (1 - r²)² / (df + 1). Cohen 1965, in Handbook of Clinical Psychology.
    """
    statistic, freedom = checked("t", t), checked("df", df, 0, strict=True)
    r = statistic / np.sqrt(statistic**2 + freedom)
    return effect("r", r, (1 - r**2) ** 2 / (freedom + 1), "t")


def f_to_r(f: ArrayLike, df_error: ArrayLike, df_effect: ArrayLike = 1, sign: ArrayLike | None = None) -> Effect:
    """The size of the correlation behind an F test of one degree of freedom; `sign` gives it a direction.

    |r| = sqrt(F / (F + df_error)). Cohen 1965, in Handbook of Clinical Psychology.
    """
    if np.any(checked("numerator df", df_effect, 1) != 1):
        raise InputError(
            "an F test with more than one numerator df is no correlation",
            why=f"df = {np.max(df_effect):g}",
            todo="find a test of one contrast",
        )
    statistic = np.sqrt(checked("F", f, 0)) * _direction(sign)
    found = t_to_r(statistic, df_error)
    return effect("r", np.asarray(found.estimate), np.asarray(found.variance), "t", *_unsigned(sign))


def chi2_to_r(chi2: ArrayLike, n: ArrayLike, sign: ArrayLike | None = None) -> Effect:
    """The size of phi behind a chi-squared test of one degree of freedom; `sign` gives it a direction.

    |r| = sqrt(chi2 / n), v = (1 - r²)² / (n - 1). Cohen 1988, Statistical Power Analysis, chapter 7.
    """
    size = checked("n", n, 2)
    ratio = checked("chi2 / n", checked("chi2", chi2, 0) / size, 0, 1, todo="chi-squared of one df cannot exceed n")
    r = np.sqrt(ratio) * _direction(sign)
    return effect("r", r, (1 - r**2) ** 2 / (size - 1), "n", *_unsigned(sign))


def p_to_r(p: ArrayLike, n: ArrayLike, sign: ArrayLike | None = None) -> Effect:
    """The size of the correlation behind an exact two-sided p value; `sign` gives it a direction.

    t = qt(1 - p/2, n - 2), r = t / sqrt(t² + n - 2). Rosenthal 1991, Meta-Analytic Procedures for Social Research.
    """
    probability, size = checked("p", p, 0, 1), checked("n", n, 2, strict=True)
    if np.any(probability == 0):
        raise InputError("p = 0 names no t value", todo="give p with more digits, or t")
    statistic = stats.t.isf(probability / 2, size - 2) * _direction(sign)
    found = t_to_r(statistic, size - 2)
    return effect("r", np.asarray(found.estimate), np.asarray(found.variance), "p", *_unsigned(sign))


def beta_to_r(beta: ArrayLike) -> Effect:
    """A correlation guessed from a standardized regression weight: an imputation, to be used on request only.

    r = .98 beta + .05 lambda, lambda = 1 for beta >= 0 and 0 below; for |beta| <= .5 only. Peterson and Brown 2005,
    Journal of Applied Psychology 90:175.
    """
    weight = checked(
        "beta", beta, -PETERSON_BROWN, PETERSON_BROWN, todo="the formula of Peterson and Brown holds up to .5 only"
    )
    return effect("r", 0.98 * weight + 0.05 * (weight >= 0), None, None, "imputed from beta (Peterson and Brown 2005)")


def beta_to_t(beta: ArrayLike, se: ArrayLike) -> Values:
    """The t value of a coefficient.

    t = beta / se. Any text on regression.
    """
    return plain(checked("coefficient", beta) / checked("standard error", se, 0, strict=True))


def t_to_partial_r(t: ArrayLike, n: ArrayLike, predictors: ArrayLike) -> Effect:
    """The partial correlation behind a regression coefficient; `predictors` counts the focal one.

    r_p = t / sqrt(t² + df), df = n - m - 1, v = (1 - r_p²)² / (n - m). Aloe 2014, Research Synthesis Methods 5:47;
    variance as metafor 5 computes it.
    """
    statistic, freedom = checked("t", t), _residual_df(n, predictors)
    r = statistic / np.sqrt(statistic**2 + freedom)
    return effect("partial r", r, (1 - r**2) ** 2 / (freedom + 1), "t")


def t_to_partial_z(t: ArrayLike, n: ArrayLike, predictors: ArrayLike) -> Effect:
    """Fisher z of the partial correlation behind a regression coefficient.

    z = atanh(r_p), v = 1 / (n - m - 2), m predictors. Fisher 1924, Metron 3:329.
    """
    freedom = checked("n - predictors - 1", _residual_df(n, predictors), 1, strict=True)
    r = np.asarray(t_to_partial_r(t, n, predictors).estimate)
    return effect("partial z", np.arctanh(r), np.broadcast_to(1 / (freedom - 1), r.shape), "n")


def t_to_semipartial_r(t: ArrayLike, n: ArrayLike, predictors: ArrayLike, r2: ArrayLike) -> Effect:
    """The semi-partial correlation behind a regression coefficient, from its t and the R² of the model.

    r_sp = t sqrt(1 - R²) / sqrt(n - m - 1), v = (R⁴ - 2R² + Q + 1 - Q²) / n, Q = R² - r_sp². Aloe and Becker 2012,
    Journal of Educational and Behavioral Statistics 37:278. No regression gives r_sp² above R²: such a value is noted,
    and has no variance where the formula falls below zero.
    """
    fit = checked("R squared", r2, 0, 1)
    r = checked("t", t) * np.sqrt(1 - fit) / np.sqrt(_residual_df(n, predictors))
    rest = fit - r**2
    variance = (fit**2 - 2 * fit + rest + 1 - rest**2) / np.asarray(n, dtype=np.float64)
    notes = ("inconsistent: a squared semi-partial correlation exceeds R²",) if np.any(rest < 0) else ()
    if r.ndim == 0 and variance < 0:
        return effect("semipartial r", r, None, None, *notes)
    return effect("semipartial r", r, np.where(variance < 0, np.nan, variance), "t", *notes)


def _residual_df(n: ArrayLike, predictors: ArrayLike) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return checked("n - predictors - 1", checked("n", n, 2) - checked("predictors", predictors, 1) - 1, 0, strict=True)


def _direction(sign: ArrayLike | None) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.ones(()) if sign is None else np.sign(checked("sign", sign))


def _unsigned(sign: ArrayLike | None) -> tuple[str, ...]:
    return (UNSIGNED,) if sign is None else ()
