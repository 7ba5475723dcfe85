"""The margin of a page: captions, dates and the journal's own lines set in a narrow column beside the text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

from evidence.read.captioned import CAPTION
from evidence.read.pages.heads import Rule
from evidence.read.pages.lines import Line, Word, lines_of
from evidence.read.pages.sheet import Sheet
from evidence.read.pages.strips import is_value

__all__ = ["Margin", "blocks_of_margin", "margins_of"]

_FEWEST = 8  # lines of running text on a page that show where its column ends
_FULL = 4  # of them that reach from edge to edge
_EDGE = 1.0  # points that the lines of a justified column end apart
_APART = 6.0  # points between the column and its margin at least
_COLUMN = 0.5  # of the page: how wide the column of text is at least, so that it is not one of two
_WORDS = 1.5  # to a line of a margin, on average: codes of items have one
_CLOSE = 0.9  # of the type's height: how close the lines of a title stand
_VALUES = 3  # in a row of a table
_NARROW = 0.45  # of the column: how wide its margin is at most


class _Column(NamedTuple):
    low: float
    high: float
    end: float  # of its last full line
    stop: float  # how far down the page


Margin = tuple[tuple[Line, ...], ...]  # its blocks, parted by white space


def margins_of(sheet: Sheet) -> tuple[Sheet, Margin]:
    """A page without the words of its margin, and these; on a page without a margin nothing is taken away."""
    lines = lines_of(sheet.words)
    column = _column(lines, sheet.width)
    if column is None:
        return sheet, ()
    edges, lines = (column.low, column.high), [line for line in lines if line.top < column.stop]
    for right in (True, False):
        own = [piece for line in lines for piece in _outside(line, edges, right)]
        own = _flush(own, right)
        own = own if right else [piece for piece in own if not _ends_a_title(piece, lines, edges[0])]
        width = max((piece.x1 for piece in own), default=0.0) - min((piece.x0 for piece in own), default=0.0)
        if len(own) < 2 or width > _NARROW * (edges[1] - edges[0]):
            continue
        crossing = [rule.y for rule in sheet.rules if _crosses(rule, own, edges)]
        own = _between(own, crossing, column.end) if column.stop < inf else own
        if (crossing and column.stop == inf) or len(own) < 2 or _heads_rows(lines, own):
            continue  # a column of a table
        taken = {id(w) for piece in own for w in piece.words}
        rest = [w for w in sheet.words if id(w) not in taken]
        return replace(sheet, words=rest), blocks_of_margin([w for piece in own for w in piece.words])
    return sheet, ()


def _between(own: list[Line], rules: Sequence[float], end: float) -> list[Line]:
    """Beside an abstract over two columns: the pieces between the rules across the page that hold the most."""
    parts: dict[int, list[Line]] = {}
    for piece in own:
        parts.setdefault(sum(y < piece.top for y in rules), []).append(piece)
    kept = max(parts.values(), key=len)
    while len(kept) > 1 and kept[-1].top > end and kept[-1].top - kept[-2].bottom > kept[-1].height:
        kept.pop()  # the heading of the text below
    return kept


def _crosses(rule: Rule, own: Sequence[Line], edges: tuple[float, float]) -> bool:
    """Whether a line is drawn over the text and its margin, between the first and the last line of this."""
    within = min(p.top for p in own) - 20 < rule.y < max(p.bottom for p in own) + 20
    low, high = min(p.x0 for p in own), max(p.x1 for p in own)
    return within and min(rule.x1, high) - max(rule.x0, low) > 5 and min(rule.x1, edges[1]) - max(rule.x0, edges[0]) > 5


def _ends_a_title(piece: Line, lines: Sequence[Line], low: float) -> bool:
    """Whether a piece is the last line of what begins with it at the left and reaches into the column of text."""
    over = [line for line in lines if line.bottom <= piece.top + 1 and piece.top - line.bottom < _CLOSE * piece.height]
    above = max(over, key=lambda line: line.bottom, default=None)
    whole = above is not None and abs(above.x0 - piece.x0) <= _EDGE and above.x1 > low + _APART
    return whole and above is not None and _first_piece(above).x0 == above.x0 and _first_piece(above).x1 > low


def _heads_rows(lines: Sequence[Line], own: Sequence[Line]) -> bool:
    """Whether most pieces stand before or behind rows of figures."""
    outside = {id(w) for piece in own for w in piece.words}
    beside = [
        [w for w in line.words if id(w) not in outside] for line in lines if any(id(w) in outside for w in line.words)
    ]
    figures = [sum(is_value(w.text) for w in rest) >= _VALUES for rest in beside]
    captioned = any(CAPTION.match(" ".join(w.text for w in p.words)) and f for p, f in zip(own, figures, strict=False))
    return 2 * sum(figures) > len(beside) and not captioned


def _column(lines: Sequence[Line], width: float) -> _Column | None:
    """The edges of the one column of running text."""
    prose = [line for line in (_first_piece(line) for line in lines) if _is_prose(line)]
    if len(prose) < _FEWEST:
        return None
    for (left, end), _ in Counter((round(line.x0), round(line.x1)) for line in prose).most_common():
        filled = [line for line in prose if abs(line.x0 - left) <= _EDGE and abs(line.x1 - end) <= _EDGE]
        if len(filled) >= _FULL and end - left >= _COLUMN * width:
            last = max(line.bottom for line in filled)
            return _Column(min(x.x0 for x in filled), max(x.x1 for x in filled), last, _stop(prose, last, left))
    return None


def _stop(prose: Sequence[Line], last: float, left: float) -> float:
    """Where the column ends over text that is set otherwise: an abstract over two columns."""
    return min((x.top for x in prose if x.top > last and x.x0 < left - _APART and x.x1 > left + _APART), default=inf)


def _first_piece(line: Line) -> Line:
    """The longest stretch of a line without a wide gap."""
    cut: list[list[Word]] = []
    for word in line.words:
        if cut and word.x0 - cut[-1][-1].x1 < _APART:
            cut[-1].append(word)
        else:
            cut.append([word])
    longest = max(range(len(cut)), key=lambda i: cut[i][-1].x1 - cut[i][0].x0)
    return Line(tuple(cut[longest]))


def _is_prose(line: Line) -> bool:
    return len(line.words) >= 6 and 2 * sum(w.text[:1].isalpha() for w in line.words) > len(line.words)


def _outside(line: Line, edges: tuple[float, float], right: bool) -> list[Line]:
    """What a line has beyond the column, where white space parts it from what stands within."""
    low, high = edges
    out = [w for w in line.words if (w.x0 > high + _APART - 1 if right else w.x1 < low - _APART + 1)]
    inside = [w for w in line.words if w not in out]
    if not out or any(w.x1 > high + _EDGE if right else w.x0 < low - _EDGE for w in inside):
        return []
    return [Line(tuple(out))]


def _flush(pieces: list[Line], right: bool) -> list[Line]:
    """The pieces that begin where most begin (in a left margin: or end where most end)."""
    if not pieces:
        return []
    ways = [[p.x0 for p in pieces]] if right else [[p.x0 for p in pieces], [p.x1 for p in pieces]]
    best: list[Line] = []
    for places in ways:
        place, _ = Counter(round(x) for x in places).most_common(1)[0]
        flush = [p for p, x in zip(pieces, places, strict=True) if abs(x - place) <= _EDGE]
        best = max(best, flush, key=len)
    words = [w for p in best for w in p.words]
    prose = 2 * sum(w.text[:1].isalpha() for w in words) >= len(words) >= _WORDS * len(best)
    return best if prose else []


def blocks_of_margin(words: list[Word]) -> Margin:
    """Words as lines, in blocks that white space parts."""
    made: list[list[Line]] = []
    for line in lines_of(words):
        if made and line.top - made[-1][-1].bottom < 0.9 * line.height:
            made[-1].append(line)
        else:
            made.append([line])
    return tuple(tuple(block) for block in made)
