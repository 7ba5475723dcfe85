"""Tables drawn as boxes: lines across and down bound every cell, also those that reach over rows or columns."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from evidence.read.compose import RawCell
from evidence.read.pages.cut import as_one, uncut
from evidence.read.pages.lines import Line, Word, lines_of
from evidence.read.pages.strips import NUMBER
from evidence.settled import settled

__all__ = ["Box", "Stroke", "boxes_of"]

_SLACK = 4.0  # points between two lines that bound the same cells: borders drawn double, or cells set apart
_MOST_LINES = 600  # more is a drawing


@settled
class Stroke:
    """A straight line: how far along, at which height (or, standing, at which distance from the left)."""

    at: float
    low: float
    high: float


@settled
class Box:
    """A drawn table: its edges and its rows."""

    top: float
    bottom: float
    x0: float
    x1: float
    rows: tuple[tuple[RawCell, ...], ...]
    edges: tuple[float, ...]  # of its columns

    def holds(self, word: Word) -> bool:
        """Whether a word stands in it."""
        return self.top - 2 < word.middle < self.bottom + 2 and self.x0 - 2 < (word.x0 + word.x1) / 2 < self.x1 + 2


def boxes_of(across: Iterable[Stroke], down: Iterable[Stroke], words: Sequence[Word]) -> list[Box]:
    """The drawn tables of a page, top to bottom."""
    level, upright = _joined(across), _joined(down)
    if len(level) < 2 or len(upright) < 3 or len(level) > _MOST_LINES or len(upright) > _MOST_LINES:
        return []
    found = [_box(h, v, words) for h, v in _touching(level, upright)]
    return sorted((b for b in found if b), key=lambda b: (b.top, b.x0))


def _joined(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Pieces of one line as one."""
    made: list[Stroke] = []
    ordered = sorted((round(s.at, 1), s.low, s.high) for s in strokes)
    groups: list[list[tuple[float, float, float]]] = []
    for stroke in ordered:
        if groups and stroke[0] - groups[-1][0][0] <= 1.2:
            groups[-1].append(stroke)
        else:
            groups.append([stroke])
    for group in groups:
        for at, low, high in sorted(group, key=lambda s: s[1]):
            if made and abs(made[-1].at - at) <= 1.2 and low <= made[-1].high + _SLACK:
                made[-1] = Stroke(made[-1].at, made[-1].low, max(made[-1].high, high))
            else:
                made.append(Stroke(at, low, high))
    return [s for s in made if s.high - s.low > 5]


def _touching(level: list[Stroke], upright: list[Stroke]) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Lines that meet, in groups."""
    parent = list(range(len(level) + len(upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, h in enumerate(level):
        for j, v in enumerate(upright, len(level)):
            if (
                h.low - _SLACK <= v.at <= h.high + _SLACK
                and v.low - _SLACK <= h.at <= v.high + _SLACK
                and root(i) != root(j)
            ):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for i, stroke in enumerate([*level, *upright]):
        groups.setdefault(root(i), ([], []))[i >= len(level)].append(stroke)
    return [g for g in groups.values() if len(g[0]) >= 2 and len(g[1]) >= 3]


def _places(strokes: Iterable[Stroke]) -> list[float]:
    """Where the lines are, double ones as one."""
    groups: list[list[float]] = []
    for at in sorted(s.at for s in strokes):
        if groups and at - groups[-1][-1] <= _SLACK:
            groups[-1].append(at)
        else:
            groups.append([at])
    return [(g[0] + g[-1]) / 2 for g in groups]


def _box(level: list[Stroke], upright: list[Stroke], words: Sequence[Word]) -> Box | None:
    xs, ys = _places(upright), _places(level)
    if len(xs) < 3 or len(ys) < 2:
        return None
    top, bottom, x0, x1 = ys[0], ys[-1], xs[0], xs[-1]
    inside = [w for w in words if Box(top, bottom, x0, x1, (), ()).holds(w)]
    if len(inside) < (4 if len(ys) > 2 else 1):
        return None
    owner = _cells(xs, ys, level, upright)
    held: dict[tuple[int, int], list[Word]] = {}
    for word in inside:
        r = sum(y <= word.middle for y in ys[1:-1])
        c = sum(x <= (word.x0 + word.x1) / 2 for x in xs[1:-1])
        held.setdefault(owner[r, c], []).append(word)
    rows = _rows(len(ys) - 1, owner, held, xs)
    if sum(len([c for c in row if c.text]) >= 2 for row in rows) < 2 and not _torn_off(rows, top, bottom, words):
        return None
    return Box(top, bottom, x0, x1, tuple(tuple(row) for row in rows), tuple(xs))


def _torn_off(rows: list[list[RawCell]], top: float, bottom: float, words: Sequence[Word]) -> bool:
    """Whether one row ends a page, or begins it: the header of the table on the next, or the rest of a row before."""
    first = all(w.middle > top - 2 for w in words)
    last = all(w.middle < bottom + 2 for w in words)
    return len(rows) == 1 and len(rows[0]) > 2 and (first or (last and sum(bool(c.text) for c in rows[0]) > 2))


def _cells(
    xs: list[float], ys: list[float], level: list[Stroke], upright: list[Stroke]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For each place of the grid the first place of the cell it belongs to: no line stands between them."""
    standing = [[v for v in upright if abs(v.at - x) <= _SLACK] for x in xs]
    lying = [[h for h in level if abs(h.at - y) <= _SLACK] for y in ys]
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for r, (y0, y1) in enumerate(pairwise(ys)):
        for c, (x0, x1) in enumerate(pairwise(xs)):
            across, down = (x0 + x1) / 2, (y0 + y1) / 2
            left = c > 0 and not any(v.low <= down <= v.high for v in standing[c])
            above = r > 0 and not any(h.low <= across <= h.high for h in lying[r])
            if left and (not above or owner[r, c - 1] == owner[r - 1, c]):
                owner[r, c] = owner[r, c - 1]
            elif above and not left:
                owner[r, c] = owner[r - 1, c]
            else:
                owner[r, c] = (r, c)
    return owner


