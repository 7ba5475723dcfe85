"""Statements that compare: `as A rises, B falls`, `B is higher when A is higher`, `B differs between men and women`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Callable
from functools import lru_cache

from evidence.read.prose.cues import Cues
from evidence.read.prose.relations.the_more import the_more
from evidence.records.layout import Sign

__all__ = ["compared"]

Ends = tuple[str, str, Sign | None]

_UP = r"(?:higher|greater|stronger|larger|better|more|high|great|strong|large|good|rising|increasing|growing|increased|improved)"
_DOWN = r"(?:lower|weaker|smaller|less|fewer|worse|low|weak|small|poor|falling|decreasing|declining|decreased|reduced)"
_DEGREE = rf"(?P<{{}}>{_UP}|{_DOWN})"
_RISES = r"(?:increase[sd]?|rises?|rose|grows?|grew|improve[sd]?|goes\s+up|go\s+up|went\s+up|climb(?:s|ed)?|strengthen(?:s|ed)?|(?:is|are|was|were|gets?|becomes?|became)\s+(?:\w+ly\s+)?(?:higher|greater|stronger|larger|better|high|great|strong|more\s+(?:likely|pronounced|frequent|common)))"
_FALLS = r"(?:decrease[sd]?|decline[sd]?|falls?|fell|drop(?:s|ped)?|diminish(?:es|ed)?|weaken(?:s|ed)?|lessen(?:s|ed)?|goes\s+down|go\s+down|went\s+down|deteriorate[sd]?|(?:is|are|was|were|gets?|becomes?|became)\s+(?:\w+ly\s+)?(?:lower|weaker|smaller|worse|low|weak|less\s+(?:likely|pronounced|frequent|common)))"
_WILL = r"(?:(?:will|would|should|can|may|also|then|tends?\s+to|\w+ly)\s+)*(?:be\s+)?"
_IS = r"(?:is|are|was|were|(?:will|would|should|may|can|could|might)\s+be|gets?|becomes?)\s+(?:also\s+|\w+ly\s+)?"
_MORE = r"(?P<deg>higher|greater|stronger|larger|better|more|lower|weaker|smaller|less|fewer|worse)"
_PEOPLE = r"(?:people|persons|individuals|users|customers|consumers|employees|workers|students|pupils|learners|respondents|those|participants|firms|companies|organi[sz]ations|teams|patients|children|adolescents|teachers|nurses|managers|leaders|parents|households|farmers|citizens|residents|visitors|tourists|buyers|shoppers|drivers|volunteers|adults|countries|schools|\w+ers|\w+ors|\w+ees|\w+ants|\w+ents)"
_SEXES = r"(?:wom[ae]n|m[ae]n|females?|males?|girls?|boys?)(?:\s+(?!than\b|have\b|has\b|are\b|is\b|and\b|or\b|report\b|show\b)\w+)?"
_AGES = r"(?:younger|older|young|old|elderly)(?:\s+(?!than\b|and\b|or\b)\w+)?"
_CUES = Cues()
_IF = ("as ", "when", "if ", "where", "once", "with ")
_COMPARES = (
    "more",
    "less",
    "higher",
    "lower",
    "greater",
    "fewer",
    "stronger",
    "weaker",
    "better",
    "larger",
    "smaller",
    "worse",
)
_QUALITIES = {  # what a person is called who has it
    "absent": "absenteeism", "able": "ability", "active": "activity", "anxious": "anxiety", "attached": "attachment", "aware": "awareness",
    "committed": "commitment", "competent": "competence", "concerned": "concern", "confident": "confidence", "cooperative": "cooperation",
    "creative": "creativity", "curious": "curiosity", "depressed": "depression", "engaged": "engagement", "exhausted": "exhaustion",
    "generous": "generosity", "happy": "happiness", "healthy": "health", "honest": "honesty", "inclined": "inclination", "innovative": "innovativeness",
    "interested": "interest", "involved": "involvement", "lonely": "loneliness", "loyal": "loyalty", "motivated": "motivation",
    "optimistic": "optimism", "productive": "productivity", "profitable": "profitability", "ready": "readiness", "reluctant": "reluctance",
    "resilient": "resilience", "satisfied": "satisfaction", "stressed": "stress", "trusting": "trust", "willing": "willingness",
}  # fmt: skip
_QUALITY = rf"(?:{'|'.join(sorted(_QUALITIES, key=len, reverse=True))})"


def _sign(*degrees: str | None) -> Sign:
    """Both up or both down is `+`."""
    down = sum(re.match(rf"(?:{_DOWN}|{_FALLS})\b", d or "", re.IGNORECASE) is not None for d in degrees)
    return "-" if down % 2 else "+"


def _named(quality: str) -> str:
    word, _, rest = quality.strip(" .,").partition(" ")
    return f"{_QUALITIES[word.lower()]} {rest}".strip()


def _plain(m: re.Match[str]) -> Ends:
    return m["a"], m["b"], _sign(m["va"], m["vb"])


def _sex(m: re.Match[str]) -> Ends:
    return "gender", m["b"], None


def _age(m: re.Match[str]) -> Ends:
    return "age", m["b"], None


def _group(m: re.Match[str]) -> Ends:
    return (
        re.sub(r"\s+(?:groups?|levels?|categories|classes|types)$", "", m["a"].strip(" .,"), flags=re.IGNORECASE),
        m["b"],
        None,
    )


_THING = r"(?:(?!\b(?:than|when|if|as|with|who|whose)\b)[^,;]){2,80}?"
_BOTH = rf"(?:{_SEXES})\s+(?:and|or|versus|vs\.?)\s+(?:{_SEXES})|(?:the\s+)?(?:two\s+)?(?:sexes|genders)"
_ALL_AGES = (
    rf"(?:{_AGES})\s+(?:and|or|versus|vs\.?)\s+(?:{_AGES})|(?:the\s+)?age\s+(?:groups|cohorts|brackets)|generations"
)
_WE_EXPECT = rf"(?:.*?,\s+|.*?\band\s+)?we\s+(?:\w+ly\s+|also\s+)*(?:expect|anticipat|predict|suppos)(?:e?d?)\s+(?P<vb>{_UP}|{_DOWN})\s+(?:levels?\s+of\s+|of\s+)?(?:an?\s+)?"
_HAVING = rf"{_PEOPLE}\s+(?:(?:with|who\s+(?:have|had|perceived?|report(?:ed)?|feel|felt|experienced?|show(?:ed)?)|having|reporting|perceiving)\s+(?:an?\s+)?(?P<va>higher|more|greater|stronger|lower|less|better|high|low|strong|weak)\s+(?:levels?\s+of\s+)?|(?:who\s+are\s+)?(?P<va2>high(?:er)?|low(?:er)?)\s+(?:in|on)\s+)"
_LATER = r"(?:\s+(?:over\s+time|(?:\d+|one|two|three|six)\s+\w+\s+later|later|afterwards|across\s+\w+)|\s+than\s+.*)?"
_GONE = re.compile(r"absent|lacking|scarce|missing", re.IGNORECASE)
_KINDS: tuple[tuple[int, str, Callable[[re.Match[str]], Ends]], ...] = (
    # `B is higher when bakers have more A`
    (_CUES.bit(*_IF), rf"(?P<b>{_THING})\s+{_IS}(?P<vb>higher|lower|greater|stronger|weaker|larger|smaller)\s+(?:when|if|where|whenever)\s+(?:the\s+)?{_PEOPLE}\s+(?:have|had|perceive|report|feel|felt|experience|show)d?\s+(?:an?\s+)?(?P<va>{_UP}|{_DOWN})\s+(?:levels?\s+of\s+)?(?P<a>{_THING})$", _plain),
    # `as A increases, B decreases`; `when A is high, B is low`; `if A is higher, B is higher`
    (_CUES.bit(*_IF), rf"(?:as|when|whenever|if|where|once)\s+(?P<a>{_THING})\s+(?P<va>{_RISES}|{_FALLS}),?\s+(?:(?:so|then)\s+)?(?P<b>{_THING})\s+{_WILL}(?P<vb>{_RISES}|{_FALLS}|{_DEGREE.format('x')})\b.*", _plain),
    # `B increases when A increases`, `B is higher when A is higher`
    (_CUES.bit(*_IF), rf"(?P<b>{_THING})\s+{_WILL}(?P<vb>{_RISES}|{_FALLS}|(?:higher|lower|greater|stronger|weaker|larger|smaller|more\s+likely|less\s+likely))\s+(?:the\s+moment\s+|as\s+soon\s+as\s+)?(?:as|when|whenever|if|where|once)\s+(?P<a>{_THING})\s+{_WILL}(?P<va>{_RISES}|{_FALLS}|(?:higher|lower|greater|stronger|weaker|larger|smaller|high|low))\b.*", _plain),
    # `with increasing A, B declines`
    (_CUES.bit("with "), rf"with\s+(?:an?\s+)?(?P<va>{_UP}|{_DOWN})\s+(?P<a>{_THING}),\s+(?P<b>{_THING})\s+{_WILL}(?P<vb>{_RISES}|{_FALLS})\b.*", _plain),
    # `B is more likely (higher) under high A`, `with more A`
    (_CUES.bit(*_COMPARES), rf"(?P<b>{_THING})\s+{_IS}(?P<vb>higher|lower|greater|stronger|weaker|larger|smaller|(?:more|less)\s+(?:likely|pronounced|frequent|common))\s+(?:under|with|at|given|in\s+case\s+of|in\s+the\s+presence\s+of)\s+(?P<va>{_UP}|{_DOWN})\s+(?:levels?\s+of\s+|degrees?\s+of\s+)?(?P<a>{_THING})$", _plain),
    # `B is lower in those with a stronger sense of A`, `B is higher among people who are exhausted`
    (_CUES.bit(*_COMPARES), rf"(?P<b>{_THING})\s+{_IS}(?P<vb>higher|lower|greater|stronger|weaker|larger|smaller|(?:more|less)\s+(?:likely|pronounced|frequent|common))\s+(?:in|among|for|with)\s+(?:the\s+)?{_PEOPLE}\s+(?:with|having|who\s+(?:have|perceive|report|feel|experience|show))\s+(?:an?\s+)?(?P<va>{_UP}|{_DOWN})\s+(?:(?:senses?|levels?|degrees?|feelings?)\s+of\s+)?(?P<a>{_THING})$", _plain),
    (_CUES.bit(*_COMPARES), rf"(?P<b>{_THING})\s+{_IS}(?P<vb>higher|lower|greater|stronger|weaker|larger|smaller|(?:more|less)\s+(?:likely|pronounced|frequent|common))\s+(?:in|among|for|with)\s+(?:the\s+)?{_PEOPLE}\s+who\s+(?:are|feel)\s+(?:(?P<va>more|less)\s+)?(?P<q>{_QUALITY})$",
     lambda m: (_named(m["q"]), m["b"], _sign(m["va"], m["vb"]))),
    # `A makes B more likely`
    (_CUES.bit("mak", "made", "render"), rf"(?P<a>{_THING})\s+{_WILL}(?:makes?|made|renders?|rendered)\s+(?P<b>{_THING})\s+(?P<vb>(?:more|less)\s+(?:likely|probable|frequent|common|pronounced|salient)|likelier|higher|stronger|lower|weaker|greater|smaller)$",
     lambda m: (m["a"], m["b"], _sign(m["vb"]))),
    # `A makes people more willing to share`
    (_CUES.bit("mak", "made", "render"), rf"(?P<a>{_THING})\s+{_WILL}(?:makes?|made|renders?|rendered)\s+(?:\w+\s+){{1,2}}?(?P<vb>more|less)\s+(?P<q>{_QUALITY}\b.*)$",
     lambda m: (m["a"], _named(m["q"]), _sign(m["vb"]))),
    # `employees with higher autonomy are more engaged`
    (_CUES.bit(*_COMPARES), rf"{_PEOPLE}\s+(?:with|who\s+(?:have|had|perceived?|report(?:ed)?|feel|felt|experienced?|show(?:ed)?|enjoy(?:ed)?)|having|reporting|perceiving)\s+(?:an?\s+)?(?P<va>higher|more|greater|stronger|lower|less|better|high|low)\s+(?:levels?\s+of\s+)?(?P<a>{_THING})\s+{_IS}(?P<vb>more|less)\s+(?P<q>{_QUALITY}\b.*)$",
     lambda m: (m["a"], _named(m["q"]), _sign(m["va"], m["vb"]))),
    # `users with higher trust show stronger loyalty`, `buyers high in trust spread more praise`
    (_CUES.bit(*_COMPARES), rf"{_PEOPLE}\s+(?:(?:with|who\s+(?:have|had|perceived?|report(?:ed)?|feel|felt|experienced?|show(?:ed)?|enjoy(?:ed)?)|having|reporting|perceiving)\s+(?:an?\s+)?(?P<va>higher|more|greater|stronger|lower|less|better|high|low|strong|weak)\s+(?:levels?\s+of\s+)?|(?:who\s+are\s+)?(?P<va2>high(?:er)?|low(?:er)?)\s+(?:in|on)\s+)(?P<a>{_THING})\s+"
     rf"(?:will\s+|would\s+|are\s+likely\s+to\s+|tend\s+to\s+|also\s+)?(?:also\s+)?(?:have|had|report(?:ed)?|show(?:ed)?|exhibit(?:ed)?|experienced?|display(?:ed)?|express(?:ed)?|engaged?\s+in|spread|make|made|take|took|feel|felt|perceived?|develop(?:ed)?|reach(?:ed)?|achieved?|attain(?:ed)?|obtain(?:ed)?|spend|spent)\s+(?:an?\s+)?(?P<vb>higher|more|greater|stronger|lower|less|better|fewer)\s+(?:levels?\s+of\s+)?(?P<b>{_THING}){_LATER}$",
     lambda m: (m["a"], m["b"], _sign(m["va"] or m["va2"], m["vb"]))),
    # `bakers who perceive more A will show a relative increase in B`
    (_CUES.bit(*_COMPARES, "high", "low"), rf"{_HAVING}(?P<a>{_THING})\s+(?:will\s+|would\s+|are\s+likely\s+to\s+|tend\s+to\s+)?(?:report|show|exhibit|experience|display|have|perceive)(?:s|ed)?\s+(?:an?\s+)?(?:(?:relative|steeper|stronger|greater|larger|subsequent|faster)\s+)*"
     rf"(?:(?P<up>increases?|gains?|rises?|growth)|(?P<down>decreases?|declines?|reductions?|drops?|losses|loss))\s+(?:in|of)\s+(?P<b>{_THING}){_LATER}$",
     lambda m: (m["a"], m["b"], _sign(m["va"] or m["va2"], "lower" if m["down"] else None))),
    # `On days with more A, bakers report less B`, `On days when bakers experience more A, they report less B`
    (_CUES.bit(*_COMPARES), rf"(?:on|in|at|during)\s+(?:days|weeks|moments|occasions|times|months)\s+(?:with|of|when\s+{_PEOPLE}\s+(?:have|perceive|report|feel|experience|show))\s+(?P<va>{_UP}|{_DOWN})\s+(?:levels?\s+of\s+)?(?P<a>{_THING}),\s+(?:they|{_PEOPLE})\s+(?:will\s+|would\s+|also\s+)?(?:have|perceive|report|feel|experience|show)\s+(?P<vb>{_UP}|{_DOWN})\s+(?:levels?\s+of\s+)?(?P<b>{_THING})$", _plain),
    # `more satisfied customers are more loyal`, `the more satisfied customers are, the more loyal they are`
    (_CUES.bit(*_COMPARES), rf"(?:the\s+)?(?P<va>more|less)\s+(?P<p>{_QUALITY})\s+(?:\w+\s+)?{_PEOPLE}\s+(?:are,\s+the|{_IS})\s*(?P<vb>more|less)\s+(?P<q>{_QUALITY})\b(?:\s+they\s+are.*)?$",
     lambda m: (_named(m["p"]), _named(m["q"]), _sign(m["va"], m["vb"]))),
    (_CUES.bit(*_COMPARES), rf"the\s+(?P<va>more|less)\s+(?P<p>{_QUALITY})\s+(?:an?\s+|the\s+)?\w+\s+(?:are|is|feels?),?\s+the\s+(?P<vb>more|less)\s+(?P<q>{_QUALITY})\b(?:\s+(?:they|she|he|it)\s+\w+.*)?$",
     lambda m: (_named(m["p"]), _named(m["q"]), _sign(m["va"], m["vb"]))),
    # `we expect more of B where A is felt`, `we expect less B with more A`
    (_CUES.bit("expect", "anticipat", "predict", "suppos"), rf"{_WE_EXPECT}(?P<b>{_THING})\s+(?:where(?:ver)?|when(?:ever)?|if)\s+(?:there\s+is\s+)?(?P<a>{_THING})\s+(?:is|are)\s+(?P<va>felt|perceived|present|given|available|high|strong|great|higher|stronger|greater|{_DOWN}|absent|lacking|scarce|missing)$",
     lambda m: (m["a"], m["b"], _sign(m["vb"], "low" if _GONE.fullmatch(m["va"]) else m["va"]))),
    (_CUES.bit("expect", "anticipat", "predict", "suppos"), rf"{_WE_EXPECT}(?P<b>{_THING})\s+(?:where(?:ver)?|when(?:ever)?|if)\s+there\s+is\s+(?P<va>{_UP}|{_DOWN})\s+(?P<a>{_THING})$", _plain),
    (_CUES.bit("expect", "anticipat", "predict", "suppos"), rf"{_WE_EXPECT}(?P<b>(?!\S+\s+for\b){_THING})\s+with\s+(?:an?\s+)?(?P<va>{_UP}|{_DOWN})\s+(?:levels?\s+of\s+)?(?P<a>(?!samples?\b|groups?\b){_THING})$", _plain),
    # `women report higher A than men`, `B is higher among women than among men`
    (_CUES.bit("than"), rf"{_SEXES}\s+{_WILL}(?:report|show|have|has|perceive|experience|express|exhibit|display|score|feel)s?\s+(?:an?\s+)?(?:\w+ly\s+)?{_MORE}\s+(?:on\s+|levels?\s+of\s+)?(?P<b>{_THING})\s+than\s+(?:do\s+|their\s+)?{_SEXES}.*", _sex),
    (_CUES.bit("than"), rf"{_AGES}\s+{_WILL}(?:report|show|have|has|perceive|experience|express|exhibit|display|score|feel)s?\s+(?:an?\s+)?(?:\w+ly\s+)?{_MORE}\s+(?:on\s+|levels?\s+of\s+)?(?P<b>{_THING})\s+than\s+(?:do\s+|their\s+)?{_AGES}.*", _age),
    (_CUES.bit("than"), rf"{_SEXES}\s+{_IS}(?:more|less)\s+(?P<q>{_QUALITY}\b(?:\s+to\s+\w+)?)\s+than\s+{_SEXES}.*", lambda m: ("gender", _named(m["q"]), None)),
    (_CUES.bit("than"), rf"{_AGES}\s+{_IS}(?:more|less)\s+(?P<q>{_QUALITY}\b(?:\s+to\s+\w+)?)\s+than\s+{_AGES}.*", lambda m: ("age", _named(m["q"]), None)),
    (_CUES.bit("than"), rf"(?P<b>{_THING})\s+{_IS}{_MORE}\s+(?:among|in|for|with)\s+{_SEXES}\s+than\s+(?:(?:among|in|for|with)\s+)?{_SEXES}.*", _sex),
    (_CUES.bit("than"), rf"(?P<b>{_THING})\s+{_IS}{_MORE}\s+(?:among|in|for|with)\s+{_AGES}\s+than\s+(?:(?:among|in|for|with)\s+)?{_AGES}.*", _age),
    # `B differs between men and women`, `men and women differ in B`, `there is a difference in B between ...`
    (_CUES.bit("differ"), rf"(?P<b>{_THING})\s+{_WILL}differs?\s+(?:\w+ly\s+)?(?:between|across|among)\s+(?:{_BOTH})\b.*", _sex),
    (_CUES.bit("differ"), rf"(?P<b>{_THING})\s+{_WILL}differs?\s+(?:\w+ly\s+)?(?:between|across|among)\s+(?:{_ALL_AGES})\b.*", _age),
    (_CUES.bit("differ"), rf"(?:{_BOTH})\s+{_WILL}differ\s+(?:\w+ly\s+)?(?:in|with\s+(?:regard|respect)\s+to|regarding|on)\s+(?P<b>.+)$", _sex),
    (_CUES.bit("differ"), rf"(?:.*?\s)?differences?\s+(?:exists?\s+)?in\s+(?:the\s+)?(?P<b>{_THING})\s+(?:exists?\s+)?(?:between|across|among)\s+(?:{_BOTH})\b.*", _sex),
    (_CUES.bit("differ"), rf"(?:.*?\s)?differences?\s+(?:exists?\s+)?between\s+(?:{_BOTH})\s+(?:in|with\s+(?:regard|respect)\s+to|regarding|on|in\s+terms\s+of)\s+(?P<b>.+)$", _sex),
    (_CUES.bit("differ"), r"(?:.*?\s)?(?P<g>gender|sex|age)\s+differences?\s+(?:exists?\s+)?(?:in|with\s+(?:regard|respect)\s+to|regarding)\s+(?P<b>.+)$",
     lambda m: (m["g"], m["b"], None)),
    (_CUES.bit("differ", "var"), rf"(?!.*\b(?:effects?|influences?|impacts?|relation\w*|associations?|links?)\b)(?P<b>{_THING})\s+{_WILL}(?:differs?|var(?:y|ies))\s+(?:\w+ly\s+)?(?:by|across|depending\s+on|according\s+to|as\s+a\s+function\s+of|with)\s+(?P<a>{_THING})$", _group),
)  # fmt: skip
_FRAMES = tuple((cue, re.compile(pattern, re.IGNORECASE), ends) for cue, pattern, ends in _KINDS)


@lru_cache(maxsize=512)  # a statement is tried in many ways
def compared(text: str) -> Ends | None:
    """From, to and sign of a statement that compares, as they stand in it.

    >>> compared("As frost deepens trust"), compared("As trust increases, churn decreases")
    (None, ('trust', 'churn', '-'))
    >>> compared("Men and women differ in empathy")
    ('gender', 'empathy', None)
    """
    if text[:4].lower() == "the " and (told := the_more(text)):
        return told
    said = _CUES.within(f"{text.lower()} ")
    for cue, pattern, ends in _FRAMES:
        if cue & said and (match := pattern.fullmatch(text)):
            found = ends(match)
            return None if found and _AN_EFFECT.fullmatch(found[1] or "") else found
    return None


_AN_EFFECT = re.compile(  # `The indirect effect is stronger when frost is high`
    r"(?:the|this|that|its|their|both)?\s*(?:(?:in|un)?(?:direct|conditional)|total|mediat\w+|moderat\w+|above|same)?\s*"
    r"(?:effects?|paths?|relation(?:ship)?s?|associations?|links?)",
    re.IGNORECASE,
)
