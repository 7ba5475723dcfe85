"""Stretches of values that no reading laid out and no caption led to: what looks like a table is not lost silently."""

from collections.abc import Sequence
from itertools import pairwise

from evidence.read.captioned import CAPTION
from evidence.read.flat.packed import is_value, packed
from evidence.read.late import late
from evidence.read.model import Cell, Grid

__all__ = ["left_over"]

Place = tuple[str, int]
Span = tuple[int, int]

_DECIMAL = late(r"\d?[.,]\d")
_FEWEST = 6  # lines with values
_SHARE = 0.4  # of a table's lines: how many hold values
_GAP = 8  # lines between two of them that have none: empty ones and words
_LONGEST = 14  # words in a line of a table
_FAR = 12  # lines between a table and its caption, those of its header with them
_SHOWN = 12  # cells that tell what a table is about


def left_over(lines: Sequence[Place], taken: Sequence[Span], pages: frozenset[int]) -> list[Grid]:
    """The tables that nothing else has read or named: their captions where these are near, first cells, places."""
    held = _held(lines, taken)
    found: list[Grid] = []
    rows = [i for i, line in enumerate(lines) if i not in held and i not in pages and _has_values(line)]
    for first, last in _stretches(lines, rows):
        caption = _caption_near(lines, first, last)
        if caption is not None and _within(lines[caption][1], taken):
            continue
        start = min(first, caption if caption is not None else first)
        heads = [i for i in range(max(0, first - _FAR), first) if i not in held and _is_short(lines[i][0])]
        shown = tuple(Cell(lines[i][0].strip()) for i in [*heads, *range(first, last + 1)][:_SHOWN])
        text = lines[caption][0].strip() if caption is not None else ""
        span = lines[start][1], lines[last][1] + len(lines[last][0])
        found.append(Grid((shown,), caption=text, span=span))
    return found


def _held(lines: Sequence[Place], taken: Sequence[Span]) -> set[int]:
    """The lines that stand in a table that was read."""
    return {i for i, (text, at) in enumerate(lines) if any(a < at + len(text) and at < b for a, b in taken)}


def _within(at: int, taken: Sequence[Span]) -> bool:
    return any(a <= at < b for a, b in taken)


def _is_short(text: str) -> bool:
    return 0 < len(text.split()) <= _LONGEST


def _has_values(line: Place) -> bool:
    """A line that is one value, or a row of words and values behind them."""
    text = line[0].strip()
    if not text or not _DECIMAL.search(text) or len(text) > 200:
        return False
    if is_value(text):
        return True
    row = packed(line)
    return len(row.values) > 1 and len(row.label.text.split()) <= _LONGEST and not row.label.text.endswith((".", ","))


def _stretches(lines: Sequence[Place], rows: Sequence[int]) -> list[Span]:
    """Runs of lines with values, with few and short lines between them."""
    runs: list[list[int]] = [list(rows[:1])]
    for above, at in pairwise(rows):
        between = [lines[i][0].strip() for i in range(above + 1, at)]
        if len(between) <= _GAP and not any(len(t.split()) > _LONGEST or CAPTION.match(t) for t in between):
            runs[-1].append(at)
        else:
            runs.append([at])
    return [(run[0], run[-1]) for run in runs if len(run) >= _FEWEST and len(run) >= _SHARE * _filled(lines, run)]


def _filled(lines: Sequence[Place], run: Sequence[int]) -> int:
    return sum(bool(lines[i][0].strip()) for i in range(run[0], run[-1] + 1))


def _caption_near(lines: Sequence[Place], first: int, last: int) -> int | None:
    """The caption right above or right below a stretch, whichever is nearer."""
    above = (i for i in range(first - 1, max(-1, first - _FAR), -1) if CAPTION.match(lines[i][0].strip()))
    below = (i for i in range(last + 1, min(len(lines), last + _FAR)) if CAPTION.match(lines[i][0].strip()))
    near = sorted(
        (abs(i - edge), i) for i, edge in ((next(above, None), first), (next(below, None), last)) if i is not None
    )
    return near[0][1] if near else None
