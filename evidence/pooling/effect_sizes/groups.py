"""Two groups on one outcome: standardized mean differences, and the correlations they stand for."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special, stats

from .effect import Effect, checked, effect

__all__ = ["d_to_r", "means_to_biserial_r", "means_to_g", "means_to_point_biserial_r", "means_to_separate_g", "r_to_d"]

Array = NDArray[np.float64]


def d_to_r(d: ArrayLike, n1: ArrayLike | None = None, n2: ArrayLike | None = None, through_t: bool = False) -> Effect:
    """The point-biserial correlation of a standardized mean difference.

    r = d / sqrt(d² + a), a = (n1 + n2)² / (n1 n2), 4 when sizes are unknown; `through_t` takes the exact a of the
    t test, a (n1 + n2 - 2) / (n1 + n2). v by the delta method. Borenstein and others 2009, Introduction to
    Meta-Analysis, chapter 7.
    """
    difference = checked("d", d)
    if n1 is None or n2 is None:
        return effect("r", difference / np.sqrt(difference**2 + 4), None, None, "groups taken to be of equal size")
    first, second = checked("n1", n1, 2), checked("n2", n2, 2)
    total = first + second
    a = total**2 / (first * second) * ((total - 2) / total if through_t else 1.0)
    r = difference / np.sqrt(difference**2 + a)
    return effect("r", r, a**2 / (a + difference**2) ** 3 * _difference_variance(difference, first, second), "n")


def r_to_d(r: ArrayLike, n: ArrayLike | None = None) -> Effect:
    """The standardized mean difference of a point-biserial correlation, groups of equal size.

    d = 2r / sqrt(1 - r²), v = 4 v_r / (1 - r²)³. Borenstein and others 2009, Introduction to Meta-Analysis, ch. 7.
    """
    correlation = checked("r", r, -1, 1, strict=True)
    rest = 1 - correlation**2
    d = 2 * correlation / np.sqrt(rest)
    return effect("d", d) if n is None else effect("d", d, 4 / (rest * (checked("n", n, 2) - 1)), "n")


def means_to_g(m1: ArrayLike, sd1: ArrayLike, n1: ArrayLike, m2: ArrayLike, sd2: ArrayLike, n2: ArrayLike) -> Effect:
    """Hedges' g: the mean difference in pooled standard deviations, corrected for small samples.

    g = J(n1 + n2 - 2) (m1 - m2) / s_pooled, J(m) = Gamma(m/2) / (sqrt(m/2) Gamma((m - 1)/2)),
    v = 1/n1 + 1/n2 + g² / (2 (n1 + n2)). Hedges 1981, Journal of Educational Statistics 6:107.
    """
    d, first, second = _cohen(m1, sd1, n1, m2, sd2, n2)
    g = _small_sample(first + second - 2) * d
    return effect("g", g, _difference_variance(g, first, second), "n")


def means_to_separate_g(
    m1: ArrayLike, sd1: ArrayLike, n1: ArrayLike, m2: ArrayLike, sd2: ArrayLike, n2: ArrayLike
) -> Effect:
    """Hedges' g for groups whose spread differs: the mean difference in units of the average variance.

    g = J d, d = (m1 - m2) / s, s² = (sd1² + sd2²)/2, J = J(n1 + n2 - 2),
    v = J² (g² (sd1⁴/(n1 - 1) + sd2⁴/(n2 - 1)) / (8 s⁴) + (sd1²/(n1 - 1) + sd2²/(n2 - 1)) / s²). Bonett 2008,
    Psychological Methods 13:99.
    """
    s1, s2 = checked("sd1", sd1, 0, strict=True) ** 2, checked("sd2", sd2, 0, strict=True) ** 2
    first, second = checked("n1", n1, 2), checked("n2", n2, 2)
    average = (s1 + s2) / 2
    correction = _small_sample(first + second - 2)
    g = correction * (checked("m1", m1) - checked("m2", m2)) / np.sqrt(average)
    variance = g**2 * (s1**2 / (first - 1) + s2**2 / (second - 1)) / (8 * average**2)
    variance = variance + (s1 / (first - 1) + s2 / (second - 1)) / average
    return effect("g", g, correction**2 * variance, "n")


def means_to_point_biserial_r(
    m1: ArrayLike, sd1: ArrayLike, n1: ArrayLike, m2: ArrayLike, sd2: ArrayLike, n2: ArrayLike
) -> Effect:
    """The correlation of group membership with the outcome.

    r = d / sqrt(d² + h), h = m/n1 + m/n2, m = n1 + n2 - 2, v = h² / (h + d²)³ (1/n1 + 1/n2 + d² / (2 (n1 + n2))).
    Tate 1954, Annals of Mathematical Statistics 25:603.
    """
    d, first, second = _cohen(m1, sd1, n1, m2, sd2, n2)
    h = (first + second - 2) * (1 / first + 1 / second)
    variance = h**2 / (h + d**2) ** 3 * _difference_variance(d, first, second)
    return effect("point-biserial r", d / np.sqrt(d**2 + h), variance, "n")


def means_to_biserial_r(
    m1: ArrayLike, sd1: ArrayLike, n1: ArrayLike, m2: ArrayLike, sd2: ArrayLike, n2: ArrayLike
) -> Effect:
    """The correlation of the outcome with the normal variable that was cut to make the groups.

    r_b = r_pb sqrt(pq) / f, p = n1 / (n1 + n2), f the normal density at the cut z;
    v = (pq/f² - (3/2 + (1 - pz/f)(1 + qz/f)) r_b² + r_b⁴) / (n - 1). Soper 1914, Biometrika 10:384.
    """
    point = np.asarray(means_to_point_biserial_r(m1, sd1, n1, m2, sd2, n2).estimate)
    first, second = np.asarray(n1, dtype=np.float64), np.asarray(n2, dtype=np.float64)
    p = first / (first + second)
    q, z = 1 - p, stats.norm.isf(p)
    f = stats.norm.pdf(z)
    r = point * np.sqrt(p * q) / f
    spread = p * q / f**2 - (1.5 + (1 - p * z / f) * (1 + q * z / f)) * r**2 + r**4
    return effect("biserial r", r, spread / (first + second - 1), "n")


def _cohen(
    m1: ArrayLike, sd1: ArrayLike, n1: ArrayLike, m2: ArrayLike, sd2: ArrayLike, n2: ArrayLike
) -> tuple[Array, Array, Array]:
    """The difference in pooled standard deviations, and both sizes."""
    first, second = checked("n1", n1, 2), checked("n2", n2, 2)
    s1, s2 = checked("sd1", sd1, 0, strict=True), checked("sd2", sd2, 0, strict=True)
    pooled = ((first - 1) * s1**2 + (second - 1) * s2**2) / (first + second - 2)
    return np.asarray((checked("m1", m1) - checked("m2", m2)) / np.sqrt(pooled)), first, second


def _small_sample(m: Array) -> Array:
    """Hedges' exact correction J(m)."""
    return np.asarray(np.exp(special.gammaln(m / 2) - special.gammaln((m - 1) / 2)) / np.sqrt(m / 2))


def _difference_variance(d: Array, first: Array, second: Array) -> Array:
    return np.asarray(1 / first + 1 / second + d**2 / (2 * (first + second)))
