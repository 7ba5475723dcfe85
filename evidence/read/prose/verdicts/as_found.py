"""Results that carry the label of their hypothesis and no word of judgement: `Salt raised joy (H1) and lowered fear (H2)`.

What a paper finds where it reports results is what became of the hypothesis, unless it says otherwise anywhere else.
"""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.labels import Label, labels
from evidence.read.prose.others import of_others
from evidence.read.prose.sentences import Sentence
from evidence.read.prose.verdicts.judgements import judges
from evidence.records import Hypothesis

__all__ = ["as_found"]

_RESULTS = re.compile(
    r"result|finding|hypothes[ei]s\s+test|test(?:s|ing)?\s+of\s+hypothes|structural\s+model|path\s+analys|结果", re.I
)
_NO_RESULTS = re.compile(
    r"theor|literature|review|hypothes[ei]s\s+development|method|measure|introduction|implication|limitation", re.I
)
_DID = late(
    r"\b(?:was|were)\s+(?:(?!not\b|un)\w+\s+){0,3}?(?:related|associated|linked|correlated|determined|predicted|influenced|affected|driven|explained|mediated|moderated|reduced|increased|raised|lowered|strengthened|weakened)\b"
    r"|\b(?:had|exerted|showed|displayed)\s+(?:an?\s+|the\s+)?(?:\w+,?\s+(?:and\s+)?){0,4}?(?:effect|influence|impact|association|relation(?:ship)?)s?\b"
    r"|\b(?:predicted|affected|influenced|increased|reduced|raised|lowered|mediated|moderated|carried|transmitted|strengthened|weakened|buffered|enhanced|promoted|diminished|decreased|contributed|led|drove|fostered|explained)\b"
)
_UNSURE = re.compile(
    r"\b(?:not|no|nor|neither|never|without|hardly|barely|fail\w*|insignificant|non-?significant|irrelevant|unrelated|un\w+ed|un\w+ble|opposite|contrary|unexpected\w*|only|marginal\w*|should|would|may|might|could|can|will|if|whether|"
    r"expect\w*|hypothes\w+|propos\w+|predict(?:s|ion)|assum\w+|test(?:s|ed|ing)?|examin\w+|investigat\w+|aim\w*|according|stat(?:ed|es)|posit(?:s|ed)?|suppos\w+|suggest(?:s|ed)?\s+that|n\.?s)\b|[pP]\s*(?:>|=\s*0?\.(?:0[5-9]|[1-9]))",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*\)\s*(?:$|[.,;:]|(?:and|but|while|whereas|as|which|with)\b)", re.IGNORECASE)


def as_found(sentences: tuple[Sentence, ...]) -> tuple[Found[Hypothesis], ...]:
    """Hypotheses that a result supports by its own words; the first result of each stands."""
    found: dict[str, Found[Hypothesis]] = {}
    for sentence in sentences:
        if "(" not in sentence.text or not sentence.passage.labelled or not _reports(sentence):
            continue
        named = labels(sentence.text, sentence.heads)
        if named and not judges(sentence.lower) and not of_others(sentence):
            for label in _found_so(sentence.text, named):
                at = sentence.span(label.start, label.end)
                value = Hypothesis(label=label.label, verdict="supported")
                found.setdefault(label.label, Found(value, {"verdict": at}, confidence=0.75, page=sentence.page))
    return tuple(found.values())


def _reports(sentence: Sentence) -> bool:
    heads = sentence.passage.chain or (sentence.section,)
    return any(_RESULTS.search(head) for head in heads) and not any(_NO_RESULTS.search(head) for head in heads)


def _found_so(text: str, named: list[Label]) -> list[Label]:
    """The labels at the end of a bracket behind a verb that tells what was found; further ones of a list share the verb."""
    sure: list[Label] = []
    start, told = 0, False
    for label in named:
        opened = text.rfind("(", start, label.start)
        clause = text[start : opened if opened >= 0 else label.start]
        inside = text[opened : label.start] if opened >= 0 else ""
        if opened < 0 or ")" in text[opened : label.start] or not _ENDS.match(text, label.end):
            return sure
        if _UNSURE.search(clause) or _UNSURE.search(inside):
            return sure
        told = told or _DID.search(clause) is not None
        if told:
            sure.append(label)
        start = label.end
    return sure
