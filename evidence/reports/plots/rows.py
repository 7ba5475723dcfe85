"""Rows of estimates with their intervals, names to the left and numbers to the right: the frame of every forest."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import blended_transform_factory

from evidence.reports.plots.style import SIZE, bare, shortened, text_width

__all__ = ["ROW", "TIGHT_ROW", "Canvas", "canvas", "limits"]

ROW, TIGHT_ROW = 0.155, 0.028  # inches from row to row: with text, and for a caterpillar without
MARGIN, GAP = 0.06, 0.10  # inches at the edge of the figure and between columns
AXIS = 0.34  # inches below the rows for ticks and label
LEAST_PLOT = 0.32  # share of the width that the plot itself keeps


@dataclass(frozen=True)
class Canvas:
    """A figure with one plot, row 0 at the top, a column of names left of it and columns of numbers right of it.

    `left` is where names start, `right` where each column of numbers ends, as shares of the width; the rest in inches.
    """

    figure: Figure
    axes: Axes
    left: float
    right: tuple[float, ...]
    label_inches: float
    value_inches: float
    plot_inches: float

    def write(self, row: float, text: str, column: int | None = None, **style: Any) -> None:
        """Put text beside a row: to the left, or into a column of numbers."""
        place = blended_transform_factory(self.figure.transFigure, self.axes.transData)
        options: dict[str, Any] = {"size": SIZE, "va": "center_baseline"} | style
        x, align = (self.left, "left") if column is None else (self.right[column], "right")
        self.axes.text(x, row, text, transform=place, ha=align, clip_on=False, **options)

    def foot(self, remarks: Sequence[str], line: float) -> None:
        """Remarks at the bottom of the figure, so many inches per line, cut to its width."""
        width, height = self.figure.get_size_inches()
        for number, remark in enumerate(reversed(remarks)):
            cut = shortened(remark, width - 2 * MARGIN, SIZE - 0.5)
            self.figure.text(self.left, (MARGIN + line * number) / height, cut, size=SIZE - 0.5, va="bottom")

    def upright(self, x: float, first: float, last: float, **style: Any) -> None:
        """A vertical line from row to row."""
        self.axes.plot([x, x], [first, last], **style)

    def label(self, row: float, text: str, bold: bool = False, **style: Any) -> None:
        """Put a name to the left of a row, cut to its column."""
        cut = shortened(text, self.label_inches, bold=bold)
        self.write(row, cut, weight="bold" if bold else "normal", **style)


def canvas(
    rows: float,
    width: float,
    labels: Sequence[str],
    values: Sequence[Sequence[str]],
    below: float = 0.0,
    row: float = ROW,
) -> Canvas:
    """A figure for so many rows; names and each column of numbers as wide as their text needs and the width allows."""
    columns = [max((text_width(v, bold=True) for v in texts), default=0.0) + 0.02 for texts in values]
    numbers = sum(columns) + GAP * len(columns)
    free = max(width * (1 - LEAST_PLOT) - numbers - 2 * MARGIN - GAP, 0.5)
    names = min(max((text_width(t, bold=True) for t in labels), default=0.0) + 0.02, free)
    height = rows * row + AXIS + below + 2 * MARGIN
    figure = Figure(figsize=(width, height))
    start, stop = MARGIN + names + GAP, width - MARGIN - numbers
    bottom = MARGIN + AXIS + below
    axes = figure.add_axes((start / width, bottom / height, (stop - start) / width, rows * row / height))
    axes.set_ylim(rows - 0.5, -0.5)
    axes.set_yticks([])
    bare(axes, left=False)
    ends = [width - MARGIN - sum(columns[i + 1 :]) - GAP * (len(columns) - 1 - i) for i in range(len(columns))]
    right = tuple(end / width for end in ends)
    return Canvas(figure, axes, MARGIN / width, right, names, columns[0] if columns else 0.0, stop - start)


def limits(
    y: Sequence[float], low: Sequence[float], high: Sequence[float], keep: Sequence[float]
) -> tuple[float, float]:
    """A scale that shows every estimate and whatever must be kept whole; very wide intervals end in an arrow.

    The scale reaches half the range of the estimates beyond them, but no farther than the intervals do.
    """
    shown = np.asarray([*y, *keep], dtype=float)
    ends_low, ends_high = np.asarray([*low, *keep], dtype=float), np.asarray([*high, *keep], dtype=float)
    typical = float(np.median(np.asarray(high) - np.asarray(low))) if len(low) else 1.0
    room = max(0.5 * float(np.ptp(shown)), 0.75 * typical)
    first = max(float(ends_low.min()), float(shown.min()) - room)
    last = min(float(ends_high.max()), float(shown.max()) + room)
    pad = 0.04 * (last - first) or 0.1
    return first - pad, last + pad
