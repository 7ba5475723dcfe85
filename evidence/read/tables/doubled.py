"""Rows of two items that a page set into one: `SM1. It is warm SM2. It is light` beside `.78 .81`, each a row again."""

import re
from itertools import pairwise

from evidence.read.model import Cell
from evidence.read.tables.cells import content
from evidence.read.tables.lines import Line

__all__ = ["single"]

_ITEM = re.compile(r"(?:^|(?<=\s))(?P<letters>[A-Z]{1,6})[_.-]?(?P<number>\d{1,2})\s?[.:)]\s(?=\S)")


def single(lines: list[Line]) -> list[Line]:
    """One row to each item; what a row has once stays in the first of them."""
    if not any(_ITEM.match(cell.text) for line in lines for cell in line):
        return lines
    return [row for line in lines for row in _apart(line)]


def _apart(line: Line) -> list[Line]:
    found = ((at, starts) for at, cell in enumerate(line) if len(starts := _starts(cell.text)) > 1)
    at, starts = next(found, (0, []))
    if not starts:
        return [line]
    cuts = {at: starts}
    for i, cell in enumerate(line):
        numbers = content(cell.text).numbers if i != at and cell.origin else ()
        if len(numbers) == len(starts) and not any(n.bracket or n.name for n in numbers):
            cuts[i] = [n.at[0] for n in numbers]
    if len(cuts) < 2:
        return [line]
    pieces = {i: [line[i].stretch(a, b) for a, b in pairwise([*own, len(line[i].text)])] for i, own in cuts.items()}
    return [
        tuple(pieces[i][k] if i in pieces else cell if k == 0 else Cell() for i, cell in enumerate(line))
        for k in range(len(starts))
    ]


def _starts(text: str) -> list[int]:
    """Where the items of one series begin in a cell that begins with the first of them."""
    if not _ITEM.match(text):
        return []
    found = list(_ITEM.finditer(text))
    numbers = [int(m["number"]) for m in found]
    series = len({m["letters"] for m in found}) == 1 and all(b == a + 1 for a, b in pairwise(numbers))
    return [m.start() for m in found] if series else []
