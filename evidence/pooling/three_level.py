"""Several effects from one sample: three-level and correlated-and-hierarchical-effects models.

y_ij = x_ij'b + u_j + w_ij + e_ij, u_j ~ N(0, sigma2_between), w_ij ~ N(0, sigma2_within), and sampling errors that are
independent or, inside a cluster, correlated by `rho` with covariance rho sqrt(v_i v_j).
Konstantopoulos 2011, Research Synthesis Methods 2:61; Pustejovsky and Tipton 2022, Prevention Science 23:425.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy import stats

from evidence.errors import InputError, UsageError, nearest

from .blocks import BlockCovariance, Effects, clustered_effects, cross, number_column
from .bounded_newton import Curvature, maximise
from .cluster_robust import Design, Robust, orthogonal, robust_coefficients

__all__ = ["Multilevel", "multilevel"]

Array = NDArray[np.float64]

SPLITS = (0.0, 0.05, 0.3, 0.6, 0.95)  # shares of the heterogeneity given to clusters when looking for a start
PEAKS = 2  # climbs from this many of the best starts, since the likelihood can have two peaks


@dataclass(frozen=True)
class Multilevel:
    """A three-level result; `estimate` to `ci_high` are of the first term, which is the mean without moderators."""

    k: int
    n_clusters: int
    estimate: float
    se: float
    stat: float
    p: float
    ci_low: float
    ci_high: float
    level: float
    sigma2_between: float
    sigma2_within: float
    i2_between: float
    i2_within: float
    log_likelihood: float
    q: float
    q_df: int
    q_p: float
    pi_low: float
    pi_high: float
    qm: float
    qm_df: int
    qm_p: float
    method: str
    rho: float | None
    notes: tuple[str, ...]
    coefficients: pd.DataFrame = field(repr=False, compare=False)
    _fit: "_Fit" = field(repr=False, compare=False)

    def robust(self, kind: str = "CR2") -> Robust:
        """The same estimates with errors that hold even if the model of dependence is wrong."""
        fit = self._fit
        return robust_coefficients(fit.effects.y, fit.design, fit.covariance, kind, self.level)

    def to_dict(self) -> dict[str, Any]:
        """The numbers as plain values; tables and the fit itself stay behind."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__ if name not in {"coefficients", "_fit"}}

    def to_frame(self) -> pd.DataFrame:
        """One row."""
        return pd.DataFrame([self.to_dict()])


@dataclass(frozen=True)
class _Fit:
    """What a robust error needs to know of a fitted model."""

    effects: Effects
    design: Design
    covariance: BlockCovariance


