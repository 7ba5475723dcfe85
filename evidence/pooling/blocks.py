"""Sampling and random-effect variances that are shared inside a cluster, kept as blocks and never as a k by k matrix.

V of one cluster = diag(d) + U M U', with one row of U per effect and M shared by all clusters. Products with the
inverse follow from Woodbury: W = D⁻¹ - D⁻¹ U C U' D⁻¹ with C = M (I + U'D⁻¹U M)⁻¹, which needs no inverse of M.
Time and memory grow with k (Harville 1977, Journal of the American Statistical Association 72:320; Golub and Van Loan).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from evidence.errors import InputError

__all__ = ["BlockCovariance", "Clusters", "Effects", "clustered_effects", "cross", "number_column"]

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Clusters:
    """Which effects belong together, for effects already sorted by cluster."""

    starts: NDArray[np.intp]
    sizes: NDArray[np.intp]

    def sums(self, values: Array) -> Array:
        """The sum over the effects of each cluster."""
        return np.asarray(np.add.reduceat(values, self.starts, axis=0))

    def spread(self, values: Array) -> Array:
        """One value per cluster, repeated for each of its effects."""
        return np.repeat(values, self.sizes, axis=0)

    @property
    def count(self) -> int:
        return len(self.sizes)


@dataclass(frozen=True)
class Effects:
    """Checked effects sorted by cluster; `order` leads back to the order they came in."""

    y: Array
    v: Array
    clusters: Clusters
    names: tuple[object, ...]
    order: NDArray[np.intp]


@dataclass(frozen=True)
class BlockCovariance:
    """diag(d) + U M U' per cluster, with the products and traces that likelihoods need."""

    clusters: Clusters
    d: Array
    u: Array
    m: Array

    @cached_property
    def _weighted_u(self) -> Array:
        return np.asarray(self.u / self.d[:, None])

    @cached_property
    def _kernel(self) -> tuple[Array, Array]:
        """I + G M and C = M (I + G M)⁻¹ of each cluster, G = U'D⁻¹U."""
        gram = self.clusters.sums(self._weighted_u[:, :, None] * self.u[:, None, :])
        inner = np.eye(self.m.shape[0]) + gram @ self.m
        return inner, self.m @ np.linalg.inv(inner)

    def solve(self, values: Array) -> Array:
        """V⁻¹ times a vector or the columns of a matrix."""
        columns = values.reshape(len(values), -1)
        projected = self.clusters.sums(self._weighted_u[:, :, None] * columns[:, None, :])
        correction = self.clusters.spread(self._kernel[1] @ projected)
        result = columns / self.d[:, None] - np.einsum("ir,irc->ic", self._weighted_u, correction)
        return np.asarray(result.reshape(values.shape))

    def log_determinant(self) -> float:
        """ln |V|."""
        return float(np.log(self.d).sum() + np.linalg.slogdet(self._kernel[0])[1].sum())

    def inverse_traces(self) -> tuple[float, float]:
        """tr(V⁻¹) and tr(V⁻¹V⁻¹)."""
        w, kernel = self._weighted_u, self._kernel[1]
        second = self.clusters.sums(w[:, :, None] * w[:, None, :])
        third = self.clusters.sums(w[:, :, None] * w[:, None, :] / self.d[:, None, None])
        product = kernel @ second
        first = (1 / self.d).sum() - np.einsum("crr->", product)
        twice = (self.d**-2.0).sum() - 2 * np.einsum("crs,csr->", kernel, third)
        return float(first), float(twice + np.einsum("crs,csr->", product, product))

    def dense(self, chosen: NDArray[np.intp], size: int) -> Array:
        """The blocks of the chosen clusters, all of one size, as a stack of matrices."""
        rows = self.clusters.starts[chosen][:, None] + np.arange(size)
        u = self.u[rows]
        blocks = u @ self.m @ u.transpose(0, 2, 1)
        blocks[:, np.arange(size), np.arange(size)] += self.d[rows]
        return np.asarray(blocks)


def cross(a: Array, b: Array) -> Array:
    """a'b, summed over effects.

    Not `@`: on long thin columns the threads of the linear algebra library cost many times what they save.
    """
    first = a if a.ndim == 2 else a[:, None]
    second = b if b.ndim == 2 else b[:, None]
    product = np.einsum("ip,iq->pq", first, second)
    return np.asarray(product.reshape(a.shape[1:] + b.shape[1:]))


def number_column(name: str, values: ArrayLike) -> Array:
    """A finite one-dimensional column of numbers, or a refusal that names the row."""
    try:
        column = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise InputError(f"{name} must hold numbers", why=str(error)) from error
    if column.ndim != 1:
        raise InputError(f"{name} must be one column", why=f"it has {column.ndim} dimensions")
    bad = np.flatnonzero(~np.isfinite(column))
    if len(bad):
        raise InputError(
            f"{name} of effect {bad[0] + 1} is not a finite number",
            why=f"{len(bad)} of {len(column)} are missing or infinite",
            todo="leave these effects out first",
        )
    return column


def clustered_effects(y: ArrayLike, v: ArrayLike, cluster: Sequence[object] | ArrayLike) -> Effects:
    """Effects with positive variances, sorted by cluster; refuses missing numbers, zero variances, missing clusters."""
    effects, variances = number_column("effect size y", y), number_column("sampling variance v", v)
    labels = pd.Series(list(cluster), dtype=object)  # type: ignore[arg-type]
    if not len(effects) == len(variances) == len(labels):
        raise InputError(
            "y, v and cluster differ in length", why=f"{len(effects)}, {len(variances)} and {len(labels)} rows"
        )
    if not len(effects):
        raise InputError("no effects were given")
    bad = np.flatnonzero(variances <= 0)
    if len(bad):
        raise InputError(
            f"sampling variance of effect {bad[0] + 1} is {variances[bad[0]]:g}",
            why="a variance must be above zero",
            todo="correct it or leave the effect out",
        )
    codes, names = pd.factorize(labels)
    if (codes < 0).any():
        raise InputError(
            f"effect {int(np.flatnonzero(codes < 0)[0]) + 1} names no cluster",
            why="every effect must name its sample",
            todo="give single effects a cluster of their own",
        )
    order = np.argsort(codes, kind="stable")
    sizes = np.bincount(codes, minlength=len(names)).astype(np.intp)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.intp)
    return Effects(effects[order], variances[order], Clusters(starts, sizes), tuple(names), order)
