"""Rows that moved left because a conversion dropped the cells that reach down into them, set right again.

Construct | Item | Mean | SD            Variable | Girls |    | Boys |
Trust     | T1   | 3.62 | 0.91          Mean     | SD    | Mean | SD   |
T2        | 3.48 | 0.87 |               Trust    | 4.1   | .8   | 4.2  | .9
"""

from collections.abc import Sequence

from evidence.read.model import Cell
from evidence.read.tables.cells import content
from evidence.read.tables.header import FIT, statistic
from evidence.read.tables.lines import Line, filled, is_data, shown
from evidence.read.tables.reach import reaching

__all__ = ["set_right"]

_ESTIMATES = frozenset({"beta", "b", "se", "t", "p", "loading", "mean", "alpha", "ave", "cr"})
_OF_FIT = frozenset({*FIT, "difference"})
_MOST = 3  # cells that reach down into one row


def set_right(lines: list[Line]) -> list[Line]:
    """The rows of a table whose spanning cells were dropped; as they are where these were kept."""
    if len(lines) < 3:
        return lines
    head = next((i for i, line in enumerate(lines) if is_data(line)), len(lines))
    while 1 < head < len(lines) and _begins_triangle(lines[head - 1]):
        head -= 1
    if any(not c.origin for c in lines[head - 1]):
        return lines
    if all(c.origin for line in lines for c in line):  # else the spans are known, but maybe not those that reach down
        lines = _rows(reaching(lines, head), head)
    return _over_values(lines, head) if 0 < head < len(lines) else lines


def _begins_triangle(line: Line) -> bool:
    """A name and the diagonal: `Trust | 1`, `Trust | -`."""
    return bool(shown(line[0])) and _kind(line[0]) == "words" and filled(line) == 2 and _kind(line[1]) != "words"


def _over_values(lines: list[Line], head: int) -> list[Line]:
    """The last line of headings comes over the values, where the words before these lost a heading of their own.

    That is certain where it numbers the columns or names them as the rows are named.
    """
    line = lines[head - 1]
    count = filled(line)
    width = max(filled(row) for row in lines[head - 1 :])
    lack = width - count
    body = lines[head:]
    stub = next((c for c in range(len(line)) if any(_kind(row[c]) == "number" for row in body)), 0)
    names = [shown(c).lower() for c in line[:count]]
    if not 0 < lack <= stub <= _MOST:
        return lines
    labels = {shown(row[c]).lower() for row in body for c in range(stub)} - {""}
    bare = [n.strip("(.)") for n in names]
    first = next((i for i, n in enumerate(bare) if n == "1"), count)  # `M | SD | α | 1 | 2 | 3`
    numbered = count > 2 and bare[first:] == [str(i + 1) for i in range(count - first)] and count - first > 1
    numbered = numbered and (first == 0 or all(statistic(n) in _ESTIMATES | {"sd"} for n in names[:first]))
    if lack == stub and (
        numbered
        or (count > 1 and all(statistic(n) in _ESTIMATES for n in names))
        or (count > 2 and all(statistic(n) in _OF_FIT for n in names))
        or (count > 2 and all(n in labels for n in names))
    ):
        moved = (Cell(),) * lack + line[:count] + line[width:]
    elif (
        lack == stub - 1
        and count > 2
        and names[0] not in labels
        and (all(n in labels for n in names[1:]) or statistic(names[1]) in _ESTIMATES)
    ):
        moved = line[:1] + (Cell(),) * lack + line[1:count] + line[width:]
    else:
        return lines
    return [*lines[: head - 1], moved, *lines[head:]]


def _rows(lines: list[Line], head: int) -> list[Line]:
    """Rows whose numbers stand under words, and do not when they are set right by the cells they lack."""
    body = [i for i in range(head, len(lines)) if is_data(lines[i])]
    if not body:
        return lines
    width = max(filled(lines[i]) for i in body)
    if not any(1 < filled(lines[i]) < width for i in body):
        return lines
    full = [[_kind(c) for c in lines[i]] for i in body if filled(lines[i]) == width]
    kinds = [_one({row[c] for row in full}) for c in range(width)]
    moved: dict[int, Line] = {}
    for i in body:
        line = lines[i]
        count = filled(line)
        if not 1 < count < width or not shown(line[0]) or statistic(shown(line[0])) or _fits(line[:count], kinds):
            continue
        by = next((k for k in range(1, min(_MOST, width - count) + 1) if _fits(line[:count], kinds[k:])), 0)
        if by and all(kind == "words" for kind in kinds[:by]):
            moved[i] = (Cell(),) * by + line[: len(line) - by]
    if len(full) + len(moved) < 3:
        return lines
    return [moved.get(i, line) for i, line in enumerate(lines)]


def _kind(cell: Cell) -> str:
    text = shown(cell)
    said = content(cell.text)
    if not text or said.blank or said.only_stars:
        return ""
    return "number" if said.numeric else "words"


def _one(kinds: set[str]) -> str:
    kinds = kinds - {""}
    return kinds.pop() if len(kinds) == 1 else ""


def _fits(cells: Sequence[Cell], kinds: Sequence[str]) -> bool:
    return all(not (k := _kind(c)) or not kind or k == kind for c, kind in zip(cells, kinds, strict=False))
