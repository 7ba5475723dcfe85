"""What stands in a sentence and judges nothing: statistics in brackets, intervals that leave out zero."""

import re
from dataclasses import replace

from evidence.read.prose.lowered import in_lower
from evidence.read.prose.sentences import Sentence

__all__ = ["without_figures", "without_zeros"]

_FIGURES = re.compile(r"\((?:\s*[^\W\d_]{1,4}\.?\s*[=<>≤≥]\s*[-−–]?\d*\.?\d+\*{0,3}\s*[,;]?)+\)")


_NO_ZERO = re.compile(  # says `no`, and nothing against a hypothesis
    r"\b(?:neither|none|no|not|did\s+not|does\s+not|do\s+not)\b[^,;.]{0,60}?\b(?:includ|contain|cover|span|cross|compris|straddl|overlap)\w*\s+(?:with\s+)?zero\b",
    re.IGNORECASE,
)


def without_zeros(sentence: Sentence) -> Sentence:
    """Without `neither interval includes zero`; places are kept."""
    bare = _NO_ZERO.sub(lambda m: " " * len(m[0]), sentence.text)
    return sentence if bare == sentence.text else replace(sentence, text=bare, lower=in_lower(bare))


def without_figures(sentence: Sentence) -> Sentence:
    """Without the statistics in brackets, which stand between a subject and what is said of it; places are kept."""
    bare = _FIGURES.sub(lambda m: " " * len(m[0]), sentence.text) if "(" in sentence.text else sentence.text
    return sentence if bare == sentence.text else replace(sentence, text=bare, lower=in_lower(bare))
