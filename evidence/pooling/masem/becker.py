"""Pooled correlations by generalised least squares, each study with its own sampling covariances.

V_g = cov(r) / (n - 1), or D cov(r) D / (n - 3) with D = diag(1 / (1 - r²)) for Fisher z; the mean is
(X'WX)⁻¹X'Wy, W the inverse of V_g + diag(tau2), tau2 by restricted maximum likelihood. Becker 1992, Journal of
Educational Statistics 17:341; Becker 2009, in The Handbook of Research Synthesis and Meta-Analysis.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from evidence.errors import InputError, UsageError, nearest

from .fixed_effects import as_matrix
from .matrices import Matrices, Studies, complete_variables, read_studies
from .random_effects import mean_vector, random_effects
from .sampling import correlation_covariance
from .stage1 import Stage1, pooled_result

__all__ = ["generalised_least_squares"]

Array = NDArray[np.float64]


def generalised_least_squares(matrices: Matrices, n: Sequence[float], model: str = "RE", measure: str = "z") -> Stage1:
    """Pool correlation matrices by Becker's method; the result goes into stage 2 as that of stage 1 does.

    `measure` "z" pools Fisher z and turns means and their covariance back (delta method); tau2 stays on the scale of z.
    """
    if model not in ("FE", "RE"):
        raise UsageError(f"no such model {model!r}", why=nearest(str(model), ["FE", "RE"]))
    if measure not in ("r", "z"):
        raise UsageError(f"no such measure {measure!r}", why=nearest(str(measure), ["r", "z"]))
    studies = read_studies(matrices, n)
    studies.require_cells()
    observed, sampling, notes = _own_covariances(studies, measure)
    count, size = len(studies.pairs), len(studies.variables)
    seen = {int(c) for cells, _ in observed for c in cells}
    if len(seen) < count:
        raise InputError(
            "some correlations are only reported beside missing ones",
            todo="use stage1, which takes single correlations",
        )
    fixed, vcov, inverses = mean_vector(observed, sampling, np.zeros(count))
    residuals = [values - fixed[cells] for cells, values in observed]
    q = sum(float(e @ w @ e) for e, w in zip(residuals, inverses, strict=True))
    df = sum(len(cells) for cells, _ in observed) - count
    mean, tau2, likelihood = fixed, None, None
    if model == "RE":
        found = random_effects(observed, sampling, count, restricted=True)
        mean, vcov, tau2, likelihood = found.mean, found.vcov, found.tau2, found.log_likelihood
    if measure == "z":
        slope = 1 - np.tanh(mean) ** 2
        mean, vcov = np.tanh(mean), vcov * np.outer(slope, slope)
    return pooled_result(
        f"GLS-{model}-{measure}", studies, as_matrix(mean, studies.pairs, size), vcov, tau2, None, (q, df), likelihood,
        None, (*studies.notes, *notes),
    )  # fmt: skip


def _own_covariances(
    studies: Studies, measure: str
) -> tuple[list[tuple[NDArray[np.intp], Array]], list[Array], tuple[str, ...]]:
    """Effects and covariances of every study, on the variables whose correlations are all known."""
    number = {pair: c for c, pair in enumerate(studies.pairs)}
    observed, sampling, notes = [], [], []
    for name, matrix, n in zip(studies.names, studies.r, studies.n, strict=True):
        kept = complete_variables(matrix)
        dropped = sorted(set(np.flatnonzero(~np.isnan(np.diag(matrix)))) - set(kept))
        if dropped:
            lost = ", ".join(studies.variables[i] for i in dropped)
            notes.append(f"{name}: {lost} left out, some correlations are missing")
        pairs = [(i, j) for i, j in studies.pairs if i in kept and j in kept]
        if not pairs:
            continue
        values = np.array([matrix[i, j] for i, j in pairs])
        covariance = correlation_covariance(matrix, pairs) / (n - 1)
        if measure == "z":
            if n <= 3:
                raise InputError(f"the sample size is {n:g}", where=name, why="Fisher z needs more than three persons")
            slope = 1 / (1 - values**2)
            covariance = covariance * np.outer(slope, slope) * (n - 1) / (n - 3)
            values = np.arctanh(values)
        observed.append((np.array([number[pair] for pair in pairs], dtype=np.intp), values))
        sampling.append(covariance)
    return observed, sampling, tuple(notes)
