"""Degrees of freedom, sample sizes and families of models."""

from collections.abc import Iterator
from functools import partial
from itertools import combinations
from math import log

from evidence.checks.fit_chi2 import covariance_fit, functional
from evidence.checks.interval import Interval, total
from evidence.checks.model import Check, Conflict, Missing, Relation, over
from evidence.checks.sheet import Cell, Row, Sheet

__all__ = ["CHECKS"]


def _moments(p: float, groups: float, means: str) -> list[float]:
    """The number of moments: variances and covariances, with the means where they are modelled or may be."""
    plain, with_means = groups * p * (p + 1) / 2, groups * p * (p + 3) / 2
    return {"no": [plain], "yes": [with_means]}.get(means, [plain, with_means])


def _residual_moments(p: float, groups: float, means: str) -> list[float]:
    """As `_moments`; programs differ in whether the GFI of a model with means counts them."""
    return _moments(p, groups, "no" if means == "no" else "")


def _groups(row: Row) -> float:
    groups = row.read("groups")
    return groups.lo if groups and groups.lo >= 1 else 1.0


def _adjusted(gfi: Interval, agfi: Interval, d: Interval, *p: Interval, groups: float, means: str) -> Conflict | None:
    if agfi.lo > gfi.hi:
        return Conflict("error", f"AGFI {agfi} is above GFI {gfi}", str(agfi), f"<= {gfi}")
    if d.lo <= 0:
        return None
    misfit = (1.0 - gfi).cut(0.0)
    if not p:  # moments * misfit / df = 1 - AGFI must hold for the moments of some number of indicators
        moments = (1.0 - agfi) * d.lo / misfit if misfit.hi > 0 else Interval(0.0, 0.0)
        sizes = (m for k in range(2, 200) for m in _residual_moments(k, groups, means) if m >= d.lo)
        if any(m in moments for m in sizes):
            return None
        shown = f"none for any number of indicators with df {d}"
        return Conflict("error", f"AGFI {agfi} does not follow from GFI {gfi} and df {d}: {shown}", str(agfi), shown)
    implied = [1.0 - misfit * (m / d.lo) for m in _residual_moments(p[0].lo, groups, means)]
    if any(i.meets(agfi) for i in implied):
        return None
    shown = " or ".join(map(str, implied))
    return Conflict("error", f"AGFI {agfi} does not follow from GFI {gfi} and df {d}: {shown}", str(agfi), shown)


