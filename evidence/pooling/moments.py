"""Weighted sums from which every estimator of a random-effects model is made, without a k by k matrix.

With weights w, W = diag(w) and P = W - W X (X'WX)^-1 X'W the estimators need y'Py, y'PPy, y'PPPy, tr(PD) and tr(PDPE)
for diagonal D and E. `Groups` gives them for any number of groups with a common mean each (X is a column of ones),
`Design` for one data set with moderators. Quantities of `Groups` have one value per group, those of `Design` and of
one group are scalars.
"""

from functools import cached_property
from typing import Any, Protocol

import numpy as np

from evidence.pooling.inputs import Floats

__all__ = ["Design", "GroupMoments", "Groups", "Model", "Moments", "Scalar", "Single"]

Scalar = Any  # a float, or an array with one value per group: the formulas read the same


class Moments(Protocol):
    """What a model gives at one set of weights."""

    w: Floats

    @property
    def residuals(self) -> Floats: ...
    @property
    def q(self) -> Scalar: ...
    @property
    def ppy(self) -> Scalar: ...
    @property
    def pppy(self) -> Scalar: ...
    @property
    def log_det_xwx(self) -> Scalar: ...
    def total(self, d: Floats) -> Scalar: ...
    def trace(self, d: Floats | None = None) -> Scalar: ...
    def trace2(self, d: Floats | None = None, e: Floats | None = None) -> Scalar: ...


class Model(Protocol):
    """Effects with their design: what an estimator of tau-squared sees."""

    y: Floats
    v: Floats
    k: Scalar
    df: Scalar

    def at(self, tau2: Scalar) -> Moments: ...
    def with_weights(self, w: Floats) -> Moments: ...
    def sum(self, x: Floats) -> Scalar: ...
    def subset(self, keep: Any) -> "Model": ...


class GroupMoments:
    """Common mean: P = W - ww'/s with s the sum of w, so all traces are sums of powers of w."""

    def __init__(self, model: "Groups | Single", w: Floats) -> None:
        self.model, self.w = model, w
        self.s = model.sum(w)
        self.mean = model.sum(w * model.y) / self.s

    @cached_property
    def residuals(self) -> Floats:
        return np.asarray(self.model.y - self.model.spread(self.mean))

    @cached_property
    def _py(self) -> Floats:
        return self.w * self.residuals

    @cached_property
    def q(self) -> Scalar:
        """y'Py, the weighted sum of squared residuals."""
        return self.model.sum(self._py * self.residuals)

    @cached_property
    def ppy(self) -> Scalar:
        """y'PPy."""
        return self.model.sum(self._py * self._py)

    @cached_property
    def pppy(self) -> Scalar:
        """y'PPPy, from which the second derivative of the likelihood is made."""
        u = self.w * self._py
        return self.model.sum(u * self._py) - self.model.sum(u) ** 2 / self.s

    @property
    def log_det_xwx(self) -> Scalar:
        return np.log(self.s)

    def total(self, d: Floats) -> Scalar:
        return self.model.sum(d)

    @cached_property
    def _w2(self) -> Floats:
        return self.w * self.w

    @cached_property
    def s2(self) -> Scalar:
        """Sum of squared weights."""
        return self.model.sum(self._w2)

    def trace(self, d: Floats | None = None) -> Scalar:
        """tr(PD)."""
        if d is None:
            return self.s - self.s2 / self.s
        return self.model.sum(self.w * d) - self.model.sum(self._w2 * d) / self.s

    def trace2(self, d: Floats | None = None, e: Floats | None = None) -> Scalar:
        """tr(PDPE)."""
        total, w2, s = self.model.sum, self._w2, self.s
        if d is None and e is None:
            r = self.s2 / s
            return self.s2 - 2 * total(w2 * self.w) / s + r * r
        d = np.ones_like(w2) if d is None else d
        e = np.ones_like(w2) if e is None else e
        de = d * e
        return total(w2 * de) - 2 * total(w2 * self.w * de) / s + total(w2 * d) * total(w2 * e) / s**2


