"""f2, VIF and t of one predictor; VIF from correlations."""

from collections.abc import Iterator
from functools import partial

import numpy as np

from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Cell, Row, Sheet
from evidence.checks.tables import Equation, equations, same_model

__all__ = ["CHECKS"]

_COHEN = "Cohen 1988, ISBN 978-0-8058-0283-2, chapter 9"


def _stated(sheet: Sheet) -> list[Equation]:
    return [eq for eq in equations(sheet) if "vif" in eq.row.raw or "f2" in eq.row.raw]


def _f2(f2: Interval, beta: Interval, r2: Interval, *vif: Interval) -> Conflict | None:
    unexplained = (1.0 - r2).cut(0.0)
    top = beta.squared()
    if vif:
        implied = top / (vif[0].cut(1e-9) * unexplained) if vif[0].hi > 0 else Interval(0.0, np.inf)
    else:
        implied = top / unexplained
    if implied.meets(f2):
        return None
    return Conflict("error", f"f2 {f2} does not follow from beta {beta}, R2 {r2}: {implied}", str(f2), str(implied))


def _f2s(sheet: Sheet) -> Iterator[Relation | Missing]:
    for eq in _stated(sheet):
        f2s, vifs = eq.row.sub("f2"), eq.row.sub("vif")
        alone = len(eq.row.names("predictors")) == 1
        for name in f2s.raw:
            cell, vif, beta = f2s(name), vifs(name), eq.betas.get(name)
            if cell is None:
                continue
            if beta is None or eq.r2 is None or (vif is None and not alone):
                yield Missing(eq.row.at, f"beta, R2 and VIF of {name}")
            else:
                inflated = (vif,) if vif and not alone else ()  # of a single predictor VIF is 1
                yield Relation(eq.row.at, (cell, beta, eq.r2, *inflated), _f2)


def _t2(t: Interval, beta: Interval, vif: Interval, r2: Interval, n: Interval, k: int) -> Conflict | None:
    df = n - (k + 1.0)
    unexplained = (1.0 - r2).cut(0.0)
    if df.lo <= 0 or vif.hi <= 0:
        return None
    implied = beta.squared() * df / (vif.cut(1e-9) * unexplained)
    square = t.squared()
    if implied.meets(square):
        return None
    message = f"t^2 = {square} does not follow from beta {beta}, VIF {vif}, R2 {r2}, n {n}: {implied}"
    return Conflict("error", message, str(square), str(implied))


def _ols(sheet: Sheet, row: Row) -> bool:
    return "ols" in (row.says("estimator") or sheet.conventions.says("estimator")).lower()


def _ts(sheet: Sheet) -> Iterator[Relation | Missing]:
    for eq in _stated(sheet):
        if not _ols(sheet, eq.row):
            continue
        n = sheet.n(eq.row)
        vifs, k = eq.row.sub("vif"), len(eq.row.names("predictors"))
        for path in sheet.rows("paths"):
            if path.says("to") != eq.outcome or path.says("stat_kind") != "t":
                continue
            t, beta, vif = path("stat"), eq.betas.get(path.says("from")), vifs(path.says("from"))
            if beta is None or beta.at != f"{path.at}/beta":
                continue
            if t and vif and eq.r2 and n and k:
                yield Relation(eq.row.at, (t, beta, vif, eq.r2, n), partial(_t2, k=k))
            else:
                yield Missing(eq.row.at, "t, VIF, R2, n and all predictors")


def _pair(vif: Interval, r: Interval) -> Conflict | None:
    implied = 1.0 / (1.0 - r.squared()).cut(0.0)
    if implied.meets(vif):
        return None
    return Conflict("error", f"VIF {vif} is not {implied} of the correlation {r}", str(vif), str(implied))


def _equal(a: Interval, b: Interval) -> Conflict | None:
    if a.meets(b):
        return None
    return Conflict("error", f"two predictors have one VIF, but {a} and {b} are printed", str(a), str(b))


