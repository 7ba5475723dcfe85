"""Over which columns a piece of type stands: alone over one, or as the heading of several by its middle or a rule."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise, takewhile

from evidence.read.pages.lines import Line, Word
from evidence.read.pages.shared_heads import each_its_own, of_a_kind
from evidence.read.pages.strips import NUMBER, chunks_of, is_body, is_value
from evidence.read.pages.wrapping import Piece
from evidence.settled import settled

__all__ = ["Rule", "header_of", "heads_of", "placed", "ruled_over"]

Strip = tuple[float, float]
_WORDED = re.compile(r"[^\W\d_][\w'’-]+$")
_INTO = 0.3  # of the type's height: how far a justified name may reach over where the longest value begins
_ALIGNED = 0.4  # of the type's height: how far a heading's edge or middle may be from its column's
_HANGING = 0.6  # of the type's height: how close the lines of one heading stand
_OVER = 16.0  # points between a rule and the caption under it
_CENTRED = 0.75  # of the type's height: how far a heading of several columns may be from their middle


@settled
class Rule:
    """A horizontal line on the page."""

    x0: float
    x1: float
    y: float


def ruled_over(top: float, rules: Sequence[Rule]) -> float | None:
    """The rule right over a caption, where a journal begins its tables with one: no rule ends the table before."""
    return next((r.y - 1 for r in rules if 0 < top - r.y < _OVER and r.x1 - r.x0 > 60), None)


def placed(lines: list[Line], columns: list[Strip], rules: Sequence[Rule]) -> list[list[Piece]]:
    """For each line its pieces with the columns they stand over."""
    first_data = header_of(lines, rules)
    numeric = _numeric(lines[first_data:], columns)
    edges = {c: _edge(lines[first_data:], columns[c]) for c in numeric}
    made: list[list[Piece]] = []
    for i, line in enumerate(lines):
        pieces: list[Piece] = []
        if i and _titles(line, columns) and not (i < first_data and _hangs(line, lines[i - 1], rules)):
            made.append([Piece(line, 0, line, False, len(columns) - 1)])
            continue
        for chunk in chunks_of(line):
            name, rest = _before_values(chunk, line, columns, edges if i >= first_data else {})
            pieces += [Piece(name, _over(chunk, columns)[0] - 1, line, False)] if name else []
            if rest:
                pieces += _pieces(rest, line, columns, rules, numeric if i >= first_data else set())
        made.append(_widened(pieces, columns, rules) if i < first_data else _one_each(pieces))
    _reach_bare(made[:first_data], columns)
    under = takewhile(
        lambda i: not any(is_value(w.text) and "." in w.text for w in lines[i].words), range(first_data, len(lines))
    )
    made[:first_data] = each_its_own(made[:first_data], columns, [made[i] for i in under])
    for i in range(first_data - 1):
        made[i] = _spread(made[i], [p for own in made[i + 1 : first_data] for p in own], columns)
    return made


def _one_each(pieces: list[Piece]) -> list[Piece]:
    """Numbers pushed together, two of them over one column, in turn over as many columns as they reach across."""
    at = [i for i, p in enumerate(pieces) if p.number and p.column == p.last]
    columns = [pieces[i].column for i in at]
    if len(set(columns)) == len(columns) or max(columns) - min(columns) + 1 != len(columns):
        return pieces
    turned = dict(zip(at, range(min(columns), max(columns) + 1), strict=True))
    return [Piece(p.chunk, turned[i], p.line, p.number, turned[i]) if i in turned else p for i, p in enumerate(pieces)]


def heads_of(line: Line, columns: list[Strip]) -> bool:
    """Whether the words of a line are headings, each right over a column of its own."""
    at = [_column(w, columns, 0, len(columns) - 1) for w in line.words]
    right = all(_aligned(Line((w,)), columns[c], line.height) for w, c in zip(line.words, at, strict=True))
    return right and len(set(at)) == len(at) and len(at) >= max(2, len(columns) - 2)


def header_of(lines: list[Line], rules: Sequence[Rule] = ()) -> int:
    """How many lines stand above the first row of numbers, or above the rule that closes the header."""
    first = next((i for i, line in enumerate(lines) if is_body(line)), len(lines))
    if not 1 < first < len(lines):
        return first
    left = min(x.x0 for x in lines)
    closing = [
        r.y for r in rules if lines[0].bottom - 2 < r.y < lines[first].top + 2 and _covers(r, lines[:first], left)
    ]
    under = sum(line.top < max(closing) - 2 for line in lines[:first]) if closing else first
    return under or first


def _covers(rule: Rule, above: list[Line], left: float) -> bool:
    """Whether a rule reaches from the left edge of the table under all that stands over it."""
    over = [line.x1 for line in above if line.bottom < rule.y + 2]
    return bool(over) and rule.x0 < left + 6 and rule.x1 > max(over) - 6


def _numeric(lines: list[Line], columns: list[Strip]) -> set[int]:
    """The columns that hold numbers, by the words that stand in no other."""
    words: dict[int, list[bool]] = {}
    for line in lines:
        for w in line.words:
            at = [c for c, (a, b) in enumerate(columns) if a - 2 <= w.x0 and w.x1 <= b + 2]
            if at:
                words.setdefault(at[0], []).append(is_value(w.text) or bool(NUMBER.match(w.text)))
    return {c for c, found in words.items() if len(found) >= 2 and sum(found) >= 0.6 * len(found)}


def _edge(lines: list[Line], column: Strip) -> float:
    """Where the values of a column begin."""
    inside = [w for line in lines for w in line.words if column[0] - 2 <= w.x0 and w.x1 <= column[1] + 2]
    return min((w.x0 for w in inside if is_value(w.text)), default=column[0])


def _before_values(
    chunk: Line, line: Line, columns: list[Strip], edges: dict[int, float]
) -> tuple[Line | None, Line | None]:
    """The last words of a justified name, apart from its first and close to the values; and what follows."""
    first, _ = _over(chunk, columns)
    if first not in edges or first - 1 in edges or first == 0:
        return None, chunk
    words = list(takewhile(lambda w: w.x1 < edges[first] + _INTO * w.height and _WORDED.match(w.text), chunk.words))
    begun = any(w.x1 < chunk.x0 and w.x1 > columns[first - 1][0] for w in line.words)
    if not words or not begun:
        return None, chunk
    rest = chunk.words[len(words) :]
    return Line(tuple(words)), Line(rest) if rest else None


def _pieces(chunk: Line, line: Line, columns: list[Strip], rules: Sequence[Rule], numeric: set[int]) -> list[Piece]:
    """One piece, or one for each column where a narrow space let words of several run together."""
    first, last = _over(chunk, columns)
    if NUMBER.match(chunk.text):
        return [Piece(chunk, first, line, True, first)]
    if (ruled := _over_rule(chunk, line, columns, rules)) is not None:
        return [Piece(chunk, ruled[0], line, False, ruled[1])]
    values = [_column(w, columns, 0, len(columns) - 1) for w in chunk.words[1:] if is_value(w.text)]
    last = max([last, *(c for c in values if c in numeric)])
    if len(chunk.words) == last - first + 1 >= 3 and _each_over_its_own(chunk, columns[first : last + 1]):
        return [Piece(Line((w,)), first + i, line, False, first + i) for i, w in enumerate(chunk.words)]
    if last > first and not of_a_kind(chunk, chunks_of(line)):
        parts = [
            (c, Line(tuple(words))) for c, words in groupby(chunk.words, key=lambda w: _column(w, columns, first, last))
        ]
        if _split(parts, chunk, columns, numeric):
            return [Piece(part, c, line, bool(NUMBER.match(part.text)), c) for c, part in parts]
    return [Piece(chunk, first, line, bool(NUMBER.match(chunk.text)), last)]


def _each_over_its_own(chunk: Line, columns: list[Strip]) -> bool:
    """Whether the words of a chunk are headings, one for each of as many columns: none reaches over into the next."""
    if any(is_value(w.text) for w in chunk.words):
        return False
    edges = [-1.0, *((a[1] + b[0]) / 2 for a, b in pairwise(columns)), chunk.x1 + 1]
    return all(low < w.x0 + 1 and w.x1 - 1 < high for w, (low, high) in zip(chunk.words, pairwise(edges), strict=True))


def _split(parts: list[tuple[int, Line]], chunk: Line, columns: list[Strip], numeric: set[int]) -> bool:
    """Words of several columns: numbers in columns of numbers, or each right over, or in line with, its own column."""
    if len(parts) < 2 or len({c for c, _ in parts}) < len(parts):
        return False
    if any(c in numeric and is_value(part.words[0].text) for c, part in parts[1:]):
        return True
    if any(is_value(w.text) and "." in w.text for w in chunk.words):
        return True
    edges = [(columns[c][1] + columns[c + 1][0]) / 2 for c in range(parts[0][0], parts[-1][0])]
    if any(w.x0 + 1 < edge < w.x1 - 1 for w in chunk.words for edge in edges):
        return False
    return all(_aligned(part, columns[c], chunk.height) for c, part in parts)


def _aligned(part: Line, column: Strip, height: float) -> bool:
    middle = abs((part.x0 + part.x1) - (column[0] + column[1])) / 2
    return min(abs(part.x0 - column[0]), abs(part.x1 - column[1]), middle) < _ALIGNED * height


def _column(word: Word, columns: list[Strip], first: int, last: int) -> int:
    def away(c: int) -> float:
        low, high = columns[c]
        return max(low - word.x1, word.x0 - high, -min(word.x1, high) + max(word.x0, low))

    return min(range(first, last + 1), key=away)


def _over(chunk: Line, columns: list[Strip]) -> tuple[int, int]:
    """The first and last column a chunk stands over."""
    shares = [min(chunk.x1, b) - max(chunk.x0, a) for a, b in columns]
    over = [
        i
        for i, share in enumerate(shares)
        if share > 0.35 * (columns[i][1] - columns[i][0]) or share > 0.5 * (chunk.x1 - chunk.x0)
    ]
    if not over:
        middle = (chunk.x0 + chunk.x1) / 2
        nearest = min(range(len(columns)), key=lambda i: max(columns[i][0] - middle, middle - columns[i][1]))
        return nearest, nearest
    return over[0], over[-1]


def _over_rule(chunk: Line, line: Line, columns: list[Strip], rules: Sequence[Rule]) -> tuple[int, int] | None:
    """A heading alone above a rule that reaches over more columns heads them all; no rule under the names of rows."""
    for rule in rules:
        if rule.x0 < columns[0][0] + 2 and columns[0][1] < chunk.x0:
            continue
        close = 0 <= rule.y - chunk.bottom + 1 < 0.9 * chunk.height
        alone = all(w in chunk.words for w in line.words if rule.x0 - 2 <= w.x0 and w.x1 <= rule.x1 + 2)
        centred = abs((rule.x0 + rule.x1) - (chunk.x0 + chunk.x1)) < 0.2 * (rule.x1 - rule.x0)
        if close and alone and centred and rule.x0 <= chunk.x0 + 1 and chunk.x1 - 1 <= rule.x1:
            under = [i for i, (a, b) in enumerate(columns) if rule.x0 - 2 <= (a + b) / 2 <= rule.x1 + 2]
            if len(under) > 1:
                return under[0], under[-1]
    return None


def _widened(pieces: list[Piece], columns: list[Strip], rules: Sequence[Rule]) -> list[Piece]:
    """Headings whose middle is the middle of several columns head them all, as far as their neighbours let them."""
    made = []
    for n, piece in enumerate(pieces):
        low = pieces[n - 1].last + 1 if n else 0
        high = pieces[n + 1].column - 1 if n + 1 < len(pieces) else len(columns) - 1
        first, last = piece.column, piece.last
        if first > 0 and not (first == last and _aligned(piece.chunk, columns[first], piece.chunk.height)):
            first, last = _about(piece.chunk, max(low, 1), high, (first, last), columns, rules)
        made.append(Piece(piece.chunk, first, piece.line, piece.number, last))
    return made


def _reach_bare(header: list[list[Piece]], columns: list[Strip]) -> None:
    """Headings reach as far to both sides as columns have no heading at all, while they stand in the middle."""
    headed = {c for own in header for p in own for c in range(p.column, p.last + 1)}
    for own in header:
        for n, p in enumerate(own):
            low, high = p.column, p.last
            middle = (p.chunk.x0 + p.chunk.x1) / 2
            for i, j in zip(range(p.column - 1, 0, -1), range(p.last + 1, len(columns)), strict=False):
                if {i, j} & headed:
                    break
                if abs((columns[i][0] + columns[j][1]) / 2 - middle) < _CENTRED * p.chunk.height:
                    low, high = i, j
            own[n] = Piece(p.chunk, low, p.line, p.number, high)
            headed.update(range(low, high + 1))


def _about(
    chunk: Line, low: int, high: int, own: tuple[int, int], columns: list[Strip], rules: Sequence[Rule]
) -> tuple[int, int]:
    """The columns that the chunk stands in the middle of: as many as the rule under it covers, else the fewest."""
    middle = (chunk.x0 + chunk.x1) / 2
    spans = [(i, j) for i in range(low, own[0] + 1) for j in range(own[1], high + 1) if j > i]
    centred = [
        (i, j)
        for i, j in spans
        if columns[i][0] - 2 <= chunk.x0
        and chunk.x1 <= columns[j][1] + 2
        and abs((columns[i][0] + columns[j][1]) / 2 - middle) < _CENTRED * chunk.height
    ]
    under = [r for r in rules if -1 <= r.y - chunk.bottom < chunk.height and r.x0 < middle < r.x1]
    ruled = [(i, j) for i, j in centred if any(r.x0 - 3 <= columns[i][0] and columns[j][1] <= r.x1 + 3 for r in under)]
    if ruled:
        return max(ruled, key=lambda s: s[1] - s[0])
    return min(centred, key=lambda s: s[1] - s[0], default=own)


def _spread(pieces: list[Piece], under: list[Piece], columns: list[Strip]) -> list[Piece]:
    """Headings at the left of what they head: each reaches to the next, where headings of one kind stand under them."""
    if tiled := _repeated(pieces, under, columns):
        return tiled
    first = min((p.column for p in pieces), default=0)
    below = {p.column: _kind(p.chunk.text) for p in under if p.column == p.last}
    if len(pieces) < 2 or first == 0 or not all(c in below for c in range(first, len(columns))):
        return pieces
    if len({below[c] for c in range(first, len(columns))}) > (len(columns) - first) / 2:
        return pieces
    ends = [p.column - 1 for p in pieces[1:]] + [len(columns) - 1]
    spread = [Piece(p.chunk, p.column, p.line, p.number, end) for p, end in zip(pieces, ends, strict=True)]
    own = all(p.last in (p.column, s.last) for p, s in zip(pieces, spread, strict=True))
    return spread if own and all(s.last > s.column for s in spread) else pieces


def _repeated(pieces: list[Piece], under: list[Piece], columns: list[Strip]) -> list[Piece] | None:
    """Headings over headings that come again: each heads one round of them."""
    below = {p.column: _kind(p.chunk.text) for p in under if p.column == p.last}
    heads = [p for p in pieces if p.column > 0]
    for stub in (1, 2, 3):
        each, rest = divmod(len(columns) - stub, max(len(heads), 1))
        if len(heads) < 2 or rest or each < 2 or not all(c in below for c in range(stub, len(columns))):
            continue
        rounds = [[below[c] for c in range(at, at + each)] for at in range(stub, len(columns), each)]
        spans = [(stub + i * each, stub + (i + 1) * each - 1) for i in range(len(heads))]
        over = all(
            columns[a][0] - 4 < (p.chunk.x0 + p.chunk.x1) / 2 < columns[b][1] + 4
            for p, (a, b) in zip(heads, spans, strict=True)
        )
        again = rounds[:-1] if len(rounds) > 2 else rounds  # the last may be on differences
        come_again = all(r == rounds[0] for r in again) and len(set(rounds[0])) == each
        if over and (come_again or _in_the_middle(heads, spans, under, columns)):
            wide = [Piece(p.chunk, a, p.line, p.number, b) for p, (a, b) in zip(heads, spans, strict=True)]
            return [*(p for p in pieces if p.column == 0), *wide]
    return None


def _in_the_middle(heads: list[Piece], spans: list[tuple[int, int]], under: list[Piece], columns: list[Strip]) -> bool:
    """Whether headings stand in the middle of as many headings each, which are numbered through: `Model 1` to `6`."""
    numbered = [p.chunk.text for p in sorted(under, key=lambda p: p.column) if p.column >= spans[0][0]]
    if len(set(numbered)) < len(numbered) or len({_kind(text) for text in numbered}) > 1:
        return False
    middles = [(columns[a][0] + columns[b][1]) / 2 for a, b in spans]
    room = min(b[1] - a[0] for a, b in pairwise(columns[spans[0][0] :])) / 2
    return all(abs((p.chunk.x0 + p.chunk.x1) / 2 - m) < room for p, m in zip(heads, middles, strict=True))


def _titles(line: Line, columns: list[Strip]) -> bool:
    """A line of words in the middle of the table, over no column in particular: it heads the rows under it."""
    if len(chunks_of(line)) != 1 or any(is_value(w.text) for w in line.words) or len(columns) < 3:
        return False
    middle = (columns[0][0] + columns[-1][1]) / 2
    return line.x0 > columns[0][1] and abs((line.x0 + line.x1) / 2 - middle) < 2 * line.height


def _hangs(line: Line, above: Line, rules: Sequence[Rule]) -> bool:
    """Whether a line of the header goes on with a heading right over it, as the last line of the longest does."""
    ruled = any(above.bottom - 2 <= r.y <= line.top + 2 for r in rules)
    over = any(w.x0 < line.x1 and line.x0 < w.x1 for w in above.words)
    return over and not ruled and line.top - above.bottom < _HANGING * line.height


def _kind(text: str) -> str:
    """A heading without its number: `Model 1` and `Model 2` are of one kind."""
    return "".join(c for c in text if not c.isdigit()).strip().lower()
