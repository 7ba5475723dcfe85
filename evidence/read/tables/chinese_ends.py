"""What a Chinese table of effects is about where its rows do not say: `不同盐分水平上香气的中介效应`, `盐分的调节作用`.

The caption and the headings name some of the constructs; the one hypothesis of the paper that has them names the rest.
"""

import re

from evidence.read.late import late
from evidence.read.prose.chinese.relation import told
from evidence.read.tables.glyphs import plain
from evidence.read.tables.relations import Relation, relation
from evidence.read.tables.view import View
from evidence.records import Hypothesis

__all__ = ["chinese_about", "chinese_through", "speaks_chinese"]

_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_MEDIATED = re.compile(r"中介|间接")
_MODERATED = re.compile(r"调节|斜率|不同.{1,14}(?:水平|条件|情境)|交互")
_ARROW = re.compile(r"→|->|—>|–>|⇒")
_LEAD = re.compile(r"^(?:表\s*\d+[\s:：.]*)?(?:不同|各|高低|在).*?(?:水平|条件|情境|组)(?:[下上中])?(?:的)?[,，]?")
_TABLE = re.compile(r"^表\s*[\d.-]+[a-zA-Z]?\s*[:：.]?\s*")
_SAYS_NOTHING = re.compile(r"效应|作用|影响|关系|系数|结果|检验|分析|模型|路径|变量|[、,，]")
_THEIR_EFFECT = late(r"^的?(?:[\u4e00-\u9fff]{0,4})(?:中介|间接|调节|交互)")  # `A与B的中介效应`: two mediators


def speaks_chinese(view: View) -> bool:
    """Whether the caption or a heading is in Chinese."""
    heads = " ".join(w for c in view.panel.columns for w in c.words)
    return bool(_HAN.search(view.panel.caption) or _HAN.search(heads))


def chinese_about(view: View) -> Relation | None:
    """The relation a table is about."""
    heads = [plain(w) for c in view.panel.columns for w in c.words]
    drawn = {r for h in heads if _ARROW.search(h) and (r := relation(_TAIL.sub("", h)))}
    if len(drawn) == 1:
        return drawn.pop()
    caption = _TABLE.sub("", plain(view.panel.caption))
    above = " ".join((caption, *heads))
    mediated = bool(_MEDIATED.search(above))
    known = [h for h in view.hypotheses if bool(h.via) == mediated and (mediated or h.moderator)]
    said = _said(view, _LEAD.sub("", caption))
    if said and (said.via or not mediated):
        return said
    if not mediated and not _MODERATED.search(above):
        return None
    return _only(known, above, said)


_NOTED = late(
    r"自变量\s*(?:均?为|是|[:：=])\s*(?P<a>[\u4e00-\u9fff]{2,14}?)\s*[,，;；、和。].{0,12}?(?:因|结果)变量\s*(?:均?为|是|[:：=])\s*(?P<b>[\u4e00-\u9fff]{2,14}?)\s*(?:[,，;；。)）]|$)"
)


def chinese_through(view: View, middle: str) -> Relation | None:
    """The mediated relation of a row that names its mediator alone: by the notes, or by the hypothesis about it."""
    middle = plain(middle)
    if not _HAN.search(middle) or len(middle) > _LONGEST_NAME or _SAYS_NOTHING.search(middle):
        return None
    if noted := _NOTED.search(plain(f"{view.panel.caption} {view.panel.notes}")):
        return Relation(noted["a"], noted["b"], (middle,), "indirect")
    ways = {
        (h.from_, h.to) for h in view.hypotheses if h.via and h.from_ and h.to and not h.moderator and h.via == middle
    }
    source, target = ways.pop() if len(ways) == 1 else (None, None)
    return Relation(source, target, (middle,), "indirect") if source and target else None


_LONGEST_NAME = 14
_TAIL = re.compile(r"(?:的)?(?:总|直接|间接|中介|条件)*(?:效应|作用|影响|路径|关系)(?:值)?$")


def _said(view: View, caption: str) -> Relation | None:
    """The two ends that the caption names, as names of the paper where it has any."""
    found = told(caption)
    if found is None:
        return None
    names = {n for h in view.hypotheses for n in (h.from_, h.to, h.via, h.moderator) if n} | set(view.variables)
    ends = [_name(end, names) for end in (found.from_, found.to)]
    behind = caption.partition(found.to)[2]
    if not all(ends) or ends[0] == ends[1] or any(_SAYS_NOTHING.search(e) for e in ends) or _THEIR_EFFECT.match(behind):
        return None
    via = _name(found.via, names) if found.via else ""
    return Relation(ends[0], ends[1], (via,) if via else ())


def _name(phrase: str, names: set[str]) -> str:
    """The one known name in a phrase, or the phrase where it holds none."""
    hits = sorted((n for n in names if n in phrase), key=len, reverse=True)
    if not hits:
        return phrase
    return hits[0] if all(n in hits[0] for n in hits) else ""


def _only(known: list[Hypothesis], above: str, said: Relation | None) -> Relation | None:
    """The relation of the only hypothesis with what caption and headings name."""
    if said:
        known = [h for h in known if (h.from_, h.to) == (said.source, said.target)]
    for part in ("via", "moderator", "from_", "to"):
        named = [h for h in known if (name := getattr(h, part)) and name in above]
        known = named or known
    ways = {(h.from_ or "", h.to or "", h.via or "") for h in known}
    if len(ways) != 1:
        return None
    source, target, via = ways.pop()
    return Relation(source, target, (via,) if via else ()) if source and target else None
