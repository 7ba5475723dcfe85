"""Two nested models: the difference of chi-square, df, p and CFI."""

from collections.abc import Iterator
from functools import partial

from scipy.special import chdtrc

from evidence.checks.distributions import admitted
from evidence.checks.fit_chi2 import as_stated, covariance_fit
from evidence.checks.interval import Interval, increasing
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Row, Sheet

__all__ = ["CHECKS"]


def _differ(printed: Interval, a: Interval, b: Interval, name: str) -> Conflict | None:
    """The sign is a matter of order."""
    implied = abs(a - b)
    if implied.meets(abs(printed)):
        return None
    message = f"the difference in {name} {printed} is not that of {a} and {b}, {implied}"
    return Conflict("error", message, str(printed), str(implied))


def _p(p: Interval, x: Interval, d: Interval) -> Conflict | None:
    df = abs(d).lo
    if df <= 0:
        return None
    computed = increasing(lambda v: float(chdtrc(df, max(v, 0.0))), abs(x), falling=True).cut(0.0, 1.0)
    if admitted(p, [computed]):
        return None
    message = f"p {p} differs from {computed} of a difference in chi2 of {abs(x)} with {df:g} df"
    return Conflict("error", message, f"p {p}", str(computed))


def _p_of_two(p: Interval, x1: Interval, x2: Interval, d1: Interval, d2: Interval) -> Conflict | None:
    return _p(p, x1 - x2, Interval(d1.lo - d2.lo, d1.hi - d2.hi))


def _nested(x1: Interval, x2: Interval, d1: Interval, d2: Interval) -> Conflict | None:
    """Of nested models the one with more df is not the one with the smaller chi-square."""
    (free, df), (bound, more) = ((x1, d1), (x2, d2)) if d1.hi < d2.lo else ((x2, d2), (x1, d1))
    if not df.hi < more.lo or bound.hi >= free.lo:
        return None
    message = f"the model with {more} df has chi2 {bound}, below {free} of the one with {df} df that it is nested in"
    return Conflict("error", message, str(bound), f">= {free.lo:.6g}")


def _other(rows: list[Row], row: Row) -> Row | None:
    """The row that this one is compared to."""
    name = row.says("compared_to").strip().casefold()
    found = [
        r for r in rows if r is not row and name and name in (r.says("label").casefold(), r.says("model").casefold())
    ]
    return found[0] if len(found) == 1 else None


_DELTAS = ("chi2", "df", "p", "cfi")


def _relations(sheet: Sheet) -> Iterator[Relation | Missing]:
    rows = covariance_fit(sheet)
    for row in rows:
        dx, dd, p, _ = deltas = [row.sub("delta")(k) for k in _DELTAS]
        if not row.says("compared_to") and not any(deltas):
            continue
        if p and dx and dd:
            yield Relation(row.at, (p, dx, dd), _p)
        other = _other(rows, row)
        if other is None:
            yield Missing(row.at, "the fit of the model that it is compared to")
        else:
            yield from _between(row, other)


def _between(row: Row, other: Row) -> Iterator[Relation | Missing]:
    """What the two rows say of their difference; that of scaled chi-squares is no difference."""
    plain = row.says("kind") in ("", "standard") and other.says("kind") in ("", "standard")
    for name, words in (("chi2", "chi2"), ("df", "df"), ("cfi", "CFI")):
        printed, a, b = row.sub("delta")(name), row(name), other(name)
        if printed is None:
            continue
        if a is None or b is None:
            yield Missing(row.at, f"{words} of both models")
        elif name == "chi2" and not plain:
            yield Missing(row.at, "unscaled chi-squares: the scaled difference is no difference of the two")
        else:
            test = partial(_differ, name=words)
            yield Relation(row.at, (printed, a, b), as_stated(row, test) if name == "chi2" else test)
    cells = tuple(r(k) for k in ("chi2", "df") for r in (row, other))
    known = tuple(c for c in cells if c)
    if plain and len(known) == len(cells):
        yield Relation(row.at, known, as_stated(row, _nested))
        if (p := row.sub("delta")("p")) and not row.sub("delta")("chi2"):
            yield Relation(row.at, (p, *known), as_stated(row, _p_of_two))


_FREE = {"label": "configural", "kind": "standard", "chi2": "210.40", "df": "96", "cfi": ".962"}
_BOUND = {
    "label": "metric",
    "kind": "standard",
    "chi2": "222.10",
    "df": "104",
    "cfi": ".960",
    "compared_to": "configural",
}


def _fit(**changes: object) -> dict[str, object]:
    return {"fit": [_FREE, {**_BOUND, **changes}]}


CHECKS = (
    Check(
        id="chi2-difference",
        title="the difference of two nested models does not follow from their fit",
        section=5,
        formula="dX = X1 - X2 >= 0, dd = d1 - d2 > 0, p = P(chi2(dd) >= dX), dCFI = CFI1 - CFI2",
        reference="Satorra & Bentler 2001, doi:10.1007/BF02296192; Cheung & Rensvold 2002, "
        "doi:10.1207/S15328007SEM0902_5",
        needs="a difference in chi2, df, p or CFI, and the fit of the model it is taken from",
        relations=_relations,
        passes=(
            _fit(delta={"chi2": "11.70", "df": "8", "p": ".165", "cfi": "-.002"}),
            _fit(delta={"p": ".165"}),
            {"fit": [{"delta": {"chi2": "3.84", "df": "1", "p": ".05"}}]},
        ),
        fails=(
            _fit(delta={"chi2": "17.10"}),
            _fit(delta={"df": "9"}),
            _fit(delta={"chi2": "11.70", "df": "8", "p": ".016"}),
            _fit(delta={"p": ".016"}),
            _fit(delta={"cfi": ".020"}),
            _fit(chi2="202.10"),
            {"fit": [{"delta": {"chi2": "3.84", "df": "1", "p": ".50"}}]},
        ),
        silent=(
            _fit(compared_to=None),
            {"fit": [_FREE, {"label": "scalar", "kind": "standard", "delta": {"chi2": "9"}}]},
            {
                "fit": [
                    {**_FREE, "kind": "scaled"},
                    {"compared_to": "configural", "kind": "scaled", "delta": {"chi2": "9"}},
                ]
            },
        ),
        avoids="scaled differences, which are no differences; the order of the two",
    ),
)
