"""Which pieces of type make one row of a table, where cells run over several lines.

Lines of one cell stand closer than rows do; cells of one row stand beside each other. Where the spacing does not
tell them apart, or would put two numbers of a column into one row, nothing is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from evidence.read.pages.lines import Line
from evidence.read.pages.strips import is_value
from evidence.settled import settled

__all__ = ["Piece", "wrapped_rows"]

_SLACK = 0.12  # of the type's height: how far gaps between lines of one cell may differ
_BESIDE = 0.25  # of the lower cell: how far cells of one row overlap at least


@settled
class Piece:
    """Words of one cell on one line, the column they stand in, and the line they were part of."""

    chunk: Line
    column: int
    line: Line
    number: bool
    last: int = -1  # the last column it reaches over

    @property
    def valued(self) -> bool:
        """Whether it is a number, or begins with one: `0.29 (6.77)**`."""
        return self.number or is_value(self.chunk.words[0].text)


@dataclass
class _Cell:
    pieces: list[Piece]

    @property
    def top(self) -> float:
        return self.pieces[0].chunk.top

    @property
    def bottom(self) -> float:
        return self.pieces[-1].chunk.bottom


def wrapped_rows(pieces: Sequence[Piece]) -> list[list[Piece]] | None:
    """The rows, top to bottom; None where white space does not tell."""
    by_column: dict[int, list[Piece]] = {}
    for piece in sorted(pieces, key=lambda p: p.chunk.top):
        by_column.setdefault(piece.column, []).append(piece)
    height = sorted(p.chunk.height for p in pieces)[len(pieces) // 2]
    close = _closest(by_column, height)
    if close is None:
        return None
    cells = [cell for column in by_column.values() for cell in _cells(column, close)]
    rows: list[list[_Cell]] = []
    for cell in sorted(cells, key=lambda c: (c.top, c.bottom)):
        row = next((r for r in rows if any(_beside(cell, other) for other in r)), None)
        if row is None:
            rows.append([cell])
        else:
            row.append(cell)
    if any(_twice(row) for row in rows) or _headed(rows):
        return None
    rows.sort(key=lambda r: min(c.top for c in r))
    return [[p for cell in row for p in cell.pieces] for row in rows]


def _closest(by_column: dict[int, list[Piece]], height: float) -> float | None:
    """The widest gap between two lines of one cell; None where no cell runs over lines."""
    between = [
        b.chunk.top - a.chunk.bottom
        for column in by_column.values()
        for a, b in pairwise(column)
        if a.valued and b.valued
    ]
    words = [
        b.chunk.top - a.chunk.bottom
        for column in by_column.values()
        for a, b in pairwise(column)
        if not a.valued and not b.valued
    ]
    if len(between) < 2 or not words:
        return None
    least = min((gap for gap in words if gap > -0.3 * height), default=max(words))
    if least > min(between) - _SLACK * height:
        return None
    return min(least + _SLACK * height, min(between) - 0.5 * _SLACK * height)


def _cells(column: list[Piece], close: float) -> list[_Cell]:
    cells: list[_Cell] = []
    for piece in column:
        last = cells[-1].pieces[-1] if cells else None
        if last and piece.chunk.top - last.chunk.bottom <= close and not (piece.valued and last.valued):
            cells[-1].pieces.append(piece)
        else:
            cells.append(_Cell([piece]))
    return cells


def _beside(a: _Cell, b: _Cell) -> bool:
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    return overlap > _BESIDE * min(a.bottom - a.top, b.bottom - b.top)


def _twice(row: list[_Cell]) -> bool:
    """Two cells of numbers in one column: these are rows of their own."""
    columns = [c.pieces[0].column for c in row if any(p.number for p in c.pieces)]
    return len(columns) != len(set(columns))


def _headed(rows: list[list[_Cell]]) -> bool:
    """Numbers that all stand beside the last line of their labels: the lines above are headings of rows."""
    tall = last = 0
    for row in rows:
        numbers = [p for cell in row for p in cell.pieces if p.number]
        label = min(row, key=lambda cell: cell.pieces[0].column)
        if numbers and len(label.pieces) > 1 and not any(p.number for p in label.pieces):
            tall += 1
            last += all(p.line is label.pieces[-1].line for p in numbers)
    return tall >= 2 and last >= 0.7 * tall
