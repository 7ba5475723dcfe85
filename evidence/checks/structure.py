"""What an equation explains: R2 from paths and correlations, path tracing, adjustment, F."""

from collections.abc import Iterator
from functools import partial
from itertools import combinations
from math import inf

from evidence.checks.interval import Interval, total
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Cell, Sheet
from evidence.checks.tables import Equation, Table, equations, same_model

__all__ = ["CHECKS", "among_predictors", "quadratic", "unknown_predictors"]

_WRIGHT = "Wright 1934, doi:10.1214/aoms/1177732676"


def quadratic(betas: list[Interval], rs: list[Interval]) -> Interval:
    """sum(b_i^2) + 2 * sum(b_i * b_j * r_ij), r in the order of `combinations`; a sum of squares, so at least 0."""
    squares = [b.squared() for b in betas]
    crossed = [a * b * r * 2.0 for (a, b), r in zip(combinations(betas, 2), rs, strict=True)]
    found = total([*squares, *crossed])
    return Interval(max(found.lo, 0.0), max(found.hi, 0.0))


def _implied(r2: Interval, *cells: Interval, k: int) -> Conflict | None:
    implied = quadratic(list(cells[:k]), list(cells[k:]))
    if implied.meets(r2):
        return None
    what = "the squared path" if k == 1 else "the paths and correlations of the predictors imply"
    return Conflict("critical", f"R2 {r2} differs from {implied}: {what}", f"R2 {r2}", str(implied))


def _products(r2: Interval, *cells: Interval, k: int) -> Conflict | None:
    implied = total(b * r for b, r in zip(cells[:k], cells[k:], strict=True))
    if implied.meets(r2):
        return None
    return Conflict(
        "critical", f"R2 {r2} differs from {implied}, the sum of path times correlation", f"R2 {r2}", str(implied)
    )


def among_predictors(table: Table | None, eq: Equation) -> tuple[Cell, ...] | None:
    """The correlations of the predictors, in the order of `combinations`."""
    if len(eq.betas) == 1:
        return ()
    cells = [table.cell(a, b) if table else None for a, b in combinations(eq.betas, 2)]
    return None if any(c is None for c in cells) else tuple(c for c in cells if c)


def _with_outcome(table: Table | None, eq: Equation) -> tuple[Cell, ...] | None:
    cells = [table.cell(x, eq.outcome) if table else None for x in eq.betas]
    return None if any(c is None for c in cells) else tuple(c for c in cells if c)


def unknown_predictors(eq: Equation) -> Missing | None:
    """What keeps an equation from being judged: a path without its coefficient, or predictors not listed."""
    if not eq.betas:
        return Missing(eq.row.at, f"standardised paths to {eq.outcome}")
    if not eq.complete:
        return Missing(eq.row.at, f"all predictors of {eq.outcome} (complete_equation)")
    return None


def _r2(sheet: Sheet) -> Iterator[Relation | Missing]:
    for eq in equations(sheet):
        if eq.r2 is None:
            continue
        if lacking := unknown_predictors(eq):
            yield lacking
            continue
        table, betas = same_model(sheet, eq.row), tuple(eq.betas.values())
        among, outcome = among_predictors(table, eq), _with_outcome(table, eq)
        if among is not None:
            yield Relation(eq.row.at, (eq.r2, *betas, *among), partial(_implied, k=len(betas)))
        if outcome is not None and len(betas) > 0:
            yield Relation(eq.row.at, (eq.r2, *betas, *outcome), partial(_products, k=len(betas)))
        if among is None:
            yield Missing(eq.row.at, f"the correlations of the predictors of {eq.outcome}, of the same model")


def _normal_equation(r: Interval, own: Interval, *rest: Interval, names: tuple[str, str]) -> Conflict | None:
    half = len(rest) // 2
    implied = total([own, *(b * c for b, c in zip(rest[:half], rest[half:], strict=True))])
    if implied.meets(r):
        return None
    message = f"the paths imply {implied} for the correlation of {names[0]} and {names[1]}, printed {r}"
    return Conflict("critical", message, str(r), str(implied))


def _tracing(sheet: Sheet) -> Iterator[Relation | Missing]:
    for eq in equations(sheet):
        if lacking := unknown_predictors(eq):
            yield lacking
            continue
        table, absent = same_model(sheet, eq.row), True
        for x, own in eq.betas.items():
            others = [(b, table.cell(x, z) if table else None) for z, b in eq.betas.items() if z != x]
            r = table.cell(x, eq.outcome) if table else None
            if r is None or any(c is None for _, c in others):
                continue
            absent = False
            cells = (r, own, *(b for b, _ in others), *(c for _, c in others if c))
            yield Relation(eq.row.at, cells, partial(_normal_equation, names=(x, eq.outcome)))
        if absent:
            yield Missing(eq.row.at, f"the correlations of {eq.outcome} with its predictors, of the same model")


def _adjusted(r2: Interval, adjusted: Interval, n: Interval, k: int) -> Conflict | None:
    if n.lo - k - 1 <= 0:
        return None
    factor = Interval((n.hi - 1) / (n.hi - k - 1), (n.lo - 1) / (n.lo - k - 1))
    implied = 1.0 - (1.0 - r2) * factor
    if implied.meets(adjusted):
        return None
    message = f"adjusted R2 {adjusted} does not follow from R2 {r2}, n = {n}, k = {k}: {implied}"
    if adjusted.hi < r2.lo < 1 and (gap := r2.mid - adjusted.mid) > 0:
        message += f"; it would with n about {1 + k + k * (1 - r2.mid) / gap:.0f}"
    return Conflict("error", message, str(adjusted), str(implied))


