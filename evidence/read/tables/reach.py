"""Headings over several columns, whose reach a conversion dropped: told by the headings below, which repeat.

Path | Girls | Boys | Result               Path | Girls | Girls | Boys | Boys | Result
     | Beta  | t    | Beta | t |     is         | Beta  | t     | Beta | t    |
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from evidence.read.model import Cell
from evidence.read.tables.header import statistic
from evidence.read.tables.lines import Line, shown

__all__ = ["reaching"]

Cuts = tuple[int, ...]
_MOST = 12  # columns of repeating headings cut into groups
_BEFORE = (1, 2)  # headings before the groups, where the line below does not show them
_BEHIND = (0, 1)


def reaching(lines: list[Line], head: int) -> list[Line]:
    """The lines of headings, each heading over the columns that it spans."""
    out = list(lines)
    for at in range(1, head):
        found = _shifted(out[at - 1], out[at]) or _spread(out[at - 1], out[at]) or _centred(out[at - 1], out[at])
        if found:
            out[at - 1 : at + 1] = found
    return out


def _stretch(line: Line) -> tuple[int, int]:
    """Where its headings begin and end; nothing between them may be empty."""
    filled = [i for i, c in enumerate(line) if shown(c)]
    return (filled[0], filled[-1] + 1) if filled and filled[-1] - filled[0] + 1 == len(filled) else (0, 0)


def _shifted(above: Line, line: Line) -> list[Line] | None:
    """The reach is kept, but the line below moved to the left: it begins under the first heading that spans columns."""
    left, count = _stretch(line)
    width = len(above)
    held = [bool(shown(c)) for c in above]
    if left or not 0 < count < width or all(held[: max(i + 1 for i in range(width) if held[i] or not i)]):
        return None
    alone = [held[i] and (i + 1 == width or held[i + 1]) for i in range(width)]
    before = next((i for i in range(width) if not alone[i]), width)
    behind = next((i for i in range(width) if not alone[-1 - i]), width)
    if not before or before + count + behind != width:
        return None
    return [above, (Cell(),) * before + line[:count] + (Cell(),) * behind]


def _spread(above: Line, line: Line) -> list[Line] | None:
    """The reach is dropped: as many headings stand above as groups of headings below, and those beside the groups."""
    left, right = _stretch(line)
    start, told = _stretch(above)
    width = len(above)
    if start or not right or told >= width:
        return None
    sides = [(left, width - right)] if left else [(a, b) for a in _BEFORE for b in _BEHIND if a + right + b == width]
    for before, behind in sides:
        parts = parted([shown(c) for c in line[left:right]], told - before - behind)
        if parts:
            groups = above[before : told - behind]
            wide = tuple(replace(c, origin=not i) for c, n in zip(groups, parts, strict=True) for i in range(n))
            below = (Cell(),) * before + line[left:right] + (Cell(),) * behind
            return [above[:before] + wide + above[told - behind : told], below]
    return None


def _centred(above: Line, line: Line) -> list[Line] | None:
    """The headings stand in the middle of their columns."""
    left, right = _stretch(line)
    places = [i for i in range(left, right) if shown(above[i])]
    parts = parted([shown(c) for c in line[left:right]], len(places))
    if not parts:
        return None
    starts = [left + sum(parts[:i]) for i in range(len(parts))]
    inside = all(s <= p < s + n for s, p, n in zip(starts, places, parts, strict=True))
    if starts == places or not inside:
        return None
    wide = tuple(replace(above[p], origin=not i) for p, n in zip(places, parts, strict=True) for i in range(n))
    return [above[:left] + wide + above[right:], line]


def parted(names: Sequence[str], groups: int) -> list[int] | None:
    """How many headings each group has, where they repeat from group to group; nothing where that is not sure.

    >>> parted(["Beta", "t", "Beta", "t"], 2), parted(["Beta", "t", "p", "SE"], 2)
    ([2, 2], None)
    """
    if not 2 <= groups < len(names) or not all(map(statistic, names)):
        return None
    if len(names) % groups == 0:
        size = len(names) // groups
        if list(names) == list(names[:size]) * groups:
            return [size] * groups
    if len(names) > _MOST:
        return None
    ways: list[tuple[int, Cuts]] = []
    for cuts in combinations(range(1, len(names)), groups - 1):
        parts = [tuple(names[a:b]) for a, b in pairwise((0, *cuts, len(names)))]
        if all(len(set(p)) == len(p) for p in parts):
            ways.append((sum(a == b for a, b in pairwise(parts)), cuts))
    ways.sort(reverse=True)
    if not ways or not ways[0][0] or (len(ways) > 1 and ways[1][0] == ways[0][0]):
        return None
    return [b - a for a, b in pairwise((0, *ways[0][1], len(names)))]
