"""Text over several columns that a conversion cut at their edges, in the middle of words: `First-tim | ers`.

The document itself tells: the two pieces together are a word of its text, and the second alone is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise

from evidence.read.model import Cell, Grid, Source
from evidence.read.tables.header import statistic

__all__ = ["with_whole_words"]

_END = re.compile(r"[^\W\d_][\w'’→-]*$")
_START = re.compile(r"^[\w'’-]*[^\W\d_]")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
Line = tuple[Cell, ...]


def with_whole_words(source: Source) -> Source:
    """The document, with what its tables cut at the edges of columns in the first of these columns."""
    # what two cells would be together has to stand in the text; the same letters large or small, as a word may begin
    cut = {end + begin for g in source.grids for row in g.rows for end, begin in _halves(row)}
    text = source.text.casefold() if cut else ""
    if not any(word.casefold() in text for word in cut):
        return source
    printed = {w for b in source.blocks for w in _WORD.findall(source.of(b))}
    words = printed | {_begun_small(w) for w in printed}
    return replace(source, grids=tuple(_joined(grid, words) for grid in source.grids))


def _halves(row: Line) -> Iterator[tuple[str, str]]:
    """The word that ends one cell and the word that begins the next, where these can be halves of one."""
    for left, right in pairwise(c.text for c in row):
        if _cut(left, right) and (end := _END.search(left)):
            begin = _WORD.match(right)
            yield re.split(r"→", end[0])[-1], begin[0] if begin else ""


def _cut(left: str, right: str) -> bool:
    """Whether two cells can be halves of a word: one ends in a letter, the other begins with a small one."""
    return bool(left and right and right[0].islower() and _END.search(left) and not re.search(r"\d", right))


def _joined(grid: Grid, words: set[str]) -> Grid:
    return replace(grid, rows=tuple(_line(row, words) for row in grid.rows))


def _line(row: Line, words: set[str]) -> Line:
    runs: list[list[int]] = []
    for i, cell in enumerate(row):
        if not cell.text:
            continue
        whole = _together([row[j] for j in runs[-1]]) if runs and runs[-1][-1] == i - 1 else ""
        if whole and _one_word(whole, cell.text, words):
            runs[-1].append(i)
        else:
            runs.append([i])
    if all(len(run) == 1 for run in runs):
        return row
    out = [Cell(header=c.header) for c in row]
    for run in runs:
        pieces = [row[i] for i in run]
        spans = [c.span for c in pieces if c.span]
        span = (spans[0][0], spans[-1][1]) if spans else None
        at = 0 if len(runs) == 1 else run[0]  # alone in its row it heads the rows below
        out[at] = replace(pieces[0], text=_together(pieces), span=span)
    return tuple(out)


def _together(cells: Sequence[Cell]) -> str:
    return reduce(lambda a, b: a + b, (c.text for c in cells))


def _one_word(left: str, right: str, words: set[str]) -> bool:
    end, start = _END.search(left), _START.match(right)
    if not end or not start or not _cut(left, right) or (statistic(left) and statistic(right)):
        return False
    tail = re.split(r"→", end[0])[-1]
    rest = _WORD.match(right)
    piece = rest[0] if rest else ""
    alone = piece.lower() in words and (len(piece) > 1 or piece in "aI")
    return _begun_small(tail + piece) in words and not alone


def _begun_small(word: str) -> str:
    """A word as in the middle of a sentence: `Set` is `set`, `SEt` is no word."""
    return word[0].lower() + word[1:]
