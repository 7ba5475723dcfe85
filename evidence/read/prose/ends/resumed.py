"""What a sentence resumes: `This effect was significant`, `It also raised sales`, and the outcome that only a heading names."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Sequence

from evidence.read.late import late
from evidence.read.prose.ends.named import a_name
from evidence.read.prose.relations.relation import Relation, relation

__all__ = ["outcome_above", "outcome_of", "points_back", "regressed_in", "resumed"]

_NOUN = r"(?:effects?|relation(?:ship)?|paths?|links?|associations?|influence|impact|coefficient|hypothesis|prediction|expectation|assumption|proposition|H\d+\w?)"
_THIS = re.compile(
    rf"^\W*(?:(?:indeed|accordingly|thus|hence|and|in\s+fact|as\s+expected|statistically),?\s+)*(?:this|that|it|(?:the|this|its|our|such\s+an?)\s+(?:[\w-]+\s+){{0,2}}?{_NOUN}(?:\s+coefficient)?|H\d+\w?|hypothesis\s+\d+\w?)\s+(?:estimate\s+)?"
    r"(?:was|is|were|proved|proves|turned\s+out|received|receives|could\s+be|has\s+been|reached|reaches|found|finds|held|holds|did\s+hold|amounted)\b[^,;:]*$"
    rf"|^\W*(?:(?:the|our)\s+)?(?:results?|data|findings?|analys[ei]s|estimates?|model|evidence)\s+(?:clearly\s+|fully\s+|also\s+)?(?:confirm(?:s|ed)?|support(?:s|ed)?|corroborat(?:es?|ed)|bear\s+this\s+out|bore\s+this\s+out|back(?:s|ed)?|reject(?:s|ed)?)\s*(?:this|it|(?:the|this|that|our)\s+(?:[\w-]+\s+)?{_NOUN}|H\d+\w?|hypothesis\s+\d+\w?)?\s*$",
    re.IGNORECASE,
)
_UNDERGOES = re.compile(  # `it was raised by salt`: what was acted upon before
    r"(?:was|is)\s+(?:not\s+|also\s+|\w+ly\s+){0,2}(?:affected|influenced|predicted|determined|explained|driven|shaped|raised|increased|reduced|lowered)\s+(?:\w+ly\s+)?by\s",
    re.IGNORECASE,
)
_IT = re.compile(
    r"^\W*(?:(?:on\s+the\s+contrary|however|by\s+contrast|in\s+contrast|in\s+turn|instead|rather|moreover|furthermore|in\s+addition),?\s+)?(?:it|they|this\s+(?:construct|variable|factor))\s+(?P<rest>(?P<also>(?:(?:was|is|has|had|did|does)\s+)?(?:also|further|additionally|moreover|likewise|in\s+addition)\s+)?\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ADDED = re.compile(  # `When crust was added in Model 5, it was related to joy`
    r"^\W*(?:when|after|once)\s+(?:the\s+)?(?P<x>[^,;:()]{2,60}?)\s+(?:was|were|had\s+been)\s+(?:added|entered|included|introduced)\b[^,;()]*,\s+(?:it|they)\s+(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ITS = re.compile(  # `However, its link with joy was weak`
    r"^\W*(?:(?:however|in\s+contrast|by\s+contrast|furthermore|moreover|in\s+addition|also|likewise|similarly),?\s+)?its\s+(?!own\b)(?:\w+\s+)?(?P<noun>effect|influence|impact|relation(?:ship)?|association|link|path)\s+(?P<rest>(?:on|upon|to|with)\s+[^,;()]+?)(?=\s*,|\s+(?:was|is|did|does|reach\w*|fail\w*|remain\w*|turn\w*)\b|\s*$)",
    re.IGNORECASE,
)
_ENTERED = late(  # `Salt was included as a second predictor.`
    r"^\W*(?P<x>[^,;:()]{2,60}?)\s+(?:was|were)\s+(?:\w+\s+)?(?:included|added|entered|used|introduced)\s+as\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+)?(?:predictor|covariate|independent\s+variable|antecedent)\b[^,;]*$",
    re.IGNORECASE,
)
_TOPIC = late(
    r"\b(?:role|part|importance|effects|influence|impact|consequences|relevance|power)\s+(?:played\s+by|of)\s+(?P<x>[^,;:()]+?)\s*[.:]?\s*$",
    re.IGNORECASE,
)


_LABELLED = late(r"\W*(?:H|hypothesis\s+)(?P<n>\d+\w?)\b", re.IGNORECASE)
_CORE = re.compile(  # `We then asked whether crust raises joy`, `Next we looked at the link from crust to joy`
    r"^[^,;:]*?\b(?:we|study|analysis|model|was|were)\b[^,;:]*?(?:\b(?:whether|if)\s+(?=\S+\s+\S)|\b(?:at|into|to|estimated|tested|examined|assessed|considered|analy[sz]ed|studied|investigated|inspected|checked)\s+(?=(?:the|an?)\s+(?:\w+\s+){0,3}?(?:effect|influence|impact|relation(?:ship)?|link|path|association|coefficient)\s+(?:of|from|between)\s))",
    re.IGNORECASE,
)


def points_back(clause: str) -> bool:
    """Whether a clause may resume the sentence before it."""
    return bool(_ADDED.match(clause) or _THIS.match(clause.rstrip()) or _IT.match(clause) or _ITS.match(clause))


def resumed(clause: str, before: str | None, above: Relation | None) -> str:
    """The clause with what it points back to, as the sentence before it names that.

    >>> resumed("This effect was significant ", "Crust raises joy.", None)
    'Crust raises joy'
    >>> resumed("It also raised sales ", None, Relation("crust", "joy"))
    'crust also raised sales '
    """
    if before and _THIS.match(clause.rstrip()):
        if (label := _LABELLED.match(clause)) and not re.search(rf"{label['n']}\b", before):
            return clause  # of another hypothesis than the sentence before
        return _CORE.sub("", before.strip().rstrip("."))
    if added := _ADDED.match(clause):
        return f"{added['x']} {added['rest']}"
    if its := _ITS.match(clause):
        told = relation(before) if before else None  # a sentence without coefficients between `above` and this one
        plain = told if told and not told.moderator and not told.via else None
        whose = (a_name(plain.from_) if plain and plain.from_ else "") or (above.from_ if above else None)
        return f"the {its['noun']} of {whose} {its['rest']}" if whose else clause
    if it := _IT.match(clause):
        if above and above.to and _UNDERGOES.match(it["rest"]):
            return f"{above.to} {it['rest']}"
        topic = (_ENTERED.match(before) or _TOPIC.search(before)) if before else None
        name = a_name(topic["x"]) if topic else ""
        name = name or (above.from_ or "" if above and it["also"] else "")
        return f"{name} {it['rest']}" if name else clause
    return clause


_HEADED = re.compile(
    r"\b(?:predictors?|determinants?|antecedents?|drivers?|correlates?|prediction|explanation)\s+of\s+(?P<a>.+)$|\b(?:effects?|influences?|impacts?)\s+on\s+(?P<b>.+)$|\b(?:predicting|explaining)\s+(?P<c>.+)$|\b(?:outcome|dependent\s+variable|criterion)\s*(?::|–|-)?\s+(?P<d>.+)$|\bmodel\s+(?:for|of)\s+(?P<e>.+)$",
    re.IGNORECASE,
)


def outcome_of(heading: str) -> str:
    """The outcome that a heading names.

    >>> outcome_of("4.2 Predictors of joy"), outcome_of("Results")
    ('joy', '')
    """
    match = _HEADED.search(heading)
    return a_name(next(part for part in match.groups() if part)) if match else ""


_REGRESSED = re.compile(
    r"^(?:\W*(?:first|next|then|second|finally|in\s+[^,]{3,40}),?\s+)?(?P<a>[^,;:()]+?)\s+(?:was|were)\s+(?:then\s+)?regressed\s+on\b|\b(?:dependent\s+variable|outcome(?:\s+variable)?|criterion(?:\s+variable)?)\s+(?:was|is)\s+(?P<b>[^,;:().]+?)\s*[.;]|"
    r"^\W*(?:with\s+re(?:gard|spect)\s+to|as\s+regards|regarding|concerning|as\s+for)\s+(?P<i>[^,;:()]+?),|"
    r"\bregression\s+(?:analysis\s+)?(?:of|predicting|explaining|for)\s+(?P<c>[^,;:().]+?)\s+(?:on|was|is|were)\b|"
    r"\b(?:regressions?|models?|analys[ie]s)\b[^.;]{0,60}?\b(?:calculated|conducted|performed|run|carried\s+out|used|estimated|computed)\s+to\s+predict\s+(?P<g>[^,;:().]+?)(?:\s+(?:from|with|by|using|on|based)\b|\s*\.)|"
    r"^(?P<h>[^,;:()]+?)\s+(?:was|were)\s+(?:entered|used|included|treated|specified)\s+as\s+(?:the\s+|an?\s+|our\s+)?(?:dependent|outcome|criterion)\b|"
    r"\bwith\s+(?P<f>[^,;:().]+?)\s+as\s+(?:the\s+|an?\s+|our\s+)?(?:dependent|outcome|criterion)(?:\s+variable)?\b|"
    r"\b(?:predictors?|determinants|antecedents|drivers|correlates)\s+of\s+(?P<d>[^,;:().]+?)\s*\.$|"
    r"^\W*(?:(?:all|both|the|these|our|its|\w+ly,?)\s+)*(?:\w+\s+){0,2}?(?:predictors|determinants|antecedents|drivers|correlates)\s+of\s+(?P<j>[^,;:().]+?)\s+(?:were|are|proved|turned|had|reached)\s+(?:\w+\s+){0,3}(?:significant|important|relevant|confirmed|supported)\b|"
    r"^(?:\w+\s+){0,4}?(?:two|three|four|five|six|seven|several|some|\d)\s+(?:of\s+(?:the|these|our)\s+)?(?:\w+\s+){0,3}?(?:factors|predictors|variables|antecedents|constructs|determinants|drivers)\s+(?:\w+ly\s+|together\s+)*(?:explain|predict|affect|influenc|shap|contribut|determin)\w*\s+(?:to\s+)?(?P<e>[^,;:().]+?)\s*\.$",
    re.IGNORECASE,
)


_HYPOTHESIS = r"(?:hypothes[ei]s\s+\w{1,3}|H\s?\d+\w?|(?:our|the)\s+\w+\s+hypothesis)"
_PROPOSED = late(  # `Hypothesis 1 proposed a positive relationship between crust and joy.`
    rf"^\W*{_HYPOTHESIS}\s+(?:had\s+)?(?:propose[sd]|predict(?:s|ed)|state[sd]|posit(?:s|ed)|suggest(?:s|ed)|assume[sd]|expect(?:s|ed)|hypothesi[sz]e[sd]|postulate[sd]|claim(?:s|ed))\s+(?:that\s+)?(?P<what>.+?)\.?$",
    re.IGNORECASE,
    needs=late(rf"^\W*{_HYPOTHESIS}\s", re.IGNORECASE),
)


def regressed_in(sentence: str) -> str:
    """The outcome of the regression that a sentence introduces.

    >>> regressed_in("Joy was regressed on crust and smell.")
    'Joy'
    """
    match = _REGRESSED.search(sentence)
    return a_name(next(part for part in match.groups() if part)) if match else ""


def outcome_above(before: Sequence[str], heading: str) -> str:
    """The outcome that the nearest of the sentences before names, or else the heading."""
    proposed = _PROPOSED.match(before[-1]) if before else None
    told = relation(proposed["what"]) if proposed else None
    if told and told.to and not told.via and not told.moderator and (outcome := a_name(told.to)):
        return outcome
    return next(filter(None, map(regressed_in, reversed(before))), "") or outcome_of(heading)
