"""Quantities that cannot leave their range, whatever the data."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from math import inf
from typing import Any

from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Level, Missing, Relation
from evidence.checks.sheet import Cell, Row, Sheet
from evidence.checks.tables import matrices, off_diagonal

__all__ = ["CHECKS"]


def _range(value: Interval, name: str, lo: float, hi: float, level: Level, sane: bool) -> Conflict | None:
    if value.lo <= hi and value.hi >= lo:
        return None
    bounds = f"[{lo:g}, {hi:g}]" if hi < inf and lo > -inf else f">= {lo:g}" if hi == inf else f"<= {hi:g}"
    word = "is beyond any sensible value" if sane else "is impossible as printed"
    return Conflict(level, f"{name} {value} {word}: it lies in {bounds}", f"{name} {value}", bounds)


def _one(
    cell: Cell | None, at: str, name: str, lo: float, hi: float, level: Level = "error", sane: bool = False
) -> Iterator[Relation]:
    if cell is not None:
        yield Relation(at, (cell,), partial(_range, name=name, lo=lo, hi=hi, level=level, sane=sane), witness=False)


def _limits(section: str, *limits: tuple[str, str, float, float]) -> Callable[[Sheet], Iterable[Relation | Missing]]:
    """Relations that keep each named cell of a section's rows inside its limits."""

    def relations(sheet: Sheet) -> Iterator[Relation | Missing]:
        for row in sheet.rows(section):
            for key, name, lo, hi in limits:
                yield from _one(row(key), row.at, name, lo, hi)

    return relations


def _correlations(sheet: Sheet) -> Iterator[Relation]:
    for matrix in matrices(sheet):
        for i, j, cell in off_diagonal(matrix):
            yield from _one(cell, matrix.row.at, f"correlation of {matrix.name(i)} and {matrix.name(j)}", -1, 1)
    for row in sheet.rows("tests"):
        if row.says("kind") == "r":
            yield from _one(row("stat"), row.at, "correlation", -1, 1)


def _htmt(sheet: Sheet) -> Iterator[Relation]:
    for row in sheet.rows("htmt"):
        for i, line in enumerate(row.raw.get("lower") or () if isinstance(row.raw.get("lower"), list | tuple) else ()):
            for j in range(len(line) if isinstance(line, list | tuple) else 0):
                cell = sheet.at(f"{row.at}/lower/{i}/{j}") if i != j else None
                yield from _one(cell, row.at, "HTMT", 0, inf)
                yield from _one(cell, row.at, "HTMT", -inf, 1.5, "error", sane=True)


def _fit_indices(sheet: Sheet) -> Iterator[Relation]:
    for row in sheet.rows("fit"):
        for key in ("cfi", "nfi", "gfi", "agfi"):
            yield from _one(row(key), row.at, key.upper(), 0 if key in ("cfi", "nfi") else -inf, 1)
        for key in ("tli", "ifi", "rfi"):
            yield from _one(row(key), row.at, key.upper(), -inf, 1.5, "error", sane=True)
        for key in ("rmsea", "rmsea_lo", "rmsea_hi"):
            yield from _one(row(key), row.at, "RMSEA", 0, 1)


_OF_A_CONSTRUCT = (
    ("ave", "AVE", 0, 1),
    ("cr", "CR", 0, 1),
    ("alpha", "alpha", -inf, 1),
    ("mean_r", "mean inter-item correlation", -1, 1),
)
_OF_ALL_SCALES = (("alpha", "alpha", -inf, 1), ("kmo", "KMO", 0, 1), ("variance_explained", "variance explained", 0, 1))


def _reliabilities(sheet: Sheet) -> Iterator[Relation | Missing]:
    yield from _limits("constructs", *_OF_A_CONSTRUCT)(sheet)
    yield from _limits("measurement", *_OF_ALL_SCALES)(sheet)


def _vifs(sheet: Sheet) -> Iterator[Relation]:
    for row in sheet.rows("structural"):
        alone = len(row.names("predictors")) == 1
        vif = row.sub("vif")
        for name in vif.raw:
            yield from _one(vif(name), row.at, "VIF", 1, 1 if alone else inf)


