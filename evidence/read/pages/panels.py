"""The panel of a first page: what a journal sets beside title and abstract in a column of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from evidence.read.pages.lines import Word, lines_of
from evidence.read.pages.margins import Margin, blocks_of_margin
from evidence.read.pages.sheet import Sheet

__all__ = ["panel_of"]

_FEWEST = 4  # lines on either side
_STEP = 3.0  # points between the places that are tried
_EDGE = 0.12  # of the page: how far from its edges the white space is at least
_WIDEST = 0.42  # of the type on the page: how wide a panel is at most
_OTHER = 0.06  # how much larger or smaller its type is
_LEVEL = 0.7  # of its lines that stand level with lines of the text where both are rows
_ALIKE = 0.3  # points that lines of one type differ in height at most
_APART = 5.0  # points of white space between a panel and the text


def panel_of(sheet: Sheet) -> tuple[Sheet, Margin]:
    """The first page without its panel, and this; a page without one is as it was.

    White space parts it from title, names and abstract over some lines; it is narrower, and set in other type.
    """
    words = sheet.words
    if not words:
        return sheet, ()
    width = max(w.x1 for w in words) - min(w.x0 for w in words)
    found = max(_panels(sheet, width), key=len, default=[])
    if not found:
        return sheet, ()
    taken = {id(w) for w in found}
    return replace(sheet, words=[w for w in words if id(w) not in taken]), blocks_of_margin(found)


def _panels(sheet: Sheet, width: float) -> Iterator[list[Word]]:
    words, x = sheet.words, _EDGE * sheet.width
    placed = [(w, w.middle) for w in words]
    while x < (1 - _EDGE) * sheet.width:
        for low, high in _clear(words, x):
            inside = [w for w, middle in placed if low < middle < high]
            left, right = [w for w in inside if w.x1 <= x], [w for w in inside if w.x0 >= x]
            if left and right:
                narrow, wide = sorted((left, right), key=_width)
                narrow = _begun(narrow, [w for w in words if w.middle <= low])
                if narrow and _is_panel(narrow, wide, width) and not _ruled(narrow, x, sheet):
                    yield narrow
        x += _STEP


def _ruled(narrow: list[Word], x: float, sheet: Sheet) -> bool:
    """Whether a line is drawn across the white space: a table stands there."""
    top, bottom = min(w.top for w in narrow), max(w.bottom for w in narrow)
    return any(top + 2 < r.y < bottom - 2 and r.x0 < x - _APART and r.x1 > x + _APART for r in sheet.rules)


def _begun(narrow: list[Word], above: list[Word]) -> list[Word]:
    """A panel without its first lines, where these are larger, or go on with what runs across the page above it."""
    last = max(above, key=lambda w: w.bottom, default=None)
    usual = median(w.height for w in narrow)
    for line in lines_of(narrow):
        near = last is not None and line.top - last.bottom < 0.8 * last.height
        alike = last is not None and abs(line.height - last.height) < _ALIKE
        if not (near and alike) and line.height < (1 + 2 * _OTHER) * usual:
            break
        last = line.words[0]
        narrow = [w for w in narrow if w not in line.words]
    return narrow


def _clear(words: Sequence[Word], x: float) -> list[tuple[float, float]]:
    """The stretches of a page that no word crosses at a place."""
    crossing = sorted(w.middle for w in words if w.x0 < x + _APART / 2 and w.x1 > x - _APART / 2)
    return [(a, b) for a, b in zip([-1.0, *crossing], [*crossing, float("inf")], strict=True) if b - a > 30]


def _width(words: Sequence[Word]) -> float:
    return max(w.x1 for w in words) - min(w.x0 for w in words)


def _is_panel(narrow: list[Word], wide: list[Word], width: float) -> bool:
    if _width(narrow) > _WIDEST * width:
        return False
    own, other = lines_of(narrow), lines_of(wide)
    if len(own) < _FEWEST or len(other) < _FEWEST:
        return False
    if sum(w.text[:1].isalpha() for w in narrow) < len(narrow) / 2:
        return False  # a column of figures
    level = sum(any(abs(a.bottom - b.bottom) < 1 for b in other) for a in own)
    if level > _LEVEL * len(own):
        return False  # cells of rows
    heights = (median(w.height for w in narrow), median(w.height for w in wide))
    return abs(heights[0] - heights[1]) > _OTHER * heights[1]
