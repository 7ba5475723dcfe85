"""Rows without gaps that no caption announces, or whose caption stands below them: found by their values."""

import re
from collections.abc import Callable, Iterator, Sequence

from evidence.read.captioned import CAPTION, NOTE
from evidence.read.flat.packed import packed
from evidence.read.flat.region import Region
from evidence.read.late import late

__all__ = ["below", "regions", "runs"]

Place = tuple[str, int]
Run = tuple[int, int]  # the first row and the line after the last

_FEWEST = 3  # rows
_HEADS = 5  # lines of headings
_DECIMAL = re.compile(r"[\dO]?[.,]\d")
_ENDS = late(r"[\d)\]*%†\-–−OlI]$|\b(?:supported|rejected|accepted|yes|no|ns|confirmed)$", re.IGNORECASE)
_LONGEST_END = 10  # characters, with the one before a word
_CODE = re.compile(r"[A-Za-z]{1,8}[_.\-]?\d{1,2}[a-z]?\s")


def runs(lines: Sequence[Place], pages: frozenset[int], aligned: Callable[[int], bool]) -> list[Run]:
    """Lines one after the other that end in values."""
    found: list[Run] = []
    at = 0
    while at < len(lines):
        if at in pages or not _row(lines[at]):
            at += 1
            continue
        stop, rows = at, 0
        while stop < len(lines):
            if _row(lines[stop]):
                rows += 1
            elif not _between(lines, stop):
                break
            stop += 1
        while not _row(lines[stop - 1]):
            stop -= 1
        if rows >= _FEWEST and not any(aligned(i) for i in range(at, stop) if "  " in lines[i][0].strip()):
            found.append((at, stop))
        at = stop
    return found


def _row(line: Place) -> bool:
    text = line[0].strip()
    if len(text) > 300 or "\t" in text or "|" in text or not _DECIMAL.search(text):
        return False
    if not _ENDS.search(text, max(0, len(text) - _LONGEST_END)):
        return False
    row = packed(line)
    words = len(row.label.text.split())
    return (
        bool(row.values)
        and bool(row.label.text)
        and words <= 12
        and (len(row.values) > 1 or bool(_CODE.match(text)) or "(" in row.values[0].text)
    )


def _between(lines: Sequence[Place], at: int) -> bool:
    """A heading between rows: a few words, with a row after it."""
    text = lines[at][0].strip()
    if not text or CAPTION.match(text) or NOTE.match(text) or len(text.split()) > 6 or text.endswith((".", ",", ";")):
        return False
    return at + 1 < len(lines) and _row(lines[at + 1])


def below(lines: Sequence[Place], found: Sequence[Run]) -> bool:
    """Whether the document prints its captions under its tables, as most of the runs of rows show."""
    over = sum(any(CAPTION.match(t) for t in _near(lines, range(a - 1, a - 6, -1))) for a, _ in found)
    under = sum(any(CAPTION.match(t) for t in _near(lines, range(b, b + 3))) for _, b in found)
    return under > over


def _near(lines: Sequence[Place], places: range) -> list[str]:
    return [lines[i][0].strip() for i in places if 0 <= i < len(lines)]


def regions(lines: Sequence[Place], run: Run) -> Iterator[Region]:
    """The run with one, two or three lines of headings above it."""
    first, stop = run
    place = lines[first][1]
    for count in range(1, _HEADS + 1):
        start = first - count
        text = lines[start][0].strip() if start >= 0 else ""
        if not text or CAPTION.match(text) or len(text) > 160:
            return
        yield Region((place, place), (tuple(range(start, stop)),), stop)
