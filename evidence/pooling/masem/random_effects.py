"""Correlations that differ between studies: a mean vector and one variance per cell, sampling covariances known.

y_g ~ N(mu, V_g + diag(tau2)), by maximum likelihood (random-effects TSSEM) or restricted maximum likelihood (Becker's
generalised least squares). Cheung 2014, Behavior Research Methods 46:29; Becker 1992, Journal of Educational
Statistics 17:341.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..bounded_newton import Curvature, maximise

__all__ = ["RandomEffects", "mean_vector", "random_effects"]

Array = NDArray[np.float64]
Observed = list[tuple[NDArray[np.intp], Array]]


@dataclass(frozen=True)
class RandomEffects:
    """Means, their covariance by observed and by expected information, variances, log-likelihood."""

    mean: Array
    acov: Array
    vcov: Array
    tau2: Array
    log_likelihood: float


def mean_vector(observed: Observed, sampling: list[Array], tau2: Array) -> tuple[Array, Array, list[Array]]:
    """The generalised least squares mean, its covariance, and the inverse covariance of each study."""
    q = len(tau2)
    information, score, inverses = np.zeros((q, q)), np.zeros(q), []
    for (cells, values), covariance in zip(observed, sampling, strict=True):
        inverse = np.asarray(np.linalg.inv(covariance + np.diag(tau2[cells])), dtype=np.float64)
        information[np.ix_(cells, cells)] += inverse
        score[cells] += inverse @ values
        inverses.append(inverse)
    vcov = np.asarray(np.linalg.inv(information), dtype=np.float64)
    return vcov @ score, vcov, inverses


def random_effects(observed: Observed, sampling: list[Array], count: int, restricted: bool) -> RandomEffects:
    """The variances of highest likelihood and the means at them."""

    def objective(tau2: Array) -> Curvature:
        return _curvature(observed, sampling, tau2, restricted)

    starts = [_spread(observed, sampling, count), np.zeros(count)]
    tau2, best = max((maximise(objective, start) for start in starts), key=lambda peak: peak[1].value)
    mean, vcov, inverses = mean_vector(observed, sampling, tau2)
    return RandomEffects(mean, _observed_covariance(observed, inverses, mean, vcov, tau2), vcov, tau2, best.value)


def _spread(observed: Observed, sampling: list[Array], count: int) -> Array:
    """A start: per cell the variance of the values beyond the mean sampling variance."""
    start = np.zeros(count)
    for cell in range(count):
        pairs = [
            (float(values[cells == cell][0]), float(covariance[cells == cell, cells == cell][0]))
            for (cells, values), covariance in zip(observed, sampling, strict=True)
            if cell in cells
        ]
        values, errors = np.array(pairs).T
        start[cell] = max(float(values.var()) - float(errors.mean()), float(errors.mean()) / 10)
    return start


def _curvature(observed: Observed, sampling: list[Array], tau2: Array, restricted: bool) -> Curvature:
    """The profile log-likelihood of tau2, its gradient and informations.

    With W_g = (V_g + T)⁻¹, e = y - mu, P = W - W X B X'W, E_a the cell in every study:
    gradient_a = (sum_g (W e)_a² - tr(P E_a)) / 2, observed_ab = e'W E_a P E_b W e - tr(P E_a P E_b) / 2; for ML the
    traces take W in place of P.
    """
    q = len(tau2)
    mean, bread, inverses = mean_vector(observed, sampling, tau2)
    total, cells_seen = 0.0, 0
    gradient, curved, traces, carried = np.zeros(q), np.zeros((q, q)), np.zeros((q, q)), np.zeros((q, q))
    single, crossed = np.zeros((q, q, q)), np.zeros((q, q))
    for (cells, values), w in zip(observed, inverses, strict=True):
        e = values - mean[cells]
        we = w @ e
        at = np.ix_(cells, cells)
        total += float(e @ we) - np.linalg.slogdet(w)[1]
        cells_seen += len(cells)
        gradient[cells] += we**2 - np.diag(w)
        curved[at] += w * np.outer(we, we)
        carried[at] += w * we
        traces[at] += w * w
        if restricted:
            # X'W E_a W X of this study, and X'W E_a W E_b W X for the traces of P
            single[np.ix_(cells, cells, cells)] += w.T[:, :, None] * w.T[:, None, :]
            crossed[at] += w * (w @ bread[at] @ w)
    curved -= carried.T @ bread @ carried
    if restricted:
        gradient += np.einsum("aij,ij->a", single, bread)
        turned = single @ bread
        traces += np.einsum("aij,bji->ab", turned, turned) - 2 * crossed
    constant = cells_seen * np.log(2 * np.pi)
    if restricted:
        counts = np.bincount(np.concatenate([cells for cells, _ in observed]), minlength=q)
        constant -= q * np.log(2 * np.pi) + np.log(counts).sum() + np.linalg.slogdet(bread)[1]
    return Curvature(-(total + constant) / 2, gradient / 2, curved - traces / 2, traces / 2)


def _observed_covariance(observed: Observed, inverses: list[Array], mean: Array, vcov: Array, tau2: Array) -> Array:
    """The block of the means in the inverse of the observed information of means and variances together.

    Variances at zero are kept in, as metaSEM does; where that gives no covariance matrix, the expected information
    is used.
    """
    q = len(tau2)
    information = np.zeros((2 * q, 2 * q))
    for (cells, values), w in zip(observed, inverses, strict=True):
        we = w @ (values - mean[cells])
        low, high = np.ix_(cells, cells), np.ix_(q + cells, q + cells)
        information[low] += w
        information[np.ix_(cells, q + cells)] += w * we
        information[np.ix_(q + cells, cells)] += (w * we).T
        information[high] += np.outer(we, we) * w - w * w / 2
    try:
        acov = np.linalg.inv(information)[:q, :q]
    except np.linalg.LinAlgError:
        return vcov
    acov = (acov + acov.T) / 2
    return acov if np.linalg.eigvalsh(acov)[0] > 0 else vcov
