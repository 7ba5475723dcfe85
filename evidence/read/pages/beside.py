"""Which words of a page may be of a caption's table: those of its column, or all where the table runs across."""

from statistics import median

from evidence.read.pages.captions import is_caption
from evidence.read.pages.heads import Rule
from evidence.read.pages.lines import Line, Word, lines_of
from evidence.read.pages.page import Page
from evidence.read.pages.running import is_running
from evidence.read.pages.strips import is_data

__all__ = ["REACH", "column_words"]

REACH = 90.0  # points of a table beside its caption that show whether it runs over both columns of a page
_ALIGNED = 0.1  # of the type's height: how far the cells of a row may differ in theirs


def column_words(head: list[Line], top: float, bottom: float, page: Page) -> list[Word]:
    """The words that may be of a caption's table: those of its column of the page, or all where it runs across.

    What stands between `top` and `bottom`, right under or over the caption, tells.
    """
    gutter = page.gutter
    words = [w for w in page.words if not any(w in line.words for line in head)]
    if gutter is None or (head[0].x0 < gutter - 4 and max(line.x1 for line in head) > gutter + 4):
        return words
    left = head[0].x0 < gutter
    own = [w for w in words if ((w.x0 + w.x1) / 2 < gutter) == left]
    rules = [r for r in page.rules if top - 5 < r.y < bottom and r.x1 - r.x0 > 60 and _under(r, head[0])]
    if rules and not any(r.x0 < gutter - 10 and gutter + 10 < r.x1 for r in rules):
        return own
    across = [line for line in lines_of(w for w in words if top - 2 < w.middle < bottom) if _on_both(line, gutter)]
    if any(is_caption(_side(line, gutter, not left).text) for line in across):
        return own
    sides = [_side(line, gutter, not left) for line in across]
    width = max((line.x1 - line.x0 for line in sides), default=0.0)
    running = sum(is_running(line, 0.0, width) for line in sides)
    level = sum(_level(line, gutter) for line in across)
    if level > max(1, len(across) / 2) and 2 * running < len(sides) and any(is_data(line) for line in across):
        return words
    return own


def _on_both(line: Line, gutter: float) -> bool:
    return line.x0 < gutter < line.words[-1].x0


def _side(line: Line, gutter: float, left: bool) -> Line:
    """The words of a line on one side of the gutter."""
    return Line(tuple(w for w in line.words if (w.x0 < gutter) == left))


def _level(line: Line, gutter: float) -> bool:
    """Whether both halves of a line stand at one height, as the cells of a row do."""
    left, right = (median(w.middle for w in line.words if (w.x0 < gutter) == side) for side in (True, False))
    return abs(left - right) < _ALIGNED * line.height


def _under(rule: Rule, line: Line) -> bool:
    return rule.x0 < line.x1 and line.x0 < rule.x1
