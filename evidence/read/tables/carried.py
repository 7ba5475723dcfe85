"""A table cut in two where the page ended: the rows under `Table 1 (continued)` are rows of the table above."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from evidence.read.model import Cell, Grid
from evidence.read.tables.glyphs import plain
from evidence.read.tables.lines import is_data, shown

__all__ = ["CONTINUED", "joined"]

CONTINUED = re.compile(r"\bcont(?:inued|\.|['’]?d\b|\b)|续", re.IGNORECASE)


def joined(grids: Iterable[Grid]) -> Iterator[Grid]:
    """The tables, each part that says it goes on and is as wide joined to what it goes on from."""
    last: Grid | None = None
    for grid in grids:
        rest = _rest(last, grid) if last else None
        if last and rest:
            span = (last.span[0], grid.span[1]) if last.span and grid.span else last.span
            notes = " ".join(filter(None, (last.notes, grid.notes)))
            last = replace(
                last, rows=(*last.rows, *rest), notes=notes, notes_span=last.notes_span or grid.notes_span, span=span
            )
            continue
        if last:
            yield last
        last = grid
    if last:
        yield last


def _rest(above: Grid, grid: Grid) -> tuple[tuple[Cell, ...], ...] | None:
    """The rows that go on with a table; nothing where they are a table of their own."""
    if not plain(above.label) or plain(above.label) != plain(grid.label) or not CONTINUED.search(grid.caption):
        return None
    if above.page != grid.page or not above.rows or not grid.rows or len(above.rows[0]) != len(grid.rows[0]):
        return None
    again = 0
    for one, other in zip(above.rows, grid.rows, strict=False):
        if list(map(shown, one)) != list(map(shown, other)) or is_data(one):
            break
        again += 1
    rest = grid.rows[again:]
    if not rest or not (again or is_data(rest[0])):
        return None
    return tuple(tuple(replace(c, header=False) for c in row) for row in rest)
