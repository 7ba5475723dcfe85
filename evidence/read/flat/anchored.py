"""Rows of values without white space between their columns, put apart by the rows that have a value in each.

                   Model 1                     Model 2
    Variables      B   SE  β   t   p           B   SE  β   t   p
    Age          −0.01 0.01 −0.10 −1.61 0.109 −0.01 0.01 −0.09 −1.52 0.130
    Salt                                       0.36 0.06 0.33 6.30 <0.001

A value of a row with fewer stands where the full rows have theirs, in order.
"""

import re
from collections.abc import Sequence

from evidence.read.compose import RawCell
from evidence.settled import settled

__all__ = ["anchored"]

_VALUE = re.compile(r"[(\[]?[-−–<>≤]?\s?\d*\.\d+[)\]*†a-c]*(?!\S)")
_CHUNK = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(r"\S+")
_FEWEST, _FULL = 4, 2  # columns, and rows that have a value in each
_MOST = 24  # columns
_STUB_WORDS = 2
_OFF = 3.5  # characters: how far values may be from those of the full rows on average


@settled
class _Row:
    label: str
    values: tuple[str, ...]
    middles: tuple[float, ...]


def anchored(lines: Sequence[str]) -> list[list[RawCell]]:
    """The rows of the table; nothing where the rows do not tell whose their values are."""
    rows = [_row(line) for line in lines]
    count = max((len(row.values) for row in rows if row), default=0)
    full = [row for row in rows if row and len(row.values) == count]
    first = next((i for i, row in enumerate(rows) if row and row.values), 0)
    heads = next((i for i in range(first - 1, -1, -1) if len(_heads(lines[i], count)) == count), None)
    if not _FEWEST <= count <= _MOST or len(full) < _FULL or heads is None or len(full) == sum(map(bool, rows)):
        return []
    anchors = [sum(row.middles[i] for row in full) / len(full) for i in range(count)]
    names = _heads(lines[heads], count)
    period = next(p for p in range(1, count + 1) if count % p == 0 and names == names[:p] * (count // p))
    last = max(i for i, row in enumerate(rows) if row and len(row.values) % period == 0)
    middles = _middles(lines[:heads], anchors, period)
    stub, above = _stub(lines[:heads])
    made = [
        *(_over(line, count // period, period) for line in above),
        [RawCell(t, header=True) for t in (stub, *names)],
    ]
    for i, (line, row) in enumerate(zip(lines[heads + 1 :], rows[heads + 1 :], strict=True), heads + 1):
        if row is None or not row.values:
            made.append([RawCell(line.strip(), colspan=count + 1)])
            continue
        at = None if i > last else _places(row, anchors)
        if at is None and i <= last:
            return []
        texts, at = (row.values, at) if at is not None else _of_models(row, middles, period)
        cells = [RawCell("") for _ in range(count)]
        for text, j in zip(texts, at, strict=True):
            cells[j] = RawCell(text)
        made.append([RawCell(row.label), *cells])
    return made


def _stub(above: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The heading of the labels, set on a line of its own over the other headings; and the lines without it."""
    alone = above[-1].strip() if above and len(above[-1].split()) <= _STUB_WORDS and above[-1][:1].strip() else ""
    return (alone, above[:-1]) if alone else ("", above)


def _row(line: str) -> _Row | None:
    """The label of a row, and its values with their middles; None for a line with other words among them."""
    values = list(_VALUE.finditer(line))
    if not values:
        return None
    label = line[: values[0].start()].strip()
    rest = _VALUE.sub("", line[values[0].start() :])
    if rest.strip():
        return None
    return _Row(label, tuple(m[0].strip() for m in values), tuple((m.start() + m.end()) / 2 for m in values))


def _heads(line: str, count: int) -> list[str]:
    """The headings of a line, one word each, without that of the labels."""
    words = _WORD.findall(line)
    return words[len(words) - count :] if count and len(words) in (count, count + 1) else []


def _places(row: _Row, anchors: Sequence[float]) -> Sequence[int] | None:
    """Under which columns the values of a row stand."""
    if len(row.values) == len(anchors):
        return range(len(anchors))
    near = _nearest(row.middles, anchors)
    return near if near and _off(row.middles, anchors, near) <= _OFF else None


def _of_models(row: _Row, middles: Sequence[float], period: int) -> tuple[list[str], list[int]]:
    """What is told of each model in the first of its columns: `R2 | 0.07 | 0.21`."""
    if len(middles) == 1:
        return list(row.values), list(range(len(row.values)))
    texts: dict[int, list[str]] = {}
    for value, middle in zip(row.values, row.middles, strict=True):
        nearest = min(range(len(middles)), key=lambda g: abs(middles[g] - middle))
        texts.setdefault(nearest * period, []).append(value)
    return [" ".join(values) for values in texts.values()], list(texts)


def _middles(above: Sequence[str], anchors: Sequence[float], period: int) -> list[float]:
    """Where the columns of each model have their middle: as their headings stand, else as the columns do."""
    groups = len(anchors) // period
    for line in above:
        chunks = list(_CHUNK.finditer(line))
        if groups > 1 and len(chunks) in (groups, groups + 1):
            return [(m.start() + m.end()) / 2 for m in chunks[-groups:]]
    return [sum(anchors[g * period : (g + 1) * period]) / period for g in range(groups)]


def _nearest(middles: Sequence[float], anchors: Sequence[float]) -> list[int]:
    """The columns in order that lie nearest to as many values."""
    best: dict[int, tuple[float, list[int]]] = {-1: (0.0, [])}
    for middle in middles:
        after: dict[int, tuple[float, list[int]]] = {}
        for last, (cost, way) in best.items():
            for j in range(last + 1, len(anchors)):
                total = cost + abs(anchors[j] - middle)
                if j not in after or total < after[j][0]:
                    after[j] = (total, [*way, j])
        best = after
    return min(best.values(), default=(0.0, []))[1]


def _off(middles: Sequence[float], anchors: Sequence[float], at: Sequence[int]) -> float:
    """How far values are from their columns on average."""
    return sum(abs(m - anchors[j]) for m, j in zip(middles, at, strict=True)) / len(middles) if at else float("inf")


def _over(line: str, groups: int, period: int) -> list[RawCell]:
    """Headings over the columns of each group, or one over all."""
    chunks = [m[0] for m in _CHUNK.finditer(line)]
    if groups < 2 or len(chunks) not in (groups, groups + 1):
        return [RawCell(line.strip(), header=True, colspan=groups * period + 1)]
    stub = chunks[0] if len(chunks) > groups else ""
    return [RawCell(stub, header=True), *(RawCell(chunk, header=True, colspan=period) for chunk in chunks[-groups:])]
