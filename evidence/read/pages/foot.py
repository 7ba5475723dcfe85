"""Captions at the foot of a page, whose table begins at the head of the next."""

from itertools import pairwise

from evidence.read.pages.captions import caption_lines, captions_in, is_caption
from evidence.read.pages.lines import Line
from evidence.read.pages.regions import Page
from evidence.read.pages.running import is_running
from evidence.read.pages.strips import chunks_of, is_data

__all__ = ["begins_table", "ending_caption"]

_TO_FOOT = 4  # lines that a caption takes at most
_AHEAD = 6  # lines of a page that show whether it begins with a table


def ending_caption(page: Page) -> list[Line]:
    """The caption that a page ends with, with nothing below or beside it."""
    lines = list(page.lines)
    found = [i for i in captions_in(lines) if i >= len(lines) - _TO_FOOT]
    if not found:
        return []
    head, _ = caption_lines(lines, found[-1], page.rules)
    ends = head == lines[found[-1] :]
    lowest = all(line.bottom <= head[0].top + 2 for line in lines[: found[-1]])
    closed = any(0 < head[0].top - r.y < 3 * head[0].height for r in page.rules)  # it may stand under its table
    return head if ends and lowest and not closed and page.gutter is None else []


def begins_table(page: Page) -> bool:
    """Whether a page begins with rows of a table that has no caption of its own."""
    lines = list(page.lines[:_AHEAD])
    if is_caption(lines[0].text) or is_running(lines[0], lines[0].x0, max(x.x1 for x in page.lines), page.gutter):
        return False
    near = [a for a, b in pairwise(lines) if b.top - a.bottom < 3 * a.height]
    return len(chunks_of(lines[0])) > 1 and sum(is_data(line) for line in [*near, lines[-1]]) >= 2
