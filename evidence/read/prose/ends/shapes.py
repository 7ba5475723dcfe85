"""Clauses that name both ends of a path in a shape of their own: lists behind a colon, chains of arrows, effects told backwards."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.late import late
from evidence.read.prose.ends.carried import Told
from evidence.read.prose.ends.named import a_name
from evidence.read.prose.ends.tying import ARROW, HEADED, JUDGED
from evidence.read.prose.relations.predication import acting

__all__ = ["MEDIATING", "shaped"]

_COUNT = late(
    r"(?:(?:the|only|all|of|these|our|following|hypothesi[sz]ed|other|remaining|significant|further|main|proposed)\s+)*(?:(?:two|three|four|five|six|seven|\d|several|some|both|many)\s+)?(?:(?:of\s+)?(?:the|these|our)\s+)*"
    r"(?:(?:two|three|four|five|six|seven|eight|\d|following|[\w-]+)\s+){0,3}?(?:factors?|predictors?|variables?|antecedents?|dimensions?|constructs?|determinants?|outcomes?|consequences?|drivers?|aspects?|beliefs|facets|components|criteria|attributes|characteristics|qualities|traits|features|conditions|forms|types|sources|mediators|mechanisms|motives|resources|demands)",
    re.IGNORECASE,
)
_LIST_BEHIND = re.compile(
    r"^(?P<said>[^:]+?)\s*(?::|,?\s*namely,?|,\s*viz\.?,?|,\s*that\s+is,)\s*(?P<x>[^:]+)$", re.IGNORECASE
)
_OWNS = late(  # `Joy had two significant predictors: crust`
    r"^(?P<b>[^,;:]+?)\s+(?:had|has|have)\s+(?:[\w-]+\s+){0,4}?(?:predictors?|determinants?|antecedents?|drivers?)$",
    re.IGNORECASE,
)
_FORES = late(
    r"^(?:(?!of\b|was\b|is\b)[\w-]+\s+){0,4}?(?:predictors?|determinants?|antecedents?|drivers?|correlates?|influences|effects)\s+(?:of|for|on)\s+(?P<b>[^,;:]+)$",
    re.IGNORECASE,
)
# `Significant effects on joy were found for crust`, `an effect on joy was exerted by crust`
_TURNED = re.compile(
    r"^(?:.*?\b)?(?:(?:effects?|influences?|impacts?|contributions?)\s+(?:up)?(?:on|to)|(?:associations?|relation(?:ship)?s?|links?)\s+(?:with|to))\s+(?P<b>.+?)\s+(?:was|were|is|are|came|comes|stemmed|emerged|resulted|could\s+be)\s+(?:(?:not|only|also|found|observed|obtained|exerted|exercised|had|seen|shown|that|those|one|the)\s+)*(?P<by>for|from|by|of)\s+(?P<a>.+)$",
    re.IGNORECASE,
)
# `crust → joy → sales`, `from crust via joy to sales`
_CHAIN = re.compile(
    r"^(?:.*?\b(?:path|pathway|effect|link|chain|sequence|route|mediation)s?(?:\s+(?:from|of|for))?\s*[:,]?\s+)?(?P<all>[^→⇒]{2,60}(?:\s*(?:→|⇒|-{1,2}>)\s*[^→⇒]{2,60}){2,})$",
    re.IGNORECASE,
)
_BY_WAY = re.compile(
    r"\b(?:path|effect|influence|route|impact)s?\s+(?:leading\s+|running\s+)?(?:from|of)\s+(?P<a>(?:(?!\s(?:on|upon)\s)[^,;:])+?)\s+(?:via|through|over|by\s+way\s+of)\s+(?P<m>[^,;:]+?)\s+(?:to|on|upon)\s+(?P<b>[^,;:]+)$",
    re.IGNORECASE,
)
MEDIATING = re.compile(
    r"\bmediat\w+\s+(?:effect|role|influence)\s+of\s+(?P<m>[^,;:]+?)\s+(?:in\s+|on\s+|for\s+)?(?:the\s+)?(?:(?:relation(?:ship)?|link|path|association|effect|influence)\s+)?(?:between|from|of)\s+(?P<a>[^,;:]+?)\s+(?:and|to|on|upon)\s+(?P<b>[^,;:]+)$",
    re.IGNORECASE,
)
# `The effect of crust via joy was significant`, `crust was a strong predictor`: on what, the heading says
_ALONE = late(
    r"^(?:the\s+|that\s+|one\s+)*(?:(?:[\w-]+\s+){0,3}?(?:effects?|influence|impact|coefficient|weight|estimate|beta)\s+)?(?:of|for)\s+(?P<a>(?:(?!\s(?:on|upon|to)\s).)+?)(?:\s+(?:through|via|by\s+way\s+of)\s+(?P<m>(?:(?!\s(?:on|upon|to)\s).)+?))?(?:\s+(?:was|were|is|are|proved|remained|became)\s+(?:(?!\son\s)[^,;:])*)?$",
    re.IGNORECASE,
)
_HAD_AN_EFFECT = late(  # `Salt showed hardly any effect`
    r"^(?P<a>[^,;:]+?)\s+(?:had|has|show(?:s|ed)|exert(?:s|ed)|made|makes)\s+(?:(?:no|an?|hardly\s+any|little|the|only|some)\s+)*(?:[\w-]+\s+){0,5}?(?:effects?|influence|impact|contribution|coefficients?|weights?)$",
    re.IGNORECASE,
)
_A_PREDICTOR = late(
    r"^(?P<a>.+?)\s+(?:was|were|is|are|proved|emerged|remained|turned\s+out)\s+(?:to\s+be\s+|as\s+|not\s+|also\s+)*(?:an?\s+|the\s+|no\s+)?(?:[\w-]+\s+){0,4}?(?:predictors?|determinants?|antecedents?|drivers?|factors?)$",
    re.IGNORECASE,
)
_BY_WHOM = late(  # `the strongest effect was exerted by crust`
    r"^(?:the|an?)\s+(?:[\w-]+\s+){0,3}?(?:effects?|influence|impact|contribution)\s+(?:was|were|is|came|comes|stemmed)\s+(?:(?:exerted|found|shown|had|observed|that|made)\s+)?(?:by|from|of|for)\s+(?P<a>[^,;:]+)$",
    re.IGNORECASE,
)
_PAIRED = re.compile(  # `three paths were significant: crust to joy`
    r"^[^:]*\b(?:paths?|relation(?:ship)?s|effects|links|coefficients|associations)\b[^:]*:\s*(?:from\s+|those\s+from\s+)?(?P<a>[^:]+?)\s+(?:to|on|→|->)\s+(?P<b>[^:]+)$",
    re.IGNORECASE,
)
_REGRESSED = re.compile(
    r"^(?:.*\s)?(?:regression\s+of|regress(?:ed|ing))\s+(?P<b>.+?)\s+(?:up)?on\s+(?P<a>.+)$", re.IGNORECASE
)
_WAS_REGRESSED = late(r"^(?P<b>[^,;:]+?)\s+(?:was|were)\s+(?:\w+\s+)?regressed\s+(?:up)?on\s+(?P<a>.+)$", re.IGNORECASE)
_YIELDED = late(r"\s+(?:yield|g[ai]ve|show|reveal|produc)\w*\s.*$", re.IGNORECASE)
# `Only crust was significant`, where the outcome is known
_SIGNIFICANT = late(
    r"^(?P<a>[^,;:]+?)\s+(?:was|were|is|are|proved|remained|became)\s+(?:\w+\s+){0,2}?(?:non-?|in)?significant$",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\s+(?:came|comes|ranks?|ranked|stood|stands|took|takes|was|is)\s+(?:in\s+|the\s+|out\s+)*(?:first|strongest|top|ahead)\b.*$"
)


# `The influence of crust on joy is weak` names both ends, and what stands behind judges it.
_INFLUENCE_OF = re.compile(r".*?\binfluences?\s+of\s+[^,;:]+?\s(?:up)?on\s", re.IGNORECASE)


def shaped(clause: str, last: Told | None, topic: str) -> Told | None:
    """Both ends of a clause of such a shape; the topic is the outcome that is spoken of.

    >>> told = shaped("crust → joy → sales", None, "")
    >>> told and (told.start, told.via, told.end)
    ('crust', 'joy', 'sales')
    """
    if (headed := HEADED.match(clause)) and not _INFLUENCE_OF.match(clause):
        start, end = a_name(_CAME.sub("", headed["a"])), a_name(headed["b"])
        if start and end:
            return Told(start, end, "from", "from", "passive", True)
    if (
        topic
        and (
            alone := _ALONE.match(clause)
            or _HAD_AN_EFFECT.match(clause)
            or _A_PREDICTOR.match(clause)
            or _SIGNIFICANT.match(clause)
        )
        and (name := a_name(alone["a"]))
    ):
        middle = a_name(alone.groupdict().get("m") or "") or None
        return Told(name, topic, "via" if middle else "from", "from", via=middle)
    if topic and (whom := _BY_WHOM.match(clause)) and (name := a_name(whom["a"])):
        return Told(name, topic, "from", "from", "passive", True)
    return _counted(clause) or _chained(clause) or _turned(clause) or _paired(clause, last) or _regressed(clause)


def _turned(clause: str) -> Told | None:
    match = _TURNED.match(clause)
    start, end = (a_name(match["a"]), a_name(match["b"])) if match else ("", "")
    return Told(start, end, "from", "from", "passive", by=match["by"].lower()) if match and start and end else None


def _paired(clause: str, last: Told | None) -> Told | None:
    match = _PAIRED.match(f"paths: {clause}" if last and last.kind == "pair" else clause)
    start, end = (a_name(match["a"]), a_name(match["b"])) if match else ("", "")
    return Told(start, end, "to", "from", "pair") if start and end else None


def _regressed(clause: str) -> Told | None:
    match = _WAS_REGRESSED.match(clause) or _REGRESSED.match(clause) if "egress" in clause else None
    start, end = (a_name(_YIELDED.sub("", JUDGED.sub("", match["a"]))), a_name(match["b"])) if match else ("", "")
    return Told(start, end, "from", "from", "regressed") if start and end else None


def _chained(clause: str) -> Told | None:
    """An effect told with what it goes through in the middle."""
    if chain := _CHAIN.match(clause):
        names = [a_name(JUDGED.sub("", part)) for part in ARROW.split(chain["all"])]
        return Told(names[0], names[-1], "to", "from", "noun", via=" and ".join(names[1:-1])) if all(names) else None
    match = _BY_WAY.search(clause) or MEDIATING.search(clause)
    names = [a_name(JUDGED.sub("", match[name])) for name in ("a", "b", "m")] if match else []
    return Told(names[0], names[1], "to", "from", "noun", via=names[2]) if names and all(names) else None


def _counted(clause: str) -> Told | None:
    """`Three factors affect joy: crust`: what the counted ones are comes behind a colon."""
    match = _LIST_BEHIND.match(clause)
    name = a_name(match["x"]) if match else ""
    if match is None or not name:
        return None
    said = JUDGED.sub("", match["said"]) if _FORES.match(match["said"]) else match["said"]
    if fore := _FORES.match(said):
        thing = a_name(fore["b"])
        return Told(name, thing, "from", "from", "passive", True) if thing else None
    if (owns := _OWNS.match(said)) and (thing := a_name(owns["b"])):
        return Told(name, thing, "from", "from", "passive", True)
    for verb in acting(said):
        left, right, passive = said[: verb.start].strip(" ,"), said[verb.end :].strip(" ,"), verb.back
        by = said[: verb.end].split()[-1].lower()
        if _COUNT.fullmatch(left) and (thing := a_name(right)) and not passive:
            return Told(name, thing, "from", "from", "active", True)
        if _COUNT.fullmatch(right) and (thing := a_name(left)):
            if passive:
                return Told(name, thing, "from", "to", "passive", by=by)
            return Told(thing, name, "to", "from", "active", by=by)
    return None
