"""Sets of an fsQCA study: anchors of calibration, necessary conditions."""

from collections.abc import Iterator
from functools import partial
from math import inf

from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Cell, Row, Sheet

__all__ = ["CHECKS"]

_RAGIN = "Ragin 2008, ISBN 978-0-226-70275-9"


def _ordered(full: Interval, half: Interval, none: Interval) -> Conflict | None:
    """From non-membership up to full membership; the other way round is a set of low values."""
    if none.lo <= half.hi and half.lo <= full.hi and none.lo <= full.hi:
        return None
    shown = f"{none}, {half}, {full}"
    if full.lo <= half.hi and half.lo <= none.hi:
        return Conflict("note", f"the anchors {shown} fall: a set of low values?", shown, "anchors that rise")
    message = f"the crossover {half} does not lie between non-membership {none} and full membership {full}"
    return Conflict("error", message, shown, "non-membership < crossover < membership")


def _inside(anchor: Interval, lo: Interval, hi: Interval) -> Conflict | None:
    if anchor.hi >= lo.lo and anchor.lo <= hi.hi:
        return None
    return Conflict(
        "error", f"the anchor {anchor} lies outside the scale from {lo} to {hi}", str(anchor), f"{lo} to {hi}"
    )


def _scale(sheet: Sheet, row: Row) -> tuple[Cell, Cell] | None:
    """The ends of the scale a set is made from: its own, else those of the scale of that name."""
    name = row.says("condition").casefold()
    named = [d for d in sheet.rows("descriptives") if d.says("name").casefold() == name]
    for one in (row, *named[:1]):
        lo, hi = one("scale_min"), one("scale_max")
        if lo and hi:
            return lo, hi
    return None


def _calibrations(sheet: Sheet) -> Iterator[Relation | Missing]:
    for solution in sheet.rows("fsqca"):
        for row in solution.rows("calibration"):
            anchors = [row(k) for k in ("full_in", "crossover", "full_out")]
            known = tuple(c for c in anchors if c)
            if len(known) == len(anchors):
                yield Relation(row.at, known, _ordered, witness=False)
            elif known:
                yield Missing(row.at, "all three anchors")
            if scale := _scale(sheet, row):
                for cell in known:
                    yield Relation(row.at, (cell, *scale), _inside, witness=False)


def _share(value: Interval, name: str) -> Conflict | None:
    if value.within(0.0, 1.0):
        return None
    return Conflict("error", f"{name} {value} is impossible as printed: it lies in [0, 1]", str(value), "[0, 1]")


def _both(a: Interval, b: Interval, name: str) -> Conflict | None:
    """min(x, y) + min(1 - x, y) >= y for every case, so the two shares of the outcome add to 1 or more."""
    if a.hi + b.hi >= 1 - 1e-12:
        return None
    message = f"the consistencies {a} and {b} of {name} and its absence add to less than 1"
    return Conflict("error", message, f"{a}, {b}", "a sum of 1 or more")


def _mean(*cells: Interval) -> Interval:
    """1 / (mean of the outcome) = sum(X) / sum(Y) + sum(~X) / sum(Y); consistency / coverage is sum(X) / sum(Y)."""
    parts = [inf if v.hi <= 0 else c.lo / v.hi for c, v in zip(cells[::2], cells[1::2], strict=True)]
    tops = [inf if v.lo <= 0 else c.hi / v.lo for c, v in zip(cells[::2], cells[1::2], strict=True)]
    low, high = sum(parts), sum(tops)
    return Interval(0.0 if high == inf else 1 / high * (1 - 1e-12), inf if low <= 0 else 1 / low * (1 + 1e-12))


