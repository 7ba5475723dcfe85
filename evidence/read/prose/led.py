"""Several constructs before one verb, each with its coefficient: `crust (β = .3) and smell (β = .2) predicted joy`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from evidence.read.prose.relation import Relation, construct_phrase, relation

__all__ = ["led"]

Span = tuple[int, int]

_LISTED = re.compile(r"^\s*(?:,\s*(?:and\s+)?|and\s+|as\s+well\s+as\s+)(?P<x>[^,;:()]{2,60}?)\s*,?\s*$", re.IGNORECASE)
_STOP = re.compile(r"[.;:](?:\s|$)|,\s+(?:which|so|and|but|while|whereas)\b", re.IGNORECASE)


def led(text: str, groups: Sequence[Span]) -> dict[int, Relation]:
    """The relation of each group of statistics that stands behind one of several subjects, by its number.

    >>> text = "As expected, crust (b = .3) and smell (b = .2) predicted joy."
    >>> [(r.from_, r.to) for r in led(text, [(18, 26), (37, 45)]).values()]
    [('crust', 'joy'), ('smell', 'joy')]
    """
    found: dict[int, Relation] = {}
    before = [text[(groups[i - 1][1] if i else 0) : start] for i, (start, _) in enumerate(groups)]
    at = 0
    while at < len(groups):
        last = at
        while last + 1 < len(groups) and (m := _LISTED.match(before[last + 1])) and not relation(m["x"]):
            last += 1
        if last > at and (ties := _tied(text, groups, before, at, last)):
            found.update(zip(range(at, last + 1), ties, strict=True))
        at = last + 1
    return found


_COMMA = re.compile(r"[,;]\s+")


def _tied(text: str, groups: Sequence[Span], before: Sequence[str], at: int, last: int) -> list[Relation]:
    first = _COMMA.split(before[at].rstrip(" ,"))[-1]
    if relation(before[at].rstrip(" ,")):
        return []  # `crust affects joy (b = .3) and return (b = .2)`: the targets vary
    items = [
        construct_phrase(first),
        *(construct_phrase(m["x"]) for b in before[at + 1 : last + 1] if (m := _LISTED.match(b))),
    ]
    end = groups[last + 1][0] if last + 1 < len(groups) else len(text)
    tail = text[groups[last][1] : end]
    stop = _STOP.search(tail)
    tail = tail[: stop.start()] if stop else tail
    whole = relation(f"{items[0]} {tail.strip(' ,')}") if items[0] and tail.strip() else None
    if whole is None or whole.from_ != items[0] or whole.via or whole.moderator or not all(items):
        return []
    return [replace(whole, from_=item) for item in items]
