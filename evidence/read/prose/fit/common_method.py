"""Harman's single factor in sentences: `the first factor explained 32.4% of the variance, below 50%`."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.partial import Found
from evidence.read.prose.cues import SENTENCES
from evidence.read.prose.sentences import Sentence
from evidence.records import Measurement, Printed

__all__ = ["common_method"]

_CUES = SENTENCES.bit("factor", "component", "因子", "成分")
_ABOUT = re.compile(
    r"\bharman|\bcommon[- ]method\b|\bmethod\s+bias|\b(?:one|single)[- ]factor\s+(?:test|analysis)|共同方法|单因素检验|單因素檢驗",
    re.IGNORECASE,
)
_FIRST = r"(?:(?:first|single|one|largest|general|main|biggest|dominant)\s+(?:unrotated\s+|common\s+|general\s+|extracted\s+)?(?:factor|component)|(?:factor|component)\s+(?:1|one)\b)"
_SHARE = r"(?P<v>\d{1,2}(?:\.\d{1,4})?\s?%)"
_LESS = r"(?:less|lower|smaller|not\s+more|no\s+more)\s+than|below|under|<"
_PATTERNS = (
    re.compile(rf"{_FIRST}[^.;%]{{0,60}}?\b(?:explain|account|captur|extract|contribut|represent)\w*\s+(?:for\s+)?(?:only\s+|about\s+|just\s+|approximately\s+|merely\s+|a\s+)?{_SHARE}", re.IGNORECASE),
    re.compile(rf"{_SHARE}\s+of\s+(?:the\s+)?(?:total\s+)?(?:co)?varian\w+\s+(?:is|was|were|being)?\s*(?:explained|accounted\s+for|extracted|captured)\s+by\s+(?:the\s+|a\s+)?{_FIRST}", re.IGNORECASE),
    re.compile(rf"varian\w+\s+(?:that\s+is\s+)?(?:explained|accounted\s+for|extracted|captured)\s+by\s+(?:the\s+|a\s+)?{_FIRST}[^.;%]{{0,30}}?\b(?:is|was|were|of|=|reached|amounted\s+to)\s+(?:only\s+|about\s+)?{_SHARE}", re.IGNORECASE),
    re.compile(r"(?:(?:因子|成分)[1一]|(?:第一|首|第1)个?(?:公?因子|主?成分))[^。；%]{0,24}?(?P<v>\d{1,2}(?:\.\d{1,4})?\s?%)"),
)  # fmt: skip
_LIMIT = re.compile(
    rf"(?:{_LESS}|小于|低于|不足|未超过)\s*(?:the\s+)?(?:\w+\s+){{0,4}}?(?P<v>[45]0(?:\.0+)?\s?%)", re.IGNORECASE
)


def common_method(sentences: tuple[Sentence, ...]) -> tuple[Found[Measurement], ...]:
    """The variance of the first factor, where the paragraph is about common method bias, and the limit claimed."""
    for sentence in sentences:
        if not sentence.cues & _CUES or "%" not in sentence.text:
            continue
        match = next((m for pattern in _PATTERNS if (m := pattern.search(sentence.text))), None)
        if match is None or not _ABOUT.search(sentence.passage.text):
            continue
        spans = {"harman_pct": sentence.span(*match.span("v"))}
        limits: dict[str, Printed] = {}
        if limit := _LIMIT.search(sentence.text, match.end()):
            limits["harman_pct"] = Printed("<" + _digits(limit["v"]))
            spans["thresholds/harman_pct"] = sentence.span(*limit.span("v"))
        piece = Measurement(harman_pct=Printed(_digits(match["v"])), thresholds=limits)
        return (Found(piece, spans, confidence=0.8, page=sentence.page),)
    return ()


def _digits(text: str) -> str:
    return text.replace(" ", "")
