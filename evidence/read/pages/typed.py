"""Pages that a conversion set with spaces (`pdftotext -layout`): every character keeps its place on the line."""

import re
import unicodedata
from collections.abc import Sequence

from evidence.read.pages.lines import Word, body_words
from evidence.read.pages.sheet import Sheet
from evidence.read.pages.stacked import stacked

__all__ = ["is_typed", "sheets_of"]

_SPACED = re.compile(r"\S {3,}\S")
_SHARE = 0.03  # of the lines: how many have wide gaps when places were kept
_WIDTH, _HEIGHT, _PITCH = 5.0, 12.0, 14.0  # so that one space is a word space and two are more
_MOST_COLUMNS = 1_000


def is_typed(text: str) -> bool:
    """Whether a text has pages, and gaps within its lines that stand for places on them."""
    if "\f" not in text or "\t" in text:
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(bool(_SPACED.search(line)) for line in lines) > _SHARE * len(lines)


def sheets_of(text: str) -> list[Sheet]:
    """The pages, as if printed in type of one width."""
    pages = [page.split("\n") for page in text.split("\f") if page.strip()]
    return [_sheet(page) for page in stacked([[_words(line) for line in page] for page in pages])]


def _sheet(lines: Sequence[tuple[float, Sequence[Word]]]) -> Sheet:
    height = (max((down for down, _ in lines), default=0.0) + 2) * _PITCH
    words = [
        Word(w.text, w.x0, w.x1, down * _PITCH, down * _PITCH + _HEIGHT, w.span) for down, line in lines for w in line
    ]
    words = body_words(words, height)
    width = max((w.x1 for w in words), default=0.0) + 10 * _WIDTH
    return Sheet(words, [], [], [], width, height)


def _words(line: str) -> list[Word]:
    at = _columns(line)
    found = re.finditer(r"\S+", line[: len(at) - 1])
    return [Word(m[0], at[m.start()] * _WIDTH, at[m.end()] * _WIDTH, 0.0, _HEIGHT) for m in found]


def _columns(line: str) -> list[int]:
    """The column of print of each character and of the end; East Asian characters are two wide."""
    if line.isascii():
        return list(range(min(len(line), _MOST_COLUMNS) + 1))
    at = [0]
    for c in line[:_MOST_COLUMNS]:
        at.append(at[-1] + (2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1))
    return at
