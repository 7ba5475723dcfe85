"""Who answered: response rates, counts and percentages."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from evidence.checks.interval import Interval, total
from evidence.checks.model import Check, Conflict, Level, Missing, Relation
from evidence.checks.sheet import Cell, Row, Sheet

__all__ = ["CHECKS"]


def _rate(rate: Interval, valid: Interval, *bases: Interval) -> Conflict | None:
    implied = [valid / b for b in bases if b.lo > 0]
    if not implied or any(i.meets(rate) for i in implied):
        return None
    shown = " or ".join(f"{i.mid:.2%}" for i in implied)
    return Conflict("error", f"the rate {rate.mid:.2%} is not {shown}", f"{rate.mid:.2%}", shown)


def _ordered(low: Interval, high: Interval, names: tuple[str, str]) -> Conflict | None:
    if low.lo <= high.hi:
        return None
    return Conflict("error", f"{names[0]} {low} is above {names[1]} {high}", str(low), f"<= {high}")


def _rates(sheet: Sheet) -> Iterator[Relation | Missing]:
    row = sheet.sample
    valid, collected, sent, rate = row("valid") or row("n"), row("collected"), row("distributed"), row("valid_rate_pct")
    ladder = [
        (n, c)
        for n, c in (("valid answers", valid), ("answers collected", collected), ("questionnaires sent", sent))
        if c
    ]
    if collected or sent:
        for (a, low), (b, high) in pairwise(ladder):
            yield Relation(row.at, (low, high), partial(_ordered, names=(a, b)), witness=False)
    if rate and valid:
        bases = tuple(c for c in (collected, sent) if c)
        if bases and all(b.reading == valid.reading for b in bases) and rate.reading.hi < 0.99:
            yield Missing(row.at, "the number sent: the rate is not that of the answers collected")
        elif bases:
            yield Relation(row.at, (rate, valid, *bases), _rate)
        else:
            yield Missing(row.at, "the number collected or distributed")


class Group(NamedTuple):
    """A variable of the demographic table with its cells and the numbers they may be shares of."""

    row: Row
    cells: list[Row]
    n: Cell | None
    counted: bool
    multiple: bool  # several answers per person, by the table's own figures


def _groups(sheet: Sheet) -> list[Group]:
    def find() -> list[Group]:
        found = []
        for row in sheet.sample.rows("groups"):
            cells = row.rows("cells")
            n = row("total", "count") or sheet.sample("n")
            counted = bool(cells) and all((k := c("count")) and k.reading.lo == k.reading.hi for c in cells)
            shares = [c.read("percent") for c in cells]
            known = [s for s in shares if s]
            several = len(known) == len(cells) and _several([c.read("count") for c in cells], known, n)
            found.append(Group(row, cells, n, counted, several))
        return found

    found: list[Group] = sheet.remember("groups", find)
    return found


def _several(counts: list[Interval | None], shares: list[Interval], n: Cell | None) -> bool:
    """The shares add to far more than 100 %, and so do the counts: several answers per person, or two variables."""
    added = total(shares).mid
    known = [c for c in counts if c is not None]
    if len(known) < len(shares) or n is None or n.reading.lo <= 0:
        return added > 1.5
    return added > 1.02 and abs(total(known).mid / n.reading.lo - added) < 0.03


def _adds(n: Interval, *counts: Interval) -> Conflict | None:
    added = total(counts)
    if added.meets(n):
        return None
    level: Level = "error" if added.lo > n.hi else "warn"
    tail = "" if level == "error" else ", and no missing answers are stated"
    return Conflict(level, f"the counts add to {added.mid:g}, not to {n.mid:g}{tail}", f"{added.mid:g}", f"{n.mid:g}")


def _totals(sheet: Sheet) -> Iterator[Relation | Missing]:
    for g in _groups(sheet):
        counts = tuple(c for r in g.cells if (c := r("count")) and c.reading.lo == c.reading.hi)
        if not counts:
            continue
        if g.n is None or not g.counted:
            yield Missing(g.row.at, "n and the count of every category")
        elif g.multiple:
            yield Missing(g.row.at, "one answer per person: the percentages show several")
        else:
            yield Relation(g.row.at, (g.n, *counts), _adds)


def _percent(percent: Interval, count: Interval, n: Interval, answered: float | None) -> Conflict | None:
    if n.lo <= 0 or (count / n).meets(percent):
        return None
    shown = f"{count.mid:g}/{n.mid:g} = {100 * (count / n).mid:.3f} %"
    message = f"{100 * percent.mid:.6g} % is not {shown}"
    if answered and (count / answered).meets(percent):
        return Conflict(
            "warn",
            f"{message}, but it is of the {answered:g} counted: are the others missing?",
            f"{100 * percent.mid:.6g} %",
            shown,
        )
    return Conflict("error", message, f"{100 * percent.mid:.6g} %", shown)


def _answered(groups: list[Group]) -> dict[str, float]:
    """For a group with fewer answers than n, their number: percentages may leave out the missing.

    Not where every variable lacks the same number: then n is what does not fit.
    """
    sums = {
        g.row.at: sum(c.reading.lo for r in g.cells if (c := r("count")))
        for g in groups
        if g.counted and g.n is not None
    }
    short = {g.row.at: sums[g.row.at] for g in groups if g.row.at in sums and g.n and sums[g.row.at] < g.n.reading.lo}
    if len(short) > 1 and len(short) == len(groups) and len(set(short.values())) == 1:
        return {}
    return short


def _percents(sheet: Sheet) -> Iterator[Relation | Missing]:
    groups = _groups(sheet)
    answered = _answered(groups)
    for g in groups:
        for row in g.cells:
            count, percent = row("count"), row("percent")
            if not (count and percent):
                continue
            if g.n is None:
                yield Missing(row.at, "n")
            else:
                yield Relation(row.at, (percent, count, g.n), partial(_percent, answered=answered.get(g.row.at)))


def _grim(percent: Interval, n: Interval) -> Conflict | None:
    low, high = percent.lo * n.lo, percent.hi * n.lo
    if floor(high + 1e-9) >= ceil(low - 1e-9) and high >= 0 and low <= n.lo:
        return None
    near = max(0, min(int(n.lo) - 1, floor(low)))
    shown = f"{near}/{n.lo:g} = {100 * near / n.lo:.3f} %, {near + 1}/{n.lo:g} = {100 * (near + 1) / n.lo:.3f} %"
    message = f"no count out of {n.lo:g} gives {100 * percent.mid:.6g} %: {shown}"
    return Conflict("error", message, f"{100 * percent.mid:.6g} %", shown)


def _grims(sheet: Sheet) -> Iterator[Relation | Missing]:
    for g in _groups(sheet):
        for row in g.cells:
            percent = row("percent")
            if percent is None or row("count") is not None:
                continue
            if g.n is None:
                yield Missing(row.at, "n")
            else:
                idle = (percent.reading.hi - percent.reading.lo) * g.n.reading.lo >= 1
                if idle:  # said, rather than passed
                    yield Missing(row.at, "more decimals: every percentage is attainable at this n")
                yield Relation(row.at, (percent, g.n), _grim, witness=not idle)


def _hundred(*percents: Interval) -> Conflict | None:
    added = total(percents)
    if added.within(1.0 - 1e-12, 1.0 + 1e-12):
        return None
    shown = f"[{100 * added.lo:.6g}, {100 * added.hi:.6g}] %"
    return Conflict("error", f"the percentages add to {shown}, not to 100 %", shown, "100 %")


def _percent_totals(sheet: Sheet) -> Iterator[Relation | Missing]:
    for g in _groups(sheet):
        percents = tuple(c for r in g.cells if (c := r("percent")))
        if len(percents) < 2:
            continue
        if len(percents) < len(g.cells):
            yield Missing(g.row.at, "the percentage of every category")
        elif g.multiple:
            yield Missing(g.row.at, "one answer per person: the percentages show several")
        else:
            yield Relation(g.row.at, percents, _hundred)


def _sample(n: str, *cells: tuple[str | None, str | None]) -> dict[str, object]:
    rows = [{"label": str(i), "count": c, "percent": p} for i, (c, p) in enumerate(cells)]
    return {"sample": {"n": n, "groups": [{"variable": "age", "cells": rows}]}}


_GOOD = _sample("24", ("8", "33.3%"), ("9", "37.5%"), ("7", "29.2%"))
_GRIM = "Brown & Heathers 2017, doi:10.1177/1948550616673876"
_AAPOR = "AAPOR 2023, Standard definitions"
CHECKS = (
    Check(
        id="response-rate",
        title="response rate and counts contradict each other",
        section=8,
        formula="valid <= collected <= distributed; rate = valid / collected, or / distributed",
        reference=_AAPOR,
        needs="valid answers and the number collected or distributed",
        relations=_rates,
        passes=(
            {"sample": {"collected": "97", "valid": "24", "valid_rate_pct": "24.7%"}},
            {"sample": {"distributed": "500", "n": "465", "valid_rate_pct": "93"}},
        ),
        fails=(
            {"sample": {"collected": "97", "valid": "24", "valid_rate_pct": "27.4%"}},
            {"sample": {"collected": "97", "n": "124"}},
        ),
        silent=(
            {"sample": {"n": "24"}},
            {"sample": {"n": "24", "valid_rate_pct": "99%"}},
        ),
    ),
    Check(
        id="group-total",
        title="the categories do not add to n",
        section=8,
        formula="sum of counts = n",
        reference=_GRIM,
        needs="n and the count of every category, one answer per person",
        relations=_totals,
        passes=(_GOOD,),
        fails=(_sample("24", ("8", None), ("9", None), ("9", None)), _sample("24", ("8", None), ("9", None))),
        silent=(
            _sample("24", (None, "33.3%"), ("9", None)),
            _sample("10", ("8", "80%"), ("9", "90%")),
            {"sample": {"n": "24"}},
        ),
        avoids="missing answers (fewer than n: warn), multiple response",
    ),
    Check(
        id="count-percent",
        title="a percentage is not its count divided by n",
        section=8,
        formula="percent = 100 * count / n",
        reference=_GRIM,
        needs="count, percentage and n",
        relations=_percents,
        passes=(_GOOD,),
        fails=(
            _sample("24", ("8", "33.3%"), ("9", "35.7%"), ("7", "29.2%")),
            _sample("30", ("8", "33.3%"), ("9", "37.5%"), ("7", "29.2%")),  # a warning: 6 may be missing
        ),
        silent=(_sample("24", ("8", None)), {"sample": {"groups": [{"cells": [{"count": "8", "percent": "3%"}]}]}}),
        avoids="percentages that leave out missing answers (warn, where nothing is said of them)",
    ),
    Check(
        id="grim-percent",
        title="no count out of n gives the percentage",
        section=8,
        formula="some whole number c with 100 * c / n inside the interval",
        reference=_GRIM,
        needs="a percentage without count, n below 100 * 10^decimals",
        relations=_grims,
        passes=(_sample("24", (None, "33.3%"), (None, "66.7%")), _sample("240", (None, "34%"), (None, "66%"))),
        fails=(_sample("24", (None, "34.3%"), (None, "65.7%")),),
        silent=(_sample("24", ("8", "34.3%")), {"sample": {"groups": [{"cells": [{"percent": "34%"}]}]}}),
        avoids="n too large to say anything: said to be uninformative",
    ),
    Check(
        id="percent-total",
        title="the percentages do not add to 100",
        section=8,
        formula="the sum of the intervals holds 100",
        reference=_GRIM,
        needs="the percentage of every category, one answer per person",
        relations=_percent_totals,
        passes=(_GOOD, _sample("24", (None, "33.3%"), (None, "33.3%"), (None, "33.3%"))),
        fails=(_sample("24", (None, "33.3%"), (None, "37.5%"), (None, "22.9%")),),
        silent=(
            _sample("24", ("8", None)),
            _sample("10", ("8", "80%"), ("9", "90%")),
            _sample("24", (None, "33.3%"), ("9", None), (None, "20%")),
        ),
        avoids="multiple response",
    ),
)
