"""What a stretch of a sentence takes over from the words before it: `and fear`, `but not by smell`, `whereas salt did not`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace
from typing import Literal

from evidence.read.prose.ends.named import a_name, between_ends
from evidence.read.prose.ends.tied import LEANS
from evidence.read.prose.ends.tying import JUDGED
from evidence.settled import settled

__all__ = ["PREPOSED", "Slot", "Told", "carried", "without_verb"]

Slot = Literal["from", "to", "via"]

PREPOSED = re.compile(
    r"^(?:(?:not|also|then|less\s+so|more\s+so|even\s+more\s+so|only|finally|than|to\s+a\s+(?:lesser|smaller|greater)\s+(?:extent|degree)|lastly|next|(?:much\s+|far\s+|even\s+)?(?:less|more)|in\s+turn|neither|nor|again|(?:rather|more|less|other|stronger|weaker)\s+than|instead|both|\w{2,}ly)\b[\s,]*)*"
    r"(?P<by>by|of|on|upon|to|towards?|with|from|for|in)\s+(?P<x>.+)$",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"^(?:(?:was|is|being|were|and)\s+)*(?:(?:closely|only|then|next|not\s+far|at\s+some\s+distance|in\s+turn)\s+)*(?:followed\s+by|ahead\s+of|before|then(?:\s+by|\s+came)?|next(?:\s+came)?|behind\s+it(?:\s+came)?|after\s+it(?:\s+came)?|lastly(?:\s+by)?|finally(?:\s+by)?|trailed\s+by)\s+(?P<x>.+)$",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"^(?P<x>.+?)\s+(?:(?:again|also|too|either|likewise|however|in\s+contrast|on\s+the\s+other\s+hand)[\s,]+)*(?:does|do|did|is|was|were|are|has|had|have|would|could)(?:\s+not|n[’']t)?(?:\s+(?:so|too|either|as\s+well|again|likewise))*$"
    r"|^(?:(?:and|nor|neither|so|as|than)\s+)*(?:did|does|do|was|were|is|are|had|has)\s+(?:(?:the|that|those)\s+(?:\w+\s+){0,2}?(?:effects?\s+|influence\s+|impact\s+|one\s+)?of\s+)?(?P<y>.+)$"
    r"|^(?P<z>.+?)\s+(?:play|ha|exert|show|ma)(?:yed|ys|d|s|ve|ed|de|kes)\s+(?:no|an?|only|little|some|hardly\s+any|the)\s+(?:\w+\s+){0,3}?(?:role|effects?|influence|contribution|difference|part|impact)$",
    re.IGNORECASE,
)
_IDLE = re.compile(  # `salt was irrelevant`
    r"^(?P<x>.+?)\s+(?:was|were|is|are|proved|remained|turned\s+out)\s+(?:\w+ly\s+|to\s+be\s+|here\s+)?(?:irrelevant|unimportant|negligible|immaterial|of\s+no\s+(?:importance|relevance|consequence)|no\s+(?:significant\s+)?(?:predictor|determinant|factor)|(?:non-?|in|not\s+)significant|not\s+(?:a\s+)?(?:significant|important)(?:\s+predictor)?)$",
    re.IGNORECASE,
)
_SO_WAS = re.compile(r"(?:and\s+)?(?:so|as)\s+(?:was|were|is|are|did|does)\s+(?P<rest>.+)$")
_SO_HAD = re.compile(  # `so had salt on joy`
    r"^(?:and\s+)?(?:so|nor|neither)\s+(?:had|has|have|did|does)\s+(?P<x>.+?)\s+(?:up)?on\s+(?P<y>.+)$", re.IGNORECASE
)
_OVER_AGAIN = re.compile(  # `its effect on fear`, `no influence on joy`
    r"^(?:(?:its|an?|no|the|any|had|has|have|exerted|without)\s+)*(?:(?!of\b)[\w-]+\s+){0,3}?(?:(?:effects?|influences?|impacts?|links?|bearing|relation(?:ship)?s?|associations?)\s+(?:up)?(?:on|to|with|for)|(?:that|the\s+one)\s+(?:up)?on)\s+(?P<x>.+)$",
    re.IGNORECASE,
)
_TIED_TOO = re.compile(  # `crust was related to joy (b = .3) but unrelated to sales (b = .0)`
    r"^(?:not\s+|\w+ly\s+)*(?:un)?(?:related|associated|linked|correlated|connected)\s+(?:to|with)\s+(?P<x>.+)$",
    re.IGNORECASE,
)
_THAT_OF = re.compile(  # `and that of salt is 0.10`
    r"^(?:that|those|(?:the\s+)?one|the\s+(?:effects?|influence|impact|coefficient|weight|contribution|role))\s+(?:of|for|from)\s+(?P<x>.+)$"
)
_SAME_SORT = re.compile(r"\bindirect|^(?:that|the\s+one)\s", re.IGNORECASE)
_ITS_OWN = re.compile(  # `Joy was raised by crust; its own effect on sales was small`
    r"^(?:and\s+)?(?:its|their)\s+own\s+(?:effect|influence|impact|link|relation(?:ship)?|association)\s+(?:(?:up)?on|to|with)\s+(?P<x>.+)$",
    re.IGNORECASE,
)
_ALSO_THROUGH = re.compile(
    r"^(?:(?:not|also|but|only|than|or|indirectly)\s+)*(?:through|via|by\s+way\s+of)\s+(?P<m>.+)$", re.IGNORECASE
)
_WITH = re.compile(
    r"\b(?:satisfaction|identification|experience|familiarity|contact|compliance|engagement|involvement|attachment|connection)$",
    re.IGNORECASE,
)
_TO = re.compile(  # nouns that lean on `to` themselves
    r"\b(?:commitment|attachment|exposure|access\w*|resistance|openness|attitudes?|adherence|(?:un)?(?:related|associated|linked|connected|correlated)|responses?|responsiveness|reactions?|sensitivity|loyalty|adaptation|contributions?|vulnerability|adjustment|connection|dedication|return|susceptibility|barriers?|transition|approach|obligation|devotion|pressure|comparison|closeness|proximity|ease|relation|attention|allegiance|hesitancy|threats?|damage|harm|help|support|satisfaction|attraction|conformity)$",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"\b(?:intentions?|willingness|readiness|tendency|need|desire|motivation|ability|likelihood|opportunit\w+|propensity|inclination)$",
    re.I,
)
_HOW_SO = re.compile(
    r"^(?P<x>.+?)\s+(?:positively|negatively|weakly|strongly|inversely|marginally)\s+so$", re.IGNORECASE
)
# `crust was a predictor of joy, and joy, of sales`
_COMMA_END = re.compile(
    r"^(?!\w+ly\s|regardless|irrespective|beyond|besides|apart|in\s|over\s|above\s)(?P<x>[^,;:()]{2,60}),\s+(?P<by>of|on|to|with)\s+(?P<y>[^,;:()]{2,60})$",
    re.IGNORECASE,
)
_SO = re.compile(r"^(?:(?:much|far|even)\s+)?(?:more|less)\s+so\s+", re.IGNORECASE)
_HOW_ONLY = re.compile(r"\s(?:(?!family\b)\w+ly|(?:extent|degree)|weaker|stronger|weak|strong)$", re.IGNORECASE)
_EXCEEDED = re.compile(
    r"^(?:and\s+)?(?:exceed(?:s|ed)|surpass(?:es|ed)|outweigh(?:s|ed)|(?:was|is)\s+(?:\w+ly\s+)?(?:larger|greater|stronger|smaller|weaker|higher|lower)\s+than)\s+(?:that|those|the\s+\w+)\s+of\s+(?P<x>.+)$",
    re.IGNORECASE,
)
_THAN = re.compile(
    r"^(?:(?:(?:was|were|is|are)\s+)?(?:\w+ly\s+)?(?:better|worse|stronger|weaker|larger|smaller|greater|higher|lower|more|less)\s+(?:\w+ly\s+)?)?than\s+(?:(?:that|those|the\s+(?:effects?|influence|impact|coefficient|contribution|role|link))\s+(?:of|for)\s+|(?:did|does|do|was|is|had|has)\s+)?(?P<x>.+)$",
    re.IGNORECASE,
)
_THAN_UPON = re.compile(  # `larger than the effect on sales`
    r"^(?:(?:was|is|were|are)\s+)?(?:\w+ly\s+)?\w+\s+than\s+(?:that|those|its|the\s+(?:effects?|influence|impact|link))\s+(?:effect\s+)?(?:up)?(?:on|with|to)\s+(?P<x>.+)$",
    re.IGNORECASE,
)
# `than that from salt to joy`
_THAN_WHOLE = re.compile(
    r"^(?:was\s+|is\s+)?(?:\w+\s+)?than\s+(?:that|the\s+(?:one|path|effect|link))\s+(?P<ends>(?:from|of|between)\s.+)$",
    re.IGNORECASE,
)
# `, with an indirect effect via calm`
_ANOTHER_SORT = re.compile(
    r"^(?:with\s+)?(?:an?|the|its)\s+(?:\w+\s+)?(?:indirect|direct|total)\s+effects?(?:\s+(?:through|via)\s+(?P<m>.+))?$",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"^(?P<x>.+?)\s+(?:(?:came|comes|coming|rank(?:ed|s|ing)?|was|is|being|stood|takes|took|taking)\s+(?:in\s+|a\s+|only\s+|clos\w+\s+)*(?:the\s+)?"
    r"(?:second|third|fourth|fifth|next|last|behind|after(?:wards)?)(?:\s+(?:place|rank|position|strongest))?|follow(?:ed|s|ing)?(?:\s+(?:closely|behind|next|suit))?)$",
    re.IGNORECASE,
)


_CONTROLLED = re.compile(  # `crust raised joy (b = .3), controlling for salt (b = .1)`, `over and above salt (b = .1)`
    r"^(?:(?:(?:while|when|after|even\s+when|even\s+after)\s+)?(?:controlling|adjusting|accounting)\s+for|over\s+and\s+above|above\s+and\s+beyond|in\s+addition\s+to)"
    r"\s+(?:the\s+(?:effects?|influence|contribution)\s+of\s+)?(?P<x>.+)$",
    re.IGNORECASE,
)
# `salt the smaller influence on joy`
_VERBLESS = re.compile(
    r"^\W*(?!(?:and|but|or|while|whereas|with|also|only|yet)\s+(?:the|an?)\b)(?P<x>[^,;:()]{2,60}?)\s+(?:the|an?)\s+(?:[\w-]+\s+){0,2}?(?:effect|influence|impact)\s+(?:up)?on\s+(?P<y>.+)$",
    re.IGNORECASE,
)


@settled
class Told:
    """Both ends as a stretch names them, and which of them stood next to the coefficient."""

    start: str
    end: str
    near: Slot
    subject: Slot  # which of them is the subject of the verb
    kind: str = "active"
    ranked: bool = False  # the strongest of several, whom others follow
    via: str | None = None
    by: str = ""  # the preposition of the verb


_REVERSE = re.compile(  # `whereas the reverse path was not significant`
    r"^(?:(?:in|for)\s+)?(?:(?:the|a|its)\s+)?(?:reversed?|opposite|converse)\s+(?:\w+\s+)?(?:paths?|effects?|relation(?:ship)?|associations?|links?|direction|influence|lag)\b(?:\s+(?:was|were|is|did|had|has|proved|failed|could)\b.*)?$|^(?:but\s+)?(?:not\s+)?vice\s+versa$",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\s+(?:at|in)\s+(?:time|wave|T|W)\s?\d$|\s+[TW]\d$|\s+\(?[TW]\d\)?$", re.IGNORECASE)


def _reversed(last: Told) -> Told:
    """The other way round; what is measured first stays the first in time."""
    when = [m[0] if (m := _WHEN.search(end)) else "" for end in (last.start, last.end)]
    start, end = (_WHEN.sub("", end) for end in (last.end, last.start))
    return replace(last, start=start + when[0], end=end + when[1], near="to", ranked=False)


def carried(words: str, last: Told, said: frozenset[str]) -> Told | None:
    """What takes one end over from the words before it."""
    if _REVERSE.match(words):
        return _reversed(last) if not last.via else None
    if (beside := _CONTROLLED.match(words)) and not last.via:
        return _put(last, "from", a_name(beside["x"]))
    if whole := _THAN_WHOLE.match(words):
        ends = between_ends(f"the link {whole['ends']}")
        return replace(last, start=ends[0], end=ends[1], near="to", ranked=False) if ends else None
    if another := _ANOTHER_SORT.match(words):
        middle = a_name(another["m"] or "") or None
        return replace(last, via=middle, near="via") if middle or not another["m"] else None
    words = _SO.sub("", words)
    if (so := _HOW_SO.match(words)) and last.kind == "active":
        return _put(last, last.subject, a_name(so["x"]))
    if last.kind == "active" and last.by in ("of", "on", "to", "with") and (pair := _COMMA_END.match(words)):
        start, end = a_name(pair["x"]), a_name(pair["y"])
        return (
            replace(last, start=start, end=end, near="to", ranked=False)
            if pair["by"] == last.by and start and end
            else None
        )
    if _HOW_ONLY.search(words):
        return None  # `salt negatively`: of whom that is said, the one who acts or who is acted upon, is for others to tell
    again = _SO_WAS.match(words)
    if again and last.kind != "passive" and (over := _OVER_AGAIN.match(again["rest"])):
        return _put(last, "to", a_name(over["x"]))
    if idle := _IDLE.match(words):
        return _put(last, "from", a_name(idle["x"]))
    if (alike := _SO_HAD.match(words)) and last.kind == "active":
        start, end = a_name(alike["x"]), a_name(alike["y"])
        return replace(last, start=start, end=end, near="to", ranked=False) if start and end else None
    if also := _ALSO.match(words):
        name = a_name(also["x"] or also["y"] or also["z"])
        if name:
            return _put(last, last.subject, name)
    if through := _ALSO_THROUGH.match(words):
        middle = a_name(through["m"])
        return replace(last, via=middle, near="via") if middle else None
    if last.via and (over := _OVER_AGAIN.match(words)):
        last = last if _SAME_SORT.search(words) else replace(last, via=None)
        return _put(last, "to", a_name(JUDGED.sub("", over["x"])))
    if last.via and (of := _THAT_OF.match(words)):
        return _put(last, "from", a_name(JUDGED.sub("", of["x"]))) if last.kind != "passive" else None
    if last.via and last.near == "via":
        middle = a_name(re.sub(r"^(?:not|also|than)\s+", "", words, flags=re.IGNORECASE))
        return replace(last, via=middle) if middle else None
    if (tied := _TIED_TOO.match(words)) and last.kind == "active":
        return _put(last, "to", a_name(JUDGED.sub("", tied["x"])))
    if own := _ITS_OWN.match(words):
        name = a_name(JUDGED.sub("", own["x"])) if last.kind == "passive" else ""
        return replace(last, start=last.end, end=name, near="to", kind="active", ranked=False) if name else None
    if last.kind != "passive" and (over := _OVER_AGAIN.match(words)):
        return _put(last, "to", a_name(JUDGED.sub("", over["x"])))
    if (upon := _THAN_UPON.match(words)) and last.kind != "passive":
        return _put(last, "to", a_name(upon["x"]))
    if than := _THAN.match(words) or _EXCEEDED.match(words):
        return _put(last, "from", a_name(JUDGED.sub("", than["x"]))) if last.kind != "passive" else None
    if placed := _PLACED.match(words):
        return _put(last, "from", a_name(placed["x"])) if last.near == "from" else None
    if ranked := _RANKED.match(words):
        return _put(last, "from", a_name(ranked["x"])) if last.near == "from" else None
    if more := PREPOSED.match(words):
        by = more["by"].lower()
        if (by in ("by", "of") and by != last.by) or (last.kind == "passive" and by != last.by):
            return None
        return _put(last, "from" if last.kind == "passive" else "to", a_name(more["x"]))
    if of := _THAT_OF.match(words):
        return _put(last, "from", a_name(JUDGED.sub("", of["x"]))) if last.kind != "passive" else None
    for gap in re.finditer(r"\s(to|with|on|for)\s", words):
        start, end = a_name(words[: gap.start()]), a_name(words[gap.end() :])
        anew = start.lower() in said or bool(gap[1] == "on" and not LEANS.search(start))
        anew = anew or bool(gap[1] == last.by and last.by in ("with", "for") and not _WITH.search(start))
        if gap[1] == last.by == "to" and _TO_DO.search(start):
            return None  # `and motivation to work`: one name, or two
        anew = anew or bool(gap[1] == last.by == "to" and start and not _TO.search(start))
        if start and end and anew and last.kind == "active":
            return replace(last, start=start, end=end, near="to", ranked=False)
    return _put(
        last,
        last.near,
        a_name(re.sub(r"^(?:not|also|then|finally|neither|nor|lastly)\s+", "", words, flags=re.IGNORECASE)),
    )


def without_verb(words: str, last: Told) -> Told | None:
    """A second source of the same verb, with its noun said again: `bread has the larger influence on joy, salt the smaller influence on joy`."""
    bare = _VERBLESS.match(words) if last.kind == "active" else None
    start, end = (a_name(bare["x"]), a_name(JUDGED.sub("", bare["y"]))) if bare else ("", "")
    return replace(last, start=start, end=end, near="to", ranked=False) if start and end else None


def _put(last: Told, slot: Slot, name: str) -> Told | None:
    if not name:
        return None
    return replace(last, start=name, near="from") if slot == "from" else replace(last, end=name, near="to")
