"""The graph as a picture: causes left, effects right; width is evidence, colour is agreement, dashes are doubt."""

from collections import defaultdict
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from textwrap import wrap
from typing import Any

import numpy as np

from evidence.constructs.exports import label_of
from evidence.constructs.graph import ClaimGraph
from evidence.constructs.layers import Layout, layered
from evidence.errors import UsageError

__all__ = ["draw"]

READABLE = 60  # constructs; above this boxes overlap on any page
COLOURS = {"supported": "#2166ac", "disputed": "#b2700a", "against": "#b2182b", "unclear": "#7f7f7f"}
LINE = 18  # characters of a name in one line of a box
LAYER, ROW = 2.45, 0.62  # inches from box to box, across and down
HALF_WIDTH, HALF_HEIGHT = 0.255, 0.33  # of a box, in layers and rows
LABEL = (0.11, 0.2)  # the room of a label, in layers and rows: half its width, half its height
PLACES = (0.5, 0.35, 0.65, 0.42, 0.58, 0.28, 0.72, 0.2, 0.8)  # of a label, along a stretch of its line
LABELLED = 90  # edges; above this labels hide the lines

Point = tuple[float, float]


def draw(
    graph: ClaimGraph, path: Path | str | None = None, labels: Mapping[str, str] | None = None, format: str = "png"
) -> bytes:
    """Draw the graph and return the file's bytes, writing them to `path` if given (png, svg or pdf by its suffix).

    At most 60 constructs: take the ones around a question first, with `ClaimGraph.around`.
    """
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    used = np.unique(np.concatenate([*graph.ends, np.arange(len(graph.nodes))])) if len(graph.nodes) else np.zeros(0)
    if not len(used):
        raise UsageError("the graph is empty", todo="map constructs and ingest a study first")
    if len(used) > READABLE:
        raise UsageError(
            f"{len(used)} constructs do not fit a readable picture",
            why=f"at most {READABLE}",
            todo="take what is near a construct (--around, ClaimGraph.around), or export the graph for Gephi",
        )
    ends = list(zip(*(end.tolist() for end in graph.ends), strict=True))
    layout = layered(len(graph.nodes), ends)
    figure = Figure(figsize=(LAYER * max(layout.layers, 2), ROW * (layout.height + 2.2)), dpi=110)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(-0.5, max(layout.layers, 2) - 0.5)
    axes.set_ylim(layout.height + 1.5, -0.7)
    axes.set_axis_off()
    _arrows(axes, graph, _routes(layout, ends))
    for (x, y), name in zip(layout.at, graph.nodes, strict=True):
        _box(axes, x, y, (labels or {}).get(name, str(name).replace("_", " ")))
    _legend(axes, layout.height, numbers=len(ends) <= LABELLED)
    suffix = Path(path).suffix.lstrip(".") if path is not None and Path(path).suffix else format
    buffer = BytesIO()
    # Dates and versions in the file would change the bytes of an unchanged graph.
    stamps: dict[str, dict[str, Any]] = {
        "png": {"Software": None},
        "svg": {"Date": None},
        "pdf": {"CreationDate": None},
    }
    if suffix not in stamps:
        raise UsageError(f"no picture format {suffix!r}", todo="use png, svg or pdf")
    with rc_context({"svg.hashsalt": "evidence"}):
        figure.savefig(buffer, format=suffix, metadata=stamps[suffix])
    if path is not None:
        Path(path).write_bytes(buffer.getvalue())
    return buffer.getvalue()


def _box(axes: Any, x: float, y: float, name: str) -> None:
    from matplotlib.patches import FancyBboxPatch

    corner, size = (x - HALF_WIDTH, y - HALF_HEIGHT), (2 * HALF_WIDTH, 2 * HALF_HEIGHT)
    style = "round,pad=0,rounding_size=0.05"
    box = FancyBboxPatch(
        corner, *size, boxstyle=style, facecolor="#f7f7f5", edgecolor="#444444", linewidth=0.8, zorder=3
    )
    axes.add_patch(box)
    lines = wrap(name, LINE)
    lines = lines if len(lines) <= 3 else [*lines[:2], lines[2][: LINE - 1] + "…"]
    axes.text(
        x,
        y,
        "\n".join(lines),
        ha="center",
        va="center",
        fontsize=7.5 if len(lines) < 3 else 6.2,
        zorder=4,
        linespacing=1,
    )


def _agreement(graph: ClaimGraph, at: int) -> str:
    edge = graph.edges.iloc[at]
    against = int(edge["null"]) + int(edge["reversed"])
    if edge["supported"] and against:
        return "disputed"
    if edge["supported"] or edge["partial"]:
        return "supported"
    return "against" if against else "unclear"


