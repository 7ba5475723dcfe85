"""The columns of a printed table: strips that hold type, told apart by white space."""

import re

from evidence.read.pages.lines import Line, Word

__all__ = ["NUMBER", "chunks_of", "columns_of"]

NUMBER = re.compile(r"^[(\[<>≤≥]?[-−–]?\d*[.,]?\d+[%)\]*]*$")
_CELL_GAP = 0.75  # of the type's height; words of one cell stand closer


def chunks_of(line: Line) -> list[Line]:
    """The cells of a line: words with no more than a word space between them."""
    cells: list[list[Word]] = []
    for word in line.words:
        if cells and word.x0 - cells[-1][-1].x1 < _CELL_GAP * line.height:
            cells[-1].append(word)
        else:
            cells.append([word])
    return [Line(tuple(cell)) for cell in cells]


def columns_of(lines: list[Line]) -> list[tuple[float, float]]:
    """Strips of the table that hold type, told apart by strips that hardly a line of data crosses."""
    cut = [chunks_of(line) for line in lines]
    most = max((len(c) for c in cut), default=0)
    data = [c for c in cut if len(c) >= max(2, 0.4 * most)]
    if not data:
        return []
    narrow = [[c for c in row if not _bridges(c, data)] for row in data]
    left, right = int(min(c.x0 for row in data for c in row)) - 1, int(max(c.x1 for row in data for c in row)) + 1
    cover = [0] * (right - left + 1)
    for row in narrow:
        for chunk in row:
            for x in range(int(chunk.x0) - left, min(int(chunk.x1) - left + 1, len(cover))):
                cover[x] += 1
    columns: list[tuple[float, float]] = []
    start: int | None = None
    for x, count in enumerate([*cover, 0]):
        if count and start is None:
            start = x
        elif not count and start is not None:
            columns.append((start + left, x + left))
            start = None
    return _with_heads(columns, cut)


def _with_heads(columns: list[tuple[float, float]], cut: list[list[Line]]) -> list[tuple[float, float]]:
    """A heading that stands beside the numbers of its column, over none of them, is no column of its own."""
    kept = list(columns)
    at = 0
    while at < len(kept):
        low, high = kept[at]
        own = [i for i, row in enumerate(cut) if any(low <= c.x0 and c.x1 <= high + 1 for c in row)]
        words = all(not NUMBER.match(c.text) for i in own for c in cut[i] if low <= c.x0 and c.x1 <= high + 1)
        if words and own and max(own) < min(4, len(cut) / 2):
            for beside in (at + 1, at - 1):
                if 0 <= beside < len(kept) and _apart(kept[beside], own, cut):
                    kept[min(at, beside)] = (min(low, kept[beside][0]), max(high, kept[beside][1]))
                    kept.pop(max(at, beside))
                    break
            else:
                at += 1
        else:
            at += 1
    return kept


def _apart(strip: tuple[float, float], head: list[int], cut: list[list[Line]]) -> bool:
    """Whether a strip holds numbers only, in lines below a heading."""
    inside = [(i, c) for i, row in enumerate(cut) for c in row if strip[0] <= c.x0 and c.x1 <= strip[1] + 1]
    return bool(inside) and all(i > max(head) and NUMBER.match(c.text) for i, c in inside)


def _bridges(chunk: Line, data: list[list[Line]]) -> bool:
    """A cell that stands over two or more cells of many other lines spans columns."""
    over = sum(sum(c.x0 < chunk.x1 - 1 and chunk.x0 + 1 < c.x1 for c in row) > 1 for row in data)
    return over >= max(2, 0.25 * (len(data) - 1))