def _rows(
    height: int,
    owner: dict[tuple[int, int], tuple[int, int]],
    held: dict[tuple[int, int], list[Word]],
    xs: list[float],
) -> list[list[RawCell]]:
    """The cells row by row; where lines bound no rows, each line of type is one."""
    rows: list[list[RawCell]] = []
    width = len(xs) - 1
    padding = min((min(w.x0 for w in words) - xs[c] for (_, c), words in held.items()), default=0.0)
    for r in range(height):
        cells = [c for c in range(width) if owner[r, c] == (r, c)]
        reach = {c: _reach((r, c), owner) for c in cells}
        lines = {c: uncut(lines_of(held.get((r, c), [])), xs[c + reach[c][1]] - padding) for c in cells}
        if len(cells) == width and all(tall == 1 and wide == 1 for tall, wide in reach.values()) and _stacked(lines):
            rows += _unstacked(lines)
            continue
        row = [
            RawCell(as_one([line.text for line in lines[c]]), rowspan=reach[c][0], colspan=reach[c][1]) for c in cells
        ]
        rows.append(row)
    return rows


def _reach(first: tuple[int, int], owner: dict[tuple[int, int], tuple[int, int]]) -> tuple[int, int]:
    r, c = first
    tall = wide = 1
    while owner.get((r + tall, c)) == first:
        tall += 1
    while owner.get((r, c + wide)) == first:
        wide += 1
    return tall, wide


def _stacked(lines: dict[int, list[Line]]) -> bool:
    """Several rows between two lines: two columns at least hold a number on line after line."""
    piles = [
        [line for line in column if NUMBER.match(line.words[0].text)]
        for column in lines.values()
        if len(column) >= 2 and all(len(line.words) <= 3 for line in column)
    ]
    piles = [pile for pile in piles if len(pile) >= 2]
    return len(piles) >= 2 or (len(piles) == 1 and len(lines) == 2)


def _unstacked(lines: dict[int, list[Line]]) -> list[list[RawCell]]:
    """A row for each line of the column with most numbers; what stands at a height goes with the nearest."""
    leading = max(lines.values(), key=lambda column: sum(bool(NUMBER.match(x.words[0].text)) for x in column))
    heights = [(line.top + line.bottom) / 2 for line in leading]
    pitch = median([b - a for a, b in pairwise(heights)])
    rows = [["" for _ in lines] for _ in heights]
    for place, column in enumerate(lines.values()):
        for line in column:
            middle = (line.top + line.bottom) / 2
            nearest = min(range(len(heights)), key=lambda i: abs(heights[i] - middle))
            if abs(heights[nearest] - middle) > 1.5 * pitch:
                nearest = 0 if middle < heights[0] else len(heights) - 1
            rows[nearest][place] = f"{rows[nearest][place]} {line.text}".strip()
    return [[RawCell(text) for text in row] for row in rows]
