"""Tables of a text that a page break, or their own caption, cut in two."""

import re
from dataclasses import replace

from evidence.read.captioned import CAPTION
from evidence.read.compose import RawCell, grid_of
from evidence.read.late import late
from evidence.read.model import Block, Grid

__all__ = ["joined"]

_DATUM = late(r"^[(\[]?[-−–]?\d*[.,]\d+")


def joined(grids: list[Grid], blocks: list[Block], text: str) -> list[Grid]:
    """A table that a page break or its caption cut in two is one: the second part starts with data, no header."""
    whole: list[Grid] = []
    for grid in grids:
        if whole and grid.rows and whole[-1].rows and _continues(whole[-1], grid, blocks, text):
            last = whole[-1]
            width = max(len(last.rows[0]), len(grid.rows[0]))
            blank = grid_of([[RawCell("x")] + [RawCell("")] * (width - 1)])[0][1:]
            rows = tuple(row + blank[: width - len(row)] for row in (*last.rows, *grid.rows))
            whole[-1] = replace(last, rows=rows, span=(last.span[0], grid.span[1]))  # type: ignore[index]
        else:
            whole.append(grid)
    return whole


_PAGE = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?\W*", re.IGNORECASE)


def _behind_a_page(last: Grid, grid: Grid, between: list[str]) -> bool:
    """Whether nothing but a page number and a running head parts rows of one width and one kind."""
    short = all(len(t) < 160 and not CAPTION.match(t) and not t.rstrip().endswith((".", ":")) for t in between)
    if (
        not short
        or not 0 < len(between) <= 3
        or not any(_PAGE.fullmatch(line) for t in between for line in t.split("\n"))
    ):
        return False
    above, below = last.rows[-1], grid.rows[0]
    return len(above) == len(below) > 2 and [bool(_FIGURE.match(c.text)) for c in above] == [
        bool(_FIGURE.match(c.text)) for c in below
    ]


_FIGURE = re.compile(r"^[(\[<>=-]*\s?[-−–]?\d*[.,]?\d")


def _continues(last: Grid, grid: Grid, blocks: list[Block], text: str) -> bool:
    low, high = last.span[1], grid.span[0]  # type: ignore[index]
    between = [text[b.span[0] : b.span[1]] for b in blocks if low <= b.span[0] and b.span[1] <= high]
    if _behind_a_page(last, grid, between):
        return True
    captions_only = len(between) <= 1 and all(CAPTION.match(t) for t in between)
    if between and CAPTION.match(text[max(0, last.span[0] - 200) : last.span[0]].strip().rpartition("\n")[2]):  # type: ignore[index]
        return False  # the table above has its caption already: this one belongs to the next
    first = [c.text for c in grid.rows[0]]
    has_data = any(_DATUM.match(t) for t in first)
    narrower = len(grid.rows[0]) <= len(last.rows[0]) and len(last.rows[0]) - len(grid.rows[0]) <= 2
    return captions_only and has_data and narrower and len(last.rows) > 1
