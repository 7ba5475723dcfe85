"""Incremental fit indices share one chi-square and one baseline, so they bound each other."""

from collections.abc import Iterator
from functools import lru_cache, partial
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evidence.checks.fit_chi2 import as_stated, covariance_fit, functional, groups_untold
from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Cell, Row, Sheet

__all__ = ["CHECKS"]

_INDICES = ("cfi", "tli", "nfi", "ifi", "rfi")
_PARTS = 60  # pieces of the interval of chi-square: few enough to be quick, many enough to be sharp
_MOST_INDICATORS = 120
Array = NDArray[np.float64]

# -- order -----------------------------------------------------------------------------------------------------

_ORDER = (("tli", "cfi"), ("cfi", "ifi"), ("nfi", "ifi"), ("rfi", "nfi"), ("tli", "ifi"))
_ORDER_IF_RFI = (("nfi", "cfi"), ("rfi", "tli"))  # only where chi2/df is below that of the baseline


def _not_above(low: Interval, high: Interval, names: tuple[str, str]) -> Conflict | None:
    if low.lo <= high.hi:
        return None
    a, b = names[0].upper(), names[1].upper()
    return Conflict(
        "error", f"{a} {low} is above {b} {high}, which cannot be when chi2 > df", f"{a} {low}", f"<= {b} {high}"
    )


def _misfit(row: Row) -> bool | None:
    """chi2 is above df for certain; None where neither is known."""
    x, d, ratio = row.read("chi2"), row.read("df"), row.read("chi2_df")
    if x and d:
        return x.lo > d.hi
    return ratio.lo > 1 if ratio else None


