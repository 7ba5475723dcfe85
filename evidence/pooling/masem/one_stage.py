"""Meta-analytic SEM in one stage, in which study characteristics may change the paths.

y_g ~ N(rho(theta_g), V_g + diag(tau2)), theta_g = theta + sum over moderators of x_gm delta_m, by maximum likelihood;
V_g as in the random-effects model of stage 1. Jak and Cheung 2020, Psychological Methods 25:430 (osmasem of metaSEM).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import optimize, stats

from evidence.errors import EvidenceError, InputError, nearest

from ..blocks import number_column
from .fixed_effects import as_matrix
from .likelihood_intervals import slope
from .matrices import Matrices, read_studies
from .path_model import Structure, build_structure
from .stage1 import Stage1, observed_correlations, stage1
from .stage2 import evaluate_defined, stage2
from .syntax import Defined, PathModel, parse_model

__all__ = ["OneStage", "one_stage"]

Array = NDArray[np.float64]

FLOOR = 1e-10  # a variance below this is at its bound of zero
STEP = 1e-5
IDENTIFIED = 1e-8  # smallest eigenvalue of the scaled information that still tells parameters apart


@dataclass(frozen=True)
class OneStage:
    """Paths where moderators are zero, how moderators change them, and the variances between studies that remain.

    chi2 and df compare with the model in which the pooled correlations are free and nothing moderates them.
    """

    estimates: pd.DataFrame
    defined: pd.DataFrame
    tau2: pd.DataFrame
    log_likelihood: float
    chi2: float
    df: int
    p: float | None
    n: float
    k: int
    notes: tuple[str, ...]


@dataclass(frozen=True)
class _Likelihood:
    """-2 log-likelihood of (theta, delta by moderator, tau2) and its gradient."""

    structure: Structure
    observed: list[tuple[NDArray[np.intp], Array]]
    sampling: list[Array]
    moderators: Array
    moderated: NDArray[np.intp]

    @property
    def free(self) -> int:
        """How many parameters are not variances."""
        return len(self.structure.parameters) + len(self.moderated) * int(self.moderators.shape[1])

    def study_parameters(self, values: Array) -> Array:
        """theta of every study, one row each."""
        count = len(self.structure.parameters)
        theta = np.tile(values[:count], (len(self.observed), 1))
        delta = values[count : self.free].reshape(self.moderators.shape[1], len(self.moderated))
        theta[:, self.moderated] += self.moderators @ delta
        return theta

    def __call__(self, values: Array) -> tuple[float, Array]:
        theta, tau2 = self.study_parameters(values), values[self.free :]
        count, total = len(self.structure.parameters), 0.0
        gradient, steepness = np.zeros(len(values)), np.zeros((len(self.observed), count))
        # without moderators all studies share one implied matrix
        means, slopes = self.structure.each(theta if self.moderators.shape[1] else theta[:1])
        for g, ((cells, y), covariance) in enumerate(zip(self.observed, self.sampling, strict=True)):
            at = g if self.moderators.shape[1] else 0
            w = np.linalg.inv(covariance + np.diag(tau2[cells]))
            residual = y - means[at][cells]
            weighted = w @ residual
            total += float(residual @ weighted) - float(np.linalg.slogdet(w)[1]) + len(y) * np.log(2 * np.pi)
            steepness[g] = -2 * slopes[at][cells].T @ weighted
            gradient[self.free + cells] += np.diag(w) - weighted**2
        gradient[:count] = steepness.sum(axis=0)
        gradient[count : self.free] = (self.moderators.T @ steepness[:, self.moderated]).ravel()
        return total, gradient

    def hessian(self, values: Array, chosen: NDArray[np.intp]) -> Array:
        """Second derivatives by the chosen values, by differences of the exact gradient."""
        rows = []
        for c in chosen:
            step = STEP * (values[c] if c >= self.free else 1.0)
            move = np.zeros(len(values))
            move[c] = step
            rows.append((self(values + move)[1] - self(values - move)[1])[chosen] / (2 * step))
        hessian = np.array(rows)
        return np.asarray((hessian + hessian.T) / 2)


def one_stage(
    matrices: Matrices,
    n: Sequence[float],
    model: str,
    moderators: pd.DataFrame | None = None,
    moderated: Sequence[str] | None = None,
    level: float = 0.95,
) -> OneStage:
    """Fit a path model to all correlation matrices at once; `moderated` names the paths that moderators may change."""
    pooled = stage1(matrices, n, model="REM")
    parsed = parse_model(model)
    structure = build_structure(parsed, pooled.variables)
    if len(structure.observed) < len(pooled.variables):
        raise InputError(
            "the model leaves out variables of the matrices",
            why=", ".join(v for v in pooled.variables if v not in structure.observed),
            todo="give matrices of the variables in the model",
        )
    studies = read_studies(matrices, n)
    kept, observed, sampling = observed_correlations(studies)
    x, center, spread = _moderators(moderators, len(studies.names), kept)
    names = [] if moderators is None else [str(c) for c in moderators.columns]
    likelihood = _Likelihood(structure, observed, sampling, x, _moderated(structure, moderated, bool(names)))
    values = _maximise(likelihood, pooled, model)
    back = _unscaled(likelihood, center, spread)
    vcov = back @ _covariance(likelihood, values) @ back.T
    labels = [*structure.parameters]
    labels += [f"{structure.parameters[c]}:{name}" for name in names for c in likelihood.moderated]
    estimates = back @ values[: likelihood.free]
    value = likelihood(values)[0]
    chi2, df = value + 2 * (pooled.log_likelihood or 0.0), len(pooled.pairs) - likelihood.free
    tau2 = as_matrix(values[likelihood.free :], list(pooled.pairs), len(pooled.variables))
    np.fill_diagonal(tau2, np.nan)
    return OneStage(
        estimates=_wald(labels, estimates, np.sqrt(np.diag(vcov)), level),
        defined=_defined(parsed, structure, estimates, vcov, level),
        tau2=pd.DataFrame(tau2, index=pooled.pooled.index, columns=pooled.pooled.columns),
        log_likelihood=-value / 2,
        chi2=chi2,
        df=df,
        p=float(stats.chi2.sf(chi2, df)) if df > 0 else None,
        n=pooled.n,
        k=pooled.k,
        notes=(*pooled.notes, *structure.notes),
    )


def _moderators(moderators: pd.DataFrame | None, studies: int, kept: list[int]) -> tuple[Array, Array, Array]:
    """Standardised moderators of the studies that are used, with their means and spreads."""
    if moderators is None:
        return np.zeros((len(kept), 0)), np.zeros(0), np.ones(0)
    columns = [number_column(f"moderator {c}", moderators[c].to_numpy()) for c in moderators.columns]
    for name, column in zip(moderators.columns, columns, strict=True):
        if len(column) != studies:
            raise InputError(f"moderator {name} differs in length", why=f"{len(column)} rows for {studies} studies")
        if np.ptp(column[kept]) == 0:
            raise InputError(f"moderator {name} is the same in every study", todo="leave it out")
    x = np.column_stack(columns)[kept]
    if np.linalg.matrix_rank(np.column_stack([np.ones(len(x)), x - x.mean(axis=0)])) <= x.shape[1]:
        raise InputError("the moderators repeat one another", todo="leave one out, or add studies")
    center, spread = x.mean(axis=0), x.std(axis=0)
    return (x - center) / spread, center, spread


def _moderated(structure: Structure, names: Sequence[str] | None, any_moderator: bool) -> NDArray[np.intp]:
    """The parameters that moderators may change: the named ones, or every free path and loading."""
    if not any_moderator:
        return np.array([], dtype=np.intp)
    if names is None:
        return np.array(sorted({v for _, v in structure.paths if isinstance(v, int)}), dtype=np.intp)
    for name in names:
        if name not in structure.parameters:
            raise InputError(f"the model has no free parameter {name}", why=nearest(name, list(structure.parameters)))
    return np.array([structure.parameters.index(name) for name in names], dtype=np.intp)


def _maximise(likelihood: _Likelihood, pooled: Stage1, model: str) -> Array:
    """From the two-stage solution by bounded quasi-Newton, then Newton steps to the last digits."""
    two_stage = stage2(pooled, model).estimates.set_index("name")["est"]
    theta = np.array([float(np.ravel(two_stage[name])[0]) for name in likelihood.structure.parameters])
    tau2 = np.array([pooled.tau2.iloc[i, j] for i, j in pooled.pairs]) if pooled.tau2 is not None else np.zeros(0)
    start = np.concatenate([theta, np.zeros(likelihood.free - len(theta)), np.maximum(tau2, 1e-4)])
    # tau2 of different cells and paths live on different scales
    scale = np.concatenate([np.full(likelihood.free, 0.05), start[likelihood.free :]])
    search: Any = optimize.minimize
    found = search(
        lambda z: (likelihood(z * scale)[0], likelihood(z * scale)[1] * scale),
        start / scale,
        jac=True,
        method="L-BFGS-B",
        bounds=[(None, None)] * likelihood.free + [(0, None)] * len(tau2),
        options={"maxiter": 3000, "maxfun": 20000, "ftol": 1e-15, "gtol": 1e-7},
    )
    values = np.asarray(found.x * scale, dtype=np.float64)
    if not np.isfinite(found.fun):
        raise EvidenceError("the one-stage model could not be fitted", todo="fit it in two stages")
    return _polish(likelihood, values)


def _inside(likelihood: _Likelihood, values: Array) -> NDArray[np.intp]:
    """The values that are not at their bound."""
    return np.array([c for c in range(len(values)) if c < likelihood.free or values[c] > FLOOR], dtype=np.intp)


def _polish(likelihood: _Likelihood, values: Array) -> Array:
    value, gradient = likelihood(values)
    for _ in range(5):
        chosen = _inside(likelihood, values)
        hessian = likelihood.hessian(values, chosen)
        if not _bends_up(hessian):
            break
        moved = values.copy()
        moved[chosen] -= np.linalg.solve(hessian, gradient[chosen])
        if (moved[likelihood.free :] < 0).any():
            break
        there, slope = likelihood(moved)
        if not there < value:
            break
        values, value, gradient = moved, there, slope
    return values


def _covariance(likelihood: _Likelihood, values: Array) -> Array:
    """The covariance of everything but the variances, from the observed information."""
    hessian = likelihood.hessian(values, _inside(likelihood, values))
    if not _bends_up(hessian):
        raise InputError(
            "the one-stage model is not identified", todo="moderate fewer paths, or fit the model in two stages"
        )
    return np.asarray(2 * np.linalg.inv(hessian)[: likelihood.free, : likelihood.free])


def _bends_up(hessian: Array) -> bool:
    """Whether every direction is told by the data, on the scale of the parameters themselves."""
    size = np.sqrt(np.maximum(np.abs(np.diag(hessian)), 1e-300))
    return bool(np.linalg.eigvalsh(hessian / np.outer(size, size))[0] > IDENTIFIED)


def _unscaled(likelihood: _Likelihood, center: Array, spread: Array) -> Array:
    """The matrix that leads from standardised moderators, which the search uses, to those that were given."""
    count, moved = len(likelihood.structure.parameters), len(likelihood.moderated)
    back = np.eye(likelihood.free)
    for m, (mean, scale) in enumerate(zip(center, spread, strict=True)):
        at = count + m * moved + np.arange(moved)
        back[at, at] = 1 / scale
        back[likelihood.moderated, at] = -mean / scale
    return back


def _wald(labels: list[str], estimates: Array, se: Array, level: float) -> pd.DataFrame:
    half = stats.norm.ppf((1 + level) / 2) * se
    frame = pd.DataFrame({"name": labels, "est": estimates, "se": se, "z": estimates / se})
    frame["p"] = 2 * stats.norm.sf(np.abs(frame["z"]))
    frame["ci_low"], frame["ci_high"] = estimates - half, estimates + half
    return frame


def _defined(model: PathModel, structure: Structure, estimates: Array, vcov: Array, level: float) -> pd.DataFrame:
    """Defined quantities where moderators are zero, with delta-method errors."""
    count = len(structure.parameters)
    theta, inner = estimates[:count], vcov[:count, :count]
    values, errors = [], []
    for quantity in model.defined:

        def value(point: Array, quantity: Defined = quantity) -> float:
            return evaluate_defined(quantity, model, structure, point)

        direction = slope(value, theta)
        values.append(value(theta))
        errors.append(float(np.sqrt(direction @ inner @ direction)))
    return _wald([q.name for q in model.defined], np.array(values), np.array(errors), level)
