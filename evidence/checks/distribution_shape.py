"""Standard errors, skewness and kurtosis of printed scales and items."""

from collections.abc import Iterator
from math import sqrt

from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Row, Sheet

__all__ = ["CHECKS"]


def _se(se: Interval, sd: Interval, n: Interval) -> Conflict | None:
    if n.lo < 1:
        return None
    implied = sd.cut(0.0) / Interval(sqrt(n.lo), sqrt(n.hi))
    if implied.meets(se):
        return None
    swapped = se.cut(0.0) / Interval(sqrt(n.lo), sqrt(n.hi))
    tail = "; it would with the two columns exchanged" if swapped.meets(sd) else ""
    message = f"the standard error {se} is not SD {sd} / sqrt({n}) = {implied}{tail}"
    return Conflict("warn", message, str(se), str(implied))


def _ses(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("descriptives"):
        se, sd, n = row("se"), row("sd"), sheet.n(row)
        if se is None:
            continue
        if sd is None or n is None:
            yield Missing(row.at, "SD and n")
        else:
            yield Relation(row.at, (se, sd, n), _se)


def _shape(skew: Interval, kurtosis: Interval, n: Interval) -> Conflict | None:
    """Moments, SPSS or Minitab estimators, excess or not: the weakest of their bounds, for n / 2 answers or more."""
    m = n.lo / 2
    if m <= 4:
        return None
    least = skew.squared().lo * ((m - 2) / m) ** 3 - 2 * (m - 1) / (m - 3)
    if kurtosis.hi >= least - 1e-9:
        return None
    message = f"no answers have skewness {skew} and kurtosis {kurtosis}: kurtosis is at least {least:.4g}"
    return Conflict("error", message, f"kurtosis {kurtosis}", f">= {least:.4g}")


def _most(skew: Interval, n: Interval) -> Conflict | None:
    if abs(skew).lo <= sqrt(n.hi) * (1 + 1e-12):
        return None
    message = f"no {n} answers have skewness {skew}: it is at most {sqrt(n.hi):.4g}"
    return Conflict("error", message, f"skewness {skew}", f"<= {sqrt(n.hi):.4g}")


def _peak(kurtosis: Interval, n: Interval) -> Conflict | None:
    if kurtosis.lo <= n.hi:
        return None
    message = f"no {n} answers have kurtosis {kurtosis}: it is at most n"
    return Conflict("error", message, f"kurtosis {kurtosis}", f"<= {n}")


def _shaped(sheet: Sheet) -> list[Row]:
    return [r for r in (*sheet.rows("descriptives"), *sheet.loadings()) if "skew" in r.raw or "kurtosis" in r.raw]


def _shapes(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in _shaped(sheet):
        skew, kurtosis, n = row("skew"), row("kurtosis"), sheet.n(row)
        if n is None:
            yield Missing(row.at, "n")
            continue
        if skew:
            yield Relation(row.at, (skew, n), _most, witness=False)
        if kurtosis:
            yield Relation(row.at, (kurtosis, n), _peak, witness=False)
        if skew and kurtosis:
            yield Relation(row.at, (skew, kurtosis, n), _shape, witness=False)


def _row(**changes: object) -> dict[str, object]:
    row = {"name": "a", "n": "240", "mean": "3.61", "sd": "0.93", "se": "0.060", "skew": "-0.71", "kurtosis": "0.12"}
    return {"descriptives": [{**row, **changes}]}


CHECKS = (
    Check(
        id="se-vs-sd",
        title="the standard error of a mean does not follow from its standard deviation",
        section=8,
        formula="SE = SD / sqrt(n)",
        reference="Altman & Bland 2005, doi:10.1136/bmj.331.7521.903",
        needs="SE, SD and n",
        relations=_ses,
        passes=(_row(),),
        fails=(_row(se="0.093"), _row(sd="0.060", se="0.930")),
        silent=(_row(se=None), _row(sd=None)),
        avoids="another n per item: a warning",
    ),
    Check(
        id="skew-kurtosis-bounds",
        title="no answers have this skewness and kurtosis",
        section=8,
        formula="excess kurtosis >= skewness^2 - 2; |skewness| <= sqrt(n); kurtosis <= n",
        reference="Wilkins 1944, doi:10.1214/aoms/1177731243; Joanes & Gill 1998, doi:10.1111/1467-9884.00122",
        needs="skewness, kurtosis and n",
        relations=_shapes,
        passes=(
            _row(),
            _row(skew="1.40", kurtosis="-0.05"),
            {"sample": {"n": "240"}, "constructs": [{"name": "a", "loadings": [{"item": "a1", "skew": "-1.1"}]}]},
        ),
        fails=(_row(skew="-3.71", kurtosis="0.12"), _row(skew="-71"), _row(kurtosis="1200")),
        silent=(_row(n=None), _row(skew=None, kurtosis=None), _row(n="n.a.")),
        avoids="estimators that correct for bias; kurtosis with or without 3; missing answers",
    ),
)
