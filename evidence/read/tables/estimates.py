"""One coefficient with its statistics, read from one set of columns; shared by every kind that holds paths."""

import math
import re
from dataclasses import dataclass, replace
from itertools import combinations

from evidence.read.model import Cell
from evidence.read.partial import Found
from evidence.read.tables.cells import TO, Content, Number
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.sets import ColumnSet
from evidence.read.tables.unsaid import beside_coefficients
from evidence.read.tables.view import Draft, View
from evidence.records import Path, Printed

__all__ = ["LEADING", "WANTED", "Estimate", "attached", "bracketed", "by_arithmetic", "drafted", "of_unprinted"]

LEADING = frozenset({"beta", "b", "coef", "indirect", "direct", "total"})
WANTED = LEADING | {"se", "sd", "t", "z", "cr", "p", "ci", "ci_lo", "ci_hi", "stars", "sample_mean", "sobel"}
Interval = tuple[float, float]
_PATIENCE = 200_000  # rows looked at beyond the first of each three columns; forty columns of chance numbers need few


@dataclass
class Estimate:
    """The draft of a path and how far its cells agree."""

    draft: Draft
    agreed: bool | None = None  # whether t is estimate / SE, where all three are printed


def drafted(view: View, row: Row, columns: ColumnSet, mark: str = "", standard: bool = False) -> Estimate | None:
    """Read one set of columns in one row; None when no coefficient is printed.

    `mark` chooses among several numbers of a cell by the letter behind them (`0.37D/0.27A`).
    """
    draft = Draft(view)
    have = columns.columns
    raw = _unstandardized(view, columns, standard)
    for name in ("b", "beta", "coef", "indirect", "direct", "total"):
        if name not in have:
            continue
        field = name if name in ("b", "beta") else ("b" if raw else "beta")
        _coefficient(view, row, have[name].index, have[name].statistics, field, draft, mark)
    if "beta" not in draft.values and "b" not in draft.values:
        return None
    for name, column in have.items():
        if name.startswith("ci") and _of_odds(view, have, column):
            continue
        if name not in LEADING and not (name == "sd" and _of_the_variable(view, have, column)):
            _statistic(row, column.index, name, column.statistics, draft, mark)
    if draft.values.get("stat_kind") == "z" and "z" in have and _is_square(have["z"], draft):
        draft.values["stat_kind"] = "chi2"
    of = _scale_of_se(draft, raw)
    if "se" in draft.values and of:
        draft.values.setdefault("se_of", of)
    agreed = _agrees(draft)
    _plausible(draft)
    return Estimate(draft, agreed)


def _is_square(column: Column, draft: Draft) -> bool:
    """Whether a column `Wald` holds the square of z, as SPSS prints it beside B and its error."""
    if not any(_WALD.fullmatch(word) for word in column.words):
        return False
    told = {n: Number(text, (0, 0)).value for n in ("stat", "b", "beta", "se") if (text := draft.values.get(n))}
    p = draft.values["p"].parsed if "p" in draft.values else None
    if p and p.operator == "=" and p.value > 0 and told["stat"] >= 0:  # estimates of one digit or two would not tell
        of_square, of_z = math.erfc(math.sqrt(told["stat"] / 2)), math.erfc(told["stat"] / math.sqrt(2))
        return bool(abs(of_square - p.value) <= abs(of_z - p.value))
    estimate, error = told.get("b", told.get("beta")), told.get("se")
    if estimate is None or not error:
        return True
    z = abs(estimate / error)
    return abs(told["stat"] - z * z) < abs(told["stat"] - z)


_WALD = re.compile(r"wald(?:\s*(?:stat(?:istic)?s?\.?|test|values?|χ2|χ²|chi2|\(1\)))?", re.IGNORECASE)


def _of_the_variable(view: View, have: dict[str, Column], deviation: Column) -> bool:
    """Whether a standard deviation is the predictor's own (`M | SD | b | SE`), not the coefficient's (STDEV)."""
    first = min(column.index for name, column in have.items() if name in LEADING)
    means = [mean.index for mean in view.panel.of("mean") if mean.index < first]
    return "se" in have or deviation.index - 1 in means


_ODDS = re.compile(r"\b[Aa]?OR\b|\b(?:[aA]?HR|IRR|RR)\b|(?i:\bodds\b|\bexp\s?\((?:b|β|est)\w*\)|\bhazard)")


def _of_odds(view: View, have: dict[str, Column], limits: Column) -> bool:
    """Whether an interval is that of the odds ratio before it: `B | SE | OR | 95% CI`."""
    first = min(column.index for name, column in have.items() if name in LEADING)
    between = (c for c in view.panel.columns if first < c.index <= limits.index)
    return any(_ODDS.search(word) for c in between for word in c.words)


def _unstandardized(view: View, columns: ColumnSet, standard: bool) -> bool:
    """Whether a bare `Estimate` is a raw coefficient."""
    have = columns.columns
    if "beta" in have:
        return "coef" in have
    if standard or view.says(r"(?<!un)(?<!non-)standardi[sz]ed|\bpls\b|path coefficient|(?<!非)标准化"):
        return False
    beside = (
        bool({"se", "cr"} & set(have))
        or beside_coefficients(view) == "se"
        or view.says(r"\bols\b|unstandardi[sz]ed|非标准化")
    )
    return "coef" in have and beside and "sample_mean" not in have and "sd" not in have


