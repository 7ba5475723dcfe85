"""Tables that a page break cut in two: one table again, its repeated header once."""

import re
from dataclasses import replace

from evidence.read.compose import CAPTION, RawCell
from evidence.read.pages.regions import Region

__all__ = ["continues", "joined"]

_CONTINUED = re.compile(r"\bcont(?:inued|inuation|['’]?d|\.)|[（(]续", re.IGNORECASE)
_SHIFT = 14.0  # points that the columns of two parts may be apart


def continues(first: Region, second: Region) -> bool:
    """Whether the second region, at the top of the next page, holds more rows of the first."""
    if second.caption:
        label, again = _label(first), _label(second)
        said = " ".join(line.text for line in second.caption)
        return again == label != "" and bool(_CONTINUED.search(said)) and _width(first) == _width(second)
    if _width(first) != _width(second) or len(first.edges) != len(second.edges):
        return False
    left, right = first.x0 - second.x0, first.x1 - second.x1
    return abs(left) < _SHIFT and abs(right) < _SHIFT


def joined(first: Region, second: Region) -> Region:
    """The rows of both, without the header that the second part says again."""
    return replace(first, rows=(*first.rows, *_without_header(first, second)), notes=(*first.notes, *second.notes))


def _without_header(first: Region, second: Region) -> tuple[tuple[RawCell, ...], ...]:
    same = 0
    for above, below in zip(first.rows, second.rows, strict=False):
        if [c.text for c in above] != [c.text for c in below]:
            break
        same += 1
    return second.rows[same:]


def _label(region: Region) -> str:
    match = CAPTION.match(" ".join(line.text for line in region.caption))
    return " ".join(match["label"].lower().split()) if match else ""


def _width(region: Region) -> int:
    return max(sum(c.colspan for c in row) for row in region.rows)
