"""Several constructs before one verb, each with its coefficient: `crust (β = .3) and smell (β = .2) predicted joy`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from evidence.read.late import late
from evidence.read.prose.relations.relation import Relation, construct_phrase, relation

__all__ = ["led"]

Span = tuple[int, int]

_LISTED = re.compile(
    r"^\s*(?:,?\s*but\s+not\s+|,\s*(?:and\s+)?|and\s+|as\s+well\s+as\s+)(?P<x>[^,;:()]{2,60}?)\s*,?\s*$", re.IGNORECASE
)
_STOP = re.compile(r"[.;:](?:\s|$)|,\s+(?:which|so|and|but|while|whereas)\b", re.IGNORECASE)


def led(text: str, groups: Sequence[Span]) -> dict[int, Relation]:
    """The relation of each group of statistics that stands behind one of several subjects, by its number.

    >>> text = "As expected, crust (b = .3) and smell (b = .2) predicted joy."
    >>> [(r.from_, r.to) for r in led(text, [(18, 26), (37, 45)]).values()]
    [('crust', 'joy'), ('smell', 'joy')]
    """
    found: dict[int, Relation] = _in_chinese(text, groups)
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


_ON_FIRST = re.compile(r"(?:^|[，。；,;])?(?P<a>[\u4e00-\u9fff]{2,15}?)对(?P<b>[\u4e00-\u9fff]{2,15})$")
_ON_NEXT = re.compile(r"^\s*[和与及、，,]{1,2}\s*(?:对)?(?P<b>[\u4e00-\u9fff]{2,15})$")
_AFFECTS = late(
    r"^\s*(?:均|都|皆|也)?(?:具有|有|产生|存在)?(?:显著|的)*(?:正向|负向|积极|消极)?(?:的)?(?:影响|作用|促进)"
)


def _in_chinese(text: str, groups: Sequence[Span]) -> dict[int, Relation]:
    """`热情对满意(β=.3)和忠诚(β=.2)均有显著影响`: one subject, several targets before the verb."""
    first = _ON_FIRST.search(text[: groups[0][0]])
    between = [_ON_NEXT.match(text[a[1] : b[0]]) for a, b in pairwise(groups)]
    if first is None or not all(between) or not _AFFECTS.match(text[groups[-1][1] :]):
        return {}
    targets = [first["b"], *(m["b"] for m in between if m)]
    return {i: Relation(first["a"], target) for i, target in enumerate(targets)}