def _same_outcome(*cells: Interval, names: tuple[str, ...]) -> Conflict | None:
    means = [_mean(*cells[i : i + 4]) for i in range(0, len(cells), 4)]
    low, high = max(m.lo for m in means), min(m.hi for m in means)
    if low <= high and low <= 1:
        return None
    shown = ", ".join(f"{name} {m}" for name, m in zip(names, means, strict=True))
    message = f"the conditions imply different means of the same outcome: {shown}"
    return Conflict("warn", message, shown, "one mean of the outcome, at most 1")


def _conditions(solution: Row) -> Iterator[tuple[str, Row, Row]]:
    """Conditions that stand in the table with their absence."""
    rows = {r.says("condition").replace(" ", "").casefold(): r for r in solution.rows("necessity")}
    for name, row in rows.items():
        absent = rows.get(f"~{name}")
        if name and absent is not None:
            yield name, row, absent


def _necessity(sheet: Sheet) -> Iterator[Relation | Missing]:
    for solution in sheet.rows("fsqca"):
        for row in solution.rows("necessity"):
            for key, name in (("consistency", "consistency"), ("coverage", "coverage"), ("ron", "RoN")):
                if cell := row(key):
                    yield Relation(row.at, (cell,), partial(_share, name=name), witness=False)
        means: dict[str, tuple[Cell, ...]] = {}
        for name, one, absent in _conditions(solution):
            a, b = one("consistency"), absent("consistency")
            if a and b:
                yield Relation(absent.at, (a, b), partial(_both, name=name), witness=False)
            four = (a, one("coverage"), b, absent("coverage"))
            if all(four):
                means[name] = tuple(c for c in four if c)
        if len(means) > 1:
            cells = tuple(c for four in means.values() for c in four)
            yield Relation(solution.at, cells, partial(_same_outcome, names=tuple(means)))


def _sets(**fields: object) -> dict[str, object]:
    return {"fsqca": [{"outcome": "Y", **fields}]}


def _anchors(*texts: str | None) -> dict[str, object]:
    full, half, none = texts
    row = {
        "condition": "trust",
        "full_in": full,
        "crossover": half,
        "full_out": none,
        "scale_min": "1",
        "scale_max": "7",
    }
    return _sets(calibration=[row])


def _table(*rows: tuple[str, str, str]) -> dict[str, object]:
    return _sets(necessity=[{"condition": x, "consistency": c, "coverage": v} for x, c, v in rows])


_X = (("x", ".80", ".75"), ("~x", ".45", ".52"))
CHECKS = (
    Check(
        id="fsqca-calibration",
        title="anchors of a set out of order or outside the scale",
        section=11,
        formula="non-membership < crossover < membership, inside the scale",
        reference=_RAGIN,
        needs="the three anchors of a set",
        relations=_calibrations,
        passes=(_anchors("6", "4.5", "2"),),
        fails=(_anchors("6", "4.0", "5"), _anchors("9", "4.5", "2"), _anchors("2", "4.5", "6")),
        silent=(_sets(calibration=[{"condition": "trust", "crossover": "4"}]), _sets(configs=[])),
        avoids="anchors that fall, of a set of low values: a note",
    ),
    Check(
        id="fsqca-necessity",
        title="necessity of conditions that no memberships give",
        section=11,
        formula="consistency, coverage in [0, 1]; cons(X) + cons(~X) >= 1; "
        "1 / mean(Y) = cons(X)/cov(X) + cons(~X)/cov(~X), the same for every condition",
        reference=_RAGIN,
        needs="consistency or coverage of a necessary condition",
        relations=_necessity,
        passes=(_table(*_X, ("z", ".70", ".70"), ("~z", ".60", ".65")), _table(("x", ".91", ".62"))),
        fails=(
            _table(("x", "9.1", ".62")),
            _table(("x", ".30", ".62"), ("~x", ".45", ".60")),
            _table(*_X, ("z", ".70", ".40"), ("~z", ".95", ".45")),
        ),
        silent=(_sets(configs=[]), _sets(necessity=[{"condition": "x"}])),
        avoids="other cases behind one of the rows: different means are a warning",
    ),
)
