"""Findings that agree with what was predicted: `as H2 states`, `As hypothesized, ...`, `..., as predicted in H3`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace

from evidence.read.late import late
from evidence.read.prose.verdicts.judgements import Cue
from evidence.records.layout import Verdict

__all__ = ["as_predicted", "foretold", "of_one_group"]

_AS = re.compile(
    r"\b(?:as|which\s+(?:is|was)\s+(?:just\s+|exactly\s+|indeed\s+)?what)\s+(?:(?:was|were|is|are|had\s+been|has\s+been|we(?:\s+had)?)\s+)?(?:stated|proposed|predicted|hypothesi[sz]ed|expected|posited|assumed|postulated|suggested|anticipated|claimed|formulated|foreseen|put\s+forward|conjectured|supposed|presumed|surmised)\b"
    r"(?:\s+(?:in|by|under|with|for))?[\s(]*(?:hypothes[ie]s\s*|propositions?\s*)?$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"^(?:\s*(?:,|and|&|to|[–-])\s*(?:[HP]\s?)?\d{1,2}[a-z]?)*\s*(?:had\s+(?!it\b)|has\s+(?!it\b)|have\s+|would\s+)?(?:proposed?s?|predict(?:s|ed)?|state[sd]?|posit(?:s|ed)?|says?|said|holds?|suggest(?:s|ed)?|expect(?:s|ed)?|claim(?:s|ed)?|assume[sd]?|maintain(?:s|ed)?|hypothesi[sz]e[sd]?|anticipate[sd]?|suppose[sd]?|presume[sd]?|foresaw|foreseen|(?:has|had|have|would\s+have)\s+it|leads?\s+(?:us|one)\s+to\s+expect)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|no|never|neither|nor|without|fail\w*|insignificant|non-?significant|unlike|hardly|lack\w*|absen\w+)\b|n't\b",
    re.IGNORECASE,
)
# `..., but had no effect among the old`: a hypothesis on a difference of groups has its effect in one of them only.
_IN_OTHERS = late(
    r",?\s+(?:but|while|whereas|and|yet)\s+(?:\w+\s+){0,3}?(?:not|no|never|insignificant\w*)\b[^;]*?\b(?:for|in|among|amongst|within|with)\s+(?!table|figure)[^;]*$",
    re.IGNORECASE,
)
_DID = late(r"\b\w{2,}ed\b|\b(?:led|rose|grew|fell|kept|held|drove|made)\b", re.IGNORECASE)
_FIGURES = re.compile(r"\([^()]*(?:[βγ]|\b[bBtz])\s*=[^()]*\)")
_CHANCE = re.compile(r"\bp\s*(?:>|=\s*0?\.(?:0[5-9]|[1-9]))|\bn\.?\s?s\b")  # not significant
_FOUND = late(
    r"\b(?:thus|therefore|hence)\s+(?:yields|proves)\b|significan|[βγ]|(?<!may )(?<!might )(?<!could )(?<!can )(?<!would )(?<!should )(?<!to )\b(?:has|have)\s+(?:an?|the)\s+(?:\w+\s+){0,3}?(?:effect|influence|impact)\b|\bp\s*[<=>]|\b(?:is|are)\s+(?:\w+ly\s+)*(?:related|associated|linked|correlated|higher|lower|larger|stronger|smaller)\b|\b(?:was|were|had|did|found|proved|showed|turned\s+out|increased|reduced|predicted|affected|influenced|differed|excluded)\b",
    re.IGNORECASE,
)
_TIED = re.compile(r"\b(?:related|associated|linked|correlated)\b", re.IGNORECASE)
_JOINED = re.compile(r",\s+(?:and|but|while|whereas)\s+|;\s+")
_AS_IN = re.compile(
    r"\bas\s+(?:(?:our|the)\s+)?(?:hypothes[ie]s\s*)?(?:(?:[HP]\s?)?\d{1,2}[a-z]?\s*(?:,|and|&|to|[–-])\s*)*$",
    re.IGNORECASE,
)


_AS_OPENS = re.compile(
    r"^(?:as|in\s+line\s+with\s+(?:our|the)|consistent\s+with\s+(?:our|the)|in\s+accordance\s+with\s+(?:our|the))\s+"
    r"(?:we\s+(?:had\s+)?)?(?:hypothes(?:is|es|i[sz]ed)|predict(?:ed|ions?)|expect(?:ed|ations?)|anticipated|assumed|proposed|posited)\s*,",
    re.IGNORECASE,
)


_ONLY_TESTED = re.compile(
    r"\bH\s?\d{1,2}[a-z]?\)?\s+(?:was|were|is|are|has\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:first\s+|then\s+)?(?:tested|examined|analy[sz]ed|assessed|addressed|evaluated)\b",
    re.IGNORECASE,
)


_AS_ASIDE = re.compile(  # `Salt was, as hypothesized, associated with joy (b = .3; H1)`
    r"(?<=,)\s*as\s+(?:we\s+(?:had\s+)?)?(?:hypothesi[sz]ed|predicted|expected|anticipated|assumed|proposed),\s+"
    r"(?=(?:(?:was|were|is|are)\s+)?(?:\w+ly\s+)?(?:related|associated|linked|correlated|predict|affect|influenc|increas|reduc|rais|lower|had\b|a\s+(?:significant|positive|negative)))",
    re.IGNORECASE,
)


def foretold(text: str) -> Cue | None:
    """`As hypothesized, calm mediated ... (b = .2; H4a)`: what the sentence finds is what was expected of its labels."""
    opens = _AS_OPENS.match(text) or _AS_ASIDE.search(text)
    found = opens and (_FOUND.search(text, opens.end()) or re.compile(r"\b\w{3,}ed\b").search(text, opens.end()))
    if opens is None or not found or _NEGATED.search(text, opens.end()) or _ONLY_TESTED.search(text, opens.end()):
        return None
    return Cue("supported", 0, opens.end())


def as_predicted(clause: str, start: int, end: int) -> Cue | None:
    """`the effect was positive, as H2 predicts`, `..., as stated in H2`: a finding that agrees with the label between."""
    before, after = clause[:start], clause[end:]
    said = _AS.search(before)
    told = _AS_IN.search(before) if _SAYS.match(after) else None
    found = said or told
    if found is None:
        return None
    result = before[: found.start()] or after
    last = _JOINED.split(result)[-1]
    result = last if _FOUND.search(last) else result
    figures = _FIGURES.search(after)  # `bakers smile more, as H2 states (β = .27, p < .01)`
    tied = _TIED.search(result) and not _NEGATED.search(result)
    if not (_FOUND.search(result) or tied) and (figures is None or _CHANCE.search(figures[0])):
        return None
    verdict: Verdict = "not supported" if _NEGATED.search(result) else "supported"
    return Cue(verdict, found.start(), max(found.end(), found.start() + 2))


def of_one_group(cue: Cue | None, text: str, start: int, end: int) -> Cue | None:
    """`trust moved the young but not the old, as H2 had it`: the effect that one group lacks was predicted for the other.

    `text` is the whole sentence, its label stands from `start` to `end`.
    """
    said = _AS.search(text, 0, start) or (_AS_IN.search(text, 0, start) if _SAYS.match(text[end:]) else None)
    others = _IN_OTHERS.search(text, 0, said.start()) if said else None
    if cue is None or others is None or _NEGATED.search(text, 0, others.start()):
        return cue
    found = _FOUND.search(text, 0, others.start()) or _DID.search(text, 0, others.start())
    return replace(cue, verdict="supported") if found else cue
