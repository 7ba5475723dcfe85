"""The rows of a printed table: which pieces of type stand in one row, and over which columns each of them reaches."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from evidence.read.compose import RawCell
from evidence.read.pages.amid import rows_amid
from evidence.read.pages.blocks import Block, blocks_of
from evidence.read.pages.continued import continues, widths_of
from evidence.read.pages.cut import as_one, unbroken
from evidence.read.pages.halfway import beside_values
from evidence.read.pages.heads import Rule, header_of, placed
from evidence.read.pages.labels import labels_of
from evidence.read.pages.lines import Line
from evidence.read.pages.strips import chunks_of, is_data, is_value
from evidence.read.pages.two_lines import about_labels
from evidence.read.pages.wrapping import Piece, wrapped_rows

__all__ = ["rows_of"]

Strip = tuple[float, float]
_DECIMAL = re.compile(r"\d?\.\d")
_BETWEEN = 0.4  # of the type's height: how far from the middle of two rows a value between them may be
_RULED = 0.7  # of a column's width: how far a rule has to reach over it
_EACH = 0.6  # of the lines: as many rules part rows, not groups of them
_LOOSER = 0.12  # of the type's height: how much wider than between lines of one heading the space between two is

_HALF = 0.3  # of the type's height: by how much lines of headings overlap that are set in the middle of one row
_HEADING = 6  # words of a heading over several columns at most
_FEW = 3  # cells of a line that may still be a name broken over lines


def rows_of(lines: list[Line], columns: list[Strip], rules: Sequence[Rule]) -> list[list[RawCell]]:
    """Cells by row and column; a value centred over several rows belongs to all of them."""
    levels = _levels(lines, rules)
    bands: list[list[list[Line]]] = []  # rows; per row and column the chunks
    tops: list[float] = []
    spans: dict[tuple[int, int], int] = {}
    pieces = placed(lines, columns, rules)
    head = header_of(lines, rules)
    if len(levels) < _EACH * len(lines) and (amid := rows_amid(pieces, head, len(columns))):
        head, body = amid
        above = _headings([p for own in pieces[:head] for p in own], lines[:head], columns, rules)
        above = above or _stacked(pieces[:head]) or _grouped(pieces[:head], lines[:head], levels)
        return [*_plain(above, columns), *_plain(body, columns)]
    pieces = [*pieces[:head], *beside_values(pieces[head:], len(columns))]
    lines = [line for line, own in zip(lines, pieces, strict=True) if own]
    pieces = [own for own in pieces if own]
    headings = _headings([p for own in pieces[:head] for p in own], lines[:head], columns, rules)
    headings = headings or _stacked(pieces[:head])
    if rows := about_labels(pieces[head:]):
        return [*_plain(headings or _grouped(pieces[:head], lines[:head], levels), columns), *_plain(rows, columns)]
    blocks = blocks_of(pieces[head:], len(columns)) or labels_of(pieces[head:], len(columns))
    if blocks is not None:
        above = headings or _grouped(pieces[:head], lines[:head], levels)
        return [*_plain(above, columns), *_blocked(pieces[head:], blocks, columns)]
    body = (
        _grouped(pieces[head:], lines[head:], _levels(lines[head:], rules))
        if headings
        else _grouped(pieces, lines, levels)
    )
    for group in [*headings, *body]:
        cells: list[list[Line]] = [[] for _ in columns]
        for piece in group:
            cells[piece.column].append(piece.chunk)
            if piece.last > piece.column:
                at = (len(bands), piece.column)
                spans[at] = max(spans.get(at, 1), piece.last - piece.column + 1)
        bands.append(cells)
        tops.append(min(piece.chunk.top for piece in group))
    under = {(r, k) for (r, c), wide in spans.items() for k in range(c + 1, c + wide)}
    reach = _centred(bands, tops, columns, rules, len(headings) or head, under)
    return [_row(r, cells, spans, reach, columns) for r, cells in enumerate(bands)]


def _stacked(lines: list[list[Piece]]) -> list[list[Piece]]:
    """A header of several lines, shorter headings at half height: one row under those that reach over columns."""
    stop = len(lines)
    while stop > 1 and [p.column for p in lines[stop - 1]] == [0] and any(len(x) > 2 for x in lines[: stop - 1]):
        stop -= 1  # the first group of rows has a heading of its own
    while stop > 1 and _is_row(lines[stop - 1]) and any(len(x) > 2 for x in lines[: stop - 1]):
        stop -= 1
    stop = next(
        (i for i in range(1, stop) if sum(_DECIMAL.search(p.chunk.text) is not None for p in lines[i]) > 1), stop
    )
    start = max((i + 1 for i in range(stop) if any(p.last > p.column for p in lines[i])), default=0)
    own = lines[start:stop]
    if len(own) == 1 and _under(lines[:start], own[0]):
        return lines
    if len(own) < 2 or any(
        b[0].chunk.top - a[0].chunk.bottom > 0.9 * a[0].chunk.height for a, b in itertools.pairwise(own)
    ):
        return []
    named = [{p.column for p in line} for line in own]
    if set().union(*named[:-1]) <= named[-1] and not any(_at_half_height(a, b) for a, b in itertools.pairwise(own)):
        return []
    return [*lines[:start], *(_begun(own) or _apart([p for line in own for p in line])), *lines[stop:]]


def _at_half_height(above: list[Piece], below: list[Piece]) -> bool:
    """Whether a line of headings begins before the one above it ends: both are of one row, set in its middle."""
    overlap = max(p.chunk.bottom for p in above) - min(p.chunk.top for p in below)
    return overlap > _HALF * above[0].chunk.height


def _under(over: list[list[Piece]], line: list[Piece]) -> bool:
    """Whether some headings of several columns have one heading under them for each of these."""
    wide = [p for own in over for p in own if p.last > p.column]
    headed = {c for p in wide for c in range(p.column, p.last + 1)}
    short = all(len(p.chunk.words) <= _HEADING for p in wide)
    return len(wide) > 1 and short and headed <= {p.column for p in line if p.last == p.column}


def _begun(lines: list[list[Piece]]) -> list[list[Piece]]:
    """Two rows of headings that both begin at the top: the second where a column that had ended goes on."""
    named = [{p.column for p in line} for line in lines]
    for k in range(2, len(lines)):
        before = set().union(*named[: k - 1])
        again = (named[k] & before) - named[k - 1]
        if again and named[0] == set().union(*named[:k]) and set().union(*named[k:]) == named[k]:
            return [[p for line in lines[:k] for p in line], [p for line in lines[k:] for p in line]]
    return []


def _apart(pieces: list[Piece]) -> list[list[Piece]]:
    """The rows of a header, where white space across all of it is wider than between the lines of one heading."""
    ordered = sorted(pieces, key=lambda p: p.chunk.top)
    gaps = [
        b.chunk.top - a.chunk.bottom
        for _, own in itertools.groupby(sorted(ordered, key=lambda p: p.column), key=lambda p: p.column)
        for a, b in itertools.pairwise(own)
    ]
    rows, reached = [ordered[:1]], ordered[0].chunk.bottom
    for piece in ordered[1:]:
        if gaps and piece.chunk.top - reached > min(gaps) + _LOOSER * piece.chunk.height:
            rows.append([])
        rows[-1].append(piece)
        reached = max(reached, piece.chunk.bottom)
    columns = [{p.column for p in row} for row in rows]
    if all(len(own & columns[0]) > 1 for own in columns):
        return rows
    return [pieces]


def _is_row(pieces: list[Piece]) -> bool:
    """A name and whole numbers: the first row of a triangle, not a line of the header."""
    return bool(pieces) and pieces[0].column == 0 and len(pieces) > 1 and all(p.number for p in pieces[1:])


def _plain(groups: list[list[Piece]], columns: list[Strip]) -> list[list[RawCell]]:
    """Rows of a header, each piece over its columns."""
    made = []
    for group in groups:
        cells: list[list[Line]] = [[] for _ in columns]
        spans: dict[tuple[int, int], int] = {}
        for p in group:
            cells[p.column].append(p.chunk)
            spans[0, p.column] = max(spans.get((0, p.column), 1), p.last - p.column + 1)
        made.append(_row(0, cells, spans, _Reach(), columns))
    return made


def _blocked(
    bands: list[list[Piece]], found: tuple[list[int], dict[int, list[Block]]], columns: list[Strip]
) -> list[list[RawCell]]:
    """Rows with the values of each block reaching over all of its rows."""
    at, blocks = found
    reach = _Reach()
    for c, column in blocks.items():
        for first, stop in column:
            own = range(at[first], at[stop - 1] + 1)
            reach.chunks[first, c] = [p.chunk for i in own for p in bands[i] if p.column == c]
            reach.tall[first, c] = stop - first
            reach.below.update((r, c) for r in range(first + 1, stop))
    rows = [[[p.chunk for p in bands[i] if p.column == c] for c in range(len(columns))] for i in at]
    return [_row(r, cells, {}, reach, columns) for r, cells in enumerate(rows)]


def _headings(pieces: list[Piece], lines: list[Line], columns: list[Strip], rules: Sequence[Rule]) -> list[list[Piece]]:
    """The header's rows, where rules under some headings only tell them apart; a heading beside the rules is lowest."""
    if not lines:
        return []
    width = columns[-1][1] - columns[0][0]
    top, bottom = lines[0].top, max(line.bottom for line in lines)
    partial = [r for r in rules if top + 3 < r.y < bottom - 1 and r.x1 - r.x0 < 0.9 * width]
    if not partial:
        return []
    heights: list[float] = []
    for rule in sorted(partial, key=lambda r: r.y):
        if not heights or rule.y > heights[-1] + 3:
            heights.append(rule.y)
    rows: list[list[Piece]] = [[] for _ in range(len(heights) + 1)]
    for piece in pieces:
        chunk = piece.chunk
        ruled = any(r.x0 < chunk.x1 and chunk.x0 < r.x1 for r in partial)
        middle = (chunk.top + chunk.bottom) / 2
        rows[sum(y < middle for y in heights) if ruled else len(heights)].append(piece)
    return [row for row in rows if row]


