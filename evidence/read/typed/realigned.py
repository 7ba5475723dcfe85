"""Tables whose columns drift from line to line: the cells of each line counted off and set in columns again.

A conversion that keeps places with spaces has one width for all type: where a table is set small, its columns run
into one another, or stand a little further on in the next lines. The order of the cells of a line is kept, and with
it which column each stands in: that of a whole line beside it, whose place is nearest.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from evidence.read.pages.heads import header_of
from evidence.read.pages.lines import Line, Word
from evidence.read.pages.shared_heads import each_its_own
from evidence.read.pages.strips import is_value
from evidence.read.pages.wrapping import Piece
from evidence.settled import settled

__all__ = ["realigned"]

Strip = tuple[float, float]
_SPACE = 5.0  # points: one character
_NEAR = 1.5 * _SPACE  # words with a single space between them
_APART = 6 * _SPACE  # between the columns as they are set again
_SIGN = re.compile(r"[<>≤≥]=?")
_WIDE = 4 * _SPACE
_JOINED, _SMALL, _BARE = 12.0, 48.0, 100.0  # points: what joined words, small first words and bare columns cost
_FEW_BARE = 2  # columns without a heading
_FEWEST, _MOST = 3, 24  # columns
_MISMATCH = 60.0  # points: what it costs to set a number among words
_SKIPPED = 4.0  # points: what it costs to leave a column empty
_CLOSE = 40.0  # the same, between cells that a single space parts


@settled
class Unit:
    """A cell of a line: a number, or words."""

    words: tuple[Word, ...]
    number: bool

    @property
    def middle(self) -> float:
        """Where it stands."""
        return (self.words[0].x0 + self.words[-1].x1) / 2

    @property
    def width(self) -> float:
        """How much room it takes."""
        return self.words[-1].x1 - self.words[0].x0


Row = list[Unit]


def realigned(lines: Sequence[Line]) -> list[Line]:
    """The lines of a table with their cells in columns; nothing where their number does not tell."""
    head = header_of(list(lines))
    body = [_units(line) for line in lines[head:]]
    counts = [len(row) for row in body if any(u.number for u in row)]
    count = max(counts, default=0)
    if not _FEWEST <= count <= _MOST or len(counts) < 2:
        return []
    whole = [i for i, row in enumerate(body) if len(row) == count and any(u.number for u in row)]
    kinds = [sum(body[i][c].number for i in whole) * 2 >= len(whole) for c in range(count)]
    placed = _placed(body, whole, kinds)
    if placed is None:
        return []
    header = _header(lines[:head], _strips(body, placed, count))
    edges = _edges(body, placed, header, count)
    heads = [_heads(own, edges) for own in header]
    return [*heads, *(_set(row, at, edges, kinds) for row, at in zip(body, placed, strict=True))]


def _units(line: Line) -> Row:
    """The cells of a line: numbers each alone, words as far as two spaces or a number part them."""
    units: list[list[Word]] = []
    for word in line.words:
        last = units[-1][-1] if units else None
        near = last is not None and word.x0 - last.x1 < _NEAR
        goes_on = near and last is not None and _goes_on(last.text, word.text)
        if last is not None and (goes_on or set(word.text) <= set("*∗†")):
            units[-1].append(word)
        else:
            units.append([word])
    cells = _labelled([Unit(tuple(u), _is_figure(u[-1].text) or _is_figure(u[0].text)) for u in units])
    return [Unit(line.words, number=False)] if _is_sentence(cells) else cells


def _goes_on(last: str, word: str) -> bool:
    """Whether a word belongs to the cell of the word right before it: words to words, a number to its sign."""
    if _SIGN.fullmatch(last):
        return True
    return not _is_figure(word) and not _is_figure(last) and not _SIGN.fullmatch(word)


def _is_sentence(units: Row) -> bool:
    """Whether words and numbers take turns in a line without wider spaces: it says something of the rows under it."""
    near = all(b.words[0].x0 - a.words[-1].x1 < _NEAR for a, b in pairwise(units))
    return near and sum(a.number and not b.number for a, b in pairwise(units)) > 1


def _is_figure(text: str) -> bool:
    return is_value(text) or (text[:1] in "([" and text[-1:] in ")]" and is_value(text[1:-1]))


def _labelled(units: Row) -> Row:
    """The cells, with whole numbers among the words that a line begins with as part of those: `2 to 5 years`."""
    for i, unit in enumerate(units):
        later = units[i + 1 :]
        if not unit.number and not any(not u.number for u in later):
            before = units[:i]
            if before and all(u.number for u in before) and _joined(units[: i + 1]):
                return [Unit(tuple(w for u in units[: i + 1] for w in u.words), number=False), *later]
            break
    return units


def _joined(units: Row) -> bool:
    """Whether a single space parts the cells, and none of them is a fraction."""
    whole = all("." not in u.words[0].text for u in units if u.number)
    return whole and all(b.words[0].x0 - a.words[-1].x1 < _NEAR for a, b in pairwise(units))


def _placed(body: Sequence[Row], whole: Sequence[int], kinds: Sequence[bool]) -> list[list[int]] | None:
    """The column of each cell, by the whole line that is nearest."""
    if triangle := _triangle(body, len(kinds)):
        return triangle
    placed: list[list[int]] = [[] for _ in body]
    for i, row in enumerate(body):
        near = min(whole, key=lambda n: abs(n - i))
        at = _assigned(row, [u.middle for u in body[near]], kinds)
        if at is None:
            return None
        placed[i] = at
    return placed


def _triangle(body: Sequence[Row], count: int) -> list[list[int]]:
    """The columns of a triangle, each line of which has a cell more; as many as stand apart at the right stay there."""
    rows = [row for row in body if any(u.number for u in row)]
    if (
        len(rows) < 3
        or len(rows[-1]) - len(rows[-2]) not in (0, 1)
        or any(len(b) - len(a) != 1 for a, b in pairwise(rows[:-1]))
    ):
        return []
    tails = {_behind_gap(row) for row in rows[:-1]}
    tail = tails.pop() if len(tails) == 1 else 0
    return [
        [*range(len(row) - tail), *range(count - tail, count)] if row in rows else list(range(len(row))) for row in body
    ]


def _behind_gap(row: Row) -> int:
    """How many cells stand behind the widest gap between the numbers of a line; none where it is narrow."""
    gaps = [(b.words[0].x0 - a.words[-1].x1, i) for i, (a, b) in enumerate(pairwise(row)) if a.number and b.number]
    widest, at = max(gaps, default=(0.0, 0))
    return len(row) - 1 - at if widest > _WIDE else 0


def _assigned(row: Row, middles: Sequence[float], kinds: Sequence[bool]) -> list[int] | None:
    """The columns of the cells of a line, in their order, which are nearest in all."""
    best: dict[int, tuple[float, list[int]]] = {-1: (0.0, [])}
    for n, unit in enumerate(row):
        close = n > 0 and unit.words[0].x0 - row[n - 1].words[-1].x1 < _NEAR
        reached: dict[int, tuple[float, list[int]]] = {}
        for last, (cost, at) in best.items():
            for c in range(last + 1, len(middles)):
                skipped = (c - last - 1) * (_CLOSE if close else _SKIPPED)
                wrong = _MISMATCH if unit.number != kinds[c] and c else 0.0
                total = cost + skipped + wrong + min(abs(unit.middle - middles[c]), _away(unit, middles, c))
                if c not in reached or total < reached[c][0]:
                    reached[c] = (total, [*at, c])
        best = reached
    return min(best.values(), key=lambda found: found[0])[1] if best else None


def _away(unit: Unit, middles: Sequence[float], column: int) -> float:
    """How far a cell of words reaches from the middle of its column, which it may begin before or end behind."""
    if unit.number:
        return float("inf")
    low, high = unit.words[0].x0, unit.words[-1].x1
    return max(low - middles[column], middles[column] - high, 0.0)


def _edges(
    body: Sequence[Row], placed: Sequence[Sequence[int]], header: Sequence[Sequence[Piece]], count: int
) -> list[Strip]:
    """Where each column is set again: as wide as its widest cell."""
    widths = [2 * _SPACE] * count
    for row, at in zip(body, placed, strict=True):
        for unit, c in zip(row, at, strict=True):
            widths[c] = max(widths[c], unit.width)
    for piece in (p for own in header for p in own if p.column == p.last):
        widths[piece.column] = max(widths[piece.column], piece.chunk.x1 - piece.chunk.x0)
    edges, x = [], 0.0
    for width in widths:
        edges.append((x, x + width))
        x += width + _APART
    return edges


def _set(row: Row, at: Sequence[int], edges: Sequence[Strip], kinds: Sequence[bool]) -> Line:
    words: list[Word] = []
    for unit, c in zip(row, at, strict=True):
        low, high = edges[c]
        words += _moved(unit.words, (low + high - unit.width) / 2 if kinds[c] and c else low)
    return Line(tuple(words))


def _moved(words: Sequence[Word], x: float) -> list[Word]:
    by = x - words[0].x0
    return [replace(w, x0=w.x0 + by, x1=w.x1 + by) for w in words]


def _header(lines: Sequence[Line], strips: Sequence[Strip]) -> list[list[Piece]]:
    """The lines of headings, with the columns that each stands over."""
    main = max(lines, key=lambda line: len(line.words), default=None)
    named = (_counted(main, strips) or _each(main, strips)) if main else []
    header = [
        named
        if line is main and named
        else [_beside(chunk, named) or _over(chunk, line, strips) for chunk in _chunks(line)]
        for line in lines
    ]
    return header if named else each_its_own(header, strips)


def _heads(pieces: Sequence[Piece], edges: Sequence[Strip]) -> Line:
    """A line of headings over the columns as they are set again."""
    words: list[Word] = []
    for piece in pieces:
        low, high = edges[piece.column][0], edges[piece.last][1]
        width = piece.chunk.x1 - piece.chunk.x0
        words += _moved(piece.chunk.words, low if piece.last == 0 else (low + high - width) / 2)
    return Line(tuple(sorted(words, key=lambda w: w.x0)))


def _beside(chunk: Line, named: Sequence[Piece]) -> Piece | None:
    """A heading over or under those of the line that names the columns, over as many of them."""
    own = [p for p in named if p.chunk.x0 < chunk.x1 and chunk.x0 < p.chunk.x1]
    return Piece(chunk, own[0].column, chunk, False, own[-1].last) if own else None


def _counted(line: Line, strips: Sequence[Strip]) -> list[Piece]:
    """One heading for each column in their order, or for each but the names of the rows, where there are as many."""
    named = (strips[0][1] + strips[1][0]) / 2
    for heads in (_chunks(line), _named(line), [Line((w,)) for w in line.words]):
        bare = len(strips) - len(heads)
        if bare == (heads[0].x0 > named):
            return [Piece(head, c, line, False, c) for c, head in enumerate(heads, bare)]
    return []


def _named(line: Line) -> list[Line]:
    """The words of a line of headings, each with the number after it: `Model 1`."""
    heads: list[list[Word]] = []
    for word in line.words:
        if heads and word.text.isdigit() and not heads[-1][-1].text.isdigit():
            heads[-1].append(word)
        else:
            heads.append([word])
    return [Line(tuple(h)) for h in heads]


def _each(line: Line, strips: Sequence[Strip]) -> list[Piece]:
    """The words of a line of headings over the columns, nearly each of which has its own; nothing where few have."""
    words, width = line.words, len(strips)
    best: dict[tuple[int, int], tuple[float, list[tuple[int, int, int]]]] = {(0, 0): (0.0, [])}
    for start in range(len(words)):
        for stop in range(start + 1, _last_near(words, start) + 1):
            group = Line(words[start:stop])
            joins = (stop - start - 1) * _JOINED + (_SMALL if start and _is_small(words, start) else 0.0)
            for c in range(width):
                away = abs(group.x0 + group.x1 - sum(strips[c])) / 2 if c else max(group.x0 - strips[0][1], 0.0)
                for before in range(c + 1):
                    if (start, before) not in best:
                        continue
                    bare = sum(_BARE for skipped in range(before, c) if skipped)
                    cost, made = best[start, before]
                    total = cost + joins + away + bare
                    if (stop, c + 1) not in best or total < best[stop, c + 1][0]:
                        best[stop, c + 1] = (total, [*made, (start, stop, c)])
    ends = [(cost + (width - c) * _BARE, made) for (stop, c), (cost, made) in best.items() if stop == len(words)]
    made = min(ends, key=lambda found: found[0], default=(0.0, []))[1]
    if len(made) < max(2, width - _FEW_BARE):
        return []
    return [Piece(Line(words[a:b]), c, line, False, c) for a, b, c in made]


def _last_near(words: Sequence[Word], start: int) -> int:
    """Behind the last of the words that single spaces part from the first."""
    stop = start + 1
    while stop < len(words) and words[stop].x0 - words[stop - 1].x1 < _NEAR:
        stop += 1
    return stop


def _is_small(words: Sequence[Word], at: int) -> bool:
    """Whether a word that follows closely begins no heading of its own: `reliability` after `Composite`."""
    text = words[at].text
    return words[at].x0 - words[at - 1].x1 < _NEAR and (
        text.isdigit() or (text.isalpha() and text.islower() and len(text) > 2)
    )


def _chunks(line: Line) -> list[Line]:
    """The headings of a line, parted by two spaces."""
    chunks: list[list[Word]] = []
    for word in line.words:
        if chunks and word.x0 - chunks[-1][-1].x1 < _NEAR:
            chunks[-1].append(word)
        else:
            chunks.append([word])
    return [Line(tuple(c)) for c in chunks]


def _over(chunk: Line, line: Line, strips: Sequence[Strip]) -> Piece:
    """A heading with the columns it stands over, or the one that is nearest."""
    over = [c for c, (low, high) in enumerate(strips) if chunk.x0 < high and low < chunk.x1]
    middle = (chunk.x0 + chunk.x1) / 2
    nearest = min(range(len(strips)), key=lambda c: max(strips[c][0] - middle, middle - strips[c][1]))
    first, last = (over[0], over[-1]) if over else (nearest, nearest)
    return Piece(chunk, first, line, False, last)


def _strips(body: Sequence[Row], placed: Sequence[Sequence[int]], count: int) -> list[Strip]:
    """Where each column stands in the first line that has a cell in it."""
    found: dict[int, Strip] = {}
    for row, at in zip(body, placed, strict=True):
        for unit, c in zip(row, at, strict=True):
            found.setdefault(c, (unit.words[0].x0, unit.words[-1].x1))
    return [found.get(c, (0.0, 0.0)) for c in range(count)]
