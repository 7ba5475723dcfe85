"""Reads a printed number a second time: the whole sign group it stands in, and the same place by another parser.

A second parser gives the document's characters without our understanding of pages and tables. The words and numbers
around the first reading find its place there; what stands between the same neighbours is the second reading.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from evidence.read.late import late
from evidence.read.tables.glyphs import digits_meant
from evidence.records import Printed, Record
from evidence.records.places import look_up

__all__ = ["SecondLook", "Token", "tokens"]

Span = tuple[int, int]

_DIGIT = r"[\dOolI]"
_HAN = "\u3040-\u30ff\u4e00-\u9fff"  # written without spaces: each sign is a word
_TOKEN = late(
    rf"""
    (?P<number>(?<![^\W_{_HAN}])(?:
        {_DIGIT}*\d{_DIGIT}*(?:[.,·]{_DIGIT}+)*      # 0.85  1,023  2O3
      | {_DIGIT}?[.,·]{_DIGIT}*\d{_DIGIT}*          # .85  O.85
    ))
  | (?P<word>[^\W_{_HAN}]+|[{_HAN}])
    """,
    re.VERBOSE,
)
_MINUS = re.compile(r"(?:^|[^\w.)\]%])[-\u2010-\u2015\u2212\ufe63\uff0d] ?$")
_AROUND = 60  # tokens on each side that find the place
_RUN = 3  # tokens in a row that make a landmark
_ENOUGH = 0.5  # of the twelve nearest neighbours must be the same, or the place is another one
_NEAREST = 6


class Token(NamedTuple):
    """A word or a number of a text, with its place; letters inside a number are read as digits."""

    text: str
    kind: str
    start: int
    end: int


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words and numbers of a text; signs, stars and brackets are passed over.

    >>> [t.text for t in tokens("Trust (TR1): −O.85**")]
    ['trust', 'tr1', '0.85']
    """
    found = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind, shown = str(match.lastgroup), match[0]
        if kind == "number":
            shown = digits_meant(shown).replace("·", ".")
        found.append(Token(shown.casefold(), kind, match.start(), match.end()))
    return found


class Reading:
    """A text as its tokens."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens(text)

    def number(self, at: int) -> str | None:
        """The number at a token with its minus and percent sign; None where a word stands.

        A dash that touches what is before it is a hyphen or a range; one in the cell before is that cell's own.
        """
        token = self.tokens[at]
        if token.kind != "number":
            return None
        minus = _MINUS.search(self.text, max(0, token.start - 3), token.start) is not None
        percent = self.text[token.end : token.end + 2].lstrip()[:1] == "%"
        return "-" * minus + token.text + "%" * percent


class SecondLook:
    """What other routes read where a record's numbers were printed; the second parser runs when it is first needed."""

    def __init__(self, record: Record, flat: Callable[[], str]) -> None:
        self._record = record
        self._read_flat = flat

    def __call__(self, pointer: str) -> dict[str, str]:
        """The readings of a pointer that differ from the first, by the route that gave them."""
        span, first = self._record.spans.get(pointer), look_up(self._record, pointer)
        if span is None or not isinstance(first, Printed) or first.parsed is None:
            return {}
        at = self._token(*span)
        if at is None:
            return {}
        readings = {"the whole printed number": self._own.number(at), "a second parser": self._aligned(at)}
        found: dict[str, str] = {}
        for route, text in readings.items():
            if text is None:
                continue
            shown = text if first.endswith("%") else text.removesuffix("%")
            shown = shown if first.operator == "=" else first.operator + shown
            if Printed(shown).parsed not in (None, first.parsed) and shown not in found.values():
                found[route] = shown
        return found

    @cached_property
    def _own(self) -> Reading:
        return Reading(self._record.text)

    @cached_property
    def _other(self) -> Reading:
        return Reading(self._read_flat())

    def _token(self, start: int, end: int) -> int | None:
        """The first number within a span, or around its beginning."""
        own = self._own.tokens
        first = max(0, bisect_right(own, start, key=lambda t: t.start) - 1)
        inside = (i for i in range(first, len(own)) if own[i].end > start and own[i].kind == "number")
        at = next(inside, None)
        return at if at is not None and own[at].start < end else None

    @cached_property
    def _landmarks(self) -> dict[tuple[str, ...], list[int]]:
        index: dict[tuple[str, ...], list[int]] = defaultdict(list)
        words = [t.text for t in self._other.tokens]
        for i in range(len(words) - _RUN + 1):
            index[tuple(words[i : i + _RUN])].append(i)
        return index

    def _aligned(self, at: int) -> str | None:
        """The number between the same neighbours in the other text; None where the place is not found for sure."""
        first = max(0, at - _AROUND)
        window = [t.text for t in self._own.tokens[first : at + _AROUND + 1]]
        offset = self._offset(window)
        if offset is None:
            return None
        begin = max(0, offset - _AROUND)
        beside = self._other.tokens[begin : offset + len(window) + _AROUND]
        match = SequenceMatcher(None, window, [t.text for t in beside], autojunk=False)
        here = at - first
        near = range(max(0, here - _NEAREST), min(len(window), here + _NEAREST + 1))
        same = {i for block in match.get_matching_blocks() for i in range(block.a, block.a + block.size)}
        if sum(i in same for i in near if i != here) < _ENOUGH * (len(near) - 1):
            return None
        for kind, i1, i2, j1, j2 in match.get_opcodes():
            if i1 <= here < i2:
                if kind == "equal" or (kind == "replace" and i2 - i1 == j2 - j1):
                    return self._other.number(begin + j1 + here - i1)
                if kind == "replace" and j2 - j1 == 1:
                    return self._other.number(begin + j1)
                return None
        return None

    def _offset(self, window: list[str]) -> int | None:
        """Where the window begins in the other text, by its landmarks; None where two places speak for themselves."""
        votes: Counter[int] = Counter()
        for i in range(len(window) - _RUN + 1):
            places = self._landmarks.get(tuple(window[i : i + _RUN]), ())
            if len(places) <= _AROUND:
                votes.update(j - i for j in places)
        if not votes:
            return None
        total = {offset: sum(votes[offset + d] for d in range(-_RUN, _RUN + 1)) for offset in votes}
        best = max(total, key=lambda offset: (total[offset], -offset))
        rival = max((n for offset, n in total.items() if abs(offset - best) > _AROUND), default=0)
        return None if rival >= total[best] else best
