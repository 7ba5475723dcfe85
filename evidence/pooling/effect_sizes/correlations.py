"""Correlations: Fisher z and back, small-sample bias, sampling variance, unreliability."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from .effect import Effect, Values, checked, effect, plain

__all__ = ["r_to_rho", "r_to_unbiased_r", "r_to_variance", "r_to_z", "z_to_mean_r", "z_to_r"]

Array = NDArray[np.float64]
LARGE, TERMS = 15.0, 400  # terms fall as k^(2a - c - 1), so those beyond 400 are below 1e-20 for c above 15
TINY = 1e-6  # a reliability must be above zero
NODES = 201  # Gauss-Hermite nodes; tanh of a normal with variance up to about 4 is then exact to 12 digits


def r_to_z(r: ArrayLike, n: ArrayLike | None = None) -> Effect:
    """Fisher z of a correlation.

    z = atanh(r), v = 1 / (n - 3). Fisher 1921, Metron 1:3.
    """
    z = np.arctanh(checked("r", r, -1, 1, strict=True))
    if n is None:
        return effect("z", z)
    return effect("z", z, np.broadcast_to(1 / (checked("n", n, 3, strict=True) - 3), z.shape), "n")


def z_to_r(z: ArrayLike) -> Effect:
    """The correlation of a Fisher z.

    r = tanh(z). Fisher 1921, Metron 1:3.
    """
    return effect("r", np.tanh(checked("z", z)))


def z_to_mean_r(z: ArrayLike, tau2: ArrayLike) -> Effect:
    """The mean correlation of a population of true Fisher z with mean z and variance tau2.

    E[tanh(Z)], Z ~ N(z, tau2), by Gauss-Hermite quadrature. Law 1995, Journal of Educational and Behavioral
    Statistics 20:3; Hafdahl 2009, British Journal of Mathematical and Statistical Psychology 62:233.
    """
    nodes, weights = np.polynomial.hermite_e.hermegauss(NODES)
    spread = np.sqrt(checked("tau2", tau2, 0))
    values = np.tanh(checked("z", z)[..., None] + spread[..., None] * nodes)
    return effect("r", (values * weights).sum(axis=-1) / weights.sum())


def r_to_variance(r: ArrayLike, n: ArrayLike, mean_r: ArrayLike | None = None) -> Values:
    """The sampling variance of a correlation.

    v = (1 - r²)² / (n - 1); with `mean_r` that mean takes the place of each r. Pearson and Filon 1898, Philosophical
    Transactions A 191:229; Hunter and Schmidt 2004, Methods of Meta-Analysis, for the mean.
    """
    own = checked("r", r, -1, 1)
    center = own if mean_r is None else checked("mean r", mean_r, -1, 1)
    return plain(
        np.broadcast_to((1 - center**2) ** 2 / (checked("n", n, 2) - 1), np.broadcast(own, np.asarray(n)).shape)
    )


def r_to_unbiased_r(r: ArrayLike, n: ArrayLike, unbiased_variance: bool = False) -> Effect:
    """A correlation corrected for its small-sample bias.

    r* = r 2F1(1/2, 1/2; (n - 2)/2; 1 - r²), v = (1 - r*²)² / (n - 1), or the unbiased
    v = r*² - 1 + (n - 3)/(n - 2) (1 - r²) 2F1(1, 1; n/2; 1 - r²). Olkin and Pratt 1958, Annals of Mathematical
    Statistics 29:201.
    """
    correlation, size = np.broadcast_arrays(checked("r", r, -1, 1), checked("n", n, 4, strict=True))
    rest = 1 - correlation**2
    corrected = correlation * _hypergeometric(0.5, (size - 2) / 2, rest)
    variance = (1 - corrected**2) ** 2 / (size - 1)
    if unbiased_variance:
        variance = corrected**2 - 1 + (size - 3) / (size - 2) * rest * _hypergeometric(1.0, size / 2, rest)
    return effect("r", corrected, variance, "n")


def r_to_rho(
    r: ArrayLike, rxx: ArrayLike | None = None, ryy: ArrayLike | None = None, n: ArrayLike | None = None
) -> Effect:
    """A correlation corrected for unreliability of one or both measures; a value beyond 1 is kept and noted.

    rho = r / sqrt(rxx ryy), v = (1 - r²)² / (n - 1) / (rxx ryy), reliabilities taken as known. Spearman 1904,
    American Journal of Psychology 15:72.
    """
    correlation = checked("r", r, -1, 1)
    product = np.ones(())
    for name, reliability in (("rxx", rxx), ("ryy", ryy)):
        if reliability is not None:
            product = product * checked(name, reliability, TINY, 1)
    rho = correlation / np.sqrt(product)
    notes = ("corrected beyond 1 in size: the reliabilities cannot be right for this correlation",)
    variance = None if n is None else np.asarray(r_to_variance(correlation, n) / product)
    return effect("rho", rho, variance, "n", *(notes if np.any(np.abs(rho) > 1) else ()))


def _hypergeometric(a: float, c: Array, z: Array) -> Array:
    """2F1(a, a; c; z) for 0 <= z <= 1: its series for large c, where it is short and the library function can fail."""
    short = c > LARGE
    k = np.arange(TERMS)
    ratios = (a + k) ** 2 / ((c[short][..., None] + k) * (k + 1)) * z[short][..., None]
    result = np.empty(np.shape(c))
    result[short] = 1 + np.cumprod(ratios, axis=-1).sum(axis=-1)
    result[~short] = special.hyp2f1(a, a, c[~short], z[~short])
    return result
