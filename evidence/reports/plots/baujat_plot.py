"""Baujat plot: which studies make the heterogeneity, and which move the answer?"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from evidence.errors import InputError
from evidence.reports.plots.style import COLUMN, EFFECT, INK, SIZE, bare, drawing, shortened, text_width

__all__ = ["baujat"]

Floats = npt.NDArray[np.float64]

LETTER = SIZE / 72  # inches that a line of text is high
NAMES = 8  # studies farthest out that are named, if there is room


def baujat(results: pd.DataFrame, labels: Sequence[str], width: float = COLUMN) -> Figure:
    """Draw `sensitivity.baujat`: contribution to heterogeneity against influence on the pooled effect.

    The studies farthest from the origin are named. Baujat et al. (2002), Stat. Med. 21, 2641.
    """
    if len(results) != len(labels):
        raise InputError(f"{len(results)} results but {len(labels)} labels", todo="give one label per row")
    x, y = (results[name].to_numpy(dtype=float) for name in ("contribution", "influence"))
    with drawing():
        figure = Figure(figsize=(width, 0.8 * min(width, 5.0)))
        axes = figure.add_subplot()
        axes.scatter(x, y, s=float(np.clip(22 - 0.06 * len(x), 6, 20)), color=EFFECT, edgecolor="white", linewidth=0.3)
        axes.set_xlim(-0.03 * x.max() or -0.1, 1.08 * x.max() or 1)
        axes.set_ylim(-0.04 * y.max() or -0.1, 1.12 * y.max() or 1)
        axes.set_xlabel("Contribution to heterogeneity (squared Pearson residual)", size=SIZE)
        axes.set_ylabel("Influence on the pooled effect", size=SIZE)
        axes.tick_params(labelsize=SIZE - 0.5)
        bare(axes)
        figure.subplots_adjust(
            left=0.54 / width, right=1 - 0.08 / width, top=0.97, bottom=0.40 / figure.get_size_inches()[1]
        )
        _name(figure, axes, x, y, [str(label) for label in labels])
        return figure


def _name(figure: Figure, axes: Axes, x: Floats, y: Floats, labels: list[str]) -> None:
    """Name the points farthest out, each on the side where nothing is written or drawn yet."""
    inches = figure.get_size_inches() * [axes.get_position().width, axes.get_position().height]
    spans = np.ptp(axes.get_xlim()), np.ptp(axes.get_ylim())
    px, py = (x - axes.get_xlim()[0]) / spans[0] * inches[0], (y - axes.get_ylim()[0]) / spans[1] * inches[1]
    far = np.argsort(-np.hypot(x / x.max(initial=1e-12), y / y.max(initial=1e-12)))[:NAMES]
    taken: list[tuple[float, float, float, float]] = []
    for i in far:
        text = shortened(labels[i], 0.4 * inches[0], SIZE - 1)
        wide = text_width(text, SIZE - 1)
        for dx, dy, align in (
            (0.05, -LETTER / 2, "left"),
            (-0.05 - wide, -LETTER / 2, "right"),
            (-wide / 2, 0.05, "center"),
        ):
            box = (px[i] + dx, py[i] + dy, px[i] + dx + wide, py[i] + dy + LETTER)
            if box[0] < 0 or box[2] > inches[0] or box[3] > inches[1] or any(_meet(box, other) for other in taken):
                continue
            if any(
                box[0] < a < box[2] and box[1] < b < box[3]
                for j, (a, b) in enumerate(zip(px, py, strict=True))
                if j != i
            ):
                continue
            taken.append(box)
            at = {"left": box[0], "right": box[2], "center": px[i]}[align]
            axes.text(at / inches[0], (box[1] + LETTER / 2) / inches[1], text, transform=axes.transAxes, ha=align,
                      va="center_baseline", size=SIZE - 1, color=INK)  # fmt: skip
            break


def _meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
