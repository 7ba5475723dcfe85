"""All simple paths between two constructs, with the product of their pooled effects and how sure it is.

product = b1 b2 ... bm;  Var(product) ~ sum_i se_i^2 prod_{j != i} b_j^2  (delta method, Sobel 1982).

It assumes that the pooled effects of a path are independent (mostly other samples), that each edge holds for the same
population, and that effects are linear. A product of correlations is the indirect effect only under full mediation.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from evidence.constructs.graph import ClaimGraph
from evidence.errors import UsageError

__all__ = ["ASSUMPTIONS", "Paths", "mediators", "paths"]

ASSUMPTIONS = (
    "Products assume independent pooled effects, one population and linear effects; their interval is by the delta "
    "method, rough when an effect is near zero. A product of correlations is an indirect effect only under full "
    "mediation."
)
# Half-made paths kept at once: above this a longer search would cost more memory than its answer is worth.
FRONTIER = 1_000_000
Z95 = 1.959963984540054
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Paths:
    """The paths as a frame, shortest first; `complete` is False when there were more than asked for, up to `length`."""

    frame: pd.DataFrame
    complete: bool
    length: int
    note: str = ASSUMPTIONS


def paths(graph: ClaimGraph, source: str, target: str, length: int = 4, limit: int = 1000) -> Paths:
    """Every simple path of at most `length` edges from one construct to another, at most `limit` of them.

    Columns: path, length, product, se, ci_low, ci_high (also `_usable`, from usable evidence only), weakest (fewest
    samples behind an edge), n (smallest), tests, flagged, retracted, against (tests that were null or reversed).
    """
    start, end = graph.node(source), graph.node(target)
    if start == end:
        raise UsageError("a path needs two constructs", where=source, todo="see `cycles` for the ways back to itself")
    if length < 1 or limit < 1:
        raise UsageError("length and limit are at least 1", where=f"length {length}, limit {limit}")
    found, complete = _walk(graph, start, end, length, limit)
    return Paths(_describe(graph, found), complete, length)


def mediators(graph: ClaimGraph, source: str, target: str) -> pd.DataFrame:
    """The constructs that stand between two others, the best supported first: more samples on the weaker edge."""
    found = paths(graph, source, target, length=2, limit=max(1, len(graph.nodes))).frame
    found = found[found["length"] == 2].copy()
    found.insert(0, "mediator", [each[1] for each in found["path"]])
    return found.sort_values(["weakest", "n", "mediator"], ascending=[False, False, True]).reset_index(drop=True)


def _walk(graph: ClaimGraph, start: int, end: int, length: int, limit: int) -> tuple[list[Ints], bool]:
    """Edge numbers of the simple paths, grown level by level and cut where the end cannot be reached in time."""
    distance = _distance_to(graph, end, length)
    targets, outgoing = graph.ends[1], graph.outgoing
    trails = np.zeros((1, 0), np.int64)  # the edges so far
    visited = np.array([[start]])
    found: list[Ints] = []
    count, complete = 0, True
    for step in range(1, length + 1):
        at = visited[:, -1]
        in_time = np.flatnonzero(distance[targets] <= length - step)
        starts = np.searchsorted(in_time, outgoing)
        fan = starts[at + 1] - starts[at]
        if fan.sum() > FRONTIER:
            # Keep the first ones: the answer is then marked incomplete, never silently short.
            keep = np.cumsum(fan) <= FRONTIER
            trails, visited, at, fan, complete = trails[keep], visited[keep], at[keep], fan[keep], False
        rows = np.repeat(np.arange(len(at)), fan)
        edges = in_time[np.arange(fan.sum()) - np.repeat(np.cumsum(fan) - fan, fan) + np.repeat(starts[at], fan)]
        to = targets[edges]
        fresh = ~(visited[rows] == to[:, None]).any(axis=1)
        rows, edges, to = rows[fresh], edges[fresh], to[fresh]
        arrived = to == end
        made = np.column_stack([trails[rows[arrived]], edges[arrived]])
        if count + len(made) > limit:
            # The best supported of this length stay: those whose weakest edge rests on most samples.
            weakest = graph.edges["samples"].to_numpy()[made].min(axis=1)
            best = np.sort(np.argsort(-weakest, kind="stable")[: limit - count])
            made, complete = made[best], False
        if len(made):
            found.append(made)
        count += len(made)
        if count >= limit and step < length:
            complete = complete and not (~arrived).any()
            break
        trails = np.column_stack([trails[rows[~arrived]], edges[~arrived]])
        visited = np.column_stack([visited[rows[~arrived]], to[~arrived]])
    return found, complete


def _distance_to(graph: ClaimGraph, end: int, length: int) -> Ints:
    """How many edges each construct is from the end, up to `length`; farther ones get length + 1."""
    order, starts = graph.incoming
    sources = graph.ends[0]
    distance = np.full(len(graph.nodes), length + 1, np.int64)
    distance[end] = 0
    level = np.array([end])
    for step in range(1, length + 1):
        fan = starts[level + 1] - starts[level]
        at = np.arange(fan.sum()) - np.repeat(np.cumsum(fan) - fan, fan) + np.repeat(starts[level], fan)
        level = np.unique(sources[order[at]])
        level = level[distance[level] > step]
        distance[level] = step
    return distance


def _describe(graph: ClaimGraph, found: list[Ints]) -> pd.DataFrame:
    edges = graph.edges
    parts = []
    for block in found:
        size = block.shape[1]
        nodes = np.column_stack([graph.ends[0][block[:, 0]], graph.ends[1][block]])
        part = pd.DataFrame({"path": list(map(tuple, graph.nodes[nodes])), "length": size})
        for suffix in ("", "_usable"):
            if f"estimate{suffix}" in edges:
                part = part.assign(**_product(edges, block, suffix))
        part["weakest"] = edges["samples"].to_numpy()[block].min(axis=1)
        part["n"] = edges["n"].to_numpy()[block].min(axis=1)
        for name in ("tests", "flagged", "retracted"):
            part[name] = edges[name].to_numpy()[block].sum(axis=1)
        part["against"] = (edges["null"] + edges["reversed"]).to_numpy()[block].sum(axis=1)
        parts.append(part)
    if not parts:
        return pd.DataFrame(columns=["path", "length", "weakest", "n", "tests", "flagged", "retracted", "against"])
    frame = pd.concat(parts, ignore_index=True)
    return frame.sort_values(["length", "weakest", "path"], ascending=[True, False, True]).reset_index(drop=True)


def _product(edges: pd.DataFrame, block: Ints, suffix: str) -> dict[str, npt.NDArray[np.float64]]:
    b = edges[f"estimate{suffix}"].to_numpy(np.float64)[block]
    se = edges[f"se{suffix}"].to_numpy(np.float64)[block]
    product = b.prod(axis=1)
    others = np.column_stack([np.delete(b, i, axis=1).prod(axis=1) for i in range(b.shape[1])])
    spread = np.sqrt(((se * others) ** 2).sum(axis=1))
    return {
        f"product{suffix}": product,
        f"se{suffix}": spread,
        f"ci_low{suffix}": product - Z95 * spread,
        f"ci_high{suffix}": product + Z95 * spread,
    }