def _orders(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in covariance_fit(sheet):
        cells = {k: c for k in _INDICES if (c := row(k))}
        if len(cells) < 2:
            continue
        misfit = _misfit(row)
        if not functional(sheet, row):
            yield Missing(row.at, "indices of one kind: robust ones are mixed with the standard chi2")
        elif not misfit:
            yield Missing(row.at, "a chi2 above df" if misfit is False else "chi2 and df")
        else:
            rfi = row.read("rfi")
            pairs = _ORDER + (_ORDER_IF_RFI if rfi and rfi.lo > 0 else ())
            for low, high in pairs:
                if low in cells and high in cells:
                    yield Relation(
                        row.at, (cells[low], cells[high]), as_stated(row, partial(_not_above, names=(low, high)))
                    )


# -- the system ------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _triangular(groups: float) -> Array:
    p = np.arange(3, _MOST_INDICATORS + 1, dtype=float)
    found: Array = groups * p * (p - 1) / 2
    return found


def _inverse(nl: Array, nh: Array, dl: float, dh: float, floor: Array) -> tuple[Array, Array]:
    """Bounds of num / den; where den straddles 0 the branch below -floor is left out (the baseline is >= 0)."""
    with np.errstate(divide="ignore", invalid="ignore"):
        if dl > 0 or dh < 0:
            ends = np.stack([nl / dl, nl / dh, nh / dl, nh / dh])
            return ends.min(axis=0), ends.max(axis=0)
        low, high = (
            np.full(np.broadcast_shapes(nl.shape, floor.shape), -inf),
            np.full(np.broadcast_shapes(nl.shape, floor.shape), inf),
        )
        up = nl / dh if dh > 0 else np.full(nl.shape, inf)  # the branch of positive results when num > 0
        only_up = (nl > 0) & (True if dl == 0 else nl / -dl > floor)
        down = nh / dl if dl < 0 else np.full(nl.shape, inf)
        only_down = (nh < 0) & (True if dh == 0 else -nh / dh > floor) if dh >= 0 else np.zeros(nl.shape, bool)
        low = np.where(only_up, up, low)
        low = np.where(only_down & ~only_up, down, low)
    return low, high


def _baselines(name: str, v: Interval, xl: Array, xh: Array, d: float, d0: Array) -> tuple[Any, Any]:
    """Outer bounds of the baseline chi-square that one index admits, for pieces of chi2 and candidates of its df."""
    a, b = 1 - v.hi, 1 - v.lo
    with np.errstate(divide="ignore", invalid="ignore"):
        if name in ("nfi", "rfi"):
            scale = 1.0 if name == "nfi" else d0 / d
            if b <= 0:
                return np.full((1, 1), inf), np.full((1, 1), -inf) if xl.min() > 0 else np.full((1, 1), inf)
            return xl / b * scale, (xh / a * scale if a > 0 else np.full((1, 1), inf))
        if name == "cfi":
            gain_l, gain_h = np.maximum(xl - d, 0.0), np.maximum(xh - d, 0.0)
            low = d0 + gain_l / b if b > 0 else np.full((1, 1), inf)
            high = d0 + gain_h / a if a > 0 else np.full((1, 1), inf)
            at_one = (xl <= d) & (v.hi >= 1)  # cut at 1: nothing follows
            low = np.where(at_one, -inf, low) if v.lo > 0 else np.full((1, 1), -inf)
            return low, np.where(at_one, inf, high)
        if name == "ifi":
            low, high = _inverse(xl - d, xh - d, a, b, np.full((1, 1), float(d)))
            return d + low, d + high
        low, high = _inverse(xl / d - 1, xh / d - 1, a, b, np.ones((1, 1)))
        if v.hi >= 1:  # some programs cut TLI at 1
            low, high = np.where(xl <= d, -inf, low), np.where(xl <= d, inf, high)
        return d0 * (1 + low), d0 * (1 + high)


def _system(*readings: Interval, names: tuple[str, ...], groups: float) -> Conflict | None:
    """Flag only if no piece of chi2 and no admissible baseline df leave a common baseline chi-square."""
    known = dict(zip(names, readings, strict=True))
    d = known["df"].lo
    if d <= 0 or known["df"].hi != d:
        return None
    x = known.get("chi2")
    if x is None and "chi2_df" in known:
        x = known["chi2_df"] * d
    if x is None:
        n = known["n"]
        x = d + known["rmsea"].cut(0.0).squared() * d * Interval(n.lo - groups, n.hi)
    edges = np.linspace(max(x.lo, 0.0), max(x.hi, 0.0), _PARTS + 1)
    xl, xh = edges[:-1, None], edges[1:, None]
    d0 = _candidates(known, groups, d)[None, :]
    low = np.zeros((1, 1))
    high = np.full((1, 1), inf)
    for name in _INDICES:
        if name in known:
            a, b = _baselines(name, known[name], xl, xh, d, d0)
            low, high = np.maximum(low, a), np.minimum(high, b)
    if (x0 := known.get("baseline_chi2")) is not None:
        low, high = np.maximum(low, x0.lo), np.minimum(high, x0.hi)
    fits = low <= high * (1 + 1e-9) + 1e-9
    for name, index in (("pnfi", "nfi"), ("pcfi", "cfi")):  # parsimony: index * df / baseline df
        if name in known and index in known:
            share = known[name]
            fits = fits & (known[index].hi * d / d0 >= share.lo - 1e-9) & (known[index].lo * d / d0 <= share.hi + 1e-9)
    if fits.any():
        return None
    shown = ", ".join(f"{n.upper()} {known[n]}" for n in names if n in (*_INDICES, "baseline_chi2", "pnfi", "pcfi"))
    message = f"no baseline model gives {shown} together with chi2 {x} and df {d:g}"
    return Conflict("error", message, shown, "one baseline chi2 and df for all indices")


def _candidates(known: dict[str, Interval], groups: float, d: float) -> Array:
    if (stated := known.get("baseline_df")) is not None:
        return np.array([stated.lo])
    if (p := known.get("indicators")) is not None and p.lo > 1:
        return np.array([groups * p.lo * (p.lo - 1) / 2])
    every = _triangular(groups)
    larger = every[every >= d]
    return larger if larger.size else every


def _systems(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in covariance_fit(sheet):
        found = [k for k in (*_INDICES, "baseline_chi2") if row(k)]
        if len(found) < 2:
            continue
        if not functional(sheet, row):
            yield Missing(row.at, "indices of one kind: robust ones are no functions of the printed chi2")
            continue
        if groups_untold(row):
            yield Missing(row.at, "the number of groups: a baseline of all has the df of each")
            continue
        groups = row.read("groups")
        g = groups.lo if groups else 1.0
        source = ("chi2",) if row("chi2") else ("chi2_df",) if row("chi2_df") else ("rmsea", "n")
        n = sheet.n(row)
        names = ("df", *source, *found, *(k for k in ("baseline_df", "indicators", "pnfi", "pcfi") if row(k)))
        if "baseline_df" in names:
            names = tuple(k for k in names if k != "indicators")
        cells = [n if k == "n" else row(k) for k in names]
        known = [c for c in cells if c is not None]
        if len(known) == len(cells):
            if known[0].reading.lo > 0:
                yield Relation(row.at, tuple(known), as_stated(row, partial(_system, names=names, groups=g)))
        else:
            yield Missing(row.at, "df and chi2 (or its ratio, or RMSEA and n)")
            yield from _without_df(row)


# -- df from pairs of indices ----------------------------------------------------------------------------------


def _pair_shares(known: dict[str, Interval]) -> list[tuple[str, Interval, bool]]:
    """df divided by the baseline's df (or by the number of moments), from pairs that differ only by that."""
    found = []
    for a, b, moments in (("nfi", "rfi", False), ("cfi", "tli", False), ("gfi", "agfi", True)):
        if a in known and b in known:
            top, bottom = (1.0 - known[a]).cut(0.0), (1.0 - known[b]).cut(0.0)
            if top.hi > 0 and bottom.lo > 0:
                found.append((f"{a.upper()} and {b.upper()}", top / bottom, moments))
    for a, b in (("pnfi", "nfi"), ("pcfi", "cfi")):
        if a in known and b in known and known[b].lo > 0:
            found.append((f"{a.upper()} and {b.upper()}", known[a] / known[b], False))
    return found


def _one_df(*readings: Interval, names: tuple[str, ...]) -> Conflict | None:
    """Some number of indicators and one df must fit every pair: share * p(p - 1)/2, or share * p(p + 1)/2."""
    shares = _pair_shares(dict(zip(names, readings, strict=True)))
    if len(shares) < 2:
        return None
    for p in range(2, _MOST_INDICATORS + 1):
        spans = [s * (p * (p + 1) / 2 if moments else p * (p - 1) / 2) for _, s, moments in shares]
        if max(s.lo for s in spans) <= min(s.hi for s in spans):
            return None
    shown = "; ".join(
        f"{label}: df is {share} of the {'moments' if moments else 'baseline df'}" for label, share, moments in shares
    )
    return Conflict(
        "error", f"pairs of fit indices imply different df, for every number of indicators: {shown}", shown, "one df"
    )


def _without_df(row: Row) -> Iterator[Relation]:
    keys = ("nfi", "rfi", "cfi", "tli", "gfi", "agfi", "pnfi", "pcfi")
    cells: list[tuple[str, Cell]] = [(k, c) for k in keys if (c := row(k))]
    names = tuple(k for k, _ in cells)
    misfit = _misfit(row)
    if misfit and len(_pair_shares({k: c.reading for k, c in cells})) >= 2:
        yield Relation(row.at, tuple(c for _, c in cells), partial(_one_df, names=names))


# -- baseline df -----------------------------------------------------------------------------------------------


def _baseline_df(d0: Interval, p: Interval, groups: float) -> Conflict | None:
    expected = groups * p.lo * (p.lo - 1) / 2
    if d0.lo <= expected <= d0.hi:
        return None
    message = f"baseline df {d0} is not {expected:g}, that of {p} uncorrelated indicators"
    return Conflict("error", message, str(d0), f"{expected:g}")


def _baseline_dfs(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in covariance_fit(sheet):
        d0, p = row("baseline_df"), row("indicators")
        if d0 is None:
            continue
        if p is None:
            yield Missing(row.at, "the number of indicators")
        elif row.says("baseline_model") not in ("", "independence"):
            yield Missing(row.at, "an independence baseline")
        else:
            groups = row.read("groups")
            yield Relation(row.at, (d0, p), partial(_baseline_df, groups=groups.lo if groups else 1.0))


_FIT = {
    "kind": "standard",
    "n": "301",
    "chi2": "85.02",
    "df": "24",
    "cfi": ".93",
    "tli": ".90",
    "nfi": ".91",
    "ifi": ".93",
    "rfi": ".86",
}
_BASE = {**_FIT, "baseline_chi2": "915.80", "baseline_df": "36", "indicators": "9"}
_HU = "Hu & Bentler 1998, doi:10.1037/1082-989X.3.4.424"
_PAIRS = {"chi2_df": "4.127", "nfi": ".932", "rfi": ".913", "gfi": ".844", "agfi": ".817"}
CHECKS = (
    Check(
        id="fit-index-order",
        title="incremental fit indices are in an impossible order",
        section=5,
        formula="chi2 > df: TLI <= CFI <= IFI, NFI <= IFI, RFI <= NFI; with RFI > 0 also NFI <= CFI, RFI <= TLI",
        reference=_HU,
        needs="two incremental indices of one fit with chi2 above df",
        relations=_orders,
        passes=({"fit": [_FIT]},),
        fails=(
            {"fit": [{**_FIT, "cfi": ".90", "tli": ".93"}]},
            {"fit": [{"chi2_df": "3.5", "cfi": ".90", "tli": ".93"}]},
        ),
        silent=(
            {"fit": [{**_FIT, "chi2": "20.1", "tli": "1.02"}]},
            {"fit": [{**_FIT, "kind": "robust", "tli": ".99"}]},
            {"fit": [{"cfi": ".90", "tli": ".93"}]},
        ),
        avoids="chi2 <= df; robust indices; baselines other than independence",
    ),
    Check(
        id="incremental-fit-system",
        title="no baseline model gives these fit indices together",
        section=5,
        formula="X0 in X/(1-NFI), d + (X-d)/(1-IFI), d0 + (X-d)/(1-CFI), d0(1 + (X/d-1)/(1-TLI)), d0(X/d)/(1-RFI)",
        reference=_HU + "; Widaman & Thompson 2003, doi:10.1037/1082-989X.8.1.16 on baselines",
        needs="df, chi2 (or its ratio, or RMSEA and n) and two incremental indices; or pairs that imply df",
        relations=_systems,
        passes=(
            {"fit": [_FIT]},
            {"fit": [_BASE]},
            {"fit": [{"n": "301", "df": "24", "rmsea": ".092", "nfi": ".907", "cfi": ".931"}]},
            {
                "fit": [
                    {**_FIT, "chi2": "20.1", "cfi": "1.00", "tli": "1.01", "nfi": ".98", "ifi": "1.00", "rfi": ".97"}
                ]
            },
        ),
        fails=(
            {"fit": [{**_BASE, "nfi": ".96"}]},
            {"fit": [{**_FIT, "cfi": ".97"}]},
            {"fit": [{**_BASE, "baseline_chi2": "1915.80"}]},
            {"fit": [_PAIRS]},
            {"fit": [{**_BASE, "pnfi": ".31"}]},
        ),
        silent=(
            {"fit": [{**_FIT, "kind": "robust"}]},
            {"fit": [{"cfi": ".93", "nfi": ".2"}]},
            {"fit": [{"cfi": ".9"}]},
        ),
        avoids="robust and WLSMV indices; CFI cut at 1",
    ),
    Check(
        id="baseline-df",
        title="df of the baseline does not follow from the number of indicators",
        section=5,
        formula="d0 = G * p * (p - 1) / 2",
        reference="Widaman & Thompson 2003, doi:10.1037/1082-989X.8.1.16",
        needs="baseline df and the number of indicators",
        relations=_baseline_dfs,
        passes=({"fit": [_BASE]}, {"fit": [{"baseline_df": "72", "indicators": "9", "groups": "2"}]}),
        fails=({"fit": [{**_BASE, "baseline_df": "35"}]},),
        silent=(
            {"fit": [{"baseline_df": "35"}]},
            {"fit": [{"baseline_df": "35", "indicators": "9", "baseline_model": "nested"}]},
        ),
        avoids="exogenous covariates; other baselines",
    ),
)
