"""Errors that hold when effects of one sample depend on one another in unknown ways: CR0, CR1, CR2.

V_robust = B (sum over clusters of X'W A e e' A W X) B with B = (X'WX)⁻¹. CR0: A = I. CR1: times m / (m - p).
CR2: A makes the estimator unbiased under the working model, A (Phi - X B X') A = Phi, with the symmetric solution
A = L (L'(Phi - X B X')L)^(-1/2) L', Phi = LL'; its degrees of freedom are Satterthwaite's.
Liang and Zeger 1986, Biometrika 73:13; Pustejovsky and Tipton 2018, Journal of Business and Economic Statistics 36:672.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy import stats

from evidence.errors import InputError, UsageError, nearest

from .blocks import BlockCovariance, clustered_effects, cross

__all__ = ["Design", "Robust", "orthogonal", "pool_robust", "robust_coefficients"]

Array = NDArray[np.float64]

KINDS = ("CR0", "CR1", "CR2")
CHUNK = 2_000_000  # numbers held at once while clusters of one size are worked on together
SINGULAR = 1e-12  # eigenvalues below this share of the largest are zero: that direction carries no information


@dataclass(frozen=True)
class Robust:
    """Estimates with cluster-robust errors; the plain fields are those of the first term."""

    kind: str
    n_clusters: int
    estimate: float
    se: float
    stat: float
    df: float
    p: float
    ci_low: float
    ci_high: float
    level: float
    coefficients: pd.DataFrame = field(repr=False, compare=False)


@dataclass(frozen=True)
class Design:
    """Moderators turned into orthogonal columns: a year beside an intercept would cost ten digits of a matrix inverse.

    X = Q R; with coefficients gamma of Q, those of X are `back` gamma, back = R⁻¹.
    """

    x: Array
    back: Array
    terms: tuple[str, ...]


def orthogonal(matrix: Array, terms: tuple[str, ...]) -> Design:
    """The orthogonal columns of a design of full rank."""
    q, r = np.linalg.qr(matrix)
    return Design(q, np.asarray(np.linalg.inv(r)), terms)


def pool_robust(
    y: ArrayLike,
    v: ArrayLike,
    cluster: Sequence[object] | ArrayLike,
    tau2: float = 0.0,
    kind: str = "CR2",
    level: float = 0.95,
) -> Robust:
    """The mean of a two-level model, weights 1 / (v + tau2), with errors robust to dependence within clusters."""
    effects = clustered_effects(y, v, cluster)
    if not tau2 >= 0:
        raise InputError(f"tau2 is {tau2:g}", why="a variance cannot be negative")
    ones = np.ones((len(effects.y), 1))
    covariance = BlockCovariance(effects.clusters, effects.v + tau2, ones, np.zeros((1, 1)))
    return robust_coefficients(effects.y, orthogonal(ones, ("intercept",)), covariance, kind, level)


def robust_coefficients(y: Array, design: Design, covariance: BlockCovariance, kind: str, level: float) -> Robust:
    """Coefficients of a weighted model with robust errors, t tests and their degrees of freedom."""
    if kind not in KINDS:
        raise UsageError(f"no robust error is called {kind!r}", why=nearest(str(kind), KINDS))
    x, back = design.x, design.back
    m, p = covariance.clusters.count, x.shape[1]
    if m <= p:
        raise InputError(
            f"{m} cluster{'s' * (m != 1)} cannot carry a robust error of {p} coefficient{'s' * (p != 1)}",
            why="there must be more clusters than coefficients",
            todo="use the error of the model",
        )
    weighted = covariance.solve(x)
    bread = np.asarray(np.linalg.inv(cross(x, weighted)), dtype=np.float64)
    gamma = bread @ cross(weighted, y)
    beta, residual = back @ gamma, y - x @ gamma
    influence = weighted @ bread @ back.T
    if kind == "CR2":
        se, df = _cr2(x, influence, bread, residual, covariance)
    else:
        scores = covariance.clusters.sums(influence * residual[:, None])
        correction = m / (m - p) if kind == "CR1" else 1.0
        se, df = np.sqrt(correction * (scores**2).sum(axis=0)), np.full(p, float(m - p))
    with np.errstate(divide="ignore", invalid="ignore"):
        stat = beta / se  # equal effects have no spread: the error is 0 and the statistic infinite
    margin = stats.t.ppf((1 + level) / 2, df) * se
    frame = pd.DataFrame({"term": design.terms, "estimate": beta, "se": se, "stat": stat, "df": df})
    frame["p"] = 2 * stats.t.sf(np.abs(stat), df)
    frame["ci_low"], frame["ci_high"] = beta - margin, beta + margin
    first = {name: float(frame[name].iloc[0]) for name in ("estimate", "se", "stat", "df", "p", "ci_low", "ci_high")}
    return Robust(kind=kind, n_clusters=m, level=level, coefficients=frame, **first)


def _cr2(x: Array, influence: Array, bread: Array, residual: Array, covariance: BlockCovariance) -> tuple[Array, Array]:
    """Bias-reduced errors and Satterthwaite degrees of freedom of every coefficient.

    With a_g = A W X B c the variance is the sum of (a_g'e_g)², and under the working model these squares have
    covariance Omega = diag(a_g'Phi_g a_g) - Q B Q', Q the rows a_g'X_g; df = tr(Omega)² / tr(Omega²).
    """
    clusters, p = covariance.clusters, x.shape[1]
    adjusted = _adjust(x, influence, bread, covariance)
    se, df = np.empty(p), np.empty(p)
    for c in range(p):
        a = adjusted[:, c]
        squares = clusters.sums(a * residual) ** 2
        spread = clusters.sums(a * _times(covariance, a))
        q = clusters.sums(a[:, None] * x)
        inner = bread @ (cross(q, q))
        overlap = np.einsum("gi,ij,gj->g", q, bread, q)
        trace = spread.sum() - np.trace(inner)
        twice = (spread**2).sum() - 2 * (spread @ overlap) + np.trace(inner @ inner)
        se[c], df[c] = np.sqrt(squares.sum()), trace**2 / twice
    return se, df


def _times(covariance: BlockCovariance, values: Array) -> Array:
    """Phi times a vector."""
    inside = covariance.clusters.sums(covariance.u * values[:, None]) @ covariance.m
    return np.asarray(covariance.d * values + (covariance.u * covariance.clusters.spread(inside)).sum(axis=1))


def _adjust(x: Array, values: Array, bread: Array, covariance: BlockCovariance) -> Array:
    """A times `values`, cluster by cluster; clusters of one size are worked on together."""
    clusters = covariance.clusters
    result = np.empty_like(values)
    for size in np.unique(clusters.sizes):
        chosen = np.flatnonzero(clusters.sizes == size)
        together = max(1, CHUNK // int(size) ** 2)
        for begin in range(0, len(chosen), together):
            part = chosen[begin : begin + together]
            rows = clusters.starts[part][:, None] + np.arange(size)
            phi = covariance.dense(part, int(size))
            root = np.linalg.cholesky(phi)
            left = root.transpose(0, 2, 1)
            inner = left @ (phi - x[rows] @ bread @ x[rows].transpose(0, 2, 1)) @ root
            eigenvalues, vectors = np.linalg.eigh(inner)
            # relative to Phi², whose largest eigenvalue bounds the one of the reduced matrix
            floor = SINGULAR * np.abs(phi).sum(axis=2).max(axis=1)[:, None] ** 2
            power = np.where(eigenvalues > floor, np.maximum(eigenvalues, floor) ** -0.5, 0.0)
            half = root @ vectors
            result[rows] = half @ (power[:, :, None] * (half.transpose(0, 2, 1) @ values[rows]))
    return result
