"""Clauses that lean on the one before: `..., but their link to joy was not`, `..., and price a weak negative one`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from typing import Literal

from evidence.read.late import late
from evidence.read.prose.relations.relation import Relation, construct_phrase

__all__ = ["leaning_on"]

_JOIN = r"^[\s,;]*(?:(?:and|but|yet|while|whereas|although|though|as)[\s,]+)*"
_END = (
    r"(?P<b>[^,;:()]{2,60}?)(?:\s+(?:was|were|is|are|did|does|remained|reached|proved|turned|fell)\b[^,;()]*)?[\s,]*$"
)
_TIE = r"(?:links?|relation(?:ship)?s?|effects?|associations?|influence|impact|paths?|contribution)"
_THEIR_TIE = late(
    rf"{_JOIN}(?:its|their)\s+(?!own\b)(?:\w+\s+)?{_TIE}\s+(?:to|with|on|upon)\s+(?:the\s+)?{_END}",
    re.IGNORECASE,
    needs=late(rf"(?:its|their)\s+(?:\w+\s+)?{_TIE}", re.IGNORECASE),
)
_IT_WAS_TIED = late(
    rf"{_JOIN}(?:it|they)\s+(?:was|were|is|are)\s+(?:(?:not|\w+ly|also)\s+)*(?:un)?(?:related|associated|linked|correlated|connected)\s+(?:to|with)\s+(?:the\s+)?(?P<b>[^,;:()]{{2,60}}?)[\s,]*$",
    re.IGNORECASE,
    needs=("related", "associated", "linked", "correlated", "connected"),
)
_MOVES = ("rose", "fell", "increased", "decreased", "grew", "declined", "dropped", "improved", "diminished")
_MOVED = rf"(?:{'|'.join(_MOVES)})"
_WITH = late(rf"\b{_MOVED}\s+with\s", re.IGNORECASE, needs=_MOVES)
_MOVED_TOO = late(rf"{_JOIN}(?P<b>[^\W\d_][^,;:()]{{1,60}}?)\s+{_MOVED}[\s,]*$", re.IGNORECASE)


def leaning_on(last: Relation | None, clause: str, before: str) -> tuple[Relation, Literal["from", "to"]] | None:
    """The relation of a clause that takes one of its ends, and its verb, from the last one; and which end is new."""
    if last and last.from_ and (to := _of_the_same(clause) or _varied_outcome(clause, before)):
        return Relation(last.from_, to), "to"
    if last and last.to and (one := _ONE.match(clause)):
        return Relation(construct_phrase(one["x"].strip()) or None, last.to), "from"
    return None


def _of_the_same(clause: str) -> str | None:
    """What else the source of the clause before has an effect on.

    >>> _of_the_same(", but their link to joy was not significant "), _of_the_same(", it was unrelated to joy "), _of_the_same(", and joy rose ")
    ('joy', 'joy', None)
    """
    match = _THEIR_TIE.match(clause) or _IT_WAS_TIED.match(clause)
    return construct_phrase(match["b"]) or None if match else None


def _varied_outcome(clause: str, before: str) -> str | None:
    """What fell or rose as well: `Joy rose with salt (b = .3), whereas fear fell (b = -.2)`."""
    match = _MOVED_TOO.match(clause) if _WITH.search(before) else None
    return construct_phrase(match["b"]) or None if match else None


_ONE = re.compile(  # `Trust was a strong positive predictor (β = .3), and price a weak negative one`
    r"^[\s,;]*(?:(?:and|but|while|whereas)[\s,]+)?(?P<x>(?!the\b|a\b|an\b)[^\W\d_][\w\s'’-]{1,60}?)\s+(?:was\s+)?an?\s+(?:[\w-]+\s+){1,3}one[\s,]*$",
    re.IGNORECASE,
)
