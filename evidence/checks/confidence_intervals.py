"""Confidence intervals against their estimate, standard error and p value."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from evidence.checks.distributions import alpha, critical_values, tails
from evidence.checks.interval import Interval, hull
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Cell, Row, Sheet

__all__ = ["CHECKS"]


class Ci(NamedTuple):
    """A printed interval and the estimate it belongs to."""

    row: Row
    lo: Cell
    hi: Cell
    est: Cell | None
    normal: bool  # Wald or t: symmetric by construction


def _intervals(sheet: Sheet) -> list[Ci]:
    def find() -> list[Ci]:
        found = []
        for row in sheet.rows("paths"):
            if (lo := row("ci_lo")) and (hi := row("ci_hi")):
                owner, b, beta = row.says("ci_of"), row("b"), row("beta")
                est = row(owner) if owner in ("b", "beta") else (b or beta) if not (b and beta) else None
                found.append(Ci(row, lo, hi, est, row.says("ci_kind") in ("wald", "t")))
        found += [
            Ci(row, lo, hi, row("indirect"), False)
            for row in sheet.rows("effects")
            if (lo := row("ci_lo")) and (hi := row("ci_hi"))
        ]
        return found

    found: list[Ci] = sheet.remember("intervals", find)
    return found


def _ordered(lo: Interval, hi: Interval) -> Conflict | None:
    if lo.lo <= hi.hi:
        return None
    return Conflict("error", f"the lower limit {lo} is above the upper limit {hi}", f"{lo}, {hi}", "lower <= upper")


def _order(sheet: Sheet) -> Iterator[Relation | Missing]:
    for ci in _intervals(sheet):
        yield Relation(ci.row.at, (ci.lo, ci.hi), _ordered, witness=False)


def _inside(est: Interval, lo: Interval, hi: Interval, normal: bool) -> Conflict | None:
    if lo.lo <= est.hi and est.lo <= hi.hi:
        return None
    why = "" if normal else " (unusual for a bootstrap interval, impossible for Wald and t)"
    message = f"the estimate {est} lies outside its interval {lo} to {hi}{why}"
    return Conflict("error" if normal else "warn", message, str(est), f"{lo.lo:.6g} to {hi.hi:.6g}")


def _contains(sheet: Sheet) -> Iterator[Relation | Missing]:
    for ci in _intervals(sheet):
        if ci.est is None:
            yield Missing(ci.row.at, "ci_of: which estimate the interval belongs to")
        else:
            yield Relation(ci.row.at, (ci.est, ci.lo, ci.hi), partial(_inside, normal=ci.normal))


def _middle(est: Interval, lo: Interval, hi: Interval) -> Conflict | None:
    middle = (lo + hi) / 2.0
    if middle.meets(est):
        return None
    return Conflict("error", f"the middle of the interval, {middle}, is not the estimate {est}", str(est), str(middle))


def _symmetric(sheet: Sheet) -> Iterator[Relation | Missing]:
    for ci in _intervals(sheet):
        if ci.normal and ci.est is not None:
            yield Relation(ci.row.at, (ci.est, ci.lo, ci.hi), _middle)


def _width(lo: Interval, hi: Interval, se: Interval, quantiles: list[Interval]) -> Conflict | None:
    half = (hi - lo) / 2.0
    expected = [q * se for q in quantiles]
    if any(half.meets(e) for e in expected):
        return None
    shown = " or ".join(map(str, expected))
    return Conflict("error", f"half the width of the interval, {half}, is not c * SE = {shown}", str(half), shown)


def _widths(sheet: Sheet) -> Iterator[Relation | Missing]:
    for ci in _intervals(sheet):
        if not ci.normal:
            continue
        se, owner = ci.row("se"), ci.row.says("se_of")
        if se is None or ci.est is None or not ci.est.at.endswith(f"/{owner}"):
            yield Missing(ci.row.at, "the standard error of the estimate the interval belongs to")
        else:
            yield Relation(ci.row.at, (ci.lo, ci.hi, se), partial(_width, quantiles=critical_values(ci.row, sheet)))


def _decision(lo: Interval, hi: Interval, p: Interval, level: Interval, tail: str) -> Conflict | None:
    most = p if tail == "two" else hull([p, (p * 2.0).cut(0.0, 1.0), p / 2.0])
    excludes = lo.lo > 0 or hi.hi < 0
    includes = lo.hi < 0 < hi.lo
    if excludes and most.lo > level.hi:
        message = f"the interval {lo} to {hi} excludes 0, but p {p} is above alpha {level}"
    elif includes and most.hi < level.lo:
        message = f"the interval {lo} to {hi} holds 0, but p {p} is below alpha {level}"
    else:
        return None
    return Conflict("critical", message, f"p {p}", f"p {'<=' if excludes else '>='} {level}")


def _decisions(sheet: Sheet) -> Iterator[Relation | Missing]:
    level = alpha(sheet)
    for ci in _intervals(sheet):
        if not ci.normal:
            continue
        stated = ci.row.read("ci_level") or sheet.conventions.read("ci_level")
        confidence = stated.mid / 100 if stated and stated.mid > 1 else stated.mid if stated else 0.95
        if abs(1 - confidence - level.mid) > 1e-9:
            yield Missing(ci.row.at, "an interval at the level of the test")
        elif (p := ci.row("p")) is None:
            yield Missing(ci.row.at, "p")
        else:
            test = partial(_decision, level=level, tail=tails(ci.row, sheet))
            yield Relation(ci.row.at, (ci.lo, ci.hi, p), test)


_ROW = {"b": "-.330", "se": ".080", "se_of": "b", "ci_of": "b", "ci_kind": "wald", "ci_lo": "-.487", "ci_hi": "-.173"}
_PCT = {**_ROW, "ci_kind": "percentile"}
_REF = "Altman & Bland 2011, doi:10.1136/bmj.d2090"
_TWO = {"tails": "two", "ci_level": "0.95"}
CHECKS = (
    Check(
        id="ci-order",
        title="lower limit above the upper",
        section=2,
        formula="lower <= upper",
        reference=_REF,
        needs="both limits",
        relations=_order,
        passes=({"paths": [_ROW]}, {"effects": [{"ci_lo": "-.02", "ci_hi": ".08"}]}),
        fails=({"paths": [{"ci_lo": ".238", "ci_hi": "-.158"}]}, {"effects": [{"ci_lo": "1.89", "ci_hi": ".593"}]}),
        silent=({"paths": [{"ci_lo": ".238"}]},),
        avoids="minus signs lost in extraction",
    ),
    Check(
        id="ci-contains-estimate",
        title="the estimate lies outside its confidence interval",
        section=2,
        formula="lower <= estimate <= upper",
        reference=_REF,
        needs="both limits and the estimate they belong to",
        relations=_contains,
        passes=({"paths": [_ROW]}, {"effects": [{"indirect": ".03", "ci_lo": "-.02", "ci_hi": ".08"}]}),
        fails=({"paths": [{**_ROW, "b": ".330"}]}, {"paths": [{**_PCT, "b": "-.130"}]}),
        silent=({"paths": [{**_ROW, "ci_of": "unknown", "beta": ".26"}]}, {"paths": [{"b": ".3"}]}),
        avoids="bias-corrected intervals around a bootstrap mean (warn only); the interval of b beside beta",
    ),
    Check(
        id="ci-symmetric",
        title="a Wald or t interval is not centred on its estimate",
        section=2,
        formula="(lower + upper) / 2 = estimate",
        reference=_REF,
        needs="a Wald or t interval and its estimate",
        relations=_symmetric,
        passes=({"paths": [_ROW]},),
        fails=({"paths": [{**_ROW, "ci_lo": "-.478"}]},),
        silent=({"paths": [{**_PCT, "ci_lo": "-.9"}]},),
        avoids="bootstrap, likelihood, Fisher-z and log-scale intervals",
    ),
    Check(
        id="ci-width-vs-se",
        title="the width of a Wald or t interval does not follow from its standard error",
        section=2,
        formula="(upper - lower) / 2 = c * SE, c the z or t quantile of the level",
        reference=_REF,
        needs="a Wald or t interval and the SE of the same estimate",
        relations=_widths,
        passes=({"paths": [_ROW]}, {"conventions": _TWO, "paths": [{**_ROW, "ci_kind": "t", "df": "400"}]}),
        fails=(
            {"conventions": _TWO, "paths": [{**_ROW, "se": ".060"}]},
            {"conventions": {"ci_level": "99%"}, "paths": [_ROW]},
            {"paths": [{**_ROW, "ci_lo": "-.173", "ci_hi": "-.487"}]},
        ),
        silent=({"paths": [_PCT]}, {"paths": [{**_ROW, "se_of": "unknown"}]}),
        avoids="intervals of unknown level: .90, .95 and .99 are all admitted",
    ),
    Check(
        id="ci-vs-p",
        title="confidence interval and p value decide differently",
        section=2,
        formula="the interval excludes 0 if and only if p < alpha",
        reference=_REF,
        needs="a Wald or t interval at level 1 - alpha, and p",
        relations=_decisions,
        passes=(
            {"conventions": _TWO, "paths": [{**_ROW, "p": "<.001"}]},
            {"paths": [{**_ROW, "ci_lo": "-.01", "ci_hi": ".30", "p": ".04"}]},  # one-tailed p is not ruled out
        ),
        fails=(
            {"conventions": _TWO, "paths": [{**_ROW, "p": ".40"}]},
            {"conventions": _TWO, "paths": [{**_ROW, "ci_lo": "-.10", "ci_hi": ".30", "p": ".001"}]},
        ),
        silent=(
            {"paths": [{**_PCT, "p": ".4"}]},
            {"paths": [_ROW]},
            {"conventions": {"ci_level": ".90"}, "paths": [{**_ROW, "p": ".4"}]},
        ),
        avoids="one-tailed p with a two-sided interval; bootstrap intervals",
    ),
)
