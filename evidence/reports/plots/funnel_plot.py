"""Funnel plot: small studies below, large ones above, with contours of significance."""

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from scipy.special import ndtri

from evidence.errors import InputError
from evidence.pooling import Pooled
from evidence.reports.plots.scales import scale_of, set_ticks
from evidence.reports.plots.style import COLUMN, EFFECT, EXCLUDED, POOLED, PREDICTION, SIZE, bare, drawing

__all__ = ["funnel"]

Floats = npt.NDArray[np.float64]

# two-sided p at the edge of each region, darkest where results are least often published
CONTOURS = ((0.10, "#FFFFFF", "p > .10"), (0.05, "#DCDCDC", ".05 to .10"), (0.01, "#C2C2C2", ".01 to .05"))
BEYOND = ("#EFEFEF", "p < .01")


def funnel(
    effects: pd.DataFrame,
    pooled: Pooled | None = None,
    filled: tuple[float, ...] = (),
    filled_v: tuple[float, ...] = (),
    measure: str = "Effect",
    scale: str | None = None,
    null: float = 0.0,
    width: float = COLUMN,
) -> Figure:
    """Draw effects (columns y, v, where known excluded) against their standard errors.

    Shades are regions of two-sided p around `null`; lines are where 95 % of studies would lie around the common mean
    without heterogeneity. Open circles are effects that trim and fill adds, crosses are effects left out. Peters et
    al. (2008), J. Clin. Epidemiol. 61, 991.
    """
    if not len(effects):
        raise InputError("there is no effect to draw", todo="give a table with at least one row")
    excluded = effects.get("excluded", pd.Series("", index=effects.index)).fillna("").astype(str).to_numpy() != ""
    y, se = effects["y"].to_numpy(dtype=float), np.sqrt(effects["v"].to_numpy(dtype=float))
    fill_se = np.sqrt(np.asarray(filled_v, dtype=float))
    bottom = 1.08 * float(np.concatenate([se[~excluded] if (~excluded).any() else se, fill_se]).max())
    inside = (~excluded) | ((se <= bottom) & (np.abs(y - null) <= np.abs(y[~excluded] - null).max(initial=0) * 1.2))
    with drawing():
        figure = Figure(figsize=(width, 0.86 * min(width, 5.0)))
        axes = figure.add_subplot()
        _contours(axes, null, bottom, y[inside], np.asarray(filled))
        if pooled:
            reach = float(ndtri(0.5 + pooled.level / 2)) * bottom
            ends = [pooled.estimate - reach, pooled.estimate, pooled.estimate + reach]
            axes.plot([ends[0], ends[1], ends[2]], [bottom, 0, bottom], color=POOLED, lw=0.7, ls=(0, (2, 2)), zorder=2)
            axes.plot([pooled.estimate] * 2, [0, bottom], color=POOLED, lw=0.9, zorder=2)
        size = float(np.clip(22 - 0.06 * len(y), 6, 20))
        axes.scatter(y[~excluded], se[~excluded], s=size, color=EFFECT, edgecolor="white", linewidth=0.3, zorder=4)
        axes.scatter(
            y[excluded & inside], se[excluded & inside], s=size, marker="x", color=EXCLUDED, linewidth=0.9, zorder=3
        )
        axes.scatter(filled, fill_se, s=size, facecolor="white", edgecolor=PREDICTION, linewidth=0.8, zorder=4)
        axes.set_ylim(bottom, 0)
        axes.set_ylabel("Standard error", size=SIZE)
        axes.set_xlabel(measure, size=SIZE)
        axes.tick_params(labelsize=SIZE - 0.5)
        bare(axes)
        _legend(figure, bool(filled), bool((excluded & inside).any()), pooled)
        figure.subplots_adjust(
            left=0.50 / width, right=1 - 0.10 / width, top=0.98, bottom=0.72 / figure.get_size_inches()[1]
        )
        set_ticks(axes, scale_of(scale), width - 0.60)
        return figure


def _contours(axes: Axes, null: float, bottom: float, y: Floats, filled: Floats) -> None:
    values = np.concatenate([y, filled, [null]])
    pad = 0.08 * float(np.ptp(values)) or 0.5
    first, last = float(values.min()) - pad, float(values.max()) + pad
    axes.set_xlim(first, last)
    axes.set_facecolor(BEYOND[0])
    for p, shade, _ in reversed(CONTOURS):
        half = -float(ndtri(p / 2)) * bottom
        axes.fill([null - half, null, null + half], [bottom, 0, bottom], color=shade, lw=0, zorder=0)


def _legend(figure: Figure, filled: bool, excluded: bool, pooled: Pooled | None) -> None:
    marks = [Line2D([], [], marker="o", ls="", ms=4, color=EFFECT, label="study")]
    if filled:
        marks.append(Line2D([], [], marker="o", ls="", ms=4, mfc="white", mec=PREDICTION, label="filled in"))
    if excluded:
        marks.append(Line2D([], [], marker="x", ls="", ms=4, color=EXCLUDED, label="left out"))
    if pooled:
        marks.append(Line2D([], [], color=POOLED, lw=0.9, label="pooled, 95 % around it"))
    shades = [*((shade, text) for _, shade, text in CONTOURS), BEYOND]
    regions = [Patch(facecolor=shade, edgecolor="#777777", linewidth=0.4, label=text) for shade, text in shades]
    for handles, inches in ((marks, 0.16), (regions, 0.0)):
        figure.legend(
            handles=handles, loc="lower center", ncols=len(handles), fontsize=SIZE - 0.5, handlelength=1.1,
            bbox_to_anchor=(0.5, inches / figure.get_size_inches()[1]), columnspacing=0.9, handletextpad=0.4,
            borderaxespad=0.2,
        )  # fmt: skip
