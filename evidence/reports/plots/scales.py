"""What the axis says: effects are pooled as Fisher z or log ratios, readers know correlations and ratios."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from evidence.errors import UsageError, nearest
from evidence.reports.plots.style import SIZE, text_width

__all__ = ["Scale", "minus", "scale_of", "set_ticks", "value_text"]


@dataclass(frozen=True)
class Scale:
    """How pooled numbers are read: `turn` to the reader's unit, `back` to the pooled one, and its round values."""

    turn: Callable[[float], float]
    back: Callable[[float], float]
    steps: tuple[tuple[float, ...], ...]  # round values of the reader's unit, from sparse to dense


def _ladder(*steps: float) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(round(i * step, 4) for i in range(-int(0.96 / step), int(0.96 / step) + 1)) for step in steps)


def _powers(*digits: Sequence[int]) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(d * 10.0**power for power in range(-6, 7) for d in each) for each in digits)


CORRELATIONS = ((-0.9, -0.6, -0.3, 0, 0.3, 0.6, 0.9, 0.99), *_ladder(0.2, 0.1, 0.05))
ENOUGH = 3  # with fewer round values than this on a short axis, evenly spaced ones are taken
SCALES = {
    "none": Scale(lambda x: x, lambda x: x, ()),
    "correlation": Scale(math.tanh, math.atanh, CORRELATIONS),
    "ratio": Scale(math.exp, math.log, _powers((1,), (1, 3), (1, 2, 5), range(1, 10))),
}


def scale_of(name: str | None) -> Scale:
    """none, correlation (from Fisher z) or ratio (from log ratios)."""
    if (name or "none") not in SCALES:
        raise UsageError(f"there is no scale '{name}'", todo=nearest(str(name), list(SCALES)))
    return SCALES[name or "none"]


def set_ticks(axes: Axes, scale: Scale, inches: float) -> None:
    """Ticks at round values of the reader's unit, as many as fit without touching."""
    first, last = axes.get_xlim()
    axes.tick_params(axis="x", labelsize=SIZE - 0.5)
    most = max(3, min(int(inches / 0.42), 9))
    if not scale.steps:
        axes.locator_params(axis="x", nbins=most)
        axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: _printed(x)))
        return
    ends = scale.turn(first), scale.turn(last)
    best = max((_inside(values, scale, first, last, inches, most) for values in scale.steps), key=len)
    if len(best) < ENOUGH:
        even = [[float(x) for x in MaxNLocator(nbins=n).tick_values(*ends)] for n in range(2, 8)]
        best = max((best, *(_inside(values, scale, first, last, inches, most) for values in even)), key=len)
    axes.xaxis.set_major_locator(FixedLocator([scale.back(x) for x in best]))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: _printed(scale.turn(x))))


def _inside(values: Sequence[float], scale: Scale, first: float, last: float, inches: float, most: int) -> list[float]:
    """The round values on the axis, or none if there are too many or their text would touch."""
    low, high = scale.turn(first), scale.turn(last)
    inside = [x for x in values if low <= x <= high]
    return (
        inside
        if len(inside) <= most and _apart([scale.back(x) for x in inside], inside, (last - first) / inches)
        else []
    )


def _apart(places: Sequence[float], values: Sequence[float], unit: float) -> bool:
    """Do the printed values stand side by side, with a little air between?"""
    half = [text_width(_printed(value), SIZE - 0.5) / 2 * unit for value in values]
    edges = [(place - h, place + h) for place, h in zip(places, half, strict=True)]
    return all(left[1] + 0.06 * unit < right[0] for left, right in pairwise(edges))


def _printed(x: float) -> str:
    return minus(f"{round(x, 10):.3g}")


def minus(text: str) -> str:
    """A minus sign as long as a plus sign, and none before a zero."""
    bare = text.lstrip("-")
    return bare if float(bare) == 0 else text.replace("-", "−")


def value_text(estimate: float, low: float, high: float, digits: int = 2) -> str:
    """An estimate with its interval, where it has one, in print: `0.31 [0.12, 0.50]`."""
    a, b, c = (minus(f"{x:.{digits}f}") for x in (estimate, low, high))
    return f"{a} [{b}, {c}]" if math.isfinite(low) else a
