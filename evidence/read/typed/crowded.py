"""Paragraphs and headings of a text without empty lines between them, as most programs take it out of a PDF.

    and none of the loadings was below the limit.
    Results
    The structural model explained 41 per cent of the variance in loyalty, which is more than

A paragraph ends where its last line stops short of the others; a heading is a short line between two paragraphs.
"""

import re
from collections.abc import Sequence

from evidence.read.captioned import CAPTION
from evidence.read.headings import heads_references
from evidence.read.pages.paragraphs import HEADING
from evidence.settled import settled

__all__ = ["Breaks", "breaks"]

_CROWDED = 25  # lines without an empty one between them; few paragraphs are as long
_NEAR = 6  # lines on either side that show how long a full line is here
_FEWEST_WORDS = 5  # of a full line of text; cells have fewer
_ENDS = re.compile(r"(?:[.!?:][\"”’')\]]*|\))\d{0,3}$")
_OPENS = re.compile(r"^[\"“‘'(\[]?[A-Z\u4e00-\u9fff]")
_TITLED = re.compile(
    r"^(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,4}\.|[A-H]\.)\s+)?[\"“‘']?[A-Z][^.;:!?=<>%@|]{2,88}$"
)
_GOES_ON = re.compile(r"(?:\b(?:a|an|and|as|at|by|for|from|in|is|of|on|or|than|that|the|to|was|were|with)|[-,–])$")
_VALUE = re.compile(r"\d[.,]\d|\d{3,}|^[A-Z]{1,5}\d")
_STANDS_APART = re.compile(
    r"^\W*(?:figure|fig\.|table)\s?\d|[\d*]$", re.IGNORECASE
)  # captions and rows have no full stop
_BEGINS = re.compile(r"^\W*(?:1\.?\s+)?(?:abstract|summary|introduction|key\s?words)\b", re.IGNORECASE)
_LONGEST = 14  # words of a heading
_FRONT = 80  # lines of a title page at most


@settled
class Breaks:
    """The lines that a new paragraph begins with, and those that are headings."""

    paragraphs: frozenset[int] = frozenset()
    headings: frozenset[int] = frozenset()


def breaks(lines: Sequence[str]) -> Breaks:
    """Where paragraphs begin among lines that no empty line parts.

    >>> body = ["the loadings of all items were well above the limit that is used"] * 30
    >>> found = breaks(["1 Introduction", *body, "in this field of research.", "Results", "The " + body[0], *body])
    >>> sorted(found.headings), sorted(found.paragraphs)
    ([32], [32, 33])
    """
    shown = [line.strip() for line in lines]
    crowded = _crowded(shown)
    if not crowded:
        return Breaks()
    first = next((i for i, text in enumerate(shown[:_FRONT]) if _BEGINS.match(text)), min(_FRONT, len(shown)))
    paragraphs: set[int] = set()
    headings: set[int] = set()
    cited = False
    for i in crowded:
        text, above = shown[i], shown[i - 1] if i else ""
        if i < first:
            continue
        if heads_references(text) and (not above or _ENDS.search(above)):
            cited = True
            headings.add(i)
        elif (i == first and HEADING.match(text)) or _is_heading(shown, i, headings, cited):
            cited = False
            headings.add(i)
        elif i - 1 in headings or (not cited and _begins(shown, i)):
            paragraphs.add(i)
    return Breaks(frozenset(paragraphs | headings), frozenset(headings))


def _crowded(shown: Sequence[str]) -> list[int]:
    """The lines of all stretches that no empty line parts for long."""
    found: list[int] = []
    start = 0
    for i in range(len(shown) + 1):
        if i == len(shown) or not shown[i]:
            if i - start >= _CROWDED:
                found.extend(range(start, i))
            start = i + 1
    return found


def _full(shown: Sequence[str], i: int) -> int:
    """How long a full line of text is around a line; 0 where none is text."""
    near = (text for text in shown[max(0, i - _NEAR) : i + _NEAR + 1] if text.count(" ") >= _FEWEST_WORDS - 1)
    lengths = sorted(map(len, near))
    return lengths[3 * len(lengths) // 4] if lengths else 0


def _begins(shown: Sequence[str], i: int) -> bool:
    """Whether the line above ends a paragraph: a sentence ends in it, and it stops short of a full line."""
    above = shown[i - 1] if i else ""
    if not (_ENDS.search(above) and _OPENS.match(shown[i])) or above.endswith(")"):
        return False
    return len(above) < 0.85 * _full(shown, i)


def _is_heading(shown: Sequence[str], i: int, headings: set[int], cited: bool) -> bool:
    """A short line of words between the end of a paragraph and the begin of one."""
    text = shown[i]
    known = HEADING.match(text) is not None
    if not (known or (not cited and _TITLED.match(text))) or CAPTION.match(text) or len(text.split()) > _LONGEST:
        return False
    if (_VALUE.search(text) and not known) or _GOES_ON.search(text):
        return False
    above, below = (shown[j] if 0 <= j < len(shown) else "" for j in (i - 1, i + 1))
    if not (known or not above or i - 1 in headings or _ENDS.search(above) or _STANDS_APART.search(above)):
        return False
    full = _full(shown, i + 2)
    opens = _OPENS.match(below) is not None and below.count(" ") >= _FEWEST_WORDS - 1 and len(below) > 0.7 * full
    alone = (opens or (known and not below)) and (known or len(text) < 0.8 * full)
    return alone or _over_another(shown, i, full)


def _over_another(shown: Sequence[str], i: int, full: int) -> bool:
    """A heading right over the heading of its first part, which stands over text."""
    one, two = (shown[j] if j < len(shown) else "" for j in (i + 1, i + 2))
    headed = HEADING.match(one) or (_TITLED.match(one) and len(one) < 0.8 * full)
    return bool(HEADING.match(shown[i]) and headed) and two.count(" ") >= _FEWEST_WORDS - 1 and len(two) > 0.7 * full
