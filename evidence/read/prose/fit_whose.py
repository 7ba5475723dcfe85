"""Whose fit a sentence gives: the model it names or describes; and chi-squares that are no model's."""

import re

from evidence.read.prose.fit_names import INDEX
from evidence.read.prose.sentences import Sentence

__all__ = ["model_of", "of_no_model"]

_MODEL = re.compile(
    r"\b(?P<m>measurement|structural|path|final|initial|baseline|null|one[\s-]factor|single[\s-]factor|alternative|modified|revised|hypothesi[sz]ed|unconstrained|constrained|configural|metric|scalar|research|proposed|overall)\s+(?:\w+\s+)?model",
    re.IGNORECASE,
)
# Tests that give a chi-squared: of a correlation matrix, of ranks, of missing values, of who answered.
_OF_SOMETHING_ELSE = re.compile(
    r"bartlett|spheric|kruskal|friedman|mcnemar|\blittle['’]?s?\b|\bmcar\b|hosmer|omnibus|\bwald\b|hausman|breusch|mardia|cochran"
    r"|independence|homogeneity|heterogeneity|cross-?tab|contingency|non-?response|巴特利特|球形",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[;。]|\.\s|\)\s*(?:,|and\b|whereas\b|while\b)")


def of_no_model(text: str, index: re.Match[str], end: int) -> bool:
    """Whether a chi-squared is named as that of another test, right before it or right behind its value."""
    before = _CLAUSE_ENDS.split(text[max(0, index.start() - 70) : index.start()])[-1]
    last = max((m.end() for m in INDEX.finditer(before)), default=0)
    behind = re.match(r"[\d\s().,<>=pP]*\b(?:for|in|of|by)\s+(?:the\s+)?(?P<what>\S+(?:\s+\S+)?)", text[end : end + 60])
    return bool(_OF_SOMETHING_ELSE.search(before[last:]) or (behind and _OF_SOMETHING_ELSE.search(behind["what"])))


# A model described and not named: `a model in which the paths were constrained to be equal`.
_DESCRIBED = re.compile(
    r"\b(?:models?|one|that)\s+(?:in\s+which|where|with|that|whose)\b[^.;()]{0,100}?\b(?:(?P<tied>constrained|equal|fixed|invariant)|(?P<free>unconstrained|free|freely|vary|varied|differ))\b",
    re.IGNORECASE,
)


def model_of(sentence: Sentence, at: int) -> str | None:
    """The model that a sentence (or the caption above a note) speaks of at a place."""
    before = list(_MODEL.finditer(sentence.text, 0, at))
    told = list(_DESCRIBED.finditer(sentence.text, 0, at))
    if told and (not before or told[-1].start() > before[-1].start()):
        return "constrained model" if told[-1]["tied"] else "unconstrained model"
    chosen = before[-1] if before else _MODEL.search(sentence.text)
    if chosen is None and sentence.passage.kind == "note":
        chosen = _MODEL.search(f"{sentence.section} ")  # the caption above the note
    return " ".join(chosen[0].split()) if chosen else None
