"""Entries of a list of measures: the name, how many items it has, and behind them the alpha of each sample."""

import re
from collections.abc import Iterator

from evidence.read.partial import Found
from evidence.read.prose.figures import printed
from evidence.read.prose.sentences import Sentence
from evidence.records import Construct

__all__ = ["entry"]

_ENTRY = re.compile(
    r"\W*(?!(?i:in|for|on|of|at|with|after|from|to|all|each|both|these|those|this|we|it|study|sample|time|wave|first|second|third|finally|then|again|here|as)\b)"
    r"(?P<name>[^\W\d][^,;:.()–—]{2,60}?)\s*[,:–—]\s*(?:\w+\s+)?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?:[- ]point)?\s+items?\b.*?[;:,]\s*(?:Cronbach\S*\s+)?(?:α|[Aa]lpha)\s*(?:=|of|was)?\s*(?P<v>0?\.\d{2,3})(?!\d)"
)
_SAMPLE = re.compile(r"\s+(?:in|among)\s+(?:the\s+)?(?P<whom>[^\W\d][\w' -]{1,40}?)(?=\s*(?:,|;|\.|\band\b|\)|$))")
_NEXT = re.compile(r"\s*(?:,\s*and|,|;|and)\s*(?:(?:α|[Aa]lpha)\s*=\s*)?(?P<v>0?\.\d{2,3})(?!\d)")


def entry(sentence: Sentence) -> Iterator[Found[Construct]]:
    """`Oven joy, four items: α = .84`, or `α = .84 in Bari and .82 in Linz`; of bare pairs nobody knows whose."""
    match = _ENTRY.match(sentence.text)
    if match is None:
        return
    whose, value = _SAMPLE.match(sentence.text, match.end()), match
    if whose is None and _NEXT.match(sentence.text, match.end()):
        return
    while True:
        number, place = printed(value["v"]), sentence.span(*value.span("v"))
        if number is not None:
            told = Construct(match["name"].strip(), alpha=number, group=whose["whom"].strip() if whose else None)
            yield Found(told, {"alpha": place}, confidence=0.85, page=sentence.page)
        further = _NEXT.match(sentence.text, whose.end()) if whose else None
        whose = _SAMPLE.match(sentence.text, further.end()) if further else None
        if further is None or whose is None:
            return
        value = further
