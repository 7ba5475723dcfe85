"""Two by two tables and odds ratios.

A table is a, b (first row) and c, d (second row): counts of persons.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import optimize, stats
from scipy.special import owens_t

from evidence.errors import InputError

from .effect import Effect, checked, effect

__all__ = [
    "odds_ratio_to_d",
    "odds_ratio_to_r",
    "table_to_d",
    "table_to_log_odds_ratio",
    "table_to_phi",
    "table_to_tetrachoric_r",
]

Array = NDArray[np.float64]
LOGISTIC = np.sqrt(3) / np.pi  # one over the standard deviation of the logistic distribution


def odds_ratio_to_d(odds_ratio: ArrayLike, variance: ArrayLike | None = None) -> Effect:
    """The standardized mean difference of an odds ratio; `variance` is that of ln OR.

    d = ln(OR) sqrt(3) / pi, v = 3 v_lnOR / pi². Hasselblad and Hedges 1995, Psychological Bulletin 117:167.
    """
    d = np.log(checked("odds ratio", odds_ratio, 0, strict=True)) * LOGISTIC
    if variance is None:
        return effect("d", d)
    return effect("d", d, checked("variance", variance, 0, strict=True) * LOGISTIC**2, "se")


def odds_ratio_to_r(odds_ratio: ArrayLike, variance: ArrayLike | None = None) -> Effect:
    """The correlation of an odds ratio, through d with groups of equal size; `variance` is that of ln OR.

    r = d / sqrt(d² + 4), v = 16 v_d / (d² + 4)³. Borenstein and others 2009, Introduction to Meta-Analysis, ch. 7.
    """
    found = odds_ratio_to_d(odds_ratio, variance)
    d = np.asarray(found.estimate)
    r = d / np.sqrt(d**2 + 4)
    return effect("r", r) if found.variance is None else effect("r", r, 16 * found.variance / (d**2 + 4) ** 3, "se")


def table_to_log_odds_ratio(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> Effect:
    """The log odds ratio of a table; half a person is added to each cell of a table with an empty one.

    ln(ad / bc), v = 1/a + 1/b + 1/c + 1/d. Woolf 1955, Annals of Human Genetics 19:251.
    """
    cells = _table(a, b, c, d)
    empty = (cells == 0).any(axis=0)
    filled = cells + 0.5 * empty
    notes = ("half a person added to each cell of tables with an empty one",) if empty.any() else ()
    estimate = np.log(filled[0]) - np.log(filled[1]) - np.log(filled[2]) + np.log(filled[3])
    return effect("log odds ratio", estimate, (1 / filled).sum(axis=0), "cells", *notes)


def table_to_d(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> Effect:
    """The standardized mean difference of a table, through its odds ratio.

    d = ln(ad / bc) sqrt(3) / pi, v = 3 v_lnOR / pi². Hasselblad and Hedges 1995, Psychological Bulletin 117:167.
    """
    found = table_to_log_odds_ratio(a, b, c, d)
    variance = np.asarray(found.variance) * LOGISTIC**2
    return effect("d", np.asarray(found.estimate) * LOGISTIC, variance, "cells", *found.notes)


def table_to_phi(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> Effect:
    """The correlation of two dichotomies.

    phi = (ad - bc) / sqrt(row and column totals multiplied),
    v = (1 - phi² + phi (1 + phi²/2) (p1 - q1)(p2 - q2) / sqrt(p1 q1 p2 q2)
         - 3/4 phi² ((p1 - q1)² / (p1 q1) + (p2 - q2)² / (p2 q2))) / n. Yule 1912, Journal of the Royal Statistical
    Society 75:579.
    """
    cells = _table(a, b, c, d)
    n = cells.sum(axis=0)
    p1, p2 = (cells[0] + cells[1]) / n, (cells[0] + cells[2]) / n
    _require_margins(p1, p2)
    v1, v2 = p1 * (1 - p1), p2 * (1 - p2)
    phi = (cells[0] * cells[3] - cells[1] * cells[2]) / n**2 / np.sqrt(v1 * v2)
    u1, u2 = 2 * p1 - 1, 2 * p2 - 1
    skewed = phi * (1 + phi**2 / 2) * u1 * u2 / np.sqrt(v1 * v2)
    return effect("phi", phi, (1 - phi**2 + skewed - 0.75 * phi**2 * (u1**2 / v1 + u2**2 / v2)) / n, "cells")


def table_to_tetrachoric_r(a: float, b: float, c: float, d: float) -> Effect:
    """The correlation of the two normal variables that were cut to make a table.

    The r whose bivariate normal gives the cell proportions at the cuts of the margins; its variance is the first
    diagonal element of the inverse information of (r, two cuts). Pearson 1900, Philosophical Transactions A 195:1.
    """
    cells = _table(a, b, c, d)
    if cells.ndim != 1:
        raise InputError("a tetrachoric correlation takes one table at a time")
    if (cells == 0).any():
        raise InputError("a table with an empty cell has no tetrachoric correlation", todo="use phi")
    n = float(cells.sum())
    p1, p2 = (cells[0] + cells[1]) / n, (cells[0] + cells[2]) / n
    x, y = float(stats.norm.ppf(p1)), float(stats.norm.ppf(p2))
    target = float(cells[0]) / n
    r = float(optimize.brentq(lambda rho: _quadrant(x, y, rho) - target, -1 + 1e-9, 1 - 1e-9, xtol=1e-15, rtol=1e-14))
    root = np.sqrt(1 - r**2)
    density = np.exp(-(x**2 - 2 * r * x * y + y**2) / (2 * root**2)) / (2 * np.pi * root)
    at_x = stats.norm.pdf(x) * stats.norm.cdf((y - r * x) / root)
    at_y = stats.norm.pdf(y) * stats.norm.cdf((x - r * y) / root)
    edge_x, edge_y = stats.norm.pdf(x), stats.norm.pdf(y)
    # how the four cell probabilities move with r and the two cuts
    slopes = np.array(
        [
            [density, at_x, at_y],
            [-density, edge_x - at_x, -at_y],
            [-density, -at_x, edge_y - at_y],
            [density, at_x - edge_x, at_y - edge_y],
        ]
    )
    information = n * slopes.T @ (slopes / (cells / n)[:, None])
    return effect("tetrachoric r", np.asarray(r), np.linalg.inv(information)[0, 0], "cells")


def _quadrant(x: float, y: float, rho: float) -> float:
    """P(X < x, Y < y) of a standard bivariate normal, by Owen's T function (Owen 1956)."""
    root = np.sqrt(1 - rho**2)
    if x == 0 == y:
        return float(0.25 + np.arcsin(rho) / (2 * np.pi))

    def tail(h: float, k: float) -> float:
        if h == 0:
            return float(np.sign(k) / 4)
        return float(owens_t(h, (k / h - rho) / root))

    below = (stats.norm.cdf(x) + stats.norm.cdf(y)) / 2 - tail(x, y) - tail(y, x)
    apart = x * y < 0 or (x * y == 0 and x + y < 0)
    return float(below - (0.5 if apart else 0.0))


def _table(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike) -> Array:
    cells = [checked(f"cell {name}", values, 0) for name, values in zip("abcd", (a, b, c, d), strict=True)]
    table = np.array(np.broadcast_arrays(*cells))
    if np.any(table.sum(axis=0) == 0):
        raise InputError("a table of no persons")
    return table


def _require_margins(p1: Array, p2: Array) -> None:
    if np.any((p1 <= 0) | (p1 >= 1) | (p2 <= 0) | (p2 >= 1)):
        raise InputError("a table with an empty row or column has no correlation", why="one variable does not vary")