@dataclass(frozen=True)
class _Model:
    """The likelihood of (sigma2_between, sigma2_within) with the coefficients profiled out."""

    effects: Effects
    x: Array
    rho: float
    restricted: bool
    active: tuple[bool, bool]

    def covariance(self, theta: Array) -> BlockCovariance:
        v, k = self.effects.v, len(self.effects.v)
        u, m = np.ones((k, 1)), np.array([[theta[0]]])
        if self.rho > 0:
            u, m = np.column_stack([u, np.sqrt(v)]), np.diag([theta[0], self.rho])
        return BlockCovariance(self.effects.clusters, (1 - self.rho) * v + theta[1], u, m)

    def coefficients(self, covariance: BlockCovariance) -> tuple[Array, Array, Array]:
        """The weighted least squares estimates, their covariance, and W X."""
        weighted = covariance.solve(self.x)
        bread = np.linalg.inv(cross(self.x, weighted))
        return bread @ cross(weighted, self.effects.y), (bread + bread.T) / 2, weighted

    def value(self, theta: Array) -> float:
        """The log-likelihood: REML with the ln|X'X| term, or ML."""
        covariance = self.covariance(theta)
        beta, bread, _ = self.coefficients(covariance)
        residual = self.effects.y - self.x @ beta
        return self._value(covariance, bread, float(cross(residual, covariance.solve(residual))))

    def _value(self, covariance: BlockCovariance, bread: Array, quadratic: float) -> float:
        k, p = self.x.shape
        total = covariance.log_determinant() + quadratic + k * np.log(2 * np.pi)
        if self.restricted:
            total -= p * np.log(2 * np.pi) + np.linalg.slogdet(cross(self.x, self.x))[1] + np.linalg.slogdet(bread)[1]
        return float(-total / 2)

    def curvature(self, theta: Array) -> Curvature:
        """Value, gradient and informations in O(k), for V_between = blocks of ones and V_within = I.

        gradient_i = (e'V_i e - tr(P V_i)) / 2, observed_ij = e'V_i P V_j e - tr(P V_i P V_j) / 2, e = P y; for ML the
        traces take V⁻¹ in place of P.
        """
        clusters, covariance = self.effects.clusters, self.covariance(theta)
        beta, bread, z = self.coefficients(covariance)
        residual = self.effects.y - self.x @ beta
        e = covariance.solve(residual)
        moved = [clusters.spread(clusters.sums(e)), e]
        solved = [covariance.solve(a) for a in moved]
        projected = [s - z @ (bread @ cross(z, a)) for s, a in zip(solved, moved, strict=True)]
        once, twice = self._traces(covariance, bread, z)
        gradient = np.array([float(cross(a, e)) for a in moved]) / 2 - once / 2
        quadratic = np.array([[float(cross(a, b)) for b in projected] for a in moved])
        value = self._value(covariance, bread, float(cross(residual, e)))
        keep = np.array(self.active)
        gradient = np.where(keep, gradient, 0.0)
        mask = np.outer(keep, keep)
        observed = np.where(mask, quadratic - twice / 2, np.eye(2))
        return Curvature(value, gradient, observed, np.where(mask, twice / 2, np.eye(2)))

    def _traces(self, covariance: BlockCovariance, bread: Array, z: Array) -> tuple[Array, Array]:
        """tr(P V_i) and tr(P V_i P V_j), or the same of V⁻¹ for ML."""
        clusters = self.effects.clusters
        ones = covariance.solve(np.ones(len(z)))
        inside, (first, second) = clusters.sums(ones), covariance.inverse_traces()
        once = np.array([inside.sum(), first])
        twice = np.array([[cross(inside, inside), cross(ones, ones)], [cross(ones, ones), second]])
        if not self.restricted:
            return once, twice
        moved = [clusters.spread(clusters.sums(z)), z]
        solved = [covariance.solve(a) for a in moved]
        single = [bread @ cross(z, a) for a in moved]
        for i in range(2):
            once[i] -= np.trace(single[i])
            for j in range(2):
                twice[i, j] += np.trace(single[i] @ single[j]) - 2 * np.trace(bread @ cross(moved[i], solved[j]))
        return once, twice


def multilevel(
    y: ArrayLike,
    v: ArrayLike,
    cluster: Sequence[object] | ArrayLike,
    method: str = "REML",
    rho: float | None = None,
    x: pd.DataFrame | None = None,
    level: float = 0.95,
) -> Multilevel:
    """Pool effects of which several come from one sample, with variance between and within samples.

    The two variances maximise the (restricted) likelihood; the estimate is the inverse-variance weighted mean,
    tested by z. `rho` is the correlation of the sampling errors inside a cluster; `x` holds numeric moderators.
    """
    if method not in ("REML", "ML"):
        raise UsageError(f"multilevel knows no method {method!r}", why=nearest(str(method), ["REML", "ML"]))
    if rho is not None and not 0 <= rho < 1:
        raise InputError(f"rho is {rho:g}", why="the correlation of sampling errors must be from 0 to below 1")
    if not 0 < level < 1:
        raise UsageError(
            f"level is {level:g}", why="a confidence level lies between 0 and 1", todo="give 0.95 for 95 %"
        )
    effects = clustered_effects(y, v, cluster)
    design = _design(effects, x)
    active, notes = _estimable(effects)
    model = _Model(effects, design.x, rho or 0.0, method == "REML", active)
    theta = _variances(model)
    return _result(model, theta, design, method, rho, level, notes)


def _design(effects: Effects, x: pd.DataFrame | None) -> Design:
    """An intercept and the moderators, in the order of the sorted effects."""
    columns, terms = [np.ones(len(effects.y))], ["intercept"]
    for name in () if x is None else x.columns:
        column = number_column(f"moderator {name}", x[name].to_numpy())  # type: ignore[index]
        if len(column) != len(effects.y):
            raise InputError(
                f"moderator {name} differs in length", why=f"{len(column)} rows for {len(effects.y)} effects"
            )
        columns.append(column[effects.order])
        terms.append(str(name))
    matrix = np.column_stack(columns)
    k, p = matrix.shape
    if k <= p:
        raise InputError(
            f"{k} effect{'s' * (k != 1)} cannot tell {p} coefficient{'s' * (p != 1)} and two variances apart",
            todo="pool at least two effects",
        )
    if np.linalg.matrix_rank(matrix) < p:
        raise InputError(
            "the moderators repeat one another", why="the design matrix is not of full rank", todo="leave one out"
        )
    return orthogonal(matrix, tuple(terms))