def _chosen(row: Row, index: int, mark: str) -> list[Number]:
    numbers = list(row.content(index).numbers)
    marked = [n for n in numbers if n.mark]
    if mark and marked:
        return [n for n in numbers if n.mark.lower() == mark.lower()]
    return numbers


def _coefficient(
    view: View, row: Row, index: int, statistics: tuple[str, ...], field: str, draft: Draft, mark: str
) -> None:
    found = row.content(index)
    numbers = _chosen(row, index, mark)
    if not numbers or not (found.numeric or found.numbers[0].name) or numbers[0].bound:
        return
    cell = row.cells[index]
    rest = numbers[1:]
    told = len(statistics) == len(numbers) or all(n.bracket or n.name for n in rest)
    told = told or (len(rest) == 1 and found.words.strip() == "/" and beside_coefficients(view) is not None)
    if rest and not told and not ("ci" in statistics and len(rest) == 2):
        return  # two readings stay possible
    if not draft.put(field, cell, numbers[0]):
        return
    if found.stars:
        draft.values.setdefault("stars", found.stars)
    if len(statistics) == len(numbers) > 1:
        for name, number in zip(statistics[1:], rest, strict=True):
            _store(name, cell, number, draft)
        if "se" in statistics and "se" in draft.values:
            draft.values.setdefault("se_of", field)
    elif rest and "ci" in statistics and len(rest) == 2:
        _interval(cell, rest, draft)
    elif rest:
        _unannounced(view, cell, found, rest, draft)


_INTERVALS = r"confidence interval|credible interval|\bCIs?\b|置信区间"


def _unannounced(view: View, cell: Cell, found: Content, rest: list[Number], draft: Draft) -> None:
    """Further numbers of a coefficient's cell that no heading names: by their own names, brackets, or not at all."""
    if all(n.name for n in rest):
        for number in rest:
            name = {"t": "t", "z": "z", "p": "p", "se": "se", "s.e.": "se"}.get(number.name.lower())
            if name:
                _store(name, cell, number, draft)
    elif len(rest) == 2 and all(n.bracket == "[" for n in rest):
        _interval(cell, rest, draft)
    elif len(rest) == 2 and all(n.bracket for n in rest) and (TO.search(found.words) or view.says(_INTERVALS)):
        if rest[0].value <= found.numbers[0].value <= rest[1].value:
            _interval(cell, rest, draft)
    elif len(rest) == 1 and (what := beside_coefficients(view)) in ("t", "se", "p"):
        _store(str(what), cell, rest[0], draft)
    elif len(rest) == 1 and rest[0].bracket and abs(rest[0].value) > 2:
        _store("t", cell, rest[0], draft)  # no standard error of a coefficient below one is that large


_FIELD = {
    "t": "stat",
    "z": "stat",
    "sobel": "stat",
    "cr": "stat",
    "se": "se",
    "sd": "se",
    "p": "p",
    "ci_lo": "ci_lo",
    "ci_hi": "ci_hi",
}


def _store(name: str, cell: Cell, number: Number, draft: Draft) -> None:
    field = _FIELD.get(name)
    if field is None or (number.bound and field != "p"):
        return
    if field == "p" and not 0 <= abs(number.value) <= 1:
        return
    if draft.put(field, cell, number) and field == "stat":
        draft.values.setdefault("stat_kind", "z" if name in ("z", "sobel") else "t")


def _interval(cell: Cell, numbers: list[Number], draft: Draft) -> None:
    low, high = numbers
    if low.value <= high.value:
        draft.put("ci_lo", cell, low)
        draft.put("ci_hi", cell, high)


def _statistic(row: Row, index: int, name: str, statistics: tuple[str, ...], draft: Draft, mark: str) -> None:
    found = row.content(index)
    cell = row.cells[index]
    if found.only_stars or (name == "p" and found.stars and "*" in found.stars):
        draft.values.setdefault("stars", found.stars)
    if found.only_stars or name == "sample_mean":
        return
    numbers = _chosen(row, index, mark)
    if not numbers:
        return
    if found.stars:
        draft.values.setdefault("stars", found.stars)
    if name == "ci" or (len(numbers) == 2 and "ci" in statistics):
        if len(numbers) >= 2:
            _interval(cell, numbers[-2:], draft)
    elif len(statistics) == len(numbers) > 1:
        for each, number in zip(statistics, numbers, strict=True):
            _store(each, cell, number, draft)
    elif len(numbers) == 1:
        _store(name, cell, numbers[0], draft)
    elif len(numbers) == 2 and all(n.bracket == "[" for n in numbers):
        _interval(cell, numbers, draft)  # the row of an indirect effect gives its interval where the others give p


def bracketed(view: View, row: Row) -> bool:
    """A row without a label of its own whose numbers all stand in brackets: statistics of the row above."""
    if any(row.text(c.index) for c in view.panel.texts() if row.cells[c.index].origin):
        return False
    numbers = [n for c in view.panel.numbers() for n in row.content(c.index).numbers]
    return bool(numbers) and all(n.bracket for n in numbers)


