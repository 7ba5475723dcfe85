"""A flattened table laid out again, by the reading that gives every row the cells its header announces."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evidence.read.compose import RawCell
from evidence.read.flat.columns import by_columns
from evidence.read.flat.packed import packed
from evidence.read.flat.region import Region, region_at
from evidence.read.flat.rows import by_rows
from evidence.read.flat.running import by_cells

__all__ = ["Flat", "flat_at"]

Place = tuple[str, int]
Span = tuple[int, int]
Rows = list[list[RawCell]]


@dataclass(frozen=True)
class Flat:
    """A flattened table: its rows, its caption, and the number of the line after it."""

    rows: Rows
    caption: Span
    span: Span
    stop: int


def flat_at(lines: Sequence[Place], start: int, pages: frozenset[int], aligned: Callable[[int], bool]) -> Flat | None:
    """The flattened table whose caption begins at a line, if one does."""
    region = region_at(lines, start, pages, aligned)
    if region is None:
        return None
    rows = _laid_out(lines, region)
    places = [c.span for row in rows for c in row if c.span and c.span[0] >= region.caption[1]]
    if not places:
        return None
    end = max(b for _, b in places)
    stop = next((i for i in range(start, region.stop) if lines[i][1] >= end), region.stop)
    title = min((c.span[0] for row in rows for c in row if c.span), default=region.caption[1])
    caption = (region.caption[0], min(region.caption[1], title) if title > region.caption[0] else region.caption[1])
    return Flat(rows, caption, (min(a for a, _ in places), end), stop)


def _laid_out(lines: Sequence[Place], region: Region) -> Rows:
    numbers = [i for block in region.blocks for i in block]
    cut = {i: packed(lines[i]) for i in numbers}
    full = sum(bool(p.values) and p.cells > 1 for p in cut.values())
    alone = sum(bool(p.values) and p.cells == 1 for p in cut.values())
    rows = by_rows(lines, region, cut) if full >= 2 and full >= alone else []
    if rows or alone < 3:
        return rows
    return by_columns(lines, region) or by_cells(lines, region)
