"""Where the right column of a typed page begins, line by line; lines that run across both columns have no such place.

A conversion that keeps places with spaces has one width for all type. Beside a table in small type, which takes more
characters than running text, the right column begins further on, and at the next paragraph it is back where it was.
So the place is followed down the page.
"""

from collections import Counter
from collections.abc import Sequence

from evidence.read.pages.captions import is_caption
from evidence.read.pages.lines import Word
from evidence.read.pages.strips import is_value
from evidence.settled import settled

__all__ = ["Gutter", "Row", "columned"]

Row = Sequence[Word]  # the words of a line, left to right
Gutter = tuple[float, float]  # where the right column begins, and where the line is cut for it
_SPACE = 5.0  # points: one character
_WIDE = 1.5 * _SPACE  # between pieces of a line: two spaces at least
_BOTH = 7  # lines of running text on either side that make a page one of two columns
_LEFT = 0.3  # of that place: how far the lines of the left column may be indented
_FEW = 4  # lines of it that begin in one place, where the other pages have two columns
_SHARE = 0.4  # of the pages: how many have two columns in a paper that has
_MIDDLE = (0.35, 0.65)  # of the width of those lines: where the right column begins
_SLACK = 3 * _SPACE  # how far to the left of its usual place a right column may begin
_WORDS = 3  # in a row that are running text
_LONGER = 1.15  # of the left column's width: how long a line may be that is not one across both
_BEGINS, _CROSSED, _CLOSE, _OVER = 1.0, 3.0, 1.0, 0.8  # for a place: what begins there; against it: what runs over it
_LOOSE, _ACROSS = 0.2, 0.2  # pieces on either side of a place that begin elsewhere; a line across both columns
_BARE = 1.5  # numbers on the right of a place, a few in a row, without words before them there
_TORN = 1.5  # running text on either side, where lines run across
_MOVED, _FAR = 2.0, 0.01 / _SPACE  # for a move of the place, and for each point of it
_LEFT_OFF = 3.0  # for each end of lines that run across
_REACH = 8 * _SPACE  # how far a row of the left column may reach into the right one
_PLACES = 24  # tried on a page
_LINES = 6  # of a caption


@settled
class Piece:
    """Words of a line with single spaces between them."""

    words: tuple[Word, ...]
    prose: bool

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.words[-1].x1


Pieces = Sequence[Piece]


def columned(pages: Sequence[Sequence[Row]]) -> list[list[Gutter | None]]:
    """For each line of each page, where its right column begins, and is cut off; nothing where it runs across."""
    cut = [[_pieces(row) for row in page] for page in pages]
    usual = [place for page in cut if (place := _usual(page)) is not None]
    if not usual or len(usual) < _SHARE * len(pages):
        return [[None] * len(page) for page in pages]
    least = min(usual)
    return [_followed(page, _begins(page, least - _SLACK)) for page in cut]


def _pieces(row: Row) -> list[Piece]:
    parts: list[list[Word]] = []
    for word in row:
        if parts and word.x0 - parts[-1][-1].x1 < _WIDE:
            parts[-1].append(word)
        else:
            parts.append([word])
    return [Piece(tuple(p), _is_prose(p)) for p in parts]


def _is_prose(words: Row) -> bool:
    return len(words) >= _WORDS and 2 * sum(w.text[:1].isalpha() for w in words) > len(words)


def _usual(page: Sequence[Pieces]) -> float | None:
    """Where the right column of a page begins: running text beside running text, with little that runs over it."""
    best, place = float(_BOTH), None
    for x, right in Counter(p[-1].x0 for p in page if p and p[-1].prose).items():
        high = max(p[-1].x1 for p in page if p and p[-1].prose and p[-1].x0 == x)
        if not _MIDDLE[0] * high <= x <= _MIDDLE[1] * high:
            continue
        left = sum(bool(p) and p[0].prose and p[0].x0 < _LEFT * x and p[0].x1 < x for p in page)
        crossing = sum(any(piece.prose and piece.x0 < x < piece.x1 for piece in p) for p in page)
        score = min(left, right) - crossing / 2
        if score >= best:
            best, place = score, x
    return place


def _begins(page: Sequence[Pieces], least: float) -> list[float]:
    """Where a right column may begin: with running text about the middle; nowhere on a page with little of it."""
    most = _MIDDLE[1] * max((pieces[-1].x1 for pieces in page if pieces), default=0.0)
    begins = Counter(p[-1].x0 for p in page if p and p[-1].prose and least <= p[-1].x0 <= most)
    usual = begins.most_common(_PLACES)
    return sorted(x for x, _ in usual) if usual and usual[0][1] >= _FEW else []


