"""One correlation matrix for all studies, by maximum likelihood (stage 1 of fixed-effects TSSEM).

F = sum over studies of n (ln|D R D| + tr(S (D R D)⁻¹)): R is common, the scales D are free in each study.
The scales are solved out study by study; R moves by Newton steps with the exact second derivatives, whose inverse
gives the sampling covariance. Cheung and Chan 2005, Psychological Methods 10:40; Cheung 2014, Behavior Research
Methods 46:29.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from evidence.errors import EvidenceError

__all__ = ["CommonCorrelations", "Sample", "as_matrix", "common_correlations"]

Array = NDArray[np.float64]

STEP = 1e-12  # largest change of a correlation that ends the search; Newton is quadratic here
ITERATIONS = 200


class Sample(NamedTuple):
    """A complete correlation matrix of some of the variables."""

    variables: NDArray[np.intp]
    r: Array
    n: float


@dataclass(frozen=True)
class CommonCorrelations:
    """The common correlations (lower triangle by column), their covariance, and how far the studies depart."""

    vector: Array
    acov: Array
    chi2: float
    chi2_independence: float


def common_correlations(
    samples: list[Sample], pairs: list[tuple[int, int]], size: int, start: Array
) -> CommonCorrelations:
    """Estimate the common matrix from samples that each measured some of the variables."""
    number = {pair: c for c, pair in enumerate(pairs)}
    vector = start.copy()
    value, gradient, hessian = _discrepancy(samples, pairs, number, size, vector)
    for _ in range(ITERATIONS):
        step = _descent(hessian, gradient)
        for halving in range(60):
            moved = vector - step * 0.5**halving
            if not _definite(moved, pairs, size):
                continue
            there = _discrepancy(samples, pairs, number, size, moved)
            if there[0] <= value + 1e-13 * (1 + abs(value)):
                break
        else:
            moved, there = vector, (value, gradient, hessian)
        change = float(np.abs(moved - vector).max(initial=0.0))
        vector, (value, gradient, hessian) = moved, there
        if change <= STEP:
            break
    else:
        raise EvidenceError(
            "no common correlation matrix was found",
            why=f"still moving after {ITERATIONS} steps",
            todo="look for studies whose correlations contradict one another",
        )
    saturated = sum(s.n * (np.linalg.slogdet(s.r)[1] + len(s.r)) for s in samples)
    independence = -sum(s.n * np.linalg.slogdet(s.r)[1] for s in samples)
    return CommonCorrelations(
        vector, np.asarray(2 * np.linalg.inv(hessian), dtype=np.float64), float(value - saturated), float(independence)
    )


def _definite(vector: Array, pairs: list[tuple[int, int]], size: int) -> bool:
    return bool(np.linalg.eigvalsh(as_matrix(vector, pairs, size))[0] > 1e-10)


def as_matrix(vector: Array, pairs: list[tuple[int, int]], size: int) -> Array:
    """The symmetric matrix with unit diagonal of a vector of correlations."""
    matrix = np.eye(size)
    if pairs:
        rows, columns = np.array(pairs).T
        matrix[rows, columns] = matrix[columns, rows] = vector
    return matrix


def _descent(hessian: Array, gradient: Array) -> Array:
    """Newton's step, made a descent direction by lifting the eigenvalues that are not positive."""
    values, vectors = np.linalg.eigh(hessian)
    lifted = np.maximum(np.abs(values), 1e-8 * np.abs(values).max(initial=1e-300))
    return np.asarray(vectors @ ((vectors.T @ gradient) / lifted))


def _discrepancy(
    samples: list[Sample], pairs: list[tuple[int, int]], number: dict[tuple[int, int], int], size: int, vector: Array
) -> tuple[float, Array, Array]:
    """F with the scales solved out, and its first and second derivatives with respect to the correlations."""
    common = as_matrix(vector, pairs, size)
    value, gradient, hessian = 0.0, np.zeros(len(pairs)), np.zeros((len(pairs), len(pairs)))
    for sample in samples:
        own = [(int(i), int(j)) for i, j in pairs if i in sample.variables and j in sample.variables]
        place = {int(v): c for c, v in enumerate(sample.variables)}
        at = np.array([number[pair] for pair in own], dtype=np.intp)
        local = np.array([(place[i], place[j]) for i, j in own], dtype=np.intp).reshape(-1, 2)
        inverse = np.asarray(np.linalg.inv(common[np.ix_(sample.variables, sample.variables)]), dtype=np.float64)
        scales = _scales(inverse * sample.r)
        scaled = sample.r * np.outer(scales, scales)
        f = -np.linalg.slogdet(inverse)[1] - 2 * np.log(scales).sum() + float((inverse * scaled).sum())
        first, second = _derivatives(inverse, scaled, local)
        value += sample.n * f
        gradient[at] += sample.n * first
        hessian[np.ix_(at, at)] += sample.n * second
    return float(value), gradient, hessian


def _scales(weights: Array) -> Array:
    """The u = 1/d that minimise -2 sum ln u + u'(R⁻¹ * S)u: the convex problem u_i (A u)_i = 1, by Newton."""
    u = np.ones(len(weights))
    for _ in range(100):
        gradient = weights @ u - 1 / u
        step = np.linalg.solve(weights + np.diag(u**-2), gradient)
        # the damped step of a self-concordant function keeps u positive and never fails
        decrement = float(np.sqrt(max(float(gradient @ step), 0.0)))
        u = u - step / (1 + decrement if decrement > 0.25 else 1.0)
        if decrement < 1e-12:
            break
    return u


def _derivatives(inverse: Array, scaled: Array, local: NDArray[np.intp]) -> tuple[Array, Array]:
    """d F / d r and its second derivative after profiling out ln d, for one study (Q = R⁻¹, T = D⁻¹ S D⁻¹).

    F_a = 2 (Q - QTQ)_ij; F_ab = -tr(Q E_b Q E_a) + 2 tr(Q E_b Q E_a Q T); F_ak = 2 (T Q E_a Q)_kk;
    F_kl = 2 (Q_kl T_kl + [k = l] (QT)_kk), with (QT)_kk = 1 at the solved scales.
    """
    i, j = local.T
    qtq = inverse @ scaled @ inverse
    first = 2 * (inverse - qtq)[i, j]
    a, b, c, d = i[:, None], j[:, None], i[None, :], j[None, :]
    plain = 2 * (inverse[a, c] * inverse[b, d] + inverse[a, d] * inverse[b, c])
    mixed = (
        inverse[a, c] * qtq[b, d] + inverse[a, d] * qtq[b, c] + inverse[b, c] * qtq[a, d] + inverse[b, d] * qtq[a, c]
    )
    second = -plain + 2 * mixed
    tq = scaled @ inverse
    cross = 2 * (tq[:, i] * inverse[:, j] + tq[:, j] * inverse[:, i])
    scales = 2 * (inverse * scaled + np.eye(len(inverse)))
    return first, second - cross.T @ np.linalg.solve(scales, cross)
