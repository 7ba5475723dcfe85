"""Stage 2 of meta-analytic SEM: a path model fitted to the pooled correlations by weighted least squares.

F = (r - rho(theta))' Acov⁻¹ (r - rho(theta)), which is chi-squared with cells minus parameters df; the covariance of
the estimates is 2 H⁻¹ with H the second derivatives of F. Cheung and Chan 2005, Psychological Methods 10:40; Cheung
2015, Meta-Analysis: A Structural Equation Modeling Approach, chapter 7.
"""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import optimize, stats

from evidence.errors import EvidenceError, InputError

from .fit import FitIndices, model_fit
from .likelihood_intervals import likelihood_interval, slope
from .path_model import Structure, build_structure
from .stage1 import Stage1
from .syntax import Defined, PathModel, evaluate, parse_model

__all__ = ["Stage2", "evaluate_defined", "stage2"]

Array = NDArray[np.float64]

STARTS = (1.0, 0.0, 3.0, -1.0)  # multiples of the default start that are tried before a model is called unreachable
IDENTIFIED = 1e-9  # smallest share of the largest eigenvalue of the information that still tells parameters apart


@dataclass(frozen=True)
class Stage2:
    """A fitted path model: estimates (free, fixed and residual variances), fit, defined quantities, residuals."""

    estimates: pd.DataFrame
    fit: FitIndices
    defined: pd.DataFrame
    implied: pd.DataFrame
    residuals: pd.DataFrame
    model: str
    n: float
    notes: tuple[str, ...]
    _problem: "_Problem" = field(repr=False, compare=False)


@dataclass(frozen=True)
class _Problem:
    """The discrepancy of a structure from pooled correlations."""

    structure: Structure
    r: Array
    weights: Array

    def value(self, theta: Array) -> float:
        residual = self.r - self.structure.correlations(theta)
        return float(residual @ self.weights @ residual)

    def gradient(self, theta: Array) -> Array:
        residual = self.r - self.structure.correlations(theta)
        return np.asarray(-2 * self.structure.jacobian(theta).T @ (self.weights @ residual))

    def hessian(self, theta: Array) -> Array:
        """Central differences of the exact gradient."""
        step = 1e-5
        moves = step * np.eye(len(theta))
        rows = [(self.gradient(theta + m) - self.gradient(theta - m)) / (2 * step) for m in moves]
        return np.asarray((np.array(rows) + np.array(rows).T) / 2)


def stage2(stage1: Stage1, model: str, level: float = 0.95) -> Stage2:
    """Fit a path model in lavaan syntax to the pooled correlations of stage 1."""
    parsed = parse_model(model)
    structure = build_structure(parsed, stage1.variables)
    chosen = [stage1.variables.index(v) for v in structure.observed]
    number = {pair: c for c, pair in enumerate(stage1.pairs)}
    pairs = [(chosen[i], chosen[j]) for j in range(len(chosen)) for i in range(j + 1, len(chosen))]
    cells = [number[pair] for pair in pairs]
    acov = stage1.acov.to_numpy()[np.ix_(cells, cells)]
    problem = _Problem(structure, stage1.vector[cells], np.linalg.inv(acov))
    df = len(cells) - len(structure.parameters)
    if df < 0:
        raise InputError(
            f"the model has {len(structure.parameters)} free parameters for {len(cells)} correlations",
            todo="fix or equate some of them",
        )
    theta = _minimise(problem)
    vcov = _covariance(problem, theta)
    chi2 = problem.value(theta)
    residual = problem.r - structure.correlations(theta)
    srmr = float(np.sqrt((residual**2).sum() / len(cells)))
    fit = model_fit(chi2, df, float(problem.r @ problem.weights @ problem.r), len(cells), stage1.n, srmr)
    implied = structure.implied(theta[None, :])[0]
    names = list(structure.observed)
    pooled = stage1.pooled.loc[names, names]
    visible = pd.DataFrame(implied[: len(names), : len(names)].real, index=names, columns=names)
    return Stage2(
        estimates=_estimates(structure, theta, vcov, level),
        fit=fit,
        defined=_defined(problem, parsed, theta, vcov, level),
        implied=visible,
        residuals=pooled - visible,
        model=model,
        n=stage1.n,
        notes=(*stage1.notes, *structure.notes, *_improper(structure, theta)),
        _problem=problem,
    )


def _minimise(problem: _Problem) -> Array:
    """The parameters of smallest discrepancy: Levenberg-Marquardt, then Newton to the last digit."""
    root = np.linalg.cholesky(problem.weights).T

    def residual(theta: Array) -> Array:
        return np.asarray(root @ (problem.structure.correlations(theta) - problem.r))

    def tangent(theta: Array) -> Array:
        return np.asarray(root @ problem.structure.jacobian(theta))

    best: tuple[float, Array] | None = None
    for factor in STARTS:
        try:
            found = optimize.least_squares(
                residual, problem.structure.start * factor, tangent, method="lm", xtol=1e-14, ftol=1e-14, gtol=1e-14
            )
        except (np.linalg.LinAlgError, ValueError):
            continue
        if np.isfinite(found.cost) and (best is None or found.cost < best[0] * (1 - 1e-6) - 1e-12):
            best = (float(found.cost), found.x)
        if best is not None and _proper(problem, best[1]):
            break
    if best is None:
        raise EvidenceError("the path model could not be fitted", why="no start gave correlations", todo="simplify it")
    return _polish(problem, best[1])


