"""Values printed once in the middle of the rows they hold for, where such blocks end to end make the table."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from evidence.read.pages.strips import is_value
from evidence.read.pages.wrapping import Piece

__all__ = ["Block", "blocks_of", "tiles"]

_BESIDE = 0.35  # of the type's height: how far a value beside its row may be from it
_CODE = re.compile(r"([A-Za-z]+)[-_.]?\d{1,2}(?:$|[^\w])")
Block = tuple[int, int]  # the first row, and the one after the last


def blocks_of(bands: Sequence[Sequence[Piece]], width: int) -> tuple[list[int], dict[int, list[Block]]] | None:
    """The lines that are rows, and for each column of blocks the rows of each block, in order.

    A block's value stands beside its middle row, or between its two middle rows; the blocks of a column
    follow one another without a gap from the first row to the last. Where they do not, nothing is said.
    """
    columns = [[i for i, band in enumerate(bands) if any(p.column == c for p in band)] for c in range(width)]
    numeric = [c for c in range(1, width) if _numbers(bands, c)]
    if not numeric:
        return None
    leading = max(numeric, key=lambda c: len(columns[c]))
    rows = columns[leading]
    sparse = [c for c in numeric if 2 <= len(columns[c]) <= 0.6 * len(rows)]
    height = bands[rows[0]][0].chunk.height
    tiled: dict[int, list[Block]] = {}
    extents = [(min(p.chunk.top for p in bands[i]), max(p.chunk.bottom for p in bands[i])) for i in rows]
    families = _families([bands[i] for i in rows], width)
    for c in sparse:
        middles = [_middle(bands[i], c) for i in columns[c]]
        blocks = _of_families(families, extents, middles) if families else None
        blocks = blocks or tiles([_middle(bands[i], leading) for i in rows], middles, height)
        if blocks is None and any(b - a > 1.5 * height for a, b in extents):
            blocks = _uneven(extents, middles, height)
        if blocks:
            tiled[c] = blocks
    if not tiled or len(tiled) < len(sparse) or len({tuple(b) for b in tiled.values()}) > 1:
        return None
    blocks = next(iter(tiled.values()))
    loose = [i for i in range(len(bands)) if i not in rows]
    if any(p.column not in tiled and p.column != 0 for i in loose for p in bands[i]):
        return None
    if all(rows[first] == at for (first, _), at in zip(blocks, columns[next(iter(tiled))], strict=True)):
        return None  # each stands beside the first of its rows, as any value may
    return rows, {0: blocks, **tiled} if _sparse_labels(bands, rows, blocks) else tiled


def _families(rows: Sequence[Sequence[Piece]], width: int) -> list[Block]:
    """The runs of rows whose items share the letters of their codes (`RE1`, `RE2`); nothing where one has no code."""
    for c in range(width):
        first = [min((p for p in row if p.column == c), key=lambda p: p.chunk.top, default=None) for row in rows]
        codes = [_CODE.match(p.chunk.words[0].text) if p else None for p in first]
        if not all(codes):
            continue
        stems = [m.group(1) for m in codes if m]
        runs = [len(list(run)) for _, run in groupby(stems)]
        starts = [sum(runs[:i]) for i in range(len(runs) + 1)]
        return list(pairwise(starts)) if len(set(stems)) == len(runs) else []
    return []


def _of_families(
    families: list[Block], rows: Sequence[tuple[float, float]], values: Sequence[float]
) -> list[Block] | None:
    """A family of items for each value, wherever in its height the value was set."""
    if len(families) != len(values):
        return None
    inside = all(rows[a][0] <= v <= rows[b - 1][1] for (a, b), v in zip(families, values, strict=True))
    return families if inside else None


def _numbers(bands: Sequence[Sequence[Piece]], c: int) -> bool:
    pieces = [p for band in bands for p in band if p.column == c]
    return len(pieces) >= 2 and sum(is_value(p.chunk.words[0].text) for p in pieces) >= 0.7 * len(pieces)


def _middle(band: Sequence[Piece], c: int) -> float:
    return next((p.chunk.top + p.chunk.bottom) / 2 for p in band if p.column == c)


def tiles(rows: list[float], values: list[float], height: float) -> list[Block] | None:
    """Blocks end to end, each with its value in the middle."""
    blocks: list[Block] = []
    start = 0
    for value in values:
        above = sum(row < value - _BESIDE * height for row in rows[start:])
        beside = any(abs(row - value) <= _BESIDE * height for row in rows[start:])
        stop = start + 2 * above + beside
        if stop == start or stop > len(rows):
            return None
        if abs((rows[start] + rows[stop - 1]) / 2 - value) > height:
            return None
        blocks.append((start, stop))
        start = stop
    return blocks if start == len(rows) else None


_OFF = 0.6  # of the type's height: how far a value may be from the middle of rows of unequal height
_SURE = 0.3  # of the type's height: by how much one way to cut the rows must fit better than the next


def _uneven(rows: list[tuple[float, float]], values: list[float], height: float) -> list[Block] | None:
    """Blocks end to end of rows that take one line or several, each with its value in the middle of its height."""
    ways: dict[int, list[tuple[float, list[Block]]]] = {0: [(0.0, [])]}
    for value in values:
        after: dict[int, list[tuple[float, list[Block]]]] = {}
        for start, found in ways.items():
            for stop in range(start + 1, len(rows) + 1):
                off = abs((rows[start][0] + rows[stop - 1][1]) / 2 - value)
                if off <= _OFF * height:
                    after.setdefault(stop, []).extend((cost + off, [*way, (start, stop)]) for cost, way in found)
        ways = {stop: sorted(found, key=lambda w: w[0])[:2] for stop, found in after.items()}
    best, *others = ways.get(len(rows)) or [(0.0, [])]
    if not best[1] or (others and others[0][0] - best[0] < _SURE * height):
        return None
    return best[1]


def _sparse_labels(bands: Sequence[Sequence[Piece]], rows: list[int], blocks: list[Block]) -> bool:
    """Whether the first column names the blocks, not the rows: a row of every larger block stands without a name."""
    named = {i for i, band in enumerate(bands) if any(p.column == 0 for p in band)}
    return all(any(rows[i] not in named for i in range(a, b)) for a, b in blocks if b - a > 2)
