"""Chi-square, its ratio to df, its p, and RMSEA with its interval."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from math import sqrt

from scipy.special import chdtrc, chndtr, chndtrinc

from evidence.checks.distributions import admitted
from evidence.checks.interval import Interval, hull, increasing
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Row, Sheet

__all__ = ["CHECKS", "as_stated", "covariance_fit", "functional", "groups_untold"]

_STEIGER = "Steiger 1990, doi:10.1207/s15327906mbr2502_4"
_EPS = 1e-7  # error granted to the noncentral chi-square distribution
_ROBUST = ("mlm", "mlr", "mlmv", "wls", "dwls", "uls", "robust")


def covariance_fit(sheet: Sheet) -> list[Row]:
    """The fit rows of covariance models; fit 'indices' of PLS are something else."""
    estimator = sheet.conventions.says("estimator").lower()
    return [] if "pls" in estimator else sheet.rows("fit")


def functional(sheet: Sheet, row: Row) -> bool:
    """The indices of the row are functions of its printed chi-square: standard ML, or all scaled."""
    kind = row.says("kind")
    if kind:
        return kind in ("standard", "scaled")
    return not any(word in sheet.conventions.says("estimator").lower() for word in _ROBUST)


def as_stated(row: Row, test: Callable[..., Conflict | None]) -> Callable[..., Conflict | None]:
    """The test, a warning only where the paper does not say whether its fit is standard, scaled or robust."""
    return test if row.says("kind") else partial(_supposed, test=test)


def _supposed(*readings: Interval, test: Callable[..., Conflict | None]) -> Conflict | None:
    found = test(*readings)
    return found and found._replace(level="warn", message=f"{found.message} (if the fit is that of standard ML)")


def _ratio(ratio: Interval, x: Interval, d: Interval) -> Conflict | None:
    if d.lo <= 0:
        return None
    implied = x / d
    if implied.meets(ratio):
        return None
    return Conflict("error", f"chi2/df {ratio} is not {x} / {d} = {implied}", str(ratio), str(implied))


def _ratios(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in covariance_fit(sheet):
        ratio, x, d = row("chi2_df"), row("chi2"), row("df")
        if ratio is None:
            continue
        if x is None or d is None:
            yield Missing(row.at, "chi2 and df")
        else:
            yield Relation(row.at, (ratio, x, d), _ratio)


def _p(x: Interval, d: Interval, p: Interval) -> Conflict | None:
    if d.lo <= 0:
        return None
    computed = increasing(lambda v: float(chdtrc(d.lo, max(v, 0.0))), x, falling=True).cut(0.0, 1.0)
    if admitted(p, [computed]):
        return None
    return Conflict("error", f"p {p} differs from {computed} of chi2 {x} with {d} df", f"p {p}", str(computed))


def _ps(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in covariance_fit(sheet):
        x, d, p = row("chi2"), row("df"), row("p")
        if p is None:
            continue
        if x is None or d is None:
            yield Missing(row.at, "chi2 and df")
        else:
            yield Relation(row.at, (x, d, p), _p)


def conventions(row: Row, n: Interval, groups: float) -> list[tuple[Interval, float]]:
    """(sample size, factor on the squared index) of every program: N, N - 1 or N - G, with or without sqrt(G)."""
    stated = row.says("rmsea_n")
    sizes = {"N": [n], "N-1": [n - 1.0]}.get(stated, [n, n - 1.0] if groups == 1 else [n, n - 1.0, n - groups])
    return [(size, g) for size in sizes for g in ((1.0,) if groups == 1 else (1.0, groups))]


def _rmsea(rmsea: Interval, ratio: Interval, n: Interval, row: Row, groups: float) -> Conflict | None:
    excess = (ratio - 1.0).cut(0.0)
    implied = [(excess / size * g).root() for size, g in conventions(row, n, groups) if size.lo > 0]
    if not implied or any(i.meets(rmsea) for i in implied):
        return None
    around = hull(implied)
    message = f"RMSEA {rmsea} does not follow from chi2/df {ratio} and n = {n}: {around}"
    if rmsea.lo > 0 and excess.hi > 0:
        fits = excess / rmsea.squared()
        message += f"; it would with n from {fits.lo:.0f} to {fits.hi + 1:.0f}"
    return Conflict("error", message, str(rmsea), str(around))


def _from_parts(rmsea: Interval, x: Interval, d: Interval, n: Interval, row: Row, groups: float) -> Conflict | None:
    return _rmsea(rmsea, x / d, n, row, groups) if d.lo > 0 else None


def _groups(row: Row) -> float:
    groups = row.read("groups")
    return groups.lo if groups and groups.lo >= 1 else 1.0


_OF_SEVERAL = re.compile(
    r"invarian|configural|\bmetric\b|\bscalar\b|multi-?\s?(?:group|sample)|\b(?:two|three|four|both)[\s-](?:group|sample)s?\b"
    r"|\bunconstrained\b|\bequal\s+(?:paths|loadings|intercepts|weights|coefficients|slopes)\b|\bfree(?:\s+paths)?\s*$"
    r"|\b(?:paths|loadings|intercepts|weights|coefficients|slopes)\s+(?:(?:held|set|constrained|kept|fixed|to\s+be)\s+)*(?:equal|free)\b",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\s*\([^()]*\)\s*$")
_EVERYBODY = re.compile(r"\b(?:all|total|full|whole|entire|overall|pooled|combined)\b")
_SHORTEST = 4  # letters of a group's name that is looked for in the name of a model


def groups_untold(row: Row) -> bool:
    """A model of several groups whose number is not told: every program takes it into RMSEA in its own way."""
    return row.read("groups") is None and _OF_SEVERAL.search(f"{row.says('label')} {row.says('model')}") is not None


def _group_untold(sheet: Sheet, row: Row) -> bool:
    """A model of one of the groups that paths are given for, whose own size is not told beside it."""
    model = f"{row.says('label')} {row.says('model')}".lower()
    names = {_SIZE.sub("", path.says("group")).lower() for path in sheet.rows("paths")}
    some = [g for g in names if len(g) >= _SHORTEST and not _EVERYBODY.search(g)]
    named = any(re.search(rf"(?<!\w){re.escape(g)}(?!\w)", model) for g in some)
    return named and row.read("n") is None


def _rmseas(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in covariance_fit(sheet):
        rmsea, x, d, ratio, n = row("rmsea"), row("chi2"), row("df"), row("chi2_df"), sheet.n(row)
        if rmsea is None:
            continue
        if groups_untold(row):
            yield Missing(row.at, "the number of groups")
        elif _group_untold(sheet, row):
            yield Missing(row.at, "the size of the group that the model is of")
        elif not functional(sheet, row):
            yield Missing(row.at, "a standard or scaled RMSEA: the robust one is no function of the printed chi2")
        elif n is None or (ratio is None and (x is None or d is None)):
            yield Missing(row.at, "n" if n is None else "chi2 and df, or their ratio")
        elif x is not None and d is not None:
            if d.reading.lo > 0:
                test = partial(_from_parts, row=row, groups=_groups(row))
                yield Relation(row.at, (rmsea, x, d, n), as_stated(row, test))
        elif ratio is not None:
            test = partial(_rmsea, row=row, groups=_groups(row))
            yield Relation(row.at, (rmsea, ratio, n), as_stated(row, test))


def _cdf(x: float, d: float, nc: float) -> float | None:
    value = float(chndtr(max(x, 0.0), d, nc))
    return value if 0 <= value <= 1 else None


def _bound(printed: Interval, x: Interval, d: float, scale: Interval, level: float) -> bool:
    """Some noncentrality behind the printed bound solves F(x; d, nc) = level; 0 stands for any F below it."""
    low, high = printed.cut(0.0).squared() * scale, None
    least = _cdf(x.hi, d, low.lo)
    if low.lo > 0 and least is not None and least < level - _EPS:
        return False  # even here the distribution is below the level: the bound must be lower
    high = _cdf(x.lo, d, low.hi)
    return high is None or high <= level + _EPS


def _interval(
    lo: Interval, hi: Interval, x: Interval, d: Interval, n: Interval, row: Row, groups: float
) -> Conflict | None:
    if d.lo <= 0 or n.lo <= groups:
        return None
    for size, g in conventions(row, n, groups):
        scale = size * d / g
        if _bound(lo, x, d.lo, scale, 0.95) and _bound(hi, x, d.lo, scale, 0.05):
            return None
    observed = f"{lo} to {hi}"
    expected = _expected(x, d.lo, n)
    return Conflict(
        "error",
        f"the 90 % interval of RMSEA, {observed}, does not follow from chi2 {x}, df {d}, n = {n}: {expected}",
        observed,
        expected,
    )


def _expected(x: Interval, d: float, n: Interval) -> str:
    """The bounds at the printed values, for the message."""
    bounds = []
    for level in (0.95, 0.05):
        nc = float(chndtrinc(x.mid, d, level)) if (_cdf(x.mid, d, 0.0) or 0.0) > level else 0.0
        bounds.append(sqrt(max(nc, 0.0) / (d * max(n.mid - 1, 1))) if nc == nc else 0.0)
    return f"about {bounds[0]:.4f} to {bounds[1]:.4f}"


def _point(rmsea: Interval, lo: Interval, hi: Interval) -> Conflict | None:
    if lo.lo <= rmsea.hi and rmsea.lo <= hi.hi:
        return None
    return Conflict("error", f"RMSEA {rmsea} lies outside its interval {lo} to {hi}", str(rmsea), f"{lo} to {hi}")


def _intervals(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in covariance_fit(sheet):
        lo, hi, rmsea = row("rmsea_lo"), row("rmsea_hi"), row("rmsea")
        if lo is None or hi is None:
            continue
        if rmsea is not None:
            yield Relation(row.at, (rmsea, lo, hi), _point)
        x, d, n = row("chi2"), row("df"), sheet.n(row)
        if row.says("kind") != "standard":
            yield Missing(row.at, "that the interval is of a standard fit")
        elif x is None or d is None or n is None:
            yield Missing(row.at, "chi2, df and n")
        else:
            yield Relation(row.at, (lo, hi, x, d, n), partial(_interval, row=row, groups=_groups(row)))


def _close(p: Interval, x: Interval, d: Interval, n: Interval, row: Row, groups: float) -> Conflict | None:
    if d.lo <= 0 or n.lo <= groups:
        return None
    computed = []
    for size, g in conventions(row, n, groups):
        nc = 0.05**2 * d.lo * size.mid / g
        ends = [_cdf(v, d.lo, nc) for v in (x.lo, x.hi)]
        known = [e for e in ends if e is not None]
        computed.append(
            Interval(0.0, 1.0)
            if len(known) < 2
            else Interval(1 - max(known) - _EPS, 1 - min(known) + _EPS).cut(0.0, 1.0)
        )
    if admitted(p, computed):
        return None
    around = hull(computed)
    return Conflict("error", f"the p of close fit {p} differs from {around}", f"p {p}", str(around))


def _closes(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in covariance_fit(sheet):
        p, x, d, n = row("pclose"), row("chi2"), row("df"), sheet.n(row)
        if p is None:
            continue
        if x is None or d is None or n is None or row.says("kind") != "standard":
            yield Missing(row.at, "chi2, df and n of a fit said to be standard")
        else:
            yield Relation(row.at, (p, x, d, n), partial(_close, row=row, groups=_groups(row)))


_FIT = {
    "kind": "standard",
    "n": "301",
    "chi2": "85.02",
    "df": "24",
    "p": "<.001",
    "chi2_df": "3.54",
    "rmsea": ".09",
    "rmsea_lo": ".07",
    "rmsea_hi": ".11",
}
_SPARE = {"kind": "standard", "n": "465", "chi2_df": "2.50", "rmsea": ".057"}
CHECKS = (
    Check(
        id="chi2-df-ratio",
        title="chi2/df is not chi2 divided by df",
        section=5,
        formula="chi2/df = chi2 / df",
        reference="Wheaton et al. 1977, doi:10.2307/270754",
        needs="chi2, df and their ratio",
        relations=_ratios,
        passes=({"fit": [_FIT]},),
        fails=({"fit": [{**_FIT, "chi2_df": "3.45"}]},),
        silent=({"fit": [_SPARE]}, {"fit": [{"chi2": "85.02"}]}),
    ),
    Check(
        id="chi2-p",
        title="p of the model does not follow from chi2 and df",
        section=5,
        formula="p = P(X >= chi2), X chi-square with df degrees of freedom",
        reference="Joreskog 1969, doi:10.1007/BF02289343",
        needs="chi2, df and p",
        relations=_ps,
        passes=({"fit": [_FIT]}, {"fit": [{"chi2": "30.1", "df": "24", "p": ".181"}]}),
        fails=({"fit": [{"chi2": "30.1", "df": "24", "p": ".811"}]},),
        silent=({"fit": [{"p": ".81"}]},),
        avoids="bootstrapped p (Bollen-Stine)",
    ),
    Check(
        id="rmsea-from-chi2",
        title="RMSEA does not follow from chi2, df and n",
        section=5,
        formula="RMSEA = sqrt(max(chi2 - df, 0) / (df * n)) * g, n in {N, N - 1, N - G}, g in {1, sqrt(G)}",
        reference=_STEIGER,
        needs="RMSEA, n, and chi2 with df or their ratio; a standard or a fully scaled fit",
        relations=_rmseas,
        passes=(
            {"fit": [_FIT]},
            {"fit": [_SPARE]},
            {"sample": {"n": "301"}, "fit": [{"chi2_df": "3.54", "rmsea": ".092"}]},
        ),
        fails=({"fit": [{**_FIT, "n": "103"}]}, {"fit": [{**_SPARE, "rmsea": ".094"}]}),
        silent=(
            {"fit": [{**_FIT, "kind": "robust", "rmsea": ".2"}]},
            {"fit": [{"rmsea": ".2", "chi2_df": "3"}]},
            {"conventions": {"estimator": "PLS"}, "fit": [_SPARE]},
        ),
        avoids="robust RMSEA; multi-group conventions",
    ),
    Check(
        id="rmsea-ci",
        title="the interval of RMSEA does not hold it, or does not follow from chi2",
        section=5,
        formula="F(chi2; df, nc) = .95 and .05, bound = sqrt(nc / (df * n)) * g",
        reference=_STEIGER,
        needs="both limits, and RMSEA or chi2, df and n of a standard fit",
        relations=_intervals,
        passes=(
            {"fit": [_FIT]},
            {"fit": [{**_FIT, "chi2": "25.0", "rmsea": ".012", "rmsea_lo": ".000", "rmsea_hi": ".05"}]},
        ),
        fails=(
            {"fit": [{**_FIT, "rmsea": ".17"}]},
            {"fit": [{**_FIT, "rmsea_hi": ".19"}]},
            {"fit": [{**_FIT, "rmsea_lo": ".00"}]},
        ),
        silent=(
            {"fit": [{**_FIT, "rmsea_lo": None}]},
            {"fit": [{"kind": "robust", "rmsea_lo": ".01", "rmsea_hi": ".02"}]},
        ),
        avoids="robust intervals",
    ),
    Check(
        id="pclose",
        title="the p of close fit does not follow from chi2, df and n",
        section=5,
        formula="p = 1 - F(chi2; df, .05^2 * df * n)",
        reference="Browne & Cudeck 1993, in Bollen & Long, Testing structural equation models",
        needs="p of close fit, chi2, df, n of a standard fit",
        relations=_closes,
        passes=({"fit": [{**_FIT, "pclose": ".000"}]}, {"fit": [{**_FIT, "chi2": "25.0", "pclose": ".957"}]}),
        fails=({"fit": [{**_FIT, "pclose": ".40"}]},),
        silent=({"fit": [{"pclose": ".4"}]},),
    ),
)