class Single:
    """One set of effects with a common mean: `Groups` of one, with plain numbers for speed."""

    def __init__(self, y: Floats, v: Floats) -> None:
        self.y, self.v = y, v
        self.k = y.size
        self.df = y.size - 1

    def sum(self, x: Floats) -> Scalar:
        return np.add.reduce(x)

    def spread(self, g: Scalar) -> Scalar:
        return g

    def at(self, tau2: Scalar) -> GroupMoments:
        return GroupMoments(self, 1 / (self.v + tau2))

    def with_weights(self, w: Floats) -> GroupMoments:
        return GroupMoments(self, w)

    def subset(self, keep: Any) -> "Single":  # noqa: ARG002 - there is only one group, so it is kept
        return self


class Groups:
    """Many sets of effects, each with its own mean, laid end to end: sums per group without a loop."""

    def __init__(self, y: Floats, v: Floats, sizes: Any) -> None:
        self.y, self.v, self.sizes = y, v, np.asarray(sizes, dtype=np.intp)
        self.k = self.sizes.astype(np.float64)
        self.df = self.k - 1
        self._starts = np.concatenate(([0], np.cumsum(self.sizes)[:-1]))

    def sum(self, x: Floats) -> Scalar:
        return np.add.reduceat(x, self._starts)

    def spread(self, g: Scalar) -> Scalar:
        return np.repeat(g, self.sizes)

    def at(self, tau2: Scalar) -> GroupMoments:
        return GroupMoments(self, 1 / (self.v + (self.spread(tau2) if np.ndim(tau2) else tau2)))

    def with_weights(self, w: Floats) -> GroupMoments:
        return GroupMoments(self, w)

    def subset(self, keep: Any) -> "Groups":
        """The sets of effects that are kept."""
        rows = np.repeat(keep, self.sizes)
        return Groups(self.y[rows], self.v[rows], self.sizes[keep])


class DesignMoments:
    """With moderators: sqrt(W) X = QR, leverages are the squared row lengths of Q, (X'WX)^-1 is R^-1 R^-T."""

    def __init__(self, model: "Design", w: Floats) -> None:
        self.model, self.w = model, w
        self.root = np.sqrt(w)
        self.Q, self.R = np.linalg.qr(self.root[:, None] * model.X)

    @cached_property
    def leverage(self) -> Floats:
        return np.asarray(np.einsum("ij,ij->i", self.Q, self.Q))

    @cached_property
    def coefficients(self) -> Floats:
        return np.asarray(np.linalg.solve(self.R, self.Q.T @ (self.root * self.model.y)))

    @cached_property
    def covariance(self) -> Floats:
        """(X'WX)^-1."""
        inverse = np.linalg.inv(self.R)
        return np.asarray(inverse @ inverse.T)

    @cached_property
    def residuals(self) -> Floats:
        return np.asarray(self.model.y - self.model.X @ self.coefficients)

    @cached_property
    def _py(self) -> Floats:
        return np.asarray(self.w * self.residuals)

    @cached_property
    def q(self) -> Scalar:
        return self._py @ self.residuals

    @cached_property
    def ppy(self) -> Scalar:
        return self._py @ self._py

    @cached_property
    def pppy(self) -> Scalar:
        u = self.root * self._py
        projected = self.Q.T @ u
        return u @ u - projected @ projected

    @property
    def log_det_xwx(self) -> Scalar:
        return 2 * np.log(np.abs(np.diag(self.R))).sum()

    def total(self, d: Floats) -> Scalar:
        return d.sum()

    def trace(self, d: Floats | None = None) -> Scalar:
        wd = self.w if d is None else self.w * d
        return wd @ (1 - self.leverage)

    def trace2(self, d: Floats | None = None, e: Floats | None = None) -> Scalar:
        wd = self.w if d is None else self.w * d
        we = self.w if e is None else self.w * e
        qdq, qeq = self.Q.T @ (wd[:, None] * self.Q), self.Q.T @ (we[:, None] * self.Q)
        return (wd * we) @ (1 - 2 * self.leverage) + (qdq * qeq).sum()


class Design:
    """One set of effects with a matrix of moderators of full column rank."""

    def __init__(self, y: Floats, v: Floats, X: Floats) -> None:
        self.y, self.v, self.X = y, v, X
        self.k, p = X.shape
        self.df = self.k - p

    def sum(self, x: Floats) -> Scalar:
        return x.sum()

    def at(self, tau2: Scalar) -> DesignMoments:
        return DesignMoments(self, 1 / (self.v + tau2))

    def with_weights(self, w: Floats) -> DesignMoments:
        return DesignMoments(self, w)

    def subset(self, keep: Any) -> "Design":  # noqa: ARG002 - there is only one data set
        return self
