"""Explained variance in sentences: `explains 44% of the variance in satisfaction`, `R² = .44 for loyalty`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterator

from evidence.read.partial import Found
from evidence.read.prose.cues import SENTENCES
from evidence.read.prose.lowered import at_words
from evidence.read.prose.relations.relation import construct_phrase
from evidence.read.prose.sentences import Sentence
from evidence.records import Printed, Structural

__all__ = ["explained"]

_CUES = SENTENCES.bit("r2", "r 2", "variance", "variation")
_SAID = re.compile(at_words(r"\bR\s?2\b|\bvaria(?:nce|tion)\b"))
_ELSE = re.compile(r"extracted|common method|factor analysis", re.IGNORECASE)
_R2 = re.compile(r"\bR\s?2\b")
_SHARE = r"(?P<v>\d{1,2}(?:\.\d+)?\s?%|0?\.\d{1,4})"
_NAME = r"(?:the\s+)?(?P<name>[A-Za-z][\w'’ /-]{2,60}?)"
_PATTERNS = (
    re.compile(rf"\b(?:explain|account)\w*\s+(?:for\s+)?(?:about\s+|approximately\s+)?{_SHARE}\s+of\s+(?:the\s+)?(?:total\s+)?varia(?:nce|tion)\s+(?:in|of)\s+{_NAME}(?=[\s.,;(]*(?:[.,;(]|\band\b|\bwhile\b|$))", re.IGNORECASE),
    re.compile(rf"{_SHARE}\s+of\s+(?:the\s+)?varia(?:nce|tion)\s+(?:in|of)\s+{_NAME}\s+(?:is|was|were|are)\s+explained", re.IGNORECASE),
    re.compile(rf"\bR\s?2\s+(?:values?\s+)?(?:for|of)\s+{_NAME}\s+(?:is|was|=)\s*{_SHARE}", re.IGNORECASE),
    re.compile(rf"{_SHARE}\s+for\s+{_NAME}(?=[.,;)]|\s+and\b)", re.IGNORECASE),
)  # fmt: skip


def explained(sentences: tuple[Sentence, ...]) -> tuple[Found[Structural], ...]:
    """R² of an outcome, once per outcome."""
    found: dict[str, Found[Structural]] = {}
    for sentence in sentences:
        if not sentence.cues & _CUES or not _SAID.search(sentence.text) or _ELSE.search(sentence.text):
            continue
        for i, pattern in enumerate(_PATTERNS):
            if i == 3 and not _R2.search(sentence.text):
                continue
            for match in pattern.finditer(sentence.text):
                for one in (match, *(_further(sentence.text, match.end()) if i == 0 else ())):
                    name = construct_phrase(one["name"])
                    if name:
                        piece = Structural(name, r2=Printed(one["v"].replace(" ", "")))
                        place = {"r2": sentence.span(*one.span("v"))}
                        found.setdefault(name.casefold(), Found(piece, place, confidence=0.8, page=sentence.page))
    return tuple(found.values())


_AND = re.compile(
    rf"\s*(?:,\s*and|,|and|&)\s+{_SHARE}\s+(?:of\s+(?:the\s+varia(?:nce|tion)|that)\s+(?:in|of)|in)\s+{_NAME}(?=\s*(?:[.,;(]|\band\b|\bwhile\b|$))",
    re.IGNORECASE,
)


def _further(text: str, at: int) -> Iterator[re.Match[str]]:
    """`..., 31% in calm, and 12% of the variance in joy`: one after the other behind the first."""
    while match := _AND.match(text, at):
        yield match
        at = match.end()
