"""Typed pages of two columns with the right column under the left one, between the lines that run across both."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from evidence.read.pages.columned import Gutter, Row, columned

__all__ = ["stacked"]

_EDGE = 2  # lines at the top and at the foot of a page that may be its running head
_NEAR = 2  # lines around two that show whether both columns stand at one height
_ENDS = re.compile(r"[.!?:;][\"'”’)\]]*\d{0,2}$")
Column = Sequence[tuple[int, Row]]  # lines with their numbers on the page
Placed = tuple[float, Row]  # a line, and how many lines down the page it stands


def stacked(pages: Sequence[Sequence[Row]]) -> list[list[Placed]]:
    """The lines of each page as they are read, in one column."""
    running = _running(pages)
    made = []
    for page, gutters in zip(pages, columned(pages), strict=True):
        heads = {i for i in _at_edge(page) if _plain(page[i]) in running}
        own = [None if i in heads else gutter for i, gutter in enumerate(gutters)]
        made.append(_stacked(page, own) if any(own) else [(float(i), row) for i, row in enumerate(page)])
    return made


def _running(pages: Sequence[Sequence[Row]]) -> set[str]:
    """Lines at the top or the foot of more than one page."""
    counts = Counter(text for page in pages for text in {_plain(page[i]) for i in _at_edge(page)})
    return {text for text, times in counts.items() if times > 1}


def _at_edge(page: Sequence[Row]) -> list[int]:
    filled = [i for i, row in enumerate(page) if row]
    return [*filled[:_EDGE], *filled[-_EDGE:]]


def _plain(row: Row) -> str:
    return re.sub(r"\d+", "#", " ".join(w.text for w in row))


def _stacked(page: Sequence[Row], gutters: Sequence[Gutter | None]) -> list[Placed]:
    made: list[Placed] = []
    at = 0.0
    for column, second in _columns(page, gutters):
        filled = [row for _, row in column if row]
        if not filled:
            continue
        if second and made and _goes_on(made[-1][1], filled[0]):
            at -= 1
        made += [(at + down, row) for down, row in zip(_spaced(column, page), filled, strict=True)]
        at = made[-1][0] + 2
    return made


def _columns(page: Sequence[Row], gutters: Sequence[Gutter | None]) -> Iterator[tuple[Column, bool]]:
    """The lines across and the two columns between them, in turn, and whether each is a second column."""
    for across, lines in _parts(page, gutters):
        if across:
            yield [(i, page[i]) for i in lines], False
        else:
            halves = [_halves(page[i], gutters[i]) for i in lines]
            yield [(i, left) for i, (left, _) in zip(lines, halves, strict=True)], False
            yield [(i, right) for i, (_, right) in zip(lines, halves, strict=True)], True


def _parts(page: Sequence[Row], gutters: Sequence[Gutter | None]) -> Iterator[tuple[bool, list[int]]]:
    """The lines across, and those in columns, in turn; blank ones go with those above."""
    kinds: list[bool] = []
    for row, gutter in zip(page, gutters, strict=True):
        kinds.append(kinds[-1] if not row and kinds else gutter is None)
    for across, own in groupby(range(len(page)), key=lambda i: kinds[i]):
        yield across, list(own)


def _halves(row: Row, gutter: Gutter | None) -> tuple[Row, Row]:
    place, cut = gutter or (0.0, 0.0)
    right = [replace(w, x0=w.x0 - place, x1=w.x1 - place) for w in row if w.x0 >= cut]
    return [w for w in row if w.x0 < cut], right


def _spaced(column: Column, page: Sequence[Row]) -> list[float]:
    """How many lines down from its first each line of a column stands.

    Where lines of both columns stand at one height, a line of the other column alone is a line left blank in this;
    where they do not, it stands between two that follow one another.
    """
    alone = [bool(row) and len(row) == len(page[i]) for i, row in column]
    other = [not row and bool(page[i]) for i, row in column]
    apart = [any(own) and any(theirs) for own, theirs in zip(pairwise(alone), pairwise(other), strict=True)]
    filled = [n for n, (_, row) in enumerate(column) if row]
    pairs = list(pairwise(filled))
    others = [sum(other[a:b]) for a, b in pairs]
    down = [0.0]
    for n, (above, below) in enumerate(pairs):
        near = sum(others[max(0, n - _NEAR) : n]) + sum(others[n + 1 : n + 1 + _NEAR])
        level = near < _NEAR or not any(apart[max(0, above - _NEAR) : below + _NEAR])
        down.append(down[-1] + below - above - (0 if level else min(others[n], 1)))
    return down


def _goes_on(above: Row, below: Row) -> bool:
    """Whether a sentence goes on from one column to the next."""
    return not _ENDS.search(above[-1].text) and below[0].text[:1].islower()
