"""Coefficients told as steps: `each unit of salt raised joy by .21`, `a one-SD increase in salt went with a .3 SD rise in joy`.

The sign is in the words (`fell by .34`), so a fall is told with a minus, and the digits as printed stand beside it.
A step in standard deviations on both sides is a standardized coefficient, in units on both an unstandardized one;
where only one side is standardized the number is neither and is left alone.
"""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.effects.estimates import Group, place_in, statistics_in
from evidence.read.prose.effects.path_made import path_of
from evidence.read.prose.ends.named import a_name
from evidence.read.prose.figures import printed
from evidence.read.prose.no_results import no_result
from evidence.read.prose.relations.relation import Relation
from evidence.read.prose.sentences import Sentence
from evidence.records import Path, Printed

__all__ = ["told_as_steps"]

_CUES = SENTENCES.bit("unit", "point", "standard deviation", "standard-deviation", " sd ", "-sd ", "each ", "every ")
_SD = r"(?:standard[-\s]deviations?|SDs?)"
_MEASURE = rf"(?:(?:scale\s+)?(?:units?|points?)|{_SD})"
_UP = r"(?:increases?|rises?|gains?|increments?|improvements?|growth|higher|greater|more)"
_DOWN = r"(?:decreases?|declines?|drops?|reductions?|falls?|losses|loss|lower|less|fewer)"
_NAME = r"[^,;:()=<>\d]{2,70}?"
# `each additional unit of salt`, `a one-point increase in salt`, `one SD more salt`
_EACH = r"(?:each|every|an?|one|1)"
_FURTHER = r"(?:additional|further|extra|one|1|single|full)"
_SOURCE = rf"(?:(?:for|with)\s+)?{_EACH}\s+(?:{_FURTHER}[-\s]+)*(?P<unit>{_MEASURE})[-\s]+(?:of|in|(?P<up>{_UP}|change)(?:\s+(?:in|of|on))?|(?P<down>{_DOWN})(?:\s+(?:in|of|on))?)\s+(?P<a>{_NAME})"
_VALUE = rf"(?P<v>(?<![\d.])[01]?\.\d+|\d\.\d+)(?!\s*%|\d)(?:[-\s]+(?P<unit2>{_MEASURE}))?"
_RAISES = r"(?:rais(?:es?|ed)|increas(?:es?|ed)|boost(?:s|ed)|improv(?:es?|ed)|lift(?:s|ed)|enhanc(?:es?|ed)|heighten(?:s|ed)|strengthen(?:s|ed)|add(?:s|ed)\s+to)"
_LOWERS = r"(?:lower(?:s|ed)|reduc(?:es?|ed)|decreas(?:es?|ed)|diminish(?:es|ed)|weaken(?:s|ed)|depress(?:es|ed)|dampen(?:s|ed)|cut(?:s)?)"
_ROSE = r"(?:rose|rises|increas(?:es?|ed)|grew|grows|went\s+up|goes\s+up|climb(?:s|ed)|improv(?:es?|ed)|was\s+higher|is\s+higher|were\s+higher)"
_FELL = r"(?:fell|falls|decreas(?:es?|ed)|declin(?:es?|ed)|dropp?(?:s|ed)|went\s+down|goes\s+down|was\s+lower|is\s+lower|were\s+lower|shrank|diminish(?:es|ed))"
_WENT = r"(?:(?:is|was|were)\s+(?:\w+ly\s+)?(?:associated|related|linked|accompanied|followed)\s+(?:with|to|by)|went\s+(?:along\s+|together\s+)?with|goes\s+(?:along\s+)?with|correspond(?:s|ed)\s+to|led\s+to|leads\s+to|predict(?:s|ed)|result(?:s|ed)\s+in|translat(?:es|ed)\s+into|c(?:a|o)mes?\s+with|produc(?:es|ed)|yield(?:s|ed)|impl(?:ies|ied)|meant|means|br(?:ings|ought))"
_ADVERB = r"(?:(?:significantly|on\s+average|also|further|about|roughly|approximately|some|only|thus)\s+)*"
_WAYS = (
    rf"{_SOURCE}\s+{_ADVERB}(?:(?P<raises>{_RAISES})|(?P<lowers>{_LOWERS}))\s+(?P<b>{_NAME})\s+by\s+{_ADVERB}(?:a\s+)?{_VALUE}",
    rf"{_SOURCE},?\s+{_ADVERB}{_WENT}\s+{_ADVERB}(?:an?\s+)?{_ADVERB}{_VALUE}[-\s]+(?:(?P<raises>{_UP})|(?P<lowers>{_DOWN}))\s+(?:(?:in|on|of)\s+)?(?P<b>{_NAME})(?=\s*(?:[(.,;]|$))",
    rf"{_SOURCE},\s+(?P<b>{_NAME})\s+{_ADVERB}(?:(?P<raises>{_ROSE})|(?P<lowers>{_FELL}))\s+{_ADVERB}by\s+{_ADVERB}(?:a\s+)?{_VALUE}",
    rf"(?:when|if|as)\s+(?P<a>{_NAME})\s+(?:(?P<up>{_ROSE})|(?P<down>{_FELL}))\s+by\s+(?:an?|one|1)\s+(?P<unit>{_MEASURE}),\s+(?P<b>{_NAME})\s+{_ADVERB}(?:(?P<raises>{_ROSE})|(?P<lowers>{_FELL}))\s+{_ADVERB}by\s+{_ADVERB}(?:a\s+)?{_VALUE}",
)
_STEP = late(  # in each of these ways
    rf"(?:{_EACH}|{_FURTHER})[-\s]+{_MEASURE}(?:,|[-\s]+(?:of|in|change|{_UP}|{_DOWN}))", re.IGNORECASE
)
_STEPS = tuple(late(way, re.IGNORECASE) for way in _WAYS)
_QUICK = re.compile(r"\b(?:by|a|an|about|average)\s+[01]?\.\d|\b\d\.\d", re.IGNORECASE)
_BRACKET = re.compile(r"[^(),;]{0,30}?\s*\((?P<in>(?:[^()]|\([^()]*\))*)\)")
_OTHERS = re.compile(
    r"\bodds\b|\bhazard|\blog[-\s]|percentage|\bprobabilit|\bfor\s+example\b|\bfor\s+instance\b|\bwould\b",
    re.IGNORECASE,
)