def _estimable(effects: Effects) -> tuple[tuple[bool, bool], tuple[str, ...]]:
    """Which variances the data can tell apart, and what was decided where they cannot."""
    sizes = effects.clusters.sizes
    if len(sizes) == 1:
        return (False, True), ("one cluster: the variance between clusters cannot be estimated and is set to zero",)
    if (sizes == 1).all():
        return (True, False), ("one effect per cluster: all heterogeneity is reported as between clusters",)
    return (True, True), ()


def _variances(model: _Model) -> Array:
    """The two variances of highest likelihood, climbing from the best points of a coarse grid."""
    y, v, x = model.effects.y, model.effects.v, model.x
    residual = y - x @ np.linalg.lstsq(x, y, rcond=None)[0]
    spread = float(cross(residual, residual)) / (len(y) - x.shape[1])
    typical = float(np.median(v))
    totals = {max(spread - typical, 0.0), spread, typical / 10}
    keep = np.array(model.active)
    starts = [np.zeros(2)]
    starts += [np.where(keep, [t * s, t * (1 - s)] if keep.all() else t, 0.0) for t in totals for s in SPLITS]
    ranked = sorted(starts, key=lambda start: -model.value(start))
    peaks = [maximise(model.curvature, start) for start in ranked[:PEAKS]]
    return max(peaks, key=lambda peak: peak[1].value)[0]


def _result(
    model: _Model,
    theta: Array,
    design: Design,
    method: str,
    rho: float | None,
    level: float,
    notes: tuple[str, ...],
) -> Multilevel:
    """Wald tests, residual heterogeneity, prediction interval and shares of variance at the fitted variances."""
    covariance, (k, p) = model.covariance(theta), model.x.shape
    gamma, inner, _ = model.coefficients(covariance)
    beta, bread = design.back @ gamma, design.back @ inner @ design.back.T
    se, z = np.sqrt(np.diag(bread)), float(stats.norm.ppf((1 + level) / 2))
    frame = pd.DataFrame({"term": design.terms, "estimate": beta, "se": se, "stat": beta / se})
    frame["p"] = 2 * stats.norm.sf(np.abs(frame["stat"]))
    frame["ci_low"], frame["ci_high"] = beta - z * se, beta + z * se
    first = frame.iloc[0]
    sampling = model.covariance(np.zeros(2))
    fixed, fixed_bread, weighted = model.coefficients(sampling)
    residual = model.effects.y - model.x @ fixed
    q = float(cross(residual, sampling.solve(residual)))
    # the typical sampling variance of Higgins and Thompson 2002, (k - p) / trace(P)
    trace = sampling.inverse_traces()[0] - float(np.trace(fixed_bread @ cross(weighted, weighted)))
    total = float(theta.sum()) + (k - p) / trace
    half = z * float(np.sqrt(bread[0, 0] + theta.sum()))
    tested = slice(1, None) if p > 1 else slice(None)
    qm = float(beta[tested] @ np.linalg.solve(bread[tested, tested], beta[tested]))
    return Multilevel(
        k=k,
        n_clusters=model.effects.clusters.count,
        **{name: float(first[name]) for name in ("estimate", "se", "stat", "p", "ci_low", "ci_high")},
        level=level,
        sigma2_between=float(theta[0]),
        sigma2_within=float(theta[1]),
        i2_between=100 * float(theta[0]) / total,
        i2_within=100 * float(theta[1]) / total,
        log_likelihood=model.value(theta),
        q=q,
        q_df=k - p,
        q_p=float(stats.chi2.sf(q, k - p)),
        pi_low=float(beta[0]) - half,
        pi_high=float(beta[0]) + half,
        qm=qm,
        qm_df=max(p - 1, 1),
        qm_p=float(stats.chi2.sf(qm, max(p - 1, 1))),
        method=method,
        rho=rho,
        notes=notes,
        coefficients=frame,
        _fit=_Fit(model.effects, design, covariance),
    )
