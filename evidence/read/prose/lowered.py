"""Expressions put so that they are quick to look for; what they find stays the same.

Words in any case are looked for in a text in lower case, thrice as quick as ignoring the case sign by sign. And where
all ways of an expression begin with letters, a search skips to these letters.
"""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterator
from itertools import chain

__all__ = ["at_words", "for_lower", "in_lower", "word_first"]

_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)  # of an expression: an escape, a set, a character
_SIGN = re.compile(r"\(\?P|\\.|.", re.DOTALL)  # of an expression; those of more than one character stand for no letter


def for_lower(expression: str) -> re.Pattern[str]:
    """An expression that ignores case, as a pattern for texts in lower case.

    >>> bool(for_lower(r"(?P<label>H\\d) HOLDS\\S").search(in_lower("So H1 Holds.")))
    True
    """
    return re.compile(_SIGN.sub(lambda found: found[0] if len(found[0]) > 1 else found[0].lower(), expression))


def word_first(expression: str) -> str:
    """An expression all of whose ways begin with a word, or with a Chinese sign: elsewhere none of them is tried."""
    return rf"(?:\b(?=\w)|(?=[\u4e00-\u9fff]))(?:{expression})"


def at_words(expression: str) -> str:
    """An expression of ways that begin with `\\b`, each with its first letter first: a search then skips to such letters.

    >>> at_words(r"\\b(?:raises?|(?:fall|drop)s)\\b")
    '(?:r(?<!\\\\w.)aises?|f(?<!\\\\w.)alls|d(?<!\\\\w.)rops)\\\\b'
    """
    ways, rest = list(_ways(expression)), ""
    if len(ways) == 1 and ways[0].startswith(r"\b(?:") and (end := _end_of_group(ways[0][2:]) + 2):
        rest, ways = ways[0][end:], [rf"\b{ways[0][2:end]}"]  # said once behind all of them
        if rest[:1] in ("?", "*", "+", "{"):
            raise ValueError(f"no letter begins {expression}")
    letters = (_spelled_out(way[2:]) if way.startswith(r"\b") else (way,) for way in ways)
    return f"(?:{'|'.join(chain.from_iterable(letters))}){rest}"


def _spelled_out(way: str) -> Iterator[str]:
    """A way that begins a word, with its first letter first; one that begins with a group, as one for each of its ways."""
    if way[:1].isalpha() and way[1:2] not in ("?", "*", "+", "{"):
        yield rf"{way[0]}(?<!\w.){way[1:]}"
        return
    if way.startswith("(?<!"):  # `(?<!to )recommend`: what must not stand before the word
        end = _end_of_group(way)
        yield from (f"{one[0]}(?<!{way[4 : end - 1]}.){one[1:]}" for one in _spelled_out(way[end:]))
        return
    end = _end_of_group(way) if way.startswith("(?:") else 0
    if not end or way[end : end + 1] in ("?", "*", "+", "{"):
        raise ValueError(f"no letter begins {way}")
    for inner in _ways(way[3 : end - 1]):
        yield from _spelled_out(inner + way[end:])


def _ways(expression: str) -> Iterator[str]:
    """What stands between the bars that are in no group."""
    start = depth = 0
    for token in _TOKEN.finditer(expression):
        depth += (token[0] == "(") - (token[0] == ")")
        if token[0] == "|" and not depth:
            yield expression[start : token.start()]
            start = token.end()
    yield expression[start:]


def _end_of_group(expression: str) -> int:
    depth = 0
    for token in _TOKEN.finditer(expression):
        depth += (token[0] == "(") - (token[0] == ")")
        if not depth:
            return token.end()
    return 0


def in_lower(text: str) -> str:
    """Lower case of the same length."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(low if len(low := c.lower()) == 1 else c for c in text)
