"""The table over its caption: bounded by rules, or rows up from it for as long as lines have columns."""

import re
from collections.abc import Sequence

from evidence.read.pages.beside import REACH, column_words
from evidence.read.pages.captions import is_caption, overlap
from evidence.read.pages.heads import Rule
from evidence.read.pages.laid import Region, of_lines, region_of
from evidence.read.pages.lines import Line, lines_of
from evidence.read.pages.page import Page
from evidence.read.pages.running import is_running
from evidence.read.pages.strips import NUMBER, chunks_of, is_body, is_data

__all__ = ["holds_numbers", "rows_up", "rules_over", "table_over"]

_LABEL = re.compile(r"[HP]\s?\d{1,2}[a-z]?[.:]?")
_CLOSE = 0.8  # of the type's height: the space between rows and the notes under them
_NOTED = 4  # lines of such notes at most


def table_over(head: list[Line], end: float, ceiling: float, page: Page) -> Region | None:
    """The table over a caption: up from it for as long as lines have columns."""
    if bounded := rules_over(head, end, ceiling, page):
        low, high, inner = bounded
        region = region_of(head, low, high, inner[0].x0, inner[0].x1, page.words, inner)
        if region and (holds_numbers(region) or _lists_hypotheses(region)):
            return region
    taken = rows_up(
        lines_of(w for w in column_words(head, end - REACH, end, page) if ceiling < w.middle < end), end, page
    )
    return of_lines(head, taken, page.words, page.rules) if taken else None


def rows_up(lines: Sequence[Line], end: float, page: Page) -> list[Line]:
    """The last of some lines that stand over an end, with notes under them: up for as long as they have columns."""
    x0, x1 = min((line.x0 for line in lines), default=0.0), max((line.x1 for line in lines), default=0.0)
    taken = _notes_over(lines, x0, x1, page.gutter)
    for line in reversed(lines[: len(lines) - len(taken)]):
        gap = (taken[-1].top if taken else end) - line.bottom
        if gap > 2.5 * line.height or is_caption(line.text) or is_running(line, x0, x1, page.gutter):
            break
        taken.append(line)
    taken.reverse()
    while taken and len(chunks_of(taken[0])) < 2:
        taken.pop(0)
    return taken if sum(is_data(line) for line in taken) >= 2 else []


def _notes_over(lines: Sequence[Line], x0: float, x1: float, gutter: float | None) -> list[Line]:
    """Running text between rows and their caption that stands as close under the rows as they stand to each other."""
    for n in range(1, min(_NOTED, len(lines) - 1) + 1):
        first, above = lines[-n], lines[-n - 1]
        if first.top - above.bottom > _CLOSE * first.height or not overlap(first, above):
            return []
        if is_body(above) and not is_running(above, x0, x1, gutter):
            noted = any(is_running(line, x0, x1, gutter) for line in lines[-n:])
            return list(reversed(lines[-n:])) if noted else []
    return []


def rules_over(head: list[Line], end: float, ceiling: float, page: Page) -> tuple[float, float, list[Rule]] | None:
    """The rules that bound a table over its caption: the nearest wide one, and up while only the table is between."""
    near = [
        r
        for r in page.rules
        if end - 30 < r.y < end + 2 and r.x1 - r.x0 > 60 and r.x0 < head[0].x1 and head[0].x0 < r.x1
    ]
    if not near:
        return None
    last = max(near, key=lambda r: (round(r.y), r.x1 - r.x0))
    wide = [r for r in page.rules if abs(r.x0 - last.x0) < 6 and abs(r.x1 - last.x1) < 6 and ceiling <= r.y <= last.y]
    top = last.y
    for rule in sorted(wide, key=lambda r: -r.y):
        between = [w for w in page.words if rule.y < w.middle < top and last.x0 - 4 <= w.x0 and w.x1 <= last.x1 + 4]
        if sum(is_running(line, last.x0, last.x1, page.gutter) for line in lines_of(between)) > 2:
            break
        top = rule.y
    if top > last.y - 12:
        return None
    inner = [r for r in page.rules if top - 1 <= r.y <= last.y + 1 and r.x0 >= last.x0 - 6 and r.x1 <= last.x1 + 6]
    return top, last.y, [last, *inner]


def _lists_hypotheses(region: Region) -> bool:
    """Whether the rows begin with labels of hypotheses, as a summary without figures does."""
    labelled = sum(any(_LABEL.fullmatch(cell.text.strip()) for cell in row[:2]) for row in region.rows)
    return labelled > 1 and 2 * labelled > len(region.rows)


def holds_numbers(region: Region) -> bool:
    """Whether a cell of the table is a number."""
    return any(NUMBER.match(cell.text) for row in region.rows for cell in row)
