"""Headings over columns of typed words: over several columns, on several lines, between rows."""

import re
from collections.abc import Sequence

from evidence.read.flat.headings import cut, known
from evidence.read.flat.strips import Placed, Span, Word, begins_small, groups_of, nearest
from evidence.read.tables.header import heading

__all__ = ["headings_over", "loosened", "repeated_sections", "whole_heads", "whole_sections"]

_OF_WORDS = frozenset({"hypothesis", "relation", "from", "to", "via", "item", "construct", "category", "source"})
_MOST_OVER = 4  # lines of one heading between rows


def headings_over(words: Sequence[Word], columns: Sequence[Span], numeric: Sequence[int]) -> list[list[Word]]:
    """A line of headings: each over its column, or over those it spans."""
    numbers = [re.fullmatch(r"\(?(\d{1,2})[).]?", w.text) for w in words]
    if len(words) == len(numeric) > 2 and [int(m[1]) for m in numbers if m] == list(range(1, len(words) + 1)):
        return [[words[numeric.index(c)]] if c in numeric else [] for c in range(len(columns))]
    cells: list[list[Word]] = [[] for _ in columns]
    for group in groups_of(words):
        left, right = group[0].left, group[-1].right
        over = [c for c, (a, b) in enumerate(columns) if a < right and left < b]
        each = _apart(group, over, columns) if len(over) > 1 else None
        if each:
            for c, cell in zip(over, each, strict=True):
                cells[c] += cell
        else:
            whole = Word("", left, right, group[0].start)
            cells[nearest(whole, columns)] += group
    return cells


def _apart(group: Sequence[Word], over: Sequence[int], columns: Sequence[Span]) -> list[list[Word]] | None:
    """The headings of several columns that stand one space apart, each with its words; nothing for one over all."""
    each = [[w for w in group if nearest(w, columns) == c] for c in over]
    starts = all(cell and cell[0].left == columns[c][0] for c, cell in zip(over, each, strict=True))
    if all(len(cell) == 1 for cell in each) or starts:
        return each
    at = group[0].start
    text = "".join(w.text.rjust(w.start - at - before + len(w.text)) for w, before in _ends(group))
    found = cut(text, at, len(over))
    if found:
        spans = [c.span for c in found if c.span]
        return [[w for w in group if a <= w.start < b] for a, b in spans]
    return each if all(each) and all(heading(" ".join(w.text for w in cell)).statistics for cell in each) else None


def _ends(group: Sequence[Word]) -> list[tuple[Word, int]]:
    """Each word, and where the one before it ended, from the first word on."""
    at = group[0].start
    ends = [0, *(w.start - at + len(w.text) for w in group)]
    return list(zip(group, ends, strict=False))


def whole_heads(lines: Sequence[list[list[Word]]]) -> list[list[list[Word]]]:
    """Headings that go on in the line below, each whole: all that stand under another begin in the middle."""
    out: list[list[list[Word]]] = []
    for cells in lines:
        under = [(a, b) for a, b in zip(out[-1], cells, strict=True) if a and b] if out else []
        if under and _end_headings(under):
            out[-1] = [a + b for a, b in zip(out[-1], cells, strict=True)]
        else:
            out.append(cells)
    return out


def _end_headings(under: Sequence[tuple[list[Word], list[Word]]]) -> bool:
    """Whether what stands under headings ends them; most of it heads nothing by itself, as `t-value` does."""
    if not all(begins_small([below]) or above[-1].text[-1] in "/-&" for above, below in under):
        return False
    closed = [below for above, below in under if above[-1].text[-1] not in "/-&"]
    alone = sum(_of_values(" ".join(w.text for w in below)) or _of_values(below[0].text) for below in closed)
    return 2 * alone < max(len(closed), 1)


def _of_values(text: str) -> bool:
    return known(text) and not _OF_WORDS.intersection(heading(text).statistics)


def loosened(rows: Sequence[Placed]) -> list[Placed]:
    """A heading that ran on behind the row above it, where another begins alike and fills as many cells."""
    shapes = {
        cells[0][0].text: at
        for is_row, cells in rows
        if not is_row and cells[0] and len(at := [c for c, cell in enumerate(cells) if cell]) > 1
    }
    out: list[Placed] = []
    lost = False  # rows under a heading of which it is not known what it says of which column
    for is_row, cells in rows:
        filled = [c for c, cell in enumerate(cells) if cell]
        lost = lost and (is_row or not cells[0] or cells[0][0].text not in shapes)
        begin = next((c for c in filled if c and is_row and cells[c][0].text in shapes), 0)
        if begin:
            shape, behind = shapes[cells[begin][0].text], [c for c in filled if c >= begin]
            lost = len(shape) != len(behind)
            out.append((True, [cell if c < begin else [] for c, cell in enumerate(cells)]))
            moved = dict(zip(shape, behind, strict=False))
            if not lost:
                out.append((False, [cells[moved[c]] if c in moved else [] for c in range(len(cells))]))
        elif not lost:
            out.append((is_row, cells))
    return out


def whole_sections(rows: Sequence[Placed], numeric: Sequence[int]) -> list[Placed]:
    """Headings between rows that take several lines, each cell whole."""
    out: list[Placed] = []
    above = False
    for is_row, cells in rows:
        over = not is_row and any(cells[c] for c in numeric)
        if above and (over or not is_row):
            out[-1] = (False, [a + b for a, b in zip(out[-1][1], cells, strict=True)])
        else:
            out.append((is_row, cells))
        above = over or (above and not is_row)
    return out


def repeated_sections(heads: Sequence[list[list[Word]]], rows: list[Placed]) -> tuple[int, list[Placed]]:
    """How many of the last lines of headings stand between the rows again, as they begin; these lead the rows."""
    for is_row, cells in rows:
        if is_row or not cells[0]:
            continue
        begins = next((n for n, head in enumerate(heads) if n and head[0] and head[0][0].text == cells[0][0].text), 0)
        if begins and len(heads) - begins <= _MOST_OVER:
            block = [[w for head in heads[begins:] for w in head[c]] for c in range(len(cells))]
            return len(heads) - begins, [(False, block), *rows]
    return 0, rows
