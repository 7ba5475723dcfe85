"""Tables whose rows run on in one line, or whose cells were set into one: laid out again by their values.

Converters that lose the frame of a table leave its words in the paragraph or in the caption
(`Table 3 Paths Path β t p A -> B 0.31 5.1 .001 C -> B ...`), or a row of numbers in one cell.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from evidence.read.compose import RawCell
from evidence.read.flat.packed import is_value, packed
from evidence.read.flat.region import Region
from evidence.read.flat.rows import by_rows
from evidence.read.late import late
from evidence.read.tables.header import heading
from evidence.settled import settled

__all__ = ["Inline", "inline", "uncrowded"]

Rows = list[list[RawCell]]
_NAME = re.compile(r"\bTab(?:le|\.)\s?(?:[A-Z]?\d{1,2}|[IVX]{1,5})\b\.?\s+(?=[A-Z])")
_PIECE = late(r"\[[^\[\]]{1,40}\]|\([^()]{1,40}\)|[<>≤≥]\s?[\d.]+|\S+")
_DECIMAL = re.compile(r"\d?[.,]\d")
_OF_WORDS = frozenset({"construct", "item", "category", "source"})
_FULL_STOP = re.compile(r"(?<=[^\W_][\w)])\.\s+")  # not that of `d.f.`
_EMPTY = re.compile(r"[-–—―−]{1,2}")
_MOST_EMPTY = 6  # cells side by side
_FEWEST = 3  # rows
_LONGEST = 6000
_MOST_NAMES = 20  # of tables in one paragraph
_MOST_WORDS = 14  # of a label


@settled
class Inline:
    """A table found in running text: where, what it is called, and its rows."""

    start: int
    end: int
    caption: str
    rows: Rows


@settled
class _Run:
    """Words and the values behind them."""

    start: int  # of the words
    words: int  # their end
    end: int  # of the values
    values: int


def inline(text: str, name: str = "") -> Inline | None:
    """The first table that runs on in a text, behind its name or (where `name` is given) from the beginning."""
    if len(text) > 10 * _LONGEST or len(_DECIMAL.findall(text)) < _FEWEST:
        return None
    for start in [0] if name else [m.start() for m in islice(_NAME.finditer(text), _MOST_NAMES)]:
        found = _from(text, start)
        if found and found.caption:
            return found
    return None


def uncrowded(rows: Sequence[Sequence[RawCell]], caption: str) -> Rows:
    """A table whose rows hold all their values in one cell, with a cell for each; nothing for other tables."""
    filled = [[" ".join(c.text.split()) for c in row if c.text.strip()] for row in rows]
    filled = [row for row in filled if row]
    crowded = sum(any(_values(t) > 1 for t in row) and len(row) < 3 for row in filled)
    if len(filled) < _FEWEST or crowded < 2 or 2 * crowded < len(filled) - 2 or any(len(row) > 3 for row in filled):
        return []
    return _laid_out(caption, [" ".join(row) for row in filled])


def _values(text: str) -> int:
    pieces = [m.group() for m in _PIECE.finditer(text)]
    return len(pieces) if all(is_value(p) for p in pieces) and _DECIMAL.search(text) else 0


def _from(text: str, start: int) -> Inline | None:
    runs = _runs(text, start)
    if len(runs) < _FEWEST:
        return None
    first = _split(text, runs)
    title = text[start:first].strip()
    if not title or len(title) > 400:
        return None
    lines = [text[(first if i == 0 else run.start) : run.end].strip() for i, run in enumerate(runs)]
    ends = [m for m in _FULL_STOP.finditer(title) if m.start() > 12]
    caption, heads = (title[: ends[-1].start()], title[ends[-1].end() :]) if ends else ("", title)
    known = bool(ends)
    rows = _laid_out(caption, [heads, *lines]) if known else []
    rows = rows or _laid_out(title, lines)
    return Inline(start, runs[-1].end, caption if known and rows else title, rows) if rows else None


def _runs(text: str, start: int) -> list[_Run]:
    """Words and values in turn, for as long as the values are as many, or one more or less from row to row."""
    runs: list[_Run] = []
    pieces = list(_PIECE.finditer(text, start, start + _LONGEST))
    at = 0
    while at < len(pieces):
        words = at
        while at < len(pieces) and not _counts(pieces, at):
            at += 1
        values = at
        while at < len(pieces) and is_value(pieces[at].group()):
            at += 1
        if values == words or at == values:
            break
        run = _Run(pieces[words].start(), pieces[values - 1].end(), pieces[at - 1].end(), at - values)
        shown = text[run.start : run.words]
        if runs and (values - words > _MOST_WORDS or re.search(r"[^\W\d_]{3}[.;]\s", shown) or not _follows(runs, run)):
            break
        runs.append(run)
    return runs


def _counts(pieces: Sequence[re.Match[str]], at: int) -> bool:
    """A value of the table: a decimal, or what stands beside one."""
    text = pieces[at].group()
    ahead = (piece.group() for piece in islice(pieces, at + 1, at + 1 + _MOST_EMPTY))
    beside = next((piece for piece in ahead if not (_EMPTY.fullmatch(text) and _EMPTY.fullmatch(piece))), "")
    return is_value(text) and bool(_DECIMAL.search(text) or (is_value(beside) and _DECIMAL.search(beside)))


def _follows(runs: Sequence[_Run], run: _Run) -> bool:
    step = {b.values - a.values for a, b in pairwise(runs)} | {run.values - runs[-1].values}
    return len(step) == 1 and step <= {0, 1, -1} and (step != {0} or run.values > 1)


def _split(text: str, runs: Sequence[_Run]) -> int:
    """Where the first row begins behind the title and the headings: after the last heading, or by its length."""
    words = list(re.finditer(r"\S+", text[runs[0].start : runs[0].words]))
    for count in range(len(words) - 1, 0, -1):
        ends = (" ".join(w.group() for w in words[a:count]) for a in range(max(0, count - 3), count))
        if any(_heads_values(end) for end in ends):
            return runs[0].start + words[count].start()
    usual = Counter(len(text[r.start : r.words].split()) for r in runs[1:]).most_common(1)[0][0]
    return runs[0].start + words[max(0, len(words) - usual)].start()


def _heads_values(words: str) -> bool:
    """Whether words head a column of results; the first row may begin with a word that heads others (`Measurement`)."""
    said = heading(words).statistics
    return bool(said) and said[-1] not in _OF_WORDS


def _laid_out(caption: str, lines: Sequence[str]) -> Rows:
    """The lines as a table under a caption, cells without a place."""
    shown = [caption or "Table", *lines]
    places, at = [], 0
    for line in shown:
        places.append((line, at))
        at += len(line) + 1
    numbers = tuple(range(1, len(places)))
    region = Region((0, len(shown[0])), (numbers,), len(places))
    rows = by_rows(places, region, {i: packed(places[i]) for i in numbers})
    headed = rows and any(c.header for c in rows[0])
    return [[replace(c, span=None) for c in row] for row in rows] if headed else []
