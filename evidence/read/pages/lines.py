"""Words on a page, their lines, and the order in which a person reads them in one or two columns."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median
from typing import NamedTuple

from evidence.kept import kept
from evidence.read.late import late
from evidence.settled import settled

__all__ = ["Line", "Word", "body_words", "gutter_of", "lines_of", "reading_order"]

_STARS = re.compile(r"^[*∗]{1,4}$")
_FIGURE = re.compile(r"\d\)?$")
_HAN = late(r"[\u3040-\u30ff\u4e00-\u9fff]")
_CHARACTERS = 8  # Chinese, in a row, that are running text
_FEW = 4  # on one side, where the other pages have two columns
_BOTH = 7  # lines of running text on either side that make a page one of two columns


@settled
class Word:
    """Characters without a space in them; distances in points from the top left."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    span: tuple[int, int] | None = None  # its characters, where the document is a text
    set_off: bool = False  # in bold or italics

    @kept
    def height(self) -> float:
        """Of the type."""
        return self.bottom - self.top

    @kept
    def middle(self) -> float:
        """The height of the line's middle."""
        return (self.top + self.bottom) / 2


@settled
class Line:
    """Words at one height, left to right."""

    words: tuple[Word, ...]

    @kept
    def text(self) -> str:
        """The words with one space between them."""
        return " ".join(w.text for w in self.words)

    @kept
    def set_off(self) -> bool:
        """Whether all of it is in bold or italics."""
        return all(w.set_off for w in self.words)

    @kept
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @kept
    def x1(self) -> float:
        """Right edge."""
        return max(w.x1 for w in self.words)

    @kept
    def top(self) -> float:
        """Upper edge of the tallest word."""
        return min(w.top for w in self.words)

    @kept
    def bottom(self) -> float:
        """Lower edge."""
        return max(w.bottom for w in self.words)

    @kept
    def height(self) -> float:
        """Of most of its type."""
        return median(w.height for w in self.words)


def body_words(words: Iterable[Word], height: float) -> list[Word]:
    """Words on the page, upside to top."""
    return _starred([w for w in words if w.top >= -5 and w.bottom <= height + 5 and w.text.strip()])


def _starred(words: list[Word]) -> list[Word]:
    """Stars set apart from the number before them are part of it."""
    made: list[Word] = []
    for word in words:
        last = made[-1] if made else None
        if (
            last
            and _STARS.match(word.text)
            and _FIGURE.search(last.text)
            and abs(word.bottom - last.bottom) < 0.6 * last.height
            and -1 < word.x0 - last.x1 < last.height
        ):
            made[-1] = replace(last, text=last.text + word.text, x1=word.x1)
        else:
            made.append(word)
    return made


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Words whose heights overlap by half are one line; raised and lowered figures stay with theirs."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.middle, w.x0)):
        top, bottom = word.top, word.bottom
        for line in reversed(lines[-4:]):
            first = line[0]
            over = (bottom if bottom < first.bottom else first.bottom) - (top if top > first.top else first.top)
            if 2 * over > bottom - top or 2 * over > first.height:
                line.append(word)
                break
        else:
            lines.append([word])
    made = [Line(tuple(sorted(line, key=lambda w: w.x0))) for line in lines]
    return sorted(made, key=lambda line: (line.top, line.x0))


class _Pieces(NamedTuple):
    """A line cut where its gaps are wide."""

    cut: list[tuple[float, float, bool]]  # from, to, and whether the piece is running text
    end: float  # the leftmost of any piece
    ends: float  # the leftmost end of running text
    begins: float  # the rightmost beginning of running text


