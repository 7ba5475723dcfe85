"""The correlations a path model implies, and how they move with its parameters.

Sigma = B S B' with B = (I - A)⁻¹ (McArdle and McDonald 1984, British Journal of Mathematical and Statistical
Psychology 37:234). Correlations are analysed, so every variable, observed or latent, has variance 1 and residual
variances follow from the paths: (B * B) s = 1 - diag(B S0 B') with S0 the covariances. A latent variable with a loading
fixed in the text has a free variance instead. Unstated covariances follow `sem()` of lavaan.
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from evidence.errors import InputError, nearest

from .syntax import PathModel, Term

__all__ = ["Structure", "build_structure"]

Array = NDArray[np.float64]
TINY = 1e-30  # complex steps have no cancellation, so the step can be far below rounding

Place = tuple[int, int]


@dataclass(frozen=True)
class Structure:
    """Where each parameter stands in the matrices of paths (A) and covariances (S)."""

    observed: tuple[str, ...]
    variables: tuple[str, ...]
    terms: tuple[Term, ...]
    parameters: tuple[str, ...]
    start: Array
    paths: tuple[tuple[Place, int | float], ...]
    covariances: tuple[tuple[Place, int | float], ...]
    variances: tuple[tuple[int, int | float], ...]
    notes: tuple[str, ...]

    def implied(self, theta: NDArray[np.inexact]) -> NDArray[np.inexact]:
        """Model-implied covariance matrices of all variables, one per row of `theta`."""
        return self._matrices(theta)[0]

    def residual_variances(self, theta: NDArray[np.inexact]) -> NDArray[np.inexact]:
        """The residual variance of every variable, one row per row of `theta`."""
        return self._matrices(theta)[1]

    def _matrices(self, theta: NDArray[np.inexact]) -> tuple[NDArray[np.inexact], NDArray[np.inexact]]:
        rows, size = theta.shape[0], len(self.variables)
        a, s = np.zeros((rows, size, size), theta.dtype), np.zeros((rows, size, size), theta.dtype)
        for (i, j), value in self.paths:
            a[:, i, j] = theta[:, value] if isinstance(value, int) else value
        for (i, j), value in self.covariances:
            s[:, i, j] = s[:, j, i] = theta[:, value] if isinstance(value, int) else value
        given = dict(self.variances)
        for i, value in given.items():
            s[:, i, i] = theta[:, value] if isinstance(value, int) else value
        b = np.linalg.inv(np.eye(size) - a)
        derived = [i for i in range(size) if i not in given]
        # rows of variables whose variance is given are replaced by the identity: nothing to solve for
        weights = b * b
        known = np.einsum("nij,njk,nik->ni", b, s, b)
        inner = weights[np.ix_(range(rows), derived, derived)]
        solved = np.linalg.solve(inner, (1 - known[:, derived])[:, :, None])[:, :, 0]
        for c, i in enumerate(derived):
            s[:, i, i] = solved[:, c]
        return b @ s @ b.transpose(0, 2, 1), s[:, range(size), range(size)]

    def correlations(self, theta: Array) -> Array:
        """Implied correlations of the observed variables, lower triangle by column."""
        return np.asarray(self._cells(self.implied(theta[None, :]))[0])

    def jacobian(self, theta: Array) -> Array:
        """Derivatives of the implied correlations, cells by parameters, by complex steps."""
        return np.asarray(self._cells(self.implied(self._steps(theta))).imag.T / TINY)

    def each(self, theta: Array) -> tuple[Array, Array]:
        """Implied correlations and their derivatives at every row of `theta`."""
        rows, count = theta.shape
        steps = np.concatenate([self._steps(row) for row in theta])
        cells = self._cells(self.implied(steps)).reshape(rows, count, -1)
        return np.asarray(cells[:, 0].real), np.asarray(cells.imag.transpose(0, 2, 1) / TINY)

    def residual_jacobian(self, theta: Array) -> Array:
        """Derivatives of the residual variances, variables by parameters."""
        return np.asarray(self.residual_variances(self._steps(theta)).imag.T / TINY)

    def _steps(self, theta: Array) -> NDArray[np.complex128]:
        return np.asarray(theta + 1j * TINY * np.eye(len(theta)))

    def _cells(self, implied: NDArray[np.inexact]) -> NDArray[np.inexact]:
        p = len(self.observed)
        columns, rows = np.triu_indices(p, 1)
        return implied[:, rows, columns]


def build_structure(model: PathModel, known: tuple[str, ...]) -> Structure:
    """Place the terms of a model among the variables that were pooled, adding the covariances lavaan would add."""
    latents = model.latents
    for name in latents:
        if name in known:
            raise InputError(f"{name} is measured by others in the model and also observed", todo="rename the factor")
    for name in model.variables:
        if name not in known and name not in latents:
            raise InputError(f"the model names {name}, which was not pooled", why=nearest(name, list(known)))
    observed = tuple(v for v in known if v in model.variables)
    if len(observed) < 2:
        raise InputError("the model has fewer than two observed variables")
    variables = (*observed, *latents)
    added = _added(model)
    terms = (*model.terms, *added)
    notes = tuple(f"{t.name} is free, as in lavaan" for t in added)
    return _place(model, terms, variables, observed, notes)


def _added(model: PathModel) -> tuple[Term, ...]:
    """Covariances of exogenous variables, and of residuals of outcomes that explain nothing."""
    arrows = [(t.rhs, t.lhs) if t.op == "~" else (t.lhs, t.rhs) for t in model.terms if t.op != "~~"]
    caused, causes = {b for _, b in arrows}, {a for a, _ in arrows}
    indicators = {t.rhs for t in model.terms if t.op == "=~"}
    latents = set(model.latents)
    explains = {t.rhs for t in model.terms if t.op == "~"}
    stated = {frozenset((t.lhs, t.rhs)) for t in model.terms if t.op == "~~"}
    groups = (
        [v for v in model.variables if v not in caused and v in causes and v in latents],
        [v for v in model.variables if v not in caused and v in causes and v not in latents],
        [v for v in model.variables if v in caused and v not in explains | indicators and v in latents],
        [v for v in model.variables if v in caused and v not in explains | indicators and v not in latents],
    )
    return tuple(
        Term(a, "~~", b) for group in groups for a, b in combinations(group, 2) if frozenset((a, b)) not in stated
    )


def _place(
    model: PathModel,
    terms: tuple[Term, ...],
    variables: tuple[str, ...],
    observed: tuple[str, ...],
    notes: tuple[str, ...],
) -> Structure:
    number = {v: i for i, v in enumerate(variables)}
    parameters: dict[str, float] = {}
    paths, covariances, variances = [], [], []
    anchored = {t.lhs for t in terms if t.op == "=~" and t.fixed}
    stated = {t.lhs: t for t in terms if t.op == "~~" and t.lhs == t.rhs}
    for term in terms:
        i, j = number[term.lhs], number[term.rhs]
        if i == j:
            _check_variance(term, model)
            continue
        value = _value(term, parameters, 0.5 if term.op == "=~" else 0.1)
        if term.op == "~~":
            covariances.append(((max(i, j), min(i, j)), value))
        else:
            paths.append(((i, j) if term.op == "~" else (j, i), value))
    for latent in model.latents:
        term = stated.get(latent, Term(latent, "~~", latent))
        if latent in anchored or (term.fixed is not None and term.fixed != 1):
            variances.append((number[latent], _value(term, parameters, 0.5)))
    known = dict.fromkeys(t.name for t in terms)
    names = tuple(sorted(parameters, key=lambda name: list(known).index(name) if name in known else len(known)))
    if not names:
        raise InputError("the model has no free parameter", todo="leave at least one path free")
    order = {name: c for c, name in enumerate(names)}

    def numbered(places: list[tuple[object, str | float]]) -> tuple[tuple[object, int | float], ...]:
        return tuple((place, order[v] if isinstance(v, str) else v) for place, v in places)

    return Structure(
        observed, variables, terms, names, np.array([parameters[n] for n in names]),
        numbered(paths), numbered(covariances), numbered(variances), notes,  # type: ignore[arg-type]
    )  # fmt: skip


def _value(term: Term, parameters: dict[str, float], start: float) -> str | float:
    """The fixed number of a term, or the name of its parameter, entered with a start."""
    if term.fixed is not None:
        return term.fixed
    parameters.setdefault(term.name, start if term.start is None else term.start)
    return term.name


def _check_variance(term: Term, model: PathModel) -> None:
    """An observed variable has variance 1, so its residual variance follows and cannot be fixed elsewhere."""
    caused = {t.lhs if t.op == "~" else t.rhs for t in model.terms if t.op != "~~"}
    if term.lhs not in model.latents and term.fixed is not None and (term.fixed != 1 or term.lhs in caused):
        raise InputError(
            f"the variance of {term.lhs} cannot be fixed to {term.fixed:g}",
            why="correlations are analysed, so variances are 1 and residual variances follow from the paths",
            todo="leave the statement out",
        )
