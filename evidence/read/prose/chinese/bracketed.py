"""Chinese hypotheses with labels behind the construct that varies: `香气在脆度(H1a)、盐分(H1b)与喜悦之间起中介作用`."""

import re
from dataclasses import replace
from itertools import pairwise

from evidence.read.prose.chinese.relation import told
from evidence.read.prose.labels import Label
from evidence.read.prose.relations.relation import Relation

__all__ = ["behind_announcement", "behind_names"]

_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_OPENS = re.compile(r"[(（]\s*$")
_BETWEEN = re.compile(r"^\s*(?:[、,，]|和|与|及其?|以及)?\s*")
_JUDGED = re.compile(r"成立|支持|验证|拒绝|不显著|得以|证实")
_ANNOUNCED = re.compile(r"[\s*]*(?:假设|[Hh]\s?\d)(?:假设|[Hh\d\s（）()、,，～~\-–—至和与及a-z*])*[：:]\s*")
_STOPS = "。；;\n"
_FEWEST = 2


def behind_names(text: str, named: list[Label]) -> dict[Label, tuple[str, Relation]]:
    """The statement and the relation of each label, where a sentence has several and judges none of them.

    >>> text = "香气在脆度(H1a)、盐分(H1b)与喜悦之间起中介作用。"
    >>> from evidence.read.prose.labels import labels
    >>> [(x.label, tie.from_, tie.to, tie.via) for x, (_, tie) in behind_names(text, labels(text)).items()]
    [('H1a', '脆度', '喜悦', '香气'), ('H1b', '盐分', '喜悦', '香气')]
    """
    if text.isascii() or len(named) < _FEWEST or not _HAN.search(text):
        return {}
    found: dict[Label, tuple[str, Relation]] = {}
    for start, end in _sentences(text):
        inside = [x for x in named if start <= x.start < end and _in_brackets(text, x)]
        if len(inside) >= _FEWEST and not _JUDGED.search(text, start, end):
            found |= _exchanged(text, start, end, inside)
    return found


def behind_announcement(text: str, named: list[Label]) -> list[Label]:
    """The labels without those that only announce several: `假设4～假设6（H4、H5、H6）：脆度（H4）、盐分（H5）…`."""
    led = _ANNOUNCED.match(text) if named and not text.isascii() else None
    rest = [x for x in named if led and x.start >= led.end()]
    inside = [x for x in rest if _in_brackets(text, x)]
    return rest if len(inside) >= _FEWEST and len(inside) == len(rest) else named


def _sentences(text: str) -> list[tuple[int, int]]:
    """Where sentences stand, each behind the labels that announce it: `假设4～假设6（H4、H5、H6）：`."""
    cuts = [0, *(i + 1 for i, c in enumerate(text) if c in _STOPS), len(text)]
    found = ((a, b, _ANNOUNCED.match(text, a, b)) for a, b in pairwise(cuts) if b > a)
    return [(led.end() if led else a, b) for a, b, led in found]


def _in_brackets(text: str, label: Label) -> bool:
    closed = any(c in text[label.end - 1 : label.end + 2] for c in ")）")
    return closed and (text[label.start] in "(（" or _OPENS.search(text, 0, label.start) is not None)


def _exchanged(text: str, start: int, end: int, named: list[Label]) -> dict[Label, tuple[str, Relation]]:
    """The first statement with its construct, then with each of the others in its place."""
    opened = [_left(text, x) for x in named]
    closed = [_right(text, x) for x in named]
    first = text[start : opened[0]].rstrip()
    rest = text[closed[-1] : end].strip(_STOPS + " ")
    tie = told(first + rest)
    if tie is None:
        return {}
    slot = next((s for s in ("from_", "to", "via", "moderator") if (n := getattr(tie, s)) and first.endswith(n)), None)
    if slot is None:
        return {}
    whole = Relation(*tie)
    made = {named[0]: (first + rest, whole)}
    for i in range(1, len(named)):
        name = _BETWEEN.sub("", text[closed[i - 1] : opened[i]]).strip()
        if not _HAN.search(name) or len(name) > 24:
            return {}
        said = first.removesuffix(getattr(tie, slot)) + name + rest
        made[named[i]] = (said, replace(whole, **{slot: name}))  # type: ignore[arg-type]
    return made


def _left(text: str, label: Label) -> int:
    """Where the bracket opens."""
    if text[label.start] in "(（":
        return label.start
    return max(text.rfind("(", 0, label.start), text.rfind("（", 0, label.start))


def _right(text: str, label: Label) -> int:
    """Behind the bracket."""
    ends = [i for c in ")）" if (i := text.find(c, label.end - 1)) >= 0]
    return min(ends) + 1 if ends else label.end
