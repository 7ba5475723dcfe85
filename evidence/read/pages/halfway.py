"""Words that wrap above and below the height of their values come into the row of these.

       The oven keeps the heat that
TR1                                    3.4   0.81
       it has been given.
"""

from collections.abc import Sequence

from evidence.read.pages.strips import is_value
from evidence.read.pages.wrapping import Piece

__all__ = ["beside_values"]

_FEWEST = 2  # rows whose words stand above and below their values
_REACH = 1.6  # of the type's height: how far words may be from the values of their row
_CLEAR = 0.25  # of the type's height: by how much the nearest row must be nearer than the next
_HALF = 0.9  # of the type's height: within which words stand half a line above or below their values


def beside_values(bands: Sequence[Sequence[Piece]], width: int) -> list[list[Piece]]:
    """The lines of a table's body, with the words of each column in the rows that they belong to; else as they are."""
    made = [list(band) for band in bands]
    numeric = [c for c in range(1, width) if _holds_numbers(bands, c)]
    filled = {c: [i for i, band in enumerate(bands) if any(p.column == c for p in band)] for c in range(width)}
    if not numeric:
        return made
    rows = filled[max(numeric, key=lambda c: len(filled[c]))]
    middles = {i: _middle([p for p in bands[i] if p.column in numeric]) for i in rows}
    for c in range(1, width):
        if c in numeric or not filled[c]:
            continue
        homes = _homes(bands, c, rows, filled[c], middles)
        if len({home for _, home in homes if home not in filled[c]}) < _FEWEST:
            continue
        for (i, piece), home in homes:
            made[i].remove(piece)
            made[home].append(piece)
    return made


def _homes(
    bands: Sequence[Sequence[Piece]], column: int, rows: list[int], filled: list[int], middles: dict[int, float]
) -> list[tuple[tuple[int, Piece], int]]:
    """Each piece that stands in no row, with the row it wraps around; nothing where that is open for one of them."""
    found: list[tuple[tuple[int, Piece], int]] = []
    for i in (i for i in filled if i not in rows):
        for piece in (p for p in bands[i] if p.column == column and p.last <= p.column):
            height, at = piece.chunk.height, _middle([piece])
            near = sorted((abs(middles[r] - at), r) for r in rows)
            away, home = near[0]
            clear = len(near) < 2 or near[1][0] - away > _CLEAR * height
            if not clear or away > (_HALF if home not in filled else _REACH) * height:
                return []
            found.append(((i, piece), home))
    return found


def _middle(pieces: Sequence[Piece]) -> float:
    return (min(p.chunk.top for p in pieces) + max(p.chunk.bottom for p in pieces)) / 2


def _holds_numbers(bands: Sequence[Sequence[Piece]], c: int) -> bool:
    pieces = [p for band in bands for p in band if p.column == c]
    return len(pieces) >= _FEWEST and sum(is_value(p.chunk.words[0].text) for p in pieces) >= 0.7 * len(pieces)
