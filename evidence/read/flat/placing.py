"""Values in their columns, where a flattened table no longer shows its empty cells: triangles, limits, rows below."""

import re
from collections.abc import Sequence

from evidence.read.compose import RawCell
from evidence.read.late import late
from evidence.read.tables.header import heading

__all__ = ["BLANK", "placed"]

BLANK = RawCell("")
_FEWEST_OF_SQUARE = 3
_LIMIT = late(r"[<>≤≥=]|\d+\s?[-–~]\s?\d")
Values = Sequence[RawCell]


def placed(rows: Sequence[Values], heads: Sequence[str]) -> list[list[RawCell] | None]:
    """Each row's values in the columns; nothing for a row where some are missing and it cannot be told which.

    A square table fills as a triangle between the statistics before and behind it (`Mean SD 1 2 3 CR`); a column of
    limits at the end is empty in some rows.
    """
    count = len(heads)
    before = next((i for i, h in enumerate(heads) if not _statistic(h)), count)
    behind = next((i for i, h in enumerate(reversed(heads)) if not _statistic(h)), count)
    size = count - before - behind
    for slope in (1, -1) if size >= 2 else ():
        for diagonal in (1, 0):
            found = _triangle(rows, before, size, behind, slope, diagonal)
            if found:
                return found
    return _half_diagonal(rows, before, size, behind) or [_full(values, rows, heads) for values in rows]


def _statistic(text: str) -> bool:
    return bool(heading(text).statistics) and not re.fullmatch(r"\(?\d{1,2}[.)]?", text)


_OF_A_CONSTRUCT = frozenset(
    {"alpha", "cr", "ave", "rho_a", "omega", "sqrt_ave", "eigenvalue", "variance", "r2", "mean_r"}
)


def _full(values: Values, rows: Sequence[Values], heads: Sequence[str]) -> list[RawCell] | None:
    """All columns, or all but limits at the end, or all but the figures of a construct, which one of its rows has."""
    count = len(heads)
    missing = [heading(h).statistics[:1] for h in heads[len(values) :]]
    if values and missing and all(s and s[0] in _OF_A_CONSTRUCT for s in missing):
        return [*values, *[BLANK] * len(missing)]
    if len(values) == count:
        return list(values)
    if based := _without_differences(values, rows, heads):
        return based
    last = [v[-1].text for v in rows if len(v) == count]
    if len(values) == count - 1 and last and all(_LIMIT.match(t) for t in last):
        return [*values, BLANK]
    return None


_ON_DIAGONAL = re.compile(r"[(\[].+[)\]]|1(?:[.,]0+)?|[-–—−]")


def _half_diagonal(rows: Sequence[Values], before: int, size: int, behind: int) -> list[list[RawCell] | None] | None:
    """A lower triangle whose diagonal is printed, in brackets, for some of its rows: those that are scales."""
    out: list[list[RawCell] | None] = []
    if size < _FEWEST_OF_SQUARE or len(rows) < size:
        return None
    for place, values in enumerate(rows[:size]):
        inside = list(values[before : len(values) - behind])
        diagonal = len(inside) == place + 1 and _ON_DIAGONAL.fullmatch(inside[-1].text) is not None
        lost = len(inside) == place > 0 and inside[-1].text.startswith(("(", "["))  # the diagonal, one column too early
        if len(values) < before + behind or lost or not (diagonal or len(inside) == place):
            return None
        gap = [BLANK] * (size - len(inside))
        out.append([*values[:before], *inside, *gap, *values[len(values) - behind :]])
    below = [_full(values, rows, [""] * (before + size + behind)) for values in rows[size:]]
    return [*out, *below]


def _without_differences(values: Values, rows: Sequence[Values], heads: Sequence[str]) -> list[RawCell] | None:
    """The first or the last of several models, from which the others differ, without the columns of differences."""
    kept = [i for i, h in enumerate(heads) if "difference" not in heading(h).statistics]
    full = [v for v in rows if len(v) == len(heads)]
    if len(kept) != len(values) or len(full) != len(rows) - 1 or len(full) < 2 or values not in (rows[0], rows[-1]):
        return None
    alike = ("." in value.text for value in values)
    if any(all(("." in v[i].text) != dot for v in full) for i, dot in zip(kept, alike, strict=True)):
        return None  # a number without decimals under those with them: another is missing
    cells = [BLANK] * len(heads)
    for i, value in zip(kept, values, strict=True):
        cells[i] = value
    return cells


def _triangle(
    rows: Sequence[Values], before: int, size: int, behind: int, slope: int, diagonal: int
) -> list[list[RawCell] | None] | None:
    """The rows as a lower (slope 1) or an upper triangle with its diagonal or without; nothing where they are none."""
    outside = before + behind
    out: list[list[RawCell] | None] = []
    at = steps = 0
    reached = False
    for values in rows:
        for place in (at, 0) if at >= 0 else (0,):
            inside = place + diagonal if slope > 0 else size - place - (1 - diagonal)
            last = slope < 0 and diagonal == 1 and place == size  # its diagonal is not printed: nothing is left of it
            if len(values) == outside + inside and inside >= 0 and (place < size or last):
                gap = [BLANK] * (size - inside)
                square = list(values[before : len(values) - behind])
                square = square + gap if slope > 0 else gap + square
                out.append([*values[:before], *square, *values[len(values) - behind :]])
                steps += inside < size
                reached = reached or inside == (size - 1 + diagonal if slope > 0 else diagonal)
                at = place + 1
                break
        else:
            at = -1  # a triangle has no gap
            if len(values) == outside + size:
                out.append(list(values))
            elif len(values) == size:  # means or reliabilities under the square
                out.append([*[BLANK] * before, *values, *[BLANK] * behind])
            else:
                out.append(None)
    return out if reached and steps >= 2 and sum(r is None for r in out) * 5 <= len(out) else None
