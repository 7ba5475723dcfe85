"""Which lines are running text: long, without gaps, mostly words; on a page of two columns in either of them."""

from itertools import pairwise

from evidence.read.pages.lines import Line, Word
from evidence.read.pages.strips import NUMBER, chunks_of

__all__ = ["is_running"]

_WIDE = 0.6  # of the table's width: a line without gaps that long is running text
_FILLED = 0.62  # of a column of the page: how much of it the words of a justified line cover
_INDENT = 0.15  # of that column: how far a line of it begins and ends from its edges
_FEWEST = 4
_GAP = 2.5  # of the type's height: the widest space between two words of a justified line


def is_running(line: Line, x0: float, x1: float, gutter: float | None = None) -> bool:
    """A line of a paragraph between two edges: of the whole width, or of a column that ends at the gutter."""
    if len(chunks_of(line)) == 1 and line.x1 - line.x0 > _WIDE * (x1 - x0) and _words(line.words):
        return True
    if (
        gutter is None
        or not x0 + 60 < gutter < x1 - 60
        or any(w.x0 < gutter - 3 and w.x1 > gutter + 3 for w in line.words)
    ):
        return False
    left = [w for w in line.words if w.x1 <= gutter + 3]
    right = [w for w in line.words if w.x1 > gutter + 3]
    if any(own and 2 * sum(bool(NUMBER.match(w.text)) for w in own) > len(own) for own in (left, right)):
        return False  # wording, and its figures at the other end of the row
    return _fills(left, x0, gutter) or _fills(right, gutter, x1)


def _fills(words: list[Word], x0: float, x1: float) -> bool:
    """Words enough, and close enough, to be a line of a column of the page."""
    return (
        len(words) >= _FEWEST
        and max(b.x0 - a.x1 for a, b in pairwise(words)) < _GAP * words[0].height
        and sum(w.x1 - w.x0 for w in words) > _FILLED * (x1 - x0)
        and words[0].x0 - x0 < _INDENT * (x1 - x0)
        and x1 - words[-1].x1 < _INDENT * (x1 - x0)
        and _words(words)
    )


def _words(words: "list[Word] | tuple[Word, ...]") -> bool:
    return sum(bool(NUMBER.match(w.text)) for w in words) < len(words) / 3
