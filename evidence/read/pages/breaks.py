"""Tables that a page break cut in two: one table again, its repeated header once."""

import re
from dataclasses import replace
from itertools import pairwise

from evidence.read.captioned import CAPTION
from evidence.read.compose import RawCell
from evidence.read.pages.cut import as_cut
from evidence.read.pages.heads import Rule
from evidence.read.pages.laid import Region, laid_out
from evidence.read.pages.lines import Line
from evidence.read.pages.strips import NUMBER, is_data

__all__ = ["joined"]

_CONTINUED = re.compile(r"\bcont(?:inued|inuation|['’]?d|\.)|[（(]续", re.IGNORECASE)
_GOES_ON = re.compile(r"[a-zß-ÿ&,;)]")
_SHARED = 0.85  # of the narrower part: how much of it stands under the other


def joined(first: Region, second: Region) -> Region | None:
    """The rows of both, without the header that the second part says again; None where they are two tables."""
    above = bool(second.caption) and second.caption[0].top < second.top
    if above:
        if not _again(first, second):
            return None
    elif (second.caption and first.caption) or not _same_ground(first, second):
        return None
    caption = first.caption or second.caption
    notes = (*first.notes, *second.notes)
    again = _without_header(first, second) if _width(first) == _width(second) else second.rows
    if first.lines and second.lines and len(again) == len(second.rows):  # without a header only the first has columns
        whole = laid_out(*_under(first, second))
        if whole is None:
            return None
        return replace(first, rows=whole.rows, caption=caption, notes=notes, lines=whole.lines, rules=whole.rules)
    if _width(first) != _width(second):
        return None
    lines, rules = _under(first, second) if first.lines and second.lines else (first.lines, first.rules)
    rows = _one_after_the_other(first.rows, again)
    return replace(first, rows=rows, caption=caption, notes=notes, lines=tuple(lines), rules=tuple(rules))


def _same_ground(first: Region, second: Region) -> bool:
    """Whether the narrower part would stand under the wider one on one long page."""
    shared = min(first.x1, second.x1) - max(first.x0, second.x0)
    return shared >= _SHARED * min(first.x1 - first.x0, second.x1 - second.x0)


def _again(first: Region, second: Region) -> bool:
    """Whether the second part says that it goes on with the first, or is called by all the same words."""
    said, before = (" ".join(line.text for line in part.caption) for part in (second, first))
    return _label(first) == _label(second) != "" and (bool(_CONTINUED.search(said)) or said == before)


def _under(first: Region, second: Region) -> tuple[list[Line], list[Rule]]:
    """The type and rules of both parts as if set on one long page."""
    lines = list(second.lines)
    for line in first.lines:
        if not lines or line.text != lines[0].text:
            break
        lines.pop(0)
    if not lines:
        lines = list(second.lines)
    data = [line.top for line in first.lines if is_data(line)]
    pitch = max([b - a for a, b in pairwise(data)], default=0.0)
    last = first.lines[-1]
    down = last.top + max(min(pitch, 3 * last.height), 2.0 * last.height) - lines[0].top  # clear of the row before
    moved = [Line(tuple(replace(w, top=w.top + down, bottom=w.bottom + down) for w in line.words)) for line in lines]
    rules = [Rule(r.x0, r.x1, r.y + down) for r in second.rules if r.y >= lines[0].top - 3]
    return [*first.lines, *moved], [*first.rules, *rules]


def _without_header(first: Region, second: Region) -> tuple[tuple[RawCell, ...], ...]:
    same = 0
    for above, below in zip(first.rows, second.rows, strict=False):
        if [c.text for c in above] != [c.text for c in below]:
            break
        same += 1
    return second.rows[same:]


Rows = tuple[tuple[RawCell, ...], ...]


def _one_after_the_other(above: Rows, below: Rows) -> Rows:
    """The rows of both parts; a row that the break cut, so that its words end on the next page, is one."""
    if not above or not below or len(above[-1]) != len(below[0]):
        return (*above, *below)
    rest = [(a.text, b.text) for a, b in zip(above[-1], below[0], strict=True) if b.text]
    alone = len(below) == 1 and not any(NUMBER.match(b) for _, b in rest)  # it heads no rows
    if not rest or not all(a and (alone or _GOES_ON.match(b)) for a, b in rest):
        return (*above, *below)
    whole = tuple(
        replace(a, text=as_cut(a.text, b.text)) if b.text else a for a, b in zip(above[-1], below[0], strict=True)
    )
    return (*above[:-1], whole, *below[1:])


def _label(region: Region) -> str:
    match = CAPTION.match(" ".join(line.text for line in region.caption))
    return " ".join(match["label"].lower().split()) if match else ""


def _width(region: Region) -> int:
    return max(sum(c.colspan for c in row) for row in region.rows)
