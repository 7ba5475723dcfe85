"""Values on two lines, a label at half their height: all of it is one row.

         0.31***   0.12
Salt
         (4.25)   (1.32)
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from evidence.read.pages.strips import is_value
from evidence.read.pages.wrapping import Piece

__all__ = ["about_labels"]

_FEWEST = 2  # rows with values above and below their labels
_RAISED = 0.3  # of the type's height: how far values on the label's line are above it at least
_APART = 0.6  # of the type's height: the widest space between the lines of one row
_BRACKETED = re.compile(r"[(\[][-−–<]?\d*[.,]?\d")

_Bands = Sequence[Sequence[Piece]]


def about_labels(bands: _Bands) -> list[list[Piece]]:
    """The rows of a table's body, what stands above and below a label in the label's; none where nothing does."""
    bands = [_in_place(band, bands[:i]) for i, band in enumerate(bands)]
    made = [list(band) for band in bands]
    homes: dict[int, int] = {}
    rows = 0
    for i in (i for i, band in enumerate(bands) if any(p.column == 0 for p in band)):
        above, below = _above(bands, i), _below(bands, i)
        rows += below and (above or _raised(bands[i]))
        homes.update({i - 1: i} if above and below else {})
        homes.update({i + 1: i} if below or _ends(bands, i) else {})
    if rows < _FEWEST:
        return []
    for line, home in sorted(homes.items()):
        home = homes.get(home, home)
        made[home] += made[line]
        made[line] = []
    return [row for row in made if row]


def _in_place(line: Sequence[Piece], before: _Bands) -> Sequence[Piece]:
    """A line of one value in brackets, which looks like a heading over columns: in the column of what it is under."""
    if len(line) != 1 or line[0].last <= line[0].column or not _BRACKETED.match(line[0].chunk.text):
        return line
    own = line[0]
    over = next((p for band in before[:-3:-1] for p in band if _under(own, p)), None)
    return [replace(own, column=over.column, last=over.last)] if over else line


def _under(own: Piece, other: Piece) -> bool:
    return other.last <= other.column and other.chunk.x0 < own.chunk.x1 and own.chunk.x0 < other.chunk.x1


def _above(bands: _Bands, label: int) -> bool:
    """Whether the line above a label has values of its row: none in brackets, and none beside the label."""
    if not label or not bands[label - 1]:
        return False
    line, own = bands[label - 1], {p.column for p in bands[label]}
    return _near(line, bands[label]) and all(
        is_value(p.chunk.words[0].text) and p.column not in own and p.column > 0 for p in line
    )


def _below(bands: _Bands, label: int) -> bool:
    """Whether the line below a label has what stands in brackets under values of its row."""
    if label + 1 >= len(bands) or not bands[label + 1]:
        return False
    line = bands[label + 1]
    return (
        _near(bands[label], line)
        and all(p.column > 0 for p in line)
        and any(_BRACKETED.match(p.chunk.text) for p in line)
        and all(_BRACKETED.match(p.chunk.text) or is_value(p.chunk.words[0].text) for p in line)
    )


def _ends(bands: _Bands, label: int) -> bool:
    """Whether the next line ends a label, with what stands in brackets under the values beside its first line."""
    if label + 1 >= len(bands):
        return False
    line = bands[label + 1]
    beside = {p.column for p in bands[label] if is_value(p.chunk.words[0].text)}
    under = {p.column for p in line if _BRACKETED.match(p.chunk.text)}
    words = [p for p in line if p.column not in under]
    whole = bool(under) and under == beside and 0 not in under
    return whole and [p.column for p in words] == [0] and _near(bands[label], line)


def _raised(line: Sequence[Piece]) -> bool:
    """Whether a value stands higher than the label on its line."""
    label = next(p for p in line if p.column == 0)
    return any(label.chunk.top - p.chunk.top > _RAISED * label.chunk.height for p in line)


def _near(above: Sequence[Piece], below: Sequence[Piece]) -> bool:
    gap = min(p.chunk.top for p in below) - max(p.chunk.bottom for p in above)
    return gap < _APART * below[0].chunk.height
