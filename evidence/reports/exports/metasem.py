"""Correlation matrices, one per sample with its n, and a script for metaSEM."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Engine

from evidence.errors import EvidenceError
from evidence.pooling import masem
from evidence.reports.exports.export import Export, csv_bytes, r_names, r_text
from evidence.store.matrices import KINDS, Gathered, gather
from evidence.store.query import ask

_CONSTRUCTS = """
SELECT DISTINCT e.estimand, m.construct FROM correlation_effect AS e
JOIN mapped_construct AS m ON m.study_id = e.study_id AND (m.no = e.source_no OR m.no = e.target_no)
WHERE e.estimand <> 'HTMT ratio' AND e.exclusion IS NULL
"""
_SCRIPT = """# Pools the correlation matrices of this folder with metaSEM (Cheung 2015), and fits a path model to them.
#
# Assumptions
# - Correlations are of one kind ({kind}), as printed; those of reversed-worded scales are turned. notes.csv says what
#   was left out or averaged, and why; held-out evidence is not in the matrices. A matrix that cannot be pooled (not
#   positive definite) has use = false in samples.csv.
# - variables: those of which every pair was measured by some study; name others, or fewer, for another model.

variables <- {variables}
model <- "" # lavaan syntax, for example "Loyalty ~ Trust"; exogenous variances are to be fixed: "Trust ~~ 1*Trust"
held <- "REM" # or "FEM"

suppressPackageStartupMessages(library(metaSEM))
script <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
folder <- if (length(script)) dirname(script[1]) else "."
samples <- read.csv(file.path(folder, "samples.csv"), na.strings = "", encoding = "UTF-8")
samples <- samples[samples$use %in% c("true", TRUE), ]
matrices <- lapply(samples$file, function(file) {{
  printed <- as.matrix(read.csv(file.path(folder, file), row.names = 1, check.names = FALSE, encoding = "UTF-8"))
  whole <- matrix(NA_real_, length(variables), length(variables), dimnames = list(variables, variables))
  own <- intersect(variables, rownames(printed))
  whole[own, own] <- printed[own, own]
  diag(whole) <- ifelse(variables %in% own, 1, NA)
  whole
}})
names(matrices) <- samples$sample
some <- sapply(matrices, function(m) sum(!is.na(m[lower.tri(m)])) > 0)
pooled <- if (held == "FEM") {{
  tssem1(matrices[some], samples$n[some], method = "FEM")
}} else {{
  tssem1(matrices[some], samples$n[some], method = "REM", RE.type = "Diag", acov = "weighted")
}}
print(summary(pooled))
if (nzchar(model)) {{
  fitted <- tssem2(pooled, RAM = lavaan2RAM(model, obs.variables = variables))
  print(summary(fitted))
}}
"""


def make(engine: Engine) -> Mapping[str, bytes]:
    """For each kind of correlation the matrices, who they are of, what was left out, and the script."""
    found = ask(engine, _CONSTRUCTS, rows=1_000_000, seconds=600).rows
    files: dict[str, bytes] = {}
    for kind in KINDS:
        names = sorted({name for estimand, name in found if estimand == f"correlation, {kind}"})
        if names:
            gathered = gather(engine, names, kind=kind)
            if gathered.matrices:
                files |= {f"{kind}/{name}": content for name, content in _folder(gathered)}
    return files


def _folder(found: Gathered) -> Iterator[tuple[str, bytes]]:
    """The files of one kind of correlation; names of variables as R and lavaan take them."""
    safe = r_names({name for matrix in found.matrices.values() for name in matrix.columns})
    matrices = {name: matrix.rename(index=safe, columns=safe) for name, matrix in found.matrices.items()}
    refused = {
        name: why for name, n in zip(matrices, found.n, strict=True) if (why := _refusal(name, matrices[name], n))
    }
    rows: list[tuple[Any, ...]] = []
    for number, ((sample, matrix), n) in enumerate(zip(matrices.items(), found.n, strict=True), start=1):
        file = f"matrices/{number:03}.csv"
        rows.append((file, sample, n, len(matrix), sample not in refused))
        cells = ((name, *row) for name, row in zip(matrix.index, matrix.to_numpy().tolist(), strict=True))
        yield file, csv_bytes(("", *matrix.columns), cells)
    yield "samples.csv", csv_bytes(("file", "sample", "n", "variables", "use"), rows)
    yield "variables.csv", csv_bytes(("variable", "construct"), sorted((short, name) for name, short in safe.items()))
    notes = (*found.notes, *(f"not used: {why}" for why in refused.values()))
    yield "notes.csv", csv_bytes(("note",), ((note,) for note in notes))
    kept = [(name, n) for name, n in zip(matrices, found.n, strict=True) if name not in refused]
    chosen = masem.estimable({name: matrices[name] for name, _ in kept}, [n for _, n in kept]) if kept else ()
    variables = f"c({', '.join(r_text(name) for name in chosen)})"
    yield "metasem.R", _SCRIPT.format(kind=found.kind, variables=variables).encode()


def _refusal(name: str, matrix: pd.DataFrame, n: float) -> str:
    """Why a matrix cannot be pooled, as one that is not positive definite; or nothing."""
    try:
        masem.estimable({name: matrix}, [n])
    except EvidenceError as error:
        return str(error)
    return ""


EXPORT = Export("metasem", "correlation matrices per sample with n, and a script for two-stage SEM", make)
