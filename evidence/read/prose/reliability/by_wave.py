"""Alphas of one scale at the waves of a panel: `α was .69 at Time 1 and .71 at Time 2`, `αs = .8, .9 at T1 and T2`."""

import re
from collections.abc import Iterator, Sequence

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.aligned import Names
from evidence.read.prose.figures import printed
from evidence.read.prose.relations.relation import construct_phrase
from evidence.read.prose.reliability.owners import nobody
from evidence.read.prose.sentences import Sentence
from evidence.read.waves import WAVE
from evidence.records import Construct

__all__ = ["Times", "by_wave"]

Times = tuple[tuple[str, str], ...]  # numbers and words of the waves, in order
Told = tuple[str, str, tuple[int, int]]  # the number and word of a wave, and where its alpha stands
_FIGURE = r"(?<![\d.])(?P<v>0?\.\d{2,3})(?!\d)"
_BARE = r"0?\.\d{2,3}(?!\d)"
_AND = r"(?:\s*,\s*and\s+|\s*,\s*|\s+and\s+|\s*;\s*)"
_ALPHA = r"(?:Cronbach['’]?s?\s+)?(?:α|[Aa]lpha)s?"
_TURN = late(rf"{_FIGURE}\s*(?:\(\s*)?(?:at\s+|in\s+|for\s+)?(?P<wave>{WAVE})(?P<n>\d)\b")
_BEFORE = late(
    rf"(?:{_ALPHA}\s*)?\(?(?P<wave>{WAVE})(?P<n>\d)\)?\s*(?:[:,(]\s*)?(?:{_ALPHA}\s*)?(?:=|was|:)?\s*{_FIGURE}"
)
_LIST = late(
    rf"(?P<values>{_BARE}(?:{_AND}{_BARE})+),?\s*(?:at|in|for|on)\s+(?P<waves>(?P<wave>{WAVE})\d(?:{_AND}(?:{WAVE})?\d)+)"
)
_LEFT_OUT = late(  # the waves are known from the scale before: `(αs = .80, .77, and .78)`
    rf"{_ALPHA}\s*(?:=|were|are|:)\s*(?P<values>{_BARE}(?:{_AND}{_BARE})+)\s*(?:\)|,?\s*respectively|\.?\s*$)"
)
_TOLD = late(rf"(?:(?:T|Time |Wave )\d\)?:?\s*\(?)?{_ALPHA}(?![a-z])")
_ANOTHER = late(  # what is no alpha, or no figure of this scale: bounds, ranges, other statistics
    r"varianc|\bAVEs?\b|correlat|\br\s*=|omega|ω|retest|spearman|\bpower\b|\bset\b|\bC(?:FI|R)\b|RMSEA|loading|composite"
    r"|exceed|\bleast\b|above|below|\bover\b|threshold|\brang(?:e|ed|ing)\b|between|higher|greater|minim|criteri|cut-?off"
    r"|facets|sub-?scales|dimensions|[<>≥≤]",
    re.IGNORECASE,
)
_OF = late(
    r"\b(?:of|for)\s+(?:the\s+|our\s+)?(?P<name>[A-Za-z][\w'’/ -]{2,50}?)\s+(?:was|were|is|are|amounted|came|reached)\b"
)
_FOR = late(r"\b[Ff]or\s+(?:the\s+|our\s+)?(?P<name>[A-Za-z][\w'’/ -]{2,50}?),?\s+(?:the\s+)?$")


def by_wave(sentence: Sentence, measure: str, known: Names | None, times: Times) -> Iterator[Found[Construct]]:
    """The alphas of at least two waves, each of the scale's name with its wave; `times` are the last scale's."""
    first = _TOLD.search(sentence.text)
    if first is None:
        return
    told = _told(sentence.text, first.start()) or _in_order(sentence.text, first.start(), times)
    if told and _ANOTHER.search(sentence.text, first.start(), max(end for _, _, (_, end) in told)):
        return
    name = _owner(sentence.text, first.start(), measure, known) if len(told) > 1 else ""
    if not name or len({n for n, _, _ in told}) < len(told):
        return
    for number, wave, (start, end) in told:
        value = printed(sentence.text[start:end])
        if value is not None:
            called = f"{name} {wave.strip()} {number}" if len(wave.strip()) > 1 else f"{name} {wave.strip()}{number}"
            yield Found(
                Construct(called, alpha=value),
                {"alpha": sentence.span(start, end)},
                confidence=0.85,
                page=sentence.page,
            )


def _told(text: str, start: int) -> Sequence[Told]:
    """The number and word of each wave, and where its alpha stands."""
    listed = _LIST.search(text, start)
    if listed:
        values = [
            m.span() for m in re.finditer(_BARE, text) if listed.start("values") <= m.start() < listed.end("values")
        ]
        numbers = re.findall(r"\d", listed["waves"])
        if len(values) == len(numbers):
            wave = listed["wave"].strip()
            return [(n, wave.removesuffix("s"), span) for n, span in zip(numbers, values, strict=True)]
    for way in (_TURN, _BEFORE):
        turns = list(way.finditer(text, start))
        if len(turns) > 1 and len(turns) == len(re.findall(_BARE, text[start:])):
            return [(m["n"], m["wave"].strip().removesuffix("s"), m.span("v")) for m in turns]
    return []


def _in_order(text: str, start: int, times: Times) -> Sequence[Told]:
    """As many alphas as the scale before has waves, in their order."""
    listed = _LEFT_OUT.search(text, start) if times else None
    values = [m.span() for m in re.finditer(_BARE, text)] if listed else []
    inside = listed is not None and all(listed.start() <= a and b <= listed.end() for a, b in values)
    return (
        [(n, w, span) for (n, w), span in zip(times, values, strict=True)]
        if inside and len(values) == len(times)
        else []
    )


def _owner(text: str, start: int, measure: str, known: Names | None) -> str:
    """The scale that the sentence names behind `alphas of`, or the one that is being described."""
    named = _FOR.search(text[:start]) or _OF.search(text, start)
    name = construct_phrase(named["name"]) if named else ""
    name = name if name and not nobody(name, known) else measure
    several = " and " in name and not (known and known.pattern.fullmatch(name))
    return "" if several else name
