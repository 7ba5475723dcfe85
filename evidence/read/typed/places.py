"""Where the characters of a typed line stand, and the cell that pieces of lines make."""

import unicodedata
from collections.abc import Sequence

from evidence.read.clear import clear
from evidence.read.compose import RawCell

__all__ = ["Place", "cell_of", "columns_of"]

Place = tuple[str, int]  # a line, or a piece of one, and where it starts in the document


def columns_of(line: str) -> list[int]:
    """The column of print of each character; East Asian characters are two wide.

    >>> columns_of("信度 .9")
    [0, 2, 4, 5, 6]
    """
    if line.isascii():
        return list(range(len(line)))
    at, out = 0, []
    for c in line:
        out.append(at)
        at += 2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1
    return out


def cell_of(pieces: Sequence[Place], header: bool = False, rowspan: int = 1, colspan: int = 1) -> RawCell:
    """One cell of the pieces that its lines hold."""
    kept = [(text, at) for text, at in pieces if text.strip()]
    if not kept:
        return RawCell("", rowspan, colspan, header)
    shown = clear(" ".join(text.strip() for text, _ in kept), emphasis=True).text
    first, last = kept[0], kept[-1]
    start = first[1] + len(first[0]) - len(first[0].lstrip())
    return RawCell(" ".join(shown.split()), rowspan, colspan, header, (start, last[1] + len(last[0].rstrip())))
