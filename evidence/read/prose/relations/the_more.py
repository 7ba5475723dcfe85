"""`The more A, the more B` with people and verbs about the names: `the more heat a baker gets, the less likely is joy`."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.late import late
from evidence.records.layout import Sign

__all__ = ["DEGREES", "less_of", "of_two_degrees", "says_the_more", "the_more"]

DEGREES = "more|higher|greater|better|stronger|larger|lower|less|fewer|weaker|smaller|worse|poorer"
_DEGREE = rf"(?:{DEGREES})"
_WHO = r"(?:people|persons|individuals|they|we|he|she|someone|somebody|everybody|(?:(?:an?|the|their|his|her|most|many)\s+)?(?:\w+\s+)?(?:person|users?|customers?|consumers?|employees?|workers?|students?|pupils?|respondents?|participants?|firms?|compan(?:y|ies)|teams?|patients?|child(?:ren)?|adolescents?|teachers?|nurses?|managers?|leaders?|parents?|farmers?|citizens?|residents?|visitors?|tourists?|\w{2,}(?:ers?|ors?|ees?|ants?|ents?|ians?|ists?)))"
_TWO = late(
    rf"\s*the\s+(?P<va>{_DEGREE})\s+(?P<a>[^.;]+?),?\s+the\s+(?P<vb>{_DEGREE})\s+(?P<b>[^.;]+?)\s*", re.IGNORECASE
)
_LIKELY = re.compile(
    rf"likely\s+(?:(?:it\s+)?(?:is|are|becomes?|will\s+be|would\s+be)\s+(?:that\s+|for\s+)?(?:{_WHO}\s+(?:(?:will|would|to|is\s+to|are\s+to|is|are)\s+)?)?|(?:{_WHO}|he|she|it)\s+(?:is|are|will\s+be|would\s+be|becomes?)\s+to\s+)(?P<b>.+)",
    re.IGNORECASE,
)
_LIKELY_AT_END = re.compile(
    r"likely\s+(?:the\s+|their\s+)?(?P<b>.+?)\s+(?:is|are|becomes?|will\s+be|would\s+be)", re.IGNORECASE
)
_LIKELY_ALONE = re.compile(
    r"likely\s+(?:the|their|an?)\s+(?P<b>\S+(?:\s+\S+){0,5})", re.IGNORECASE
)  # `the more likely the joy`
_AHEAD = re.compile(  # `the lower is the joy of baking`, `the more frequent will be visits`
    r"(?:(?:frequent|positive|favou?rable|intens(?:iv)?e|pronounced|extensive)\s+(?:(?:is|are|becomes?|will\s+be|would\s+be)\s+)?"
    r"|(?:is|are|becomes?|will\s+be|would\s+be)\s+(?:likely\s+(?:it\s+is\s+that\s+)?)?)(?P<b>(?!\w+ed$).+)",
    re.IGNORECASE,
)
_HAD_BY = re.compile(  # `oven heat a baker gets`: what somebody has, gets or sees
    rf"(?P<a>\w[\w\s'’-]*?)\s+(?:that\s+|which\s+)?{_WHO}\s+(?:\w+ly\s+)?(?:receiv|get|gain|perceiv|experienc|expect|feel|show|report|have|has|see|possess|exert|display|express|enjoy|find|use|uses|spend|spent|devote|invest|want)\w*(?:\s+(?:from|to|in|with|by|at|about|\w+\s+to)\b.*|\s+\w+)?",
    re.IGNORECASE,
)
_DONE_BY = re.compile(  # `strongly bakers feel salt`, `often a baker engages in kneading`: what somebody feels or does
    rf"(?:strongly|often|frequently|regularly|intens(?:iv)?ely|deeply|closely|actively|much)\s+{_WHO}\s+(?:\w+ly\s+)?(?:(?:feel|perceiv|experienc|practi[cs])(?:es|e|s)?|engages?\s+in)\s+(?:the\s+|their\s+)?(?P<a>(?!.*\b(?:and|or)\b)\w[\w\s'’-]*)",
    re.IGNORECASE,
)
_POSSESSED = re.compile(rf"(?:the\s+)?{_WHO}['’]s?\s+(?P<a>.+)", re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?:likely|often|strongly)\b|\s*(?:\w+\s+)?it\s+(?:is|was)\b|.*\b(?:are|is|feels?)(?:\s+\w+)?$|\w+\s+(?:the|an?)\s.*\s(?:is|are)\s+\w+\s+to\s+be$",
    re.IGNORECASE,
)


def the_more(text: str) -> tuple[str, str, Sign] | None:
    """From, to and sign, where people or a verb stand about one of the names.

    >>> the_more("The more heat a baker receives, the less likely is joy")
    ('heat', 'joy', '-')
    >>> the_more("The stronger a buyer's trust, the stronger the loyalty")
    ('trust', 'the loyalty', '+')
    >>> the_more("The higher the salt, the more frequent is the use of sugar")
    ('the salt', 'the use of sugar', '+')
    >>> the_more("The more salt, the more joy")
    """
    match = _TWO.fullmatch(text)
    if match is None:
        return None
    a, b = _had(match["a"]), _expected(match["b"])
    if (a, b) == (match["a"], match["b"]) or _NO_NAME.match(a) or _NO_NAME.match(b):
        return None
    return a, b, "-" if less_of(match["va"], a) != less_of(match["vb"], b) else "+"


_DOWN = frozenset(("lower", "less", "fewer", "weaker", "smaller", "worse", "poorer"))
_BAD = re.compile(  # a worse one is more of it
    r"symptom|conflict|stress|strain|depress|anxi|burnout|exhaust|fatigue|pain|ill(?:ness)?\b|disease|disorder|distress|problem|violen"
    r"|abus|harass|bully|lonel|fear|insomnia|cris[ie]s|pollut|crime|trauma|injur|damage|loss|noise|hunger|poverty|discriminat|incivil",
    re.IGNORECASE,
)


def less_of(degree: str, name: str) -> bool:
    """Whether a degree says less of what is named: `worse health`, and not `worse pain`.

    >>> less_of("worse", "sleep"), less_of("worse", "the pain"), less_of("higher", "salt")
    (True, False, False)
    """
    degree = degree.lower()
    return degree in _DOWN and not (degree in ("worse", "poorer") and _BAD.search(name))


def says_the_more(text: str) -> bool:
    """Whether a statement has two degrees side by side with a verb: no other grammar can tell its ends."""
    match = _TWO.fullmatch(text) if text[:4].lower() == "the " else None
    return match is not None and (_VERB.search(match["a"] + match["b"]) or _DONE.match(match["a"])) is not None


_DONE = re.compile(
    r"(?:likely|strongly|often|frequently|regularly|intens(?:iv)?ely|deeply|closely|actively)\b", re.IGNORECASE
)
_VERB = re.compile(r"\b(?:is|are)\b")


def _had(said: str) -> str:
    told = _DONE_BY.fullmatch(said) or _HAD_BY.fullmatch(said) or _POSSESSED.fullmatch(said)
    return told["a"] if told else said


def _expected(said: str) -> str:
    told = next(
        (
            m
            for p in (_LIKELY_AT_END, _LIKELY, _LIKELY_ALONE, _DONE_BY, _HAD_BY, _POSSESSED, _AHEAD)
            if (m := p.fullmatch(said))
        ),
        None,
    )
    return (told["b"] if "b" in told.groupdict() else told["a"]) if told else said


_COMPARED = late(
    r"^\w+\s+the\s+(?=\w)|\s+there\s+(?:is|are)$|\s+(?:\w+s|people|one|they|we|someone|a\s+\w+)\s+(?:ha(?:ve|s)|perceives?|feels?|experiences?|possess(?:es)?|shows?)$",
    re.I,
)
_HOW = re.compile(r"(?:\w+ly|often)\s+\w+", re.I)
_SAYS_WHO = late(
    r"\b(?:they|she|he)\b|\bit\s+is\b|\b(?:invests?|spends?|uses?|works?|knows?|trusts?|reads?|visits?|buys?)\s+(?:in|on|with|at|to|their|the)\b",
    re.I,
)
_TWO_DEGREES = re.compile(
    r"the\s+(?:more|less|better|worse|\w+er)\b.*\sthe\s+(?:more|less|better|worse|\w+er)\b", re.IGNORECASE
)


def of_two_degrees(said: str, a: str, b: str) -> tuple[str, str] | None:
    """The ends of `the more A, the more B` without who has them; empty where they name none, None of other statements."""
    if not _TWO_DEGREES.match(said):
        return None
    if _HOW.match(a) or _SAYS_WHO.search(f"{a} {b}"):  # `the more closely bakers are watched`
        return "", ""
    return _COMPARED.sub("", a), _COMPARED.sub("", b)
