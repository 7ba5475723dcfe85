"""Cells that hold the numbers of several columns, each number set into its own column again."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from evidence.read.model import Cell
from evidence.read.tables.cells import Number, content
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.lines import ends_in_numbers

__all__ = ["alone", "spread"]


def spread(row: Row, columns: Sequence[Column]) -> Row:
    """Numbers of neighbouring columns that were set into one cell, each in its own column again."""
    cells = list(row.cells)
    for at in range(len(cells) - 1):
        numbers = content(cells[at].text).numbers if cells[at].origin else ()
        text = columns[at].kind == "text"
        want = len(numbers) if text else len(numbers) - 1
        if want < 1 or any(n.bracket or n.mark or n.name for n in numbers) or len(columns[at].statistics) > 1:
            continue
        if text and not (all(n.decimals for n in numbers) and ends_in_numbers(cells[at].text, numbers)):
            continue
        if not text and content(cells[at].text).words:
            continue
        if text and _too_far_left(cells, columns, at, want):
            cells[at + 1 :] = [*(Cell() for _ in range(want)), *cells[at + 1 : -want]]
        beside = range(at + 1, min(at + 1 + want, len(cells)))
        if len(beside) < want or not all(_awaits(cells[i], columns[i]) for i in beside):
            continue
        ends = [n.at[0] for n in numbers[-want:]] + [len(cells[at].text)]
        for i, (a, b) in zip(beside, pairwise(ends), strict=True):
            cells[i] = cells[at].stretch(a, b)
        cells[at] = cells[at].stretch(0, ends[0])
    return row if cells == list(row.cells) else replace(row, cells=tuple(cells))


def _awaits(cell: Cell, column: Column) -> bool:
    """An empty cell where a statistic is announced."""
    return cell.text == "" and column.kind == "number" and bool(column.statistics)


def _too_far_left(cells: Sequence[Cell], columns: Sequence[Column], at: int, want: int) -> bool:
    """A row whose first numbers were taken into its label, and whose last columns are empty for it."""
    rest = range(at + 1, len(cells))
    empty = want < len(rest) and all(c.text == "" for c in cells[-want:])
    return empty and bool(cells[at + 1].text) and all(columns[i].kind == "number" for i in rest)


def alone(cell: Cell, numbers: Sequence[Number]) -> list[Cell]:
    """Each number of a cell as a cell of its own."""
    return [cell.stretch(*number.at) for number in numbers]
