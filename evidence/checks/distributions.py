"""What a test statistic printed as an interval says about p, and the quantiles behind an interval of confidence."""

import math

from scipy.special import chdtrc, fdtrc, ndtr, ndtri, stdtr, stdtrit

from evidence.checks.interval import UNIT, Interval, hull, increasing
from evidence.checks.sheet import Row, Sheet

__all__ = [
    "admitted",
    "alpha",
    "as_hypothesised",
    "critical_values",
    "fewest_df",
    "p_values",
    "sides",
    "t_from_r",
    "tails",
]

ROBUST_DF = 20.0  # a t without df may have as few as n - 20 (rule R3: the number of parameters is not printed)
FEWEST_DF = 5.0


def tails(row: Row, sheet: Sheet) -> str:
    """`one`, `two`, or nothing where the paper does not say."""
    said = row.says("tails") or sheet.conventions.says("tails")
    return said if said in ("one", "two") else ""


def as_hypothesised(row: Row) -> bool:
    """The estimate of the row is known to have the hypothesised sign."""
    sign = {"+": 1, "-": -1}.get(row.says("sign"), 0)
    estimates = [e for k in ("beta", "b") if (e := row.read(k))]
    return sign != 0 and bool(estimates) and all(e.sign == sign for e in estimates)


def alpha(sheet: Sheet) -> Interval:
    """The level the paper tests at; where it names none .05, or up to the weakest star of its legend."""
    stated = sheet.conventions.read("alpha")
    if stated and 0 < stated.mid < 1:
        return Interval(stated.mid, stated.mid)
    marks = sheet.conventions.sub("star_legend")
    weakest = [c.reading.hi for mark in marks.raw if (c := marks(mark, "p")) and c.reading.hi < 0.2]
    return Interval(0.05, max([0.05, *(min(round(w, 2), 0.10) for w in weakest)]))


def fewest_df(sheet: Sheet, row: Row) -> float:
    """The smallest df a t statistic without df may have in this sample."""
    n = sheet.n(row)
    return max(n.reading.lo - ROBUST_DF, FEWEST_DF) if n else FEWEST_DF


def t_from_r(r: Interval, df: Interval) -> Interval:
    """t = r * sqrt(df / (1 - r^2)), increasing in r."""
    inside = r.cut(-1.0, 1.0)
    low, high = (
        (math.copysign(math.inf, v) if abs(v) >= 1 else v * math.sqrt(d / (1 - v * v)))
        for v, d in ((inside.lo, df.hi if inside.lo < 0 else df.lo), (inside.hi, df.lo if inside.hi < 0 else df.hi))
    )
    return Interval(low - abs(low) * 1e-12 if math.isfinite(low) else low, high + abs(high) * 1e-12)


def p_values(
    kind: str,
    stat: Interval,
    df1: Interval | None,
    df2: Interval | None,
    tail: str,
    least_df: float,
    as_expected: bool = False,
) -> list[Interval]:
    """Every p that the statistic can have, one interval per convention that is not ruled out.

    t, z and r without df: from the normal distribution to a t with the fewest df. No stated tails: one and two;
    one-tailed also 1 - p, unless the estimate has the sign that was expected. F and chi-square have one tail.
    """
    if kind in ("F", "chi2"):
        low, high = max(stat.lo, 0.0), max(stat.hi, 0.0)
        if kind == "chi2":
            if df1 is None or df1.lo <= 0:
                return []
            ends = [_margin(float(chdtrc(d, x))) for d in (df1.lo, df1.hi) for x in (low, high)]
        else:
            if df1 is None or df2 is None or df1.lo <= 0 or df2.lo <= 0:
                return []
            ends = [
                _margin(float(fdtrc(a, b, x))) for a in (df1.lo, df1.hi) for b in (df2.lo, df2.hi) for x in (low, high)
            ]
        return [hull(ends).cut(0.0, 1.0)]
    size = abs(stat)
    df = df2 if df2 is not None else df1
    if df is None and kind == "r":
        return []
    if kind == "r" and df is not None:
        size = abs(t_from_r(stat, df))
    if df is not None and df.lo <= 0:
        return []
    if df is None or kind == "z":  # z: a program's C.R. may also have been read in a t table
        low, high = float(ndtr(-size.hi)), float(stdtr(least_df, -size.lo))
    else:
        low, high = float(stdtr(df.hi, -size.hi)), float(stdtr(df.lo, -size.lo))
    one = hull([_margin(low), _margin(high)]).cut(0.0, 1.0)
    found = []
    if tail != "one":
        found.append((one * 2.0).cut(0.0, 1.0))
    if tail != "two":
        found += [one] if as_expected else [one, (1.0 - one).cut(0.0, 1.0)]
    return found


def _margin(p: float) -> Interval:
    return increasing(lambda v: v, Interval(p, p))


def sides(p: Interval, computed: list[Interval], level: Interval) -> bool:
    """The printed p and every computed one lie on different sides of alpha."""
    if p.hi < level.lo:
        return all(c.lo > level.hi for c in computed)
    return p.lo > level.hi and all(c.hi < level.lo for c in computed)


def critical_values(row: Row, sheet: Sheet) -> list[Interval]:
    """The quantiles that a Wald or t interval of this row may have been made with."""
    stated = row.read("ci_level") or sheet.conventions.read("ci_level")
    level = stated.mid / 100 if stated and stated.mid > 1 else stated.mid if stated else None
    levels = [level] if level and 0 < level < 1 else [0.90, 0.95, 0.99]
    df, kind = row.read("df"), row.says("ci_kind")
    found = []
    for one in levels:
        upper = 0.5 + one / 2
        z = float(ndtri(upper))
        if kind == "t" and df is not None and df.lo > 0:
            found.append(hull([_margin(float(stdtrit(d, upper))) for d in (df.lo, df.hi)]))
        elif kind == "t" or df is not None:
            found.append(
                hull([_margin(z), _margin(float(stdtrit(df.lo if df and df.lo > 0 else fewest_df(sheet, row), upper)))])
            )
        else:
            found.append(_margin(z))
    return found


def admitted(p: Interval, computed: list[Interval]) -> bool:
    """The printed p is one the statistic can have."""
    inside = p.meet(UNIT)
    return inside is not None and any(inside.meets(c) for c in computed)
