"""Tolerance beside VIF."""

from collections.abc import Iterator

from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Sheet

__all__ = ["CHECKS"]


def _inverse(tolerance: Interval, vif: Interval) -> Conflict | None:
    if 1.0 in tolerance * vif:
        return None
    implied = 1.0 / vif
    return Conflict("error", f"tolerance {tolerance} is not 1 / VIF {vif} = {implied}", str(tolerance), str(implied))


def _inside(tolerance: Interval) -> Conflict | None:
    if tolerance.lo <= 1 and tolerance.hi >= 0:
        return None
    return Conflict("error", f"tolerance {tolerance} is not a share of variance", str(tolerance), "[0, 1]")


def _relations(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("structural"):
        tolerances, vifs = row.sub("tolerance"), row.sub("vif")
        for name in tolerances.raw:
            if (tolerance := tolerances(name)) is None:
                continue
            yield Relation(row.at, (tolerance,), _inside, witness=False)
            if vif := vifs(name):
                yield Relation(row.at, (tolerance, vif), _inverse)
            else:
                yield Missing(row.at, f"VIF of {name}")


def _row(tolerance: str | None, vif: str | None = "2.14") -> dict[str, object]:
    return {"structural": [{"outcome": "y", "tolerance": {"x": tolerance}, "vif": {"x": vif}}]}


CHECKS = (
    Check(
        id="tolerance",
        title="tolerance is not the inverse of VIF",
        section=6,
        formula="tolerance * VIF = 1",
        reference="Belsley, Kuh & Welsch 1980, ISBN 978-0-471-05856-4",
        needs="tolerance, and VIF of the same predictor",
        relations=_relations,
        passes=(_row(".467"), _row(".47", "2.1")),
        fails=(_row(".647"), _row("4.67", None)),
        silent=(_row(None), {"structural": [{"outcome": "y", "vif": {"x": "2.14"}}]}),
    ),
)