def _followed(cut: Sequence[Pieces], begins: Sequence[float]) -> list[Gutter | None]:
    """At as few places, and with as few words over them, as may be."""
    places: list[float | None] = [None, *begins]
    costs = [0.0] * len(places)
    back: list[list[int]] = []
    for pieces in cut:
        cheapest = [
            min((costs[j] + _move(y, x), j != i, j) for j, y in enumerate(places)) for i, x in enumerate(places)
        ]
        back.append([j for *_, j in cheapest])
        costs = [cost + _cost(pieces, x) for (cost, *_), x in zip(cheapest, places, strict=True)]
    i = min(range(len(places)), key=lambda i: costs[i])
    found: list[float | None] = []
    for before in reversed(back):
        found.append(places[i])
        i = before[i]
    found.reverse()
    return _captioned(cut, [_at(pieces, place) for pieces, place in zip(cut, found, strict=True)])


def _at(pieces: Pieces, place: float | None) -> Gutter | None:
    cut = _cut(pieces, place) if place is not None else None
    return None if place is None or cut is None else (place, cut)


def _move(a: float | None, b: float | None) -> float:
    if a == b:
        return 0.0
    return _MOVED + abs(a - b) * _FAR if a is not None and b is not None else _LEFT_OFF


def _cost(pieces: Pieces, place: float | None) -> float:
    if not pieces:
        return 0.0
    if place is None:
        return _TORN if len(pieces) == 2 and all(p.prose for p in pieces) else _ACROSS
    if _over(pieces, place):
        return {None: _CROSSED, place: _CLOSE}.get(_cut(pieces, place), _OVER)
    first = next((p for p in pieces if p.x0 >= place), None)
    if first is None or first is pieces[0]:
        return -_BEGINS if first and first.x0 == place and first.prose and first is pieces[-1] else 0.0
    if first.x0 != place:
        return _BARE if first is not pieces[-1] and is_value(first.words[0].text) else _LOOSE
    return -_BEGINS if first.prose and first is pieces[-1] else _ACROSS


def _over(pieces: Pieces, place: float) -> Piece | None:
    """What stands over a place."""
    return next((p for p in pieces if p.x0 < place < p.x1 + _SPACE), None)


def _cut(pieces: Pieces, place: float) -> float | None:
    """Where a line is cut whose right column begins at a place; nowhere where words run over it.

    A line of the left column may reach a little into the right one, as a note or a row in small type does.
    """
    over = _over(pieces, place)
    if over is None or any(w.x0 == place for w in over.words):
        return place
    most = _LONGER * place if len(pieces) == 1 and over.x0 < _LEFT * place else place + _REACH
    return over.x1 + _SPACE / 2 if over.x1 < most else None


def _captioned(cut: Sequence[Pieces], gutters: list[Gutter | None]) -> list[Gutter | None]:
    """A caption right over or under lines that run across is theirs, although it may be short."""
    for i, pieces in enumerate(cut):
        if gutters[i] is None or len(pieces) != 1 or not is_caption(" ".join(w.text for w in pieces[0].words)):
            continue
        stop = i + 1
        while stop < min(i + _LINES, len(cut)) and len(cut[stop]) == 1 and gutters[stop] is not None:
            stop += 1
        after = next((n for n in (stop, stop + 1) if n < len(cut) and cut[n]), None)
        before = next((n for n in (i - 1, i - 2) if n >= 0 and cut[n]), None)
        if after is not None and gutters[after] is None:
            gutters[i:stop] = [None] * (stop - i)
        elif before is not None and gutters[before] is None and not _are_cells(cut, after):
            gutters[i] = None
    for i, pieces in enumerate(cut):
        if gutters[i] is None and len(pieces) == 1 and is_caption(" ".join(w.text for w in pieces[0].words)):
            _with_rows(cut, gutters, i + 1)
    return gutters


def _with_rows(cut: Sequence[Pieces], gutters: list[Gutter | None], at: int) -> None:
    """The rows right under a caption that runs across run across too, as far as no running text stands beside them."""
    while at < len(cut) and len(cut[at]) > 1:
        gutter = gutters[at]
        if gutter and any(piece.prose and piece.x0 >= gutter[0] for piece in cut[at]):
            return
        gutters[at] = None
        at += 1


def _are_cells(cut: Sequence[Pieces], at: int | None) -> bool:
    """Whether a line is one of cells: a caption over it is that of its table."""
    return at is not None and len(cut[at]) > 1 and not cut[at][-1].prose
