"""Fit of a PLS model: SRMR and the distances it is made of."""

from collections.abc import Iterator
from functools import partial
from math import ceil, floor, sqrt

from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Sheet

__all__ = ["CHECKS"]


def _distance(d: Interval, srmr: Interval, *p: Interval) -> Conflict | None:
    """Squared residuals: their sum over the cells of the triangle, with or without its diagonal, is SRMR^2 * cells."""
    if srmr.lo <= 0 or d.hi < 0:
        return None
    cells = d.cut(0.0) / srmr.squared()
    if not p:  # some number of indicators must do
        first, last = (max((sqrt(8 * max(c, 0.0) + 1) - 1) / 2, 0.0) for c in (cells.lo, cells.hi))
        if ceil(first * (1 - 1e-12)) <= floor(last * (1 + 1e-12)):
            return None
        message = f"d_ULS {d} / SRMR^2 is {cells}, which is no number of cells k (k + 1) / 2 of a triangle"
        return Conflict("error", message, str(d), "SRMR^2 * k (k + 1) / 2 for a whole k")
    k = p[0].lo
    implied = [srmr.squared() * (k * (k + one) / 2) for one in (1, -1)]
    if any(i.meets(d) for i in implied):
        return None
    message = f"d_ULS {d} is not SRMR^2 times the cells of a triangle of {p[0]} indicators, {implied[0]}"
    return Conflict("error", message, str(d), str(implied[0]))


def _range(value: Interval, name: str, most: float) -> Conflict | None:
    if value.hi >= 0 and value.lo <= most:
        return None
    bounds = f"[0, {most:g}]"
    return Conflict("error", f"{name} {value} is impossible as printed: it lies in {bounds}", str(value), bounds)


_RANGES = (("d_uls", "d_ULS", float("inf")), ("d_g", "d_G", float("inf")), ("rms_theta", "RMS theta", 1.0))


def _relations(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("fit"):
        for key, name, most in _RANGES:
            if cell := row(key):
                yield Relation(row.at, (cell,), partial(_range, name=name, most=most), witness=False)
        d, srmr, p = row("d_uls"), row("srmr"), row("indicators")
        if d and srmr:
            yield Relation(row.at, (d, srmr, *([p] if p else [])), _distance, witness=p is not None)
        elif d:
            yield Missing(row.at, "SRMR of the same model")


def _fit(**changes: object) -> dict[str, object]:
    return {"fit": [{"srmr": ".061", "d_uls": "1.116", "indicators": "24", **changes}]}


CHECKS = (
    Check(
        id="pls-srmr-fit",
        title="d_ULS does not follow from SRMR, or a distance is impossible",
        section=6,
        formula="d_ULS = SRMR^2 * p (p + 1) / 2; d_ULS, d_G >= 0; RMS theta in [0, 1]",
        reference="Dijkstra & Henseler 2015, doi:10.1016/j.csda.2014.07.008",
        needs="d_ULS and SRMR of one model; without the number of indicators some whole number must do",
        relations=_relations,
        passes=(_fit(), _fit(indicators=None), _fit(d_uls="1.027"), {"fit": [{"d_g": ".512", "rms_theta": ".11"}]}),
        fails=(
            _fit(d_uls="1.611"),
            _fit(srmr=".0610", d_uls="0.0120", indicators=None),
            {"fit": [{"d_g": "-.512"}]},
            {"fit": [{"rms_theta": "1.1"}]},
        ),
        silent=({"fit": [{"srmr": ".061"}]},),
        avoids="the diagonal of the triangle, counted or not; fit of the saturated and the estimated model",
    ),
)
