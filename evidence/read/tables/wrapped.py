"""Items whose wording takes several lines, with values and names set at half the height of what they belong to.

It is told by counting: a column of values belongs to the items where it has as many values as there are codes.
"""

import re
from dataclasses import replace

from evidence.read.model import Cell
from evidence.read.tables.cells import content
from evidence.read.tables.lines import Line, shown

__all__ = ["whole_items"]

_CODE = re.compile(r"(?:^|(?<=\s))[A-Z]{1,6}[_.-]?\d{1,2}\s?[.:)]\s(?=\S)")
_FEWEST = 4  # items that make it a table of them
_FARTHEST = 3  # columns before the items
Start = tuple[int, int, int]  # row, where the code begins in its cell, where the next one does


def whole_items(lines: list[Line]) -> list[Line]:
    """One row to each item, with its values, the pieces of its construct's name, and what stands beside these."""
    at = _item_column(lines)
    if at is None:
        return lines
    lines = [_in_its_column(line, at) for line in _headed(lines, at)]
    starts = _starts(lines, at)
    first = next((i for i, line in enumerate(lines) if _numbers(line, at)), len(lines))
    top = min(first, starts[0][0])
    body = range(top, len(lines))
    if not top > 0 or at == 0:
        return lines  # without a header, or with the names of constructs among the items
    valued = [column for column in range(at + 1, len(lines[0])) if len(_values(lines, body, column)) == len(starts)]
    if all(_values(lines, body, column) == [r for r, *_ in starts] for column in valued):
        return lines  # there is none, or nothing is torn
    rows = [[Cell()] * len(lines[0]) for _ in starts]
    for k, (r, begin, end) in enumerate(starts):
        rows[k][at] = lines[r][at].stretch(begin, end)
    for column in valued:
        for k, r in enumerate(_values(lines, body, column)):
            rows[k][column] = lines[r][column]
    for r in body:
        k = max(0, sum(row <= r for row, *_ in starts) - 1)
        for column, cell in enumerate(lines[r]):
            if column != at and column not in valued and cell.origin and shown(cell):
                rows[k][column] = _added(rows[k][column], cell)
    return [*lines[:top], *map(tuple, rows)]


def _in_its_column(line: Line, at: int) -> Line:
    """An item whose wording was so long that it was taken for a heading over all columns."""
    if at == 0 or any(c.origin for c in line[1:]) or not _CODE.match(line[0].text):
        return line
    return (*(Cell() for _ in line[:at]), line[0], *(Cell() for _ in line[at + 1 :]))


_FIRST_VALUE = re.compile(r"(?P<head>[^\W\d].*?)\s+(?P<value>[-−–]?\d?\.\d+\**)")


def _headed(lines: list[Line], at: int) -> list[Line]:
    """The header without the first item, which ran into it: `Item CS1. We help each other | Loading 0.76`."""
    code = next((m for m in _CODE.finditer(lines[0][at].text) if m.start() > 0), None) if lines else None
    if code is None:
        return lines
    head, first = list(lines[0]), [Cell()] * len(lines[0])
    text = lines[0][at].text
    head[at], first[at] = lines[0][at].stretch(0, code.start()), lines[0][at].stretch(code.start(), len(text))
    for column, cell in enumerate(lines[0]):
        if column != at and (told := _FIRST_VALUE.fullmatch(cell.text)):
            head[column], first[column] = cell.stretch(*told.span("head")), cell.stretch(*told.span("value"))
    return [tuple(head), tuple(first), *lines[1:]]


def _item_column(lines: list[Line]) -> int | None:
    """The column whose cells begin with codes and go on in words."""
    counts = {
        column: sum(bool(_CODE.match(line[column].text)) for line in lines)
        for column in range(min(_FARTHEST, len(lines[0]) if lines else 0))
    }
    best = max(counts, key=lambda column: counts[column], default=None)
    return best if best is not None and counts[best] >= _FEWEST else None


def _starts(lines: list[Line], at: int) -> list[Start]:
    found: list[Start] = []
    for r, line in enumerate(lines):
        begins = [m.start() for m in _CODE.finditer(line[at].text)] if line[at].origin else []
        found += [(r, a, b) for a, b in zip(begins, [*begins[1:], len(line[at].text)], strict=True)] if begins else []
    return found


def _numbers(line: Line, at: int) -> bool:
    return any(content(c.text).numeric for c in line[at + 1 :] if c.origin)


def _values(lines: list[Line], body: range, column: int) -> list[int]:
    """The rows that have one number in a column."""
    return [r for r in body if lines[r][column].origin and len(content(lines[r][column].text).numbers) == 1]


def _added(before: Cell, cell: Cell) -> Cell:
    """A further piece of a name; of two numbers the first stands."""
    if not shown(before):
        return cell
    return before if content(cell.text).numeric else replace(before, text=f"{before.text} {cell.text}", span=None)
