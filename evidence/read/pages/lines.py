"""Words on a page, their lines, and the order in which a person reads them in one or two columns."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from statistics import median

__all__ = ["Line", "Word", "body_words", "gutter_of", "lines_of", "reading_order"]


@dataclass(frozen=True)
class Word:
    """Characters without a space in them; distances in points from the top left."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    span: tuple[int, int] | None = None  # its characters, where the document is a text

    @property
    def height(self) -> float:
        """Of the type."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The height of the line's middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Line:
    """Words at one height, left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with one space between them."""
        return " ".join(w.text for w in self.words)

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(w.x1 for w in self.words)

    @property
    def top(self) -> float:
        """Upper edge of the tallest word."""
        return min(w.top for w in self.words)

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return max(w.bottom for w in self.words)

    @property
    def height(self) -> float:
        """Of most of its type."""
        return median(w.height for w in self.words)


def body_words(words: Iterable[Word], height: float) -> list[Word]:
    """Words on the page, upside to top."""
    return [w for w in words if w.top >= -5 and w.bottom <= height + 5 and w.text.strip()]


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Words whose heights overlap by half are one line; raised and lowered figures stay with theirs."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.middle, w.x0)):
        for line in reversed(lines[-4:]):
            overlap = min(word.bottom, line[0].bottom) - max(word.top, line[0].top)
            if overlap > 0.5 * min(word.height, line[0].height):
                line.append(word)
                break
        else:
            lines.append([word])
    made = [Line(tuple(sorted(line, key=lambda w: w.x0))) for line in lines]
    return sorted(made, key=lambda line: (line.top, line.x0))


def gutter_of(words: list[Word], width: float) -> float | None:
    """Where a page of two columns is divided: a strip near the middle that hardly a word crosses."""
    if len(words) < 80:
        return None
    best: tuple[float, float] | None = None
    ends = [0] * (int(width) + 12)
    starts = [0] * (int(width) + 12)
    for w in words:
        starts[min(max(int(w.x0 - 2), 0), int(width) + 10)] += 1
        ends[min(max(int(w.x1 + 2), 0), int(width) + 10)] += 1
    begun, ended = list(accumulate(starts)), list(accumulate(ends))
    for step in range(int(width * 0.2), int(width * 0.7)):
        crossing, left = begun[step] - ended[step], ended[step]
        if crossing <= len(words) * 0.04 and 0.06 < left / len(words) < 0.9:
            score = crossing + abs(step - width / 2) / width
            if best is None or score < best[0]:
                best = (score, float(step))
    if best is None:
        return None
    gutter = best[1]
    both = sum(
        1
        for line in lines_of(words)
        if any(w.x1 <= gutter for w in line.words) and any(w.x0 >= gutter for w in line.words)
    )
    return gutter if both >= 12 else None


def reading_order(words: list[Word], width: float) -> list[Line]:
    """Lines as read: down the left column, then the right, between lines that run across both."""
    gutter = gutter_of(words, width)
    if gutter is None:
        return lines_of(words)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines_of(words):
        if any(w.x0 < gutter - 4 and w.x1 > gutter + 4 for w in line.words) or _even(line, gutter):
            ordered += [*left, *right, line]
            left, right = [], []
            continue
        halves = ([w for w in line.words if w.x1 <= gutter + 4], [w for w in line.words if w.x1 > gutter + 4])
        for half, column in zip(halves, (left, right), strict=True):
            if half:
                column.append(Line(tuple(half)))
    return [*ordered, *left, *right]


def _even(line: Line, gutter: float) -> bool:
    """Words on both sides, no wider gap at the gutter than elsewhere: one line across."""
    for left, right in zip(line.words, line.words[1:], strict=False):
        if left.x0 + left.x1 < 2 * gutter <= right.x0 + right.x1:
            return right.x0 - left.x1 < 0.6 * line.height
    return False