def _row(
    r: int, cells: list[list[Line]], spans: dict[tuple[int, int], int], reach: "_Reach", columns: list[Strip]
) -> list[RawCell]:
    row = []
    c = 0
    while c < len(cells):
        wide = spans.get((r, c), 1)
        if any(cells[k] for k in range(c + 1, min(c + wide, len(cells)))):
            wide = 1
        if (r, c) not in reach.below:
            chunks = reach.chunks.get((r, c)) or cells[c]
            strip = (columns[c][0], columns[c + wide - 1][1])
            row.append(_cell(chunks, reach.tall.get((r, c), 1), wide, strip))
        c += wide
    return row


def _cell(chunks: list[Line], tall: int, wide: int, strip: Strip) -> RawCell:
    ordered = sorted(chunks, key=lambda chunk: (round(chunk.top), chunk.x0))
    places = [w.span for chunk in ordered for w in chunk.words if w.span]
    span = (min(a for a, _ in places), max(b for _, b in places)) if places else None
    return RawCell(as_one(unbroken(ordered, *strip)), rowspan=tall, colspan=wide, span=span)


def _levels(lines: list[Line], rules: Sequence[Rule]) -> list[float]:
    """Heights of rules that lie between lines, when most rows have one."""
    if not lines:
        return []
    inner = sorted({round(r.y) for r in rules})
    between = [y for y in inner if lines[0].bottom <= y + 1 and y - 1 <= lines[-1].top + lines[-1].height]
    return [float(y) for y in between]


