"""Lines that carry on the cells above them: their first words would not have fitted on the line before."""

from collections.abc import Iterable, Sequence

from evidence.read.pages.strips import is_value
from evidence.read.pages.wrapping import Piece

__all__ = ["continues", "widths_of"]

_CLOSE = 0.8  # of the type's height: the widest gap between lines of one cell
_SPACE = 0.2  # of the type's height: a word space


def widths_of(lines: Iterable[Sequence[Piece]]) -> dict[int, float]:
    """How wide the cells of each column get."""
    widest: dict[int, float] = {}
    for piece in (p for line in lines for p in line if p.last <= p.column):
        widest[piece.column] = max(widest.get(piece.column, 0.0), piece.chunk.x1 - piece.chunk.x0)
    return widest


def continues(above: Sequence[Sequence[Piece]], own: Sequence[Piece], widths: dict[int, float]) -> bool:
    """Whether every piece of a line goes on with a cell of the row above it, which ended where the column does."""
    if not own or any(p.last > p.column for p in own):
        return False
    if any(p.number or is_value(p.chunk.words[0].text) for p in own):
        return False
    last = above[-1]
    gap = min(p.chunk.top for p in own) - max(p.chunk.bottom for p in last)
    if gap > _CLOSE * own[0].chunk.height or not any(p.number for line in above for p in line):
        return False
    if {p.column for p in own} == {0} and not _begins_small(own[0]):
        return False  # it may head the rows below
    return all(_runs_over(next((q for q in last if q.column == p.column), None), p, widths) for p in own)


def _begins_small(piece: Piece) -> bool:
    text = piece.chunk.words[0].text
    return text[:1].islower() or text[:1] in "(&"


def _runs_over(above: Piece | None, piece: Piece, widths: dict[int, float]) -> bool:
    if above is None or above.number:
        return False
    first = piece.chunk.words[0]
    needed = above.chunk.x1 - above.chunk.x0 + _SPACE * piece.chunk.height + first.x1 - first.x0
    return needed > widths.get(piece.column, 0.0)
