"""Whose an alpha in brackets is: what the words before the bracket measure, list, or say of the measure being described.

`Joy consisted of three items (α = .77)`; `we assessed calm with the Calm Scale (α = .91) as well as wit (α = .83)`.
"""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterator

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.aligned import Names
from evidence.read.prose.effects.condition import PEOPLE
from evidence.read.prose.figures import printed
from evidence.read.prose.relations.relation import construct_phrase
from evidence.read.prose.sentences import Sentence
from evidence.records import Construct

__all__ = ["nobody", "owned", "owner", "unalphaed"]

Span = tuple[int, int]
_WORD = r"(?:Cronbach\s*['’′`]?\s*s?\s*(?:alpha|α)?|α|[Aa]lpha)"
_IN_BRACKETS = re.compile(
    rf"[(\[](?:[^()\[\]]*[,;]\s*)?{_WORD}(?:\s+(?:here|in\s+(?:the|this|our)(?:\s+own)?(?:\s+\w+){{1,3}}))?\s*(?:[=:]\s*|(?=0?\.\d))(?P<v>0?\.\d{{2,3}})(?!\d)[^()\[\]]*[)\]]"
)
# `trust (CR = .91, AVE = .68)`, without an alpha
_WITHOUT_ALPHA = late(
    r"[(\[]\s*(?:(?:CR|composite\s+reliability)\s*[=:]\s*(?P<cr>0?\.\d{2,3})(?!\d))?\s*[,;]?\s*(?:AVE\s*[=:]\s*(?P<ave>0?\.\d{2,3})(?!\d))?\s*[)\]]"
)
_CITED = late(r"\s*(?:\((?=[^()]*(?:19|20)\d\d)[^()]*\)|\[\d[\d,;–\- ]*\])")
_NAME = r"(?P<name>[A-Za-z][\w'’/&-]*(?:\s+[\w'’/&-]+){0,4}?)"
_ARTICLE = r"(?:(?:the|their|our|his|her|participants['’]|respondents['’]|students['’])\s+)?"
_LEAD = r"^\W*(?:(?:and|as\s+well\s+as|plus|while|whereas|finally|also|then)\b\W*)*"
_VERB = (
    r"(?:measured|assessed|captured|gauged|operationali[sz]ed|evaluated|rated|tapped|indexed|scored|reported|completed)"
)
_BEHIND_VERB = r"(?=\s+(?:with|by|using|through|on|via|from|based|developed|as\s+well)\b|\s*[,.;]|\s*$)"
_OWNERS = (
    # what is measured stands first
    late(rf"{_LEAD}{_ARTICLE}{_NAME}\s+(?:(?:was|were|is|are)\s+(?:\w+ly\s+|also\s+|then\s+)?{_VERB}|consist(?:s|ed)\s+of|compris(?:es|ed)|contain(?:s|ed)|includ(?:es|ed)|ha[sd]|used)\b", re.IGNORECASE),
    # `For joy(,) we used six items ...`
    late(rf"^\W*[Ff]or\s+(?!(?:this|that|these|example|instance|all|each|both|most|some)\b)(?:measuring\s+|assessing\s+|the\s+(?:measurement|assessment)\s+of\s+)?{_ARTICLE}{_NAME},?\s+(?:we|i|the\s+authors?|(?:\w+\s+)?items?|participants|respondents|an?\s|the\s)\b", re.IGNORECASE),
    # `The CR and AVE of trust`
    late(rf"\b(?:CRs?|AVEs?|reliabilit(?:y|ies)|extracted|values?)\s+(?:of|for)\s+{_ARTICLE}{_NAME}\s*$", re.IGNORECASE),
    # who measured it stands first
    late(rf"\b(?:we|they|i|participants|respondents|students|employees|people)\s+(?:\w+ly\s+|also\s+|then\s+)?{_VERB}\s+{_ARTICLE}{_NAME}{_BEHIND_VERB}", re.IGNORECASE),
    # what measures it stands first
    late(rf"\b(?:items?|questions?|statements?|(?:sub)?scales?|measures?|instruments?|index|inventory)\s+(?:that\s+)?{_VERB}\s+{_ARTICLE}{_NAME}\s*$", re.IGNORECASE),
    # the verb was said before: `..., and wit with five items`
    late(rf"{_LEAD}{_ARTICLE}{_NAME}\s+(?:with|by|using|through|via)\s", re.IGNORECASE),
    # the next of a list
    late(rf"{_LEAD}{_ARTICLE}{_NAME}\s*$", re.IGNORECASE),
)  # fmt: skip
_NOBODY = late(
    r"\b(?:it|its|they|this|these|those|which|that|who|what|items?|scales?|subscales?|questionnaires?|surveys?|instruments?|measures?|inventor(?:y|ies)|tests?|responses?|answers?|data|models?|reliab\w+|valid\w*"
    r"|consisten\w+|variables?|constructs?|factors?|dimensions?|samples?|participants?|respondents?|version|each|all|both|one|two|three|good|excellent|high|adequate|satisfactory|acceptable|internal|alphas?|study|average"
    r"|is|are|was|were|be|been|has|have|had|with|by|from|we|our|pilot|above|table|see|e\.?g"
    r"|scores?|ranged|ranging|greater|higher|lower|more|less|indicat\w+|reflect\w+|represent\w+|show\w*|an?)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\b(?:for|of|in|on|to|at|about)\b", re.IGNORECASE)
