"""Headings that a converter tore into words: `Study | 1 | | Study | 2 |` over `b | SE | p` twice."""

from collections.abc import Iterator
from dataclasses import replace

from evidence.read.model import Cell
from evidence.read.tables.header import statistic
from evidence.read.tables.lines import Line, is_data, shown

__all__ = ["whole_heads"]

_MOST_WORDS = 6


def whole_heads(lines: list[Line]) -> list[Line]:
    """The table with each torn heading over all the columns it belongs to; as it is where no heading is torn."""
    head = next((i for i, line in enumerate(lines) if is_data(line)), 0)
    if head < 2 or any(not c.origin for line in lines[head - 2 : head] for c in line):
        return lines  # the spans are known
    above = lines[head - 2]
    for blocks in _repeated(lines[head - 1]):
        named = [" ".join(shown(above[i]) for i in block if shown(above[i])) for block in blocks]
        if all(named):
            break  # the narrowest blocks that have a heading each
    else:
        return lines
    torn = any(sum(bool(shown(above[i])) for i in block) > 1 for block in blocks)
    if not torn or len(set(named)) < len(named) or any(len(n.split()) > _MOST_WORDS for n in named):
        return lines
    cells = list(above)
    for block, name in zip(blocks, named, strict=True):
        for i in block:
            cells[i] = replace(above[block[0]], text=name, span=None, origin=i == block[0])
    return [*lines[: head - 2], tuple(cells), *lines[head - 1 :]]


def _repeated(line: Line) -> Iterator[list[range]]:
    """Columns in which the same statistics come again, the narrowest stretches first; blank ones go to the left."""
    held = [(i, _name(c)) for i, c in enumerate(line) if shown(c)]
    names = [name for _, name in held]
    for first in range(min(3, len(held))):
        rest = names[first:]
        for count in range(len(rest) // 2, 1, -1):
            width = len(rest) // count
            if width * count != len(rest) or rest != rest[:width] * count or not all(map(statistic, rest[:width])):
                continue
            starts = [held[first + k * width][0] for k in range(count)]
            ends = [*starts[1:], held[-1][0] + 1]
            yield [range(a, b) for a, b in zip(starts, ends, strict=True)]


def _name(cell: Cell) -> str:
    return shown(cell).lower()
