"""The same path in two groups: the difference, its test, its p."""

from collections.abc import Iterator
from functools import partial

from evidence.checks.distributions import admitted, p_values, tails
from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Cell, Row, Sheet

__all__ = ["CHECKS"]

_RESAMPLED = ("permutation", "bootstrap")


def _beta(sheet: Sheet, row: Row, group: str) -> Cell | None:
    """The coefficient of one group: that of the row, else of the path table."""
    if own := row(f"beta{group}"):
        return own
    wanted = (row.says("from"), row.says("to"), row.says(f"group{group}"))
    paths = [p for p in sheet.rows("paths") if (p.says("from"), p.says("to"), p.says("group")) == wanted]
    return paths[0]("beta") if len(paths) == 1 and wanted[2] else None


def _size(sheet: Sheet, row: Row, group: str) -> Cell | None:
    """The respondents of one group."""
    if own := row(f"n{group}"):
        return own
    label = row.says(f"group{group}").strip().casefold()
    parts = (r for r in sheet.sample.rows("subsamples") if r.says("label").strip().casefold() == label)
    return next((c for r in parts if label and (c := r("n"))), None)


def _difference(printed: Interval, one: Interval, two: Interval) -> Conflict | None:
    """The sign is a matter of order, or was left out."""
    implied = abs(one - two)
    if implied.meets(abs(printed)):
        return None
    message = f"the difference {printed} of {one} and {two} is {implied}"
    return Conflict("error", message, str(printed), str(implied))


def _errors(s1: Interval, s2: Interval, n1: Interval, n2: Interval, method: str) -> list[Interval]:
    """The standard error of the difference: parametric (pooled), Welch, or the plain root of the sum."""
    a, b = s1.cut(0.0).squared(), s2.cut(0.0).squared()
    n, m = n1.lo, n2.lo
    pooled = (a * (n - 1) ** 2 + b * (m - 1) ** 2) / (n + m - 2) * (1 / n + 1 / m)
    welch = a * ((n - 1) / n) + b * ((m - 1) / m)
    known = {"parametric": [pooled], "welch": [welch, a + b]}.get(method, [pooled, welch, a + b])
    return [v.root() for v in known]


def _stat(
    stat: Interval, n1: Interval, n2: Interval, s1: Interval, s2: Interval, *cells: Interval, method: str
) -> Conflict | None:
    if n1.lo < 2 or n2.lo < 2:
        return None
    size = abs(cells[0] - cells[1]) if len(cells) > 1 else abs(cells[0])
    implied = [size / error for error in _errors(s1, s2, n1, n2, method)]
    if any(i.meets(abs(stat)) for i in implied):
        return None
    shown = " or ".join(map(str, implied))
    message = f"the statistic {stat} of the difference {size} does not follow from the standard errors: {shown}"
    return Conflict("error" if method else "warn", message, str(stat), shown)


def _p(p: Interval, stat: Interval, *df: Interval, tail: str) -> Conflict | None:
    computed = p_values("t", stat, None, df[0] if df else None, tail, 5.0)
    if not computed or admitted(p, computed):
        return None
    shown = " or ".join(map(str, computed))
    return Conflict("error", f"p {p} of the difference differs from {shown} of the statistic {stat}", f"p {p}", shown)


def _relations(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("differences"):
        printed, stat = row("difference"), row("stat")
        one, two = _beta(sheet, row, "1"), _beta(sheet, row, "2")
        if printed and one and two:
            yield Relation(row.at, (printed, one, two), _difference)
        elif printed:
            yield Missing(row.at, "the coefficient of both groups")
        if stat and row.says("method") not in _RESAMPLED:
            yield from _tested(sheet, row, stat, (one, two) if one and two else (printed,) if printed else ())


def _tested(sheet: Sheet, row: Row, stat: Cell, size: tuple[Cell, ...]) -> Iterator[Relation | Missing]:
    cells = (_size(sheet, row, "1"), _size(sheet, row, "2"), row("se1"), row("se2"))
    known = tuple(c for c in cells if c)
    if len(known) == len(cells) and size:
        yield Relation(row.at, (stat, *known, *size), partial(_stat, method=row.says("method")))
    else:
        yield Missing(row.at, "coefficients, standard errors and n of both groups")
    if p := row("p"):
        df = row("df")
        yield Relation(row.at, (p, stat, *([df] if df else [])), partial(_p, tail=tails(row, sheet)))


_ROW = {
    "from": "a",
    "to": "y",
    "group1": "women",
    "group2": "men",
    "method": "parametric",
    "n1": "180",
    "n2": "150",
    "beta1": ".42",
    "beta2": ".21",
    "se1": ".060",
    "se2": ".075",
    "difference": ".21",
    "stat": "2.21",
    "df": "328",
    "p": ".028",
    "tails": "two",
}


def _groups(**changes: object) -> dict[str, object]:
    return {"differences": [{**_ROW, **changes}]}


_PATHS = [{"from": "a", "to": "y", "beta": b, "group": g} for g, b in (("women", ".42"), ("men", ".21"))]
_SIZES = {"subsamples": [{"label": "Women", "n": "180"}, {"label": "Men", "n": "150"}]}
CHECKS = (
    Check(
        id="mga-difference",
        title="the difference of a path between two groups, its test or its p do not follow",
        section=6,
        formula="t = |b1 - b2| / sqrt(((n1 - 1)^2 s1^2 + (n2 - 1)^2 s2^2) / (n1 + n2 - 2) * (1/n1 + 1/n2)), or Welch",
        reference="Keil et al. 2000, doi:10.2307/3250940; Sarstedt, Henseler & Ringle 2011, "
        "doi:10.1108/S1474-7979(2011)0000022012",
        needs="the difference and the coefficients of both groups; for its test their standard errors and n",
        relations=_relations,
        passes=(
            _groups(),
            _groups(difference="-.21", method=None),
            {**_groups(beta1=None, beta2=None, n1=None, n2=None), "paths": _PATHS, "sample": _SIZES},
            _groups(method="permutation", stat="9.9"),
        ),
        fails=(
            _groups(difference=".12"),
            _groups(stat="5.21", p="<.001"),
            _groups(stat="5.21", p="<.001", method=None),  # a warning: the test is not named
            _groups(p=".280"),
        ),
        silent=(
            _groups(beta1=None, stat=None),
            _groups(difference=None, se1=None, p=None),
            {"differences": [{"from": "a", "to": "y", "p": ".04"}]},
        ),
        avoids="permutation and bootstrap tests, whose p is no function of a statistic",
    ),
)
