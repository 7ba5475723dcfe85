"""Tables that a page break cut in two: one table again, its repeated header once."""

import re
from dataclasses import replace

from evidence.read.compose import CAPTION, RawCell
from evidence.read.pages.heads import Rule
from evidence.read.pages.lines import Line
from evidence.read.pages.regions import Region, laid_out

__all__ = ["joined"]

_CONTINUED = re.compile(r"\bcont(?:inued|inuation|['’]?d|\.)|[（(]续", re.IGNORECASE)
_SHIFT = 14.0  # points that the edges of two parts may be apart


def joined(first: Region, second: Region) -> Region | None:
    """The rows of both, without the header that the second part says again; None where they are two tables."""
    above = bool(second.caption) and second.caption[0].top < second.top
    if above:
        if not _again(first, second):
            return None
    elif second.caption and first.caption:
        return None
    elif second.x0 < first.x0 - _SHIFT or second.x1 > first.x1 + _SHIFT:
        return None
    caption = first.caption or second.caption
    notes = (*first.notes, *second.notes)
    if first.lines and second.lines:
        whole = laid_out(*_under(first, second))
        if whole is None:
            return None
        return replace(first, rows=whole.rows, caption=caption, notes=notes, lines=whole.lines, rules=whole.rules)
    if _width(first) != _width(second):
        return None
    return replace(first, rows=(*first.rows, *_without_header(first, second)), caption=caption, notes=notes)


def _again(first: Region, second: Region) -> bool:
    said = " ".join(line.text for line in second.caption)
    return _label(first) == _label(second) != "" and bool(_CONTINUED.search(said))


def _under(first: Region, second: Region) -> tuple[list[Line], list[Rule]]:
    """The type and rules of both parts as if set on one long page."""
    lines = list(second.lines)
    for line in first.lines:
        if not lines or line.text != lines[0].text:
            break
        lines.pop(0)
    if not lines:
        lines = list(second.lines)
    pitches = sorted(b.top - a.top for a, b in zip(first.lines, first.lines[1:], strict=False) if b.top > a.top + 1)
    pitch = pitches[len(pitches) // 2] if pitches else 12.0
    down = first.lines[-1].top + pitch - lines[0].top
    moved = [
        Line(tuple(replace(w, top=w.top + down, bottom=w.bottom + down) for w in line.words)) for line in lines
    ]
    rules = [Rule(r.x0, r.x1, r.y + down) for r in second.rules if r.y >= lines[0].top - 3]
    return [*first.lines, *moved], [*first.rules, *rules]


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
