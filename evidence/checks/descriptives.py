"""Means and standard deviations of whole-number answers."""

from collections.abc import Iterator
from functools import lru_cache, partial
from math import ceil, floor, sqrt

from evidence.checks.interval import Interval, total
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Cell, Row, Sheet

__all__ = ["CHECKS"]

_MOST_SUMS = 5000  # more sums than this and the standard deviation says nothing
_COMPLETE = 20  # the largest sample for which every combination of answers is tried
_EPS = 1e-9


def _whole(value: Interval) -> int | None:
    return int(value.lo) if value.lo == value.hi and value.lo == int(value.lo) and abs(value.lo) < 1e9 else None


def _sums(mean: Interval, n: int, k: int) -> tuple[int, int]:
    """The first and last whole sum of answers that gives the mean."""
    low, high = mean.lo * n * k, mean.hi * n * k
    return ceil(low - _EPS * max(1.0, abs(low))), floor(high + _EPS * max(1.0, abs(high)))


def _sized(row: Row, sheet: Sheet) -> tuple[Cell, Cell | None] | None:
    n = sheet.n(row)
    return None if n is None else (n, row("items"))


def _integer(row: Row) -> bool:
    return row.raw.get("integer_items") is True


def _grim(mean: Interval, n: Interval, items: Interval) -> Conflict | None:
    size, k = _whole(n), _whole(items)
    if not size or not k or size < 1 or k < 1:
        return None
    first, last = _sums(mean, size, k)
    if first <= last:
        return None
    near = [f"{s}/{size * k} = {s / (size * k):.5f}" for s in (last, first)]
    message = f"no sum of {size * k} whole answers gives the mean {mean.mid:.6g}: {', '.join(near)}"
    return Conflict("critical", message, f"{mean.mid:.6g}", ", ".join(near))