def _grouped(pieces: list[list[Piece]], lines: list[Line], levels: list[float]) -> list[list[Piece]]:
    """The pieces of each row: by white space where it tells, else line by line."""
    if len(levels) < _EACH * len(lines):
        wrapped = wrapped_rows([p for line in pieces for p in line])
        if wrapped is not None:
            return wrapped
    by_line = {id(line): own for line, own in zip(lines, pieces, strict=True)}
    groups = [[by_line[id(line)] for line in group] for group in _row_groups(lines, levels)]
    widths = widths_of(pieces)
    made: list[list[list[Piece]]] = []
    for group in groups:
        if made and len(levels) < _EACH * len(lines) and _worded(group) and continues(made[-1], group[0], widths):
            made[-1] += group
        else:
            made.append(group)
    return [[p for line in group for p in line] for group in made]


def _worded(group: list[list[Piece]]) -> bool:
    return not any(p.number for line in group for p in line)


def _row_groups(lines: list[Line], levels: list[float]) -> list[list[Line]]:
    """Lines that make one row: between two rules where every row is ruled, else a line and what wraps around it."""
    if len(levels) >= _EACH * len(lines):
        groups: dict[int, list[Line]] = {}
        for line in lines:
            middle = (line.top + line.bottom) / 2
            groups.setdefault(sum(y < middle for y in levels), []).append(line)
        return [part for group in groups.values() for part in _unruled(group, list(groups.values()))]
    full = [line for line in lines if is_data(line)]
    pitches = [b.top - a.top for a, b in itertools.pairwise(full) if b.top - a.top > 1]
    pitch = median(pitches) if pitches else 0.0
    body = lines[header_of(lines) :]
    headed = next((line for above, line in itertools.pairwise(lines) if line in body[:1] and _heads(above)), None)
    gaps = [b.top - a.top for a, b in itertools.pairwise(body)]
    even = len(gaps) > 2 and min(gaps) > median(gaps) - 0.2 * body[0].height  # no two lines closer than rows are
    made: list[list[Line]] = []
    for line in lines:
        near = (
            bool(made)
            and pitch > 0
            and not (even and line in body)
            and line is not headed
            and line.top - made[-1][-1].top < 0.8 * pitch
        )
        ruled = bool(made) and any(made[-1][-1].bottom - 2 <= y <= line.top + 2 for y in levels)
        both = bool(made) and is_data(line) and any(is_data(x) for x in made[-1])
        if (near and not ruled and not both) or (made and not ruled and _goes_on(made[-1], line)):
            made[-1].append(line)
        else:
            made.append([line])
    return made


