"""Several rows that a conversion set into one, each a line of every cell: `Oven<br>Crust | .2<br>.3`."""

from dataclasses import replace

from evidence.read.compose import RawCell
from evidence.read.tables.cells import content

__all__ = ["row_for_each_line"]


def row_for_each_line(row: list[RawCell]) -> list[list[RawCell]]:
    """A row for each line, where the filled cells have as many of them; else the row as it is.

    A cell of one line beside them (the construct of these items, its alpha) stands in the first row.

    >>> cells = [RawCell("Oven → Joy" + chr(10) + "Salt → Joy"), RawCell(".2" + chr(10) + ".3")]
    >>> [[c.text for c in row] for row in row_for_each_line(cells)]
    [['Oven → Joy', '.2'], ['Salt → Joy', '.3']]
    """
    parts = [[t.strip() for t in cell.text.split("\n") if t.strip()] for cell in row]
    counts = {len(p) for p in parts if p}
    several = [p for p in parts if len(p) > 1]
    if len(counts - {1}) == 1 and len(several) > 1:
        counts.discard(1)
    count = counts.pop() if len(counts) == 1 else 1
    numbers = [p for p in several if all(content(t).numeric for t in p)]
    if len(several) < sum(map(bool, parts)) and (len(numbers) == len(several) or not parts[0]):
        return [row]  # no names of its own for each line
    if count < 2 or len(numbers) < 1 or any(len({t[0] in "([" for t in p}) > 1 for p in numbers):
        return [row]  # a coefficient may stand over its t-value: `.37<br>(5.42)`
    if any(content(t).numeric for p in several if p not in numbers for t in p):
        return [row]
    return [
        [replace(c, text=p[i] if i < len(p) else "") for c, p in zip(row, parts, strict=True)] for i in range(count)
    ]
