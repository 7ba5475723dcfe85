"""Headings that stand in one line without gaps, or ran into the caption, cut into one for each column."""

import re
from collections import Counter
from collections.abc import Sequence

from evidence.read.compose import RawCell
from evidence.read.tables.header import heading, statistic

__all__ = ["cut", "known", "tail"]

_MOST_WORDS = 6
_MOST = 60
_OVER = 0.6
_NAMED = re.compile(r"[=≤≥<>]\s*[\dO.]*[\dO.]\b(?![^(]*\))")  # a line of results, not of headings
_SHARE = re.compile(
    r"%\s(?:of\s)?(?:the\s)?(?:total|effect|mediated|variance)(?:\s(?:effect|mediated|explained))?", re.IGNORECASE
)
_BEGINS = re.compile(
    r"\s(?:boot(?:strap\w*)?|std\.?|standard|95\s?%|lower|upper|original|sample)$", re.IGNORECASE
)  # the next heading
Span = tuple[int, int]
_WORD = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\S+")


def known(text: str, names: frozenset[str] = frozenset()) -> bool:
    """Whether a text heads a column: a statistic, the number of a column, a name that also heads a row."""
    if text.startswith("("):
        return text[1:-1].isdigit()
    if re.fullmatch(r"(?:model|step|study|block|equation|m|factor|component)\s?\d[a-z]?", text, re.IGNORECASE):
        return True
    if _SHARE.fullmatch(text):
        return True
    said = heading(text).statistics
    if said == ("loading",) and any(heading(w).statistics not in ((), said) for w in text.split()[1:]):
        return False  # two headings: `Loading t-value`
    return bool(said) or text.lower() in names or re.fullmatch(r"\(?\d{1,2}[.)]?", text) is not None


def cut(text: str, start: int, want: int, names: frozenset[str] = frozenset()) -> list[RawCell] | None:
    """The headings of a line, as many as there are columns; nothing where that cannot be told.

    >>> [c.text for c in cut("Path Std. estimate t-value Result", 0, 4)]
    ['Path', 'Std. estimate', 't-value', 'Result']
    """
    gaps = [m.span() for m in re.finditer(r"\S+(?: \S+)*", text)]
    if len(gaps) == want > 1:
        return _cells(text, start, gaps)
    words = [m.span() for m in _WORD.finditer(text)]
    if not 0 < want <= len(words) <= _MOST or _NAMED.search(text):
        return None
    said = Counter(text[a:b].lower() for a, b in words)
    often = frozenset(word for word, times in said.items() if times > 1 and word.isalpha())
    best: list[dict[int, tuple[float, tuple[Span, ...]]]] = [{} for _ in range(len(words) + 1)]
    best[0][0] = (0.0, ())
    for at in range(len(words)):
        for count, (value, pieces) in best[at].items():  # a heading over several columns heads none of its own
            if pieces and value - _OVER > best[at + 1].get(count, (-1e9,))[0]:
                best[at + 1][count] = (value - _OVER, pieces)
        for width in range(1, min(_MOST_WORDS, len(words) - at) + 1):
            piece = (words[at][0], words[at + width - 1][1])
            worth = _worth(text[slice(*piece)], width, names, often)
            for count, (value, pieces) in best[at].items():
                if count < want and (value + worth > best[at + width].get(count + 1, (-1e9,))[0]):
                    best[at + width][count + 1] = (value + worth, (*pieces, piece))
    found = best[-1].get(want)
    if found is None:
        return None
    covered = sum(any(a <= w and e <= b for a, b in found[1]) for w, e in words)
    if 2 * (len(words) - covered) > covered or found[1][-1][1] < words[-1][1]:
        return None
    cells = _cells(text, start, found[1])
    if len(words) != want and 2 * sum(known(c.text, names) for c in cells) < want:
        return None
    return cells


def _worth(text: str, width: int, names: frozenset[str], often: frozenset[str]) -> float:
    """Headings that are known, or end in one word (`Small firms Large firms`), are likelier than words by chance."""
    if known(text, names):
        return width - (0.6 if _BEGINS.search(text) else 0.1)
    last = [w.lower() in often for w in text.split()]
    pair = width == 2 and last == [False, True] and not _BEGINS.search(text)
    return 2.2 if pair else -1.0 * (width - 1)


def tail(text: str, start: int, want: int, names: frozenset[str] = frozenset()) -> list[RawCell] | None:
    """The headings that ran into the end of a caption: the shortest end of it that heads every column.

    >>> [c.text for c in tail("Table 3 Results of the survey Item Loading", 0, 2)]
    ['Item', 'Loading']
    """
    words = [m.span() for m in _WORD.finditer(text)]
    for first in range(len(words) - want, max(-1, len(words) - 5 * want), -1):
        if first < 2:
            break
        found = cut(text[words[first][0] :], start + words[first][0], want, names)
        if found and all(known(c.text, names) or c.text.lower() in _PLAIN for c in found):
            return (
                None if statistic(text[words[first][0] :].strip()) in _SORTS else found
            )  # `Total effects` is one heading
    titled, stop, rest = text.rpartition(". ")
    if (
        stop and len(titled.split()) > 3 and heading(rest.split(" ", 1)[0]).statistics
    ):  # a title that ends, and headings that begin
        return cut(rest, start + len(titled) + 2, want, names)
    return None


_SORTS = frozenset({"total", "direct", "indirect"})
_PLAIN = frozenset({"index", "indices", "value", "values", "wording", "statement", "content", "model", "total"})


def _cells(text: str, start: int, spans: Sequence[tuple[int, int]]) -> list[RawCell]:
    return [RawCell(" ".join(text[a:b].split()), header=True, span=(start + a, start + b)) for a, b in spans]
