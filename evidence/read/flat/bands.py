"""Lines that belong to one row: labels and verdicts that go on above and below the line of the values.

    Perceived                            Trust       0.41  Not
    usefulness   0.41  Not               in the            supported
    of the site        supported         site

A row's values stand on its first line, on its last, or in its middle: in one table always the same. What a line begins
with (small letters go on, a code begins) tells which; where two readings are as good, none is taken.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from evidence.settled import settled

__all__ = ["Line", "banded"]

_OPEN = re.compile(
    r"(?:[-=]+>|→|<-+|[,&(/×*+–-]|\b(?:and|of|to|on|with|for|the|in|by|or|a|from|via|through|towards?|not))$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:H|Н)\s?\d{1,2}|[A-Z]{1,5}[_.\-]?\d{1,2}\b|\d{1,2}[.)]\s|\(\d{1,2}\)")
_CODE = re.compile(r"[A-Za-z]{1,8}[_.\-]?\d{1,2}[a-z]?")
_FEWEST = 3  # rows
_MOST = 300  # lines of a table
_MOST_LINES = 9  # of one row above or below its values
_SMALL, _LEFT, _SPLIT, _NAMELESS, _OVER = 3.0, 1.2, 2.0, 3.0, 0.8  # what speaks against a reading
_CODED = 1.0  # a code of an item alone, which heads no rows
_MARGIN = 0.7


@settled
class Line:
    """A line of cells: a row of values, a part of a row, or a heading that reaches over the columns of values."""

    kind: str  # `row`, `part`, `over`
    texts: tuple[str, ...]  # of the columns of words


@dataclass
class _Way:
    cost: float
    cuts: tuple[tuple[int, int], ...] = field(default=())  # of each row: lines above and below that are its own


Said = Callable[[str], bool]
_Shape = Callable[[int, int], bool]
_SHAPES: dict[str, _Shape] = {
    "top": lambda above, _: above == 0,
    "middle": lambda above, below: below - above in (0, 1),
    "centre": lambda above, below: below == above,
    "foot": lambda _, below: below == 0,
}


def banded(lines: Sequence[Line], heads: int, said: Said = lambda _: False) -> list[list[int]] | None:
    """The lines of each row, headings over columns alone; the first `heads` lines may be none of the rows.

    `said` tells whether the document says words in that order elsewhere, as it does with the name of a construct.
    """
    rows = [i for i, line in enumerate(lines) if line.kind == "row"]
    if len(rows) < _FEWEST or len(lines) > _MOST:
        return None
    costs = _Costs(lines, said)
    ways = {name: found for name, shape in _SHAPES.items() if (found := _ways(lines, rows, heads, shape, costs))}
    ranked = sorted((way.cost, name, i) for name, found in ways.items() for i, way in enumerate(found[:2]))
    if not ranked:
        return None
    best = ways[ranked[0][1]][ranked[0][2]]
    others = [ways[name][i] for _, name, i in ranked[1:] if ways[name][i].cuts != best.cuts]
    if best.cost > 1.2 * len(rows) or any(other.cost < best.cost + _MARGIN for other in others):
        return None
    groups = {row: list(range(row - a, row + b + 1)) for row, (a, b) in zip(rows, best.cuts, strict=True)}
    owned = {i for group in groups.values() for i in group}
    out = [groups.get(i, [i]) for i in range(len(lines)) if i in groups or i not in owned]
    return sorted(out)


class _Costs:
    """What speaks against lines as one row, reckoned once for all shapes."""

    def __init__(self, lines: Sequence[Line], said: Said) -> None:
        self._lines, self._said = lines, said
        self._found: dict[tuple[int, int], float] = {}

    def of(self, first: int, last: int) -> float:
        """Of the lines from one to another."""
        if (first, last) not in self._found:
            self._found[first, last] = _cost(self._lines, first, last, self._said)
        return self._found[first, last]


def _ways(lines: Sequence[Line], rows: Sequence[int], heads: int, shape: _Shape, costs: _Costs) -> list[_Way]:
    """The two best readings of one shape."""
    states: dict[int, list[_Way]] = {}
    top = _parts_above(lines, rows[0])
    for above in range(min(top, _MOST_LINES) + 1):
        left = rows[0] - above - min(heads, rows[0])
        coded = sum(_is_code(line) for line in lines[: rows[0] - above])
        states[above] = [_Way(_LEFT * max(0, left) + _CODED * coded + _OVER * above)]
    for row, after in pairwise([*rows, len(lines)]):
        gap = after - row - 1
        below_most = min(_parts_below(lines, row), _MOST_LINES)
        above_most = min(_parts_above(lines, after), _MOST_LINES) if after < len(lines) else 0
        nexts: dict[int, list[_Way]] = {}
        for above, ways in states.items():
            for below in range(below_most + 1):
                if not shape(above, below):
                    continue
                own = costs.of(row - above, row + below)
                for ahead in range(min(above_most, gap - below) + 1):
                    over = [lines[i] for i in range(row + below + 1, after - ahead) if lines[i].kind == "part"]
                    cost = own + _LEFT * len(over) + _CODED * sum(map(_is_code, over))
                    nexts.setdefault(ahead, []).extend(
                        _Way(way.cost + cost, (*way.cuts, (above, below))) for way in ways
                    )
        states = {ahead: sorted(ways, key=lambda w: w.cost)[:2] for ahead, ways in nexts.items()}
    return sorted(states.get(0, []), key=lambda w: w.cost)[:2]


def _is_code(line: Line) -> bool:
    words = [text for text in line.texts if text]
    return len(words) == 1 and _CODE.fullmatch(words[0]) is not None


def _parts_above(lines: Sequence[Line], row: int) -> int:
    count = 0
    while row - count - 1 >= 0 and lines[row - count - 1].kind == "part":
        count += 1
    return count


def _parts_below(lines: Sequence[Line], row: int) -> int:
    count = 0
    while row + count + 1 < len(lines) and lines[row + count + 1].kind == "part":
        count += 1
    return count


def _cost(lines: Sequence[Line], first: int, last: int, said: Said) -> float:
    """What speaks against these lines as one row: a cell that begins small, one that is complete and goes on."""
    cost = 0.0
    named = False
    for column in zip(*(lines[i].texts for i in range(first, last + 1)), strict=True):
        filled = [(i, text) for i, text in enumerate(column) if text]
        if not filled:
            continue
        named = True
        texts = [text for _, text in filled]
        cost += _SMALL * _goes_on(texts[0]) + _SMALL * (_OPEN.search(texts[-1]) is not None)
        for above, below in pairwise(texts):
            cost += _SPLIT if _BEGINS.match(below) else 0.0
            if not _goes_on(below) and not _OPEN.search(above) and not said(f"{above} {below}"):
                cost += _OVER
        cost += _SPLIT * (len(texts) > 1) * sum(_CODE.fullmatch(text) is not None for text in texts)
        cost += _SPLIT * sum(b - a > 1 for (a, _), (b, _) in pairwise(filled))
    return cost if named else cost + _NAMELESS


def _goes_on(text: str) -> bool:
    begins = text.lstrip("_*\"'“")[:1]
    return begins.islower() or begins in "(-–→"