def _means(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("descriptives"):
        mean, sized = row("mean"), _sized(row, sheet)
        if mean is None:
            continue
        if sized is None or sized[1] is None or not _integer(row):
            yield Missing(row.at, "n, the number of items, and that answers are whole numbers")
        else:
            idle = (mean.reading.hi - mean.reading.lo) * sized[0].reading.lo * sized[1].reading.lo >= 1
            if idle:  # said, rather than passed
                yield Missing(row.at, "more decimals: every mean is attainable at this n")
            yield Relation(row.at, (mean, sized[0], sized[1]), _grim, witness=not idle)


# -- standard deviations ---------------------------------------------------------------------------------------


def _squares(s: int, n: int, lo: int, hi: int) -> tuple[int, int]:
    """The least and the largest sum of squares of n whole numbers from lo to hi that add to s."""
    base, rest = divmod(s, n)
    least = (n - rest) * base * base + rest * (base + 1) ** 2
    if hi == lo:
        return least, least
    high, left = divmod(s - n * lo, hi - lo)
    most = high * hi * hi + (n - high) * lo * lo
    if left:
        most += (lo + left) ** 2 - lo * lo
    return least, most


@lru_cache(maxsize=32)
def _reachable(n: int, lo: int, hi: int) -> tuple[int, ...]:
    """For each sum of n answers from 0 to hi - lo, the bits of the sums of squares that occur."""
    span = hi - lo
    table = [1]
    for _ in range(n):
        grown = [0] * (len(table) + span)
        for s, bits in enumerate(table):
            for v in range(span + 1):
                grown[s + v] |= bits << (v * v)
        table = grown
    return tuple(table)


def _exists(s: int, q: int, n: int, lo: int, hi: int) -> bool:
    """n whole answers from lo to hi with sum s and sum of squares q exist (complete search)."""
    table = _reachable(n, lo, hi)
    shifted, squares = s - n * lo, q - 2 * lo * s + n * lo * lo
    return 0 <= shifted < len(table) and squares >= 0 and bool(table[shifted] >> squares & 1)


def _attainable(
    mean: Interval, sd: Interval, n: Interval, items: Interval, low: Interval, high: Interval, complete: bool
) -> bool:
    """Some whole answers give the printed mean and SD (n - 1, or n in the denominator)."""
    size, k, lo, hi = _whole(n), _whole(items), _whole(low), _whole(high)
    if size is None or k is None or lo is None or hi is None or size < 2 or k < 1 or hi <= lo:
        return True
    first, last = _sums(mean, size, k)
    first, last = max(first, size * k * lo), min(last, size * k * hi)
    if last - first > _MOST_SUMS:
        return True
    scaled = Interval(max(sd.lo, 0.0) * k, max(sd.hi, 0.0) * k)
    for s in range(first, last + 1):
        least, most = _squares(s, size, k * lo, k * hi)
        for below in (size - 1, size):
            centre = s * s / size
            bottom, top = below * scaled.lo**2 + centre, below * scaled.hi**2 + centre
            q = max(ceil(bottom - _EPS * max(1.0, bottom)), least)
            end = min(floor(top + _EPS * max(1.0, top)), most)
            q += (q - s) % 2  # x^2 and x are even or odd together
            if not complete and q <= end:
                return True
            if complete and any(_exists(s, v, size, k * lo, k * hi) for v in range(q, end + 1, 2)):
                return True
    return False


def _grimmer(mean: Interval, sd: Interval, n: Interval, items: Interval, lo: Interval, hi: Interval) -> Conflict | None:
    if _attainable(mean, sd, n, items, lo, hi, complete=False):
        return None
    size, k = _whole(n), _whole(items)
    if size and k and _sums(mean, size, k)[0] > _sums(mean, size, k)[1]:
        return None  # grim-mean speaks
    message = f"no {n} whole answers (x {items} items, {lo} to {hi}) with mean {mean.mid:.6g} have SD {sd.mid:.6g}"
    return Conflict("error", message, f"SD {sd.mid:.6g}", "an SD that whole answers can have")


def _sprite(mean: Interval, sd: Interval, n: Interval, items: Interval, lo: Interval, hi: Interval) -> Conflict | None:
    if _whole(items) != 1 or not (size := _whole(n)) or size > _COMPLETE or hi.lo - lo.lo > 10:
        return None
    if not _attainable(mean, sd, n, items, lo, hi, complete=False) or _attainable(
        mean, sd, n, items, lo, hi, complete=True
    ):
        return None
    message = f"none of the samples of {n} whole answers from {lo} to {hi} has mean {mean.mid:.6g} and SD {sd.mid:.6g}"
    return Conflict("error", message, f"SD {sd.mid:.6g}", "an SD that some sample has")


def _scaled(sheet: Sheet) -> Iterator[tuple[Row, tuple[Cell, ...]] | Missing]:
    """Rows with mean, SD, n, items and both ends of the scale."""
    for row in sheet.rows("descriptives"):
        mean, sd, sized, lo, hi = row("mean"), row("sd"), _sized(row, sheet), row("scale_min"), row("scale_max")
        if sd is None:
            continue
        if not (mean and sized and sized[1] and lo and hi):
            yield Missing(row.at, "mean, n, the number of items and the ends of the scale")
        else:
            yield row, (mean, sd, sized[0], sized[1], lo, hi)


def _grimmers(sheet: Sheet, complete: bool = False) -> Iterator[Relation | Missing]:
    for item in _scaled(sheet):
        if isinstance(item, Missing):
            yield item
        elif not _integer(item[0]):
            yield Missing(item[0].at, "that answers are whole numbers")
        elif not complete:
            yield Relation(item[0].at, item[1], _grimmer)
        elif item[1][2].reading.hi <= _COMPLETE and item[1][3].reading.hi == 1:
            yield Relation(item[0].at, item[1], _sprite)
        else:
            yield Missing(item[0].at, f"a single item and at most {_COMPLETE} answers: the search must be complete")


def _most_sd(mean: Interval, sd: Interval, n: Interval, lo: Interval, hi: Interval) -> Conflict | None:
    if n.lo < 2 or hi.hi <= lo.lo:
        return None
    middle = (lo.lo + hi.hi) / 2
    m = min(max(middle, mean.lo), mean.hi)  # where the bound is largest
    if not lo.lo <= m <= hi.hi:
        return None  # mean-range speaks
    largest = sqrt((hi.hi - m) * (m - lo.lo) * n.lo / (n.lo - 1)) * (1 + 1e-12)
    if sd.hi < 0 or sd.lo > largest:
        return Conflict(
            "error",
            f"SD {sd} is not in [0, {largest:.4g}], all that a scale from {lo} to {hi} allows",
            f"SD {sd}",
            f"<= {largest:.4g}",
        )
    return None


def _sd_ranges(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("descriptives"):
        mean, sd, sized, lo, hi = row("mean"), row("sd"), _sized(row, sheet), row("scale_min"), row("scale_max")
        if sd is None:
            continue
        if not (mean and sized and lo and hi):
            yield Missing(row.at, "mean, n and the ends of the scale")
        else:
            yield Relation(row.at, (mean, sd, sized[0], lo, hi), _most_sd)


def _debit(mean: Interval, sd: Interval, n: Interval) -> Conflict | None:
    """SD = sqrt(m(1 - m)n/(n - 1)), largest at m = 1/2."""
    m = mean.meet(Interval(0.0, 1.0))
    if m is None:
        return Conflict("error", f"the mean {mean} of a yes-or-no variable lies outside [0, 1]", str(mean), "[0, 1]")
    ends = [v * (1 - v) for v in (m.lo, m.hi)] + ([0.25] if 0.5 in m else [])
    if n.lo < 2:
        return None
    factor = n.lo / (n.lo - 1)
    implied = Interval(sqrt(min(ends) * factor) * (1 - 1e-12), sqrt(max(ends) * factor) * (1 + 1e-12))
    if implied.meets(sd):
        return None
    return Conflict(
        "error", f"SD {sd} of a yes-or-no variable with mean {mean} should be {implied}", f"SD {sd}", str(implied)
    )


def _binaries(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("binary"):
        mean, sd, n = row("mean"), row("sd"), sheet.n(row)
        if mean and sd and n:
            yield Relation(row.at, (mean, sd, n), _debit)
        elif mean or sd:
            yield Missing(row.at, "mean, SD and n")


# -- a construct and its items ---------------------------------------------------------------------------------


def _average(mean: Interval, *items: Interval) -> Conflict | None:
    implied = total(items) / float(len(items))
    if implied.meets(mean):
        return None
    return Conflict(
        "error", f"the mean {mean} of the construct is not {implied}, the mean of its items", str(mean), str(implied)
    )


def _reversed(mean: Interval, lo: Interval, hi: Interval, *items: Interval) -> Conflict | None:
    """The average fails, and turning one item round would mend it."""
    if _average(mean, *items) is None:
        return None
    for i, item in enumerate(items):
        turned = (lo + hi) - item
        if _average(mean, *items[:i], turned, *items[i + 1 :]) is None:
            message = f"the mean {mean} follows from the items only if item {i + 1} ({item}) is reversed"
            return Conflict("warn", message, str(item), str(turned))
    return None


def _item_means(sheet: Sheet, directed: bool) -> Iterator[Relation | Missing]:
    means = {(row.says("name"), row.says("group")): row for row in sheet.rows("descriptives") if row("mean")}
    if "pls" in sheet.conventions.says("estimator").lower():
        return  # scores are weighted
    for construct, rows in sheet.measured():
        own = means.get((construct.says("name"), construct.says("group")))  # the mean of a part is not that of all
        items = tuple(c for r in rows if (c := r("mean")))
        if own is None or not items or (mean := own("mean")) is None:
            continue
        lo, hi = own("scale_min"), own("scale_max")
        if len(items) < len(rows):
            yield Missing(construct.at, "the mean of every item")
        elif not directed:
            yield Relation(construct.at, (mean, *items), _average)
        elif lo and hi:
            yield Relation(construct.at, (mean, lo, hi, *items), _reversed, witness=False)
        else:
            yield Missing(construct.at, "the ends of the scale")


_D = {
    "name": "A2",
    "items": "1",
    "n": "24",
    "scale_min": "1",
    "scale_max": "6",
    "integer_items": True,
    "mean": "5.08",
    "sd": "0.88",
}
_GRIM = "Brown & Heathers 2017, doi:10.1177/1948550616673876"
_GRIMMER = "Anaya 2016, doi:10.7287/peerj.preprints.2400v1; Allard 2018"


def _row(**changes: object) -> dict[str, object]:
    return {"descriptives": [{**_D, **changes}]}


def _items(mean: str, *items: str, group: str | None = None) -> dict[str, object]:
    rows = [{"item": str(i), "mean": m} for i, m in enumerate(items)]
    scale = {"name": "A", "mean": mean, "scale_min": "1", "scale_max": "5", "group": group}
    return {"descriptives": [scale], "constructs": [{"name": "A", "loadings": rows}]}


CHECKS = (
    Check(
        id="grim-mean",
        title="no whole answers give the mean",
        section=8,
        formula="some whole number S with S / (n * k) inside the interval of the mean",
        reference=_GRIM,
        needs="mean, n, k items, whole answers, n * k below 10^decimals",
        relations=_means,
        passes=(_row(), _row(n="2400")),
        fails=(_row(mean="5.10"),),
        silent=(_row(integer_items=False), _row(items=None)),
        avoids="weighted means, imputed answers, half steps; n too large: said to be uninformative",
    ),
    Check(
        id="grimmer-sd",
        title="no whole answers with this mean have the standard deviation",
        section=8,
        formula="some whole Q = sum of squares, Q = S (mod 2), inside the SD interval, for some S of the mean",
        reference=_GRIMMER,
        needs="mean, SD, n, k items, whole answers, the ends of the scale",
        relations=_grimmers,
        passes=(_row(), _row(n="240", mean="5.08", sd="0.88")),
        fails=(_row(sd="2.28"), _row(sd="0.90")),
        silent=(_row(integer_items=False), _row(scale_max=None)),
        avoids="SD with n or n - 1 in the denominator; every sum the mean allows is tried",
    ),
    Check(
        id="sprite",
        title="no sample has this mean and standard deviation",
        section=8,
        formula="complete search over the answers of a single item",
        reference="Heathers et al. 2018, doi:10.7287/peerj.preprints.26968v1",
        needs="a single item, at most 20 answers, mean, SD, the ends of the scale",
        relations=partial(_grimmers, complete=True),
        passes=(_row(n="12", mean="5.00", sd="0.74"),),
        fails=(_row(n="4", mean="2.00", sd="1.83", scale_max="5"),),
        silent=(_row(), _row(n="12", integer_items=False)),
        avoids="a failed random search is no evidence: only a complete one is made",
    ),
    Check(
        id="sd-range",
        title="standard deviation above the largest possible",
        section=8,
        formula="SD <= sqrt((max - m)(m - min) n / (n - 1))",
        reference="Heathers et al. 2018, doi:10.7287/peerj.preprints.26968v1",
        needs="mean, SD, n and the ends of the scale",
        relations=_sd_ranges,
        passes=(_row(),),
        fails=(_row(sd="2.28"), _row(sd="-0.88")),
        silent=(_row(scale_max=None), _row(sd=None)),
    ),
    Check(
        id="debit",
        title="standard deviation of a yes-or-no variable does not follow from its mean",
        section=8,
        formula="SD = sqrt(m(1 - m) n / (n - 1))",
        reference="Heathers & Brown 2019, DEBIT",
        needs="mean and SD of a yes-or-no variable, and n",
        relations=_binaries,
        passes=({"sample": {"n": "24"}, "binary": [{"mean": "0.75", "sd": "0.44"}]},),
        fails=(
            {"sample": {"n": "24"}, "binary": [{"mean": "0.75", "sd": "0.54"}]},
            {"sample": {"n": "24"}, "binary": [{"mean": "7.5", "sd": "0.4"}]},
        ),
        silent=({"binary": [{"mean": "0.75", "sd": "0.54"}]},),
        avoids="variables with more than two values",
    ),
    Check(
        id="construct-mean-from-items",
        title="the mean of a construct is not the mean of its items",
        section=8,
        formula="mean = sum of item means / k",
        reference="an identity for unweighted scores",
        needs="the mean of the construct and of every item",
        relations=partial(_item_means, directed=False),
        passes=(_items("3.50", "3.40", "3.60"),),
        fails=(_items("3.50", "3.40", "3.90"),),
        silent=(
            _items("3.50"),
            {"conventions": {"estimator": "PLS"}, **_items("3.5", "1.0")},
            _items("3.50", "3.40", "3.90", group="women"),
        ),
        avoids="weighted scores in PLS",
    ),
    Check(
        id="scale-direction",
        title="the mean of a construct needs one item reversed",
        section=8,
        formula="mean = sum of item means / k with one item as max + min - mean",
        reference="own rule; a pattern, not an identity",
        needs="the mean of the construct, of every item, and the ends of the scale",
        relations=partial(_item_means, directed=True),
        passes=(_items("3.50", "3.40", "3.60"),),
        fails=(_items("3.50", "3.40", "2.40"),),
        silent=(_items("3.50"),),
        sanity=True,
    ),
)
