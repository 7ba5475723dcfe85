"""Correlation matrices that no data can have."""

from collections.abc import Iterator
from functools import partial

import numpy as np

from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Level, Missing, Relation
from evidence.checks.sheet import Sheet
from evidence.checks.tables import matrices, off_diagonal

__all__ = ["CHECKS"]


def _definite(*cells: Interval, places: tuple[tuple[int, int], ...], size: int, level: Level) -> Conflict | None:
    """v'Rv <= v'Mv + sum |v_i||v_j| H_ij for every R in the box: below 0, no correlation matrix rounds to M."""
    m, h = np.eye(size), np.zeros((size, size))
    for (i, j), cell in zip(places, cells, strict=True):
        m[i, j] = m[j, i] = cell.mid
        h[i, j] = h[j, i] = (cell.hi - cell.lo) / 2
    if not np.isfinite(m).all() or not np.isfinite(h).all():
        return None
    values, vectors = np.linalg.eigh(m)
    v = np.abs(vectors[:, 0])
    bound = float(values[0] + v @ h @ v)
    if bound >= -1e-10:
        return None
    message = f"no correlation matrix rounds to the printed one: the smallest eigenvalue is at most {bound:.4f}"
    return Conflict(level, message, f"eigenvalue {values[0]:.4f}", ">= 0")


def _psd(sheet: Sheet) -> Iterator[Relation | Missing]:
    for table in matrices(sheet):
        size = len(table.lower)
        if size < 2:
            continue
        known = list(off_diagonal(table))
        if len(known) < size * (size - 1) // 2:
            yield Missing(table.row.at, "all correlations below the diagonal")
            continue
        level: Level = (
            "error" if table.kind in ("pls-scores", "observed-same-variables", "latent-same-model") else "warn"
        )
        places = tuple((i, j) for i, j, _ in known)
        yield Relation(
            table.row.at, tuple(c for _, _, c in known), partial(_definite, places=places, size=size, level=level)
        )


def _diagonal(sheet: Sheet) -> Iterator[Relation]:
    for table in matrices(sheet):
        if table.diagonal == "one":
            for i, line in enumerate(table.lower):
                if i < len(line) and (cell := line[i]) is not None:
                    yield Relation(table.row.at, (cell,), partial(_one, name=table.name(i)), witness=False)


def _one(value: Interval, name: str) -> Conflict | None:
    if 1.0 in value:
        return None
    return Conflict("note", f"{name} correlates {value} with itself", str(value), "1")


def _lower(*r: str) -> dict[str, object]:
    a, b, c = r
    return {"names": ["a", "b", "c"], "diagonal": "one", "lower": [["1.00"], [a, "1.00"], [b, c, "1.00"]]}


_REF = "Lorenzo-Seva & Ferrando 2021, doi:10.1080/10705511.2020.1735393"
CHECKS = (
    Check(
        id="correlation-matrix-not-psd",
        title="no correlation matrix rounds to the printed one",
        section=3,
        formula="lambda_min + sum |v_i||v_j| h_ij >= 0, v the eigenvector of the smallest eigenvalue",
        reference=_REF,
        needs="a complete lower triangle",
        relations=_psd,
        passes=({"correlations": _lower(".45", ".40", ".28")}, {"correlations": [_lower(".9", ".9", ".9")]}),
        fails=(
            {"correlations": _lower(".90", ".90", "-.90")},
            {"correlations": [{**_lower(".90", ".90", "-.90"), "kind": "pls-scores"}]},
        ),
        silent=({"correlations": {"lower": [["1"], [None, "1"]]}}, {"correlations": {"lower": [["1"]]}}),
        avoids="pairwise deletion, polychoric or disattenuated correlations (warn); HTMT above the diagonal",
    ),
    Check(
        id="diagonal-is-one",
        title="a variable does not correlate 1 with itself",
        section=3,
        formula="r_ii = 1",
        reference=_REF,
        needs="a table printed with ones on its diagonal",
        relations=_diagonal,
        passes=({"correlations": _lower(".45", ".40", ".28")},),
        fails=({"correlations": {**_lower(".45", ".40", ".28"), "lower": [["1.00"], [".45", "3.00"]]}},),
        silent=({"correlations": {"diagonal": "sqrt_ave", "lower": [[".7"]]}},),
        avoids="another use of the diagonal: a note",
        sanity=True,
    ),
)
