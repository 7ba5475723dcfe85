"""Stage 1 of meta-analytic SEM: one pooled correlation matrix and the covariance of its cells.

FEM: one matrix for all studies, by maximum likelihood. REM: each cell has a variance between studies; the sampling
covariances are those of the mean correlations weighted by n. Cheung and Chan 2005, Psychological Methods 10:40;
Cheung 2014, Behavior Research Methods 46:29 (R package metaSEM).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from evidence.errors import InputError, UsageError, nearest

from .fit import FitIndices, multigroup_fit
from .fixed_effects import Sample, as_matrix, common_correlations
from .matrices import Matrices, Studies, complete_variables, read_studies
from .random_effects import mean_vector, random_effects
from .sampling import correlation_covariance

__all__ = ["Stage1", "observed_correlations", "pooled_result", "stage1"]

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Stage1:
    """Pooled correlations with the covariance of the cells (lower triangle by column), heterogeneity, and fit (FEM).

    `q` is the weighted sum of squares around one common matrix; for FEM it is the likelihood-ratio chi-squared.
    """

    model: str
    pooled: pd.DataFrame
    acov: pd.DataFrame
    n: float
    k: int
    tau2: pd.DataFrame | None
    i2: pd.DataFrame | None
    q: float
    q_df: int
    q_p: float
    log_likelihood: float | None
    fit: FitIndices | None
    notes: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...] = field(repr=False)

    @property
    def vector(self) -> Array:
        """The pooled correlations, lower triangle by column."""
        values = self.pooled.to_numpy()
        return np.array([values[i, j] for i, j in self.pairs])

    @property
    def variables(self) -> tuple[str, ...]:
        return tuple(self.pooled.columns)


def stage1(matrices: Matrices, n: Sequence[float], model: str = "REM") -> Stage1:
    """Pool correlation matrices into one; unmeasured variables are missing, contradictory matrices refused by name."""
    if model not in ("FEM", "REM"):
        raise UsageError(f"stage 1 knows no model {model!r}", why=nearest(str(model), ["FEM", "REM"]))
    studies = read_studies(matrices, n)
    if len(studies.variables) < 2:
        raise InputError("one variable has no correlations", todo="give matrices of two variables or more")
    studies.require_cells()
    return _fixed(studies) if model == "FEM" else _random(studies)


def _mean_correlations(studies: Studies) -> Array:
    """Every printed correlation averaged with weights n; the diagonal is 1."""
    printed = np.array(studies.printed)
    weights = np.where(np.isnan(printed), 0.0, studies.n[:, None, None])
    total = weights.sum(axis=0)
    mean = (np.nan_to_num(printed) * weights).sum(axis=0) / np.where(total > 0, total, 1.0)
    np.fill_diagonal(mean, 1.0)
    return np.asarray(mean)


def _fixed(studies: Studies) -> Stage1:
    """FEM, on the variables of each study whose correlations are all known."""
    pairs, size = studies.pairs, len(studies.variables)
    samples, notes = [], list(studies.notes)
    for name, matrix, n in zip(studies.names, studies.r, studies.n, strict=True):
        kept = complete_variables(matrix)
        dropped = sorted(set(np.flatnonzero(~np.isnan(np.diag(matrix)))) - set(kept))
        if dropped:
            names = ", ".join(studies.variables[i] for i in dropped)
            notes.append(f"{name}: {names} left out, some correlations are missing")
        if len(kept) > 1:
            samples.append(Sample(kept, matrix[np.ix_(kept, kept)], float(n)))
    _require_pairs(samples, studies)
    start = _start(samples, pairs, size)
    found = common_correlations(samples, pairs, size, start)
    cells_seen = sum(len(s.variables) * (len(s.variables) - 1) // 2 for s in samples)
    n, df = float(studies.n.sum()), cells_seen - len(pairs)
    pooled = as_matrix(found.vector, pairs, size)
    indices = multigroup_fit(found.chi2, df, found.chi2_independence, cells_seen, n, samples, pooled)
    return pooled_result("FEM", studies, pooled, found.acov, None, None, (found.chi2, df), None, indices, tuple(notes))


def _require_pairs(samples: list[Sample], studies: Studies) -> None:
    seen = {(int(i), int(j)) for s in samples for i in s.variables for j in s.variables}
    lost = [(i, j) for i, j in studies.pairs if (i, j) not in seen]
    if lost:
        raise InputError(
            f"{len(lost)} correlations are only reported beside missing ones",
            why=", ".join(f"{studies.variables[j]} with {studies.variables[i]}" for i, j in lost),
            todo="use the random-effects model, which takes single correlations",
        )


def _start(samples: list[Sample], pairs: list[tuple[int, int]], size: int) -> Array:
    """The weighted mean matrix, pulled towards no correlation until it is positive definite."""
    total, weight = np.zeros((size, size)), np.zeros((size, size))
    for sample in samples:
        at = np.ix_(sample.variables, sample.variables)
        total[at] += sample.n * sample.r
        weight[at] += sample.n
    mean = total / np.where(weight > 0, weight, 1.0)
    vector = np.array([mean[i, j] for i, j in pairs])
    while np.linalg.eigvalsh(as_matrix(vector, pairs, size))[0] < 1e-3:
        vector = vector * 0.9
    return vector


def observed_correlations(
    studies: Studies,
) -> tuple[list[int], list[tuple[NDArray[np.intp], Array]], list[Array]]:
    """The studies that have correlations, these correlations, and sampling covariances at the mean correlations."""
    covariance = correlation_covariance(_mean_correlations(studies), studies.pairs)
    everything = studies.observed()
    kept = [g for g, (cells, _) in enumerate(everything) if len(cells)]
    observed = [everything[g] for g in kept]
    sampling = [covariance[np.ix_(cells, cells)] / studies.n[g] for g, (cells, _) in zip(kept, observed, strict=True)]
    _require_sampling(sampling, [studies.names[g] for g in kept])
    return kept, observed, sampling


def _random(studies: Studies) -> Stage1:
    """REM with one variance per cell, independent between cells."""
    _, observed, sampling = observed_correlations(studies)
    count, size = len(studies.pairs), len(studies.variables)
    found = random_effects(observed, sampling, count, restricted=False)
    fixed, _, inverses = mean_vector(observed, sampling, np.zeros(count))
    q = sum(
        float((values - fixed[cells]) @ w @ (values - fixed[cells]))
        for (cells, values), w in zip(observed, inverses, strict=True)
    )
    df = sum(len(cells) for cells, _ in observed) - count
    i2 = found.tau2 / (found.tau2 + _typical(observed, sampling, count))
    pooled = as_matrix(found.mean, studies.pairs, size)
    return pooled_result(
        "REM", studies, pooled, found.acov, found.tau2, 100 * i2, (q, df), found.log_likelihood, None, studies.notes
    )


def _require_sampling(sampling: list[Array], names: list[str]) -> None:
    for name, covariance in zip(names, sampling, strict=True):
        if np.linalg.eigvalsh(covariance)[0] <= 0:
            raise InputError(
                "the sampling covariances of its correlations are not positive definite",
                where=name,
                why="the mean correlations over all studies contradict one another",
                todo="look at the cells that few studies measured",
            )


def _typical(observed: list[tuple[NDArray[np.intp], Array]], sampling: list[Array], count: int) -> Array:
    """The typical sampling variance per cell behind I²: (k - 1) sum w / ((sum w)² - sum w²), w = 1/v."""
    weights: list[list[float]] = [[] for _ in range(count)]
    for (cells, _), covariance in zip(observed, sampling, strict=True):
        for cell, variance in zip(cells, np.diag(covariance), strict=True):
            weights[cell].append(1 / variance)
    typical = np.empty(count)
    for cell, found in enumerate(weights):
        w = np.array(found)
        typical[cell] = (len(w) - 1) * w.sum() / (w.sum() ** 2 - (w**2).sum()) if len(w) > 1 else 1 / w[0]
    return typical


def pooled_result(
    model: str, studies: Studies, pooled: Array, acov: Array, tau2: Array | None, i2: Array | None,
    q: tuple[float, int], log_likelihood: float | None, fit: FitIndices | None, notes: tuple[str, ...],
) -> Stage1:  # fmt: skip
    """The pooled correlations of a model with their covariances, heterogeneity and fit."""
    names, pairs = list(studies.variables), studies.pairs
    labels = [f"{names[j]}~{names[i]}" for i, j in pairs]

    def frame(values: Array) -> pd.DataFrame:
        return pd.DataFrame(values, index=names, columns=names)

    def spread(values: Array | None) -> pd.DataFrame | None:
        if values is None:
            return None
        matrix = as_matrix(values, pairs, len(names))
        np.fill_diagonal(matrix, np.nan)
        return frame(matrix)

    return Stage1(
        model=model,
        pooled=frame(pooled),
        acov=pd.DataFrame(acov, index=labels, columns=labels),
        n=float(studies.n.sum()),
        k=len(studies.names),
        tau2=spread(tau2),
        i2=spread(i2),
        q=q[0],
        q_df=q[1],
        q_p=float(stats.chi2.sf(q[0], q[1])) if q[1] > 0 else float("nan"),
        log_likelihood=log_likelihood,
        fit=fit,
        notes=notes,
        pairs=tuple(pairs),
    )