def _adjustments(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in covariance_fit(sheet):
        gfi, agfi, d, p = row("gfi"), row("agfi"), row("df"), row("indicators")
        if gfi is None or agfi is None:
            continue
        if d is None:
            yield Relation(row.at, (gfi, agfi), _gfi_order, witness=False)
            yield Missing(row.at, "df")
        elif d.reading.lo > 0:
            test = partial(_adjusted, groups=_groups(row), means=row.says("mean_structure"))
            yield Relation(row.at, (gfi, agfi, d, *((p,) if p else ())), test)


def _gfi_order(gfi: Interval, agfi: Interval) -> Conflict | None:
    if agfi.lo <= gfi.hi:
        return None
    return Conflict("error", f"AGFI {agfi} is above GFI {gfi}", str(agfi), f"<= {gfi}")


def _count(d: Interval, p: Interval, q: Interval, groups: float, means: str) -> Conflict | None:
    expected = [m - q.lo for m in _moments(p.lo, groups, means)]
    if any(d.lo <= e <= d.hi for e in expected):
        return None
    shown = " or ".join(f"{e:g}" for e in expected)
    return Conflict(
        "error", f"df {d} is not {shown}: moments of {p} indicators less {q} free parameters", str(d), shown
    )


def _simple(d: Interval, p: Interval, m: Interval) -> Conflict | None:
    k, f = p.lo, m.lo
    expected = k * (k + 1) / 2 - 2 * k - f * (f - 1) / 2
    if d.lo <= expected <= d.hi:
        return None
    if d.lo > expected:
        return Conflict(
            "error",
            f"df {d} is above {expected:g}, that of a simple CFA: impossible without constraints",
            str(d),
            f"{expected:g}",
        )
    message = f"df {d} differs from the described model by {expected - d.hi:g}: free parameters are not disclosed"
    return Conflict("warn", message, str(d), f"{expected:g}")


def _counts(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in covariance_fit(sheet):
        d, p, q, m = row("df"), row("indicators"), row("free_parameters"), row("factors")
        if d is None:
            continue
        known = False
        if p and q:
            known = True
            yield Relation(row.at, (d, p, q), partial(_count, groups=_groups(row), means=row.says("mean_structure")))
        if p and m and row.says("model_kind") == "cfa-simple" and _groups(row) == 1:
            known = True
            yield Relation(row.at, (d, p, m), _simple)
        if not known:
            yield Missing(row.at, "indicators with free parameters, or with factors of a simple CFA")


def _at_most(n: Interval, most: Interval, names: tuple[str, str]) -> Conflict | None:
    if n.lo <= most.hi:
        return None
    return Conflict("error", f"{names[0]} {n} is above {names[1]} {most}", str(n), f"<= {most}")


def _equal(a: Interval, b: Interval, names: tuple[str, str]) -> Conflict | None:
    if a.meets(b):
        return None
    return Conflict("error", f"{names[0]} {a} is not {names[1]} {b}", str(a), str(b))


def _sum(whole: Interval, *parts: Interval) -> Conflict | None:
    added = total(parts)
    if added.meets(whole):
        return None
    return Conflict("error", f"the groups add to {added}, not to n = {whole}", str(added), str(whole))


def _ns(sheet: Sheet) -> Iterator[Relation | Missing]:
    n, valid = sheet.sample("n"), sheet.sample("valid")
    if n and valid:
        yield Relation("/sample", (valid, n), partial(_equal, names=("valid answers", "the n analysed")))
    for row in sheet.rows("fit"):
        own = row("n")
        if own and n:
            yield Relation(row.at, (own, n), partial(_at_most, names=("n of the model", "n of the sample")))
        elif own or (n and row("chi2")):
            yield Missing(row.at, "n of the model and of the sample")
        sizes = row.raw.get("group_n")
        cells = (
            [sheet.at(f"{row.at}/group_n/{i}") for i in range(len(sizes))] if isinstance(sizes, list | tuple) else []
        )
        parts = tuple(Cell(c.at, c.text, "count", c.reread(c.text)) for c in cells if c)
        if own and parts and len(parts) == len(cells):
            yield Relation(row.at, (own, *parts), _sum)


def _saturated(d: Interval, x: Interval) -> Conflict | None:
    if d.hi == 0 and x.lo > 0:
        return Conflict("error", f"a model with df 0 reproduces the data, but chi2 is {x}", str(x), "0")
    return None


def _same_fit(*_: Interval, models: int) -> Conflict:
    return Conflict(
        "warn", f"{models} models have identical fit rows", "identical rows", "different models fit differently"
    )


def _patterns(sheet: Sheet) -> Iterator[Relation]:
    keys = ("chi2", "df", "rmsea", "cfi", "tli", "srmr", "nfi", "gfi")
    rows = [(r, tuple(r.says(k) for k in keys)) for r in covariance_fit(sheet)]
    for printed in dict.fromkeys(t for _, t in rows):
        same = [r for r, t in rows if t == printed]
        cells = tuple(c for r in same for k in keys if (c := r(k)))
        if len(rows) > 2 and sum(1 for v in printed if v) >= 4:
            if len(same) > 2:
                yield Relation(same[-1].at, cells, partial(_same_fit, models=len(same)), witness=False)
            else:
                yield Relation(same[0].at, cells, lambda *_: None, witness=False)


_LADDER = ("configural", "metric", "scalar", "strict")


def _step(low: Interval, high: Interval, names: tuple[str, str], what: str) -> Conflict | None:
    if low.lo <= high.hi:
        return None
    message = f"{what} of the {names[0]} model, {low}, is above that of the more constrained {names[1]} model, {high}"
    return Conflict("error", message, str(low), f"<= {high}")


def _ladders(sheet: Sheet) -> list[list[tuple[str, Row]]]:
    """The models of each test of invariance; where a group's first step comes again, that of another scale begins."""
    ladders: dict[str, list[list[tuple[str, Row]]]] = {}
    for row in covariance_fit(sheet):
        step = next((w for w in _LADDER if w in row.says("label").lower()), None)
        if step is None:
            continue
        own = ladders.setdefault(row.says("group"), [[]])
        if own[-1] and own[-1][0][0] == step:
            own.append([])
        own[-1].append((step, row))
    return [sorted(steps, key=lambda s: _LADDER.index(s[0])) for own in ladders.values() for steps in own]


def _invariance(sheet: Sheet) -> Iterator[Relation | Missing]:
    for (a, low), (b, high) in (pair for steps in _ladders(sheet) for pair in combinations(steps, 2)):
        if a == b:
            continue
        for key, what in (("df", "df"), ("chi2", "chi2")):
            if key == "chi2" and not (low.says("kind") in ("", "standard") and functional(sheet, low)):
                continue
            if (x := low(key)) and (y := high(key)):
                yield Relation(high.at, (x, y), partial(_step, names=(a, b), what=what))


def _criteria(aic: Interval, bic: Interval, q: Interval, n: Interval) -> Conflict | None:
    if n.lo < 2:
        return None
    expected = Interval(q.lo * (log(n.lo) - 2), q.hi * (log(n.hi) - 2)) + Interval(-1e-9, 1e-9)
    gap = bic - aic
    if gap.meets(expected):
        return None
    return Conflict("warn", f"BIC - AIC is {gap}, not q(ln N - 2) = {expected}", str(gap), str(expected))


def _between(a1: Interval, a2: Interval, x1: Interval, x2: Interval, d1: Interval, d2: Interval) -> Conflict | None:
    """AIC1 - AIC2 = X1 - X2 + 2(q1 - q2), and q1 - q2 = d2 - d1 on the same data."""
    gap, expected = a1 - a2, (x1 - x2) + (d2 - d1) * 2.0
    if gap.meets(expected):
        return None
    return Conflict(
        "warn", f"the AIC of two models differ by {gap}, their chi2 and df by {expected}", str(gap), str(expected)
    )


def _information(sheet: Sheet) -> Iterator[Relation | Missing]:
    rows = [r for r in covariance_fit(sheet) if functional(sheet, r)]
    for row in rows:
        aic, bic, q, n = row("aic"), row("bic"), row("free_parameters"), sheet.n(row)
        if aic and bic:
            if q and n:
                yield Relation(row.at, (aic, bic, q, n), _criteria)
            else:
                yield Missing(row.at, "the number of free parameters and n")
    for a, b in combinations(rows, 2):
        cells = [r(k) for k in ("aic", "chi2", "df") for r in (a, b)]
        known = tuple(c for c in cells if c)
        if len(known) == 6 and a.says("n") == b.says("n") and a.says("indicators") == b.says("indicators"):
            yield Relation(b.at, known, _between)


_FIT = {
    "kind": "standard",
    "chi2": "85.02",
    "df": "24",
    "indicators": "9",
    "free_parameters": "21",
    "gfi": ".94",
    "agfi": ".89",
    "mean_structure": "no",
}
_CFA = {"df": "24", "indicators": "9", "factors": "3", "model_kind": "cfa-simple"}
_ROW = {"chi2": "85.02", "df": "24", "cfi": ".93", "rmsea": ".09"}
CHECKS = (
    Check(
        id="gfi-agfi",
        title="AGFI does not follow from GFI",
        section=5,
        formula="AGFI = 1 - G * p(p + 1) / (2 df) * (1 - GFI); AGFI <= GFI",
        reference="Joreskog & Sorbom 1984, LISREL VI",
        needs="GFI, AGFI, df, and p (or some p must do)",
        relations=_adjustments,
        passes=(
            {"fit": [_FIT]},
            {"fit": [{"df": "24", "gfi": ".94", "agfi": ".89"}]},
            {"fit": [{"gfi": ".81", "agfi": ".76"}]},
        ),
        fails=(
            {"fit": [{**_FIT, "agfi": ".98"}]},
            {"fit": [{**_FIT, "agfi": ".84"}]},
            {"fit": [{"gfi": ".81", "agfi": ".91"}]},
        ),
        silent=({"fit": [{"gfi": ".81"}]},),
        avoids="mean structures",
    ),
    Check(
        id="df-count",
        title="df does not follow from the model",
        section=5,
        formula="df = G * p(p + 1)/2 (+ G * p with means) - q; simple CFA with m factors: p(p + 1)/2 - 2p - m(m - 1)/2",
        reference="Cortina, Green, Keeler & Vandenberg 2017, doi:10.1177/1094428116676345",
        needs="df and indicators with free parameters, or with the factors of a simple-structure CFA",
        relations=_counts,
        passes=({"fit": [_FIT]}, {"fit": [_CFA]}),
        fails=({"fit": [{**_FIT, "df": "42"}]}, {"fit": [{**_CFA, "df": "25"}]}, {"fit": [{**_CFA, "df": "22"}]}),
        silent=({"fit": [{"df": "24"}]}, {"fit": [{"chi2": "24"}]}),
        avoids="items dropped between tables, second-order models, controls, equality constraints",
    ),
    Check(
        id="n-consistent",
        title="sample sizes contradict each other",
        section=5,
        formula="n of a model <= n of the sample; valid answers = n; groups add to n",
        reference="Kline 2016, ISBN 978-1-4625-2334-4, chapter 18",
        needs="two sample sizes",
        relations=_ns,
        passes=(
            {"sample": {"n": "301", "valid": "301"}, "fit": [{"n": "145"}]},
            {"fit": [{"n": "301", "group_n": ["156", "145"]}]},
        ),
        fails=(
            {"sample": {"n": "301"}, "fit": [{"n": "310"}]},
            {"sample": {"n": "301", "valid": "310"}},
            {"fit": [{"n": "301", "group_n": ["165", "145"]}]},
        ),
        silent=({"sample": {"n": "301"}}, {"fit": [{"n": "301"}]}),
        avoids="sub-samples and missing data make n smaller, never larger",
    ),
    Check(
        id="saturated-model",
        title="a saturated model that does not fit",
        section=5,
        formula="df = 0: chi2 = 0",
        reference="Kline 2016, ISBN 978-1-4625-2334-4, chapter 7",
        needs="df 0 and chi2",
        relations=over("fit", "df chi2", _saturated, when=lambda r: r.says("df") == "0"),
        passes=({"fit": [{"df": "0", "chi2": "0.000"}]},),
        fails=({"fit": [{"df": "0", "chi2": "12.1"}]},),
        silent=({"fit": [{"df": "24", "chi2": "12.1"}]}, {"fit": [{"df": "0"}]}),
    ),
    Check(
        id="perfect-fit-pattern",
        title="several models with identical fit",
        section=5,
        formula="more than two identical rows of fit indices",
        reference="own rule; a pattern, not an identity",
        needs="at least three models",
        relations=_patterns,
        passes=({"fit": [_ROW, {**_ROW, "chi2": "80.1"}, {**_ROW, "chi2": "81.1"}]},),
        fails=({"fit": [_ROW, _ROW, _ROW]},),
        silent=({"fit": [_ROW, _ROW]},),
        sanity=True,
    ),
    Check(
        id="invariance-order",
        title="a more constrained model fits better",
        section=5,
        formula="configural <= metric <= scalar <= strict, in df and in ML chi2",
        reference="Vandenberg & Lance 2000, doi:10.1177/109442810031002",
        needs="fit rows labelled configural, metric, scalar or strict",
        relations=_invariance,
        passes=(
            {
                "fit": [
                    {"label": "Configural", "df": "48", "chi2": "115.9"},
                    {"label": "Metric", "df": "54", "chi2": "124.0"},
                ]
            },
        ),
        fails=(
            {
                "fit": [
                    {"label": "Configural", "df": "54", "chi2": "115.9"},
                    {"label": "Metric", "df": "48", "chi2": "124.0"},
                ]
            },
        ),
        silent=({"fit": [{"label": "Metric", "df": "48"}]},),
        avoids="scaled chi2 (only df is compared)",
    ),
    Check(
        id="information-criteria",
        title="AIC, BIC, chi2 and df contradict each other",
        section=5,
        formula="BIC - AIC = q(ln N - 2); AIC1 - AIC2 = X1 - X2 + 2(df2 - df1) on the same data",
        reference="Burnham & Anderson 2002, ISBN 978-0-387-95364-9",
        needs="AIC and BIC with q and N, or AIC, chi2 and df of two models of the same data",
        relations=_information,
        passes=({"fit": [{"n": "301", "free_parameters": "21", "aic": "7517.5", "bic": "7595.3"}]},),
        fails=(
            {"fit": [{"n": "301", "free_parameters": "21", "aic": "7517.5", "bic": "7695.3"}]},
            {"fit": [{"aic": "127.0", "chi2": "85.0", "df": "24"}, {"aic": "190.0", "chi2": "115.0", "df": "26"}]},
        ),
        silent=({"fit": [{"aic": "7517.5", "bic": "7695.3"}]},),
        avoids="programs differ by a constant: only differences are compared",
    ),
)