def gutter_of(words: list[Word], width: float, known: float | None = None) -> float | None:
    """Where a page of two columns is divided: a strip with running text on both sides that few lines cross.

    Where the document's other pages are divided at a `known` place, a line or two on either side are enough.
    """
    if sum(1 + len(w.text) // _CHARACTERS for w in words) < 80 and known is None:
        return None
    lines = [_pieces(line) for line in lines_of(words)]
    if known is None:
        scored = [(_divides(lines, x), x) for x in range(int(width * 0.2), int(width * 0.72), 3)]
    else:
        scored = [(_beside(lines, x), x) for x in range(int(known) - 6, int(known) + 7, 3)]
    best = max((score for score, _ in scored), default=0)
    if best < (_BOTH if known is None else _FEW):
        return None
    places = [x for score, x in scored if score == best]
    middle = width / 2 if known is None else known
    return float(min(places, key=lambda x: abs(x - middle)))


def _beside(lines: list[_Pieces], x: float) -> int:
    """How many lines have running text that ends on one side of a strip, and none that crosses it."""
    clear = [line.cut for line in lines if not any(x0 < x < x1 for x0, x1, _ in line.cut)]
    left = sum(any(prose and x - 25 < x1 <= x for _, x1, prose in pieces) for pieces in clear)
    right = sum(any(prose and x <= x0 < x + 25 for x0, _, prose in pieces) for pieces in clear)
    beside = sum(any(x - 25 < x1 <= x for _, x1, _ in pieces) for pieces in clear)
    return max(left, right) if left or beside > 1 else 0  # a margin without words, or the labels of a table in it


def _pieces(line: Line) -> _Pieces:
    cut: list[list[Word]] = []
    for word in line.words:
        if cut and word.x0 - cut[-1][-1].x1 < 0.7 * line.height:
            cut[-1].append(word)
        else:
            cut.append([word])
    pieces = [(piece[0].x0, piece[-1].x1, _is_prose(piece)) for piece in cut]
    ends = min((x1 for _, x1, prose in pieces if prose), default=math.inf)
    begins = max((x0 for x0, _, prose in pieces if prose), default=-math.inf)
    return _Pieces(pieces, pieces[0][1], ends, begins)


def _divides(lines: list[_Pieces], x: float) -> float:
    """How much running text stands on the poorer side of a strip, less what crosses it; figures do neither.

    What crosses it above and below the columns, as a title does, takes away least.
    """
    both = [at for at, line in enumerate(lines) if line.ends <= x <= line.begins]
    if not both:
        return 0
    first, last = both[0], both[-1] + 1
    left = right = crossing = between = 0
    besides = [line.end <= x for line in lines]
    for at, line in enumerate(lines):
        goes_on = any(besides[max(at - 1, 0) : at]) or any(besides[at + 1 : at + 2])  # no label of several rows
        for x0, x1, prose in line.cut:
            if prose:
                left += x1 <= x and goes_on
                right += x0 >= x
                crossing += x0 < x < x1
                between += x0 < x < x1 and first <= at < last
    poorer = min(left, right)
    return poorer - max(between / 2, crossing - poorer) if 2 * crossing < left + right else 0


def _is_prose(words: Sequence[Word]) -> bool:
    """Three words in a row at least, more of letters than of figures; Chinese is set without spaces."""
    if sum(len(_HAN.findall(w.text)) for w in words) >= _CHARACTERS:
        return True
    return len(words) >= 3 and 2 * sum(w.text[:1].isalpha() for w in words) > len(words)


def reading_order(words: list[Word], gutter: float | None) -> list[Line]:
    """Lines as read: down the left column, then the right, between lines that run across both."""
    if gutter is None:
        return lines_of(words)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    between: list[Line] = []  # since the last line across
    for line in lines_of(words):
        if any(w.x0 < gutter - 4 and w.x1 > gutter + 4 for w in line.words) or _even(line, gutter):
            lone = ordered and len(between) == 1 and _heads_both(ordered[-1], between[0], line)
            ordered += [*between, line] if lone else [*left, *right, line]
            left, right, between = [], [], []
            continue
        between.append(line)
        halves = ([w for w in line.words if w.x1 <= gutter + 4], [w for w in line.words if w.x1 > gutter + 4])
        for half, column in zip(halves, (left, right), strict=True):
            if half:
                column.append(Line(tuple(half)))
    return [*ordered, *left, *right]


def _heads_both(above: Line, line: Line, below: Line) -> bool:
    """One line close between two that run across: headings over the halves of a wide table, and no text."""
    near = line.top - above.bottom < line.height and below.top - line.bottom < line.height
    return near and not any(prose for _, _, prose in _pieces(line).cut)


def _even(line: Line, gutter: float) -> bool:
    """Words on both sides, no wider gap at the gutter than elsewhere: one line across."""
    for left, right in zip(line.words, line.words[1:], strict=False):
        if left.x0 + left.x1 < 2 * gutter <= right.x0 + right.x1:
            return right.x0 - left.x1 < 0.6 * line.height
    return False