def _f2s(sheet: Sheet) -> Iterator[Relation]:
    for row in sheet.rows("structural"):
        f2, r2 = row.sub("f2"), row("r2")
        for name in f2.raw:
            cell = f2(name)
            yield from _one(cell, row.at, f"f2 of {name}", 0, inf)
            if cell and r2:
                yield Relation(row.at, (cell, r2), _f2_cap)


def _f2_cap(f2: Interval, r2: Interval) -> Conflict | None:
    share = r2.cut(0.0, 1.0)
    cap = inf if share.hi >= 1 else share.hi / (1 - share.hi) * (1 + 1e-12)
    if f2.lo <= cap:
        return None
    return Conflict(
        "error",
        f"f2 {f2} is above R2 / (1 - R2) = {cap:.4g}, the most any predictor can have",
        str(f2),
        f"<= {cap:.4g}",
    )


def _means(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("descriptives"):
        mean, lo, hi = row("mean"), row("scale_min"), row("scale_max")
        if mean is None:
            continue
        if lo is None or hi is None:
            yield Missing(row.at, "the ends of the scale")
        else:
            yield Relation(row.at, (mean, lo, hi), _inside_scale, witness=False)


def _inside_scale(mean: Interval, lo: Interval, hi: Interval) -> Conflict | None:
    if mean.lo <= hi.hi and mean.hi >= lo.lo:
        return None
    return Conflict("error", f"the mean {mean} lies outside the scale from {lo} to {hi}", str(mean), f"[{lo}, {hi}]")


def _fsqca(sheet: Sheet) -> Iterator[Relation]:
    def shares(row: Row, *keys: str) -> Iterator[Relation]:
        for key in keys:
            yield from _one(row(key), row.at, key.replace("_", " "), 0, 1)

    for solution in sheet.rows("fsqca"):
        yield from shares(solution, "solution_consistency", "solution_coverage", "consistency_cutoff")
        for config in solution.rows("configs"):
            yield from shares(config, "consistency", "pri", "raw_coverage", "unique_coverage")


def _check(
    id: str,
    title: str,
    formula: str,
    reference: str,
    relations: Callable[[Sheet], Iterable[Relation | Missing]],
    *vectors: tuple[dict[str, Any], ...],
    needs: str = "the printed value",
    avoids: str = "",
) -> Check:
    passes, fails, silent = vectors
    return Check(id, title, 3, formula, reference, needs, relations, passes, fails, silent, avoids)


_HAIR = "Hair et al. 2019, doi:10.1108/EBR-11-2018-0203"
_NONE = ({"sample": {"n": "100"}},)
CHECKS = (
    _check(
        "correlation-out-of-range",
        "correlation beyond -1 or 1",
        "-1 <= r <= 1",
        "Rodgers & Nicewander 1988, doi:10.1080/00031305.1988.10475524",
        _correlations,
        ({"correlations": {"names": ["a", "b"], "lower": [["1.00"], [".45", "1.00"]]}},),
        (
            {"correlations": [{"names": ["a", "b"], "lower": [["1.00"], ["4.5", "1.00"]]}]},
            {"tests": [{"kind": "r", "stat": "-5.2"}]},
        ),
        _NONE,
    ),
    _check(
        "r2-range",
        "R2 outside [0, 1]",
        "0 <= R2 <= 1; adjusted R2 <= 1",
        "Wright 1934, doi:10.1214/aoms/1177732676",
        _limits("structural", ("r2", "R2", 0, 1), ("r2_adj", "adjusted R2", -inf, 1)),
        ({"structural": [{"r2": ".23", "r2_adj": "-.01"}]},),
        ({"structural": [{"r2": "23.0"}]}, {"structural": [{"r2_adj": "1.2"}]}, {"structural": [{"r2": "-.05"}]}),
        _NONE,
        avoids="adjusted R2 and Q2 may be negative",
    ),
    _check(
        "reliability-range",
        "AVE, composite reliability or alpha out of range",
        "AVE, CR, KMO in [0, 1]; alpha <= 1",
        "Fornell & Larcker 1981, doi:10.1177/002224378101800104",
        _reliabilities,
        ({"constructs": [{"ave": ".39", "cr": ".76", "alpha": "-.10"}]}, {"measurement": {"kmo": ".91"}}),
        ({"constructs": [{"ave": "39.0"}]}, {"constructs": [{"alpha": "1.76"}]}, {"measurement": {"kmo": "9.1"}}),
        _NONE,
        avoids="alpha may be negative; rho_A may exceed 1",
    ),
    _check(
        "f2-range",
        "f2 below 0 or above what R2 allows",
        "0 <= f2 <= R2 / (1 - R2)",
        "Cohen 1988, ISBN 978-0-8058-0283-2, chapter 9",
        _f2s,
        ({"structural": [{"r2": ".159", "f2": {"x": ".190"}}]},),
        ({"structural": [{"r2": ".159", "f2": {"x": ".290"}}]}, {"structural": [{"f2": {"x": "-.19"}}]}),
        _NONE,
    ),
    _check(
        "vif-range",
        "VIF below 1, or other than 1 for a single predictor",
        "VIF = 1 / (1 - R2_j) >= 1; = 1 with one predictor",
        _HAIR,
        _vifs,
        ({"structural": [{"predictors": ["x"], "vif": {"x": "1.000"}}]},),
        (
            {"structural": [{"predictors": ["x"], "vif": {"x": "1.009"}}]},
            {"structural": [{"predictors": ["x", "z"], "vif": {"x": ".90"}}]},
        ),
        _NONE,
    ),
    _check(
        "fit-index-range",
        "fit index out of range",
        "0 <= CFI, NFI <= 1; GFI, AGFI <= 1; TLI, IFI, RFI <= 1.5 (sanity); 0 <= RMSEA < 1",
        "Hu & Bentler 1998, doi:10.1037/1082-989X.3.4.424",
        _fit_indices,
        ({"fit": [{"cfi": "1.00", "tli": "1.10", "rmsea": ".00"}]},),
        ({"fit": [{"cfi": "8.00"}]}, {"fit": [{"tli": "9.1"}]}, {"fit": [{"rmsea": "-.06"}]}),
        _NONE,
        avoids="TLI and IFI exceed 1 when chi2 < df; GFI of some estimators is negative",
    ),
    _check(
        "srmr-range",
        "SRMR outside [0, 1]",
        "0 <= SRMR <= 1",
        "Hu & Bentler 1998, doi:10.1037/1082-989X.3.4.424",
        _limits("fit", ("srmr", "SRMR", 0, 1)),
        ({"fit": [{"srmr": ".08"}]},),
        ({"fit": [{"srmr": "8.0"}]},),
        _NONE,
    ),
    _check(
        "htmt-range",
        "HTMT below 0, or beyond any sensible value",
        "0 <= HTMT; HTMT <= 1.5 (sanity)",
        "Henseler, Ringle & Sarstedt 2015, doi:10.1007/s11747-014-0403-8",
        _htmt,
        ({"htmt": {"names": ["a", "b"], "lower": [[], ["1.04"]]}},),
        ({"htmt": {"lower": [[], ["5.42"]]}}, {"htmt": {"lower": [[], ["-.42"]]}}),
        ({"htmt": {"lower": [[]]}}, {"htmt": {"lower": "none"}}),
        avoids="values a little above 1 are legitimate",
    ),
    _check(
        "fsqca-range",
        "consistency, coverage or PRI outside [0, 1]",
        "0 <= consistency, coverage, PRI <= 1",
        "Ragin 2008, ISBN 978-0-226-70275-9",
        _fsqca,
        ({"fsqca": [{"configs": [{"consistency": ".92", "pri": ".87"}], "solution_coverage": ".85"}]},),
        ({"fsqca": [{"solution_consistency": "8.6"}]}, {"fsqca": [{"configs": [{"pri": "7.87"}]}]}),
        _NONE,
    ),
    _check(
        "mean-range",
        "mean outside its scale",
        "scale minimum <= mean <= scale maximum",
        "Brown & Heathers 2017, doi:10.1177/1948550616673876",
        _means,
        ({"descriptives": [{"mean": "5.08", "scale_min": "1", "scale_max": "6"}]},),
        ({"descriptives": [{"mean": "8.05", "scale_min": "1", "scale_max": "6"}]},),
        ({"descriptives": [{"mean": "8.05"}]},),
        needs="the mean and the ends of its scale",
    ),
)
