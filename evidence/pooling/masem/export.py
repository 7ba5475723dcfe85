"""The same input as a script for R, so that metaSEM or lavaan can be asked the same question.

What our model adds by default is written out, because `lavaan2RAM` of metaSEM adds nothing: covariances of exogenous
variables, and their variances fixed at 1. Cheung 2015, Frontiers in Psychology 5:1521; Rosseel 2012, Journal of
Statistical Software 48(2).
"""

import json
from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from evidence.errors import InputError, UsageError, nearest

from .matrices import Matrices, cells, read_studies
from .path_model import build_structure
from .stage1 import Stage1
from .syntax import Term, parse_model

__all__ = ["lavaan_script", "metasem_script"]

Array = NDArray[np.float64]


def metasem_script(matrices: Matrices, n: Sequence[float], model: str, kind: str = "REM") -> str:
    """An R script that pools these matrices and fits this model with metaSEM."""
    if kind not in ("FEM", "REM"):
        raise UsageError(f"stage 1 knows no model {kind!r}", why=nearest(str(kind), ["FEM", "REM"]))
    studies = read_studies(matrices, n)
    text = _explicit(model, studies.variables, fixed_variances=True)
    blocks = [
        f"  {_quoted(name)} = {_matrix(matrix, len(studies.variables))}"
        for name, matrix in zip(studies.names, studies.printed, strict=True)
    ]
    options = ', method = "FEM"' if kind == "FEM" else ', method = "REM", RE.type = "Diag", acov = "weighted"'
    return "\n".join(
        [
            "library(metaSEM)",
            _vector("variables", studies.variables),
            "matrices <- list(\n" + ",\n".join(blocks) + "\n)",
            "n <- c(" + ", ".join(_number(x) for x in studies.n) + ")",
            f"model <- {_quoted(text)}",
            f"pooled <- tssem1(matrices, n{options})",
            "summary(pooled)",
            "fitted <- tssem2(pooled, RAM = lavaan2RAM(model, obs.variables = variables))",
            "summary(fitted)",
            "",
        ]
    )


def lavaan_script(pooled: Stage1, model: str, matrices: Matrices, n: Sequence[float]) -> str:
    """An R script that fits this model to the pooled matrix with lavaan, N the harmonic mean over the cells.

    Its standard errors take the pooled matrix for one sample and are known to be wrong; it is a check of estimates.
    """
    total = cells(matrices, n)["n"].to_numpy(dtype=np.float64)
    size = float(len(total) / (1 / total).sum())
    return "\n".join(
        [
            "library(lavaan)",
            _vector("variables", pooled.variables),
            f"R <- {_matrix(pooled.pooled.to_numpy(), len(pooled.variables))}",
            f"model <- {_quoted(_explicit(model, pooled.variables, fixed_variances=False))}",
            f"fitted <- sem(model, sample.cov = R, sample.nobs = {_number(round(size, 4))}, std.lv = TRUE)",
            "summary(fitted, standardized = TRUE)",
            "",
        ]
    )


def _explicit(model: str, variables: tuple[str, ...], *, fixed_variances: bool) -> str:
    """The model text with what is otherwise understood, every variable of the matrices in it."""
    parsed = parse_model(model)
    structure = build_structure(parsed, variables)
    unused = [v for v in variables if v not in structure.observed]
    if unused:
        raise InputError(
            "the model leaves out variables of the matrices",
            why=", ".join(unused),
            todo="give matrices of the variables in the model",
        )
    lines = [_line(term) for term in structure.terms]
    caused = {t.lhs if t.op == "~" else t.rhs for t in parsed.terms if t.op != "~~"}
    stated = {t.lhs for t in parsed.terms if t.op == "~~" and t.lhs == t.rhs}
    if fixed_variances:
        lines += [f"{v} ~~ 1*{v}" for v in structure.variables if v not in caused | stated]
    return "\n".join([*lines, *(f"{q.name} := {q.expression}" for q in parsed.defined)])


def _line(term: Term) -> str:
    modifier = term.label if term.fixed is None else _number(term.fixed)
    return f"{term.lhs} {term.op} {modifier}*{term.rhs}" if modifier else f"{term.lhs} {term.op} {term.rhs}"


def _matrix(values: Array, size: int) -> str:
    rows = ",\n    ".join(", ".join(_number(x) for x in row) for row in values)
    return f"matrix(c(\n    {rows}),\n    {size}, {size}, byrow = TRUE, dimnames = list(variables, variables))"


def _vector(name: str, values: Sequence[str]) -> str:
    return f"{name} <- c({', '.join(_quoted(v) for v in values)})"


def _number(value: float) -> str:
    return "NA" if pd.isna(value) else f"{value:.15g}"


def _quoted(text: str) -> str:
    """R reads the escapes of JSON strings."""
    return json.dumps(text, ensure_ascii=False)
