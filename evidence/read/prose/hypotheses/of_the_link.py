"""Mediations and moderations of a link that the hypothesis before states: `this relation was expected to be mediated by calm`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace

from evidence.read.partial import Found
from evidence.read.prose.relations.relation import construct_phrase
from evidence.records import Hypothesis

__all__ = ["of_the_link"]

_LINK = r"(?:relation(?:ship)?|association|effect|link|influence|impact|connection)"
_BRACKET = r" ?\((?:Hypothesis )?[HP]?\d{1,2}[a-z]?\) ?"  # a statement has single spaces
_BEGINS = rf"(?:^|{_BRACKET}(?:(?:and|,|but|then) )?(?:that )?)"
_NAMED = r"(?P<m>(?:(?! and (?:mediat|moderat))[^()])+)"
_MEDIATED = re.compile(
    rf"{_BEGINS}(?:this|that|the latter) (?:[\w-]+ ){{0,2}}?{_LINK} (?:(?:to|will|would|should|is|are|was|were|can|could|may|might|expected|hypothesi[sz]ed|predicted|assumed|also|be|\w+ly) ){{1,5}}"
    rf"(?P<how>mediated|transmitted|explained|moderated|conditioned) (?:by|through|via) {_NAMED}$",
    re.IGNORECASE,
)
_VIA = re.compile(
    r"(?:an?\s+|the\s+)?(?:(?:partial|full|complete|parallel|similar|further|second|third|another)\s+)*(?:mediation|indirect\s+(?:effect|association|path|link))\s+(?:via|through|by(?:\s+way\s+of)?)\s+(?P<m>(?:(?!\b(?:is|are|will|would|should|was|were|can|on|from|between|when|if|it)\b)[^,;()])+?)(?:\s+(?:as\s+well|too|also|instead))?$",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    rf"^[^:]*?{_BRACKET},? ?(?:(?:and|or|as well as) )?(?:(?P<how>mediated|transmitted|explained|moderated|conditioned) )?(?:by|via|through) (?P<m>[^,;()]+)$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?P<letters>\D*)(?P<number>\d+)(?P<letter>\w*)")


def of_the_link(found: dict[str, Found[Hypothesis]]) -> dict[str, Found[Hypothesis]]:
    """Each hypothesis, with the ends of the last one before it where its own statement only points there."""
    made: dict[str, Found[Hypothesis]] = {}
    for label in sorted(found, key=_place):
        made[label] = _pointing(found[label], made)
    return {label: made[label] for label in found}


def _place(label: str) -> tuple[str, int, str]:
    match = _LABEL.match(label)
    return (match["letters"], int(match["number"]), match["letter"]) if match else (label, 0, "")


def _role(how: str | None) -> str:
    if not how:
        return ""
    return "moderator" if how.lower() in ("moderated", "conditioned") else "via"


def _pointing(one: Found[Hypothesis], before: dict[str, Found[Hypothesis]]) -> Found[Hypothesis]:
    said = one.value.statement or ""
    stated = [h.value for h in before.values() if h.value.from_ and h.value.to]
    direct = [h for h in stated if not h.via and not h.moderator]
    if match := None if one.value.from_ else _FURTHER.match(said):
        last, middle = stated[-1:], construct_phrase(match["m"])
        role = _role(match["how"]) or (
            "via" if last and last[0].via else "moderator" if last and last[0].moderator else ""
        )
    elif match := _MEDIATED.search(said):
        last = [h for h in stated[-1:] if h in direct]  # of a mediation it is open which link is meant
        middle, role = construct_phrase(match["m"]), _role(match["how"])
    elif match := None if one.value.from_ else _VIA.fullmatch(said.strip()):
        last, middle, role = [h for h in stated if h.via][-1:] or direct[-1:], construct_phrase(match["m"]), "via"
    else:
        return one
    if not last or not middle or not role:
        return one
    if role == "moderator" and last[0].via:
        last = direct[-1:] or last
    ends = {"from_": last[0].from_, "to": last[0].to, role: middle, "sign": None}
    return replace(one, value=replace(one.value, **ends))  # type: ignore[arg-type]
