"""Rows whose values stand in the middle of labels of several lines, where all lines are set equally far apart.

1. Heat of
the oven     3.41 0.80
2. Salt in
the dough    2.87 0.91

White space does not tell which lines are of one label; the height of the values does, which is that of its middle.
"""

from collections.abc import Sequence
from statistics import median

from evidence.read.pages.wrapping import Piece
from evidence.settled import settled

__all__ = ["rows_amid"]

_FEWEST = 2  # pieces of a column that show it to be one of numbers
_MOSTLY = 0.7  # of them
_OFF = 0.3  # of the type's height: how far values may be from the middle of their label
_BESIDE = 0.3  # of the type's height: how far what stands beside values may be from their height
_APART = 0.9  # of the type's height: the widest space between two lines of a label
_LONE = 0.45  # what it costs to take a line for the heading of the rows under it, or a row for one without a label
_CLEAR = 0.8  # of the type's height: how far a heading is from the values above and below it
_SHORT = 0.5  # what it costs to go on though the next word would have fitted on the line before
_SPACE = 0.2  # of the type's height: a word space
_MOST = 8  # lines of a label
_BANDS = 200  # of a table


@settled
class _Line:
    """The pieces of one column on one line, and which row of values they stand beside."""

    pieces: tuple[Piece, ...]
    row: int | None

    @property
    def top(self) -> float:
        return min(p.chunk.top for p in self.pieces)

    @property
    def bottom(self) -> float:
        return max(p.chunk.bottom for p in self.pieces)

    @property
    def wide(self) -> float:
        return max(p.chunk.x1 for p in self.pieces) - min(p.chunk.x0 for p in self.pieces)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


_Way = tuple[float, tuple[tuple[int, int, int | None], ...]]  # its cost; from line, to line, of which row


def rows_amid(bands: Sequence[Sequence[Piece]], head: int, width: int) -> tuple[int, list[list[Piece]]] | None:
    """Where the body begins and its rows; the first lines of the first label may look like the header's last."""
    start = max((i + 1 for i in range(head) if any(p.column > 0 or p.last > 0 for p in bands[i])), default=0)
    ways = [(begin, *found) for begin in range(head, max(start, 1) - 1, -1) if (found := _rows(bands[begin:], width))]
    begin, rows, _ = min(ways, key=lambda way: way[2], default=(head, None, 0.0))
    return (begin, rows) if rows else None


def _rows(bands: Sequence[Sequence[Piece]], width: int) -> tuple[list[list[Piece]], float] | None:
    """The rows of a body, and what it costs to take them so; nothing where no values stand between lines."""
    numeric = {c for c in range(width) if _holds_numbers(bands, c)}
    labels = next((c for c in range(width) if c not in numeric), width)
    at = [i for i, band in enumerate(bands) if any(p.column in numeric and p.valued for p in band)]
    if len(at) < _FEWEST or labels > 1 or len(bands) > _BANDS:
        return None
    if any(p.column in numeric for i, band in enumerate(bands) if i not in at for p in band):
        return None
    rows = [[p for p in bands[i] if p.column in numeric] for i in at]
    middles = [median(_middle(p) for p in row) for row in rows]
    lone: list[list[Piece]] = []
    between, dear = False, 0.0
    for c in sorted({p.column for band in bands for p in band} - numeric):
        lines = _lines([p for band in bands for p in band if p.column == c], middles)
        way = _matched(lines, middles, every=c == labels)
        if way is None:
            return None
        dear += way[0]
        for first, stop, row in way[1]:
            between = between or (row is not None and all(x.row is None for x in lines[first:stop]))
            (lone.append([]) if row is None else None)
            (lone[-1] if row is None else rows[row]).extend(p for x in lines[first:stop] for p in x.pieces)
    if not between:
        return None
    middle = {id(row): y for row, y in zip(rows, middles, strict=True)}
    return sorted([*rows, *lone], key=lambda row: middle.get(id(row), row[0].chunk.top)), dear


def _lines(pieces: Sequence[Piece], middles: Sequence[float]) -> list[_Line]:
    """The lines of a column; what stands at half the height of values is not beside them."""
    made: list[list[Piece]] = []
    for p in sorted(pieces, key=lambda p: (p.chunk.top + p.chunk.bottom, p.chunk.x0)):
        if made and abs(_middle(made[-1][0]) - _middle(p)) < _BESIDE * p.chunk.height:
            made[-1].append(p)
        else:
            made.append([p])
    beside = [[i for i, y in enumerate(middles) if abs(y - _middle(x[0])) < _BESIDE * x[0].chunk.height] for x in made]
    return [_Line(tuple(x), rows[0] if rows else None) for x, rows in zip(made, beside, strict=True)]


def _middle(piece: Piece) -> float:
    return (piece.chunk.top + piece.chunk.bottom) / 2


def _matched(lines: Sequence[_Line], middles: Sequence[float], *, every: bool) -> _Way | None:
    """The lines of a column cut into labels, each in the middle of which a row of values stands; or nothing."""
    height = median(p.chunk.height for x in lines for p in x.pieces)
    widest = max((x.wide for x in lines if all(p.last <= p.column for p in x.pieces)), default=0.0)
    ways: dict[tuple[int, int], _Way] = {(0, 0): (0.0, ())}
    for first in range(len(lines) + 1):
        for row in range(len(middles) + 1):
            if (first, row) not in ways:
                continue
            cost, way = ways[first, row]
            if not every and row < len(middles):
                _better(ways, (first, row + 1), cost + _LONE, way)
            if first == len(lines):
                continue
            above, below = ([-1e9, *middles][row], [*middles, 1e9][row])
            alone = min(lines[first].middle - above, below - lines[first].middle) > _CLEAR * height
            if every and alone:
                _better(ways, (first + 1, row), cost + _LONE, (*way, (first, first + 1, None)))
            if row == len(middles):
                continue
            dear = 0.0
            for stop in range(first + 1, min(first + _MOST, len(lines)) + 1):
                if lines[stop - 1].row not in (None, row):
                    break
                if stop > first + 1:
                    one, two = lines[stop - 2 : stop]
                    if two.top - one.bottom > _APART * height:
                        break
                    dear += 0.0 if _full(one, two, widest) else _SHORT
                off = abs((lines[first].top + max(x.bottom for x in lines[first:stop])) / 2 - middles[row])
                if off <= _OFF * height:
                    new = cost + dear + off / height
                    _better(ways, (stop, row + 1), new, (*way, (first, stop, row)))
    return ways.get((len(lines), len(middles)))


def _better(
    ways: dict[tuple[int, int], _Way], at: tuple[int, int], cost: float, way: tuple[tuple[int, int, int | None], ...]
) -> None:
    if at not in ways or cost < ways[at][0]:
        ways[at] = (cost, way)


def _full(one: _Line, two: _Line, widest: float) -> bool:
    """Whether the first word of a line would not have fitted on the line before."""
    word = min(two.pieces, key=lambda p: p.chunk.x0).chunk.words[0]
    return one.wide + _SPACE * word.height + word.x1 - word.x0 > widest


def _holds_numbers(bands: Sequence[Sequence[Piece]], c: int) -> bool:
    pieces = [p for band in bands for p in band if p.column == c]
    return len(pieces) >= _FEWEST and sum(p.valued for p in pieces) >= _MOSTLY * len(pieces)