def _routes(layout: Layout, ends: list[tuple[int, int]]) -> list[list[Point]]:
    """The points each arrow passes; arrows at one side of a box get ports of their own, ordered by where they go."""
    ports: dict[tuple[int, float], list[tuple[float, int, int]]] = defaultdict(list)
    for number, (a, b) in enumerate(ends):
        if a == b:
            continue
        through = [layout.at[a], *layout.bends[(a, b)], layout.at[b]]
        side = HALF_WIDTH if layout.at[b][0] >= layout.at[a][0] else -HALF_WIDTH
        ports[(a, side)].append((through[1][1], number, 0))
        ports[(b, -side)].append((through[-2][1], number, -1))
    routes = [[(0.0, 0.0), *layout.bends.get((a, b), ()), (0.0, 0.0)] for a, b in ends]
    for (node, side), arrows in ports.items():
        x, y = layout.at[node]
        for place, (_, number, end) in enumerate(sorted(arrows)):
            offset = (place + 0.5) / len(arrows) - 0.5
            routes[number][end] = (x + side, y + offset * min(1.6 * HALF_HEIGHT, 0.16 * len(arrows)))
    return routes


def _arrows(axes: Any, graph: ClaimGraph, routes: list[list[Point]]) -> None:
    from matplotlib.patches import FancyArrowPatch
    from matplotlib.path import Path as Curve

    samples = graph.edges["samples"].to_numpy(np.float64)
    most = max(1.0, samples.max(initial=0.0))
    taken: list[Point] = []
    for number, points in enumerate(routes):
        if graph.ends[0][number] == graph.ends[1][number]:
            continue  # a construct said to cause itself has no arrow of its own; the frame shows it
        verts = _curve(points)
        colour = COLOURS[_agreement(graph, number)]
        wide = 0.7 + 2.0 * np.log1p(samples[number]) / np.log1p(most)
        arrow = FancyArrowPatch(
            path=Curve(verts, [Curve.MOVETO, *[Curve.CURVE4] * (len(verts) - 1)]),
            arrowstyle="-|>",
            mutation_scale=6 + 1.5 * wide,
            color=colour,
            linewidth=wide,
            linestyle=(0, (3, 2)) if graph.doubtful[number] else "-",
            alpha=0.8,
            zorder=1,
            shrinkA=0,
            shrinkB=0,
        )
        axes.add_patch(arrow)
        if len(routes) <= LABELLED:
            x, y = _free_place(verts, taken)
            taken.append((x, y))
            ground = {"boxstyle": "square,pad=0.1", "facecolor": "white", "edgecolor": "none", "alpha": 0.9}
            said = label_of(graph, number)
            axes.text(x, y, said, fontsize=5.8, color=colour, ha="center", va="center", zorder=2, bbox=ground)


def _curve(points: list[Point]) -> list[Point]:
    """The control points of a smooth line that leaves boxes level and passes layers level, not behind their boxes."""
    side = HALF_WIDTH if points[-1][0] >= points[0][0] else -HALF_WIDTH
    inner = [(x + by, y) for x, y in points[1:-1] for by in (-side, side)]
    verts = [points[0]]
    for (x0, y0), (x1, y1) in pairwise([points[0], *inner, points[-1]]):
        half = (x1 - x0) / 2
        verts += [(x0 + half, y0), (x1 - half, y1), (x1, y1)]
    return verts


def _free_place(verts: list[Point], taken: list[Point]) -> Point:
    """A place on the line for its label, the first that no other label has; else the one farthest from others."""
    places = [_on(verts[i : i + 4], t) for i in range(0, len(verts) - 1, 3) for t in PLACES]
    for x, y in places:
        if all(abs(x - other[0]) > 2 * LABEL[0] or abs(y - other[1]) > LABEL[1] for other in taken):
            return x, y
    return max(places, key=lambda own: min(abs(own[0] - x) / LABEL[0] + abs(own[1] - y) / LABEL[1] for x, y in taken))


def _on(bezier: list[Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    return (
        sum(w * x for w, (x, _) in zip(weights, bezier, strict=True)),
        sum(w * y for w, (_, y) in zip(weights, bezier, strict=True)),
    )


def _legend(axes: Any, height: float, *, numbers: bool) -> None:
    said = {"supported": "supported", "disputed": "tests disagree", "against": "not supported", "unclear": "no verdict"}
    for i, (key, text) in enumerate(said.items()):
        x = -0.45 + 0.46 * i
        axes.plot([x, x + 0.07], [height + 0.9] * 2, color=COLOURS[key], linewidth=2)
        axes.text(x + 0.09, height + 0.9, text, fontsize=6.5, va="center")
    note = "wider: more samples; dashed: all of it held out (retracted, impossible); " + (
        "numbers: pooled effect (k), or supported of all tests" if numbers else f"no numbers above {LABELLED} claims"
    )
    axes.text(-0.45, height + 1.25, note, fontsize=6.5, va="center")
