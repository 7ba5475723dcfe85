"""Drapery plot: every confidence interval at once, as p values over all possible true effects."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from scipy.special import ndtr, stdtr

from evidence.errors import InputError
from evidence.pooling import Pooled
from evidence.reports.plots.rows import limits
from evidence.reports.plots.scales import scale_of, set_ticks
from evidence.reports.plots.style import COLUMN, EFFECT, POOLED, PREDICTION, SIZE, bare, drawing

__all__ = ["drapery"]

STEPS = np.concatenate([np.linspace(-40, -4, 37), np.linspace(-3.9, 3.9, 157), np.linspace(4, 40, 37)])  # in errors
LEVELS = (0.10, 0.05, 0.01)  # where a horizontal line cuts a curve stands its interval at that level


def drapery(
    effects: pd.DataFrame,
    pooled: Pooled,
    measure: str = "Effect",
    scale: str | None = None,
    null: float | None = 0.0,
    width: float = COLUMN,
) -> Figure:
    """Draw the two-sided p value of each effect (columns y, v) and of the pooled effect for every possible true effect.

    p(x) = 2 (1 - Phi(|y - x| / sqrt(v))), for the pooled effect by its own test; the shaded range is the prediction
    interval. Ruecker & Schwarzer (2021), Res. Synth. Methods 12, 8.
    """
    if not len(effects):
        raise InputError("there is no effect to draw", todo="give a table with at least one row")
    y, se = effects["y"].to_numpy(dtype=float), np.sqrt(effects["v"].to_numpy(dtype=float))
    keep = [pooled.ci_low, pooled.ci_high, *([pooled.pi_low, pooled.pi_high] if np.isfinite(pooled.pi_low) else [])]
    first, last = limits(list(y), list(y - 2 * se), list(y + 2 * se), keep)
    peak = 2 * ndtr(-np.abs(STEPS))
    with drawing():
        figure = Figure(figsize=(width, 0.8 * min(width, 5.0)))
        axes = figure.add_subplot()
        faint = float(np.clip(8 / len(y), 0.12, 0.7))
        for centre, error in zip(y, se, strict=True):
            axes.plot(centre + error * STEPS, peak, color=EFFECT, lw=0.6, alpha=faint, zorder=2)
        curve = peak if pooled.test == "z" else 2 * stdtr(pooled.df, -np.abs(STEPS))
        axes.plot(pooled.estimate + pooled.se * STEPS, curve, color=POOLED, lw=1.6, zorder=4, label="pooled effect")
        if np.isfinite(pooled.pi_low):
            axes.axvspan(pooled.pi_low, pooled.pi_high, color=PREDICTION, alpha=0.16, lw=0, zorder=0,
                         label=f"{100 * pooled.level:g} % prediction")  # fmt: skip
        if null is not None and first <= null <= last:
            axes.axvline(null, color=POOLED, lw=0.6, zorder=1)
        for level in LEVELS:
            axes.axhline(level, color="#777777", lw=0.4, ls=(0, (1, 2)), zorder=1)
        axes.set_xlim(first, last)
        axes.set_ylim(0, 1.0)
        axes.set_yticks([0.01, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0])
        axes.set_yticklabels(["", ".05", ".10", ".2", ".4", ".6", ".8", "1"])
        axes.set_ylabel("p value of this true effect", size=SIZE)
        axes.set_xlabel(measure, size=SIZE)
        axes.tick_params(labelsize=SIZE - 0.5)
        bare(axes)
        figure.subplots_adjust(
            left=0.46 / width, right=1 - 0.08 / width, top=0.91, bottom=0.40 / figure.get_size_inches()[1]
        )
        figure.legend(loc="upper center", ncols=2, fontsize=SIZE - 0.5, handlelength=1.4, borderaxespad=0.1)
        set_ticks(axes, scale_of(scale), width - 0.5)
        return figure