def _adjustments(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("structural"):
        r2, adjusted, n = row("r2"), row("r2_adj"), sheet.n(row)
        if adjusted is None or r2 is None:
            continue
        k = len(row.names("predictors"))
        if n is None or not k:
            yield Missing(row.at, "n" if n is None else "the predictors")
        else:
            yield Relation(row.at, (r2, adjusted, n), partial(_adjusted, k=k))


def _f(r2: Interval, f: Interval, df1: Interval, df2: Interval) -> Conflict | None:
    share = r2.cut(0.0, 1.0)
    ends = [
        inf if s >= 1 else (s / a) / ((1 - s) / b)
        for s in (share.lo, share.hi)
        for a in (df1.lo, df1.hi)
        for b in (df2.lo, df2.hi)
        if a > 0
    ]
    if not ends:
        return None
    implied = Interval(min(ends) * (1 - 1e-12), max(ends) * (1 + 1e-12))
    if implied.meets(f):
        return None
    return Conflict("error", f"F {f} does not follow from R2 {r2}: {implied}", str(f), str(implied))


def _fs(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("structural"):
        f, r2 = row("f"), row("r2")
        if f is None:
            continue
        df1, df2 = row("f_df1"), row("f_df2")
        if not (r2 and df1 and df2):
            yield Missing(row.at, "r2, f_df1 and f_df2")
        else:
            yield Relation(row.at, (r2, f, df1, df2), _f)


def _paths(*rows: tuple[str, str]) -> list[dict[str, object]]:
    return [{"from": x, "to": "y", "beta": b, "complete_equation": True} for x, b in rows]


_TWO = _paths(("x", ".09"), ("z", ".43"))
_R = {"kind": "latent-same-model", "names": ["x", "z", "y"], "lower": [["1"], [".46", "1"], [".28", ".47", "1"]]}
_EQ = {"outcome": "y", "predictors": ["x", "z"], "r2": ".23"}
_ONE = {"paths": _paths(("x", ".46")), "structural": [{"outcome": "y", "predictors": ["x"], "r2": ".21"}]}
_SAMPLE = {"sample": {"n": "687"}}
_OLS = {
    "outcome": "y",
    "predictors": ["a", "b", "c"],
    "r2": ".491",
    "r2_adj": ".489",
    "f": "219.805",
    "f_df1": "3",
    "f_df2": "683",
}
CHECKS = (
    Check(
        id="r2-implied",
        title="R2 does not follow from the paths and correlations",
        section=6,
        formula="R2 = sum(b_i^2) + 2 * sum(b_i b_j r_ij) = sum(b_i r_iy)",
        reference=_WRIGHT,
        needs="R2, all standardised paths to the outcome, the correlations of the same model",
        relations=_r2,
        passes=({"paths": _TWO, "structural": [_EQ], "correlations": _R}, _ONE),
        fails=(
            {"paths": _TWO, "structural": [{**_EQ, "r2": ".32"}], "correlations": _R},
            {**_ONE, "structural": [{"outcome": "y", "predictors": ["x"], "r2": ".46"}]},
        ),
        silent=(
            {"paths": _TWO, "structural": [{**_EQ, "r2": ".32"}]},
            {"paths": _TWO, "structural": [{**_EQ, "r2": ".32"}], "correlations": {**_R, "kind": "observed"}},
            {"paths": _TWO[:1], "structural": [_EQ], "correlations": _R},
        ),
        avoids="correlations of summed scales beside latent paths; controls not printed",
    ),
    Check(
        id="path-tracing",
        title="paths and correlations contradict each other",
        section=6,
        formula="r_iy = sum_j(r_ij b_j) for each predictor i",
        reference=_WRIGHT,
        needs="all standardised paths to the outcome, the correlations of the same model",
        relations=_tracing,
        passes=({"paths": _TWO, "correlations": _R},),
        fails=({"paths": _paths(("x", ".9"), ("z", ".43")), "correlations": _R},),
        silent=({"paths": _TWO}, {"paths": [{"from": "x", "to": "y", "beta": ".4"}], "correlations": _R}),
        avoids="correlations of another model",
    ),
    Check(
        id="r2-adjusted",
        title="adjusted R2 does not follow from R2, n and the predictors",
        section=6,
        formula="R2_adj = 1 - (1 - R2)(n - 1)/(n - k - 1)",
        reference="Theil 1961; Wherry 1931, doi:10.1214/aoms/1177732951",
        needs="R2, adjusted R2, n, the list of predictors",
        relations=_adjustments,
        passes=({**_SAMPLE, "structural": [_OLS]},),
        fails=({**_SAMPLE, "structural": [{**_OLS, "r2_adj": ".498"}]}, {"sample": {"n": "67"}, "structural": [_OLS]}),
        silent=({"structural": [_OLS]}, {**_SAMPLE, "structural": [{"r2": ".4", "r2_adj": ".2"}]}),
        avoids="controls among the predictors; other adjustments",
    ),
    Check(
        id="f-from-r2",
        title="F does not follow from R2",
        section=6,
        formula="F = (R2 / df1) / ((1 - R2) / df2)",
        reference="Cohen et al. 2003, ISBN 978-0-8058-2223-6, section 3.6",
        needs="R2, F and both df of one regression",
        relations=_fs,
        passes=({"structural": [_OLS]},),
        fails=({"structural": [{**_OLS, "f": "219.05"}]},),
        silent=({"structural": [{"f": "219.05"}]},),
        avoids="F of a change in R2; robust F",
    ),
)