def _heads(line: Line) -> bool:
    """Several headings on one line: none of them is the beginning of the name of the row below."""
    return len(chunks_of(line)) > _FEW and not is_data(line)


def _unruled(group: list[Line], groups: list[list[Line]]) -> list[list[Line]]:
    """A row, or several of one line each that miss the rule between them: numbers as far apart as rows are."""
    tops = [own[0].top for own in groups if len(own) == 1]
    pitches = [b - a for a, b in itertools.pairwise(tops)]
    if len(group) < 2 or len(pitches) < 2 or not all(is_data(line) for line in group):
        return [group]
    apart = all(b.top - a.top > 0.9 * median(pitches) for a, b in itertools.pairwise(group))
    flush = max(line.x0 for line in group) - min(line.x0 for line in group) < group[0].height
    return [[line] for line in group] if apart and flush else [group]


def _goes_on(above: list[Line], line: Line) -> bool:
    """A label's second line: words alone that begin small, under a row of numbers whose label they carry on."""
    first = line.words[0]
    return (
        is_data(above[0])
        and first.text[:1].islower()
        and not any(is_value(w.text) for w in line.words)
        and line.top - above[-1].bottom < 0.8 * line.height
        and first.x0 < above[0].words[0].x0 + 2.5 * line.height
        and line.x1 < above[0].x1 - 2 * line.height
        and sum(b.x0 - a.x1 > line.height for a, b in itertools.pairwise(line.words)) == 0
    )


@dataclass
class _Reach:
    """Cells that reach over several rows: by (row, column) their type and height, and the places they cover."""

    chunks: dict[tuple[int, int], list[Line]] = field(default_factory=dict)
    tall: dict[tuple[int, int], int] = field(default_factory=dict)
    below: set[tuple[int, int]] = field(default_factory=set)


def _centred(
    bands: list[list[list[Line]]],
    tops: list[float],
    columns: list[Strip],
    rules: Sequence[Rule],
    head: int,
    under: set[tuple[int, int]],
) -> _Reach:
    """Values printed once in the middle of rows that rules (or their absence in that column) bound.

    What a heading of several columns reaches over, `under`, is none of these.
    """
    reach = _Reach()
    for c, (a, b) in enumerate(columns):
        own = sorted({round(r.y) for r in rules if min(r.x1, b) - max(r.x0, a) >= _RULED * (b - a)})
        everywhere = sorted({round(r.y) for r in rules if r.x1 - r.x0 > 20})
        if len(own) < 2 or len(own) >= len(everywhere):
            continue
        for low, high in itertools.pairwise(own):
            block = [r for r, top in enumerate(tops) if low - 3 <= top < high - 3]
            filled = [r for r in block if bands[r][c]]
            if len(block) < 2 or not filled or len(filled) == len(block) or (len(filled) > 1 and len(own) <= 3):
                continue
            if any((r, c) in under for r in block):
                continue
            if filled[0] < head <= filled[-1]:
                continue  # a heading, and the first cell under it
            if filled[-1] - filled[0] + 1 != len(filled) or len(filled) > max(2, len(block) / 2):
                continue
            if not _holds_for(bands, filled, block, c, head):
                continue
            reach.chunks[block[0], c] = [chunk for r in filled for chunk in bands[r][c]]
            reach.tall[block[0], c] = len(block)
            reach.below.update((r, c) for r in block[1:])
    return reach


def _holds_for(bands: list[list[list[Line]]], filled: list[int], block: list[int], c: int, head: int) -> bool:
    """Whether a value stands in the middle of the rows it is to hold for, or begins beside the first of them."""
    own = [chunk for r in filled for chunk in bands[r][c]]
    every = [chunk for r in block for column in bands[r] for chunk in column]
    middle = (min(x.top for x in own) + max(x.bottom for x in own)) / 2
    whole = (min(x.top for x in every) + max(x.bottom for x in every)) / 2
    slack = (
        1.2 if len(block) > 2 or block[0] < head else _BETWEEN
    )  # in the middle of two rows is between them, not beside the second
    return filled[0] == block[0] or abs(middle - whole) < slack * own[0].height
