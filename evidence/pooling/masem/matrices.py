"""Correlation matrices of several studies brought to one set of variables, checked, and read as cells.

A variable whose diagonal is missing was not measured in that study: its correlations are not used there. Cells run
through the lower triangle by column, as in metaSEM. A matrix that is not positive definite is refused by study name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from evidence.errors import InputError

__all__ = ["Matrices", "Studies", "cells", "complete_variables", "estimable", "read_studies"]

Array = NDArray[np.float64]
Matrices = Mapping[str, pd.DataFrame] | Sequence[pd.DataFrame]

SYMMETRY = 1e-6  # printed correlations have at most four digits; two halves that differ more are two claims
DEFINITE = 1e-8  # smallest eigenvalue that is not zero within rounding


@dataclass(frozen=True)
class Studies:
    """Studies on a common list of variables; NaN where a correlation is unknown."""

    names: tuple[str, ...]
    variables: tuple[str, ...]
    r: tuple[Array, ...]
    n: Array
    printed: tuple[Array, ...]
    notes: tuple[str, ...]

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """The cells (row, column), lower triangle by column."""
        p = len(self.variables)
        return [(i, j) for j in range(p) for i in range(j + 1, p)]

    def observed(self) -> list[tuple[NDArray[np.intp], Array]]:
        """Per study the numbers of its observed cells and their correlations."""
        rows, columns = np.array(self.pairs).reshape(-1, 2).T
        found = []
        for matrix in self.r:
            values = matrix[rows, columns]
            known = np.flatnonzero(~np.isnan(values))
            found.append((known, values[known]))
        return found

    def known_together(self) -> tuple[str, ...]:
        """The largest set of variables of which every pair was measured by some study."""
        seen = np.any([~np.isnan(matrix) for matrix in self.r], axis=0)
        graph: Any = nx.Graph()
        graph.add_nodes_from(range(len(self.variables)))
        graph.add_edges_from((i, j) for i, j in self.pairs if seen[i, j])
        largest = max(nx.find_cliques(graph), key=lambda clique: (len(clique), [-i for i in sorted(clique)]))
        return tuple(self.variables[i] for i in sorted(largest))

    def require_cells(self) -> None:
        """Refuse when a correlation was reported by no study, saying which variables to leave out."""
        seen = np.any([~np.isnan(matrix) for matrix in self.r], axis=0)
        empty = [f"{self.variables[j]} with {self.variables[i]}" for i, j in self.pairs if not seen[i, j]]
        if empty:
            kept = self.known_together()
            raise InputError(
                f"{len(empty)} of {len(self.pairs)} correlations were measured by no study",
                why=", ".join(empty),
                todo=f"leave out {', '.join(v for v in self.variables if v not in kept)}",
            )


def read_studies(matrices: Matrices, n: Sequence[float]) -> Studies:
    """Check the matrices and bring them to the variables in the order in which they first appear."""
    named = dict(matrices) if isinstance(matrices, Mapping) else {f"study {i + 1}": m for i, m in enumerate(matrices)}
    sizes = np.asarray(list(n), dtype=np.float64)
    if not named:
        raise InputError("no correlation matrices were given")
    if len(named) != len(sizes):
        raise InputError("matrices and sample sizes differ in number", why=f"{len(named)} and {len(sizes)}")
    variables = tuple(dict.fromkeys(str(v) for m in named.values() for v in m.columns))
    notes: list[str] = []
    brought = []
    for (name, matrix), size in zip(named.items(), sizes, strict=True):
        if not size >= 3:
            raise InputError(f"the sample size is {size:g}", where=name, why="a correlation needs three persons")
        brought.append(_read_one(str(name), matrix, variables, notes))
    return Studies(
        tuple(str(name) for name in named), variables, tuple(b[0] for b in brought), sizes,
        tuple(b[1] for b in brought), tuple(notes),
    )  # fmt: skip


def _read_one(name: str, matrix: pd.DataFrame, variables: tuple[str, ...], notes: list[str]) -> tuple[Array, Array]:
    """One study on all variables: what is usable, and everything printed."""
    own = [str(v) for v in matrix.columns]
    if len(set(own)) != len(own):
        raise InputError("a variable appears twice", where=name, todo="give each variable its own name")
    if [str(v) for v in matrix.index] != own:
        raise InputError("rows and columns name different variables", where=name, todo="use the same order in both")
    values = matrix.to_numpy(dtype=np.float64)
    values = np.where(np.isnan(values), values.T, values)
    split = np.abs(values - values.T)
    if np.nanmax(split, initial=0.0) > SYMMETRY:
        i, j = np.unravel_index(int(np.nanargmax(split)), split.shape)
        raise InputError(
            f"the two halves of the matrix differ at {own[i]} and {own[j]}", where=name,
            why=f"{values[i, j]:g} and {values[j, i]:g}", todo="keep the half that was printed",
        )  # fmt: skip
    diagonal = np.diag(values)
    if np.any(np.abs(diagonal - 1) > SYMMETRY):
        raise InputError("the diagonal is not 1", where=name, todo="give correlations, not covariances")
    if np.any(np.abs(values) > 1 + SYMMETRY):
        raise InputError("a correlation is above 1 in size", where=name, why="impossible as printed")
    place = [variables.index(v) for v in own]
    printed = np.full((len(variables), len(variables)), np.nan)
    printed[np.ix_(place, place)] = values
    usable = printed.copy()
    absent = np.isnan(np.diag(printed))
    usable[absent, :] = np.nan
    usable[:, absent] = np.nan
    lost = int(np.triu(~np.isnan(printed) & np.isnan(usable), 1).sum())
    if lost:
        notes.append(f"{name}: {lost} correlation{'s' * (lost != 1)} not used, the diagonal says not measured")
    _require_definite(name, usable, variables)
    return usable, printed


def complete_variables(matrix: Array) -> NDArray[np.intp]:
    """The measured variables, without those that have most unknown correlations, until all are known."""
    kept = list(np.flatnonzero(~np.isnan(np.diag(matrix))))
    while kept:
        unknown = np.isnan(matrix[np.ix_(kept, kept)]).sum(axis=0)
        if not unknown.any():
            break
        kept.pop(int(np.flatnonzero(unknown == unknown.max())[-1]))
    return np.array(kept, dtype=np.intp)


def _require_definite(name: str, matrix: Array, variables: tuple[str, ...]) -> None:
    kept = complete_variables(matrix)
    smallest = float(np.linalg.eigvalsh(matrix[np.ix_(kept, kept)])[0]) if len(kept) else 1.0
    if smallest <= DEFINITE:
        raise InputError(
            "the correlation matrix is not positive definite", where=name,
            why=f"smallest eigenvalue {smallest:.4g} of {', '.join(variables[i] for i in kept)}",
            todo="check the printed correlations or leave the study out",
        )  # fmt: skip


def cells(matrices: Matrices, n: Sequence[float]) -> pd.DataFrame:
    """One row per pair of variables: who measured it (k, n), the mean correlation and how much studies differ.

    mean_r is weighted by n; q, q_p and i2 (percent) are those of Fisher z with weights n - 3. A pair with k = 0 was
    measured by nobody.
    """
    studies = read_studies(matrices, n)
    rows = []
    for i, j in studies.pairs:
        r = np.array([matrix[i, j] for matrix in studies.r])
        known = ~np.isnan(r)
        r, sizes = r[known], studies.n[known]
        row: dict[str, object] = {"x": studies.variables[j], "y": studies.variables[i], "k": len(r), "n": sizes.sum()}
        weights = sizes - 3
        usable = weights > 0
        if len(r):
            row["mean_r"] = float(np.average(r, weights=sizes))
        if usable.sum() > 1:
            z, w = np.arctanh(r[usable]), weights[usable]
            q, df = float(w @ (z - np.average(z, weights=w)) ** 2), int(usable.sum()) - 1
            row |= {"q": q, "q_p": float(stats.chi2.sf(q, df)), "i2": 100 * max(0.0, (q - df) / q) if q > 0 else 0.0}
        row["studies"] = ", ".join(name for name, has in zip(studies.names, known, strict=True) if has)
        rows.append(row)
    return pd.DataFrame(rows, columns=["x", "y", "k", "n", "mean_r", "q", "q_p", "i2", "studies"])


def estimable(matrices: Matrices, n: Sequence[float]) -> tuple[str, ...]:
    """The largest set of variables a path model can use: every pair of them was measured by some study."""
    return read_studies(matrices, n).known_together()