_SCORES = re.compile(r"\b(?:scores?|items?|questions?|statements?|answers?|ratings?)\b", re.IGNORECASE)


def owned(
    sentence: Sentence, found: list[Found[Construct]], measure: str, known: Names | None
) -> Iterator[Found[Construct]]:
    """The alphas in brackets that nothing else has read, each with the one construct that it can be of."""
    taken = {span for piece in found for span in piece.spans.values()}
    mine = {piece.value.name.lower() for piece in found}
    end = 0
    for match in _IN_BRACKETS.finditer(sentence.text):
        before, end = _CITED.sub("", sentence.text[end : match.start()]), match.end()
        place = sentence.span(*match.span("v"))
        value = printed(match["v"])
        if place in taken or value is None:
            continue
        name = owner(before, known)
        if not name or (name.isupper() and measure):  # a scale's letters
            name = _described(before, measure, known)
        if name and name.lower() not in mine:
            mine.add(name.lower())
            yield Found(Construct(name, alpha=value), {"alpha": place}, confidence=0.82, page=sentence.page)


def unalphaed(sentence: Sentence, known: Names | None) -> Iterator[Found[Construct]]:
    """CR and AVE in brackets behind the names of constructs, where none of the brackets has an alpha."""
    end = 0
    for match in _WITHOUT_ALPHA.finditer(sentence.text) if "(" in sentence.text else ():
        values = {k: value for k in ("cr", "ave") if match[k] and (value := printed(match[k]))}
        before, end = _CITED.sub("", sentence.text[end : match.start()]), match.end() if values else end
        name = owner(before, known) if values else ""
        if name and not _PEOPLE.fullmatch(name):
            places = {k: sentence.span(*match.span(k)) for k in values}
            yield Found(Construct(name, **values), places, confidence=0.82, page=sentence.page)  # type: ignore[arg-type]


_COMPRISED = late(
    r"\b(?:consist(?:s|ed)\s+of|compris(?:es|ed)|contain(?:s|ed)|includ(?:es|ed))\s+(?P<of>(?!(?:\w+\s+){0,3}?(?:items?|questions?|statements?|indicators?|scales?|subscales?)\b)[A-Za-z][\w'’/ -]{2,50})$",
    re.IGNORECASE,
)
_PEOPLE = late(rf"(?:\w+\s+)?{PEOPLE}|\w+ers", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:,|and\s)")


def owner(before: str, known: Names | None) -> str:
    """What the words since the last bracket name."""
    clause = re.split(r"[;:.]\s", before)[-1]
    listed = _LISTED.match(clause) is not None  # between two brackets: `, fear of crowds`
    if parts := _COMPRISED.search(clause):
        clause = parts["of"]  # `Work comprised pace (α = .8)`: of its parts, not of the whole
    for form in _OWNERS:
        told = form.search(clause)
        name = construct_phrase(told["name"]) if told else ""
        loose = form is _OWNERS[-1] and not listed and _PREPOSITION.search(name)  # the end of any sentence
        if name and (not (_NOBODY.search(name) or loose) or (known and known.pattern.fullmatch(name))):
            return name
    return ""


def nobody(name: str, known: Names | None) -> bool:
    """Whether a phrase is what is said of scales, people or samples, and no construct."""
    return _NOBODY.search(name) is not None and not (known and known.pattern.fullmatch(name))


def _described(before: str, measure: str, known: Names | None) -> str:
    """The measure that is being described, where its scores or items are spoken of and no other construct is."""
    if not measure or not _SCORES.search(before):
        return ""
    others = {m[0].lower() for m in known.pattern.finditer(before)} if known else set()
    return "" if others - {measure.lower()} else measure
