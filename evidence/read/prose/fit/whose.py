"""Whose fit a sentence gives: the model it names or describes; and chi-squares that are no model's."""

import re

from evidence.read.prose.fit.names import INDEX
from evidence.read.prose.sentences import Sentence

__all__ = ["MODEL", "model_of", "of_no_model"]

_SORTS = (
    r"measurement|structural|path|final|initial|baseline|null|one[\s-]factor|single[\s-]factor|(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})[\s-]factor"
    r"|alternative|modified|revised|hypothesi[sz]ed|unconstrained|constrained|free|configural|metric|scalar|saturated|estimated|research|proposed|overall|bi-?factor|(?:second|higher)[\s-]order"
)
MODEL = re.compile(
    rf"\b(?P<m>{_SORTS})\s+(?:\w+\s+)?model|(?:测量|结构(?:方程)?|假设|理论|修正|初始|最终|基准|[一二两三四五六七八单双][因维]?[子度素]?)模型",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    rf"\b(?:the|an?|and|or|our)\s+(?:(?:fully|partially)\s+)?(?P<m>{_SORTS})\s*[(\[]\s*$", re.IGNORECASE
)  # `the constrained (χ2 = ...) and the free model`
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


# A model described and not named: `a model in which the paths were constrained to be equal`, `a model of five factors`.
_DESCRIBED = re.compile(
    r"\b(?:models?|one|that)\s+(?:in\s+which|where|with|that|whose)\b[^.;()]{0,100}?\b(?:(?P<tied>constrained|equal|fixed|invariant)|(?P<free>unconstrained|free|freely|vary|varied|differ))\b"
    r"|\bmodels?\s+(?:of|with)\s+(?P<count>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?:\w+\s+){0,2}?factors?\b|\ba\s+(?P<only>single|one)\s+factor\b",
    re.IGNORECASE,
)


def model_of(sentence: Sentence, at: int) -> str | None:
    """The model that a sentence (or the caption above a note) speaks of at a place."""
    text = sentence.text
    if alone := _ADJECTIVE.search(text, 0, at):
        return f"{alone['m']} model"
    before = list(MODEL.finditer(text, 0, at))
    told = [(m, _described(m)) for m in _DESCRIBED.finditer(text, 0, at)]
    if told and (not before or told[-1][0].start() > before[-1].start()):
        return told[-1][1]
    ahead = list(MODEL.finditer(text))
    chosen = before[-1] if before else ahead[0] if len({(m["m"] or m[0]).lower() for m in ahead}) == 1 else None
    if chosen is None and not ahead and sentence.passage.kind == "note":
        chosen = MODEL.search(f"{sentence.section} ")  # the caption above the note
    return " ".join(chosen[0].split()) if chosen else None


def _described(match: re.Match[str]) -> str:
    if match["count"] or match["only"]:
        return f"{match['count'] or match['only']}-factor model".lower()
    return "constrained model" if match["tied"] else "unconstrained model"