def attached(draft: Draft, row: Row, index: int, what: str) -> None:
    """A statistic printed in brackets under the coefficient."""
    numbers = row.content(index).numbers
    if len(numbers) == 1:
        _store(what, row.cells[index], numbers[0], draft)
    if what == "se" and "se" in draft.values:
        draft.values.setdefault("se_of", _scale_of_se(draft, "b" in draft.values))


def _scale_of_se(draft: Draft, raw: bool) -> str | None:
    """Which coefficient the standard error belongs to: the one that t is a multiple of."""
    fits = [field for field in ("b", "beta") if _ratio_fits(draft, field)]
    if len(fits) == 1:
        return fits[0]
    if "b" in draft.values and "beta" not in draft.values:
        return "b"
    if "beta" in draft.values and "b" not in draft.values:
        return "beta" if not raw else "unknown"
    return "b" if "b" in fits else "unknown"


def _ratio_fits(draft: Draft, field: str) -> bool:
    return _fits(*(draft.values.get(name) for name in (field, "se", "stat")))


def _fits(estimate: Printed | None, se: Printed | None, stat: Printed | None) -> bool:
    if not (estimate and se and stat and estimate.interval and se.interval and stat.interval):
        return False
    return _ratio(_absolute(estimate.interval), _absolute(se.interval), _absolute(stat.interval))


_FEWEST_ROWS = 3


def of_unprinted(paths: list[Found[Path]]) -> list[Found[Path]]:
    """The rows of a table with standard errors of coefficients that it does not print: Amos gives S.E. and C.R. of B.

    Known by most of the rows, in which t is not the printed coefficient over its error.
    """
    told = [p.value for p in paths if p.value.se_of == "beta" and p.value.beta and p.value.stat]
    odd = [p for p in told if p.stat_kind in ("t", "z") and not _fits(p.beta, p.se, p.stat)]
    if len(told) < _FEWEST_ROWS or 2 * len(odd) <= len(told):
        return paths
    return [replace(p, value=replace(p.value, se_of="unknown")) if p.value.se_of == "beta" else p for p in paths]


def _ratio(estimate: Interval, se: Interval, stat: Interval) -> bool:
    """Whether numbers of these sizes can be an estimate, its standard error, and the one divided by the other."""
    (e0, e1), (s0, s1), (t0, t1) = estimate, se, stat
    if s1 <= 0 or math.isinf(s1) or math.isinf(t1):
        return False
    low, high = e0 / s1, e1 / s0 if s0 > 0 else math.inf
    return low <= t1 and t0 <= high


def _absolute(interval: Interval) -> Interval:
    low, high = interval
    if low <= 0 <= high:
        return 0.0, max(-low, high)
    return min(abs(low), abs(high)), max(abs(low), abs(high))


def by_arithmetic(view: View) -> list[ColumnSet]:
    """Columns without any heading, known by what they make of each other: t is estimate / SE in every row.

    Only one such three columns are believed; the search ends at a second one, and with its patience.
    """
    columns = sorted((c for c in view.panel.columns if c.kind == "number"), key=lambda c: c.index)
    if len(view.panel.rows) < 3:
        return []
    printed = [(c, sizes) for c in columns if (sizes := _sizes(view, c)) is not None]
    found: list[ColumnSet] = []
    patience = _PATIENCE
    for (estimate, e), (se, s) in combinations(printed, 2):
        for stat, t in printed:
            if stat.index <= se.index:
                continue
            patience -= (agreeing := _rows_agreeing(e, s, t))
            if agreeing == len(e):
                found.append(ColumnSet({"coef": estimate, "se": se, "t": stat}))
            if len(found) > 1 or patience < 0:
                return []
    return found


def _sizes(view: View, column: Column) -> list[Interval] | None:
    """The intervals that a column's numbers stand for, without sign; None unless each row has just one number."""
    sizes = []
    for row in view.panel.rows:
        numbers = row.content(column.index).numbers
        interval = Printed(numbers[0].text).interval if len(numbers) == 1 else None
        if not interval:
            return None
        sizes.append(_absolute(interval))
    return sizes


def _rows_agreeing(estimates: list[Interval], errors: list[Interval], stats: list[Interval]) -> int:
    """How many rows, from the first, have t = estimate / SE."""
    for at, (e, s, t) in enumerate(zip(estimates, errors, stats, strict=True)):
        if not _ratio(e, s, t):
            return at
    return len(estimates)


def _agrees(draft: Draft) -> bool | None:
    if not {"se", "stat"} <= set(draft.values):
        return None
    return _ratio_fits(draft, "beta") or _ratio_fits(draft, "b")


def _plausible(draft: Draft) -> None:
    """Leave out what cannot be what its heading says: a negative standard error, limits the wrong way round."""
    se = draft.values.get("se")
    if se is not None and (se.value or 0) < 0:
        for name in ("se", "se_of"):
            draft.values.pop(name, None)
        draft.spans.pop("se", None)
