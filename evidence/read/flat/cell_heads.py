"""The header of a table whose cells stand on lines of their own: broken headings, groups, names of a square."""

import re
from collections.abc import Sequence
from dataclasses import replace

from evidence.read.compose import RawCell
from evidence.read.flat.headings import cut, known
from evidence.read.flat.packed import is_value
from evidence.read.flat.placing import BLANK
from evidence.read.tables.header import heading
from evidence.read.tables.reach import parted
from evidence.settled import settled

__all__ = ["Head", "header", "leveled", "numbered", "squared", "whole"]

_FEWEST_NAMES = 3


@settled
class Head:
    """The lines of headings, one cell for each column; the words below them that head the first rows."""

    rows: list[list[RawCell]]
    sections: list[RawCell]


def whole(cells: Sequence[RawCell]) -> list[RawCell]:
    """Headings of which the end stands on the next line: `Path-` and `value`, `AVE` and `(above 0.5)`."""
    out: list[RawCell] = []
    for c in cells:
        above = out[-1].text if out else ""
        ends = c.text[:1].islower() and not known(c.text) and not known(c.text.split()[0])
        bracket = c.text.startswith("(") and not re.fullmatch(r"\(\d{1,2}\)", c.text)
        hyphen = re.search(r"[^\W\d_]-$", above) is not None and c.text[:1].islower()
        if above and (ends or bracket or hyphen) and not is_value(above):
            gap = "" if hyphen else " "
            out[-1] = replace(out[-1], text=above + gap + c.text, span=(out[-1].span[0], c.span[1]))  # type: ignore[index]
        else:
            out.append(c)
    return out


def numbered(cells: Sequence[RawCell]) -> int:
    """How many cells at the beginning, behind one of words at most, number the columns: `1 2 3`."""
    start = 1 if cells and not is_value(cells[0].text) else 0
    count = 0
    while start + count < len(cells) and cells[start + count].text.strip("(.)") == str(count + 1):
        count += 1
    return start + count if count >= _FEWEST_NAMES else 0


def squared(cells: Sequence[RawCell]) -> int:
    """How many cells at the beginning name the columns as the rows below them are named, in the same order."""
    names = [_fold(c.text) for c in cells]
    for first in (0, 1, 2):
        again = next((i for i in range(first + 1, len(names)) if names[i] == names[first]), 0)
        run = [n for n in names[first:again] if n]
        if len(run) < _FEWEST_NAMES or any(is_value(c.text) for c in cells[first:again]):
            continue
        rows = [n for n in names[again:] if n in run]
        if [*dict.fromkeys(rows)] == run:
            return again
    return 0


def header(cells: Sequence[RawCell], labels: Sequence[str], texts: int, count: int, told: bool) -> Head | None:
    """One heading for each column, where the cells above the rows give that."""
    marked = [RawCell(c.text, header=True, span=c.span) for c in cells]
    named = _named(marked, labels, texts, count, told)
    if named:
        return named
    levels = leveled(whole(marked), texts, count, told)
    if levels:
        return Head(levels, [])
    one = _single(marked, texts, count, told) or _single(whole(marked), texts, count, told)
    return Head([one], []) if one else None


def _single(cells: list[RawCell], texts: int, count: int, told: bool) -> list[RawCell] | None:
    """The first heading may be missing over the words, and one may span two limits."""
    want = texts + count + told
    kept = [c for c, after in zip(cells, [*cells[1:], BLANK], strict=False) if not _spans(c, after)]
    for found in (cells, kept):
        if len(found) in (want, want + 1) and len(found) - want <= _square(found):
            return found
        if texts and len(found) == want - texts:
            return [*[BLANK] * texts, *found]
        if texts > 1 and len(found) == want - texts + 1:
            return [*[BLANK] * (texts - 1), *found]
    if not cells:
        return None
    joined = " ".join(c.text for c in cells)
    for size in (want, want - texts):
        if cut(joined, 0, size):
            named = [c.text for c in cut(joined, 0, size) or ()]
            return [*[BLANK] * (want - size), *(RawCell(t, header=True) for t in named)]
    return None


def _named(cells: list[RawCell], labels: Sequence[str], texts: int, count: int, told: bool) -> Head | None:
    """The headings of a square table, named as its rows are, in their order; what stands below them heads rows."""
    order = [*dict.fromkeys(_fold(t) for t in labels)]
    names = [_fold(c.text) for c in cells]
    if told or count < _FEWEST_NAMES:
        return None
    for size in (count, count + 1):
        for first in range(max(0, len(cells) - size - 1), len(cells) - size + 1):
            if len(order) >= size and names[first : first + size] == order[:size]:
                return Head([[*[BLANK] * texts, *cells[first : first + size]]], cells[first + size :])
    return None


def _fold(text: str) -> str:
    """A name in its letters and digits only."""
    return re.sub(r"[\W_]", "", text).lower()


def leveled(cells: list[RawCell], texts: int, count: int, told: bool) -> list[list[RawCell]] | None:
    """Groups, and below each of them the same statistics."""
    groups = len(cells) - count - texts - told
    parts = parted([c.text for c in cells[-count:]], groups) if groups > 1 else None
    if not parts:
        return None
    wide = [replace(c, colspan=n) for c, n in zip(cells[texts : texts + groups], parts, strict=True)]
    blank = RawCell("", header=True)
    above = [*cells[:texts], *wide, *cells[texts + groups : -count]]
    return [above, [*[blank] * texts, *cells[-count:], *[blank] * told]]


def _spans(above: RawCell, below: RawCell) -> bool:
    """`95% CI` before `Lower`: a heading over the two that follow."""
    wide = heading(above.text).statistics
    return wide == ("ci",) and heading(below.text).statistics[:1] == ("ci_lo",)


def _square(cells: list[RawCell]) -> bool:
    """A triangle without its diagonal leaves the last column empty."""
    names = sum(not heading(c.text).statistics for c in cells)
    return names > 3
