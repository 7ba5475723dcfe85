"""A table of moderators as a matrix: numbers as columns, levels of a category as 0/1 columns."""

import numpy as np
import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from evidence.errors import InputError
from evidence.pooling.inputs import Floats

__all__ = ["design_matrix"]


def design_matrix(x: pd.DataFrame, intercept: bool = True) -> tuple[Floats, list[str]]:
    """Columns and their terms: `name` for a number, `name[level]` for a level, the first level being the baseline.

    Without intercept the first category keeps all its levels, so that each coefficient is the mean of a level. Levels
    are in alphabetical order, or in the order of a categorical. Columns that say the same twice are refused.
    """
    columns: list[Floats] = [np.ones(len(x))] if intercept else []
    terms = ["intercept"] if intercept else []
    baseline = intercept
    for name in x.columns:
        column = x[name]
        if is_numeric_dtype(column) and not is_bool_dtype(column):
            values = column.to_numpy(dtype=np.float64)
            if not np.isfinite(values).all():
                raise InputError("a moderator must be a finite number", where=str(name), todo="leave those rows out")
            columns.append(values)
            terms.append(str(name))
            continue
        coded = column if isinstance(column.dtype, pd.CategoricalDtype) else column.astype(str).astype("category")
        coded = coded.cat.remove_unused_categories()
        levels = list(coded.cat.categories)
        for level in levels[1:] if baseline else levels:
            columns.append((coded == level).to_numpy(dtype=np.float64))
            terms.append(f"{name}[{level}]")
        baseline = True
    if not columns:
        raise InputError("there is no moderator", todo="give a table with at least one column, or keep the intercept")
    X = np.column_stack(columns)
    _full_rank(X, terms)
    return X, terms


def _full_rank(X: Floats, terms: list[str]) -> None:
    """Refuse the first column that the ones before it already determine."""
    length = np.linalg.norm(X, axis=0)
    scaled = X / np.where(length > 0, length, 1)
    for j in range(X.shape[1]):
        if np.linalg.matrix_rank(scaled[:, : j + 1], tol=1e-10) < min(j + 1, X.shape[0]):
            raise InputError(
                "this moderator says nothing that the others do not say",
                where=terms[j],
                why="constant, or a sum of other columns" if j else "it is zero throughout",
                todo="leave it out",
            )
