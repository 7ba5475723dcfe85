"""Headings over several columns of values, which a conversion put over one: `Loadings`, or `Step 1` and `Step 2`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from evidence.read.compose import RawCell

__all__ = ["widened"]

Rows = list[list[RawCell]]
_DECIMAL = re.compile(r"\(?[-−–<>]?\d*[.,]\d+\)?\*{0,3}(?:\s*\([^()]*\d\))?\*{0,3}")
_NUMBERED = re.compile(r"(?:model|step|equation|m)\s*\(?\d{1,2}\)?[a-z]?", re.IGNORECASE)
_FEWEST = 3  # columns of values


def widened(rows: Sequence[Sequence[RawCell]]) -> Rows:
    """The rows with such headings over all of their columns."""
    out = [list(row) for row in rows]
    width = max((sum(c.colspan for c in row) for row in out), default=0)
    first = next((i for i, row in enumerate(out) if any(_DECIMAL.fullmatch(c.text) for c in row)), 0)
    heads = [_places(row) for row in out[:first]]
    if not first or any(c.colspan > 1 for row in out[first:] for c in row):
        return out
    valued = sorted({c for row in out[first:] for c, cell in enumerate(row) if _DECIMAL.fullmatch(cell.text)})
    named = [(i, c, cell) for i, row in enumerate(heads) for c, cell in row if c and cell.text]
    whole = valued == list(range(valued[0], valued[-1] + 1)) and valued[0] > 0
    if rounds := _over_rounds(out[:first], valued):
        return [*rounds, *out[first:]]
    if len(valued) < _FEWEST or len(named) != 1 or named[0][1] not in valued or not whole:
        return out
    line, _, cell = named[0]
    before = [c for at, c in heads[line] if at < valued[0]]
    behind = [RawCell("", header=cell.header)] * (width - valued[-1] - 1)
    out[line] = [*before, replace(cell, colspan=len(valued)), *behind]
    return out


def _over_rounds(heads: Rows, valued: Sequence[int]) -> Rows:
    """The lines of headings, those of a line over as many rounds of those below it: `B t B t` under two steps."""
    if len(heads) < 2 or not valued or valued != list(range(valued[0], valued[-1] + 1)):
        return []
    under = {c: cell.text for c, cell in _places(heads[-1])}
    over = [(c, cell) for c, cell in _places(heads[-2]) if cell.text]
    each, left = divmod(len(valued), len(over)) if over else (0, 0)
    names = [under.get(c, "") for c in valued]
    starts = valued[::each] if each else []
    numbered = all(map(_NUMBERED.fullmatch, names)) and len(set(names)) == len(names)  # `Model 1` to `Model 6`
    again = names == names[:each] * len(over) and len(set(names[:each])) == each
    if left or each < 2 or len(over) < 2 or not all(names) or not (again or numbered):
        return []
    if not all(a <= c < a + each for a, (c, _) in zip(starts, over, strict=True)):
        return []
    before = [cell for c, cell in _places(heads[-2]) if c < valued[0]]
    wide = [replace(cell, colspan=each) for _, cell in over]
    behind = [cell for c, cell in _places(heads[-2]) if c > valued[-1]]
    return [*heads[:-2], [*before, *wide, *behind], heads[-1]]


def _places(row: Sequence[RawCell]) -> list[tuple[int, RawCell]]:
    """Each cell and the column it begins in."""
    at, found = 0, []
    for cell in row:
        found.append((at, cell))
        at += cell.colspan
    return found
