"""The notes of a table: lines under it, or its own last lines, that are no rows."""

import re
from collections.abc import Iterator, Sequence

from evidence.read.captioned import NOTE
from evidence.read.pages.lines import Line, Word, lines_of
from evidence.read.pages.running import is_running
from evidence.read.pages.strips import chunks_of, is_body, is_value

__all__ = ["notes_under", "parted"]

_NEXT_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[A-Z]\w|\d{1,2}\.\s+[A-Z][\w ]{3,40}$")


def notes_under(bottom: float, x0: float, x1: float, words: Sequence[Word]) -> Iterator[Line]:
    """Lines right under a table that read like its notes."""
    under = lines_of([w for w in words if bottom < w.top < bottom + 60 and x0 - 6 <= w.x0 and w.x1 <= x1 + 6])
    last = bottom
    for i, line in enumerate(under):
        if line.top - last > 1.5 * line.height or (i == 0 and not NOTE.match(line.text)):
            return
        if i and (_NEXT_SECTION.match(line.text) or line.height > 1.2 * under[0].height):
            return  # the page goes on: a numbered heading, or larger type than that of the notes
        yield line
        last = line.bottom


def parted(lines: list[Line], x0: float, x1: float) -> tuple[list[Line], list[Line]]:
    """The rows, and the notes that were set inside the table's last rule."""
    first = next((i for i, line in enumerate(lines) if is_body(line)), len(lines))
    for i in range(first + 1, len(lines)):
        line = lines[i]
        begins = bool(NOTE.match(line.text)) or is_running(line, x0, x1)
        if begins and not any(_is_row(x) for x in lines[i + 1 :]) and not (_is_row(line) and not NOTE.match(line.text)):
            return lines[:i], lines[i:]
    return lines, []


def _is_row(line: Line) -> bool:
    """A row of numbers; or an item's wording with a number or two set apart behind it."""
    if not is_body(line):
        return False
    behind = chunks_of(line)[-1]
    return sum(is_value(w.text) for w in line.words) >= min(3, len(line.words) / 2) or all(
        is_value(w.text) for w in behind.words
    )
