"""One row per repeated analysis: without each study, or with one study more at a time."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from evidence.errors import InputError
from evidence.pooling import Pooled
from evidence.reports.plots.rows import ROW, TIGHT_ROW, Canvas, canvas, limits
from evidence.reports.plots.scales import Scale, minus, scale_of, set_ticks, value_text
from evidence.reports.plots.style import EFFECT, FAINT, PAGE, POOLED, PREDICTION, SIZE, drawing, shortened

__all__ = ["cumulative", "leave_one_out"]

NAMED = 70  # rows with names that fit on a page
FOOT = 0.15


def leave_one_out(
    results: pd.DataFrame,
    labels: Sequence[str],
    pooled: Pooled,
    measure: str = "Effect",
    scale: str | None = None,
    null: float | None = 0.0,
    width: float = PAGE,
) -> Figure:
    """Draw `sensitivity.leave_one_out`: the pooled effect without each study, beside the band of the whole.

    Orange diamonds: without this study the interval holds `null` where that of all studies does not, or the reverse.
    """
    return _rows(results, labels, "Without", pooled, measure, scale, null, width, sort=True)


def cumulative(
    results: pd.DataFrame,
    labels: Sequence[str],
    pooled: Pooled,
    measure: str = "Effect",
    scale: str | None = None,
    null: float | None = 0.0,
    width: float = PAGE,
) -> Figure:
    """Draw `sensitivity.cumulative`: the pooled effect as studies came in, beside the band of the whole."""
    return _rows(results, labels, "Adding", pooled, measure, scale, null, width, sort=False)


def _rows(
    results: pd.DataFrame,
    labels: Sequence[str],
    head: str,
    pooled: Pooled,
    measure: str,
    scale_name: str | None,
    null: float | None,
    width: float,
    sort: bool,
) -> Figure:
    if len(results) != len(labels):
        raise InputError(f"{len(results)} results but {len(labels)} labels", todo="give one label per row")
    scale, named = scale_of(scale_name), len(results) <= NAMED
    table = results[["estimate", "ci_low", "ci_high"]].assign(label=[str(label) for label in labels])
    if sort and not named:
        table = table.sort_values("estimate")
    changed = [_decides(row, pooled, null) for row in table.to_dict("records")]
    remarks = _remarks(table, changed, pooled, scale, null, named, sort)
    with drawing():
        step, first = (ROW, 1) if named else (TIGHT_ROW, 0)
        heads = f"Effect [{100 * pooled.level:g} % CI]"
        ends = zip(table["estimate"], table["ci_low"], table["ci_high"], strict=True)
        values = [_text(scale, *row) for row in ends] if named else []
        rows = first + len(table) + 1.4 * ROW / step
        whole = _text(scale, pooled.estimate, pooled.ci_low, pooled.ci_high)
        names = [*(table["label"] if named else []), head, "All studies"]
        page = canvas(rows, width, names, [[heads, *values, whole]], below=FOOT * len(remarks), row=step)
        keep = [pooled.ci_low, pooled.ci_high]
        page.axes.set_xlim(*limits(list(table["estimate"]), list(table["ci_low"]), list(table["ci_high"]), keep))
        _band(page, pooled, (first - 0.5, rows - 0.5), null)
        if named:
            page.write(0, head, weight="bold")
            page.write(0, heads, 0, weight="bold")
        else:
            page.axes.fill_betweenx(
                range(len(table)), table["ci_low"], table["ci_high"], color=EFFECT, alpha=0.25, lw=0
            )
        for place, row in enumerate(table.to_dict("records"), start=first):
            _one(page, place, row, changed[place - first], named)
            if named:
                page.label(place, row["label"])
                page.write(place, values[place - first], 0)
        _whole(page, rows, ROW / step, pooled, whole)
        set_ticks(page.axes, scale, page.plot_inches)
        page.axes.set_xlabel(shortened(measure, 1.5 * page.plot_inches), size=SIZE, labelpad=2)
        page.foot(remarks, FOOT)
        return page.figure


def _remarks(
    table: pd.DataFrame, changed: list[bool], pooled: Pooled, scale: Scale, null: float | None, named: bool, sort: bool
) -> list[str]:
    remarks = []
    if not named:
        remarks.append(f"{len(table)} analyses " + ("sorted by size" if sort else "in their order"))
        if sort:
            far = table.loc[(table["estimate"] - pooled.estimate).abs().nlargest(3).index]
            found = zip(far["label"], far["estimate"], strict=True)
            said = (f"{label} ({minus(f'{scale.turn(y):.3f}')})" for label, y in found)
            remarks.append("Farthest without " + ", ".join(said))
    if any(changed) and null is not None:
        remarks.append(
            f"Orange diamonds: whether {_printed_null(scale, null)} is in the interval differs from all studies"
        )
    return remarks


def _printed_null(scale: Scale, null: float) -> str:
    return minus(f"{scale.turn(null):.3g}")


def _text(scale: Scale, estimate: float, low: float, high: float) -> str:
    return value_text(scale.turn(estimate), scale.turn(low), scale.turn(high))


def _band(page: Canvas, pooled: Pooled, rows: tuple[float, float], null: float | None) -> None:
    page.axes.fill_betweenx(rows, pooled.ci_low, pooled.ci_high, color=FAINT, alpha=0.6, lw=0, zorder=0)
    page.upright(pooled.estimate, *rows, color=POOLED, lw=0.6, ls=(0, (2, 2)), zorder=1)
    first, last = page.axes.get_xlim()
    if null is not None and first <= null <= last:
        page.upright(null, *rows, color=POOLED, lw=0.6, zorder=1)


def _decides(row: Mapping[Any, Any], pooled: Pooled, null: float | None) -> bool:
    """Does the conclusion about `null` differ from that of all studies?"""
    if null is None or not np.isfinite(row["ci_low"]):
        return False
    return bool((row["ci_low"] <= null <= row["ci_high"]) != (pooled.ci_low <= null <= pooled.ci_high))


def _one(page: Canvas, place: float, row: Mapping[Any, Any], decides: bool, named: bool) -> None:
    first, last = page.axes.get_xlim()
    colour = PREDICTION if decides else EFFECT
    low, high = max(row["ci_low"], first), min(row["ci_high"], last)
    if named or decides:
        page.axes.plot([low, high], [place, place], color=colour, lw=0.9 if named else 0.5, zorder=2)
    edge = 0.006 * (last - first)
    for beyond, x, mark in ((row["ci_low"] < first, first + edge, "<"), (row["ci_high"] > last, last - edge, ">")):
        if beyond:
            page.axes.plot(x, place, mark, color=colour, ms=3.0 if named else 1.5, mew=0, zorder=3)
    mark = "D" if decides else "o"  # told apart by shape too
    page.axes.plot(row["estimate"], place, mark, ms=3.6 if named else 1.4, color=colour, mew=0, zorder=3)


def _whole(page: Canvas, rows: float, row: float, pooled: Pooled, text: str) -> None:
    place = rows - 0.5 - 0.6 * row
    page.axes.plot(
        [pooled.ci_low, pooled.ci_high], [place, place], color=POOLED, lw=1.4, solid_capstyle="butt", zorder=3
    )
    page.axes.plot(pooled.estimate, place, "D", ms=4.5, color=POOLED, mew=0, zorder=4)
    page.label(place, "All studies", bold=True)
    page.write(place, text, 0, weight="bold")
