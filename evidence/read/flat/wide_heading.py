"""One heading over all columns of values (`Loadings` over four factors), which a conversion put over one of them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from evidence.read.compose import RawCell

__all__ = ["widened"]

Rows = list[list[RawCell]]
_DECIMAL = re.compile(r"\(?[-−–<>]?\d*[.,]\d+\)?\*{0,3}")
_FEWEST = 3  # columns of values


def widened(rows: Sequence[Sequence[RawCell]]) -> Rows:
    """The rows, the only heading of several columns of values reaching over all of them."""
    out = [list(row) for row in rows]
    width = max((sum(c.colspan for c in row) for row in out), default=0)
    first = next((i for i, row in enumerate(out) if any(_DECIMAL.fullmatch(c.text) for c in row)), 0)
    heads = [_places(row) for row in out[:first]]
    if not first or any(c.colspan > 1 for row in out[first:] for c in row):
        return out
    valued = sorted({c for row in out[first:] for c, cell in enumerate(row) if _DECIMAL.fullmatch(cell.text)})
    named = [(i, c, cell) for i, row in enumerate(heads) for c, cell in row if c and cell.text]
    whole = valued == list(range(valued[0], valued[-1] + 1)) and valued[0] > 0
    if len(valued) < _FEWEST or len(named) != 1 or named[0][1] not in valued or not whole:
        return out
    line, _, cell = named[0]
    before = [c for at, c in heads[line] if at < valued[0]]
    behind = [RawCell("", header=cell.header)] * (width - valued[-1] - 1)
    out[line] = [*before, replace(cell, colspan=len(valued)), *behind]
    return out


def _places(row: Sequence[RawCell]) -> list[tuple[int, RawCell]]:
    """Each cell and the column it begins in."""
    at, found = 0, []
    for cell in row:
        found.append((at, cell))
        at += cell.colspan
    return found
