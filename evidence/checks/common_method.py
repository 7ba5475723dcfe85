"""Harman's single factor."""

from collections.abc import Iterator
from functools import partial

from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Row, Sheet

__all__ = ["CHECKS"]


def _share(share: Interval, items: Interval) -> Conflict | None:
    least = 1 / items.hi if items.hi > 0 else 0.0
    if share.hi >= least * (1 - 1e-12) and share.lo <= 1:
        return None
    message = f"the first of {items} components explains {share} of the variance: it explains between {least:.4g} and 1"
    return Conflict("note", message, str(share), f"[{least:.4g}, 1]")


def _inside(share: Interval) -> Conflict | None:
    if share.lo <= 1 and share.hi >= 0:
        return None
    return Conflict("note", f"a factor cannot explain {share} of the variance", str(share), "[0, 1]")


def _below(share: Interval, limit: Interval, text: str) -> Conflict | None:
    if share.lo <= limit.hi:
        return None
    return Conflict("note", f"the first factor explains {share}, not {text} as claimed", str(share), text)


def _relations(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("measurement"):
        share, items = row("harman_pct"), row("items")
        if share is None:
            continue
        if "%" not in share.text and share.reading.hi <= 0.01:
            yield Missing(row.at, "whether the variance is a share or in percent")
            continue
        yield Relation(row.at, (share,), _inside, witness=False)
        limits = row.sub("thresholds")
        limit = limits("harman_pct", "percent") if limits.says("harman_pct").strip()[:1] in ("<", "≤") else None
        if limit:
            yield Relation(row.at, (share, limit), partial(_below, text=limit.text), witness=False)
        yield from _of_items(row)
        if items is None and limit is None:
            yield Missing(row.at, "the number of items, or the limit that is claimed")


def _of_items(row: Row) -> Iterator[Relation]:
    share, items = row("harman_pct"), row("items")
    if share and items:
        yield Relation(row.at, (share, items), _share, witness=False)


def _harman(share: str | None, **more: object) -> dict[str, object]:
    return {"measurement": {"harman_pct": share, **more}}


CHECKS = (
    Check(
        id="cmv-harman",
        title="the variance of Harman's single factor is not what it can be, or not what is claimed",
        section=4,
        formula="1 / items <= variance of the first component <= 1; below the limit that is claimed",
        reference="Podsakoff et al. 2003, doi:10.1037/0021-9010.88.5.879",
        needs="the variance of the first unrotated factor",
        relations=_relations,
        passes=(_harman("32.4%", items="28", thresholds={"harman_pct": "<50%"}), _harman("41.2")),
        fails=(
            _harman("2.4%", items="28"),
            _harman("53.1%", thresholds={"harman_pct": "<50%"}),
            _harman("324%"),
        ),
        silent=(_harman(".324", items="28"), _harman(None, items="28"), {"measurement": {"kmo": ".9"}}),
        avoids="the first axis of a factor analysis may lie below 1 / items: never more than a note",
    ),
)