def _several(vif: Interval, *cells: Interval, k: int, own: int) -> Conflict | None:
    """VIF = 1 + r' R^-1 r of the others; the inverse over the box by a certified first-order bound.

    For R = M + E with |E| <= H: |R^-1 - M^-1| <= |M^-1| H |M^-1| / (1 - rho), rho = max row sum of |M^-1| H.
    """
    m, h = np.eye(k), np.zeros((k, k))
    places = [(i, j) for i in range(k) for j in range(i)]
    for (i, j), cell in zip(places, cells, strict=True):
        m[i, j] = m[j, i] = cell.mid
        h[i, j] = h[j, i] = (cell.hi - cell.lo) / 2 * (1 + 1e-9)
    try:
        inverse = np.linalg.inv(m)
    except np.linalg.LinAlgError:
        return None
    size = np.abs(inverse)
    rho = float((size @ h).sum(axis=1).max())
    if not rho < 1:
        return None
    slack = float((size @ h @ size).max()) / (1 - rho)
    implied = Interval(float(inverse[own, own]) - slack, float(inverse[own, own]) + slack)
    if implied.meets(vif) or implied.lo < 1 - slack:
        return None
    return Conflict(
        "error", f"VIF {vif} is not {implied}, the diagonal of the inverse correlation matrix", str(vif), str(implied)
    )


def _vifs(sheet: Sheet) -> Iterator[Relation | Missing]:
    for eq in _stated(sheet):
        vifs, names = eq.row.sub("vif"), eq.row.names("predictors")
        printed = [(n, c) for n in names if (c := vifs(n))]
        if len(names) < 2 or not printed:
            continue
        if len(names) == 2 and len(printed) == 2:
            yield Relation(eq.row.at, (printed[0][1], printed[1][1]), _equal)
        table = same_model(sheet, eq.row)
        cells: list[Cell | None] = [
            table.cell(names[i], names[j]) if table else None for i in range(len(names)) for j in range(i)
        ]
        known = tuple(c for c in cells if c)
        if len(known) < len(cells):
            yield Missing(eq.row.at, "the correlations of the predictors, of the same model")
            continue
        for name, vif in printed:
            if len(names) == 2:
                yield Relation(eq.row.at, (vif, *known), _pair)
            else:
                yield Relation(eq.row.at, (vif, *known), partial(_several, k=len(names), own=names.index(name)))


def _q2(q2: Interval, *r2: Interval) -> Conflict | None:
    if q2.lo >= 1:
        return Conflict("warn", f"Q2 {q2} is not below 1", str(q2), "< 1")
    if r2 and q2.lo > r2[0].hi + 0.05:
        return Conflict(
            "warn", f"Q2 {q2} is well above R2 {r2[0]}: prediction cannot be better than fit", str(q2), f"<= {r2[0]}"
        )
    return None


def _q2s(sheet: Sheet) -> Iterator[Relation]:
    for row in sheet.rows("structural"):
        if q2 := row("q2"):
            r2 = row("r2")
            yield Relation(row.at, (q2, *((r2,) if r2 else ())), _q2, witness=False)


def _gof(gof: Interval, *cells: Interval, aves: int) -> Conflict | None:
    mean_ave = sum(cells[1:aves], cells[0]) / float(aves)
    rest = cells[aves:]
    implied = (mean_ave * (sum(rest[1:], rest[0]) / float(len(rest)))).root()
    if implied.meets(gof):
        return None
    return Conflict("error", f"GoF {gof} is not {implied}, the root of mean AVE times mean R2", str(gof), str(implied))


def _gofs(sheet: Sheet) -> Iterator[Relation | Missing]:
    aves = [c for r in sheet.rows("constructs") if (c := r("ave"))]
    r2s = [c for r in sheet.rows("structural") if (c := r("r2"))]
    for row in sheet.rows("fit"):
        if gof := row("gof"):
            if not aves or not r2s or len(aves) < len(sheet.rows("constructs")):
                yield Missing(row.at, "AVE of all constructs and R2 of all outcomes")
            else:
                yield Relation(row.at, (gof, *aves, *r2s), partial(_gof, aves=len(aves)))


_PATHS = [
    {"from": "x", "to": "y", "beta": ".233", "stat_kind": "t", "stat": "4.19", "complete_equation": True},
    {"from": "z", "to": "y", "beta": ".327", "stat_kind": "t", "stat": "5.88", "complete_equation": True},
]
_EQ = {
    "outcome": "y",
    "predictors": ["x", "z"],
    "r2": ".222",
    "vif": {"x": "1.190", "z": "1.190"},
    "f2": {"x": ".059", "z": ".116"},
    "estimator": "ols",
}
_REPORT = {"sample": {"n": "302"}, "paths": _PATHS, "structural": [_EQ]}
_R2 = {"kind": "pls-scores", "names": ["x", "z"], "lower": [["1"], [".399", "1"]]}
_R3 = {
    "kind": "observed-same-variables",
    "names": ["a", "b", "c"],
    "lower": [["1"], [".560", "1"], [".046", ".161", "1"]],
}
_EQ3 = {"outcome": "y", "predictors": ["a", "b", "c"], "vif": {"a": "1.462", "b": "1.498"}}


