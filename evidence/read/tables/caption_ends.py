"""The ends that a caption or heading names in words: `Effects of salt on joy through crust`."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.late import late
from evidence.read.tables.glyphs import plain
from evidence.read.tables.relations import Relation
from evidence.read.tables.view import named

__all__ = ["STOP", "VIA", "named_by", "tidy"]

STOP = r"(?=\s*(?:[.;:,(\[]|$|\b(?:at|through|via|by|as|in|among|for|with|across|under|conditional|depending|when|mediated|moderated|using|based|from|including|controlling|after)\b))"
_ON = re.compile(
    rf"\b(?:effects?|influences?|impacts?|(?P<tie>(?:in)?direct\s+(?:associations?|relation(?:ship)?s?|links?)))(?:\s*\([^()]*\))?\s+of\s+(?:the\s+)?(?P<a>[^.;:\[\]]{{2,60}}?)\s+(?(tie)(?:with|to|on)|(?:on|upon))\s+(?:the\s+)?(?P<b>[^.;:,\[\]()]{{2,60}}?){STOP}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"\b(?:relation(?:ship)?s?|associations?|links?|paths?|effects?)\s+between\s+(?:the\s+)?(?P<a>[^.;:\[\]]{{2,60}}?)\s+and\s+(?:the\s+)?(?P<b>[^.;:,\[\]()]{{2,60}}?){STOP}",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    rf"\b(?:from|linking)\s+(?P<a>[^.;:\[\]]{{2,60}}?)\s+to\s+(?P<b>[^.;:,\[\]()]{{2,60}}?){STOP}", re.IGNORECASE
)
_CHINESE = re.compile(  # `A与B的中介效应` names two mediators
    r"(?P<a>[\u4e00-\u9fff]{2,12}?)(?:与|和|对)(?P<b>[\u4e00-\u9fff]{2,12}?)(?:之间|的|间)(?![\u4e00-\u9fff]{0,4}(?:中介|间接|调节))"
)
VIA = re.compile(
    rf"\b(?:through|via|mediated\s+by|mediat\w+\s+(?:role|effect)s?\s+of|mediation\s+(?:of|by|through))\s+(?:the\s+)?(?P<m>[^.;:,\[\]()]{{2,60}}?){STOP}",
    re.IGNORECASE,
)
_BY_WAY = late(  # `Mediation of the association between humour and joy by trust`
    rf"\s+(?:by|through|via)\s+(?:the\s+)?(?P<m>[^.;:,\[\]()]{{2,60}}?){STOP}", re.IGNORECASE
)


def named_by(text: str) -> Relation | None:
    """The relation that a caption or heading is about."""
    text = plain(text)
    found = next((m for p in (_ON, _BETWEEN, _FROM_TO, _CHINESE) if (m := p.search(text))), None)
    ends = [tidy(found[end]) for end in ("a", "b")] if found else []
    if found is None or not all(ends) or any(re.search(r"\s(?:and|or)\s|,", end) for end in ends):
        return None
    behind = _BY_WAY.match(text, found.end()) if re.search(r"\bmediat", text, re.IGNORECASE) else None
    via = behind or VIA.search(text)
    middle = (tidy(via["m"]),) if via else ()
    return Relation(ends[0], ends[1], middle if middle and not re.search(r"\s(?:and|or)\s", middle[0]) else ())


def tidy(name: str) -> str:
    """A name without the letter PROCESS knows it by."""
    return named(re.sub(r"\s*\([^()]*\)\s*$", "", name.strip()))[0]
