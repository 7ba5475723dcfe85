"""Hypotheses on an indirect effect whose ends an earlier one names: `The indirect effect via calm is weaker when salt is high`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace

from evidence.read.partial import Found
from evidence.read.prose.labels import labels
from evidence.read.prose.relations.relation import construct_phrase
from evidence.records import Hypothesis

__all__ = ["of_indirect_effect"]

_NOUN = r"(?:indirect\s+(?:effects?|associations?|relation(?:ship)?s?|paths?|influences?)|mediat(?:ion|ing\s+effects?))"
_STATED = re.compile(
    rf"(?:the\s+)?(?:(?:conditional|serial|sequential|specific)\s+)*{_NOUN}(?:\s+(?:proposed|hypothesi[sz]ed|predicted|stated|expected|posited|described))?"
    r"(?:\s+(?:through|via|of|in|under|by(?:\s+way\s+of)?)\s+(?P<m>[^,;]{2,80}?)|\s*\((?P<label>[^()]{2,20})\))\s+"
    r"(?:is|are|will\s+be|would\s+be|should\s+be)\s+(?:(?:the\s+)?(?:stronger|weaker|larger|smaller|greater)|moderated|conditional|contingent)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_MODERATOR = re.compile(
    r"\b(?:by|on|upon)\s+(?P<by>[^,;.]{2,60})|\b(?:when|if|the\s+(?:higher|lower|stronger|greater))\s+(?:the\s+)?(?P<when>[^,;.]{2,60}?)(?:\s+(?:is|are)\s+(?:\w+\s+)?\w+)?\s*$|"
    r"\b(?:at|with|for|under)\s+(?:those\s+with\s+)?(?:high|low|higher|lower|strong|weak)(?:er)?\s+(?:levels?\s+of\s+)?(?P<at>[^,;.]{2,60})",
    re.IGNORECASE,
)


_OWN_ENDS = re.compile(r"\s(?:on|upon|to|between|in|from|through|via)\s", re.IGNORECASE)  # it names them itself


def of_indirect_effect(one: Found[Hypothesis], found: dict[str, Found[Hypothesis]]) -> Found[Hypothesis]:
    """With the ends of the one mediation that goes through what it names."""
    said = _STATED.match((one.value.statement or "").strip())
    if said is None or _OWN_ENDS.search(said["m"] or ""):
        return one
    named = {x.label for x in labels(said["m"] or said["label"])}  # `the serial indirect effect of H6`
    middle = construct_phrase(said["m"] or "")
    if not named and not middle:
        return replace(one, value=replace(one.value, from_=None, to=None))
    same = {
        (h.value.from_, h.value.to, h.value.via if named else middle)
        for h in found.values()
        if h is not one
        and h.value.from_
        and h.value.to
        and (h.value.label in named if named else (h.value.via or "").lower() == middle.lower())
    }
    if len(same) != 1:
        return replace(one, value=replace(one.value, from_=None, to=None))
    start, end, via = same.pop()
    on = _MODERATOR.search(said["rest"])
    moderator = construct_phrase(on["by"] or on["when"] or on["at"]) if on else None
    value = replace(one.value, from_=start, to=end, via=via, moderator=moderator or one.value.moderator, sign=None)
    return replace(one, value=value)
