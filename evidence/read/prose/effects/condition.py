"""For whom a sentence's coefficient holds: a sample, a study, a level of a moderator; and which sort of effect it is."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Sequence
from typing import Literal

from evidence.read.late import late
from evidence.read.prose.relations.relation import Relation, construct_phrase

__all__ = [
    "ANOTHER_EFFECT",
    "ANYBODY",
    "BARE_LEVEL",
    "LEVEL",
    "LEVEL_OF",
    "OF_SLOPES",
    "PEOPLE",
    "conditioned",
    "continues",
    "elliptic",
    "further_group",
    "further_level",
    "half_named",
    "placed",
    "so_did_through",
    "sort_of_effect",
]

PEOPLE = r"(?:sub-?samples?|samples?|groups?|participants|respondents|students|firms|companies|cohorts?|conditions?|segments?|clusters?|teams?|employees|users|customers|consumers|nurses|teachers|managers|workers|women|men|girls|boys|males?|females?|adults|children|countr\w+|hospitals|schools|regions|cities|areas|sectors?|industries|organi[sz]ations|tracks?|towns?|provinces?|districts?|faculties|villages|municipalities|counties|grade|families|households|wave|mothers|fathers|parents|patients|couples|wives|husbands|leaders|followers|supervisors|subordinates|physicians|doctors|immigrants|visitors|tourists|travell?ers|residents|entrepreneurs|buyers|adolescents|pupils|novices|experts|farmers|guests|drivers|volunteers|members|graduates|freshmen|owners)"
_HAVING = r"(?:facing|having|reporting|perceiving|experiencing|showing|scoring)"
LEVEL = r"(?:very\s+)?(?:low|high|lower|higher|mean|average|medium|moderate|weak|strong)"
# A sentence on the effect at levels of a moderator, which is not that of all.
OF_SLOPES = late(
    r"\bsimple\s+slopes?\b|\bslope\s+(?:of|for)\b|\b(?:one|1|two)\s*(?:SDs?|standard\s+deviations?)\s+(?:above|below)|[-−–+±]\s?1\s?SD\b"
)
BARE_LEVEL = late(rf"{LEVEL}(?:\s+levels?)?", re.IGNORECASE)
LEVEL_OF = late(rf"{LEVEL}\s+(?:levels?\s+)?(?:of\s+)?(?P<what>[^\W\d_].+)", re.IGNORECASE)
_WHOM = re.compile(
    rf"""(?:\b(?:was|were|is|are|became|remained)\s+)?(?:\b(?:statistically|significantly|not|also|only|even|still)\s+)*
    (?:\b(?:stronger|weaker|higher|lower|larger|greater|smaller|significant|insignificant|non-?significant|positive|negative|present|absent|steeper|flatter)\b[\s,]*(?:(?:and|but)\s+\w+\s+)?)?
    \b(?:in|for|among|at|when|under|within|(?<!associated\ )(?<!correlated\ )(?<!linked\ )(?<!connected\ )(?<!coupled\ )(?<!along\ )with(?!\s+(?:the|our|their|this|that|its)\s))\s+(?P<whom>
        [\w'’-]+s\s+(?:with|of|reporting|perceiving)\s+(?:an?\s+)?{LEVEL}\s+(?:levels?\s+of\s+|degrees?\s+of\s+)?[\w\s-]{{2,40}}
      | (?:the\s+|those\s+|our\s+)?(?:(?!(?:in|for|among|at|with|of|on|by|to)\b)[\w'’-]+\s+){{0,3}}{PEOPLE}(?:\s+(?:with|of|who|in|{_HAVING})\s+[\w\s-]{{2,40}})?
      | those\s+(?:with|of|{_HAVING}|who\s+(?:had|have|perceived?|reported?|felt|experienced?|scored))\s+(?:an?\s+)?{LEVEL}\s+(?:levels?\s+of\s+)?[\w\s-]{{2,40}}
      | (?:study|sample|wave|group|experiment)\s+\d
      | {LEVEL}(?:\s+(?:levels?|values?|degrees?))?(?:\s+of)?\s+[\w\s-]{{2,50}}
      | [\w\s-]{{2,50}}\s+(?:was|were|is|are)\s+(?:both\s+|all\s+)?{LEVEL}(?:\s+and\s+[\w\s-]{{2,40}}\s+{LEVEL})?
      | it\s+(?:was|is)\s+{LEVEL}
      | (?:[\w'’-]+\s+){{0,3}}{LEVEL}\s+(?:in|on)\s+[\w\s-]{{2,40}}
      | {LEVEL}(?:\s+levels?)?
      | the\s+(?:mean|average)(?:\s+(?:value|level))?(?:\s+of\s+[\w\s-]{{2,40}})?
      | (?:one|1|[-−–+]\s?1)\s*(?:SD|standard\s+deviation)\b[\w\s-]{{0,50}}
    )\s*[,]?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
# `significant in Brazil, but not in Portugal`: what is told of a country or a firm by its name.
_BY_NAME = r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?"
_WHERE = late(
    r"(?:\b(?:was|were|is|are)\s+)?\b(?:(?:significant|insignificant|non-?significant|positive|negative|stronger|weaker|larger|smaller|higher|lower|not|only|than)\s+)+"
    rf"(?:in|for|among)\s+(?:the\s+)?(?P<whom>{_BY_NAME})\s*,?\s*$",
    needs=late(rf"(?:in|for|among)\s+(?:the\s+)?{_BY_NAME}\s*,?\s*$"),
)
# `one standard deviation below the mean of frost`, with no preposition before it; `one above it`, of what was named.
_STEPS_OFF = re.compile(
    r"\b(?:(?:at|when|for|with|among\s+those|for\s+those)\s+)?(?P<whom>(?:one|1|two|2)\s*(?:SDs?|standard\s+deviations?)\s+(?:above|below|over|under)\s+(?:the\s+(?:mean|average)(?:\s+(?:of|on|for)\s+[\w\s'’-]{2,50})?|it|its\s+mean))\s*,?\s*$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    rf"^[\s,;]*(?:(?:and|but|while|whereas)\s+)?(?:in|for|among|at|(?:with|under)(?=\s+{LEVEL}\s))\s+(?P<whom>(?:the\s+|those\s+)?(?:(?!(?:in|for|among|at|with|of|on|by|to)\b)[\w'’-]+\s+){{0,3}}{PEOPLE}(?:\s+(?:with|of|who\s+\w+|{_HAVING})\s+[\w\s-]{{2,40}}?)?|(?:study|sample|wave)\s+\d|(?:those|people|persons|individuals|[\w'’-]+s)\s+(?:who\s+(?:were|are|scored)\s+|scoring\s+|with\s+(?:an?\s+)?)?{LEVEL}\s+(?:in\s+|on\s+|levels?\s+of\s+)?[\w\s-]{{2,40}}?|{LEVEL}\s+(?:levels?\s+of\s+)?[\w\s-]{{2,40}})\s*(?:\([^()]*\)\s*)?(?:,\s*(?=\S)|\s+(?=(?:it|this|there|the\s+(?:effect|path|slope|link|relation(?:ship)?|association|coefficient))\s))"
    rf"|^[\s,;]*(?:(?:and|but|while|whereas)\s+)?(?:when|where|if)\s+(?P<when>(?:the\s+)?[\w\s'’-]{{2,50}}?\s+(?:was|were|is|are)\s+{LEVEL}),\s*(?=\S)",
    re.IGNORECASE,
)
_STEPS_AHEAD = re.compile(  # `For bakers one SD above the mean of frost, ...`, `When frost was one SD below its mean, ...`
    r"^[\s,;]*(?:(?:and|but|while|whereas)\s+)?(?:(?:for|among|at|when|with|where)\s+)?(?P<whom>(?:[\w'’-]+\s+){0,6}?(?:one|1|two|2)\s*(?:SDs?|standard\s+deviations?)"
    r"\s+(?:above|below|over|under)\s+(?:the\s+|its\s+|their\s+)?(?:mean|average)(?:\s+(?:of|on|for)\s+[\w\s'’-]{2,50}?)?)(?:\s*,\s*(?=\S)|\s+(?=(?:it|the)\s))",
    re.IGNORECASE,
)
_SLOPE = re.compile(
    r"^.*?\b(?:slopes?|plots?|figure \d+)\b[^,]{0,60}?\b(?:show\w*|reveal\w*|indicat\w*|confirm\w*|suggest\w*)\s+that\s+",
    re.I,
)
_MORE = late(
    r"[\s,;]*(?:(?:(?:such|so)\s+that|no\s+such\s+(?:effect|association|relation(?:ship)?|link)|emerged|and|but|or|than|while|whereas|nor|as|the\s+same\s+(?:was\s+true|held(?:\s+true)?|applied|was\s+found|went)|rather|not|none|it|did|do|does|was|were|is|are|so|too|also|only|still|significant|insignificant|non-?significant|stronger|weaker|smaller|larger|positive|negative|hardly|barely|scarcely|less|more|much|far|clearly|closely|strongly|weakly|markedly|considerably|no\s+longer"
    r"|(?:the|this)\s+(?:same\s+|predictive\s+|positive\s+|negative\s+)?(?:effect|slope|relationship|relation|association|path|link|coefficient))\b[\s,]*)*",
    re.IGNORECASE,
)


# The same ends, another sort of effect: `, an indirect effect through trust`, `and via calm`.
ANOTHER_EFFECT = re.compile(
    r"^[\s,;]*(?:and|but|as\s+well\s+as|while|whereas|with)?\s*(?:(?:was|is|being|which\s+was|it)?\s*(?:\w+ly\s+)?(?:reduced|dropp\w+|fell|decreas\w+|declin\w+|shrank|shrunk|diminish\w+|lowered|cut|went\s+down|divided|split|consist\w*|made\s+up|composed)\s+(?:(?:in)?to|of)\s+)?(?:(?:(?:an?|its|the)\s+)?(?:\w+\s+)?(?:indirect|total|direct)\s+effects?(?:\s+(?:through|via)\s+(?P<m>[\w\s-]{2,60}))?|(?:(?:but\s+)?(?:also\s+)?indirectly,?\s+)?(?:through|via|by\s+(?:way|means)\s+of)\s+(?P<m2>[\w\s-]{2,60}))\s*(?:of|,|:|(?:(?:was|is|being|remain\w*|becoming|became|staying|stayed|proving|turning|turned|also|thus|then|hence)\s+)+(?:not\s+|no\s+longer\s+|still\s+|statistically\s+|out\s+)*(?:(?:non-?|in)?significant|positive|negative|weaker|smaller|lower|substantial|small)"
    r"(?:,?\s+(?:but|yet|though|although|and)\s+(?:(?:it|still|also|nonetheless|nevertheless)\s+)*(?:(?:remain\w*|stay\w*|was|is)\s+)?(?:(?:still|statistically|highly)\s+)*significant)?,?"
    r"|did\s+not\s+reach\s+(?:statistical\s+)?significance)?\s*$",
    re.IGNORECASE,
)


_LEANING = late(  # `trust in the team` is trust of a kind, told of everybody
    r"\b(?:trust|confidence|interest|belief|faith|pride|engagement|participation|involvement|investment|embeddedness|immersion|satisfaction|loyalty)\s+in\s+$"
    r"|\b(?:care|concern|support|responsibility|respect|compassion|love|preference|empathy|sympathy|regard|admiration|demand|need)\s+for\s+$"
    r"|\b(?:violence|conflict|turnover|solidarity|cohesion|turnover\s+intentions?)\s+(?:among|within)\s+$",
    re.IGNORECASE,
)
_WAVE = re.compile(r"\bwave\s+\d", re.IGNORECASE)


def _later(clause: str, behind: re.Match[str]) -> bool:
    """Whether a wave is part of what is measured: `trust at Wave 1 predicted joy at Wave 2`."""
    return bool(_WAVE.match(behind["whom"]) and _WAVE.search(clause[: behind.start()]))


# `at low salt (M − 1 SD, `: the level once more, before the coefficient in the same brackets.
_IN_FIGURES = re.compile(r"\s*[(\[]\s*(?:M|[Mm]ean|μ)?\s*[-−–+±]\s*1\s*(?:SDs?|s\.d\.)\s*[,;:]\s*$")


# `For bakers with low salt (one SD below the mean) joy rose`: the level said twice.
_STEPS_BESIDE = late(
    r"(?<=\w)\s*\((?:that\s+is,?\s+|i\.e\.,?\s+)?(?:at\s+)?(?:one|two|[12]|[-−–+]\s?[12]|M\s*[-−–+]\s*[12])\s*(?:SDs?|standard\s+deviations?)\b[^()]{0,30}\)\s*,?\s*",
    re.IGNORECASE,
)
_SAMPLED = re.compile(r"sample|group|stud(?:y|ies)|wave|condition|cohort|segment|cluster|experiment|\d", re.IGNORECASE)


def conditioned(clause: str) -> tuple[str, str | None]:
    """The words before a coefficient without the condition they end (or begin) with, and the condition.

    >>> conditioned("Humour was related to trust in the Dutch sample ")
    ('Humour was related to trust', 'Dutch sample')
    """
    clause = _IN_FIGURES.sub("", clause)
    lower = clause.lower()
    steps = "sd" in lower or "deviation" in lower
    if steps and "(" in clause:
        clause = _STEPS_BESIDE.sub(", ", clause)
    if first := _STEPS_AHEAD.match(clause) if steps else None:
        return clause[first.end() :], _named(first["whom"])
    if off := _STEPS_OFF.search(clause) if steps else None:
        return _SLOPE.sub("", clause[: off.start()]).rstrip(" ,"), _named(off["whom"])
    if not re.search(r"\b(?:in|for|among|at|when|where|if|under|with|within)\b", clause, re.IGNORECASE):
        return clause, None
    clause = _SLOPE.sub("", clause)
    ahead = _AHEAD.match(clause)
    if ahead:
        return clause[ahead.end() :], _named(ahead["whom"] or ahead["when"])
    behind = _WHOM.search(clause) or _WHERE.search(clause)
    if (
        behind is None
        or (_LEANING.search(clause[: behind.start("whom")]) and not _SAMPLED.search(behind["whom"]))
        or _later(clause, behind)
    ):
        return clause, None
    return clause[: behind.start()].rstrip(" ,"), _named(behind["whom"])


_EVERYBODY = re.compile(
    r"(?:(?:this|present|current|own|study|survey)\s+)*(?:samples?|participants|respondents)", re.IGNORECASE
)

ANYBODY = late(  # `respondents with low frost`: what marks the group is the level
    rf"^(?:(?:(?:those|respondents|participants|individuals|persons|people|subjects|members)\s+)?with|(?:respondents|participants|individuals|persons|people|subjects|members)\s+(?:reporting|of))\s+(?:an?\s+)?(?={LEVEL}\s)",
    re.IGNORECASE,
)


def _named(whom: str) -> str | None:
    """The group by its name; none where everybody is meant."""
    name = re.sub(r"^(?:the|those|our|it (?:was|is))\s+", "", " ".join(whom.split()), flags=re.IGNORECASE)
    name = ANYBODY.sub("", name)
    return None if _EVERYBODY.fullmatch(name) else name


_HALF = late(r"\s+(?:in|for|among)\s+(?:the\s+)?(?P<which>(?!the\b|both\b|all\b|our\b|this\b)[a-z-]+)\s*$")
_OTHER_HALF = late(
    rf"\s*,?\s*(?:and|or|than|but(?:\s+not)?)\s+(?:(?:in|for|among)\s+)?(?:the\s+)?(?!(?:in|for|among|not|the|of|by|with|on|to)\b)[a-z-]+\s+(?P<people>{PEOPLE})\s*$",
    re.IGNORECASE,
)


def half_named(clause: str, behind: str) -> tuple[str, str] | None:
    """`in public (b = .4) and in private hospitals (b = .2)`: the first group, whose noun comes with the second.

    >>> half_named("Staffing predicted safety in public ", " and in private hospitals ")
    ('Staffing predicted safety', 'public hospitals')
    """
    which = _HALF.search(clause)
    other = _OTHER_HALF.match(behind) if which else None
    if which is None or other is None:
        return None
    if _ONE_OF_PEOPLE.fullmatch(which["which"]) or _LEANING.search(clause[: which.start("which")]):
        return None
    return clause[: which.start()], f"{which['which']} {other['people']}"


_ONE_OF_PEOPLE = late(PEOPLE, re.IGNORECASE)
_PLACE = late(r"\s+(?:in|for|among)\s+(?:the\s+)?(?P<where>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)\s*$")


_FURTHER_PLACE = late(r"\s*,?\s*(?:and\s+)?(?:the\s+)?(?P<where>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)\s*")


def placed(clauses: Sequence[str]) -> dict[int, tuple[str, str]]:
    """`related to joy in Denmark (b = .3) and in Finland (b = .2)`: places that end several clauses are groups.

    >>> placed(["Trust was related to joy in Denmark ", " but not in Finland "])
    {0: ('Trust was related to joy', 'Denmark'), 1: (' but not', 'Finland')}
    """
    found = {i: match for i, clause in enumerate(clauses) if (match := _PLACE.search(clause))}
    if any(_LEANING.search(clauses[i][: match.start("where")]) for i, match in found.items()):
        return {}  # `trust in Google and trust in Amazon`
    if found and (first := min(found)) + 1 not in found:  # `in Denmark (b = .3), Finland (b = .2) and Norway (b = .1)`
        further = {i: m for i, clause in enumerate(clauses) if i > first and (m := _FURTHER_PLACE.fullmatch(clause))}
        if list(further) == list(range(first + 1, first + 1 + len(further))):
            found |= further
    if len({match["where"] for match in found.values()}) < 2:
        return {}
    return {i: (clauses[i][: match.start()], match["where"]) for i, match in found.items()}


_FURTHER_LEVEL = late(
    rf"[\s,;]*(?:(?:and|but|or|than|not)\s+)*(?P<whom>(?:the\s+)?{LEVEL}(?:\s+(?:levels?|values?))?(?:\s+of)?(?:\s+[^\W\d_][\w\s-]{{1,50}})?)[\s,(]*",
    re.IGNORECASE,
)


_FURTHER_GROUP = late(
    r"[\s,;]*(?:and\s+)?(?:the\s+same\s+(?:held|was\s+true|applied|went|was\s+found)\s+(?:true\s+)?(?:for|in|of)\s+(?:the\s+)?(?P<x>[\w'’-]+(?:\s+(?:sub-?)?(?:samples?|groups?))?)|(?:the\s+)?(?P<y>[\w'’-]+\s+(?:sub-?)?(?:samples?|groups?)))\s*",
    re.IGNORECASE,
)


def further_group(clause: str) -> str | None:
    """The next of several groups that one effect is told for: `, and the same held for the Finns`, `and the Polish sample`."""
    match = _FURTHER_GROUP.fullmatch(clause)
    return (match["x"] or match["y"]) if match else None


def further_level(clause: str, before: str | None) -> str | None:
    """The next of several levels that one preposition leads: `at low (b = .1), mean (b = .2), and high frost (b = .3)`."""
    if before is None or not re.match(rf"(?:the\s+)?{LEVEL}\b", before, re.IGNORECASE):
        return None
    match = _FURTHER_LEVEL.fullmatch(clause)
    return _named(match["whom"]) if match else None


def continues(clause: str) -> bool:
    """Whether the words left name nothing, so that the relation before them goes on: `but not`, `than it was`."""
    return _MORE.fullmatch(clause) is not None


_SORT = re.compile(r"\b(total|indirect|direct)\s+(?:\w+\s+)?effects?\b")


def sort_of_effect(clause: str) -> Literal["indirect", "total"] | None:
    """The last sort of effect that the words before a coefficient speak of."""
    said = _SORT.findall(clause.lower())
    return said[-1] if said and said[-1] != "direct" else None


_SO_DID = re.compile(
    r"^[\s,;]*(?:and\s+)?so\s+(?:did|does|do|was|were|is|are)\s+(?P<x>[\w\s'’-]{2,60}?)[\s,]*$", re.IGNORECASE
)
_DID_NOT = re.compile(
    r"^[\s,;]*(?:and|but|while|whereas|although|though|however)[\s,]+(?P<x>[\w\s'’-]{2,60}?)\s+(?:did|does|do|was|were|is|are)(?:\s+not|n't)[\s,]*$",
    re.IGNORECASE,
)


_THAN = re.compile(  # `was stronger (β = .34) than that of habit`
    r"^[\s,;]*(?:and\s+\w+\s+)?than\s+(?:that|those|the\s+(?:effects?|influences?|impacts?))\s+of\s+(?P<x>[\w\s'’-]{2,60}?)[\s,]*$",
    re.IGNORECASE,
)
# `, price negatively`: the verb is that of the clause before, where it was said how before what was acted upon.
_HOW = r"(?:(?:more|less|only|but|just|also|even)\s+)*(?:positively|negatively|inversely|weakly|strongly|moderately|significantly|directly|to\s+a\s+(?:lesser|greater|smaller)\s+(?:extent|degree))(?:\s+so)?"
_HOWEVER = re.compile(
    rf"^\s*[,;]\s*(?:(?:and|but|while|whereas|though|although)[\s,]+)?(?P<x>(?!(?:to|on|with|for|through|via|as)\b)[^\W\d_][\w\s'’-]{{1,60}}?)\s+{_HOW}[\s,]*$",
    re.IGNORECASE,
)
_SAID_HOW = re.compile(rf"{_HOW}\s*$", re.IGNORECASE)


_SO_DID_THROUGH = re.compile(
    r"^[\s,;]*(?:and\s+)?so\s+(?:did|does|do)\s+(?P<x>[\w\s'’-]{2,60}?),?\s+(?:both\s+|also\s+)?(?:through|via)\s+(?P<m>[\w\s'’-]{2,60}?)\s*$",
    re.IGNORECASE,
)


def so_did_through(clause: str, target: str) -> Relation | None:
    """What also acts on a target, and through what: `, and so did habit, both through trust`."""
    so = _SO_DID_THROUGH.match(clause)
    return Relation(construct_phrase(so["x"]) or None, target, construct_phrase(so["m"]) or None) if so else None


def elliptic(clause: str, before: str = "") -> str | None:
    """Who takes the place of the subject of the clause before.

    >>> elliptic(", and so did habit "), elliptic(", but price did not, "), elliptic("Price fell ")
    ('habit', 'price', None)
    >>> elliptic(", price negatively ", "Trust is positively related to loyalty ")
    'price'
    >>> elliptic(", price negatively ", "Trust affects loyalty positively ")  # both are acted upon
    """
    match = _SO_DID.match(clause) or _DID_NOT.match(clause) or _THAN.match(clause)
    if match is None and not _SAID_HOW.search(before):
        match = _HOWEVER.match(clause)
    return match["x"].strip() if match else None
