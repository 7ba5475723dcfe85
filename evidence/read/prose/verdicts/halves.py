"""A hypothesis that holds for some and not for others, told in two clauses: `while H1 held for men, it did not for women`."""

# ruff: noqa: E501 - a pattern is read whole

from evidence.read.prose.labels import Label
from evidence.read.prose.lowered import for_lower
from evidence.read.prose.mentions import mentions
from evidence.read.prose.sentences import Sentence
from evidence.read.prose.verdicts.judgements import WORDS, Cue

__all__ = ["halved"]

_WHOM = r"(?:for|in|among|with|within)\s+(?!(?:general|part|line|addition|turn|fact|total|sum|short|contrast)\b|(?:hypothes|[hp]\s?\d))[^.;:,()]{2,50}?"
_NOT_SO = r"(?:was|were|did|is|are|does|do|could|has|had)(?:\s+not\b|n't\b)"
_HALVES = tuple(
    for_lower(words)
    for words in (
        # `H1 was supported among the young; among the old it was not`
        rf"\b{WORDS}\s+{_WHOM}\s*[;,]\s+(?:but\s+|and\s+|while\s+|whereas\s+)?{_WHOM},?\s+it\s+{_NOT_SO}",
        # `H1 was supported for men, but it was not for women`
        rf"\b{WORDS}\s+{_WHOM}[;,]?\s+(?:but|although|though|whereas)\s+(?:it\s+)?{_NOT_SO}\s+(?:so\s+)?{_WHOM}(?:[.;,]|$)",
        # `while H1 held for men, it did not for women`
        rf"\b(?:while|although|though|whereas)\s+.{{0,40}}?\b{WORDS}\s+{_WHOM},\s+it\s+{_NOT_SO}\s+(?:\w+\s+){{0,2}}?{_WHOM}(?:[.;,]|$)",
        # `H1 was rejected for joy but confirmed for calm`, `was not supported for men but was for women`
        rf"\b(?:reject(?:ed)?|refuted|not\s+(?:\w+\s+)?{WORDS})\s+{_WHOM},?\s+but\s+(?:it\s+)?(?:was|were|is|are|did|does|had)?\s*(?:{WORDS}\s+)?{_WHOM}(?:[.;,]|$)",
    )
)
_AGAINST = ("not", "n't", "reject", "refut")


def halved(sentence: Sentence, named: list[Label]) -> Cue | None:
    """The judgement of the one hypothesis that a sentence names, where it judges two groups or outcomes apart."""
    if len({x.label for x in named}) != 1 or not mentions(sentence.lower, _AGAINST):
        return None
    found = next((m for pattern in _HALVES if (m := pattern.search(sentence.lower))), None)
    return Cue("partially supported", found.start(), found.end()) if found else None