def _proper(problem: _Problem, theta: Array) -> bool:
    """A minimum with positive residual variances, found without need of another start."""
    positive = bool((problem.structure.residual_variances(theta[None, :])[0].real > 0).all())
    return positive and float(np.abs(problem.gradient(theta)).max()) < 1e-3 * (1 + problem.value(theta))


def _polish(problem: _Problem, theta: Array) -> Array:
    value = problem.value(theta)
    for _ in range(10):
        try:
            moved = theta - np.linalg.solve(problem.hessian(theta), problem.gradient(theta))
        except np.linalg.LinAlgError:
            return theta
        there = problem.value(moved)
        if not there < value:
            return theta
        theta, value = moved, there
    return theta


def _covariance(problem: _Problem, theta: Array) -> Array:
    """2 H⁻¹; a model whose parameters cannot be told apart is refused by the names of those parameters."""
    jacobian = problem.structure.jacobian(theta)
    information = jacobian.T @ problem.weights @ jacobian
    scale = np.sqrt(np.maximum(np.diag(information), 1e-300))
    values, vectors = np.linalg.eigh(information / np.outer(scale, scale))
    if values[0] < IDENTIFIED * values[-1]:
        involved = [
            n for n, weight in zip(problem.structure.parameters, np.abs(vectors[:, 0]), strict=True) if weight > 0.05
        ]
        raise InputError(
            "the model is not identified",
            why=f"the correlations cannot tell apart {', '.join(involved)}",
            todo="fix or equate one of them",
        )
    hessian = problem.hessian(theta)
    if np.linalg.eigvalsh(hessian)[0] <= 0:
        hessian = 2 * information
    return np.asarray(2 * np.linalg.inv(hessian))


def _improper(structure: Structure, theta: Array) -> tuple[str, ...]:
    """What cannot be: residual variances below zero (Heywood cases)."""
    variances = structure.residual_variances(theta[None, :])[0].real
    return tuple(
        f"the residual variance of {name} is {value:.4g}, below zero: an improper solution"
        for name, value in zip(structure.variables, variances, strict=True)
        if value < 0
    )


def _wald(estimate: Array, se: Array, level: float) -> dict[str, Array]:
    """z, p and interval; a parameter without error has none."""
    z = np.divide(estimate, se, out=np.full_like(estimate, np.nan), where=se > 0)
    half = stats.norm.ppf((1 + level) / 2) * se
    return {
        "est": estimate,
        "se": se,
        "z": z,
        "p": 2 * stats.norm.sf(np.abs(z)),
        "ci_low": estimate - half,
        "ci_high": estimate + half,
    }


def _estimates(structure: Structure, theta: Array, vcov: Array, level: float) -> pd.DataFrame:
    """One row per term and per residual variance that follows from the paths."""
    at = {name: c for c, name in enumerate(structure.parameters)}
    spread = np.sqrt(np.diag(vcov))
    rows: list[tuple[str, str, str, str, bool, float, float]] = []
    labels = {}
    for term in structure.terms:
        if term.lhs == term.rhs:
            labels[term.lhs] = term.name
        elif term.fixed is not None:
            rows.append((term.name, term.lhs, term.op, term.rhs, False, term.fixed, np.nan))
        else:
            c = at[term.name]
            rows.append((term.name, term.lhs, term.op, term.rhs, True, float(theta[c]), float(spread[c])))
    variances = structure.residual_variances(theta[None, :])[0].real
    slopes = structure.residual_jacobian(theta)
    free = dict(structure.variances)
    caused = {i for (i, _), _ in structure.paths}
    for i, name in enumerate(structure.variables):
        if i in caused or i in free:
            label = labels.get(name, f"{name}~~{name}")
            se = float(np.sqrt(slopes[i] @ vcov @ slopes[i]))
            rows.append((label, name, "~~", name, isinstance(free.get(i), int), float(variances[i]), se))
    frame = pd.DataFrame(rows, columns=["name", "lhs", "op", "rhs", "free", "est", "se"])
    return frame.assign(**_wald(frame["est"].to_numpy(), frame["se"].to_numpy(), level))


def _defined(problem: _Problem, model: PathModel, theta: Array, vcov: Array, level: float) -> pd.DataFrame:
    """Defined quantities with delta-method errors and likelihood-based intervals."""
    rows = []
    critical = float(stats.chi2.ppf(level, 1))
    for quantity in model.defined:

        def value(point: Array, quantity: Defined = quantity) -> float:
            return evaluate_defined(quantity, model, problem.structure, point)

        estimate, direction = value(theta), slope(value, theta)
        se = float(np.sqrt(direction @ vcov @ direction))
        low, high = likelihood_interval(problem.value, problem.gradient, value, theta, vcov, critical)
        rows.append((quantity.name, quantity.expression, estimate, se, low, high))
    frame = pd.DataFrame(rows, columns=["name", "expression", "est", "se", "likelihood_low", "likelihood_high"])
    return frame.assign(**_wald(frame["est"].to_numpy(dtype=float), frame["se"].to_numpy(dtype=float), level))


def evaluate_defined(quantity: Defined, model: PathModel, structure: Structure, theta: Array) -> float:
    """A defined quantity, with those it rests on, at a point."""
    values = dict(zip(structure.parameters, (float(t) for t in theta), strict=True))
    values |= {t.label: t.fixed for t in structure.terms if t.label and t.fixed is not None}
    for other in model.defined:
        values[other.name] = evaluate(other, values)
        if other is quantity:
            break
    return values[quantity.name]
