"""A layered drawing of a directed graph: causes left, effects right, few crossings, arrows along lanes of their own.

Sugiyama, Tagawa & Toda (1981), IEEE Transactions on Systems, Man, and Cybernetics 11(2). Cycles are opened after Eades,
Lin & Smyth (1993); crossings are reduced by barycentres and by swapping neighbours, after Gansner et al. (1993).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Layout", "layered"]

Edge = tuple[int, int]
SWEEPS = 24
DUMMY = 0.45  # the room an arrow passing by takes, against 1 for a box


@dataclass(frozen=True)
class Layout:
    """Where boxes and bends are: `at[i]` is (layer, height) of node i, `bends[edge]` the points an arrow passes."""

    at: tuple[tuple[float, float], ...]
    bends: dict[Edge, tuple[tuple[float, float], ...]]
    layers: int
    height: float


def layered(size: int, edges: Sequence[Edge]) -> Layout:
    """Lay out nodes 0 .. size - 1; the same edges give the same drawing.

    >>> layered(3, [(0, 1), (1, 2)]).at
    ((0.0, 0.0), (1.0, 0.0), (2.0, 0.0))
    """
    edges = sorted({(a, b) for a, b in edges if a != b})
    back = _back_edges(size, edges)
    forward = sorted({(b, a) if (a, b) in back else (a, b) for a, b in edges})
    layer = _layer_of(size, forward)
    chains, rows, count = _with_dummies(size, forward, layer)
    neighbours = _neighbours(chains, count)
    _order(rows, neighbours)
    height = _heights(rows, neighbours, size)
    place = {node: (float(x), height[node]) for x, row in enumerate(rows) for node in row}
    bends = {}
    for edge in edges:
        turned = edge in back
        chain = chains[(edge[1], edge[0]) if turned else edge]
        inner = tuple(place[node] for node in chain[1:-1])
        bends[edge] = inner[::-1] if turned else inner
    return Layout(tuple(place[i] for i in range(size)), bends, len(rows), max(height.values(), default=0.0))


def _back_edges(size: int, edges: Sequence[Edge]) -> set[Edge]:
    """The edges to turn so that no cycle is left: against an order with sources first and sinks last, greedily made."""
    after, before = defaultdict(set), defaultdict(set)
    for a, b in edges:
        after[a].add(b)
        before[b].add(a)
    left, right, rest = [], [], set(range(size))
    while rest:
        sink = next((i for i in sorted(rest) if not after[i] & rest), None)
        source = next((i for i in sorted(rest) if not before[i] & rest), None)
        if sink is not None and source != sink:
            right.append(sink)
            rest.discard(sink)
        elif source is not None:
            left.append(source)
            rest.discard(source)
        else:
            best = max(sorted(rest), key=lambda i: len(after[i] & rest) - len(before[i] & rest))
            left.append(best)
            rest.discard(best)
    rank = {node: i for i, node in enumerate([*left, *reversed(right)])}
    return {(a, b) for a, b in edges if rank[a] > rank[b]}


def _layer_of(size: int, edges: Sequence[Edge]) -> list[int]:
    """The longest way from a source, then each node moved as far right as its effects allow: short arrows."""
    after, before = defaultdict(list), defaultdict(list)
    for a, b in edges:
        after[a].append(b)
        before[b].append(a)
    order, waiting = [], {i: len(before[i]) for i in range(size)}
    ready = [i for i in range(size) if not waiting[i]]
    while ready:
        node = ready.pop(0)
        order.append(node)
        for nxt in after[node]:
            waiting[nxt] -= 1
            if not waiting[nxt]:
                ready.append(nxt)
    layer = [0] * size
    for node in order:
        layer[node] = max((layer[i] + 1 for i in before[node]), default=0)
    for node in reversed(order):
        if after[node] and len(after[node]) >= len(before[node]):
            layer[node] = min(layer[i] for i in after[node]) - 1
    return layer


def _with_dummies(
    size: int, edges: Sequence[Edge], layer: list[int]
) -> tuple[dict[Edge, list[int]], list[list[int]], int]:
    """Arrows over several layers get a place in each of them."""
    rows: list[list[int]] = [[] for _ in range(max(layer, default=-1) + 1)]
    for node in range(size):
        rows[layer[node]].append(node)
    chains, count = {}, size
    for a, b in edges:
        chain = [a]
        for x in range(layer[a] + 1, layer[b]):
            rows[x].append(count)
            chain.append(count)
            count += 1
        chains[(a, b)] = [*chain, b]
    return chains, rows, count


def _neighbours(chains: dict[Edge, list[int]], count: int) -> tuple[list[list[int]], list[list[int]]]:
    before: list[list[int]] = [[] for _ in range(count)]
    after: list[list[int]] = [[] for _ in range(count)]
    for chain in chains.values():
        for a, b in pairwise(chain):
            after[a].append(b)
            before[b].append(a)
    return before, after


def _order(rows: list[list[int]], neighbours: tuple[list[list[int]], list[list[int]]]) -> None:
    """Sort each layer by the mean place of its neighbours, to and fro, and keep the order with fewest crossings."""
    best, fewest = [list(row) for row in rows], _crossings(rows, neighbours[1])
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        sides = neighbours[0] if forward else neighbours[1]
        for x in range(1, len(rows)) if forward else range(len(rows) - 2, -1, -1):
            fixed = {node: i for i, node in enumerate(rows[x - 1 if forward else x + 1])}
            where = {node: i for i, node in enumerate(rows[x])}

            def centre(
                node: int, sides: list[list[int]] = sides, fixed: dict[int, int] = fixed, where: dict[int, int] = where
            ) -> float:
                near = [fixed[i] for i in sides[node]]
                return sum(near) / len(near) if near else where[node] * len(fixed) / max(1, len(where))

            rows[x].sort(key=lambda node: (centre(node), where[node]))
        _swap(rows, neighbours)
        now = _crossings(rows, neighbours[1])
        if now < fewest:
            best, fewest = [list(row) for row in rows], now
    for row, kept in zip(rows, best, strict=True):
        row[:] = kept


def _swap(rows: list[list[int]], neighbours: tuple[list[list[int]], list[list[int]]]) -> None:
    """Exchange neighbours of a layer where that undoes crossings."""
    for x, row in enumerate(rows):
        sides = []
        for other, near in ((x - 1, neighbours[0]), (x + 1, neighbours[1])):
            if 0 <= other < len(rows):
                sides.append(({node: i for i, node in enumerate(rows[other])}, near))
        for i in range(len(row) - 1):
            a, b = row[i], row[i + 1]
            as_is = sum(place[p] > place[q] for place, near in sides for p in near[a] for q in near[b])
            turned = sum(place[q] > place[p] for place, near in sides for p in near[a] for q in near[b])
            if turned < as_is:
                row[i], row[i + 1] = b, a


def _crossings(rows: list[list[int]], after: list[list[int]]) -> int:
    total = 0
    for row, nxt in pairwise(rows):
        place = {node: i for i, node in enumerate(nxt)}
        ends = [place[b] for a in row for b in sorted(after[a], key=place.__getitem__)]
        total += sum(ends[i] > ends[j] for i in range(len(ends)) for j in range(i + 1, len(ends)))
    return total


def _heights(rows: list[list[int]], neighbours: tuple[list[list[int]], list[list[int]]], size: int) -> dict[int, float]:
    """Heights that keep the order and the room between boxes, and draw nodes toward the middle of their neighbours."""
    height: dict[int, float] = {}
    for row in rows:
        y = 0.0
        for i, node in enumerate(row):
            y += _room(row[i - 1], node, size) if i else 0.0
            height[node] = y
    middle = max(height.values(), default=0.0) / 2
    for row in rows:
        shift = middle - (height[row[0]] + height[row[-1]]) / 2
        for node in row:
            height[node] += shift
    for sweep in range(SWEEPS):
        for row in rows if sweep % 2 == 0 else rows[::-1]:
            wished = []
            for node in row:
                near = [height[i] for side in neighbours for i in side[node]]
                wished.append(sum(near) / len(near) if near else height[node])
            height.update(zip(row, _spread(wished, row, size), strict=True))
    lowest = min(height.values(), default=0.0)
    return {node: round(y - lowest, 6) for node, y in height.items()}


def _room(above: int, below: int, size: int) -> float:
    return ((1.0 if above < size else DUMMY) + (1.0 if below < size else DUMMY)) / 2


def _spread(wished: list[float], row: list[int], size: int) -> list[float]:
    """The heights nearest to those wished that keep order and room (isotonic regression: pool adjacent violators)."""
    offset, total = [0.0], 0.0
    for above, below in pairwise(row):
        total += _room(above, below, size)
        offset.append(total)
    blocks: list[list[float]] = []  # sum, count
    for want, off in zip(wished, offset, strict=True):
        blocks.append([want - off, 1])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
            last = blocks.pop()
            blocks[-1][0] += last[0]
            blocks[-1][1] += last[1]
    level = [total / count for total, count in blocks for _ in range(int(count))]
    return [base + off for base, off in zip(level, offset, strict=True)]