def told_as_steps(sentences: tuple[Sentence, ...]) -> tuple[Found[Path], ...]:
    """The path of each sentence that says by how much one thing changes for a step of another."""
    return tuple(path for sentence in sentences if (path := _path(sentence)))


def _path(sentence: Sentence) -> Found[Path] | None:
    text = sentence.text
    if not (sentence.cues & _CUES and sentence.cues & DIGITS and _QUICK.search(text) and _STEP.search(text)):
        return None
    if _OTHERS.search(text) or no_result(sentence):
        return None
    match = next((step for way in _STEPS if (step := way.search(text))), None)
    start, end = (a_name(match["a"]), a_name(match["b"])) if match else ("", "")
    value = printed(match["v"]) if match else None
    if match is None or value is None or not start or not end:
        return None
    per, size = (_standard(match[name]) for name in ("unit", "unit2"))
    if per != size and (per or match["unit2"]):
        return None
    place = place_in(text, *match.span("v"))
    values, places = {"beta": value}, {"beta": place}
    if behind := _BRACKET.match(text, match.end("b" if match.end("b") > match.end("v") else "v")):
        statistics_in(behind["in"], behind.start("in"), text, values, places)
    found = path_of(sentence, Group(*match.span(), values, places, unstandardized=not per), Relation(start, end), None)
    falls = bool(match["lowers"]) != bool(match["down"])
    return _fallen(found, value) if falls else found


def _standard(measure: str | None) -> bool:
    return bool(measure) and re.fullmatch(_SD, measure or "", re.IGNORECASE) is not None


def _fallen(found: Found[Path], value: Printed) -> Found[Path]:
    """The path with its coefficient below zero; the digits as they stand are kept."""
    less = Printed(f"-{value}")
    told = found.value
    return replace(
        found,
        value=replace(told, printed=str(value), beta=told.beta and less, b=told.b and less),
    )