def _with(**changes: object) -> dict[str, object]:
    return {**_REPORT, "structural": [{**_EQ, **changes}]}


CHECKS = (
    Check(
        id="f2-from-beta-vif",
        title="f2 does not follow from beta, VIF and R2",
        section=6,
        formula="f2 = beta^2 / (VIF * (1 - R2))",
        reference=_COHEN,
        needs="f2, beta, R2, and VIF unless there is one predictor",
        relations=_f2s,
        passes=(
            _REPORT,
            {
                "paths": _PATHS[:1],
                "structural": [{"outcome": "y", "predictors": ["x"], "r2": ".054", "f2": {"x": ".057"}}],
            },
        ),
        fails=(_with(f2={"x": ".095"}), _with(vif={"x": "1.910", "z": "1.190"})),
        silent=(_with(vif={}), {"structural": [{"outcome": "y", "predictors": ["x"], "r2": ".1"}]}),
        avoids="VIF of indicators; programs that re-estimate weights without the predictor",
    ),
    Check(
        id="t-from-beta-vif",
        title="t does not follow from beta, VIF, R2 and n",
        section=6,
        formula="t^2 = beta^2 * (n - k - 1) / (VIF * (1 - R2))",
        reference="Cohen et al. 2003, ISBN 978-0-8058-2223-6, section 3.6",
        needs="t, beta, VIF, R2, n and all predictors of an OLS equation",
        relations=_ts,
        passes=(_REPORT,),
        fails=({**_REPORT, "sample": {"n": "203"}}, _with(vif={"x": "11.90", "z": "1.190"})),
        silent=(_with(estimator="pls"), _with(vif={})),
        avoids="robust standard errors",
    ),
    Check(
        id="vif-from-r",
        title="VIF does not follow from the correlations of the predictors",
        section=6,
        formula="two predictors: VIF = 1 / (1 - r^2); more: the diagonal of the inverse correlation matrix",
        reference="Marquardt 1970, doi:10.1080/00401706.1970.10488699",
        needs="VIF and the correlations of all predictors (two VIFs of two predictors must agree without them)",
        relations=_vifs,
        passes=({**_REPORT, "correlations": _R2}, {"structural": [_EQ3], "correlations": _R3}),
        fails=(
            _with(vif={"x": "1.190", "z": "1.910"}),
            {**_with(vif={"x": "1.910", "z": "1.910"}), "correlations": _R2},
            {"structural": [{**_EQ3, "vif": {"a": "1.642"}}], "correlations": _R3},
        ),
        silent=({"structural": [_EQ3]}, {"structural": [{"outcome": "y", "predictors": ["x"], "vif": {"x": "1"}}]}),
        avoids="VIF of indicators",
    ),
    Check(
        id="q2-le-r2",
        title="Q2 above R2",
        section=6,
        formula="Q2 <= R2 + .05, Q2 < 1",
        reference="Hair et al. 2019, doi:10.1108/EBR-11-2018-0203",
        needs="Q2 (and R2)",
        relations=_q2s,
        passes=({"structural": [{"q2": ".15", "r2": ".22"}]},),
        fails=({"structural": [{"q2": ".51", "r2": ".22"}]}, {"structural": [{"q2": "1.5"}]}),
        silent=({"structural": [{"r2": ".22"}]},),
        sanity=True,
    ),
    Check(
        id="gof",
        title="GoF is not the root of mean AVE times mean R2",
        section=6,
        formula="GoF = sqrt(mean AVE * mean R2)",
        reference="Tenenhaus et al. 2005, doi:10.1016/j.csda.2004.03.005",
        needs="GoF, AVE of all constructs, R2 of all outcomes",
        relations=_gofs,
        passes=({"fit": [{"gof": ".33"}], "constructs": [{"ave": ".50"}], "structural": [{"r2": ".22"}]},),
        fails=({"fit": [{"gof": ".53"}], "constructs": [{"ave": ".50"}], "structural": [{"r2": ".22"}]},),
        silent=({"fit": [{"gof": ".53"}]},),
        avoids="communality in the place of AVE",
    ),
)
