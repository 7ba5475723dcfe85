"""Names of groups of rows set over several lines: a name belongs to all rows of its group, not each line to one."""

from collections.abc import Sequence
from itertools import pairwise

from evidence.read.pages.blocks import Block, tiles
from evidence.read.pages.wrapping import Piece

__all__ = ["labels_of"]

_CLOSER = 0.1  # of the type's height: how much closer the lines of a name stand than rows do
_BESIDE = 0.3  # of the type's height: how far the first line of a name may be from its row's
_FEWEST = 3


def labels_of(bands: Sequence[Sequence[Piece]], width: int) -> tuple[list[int], dict[int, list[Block]]] | None:
    """The lines that are rows, and the rows of each name in the first column.

    Said only where a name of several lines stands beside several rows that have a name of their own in the second
    column; names begin beside the first of their rows, or stand in the middle of them.
    """
    rows = [i for i, band in enumerate(bands) if any(p.number for p in band)]
    if width < 3 or len(rows) < _FEWEST or any(p.column for i, band in enumerate(bands) if i not in rows for p in band):
        return None
    second = [next((p for p in bands[i] if p.column == 1), None) for i in rows]
    if any(p is None or p.number for p in second):
        return None
    heights = [(p.chunk.top, p.chunk.bottom) for p in second if p]
    height = heights[0][1] - heights[0][0]
    names = _names([p for band in bands for p in band if p.column == 0], heights, height)
    if len(names) < 2 or not any(len(name) > 1 for name in names):
        return None
    blocks = _from_the_top(names, heights, height) or tiles(
        [(a + b) / 2 for a, b in heights], [(n[0].chunk.top + n[-1].chunk.bottom) / 2 for n in names], height
    )
    if not blocks or not any(b - a > 1 and len(n) > 1 for (a, b), n in zip(blocks, names, strict=True)):
        return None
    at = {id(p): i for i, band in enumerate(bands) for p in band}
    inside = all(rows[a] <= at[id(p)] <= rows[b - 1] for (a, b), name in zip(blocks, names, strict=True) for p in name)
    return (rows, {0: blocks}) if inside else None


def _names(pieces: list[Piece], rows: list[tuple[float, float]], height: float) -> list[list[Piece]]:
    """The pieces of each name: those closer to one another than any two rows."""
    least = min(b[0] - a[1] for a, b in pairwise(rows))
    ordered = sorted(pieces, key=lambda p: p.chunk.top)
    names = [[p] for p in ordered[:1]]
    for above, piece in pairwise(ordered):
        if piece.chunk.top - above.chunk.bottom < least - _CLOSER * height:
            names[-1].append(piece)
        else:
            names.append([piece])
    return names


def _from_the_top(names: list[list[Piece]], rows: list[tuple[float, float]], height: float) -> list[Block] | None:
    starts = []
    for name in names:
        beside = [i for i, (top, _) in enumerate(rows) if abs(top - name[0].chunk.top) < _BESIDE * height]
        if not beside:
            return None
        starts.append(beside[0])
    if starts[0] != 0:
        return None
    return list(pairwise([*starts, len(rows)]))
