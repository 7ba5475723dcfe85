"""Headings of several columns that stand a word space apart, as those of wide columns do over narrow values."""

from collections.abc import Sequence
from itertools import combinations

from evidence.read.pages.lines import Line, Word
from evidence.read.pages.wrapping import Piece

__all__ = ["each_its_own", "of_a_kind"]

Strip = tuple[float, float]
_MOST_WORDS = 14
_GOES_ON = 4.0  # of the type's height: what it costs to part a small word from the one before it
_STATISTIC = 4  # letters and points at most of `S.E.` and `C.R.`
_NOUN = 5  # letters at least of what two headings have in common: no `Sig` or `mean`
_SHORT = 2  # letters: `p` and `df` are headings, `model` goes on with one


def each_its_own(
    header: list[list[Piece]], columns: Sequence[Strip], under: Sequence[list[Piece]] = ()
) -> list[list[Piece]]:
    """The header with a piece for each column, where one runs over columns that have no other heading.

    `under` are lines without numbers between the header and the first row, which may be headings too.
    """
    made = []
    for own in header:
        line: list[Piece] = []
        for piece in own:
            if of_a_kind(piece.chunk, [p.chunk for p in own]):
                line.append(piece)
                continue
            others = [q for other in (*header, *under) for q in other if q is not piece]
            line += _parted(piece, _bare(piece, others, len(columns)), columns) or [piece]
        made.append(line)
    return made


def of_a_kind(chunk: Line, beside: Sequence[Line]) -> bool:
    """Whether another heading of its line ends in the same word: `Young bakers`, beside `Old bakers`."""
    last = chunk.words[-1].text
    named = len(chunk.words) > 1 and last.islower() and len(last) >= _NOUN
    return named and any(
        len(x.words) > 1 and x.words[-1].text == last and x.text.lower() != chunk.text.lower() for x in beside
    )


def _bare(piece: Piece, others: Sequence[Piece], width: int) -> tuple[int, int] | None:
    """The columns around a heading that have no other; None where others stand over its own."""
    if any(q.column <= piece.last and piece.column <= q.last for q in others):
        return None
    low = max((q.last + 1 for q in others if q.last < piece.column), default=min(1, piece.column))
    return low, min((q.column - 1 for q in others if q.column > piece.last), default=width - 1)


def _parted(piece: Piece, bare: tuple[int, int] | None, columns: Sequence[Strip]) -> list[Piece] | None:
    """The words of a heading as one heading over each of its columns; None where they do not stand so."""
    words = piece.chunk.words
    if bare is None or not 2 <= len(words) <= _MOST_WORDS:
        return None
    spans = [(i, j) for i in range(bare[0], piece.column + 1) for j in range(piece.last, bare[1] + 1) if i < j]
    for first, last in sorted(spans, key=lambda s: s[0] - s[1]):
        parts = _over(words, columns[first : last + 1])
        if parts:
            return [Piece(part, c, piece.line, False, c) for c, part in enumerate(parts, first)]
    return None


def _over(words: Sequence[Word], own: Sequence[Strip]) -> list[Line]:
    """The words parted over columns, by their places or, one for each, by their number."""
    if len(words) == len(own) and (len(own) > 2 or all(len(w.text) <= _STATISTIC for w in words)):
        return [Line((w,)) for w in words]
    if len(own) > len(words):
        return []
    tried = [(away, parts) for parts in _partitions(words, len(own)) if (away := _away(parts, own)) is not None]
    parts = min(tried, key=lambda found: found[0], default=(0.0, []))[1]
    return [] if len(own) == 2 and parts and _continues(parts[1]) else parts


def _partitions(words: Sequence[Word], count: int) -> list[list[Line]]:
    ends = combinations(range(1, len(words)), count - 1)
    return [[Line(tuple(words[a:b])) for a, b in zip((0, *cut), (*cut, len(words)), strict=True)] for cut in ends]


def _away(parts: Sequence[Line], columns: Sequence[Strip]) -> float | None:
    """How far the parts are from the middles of their columns; None where one stands over none of its own."""
    total = 0.0
    for i, (part, (low, high)) in enumerate(zip(parts, columns, strict=True)):
        if part.x1 <= low or high <= part.x0:
            return None
        total += abs(part.x0 + part.x1 - low - high) / 2 + (_GOES_ON * part.height if i and _continues(part) else 0.0)
    return total


def _continues(part: Line) -> bool:
    """Whether a part begins with a small word, which seldom begins a heading."""
    first = part.words[0].text
    return first.isalpha() and first.islower() and len(first) > _SHORT
