"""Forest plot: every effect with weight and interval, groups, the pooled effect, and what was left out and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Polygon
from scipy.special import ndtri

from evidence.errors import InputError
from evidence.pooling import Pooled
from evidence.reports.plots.rows import ROW, TIGHT_ROW, Canvas, canvas, limits
from evidence.reports.plots.scales import Scale, minus, scale_of, set_ticks, value_text
from evidence.reports.plots.style import (
    COLUMN,
    EFFECT,
    EXCLUDED,
    FAINT,
    PAGE,
    POOLED,
    PREDICTION,
    SIZE,
    drawing,
    p_text,
    shortened,
)

__all__ = ["forest"]

NAMED = 70  # with more effects than this on one page, names would be too small to read: a caterpillar sorted by size
FOOT = 0.15  # inches per line of remarks below the axis
NOTE = 1.15  # inches that the reason of an excluded effect may take


@dataclass(frozen=True)
class _Line:
    """One line of the plot: kind is effect, excluded, group, heading or space."""

    kind: str
    text: str
    y: float = np.nan
    low: float = np.nan
    high: float = np.nan
    weight: float = np.nan
    share: float = 0.3  # of the largest weight
    note: str = ""
    pooled: Pooled | None = None


def forest(
    effects: pd.DataFrame,
    pooled: Pooled | None = None,
    groups: Mapping[str, Pooled] | None = None,
    measure: str = "Effect",
    scale: str | None = None,
    null: float | None = 0.0,
    width: float = PAGE,
) -> Figure:
    """Draw effects: columns label, y, v and, where known, weight (percent), group, excluded (why, or empty).

    Squares are as large as the weight, lines are the interval at the level of `pooled`; the diamond is the pooled
    effect, the bar below it the prediction interval. `scale` says what readers know: correlation for Fisher z, ratio
    for log ratios. With more than 70 effects names give way to a caterpillar sorted by size. Lewis & Clarke (2001),
    BMJ 322, 1479.
    """
    if not len(effects):
        raise InputError("there is no effect to draw", todo="give a table with at least one row")
    lines = _lines(effects, pooled, groups or {})
    named = sum(line.kind in ("effect", "excluded") for line in lines) <= NAMED
    if not named:
        lines = _caterpillar(lines)
    unit = scale_of(scale)
    with drawing():
        return _draw(lines, pooled, unit, measure, null, width, named)


def _lines(effects: pd.DataFrame, pooled: Pooled | None, groups: Mapping[str, Pooled]) -> list[_Line]:
    reach = float(ndtri(0.5 + (pooled.level if pooled else 0.95) / 2))
    reason = effects.get("excluded", pd.Series("", index=effects.index)).fillna("").astype(str)
    largest = float(effects["weight"].max()) if "weight" in effects else 1.0
    made = []
    for position, row in enumerate(effects.to_dict("records")):
        y, half = float(row["y"]), reach * float(np.sqrt(row["v"]))
        note, weight = reason.iloc[position], float(row.get("weight") or np.nan)
        share = weight / largest if np.isfinite(weight) else 0.3
        kind = "excluded" if note else "effect"
        made.append(
            (str(row.get("group") or ""), _Line(kind, str(row["label"]), y, y - half, y + half, weight, share, note))
        )
    lines: list[_Line] = []
    names = dict.fromkeys(group for group, line in made if line.kind == "effect")
    for name in names:
        if name:
            lines.append(_Line("heading", name))
        lines += [line for group, line in made if group == name and line.kind == "effect"]
        if name in groups:
            lines += [_Line("group", f"{name}: pooled", pooled=groups[name])]
        if name:
            lines.append(_Line("space", ""))
    left_out = [line for _, line in made if line.kind == "excluded"]
    if left_out:
        lines += [_Line("heading", "Left out"), *left_out]
    return lines


def _caterpillar(lines: list[_Line]) -> list[_Line]:
    kept = sorted((line for line in lines if line.kind == "effect"), key=lambda line: line.y)
    return kept + sorted((line for line in lines if line.kind == "excluded"), key=lambda line: line.y)


def _draw(
    lines: list[_Line], pooled: Pooled | None, scale: Scale, measure: str, null: float | None, width: float, named: bool
) -> Figure:
    remarks = _remarks(lines, pooled, named)
    step = ROW if named else TIGHT_ROW
    first = 1 if named else 0
    rows = first + len(lines) + _tail(pooled) * ROW / step
    wide = named and width > (COLUMN + PAGE) / 2
    heads = _heads(pooled, wide)
    whole = _Line("group", "Pooled effect", weight=100.0, pooled=pooled)
    said = [*(lines if named else []), *([whole] if pooled else [])]
    values = [[heads[0], *(_value(line, scale) for line in said)]]
    values += [[heads[1], *(_weight(line) for line in said)]] if wide else []
    labels = [line.text for line in said] + ([f"{_percent(pooled.level)} prediction"] if pooled else [])
    page = canvas(rows, width, labels, values, below=FOOT * len(remarks), row=step)
    page.axes.set_xlim(*_limits(lines, pooled))
    if named:
        page.write(0, "Study", weight="bold")
        for column, head in enumerate(heads):
            page.write(0, head, column, weight="bold")
    for place, line in enumerate(lines, start=first):
        _line(page, place, line, scale, wide, named)
    if pooled:
        _summary(page, first + len(lines), whole, scale, wide, ROW / step)
    _axis(page, scale, measure, (first - 0.5, rows - 0.5), null, pooled)
    page.foot(remarks, FOOT)
    return page.figure


def _tail(pooled: Pooled | None) -> float:
    """Rows below the effects: a little space, the diamond, the prediction."""
    return 0.0 if pooled is None else 2.6 if np.isfinite(pooled.pi_low) else 1.6


def _heads(pooled: Pooled | None, wide: bool) -> list[str]:
    return [f"Effect [{_percent(pooled.level if pooled else 0.95)} CI]", *(["Weight %"] if wide else [])]


def _limits(lines: list[_Line], pooled: Pooled | None) -> tuple[float, float]:
    drawn = [line for line in lines if line.kind in ("effect", "excluded")]
    keep = [end for end in (pooled.estimate, pooled.ci_low, pooled.ci_high) if np.isfinite(end)] if pooled else []
    if pooled and np.isfinite(pooled.pi_low):
        keep += [pooled.pi_low, pooled.pi_high]
    effects = [line for line in drawn if line.kind == "effect"] or drawn
    first, last = limits([x.y for x in effects], [x.low for x in effects], [x.high for x in effects], keep)
    # an excluded effect far away (a slipped percent sign, say) must not squeeze the others: its arrow says where it is
    room = 0.15 * (last - first)
    near = [line.y for line in drawn if first - room <= line.y <= last + room]
    return min([first, *(y - room / 5 for y in near)]), max([last, *(y + room / 5 for y in near)])


def _value(line: _Line, scale: Scale) -> str:
    if line.kind == "excluded":
        return shortened(line.note, NOTE)
    if line.kind in ("heading", "space"):
        return ""
    source = line.pooled
    y, low, high = (source.estimate, source.ci_low, source.ci_high) if source else (line.y, line.low, line.high)
    return value_text(scale.turn(y), scale.turn(low), scale.turn(high))


def _weight(line: _Line) -> str:
    return f"{line.weight:.1f}" if np.isfinite(line.weight) and line.kind != "excluded" else ""


def _line(page: Canvas, place: int, line: _Line, scale: Scale, wide: bool, named: bool) -> None:
    if line.kind == "space":
        return
    if named:
        faded: dict[str, Any] = {"color": EXCLUDED} if line.kind == "excluded" else {}
        page.label(place, line.text, bold=line.kind == "heading", **faded)
        page.write(place, _value(line, scale), 0, **(faded | ({"style": "italic"} if faded else {})))
        if wide:
            page.write(place, _weight(line), 1)
    if line.kind == "group" and line.pooled:
        _diamond(page, place, line.pooled, 0.32, EFFECT)
    elif line.kind in ("effect", "excluded"):
        _interval(page, place, line, EXCLUDED if line.kind == "excluded" else EFFECT, named)


def _interval(page: Canvas, place: float, line: _Line, colour: str, named: bool) -> None:
    first, last = page.axes.get_xlim()
    axes, thick = page.axes, 0.9 if named else 0.5
    low, high = max(line.low, first), min(line.high, last)
    if low < high:
        axes.plot([low, high], [place, place], color=colour, lw=thick, solid_capstyle="butt", zorder=2)
    edge = 0.006 * (last - first)
    for beyond, x, mark in ((line.low < first, first + edge, "<"), (line.high > last, last - edge, ">")):
        if beyond:
            axes.plot(x, place, mark, color=colour, ms=3.0 if named else 1.5, mew=0, zorder=3, clip_on=False)
    if first <= line.y <= last:
        out = line.kind == "excluded"
        side = max(2.0, 6.5 * np.sqrt(line.share)) if named else 1.6
        face = "white" if out else colour
        axes.plot(line.y, place, "s", ms=side, mfc=face, mec=colour, mew=0.6 if out else 0, zorder=3)


def _diamond(page: Canvas, place: float, pooled: Pooled, half: float, colour: str) -> None:
    low, middle, high = pooled.ci_low, pooled.estimate, pooled.ci_high
    if not np.isfinite(low):  # the mean of one sample: a place without an interval
        page.axes.plot([middle], [place], marker="D", color=colour, markersize=4, zorder=4)
        return
    corners = [(low, place), (middle, place - half), (high, place), (middle, place + half)]
    page.axes.add_patch(Polygon(corners, closed=True, facecolor=colour, edgecolor="none", zorder=4))


def _summary(page: Canvas, after: int, whole: _Line, scale: Scale, wide: bool, row: float) -> None:
    place, pooled = after + 0.6 * row, whole.pooled
    assert pooled is not None
    page.axes.axhline(place - 0.75 * row, color=FAINT, lw=0.6, zorder=0)
    page.label(place, whole.text, bold=True)
    page.write(place, _value(whole, scale), 0, weight="bold")
    if wide:
        page.write(place, _weight(whole), 1, weight="bold")
    _diamond(page, place, pooled, 0.36 * row, POOLED)
    if np.isfinite(pooled.pi_low):
        bar, ends = place + row, (pooled.pi_low, pooled.pi_high)
        page.axes.plot(ends, [bar, bar], color=PREDICTION, lw=2.4, solid_capstyle="butt", zorder=3)
        page.label(bar, f"{_percent(pooled.level)} prediction")
        low, high = (minus(f"{scale.turn(end):.2f}") for end in ends)
        page.write(bar, f"[{low}, {high}]", 0)


def _axis(
    page: Canvas, scale: Scale, measure: str, rows: tuple[float, float], null: float | None, pooled: Pooled | None
) -> None:
    first, last = page.axes.get_xlim()
    if null is not None and first <= null <= last:
        page.upright(null, *rows, color=POOLED, lw=0.6, zorder=1)
    if pooled:
        page.upright(pooled.estimate, *rows, color=POOLED, lw=0.6, ls=(0, (2, 2)), zorder=1)
    set_ticks(page.axes, scale, page.plot_inches)
    page.axes.set_xlabel(shortened(measure, 1.5 * page.plot_inches), size=SIZE, labelpad=2)


def _remarks(lines: list[_Line], pooled: Pooled | None, named: bool) -> list[str]:
    remarks = []
    if not named:
        effects = sum(line.kind == "effect" for line in lines)
        left_out = sum(line.kind == "excluded" for line in lines)
        remarks.append(
            f"{effects} effects sorted by size" + (f", {left_out} left out (grey, open)" if left_out else "")
        )
    if pooled:
        differ = f"k = {pooled.k}, {pooled.method}"
        if np.isfinite(pooled.i2):
            differ += f", τ² = {pooled.tau2:.3g}, I² = {pooled.i2:.0f} %"
            differ += f", Q({pooled.q_df}) = {pooled.q:.1f}, {p_text(pooled.q_p)}"
        remarks.append(differ)
    return remarks


def _percent(level: float) -> str:
    return f"{100 * level:g} %"
