"""Tables on a page: found below (or above) their captions, bounded by rules or by where running text begins, laid out by white space."""

# ruff: noqa: E501 - a pattern is read whole

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median

from evidence.read.compose import CAPTION, NOTE, RawCell
from evidence.read.pages.lines import Line, Word, lines_of
from evidence.read.pages.strips import NUMBER, chunks_of, columns_of
from evidence.read.pages.wrapping import Piece, wrapped_rows

__all__ = ["Region", "Rule", "ends_in_table", "regions_of"]

_SPEAKS = re.compile(
    r"^\s*(?:shows?|presents?|lists?|reports?|summari[sz]es|gives|provides?|displays?|and\b|indicates?|contains|describes|[),;]|\(|in\s|we\s|also\s|below|above)",
    re.IGNORECASE,
)
_WIDE = 0.6  # of the table's width: a line without gaps that long is running text


@dataclass(frozen=True)
class Rule:
    """A horizontal line on the page."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True)
class Region:
    """A table: its words, its place, its rows, and the lines of its caption and notes."""

    top: float
    bottom: float
    x0: float
    x1: float
    rows: tuple[tuple[RawCell, ...], ...]
    caption: tuple[Line, ...]
    notes: tuple[Line, ...]

    def holds(self, word: Word) -> bool:
        """Whether a word stands in the table, its caption or its notes."""
        return any(word in line.words for line in (*self.caption, *self.notes)) or (
            self.top - 1 <= word.middle <= self.bottom + 1 and self.x0 - 4 <= (word.x0 + word.x1) / 2 <= self.x1 + 4
        )


def regions_of(lines: list[Line], words: list[Word], rules: list[Rule], goes_on: bool = False) -> list[Region]:
    """The tables of a page, in order; `goes_on` when the page before ended within one."""
    captions = [i for i, line in enumerate(lines) if _is_caption(line.text)]
    rest = _rest_of_table(lines, captions, words, rules) if goes_on else None
    found: list[Region] = [rest] if rest else []
    for n, i in enumerate(captions):
        later = [lines[j] for j in captions[n + 1 :] if _overlap(lines[j], lines[i])]
        limit = min((line.top for line in later if line.top > lines[i].bottom), default=10_000.0)
        head, below = _caption_lines(lines, i, rules)
        region = _below(head, below, limit, words, rules)
        if region and not any(
            r.top < region.bottom and region.top < r.bottom and r.x0 < region.x1 and region.x0 < r.x1 for r in found
        ):
            found.append(region)
    return found


def ends_in_table(lines: list[Line], regions: list[Region]) -> bool:
    """Whether nothing follows the last table of a page."""
    last = max(regions, key=lambda r: r.bottom, default=None)
    return last is not None and not last.notes and all(line.top < last.bottom + 2 for line in lines)


def _rest_of_table(lines: list[Line], captions: list[int], words: list[Word], rules: list[Rule]) -> Region | None:
    """The rows of a table that began on the page before: columns from the first line on."""
    if not lines or len(chunks_of(lines[0])) < 2 or 0 in captions:
        return None
    limit = min((lines[i].top for i in captions), default=10_000.0)
    return _by_white_space([], lines[0].top - 1, limit, words, rules)


def _is_caption(text: str) -> bool:
    match = CAPTION.match(text)
    return bool(match) and not _SPEAKS.match(match["rest"]) and (text[:1].isupper() or not text.isascii())  # type: ignore[index]


def _overlap(a: Line, b: Line) -> bool:
    return a.x0 < b.x1 and b.x0 < a.x1


def _caption_lines(lines: list[Line], i: int, rules: list[Rule]) -> tuple[list[Line], float]:
    """A caption may run over lines, as far as the next rule or a gap."""
    head = [lines[i]]
    for line in lines[i + 1 : i + 8]:
        gap = line.top - head[-1].bottom
        ruled = any(head[-1].bottom - 2 <= r.y <= line.top + 2 for r in rules)
        if gap > 0.6 * head[-1].height or gap < -2 or ruled or len(chunks_of(line)) > 1 or not _overlap(line, head[-1]):
            break
        head.append(line)
    return head, head[-1].bottom


def _below(head: list[Line], start: float, limit: float, words: list[Word], rules: list[Rule]) -> Region | None:
    """The table under a caption."""
    under = [
        r
        for r in rules
        if start - 3 <= r.y <= min(start + 45, limit) and r.x1 - r.x0 > 60 and r.x0 < head[0].x1 and r.x1 > head[0].x0
    ]
    if under:
        first = min(under, key=lambda r: r.y)
        same = [
            r for r in rules if r.y >= first.y - 1 and r.y < limit and r.x0 >= first.x0 - 6 and r.x1 <= first.x1 + 6
        ]
        last = _last_rule(first, same, words)
        if last > first.y + 12:
            region = _region(head, first.y, last, first.x0, first.x1, words, [r for r in same if r.y <= last + 1])
            if region and _holds_numbers(region):
                return region
            longer = _by_white_space(head, start, limit, words, rules)  # the rules were those of its header alone
            return longer if longer and (region is None or _holds_numbers(longer)) else region
    return _by_white_space(head, start, limit, words, rules)


def _holds_numbers(region: Region) -> bool:
    return any(NUMBER.match(cell.text) for row in region.rows for cell in row)


def _last_rule(first: Rule, same: list[Rule], words: list[Word]) -> float:
    """The rule under the table: the last with its width before running text sets in."""
    last = first.y
    for rule in sorted(same, key=lambda r: r.y):
        between = [w for w in words if last < w.middle < rule.y and first.x0 - 4 <= w.x0 and w.x1 <= first.x1 + 4]
        if (
            rule.y > last + 2
            and last > first.y
            and sum(_is_running(line, first.x0, first.x1) for line in lines_of(between)) > 2
        ):
            break
        if rule.x1 - rule.x0 > 0.9 * (first.x1 - first.x0) or rule.y - last < 60:
            last = max(last, rule.y)
    return last


def _is_running(line: Line, x0: float, x1: float) -> bool:
    """A line of a paragraph: most of the width, without a gap, mostly words."""
    return (
        len(chunks_of(line)) == 1
        and line.x1 - line.x0 > _WIDE * (x1 - x0)
        and sum(bool(NUMBER.match(w.text)) for w in line.words) < len(line.words) / 3
    )


def _by_white_space(
    head: list[Line], start: float, limit: float, words: list[Word], rules: list[Rule]
) -> Region | None:
    """Without rules: the lines below the caption for as long as they have columns."""
    del rules
    reach = [w for w in words if start < w.middle < limit]
    taken: list[Line] = []
    for line in lines_of(reach):
        if taken and line.top - taken[-1].bottom > 2.5 * line.height:
            break
        if NOTE.match(line.text) or (
            _is_running(line, min(w.x0 for w in reach), max(w.x1 for w in reach))
            and (taken or line.top - start > 3 * line.height)
        ):
            break
        taken.append(line)
    while taken and len(chunks_of(taken[-1])) < 2:
        taken.pop()
    if sum(len(chunks_of(line)) >= 2 for line in taken) < 2:
        return None
    x0, x1 = min(line.x0 for line in taken), max(line.x1 for line in taken)
    return _region(head, taken[0].top - 1, taken[-1].bottom + 1, x0, x1, words, [])


def _region(
    head: list[Line], top: float, bottom: float, x0: float, x1: float, words: list[Word], rules: list[Rule]
) -> Region | None:
    inside = [w for w in words if top - 1 <= w.middle <= bottom + 1 and x0 - 6 <= (w.x0 + w.x1) / 2 <= x1 + 6]
    lines = lines_of(inside)
    columns = columns_of(lines)
    if len(columns) < 2 or len(lines) < 2:
        return None
    rows = _rows(lines, columns, rules)
    if len(rows) < 2:
        return None
    return Region(
        top, bottom, x0, x1, tuple(tuple(row) for row in rows), tuple(head), tuple(_notes(bottom, x0, x1, words))
    )


def _notes(bottom: float, x0: float, x1: float, words: list[Word]) -> Iterator[Line]:
    """Lines right under a table that read like its notes."""
    under = lines_of([w for w in words if bottom < w.top < bottom + 60 and x0 - 6 <= w.x0 and w.x1 <= x1 + 6])
    last = bottom
    for i, line in enumerate(under):
        if line.top - last > 1.5 * line.height or (i == 0 and not NOTE.match(line.text)):
            return
        yield line
        last = line.bottom


def _rows(lines: list[Line], columns: list[tuple[float, float]], rules: list[Rule]) -> list[list[RawCell]]:
    """Cells by row and column; a value centred over several rows belongs to all of them."""
    levels = _levels(lines, rules)
    bands: list[list[list[Line]]] = []  # rows; per row and column the chunks
    tops: list[float] = []
    spans: dict[tuple[int, int], int] = {}
    for group in _grouped(lines, columns, levels, rules):
        cells: list[list[Line]] = [[] for _ in columns]
        for chunk, line in group:
            first, last = _under_rule(chunk, line, columns, rules)
            cells[first].append(chunk)
            if last > first:
                spans[(len(bands), first)] = max(spans.get((len(bands), first), 1), last - first + 1)
        bands.append(cells)
        tops.append(min(chunk.top for chunk, _ in group))
    reach = _centred(bands, tops, columns, rules)
    rows = []
    for r, cells in enumerate(bands):
        row = []
        c = 0
        while c < len(columns):
            wide = (
                spans.get((r, c), 1)
                if all(not cells[k] for k in range(c + 1, min(c + spans.get((r, c), 1), len(columns))))
                else 1
            )
            if (r, c) in reach.below:
                c += 1
                continue
            text = reach.text.get((r, c)) or " ".join(chunk.text for chunk in cells[c])
            row.append(RawCell(text, rowspan=reach.tall.get((r, c), 1), colspan=wide))
            c += wide
        rows.append(row)
    return rows


def _columns_under(chunk: Line, columns: list[tuple[float, float]]) -> tuple[int, int]:
    """The first and last column a chunk stands over."""
    shares = [min(chunk.x1, b) - max(chunk.x0, a) for a, b in columns]
    over = [
        i
        for i, share in enumerate(shares)
        if share > 0.35 * (columns[i][1] - columns[i][0]) or share > 0.5 * (chunk.x1 - chunk.x0)
    ]
    if not over:
        middle = (chunk.x0 + chunk.x1) / 2
        nearest = min(range(len(columns)), key=lambda i: abs((columns[i][0] + columns[i][1]) / 2 - middle))
        return nearest, nearest
    return over[0], over[-1]


def _under_rule(chunk: Line, line: Line, columns: list[tuple[float, float]], rules: list[Rule]) -> tuple[int, int]:
    """The columns of a cell; a heading alone above a rule that reaches over more columns heads them all."""
    first, last = _columns_under(chunk, columns)
    if NUMBER.match(chunk.text):
        return first, last
    for rule in rules:
        close = 0 <= rule.y - chunk.bottom + 1 < 0.9 * chunk.height
        alone = all(w in chunk.words for w in line.words if rule.x0 - 2 <= w.x0 and w.x1 <= rule.x1 + 2)
        centred = abs((rule.x0 + rule.x1) - (chunk.x0 + chunk.x1)) < 0.2 * (rule.x1 - rule.x0)
        if close and alone and centred and rule.x0 <= chunk.x0 + 1 and chunk.x1 - 1 <= rule.x1:
            under = [i for i, (a, b) in enumerate(columns) if rule.x0 - 2 <= (a + b) / 2 <= rule.x1 + 2]
            if len(under) > 1:
                return under[0], under[-1]
    return first, last


def _levels(lines: list[Line], rules: list[Rule]) -> list[float]:
    """Heights of rules that lie between lines, when most rows have one."""
    inner = sorted({round(r.y) for r in rules})
    between = [y for y in inner if lines[0].bottom <= y + 1 and y - 1 <= lines[-1].top + lines[-1].height]
    return [float(y) for y in between]


def _grouped(
    lines: list[Line], columns: list[tuple[float, float]], levels: list[float], rules: list[Rule]
) -> list[list[tuple[Line, Line]]]:
    """The pieces of each row, with the line each was part of: by white space where it tells, else line by line."""
    if len(levels) < 0.6 * len(lines):
        pieces = [
            Piece(chunk, _under_rule(chunk, line, columns, rules)[0], line, bool(NUMBER.match(chunk.text)))
            for line in lines
            for chunk in chunks_of(line)
        ]
        wrapped = wrapped_rows(pieces)
        if wrapped is not None:
            return [[(p.chunk, p.line) for p in row] for row in wrapped]
    return [[(chunk, line) for line in group for chunk in chunks_of(line)] for group in _row_groups(lines, levels)]


def _row_groups(lines: list[Line], levels: list[float]) -> list[list[Line]]:
    """Lines that make one row: between two rules where every row is ruled, else a line and what wraps around it."""
    if len(levels) >= 0.6 * len(lines):
        groups: dict[int, list[Line]] = {}
        for line in lines:
            middle = (line.top + line.bottom) / 2
            groups.setdefault(sum(y < middle for y in levels), []).append(line)
        return list(groups.values())
    full = [line for line in lines if _is_data(line)]
    pitches = [b.top - a.top for a, b in itertools.pairwise(full) if b.top - a.top > 1]
    pitch = median(pitches) if pitches else 0.0
    made: list[list[Line]] = []
    for line in lines:
        near = bool(made) and pitch > 0 and line.top - made[-1][-1].top < 0.8 * pitch
        ruled = bool(made) and any(made[-1][-1].bottom - 2 <= y <= line.top + 2 for y in levels)
        if near and not ruled and not (_is_data(line) and any(_is_data(x) for x in made[-1])):
            made[-1].append(line)
        else:
            made.append([line])
    return made


def _is_data(line: Line) -> bool:
    return sum(bool(NUMBER.match(w.text)) for w in line.words) >= 1 and len(chunks_of(line)) >= 2


@dataclass
class _Reach:
    """Cells that reach over several rows: by (row, column) their text and height, and the places they cover."""

    text: dict[tuple[int, int], str] = field(default_factory=dict)
    tall: dict[tuple[int, int], int] = field(default_factory=dict)
    below: set[tuple[int, int]] = field(default_factory=set)


def _centred(
    bands: list[list[list[Line]]], tops: list[float], columns: list[tuple[float, float]], rules: list[Rule]
) -> _Reach:
    """Values printed once in the middle of a block of rows, where rules (or their absence in that column) bound the block."""
    reach = _Reach()
    for c, (a, b) in enumerate(columns):
        own = sorted({round(r.y) for r in rules if r.x0 <= a + 2 and r.x1 >= b - 2})
        everywhere = sorted({round(r.y) for r in rules if r.x1 - r.x0 > 20})
        if len(own) < 2 or len(own) >= len(everywhere):
            continue
        for low, high in itertools.pairwise(own):
            block = [r for r, top in enumerate(tops) if low - 3 <= top < high - 3]
            filled = [r for r in block if bands[r][c]]
            if len(block) < 2 or not filled or len(filled) == len(block):
                continue
            if filled[-1] - filled[0] + 1 != len(filled) or len(filled) > max(2, len(block) / 2):
                continue
            reach.text[(block[0], c)] = " ".join(chunk.text for r in filled for chunk in bands[r][c])
            reach.tall[(block[0], c)] = len(block)
            reach.below.update((r, c) for r in block[1:])
    return reach
